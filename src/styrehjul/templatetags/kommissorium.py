"""Texts of a kommissorium on pages: points under a line, and the marks of uncertain readings as links."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = template.Library()

_MARK = re.compile(r"\s*\[\?(\d+)\]")


@register.filter
def marked(text: str | None) -> SafeString:
    """The text with "[?7]" as a small link to the page's list of uncertain readings."""
    parts = _MARK.split(str(text or ""))
    shown = [format_html("{}", parts[0])]
    for number, rest in zip(parts[1::2], parts[2::2], strict=True):
        label = _("Usikker læsning %(n)s") % {"n": number}
        shown.append(
            format_html(
                '<sup class="mark"><a href="/kommissorium/#tvivl" aria-label="{}">?{}</a></sup>{}', label, number, rest
            )
        )
    return format_html_join("", "{}", ((part,) for part in shown))


@register.filter
def as_points(lines: Iterable[str] | None) -> list[dict[str, Any]]:
    """Lines as a list: one that begins with "- " is a point under the line above it."""
    rows: list[dict[str, Any]] = []
    for entry in lines or ():
        for place, line in enumerate(part.strip() for part in entry.splitlines() if part.strip()):
            if line.startswith("- ") and rows:
                rows[-1]["points"].append(line[2:])
            elif place and rows:
                rows[-1]["text"] += f" {line}"
            else:
                rows.append({"text": line.removeprefix("- "), "points": []})
    return rows

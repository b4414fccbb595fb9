"""Two people wrote the same text: both shown, the difference marked, and the choice left to the one who came last.

A view that meets `Refused("stale")` calls `conflict_page` with the fields of its form: what this person wrote, what
the other saved meanwhile. The page sends the ordinary form once more, to the same address, with the version that is
now in force, and the text that was chosen: nothing new to handle for the view.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from difflib import SequenceMatcher

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString

_PIECES = re.compile(r"\s+|\w+|[^\w\s]")
_DIFF_LIMIT = 4_000  # pieces; beyond it, lines are compared instead of words
_OURS = frozenset({"csrfmiddlewaretoken", "_key"})


@dataclass(frozen=True)
class ConflictField:
    """One field of the form: its name in the form, its label, this person's text and the other's."""

    name: str
    label: str | Promise
    mine: str
    theirs: str
    long: bool = True

    @property
    def differs(self) -> bool:
        """Whether the two say different things."""
        return _normal(self.mine) != _normal(self.theirs)

    @property
    def marked(self) -> SafeString:
        """The other's text turned into this person's: `<del>` what only they have, `<ins>` what only I have."""
        return difference(self.theirs, self.mine)


@dataclass(frozen=True)
class Conflict:
    """Everything the page needs. `others` are the rest of the sent fields, which are sent again untouched."""

    title: str
    changed_by: str
    changed_at: datetime | None
    version_name: str
    version: int
    fields: Sequence[ConflictField]
    back: str
    others: Sequence[tuple[str, str]] = field(default_factory=tuple)

    @property
    def differing(self) -> list[ConflictField]:
        """The fields to choose between."""
        return [item for item in self.fields if item.differs]


def difference(old: str, new: str) -> SafeString:
    """From `old` to `new`, word by word, as safe HTML with `<del>` and `<ins>`."""
    before, after = _pieces(old), _pieces(new)
    out = SafeString("")
    for kind, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, come = "".join(before[i:j]), "".join(after[k:m])
        if kind == "equal":
            out = format_html("{}{}", out, come)
            continue
        if gone:
            out = format_html("{}<del>{}</del>", out, gone)
        if come:
            out = format_html("{}<ins>{}</ins>", out, come)
    return out


def conflict_page(
    request: HttpRequest,
    *,
    title: str,
    changed_by: str,
    changed_at: datetime | None,
    version: int,
    current: Mapping[str, tuple[str | Promise, str]],
    version_name: str = "version",
    keep: Sequence[str] = (),
    back: str = "",
) -> HttpResponse:
    """409 with both texts. `current` is `{field name: (label, text in force)}`; the person's own come from the form.

    `back` is the page that shows the text in force, where another address than the form's own does.
    `keep` names fields of the form that are sent on as they were, beside those in `current`; without it, all are.
    """
    sent = request.POST
    fields = [
        ConflictField(
            name, label, sent.get(name, ""), theirs, long="\n" in theirs + sent.get(name, "") or len(theirs) > 80
        )
        for name, (label, theirs) in current.items()
        if name in sent
    ]
    taken = {*current, version_name, *_OURS}
    others = [
        (name, value)
        for name in sent
        if name not in taken and (not keep or name in keep)
        for value in sent.getlist(name)
    ]
    conflict = Conflict(
        title, changed_by, changed_at, version_name, version, fields, back or request.get_full_path(), others
    )
    return render(request, "error/conflict.html", {"conflict": conflict}, status=409)


def _pieces(text: str) -> list[str]:
    words = _PIECES.findall(_normal(text))
    return words if len(words) <= _DIFF_LIMIT else _normal(text).splitlines(keepends=True)


def _normal(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")

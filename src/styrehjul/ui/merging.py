"""What of two people's sendings of the same form can stand beside each other, and what they must choose between.

A form made from a record carries a short sum of every field as it stood (`version_seen`, beside `HiddenVersion`). When
somebody else has saved meanwhile, three are compared field by field: what was read, what this person sends, what is in
force. Where only one of the two changed a field, that change stands; where both did, somebody must choose.
"""

from __future__ import annotations

import copy
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any
from zlib import crc32

from django import forms
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text

SEEN = "version_seen"


def sums(form: forms.BaseForm) -> str:
    """A short sum of each field of the form that somebody writes in, in the form's order."""
    return ".".join(format(crc32(_plain(form, name).encode()), "x") for name in _names(form))


@dataclass
class Merged:
    """What three compared fields came to.

    `both` are the names of the fields to choose about, `sent` what a browser would send for each field (this person's own
    where both wrote), `by_me` and `by_them` the labels of those that only one has changed.
    """

    both: list[str] = field(default_factory=list)
    sent: dict[str, list[str]] = field(default_factory=dict)
    by_me: list[str] = field(default_factory=list)
    by_them: list[str] = field(default_factory=list)


def in_force(form: forms.BaseForm, current: Mapping[str, Any]) -> forms.BaseForm:
    """The same form as somebody would get it now; `current` is the initial value of each field that is known."""
    fresh = copy.deepcopy(form)
    fresh.is_bound, fresh.data, fresh.files = False, type(form.data)(), type(form.files)()
    fresh.initial = dict(current)
    fresh._bound_fields_cache = {}  # type: ignore[attr-defined]  # a form's bound fields are made once and kept
    return fresh


def merge(form: forms.BaseForm, fresh: forms.BaseForm, known: Mapping[str, Any], seen: str) -> Merged:
    """Compare what was sent with what is in force. Without a whole `seen`, every difference is one to choose about."""
    names = _names(form)
    parts = seen.split(".")
    read = dict(zip(names, parts, strict=True)) if len(parts) == len(names) else {}
    made = Merged()
    for name in names:
        if form.fields[name].widget.value_omitted_from_data(form.data, form.files, form.add_prefix(name)):
            continue
        mine, label = _plain(form, name), str(form[name].label)
        made.sent[name] = to_send(form, name)
        if name not in known or mine == (theirs := _plain(fresh, name)):
            continue
        if read.get(name) == format(crc32(mine.encode()), "x"):
            made.sent[name] = to_send(fresh, name)
            made.by_them.append(label)
        elif read.get(name) == format(crc32(theirs.encode()), "x"):
            made.by_me.append(label)
        else:
            made.both.append(name)
    return made


def shown(form: forms.BaseForm, name: str) -> str:
    """The field's value as a person reads it."""
    bound = form[name]
    value, choices = bound.value(), _choices(bound.field)
    if isinstance(bound.field.widget, forms.CheckboxInput):
        return _("Ja") if value in (True, "on", "true", "True") else _("Nej")
    if choices:
        asked = value if isinstance(value, (list, tuple, set)) else [value]
        return ", ".join(choices.get(str(one), "") for one in asked if one not in (None, ""))
    if isinstance(bound.field, forms.DateField):
        value = _python(bound.field, value)
    return day_text(value) if isinstance(value, date) else "" if value is None else str(value)


def to_send(form: forms.BaseForm, name: str) -> list[str]:
    """The field's value as a browser would send it."""
    bound = form[name]
    value, widget = bound.value(), bound.field.widget
    if isinstance(widget, forms.CheckboxInput):
        return ["on"] if value in (True, "on", "true", "True") else []
    if isinstance(value, (list, tuple, set)):
        return [str(one) for one in value]
    if isinstance(widget, forms.widgets.ChoiceWidget):
        return ["" if value is None else str(value)]
    written = widget.format_value(value)
    return ["" if written is None else str(written)]


def _names(form: forms.BaseForm) -> list[str]:
    """The fields that somebody writes in: not the files, and not what is hidden."""
    return [
        name
        for name, one in form.fields.items()
        if not isinstance(one, forms.FileField) and not isinstance(one.widget, forms.HiddenInput)
    ]


def _plain(form: forms.BaseForm, name: str) -> str:
    """The value without the ways of writing it: line breaks, spaces around, decimals that say nothing, order of ticks."""
    value = _python(form.fields[name], form[name].value())
    if isinstance(value, (list, tuple, set)):
        return "|".join(sorted(str(one) for one in value))
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    if value is None or value == "":
        return ""
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip()


def _python(wanted: forms.Field, value: Any) -> Any:
    try:
        return wanted.to_python(value)
    except forms.ValidationError:
        return value


def _choices(wanted: forms.Field) -> dict[str, str]:
    """Key to words, of a field with a list to choose from."""
    found: dict[str, str] = {}
    for key, words in getattr(wanted, "choices", ()):
        rows = words if isinstance(words, (list, tuple)) else [(key, words)]
        found |= {str(one): str(text) for one, text in rows}
    return found

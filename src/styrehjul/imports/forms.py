"""The file that somebody chooses, and what they say about the whole of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from styrehjul.imports.domain.fields import CHOICES
from styrehjul.imports.reading import Asked
from styrehjul.ui.forms import Form

MOST_SKIPPED = 1_000
MOST_CHOICES = 2_000
GIVEN = ("lead_area", "category", "state", "money_unit", "repair", "colours", "external_owner", "partners")
# Prefix of a field of the address -> what it says: a column's field, its unit, whose a name is, what a row is.
COLUMN, UNIT, NAME, ROW = "k.", "e.", "navn.", "afgoer."
UNITS = ("kr", "tkr", "mio")


class FileForm(Form):
    """One spreadsheet."""

    file = forms.FileField(
        label=_("Regneark"),
        help_text=_("Excel (.xlsx) eller CSV. Første række med overskrifter findes af sig selv."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv,.txt"}),
    )


def rows_in(query: QueryDict) -> frozenset[int]:
    """The rows that are left out by name: ?spring=14&spring=20, or afgoer.14=skip."""
    texts = query.getlist("spring")[:MOST_SKIPPED]
    texts += [name for name, value in _prefixed(query, ROW).items() if value == "skip"]
    return frozenset(int(text) for text in texts if text.isdecimal() and len(text) < 8)


def given_in(query: QueryDict, fields: tuple[str, ...]) -> dict[str, Any]:
    """Values for the whole file: ?lead_area=Skoler."""
    return {name: value.strip()[:200] for name in fields if (value := query.get(name, "")).strip()}


def asked_in(query: QueryDict, kind: str, name: str, data: bytes, *, profile: Any = None) -> Asked:
    """All that the address says of a file; `profile` is how lists of its kind are read, where nothing else is said."""
    columns = {
        header: field for header, field in _prefixed(query, COLUMN).items() if field in CHOICES or field in ("", "-")
    }
    units = {header: unit for header, unit in _prefixed(query, UNIT).items() if unit in UNITS}
    row = query.get("overskrift", "")
    key = query.get("noegle", "")[:200]
    if profile is not None and not columns:
        columns, units, key = dict(profile.columns), {**profile.units, **units}, key or profile.key_column
    return Asked(
        kind,
        name,
        data,
        query.get("ark", "").strip()[:100] or None,
        given_in(query, GIVEN),
        rows_in(query),
        int(row) if row.isdecimal() and 0 < len(row) < 7 and int(row) else None,
        columns,
        units,
        {
            name: value
            for name, value in _prefixed(query, NAME, empty=False).items()
            if value == "tekst" or value.isdecimal()
        },
        {
            int(name): value
            for name, value in _prefixed(query, ROW).items()
            if name.isdecimal() and len(name) < 8 and value != "skip"
        },
        key,
        profile.pk if profile is not None else None,
    )


def _prefixed(query: QueryDict, prefix: str, *, empty: bool = True) -> dict[str, str]:
    """What stands under a prefix; only the first two thousand, which is more than any file asks."""
    found: dict[str, str] = {}
    for name in list(query)[:MOST_CHOICES]:
        value = str(query[name]).strip()[:200]
        if name.startswith(prefix) and (value or empty):
            found[name.removeprefix(prefix)[:200]] = value
    return found

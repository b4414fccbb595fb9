"""The file that somebody chooses, and what they say about the whole of it."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from styrehjul.ui.forms import Form

MOST_SKIPPED = 1_000


class FileForm(Form):
    """One spreadsheet."""

    file = forms.FileField(
        label=_("Regneark"),
        help_text=_("Excel (.xlsx) eller CSV. Første række med overskrifter findes af sig selv."),
        widget=forms.FileInput(attrs={"accept": ".xlsx,.csv"}),
    )


def rows_in(query: QueryDict) -> frozenset[int]:
    """The rows that are left out by name: ?spring=14&spring=20."""
    texts = query.getlist("spring")[:MOST_SKIPPED]
    return frozenset(int(text) for text in texts if text.isdecimal() and len(text) < 8)


def given_in(query: QueryDict, fields: tuple[str, ...]) -> dict[str, Any]:
    """Values for the whole file: ?lead_area=Skoler."""
    return {name: value.strip()[:200] for name in fields if (value := query.get(name, "")).strip()}

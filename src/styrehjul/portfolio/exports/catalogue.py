"""The catalogue as a file: what it says, and what the municipality has made of each entry."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpResponse

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.portfolio.queries.catalogue import EntryRow
from styrehjul.ui.lists import download

COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "nr"),
    ("name", "navn"),
    ("programme", "program"),
    ("owner", "ejer"),
    ("start_year", "start_aar"),
    ("end_year", "slut_aar"),
    ("description", "beskrivelse"),
    ("law", "lov_eller_aftale"),
    ("source", "kilde"),
    ("state", "Hos os"),
    ("project", "Projekt"),
    ("reason", "Begrundelse"),
    ("review_on", "Ses på igen"),
)


def catalogue_file(form: str, rows: Sequence[EntryRow], on: date) -> HttpResponse:
    """The list as xlsx, csv or json. Its first columns are those that a catalogue is read from."""
    return download(
        form,
        f"katalog-{on:%Y-%m-%d}",
        [label for _key, label in COLUMNS],
        [_cells(row) for row in rows],
        xlsx=partial(to_xlsx, "Katalog"),
        csv=to_csv,
        keys=[key for key, _label in COLUMNS],
    )


def _cells(row: EntryRow) -> list[Any]:
    entry = row.entry
    return [
        entry.number, entry.name, entry.programme, entry.owner, entry.start_year, entry.end_year, entry.description,
        entry.law, entry.source, row.state_words, row.project.number if row.project else "", entry.reason,
        entry.review_on,
    ]  # fmt: skip

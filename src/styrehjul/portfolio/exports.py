"""The portfolio as a file: the same rows as the list, all pages of it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import partial
from typing import Any

from django.http import HttpResponse

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.queries.lists import Row
from styrehjul.ui.lists import download

_LIGHTS = {light.value: words for light, words in LIGHT.items()}
COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "Nummer"),
    ("title", "Projektnavn"),
    ("category", "Kategori"),
    ("subtype", "Undertype"),
    ("area", "Fagchefområde"),
    ("unit", "Enhed"),
    ("state", "Tilstand"),
    ("priority", "Prioritet"),
    ("light", "Status"),
    ("status", "Statustekst"),
    ("status_on", "Status givet"),
    ("start", "Start"),
    ("end", "Slut"),
    ("external_owner", "Ejer"),
    ("programme", "Program"),
    ("purpose", "Formål"),
    ("goal", "Mål"),
    ("cost_tdkk", "Økonomi (1.000 kr.)"),
    ("hours", "Timer"),
)


def portfolio_file(form: str, rows: Sequence[Row], on: date) -> HttpResponse:
    """The list as xlsx, csv or json."""
    return download(
        form,
        f"projekter-{on:%Y-%m-%d}",
        [label for _key, label in COLUMNS],
        [_cells(row) for row in rows],
        xlsx=partial(to_xlsx, "Projekter"),
        csv=to_csv,
        keys=[key for key, _label in COLUMNS],
    )


def _cells(row: Row) -> list[Any]:
    return [
        row.number, row.title, row.category_words, row.subtype_words, row.area, row.unit, row.state_words, row.priority,
        str(_LIGHTS.get(row.light, "")), row.sentence, row.status_on, row.start, row.end, row.external_owner,
        row.programme, row.purpose, row.goal, row.cost_tdkk, row.hours,
    ]  # fmt: skip

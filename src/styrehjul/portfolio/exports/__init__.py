"""The portfolio as a file: the rows of the list, all pages of it, and what hangs on them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import Any

from django.http import HttpResponse

from styrehjul.documents.sheets import XLSX, to_csv, to_workbook, to_xlsx
from styrehjul.portfolio.exports.parts import part_sheets
from styrehjul.portfolio.exports.projects import columns_of, project_rows
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.queries.lists import Row
from styrehjul.ui.lists import download

_LIGHTS = {light.value: words for light, words in LIGHT.items()}
COLUMNS: tuple[tuple[str, str], ...] = (
    ("number", "Nummer"), ("title", "Projektnavn"), ("category", "Kategori"), ("subtype", "Undertype"),
    ("area", "Fagchefområde"), ("unit", "Enhed"), ("state", "Tilstand"), ("priority", "Prioritet"), ("light", "Status"),
    ("status", "Statustekst"), ("status_on", "Status givet"), ("start", "Start"), ("end", "Slut"),
    ("external_owner", "Ejer"), ("programme", "Program"), ("purpose", "Formål"), ("goal", "Mål"),
    ("cost_tdkk", "Økonomi (1.000 kr.)"), ("hours", "Timer"),
)  # fmt: skip


def portfolio_file(form: str, rows: Sequence[Row], on: date, *, at: datetime | None = None) -> HttpResponse:
    """The list as xlsx, csv or json.

    With `at`, the moment of a file of today: each project with its id and everything that hangs on it, so that the file
    can be read in again. Without it, as on another day: the columns of the list alone.
    """
    name = f"projekter-{on:%Y-%m-%d}"
    if at is None or form == "json":
        headers, keys = [label for _key, label in COLUMNS], [key for key, _label in COLUMNS]
        cells = [_cells(row) for row in rows]
        return download(form, name, headers, cells, xlsx=partial(to_xlsx, "Projekter"), csv=to_csv, keys=keys)
    numbers = [row.number for row in rows]
    columns, projects = columns_of(numbers)
    found = project_rows(projects, columns, at)
    if form == "csv":
        body, kind = to_csv(columns, found), "text/csv; charset=utf-8"
    else:
        sheets = [("Projekter", columns, found), *part_sheets(projects, columns)]
        body, kind = to_workbook("Projekter", sheets), XLSX
    return HttpResponse(
        body, content_type=kind, headers={"Content-Disposition": f'attachment; filename="{name}.{form}"'}
    )


def _cells(row: Row) -> list[Any]:
    return [
        row.number, row.title, row.category_words, row.subtype_words, row.area, row.unit, row.state_words, row.priority,
        str(_LIGHTS.get(row.light, "")), row.sentence, row.status_on, row.start, row.end, row.external_owner,
        row.programme, row.purpose, row.goal, row.cost_tdkk, row.hours,
    ]  # fmt: skip

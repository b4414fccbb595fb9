"""Files for the tests, made from rows."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from openpyxl import Workbook

NATIONAL = Path(__file__).parents[2] / "src" / "styrehjul" / "portfolio" / "catalogue" / "national_projects.csv"


def a_csv(rows: Sequence[Sequence[Any]], *, separator: str = ";", encoding: str = "utf-8") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(rows)
    return text.getvalue().encode(encoding)


def a_workbook(**sheets: Sequence[Sequence[Any]]) -> bytes:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def national_rows() -> list[list[str]]:
    with NATIONAL.open(encoding="utf-8", newline="") as lines:
        return list(csv.reader(lines, delimiter=";"))

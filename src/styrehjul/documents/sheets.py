"""Spreadsheets in and out: rows from a person's file, and files that no text can turn into a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter

from styrehjul.documents import child
from styrehjul.documents.uploads import FILE_LIMIT, MEGABYTE, check_office, clean_name
from styrehjul.kernel.danish import ZONE, number_text
from styrehjul.kernel.refusal import Refused

CHARACTERS = 32_767
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"

# What a cell holds: text as it stands, or what Excel keeps as a number, a day, a moment or a truth.
Cell = str | Decimal | date | datetime | bool
Value = str | int | float | Decimal | date | datetime | bool | None


@dataclass(frozen=True)
class Row:
    """A row under the headings; `number` is what the person sees at its left edge."""

    number: int
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """What was read. `uncalculated` names cells whose formula has no kept value ("B4"); they read as empty.

    `sheets` are the visible sheets of the workbook, this one among them; none for a text file.
    """

    sheet: str
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    uncalculated: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()


def read_rows(name: str, data: bytes, sheet: str | None = None, *, known: Iterable[str] = ()) -> Table:
    """The table of an .xlsx or .csv file, formulas as the values last calculated.

    Takes the named sheet, else the first visible one with something in it. `known` are headings to look for when
    the table does not begin at the top. Raises Refused: file.* and sheet.*.
    """
    name = clean_name(name)
    kind = name.rpartition(".")[2].casefold()
    if kind not in ("xlsx", "csv"):
        raise Refused("sheet.type", name=name)
    if len(data) > FILE_LIMIT:
        raise Refused("file.too_large", name=name, limit=f"{FILE_LIMIT // MEGABYTE} MB")
    if not data:
        raise Refused("file.empty", name=name)
    try:
        if kind == "xlsx":
            check_office(data, "spreadsheetml.sheet")
        answer, _ = child.run("rows", {"kind": kind, "sheet": sheet, "known": list(known)}, [data])
    except Refused as refusal:
        raise Refused(refusal.code, **({"name": name} | refusal.facts)) from refusal
    return Table(
        answer["sheet"],
        answer["header_row"],
        tuple(answer["headers"]),
        tuple(Row(number, tuple(_cell(cell) for cell in cells)) for number, cells in answer["rows"]),
        tuple(answer["uncalculated"]),
        tuple(answer["sheets"]),
    )


def _cell(cell: str | list[str]) -> Cell:
    if isinstance(cell, str):
        return cell
    kind, text = cell
    match kind:
        case "n":
            return Decimal(text)
        case "d":
            return date.fromisoformat(text)
        case "m":
            return datetime.fromisoformat(text)
    return text == "1"


def cell_text(cell: Value) -> str:
    """The cell as a Dane writes it: 1234,5 · 09-06-2027 · ja."""
    match cell:
        case None:
            return ""
        case bool():
            return "ja" if cell else "nej"
        case datetime():
            return f"{_local(cell):%d-%m-%Y %H:%M}"
        case date():
            return f"{cell:%d-%m-%Y}"
        case int() | float() | Decimal():
            return _plain_number(cell)
    return str(cell)


def _plain_number(value: int | float | Decimal) -> str:
    exponent = Decimal(str(value)).normalize().as_tuple().exponent
    decimals = max(0, -exponent) if isinstance(exponent, int) else 0
    return number_text(value, decimals).replace(".", "")


def _local(moment: datetime) -> datetime:
    """Danish wall-clock time without a zone, which is all that a spreadsheet can hold."""
    return moment.astimezone(ZONE).replace(tzinfo=None) if moment.tzinfo else moment


def to_xlsx(title: str, headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """A workbook with one sheet: bold headings that stay in sight, a filter, columns as wide as what they hold."""
    book = Workbook(write_only=True)
    sheet = book.create_sheet(_sheet_title(title))
    table = [list(row) for row in rows]
    sheet.freeze_panes = "A2"
    for index, header in enumerate(headers):
        texts = [header, *(cell_text(row[index]) for row in table[:500] if index < len(row))]
        width = max(len(line) for text in texts for line in (text or " ").splitlines() or [""])
        sheet.column_dimensions[get_column_letter(index + 1)].width = min(60, max(10, width + 2))
    sheet.append([write_cell(sheet, header, bold=True) for header in headers])
    for row in table:
        sheet.append([write_cell(sheet, value) for value in row])
    if headers:
        sheet.auto_filter.ref = f"A1:{get_column_letter(len(headers))}{len(table) + 1}"
    book.properties.title = title
    book.properties.creator = "Styrehjul"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _sheet_title(title: str) -> str:
    """Excel allows 31 characters, without some, in the name of a sheet."""
    allowed = "".join(" " if c in "[]:*?/\\" else c for c in title)
    return allowed[:31].strip().strip("'") or "Ark1"


def write_cell(sheet: Any, value: Value, *, bold: bool = False) -> Any:
    """A cell for any of our exports. Text is text, whatever it begins with; days and numbers stay what they are."""
    cell = WriteOnlyCell(sheet)
    match value:
        case None:
            pass
        case bool():
            cell.value = cell_text(value)
        case datetime():
            cell.value = _local(value)
            cell.number_format = "dd-mm-yyyy hh:mm"
        case date():
            cell.value = value
            cell.number_format = "dd-mm-yyyy"
        case int():
            cell.value = value
        case float() | Decimal():
            cell.value = value
            cell.number_format = "#,##0.00"
        case str():
            text = ILLEGAL_CHARACTERS_RE.sub("", value)
            cell.value = text if len(text) <= CHARACTERS else f"{text[: CHARACTERS - 1]}…"
            # openpyxl makes a live formula of text that begins with "=", and an error of "#N/A".
            cell.data_type = "s"
            cell.alignment = Alignment(vertical="top", wrap_text="\n" in text or len(text) > 60)
    if bold:
        cell.font = Font(bold=True)
    return cell


def to_csv(headers: Sequence[str], rows: Iterable[Sequence[Value]]) -> bytes:
    """UTF-8 with a mark, semicolons and CRLF: what Danish Excel opens right by a double click."""
    made = io.StringIO(newline="")
    writer = csv.writer(made, delimiter=";", lineterminator="\r\n")
    for row in [headers, *rows]:
        writer.writerow([csv_cell(value) for value in row])
    return b"\xef\xbb\xbf" + made.getvalue().encode()


def csv_cell(value: Value) -> str:
    """The cell as text; an apostrophe before text that a spreadsheet would run as a formula."""
    text = cell_text(value)
    if isinstance(value, str):
        text = text.replace("\0", "")
        risky = text.startswith(("=", "+", "-", "@", "\t", "\r", "\n")) or value.startswith("\0")
        return f"'{text}" if risky else text
    return text

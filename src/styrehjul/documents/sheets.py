"""Spreadsheets in and out: rows from a person's file, and files that no text can turn into a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
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
# Endings that people try, each with its own way forward; a workbook with a password is a container of another kind.
_REFUSED = {
    "xlsm": "sheet.macro_file",
    "xltm": "sheet.macro_file",
    "xls": "sheet.old_format",
    "xlsb": "sheet.old_format",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

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

    `sheets` are the visible sheets of the workbook, this one among them; none for a text file. `context` are the rows
    above the headings, `lone` the rows that hold one wide field and nothing else, `lights` the cells filled with green,
    yellow or red (row -> column -> light), `notes` comments and links as (row, column, text).
    """

    sheet: str
    header_row: int
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    uncalculated: tuple[str, ...] = ()
    sheets: tuple[str, ...] = ()
    context: tuple[tuple[int, str], ...] = ()
    lone: frozenset[int] = frozenset()
    hidden_rows: frozenset[int] = frozenset()
    hidden_columns: frozenset[int] = frozenset()
    lights: Mapping[int, Mapping[int, str]] = field(default_factory=dict)
    notes: tuple[tuple[int, int, str], ...] = ()
    epoch1904: bool = False
    double_encoded: bool = False


def read_rows(
    name: str,
    data: bytes,
    sheet: str | None = None,
    *,
    known: Iterable[str] = (),
    header_row: int | None = None,
    repair: bool = False,
) -> Table:
    """The table of an .xlsx or .csv file, formulas as the values last calculated.

    Takes the named sheet, else the first visible one with something in it. `known` are headings to look for when
    the table does not begin at the top; `header_row` says where they stand. `repair` reads letters that were encoded
    twice ("Ã¦") as what they were. Raises Refused: file.* and sheet.*.
    """
    name = clean_name(name)
    kind = name.rpartition(".")[2].casefold()
    kind = "csv" if kind == "txt" else kind
    if kind in _REFUSED:
        raise Refused(_REFUSED[kind], name=name)
    if kind not in ("xlsx", "csv"):
        raise Refused("sheet.type", name=name)
    if len(data) > FILE_LIMIT:
        raise Refused("file.too_large", name=name, limit=f"{FILE_LIMIT // MEGABYTE} MB")
    if not data:
        raise Refused("file.empty", name=name)
    if kind == "xlsx" and data.startswith(_OLE):
        raise Refused("sheet.locked", name=name)
    try:
        if kind == "xlsx":
            check_office(data, "spreadsheetml.sheet")
        facts = {"kind": kind, "sheet": sheet, "known": list(known), "header_row": header_row, "repair": repair}
        answer, _ = child.run("rows", facts, [data])
    except Refused as refusal:
        raise Refused(refusal.code, **({"name": name} | refusal.facts)) from refusal
    return Table(
        answer["sheet"],
        answer["header_row"],
        tuple(answer["headers"]),
        tuple(Row(number, tuple(_cell(cell) for cell in cells)) for number, cells in answer["rows"]),
        tuple(answer["uncalculated"]),
        tuple(answer["sheets"]),
        tuple((number, text) for number, text in answer["context"]),
        frozenset(answer["lone"]),
        frozenset(answer["hidden_rows"]),
        frozenset(answer["hidden_columns"]),
        {int(row): {int(at): light for at, light in cells.items()} for row, cells in answer["lights"].items()},
        tuple((row, at, text) for row, at, text in answer["notes"]),
        answer["epoch1904"],
        answer["double_encoded"],
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


def to_workbook(title: str, sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[Value]]]]) -> bytes:
    """A workbook with several sheets, each (name, headings, rows), written as it is read: rows are never held twice."""
    book = Workbook(write_only=True)
    for name, headers, rows in sheets:
        sheet = book.create_sheet(_sheet_title(name))
        sheet.freeze_panes = "A2"
        for index, header in enumerate(headers):
            sheet.column_dimensions[get_column_letter(index + 1)].width = min(40, max(12, len(header) + 2))
        sheet.append([write_cell(sheet, header, bold=True) for header in headers])
        for row in rows:
            sheet.append([_quick_cell(sheet, value) for value in row])
    book.properties.title = title
    book.properties.creator = "Styrehjul"
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _quick_cell(sheet: Any, value: Value) -> Any:
    """As `write_cell`; what needs no care is written as it is, which is three times as quick."""
    if value is None or value == "":
        return None
    if isinstance(value, str):
        value = _guarded_again(value)
        plain = value[0] not in "=#" and len(value) <= CHARACTERS and not ILLEGAL_CHARACTERS_RE.search(value)
        return value if plain else write_cell(sheet, value)
    return value if type(value) is int else write_cell(sheet, value)


def _guarded_again(text: str) -> str:
    """An apostrophe that stands before "=" already gets one more: ours is the one that is taken off again."""
    return f"'{text}" if text[0] == "'" and text.lstrip("'")[:1] in ("=", "+", "-", "@") else text


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
        bare = text.lstrip("'")
        risky = bare.startswith(("=", "+", "-", "@")) or text.startswith(("\t", "\r", "\n")) or value.startswith("\0")
        return f"'{text}" if risky else text
    return text

"""Spreadsheets read in the child process: openpyxl and csv, with counts of our own, since sheets lie about theirs."""

from __future__ import annotations

import csv
import io
import math
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from typing import Any

from styrehjul.documents import child
from styrehjul.kernel.refusal import Refused

SHEETS, ROWS, COLUMNS, CELLS, CHARACTERS = 20, 50_000, 200, 1_000_000, 32_767
# Real sheets begin with a title, a date and an empty row or two before the headings.
HEADER_WITHIN = 30
# A cell crosses the process border as text, or as ["n"|"d"|"m"|"b", text]: number, day, moment, truth.
Cell = str | list[str]
Found = tuple[int, list[Cell]]


def rows(facts: child.Json, data: bytes) -> child.Json:
    """The table of a file: sheet, header row, headings, rows, and cells whose formula was never calculated."""
    if facts["kind"] == "csv":
        name, found, uncalculated, sheets = "", list(_counted(_csv_rows(data))), list[str](), list[str]()
    else:
        name, found, uncalculated, sheets = _xlsx(data, facts.get("sheet"))
    if not found:
        raise Refused("sheet.empty", sheet=name)
    at = _header_at(found, {known.casefold() for known in facts.get("known", ())})
    number, header = found[at]
    headings = [" ".join(_text(cell).split()) for cell in header]
    width = max(len(cells) for _, cells in found[at:])
    headings += [""] * (width - len(headings))
    body = [[n, cells + [""] * (width - len(cells))] for n, cells in found[at + 1 :]]
    return {
        "sheet": name,
        "sheets": sheets,
        "header_row": number,
        "headers": headings,
        "rows": body,
        "uncalculated": uncalculated,
    }


def _header_at(found: list[Found], known: set[str]) -> int:
    """Where the headings stand: most known names, else the first row nearly as wide as the widest, all of it text."""
    near = found[:HEADER_WITHIN]
    if known:
        hits = [len({" ".join(_text(c).split()).casefold() for c in cells} & known) for _, cells in near]
        if max(hits) > 0:
            return hits.index(max(hits))
    widest = max(sum(1 for c in cells if c != "") for _, cells in near)
    for index, (_, cells) in enumerate(near):
        filled = [cell for cell in cells if cell != ""]
        if len(filled) >= max(1, math.ceil(widest * 0.6)) and all(isinstance(cell, str) for cell in filled):
            return index
    return 0


def _counted(source: Iterator[Found]) -> Iterator[Found]:
    """Rows with something in them, without empty cells at the end, within the limits."""
    count = cells_seen = 0
    for number, cells in source:
        while cells and cells[-1] == "":
            cells.pop()
        if not cells:
            continue
        count += 1
        cells_seen += len(cells)
        if count > ROWS:
            raise Refused("sheet.rows", limit=ROWS)
        if len(cells) > COLUMNS:
            raise Refused("sheet.columns", limit=COLUMNS, row=number)
        if cells_seen > CELLS:
            raise Refused("sheet.cells", limit=CELLS)
        if any(len(_text(cell)) > CHARACTERS for cell in cells):
            raise Refused("sheet.cell_too_long", limit=CHARACTERS, row=number)
        yield number, cells


def _text(cell: Cell) -> str:
    return cell if isinstance(cell, str) else cell[1]


# --- Excel ---


def _xlsx(data: bytes, wanted: str | None) -> tuple[str, list[Found], list[str], list[str]]:
    import openpyxl
    from openpyxl.utils.exceptions import InvalidFileException

    if not openpyxl.DEFUSEDXML:
        raise RuntimeError("defusedxml is not in use")
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
        if len(book.sheetnames) > SHEETS:
            raise Refused("sheet.sheets", limit=SHEETS)
        tables = [sheet for sheet in book.worksheets if sheet.sheet_state == "visible"] or list(book.worksheets)
        names = [sheet.title for sheet in tables]
        if wanted is not None:
            tables = [sheet for sheet in book.worksheets if sheet.title.casefold() == wanted.strip().casefold()]
            if not tables:
                raise Refused("sheet.missing", sheet=wanted, sheets=book.sheetnames)
        for sheet in tables:
            found = list(_counted(_sheet_rows(sheet)))
            if found:
                return sheet.title, found, _uncalculated(data, sheet.title, found), names
        return tables[0].title if tables else "", [], [], names
    except (
        InvalidFileException,
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        SyntaxError,
    ):
        raise Refused("sheet.unreadable") from None


def _sheet_rows(sheet: Any) -> Iterator[Found]:
    # The sheet's own statement of its size is left aside: it may say a million rows, or one.
    sheet.reset_dimensions()
    for number, cells in enumerate(sheet.iter_rows(values_only=True), start=1):
        yield number, [_cell(value) for value in cells]


def _cell(value: Any) -> Cell:
    match value:
        case None:
            return ""
        case bool():
            return ["b", "1" if value else "0"]
        case int():
            return ["n", str(value)]
        case float():
            # Fifteen digits are what Excel itself counts with; the rest is binary dust.
            return ["n", format(value, ".15g")] if math.isfinite(value) else str(value)
        case datetime():
            return ["d", value.date().isoformat()] if value.time() == time(0) else ["m", value.isoformat()]
        case date():
            return ["d", value.isoformat()]
        case time() | timedelta():
            return str(value)
    return str(value).strip()


def _uncalculated(data: bytes, title: str, found: list[Found]) -> list[str]:
    """Cells with a formula and no kept value, as "B4": they would else be read as empty. At most ten."""
    import openpyxl

    if not _has_formula(data):
        return []
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)
    sheet = book[title]
    sheet.reset_dimensions()
    values = dict(found)
    names: list[str] = []
    for number, cells in enumerate(sheet.iter_rows(), start=1):
        for index, cell in enumerate(cells):
            kept = values.get(number, [])
            if cell.data_type == "f" and (index >= len(kept) or kept[index] == ""):
                names.append(cell.coordinate)
                if len(names) == 10:
                    return names
    return names


def _has_formula(data: bytes) -> bool:
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        for name in container.namelist():
            if name.startswith("xl/worksheets/") and name.endswith(".xml"):
                xml = container.read(name)
                if b"<f>" in xml or b"<f " in xml:
                    return True
    return False


# --- CSV ---


def _csv_rows(data: bytes) -> Iterator[Found]:
    text = _decoded(data)
    separator, text, skipped = _separator(text)
    csv.field_size_limit(CHARACTERS)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=separator)
    try:
        for number, cells in enumerate(reader, start=1 + skipped):
            yield number, [_unguarded(cell.strip()) for cell in cells]
    except csv.Error:
        raise Refused("sheet.cell_too_long", limit=CHARACTERS, row=reader.line_num + skipped) from None


def _decoded(data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    else:
        if b"\0" in data:
            raise Refused("file.wrong_type")
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Refused("sheet.encoding")


def _separator(text: str) -> tuple[str, str, int]:
    """The separator that parts most of the first lines; `;` wins a tie, as Danish Excel writes it."""
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) == 5:
        return first.strip()[4], rest, 1
    lines = text[:20_000].splitlines()[:HEADER_WITHIN]
    counts = {mark: sum(1 for row in csv.reader(lines, delimiter=mark) if len(row) > 1) for mark in ";\t,"}
    return max(counts, key=lambda mark: counts[mark]), text, 0


def _unguarded(text: str) -> str:
    """Our own exports put an apostrophe before what a spreadsheet would take for a formula."""
    return text[1:] if text[:1] == "'" and text[1:2] in ("=", "+", "-", "@") else text

"""Spreadsheets read in the child process: openpyxl and csv, with counts of our own, since sheets lie about theirs."""

from __future__ import annotations

import csv
import io
import math
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any

from styrehjul.documents import child
from styrehjul.documents.sheet_marks import Marks, marks_of
from styrehjul.kernel.refusal import Refused

SHEETS, ROWS, COLUMNS, CELLS, CHARACTERS = 20, 50_000, 200, 1_000_000, 32_767
# Real sheets begin with a title, a date and an empty row or two before the headings.
HEADER_WITHIN = 30
COUNTED_LINES = 50
# A cell crosses the process border as text, or as ["n"|"d"|"m"|"b", text]: number, day, moment, truth.
Cell = str | list[str]
Found = tuple[int, list[Cell]]


def rows(facts: child.Json, data: bytes) -> child.Json:
    """The table of a file: sheet, header row, headings, rows, and cells whose formula was never calculated."""
    book = _csv(data, repair=bool(facts.get("repair"))) if facts["kind"] == "csv" else _xlsx(data, facts.get("sheet"))
    if not book.found:
        raise Refused("sheet.empty", sheet=book.sheet)
    known = {known.casefold() for known in facts.get("known", ())}
    lone = _spread(book.found, book.marks)
    wanted = facts.get("header_row")
    at = next((index for index, (n, _) in enumerate(book.found) if n == wanted), None) if wanted else None
    if at is None:
        at = _first_line(book, _header_at(book.found, known))
    number, header = book.found[at]
    headings, below = [_heading(cell) for cell in header], at + 1
    if joined := _two_lines(headings, book.found[below : below + 1], book.marks, number, known):
        headings, below = joined, below + 1
    width = max(len(cells) for _, cells in book.found[at:])
    headings += [""] * (width - len(headings))
    body = [[n, cells + [""] * (width - len(cells))] for n, cells in book.found[below:]]
    first = book.found[below][0] if len(book.found) > below else number
    return {
        "sheet": book.sheet,
        "sheets": book.sheets,
        "header_row": number,
        "headers": headings,
        "rows": body,
        "uncalculated": book.uncalculated,
        "context": [
            [n, " · ".join(dict.fromkeys(t for c in cells if (t := _heading(c))))] for n, cells in book.found[:at]
        ],
        "lone": lone,
        "hidden_rows": [n for n in book.marks.hidden_rows if n >= first],
        "hidden_columns": book.marks.hidden_columns,
        "lights": {str(n): cells for n, cells in book.marks.lights.items() if n >= first},
        "notes": [note for note in book.marks.notes if note[0] >= first],
        "epoch1904": book.epoch1904,
        "double_encoded": book.double_encoded,
    }


def _first_line(book: _Book, at: int) -> int:
    """Headings in two lines begin where a field that is merged over both of them begins."""
    number = book.found[at][0]
    above = [top for top, _left, bottom, _right in book.marks.merged if top < number <= bottom]
    return next((index for index, (n, _) in enumerate(book.found[:at]) if n in above), at)


@dataclass
class _Book:
    """A file as it was read."""

    sheet: str
    found: list[Found]
    uncalculated: list[str] = field(default_factory=list)
    sheets: list[str] = field(default_factory=list)
    marks: Marks = field(default_factory=Marks)
    epoch1904: bool = False
    double_encoded: bool = False


def _heading(cell: Cell) -> str:
    return " ".join(_text(cell).split())


def _spread(found: list[Found], marks: Marks) -> list[int]:
    """Give every cell of a merged field its value. Rows that hold one wide field and nothing else are told of."""
    lone: list[int] = []
    places = dict(found)
    for top, left, bottom, right in marks.merged:
        cells = places.get(top)
        if cells is None or left >= len(cells) or cells[left] == "":
            continue
        value = cells[left]
        others = any(cell != "" for place, cell in enumerate(cells) if not left <= place <= right)
        if top == bottom and not others:
            lone.append(top)
            continue
        for number in range(top, min(bottom, top + ROWS) + 1):
            row = places.get(number)
            if row is None:
                continue
            row += [""] * (min(right, COLUMNS - 1) + 1 - len(row))
            for place in range(left, min(right, COLUMNS - 1) + 1):
                row[place] = row[place] or value
    return sorted(lone)


def _two_lines(headings: list[str], below: list[Found], marks: Marks, number: int, known: set[str]) -> list[str] | None:
    """Headings in two lines joined, where the lower line names more columns than the upper one does."""
    if not below or not all(isinstance(cell, str) for cell in below[0][1]):
        return None
    lower = [_heading(cell) for cell in below[0][1]]
    groups = any(top == number and left != right for top, left, _bottom, right in marks.merged)
    width = max(len(headings), len(lower))
    upper, lower = headings + [""] * (width - len(headings)), lower + [""] * (width - len(lower))
    if not groups:
        # A group's name stands over its first column only.
        for place in range(1, width):
            if not upper[place] and lower[place] and lower[place - 1]:
                upper[place] = upper[place - 1]
    joined = [
        line if not under or line.casefold() == under.casefold() else f"{line} {under}".strip()
        for line, under in zip(upper, lower, strict=True)
    ]
    gaps = sum(1 for line, under in zip(headings + [""] * width, lower, strict=False) if under and not line)
    if not groups and not gaps:
        return None
    words = {line.casefold() for line in lower if line} & known
    return joined if words and (groups or len(words) > 1 or gaps > 1) else None


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


def _xlsx(data: bytes, wanted: str | None) -> _Book:
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
                with zipfile.ZipFile(io.BytesIO(data)) as container:
                    marks = marks_of(container, sheet._worksheet_path, book)
                missing = _uncalculated(data, sheet.title, found)
                return _Book(sheet.title, found, missing, names, marks, book.epoch.year == 1904)
        return _Book(tables[0].title if tables else "", [], [], names)
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


# UTF-8 that was read as Windows-1252 and saved again: "æ" has become "Ã¦".
_DOUBLE = re.compile("Ã[¦¸¥†˜…©¼¶¤]|â€[“”™œ]")


def _csv(data: bytes, *, repair: bool) -> _Book:
    text = _decoded(data)
    broken = _DOUBLE.search(text) is not None
    if broken and repair:
        text, broken = _repaired(text), False
    return _Book("", list(_counted(_csv_rows(text))), double_encoded=broken)


def _repaired(text: str) -> str:
    """Each letter that was read twice, read once; what was right stays as it is."""

    def once(found: re.Match[str]) -> str:
        try:
            return found[0].encode("cp1252").decode("utf-8")
        except UnicodeError:
            return found[0]

    return re.sub("[ÃâÂ][\x80-\xff€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{1,2}", once, text)


def _csv_rows(text: str) -> Iterator[Found]:
    separator, text, skipped = _separator(text)
    csv.field_size_limit(CHARACTERS)
    lines = list(io.StringIO(text, newline=""))
    reader = csv.reader(iter(lines), delimiter=separator)
    begun = 0
    try:
        for number, cells in enumerate(reader, start=1 + skipped):
            if reader.line_num - begun > 1 or reader.line_num == len(lines):
                _refuse_open_quote(lines[begun : reader.line_num], separator, begun + 1 + skipped)
            yield number, [_unguarded(cell.strip()) for cell in cells]
            begun = reader.line_num
    except csv.Error:
        _refuse_open_quote(lines[begun:], separator, begun + 1 + skipped)
        raise Refused("sheet.cell_too_long", limit=CHARACTERS, row=begun + 1 + skipped) from None


def _refuse_open_quote(lines: list[str], separator: str, line: int) -> None:
    """A quote that nobody closes takes the rows below into one cell: refused with the line where it stands.

    Text in quotes may rightly go over several lines; a quote in the middle of a cell is only a letter.
    """
    try:
        for _row in csv.reader(iter(lines), delimiter=separator, strict=True):
            pass
    except csv.Error as fault:
        if len(lines) > 1 or "end of data" in str(fault):
            raise Refused("sheet.open_quote", row=line, text=" ".join(lines[0].split())[:60]) from None


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
    lines = text[:60_000].splitlines()[:COUNTED_LINES]
    counts = {mark: sum(1 for row in csv.reader(lines, delimiter=mark) if len(row) > 1) for mark in ";\t,"}
    return max(counts, key=lambda mark: counts[mark]), text, 0


def _unguarded(text: str) -> str:
    """Our own exports put an apostrophe before what a spreadsheet would take for a formula."""
    return text[1:] if text[:1] == "'" and text.lstrip("'")[:1] in ("=", "+", "-", "@") else text

"""Spreadsheets in and out."""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from styrehjul.documents import child
from styrehjul.documents.sheets import Row, cell_text, read_rows, to_csv, to_xlsx
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused

HALF_PAST_NINE = datetime(2027, 6, 9, 9, 30)  # noqa: DTZ001 - a spreadsheet has no zone
MIDNIGHT = datetime(2027, 6, 9)  # noqa: DTZ001 - as above


def a_book(*rows: list[Any], title: str = "Projekter") -> Workbook:
    book = Workbook()
    book.active.title = title
    for row in rows:
        book.active.append(row)
    return book


def saved(book: Workbook) -> bytes:
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def refused(name: str, data: bytes, sheet: str | None = None) -> str:
    with pytest.raises(Refused) as refusal:
        read_rows(name, data, sheet)
    return refusal.value.code


def test_cells_keep_what_they_are() -> None:
    data = saved(a_book(["Navn", "Start", "Møde", "Beløb", "Aktiv"],
                        ["Åse", date(2027, 6, 9), HALF_PAST_NINE, 0.1 + 0.2, True], ["=1+1", None, None, 7, None]))  # fmt: skip
    table = read_rows("projekter.xlsx", data)

    assert (table.sheet, table.header_row) == ("Projekter", 1)
    assert table.headers == ("Navn", "Start", "Møde", "Beløb", "Aktiv")
    assert table.rows[0] == Row(2, ("Åse", date(2027, 6, 9), HALF_PAST_NINE, Decimal("0.3"), True))


def test_a_formula_that_was_never_calculated_is_told_and_not_read_as_empty() -> None:
    table = read_rows("a.xlsx", saved(a_book(["Navn", "Sum"], ["Åse", "=1+1"], ["Bo", 3])))

    assert table.uncalculated == ("B2",)
    assert table.rows[1].cells == ("Bo", Decimal(3))


def test_rows_are_counted_as_the_person_counts_them() -> None:
    book = a_book(
        ["Projekter i Norddjurs"], ["pr. 1. juni 2027"], [], ["Navn", "Ansvarlig", "Start"], ["A", "Anna", None]
    )
    book.active["A9"], book.active["B9"] = "B", "Bo"
    table = read_rows("a.xlsx", saved(book))

    assert table.header_row == 4
    assert table.headers == ("Navn", "Ansvarlig", "Start")
    assert [row.number for row in table.rows] == [5, 9]
    assert table.rows[1].cells == ("B", "Bo", "")


def test_known_headings_decide_where_the_table_begins() -> None:
    book = a_book(["Udtræk", "fra", "systemet", "i", "går"], ["Navn", "Frist"], ["A", "1. maj"])
    table = read_rows("a.xlsx", saved(book), known=["navn", "frist"])

    assert (table.header_row, table.headers[:2]) == (2, ("Navn", "Frist"))


def test_the_first_visible_sheet_with_something_in_it_is_read() -> None:
    book = a_book(["skjult"], ["x"], title="Skjult")
    book.active.sheet_state = "hidden"
    book.create_sheet("Tomt")
    book.create_sheet("Rigtigt").append(["Navn"])
    data = saved(book)

    assert read_rows("a.xlsx", data).sheet == "Rigtigt"
    assert read_rows("a.xlsx", data, "skjult").headers == ("skjult",)
    assert refused("a.xlsx", data, "Nej") == "sheet.missing"
    assert refused("a.xlsx", data, "Tomt") == "sheet.empty"


def test_a_stray_mark_far_down_or_far_right_costs_nothing() -> None:
    book = a_book(["Navn"], ["A"])
    book.active["A1048576"].number_format = "0"
    book.active["A1048576"] = " "
    table = read_rows("a.xlsx", saved(book))

    assert [row.cells for row in table.rows] == [("A",)]


@pytest.mark.parametrize(
    ("book", "code"),
    [
        (a_book(["Navn"], *([str(n)] for n in range(50_000)), ["en for mange"]), "sheet.rows"),
        (a_book(["x"] * 201), "sheet.columns"),
    ],
)
def test_a_sheet_beyond_the_limits_is_refused(book: Workbook, code: str) -> None:
    assert refused("a.xlsx", saved(book)) == code


def test_too_many_sheets_are_refused() -> None:
    book = a_book(["Navn"])
    for number in range(20):
        book.create_sheet(f"Ark {number}")

    assert refused("a.xlsx", saved(book)) == "sheet.sheets"


def test_a_small_file_that_wants_a_gigabyte_is_stopped() -> None:
    row = '<row r="{0}">' + '<c t="inlineStr"><is><t>abcdefgh</t></is></c>' * 16_000 + "</row>"
    xml = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
    xml += row.format(1).encode() * 200 + b"</sheetData></worksheet>"
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(saved(a_book(["Navn"])))) as book,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as bomb,
    ):
        for name in book.namelist():
            bomb.writestr(name, xml if name == "xl/worksheets/sheet1.xml" else book.read(name))
    assert len(made.getvalue()) < 1_000_000

    assert refused("a.xlsx", made.getvalue()) in ("file.too_many_parts", "file.slow", "sheet.columns")


def test_the_child_dies_where_the_memory_ends() -> None:
    data = saved(a_book(["Navn"], *([f"{number}" * 50] for number in range(20_000))))
    with pytest.raises(Refused) as refusal:
        child.run("rows", {"kind": "xlsx"}, [data], memory=60 * 1024 * 1024)

    assert refusal.value.code == "file.slow"


def test_the_child_is_stopped_when_its_time_is_up() -> None:
    with pytest.raises(Refused) as refusal:
        child.run("rows", {"kind": "csv"}, [b"a;b\n1;2"], seconds=0.001)

    assert refusal.value.code == "file.slow"


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("a.ods", b"x", "sheet.type"), ("a.xls", b"x", "sheet.old_format"), ("a.xlsm", b"x", "sheet.macro_file"), ("a.xlsx", b"", "file.empty"),
        ("a.xlsx", b"Navn;Frist", "file.wrong_type"), ("a.csv", b"PK\x03\x04\0\0", "file.wrong_type"),
        ("a.csv", b"\r\n;;\r\n", "sheet.empty"), ("a.csv", b"Navn\x81", "sheet.encoding"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused(name: str, data: bytes, code: str) -> None:
    assert refused(name, data) == code


def test_a_macro_in_a_spreadsheet_is_refused() -> None:
    made = io.BytesIO(saved(a_book(["Navn"])))
    with zipfile.ZipFile(made, "a") as container:
        container.writestr("xl/vbaProject.bin", b"x")

    assert refused("a.xlsx", made.getvalue()) == "file.macro"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("mark", [";", ",", "\t"])
def test_csv_in_every_dress(encoding: str, mark: str) -> None:
    text = f"Navn{mark}Område\r\nÅse Østergård{mark}Skole\r\n\r\nBo{mark}Ældre\r\n"
    table = read_rows("a.csv", text.encode(encoding))

    assert table.headers == ("Navn", "Område")
    assert [(row.number, row.cells) for row in table.rows] == [(2, ("Åse Østergård", "Skole")), (4, ("Bo", "Ældre"))]


def test_semicolons_win_over_danish_commas() -> None:
    table = read_rows("a.csv", b"Navn;Pris\r\nA;1,5\r\nB;2,5\r\n")

    assert [row.cells for row in table.rows] == [("A", "1,5"), ("B", "2,5")]


def test_excels_own_first_line_and_line_breaks_in_cells() -> None:
    table = read_rows("a.csv", b'sep=;\r\nNavn;Note\r\nA;"to\r\nlinjer; og ""citat"""\r\nB;\r\n')

    assert table.headers == ("Navn", "Note")
    assert table.rows[0] == Row(3, ("A", 'to\r\nlinjer; og "citat"'))
    assert table.rows[1].number == 4


def test_a_missing_quotation_mark_does_not_swallow_the_file_silently() -> None:
    data = b'Navn;Note\r\n"A;B\r\n' + b"C;D\r\n" * 20_000

    assert refused("a.csv", data) == "sheet.open_quote"


FORMULAS = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", '=HYPERLINK("http://x")', "=cmd|' /C calc'!A0"]


@pytest.mark.parametrize("text", FORMULAS)
def test_text_is_never_a_formula(text: str) -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx("Projekter", ["Navn"], [[text]]))).active
    line = to_csv(["Navn"], [[text]]).decode("utf-8-sig").split("\r\n")[1]

    assert sheet["A2"].data_type == "s"
    assert sheet["A2"].value == text
    assert line.lstrip('"').startswith("'")


def test_numbers_and_days_are_numbers_and_days() -> None:
    row: list[Any] = [-12.5, Decimal("1234.5"), date(2027, 6, 9), datetime(2027, 6, 9, 9, 30, tzinfo=ZONE), True, None]
    sheet = load_workbook(io.BytesIO(to_xlsx("A", list("abcdef"), [row]))).active

    assert [cell.value for cell in sheet[2]] == [-12.5, 1234.5, MIDNIGHT, HALF_PAST_NINE, "ja", None]
    assert sheet["C2"].number_format == "dd-mm-yyyy"
    assert to_csv(["a"], [row]).decode("utf-8-sig").split("\r\n")[1] == "-12,5;1234,5;09-06-2027;09-06-2027 09:30;ja;"


def test_a_sheets_name_may_hold_anything() -> None:
    assert load_workbook(
        io.BytesIO(to_xlsx("Projekter: [alle] 1/2 * ? og et meget langt navn", ["a"], []))
    ).sheetnames == ["Projekter   alle  1 2     og et"]
    assert load_workbook(io.BytesIO(to_xlsx("", ["a"], []))).sheetnames == ["Ark1"]


def test_danish_text_of_cells() -> None:
    assert [cell_text(value) for value in (None, 1000000, Decimal("1.50"), 0.1, False)] == [
        "",
        "1000000",
        "1,5",
        "0,1",
        "nej",
    ]


@given(st.lists(st.lists(st.text(max_size=30), min_size=2, max_size=2), min_size=1, max_size=5))
def test_any_text_survives_an_excel_file(rows: list[list[str]]) -> None:
    sheet = load_workbook(io.BytesIO(to_xlsx("A", ["a", "b"], rows))).active
    for row, written in zip(rows, sheet.iter_rows(min_row=2, max_row=1 + len(rows)), strict=True):
        for text, cell in zip(row, written, strict=True):
            # "n" is how openpyxl reads an empty cell: of text without one character that a file may hold.
            assert cell.data_type in ("s", "inlineStr") or not any(c.isprintable() or c.isspace() for c in text)

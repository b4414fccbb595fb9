"""Spreadsheets as they come: titles above, two lines of headings, merged fields, colours, and what is no project."""

from __future__ import annotations

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from openpyxl import Workbook
from openpyxl.comments import Comment
from openpyxl.styles import PatternFill

from styrehjul.audit.unit import run
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain.cells import Unreadable, amount_of, light_of, number_of, span_of
from styrehjul.imports.domain.lines import Plan
from styrehjul.imports.reading import Asked, first_table, plan_of, project_sheet
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import create_person
from styrehjul.portfolio.actions import load_suggestion
from styrehjul.portfolio.actions.settings import change_settings
from styrehjul.portfolio.models import Project
from tests.imports.sheets import a_csv, a_workbook
from tests.portfolio.town import AT, Town, a_town

ON = AT.date()


@pytest.fixture
def town(db: None) -> Town:
    return a_town()


def asked(data: bytes, name: str = "liste.xlsx", **more: Any) -> Asked:
    return Asked("projects", name, data, **more)


def planned(data: bytes, name: str = "liste.xlsx", **more: Any) -> Plan:
    return plan_of(asked(data, name, **more), ON)


def read_in(data: bytes, name: str = "liste.xlsx", **more: Any) -> Plan:
    return run(lambda: carry_out(asked(data, name, **more), by=None, at=AT))


def fates(plan: Plan) -> list[str]:
    return [line.fate.value for line in plan.lines]


def a_book(fill: Callable[[Any], None]) -> bytes:
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "Ark1"
    fill(sheet)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


class TestDoor:
    @pytest.mark.parametrize(
        ("name", "data", "code"),
        [
            ("liste.xlsm", b"PK\x03\x04", "sheet.macro_file"), ("liste.xls", b"\xd0\xcf\x11\xe0", "sheet.old_format"),
            ("liste.xlsx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "sheet.locked"),
            ("liste.csv", b"", "file.empty"), ("liste.pdf", b"%PDF", "sheet.type"),
            ("liste.csv", ("Navn" + ";x" * 300 + "\r\nA\r\n").encode(), "sheet.columns"),
        ],
    )  # fmt: skip
    def test_what_is_no_readable_list_is_refused_with_what_to_do(self, name: str, data: bytes, code: str) -> None:
        with pytest.raises(Refused) as caught:
            first_table(asked(data, name))
        assert caught.value.code == code

    def test_more_rows_than_a_portfolio_has(self, town: Town) -> None:
        data = a_csv([["Navn"], *([f"Projekt {number}"] for number in range(5_001))])
        with pytest.raises(Refused, match=r"import\.too_many"):
            planned(data, "liste.csv")

    def test_the_municipality_chooses_how_many_rows_and_how_alike(self, town: Town) -> None:
        change_settings(by=town.anna, at=AT, max_import_rows=2, similarity_percent=70)
        with pytest.raises(Refused, match=r"import\.too_many") as caught:
            planned(a_csv([["Navn"], ["Et"], ["To"], ["Tre"]]), "liste.csv")
        assert caught.value.facts == {"rows": 3, "limit": 2}
        read_in(a_csv([["Navn", "Område"], ["Digital byggesag", "Skoler"]]), "liste.csv")
        near = a_csv([["Navn", "Område"], ["Digital byggesagsbehandling", "Skoler"]])
        assert fates(planned(near, "liste.csv")) == ["possible_duplicate"]
        change_settings(by=town.anna, at=AT, similarity_percent=95)
        assert fates(planned(near, "liste.csv")) == ["create"]

    @pytest.mark.parametrize(
        ("text", "line"),
        [
            ('Navn;Note\r\nAula;"åben\r\nByg;x\r\nCykel;y\r\n', 2),
            ('Navn;Note\r\nAula;"to\r\nlinjer"\r\nByg;"åben\r\nCykel;"y"\r\n', 4),
            ('Navn;Note\r\nAula;x\r\nByg;"åben;1', 3),
            ("Navn;Note\r\n" + 'Aula;"åben' + "\r\nByg;" + "x" * 40_000, 2),
        ],
    )
    def test_a_quote_that_nobody_closes_is_told_with_its_line(self, text: str, line: int) -> None:
        with pytest.raises(Refused, match=r"sheet\.open_quote") as caught:
            first_table(asked(text.encode(), "liste.csv"))
        assert caught.value.facts["row"] == line

    def test_quotes_over_two_lines_and_in_the_middle_of_a_text_are_no_fault(self) -> None:
        text = 'Navn;Note\r\nAula;"to\r\nlinjer"\r\n"Byg" nu;5" rør\r\n'
        rows = first_table(asked(text.encode(), "liste.csv")).rows
        assert [row.cells for row in rows] == [("Aula", "to\r\nlinjer"), ("Byg nu", '5" rør')]

    def test_letters_that_were_encoded_twice_are_offered_repaired(self, town: Town) -> None:
        broken = "Navn;Område\r\nBørn på rejse;Skoler\r\n".encode().decode("cp1252").encode()
        with pytest.raises(Refused, match=r"import\.double_encoded"):
            planned(broken, "liste.csv")
        repaired = planned(broken, "liste.csv", given={"repair": "ret"})
        assert repaired.lines[0].key == "Børn på rejse"
        kept = planned(broken, "liste.csv", given={"repair": "behold"})
        assert "Ã¸" in kept.lines[0].key


class TestHeadings:
    def test_a_title_above_and_headings_in_two_lines(self, town: Town) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["Projektoversigt 2027", None, None, None])
            sheet.merge_cells("A1:D1")
            sheet.append([])
            sheet.append(["Projektnavn", "Økonomi (1.000 kr.)", None, "Slut"])
            sheet.append([None, "Budget", "Forbrug", None])
            sheet.merge_cells("A3:A4")
            sheet.merge_cells("B3:C3")
            sheet.merge_cells("D3:D4")
            sheet.append(["Aula", 1250, 300, "2027"])

        data = a_book(fill)
        sheet = project_sheet(asked(data), first_table(asked(data)))
        assert sheet.columns.headers == (
            "Projektnavn", "Økonomi (1.000 kr.) Budget", "Økonomi (1.000 kr.) Forbrug", "Slut",
        )  # fmt: skip
        assert first_table(asked(data)).context == ((1, "Projektoversigt 2027"),)
        read_in(data)
        project = Project.objects.get()
        assert (project.cost_tdkk, project.planned_end) == (Decimal(1250), date(2027, 12, 31))
        assert project.extra == {"Økonomi (1.000 kr.) Forbrug": "300"}

    def test_two_alike_and_one_without_a_name(self, town: Town) -> None:
        read_in(a_csv([["Navn", "Note", "", "Note"], ["Aula", "a", "b", "c"]]), "liste.csv")
        assert Project.objects.get().extra == {"Note": "a", "Kolonne C": "b", "Note (2)": "c"}

    def test_the_person_says_where_the_headings_stand_and_what_they_mean(self, town: Town) -> None:
        data = a_csv([["Emne", "Hvem"], ["Aula", "Mette Lund"]])
        with pytest.raises(Refused, match=r"import\.no_title"):
            planned(data, "liste.csv")
        read_in(data, "liste.csv", columns={"Emne": "title", "Hvem": "manager"})
        assert Project.objects.get().roles.get().person == town.mette

    def test_the_phase_is_found_by_its_name_and_an_unknown_one_is_kept(self, town: Town) -> None:
        load_suggestion(by=town.anna, at=AT)
        rows = [["Navn", "Kategori", "Fase"], ["Aula", "Tværgående", "Analyse"], ["Byg", "Tværgående", "Bremset"]]
        read_in(a_csv(rows), "liste.csv")
        found = {project.title: (project.phase, project.extra) for project in Project.objects.all()}
        assert found == {"Aula": ("analyse", {}), "Byg": ("", {"Fase": "Bremset"})}

    def test_a_column_left_out_is_nowhere(self, town: Town) -> None:
        read_in(a_csv([["Navn", "Løn"], ["Aula", "hemmelig"]]), "liste.csv", columns={"Løn": "-"})
        assert Project.objects.get().extra == {}

    def test_status_is_what_its_cells_say(self, town: Town) -> None:
        read_in(a_csv([["Navn", "Status"], ["Et", "I gang"], ["To", "Afsluttet"]]), "liste.csv")
        assert set(Project.objects.values_list("state", flat=True)) == {"active", "closed"}
        read_in(a_csv([["Navn", "Status", "Tilstand"], ["Tre", "G", "I gang"], ["Fire", "rød", "I gang"]]), "b.csv")
        assert list(Project.objects.filter(title__in=("Tre", "Fire")).order_by("pk").values_list("light", flat=True)) == [
            "green", "red",
        ]  # fmt: skip


class TestRows:
    def test_every_row_that_is_no_project_is_listed_with_why(self, town: Town) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["Projektnavn", "Slut", "Timer"])
            sheet.append(["LOKALE PROJEKTER"])
            sheet.merge_cells("A2:C2")
            sheet.append(["Tablets", "2027", 10])
            sheet.append([])
            sheet.append(["TVÆRGÅENDE PROJEKTER"])
            sheet.merge_cells("A5:C5")
            sheet.append(["Aula", "2027", 20])
            sheet.append(["I alt", None, 30])
            sheet.append([None, "Opdateret i maj", None])
            sheet.row_dimensions[6].hidden = True

        plan = planned(a_book(fill))
        assert [(line.fate.value, line.note) for line in plan.lines] == [
            ("ignored", "Overskrift: LOKALE PROJEKTER"), ("create", ""), ("ignored", "Tom række"),
            ("ignored", "Overskrift: TVÆRGÅENDE PROJEKTER"), ("create", "Skjult i regnearket"), ("ignored", "Sum"),
            ("ignored", "Ingen titel: bemærkning"),
        ]  # fmt: skip
        assert sum(plan.counts.values()) == len(plan.lines) == 7
        assert [line.values["category"] for line in plan.lines if line.values] == ["local", "cross"]
        assert plan.remarks == ("1 skjulte rækker er læst med.",)

    def test_a_field_merged_downwards_belongs_to_each_row(self, town: Town) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["Område", "Projektnavn"])
            sheet.append(["Skoler", "Et"])
            sheet.append([None, "To"])
            sheet.merge_cells("A2:A3")

        read_in(a_book(fill))
        assert set(Project.objects.values_list("lead_area__name", flat=True)) == {"Skoler"}

    def test_colours_are_lights_when_the_person_says_so(self, town: Town) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["Projektnavn", "Tilstand", "Fremdrift"])
            for number, colour in enumerate(("00B050", "FFFF00", "C00000", "4472C4")):
                sheet.append([f"Projekt {number}", "I gang", "x"])
                sheet.cell(number + 2, 3).fill = PatternFill("solid", fgColor=f"FF{colour}")

        data = a_book(fill)
        plan = planned(data)
        assert plan.colours == {"Fremdrift": {"green": 1, "yellow": 1, "red": 1}}
        assert [line.values["light"] for line in plan.lines] == ["", "", "", ""]
        lit = planned(data, given={"colours": "ja"})
        assert [line.values["light"] for line in lit.lines] == ["green", "yellow", "red", ""]

    def test_comments_and_links_stay_with_the_project(self, town: Town) -> None:
        def fill(sheet: Any) -> None:
            sheet.append(["Projektnavn", "Slut"])
            sheet.append(["Aula", "2027"])
            sheet["B2"].comment = Comment("Aftalt med KL", "Anna")
            sheet["A2"].hyperlink = "https://eksempel.dk/aula"

        read_in(a_book(fill))
        assert Project.objects.get().extra == {
            "Slut (bemærkning)": "Aftalt med KL", "Projektnavn (bemærkning)": "https://eksempel.dk/aula",
        }  # fmt: skip

    def test_a_broken_formula_names_its_cell(self, town: Town) -> None:
        plan = planned(a_workbook(Ark1=[["Navn", "Slut", "Note"], ["Aula", "#REF!", "x"]]))
        assert [(error.path, error.code) for error in plan.errors] == [("Ark1!B2", "formula")]

    def test_a_wrong_date_in_row_4711_of_5000_is_named(self, town: Town) -> None:
        rows: list[list[Any]] = [["Projektnavn", "Område", "Slut"]]
        rows += [[f"Projekt {number}", "Skoler", "31-12-2027"] for number in range(2, 5_001)]
        rows[4_710][2] = "05. september 09.august"
        plan = planned(a_workbook(Projekter=rows))
        assert (plan.counts["error"], plan.counts["create"]) == (1, 4_998)
        (error,) = plan.errors
        assert error.path == "Projekter!C4711"
        assert "“05. september 09.august” er ikke en dato. Skriv for eksempel 12-03-2027" in error.message
        with pytest.raises(Refused, match=r"import\.not_ready"):
            read_in(a_workbook(Projekter=rows))
        assert not Project.objects.exists()


class TestNames:
    def test_two_people_with_one_name_must_be_chosen_between(self, town: Town) -> None:
        other = create_person(name="Mette Lund", email="mette2@example.dk", unit=town.schools, by=None, at=AT)
        data = a_csv([["Navn", "Projektleder"], ["Et", "Mette Lund"], ["To", "Mette Lund / Jonas Bak"]])
        plan = planned(data, "liste.csv")
        assert [error.code for error in plan.errors] == ["several_people", "several_people"]
        read_in(data, "liste.csv", names={"manager|mette lund": str(other.pk)})
        assert {project.roles.get().person for project in Project.objects.all()} == {other}

    def test_an_unknown_unit_is_chosen_once_for_the_whole_file(self, town: Town) -> None:
        data = a_csv([["Navn", "Område"], ["Et", "Skoleafdelingen"], ["To", "Skoleafdelingen"]])
        assert [error.code for error in planned(data, "liste.csv").errors] == ["unknown_unit", "unknown_unit"]
        read_in(data, "liste.csv", names={"lead_area|skoleafdelingen": str(town.schools.pk)})
        assert set(Project.objects.values_list("lead_area", flat=True)) == {town.schools.pk}

    def test_or_kept_as_text(self, town: Town) -> None:
        data = a_csv([["Navn", "Område"], ["Et", "Skoleafdelingen"]])
        read_in(data, "liste.csv", names={"lead_area|skoleafdelingen": "tekst"})
        project = Project.objects.get()
        assert (project.lead_area, project.extra) == (None, {"Fagchefområde (fra filen)": "Skoleafdelingen"})


@pytest.mark.parametrize(
    ("text", "precision", "last"),
    [
        ("3. kvartal 2027", "quarter", date(2027, 9, 30)), ("marts 2027", "month", date(2027, 3, 31)),
        ("2027", "year", date(2027, 12, 31)), ("uge 34 2027", "day", date(2027, 8, 29)), ("12/3-24", "day", date(2024, 3, 12)),
        ("46113", "day", date(2026, 4, 1)),
    ],
)  # fmt: skip
def test_days_keep_how_exactly_they_were_said(text: str, precision: str, last: date) -> None:
    assert (span_of(text).precision, span_of(text).last) == (precision, last)


def test_excels_two_ways_of_counting_days() -> None:
    assert span_of(Decimal(46113)).last == date(2026, 4, 1)
    assert span_of(Decimal(44651), epoch1904=True).last == date(2026, 4, 1)


def test_percents_brackets_and_a_guess() -> None:
    assert (number_of("12 %"), number_of("(300)"), amount_of("ca. 200 t.kr.", "")) == (
        Decimal("0.12"), Decimal(-300), Decimal(200_000),
    )  # fmt: skip
    with pytest.raises(Unreadable, match=r"1,5 eller 15"):
        number_of("1.5")


@pytest.mark.parametrize(
    ("text", "light"), [("Grøn", "green"), ("G", "green"), ("gul", "yellow"), ("R", "red"), ("I gang", None)]
)
def test_lights_in_words_and_letters(text: str, light: str | None) -> None:
    assert light_of(text) == light

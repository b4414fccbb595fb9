"""Projects from files: the list that ships, and everything that may be wrong with such a list."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

import pytest

from styrehjul.audit.models import Event
from styrehjul.audit.unit import run
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain.lines import Fate, Plan
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio import actions
from styrehjul.portfolio.exports import COLUMNS, portfolio_file
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.lists import rows_on
from tests.imports.sheets import NATIONAL, a_csv, a_workbook, national_rows
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active

pytestmark = pytest.mark.django_db
ON = AT.date()


@pytest.fixture
def town() -> Town:
    return a_town()


def asked(data: bytes, name: str = "projekter.csv", **more: Any) -> Asked:
    return Asked("projects", name, data, **more)


def read_in(data: bytes, name: str = "projekter.csv", **more: Any) -> Plan:
    return run(lambda: carry_out(asked(data, name, **more), by=None, at=AT))


def fates(plan: Plan) -> list[str]:
    return [line.fate.value for line in plan.lines]


class TestNationalList:
    def test_gives_84_and_a_second_time_none(self, town: Town) -> None:
        data = NATIONAL.read_bytes()
        before = plan_of(asked(data, NATIONAL.name), ON)
        assert (Project.objects.count(), before.counts["create"], len(before.lines)) == (0, 84, 84)
        read_in(data, NATIONAL.name)
        assert Project.objects.count() == 84
        events = Event.objects.count()
        again = read_in(data, NATIONAL.name)
        assert (again.counts["unchanged"], again.writes) == (84, ())
        assert (Project.objects.count(), Event.objects.count()) == (84, events)

    def test_sentences_become_categories_and_owners_stay_whole(self, town: Town) -> None:
        read_in(NATIONAL.read_bytes(), NATIONAL.name)
        assert Project.objects.filter(category="national").count() == 79
        assert set(Project.objects.filter(category="cross").values_list("subtype", flat=True)) == {"inter_municipal"}
        first = Project.objects.get(title__startswith="Mere sammenhængende digitale brugerrejser")
        assert first.external_owner == "FM, EVM, JM, SKM, MFVM, BM, KL og Danske Regioner"
        assert (first.planned_start, first.planned_end) == (date(2016, 1, 1), date(2020, 12, 31))
        assert (first.imported, first.state, first.lead_area) == (True, "idea", None)
        assert first.extra["verificeret"] == "ja"
        assert Project.objects.filter(planned_start=None).count() == 12
        assert Project.objects.filter(planned_end=None).count() == 27

    @pytest.mark.parametrize(
        ("name", "change"),
        [
            ("komma.csv", lambda rows: a_csv(rows, separator=",")),
            ("tab.csv", lambda rows: a_csv(rows, separator="\t")),
            ("bom.csv", lambda rows: b"\xef\xbb\xbf" + a_csv(rows)),
            ("excel.xlsx", lambda rows: a_workbook(Ark1=rows)),
            ("to_ned.xlsx", lambda rows: a_workbook(Ark1=[["Projekter i kommunen"], [], *rows])),
            ("omvendt.csv", lambda rows: a_csv([list(reversed(row)) for row in rows])),
        ],
    )
    def test_the_same_list_in_other_clothes_is_nothing_new(self, town: Town, name: str, change: Any) -> None:
        read_in(NATIONAL.read_bytes(), NATIONAL.name)
        again = plan_of(asked(change(national_rows()), name), ON)
        assert again.counts["unchanged"] == 84, [line for line in again.lines if line.fate is not Fate.UNCHANGED][:2]

    def test_windows_1252_reads_the_danish_letters(self, town: Town) -> None:
        rows = [row for row in national_rows() if _fits_1252(row)]
        plan = plan_of(asked(a_csv(rows, encoding="cp1252")), ON)
        assert plan.counts["create"] == len(rows) - 1
        assert any("æ" in line.key for line in plan.lines)

    def test_ten_and_eighty_rows_are_planned_in_as_many_queries(self, town: Town) -> None:
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        def cost(count: int) -> int:
            with CaptureQueriesContext(connection) as caught:
                plan_of(asked(a_csv(national_rows()[: count + 1])), ON)
            return len(caught)

        cost(1)
        assert cost(10) == cost(80)


def _fits_1252(row: list[str]) -> bool:
    try:
        "".join(row).encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


HEAD = ["Projektnavn", "Kategori", "Fagchefområde", "Tilstand", "Prio", "Projektleder", "Slut", "Budget (t.kr.)"]


class TestRows:
    def row(self, title: str, **more: Any) -> list[Any]:
        values = {
            "category": "tværgående",
            "area": "Skoler",
            "state": "",
            "prio": "",
            "pl": "",
            "end": "",
            "cost": "",
            **more,
        }
        return [title, *values.values()]

    def test_each_error_stands_at_its_cell_and_nothing_is_written(self, town: Town) -> None:
        rows = [
            HEAD,
            self.row("Godt projekt"),
            self.row("", end="2027"),
            self.row("Dårligt", category="noget andet", area="Skolerne", end="efterår", prio="høj", cost="1.5"),
        ]
        plan = plan_of(asked(a_workbook(Ark1=rows), "liste.xlsx"), ON)
        assert fates(plan) == ["create", "error", "error"]
        assert [(error.path, error.code) for error in plan.errors] == [
            ("Ark1!A3", "missing"), ("Ark1!B4", "unknown_value"), ("Ark1!C4", "unknown_unit"), ("Ark1!E4", "number"),
            ("Ark1!G4", "date"), ("Ark1!H4", "number"),
        ]  # fmt: skip
        assert "Mente du “Skoler”?" in plan.errors[2].message
        with pytest.raises(Refused, match=r"import\.not_ready"):
            read_in(a_workbook(Ark1=rows), "liste.xlsx")
        assert not Project.objects.exists()

    def test_rows_left_out_by_name_stop_nothing(self, town: Town) -> None:
        data = a_csv([HEAD, self.row("Godt"), self.row("Dårligt", end="efterår")])
        plan = read_in(data, skipped=frozenset({3}))
        assert fates(plan) == ["create", "skipped"]
        assert Project.objects.get().title == "Godt"

    def test_headings_sums_and_notes_are_no_projects(self, town: Town) -> None:
        data = a_csv(
            [
                ["Projektnavn", "Enhed", "Slut"],
                ["Lokale projekter", "", ""],
                ["Tablets", "Auning Skole", "K3 27"],
                ["Nationale og fælleskommunale digitaliseringsprojekter", "", ""],
                ["Aula", "", "2027"],
                ["I alt", "2", ""],
            ]
        )
        plan = read_in(data)
        assert fates(plan) == ["ignored", "create", "ignored", "create", "ignored"]
        assert sum(plan.counts.values()) == len(plan.lines) == 5
        tablets = Project.objects.get(title="Tablets")
        assert (tablets.category, tablets.org_unit, tablets.lead_area) == ("local", town.school, town.schools)
        assert tablets.planned_end == date(2027, 9, 30)
        assert Project.objects.get(title="Aula").category == "national"

    def test_duplicates_by_case_and_blanks(self, town: Town) -> None:
        data = a_csv([HEAD, self.row("Aula på  farten"), self.row("AULA PÅ FARTEN")])
        plan = read_in(data)
        assert fates(plan) == ["create", "duplicate"]
        assert plan.lines[1].note == "Samme projekt som række 2"

    def test_the_same_name_in_another_area_is_asked_about(self, town: Town) -> None:
        a_proposal(town, title="Velfærdsrobotter", lead_area=town.care)
        data = a_csv([HEAD, self.row("velfærdsrobotter")])
        plan = plan_of(asked(data), ON)
        assert fates(plan) == ["possible_duplicate"]
        with pytest.raises(Refused, match=r"import\.not_ready"):
            read_in(data)

    def test_a_name_alone_is_never_taken_for_a_project_of_another_kind(self, town: Town) -> None:
        a_proposal(town, title="Byg og Miljø", category="national", external_owner="KL")
        data = a_csv([["navn", "leverandoer"], ["Byg og Miljø", ""], ["Ny", ""]])
        assert fates(plan_of(asked(data), ON)) == ["possible_duplicate", "create"]

    def test_one_of_the_same_name_in_two_units_is_two_projects(self, town: Town) -> None:
        data = a_csv([["Navn", "Enhed"], ["Tablets", "Auning Skole"], ["Tablets", "Bibliotek"]])
        assert fates(read_in(data)) == ["create", "create"]
        assert fates(read_in(data)) == ["unchanged", "unchanged"]

    def test_a_file_never_makes_a_person(self, town: Town) -> None:
        read_in(a_csv([HEAD, self.row("Et", pl="Mette Lund"), self.row("To", pl="Ukendt Person")]))
        assert Project.objects.get(title="Et").roles.get().person == town.mette
        unknown = Project.objects.get(title="To")
        assert (unknown.roles.count(), unknown.extra["Projektleder"]) == (0, "Ukendt Person")

    def test_values_for_the_whole_file(self, town: Town) -> None:
        data = a_csv([["Navn"], ["Et"], ["To"]])
        read_in(data, given={"lead_area": "Skoler", "category": "tværgående", "state": "i gang"})
        assert set(Project.objects.values_list("lead_area__name", "category", "state")) == {
            ("Skoler", "cross", "active")
        }

    def test_a_row_too_short_and_formulas_of_text(self, town: Town) -> None:
        data = b"Navn;Kategori;Slut\r\nKort\r\n=cmd|x;lokal;2027\r\n"
        read_in(data)
        assert set(Project.objects.values_list("title", flat=True)) == {"Kort", "=cmd|x"}

    def test_what_is_there_is_updated_and_empty_cells_say_nothing(self, town: Town) -> None:
        project = a_proposal(town, title="Aula", lead_area=town.schools, gain="Ro")
        data = a_csv(
            [["Navn", "Område", "Gevinst", "Mål", "Slut"], ["Aula", "Skoler", "", "Bedre skole", "31-03-2028"]]
        )
        plan = read_in(data)
        assert [(c.field, c.old, c.new) for c in plan.lines[0].changes] == [
            ("Slut", "31-12-2027", "31-03-2028"), ("Mål", "", "Bedre skole"),
        ]  # fmt: skip
        project.refresh_from_db()
        # A goal that nobody has set is kept as text; a file never makes one.
        assert (project.extra, project.gain, project.planned_end) == (
            {"Mål": "Bedre skole"}, "Ro", date(2028, 3, 31),
        )  # fmt: skip

    def test_what_a_body_must_decide_is_not_moved_by_a_file(self, town: Town) -> None:
        project = an_active(town, title="Aula", lead_area=town.schools)
        data = a_csv([HEAD[:5], ["Aula", "tværgående", "Skoler", "stoppet", "2"]])
        plan = read_in(data)
        assert fates(plan) == ["needs_decision"]
        assert "At stoppe projektet kræver en beslutning i styregruppen" in plan.lines[0].note
        project.refresh_from_db()
        assert (project.state, project.priority) == ("active", 2)
        (change,) = project.changes.filter(kind="priority")
        assert change.reason == "Indlæst fra projekter.csv"

    def test_a_pause_by_file_is_told_as_undecided(self, town: Town) -> None:
        project = an_active(town, title="Aula", lead_area=town.schools)
        read_in(a_csv([HEAD[:4], ["Aula", "", "Skoler", "på pause"]]))
        project.refresh_from_db()
        assert project.state == "paused"
        assert project.changes.get(kind="paused").decision_ref == ""

    def test_a_state_it_cannot_go_to_is_an_error(self, town: Town) -> None:
        an_active(town, title="Aula", lead_area=town.schools)
        assert fates(plan_of(asked(a_csv([HEAD[:4], ["Aula", "", "Skoler", "idé"]])), ON)) == ["error"]

    def test_an_export_comes_back_unchanged(self, town: Town) -> None:
        project = an_active(town, title="=Aula", lead_area=town.schools, cost_tdkk=None, gain="Ro")
        actions.report_status(
            project, light="yellow", sentence="Forsinket", forecast_end=date(2028, 2, 1),
            track="new_plan", track_by=date(2027, 9, 1), by=town.mette, at=AT,
        )  # fmt: skip
        actions.set_priority(project, priority=4, by=town.stine, at=AT, mandate=a_decision())
        actions.register_local(
            title="Tablets", purpose="Leg", unit=town.school, responsible_id=town.lis.pk, by=town.lis, at=AT
        )
        rows = rows_on(list(Project.objects.select_related("lead_area", "org_unit")), ON)
        for form in ("csv", "xlsx"):
            file = portfolio_file(form, rows, ON, at=AT).content
            plan = read_in(file, f"udtraek.{form}")
            assert fates(plan) == ["unchanged", "unchanged"], [line.changes or line.errors for line in plan.lines]
        assert len(COLUMNS) > 15


class TestDoor:
    def test_cpr_numbers_are_refused_and_never_repeated(self, town: Town) -> None:
        data = a_workbook(Ark1=[["Navn", "Noter"], ["Projekt", "Ring til 010170-1234"], ["Andet", ""]])
        with pytest.raises(Refused) as caught:
            plan_of(asked(data, "liste.xlsx"), ON)
        assert [reason.facts for reason in caught.value.reasons] == [{"place": "Ark1!B2"}]
        assert "0101" not in str(caught.value.facts)

    def test_a_file_without_a_title_names_its_columns(self, town: Town) -> None:
        with pytest.raises(Refused) as caught:
            plan_of(asked(a_csv([["Farve", "Form"], ["rød", "rund"]])), ON)
        assert caught.value.code == "import.no_title"
        assert caught.value.facts["headers"] == ["Farve", "Form"]

    def test_only_those_who_may(self, town: Town) -> None:
        data = a_csv([["Navn"], ["Et"]])
        with pytest.raises(NotAllowed):
            run(lambda: carry_out(asked(data), by=town.mette, at=AT))
        run(lambda: carry_out(asked(data), by=town.anna, at=AT))
        assert Project.objects.count() == 1

    def test_what_was_shown_is_what_is_carried_out(self, town: Town) -> None:
        data = a_csv([["Navn", "Område"], ["Aula", "Skoler"]])
        shown = plan_of(asked(data), ON).fingerprint()
        a_proposal(town, title="Aula", lead_area=town.schools)
        with pytest.raises(Refused, match=r"import\.changed"):
            run(lambda: carry_out(asked(data), by=town.anna, at=AT, shown=shown))

    def test_the_plan_knows_its_file(self, town: Town) -> None:
        data = a_csv([["Navn"], ["Et"]])
        assert plan_of(asked(data), ON).file_sha256 == hashlib.sha256(data).hexdigest()

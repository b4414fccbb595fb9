"""Units and people, and follow-ups from before: from workbook to register."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from styrehjul.audit.unit import run
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain.lines import Plan
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings.models import FollowUp
from styrehjul.people.models import OrgUnit, Person, Post
from styrehjul.people.queries import heads_on
from tests.imports.sheets import a_csv, a_workbook
from tests.portfolio.town import AT, Town, a_town

pytestmark = pytest.mark.django_db
ON = AT.date()
UNITS = [
    ["Enhed", "Overordnet", "Type"],
    ["Plan og Byg", "Teknik og Miljø", "Fagchefområde"],
    ["Teknik og Miljø", "Eksempel Kommune", "Forvaltning"],
    ["Eksempel Kommune", "", "Kommune"],
    ["Digitalisering", "Staben", "Afdeling"],
    ["Staben", "Eksempel Kommune", "Stab"],
]
PEOPLE = [
    ["Navn", "E-mail", "Enhed", "Titel", "Leder"],
    ["Bo Ek", "bo@eksempel.dk", "Plan og Byg", "Plan- og byggechef", "ja"],
    ["Ida Ask", "IDA@eksempel.dk", "Digitalisering", "Konsulent", ""],
]


@pytest.fixture
def town() -> Town:
    return a_town()


def asked(data: bytes, name: str = "organisation.xlsx", kind: str = "organisation", **more: Any) -> Asked:
    return Asked(kind, name, data, **more)


def read_in(*args: Any, **more: Any) -> Plan:
    return run(lambda: carry_out(asked(*args, **more), by=None, at=AT))


def fates(plan: Plan) -> list[str]:
    return [line.fate.value for line in plan.lines]


class TestOrganisation:
    def test_one_workbook_with_two_sheets_in_any_order(self, town: Town) -> None:
        data = a_workbook(Medarbejdere=PEOPLE, Enheder=UNITS)
        assert set(fates(read_in(data))) == {"create"}
        build = OrgUnit.objects.get(name="Plan og Byg")
        assert (build.kind, build.parent and build.parent.name) == ("department_area", "Teknik og Miljø")
        assert [group.name.casefold() for group in build.groups.all()] == ["fagchefområderne"]
        bo = Person.objects.get(email="bo@eksempel.dk")
        assert (bo.unit, bo.is_leader, heads_on(ON)[build.pk]) == (build, True, bo)
        assert Person.objects.get(email="ida@eksempel.dk").title == "Konsulent"
        # The kommissorium names the unit, so it is known by that name from the start.
        assert OrgUnit.objects.get(name="Digitalisering").code == "digitalisering"

    def test_a_second_time_nothing_is_new(self, town: Town) -> None:
        data = a_workbook(Enheder=UNITS, Medarbejdere=PEOPLE)
        read_in(data)
        counts = (OrgUnit.objects.count(), Person.objects.count(), Post.objects.count())
        assert set(fates(read_in(data))) == {"unchanged"}
        assert (OrgUnit.objects.count(), Person.objects.count(), Post.objects.count()) == counts

    def test_two_files_one_after_the_other(self, town: Town) -> None:
        read_in(a_csv(UNITS), "enheder.csv")
        plan = read_in(a_csv(PEOPLE), "personer.csv")
        assert fates(plan) == ["create", "create"]

    def test_each_fault_at_its_cell(self, town: Town) -> None:
        units = [*UNITS, ["A", "B", "Afdeling"], ["B", "A", "Afdeling"], ["C", "Findes ikke", "Galakse"]]
        people = [
            *PEOPLE,
            ["Uden Adresse", "ingen adresse", "Månen", "", ""],
            ["", "x@y.dk", "Staben", "", "måske"],
            ["Bo Ek", "bo@eksempel.dk", "Plan og Byg", "", ""],
        ]
        plan = plan_of(asked(a_workbook(Enheder=units, Folk=people)), ON)
        assert [(error.path, error.code) for error in plan.errors] == [
            ("Enheder!B7", "circle"), ("Enheder!B8", "circle"),
            ("Enheder!C9", "unknown_value"), ("Enheder!B9", "unknown_unit"),
            ("Folk!B4", "email"), ("Folk!C4", "unknown_unit"), ("Folk!A5", "missing"), ("Folk!E5", "unknown_value"),
        ]  # fmt: skip
        assert fates(plan)[-1] == "duplicate"
        with pytest.raises(Refused, match=r"import\.not_ready"):
            read_in(a_workbook(Enheder=units, Folk=people))
        assert not OrgUnit.objects.filter(name="Plan og Byg").exists()

    def test_a_new_head_takes_over_the_units_post(self, town: Town) -> None:
        read_in(a_workbook(Enheder=UNITS, Medarbejdere=PEOPLE))
        two = [
            PEOPLE[0],
            ["Ny Chef", "ny@eksempel.dk", "Plan og Byg", "Chef", "ja"],
            ["Souschef", "sous@eksempel.dk", "Plan og Byg", "Souschef", "ja"],
        ]
        tomorrow = AT + timedelta(days=1)
        run(lambda: carry_out(asked(a_csv(two), "ny.csv"), by=None, at=tomorrow))
        build = OrgUnit.objects.get(name="Plan og Byg")
        assert heads_on(tomorrow.date())[build.pk].name == "Ny Chef"
        assert Person.objects.get(name="Souschef").is_leader
        assert Post.objects.filter(unit=build, heads_unit=True).count() == 1

    def test_a_person_moves_and_keeps_what_the_file_leaves_empty(self, town: Town) -> None:
        read_in(a_workbook(Enheder=UNITS, Medarbejdere=PEOPLE))
        plan = read_in(a_csv([PEOPLE[0], ["Ida Ask", "ida@eksempel.dk", "Staben", "", ""]]), "flyt.csv")
        assert [(c.field, c.old, c.new) for c in plan.lines[0].changes] == [("Enhed", "Digitalisering", "Staben")]
        ida = Person.objects.get(email="ida@eksempel.dk")
        assert (ida.unit and ida.unit.name, ida.title) == ("Staben", "Konsulent")

    def test_only_an_administrator(self, town: Town) -> None:
        with pytest.raises(NotAllowed):
            run(lambda: carry_out(asked(a_csv(UNITS), "x.csv"), by=town.anna, at=AT))


class TestFollowUps:
    HEAD = ["Organ", "Opfølgning", "Ansvarlig", "Frist", "Beslutning", "Status"]

    def read(self, *rows: list[Any], **more: Any) -> Plan:
        return run(lambda: carry_out(asked(a_csv([self.HEAD, *rows]), "opf.csv", "followups", **more), by=None, at=AT))

    def test_open_ones_come_in_with_their_decision_in_its_own_words(self, town: Town) -> None:
        row = ["Styregruppen", "Send tidsplan", "Mette Lund", "uge 24 2027", "Punkt 4, 9. marts 2026", "åben"]
        assert fates(self.read(row)) == ["create"]
        task = FollowUp.objects.get()
        assert (task.body.code, task.responsible, task.due) == ("styregruppe", town.mette, date(2027, 6, 20))
        assert (task.decision_text, task.imported, task.state) == ("Punkt 4, 9. marts 2026", True, "open")
        assert fates(self.read(row)) == ["unchanged"]
        assert FollowUp.objects.count() == 1

    def test_done_meanwhile(self, town: Town) -> None:
        row = ["SG", "Send tidsplan", "mette@example.dk", "", "", ""]
        self.read(row)
        assert fates(self.read([*row[:5], "Udført"])) == ["update"]
        assert FollowUp.objects.get().state == "done"

    def test_other_words_about_the_same_one_are_a_conflict(self, town: Town) -> None:
        self.read(["SG", "Send tidsplan", "Mette Lund", "2027-06-01", "", ""])
        with pytest.raises(Refused, match=r"import\.not_ready"):
            self.read(["SG", "Send tidsplan", "Jonas Bak", "2027-06-01", "", ""])
        assert FollowUp.objects.get().responsible == town.mette

    def test_unknown_people_and_bodies_are_named_with_their_cells(self, town: Town) -> None:
        data = a_csv([self.HEAD, ["Styrgruppen", "Ring", "Mete Lund", "snart", "", "måske"]])
        plan = plan_of(asked(data, "opf.csv", "followups"), ON)
        assert [(e.path, e.code) for e in plan.errors] == [
            ("A2", "unknown_body"), ("C2", "unknown_responsible"), ("D2", "date"), ("F2", "unknown_value"),
        ]  # fmt: skip
        assert "Mente du “Styregruppe”?" in plan.errors[0].message
        assert "Mente du “Mette Lund”?" in plan.errors[1].message

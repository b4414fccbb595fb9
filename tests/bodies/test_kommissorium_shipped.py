"""Norddjurs's kommissorium is the text and the structure of the founding document, and nothing more."""

from __future__ import annotations

import re
from decimal import Decimal

import pytest

from styrehjul.bodies.domain import model as m
from styrehjul.bodies.domain import schema
from styrehjul.bodies.domain.kommissorium import problems, unset, warnings_of
from styrehjul.bodies.domain.reference import reference
from tests.bodies.kommissorier import ROOT, SHIPPED, path_of, shipped

QUARTERLY = {
    "styregruppe": ["justering_projektportefoelje", "nye_projektforslag", "afsluttende_projekter", "orientering_direktion"],
    "programgruppe": [
        "orientering_aktuelle_emner", "droeftelse_generelle_problemstillinger", "fastlaeggelse_beslutningsbehov",
        "opdatering_portefoelje_ansvar_opgaver",
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def norddjurs() -> m.KommissoriumText:
    return shipped("norddjurs")


def test_two_bodies_and_no_date(norddjurs: m.KommissoriumText) -> None:
    assert [body.code for body in norddjurs.bodies] == ["styregruppe", "programgruppe"]
    assert norddjurs.applies_from is None
    assert norddjurs.version is None
    assert [row.code for row in warnings_of(path_of("norddjurs").read_bytes(), file="n")] == ["applies_from.unset"]
    assert {"Version", "Gældende fra", "Beslutningsdygtighed i styregruppen", "Afstemning i programgruppen"} <= set(
        unset(norddjurs)
    )


def test_the_seats_are_counted_as_in_the_text(norddjurs: m.KommissoriumText) -> None:
    group = norddjurs.body("styregruppe")
    assert sum(seat.number or 0 for seat in group.seats if seat.is_member) == 6
    assert [(seat.title, seat.number) for seat in group.seats] == [
        ("Chef for Borgerservice, IT og Digitalisering", 1), ("Stabschef", 1), ("Chef fra velfærdsområdet", 2),
        ("Chef fra fællesforvaltningsområdet", 1), ("Leder af Digitalisering", 1), ("Sekretær", 1),
    ]  # fmt: skip
    assert all(seat.leader for seat in group.seats if seat.is_member)
    assert group.seat("formand").post == group.seat("formand").title
    programme = norddjurs.body("programgruppe")
    area = programme.seat("repraesentant_fagchefomraade")
    assert (area.rule, area.group, area.coverage_agreements) == (m.SeatCount.ONE_PER, "fagchefomraader", True)
    assert not any(seat.coverage_agreements for seat in group.seats)
    assert programme.seat("formand").post == group.seat("leder_digitalisering").post
    for body in norddjurs.bodies:
        secretary = body.seat("sekretaer")
        assert (secretary.kind, secretary.unit, secretary.is_member) == (m.SeatKind.SECRETARY, "digitalisering", False)
        # The text is silent on votes, appointment and term.
        assert all((seat.vote, seat.appointed_by, seat.term) == (None, None, None) for seat in body.seats)


def test_the_wheel_is_the_appendix(norddjurs: m.KommissoriumText) -> None:
    for body in norddjurs.bodies:
        items = [item for item in body.standing_items if item.source is m.Source.KOMMISSORIUM]
        every = [item.key for item in items if item.slot == m.Slot(m.SlotKind.QUARTERS, (1, 2, 3, 4))]
        assert every == QUARTERLY[body.code]
        assert all(
            (item.optional, item.movable, item.certainty) == (False, False, Decimal(1))
            for item in items
            if item.key in every
        )
        assert all(item.enabled for item in items)
        yearly = [item for item in items if item.key not in every]
        if body.code == "styregruppe":
            (assessment,) = yearly
            assert assessment.key == "vurdering_strategisk_retning"
            assert assessment.slot == m.Slot(m.SlotKind.QUARTERS, (3,))
            assert (assessment.movable, assessment.certainty, assessment.mark) == (True, Decimal("0.8"), "?4")
        else:
            assert yearly == []
    activities = {row.key: row for row in norddjurs.activities if row.source is m.Source.KOMMISSORIUM}
    assert set(activities) == {"dialogmoeder_forretningsomraader", "digitaliseringsseminar"}
    seminar, dialogue = activities["digitaliseringsseminar"], activities["dialogmoeder_forretningsomraader"]
    assert (seminar.slot, seminar.movable, seminar.optional) == (m.Slot(m.SlotKind.QUARTERS, (2,)), True, False)
    assert (dialogue.slot, dialogue.optional) == (m.Slot(m.SlotKind.QUARTERS, (1, 2, 3, 4)), True)


def test_what_is_not_in_the_appendix_is_off_or_a_formality(norddjurs: m.KommissoriumText) -> None:
    supplements = [
        item for body in norddjurs.bodies for item in body.standing_items if item.source is m.Source.SUPPLEMENT
    ]
    assert all(item.suggested for item in supplements)
    assert all(not item.enabled and item.slot is None for item in supplements if item.profile is m.Profile.STANDING)
    assert len([item for item in supplements if item.profile is m.Profile.STANDING]) == 7
    assert [row.enabled for row in norddjurs.activities if row.source is m.Source.SUPPLEMENT] == [False]


def test_every_number_the_text_does_not_give_is_a_suggestion(norddjurs: m.KommissoriumText) -> None:
    from_the_text = {
        "styregruppe": {"agenda_approval"},
        "programgruppe": {"chair_leads", "secretary_writes", "responsible_per_item"},
    }
    for body in norddjurs.bodies:
        assert all(rule.suggested for rule in body.deadlines)
        given = {name for name, value in vars(body.settings).items() if value is not None and name != "suggested"}
        assert given - body.settings.suggested == from_the_text[body.code]
    assert norddjurs.body("styregruppe").cadence.suggested == {"weekday", "week_in_month"}
    assert norddjurs.body("programgruppe").cadence.suggested == {"lead_working_days"}
    assert norddjurs.settings.suggested == {"needs_decision", "cross_cutting_categories"}


def test_the_suggested_ladders(norddjurs: m.KommissoriumText) -> None:
    ladders = {body.code: {row.code: row.number for row in body.deadlines} for body in norddjurs.bodies}
    assert ladders["styregruppe"] == {
        "call": 25, "items_closed": 15, "material": 10, "management_meeting": 8, "review": 7, "chair": 6, "dispatch": 5,
        "late": 1, "minutes_draft": 3, "minutes_comments": 5,
    }  # fmt: skip
    assert ladders["programgruppe"] == {
        "call": 15, "items_closed": 8, "material": 5, "review": 4, "chair": 4, "dispatch": 3, "late": 1,
        "minutes_draft": 3, "minutes_comments": 5,
    }  # fmt: skip


def test_the_rights_are_those_of_the_text_and_no_others(norddjurs: m.KommissoriumText) -> None:
    rights = {(row.body, effect): row.suggested for row in norddjurs.rights for effect in row.effects}
    group, programme = "styregruppe", "programgruppe"
    text = ["proposal.approve", "proposal.reject", "proposal.postpone", "proposal.return", "project.close",
            "project.set_priority", "plan.approve", "plan.return", "strategy.record_assessment"]  # fmt: skip
    suggested = ["project.stop", "project.reopen", "project.change_category"]
    operational = [
        "project.start",
        "project.pause",
        "project.resume",
        "project.set_baseline",
        "project.set_role",
        "project.allocate",
    ]
    assert rights == {
        **{(group, effect): False for effect in text},
        **{(group, effect): True for effect in suggested},
        **{(programme, effect): True for effect in operational},
    }
    assert all(row.above is None for row in norddjurs.rights)


def test_the_marks_stand_in_the_text_and_are_explained(norddjurs: m.KommissoriumText) -> None:
    assert [mark.code for mark in norddjurs.marks] == [f"?{number}" for number in range(1, 11)]
    used = set(re.findall(r"\[(\?\d+)\]", path_of("norddjurs").read_text()))
    assert used >= {"?1", "?2", "?3", "?7", "?8", "?9", "?10"}


def test_the_words_are_the_kommissoriums(norddjurs: m.KommissoriumText) -> None:
    programme = norddjurs.body("programgruppe")
    assert programme.tasks_lead == "Programgruppens opgaver er, at"
    assert len(programme.tasks) == 7
    assert len(norddjurs.body("styregruppe").tasks) == 6
    assert programme.functions == ("projektleder", "it-ansvarlig", "superbruger", "koordinator")
    assert "Der afholdes fire årlige møder." in norddjurs.body("styregruppe").working_form
    assert [section.title for section in norddjurs.purposes] == ["Ledelsesmæssig forankring", "Operationel forankring"]


@pytest.mark.parametrize("name", SHIPPED)
def test_nothing_is_wrong_with_a_shipped_file(name: str) -> None:
    assert problems(shipped(name)) == []


def test_the_example_is_of_another_kind() -> None:
    text = shipped("eksempel")
    assert len(text.bodies) == 3
    assert {body.cadence.kind for body in text.bodies} == {
        m.CadenceKind.PER_YEAR, m.CadenceKind.FOLLOWS, m.CadenceKind.EVERY_N_WEEKS,
    }  # fmt: skip
    assert text.bodies[0].cadence.number == 6
    assert all(len(body.deadlines) == 2 for body in text.bodies)
    kinds = {item.slot.kind for body in text.bodies for item in body.standing_items if item.slot is not None}
    assert kinds == {m.SlotKind.EVERY_MEETING, m.SlotKind.MONTHS, m.SlotKind.NTH_MEETINGS, m.SlotKind.DATE}


def test_the_reference_page_has_every_key() -> None:
    page = (ROOT / "docs" / "reference" / "kommissorium-format.md").read_text()
    assert reference() in page
    for table in schema.TABLES:
        for key in table.keys:
            assert f"| `{key.name}` |" in page, key.name
            for word in key.words or ():
                assert f"`{word}`" in page, word

"""What the wheel reads as on a day, and how the year is counted."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from styrehjul.bodies.domain.model import BodyRules, Cadence, CadenceKind
from styrehjul.kernel.days import Calendar
from styrehjul.wheel.domain.rolling import MadeActivity, MadeMeeting, YearProposal, proposal_for
from styrehjul.wheel.domain.status import (
    SlotStatus,
    count_of,
    entries,
    id_of,
    status_of_activity,
    status_of_meeting,
)
from tests.bodies.kommissorier import shipped

TEXT = shipped("norddjurs")
CALENDAR = Calendar()
TODAY = date(2027, 5, 18)


def rolled(*changes: MadeMeeting, since: date | None = None) -> YearProposal:
    """The year as made, with some meetings otherwise."""
    first = proposal_for(2027, TEXT, CALENDAR, in_use_from=since)
    made = {(row.body, row.slot): MadeMeeting(row.body, row.slot, row.date) for row in first.new_meetings}
    made |= {(row.body, row.slot): row for row in changes}
    return proposal_for(2027, TEXT, CALENDAR, list(made.values()), since)


def statuses(proposal: YearProposal, body: str, *held: int, today: date = TODAY) -> list[SlotStatus]:
    rows = [row for row in proposal.meetings if row.body == body]
    done = {id_of(row) for number, row in enumerate(rows, start=1) if number in held}
    return [status_of_meeting(row, today=today, held=done) for row in rows]


def test_held_missing_planned_and_moved() -> None:
    moved = MadeMeeting("styregruppe", "4", date(2027, 12, 1), by_hand=True)
    assert statuses(rolled(moved), "styregruppe", 1) == [
        SlotStatus.HELD, SlotStatus.PLANNED, SlotStatus.PLANNED, SlotStatus.MOVED,
    ]  # fmt: skip
    assert statuses(rolled(), "styregruppe", today=date(2027, 3, 10))[0] is SlotStatus.PLANNED
    assert statuses(rolled(), "styregruppe", today=date(2027, 3, 11))[0] is SlotStatus.MISSING
    gone = MadeMeeting("styregruppe", "3", date(2027, 9, 8), cancelled=True)
    assert statuses(rolled(gone), "styregruppe", 1)[2] is SlotStatus.MISSING


def test_before_use_is_never_missing() -> None:
    proposal = rolled(since=date(2027, 7, 1))
    assert statuses(proposal, "styregruppe", today=date(2027, 12, 31)) == [
        SlotStatus.BEFORE_USE, SlotStatus.BEFORE_USE, SlotStatus.MISSING, SlotStatus.MISSING,
    ]  # fmt: skip


def count(proposal: YearProposal, body: str = "styregruppe", since: date | None = None) -> str:
    return count_of(proposal, TEXT, body, since).sentence


def test_counts_as_they_are_said() -> None:
    assert count(rolled()) == "4 af 4 møder"
    gone = MadeMeeting("styregruppe", "3", date(2027, 9, 8), cancelled=True)
    assert count(rolled(gone)) == "3 af 4 møder, 1 aflyst"
    assert count_of(rolled(gone), TEXT, "styregruppe").deviates
    since = date(2027, 7, 1)
    assert count(rolled(since=since), since=since) == "2 af 2 møder siden 1. juli"
    assert not count_of(rolled(since=since), TEXT, "styregruppe", since).deviates
    extra = MadeMeeting("programgruppe", None, date(2027, 6, 15), extra=True)
    assert count(rolled(extra), "programgruppe") == "4 af 4 møder og 1 ekstra"
    fifth = MadeMeeting("styregruppe", "9", date(2027, 4, 7))
    assert count(rolled(fifth)) == "5 af 4 møder"


def test_counts_of_other_rhythms() -> None:
    text = shipped("eksempel")
    proposal = proposal_for(2027, text, CALENDAR)
    assert count_of(proposal, text, "digitaliseringsudvalg").sentence == "6 af 6 møder"
    assert count_of(proposal, text, "koordineringsforum").sentence == "6 af 6 møder"
    daily = sum(row.body == "driftsmoede" for row in proposal.meetings)
    assert count_of(proposal, text, "driftsmoede").sentence == f"{daily} af {daily} møder"


def test_an_item_left_out_of_a_held_meeting_is_missing() -> None:
    proposal = rolled()
    first = next(row for row in proposal.meetings if row.body == "styregruppe")
    treated = {id_of(first): {"justering_projektportefoelje", "nye_projektforslag", "afsluttende_projekter"}}
    rows = entries(proposal, TEXT, today=TODAY, held={id_of(first)}, treated=treated)
    told = {(row.key, row.quarter): row.status for row in rows if row.body == "styregruppe"}
    assert told["orientering_direktion", 1] is SlotStatus.MISSING
    assert told["nye_projektforslag", 1] is SlotStatus.HELD
    assert told["orientering_direktion", 2] is SlotStatus.PLANNED
    assert told["vurdering_strategisk_retning", 3] is SlotStatus.PLANNED
    assert len(rows) == 4 * 4 + 1 + 4 * 4


def test_an_empty_optional_cell_is_empty_and_a_seminar_left_out_is_missing() -> None:
    made = [MadeActivity("digitaliseringsseminar", "k2", 2, date(2027, 4, 21))]
    proposal = proposal_for(2027, TEXT, CALENDAR, made_activities=made)
    seminar = next(row for row in proposal.activities if row.key == "digitaliseringsseminar")
    dialogue = next(row for row in proposal.activities if row.optional)
    assert status_of_activity(dialogue, today=date(2027, 12, 31)) is None
    assert status_of_activity(replace(dialogue, date=date(2027, 6, 1)), today=TODAY) is SlotStatus.PLANNED
    assert status_of_activity(seminar, today=date(2027, 4, 21)) is SlotStatus.PLANNED
    assert status_of_activity(seminar, today=TODAY) is SlotStatus.MISSING
    assert status_of_activity(seminar, today=TODAY, held=True) is SlotStatus.HELD
    assert status_of_activity(replace(seminar, dropped=True, date=None), today=TODAY) is SlotStatus.MISSING


def test_activities_before_use_and_extra_meetings_are_left_out_of_the_entries() -> None:
    since = date(2027, 7, 1)
    seminar = next(row for row in rolled(since=since).activities if row.key == "digitaliseringsseminar")
    assert status_of_activity(seminar, today=TODAY) is SlotStatus.BEFORE_USE
    extra = MadeMeeting("programgruppe", None, date(2027, 6, 15), extra=True, items=("orientering_aktuelle_emner",))
    assert entries(rolled(extra), TEXT, today=TODAY) == entries(rolled(), TEXT, today=TODAY)


def test_a_body_that_meets_as_needed_owes_nothing() -> None:
    forum = BodyRules("forum", "F", "Forum", "forummet", Cadence(CadenceKind.AS_NEEDED))
    text = replace(TEXT, bodies=(*TEXT.bodies, forum))
    made = [MadeMeeting("forum", None, date(2027, 3, 2))]
    told = count_of(proposal_for(2027, text, CALENDAR, made), text, "forum")
    assert (told.sentence, told.deviates) == ("0 møder og 1 ekstra", False)

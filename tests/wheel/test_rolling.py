"""A year rolled from the kommissorium: on working days, in order, and the same when rolled again."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date, time
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from styrehjul.bodies.domain import model as m
from styrehjul.bodies.domain.cadence import can_meet
from styrehjul.kernel.days import Calendar, quarter_of
from styrehjul.kernel.refusal import Refused
from styrehjul.wheel.domain.rolling import (
    MadeActivity,
    MadeMeeting,
    PlannedMeeting,
    RollStatus,
    YearProposal,
    proposal_for,
)
from tests.bodies.kommissorier import SHIPPED, kommissorier, shipped

CALENDAR = Calendar()
TEXTS = {name: shipped(name) for name in SHIPPED}
YEARS = st.integers(2024, 2040)
NAMES = st.sampled_from(SHIPPED)


def as_made(meeting: PlannedMeeting, **changes: Any) -> MadeMeeting:
    """The meeting as it stands after the year was rolled."""
    row = MadeMeeting(
        meeting.body, meeting.slot, meeting.date, meeting.start, feeds=meeting.feeds, items=meeting.agenda
    )  # fmt: skip
    return replace(row, **changes)


def all_made(proposal: YearProposal) -> tuple[list[MadeMeeting], list[MadeActivity]]:
    meetings = [as_made(row) for row in proposal.new_meetings]
    return meetings, [MadeActivity(row.key, row.slot, row.quarter, row.date) for row in proposal.new_activities]


def of(proposal: YearProposal, body: str) -> list[PlannedMeeting]:
    return [row for row in proposal.meetings if row.body == body]


def test_norddjurs_2027() -> None:
    proposal = proposal_for(2027, TEXTS["norddjurs"], CALENDAR)
    assert [(row.body, row.date) for row in proposal.meetings] == [
        ("programgruppe", date(2027, 2, 10)), ("styregruppe", date(2027, 3, 10)),
        ("programgruppe", date(2027, 5, 11)), ("styregruppe", date(2027, 6, 9)),
        ("programgruppe", date(2027, 8, 11)), ("styregruppe", date(2027, 9, 8)),
        ("programgruppe", date(2027, 11, 10)), ("styregruppe", date(2027, 12, 8)),
    ]  # fmt: skip
    assert all(row.status is RollStatus.NEW for row in proposal.meetings)
    assert [row.feeds for row in of(proposal, "programgruppe")] == [
        ("styregruppe", row.date) for row in of(proposal, "styregruppe")
    ]
    assert all(row.feeds is None and row.start == time(9) for row in of(proposal, "styregruppe"))
    third = of(proposal, "styregruppe")[2]
    assert third.items == (
        "justering_projektportefoelje", "nye_projektforslag", "afsluttende_projekter", "orientering_direktion",
        "vurdering_strategisk_retning",
    )  # fmt: skip
    assert third.agenda == ("godkendelse_dagsorden", *third.items, "eventuelt")
    assert all(
        "vurdering_strategisk_retning" not in row.items for row in of(proposal, "styregruppe") if row is not third
    )
    assert all(len(row.items) == 4 for row in of(proposal, "programgruppe"))
    activities = [(row.key, row.quarter, row.optional, row.date is None) for row in proposal.activities]
    assert activities == [
        ("dialogmoeder_forretningsomraader", 1, True, True),
        ("digitaliseringsseminar", 2, False, False),
        ("dialogmoeder_forretningsomraader", 2, True, True),
        ("dialogmoeder_forretningsomraader", 3, True, True),
        ("dialogmoeder_forretningsomraader", 4, True, True),
    ]
    assert "review" not in {row.code for meeting in proposal.meetings for row in meeting.deadlines}


def test_the_example_2027() -> None:
    proposal = proposal_for(2027, TEXTS["eksempel"], CALENDAR)
    council = of(proposal, "digitaliseringsudvalg")
    assert [row.date for row in council] == [
        date(2027, 2, 9), date(2027, 4, 20), date(2027, 6, 15), date(2027, 8, 17), date(2027, 10, 12), date(2027, 12, 14),
    ]  # fmt: skip
    assert [row.start for row in council] == [time(13)] * 6
    assert [set(row.items) for row in council] == [
        {"prioritering", "gevinstopfoelgning"}, {"aarsberetning"}, {"prioritering"}, {"gevinstopfoelgning"},
        {"prioritering"}, set(),
    ]  # fmt: skip
    assert [len(row.deadlines) for row in proposal.meetings] == [2] * len(proposal.meetings)
    daily = of(proposal, "driftsmoede")
    assert daily[0].date == date(2027, 1, 21)
    weeks = [row.date.isocalendar().week for row in daily]
    assert not set(weeks) & {7, 8, 28, 29, 30, 31, 42}
    assert [(row.key, row.date) for row in proposal.activities if row.key == "regnskab"] == [
        ("regnskab", date(2027, 1, 20))
    ]


@given(NAMES, YEARS)
def test_every_proposed_day_is_one_to_meet_on(name: str, year: int) -> None:
    text = TEXTS[name]
    proposal = proposal_for(year, text, CALENDAR)
    for row in proposal.meetings:
        assert can_meet(row.date, CALENDAR), row
        assert row.notes == (), row
        for deadline in row.deadlines:
            assert deadline.at is not None
            rule = text.body(row.body).deadline(deadline.code)
            assert rule is not None
            assert (deadline.at <= row.starts_at) == rule.is_before
    for activity in proposal.activities:
        assert activity.date is None or (quarter_of(activity.date) == activity.quarter and activity.date.year == year)
    assert list(proposal.meetings) == sorted(proposal.meetings, key=lambda row: (row.date, row.body))


@given(NAMES, YEARS)
def test_the_one_that_follows_comes_before_what_it_feeds(name: str, year: int) -> None:
    text = TEXTS[name]
    proposal = proposal_for(year, text, CALENDAR)
    for body in text.bodies:
        rows = of(proposal, body.code)
        if body.cadence.kind is m.CadenceKind.PER_YEAR:
            assert len(rows) == body.cadence.number
            assert [row.date for row in rows] == sorted({row.date for row in rows})
        followed = text.feeds(body.code)
        if followed is None:
            continue
        fed = {row.slot: row.date for row in of(proposal, followed.code)}
        assert {row.slot: row.feeds for row in rows} == {slot: (followed.code, on) for slot, on in fed.items()}
        wanted = body.settings.min_working_days_to_fed or 1
        assert all(CALENDAR.working_days_between(row.date, fed[row.slot]) >= wanted for row in rows)


@given(NAMES, YEARS, st.none() | st.integers(1, 12))
def test_rolling_twice_changes_nothing(name: str, year: int, month: int | None) -> None:
    text, since = TEXTS[name], date(year, month, 15) if month else None
    first = proposal_for(year, text, CALENDAR, in_use_from=since)
    meetings, activities = all_made(first)
    again = proposal_for(year, text, CALENDAR, meetings, since, made_activities=activities)
    assert again.new_meetings == ()
    assert again.new_activities == ()
    assert [(row.date, row.body, row.deadlines, row.agenda, row.feeds) for row in again.meetings] == [
        (row.date, row.body, row.deadlines, row.agenda, row.feeds) for row in first.meetings
    ]
    kinds = Counter(row.status for row in again.meetings)
    assert kinds[RollStatus.UNCHANGED] == len(meetings)
    assert kinds[RollStatus.BEFORE_USE] == len(first.meetings) - len(meetings)
    for row in again.meetings:
        if row.status is RollStatus.BEFORE_USE:
            assert since is not None
            assert row.date < since


@given(kommissorier(), YEARS, st.data())
@settings(suppress_health_check=list(HealthCheck))
def test_any_kommissorium_rolls_and_rolling_again_changes_nothing(
    text: m.KommissoriumText, year: int, data: st.DataObject
) -> None:
    first = proposal_for(year, text, CALENDAR)
    meetings, activities = all_made(first)
    kept = [row for row in meetings if data.draw(st.booleans())]
    second = proposal_for(year, text, CALENDAR, kept, made_activities=activities)
    assert len(second.meetings) == len(first.meetings), "what was made is not lost, what was not is proposed again"
    assert {(row.body, row.slot) for row in second.new_meetings} == {(row.body, row.slot) for row in first.meetings} - {
        (row.body, row.slot) for row in kept
    }
    last = proposal_for(
        year, text, CALENDAR, [*kept, *(as_made(row) for row in second.new_meetings)], made_activities=activities
    )
    assert (last.new_meetings, last.new_activities) == ((), ())
    keys = [(row.body, row.slot) for row in last.meetings]
    assert len(keys) == len(set(keys))
    for row in first.meetings:
        assert can_meet(row.date, CALENDAR)


def test_what_a_person_moved_stays_and_the_rest_is_proposed_around_it() -> None:
    text = TEXTS["norddjurs"]
    first = proposal_for(2027, text, CALENDAR)
    june = of(first, "styregruppe")[1]
    moved = as_made(june, on=date(2027, 6, 17), by_hand=True)
    proposal = proposal_for(2027, text, CALENDAR, [moved])
    there = of(proposal, "styregruppe")[1]
    assert (there.date, there.status) == (date(2027, 6, 17), RollStatus.MOVED)
    assert there.items == june.items
    may = of(proposal, "programgruppe")[1]
    assert may.feeds == ("styregruppe", date(2027, 6, 17))
    assert may.date == CALENDAR.working_days_before(date(2027, 6, 17), 20)
    assert len(proposal.new_meetings) == 7


def test_a_preparing_meeting_that_is_made_is_not_moved_by_rolling_but_noted() -> None:
    text = TEXTS["norddjurs"]
    made, _ = all_made(proposal_for(2027, text, CALENDAR))
    earlier = date(2027, 5, 26)
    made = [
        replace(row, on=earlier, by_hand=True) if row.on == date(2027, 6, 9) else replace(row, feeds=None)
        for row in made
    ]
    proposal = proposal_for(2027, text, CALENDAR, made)
    may = of(proposal, "programgruppe")[1]
    assert (may.date, may.status, may.feeds) == (date(2027, 5, 11), RollStatus.UNCHANGED, ("styregruppe", earlier))
    assert [row.code for row in may.notes] == ["meeting.close_to_fed"]


def test_a_new_closing_day_moves_nothing_that_is_made() -> None:
    text = TEXTS["norddjurs"]
    made, _ = all_made(proposal_for(2027, text, CALENDAR))
    closed = Calendar(single=frozenset({date(2027, 6, 9)}))
    june = of(proposal_for(2027, text, closed, made), "styregruppe")[1]
    assert (june.date, june.status) == (date(2027, 6, 9), RollStatus.UNCHANGED)
    assert [row.code for row in june.notes] == ["meeting.not_working_day"]
    fresh = of(proposal_for(2027, text, closed), "styregruppe")[1]
    assert fresh.date == date(2027, 6, 2), "the weekday is kept when it costs a week; of two as near the earlier"


def test_starting_in_the_middle_of_the_year() -> None:
    text, since = TEXTS["norddjurs"], date(2027, 7, 1)
    proposal = proposal_for(2027, text, CALENDAR, in_use_from=since)
    statuses = {(row.body, row.quarter): row.status for row in proposal.meetings}
    assert all((status is RollStatus.BEFORE_USE) == (quarter <= 2) for (_, quarter), status in statuses.items())
    assert [row.status for row in proposal.activities if row.key == "digitaliseringsseminar"] == [RollStatus.BEFORE_USE]
    entered = MadeMeeting("styregruppe", "1", date(2027, 3, 4), by_hand=True)
    proposal = proposal_for(2027, text, CALENDAR, [entered], since)
    assert of(proposal, "styregruppe")[0].status is RollStatus.MOVED
    assert (
        proposal_for(2028, text, CALENDAR, in_use_from=since).new_meetings
        == proposal_for(2028, text, CALENDAR).meetings
    )


def test_a_cancelled_meeting_is_not_rolled_anew_and_feeds_nobody() -> None:
    text = TEXTS["norddjurs"]
    gone = MadeMeeting("styregruppe", "2", date(2027, 6, 9), cancelled=True)
    proposal = proposal_for(2027, text, CALENDAR, [gone])
    assert [row.cancelled for row in of(proposal, "styregruppe")] == [False, True, False, False]
    assert of(proposal, "programgruppe")[1].feeds is None


def test_an_extra_meeting_stands_beside_the_slots() -> None:
    text = TEXTS["norddjurs"]
    extra = MadeMeeting("programgruppe", None, date(2027, 6, 15), time(13), extra=True)
    proposal = proposal_for(2027, text, CALENDAR, [extra])
    rows = of(proposal, "programgruppe")
    assert len(rows) == 5
    (row,) = [row for row in rows if row.extra]
    assert (row.slot, row.items, row.start, row.status, row.feeds) == (None, (), time(13), RollStatus.UNCHANGED, None)


def test_a_changed_cadence_fills_its_periods_with_what_is_made() -> None:
    text = TEXTS["norddjurs"]
    made, _ = all_made(proposal_for(2027, text, CALENDAR))
    group = text.body("styregruppe")
    months = replace(group, cadence=m.Cadence(m.CadenceKind.MONTHS, months=(3, 6, 9, 12), weekday=2, week_in_month=2))
    changed = replace(text, bodies=(months, text.body("programgruppe")))
    proposal = proposal_for(2027, changed, CALENDAR, made)
    assert [row.date for row in of(proposal, "styregruppe")] == [row.on for row in made if row.body == "styregruppe"]
    assert proposal.new_meetings == ()


def test_a_movable_item_follows_the_quarter_it_is_moved_to() -> None:
    moved = {("styregruppe", "vurdering_strategisk_retning"): 4}
    proposal = proposal_for(2027, TEXTS["norddjurs"], CALENDAR, moved_items=moved)
    bears = [row.quarter for row in proposal.meetings if "vurdering_strategisk_retning" in row.items]
    assert bears == [4]


def test_a_moved_and_a_dropped_activity_stay_so() -> None:
    text = TEXTS["norddjurs"]
    moved = MadeActivity("digitaliseringsseminar", "k2", 4, date(2027, 11, 3), by_hand=True)
    dropped = MadeActivity("dialogmoeder_forretningsomraader", "k1", 1, dropped=True)
    proposal = proposal_for(2027, text, CALENDAR, made_activities=[moved, dropped])
    seminars = [row for row in proposal.activities if row.key == "digitaliseringsseminar"]
    assert [(row.quarter, row.date, row.status) for row in seminars] == [(4, date(2027, 11, 3), RollStatus.MOVED)]
    assert [row.dropped for row in proposal.activities if row.slot == "k1"] == [True]


def test_a_third_body_every_month_and_an_item_twice_a_year() -> None:
    text = TEXTS["norddjurs"]
    status = m.StandingRule("status_sikkerhed", "Status på informationssikkerhed", m.Slot(m.SlotKind.QUARTERS, (2, 4)))
    group = text.body("styregruppe")
    forum = m.BodyRules("forum", "F", "Forum", "forummet", m.Cadence(m.CadenceKind.MONTHS, months=tuple(range(1, 13))))
    group = replace(group, standing_items=(*group.standing_items, status))
    proposal = proposal_for(2028, replace(text, bodies=(group, text.body("programgruppe"), forum)), CALENDAR)
    assert [row.date.month for row in of(proposal, "forum")] == list(range(1, 13))
    assert [row.quarter for row in of(proposal, "styregruppe") if "status_sikkerhed" in row.items] == [2, 4]


def test_a_meeting_of_a_body_that_is_no_more_is_kept() -> None:
    made = MadeMeeting("gammelt_udvalg", "1", date(2027, 2, 2))
    proposal = proposal_for(2027, TEXTS["norddjurs"], CALENDAR, [made])
    assert [row.status for row in of(proposal, "gammelt_udvalg")] == [RollStatus.UNCHANGED]


@pytest.mark.parametrize("number", [1, 2, 3, 4, 5, 6, 7, 8, 10, 12, 24, 52])
def test_any_number_a_year_is_found_room_for(number: int) -> None:
    text = TEXTS["norddjurs"]
    group = replace(text.body("styregruppe"), cadence=m.Cadence(m.CadenceKind.PER_YEAR, number=number, weekday=2))
    for year in (2024, 2027, 2032):
        rows = of(
            proposal_for(year, replace(text, bodies=(group, text.body("programgruppe"))), CALENDAR), "styregruppe"
        )
        assert len({row.date for row in rows}) == number
        assert all(row.date.year == year and can_meet(row.date, CALENDAR) for row in rows)


def test_a_calendar_without_a_single_day_to_meet_proposes_nothing_and_does_not_hang() -> None:
    never = Calendar(avoided_weeks=frozenset(range(1, 54)))
    assert of(proposal_for(2027, TEXTS["norddjurs"], never), "styregruppe") == []


@pytest.mark.parametrize("year", [1, 1989, 2101, 9999])
def test_a_year_without_known_holidays_is_refused(year: int) -> None:
    with pytest.raises(Refused) as refused:
        proposal_for(year, TEXTS["norddjurs"], CALENDAR)
    assert refused.value.code == "wheel.year_out_of_range"
    assert proposal_for(2100, TEXTS["norddjurs"], CALENDAR).year == 2100

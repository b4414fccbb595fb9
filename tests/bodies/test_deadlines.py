"""Deadlines counted back from a meeting, and what moving a meeting would bring."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.bodies.domain.cadence import can_meet, date_before
from styrehjul.bodies.domain.deadlines import deadline_at
from styrehjul.bodies.domain.model import BodyRules, Cadence, CadenceKind, DeadlineKind, DeadlineRule
from styrehjul.bodies.domain.moving import Linked, consequences_of_move, refusals_of_date, warnings_of_date
from styrehjul.bodies.domain.wording import sentence_of
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import Calendar
from tests.bodies.kommissorier import shipped

CALENDAR = Calendar()
MEETING = datetime(2027, 6, 9, 9, 0, tzinfo=ZONE)
NOW = datetime(2027, 1, 4, 8, 0, tzinfo=ZONE)


def moment(month: int, day: int, hour: int = 9, minute: int = 0) -> datetime:
    return datetime(2027, month, day, hour, minute, tzinfo=ZONE)


@pytest.fixture(scope="module")
def group() -> BodyRules:
    return shipped("norddjurs").body("styregruppe")


@pytest.fixture(scope="module")
def programme() -> BodyRules:
    return shipped("norddjurs").body("programgruppe")


def test_the_ladder_of_the_meeting_of_9_june(group: BodyRules) -> None:
    at = {rule.code: deadline_at(rule, MEETING, CALENDAR) for rule in group.deadlines}
    days = {code: when.date() for code, when in at.items() if when is not None}
    assert days == {
        "call": date(2027, 4, 30), "items_closed": date(2027, 5, 19), "material": date(2027, 5, 26),
        "management_meeting": date(2027, 5, 28), "review": date(2027, 5, 31), "chair": date(2027, 6, 1),
        "dispatch": date(2027, 6, 2), "late": date(2027, 6, 8), "minutes_draft": date(2027, 6, 14),
        "minutes_comments": date(2027, 6, 16),
    }  # fmt: skip
    assert all(when is not None and when.astimezone(ZONE).time() == time(23, 59) for when in at.values())


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        (DeadlineRule("a", "A", DeadlineKind.WORKING_DAYS_BEFORE, 5, at=time(12)), moment(6, 2, 12)),
        (DeadlineRule("a", "A", DeadlineKind.CALENDAR_DAYS_BEFORE, 4), moment(6, 5, 23, 59)),
        (DeadlineRule("a", "A", DeadlineKind.WEEKDAY_TIME, weeks_before=1, weekday=0, at=time(12)), moment(5, 31, 12)),
        # 17 May 2027 is Whit Monday: the working day before it is a Friday.
        (DeadlineRule("a", "A", DeadlineKind.WEEKDAY_TIME, weeks_before=3, weekday=0, at=time(12)), moment(5, 14, 12)),
        (DeadlineRule("a", "A", DeadlineKind.WORKING_DAYS_AFTER, 3), moment(6, 14, 23, 59)),
        (DeadlineRule("a", "A", DeadlineKind.WORKING_DAYS_BEFORE, 0), MEETING),
        (DeadlineRule("a", "A", DeadlineKind.WEEKDAY_TIME, weeks_before=0, weekday=4), MEETING),
        (DeadlineRule("a", "A", DeadlineKind.ABSOLUTE), None),
    ],
)
def test_each_kind_of_deadline(rule: DeadlineRule, expected: datetime | None) -> None:
    assert deadline_at(rule, MEETING, CALENDAR) == expected


def test_a_typed_date_and_the_clock_over_the_change_to_winter_time() -> None:
    typed = DeadlineRule("a", "A", DeadlineKind.ABSOLUTE, at=time(10))
    assert deadline_at(typed, MEETING, CALENDAR, on=date(2027, 6, 1)) == moment(6, 1, 10)
    rule = DeadlineRule("a", "A", DeadlineKind.CALENDAR_DAYS_BEFORE, 5, at=time(12))
    at = deadline_at(rule, moment(11, 2), CALENDAR)
    assert at is not None
    assert (at.hour, at.utcoffset()) == (12, timedelta(hours=2))


KINDS = st.sampled_from([kind for kind in DeadlineKind if kind is not DeadlineKind.ABSOLUTE])
RULES = st.builds(
    DeadlineRule, code=st.just("a"), label=st.just("A"), kind=KINDS, number=st.integers(0, 40), weeks_before=st.integers(0, 6),
    weekday=st.integers(0, 6), at=st.none() | st.times(),
)  # fmt: skip
MEETINGS = st.datetimes(datetime(2024, 1, 8), datetime(2040, 12, 20)).map(lambda at: at.replace(tzinfo=ZONE))  # noqa: DTZ001


@given(RULES, MEETINGS)
def test_before_is_before_and_after_is_after(rule: DeadlineRule, meeting: datetime) -> None:
    at = deadline_at(rule, meeting, CALENDAR)
    assert at is not None
    assert at.utcoffset() == at.astimezone(ZONE).utcoffset()
    if rule.is_before:
        assert at <= meeting
    else:
        assert at.date() >= meeting.date()
    if rule.kind in (DeadlineKind.WORKING_DAYS_BEFORE, DeadlineKind.WORKING_DAYS_AFTER) and rule.number:
        assert CALENDAR.is_working_day(at.date())


LEADS = st.builds(
    Cadence, kind=st.just(CadenceKind.FOLLOWS), follows=st.just("x"), lead_working_days=st.none() | st.integers(1, 40),
    lead_weeks=st.none() | st.integers(1, 8), weekday=st.none() | st.integers(0, 4),
)  # fmt: skip


@given(LEADS, st.dates(date(2024, 3, 1), date(2040, 12, 31)).filter(CALENDAR.is_working_day))
def test_the_preparing_meeting_comes_early_enough(cadence: Cadence, fed: date) -> None:
    on = date_before(cadence, fed, CALENDAR)
    assert on < fed
    assert can_meet(on, CALENDAR)
    if cadence.lead_working_days is not None:
        assert CALENDAR.working_days_between(on, fed) >= cadence.lead_working_days


def test_a_move_two_weeks_earlier_offers_a_new_day_for_the_preparing_meeting(
    group: BodyRules, programme: BodyRules
) -> None:
    feeding = (Linked(programme, date(2027, 5, 11)),)
    told = consequences_of_move(group, MEETING, moment(5, 26), now=NOW, calendar=CALENDAR, feeding=feeding)
    assert told.refusals == ()
    assert [sentence_of(row) for row in told.warnings] == [
        "Der er kun 10 arbejdsdage fra programgruppen tirsdag 11. maj til styregruppen onsdag 26. maj. Forslaget er mindst 20."
    ]
    (dependent,) = told.dependents
    assert (dependent.old, dependent.new) == (date(2027, 5, 11), date(2027, 4, 23))
    assert CALENDAR.working_days_between(dependent.new, date(2027, 5, 26)) == 20
    before = consequences_of_move(group, MEETING, moment(5, 10), now=NOW, calendar=CALENDAR, feeding=feeding)
    assert sentence_of(before.warnings[0]).startswith(
        "Programgruppen tirsdag 11. maj ligger ikke før styregruppen mandag 10. maj"
    )


def test_a_holiday_a_weekend_and_the_past_are_refused_with_all_reasons(group: BodyRules) -> None:
    told = consequences_of_move(group, MEETING, moment(5, 17), now=moment(5, 18), calendar=CALENDAR)
    assert [row.code for row in told.refusals] == ["meeting.not_working_day", "meeting.in_past"]
    assert (
        sentence_of(told.refusals[0])
        == "Mandag 17. maj 2027 er ikke en arbejdsdag (Anden pinsedag). Vælg en anden dag."
    )
    assert [
        row.facts["because"] for row in refusals_of_date(date(2027, 6, 5), today=date(2027, 1, 1), calendar=CALENDAR)
    ] == ["weekend"]
    closed = Calendar(single=frozenset({date(2027, 6, 10)}))
    assert [
        row.facts["because"] for row in refusals_of_date(date(2027, 6, 10), today=date(2027, 1, 1), calendar=closed)
    ] == ["lukkedag"]
    earlier_today = consequences_of_move(group, MEETING, moment(6, 9, 8), now=moment(6, 9, 8, 30), calendar=CALENDAR)
    assert [row.code for row in earlier_today.refusals] == ["meeting.in_past"]


def test_deadlines_that_would_have_passed_are_named_and_no_others(group: BodyRules) -> None:
    now = moment(5, 24, 10)
    told = consequences_of_move(group, MEETING, moment(6, 3), now=now, calendar=CALENDAR)
    passed = [row.rule.code for row in told.deadlines if row.passed]
    assert passed == ["material"]
    assert [row.code for row in told.warnings] == ["deadline.passed"]
    assert sentence_of(told.warnings[0]).startswith('Fristen "Materiale" ville falde 20. maj 2027, som er passeret.')
    assert "review" not in [row.rule.code for row in told.deadlines]
    extended = replace(group, settings=replace(group.settings, extended_preparation=True))
    codes = [
        row.rule.code
        for row in consequences_of_move(extended, MEETING, moment(6, 3), now=now, calendar=CALENDAR).deadlines
    ]
    assert "review" in codes


def test_two_meetings_within_a_week_and_an_avoided_week_only_warn(group: BodyRules) -> None:
    rows = warnings_of_date(group, date(2027, 2, 16), calendar=CALENDAR, own=(date(2027, 2, 23), date(2027, 2, 24)))
    assert [row.code for row in rows] == ["meeting.close_to_own", "meeting.avoided_week"]
    assert sentence_of(rows[0]) == "Styregruppen har også møde tirsdag 23. februar, 7 dage fra."
    assert sentence_of(rows[1]) == "Tirsdag 16. februar ligger i uge 7, hvor der normalt ikke holdes møder."
    assert warnings_of_date(group, date(2027, 3, 16), calendar=CALENDAR, own=(date(2027, 3, 17),), extra=True) == []

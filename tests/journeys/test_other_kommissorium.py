"""Another municipality's kommissorium runs a whole year: other bodies, other seats, another rhythm, and no line of code.

Nothing here knows what the bodies are called or how often they meet: all of it is read from the file.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from styrehjul.audit.chain import verify
from styrehjul.bodies.actions import change_post_holder, seat_person
from styrehjul.bodies.domain.model import CadenceKind, MinutesApproval, SeatCount, SeatKind
from styrehjul.bodies.queries import active_bodies, holder_of, kommissorium_on, rules_of
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, building
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.decisions import needs_decision, outcomes_for
from styrehjul.meetings.domain.states import Profile
from styrehjul.meetings.domain.values import BuiltMinutes, PointText
from styrehjul.meetings.models import Decision, Meeting, MinutesVersion
from styrehjul.meetings.queries.contents import minutes_content
from styrehjul.meetings.queries.minutes import way_of
from styrehjul.meetings.queries.seats import approvers_of, item_kinds, receivers
from styrehjul.meetings.tasks import minutes_of_members
from styrehjul.people.actions import change_unit
from styrehjul.people.models import OrgUnit, Person, Post, UnitGroup
from styrehjul.wheel.actions import roll_year
from styrehjul.wheel.queries import year_of
from tests.making import EXAMPLE, NOW, START, a_municipality, a_person, a_unit
from tests.meetings.turn import do, quick_build

pytestmark = pytest.mark.django_db
YEAR = START.year


def test_a_year_of_the_other_kommissorium_is_rolled_prepared_held_and_written_up() -> None:
    """Given the example kommissorium with its seats taken, when its year is rolled and every meeting is run, then all hold.

    Each meeting gets an item of the body's own first kind, is built, approved by whoever the body says, dispatched,
    held and ended, and its minutes are approved, by the chair or the members. At the end the wheel tells of no missing
    meeting, every decision whose minutes are approved is in force with a number of its own, and the chain of the audit verifies.
    """
    people = a_municipality_with_every_seat_taken()
    do(roll_year, YEAR, by=None, at=datetime(YEAR, 1, 2, 9, tzinfo=NOW.tzinfo))
    text = kommissorium_on(START)
    meetings = list(Meeting.objects.filter(year=YEAR).order_by("starts_at"))
    for rules in text.bodies:
        made = sum(meeting.body.code == rules.code for meeting in meetings)
        assert made > 0, f"{rules.name} has no meetings"
        if rules.cadence.kind is CadenceKind.PER_YEAR:
            assert made == rules.cadence.number
    for place, meeting in enumerate(meetings):
        run_through(meeting, people, printed=place == 0)
    lying = Meeting.objects.filter(year=YEAR).exclude(minutes_state="approved")
    # Where the next meeting approves, the year's last minutes wait for the next year's first.
    assert {meeting.pk for meeting in lying} == last_where_the_next_meeting_approves()
    assert MinutesVersion.objects.count() == len(meetings) - lying.count()
    decided = Decision.objects.filter(number__gt="")
    numbers = list(decided.values_list("number", flat=True))
    assert len(numbers) == len(set(numbers))
    assert {d.meeting_id for d in decided} == {m.pk for m in meetings if decides(m)}
    waiting = decided.filter(meeting__in=lying)
    assert set(decided.exclude(pk__in=waiting).values_list("state", flat=True)) == {"in_force"}
    year = year_of(YEAR, date(YEAR + 1, 1, 2))
    assert {line.state for quarter in year.quarters for box in quarter.boxes for line in box.meetings} == {"held"}
    unheld = [
        (quarter.number, box.body.code, line.title, line.state)
        for quarter in year.quarters for box in quarter.boxes for line in box.items if line.state != "held"
    ]  # fmt: skip
    assert unheld == []
    assert verify().bad_seq is None


def last_where_the_next_meeting_approves() -> set[int]:
    """The year's last meeting of each body whose minutes the next meeting approves."""
    last = {meeting.body_id: meeting for meeting in Meeting.objects.filter(year=YEAR).order_by("starts_at")}
    return {meeting.pk for meeting in last.values() if way_of(meeting) is MinutesApproval.NEXT_MEETING}


def test_rolling_that_year_again_makes_nothing() -> None:
    a_municipality_with_every_seat_taken()
    at = datetime(YEAR, 1, 2, 9, tzinfo=NOW.tzinfo)
    do(roll_year, YEAR, by=None, at=at)
    before = Meeting.objects.count()
    again = do(roll_year, YEAR, by=None, at=at)
    assert (again.meetings, again.activities) == ((), ())
    assert Meeting.objects.count() == before


def a_municipality_with_every_seat_taken() -> Person:
    """Every seat of every body by what it asks for; back comes somebody who writes the items."""
    a_municipality(EXAMPLE)
    top = a_unit("Kommunen")
    for unit in OrgUnit.objects.exclude(pk=top.pk):
        do(change_unit, unit, parent=top, by=None, at=NOW)
    for group in UnitGroup.objects.all():
        for number in (1, 2):
            a_unit(f"Område {number} af {group.name}", parent=top, group=group.code)
    for post in Post.objects.all():
        do(change_post_holder, post, a_person(unit=top, is_leader=True), start=START, by=None, at=NOW)
    for body in active_bodies(START):
        for seat in rules_of(body, START).seats:
            if seat.post:
                continue
            home = OrgUnit.objects.filter(code=seat.unit).first() if seat.unit else top
            if seat.rule is SeatCount.ONE_PER:
                for unit in OrgUnit.objects.filter(groups__code=seat.group):
                    person = a_person(unit=unit, is_leader=True)
                    do(
                        seat_person,
                        body,
                        seat.key,
                        person,
                        start=START,
                        unit=unit,
                        function="koordinator",
                        by=None,
                        at=NOW,
                    )
            else:
                person = a_person(unit=home, is_leader=seat.kind is not SeatKind.SECRETARY)
                do(seat_person, body, seat.key, person, start=START, by=None, at=NOW)
    return a_person("Vera Skriver", unit=top)


def run_through(meeting: Meeting, writer: Person, *, printed: bool) -> None:
    """From an empty agenda to approved minutes, each step by whoever the body's seats give it to."""
    body, day = meeting.body, meeting.starts_at.date()
    ahead = meeting.starts_at - timedelta(days=20)
    secretary = holder_of(body, SeatKind.SECRETARY, day)
    assert secretary is not None
    kind = item_kinds(body, day)[0][0]
    item = do(
        actions.add_item, meeting, title=f"Sag til {body.name}", kind=kind, responsible=writer, by=secretary, at=ahead
    )
    fields = {"summary": "Det korte af det lange.", "financial_impact": "Ingen."}
    points = [PointText("sagen gennemføres")]
    do(actions.edit_item, item, by=writer, at=ahead, expected_version=None, fields=fields, points=points)
    do(actions.make_ready, item, by=writer, at=ahead)
    fresh = Meeting.objects.get(pk=meeting.pk)
    built = building.build_agenda(fresh, at=ahead) if printed else quick_build(fresh, ahead)
    assert built.reasons == ()
    do(actions.send_to_chair, meeting, built, by=secretary, at=ahead)
    approver = next(iter(approvers_of(fresh, day)), secretary)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=approver, at=ahead)
    do(actions.dispatch, meeting, by=secretary, at=ahead)
    assert OutboxMessage.objects.about("meeting", meeting.uuid).filter(kind="agenda").count() == len(receivers(fresh))
    do(actions.start_meeting, meeting, by=secretary, at=meeting.starts_at)
    item.refresh_from_db()
    outcome = outcomes_for(kind, Profile.ORDINARY)[0]
    do(actions.record_decision, item, outcome=outcome, text="Det blev sådan.", by=secretary, at=meeting.starts_at)
    chair = Meeting.objects.get(pk=meeting.pk).meeting_chair
    assert chair is not None
    do(actions.end_meeting, meeting, by=chair, at=meeting.ends_at)
    ended = Meeting.objects.get(pk=meeting.pk)
    after = meeting.ends_at + timedelta(hours=1)
    if way_of(ended) is MinutesApproval.CHAIR:
        minutes = building.build_minutes(ended, at=meeting.ends_at, by=chair) if printed else quick_minutes(ended)
        do(actions.approve_minutes, meeting, minutes, by=chair, at=after)
        return
    do(actions.send_to_members, meeting, by=chair, at=after)
    # What the worker does: the next agenda gets its item, the last meeting's minutes are approved by this one.
    minutes_of_members(after)
    minutes_of_members(after + timedelta(days=12))


def decides(meeting: Meeting) -> bool:
    """Whether the item that the meeting was given asked for a decision: some bodies only discuss."""
    return needs_decision(item_kinds(meeting.body, meeting.starts_at.date())[0][0], Profile.ORDINARY)


def quick_minutes(meeting: Meeting) -> BuiltMinutes:
    """Minutes with their true content and hash, and files that nobody printed."""
    content = minutes_content(meeting, 1)
    return BuiltMinutes(
        meeting_id=meeting.pk, number=1, content=content, sha256=hash_of(content), pdf=b"%PDF-1.7 r", open_pdf=b"%PDF-1.7 o",
        reasons=(), audit_head="0" * 64, built_at=meeting.ends_at,
    )  # fmt: skip

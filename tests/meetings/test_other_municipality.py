"""Another municipality's kommissorium: other bodies, other kinds, other ways to approve, without a line of code."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from styrehjul.bodies.actions import seat_person
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import NotAllowed
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions, tasks
from styrehjul.meetings.domain.states import AgendaState, DecisionState
from styrehjul.meetings.models import Decision, Meeting
from styrehjul.meetings.queries import kind_words
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import propose_project
from styrehjul.portfolio.models import Project
from tests.making import EXAMPLE, NOW, a_goal, a_municipality, a_person, a_unit
from tests.meetings.turn import do, quick_build

pytestmark = pytest.mark.django_db
STARTS = datetime(2027, 6, 15, 13, 0, tzinfo=NOW.tzinfo)


def seated(body: str, **holders: str) -> tuple[Body, dict[str, Person]]:
    found = Body.objects.get(code=body)
    people = {name: a_person(name) for name in holders}
    for name, seat in holders.items():
        unit = a_unit(f"Center {name}", group="centre") if seat == "koordinatorer" else None
        seat_person(found, seat, people[name], start=date(2027, 1, 1), unit=unit, function="x", by=None, at=NOW)
    return found, people


def planned(body: Body, *items: str, slot: str = "m06", starts: datetime = STARTS) -> Meeting:
    return do(
        actions.plan_meeting, body=body, year=2027, slot=slot, starts_at=starts, ends_at=starts + timedelta(minutes=90),
        items=items, place="Rådhuset", by=None, at=NOW,
    )  # fmt: skip


def test_where_decisions_wait_for_the_minutes_the_project_waits_too() -> None:
    a_municipality(EXAMPLE)
    body, people = seated("digitaliseringsudvalg", Karl="direktoer", Lone="sekretaer", Nina="naestformand")
    area = a_unit("Center for Børn", kind=UnitKind.DEPARTMENT_AREA)
    project = do(
        propose_project, title="Ny hjemmeside", lead_area=area, purpose="Borgere finder det, de søger.", goal_id=a_goal("Færre opkald").pk,
        planned_end=date(2028, 1, 31), owner_id=people["Nina"].pk, by=a_person("Ole"), at=NOW,
    )  # fmt: skip
    meeting = planned(body, "godkendelse_referat", "prioritering")
    assert {deadline.code for deadline in meeting.deadlines.all()} == {"material", "dispatch"}
    item = do(actions.put_proposal_on_meeting, project, meeting, by=people["Lone"], at=NOW)
    fields = {"financial_impact": "Ingen"}
    do(actions.edit_item, item, by=people["Lone"], at=NOW, expected_version=None, fields=fields)
    do(actions.make_ready, item, by=people["Lone"], at=NOW)
    built = quick_build(meeting)
    do(actions.send_to_chair, meeting, built, by=people["Lone"], at=NOW)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=people["Karl"], at=NOW)
    do(actions.dispatch, meeting, by=people["Lone"], at=NOW)
    do(actions.start_meeting, meeting, by=people["Lone"], at=STARTS)
    do(actions.record_decision, item, outcome="approved", by=people["Lone"], at=STARTS)
    do(actions.end_meeting, meeting, by=people["Karl"], at=STARTS)
    assert Decision.objects.get().state == DecisionState.CONFIRMED
    assert Decision.objects.get().number == "DU-2027-001"
    assert Project.objects.get().state == "awaiting_decision"
    # The next meeting approves the minutes; until then nothing is in force.
    do(actions.send_to_members, meeting, by=people["Karl"], at=STARTS)
    later = planned(body, "godkendelse_referat", slot="m08", starts=STARTS + timedelta(days=63))
    tasks.minutes_of_members(STARTS)
    approving = later.treatments.get()
    assert approving.minutes_of == meeting
    built = quick_build(later)
    do(actions.send_to_chair, later, built, by=people["Lone"], at=STARTS)
    do(actions.approve_agenda, later, sha256=built.sha256, by=people["Karl"], at=STARTS)
    do(actions.dispatch, later, by=people["Lone"], at=STARTS)
    do(actions.start_meeting, later, by=people["Lone"], at=later.starts_at)
    do(actions.end_meeting, later, by=people["Karl"], at=later.ends_at)
    assert Project.objects.get().state == "awaiting_decision"
    assert tasks.minutes_of_members(later.ends_at) == 1
    assert tasks.minutes_of_members(later.ends_at) == 0
    assert Decision.objects.get(number="DU-2027-001").state == DecisionState.IN_FORCE
    assert Project.objects.get().state == "approved"


def test_where_the_kommissorium_leaves_it_to_the_secretary_the_secretary_approves() -> None:
    a_municipality(EXAMPLE)
    body, people = seated("koordineringsforum", Karl="formand", Lone="sekretaer", Nina="koordinatorer")
    meeting = planned(body, "beslutningsbehov")
    item = meeting.treatments.get()
    assert (item.kind, kind_words(body, item.kind, STARTS.date())) == ("discussion", "til drøftelse")
    built = quick_build(meeting)
    do(actions.send_to_chair, meeting, built, by=people["Lone"], at=NOW)
    with pytest.raises(NotAllowed):
        do(actions.approve_agenda, meeting, sha256=built.sha256, by=people["Nina"], at=NOW)
    do(actions.approve_agenda, meeting, sha256=built.sha256, by=people["Lone"], at=NOW)
    assert Meeting.objects.get().agenda_state == AgendaState.APPROVED
    assert not OutboxMessage.objects.filter(kind="to_chair").exists()

"""Needs for decisions: raised, sent on, answered, or withdrawn with a reason. None is ever lost on the way."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given
from styrehjul.meetings.actions.ending import ending_points
from styrehjul.meetings.actions.handing import hand_on, meeting_that_takes
from styrehjul.meetings.domain.matters import NEED, SETTLES, NeedEvent, NeedState
from styrehjul.meetings.domain.states import CalendarState, MinutesState, Outcome, TreatmentState
from styrehjul.meetings.models import Decision, DecisionNeed, Matter, Meeting, Treatment
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.models import Project


@transaction.atomic
def raise_need(
    body: Body,
    *,
    question: str,
    target: Body,
    by: Person,
    at: datetime,
    wanted_by: date | None = None,
    background: str = "",
    meeting: Meeting | None = None,
    project: Project | None = None,
) -> DecisionNeed:
    """Say what must be decided, by which body and when. It stands on `body`'s list until it is answered."""
    if project is None or may(by, "need.raise", body, on=day_of(at)):
        needs(by, "need.raise", body, at)
    else:
        needs(by, "project.raise_need", project, at)
    if meeting is not None:
        _refuse_over(meeting)
    line = " ".join(question.split())
    if not line:
        raise Refused("need.empty")
    if wanted_by is not None and wanted_by < day_of(at):
        raise Refused("need.wanted_in_past", day=wanted_by)
    matter = Matter(title=line[:200], project=project)
    store(matter, by=by, at=at, action="matter.create")
    need = DecisionNeed(
        body=body, target=target, question=line[:300], background=background.strip(), raised_by=by,
        raised_on=day_of(at), wanted_by=wanted_by, meeting=meeting, matter=matter, project=project,
    )  # fmt: skip
    store(need, by=by, at=at, action="need.raise")
    return need


def _refuse_over(meeting: Meeting) -> None:
    if meeting.calendar_state == CalendarState.CANCELLED.value:
        raise Refused("meeting.cancelled")
    if meeting.minutes_state not in (MinutesState.NONE.value, MinutesState.DRAFT.value):
        raise Refused("meeting.already_ended")


@transaction.atomic
def tick_need(need: DecisionNeed, meeting: Meeting, *, by: Person, at: datetime, tick: bool = True) -> DecisionNeed:
    """The tick on *Fastlæggelse af beslutningsbehov*: when this meeting is ended, the need goes on to its body."""
    needs(by, "need.tick", need, at)
    need = fresh(need)
    if meeting.body_id != need.body_id:
        raise Refused("item.other_body", body=need.body.name_definite)
    _refuse_over(meeting)
    if need.state != NeedState.OPEN.value:
        raise Refused("need.take_forward")
    wanted = meeting if tick else None
    if need.ticked_at != wanted:
        need.ticked_at = wanted
        store(need, by=by, at=at, action="need.tick" if tick else "need.untick")
    return need


@transaction.atomic
def withdraw_need(need: DecisionNeed, *, reason: str, by: Person, at: datetime) -> DecisionNeed:
    """Nobody needs the answer any more, and why."""
    needs(by, "need.withdraw", need, at)
    need = fresh(need)
    said = reason_given(reason)
    need.state = moved(NEED, NeedState(need.state), NeedEvent.WITHDRAW)
    need.withdrawn_because, need.ended_on, need.ticked_at = said, day_of(at), None
    store(need, by=by, at=at, action="need.withdraw", reason=said)
    return need


def take_forward(meeting: Meeting, *, by: Person | None, at: datetime) -> list[Treatment]:
    """Called when the meeting is ended: each ticked need becomes an item of the body that is to answer it."""
    made = []
    ticked = DecisionNeed.objects.select_for_update().filter(ticked_at=meeting, state=NeedState.OPEN.value)
    for need in ticked.order_by("pk"):
        item = hand_on(
            need.matter,
            need.target,
            title=need.question,
            responsible=need.raised_by,
            to=meeting_that_takes(need.target, meeting, at),
            fields={"summary": _summary(need)},
            points=ending_points(need),
            by=by,
            at=at,
        )
        need.state = moved(NEED, NeedState(need.state), NeedEvent.TAKE_FORWARD)
        need.treatment, need.taken_from, need.ticked_at = item, meeting, None
        store(need, by=by, at=at, action="need.take_forward")
        made.append(item)
    return made


def _summary(need: DecisionNeed) -> str:
    parts = [need.question, need.background]
    said = f"Beslutningsbehovet er rejst af {need.raised_by.name} {day_text(need.raised_on)}"
    said += f" og ønskes afgjort senest {day_text(need.wanted_by)}." if need.wanted_by else "."
    return "\n\n".join([part for part in parts if part] + [said])


def answered(decision: Decision, *, by: Person | None, at: datetime) -> None:
    """A decision in force answers the needs that its item came from."""
    if Outcome(decision.outcome) not in SETTLES:
        return
    for need in _of(decision.treatment):
        need.state = moved(NEED, NeedState(need.state), NeedEvent.DECIDE)
        need.decision, need.ended_on = decision, day_of(at)
        store(need, by=by, at=at, action="need.decide")


def follow(old: Treatment, new: Treatment, *, by: Person | None, at: datetime) -> None:
    """The matter goes on as a new treatment, and its needs with it."""
    for need in _of(old):
        need.treatment = new
        store(need, by=by, at=at, action="need.follow")


def put_back(treatment: Treatment, *, by: Person | None, at: datetime) -> None:
    """The item left the agenda without an answer: its needs stand open on their list again."""
    for need in _of(treatment):
        need.state = moved(NEED, NeedState(need.state), NeedEvent.PUT_BACK)
        need.treatment, need.taken_from = None, None
        store(need, by=by, at=at, action="need.put_back")


def put_back_unanswered(meeting: Meeting, *, by: Person | None, at: datetime) -> None:
    """Called last when a meeting is ended: an item that was only noted, or went out, has answered nothing."""
    over = (TreatmentState.TREATED.value, TreatmentState.DROPPED.value)
    left = Treatment.objects.filter(
        meeting=meeting, state__in=over, needs__state=NeedState.TAKEN_FORWARD.value, decisions__isnull=True
    )
    for item in left.distinct():
        put_back(item, by=by, at=at)


def _of(treatment: Treatment) -> list[DecisionNeed]:
    return list(
        DecisionNeed.objects.select_for_update()
        .filter(treatment=treatment, state=NeedState.TAKEN_FORWARD.value)
        .order_by("pk")
    )

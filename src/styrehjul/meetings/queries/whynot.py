"""Why a button cannot be used: what the policy table says and what the rules say, both, every reason."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain import guards as g
from styrehjul.meetings.domain.minutes import lacks_for_return, lacks_for_sending
from styrehjul.meetings.domain.states import CalendarState, TreatmentState
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.extended import review_reasons
from styrehjul.meetings.queries.facts import came_late, item_facts, items_of, meeting_facts, numbers_of
from styrehjul.meetings.queries.seats import day_of, receivers
from styrehjul.people.models import Person
from styrehjul.people.policy import TABLE, may

ACTIONS = {
    "add_item": "agenda.prepare",
    "approve": "agenda.approve",
    "approve_minutes": "minutes.approve",
    "cancel": "meeting.cancel",
    "dispatch": "agenda.dispatch",
    "edit": "treatment.edit",
    "end": "meeting.end",
    "invite": "meeting.invite",
    "make_ready": "treatment.make_ready",
    "move": "meeting.move",
    "record": "decision.record",
    "remove": "agenda.prepare",
    "reorder": "agenda.prepare",
    "return_agenda": "agenda.return",
    "return_item": "treatment.return",
    "return_minutes": "minutes.approve",
    "send_minutes": "minutes.approve",
    "send_to_chair": "agenda.send_to_chair",
    "start": "meeting.lead",
}


@dataclass(frozen=True)
class Question:
    """What is asked about: the meeting, with its item where the button belongs to one."""

    meeting: Meeting | None
    item: Treatment | None
    person: Person
    at: datetime

    @property
    def facts(self) -> g.MeetingFacts:
        assert self.meeting is not None
        return meeting_facts(self.meeting)

    @property
    def with_people(self) -> g.MeetingFacts:
        assert self.meeting is not None
        return meeting_facts(self.meeting, people=True)

    @property
    def item_facts(self) -> g.ItemFacts:
        assert self.item is not None
        number = numbers_of(items_of(self.meeting)).get(self.item.pk) if self.meeting else None
        return item_facts(self.item, number, day_of(self.meeting.starts_at if self.meeting else self.at))

    @property
    def prepares(self) -> bool:
        return self.meeting is not None and may(self.person, "agenda.prepare", self.meeting, on=day_of(self.at))


def why_not(name: str, obj: Meeting | Treatment, person: Person, at: datetime) -> list[Reason]:
    """Every reason that `person` cannot do `name` to the meeting or item now; empty when they can."""
    item = obj if isinstance(obj, Treatment) else None
    meeting = obj.meeting if isinstance(obj, Treatment) else obj
    reasons = not_allowed(ACTIONS[name], obj, person, at)
    return reasons + _RULES[name](Question(meeting, item, person, at))


def not_allowed(action: str, obj: object, person: Person, at: datetime) -> list[Reason]:
    """The reason that the policy table gives, naming who can."""
    if may(person, action, obj, on=day_of(at)):
        return []
    return [Reason(f"not_allowed.{action}", {"who": [row.who.words for row in TABLE.rows(action)]})]


def _approve(q: Question) -> list[Reason]:
    return g.lacks_for_approval(q.facts, seen=None, current="")


def _dispatch(q: Question) -> list[Reason]:
    assert q.meeting is not None
    # A late dispatch asks for its reason on the form itself; the button stays open for it.
    return g.lacks_for_dispatch(q.facts, at=q.at, late_because="-", receivers=len(receivers(q.meeting)))


def _edit(q: Question) -> list[Reason]:
    if q.item is None or q.meeting is None:
        return []
    gone = q.item.state in (TreatmentState.REJECTED, TreatmentState.WITHDRAWN, TreatmentState.DROPPED)
    left = [Reason("item.left_agenda", q.item_facts.facts)] if gone else []
    return left + g.lacks_for_editing(q.facts, prepares=q.prepares)


def _make_ready(q: Question) -> list[Reason]:
    facts = q.item_facts
    if facts.state in (TreatmentState.READY, TreatmentState.ON_AGENDA):
        return [Reason("item.already_ready", facts.facts)]
    late = q.item is not None and came_late(q.item, q.at)
    waits = review_reasons(q.item, q.at) if q.item is not None else []
    return g.lacks_for_ready(replace(facts, late=late)) + waits + _edit(q)


def _return_item(q: Question) -> list[Reason]:
    ready = q.item is not None and q.item.state in (TreatmentState.READY, TreatmentState.ON_AGENDA)
    return _edit(q) + ([] if ready else [Reason("item.not_ready", q.item_facts.facts)])


def _record(q: Question) -> list[Reason]:
    return g.lacks_for_recording(q.facts, q.item_facts)


def _move(q: Question) -> list[Reason]:
    return g.over(q.facts)


def _return_agenda(q: Question) -> list[Reason]:
    return g.lacks_for_approval(q.facts, seen=None, current="")


def _invite(q: Question) -> list[Reason]:
    facts = q.with_people
    told = [Reason("meeting.already_invited")] if facts.calendar is CalendarState.INVITED else []
    return told + g.lacks_for_invitation(facts, at=q.at)


_RULES: dict[str, Callable[[Question], list[Reason]]] = {
    "add_item": lambda q: g.lacks_for_new_items(q.facts),
    "approve": _approve,
    "approve_minutes": lambda q: g.lacks_for_minutes(q.facts),
    "send_minutes": lambda q: lacks_for_sending(q.facts.minutes, q.facts.minutes_way),
    "cancel": _move,
    "dispatch": _dispatch,
    "edit": _edit,
    "end": lambda q: g.lacks_for_end(q.with_people),
    "invite": _invite,
    "make_ready": _make_ready,
    "move": _move,
    "record": _record,
    "remove": lambda q: g.lacks_for_new_items(q.facts),
    "reorder": lambda q: g.lacks_for_new_items(q.facts),
    "return_agenda": _return_agenda,
    "return_item": _return_item,
    "return_minutes": lambda q: lacks_for_return(q.facts.minutes),
    "send_to_chair": lambda q: g.lacks_for_chair(q.facts),
    "start": lambda q: g.lacks_for_start(q.with_people, at=q.at),
}

"""Mistakes that somebody could make in the product, one at a time. The walk must find each of them.

A defect changes one place and nothing else; what it is called says what went wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
from django.db.models import Q

from styrehjul.audit.unit import store
from styrehjul.bodies.permissions import AT_TABLE, CHAIR, CHAIR_STAND_IN_APPROVE, SECRETARIAT
from styrehjul.meetings import actions, permissions
from styrehjul.meetings.actions import (
    agenda,
    between,
    calling,
    carrying,
    decisions,
    handing,
    items,
    meetings,
    minutes,
    ordering,
    presence,
    revising,
    running,
)
from styrehjul.meetings.actions import common as actions_common
from styrehjul.meetings.actions import moving as moving_meetings
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.states import AgendaState
from styrehjul.meetings.models import Decision, Treatment
from styrehjul.meetings.queries.reading import FROM_SENT, SENT
from styrehjul.meetings.queries.versions import version_of
from styrehjul.people.permissions import EVERYONE
from styrehjul.people.policy import TABLE, Row, Who
from styrehjul.portfolio.actions import moving

Plant = Callable[[pytest.MonkeyPatch], None]


@dataclass(frozen=True)
class Defect:
    """What is wrong, how it is brought in, and which steps come past it: the walk that looks for it takes them often."""

    name: str
    plant: Plant
    often: tuple[str, ...] = ()


def _row(patch: pytest.MonkeyPatch, action: str, who: Who) -> None:
    """The policy table with one row too many."""
    patch.setitem(TABLE._rows, action, (*TABLE.rows(action), Row(action, who, "En række for meget.")))


def _around(patch: pytest.MonkeyPatch, place: Any, name: str, make: Callable[[Any], Any]) -> None:
    patch.setattr(place, name, make(getattr(place, name)))


def _no_reasons(place: Any, name: str) -> Plant:
    return lambda patch: patch.setattr(place, name, lambda *args, **facts: [])


def _carried_without_a_way(patch: pytest.MonkeyPatch) -> None:
    def make(carry: Any) -> Any:
        def wrong(topic: Any, **more: Any) -> Any:
            new = carry(topic, **more)
            new.carried_from = None
            store(new, by=more["by"], at=more["at"], action="topic.carry")
            return new

        return wrong

    _around(patch, actions, "carry_topic", make)


def _approved_whatever_was_read(patch: pytest.MonkeyPatch) -> None:
    def make(approve: Any) -> Any:
        def wrong(meeting: Any, *, sha256: str, **more: Any) -> Any:
            last = version_of(meeting)
            return approve(meeting, sha256=last.sha256 if last else sha256, **more)

        return wrong

    _around(patch, actions, "approve_agenda", make)


def _only_an_approval_falls(patch: pytest.MonkeyPatch) -> None:
    """What the chair is still reading may be edited under their eyes."""
    for place in (actions_common, agenda, calling, meetings):
        patch.setattr(place, "WITH_CHAIR", (AgendaState.APPROVED.value,), raising=False)


def _the_room_voids_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(calling, "void_approval", lambda meeting, *args, **more: meeting)


def _the_time_voids_nothing(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(meetings, "void_approval", lambda meeting, *args, **more: meeting)


def _voided_by_the_states_alone(patch: pytest.MonkeyPatch) -> None:
    """The agenda goes back, but the approval still stands as one that holds."""
    from django.db.models import QuerySet

    from styrehjul.meetings.models import Approval

    class Never(QuerySet[Approval]):
        def filter(self, *args: Any, **more: Any) -> Any:
            return super().none()

    class Wrong:
        objects = Never(Approval)

    patch.setattr(actions_common, "Approval", Wrong)


def _stand_in_writes_and_approves(patch: pytest.MonkeyPatch) -> None:
    _row(patch, "agenda.approve", CHAIR_STAND_IN_APPROVE)


def _closed_items_for_all(patch: pytest.MonkeyPatch) -> None:
    wrong = Who(
        "everyone_item", "Alle ansatte",
        lambda person, obj, on: obj.meeting is not None and obj.meeting.ended_at is not None,
        lambda person, on: Q(meeting__ended_at__isnull=False, state__in=FROM_SENT),
    )  # fmt: skip
    _row(patch, "treatment.see", wrong)


def _read_at_dispatch(patch: pytest.MonkeyPatch) -> None:
    wrong = Who(
        "everyone_sent", "Alle ansatte",
        lambda person, obj, on: obj.agenda_state in SENT,
        lambda person, on: Q(agenda_state__in=SENT),
    )  # fmt: skip
    _row(patch, "agenda.see", wrong)


def _number_counted(patch: pytest.MonkeyPatch) -> None:
    """The number is counted among this meeting's decisions, not drawn for the body's year."""

    def wrong(decision: Decision, at: Any) -> None:
        drawn(decision, at)
        decision.serial = Decision.objects.filter(meeting=decision.meeting, serial__isnull=False).count() + 1
        decision.number = f"{decision.body.short_code}-{decision.year}-{decision.serial:03d}"

    drawn = decisions._draw_number
    patch.setattr(decisions, "_draw_number", wrong)


def _number_with_holes(patch: pytest.MonkeyPatch) -> None:
    def wrong(decision: Decision, at: Any) -> None:
        drawn(decision, at)
        decision.serial = (decision.serial or 0) + 1

    drawn = decisions._draw_number
    patch.setattr(decisions, "_draw_number", wrong)


def _overwritten(patch: pytest.MonkeyPatch) -> None:
    def make(record: Any) -> Any:
        def wrong(treatment: Treatment, **more: Any) -> Any:
            Decision.objects.filter(treatment=treatment).update(in_force_at=None)
            return record(treatment, **more)

        return wrong

    _around(patch, actions, "record_decision", make)


def _half_an_effect(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(decisions, "savepoint", nullcontext)


def _alone_at_the_end(patch: pytest.MonkeyPatch) -> None:
    _around(
        patch, actions, "end_meeting", lambda end: lambda meeting, **more: end(meeting, **{**more, "with_chair": True})
    )


def _sent_to_all_but_one(patch: pytest.MonkeyPatch) -> None:
    _around(
        patch, agenda, "send_agenda", lambda send: lambda sent, to, titles, *, at: send(sent, to[:-1], titles, at=at)
    )


def _sent_twice(patch: pytest.MonkeyPatch) -> None:
    def make(send: Any) -> Any:
        def wrong(sent: Any, to: Any, titles: Any, *, at: Any) -> None:
            send(sent, to, titles, at=at)
            sent.number += 1
            send(sent, to, titles, at=at)

        return wrong

    _around(patch, agenda, "send_agenda", make)


def _receivers_unasked(patch: pytest.MonkeyPatch) -> None:
    _around(
        patch, actions, "dispatch", lambda send: lambda meeting, **more: send(meeting, **{**more, "recipients": None})
    )


def _sent_otherwise(patch: pytest.MonkeyPatch) -> None:
    """A text is tidied as the agenda goes out: what members read is not what the chair approved."""

    def make(fix: Any) -> Any:
        def wrong(meeting: Any, **more: Any) -> Any:
            for item in meeting.treatments.exclude(summary=""):
                Treatment.objects.filter(pk=item.pk).update(summary=f"{item.summary}.")
            return fix(meeting, **more)

        return wrong

    _around(patch, agenda, "_fix_numbers", make)


def _built_is_believed(patch: pytest.MonkeyPatch) -> None:
    class Anything(str):
        __slots__ = ()

        def __ne__(self, other: object) -> bool:
            return False

        __hash__ = str.__hash__

    patch.setattr(minutes, "hash_of", lambda content: Anything())


def _responsible_writes_on(patch: pytest.MonkeyPatch) -> None:
    _around(patch, guards, "lacks_for_editing", lambda asks: lambda facts, *, prepares: asks(facts, prepares=True))


def _the_table_approves(patch: pytest.MonkeyPatch) -> None:
    _row(patch, "minutes.approve", AT_TABLE)


def _moved_without_voiding(patch: pytest.MonkeyPatch) -> None:
    """Only what is put on an agenda counts as an edit of it, not what is taken away."""
    _around(
        patch, items, "touched", lambda told: lambda item, what, **more: None if "er flyttet" in what else told(item, what, **more)
    )  # fmt: skip


def _a_wish_for_a_meeting_is_a_yes(patch: pytest.MonkeyPatch) -> None:
    _around(
        patch, between, "verdict", lambda ask: lambda said, **more: ask(["agrees" if one == "meeting" else one for one in said], **more)
    )  # fmt: skip


def _silence_is_a_yes(patch: pytest.MonkeyPatch) -> None:
    _around(patch, between, "verdict", lambda ask: lambda said, **more: ask(said, **more | {"silence_agrees": True}))


def _on_a_meeting_all_the_same(patch: pytest.MonkeyPatch) -> None:
    """Every item looks as if it were on its way to a meeting."""

    class Same:
        def __eq__(self, other: object) -> bool:
            return True

        def __ne__(self, other: object) -> bool:
            return False

        __hash__ = object.__hash__

    patch.setattr(handing, "Route", SimpleNamespace(MEETING=SimpleNamespace(value=Same())))


def _called_off_once_sent(patch: pytest.MonkeyPatch) -> None:
    """Items stand in the way of calling a meeting off only until the agenda is out."""
    _around(
        patch, meetings, "_left_behind", lambda left: lambda meeting: [] if meeting.agenda_state == "sent" else left(meeting)
    )  # fmt: skip


DEFECTS = (
    Defect("an edit leaves the approval standing", lambda p: p.setattr(items, "touched", lambda *a, **k: None)),
    Defect("an edit counts only once the chair has approved", _only_an_approval_falls),
    Defect("an item moved away leaves the approval standing", _moved_without_voiding, ("move_item",)),
    Defect("a new place leaves the approval standing", _the_room_voids_nothing, ("change_place",)),
    Defect("a new time leaves the approval standing", _the_time_voids_nothing, ("move_meeting",)),
    Defect("a fallen approval is not marked as fallen", _voided_by_the_states_alone, ("edit_item", "recall",)),
    Defect("the sum that the chair read is not compared", _approved_whatever_was_read, ("approve",)),
    Defect("the secretary may approve", lambda p: _row(p, "agenda.approve", SECRETARIAT[0]), ("approve",)),
    Defect("who stands in for both secretary and chair may approve", _stand_in_writes_and_approves, ("approve",)),
    Defect("the chair may dispatch", lambda p: _row(p, "agenda.dispatch", CHAIR), ("dispatch",)),
    Defect("members approve the minutes", _the_table_approves, ("approve_minutes",)),
    Defect("all employees read every agenda", lambda p: _row(p, "agenda.see", EVERYONE)),
    Defect("all employees read the agenda from dispatch on", _read_at_dispatch),
    Defect("all employees read closed items", _closed_items_for_all, ("edit_item", "record",)),
    Defect("a sent agenda may be written on", _no_reasons(guards, "lacks_for_editing"), ("edit_item",)),
    Defect("an agenda with the chair may be written on by all who write items", _responsible_writes_on, ("edit_item",)),
    Defect("a sent agenda takes new items", _no_reasons(guards, "lacks_for_new_items"), ("add_item", "move_item",)),
    Defect("an unfinished item goes to the chair", _no_reasons(guards, "lacks_for_chair"), ("send_to_chair",)),
    Defect("an item is ready whatever it lacks", _no_reasons(guards, "lacks_for_ready"), ("make_ready",)),
    Defect("the receivers on the page are not compared", _receivers_unasked, ("dispatch",)),
    Defect("one member gets no agenda", _sent_to_all_but_one),
    Defect("everybody gets the agenda twice", _sent_twice),
    Defect("a text is tidied as it is sent", _sent_otherwise),
    Defect("a meeting begins before its day", _no_reasons(guards, "lacks_for_start"), ("start",)),
    Defect("a meeting ends with items undecided", _no_reasons(guards, "lacks_for_end"), ("end",)),
    Defect("the secretary ends the meeting without the chair", _alone_at_the_end, ("end",)),
    Defect("decision numbers are counted by meeting", _number_counted, ("record", "end",)),
    Defect("decision numbers have holes", _number_with_holes, ("record", "end",)),
    Defect("numbers are spent on what is only noted", lambda p: p.setattr(decisions, "UNNUMBERED", frozenset()), ("record", "end",)),
    Defect("half of a decision is carried out", _half_an_effect, ("place", "set_priority")),
    Defect("nobody asks whether the project is as expected", lambda p: p.setattr(moving, "_compare", lambda *a: None), ("place", "set_priority")),
    Defect("a decision in force is written over", _overwritten, ("return_minutes", "record",)),
    Defect("what is put off is forgotten", lambda p: p.setattr(running, "go_on", lambda *a, **k: None), ("record",)),
    Defect("what is put off loses its recommendation", lambda p: p.setattr(carrying, "copy_papers", lambda *a, **k: None), ("record",)),
    Defect("a proposal taken off the agenda still awaits its decision", lambda p: p.setattr(ordering, "take_back", lambda *a, **k: None), ("place", "remove_item",)),
    Defect("a meeting is called off with its items on it", lambda p: p.setattr(meetings, "_left_behind", lambda meeting: []), ("cancel",)),
    Defect("a ticked need stays behind when its meeting is ended", lambda p: p.setattr(running, "take_forward", lambda *a, **k: None), ("raise_need", "tick_need", "end")),
    Defect("a need goes with the item that is taken off", lambda p: p.setattr(ordering, "put_back", lambda *a, **k: None), ("raise_need", "tick_need", "end", "remove_item")),
    Defect("a topic that is carried on loses its way back", _carried_without_a_way, ("add_topic", "carry_topic")),
    Defect("minutes are approved as they were built before they were changed", _built_is_believed, ("approve_minutes",)),
    Defect("one who wants a meeting is counted as agreed", _a_wish_for_a_meeting_is_a_yes, ("circulate", "reply")),
    Defect("silence agrees where it was not said to", _silence_is_a_yes, ("circulate", "reply", "deadline")),
    Defect("an item under a written procedure is put on a meeting", _on_a_meeting_all_the_same, ("circulate", "put_on_meeting")),
    Defect("what was decided in writing is told to nobody", lambda p: p.setattr(between, "_report", lambda *a, **k: None), ("circulate", "reply", "deadline")),
    Defect("who is inhabil reads the item", lambda p: p.setattr(permissions, "barred_items", lambda *a: frozenset()), ("mark",)),
    Defect("somebody is marked inhabil after the meeting", lambda p: p.setattr(presence, "_refuse_wrong_time", lambda *a: None), ("mark",)),
    Defect("a change of a decision is never confirmed", lambda p: p.setattr(running, "confirm_revisions", lambda *a, **k: []), ("return_minutes", "revise", "end")),
    Defect("a decision is changed while the minutes lie with the chair", lambda p: p.setattr(revising, "lacks_for_revision", lambda *a, **k: []), ("revise",)),
    Defect("anybody takes a decision up again", lambda p: _row(p, "decision.drop", EVERYONE), ("take_up_again", "end")),
    Defect("the secretary moves a meeting whose agenda is out", lambda p: p.setattr(meetings, "needs_confirming", lambda *a: False), ("move_meeting",)),
    Defect("a wish for another time waits on when it is confirmed", lambda p: p.setattr(moving_meetings, "_answered", lambda *a, **k: None), ("ask", "confirm")),
    Defect("a meeting whose agenda is out is called off with its items", _called_off_once_sent, ("cancel",)),
    Defect("an item stays open when its minutes are approved", lambda p: p.setattr(minutes, "close_treated", lambda *a, **k: None)),
)  # fmt: skip


@contextmanager
def planted(defect: Defect) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        defect.plant(patch)
        yield

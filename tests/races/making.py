"""Meetings to race about: many of one body, in one municipality that is made once for each test."""

from __future__ import annotations

from datetime import timedelta

from styrehjul.bodies.models import Delegation
from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import EffectText, PointText
from styrehjul.meetings.models import AgendaVersion, Meeting, Treatment
from styrehjul.meetings.queries import version_of
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from tests.making import NOW, START, Cast, a_person
from tests.meetings.turn import MEETING_AT, SENT_AT, a_proposal, do
from tests.model.scene import build

ENDED = MEETING_AT + timedelta(hours=2)


def a_meeting_with_an_item(cast: Cast, *, kind: str = "information") -> tuple[Meeting, Treatment]:
    """An extra meeting with one item that is ready."""
    meeting = do(
        actions.plan_meeting, body=cast.steering, year=2027, slot="", extra=True, starts_at=MEETING_AT,
        ends_at=ENDED, items=("godkendelse_dagsorden",), place="Kattegat", by=None, at=NOW,
    )  # fmt: skip
    item = do(
        actions.add_item, meeting, title="Fælles booking", kind=kind, responsible=cast.mette, by=cast.peter, at=NOW,
        fields={"summary": "Én løsning", "financial_impact": "Ingen"},
        points=[PointText("sagen godkendes")] if kind == "decision" else (),
    )  # fmt: skip
    do(actions.make_ready, item, by=cast.peter, at=NOW)
    return meeting, Treatment.objects.get(pk=item.pk)


def sent_to_chair(cast: Cast, meeting: Meeting) -> AgendaVersion:
    return do(actions.send_to_chair, meeting, build(Meeting.objects.get(pk=meeting.pk), NOW), by=cast.peter, at=NOW)


def approved(cast: Cast, meeting: Meeting) -> AgendaVersion:
    version = sent_to_chair(cast, meeting)
    do(actions.approve_agenda, meeting, sha256=version.sha256, by=cast.stine, at=NOW)
    return version


def running(cast: Cast, meeting: Meeting) -> None:
    approved(cast, meeting)
    do(actions.dispatch, meeting, by=cast.peter, at=SENT_AT)
    do(actions.start_meeting, meeting, by=cast.peter, at=MEETING_AT)


def decided(cast: Cast, meeting: Meeting, item: Treatment) -> None:
    running(cast, meeting)
    do(actions.record_decision, item, outcome="approved", by=cast.peter, at=MEETING_AT)


def with_a_priority(cast: Cast, item: Treatment) -> Project:
    """The item's one at-sentence gives a project a priority."""
    project = a_proposal(cast)
    points = [
        PointText("projektet får prioritet 3", (EffectText("project.set_priority", project.pk, {"priority": 3}),))
    ]
    do(actions.edit_item, item, by=cast.peter, at=NOW, expected_version=None, fields={}, points=points)
    return project


def a_stand_in(cast: Cast, *, kind: str = "chair") -> Person:
    """Somebody who approves for the chair, or does the secretary's work, the whole year."""
    person = a_person("Tora Bay", unit=cast.digitalisation)
    Delegation.objects.create(
        body=cast.steering, kind=kind, person=person, start=START, end=START.replace(month=12, day=31),
        set_by=cast.stine, may_approve=kind == "chair", created_at=NOW, updated_at=NOW,
    )  # fmt: skip
    return person


def again(meeting: Meeting) -> Meeting:
    """The meeting as a page of its own has read it."""
    return Meeting.objects.select_related("body").get(pk=meeting.pk)


__all__ = [
    "ENDED", "a_meeting_with_an_item", "a_stand_in", "again", "approved", "decided", "running", "sent_to_chair",
    "version_of", "with_a_priority",
]  # fmt: skip

"""*Gør til*: a topic becomes something that is followed up elsewhere, and keeps the link to it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.actions.needs import raise_need
from styrehjul.meetings.models import DecisionNeed, FollowUp, Topic
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions import propose_project
from styrehjul.portfolio.actions.risks import add_risk
from styrehjul.portfolio.models import Project, Risk


@transaction.atomic
def make_task_of(
    topic: Topic, *, text: str, responsible: Person, due: date | None, by: Person, at: datetime
) -> FollowUp:
    """*Gør til opgave*: exactly one responsible, and a date where one is known."""
    topic = _open(topic, "followup.add", by=by, at=at)
    line = " ".join(text.split()) or topic.text
    task = FollowUp(
        body=topic.meeting.body, text=line[:300], responsible=responsible, due=due, decision_text=f"Emne: {topic.text}"[:300]
    )  # fmt: skip
    store(task, by=by, at=at, action="followup.create")
    topic.follow_up = task
    _became(topic, "topic.make_task", by=by, at=at)
    return task


@transaction.atomic
def make_proposal_of(topic: Topic, *, title: str, lead_area: OrgUnit, by: Person, at: datetime) -> Project:
    """*Gør til projektforslag*: an idea with what the topic says; its author answers the rest and sends it in."""
    topic = _open(topic, "topic.add", by=by, at=at)
    project = propose_project(
        title=" ".join((title or topic.text).split())[:200],
        lead_area=lead_area,
        purpose=topic.text,
        summary=topic.text,
        submit=False,
        by=by,
        at=at,
    )
    topic.project = project
    _became(topic, "topic.make_proposal", by=by, at=at)
    return project


@transaction.atomic
def make_need_of(
    topic: Topic, *, question: str, target: Body, wanted_by: date | None, by: Person, at: datetime
) -> DecisionNeed:
    """*Gør til beslutningsbehov*: it stands on the body's list until somebody has decided."""
    topic = _open(topic, "topic.add", by=by, at=at)
    need = raise_need(
        topic.meeting.body, question=question or topic.text, target=target, wanted_by=wanted_by, by=by, at=at
    )
    topic.need = need
    _became(topic, "topic.make_need", by=by, at=at)
    return need


@transaction.atomic
def make_risk_of(topic: Topic, *, event: str, project: Project, by: Person, at: datetime) -> Risk:
    """*Gør til risiko*: it stands on a project, with a link back to the meeting where it was said."""
    topic = _open(topic, "topic.add", by=by, at=at)
    risk = add_risk(
        project,
        event=event or topic.text,
        source_words=f"Emne: {topic.text}"[:300],
        source_url=topic.meeting.get_absolute_url(),
        by=by,
        at=at,
        right="risk.raise",
    )
    topic.risk = risk
    _became(topic, "topic.make_risk", by=by, at=at)
    return risk


def _open(topic: Topic, action: str, *, by: Person, at: datetime) -> Topic:
    needs(by, "topic.add", topic.meeting, at)
    needs(by, action, topic.meeting, at)
    found = fresh(topic)
    if found.follow_up_id or found.project_id or found.need_id or found.risk_id or found.carried_to.exists():
        raise Refused("topic.became")
    return found


def _became(topic: Topic, action: str, *, by: Person, at: datetime) -> None:
    topic.done = True
    store(topic, by=by, at=at, action=action)

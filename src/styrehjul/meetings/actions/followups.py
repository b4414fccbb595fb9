"""Follow-ups: what somebody does because of a decision."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs
from styrehjul.meetings.models import Decision, FollowUp, Treatment
from styrehjul.people.models import Person


@transaction.atomic
def add_follow_up(
    treatment: Treatment,
    *,
    text: str,
    responsible: Person,
    due: date | None,
    by: Person,
    at: datetime,
    decision: Decision | None = None,
) -> FollowUp:
    """Agree on a next step: exactly one responsible, and a date where one is known."""
    needs(by, "followup.add", treatment, at)
    if not text.strip():
        raise Refused("followup.empty")
    task = FollowUp(
        body=treatment.body,
        treatment=treatment,
        decision=decision or treatment.decisions.first(),
        text=" ".join(text.split())[:300],
        responsible=responsible,
        due=due,
    )
    store(task, by=by, at=at, action="followup.create")
    return task


@transaction.atomic
def finish_follow_up(follow_up: FollowUp, *, by: Person, at: datetime) -> FollowUp:
    """It is done. Doing it twice is no mistake, and changes nothing."""
    needs(by, "followup.finish", follow_up, at)
    task = fresh(follow_up)
    if task.state == "open":
        task.state, task.done_at = "done", at
        store(task, by=by, at=at, action="followup.finish")
    return task


@transaction.atomic
def register_follow_up(
    *,
    body: Body,
    text: str,
    responsible: Person,
    due: date | None,
    by: Person | None,
    at: datetime,
    decision_text: str = "",
    done: bool = False,
) -> FollowUp:
    """A follow-up from before the product was in use, read in with the decision it comes from in its own words."""
    needs(by, "followup.add", body, at)
    task = FollowUp(
        body=body,
        text=" ".join(text.split())[:300],
        responsible=responsible,
        due=due,
        imported=True,
        decision_text=decision_text[:300],
        state="done" if done else "open",
        done_at=at if done else None,
    )
    store(task, by=by, at=at, action="followup.import")
    return task

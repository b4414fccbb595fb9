"""Open follow-ups from before are registered, and those that are done meanwhile are finished."""

from __future__ import annotations

from datetime import datetime

from styrehjul.bodies.models import Body
from styrehjul.imports.actions.lines import each
from styrehjul.imports.domain.lines import Fate, Line, Plan
from styrehjul.imports.reading import Asked
from styrehjul.meetings.actions.followups import finish_follow_up, register_follow_up
from styrehjul.meetings.models import FollowUp
from styrehjul.people.models import Person


def write_followups(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    bodies, people = Body.objects.in_bulk(), Person.objects.in_bulk()

    def work(line: Line) -> None:
        values = line.values
        if line.fate is Fate.UPDATE:
            task = FollowUp.objects.get(pk=line.record or 0)
            finish_follow_up(task, by=by or task.responsible, at=at)
            return
        register_follow_up(
            body=bodies[values["body"]],
            text=values["text"],
            responsible=people[values["responsible"]],
            due=values["due"],
            decision_text=values["decision"],
            done=values["done"],
            by=by,
            at=at,
        )

    each(plan.writes, work)

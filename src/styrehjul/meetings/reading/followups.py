"""Follow-ups across bodies: what somebody does because of a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from styrehjul.kernel.danish import day_text
from styrehjul.meetings.models import FollowUp
from styrehjul.people.models import Person
from styrehjul.people.policy import may, visible_to
from styrehjul.ui.dates import in_days

LEVEL = {"open": "info", "done": "success", "dropped": ""}


@dataclass(frozen=True)
class FollowUpRow:
    """One follow-up in the list; `finishable` where this person may say that it is done."""

    pk: int
    text: str
    responsible: str
    body: str
    due: str
    due_words: str
    decision: str
    decision_url: str
    state: str
    level: str
    finishable: bool


def follow_ups(person: Person, on: date, *, body: str, state: str, mine: bool) -> QuerySet[FollowUp]:
    """The follow-ups that the person may see, the nearest date first."""
    found = FollowUp.objects.filter(visible_to(person, "followup.see", on=on))
    if body:
        found = found.filter(body__code=body)
    if state in LEVEL:
        found = found.filter(state=state)
    if mine:
        found = found.filter(responsible=person)
    return found.select_related("body", "responsible", "decision", "treatment").prefetch_related("topics").distinct()


def rows(found: Sequence[FollowUp], person: Person, on: date) -> list[FollowUpRow]:
    """The list's rows."""
    return [_row(row, person, on) for row in found]


def _row(row: FollowUp, person: Person, on: date) -> FollowUpRow:
    is_open = row.state == "open"
    number = row.decision.number if row.decision else ""
    return FollowUpRow(
        pk=row.pk,
        text=row.text,
        responsible=row.responsible.name,
        body=row.body.short_code,
        due=day_text(row.due) if row.due else "",
        due_words=in_days(row.due, on) if row.due and is_open else "",
        decision=number or row.decision_text or (row.treatment.title if row.treatment else ""),
        decision_url=f"/beslutninger/{row.decision_id}/" if number else _topic_url(row),
        state=row.get_state_display(),
        level=LEVEL[row.state],
        finishable=is_open and may(person, "followup.finish", row, on=on),
    )


def _topic_url(row: FollowUp) -> str:
    """The meeting on which the topic that it came from was written."""
    topic = next(iter(row.topics.all()), None)
    return f"/moeder/{topic.meeting_id}/" if topic else ""


HEADERS = ("Opfølgning", "Ansvarlig", "Organ", "Frist", "Beslutning", "Status")
KEYS = ("opfoelgning", "ansvarlig", "organ", "frist", "beslutning", "status")


def table(found: Sequence[FollowUp]) -> list[tuple[Any, ...]]:
    """The list as a file holds it."""
    return [
        (
            row.text,
            row.responsible.name,
            row.body.name,
            row.due.isoformat() if row.due else "",
            row.decision.number if row.decision and row.decision.number else row.decision_text,
            row.get_state_display(),
        )
        for row in found
    ]

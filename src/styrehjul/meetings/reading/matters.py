"""The matters that a person may read: those with an item that they may open."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, QuerySet

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Matter, Treatment
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to


def came_words(item: Treatment) -> str:
    """Where a matter that waits came from: put off, sent on, recommended or sent back."""
    old = item.carried_from
    if old is None or not old.outcome:
        return ""
    return f"{labels.OUTCOME[s.Outcome(old.outcome)]}: {old.body.name}"


@dataclass(frozen=True)
class MatterRow:
    """One matter in the list."""

    url: str
    title: str
    project: str
    last: str
    outcome: str


def visible_treatments(person: Person, on: date) -> QuerySet[Treatment]:
    """The ordinary items that the person may open; formalities and standing items are no matters to look for."""
    found = Treatment.objects.filter(visible_to(person, "treatment.see", on=on), profile=s.Profile.ORDINARY.value)
    return found.distinct()


def matters(person: Person, on: date, *, words: str = "", body: str = "") -> QuerySet[Matter]:
    """The matters, the latest touched first."""
    readable = visible_treatments(person, on)
    if body:
        readable = readable.filter(body__code=body)
    found = Matter.objects.filter(pk__in=readable.values("matter_id"))
    for word in words.split()[:8]:
        found = found.filter(title__icontains=word)
    shown = Treatment.objects.filter(pk__in=visible_treatments(person, on).values("pk"))
    treatments = shown.select_related("meeting", "body").order_by("meeting__starts_at", "pk")
    return found.select_related("project").prefetch_related(
        Prefetch("treatments", queryset=treatments, to_attr="readable")
    )


def rows(found: Sequence[Matter]) -> list[MatterRow]:
    """The list's rows, with the last treatment of each."""
    return [_row(matter) for matter in found]


def _row(matter: Matter) -> MatterRow:
    readable: list[Treatment] = matter.readable  # type: ignore[attr-defined]  # prefetched above
    last = readable[-1] if readable else None
    where = ""
    if last is not None:
        where = capital(last.body.name_definite)
        where += f" {day_text(day_of(last.meeting.starts_at))}" if last.meeting else ""
    outcome = str(labels.OUTCOME[s.Outcome(last.outcome)]) if last is not None and last.outcome else ""
    project = f"{matter.project.number} {matter.project.title}" if matter.project else ""
    return MatterRow(f"/sager/{matter.pk}/", matter.title, project, where, outcome)

"""*Sagens gang*: every treatment of a matter that the reader may see, and where the matter is settled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Decision, Matter, Treatment
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to
from styrehjul.ui import blocks

Tree = list[dict[str, Any]]


@dataclass(frozen=True)
class CourseStep:
    """One treatment: the body and its day, what came of it, and the links both ways."""

    title: str
    text: str
    url: str
    decision: Tree = field(default_factory=list)
    links: tuple[tuple[str, str], ...] = ()


def treatments_of(matter: Matter, person: Person, on: date) -> list[Treatment]:
    """The matter's treatments that the person may see, in the order of their meetings."""
    found = (
        Treatment.objects.filter(matter=matter)
        .filter(visible_to(person, "treatment.see", on=on))
        .select_related("meeting", "body", "carried_from__meeting")
        .prefetch_related("decisions", "carried_to__meeting")
        .order_by("meeting__starts_at", "pk")
    )
    return list(found.distinct())


def steps(treatments: Sequence[Treatment]) -> list[CourseStep]:
    """The treatments as they are told."""
    return [_step(item) for item in treatments]


def _step(item: Treatment) -> CourseStep:
    body = capital(item.body.name_definite)
    title = f"{body} {day_text(day_of(item.meeting.starts_at))}" if item.meeting else body
    decision = next(iter(item.decisions.all()), None)
    links = []
    if item.carried_from and item.carried_from.meeting:
        came = day_text(day_of(item.carried_from.meeting.starts_at))
        links.append((_("Udsat fra mødet %(day)s") % {"day": came}, item.carried_from.get_absolute_url()))
    for later in item.carried_to.all():
        if later.meeting:
            goes = day_text(day_of(later.meeting.starts_at))
            links.append((_("Videre på mødet %(day)s") % {"day": goes}, later.get_absolute_url()))
    return CourseStep(
        title,
        _outcome(item, decision),
        item.get_absolute_url(),
        blocks.parse(decision.text) if decision else [],
        tuple(links),
    )


def _outcome(item: Treatment, decision: Decision | None) -> str:
    state = s.TreatmentState(item.state)
    parts = []
    if item.outcome:
        parts.append(str(labels.OUTCOME[s.Outcome(item.outcome)]))
    elif state in (s.T.WITHDRAWN, s.T.REJECTED, s.T.DROPPED):
        parts.append(str(labels.TREATMENT[state]))
    else:
        parts.append(_("Behandlet") if s.SHOWN[state] is s.ItemStatus.TREATED else _("Ikke behandlet endnu"))
    if decision and decision.number:
        parts.append(decision.number)
    if item.left_because:
        parts.append(item.left_because)
    return " · ".join(parts)


def decided_in(treatments: Sequence[Treatment]) -> str:
    """The body that settles the matter: the one with the last treatment that decides; else nobody yet."""
    deciding = [item for item in treatments if item.kind not in ("information", "discussion")]
    return deciding[-1].body.name_definite if deciding else _("ikke fastsat")

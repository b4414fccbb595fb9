"""What a running item says of other decisions: those it contradicts or revokes, and how it is changed after the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.model import TakesForce
from styrehjul.meetings.domain.states import DecisionState, MinutesState
from styrehjul.meetings.models import Decision, DecisionRevision, Meeting, Treatment
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.meetings.queries.superseding import Contradiction, contradictions


@dataclass(frozen=True)
class Against:
    """A decision in force that says the opposite."""

    number: str
    url: str
    text: str


@dataclass(frozen=True)
class After:
    """What stands behind "Mere" on a running item, and its way to be changed when it is in force."""

    contradicts: tuple[Against, ...]
    may_wait: bool
    waits: bool
    supersedes: str
    earlier: tuple[tuple[str, str], ...]
    revise_url: str
    waiting: str


def after(meeting: Meeting, rows: Sequence[Treatment]) -> dict[int, After]:
    """Treatment key -> that, in four queries whatever stands on the agenda."""
    against = contradictions(rows)
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    may_wait = rules is None or rules.settings.decision_takes_force is not TakesForce.MINUTES_APPROVED
    decided = {d.treatment_id: d for d in Decision.objects.filter(meeting=meeting).select_related("supersedes")}
    earlier = _earlier(rows)
    waiting = dict(
        DecisionRevision.objects.filter(decision__meeting=meeting, confirmed_at=None).values_list(
            "decision__treatment_id", "text"
        )
    )
    changes = meeting.minutes_state == MinutesState.DRAFT and meeting.ended_at is not None
    return {row.pk: _of(row, decided.get(row.pk), against, earlier, may_wait, changes, waiting) for row in rows}


def _of(
    row: Treatment,
    decision: Decision | None,
    against: dict[int, list[Contradiction]],
    earlier: dict[int, list[tuple[str, str]]],
    may_wait: bool,
    changes: bool,
    waiting: dict[int, str],
) -> After:
    revokes = decision.supersedes.number if decision and decision.supersedes else ""
    in_force = decision is not None and decision.state == DecisionState.IN_FORCE
    keys = {"pk": row.meeting_id, "item": row.pk}
    return After(
        contradicts=tuple(_against(one, revokes) for one in against.get(row.pk, []) if not in_force),
        may_wait=may_wait,
        waits=decision.waits_for_minutes if decision else False,
        supersedes=revokes,
        earlier=tuple(
            pair
            for pair in earlier.get(row.matter.project_id or 0, [])
            if decision is None or pair[0] != decision.number
        ),
        revise_url=reverse("meetings:revise", kwargs=keys) if changes and in_force else "",
        waiting=waiting.get(row.pk, ""),
    )


def _against(one: Contradiction, revokes: str) -> Against:
    url = reverse("meetings:decision", kwargs={"pk": one.decision_id})
    if one.number == revokes:
        return Against(one.number, url, _("ophæves af denne beslutning."))
    told = _("er i kraft og siger det modsatte: %(words)s. Skal den ophæves, så skriv dens nummer under Mere.")
    return Against(one.number, url, told % {"words": one.words})


def _earlier(rows: Sequence[Treatment]) -> dict[int, list[tuple[str, str]]]:
    """Project key -> decisions in force about it, that the field suggests."""
    projects = {row.matter.project_id for row in rows if row.matter.project_id}
    if not projects:
        return {}
    found: dict[int, list[tuple[str, str]]] = {}
    decisions = Decision.objects.filter(
        state=DecisionState.IN_FORCE.value, treatment__matter__project__in=projects
    ).exclude(number="")
    for number, title, project in decisions.order_by("-in_force_at").values_list(
        "number", "treatment__title", "treatment__matter__project_id"
    ):
        found.setdefault(project or 0, []).append((number, title))
    return found

"""Which earlier decision a new one revokes, and which one in force it contradicts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.domain.revising import OPPOSITE, lacks_for_superseding
from styrehjul.meetings.domain.states import DecisionState, EffectState
from styrehjul.meetings.models import Decision, Effect, Treatment
from styrehjul.meetings.queries.contents import words_of
from styrehjul.meetings.queries.facts import effects_of


@dataclass(frozen=True)
class Contradiction:
    """A decision in force that says the opposite of what is recommended or decided now."""

    number: str
    decision_id: int
    words: str


def superseded_by_number(item: Treatment, number: str) -> Decision:
    """The decision with that number, when a decision on this item may revoke it; else Refused."""
    wanted = number.strip()
    found = Decision.objects.select_related("body").filter(number__iexact=wanted).first() if wanted else None
    if found is None:
        raise Refused("decision.number_unknown", number=wanted)
    reasons = lacks_for_superseding(
        found.number,
        DecisionState(found.state),
        same=found.treatment_id == item.pk,
        over=is_over(item.body, found.body),
        body=found.body.name_definite,
    )
    if reasons:
        raise Refused.because(reasons)
    return found


def is_over(body: Body, other: Body) -> bool:
    """Whether a body is the other one, or stands above it."""
    seen: set[int] = set()
    here: Body | None = other
    while here is not None and here.pk not in seen:
        if here.pk == body.pk:
            return True
        seen.add(here.pk)
        here = here.parent
    return False


def contradictions(items: Iterable[Treatment]) -> dict[int, list[Contradiction]]:
    """Treatment key -> decisions in force that say the opposite about the same projects; the latest of each. One query."""
    wanted: dict[int, list[tuple[int, str]]] = {}
    for item in items:
        pairs = [(e.project_id, e.command) for e in effects_of(item) if e.project_id and e.command in OPPOSITE]
        if pairs:
            wanted[item.pk] = [(project, command) for project, command in pairs if project]
    projects = {project for pairs in wanted.values() for project, _ in pairs}
    if not projects:
        return {}
    applied = Effect.objects.filter(
        project__in=projects, state=EffectState.APPLIED.value, decision__state=DecisionState.IN_FORCE.value
    )
    done = list(applied.exclude(decision__number="").select_related("decision", "project").order_by("applied_at", "pk"))
    found: dict[int, list[Contradiction]] = {}
    for key, pairs in wanted.items():
        against = {
            project: effect
            for project, command in pairs
            for effect in done
            if effect.project_id == project
            and effect.command in OPPOSITE[command]
            and effect.decision
            and effect.decision.treatment_id != key
        }
        found[key] = [_contradiction(effect) for effect in against.values()]
    return {key: rows for key, rows in found.items() if rows}


def _contradiction(effect: Effect) -> Contradiction:
    assert effect.decision is not None
    project = effect.project.title if effect.project else ""
    return Contradiction(effect.decision.number, effect.decision.pk, f"{words_of(effect)} ({project})")

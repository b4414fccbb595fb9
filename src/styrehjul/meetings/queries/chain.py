"""What an item's effects expect to find: each effect sees the project as the ones before it leave it."""

from __future__ import annotations

from collections.abc import Iterable

from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.domain.matters import TreatmentRole
from styrehjul.meetings.domain.states import EffectState
from styrehjul.meetings.models import Effect, Treatment
from styrehjul.portfolio.domain.commands import COMMANDS, OF_PHASES, Fact, leaves
from styrehjul.portfolio.domain.phases import PhaseFacts
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import facts_of
from styrehjul.portfolio.queries.phase_chain import phase_left, phases_in

Facts = dict[str, Fact]


class Chain:
    """Projects as the effects seen so far would leave them."""

    def __init__(self) -> None:
        self._facts: dict[int, Facts] = {}
        self._phases: dict[int, list[PhaseFacts]] = {}

    def next(self, command: str, project: Project | None, args: dict[str, object]) -> tuple[Facts, list[Reason]]:
        """The facts that this command finds, and why it cannot follow from them; then it has had its effect."""
        if project is None or command not in COMMANDS:
            return {}, []
        known = self._facts.setdefault(project.pk, {})
        for name, value in facts_of(project, command).items():
            known.setdefault(name, value)
        expected = {name: known[name] for name in COMMANDS[command].reads}
        try:
            left = dict(leaves(command, known, args))
            if command in OF_PHASES:
                left["phase"] = phase_left(command, self._phases_in(project), str(known["phase"]), args)
            self._facts[project.pk] = left
        except Refused as refused:
            return expected, refused.reasons
        return expected, []

    def _phases_in(self, project: Project) -> list[PhaseFacts]:
        if project.pk not in self._phases:
            self._phases[project.pk] = phases_in(project)
        return self._phases[project.pk]


def before(treatment: Treatment) -> list[Effect]:
    """The effects of the items that stand before this one on the same agenda, in their order."""
    if treatment.meeting_id is None:
        return []
    earlier = Effect.objects.filter(
        point__treatment__meeting_id=treatment.meeting_id,
        point__treatment__position__lt=treatment.position,
        state=EffectState.PENDING.value,
        made_in_meeting=False,
    ).exclude(point__treatment__state__in=("withdrawn", "rejected", "dropped"))
    earlier = earlier.exclude(point__treatment__role=TreatmentRole.RECOMMEND.value)
    return list(
        earlier.select_related("project").order_by(
            "point__treatment__position", "point__position", "point_id", "position", "pk"
        )
    )


def own(treatment: Treatment) -> list[Effect]:
    """The item's own recommended effects in the order of the at-sentences."""
    found = Effect.objects.filter(point__treatment=treatment, made_in_meeting=False).select_related("project")
    return list(found.order_by("point__position", "point_id", "position", "pk"))


def expected_of(treatment: Treatment) -> list[tuple[Effect, Facts]]:
    """Each of the item's effects with the facts that it expects to find."""
    return [(effect, expected) for effect, expected, _ in _walk(before(treatment), own(treatment))]


def chain_reasons(treatment: Treatment) -> list[Reason]:
    """Why one of the effects cannot follow from the project's state and the effects before it."""
    effects = own(treatment)
    if not effects or treatment.role == TreatmentRole.RECOMMEND:
        return []
    facts = {"title": treatment.title, "item": treatment.pk}
    reasons = [reason for _, _, found in _walk(before(treatment), effects) for reason in found]
    return [Reason(reason.code, {**facts, **reason.facts}) for reason in reasons]


def moved_on(rows: Iterable[Treatment]) -> dict[int, tuple[str, ...]]:
    """Item -> its effects whose project is no longer as it was when the recommendation was written, in words.

    `rows` are the items of one agenda in their order, with their points and effects: each effect is compared with what
    the ones before it leave.
    """
    chain, found = Chain(), dict[int, tuple[str, ...]]()
    for row in rows:
        if row.role == TreatmentRole.RECOMMEND or row.state in ("withdrawn", "rejected", "dropped"):
            continue
        effects = [effect for point in row.points.all() for effect in point.effects.all() if not effect.made_in_meeting]
        words = []
        for effect in effects:
            expected, wrong = chain.next(effect.command, effect.project, effect.args)
            if effect.project and (wrong or (effect.expected and effect.expected != expected)):
                words.append(f"{COMMANDS[effect.command].words} ({effect.project.title})")
        if words:
            found[row.pk] = tuple(words)
    return found


def _walk(earlier: Iterable[Effect], effects: Iterable[Effect]) -> list[tuple[Effect, Facts, list[Reason]]]:
    chain = Chain()
    for effect in earlier:
        chain.next(effect.command, effect.project, effect.args)
    return [(effect, *chain.next(effect.command, effect.project, effect.args)) for effect in effects]

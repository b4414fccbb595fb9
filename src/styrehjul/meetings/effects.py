"""A decision in force carries out its effects: the only place that hands out a mandate."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.models import Decision, Effect
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import ACTION_OF
from styrehjul.portfolio.models import Project


class Unfulfilled(Refused):
    """An effect could not be carried out: which one, and why. The savepoint of its decision falls with it."""

    def __init__(self, effect: Effect, refused: Refused) -> None:
        super().__init__(refused.code, reasons=refused.reasons, **refused.facts)
        self.effect = effect
        self.refused = refused


def mandate_of(decision: Decision, at: datetime) -> Mandate:
    """The proof that this body decided this."""
    return Mandate(decision_ref=decision.number, body=decision.body.code, in_force_at=decision.in_force_at or at)


def carry_out(decision: Decision, effects: Sequence[Effect], *, by: Person | None, at: datetime) -> None:
    """Do to the projects what was decided, in the order of the at-sentences; all of it or, in its savepoint, nothing.

    Each action compares the project with what the effect expects and asks its own rule. Raises Unfulfilled.
    """
    mandate = mandate_of(decision, at)
    keys = sorted({effect.project_id for effect in effects if effect.project_id})
    # In one order for everybody: two meetings ended at once must not wait for one another's projects.
    locked = {project.pk: project for project in Project.objects.select_for_update().filter(pk__in=keys).order_by("pk")}
    for effect in effects:
        action = ACTION_OF.get(effect.command)
        if action is None or effect.project_id is None:
            raise Unfulfilled(effect, Refused("effect.unknown", command=effect.command))
        try:
            action(
                locked[effect.project_id],
                by=by,
                at=at,
                mandate=mandate,
                expected=effect.expected or None,
                **effect.args,
            )
        except Refused as refused:
            raise Unfulfilled(effect, refused) from refused

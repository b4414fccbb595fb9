"""Which phase a decided change leaves a project in, so that the next effect of the same meeting knows what to expect."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from styrehjul.portfolio.domain.phases import OPENS, Outcome, PhaseFacts, after_phase, earlier_phase
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.phases import facts_of_phases, phases_of


def phases_in(project: Project) -> list[PhaseFacts]:
    """The phases of the project's model. One query."""
    return facts_of_phases(phases_of(project.phase_model_id))


def phase_left(command: str, phases: Sequence[PhaseFacts], phase: str, args: Mapping[str, object]) -> str:
    """The key of the phase after `command`. Refused where the command cannot be carried out from this phase."""
    if command == "project.step_back_phase":
        return earlier_phase(phases, phase, str(args.get("phase") or "")).key
    if command == "project.pass_gate":
        outcome = Outcome(str(args.get("outcome") or Outcome.PASSED.value))
        if outcome not in OPENS:
            return phase
    following = after_phase(phases, phase)
    return following.key if following else phase

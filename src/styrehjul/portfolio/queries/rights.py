"""What a change of a project needs: the right by the kommissorium, the facts it expects, and what is lacking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from styrehjul.bodies.queries import Right, kommissorium_on, right_for
from styrehjul.kernel.danish import listing
from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.commands import COMMANDS, OF_CATALOGUE, OF_PHASES, Fact, amount_fact, typed
from styrehjul.portfolio.domain.guards import ApprovalFacts
from styrehjul.portfolio.domain.guards import lacks_for_approval as _lacks_for_approval
from styrehjul.portfolio.domain.life import Category, ProjectRoleKind
from styrehjul.portfolio.models import Baseline, Project
from styrehjul.portfolio.queries.links import has_goal
from styrehjul.portfolio.queries.roles import holder_of
from styrehjul.portfolio.queries.settings import settings


def right_of(project: Project, command: str, on: date) -> Right:
    """Who may do `command` to this project that day.

    A category is reserved only *away from local*. A priority needs a decision only in an approved plan; outside one
    those responsible may set it, and a body with the right may decide it. A new end is half of a new baseline.
    """
    category = project.category
    if category == Category.LOCAL and project.large and settings().large_local_needs_decision:
        # The municipality has chosen that its large local projects follow the others' way.
        category = Category.CROSS.value
    match command:
        case "project.start" if project.may_start:
            # The approval said that it starts without a new decision.
            return Right("unset")
        case "project.change_category":
            return right_for(command, on) if project.category == Category.LOCAL else Right("unset")
        case "project.set_priority":
            right = right_for(command, on, category=category)
            return Right("bodies" if right.bodies else "unset", right.bodies, right.row)
        case "project.set_end_date":
            right = right_for(command, on, category=category)
            return right if right.kind != "unset" else right_for("project.set_baseline", on, category=category)
    return right_for(command, on, category=category)


def body_may(right: Right, body: str, on: date) -> bool:
    """Whether a decision of the body with that code is enough.

    A right that is not set refuses nothing. A body may also do what is given to a body that stands under it or
    prepares its meetings: the steering group may start a project though the programme group may as well.
    """
    if not right.bodies or body in right.bodies:
        return True
    above = {rules.code: {rules.parent, rules.cadence.follows} - {None} for rules in kommissorium_on(on).bodies}
    seen: set[str] = set()
    waiting = list(right.bodies)
    while waiting:
        code = waiting.pop()
        seen.add(code)
        waiting += [str(higher) for higher in above.get(code, ()) if higher not in seen]
    return body in seen


def bodies_in_words(right: Right, on: date) -> str:
    """ "styregruppen", "styregruppen og programgruppen", or "et organ" where nobody is named."""
    names = {rules.code: rules.name_definite for rules in kommissorium_on(on).bodies}
    return listing(names.get(code, code) for code in right.bodies) or "et organ"


def facts_of(project: Project, command: str) -> dict[str, Fact]:
    """The fields that the command reads or writes, as they are now: what an effect expects to find."""
    return {name: _fact(project, name) for name in COMMANDS[command].reads}


def _fact(project: Project, name: str) -> Fact:
    if name in (ProjectRoleKind.OWNER, ProjectRoleKind.MANAGER):
        role = holder_of(project, ProjectRoleKind(name))
        return role.person_id if role else None
    if name == "baseline":
        return Baseline.objects.filter(project=project).count()
    value = getattr(project, name)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return amount_fact(value)
    found: Fact = value
    return found


def lacks_for_approval(project: Project, args: Mapping[str, Any] | None = None) -> list[Reason]:
    """What the project lacks before it can be approved, when an effect brings `args` with it; empty when nothing."""
    brought = typed("proposal.approve", args or {})
    return _lacks_for_approval(
        ApprovalFacts(
            category=project.category,
            has_owner="owner_id" in brought or holder_of(project, ProjectRoleKind.OWNER) is not None,
            has_manager="manager_id" in brought or holder_of(project, ProjectRoleKind.MANAGER) is not None,
            purpose=project.purpose,
            planned_end=brought.get("planned_end", project.planned_end),
            has_goal="goal" in brought or has_goal(project),
        )
    )


def can_be_asked(project: Project, command: str) -> bool:
    """Whether the command can be about this project at all: phases where it has some, the catalogue where it came from it."""
    if command in OF_CATALOGUE:
        return project.catalogue_entry_id is not None
    return command not in OF_PHASES or project.phase_model_id is not None

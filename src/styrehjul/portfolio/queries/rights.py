"""What a change of a project needs: the right by the kommissorium, the facts it expects, and what is lacking."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from styrehjul.bodies.queries import Right, kommissorium_on, right_for
from styrehjul.kernel.danish import listing
from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.commands import COMMANDS, Fact, typed
from styrehjul.portfolio.domain.guards import ApprovalFacts
from styrehjul.portfolio.domain.guards import lacks_for_approval as _lacks_for_approval
from styrehjul.portfolio.domain.life import Category, ProjectRoleKind
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.roles import holder_of


def right_of(project: Project, command: str, on: date) -> Right:
    """Who may do `command` to this project that day.

    A category is reserved only *away from local*. A priority needs a decision only in an approved plan; outside one
    those responsible may set it, and a body with the right may decide it. A new end is half of a new baseline.
    """
    match command:
        case "project.change_category":
            return right_for(command, on) if project.category == Category.LOCAL else Right("unset")
        case "project.set_priority":
            right = right_for(command, on, category=project.category)
            return Right("bodies" if right.bodies else "unset", right.bodies, right.row)
        case "project.set_end_date":
            right = right_for(command, on, category=project.category)
            return right if right.kind != "unset" else right_for("project.set_baseline", on, category=project.category)
    return right_for(command, on, category=project.category)


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
    value = getattr(project, name)
    if isinstance(value, date):
        return value.isoformat()
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
            goal=str(brought.get("goal", project.goal)),
        )
    )

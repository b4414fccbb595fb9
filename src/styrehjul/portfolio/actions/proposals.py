"""A proposal from idea to decided."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.moving import begin, day_or_none, lock, move, save, tell
from styrehjul.portfolio.actions.numbers import draw_number
from styrehjul.portfolio.actions.roles import give_role
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import Category, ProjectEvent, ProjectRoleKind, ProjectState, Subtype
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.rights import lacks_for_approval


@transaction.atomic
def propose_project(
    *,
    title: str,
    lead_area: OrgUnit,
    purpose: str,
    by: Person,
    at: datetime,
    summary: str = "",
    category: str = Category.CROSS.value,
    subtype: str = "",
    external_owner: str = "",
    partners: str = "",
    goal: str = "",
    users: str = "",
    gain: str = "",
    cost_tdkk: Decimal | None = None,
    hours: Decimal | None = None,
    outside_deadline: str = "",
    planned_end: date | None = None,
    org_unit: OrgUnit | None = None,
    owner_id: int | None = None,
    manager_id: int | None = None,
    submit: bool = True,
) -> Project:
    """Answer the six questions: the project begins its life as a proposal, or stays an idea when not sent in."""
    permit(by, "project.propose", at=at)
    is_cross = category == Category.CROSS
    project = Project(
        number=draw_number(at),
        title=title.strip(),
        category=category,
        subtype=(subtype or Subtype.OWN_CROSS.value) if is_cross else "",
        external_owner=external_owner,
        partners=partners,
        state=ProjectState.IDEA.value,
        summary=summary,
        purpose=purpose,
        goal=goal,
        users=users,
        gain=gain,
        cost_tdkk=cost_tdkk,
        hours=hours,
        outside_deadline=outside_deadline,
        planned_end=planned_end,
        lead_area=lead_area,
        org_unit=org_unit or by.unit,
        contact=by,
    )
    if submit:
        _refuse_unanswered(project)
        move(project, ProjectEvent.PROPOSE)
    store(project, by=by, at=at, action="project.propose" if submit else "project.note_idea")
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key:
            give_role(project, kind, key, by=by, at=at, told=False)
    tell(project, ChangeKind.NEW, by=by, at=at, new=str(project.get_state_display()))
    return project


@transaction.atomic
def submit_proposal(project: Project, *, by: Person, at: datetime) -> Project:
    """Send an idea in as a proposal."""
    lock(project)
    permit(by, "project.change", project, at=at)
    _refuse_unanswered(project)
    old, new = move(project, ProjectEvent.PROPOSE)
    store(project, by=by, at=at, action="project.propose")
    tell(project, ChangeKind.NEW, by=by, at=at, old=old, new=new)
    return project


def _refuse_unanswered(project: Project) -> None:
    lacking = [("title", "project.lacks_title"), ("purpose", "project.lacks_purpose")]
    reasons = [Reason(code) for name, code in lacking if not str(getattr(project, name)).strip()]
    if project.category == Category.NATIONAL and not project.external_owner.strip():
        reasons.append(Reason("project.lacks_external_owner"))
    if project.subtype == Subtype.INTER_MUNICIPAL and not project.partners.strip():
        reasons.append(Reason("project.lacks_partners"))
    if reasons:
        raise Refused.because(reasons)


@transaction.atomic
def put_on_agenda(project: Project, *, by: Person, at: datetime) -> Project:
    """The proposal awaits a decision: called by the one click that makes its item on a meeting's agenda."""
    lock(project)
    permit(by, "project.put_on_agenda", project, at=at)
    old, new = move(project, ProjectEvent.PUT_ON_AGENDA)
    project.revisit_on = None
    store(project, by=by, at=at, action="project.put_on_agenda")
    tell(project, ChangeKind.ON_AGENDA, by=by, at=at, old=old, new=new)
    return project


@transaction.atomic
def take_back(project: Project, *, by: Person, at: datetime, reason: str = "") -> Project:
    """The proposal leaves the agenda before it was treated, and is a proposal again."""
    lock(project)
    permit(by, "project.put_on_agenda", project, at=at)
    old, new = move(project, ProjectEvent.TAKE_BACK)
    store(project, by=by, at=at, action="project.take_back", reason=reason)
    tell(project, ChangeKind.ON_AGENDA, by=by, at=at, old=old, new=new, reason=reason)
    return project


@transaction.atomic
def withdraw(project: Project, *, reason: str, by: Person, at: datetime) -> Project:
    """The proposer takes the proposal back for good. One that stands on an agenda is taken off it first."""
    lock(project)
    permit(by, "project.withdraw", project, at=at)
    if project.state == ProjectState.AWAITING_DECISION:
        raise Refused("project.on_agenda")
    old, new = move(project, ProjectEvent.WITHDRAW)
    if not reason.strip():
        raise Refused("reason.needed")
    store(project, by=by, at=at, action="project.withdraw", reason=reason)
    tell(project, ChangeKind.WITHDRAWN, by=by, at=at, old=old, new=new, reason=reason)
    return project


@transaction.atomic
def approve_proposal(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
    conditions: str = "",
    priority: int | None = None,
    owner_id: int | None = None,
    manager_id: int | None = None,
    planned_end: date | None = None,
    goal: str = "",
) -> Project:
    """The proposal becomes an approved project. What the decision brings with it (priority, people) is set at once.

    Refused with everything that is lacking of owner, manager, purpose, planned end and goal.
    """
    begin(project, "proposal.approve", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    brought = {"owner_id": owner_id, "manager_id": manager_id, "planned_end": planned_end, "goal": goal}
    words = move(project, ProjectEvent.APPROVE)
    if lacking := lacks_for_approval(project, brought):
        raise Refused.because(lacking)
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key:
            give_role(project, kind, key, by=by, at=at, mandate=mandate, reason=reason)
    project.planned_end = planned_end or project.planned_end
    project.goal = goal or project.goal
    said = "; ".join(part for part in (reason, f"Betingelser: {conditions}" if conditions else "") if part)
    if priority is not None and priority != project.priority:
        old = str(project.priority or "ingen")
        project.priority = priority
        tell(project, ChangeKind.PRIORITY, by=by, at=at, old=old, new=str(priority), reason=reason, mandate=mandate)
    return save(project, "proposal.approve", ChangeKind.DECIDED, words, by=by, at=at, mandate=mandate, reason=said)


@transaction.atomic
def reject_proposal(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The proposal is refused and is over."""
    begin(project, "proposal.reject", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = move(project, ProjectEvent.REJECT)
    return save(project, "proposal.reject", ChangeKind.DECIDED, words, by=by, at=at, mandate=mandate, reason=reason)


@transaction.atomic
def postpone_proposal(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
    revisit_on: date | None = None,
) -> Project:
    """The proposal still awaits its decision, and comes back on `revisit_on` or to the next meeting."""
    begin(project, "proposal.postpone", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    old, _ = move(project, ProjectEvent.POSTPONE)
    project.revisit_on = revisit_on
    new = f"Udsat til {day_or_none(revisit_on)}" if revisit_on else "Udsat til næste møde"
    return save(
        project, "proposal.postpone", ChangeKind.DECIDED, (old, new), by=by, at=at, mandate=mandate, reason=reason
    )


@transaction.atomic
def return_proposal(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The proposal goes back to its proposer with what is missing."""
    begin(project, "proposal.return", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    old, new = move(project, ProjectEvent.RETURN)
    words = (old, f"{new}: sendt retur")
    return save(project, "proposal.return", ChangeKind.DECIDED, words, by=by, at=at, mandate=mandate, reason=reason)

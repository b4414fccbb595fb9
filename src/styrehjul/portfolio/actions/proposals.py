"""A proposal from idea to decided."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.links import names_in, set_areas, set_goal, set_partners, tie_goal
from styrehjul.portfolio.actions.moving import begin, day_or_none, lock, move, save, tell
from styrehjul.portfolio.actions.numbers import draw_number
from styrehjul.portfolio.actions.phases import begin_in_phase
from styrehjul.portfolio.actions.recording import more_of
from styrehjul.portfolio.actions.roles import give_role
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import Category, ProjectEvent, ProjectRoleKind, ProjectState, Subtype
from styrehjul.portfolio.domain.record import SystemUse, Visibility
from styrehjul.portfolio.models import Project, ProjectSystem
from styrehjul.portfolio.queries.rights import lacks_for_approval
from styrehjul.systems.models import System


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
    goal_id: int | None = None,
    users: str = "",
    gain: str = "",
    cost_tdkk: Decimal | None = None,
    hours: Decimal | None = None,
    outside_deadline: str = "",
    planned_end: date | None = None,
    org_unit: OrgUnit | None = None,
    owner_id: int | None = None,
    manager_id: int | None = None,
    areas: Iterable[OrgUnit] = (),
    resubmits: Project | None = None,
    system: System | None = None,
    submit: bool = True,
    **record: Any,
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
        state=ProjectState.IDEA.value,
        summary=summary,
        purpose=purpose,
        users=users,
        gain=gain,
        cost_tdkk=cost_tdkk,
        hours=hours,
        outside_deadline=outside_deadline,
        planned_end=planned_end,
        lead_area=lead_area,
        org_unit=org_unit or by.unit,
        contact=by,
        resubmits=resubmits,
        **more_of(record),
    )
    if submit:
        _refuse_unanswered(project, partners=names_in(partners))
        project.visibility = Visibility.ALL.value
        move(project, ProjectEvent.PROPOSE)
    begin_in_phase(project)
    store(project, by=by, at=at, action="project.propose" if submit else "project.note_idea")
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key:
            give_role(project, kind, key, by=by, at=at, told=False)
    if system is not None:
        # It was begun from the system's page.
        link = ProjectSystem(project=project, system=system, role=SystemUse.CHANGES.value)
        store(link, by=by, at=at, action="project.link_system")
    set_goal(project, goal_id, by=by, at=at)
    set_partners(project, partners, by=by, at=at)
    set_areas(project, areas, by=by, at=at)
    tell(project, ChangeKind.NEW, by=by, at=at, new=str(project.get_state_display()))
    return project


@transaction.atomic
def submit_proposal(project: Project, *, by: Person, at: datetime) -> Project:
    """Send an idea in as a proposal."""
    lock(project)
    permit(by, "project.change", project, at=at)
    _refuse_unanswered(project, partners=[partner.name for partner in project.partner_links.all()])
    old, new = move(project, ProjectEvent.PROPOSE)
    project.visibility = Visibility.ALL.value
    store(project, by=by, at=at, action="project.propose")
    tell(project, ChangeKind.NEW, by=by, at=at, old=old, new=new)
    return project


def _refuse_unanswered(project: Project, *, partners: Sequence[str]) -> None:
    lacking = [("title", "project.lacks_title"), ("purpose", "project.lacks_purpose")]
    reasons = [Reason(code) for name, code in lacking if not str(getattr(project, name)).strip()]
    if project.category == Category.NATIONAL and not project.external_owner.strip():
        reasons.append(Reason("project.lacks_external_owner"))
    if project.subtype == Subtype.INTER_MUNICIPAL and not partners:
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
def send_back(project: Project, *, reason: str, by: Person, at: datetime) -> Project:
    """A proposal that is not ready goes back to its proposer as an idea, with a word about what it needs."""
    lock(project)
    permit(by, "project.send_back", project, at=at)
    old, new = move(project, ProjectEvent.SEND_BACK)
    if not reason.strip():
        raise Refused("reason.needed")
    store(project, by=by, at=at, action="project.send_back", reason=reason)
    tell(project, ChangeKind.DECIDED, by=by, at=at, old=old, new=f"{new}: sendt tilbage", reason=reason)
    return project


_AGAIN = (
    "summary", "category", "subtype", "external_owner", "users", "gain", "cost_tdkk", "hours", "outside_deadline",
    "planned_end", "org_unit",
)  # fmt: skip


@transaction.atomic
def resubmit(project: Project, *, by: Person, at: datetime) -> Project:
    """*Genfremsæt*: what was rejected or withdrawn comes again as a new idea that points to the old one."""
    lock(project)
    if ProjectState(project.state) not in (ProjectState.REJECTED, ProjectState.WITHDRAWN):
        raise Refused("project.resubmit")
    if project.lead_area is None:
        raise Refused("project.lacks_area")
    first = project.goal_links.first()
    return propose_project(
        title=project.title,
        lead_area=project.lead_area,
        purpose=project.purpose,
        goal_id=first.goal_id if first and first.goal.end is None else None,
        partners=project.partners,
        resubmits=project,
        submit=False,
        by=by,
        at=at,
        **{name: getattr(project, name) for name in _AGAIN},
    )


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
    goal: int | None = None,
    planned_start: date | None = None,
    frame_tdkk: Decimal | None = None,
    may_start: str = "",
) -> Project:
    """The proposal becomes an approved project. What the decision brings with it (priority, people) is set at once.

    Refused with everything that is lacking of owner, manager, purpose, planned end and goal.
    """
    begin(project, "proposal.approve", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    brought: dict[str, Any] = {"owner_id": owner_id, "manager_id": manager_id, "planned_end": planned_end, "goal": goal}
    words = move(project, ProjectEvent.APPROVE)
    if lacking := lacks_for_approval(project, brought):
        raise Refused.because(lacking)
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key:
            give_role(project, kind, key, by=by, at=at, mandate=mandate, reason=reason)
    project.planned_end = planned_end or project.planned_end
    project.planned_start = planned_start or project.planned_start
    project.cost_tdkk = frame_tdkk if frame_tdkk is not None else project.cost_tdkk
    project.may_start = bool(may_start)
    if goal:
        tie_goal(project, goal, by=by, at=at)
    project.revisit_on = None
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

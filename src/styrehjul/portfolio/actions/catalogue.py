"""The catalogue is loaded in versions, and its entries are assessed and adopted one by one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import remove, store
from styrehjul.bodies.queries import right_for
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.actions.links import set_partners
from styrehjul.portfolio.actions.moving import begin, danish_day, move, save, tell
from styrehjul.portfolio.actions.numbers import draw_number
from styrehjul.portfolio.actions.phases import begin_in_phase
from styrehjul.portfolio.actions.roles import give_role
from styrehjul.portfolio.domain.catalogue import (
    ADOPTION,
    CAME_TO_NOTHING,
    FINISHED,
    UNTOLD,
    AdoptionEvent,
    AdoptionState,
    EntryFacts,
    lacks_to_adopt,
    lacks_to_set_aside,
)
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.commands import COMMANDS
from styrehjul.portfolio.domain.life import Category, ProjectEvent, ProjectRoleKind, ProjectState, Subtype
from styrehjul.portfolio.domain.record import Mandatory
from styrehjul.portfolio.models import (
    CatalogueChange,
    CatalogueVersion,
    ExternalDeadline,
    NationalProject,
    Project,
)
from styrehjul.portfolio.queries.catalogue import (
    EntryPlan,
    followed,
    latest_version,
    plan_catalogue,
    project_of,
)
from styrehjul.portfolio.queries.rights import bodies_in_words


@transaction.atomic
def load_catalogue(
    entries: Sequence[EntryFacts],
    *,
    file_name: str,
    file_sha256: str,
    by: Person | None,
    at: datetime,
    source: str = "",
) -> CatalogueVersion:
    """Take a version of the catalogue in: facts are written, what was decided here is not touched.

    What the version tells otherwise about an entry that is followed here stands as changed until its people have
    seen it. One that changes nothing is no new version: the one before is given back.
    """
    permit(by, "catalogue.load", at=at)
    if not entries:
        raise Refused("catalogue.empty")
    plan = plan_catalogue(entries)
    before = latest_version()
    if before is not None and plan.is_empty:
        return before
    day = danish_day(at)
    version = CatalogueVersion(
        edition=before.edition + 1 if before else 1, file_name=file_name[:255], file_sha256=file_sha256,
        source=source[:300], loaded_on=day, entries=len(entries),
    )  # fmt: skip
    store(version, by=by, at=at, action="catalogue.load")
    for entry_plan in plan.entries:
        if entry_plan.changes:
            _write_entry(entry_plan, version, by=by, at=at)
    for entry in plan.absent:
        if not entry.is_gone:
            entry.is_gone = True
            store(entry, by=by, at=at, action="catalogue.entry_gone")
            if followed(entry):
                _tell(entry, version, "is_gone", "", "", by=by, at=at)
    return version


def _write_entry(plan: EntryPlan, version: CatalogueVersion, *, by: Person | None, at: datetime) -> None:
    entry = plan.entry or NationalProject()
    is_followed = plan.entry is not None and followed(entry)
    for name, value in plan.facts.facts().items():
        setattr(entry, name, value)
    entry.seen_in, entry.is_gone = version, False
    store(entry, by=by, at=at, action="catalogue.entry")
    if plan.is_new or plan.deadlines:
        for row in entry.deadlines.all():
            remove(row, by=by, at=at, action="catalogue.deadline_gone")
        for deadline in plan.facts.deadlines:
            row = ExternalDeadline(entry=entry, on=deadline.on, text=deadline.text)
            store(row, by=by, at=at, action="catalogue.deadline")
    if is_followed:
        for difference in plan.all_differences:
            if difference.name not in UNTOLD:
                _tell(entry, version, difference.name, difference.old, difference.new, by=by, at=at)


def _tell(
    entry: NationalProject,
    version: CatalogueVersion,
    field: str,
    old: str,
    new: str,
    *,
    by: Person | None,
    at: datetime,
) -> None:
    change = CatalogueChange(entry=entry, version_told=version, field=field, old=old, new=new, told_on=danish_day(at))
    store(change, by=by, at=at, action="catalogue.changed")


@transaction.atomic
def acknowledge_catalogue(project: Project, *, by: Person, at: datetime) -> Project:
    """*Set*: the project's people have seen what the catalogue now tells otherwise."""
    permit(by, "catalogue.acknowledge", project, at=at)
    changes = list(
        CatalogueChange.objects.select_for_update().filter(entry=project.catalogue_entry_id, seen_at__isnull=True)
    )
    if project.catalogue_entry_id is None or not changes:
        raise Refused("catalogue.nothing_new")
    for change in changes:
        change.seen_at, change.seen_by = at, by
        store(change, by=by, at=at, action="catalogue.seen")
    return project


def _lock(entry: NationalProject, expected_version: int | None = None) -> NationalProject:
    entry.refresh_from_db(from_queryset=NationalProject.objects.select_for_update())
    same_version(entry, expected_version)
    return entry


def _move(
    entry: NationalProject,
    event: AdoptionEvent,
    action: str,
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
    review_on: date | None = None,
) -> NationalProject:
    entry.state = ADOPTION.after(AdoptionState(entry.state), event).value
    entry.reason, entry.review_on = reason.strip(), review_on
    entry.assessed_on, entry.assessed_by = danish_day(at), by
    store(entry, by=by, at=at, action=action, reason=reason)
    return entry


@transaction.atomic
def begin_assessment(
    entry: NationalProject, *, by: Person, at: datetime, expected_version: int | None = None
) -> NationalProject:
    """Somebody looks at whether it is for us."""
    _lock(entry, expected_version)
    permit(by, "catalogue.assess", at=at)
    return _move(entry, AdoptionEvent.ASSESS, "catalogue.assess", by=by, at=at)


@transaction.atomic
def set_aside(
    entry: NationalProject,
    *,
    reason: str,
    review_on: date | None,
    by: Person,
    at: datetime,
    expected_version: int | None = None,
) -> NationalProject:
    """It is not for us, for this reason, and we look again that day."""
    _lock(entry, expected_version)
    permit(by, "catalogue.assess", at=at)
    if lacking := lacks_to_set_aside(reason, review_on, danish_day(at)):
        raise Refused.because(lacking)
    return _move(
        entry, AdoptionEvent.SET_ASIDE, "catalogue.set_aside", by=by, at=at, reason=reason, review_on=review_on
    )


@transaction.atomic
def reconsider(
    entry: NationalProject, *, reason: str, by: Person, at: datetime, expected_version: int | None = None
) -> NationalProject:
    """Look again at what was set aside, finished, or came to nothing. A project that still runs goes its own way."""
    _lock(entry, expected_version)
    permit(by, "catalogue.assess", at=at)
    if not reason.strip():
        raise Refused("reason.needed")
    project = project_of(entry) if entry.state == AdoptionState.ADOPTED else None
    if project is not None and ProjectState(project.state) not in CAME_TO_NOTHING:
        raise Refused("catalogue.has_project", project=project.title)
    return _move(entry, AdoptionEvent.RECONSIDER, "catalogue.reconsider", by=by, at=at, reason=reason)


@transaction.atomic
def finish_entry(
    entry: NationalProject, *, by: Person, at: datetime, reason: str = "", expected_version: int | None = None
) -> NationalProject:
    """The project here is over, and so is the entry for us."""
    _lock(entry, expected_version)
    permit(by, "catalogue.assess", at=at)
    project = project_of(entry)
    if project is not None and ProjectState(project.state) not in FINISHED:
        raise Refused("catalogue.not_finished", project=project.title)
    return _move(entry, AdoptionEvent.FINISH, "catalogue.finish", by=by, at=at, reason=reason)


@transaction.atomic
def adopt_entry(
    entry: NationalProject,
    *,
    reason: str,
    by: Person,
    at: datetime,
    mandatory: str = Mandatory.NONE.value,
    reference: str = "",
    lead_area: OrgUnit | None = None,
    owner_id: int | None = None,
    manager_id: int | None = None,
    planned_end: date | None = None,
    expected_version: int | None = None,
) -> Project:
    """The entry becomes a project of ours.

    Where a law, an agreement or an earlier promise binds us the question is not whether: the project is approved.
    Else it is a proposal and goes a proposal's way.
    """
    _lock(entry, expected_version)
    permit(by, "catalogue.assess", at=at)
    if lacking := lacks_to_adopt(reason, entry.owner, manager_id is not None):
        raise Refused.because(lacking)
    is_bound = Mandatory(mandatory) is not Mandatory.NONE
    if is_bound:
        _ask_right(entry, at)
        if not reference.strip() and not entry.law:
            raise Refused("catalogue.lacks_reference")
    _move(entry, AdoptionEvent.ADOPT, "catalogue.adopt", by=by, at=at, reason=reason)
    project = _project(entry, is_bound=is_bound, by=by, at=at)
    project.mandatory = mandatory
    project.mandatory_reference = (reference.strip() or entry.law)[:300] if is_bound else ""
    project.lead_area, project.planned_end = lead_area, planned_end
    begin_in_phase(project)
    store(project, by=by, at=at, action="national.adopt", reason=reason)
    for kind, key in ((ProjectRoleKind.OWNER, owner_id), (ProjectRoleKind.MANAGER, manager_id)):
        if key:
            give_role(project, kind, key, by=by, at=at, told=False)
    if entry.category == Category.CROSS:
        set_partners(project, entry.owner, by=by, at=at)
    kind_of_change = ChangeKind.DECIDED if is_bound else ChangeKind.NEW
    tell(project, kind_of_change, by=by, at=at, new=str(project.get_state_display()), reason=reason)
    return project


def _ask_right(entry: NationalProject, at: datetime) -> None:
    on = danish_day(at)
    right = right_for("national.adopt", on, category=entry.category)
    if right.kind == "decision":
        raise Refused("mandate.needed", body=bodies_in_words(right, on), change=COMMANDS["national.adopt"].deed)


def _project(entry: NationalProject, *, is_bound: bool, by: Person, at: datetime) -> Project:
    is_cross = entry.category == Category.CROSS
    first = entry.deadlines.first()
    return Project(
        number=draw_number(at),
        title=entry.name,
        category=entry.category,
        subtype=Subtype.INTER_MUNICIPAL.value if is_cross else "",
        external_owner=entry.owner,
        programme=entry.programme,
        state=(ProjectState.APPROVED if is_bound else ProjectState.PROPOSED).value,
        purpose=entry.description,
        mandatory_deadline=first.on if first and is_bound else None,
        contact=by,
        org_unit=by.unit,
        catalogue_entry=entry,
    )


@transaction.atomic
def adopt_project(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """A body adopts a project that was prepared from the catalogue: it is approved, and nothing more is asked."""
    begin(project, "national.adopt", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    if project.catalogue_entry_id is None:
        raise Refused("catalogue.not_from")
    words = move(project, ProjectEvent.ADOPT)
    return save(project, "national.adopt", ChangeKind.DECIDED, words, by=by, at=at, mandate=mandate, reason=reason)


@transaction.atomic
def hang_on_catalogue(project: Project, entry: NationalProject, *, by: Person | None, at: datetime) -> Project:
    """A project that is here already follows the entry from now on; the entry is adopted by it."""
    permit(by, "catalogue.assess", at=at)
    if project.category == Category.LOCAL:
        raise Refused("catalogue.local")
    _lock(entry)
    if (other := project_of(entry)) is not None and other.pk != project.pk:
        raise Refused("catalogue.has_project", project=other.title)
    _move(entry, AdoptionEvent.ADOPT, "catalogue.adopt", by=by, at=at, reason=project.title)
    project.refresh_from_db(from_queryset=Project.objects.select_for_update())
    project.catalogue_entry = entry
    store(project, by=by, at=at, action="project.hang_on_catalogue")
    return project

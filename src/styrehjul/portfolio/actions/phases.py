"""The municipality's own lists of phases: written as a draft, taken into use, and never changed under a project."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import remove, store
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import lock, tell
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import BEFORE_DECISION, OVER, ProjectState
from styrehjul.portfolio.domain.phases import (
    PHASE_MODEL,
    SUGGESTED_NAME,
    SUGGESTION,
    WITHOUT_NAME,
    PhaseModelEvent,
    PhaseModelState,
    PhaseText,
    key_for,
    named,
)
from styrehjul.portfolio.models import (
    Gate,
    GateCriterion,
    Phase,
    PhaseDefault,
    PhaseModel,
    Project,
    RequiredDocument,
)
from styrehjul.portfolio.queries.phases import default_model, facts_of_phases, gate_at, phases_of

EXTRA_PHASE = "Fase"
NOT_BEGUN = ProjectState.APPROVED


def begin_in_phase(project: Project, said: str = "") -> None:
    """Give a project that is being made its list of phases and its phase; the caller stores it.

    One that has not begun stands in the first phase; where a loaded one stands only its people know. `said` is what a file calls its phase: one that the list does not know
    is kept as text beside the record.
    """
    model = default_model(project.category, large=project.large)
    phases = facts_of_phases(phases_of(model.pk)) if model else []
    project.phase_model = model
    found = named(phases, said) if said else None
    if found is not None:
        project.phase = found.key
    elif said.strip():
        project.extra = {**(project.extra or {}), EXTRA_PHASE: said.strip()}
    elif phases and (project.state in BEFORE_DECISION or (project.state == NOT_BEGUN and not project.imported)):
        project.phase = phases[0].key


@transaction.atomic
def create_phase_model(*, name: str, by: Person | None, at: datetime, description: str = "") -> PhaseModel:
    """Begin a list of phases as a draft."""
    permit(by, "phases.edit", at=at)
    if not name.strip():
        raise Refused("phases.lacks_name")
    code = key_for(name, PhaseModel.objects.values_list("code", flat=True))
    model = PhaseModel(code=code, name=name.strip(), description=description)
    store(model, by=by, at=at, action="phases.create")
    return model


@transaction.atomic
def load_suggestion(*, by: Person | None, at: datetime) -> PhaseModel:
    """The suggested list, taken into use and chosen for the national and the cross-cutting projects; local have none."""
    permit(by, "phases.edit", at=at)
    if PhaseModel.objects.filter(name=SUGGESTED_NAME).exists():
        raise Refused("phases.there_already", name=SUGGESTED_NAME)
    model = create_phase_model(name=SUGGESTED_NAME, description="Forslag, som kommunen kan rette til.", by=by, at=at)
    for text in SUGGESTION:
        write_phase(add_phase(model, name=text.name, by=by, at=at), text, by=by, at=at)
    take_into_use(model, by=by, at=at)
    without = create_phase_model(
        name=WITHOUT_NAME, description="Til en indsats, der ikke deles op i faser.", by=by, at=at
    )
    take_into_use(without, by=by, at=at)
    if not PhaseDefault.objects.exists():
        codes = {("national", False): model.code, ("cross", False): model.code, ("local", False): without.code}
        set_phase_defaults(codes, by=by, at=at)
    return model


def _draft(model: PhaseModel, by: Person | None, at: datetime, expected_version: int | None = None) -> PhaseModel:
    """Hold the list, and refuse to touch one that projects stand in."""
    model.refresh_from_db(from_queryset=PhaseModel.objects.select_for_update())
    same_version(model, expected_version)
    permit(by, "phases.edit", at=at)
    if model.state != PhaseModelState.DRAFT:
        raise Refused("phases.in_use", name=model.name)
    return model


@transaction.atomic
def change_phase_model(
    model: PhaseModel,
    *,
    name: str,
    description: str,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
) -> PhaseModel:
    """Name and describe the draft."""
    _draft(model, by, at, expected_version)
    if not name.strip():
        raise Refused("phases.lacks_name")
    model.name, model.description = name.strip(), description
    store(model, by=by, at=at, action="phases.change")
    return model


@transaction.atomic
def add_phase(model: PhaseModel, *, name: str, by: Person | None, at: datetime) -> Phase:
    """One more phase, last in the list."""
    _draft(model, by, at)
    if not name.strip():
        raise Refused("phases.lacks_name")
    there = phases_of(model.pk)
    phase = Phase(
        model=model,
        key=key_for(name, [row.key for row in there]),
        name=name.strip(),
        position=(there[-1].position + 1) if there else 1,
    )
    store(phase, by=by, at=at, action="phase.add")
    return phase


@transaction.atomic
def move_phase(phase: Phase, *, up: bool, by: Person | None, at: datetime) -> Phase:
    """The phase changes places with its neighbour."""
    _draft(phase.model, by, at)
    there = phases_of(phase.model_id)
    place = next(i for i, row in enumerate(there) if row.pk == phase.pk)
    other = place - 1 if up else place + 1
    if not 0 <= other < len(there):
        raise Refused("phases.at_the_end")
    there[place], there[other] = there[other], there[place]
    for position, row in enumerate(there, start=1):
        if row.position != position:
            row.position = position
            store(row, by=by, at=at, action="phase.move")
    return phase


@transaction.atomic
def remove_phase(phase: Phase, *, by: Person | None, at: datetime) -> None:
    """Take a phase out of the draft."""
    _draft(phase.model, by, at)
    remove(phase, by=by, at=at, action="phase.remove")


@transaction.atomic
def write_phase(
    phase: Phase, text: PhaseText, *, by: Person | None, at: datetime, expected_version: int | None = None
) -> Phase:
    """Write a phase whole: its name, its documents, its gate and what the gate asks. What is left out is taken away."""
    _draft(phase.model, by, at)
    same_version(phase, expected_version)
    if not text.name.strip():
        raise Refused("phases.lacks_name")
    phase.name, phase.description = text.name.strip(), text.description
    store(phase, by=by, at=at, action="phase.change")
    _write_documents(phase, text, by=by, at=at)
    _write_gate(phase, text, by=by, at=at)
    return phase


def _write_documents(phase: Phase, text: PhaseText, *, by: Person | None, at: datetime) -> None:
    there = {row.pk: row for row in phase.documents.all()}
    for position, wanted in enumerate(text.documents, start=1):
        row = there.pop(wanted.key or 0, None) or RequiredDocument(phase=phase)
        row.name, row.for_whom, row.demand, row.position = wanted.name, wanted.for_whom, wanted.demand, position
        store(row, by=by, at=at, action="phase.document")
    for row in there.values():
        remove(row, by=by, at=at, action="phase.document_gone")


def _write_gate(phase: Phase, text: PhaseText, *, by: Person | None, at: datetime) -> None:
    gate = Gate.objects.filter(phase=phase).first()
    if text.gate is None:
        if gate is not None:
            remove(gate, by=by, at=at, action="phase.gate_gone")
        return
    gate = gate or Gate(phase=phase)
    gate.name, gate.passer, gate.blocks = text.gate.name.strip(), text.gate.passer, text.gate.blocks
    if not gate.name:
        raise Refused("phases.lacks_gate_name", phase=phase.name)
    store(gate, by=by, at=at, action="phase.gate")
    there = {row.pk: row for row in gate.criteria.all()}
    for position, wanted in enumerate(text.gate.criteria, start=1):
        row = there.pop(wanted.key or 0, None) or GateCriterion(gate=gate)
        row.text, row.kind, row.blocking, row.position = wanted.text, wanted.kind, wanted.blocking, position
        store(row, by=by, at=at, action="phase.criterion")
    for row in there.values():
        remove(row, by=by, at=at, action="phase.criterion_gone")


@transaction.atomic
def set_template(document: RequiredDocument, *, file: StoredFile | None, by: Person | None, at: datetime) -> None:
    """The file that people fill in to make the document."""
    _draft(document.phase.model, by, at)
    document.template = file
    store(document, by=by, at=at, action="phase.template")


@transaction.atomic
def new_edition(model: PhaseModel, *, by: Person | None, at: datetime) -> PhaseModel:
    """A draft of the next edition, with all that the list holds. Projects stay where they are until they are moved."""
    permit(by, "phases.edit", at=at)
    editions = PhaseModel.objects.select_for_update().filter(code=model.code).order_by("-edition")
    latest = editions[0]
    if latest.state == PhaseModelState.DRAFT:
        raise Refused("phases.draft_there", name=latest.name)
    copy = PhaseModel(code=model.code, edition=latest.edition + 1, name=model.name, description=model.description)
    store(copy, by=by, at=at, action="phases.new_edition")
    for phase in phases_of(model.pk):
        _copy_phase(phase, copy, by=by, at=at)
    return copy


def _copy_phase(phase: Phase, model: PhaseModel, *, by: Person | None, at: datetime) -> None:
    copy = Phase(model=model, key=phase.key, name=phase.name, description=phase.description, position=phase.position)
    store(copy, by=by, at=at, action="phase.add")
    for row in phase.documents.all():
        document = RequiredDocument(
            phase=copy, name=row.name, for_whom=row.for_whom, demand=row.demand, template=row.template,
            position=row.position,
        )  # fmt: skip
        store(document, by=by, at=at, action="phase.document")
    gate = gate_at(phase)
    if gate is None:
        return
    copied = Gate(phase=copy, name=gate.name, passer=gate.passer, blocks=gate.blocks)
    store(copied, by=by, at=at, action="phase.gate")
    for asked in gate.criteria.all():
        criterion = GateCriterion(
            gate=copied, text=asked.text, kind=asked.kind, blocking=asked.blocking, position=asked.position
        )
        store(criterion, by=by, at=at, action="phase.criterion")


@transaction.atomic
def take_into_use(model: PhaseModel, *, by: Person | None, at: datetime) -> PhaseModel:
    """New projects get this edition from now on; the edition before is kept for those that stand in it."""
    permit(by, "phases.edit", at=at)
    model.refresh_from_db(from_queryset=PhaseModel.objects.select_for_update())
    model.state = PHASE_MODEL.after(PhaseModelState(model.state), PhaseModelEvent.TAKE_INTO_USE).value
    others = PhaseModel.objects.filter(code=model.code, state=PhaseModelState.IN_USE.value).exclude(pk=model.pk)
    for other in others:
        _retire(other, by=by, at=at)
    store(model, by=by, at=at, action="phases.take_into_use")
    return model


@transaction.atomic
def retire_model(model: PhaseModel, *, by: Person | None, at: datetime) -> PhaseModel:
    """No new project gets the list; those that stand in it stay."""
    permit(by, "phases.edit", at=at)
    model.refresh_from_db(from_queryset=PhaseModel.objects.select_for_update())
    return _retire(model, by=by, at=at)


def _retire(model: PhaseModel, *, by: Person | None, at: datetime) -> PhaseModel:
    model.state = PHASE_MODEL.after(PhaseModelState(model.state), PhaseModelEvent.RETIRE).value
    store(model, by=by, at=at, action="phases.retire")
    return model


@transaction.atomic
def discard_phase_draft(model: PhaseModel, *, by: Person | None, at: datetime) -> None:
    """The draft is thrown away; no project ever stood in it."""
    _draft(model, by, at)
    remove(model, by=by, at=at, action="phases.discard")


@transaction.atomic
def set_phase_defaults(codes: Mapping[tuple[str, bool], str], *, by: Person | None, at: datetime) -> list[PhaseDefault]:
    """Which list a new project gets, by category and size. An empty choice is no list."""
    permit(by, "phases.edit", at=at)
    known = set(PhaseModel.objects.filter(state=PhaseModelState.IN_USE.value).values_list("code", flat=True))
    there = {(row.category, row.large): row for row in PhaseDefault.objects.select_for_update()}
    rows = []
    for (category, large), code in codes.items():
        if code and code not in known:
            raise Refused("phases.not_in_use")
        row = there.get((category, large)) or PhaseDefault(category=category, large=large)
        if row.pk is None or row.model_code != code:
            row.model_code = code
            store(row, by=by, at=at, action="phases.default")
        rows.append(row)
    return rows


@transaction.atomic
def move_to_model(
    projects: Sequence[Project],
    model: PhaseModel,
    mapping: Mapping[str, str],
    *,
    by: Person | None,
    at: datetime,
    reason: str = "",
) -> list[Project]:
    """Move running projects to another edition or another list: each old phase to its new one.

    A project in a phase that the mapping does not name keeps the phase of the same key; else all is refused.
    """
    permit(by, "phases.edit", at=at)
    phases = {row.key: row.name for row in phases_of(model.pk)}
    moved = []
    for project in projects:
        lock(project)
        if ProjectState(project.state) in OVER:
            continue
        old = _name_of(project)
        key = mapping.get(project.phase) or (project.phase if project.phase in phases else "")
        if project.phase and not key and phases:
            raise Refused("phases.unmapped", phase=old, project=project.title)
        if key and key not in phases:
            raise Refused("phases.unmapped", phase=key, project=project.title)
        project.phase_model, project.phase = model, key if phases else ""
        store(project, by=by, at=at, action="project.change_phase_model", reason=reason)
        if (new := phases.get(project.phase, "")) != old:
            said = reason or f"Flyttet til {model}"
            tell(project, ChangeKind.PHASE, by=by, at=at, old=old, new=new or "uden faser", reason=said)
        moved.append(project)
    return moved


def _name_of(project: Project) -> str:
    found = Phase.objects.filter(model_id=project.phase_model_id, key=project.phase).values_list("name", flat=True)
    return found.first() or project.phase

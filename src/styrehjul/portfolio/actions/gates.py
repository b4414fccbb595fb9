"""A project goes from phase to phase: the sheet is filled in, the gate is passed, a phase is skipped or taken again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.mandate import Mandate
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import begin, danish_day, lock, save
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.life import OVER, ProjectRoleKind, ProjectState
from styrehjul.portfolio.domain.parts import TaskSource
from styrehjul.portfolio.domain.phases import (
    OPENS,
    Answer,
    Outcome,
    Passer,
    PhaseFacts,
    after_phase,
    conditions_in,
    earlier_phase,
    lacks_to_pass,
    named,
    place_of,
)
from styrehjul.portfolio.models import (
    CriterionAnswer,
    Gate,
    GateCondition,
    GateCriterion,
    GatePassage,
    Project,
    ProjectDocument,
    ProjectTask,
)
from styrehjul.portfolio.phase_labels import OUTCOME
from styrehjul.portfolio.queries.phases import (
    current_phase,
    documents_of,
    facts_of_phases,
    gate_at,
    phases_of,
    sheet_of,
)
from styrehjul.portfolio.queries.roles import holder_of


@dataclass(frozen=True)
class AnswerText:
    """How somebody answered one criterion of the sheet."""

    criterion: int
    answer: str = ""
    note: str = ""
    number: Decimal | None = None


def _live(project: Project) -> None:
    if ProjectState(project.state) in OVER:
        raise Refused("phase.over", state=str(project.get_state_display()).lower())


@transaction.atomic
def fill_sheet(project: Project, answers: Sequence[AnswerText], *, by: Person, at: datetime) -> Project:
    """Write down how the criteria of the project's gate stand; who answered is kept with each."""
    lock(project)
    permit(by, "project.fill_sheet", project, at=at)
    _live(project)
    gate = _gate_of(project)
    criteria = {row.pk: row for row in gate.criteria.all()}
    there = {
        row.criterion_id: row
        for row in CriterionAnswer.objects.filter(project=project, criterion__gate=gate, passage__isnull=True)
    }
    for text in answers:
        criterion = criteria.get(text.criterion)
        if criterion is None:
            raise Refused("gate.not_its_criterion")
        row = there.get(criterion.pk)
        _answer(project, criterion, row, text, by=by, at=at)
    return project


def _answer(
    project: Project,
    criterion: GateCriterion,
    row: CriterionAnswer | None,
    text: AnswerText,
    *,
    by: Person,
    at: datetime,
) -> None:
    said = (text.answer, text.note.strip(), text.number)
    if row is None and said == ("", "", None):
        return
    if row is not None and said == (row.answer, row.note, row.number):
        return
    if text.answer == Answer.NOT_RELEVANT and not text.note.strip():
        raise Refused("gate.lacks_note", criterion=criterion.text)
    row = row or CriterionAnswer(project=project, criterion=criterion)
    row.answer, row.note, row.number = text.answer, text.note.strip()[:300], text.number
    row.by, row.on = by, danish_day(at)
    store(row, by=by, at=at, action="gate.answer")


@transaction.atomic
def pass_gate(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    outcome: str = Outcome.PASSED.value,
    conditions: str = "",
    due: date | None = None,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The project is at its gate: it goes on, goes on with conditions, or stays where it is. The passage is kept.

    A gate that is a body's is passed by its decision alone. A blocking criterion that is not met stops everybody.
    """
    begin(project, "project.pass_gate", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    _live(project)
    gate = _gate_of(project)
    if mandate is None:
        _may_pass(gate, project, by, at)
    told = conditions_in(conditions)
    if told and outcome == Outcome.PASSED:
        outcome = Outcome.PASSED_WITH_CONDITIONS.value
    sheet = sheet_of(project, gate)
    if lacking := lacks_to_pass(outcome, [line.facts for line in sheet], told):
        raise Refused.because(lacking)
    passage = GatePassage(
        project=project, gate=gate, on=danish_day(at), outcome=outcome, note=reason, by=by,
        decision_ref=mandate.decision_ref if mandate else "", body_code=mandate.body if mandate else "",
    )  # fmt: skip
    store(passage, by=by, at=at, action="gate.pass")
    _keep_sheet(project, passage, sheet, by=by, at=at)
    for text in told if outcome == Outcome.PASSED_WITH_CONDITIONS else ():
        _condition(passage, text, due, by=by, at=at)
    words = _after(project, gate, outcome)
    return save(project, "project.pass_gate", ChangeKind.PHASE, words, by=by, at=at, mandate=mandate, reason=reason)


def _gate_of(project: Project) -> Gate:
    phase = current_phase(project)
    if phase is None:
        raise Refused("phase.none")
    gate = gate_at(phase)
    if gate is None:
        raise Refused("gate.none", phase=phase.name)
    return gate


def _may_pass(gate: Gate, project: Project, by: Person | None, at: datetime) -> None:
    if gate.passer == Passer.BODY:
        raise Refused("gate.body", gate=gate.name)
    if gate.passer == Passer.ADMINISTRATOR:
        permit(by, "project.pass_as_administrator", project, at=at)


def _keep_sheet(
    project: Project, passage: GatePassage, sheet: Sequence[Any], *, by: Person | None, at: datetime
) -> None:
    """The sheet as it stood belongs to the passage, and the papers that it was passed on are frozen."""
    open_rows = {
        row.criterion_id: row
        for row in CriterionAnswer.objects.filter(project=project, criterion__gate=passage.gate, passage__isnull=True)
    }
    for line in sheet:
        row = open_rows.get(line.criterion.pk) or CriterionAnswer(
            project=project, criterion=line.criterion, on=danish_day(at), by=by
        )
        row.passage, row.answer = passage, line.answer
        row.note = row.note or line.why[:300]
        store(row, by=by, at=at, action="gate.keep_answer")
    asked, _others = documents_of(project, passage.gate.phase)
    for document in (line.newest for line in asked):
        if document is not None and document.frozen_at is None:
            document.frozen_at = at
            store(document, by=by, at=at, action="project_document.freeze")


def _condition(passage: GatePassage, text: str, due: date | None, *, by: Person | None, at: datetime) -> None:
    project = passage.project
    responsible = next(
        (
            role.person
            for kind in (ProjectRoleKind.MANAGER, ProjectRoleKind.OWNER)
            if (role := holder_of(project, kind)) is not None
        ),
        project.contact or by,
    )
    task = None
    if responsible is not None:
        said = " · ".join(part for part in (passage.gate.name, passage.decision_ref) if part)
        task = ProjectTask(
            project=project, title=text[:200], responsible=responsible, due=due, source=TaskSource.GATE.value,
            source_words=said[:200],
        )  # fmt: skip
        store(task, by=by, at=at, action="project_task.add")
    condition = GateCondition(passage=passage, text=text, due=due, task=task)
    store(condition, by=by, at=at, action="gate.condition")


def _after(project: Project, gate: Gate, outcome: str) -> tuple[str, str]:
    """Move the project on where the gate opened; the old and the new phase in words."""
    old = gate.phase.name
    words = str(OUTCOME[Outcome(outcome)]).lower()
    if Outcome(outcome) not in OPENS:
        return old, f"{old} ({words})"
    following = after_phase(facts_of_phases(phases_of(project.phase_model_id)), project.phase)
    if following is None:
        return old, f"{old} ({words})"
    project.phase = following.key
    return old, f"{following.name} ({words})"


def _phases(project: Project) -> list[PhaseFacts]:
    return facts_of_phases(phases_of(project.phase_model_id))


@transaction.atomic
def skip_phase(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The project goes on to the next phase without passing the gate. A gate that blocks lets only a decision do it."""
    begin(project, "project.skip_phase", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    _live(project)
    phases = _phases(project)
    following = after_phase(phases, project.phase)
    if following is None:
        raise Refused("phase.last")
    now = phases[place_of(phases, project.phase) or 0]
    if now.blocks and mandate is None:
        raise Refused("gate.blocks", phase=now.name)
    has_gate = gate_at(current_phase(project)) is not None
    project.phase = following.key
    words = (now.name, f"{following.name} (uden faseovergang)" if has_gate else following.name)
    return save(project, "project.skip_phase", ChangeKind.PHASE, words, by=by, at=at, mandate=mandate, reason=reason)


@transaction.atomic
def step_back_phase(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    phase: str = "",
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """The project takes an earlier phase again. What it has passed stays told."""
    begin(project, "project.step_back_phase", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    _live(project)
    phases = _phases(project)
    target = earlier_phase(phases, project.phase, phase)
    old = phases[place_of(phases, project.phase) or 0].name
    project.phase = target.key
    words = (old, f"{target.name} (tilbage)")
    return save(
        project, "project.step_back_phase", ChangeKind.PHASE, words, by=by, at=at, mandate=mandate, reason=reason
    )


@transaction.atomic
def place_in_phase(project: Project, *, phase: str, by: Person | None, at: datetime, reason: str = "") -> Project:
    """Tell which phase a project stands in that came without one."""
    lock(project)
    permit(by, "project.pass_gate", project, at=at)
    _live(project)
    phases = _phases(project)
    if place_of(phases, project.phase) is not None:
        raise Refused("phase.placed_already")
    found = named(phases, phase)
    if found is None:
        raise Refused("phase.unknown", phase=phase)
    project.phase = found.key
    return save(
        project, "project.place_in_phase", ChangeKind.PHASE, ("", found.name), by=by, at=at, mandate=None,
        reason=reason,
    )  # fmt: skip


@transaction.atomic
def add_document(
    project: Project, *, name: str, file: StoredFile, by: Person, at: datetime, note: str = ""
) -> ProjectDocument:
    """A file becomes the newest edition of a document of the project; earlier editions are kept."""
    lock(project)
    permit(by, "project.add_document", project, at=at)
    if not name.strip():
        raise Refused("document.lacks_name")
    same = ProjectDocument.objects.filter(project=project, name__iexact=name.strip()).order_by("-edition").first()
    document = ProjectDocument(
        project=project,
        phase_key=project.phase,
        name=same.name if same else name.strip()[:100],
        edition=same.edition + 1 if same else 1,
        file=file,
        note=note.strip()[:300],
        added_by=by,
        added_on=danish_day(at),
    )
    store(document, by=by, at=at, action="project_document.add")
    return document

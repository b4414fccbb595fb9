"""Reads about phases and gates: the steps of a project, its documents, its gate's sheet and what it passed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Q

from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.benefit_hooks import benefits_of
from styrehjul.portfolio.domain.life import OVER, Category, ProjectState
from styrehjul.portfolio.domain.parts import AllocationKind
from styrehjul.portfolio.domain.phases import (
    Answer,
    CriterionFacts,
    CriterionKind,
    Outcome,
    PhaseFacts,
    PhaseModelState,
    is_asked_for,
    place_of,
)
from styrehjul.portfolio.models import (
    Allocation,
    CriterionAnswer,
    Gate,
    GateCriterion,
    GatePassage,
    Phase,
    PhaseDefault,
    PhaseModel,
    Project,
    ProjectDocument,
    RequiredDocument,
)
from styrehjul.portfolio.phase_labels import ANSWER, OUTCOME

COMPUTED = frozenset({CriterionKind.DOCUMENT, CriterionKind.BENEFIT_HAS_BASELINE, CriterionKind.CAPACITY_CONFIRMED})


def phases_of(model_id: int | None) -> list[Phase]:
    """The phases of a list in their order, each with its gate. One query; none without a list."""
    if model_id is None:
        return []
    return list(Phase.objects.filter(model_id=model_id).select_related("gate"))


def gate_at(phase: Phase | None) -> Gate | None:
    """The gate at a phase's end; None where nothing is asked."""
    return getattr(phase, "gate", None) if phase is not None else None


def facts_of_phases(phases: Sequence[Phase]) -> list[PhaseFacts]:
    """The phases as the rules see them."""
    return [PhaseFacts(p.key, p.name, bool(gate and gate.blocks)) for p in phases for gate in [gate_at(p)]]


def default_model(category: str, *, large: bool = False) -> PhaseModel | None:
    """The list that a new project gets: the edition in use of the one chosen for its category and size."""
    chosen = {row.large: row.model_code for row in PhaseDefault.objects.filter(category=category)}
    code = chosen.get(large) or chosen.get(False)
    if not code:
        return None
    return PhaseModel.objects.filter(code=code, state=PhaseModelState.IN_USE.value).order_by("-edition").first()


def defaults() -> dict[tuple[str, bool], str]:
    """The chosen lists by category and size."""
    return {(row.category, row.large): row.model_code for row in PhaseDefault.objects.all()}


def models_in_use() -> list[PhaseModel]:
    """The lists that a project can be given."""
    return list(PhaseModel.objects.filter(state=PhaseModelState.IN_USE.value))


def all_models() -> list[Any]:
    """Every edition with how many phases it has and how many projects stand in it."""
    running = ~Q(projects__state__in=[state.value for state in OVER])
    return list(
        PhaseModel.objects.annotate(
            phase_count=Count("phases", distinct=True), project_count=Count("projects", filter=running, distinct=True)
        ).order_by("name", "-edition")
    )


@dataclass(frozen=True)
class Step:
    """One phase of the line on the card: `place` is done, now or next."""

    key: str
    name: str
    place: str


@dataclass(frozen=True)
class PassageLine:
    """One passage as it is read: who let the project through, when, and on what."""

    passage: GatePassage
    gate: str
    outcome: str
    who: str
    conditions: list[str]


@dataclass(frozen=True)
class DocumentLine:
    """A document that the phase asks for, and the newest edition of it."""

    name: str
    for_whom: str
    demand: str
    is_asked: bool
    newest: ProjectDocument | None
    template: RequiredDocument | None = None

    @property
    def is_missing(self) -> bool:
        """Whether it is asked for and not there."""
        return self.is_asked and self.newest is None


@dataclass(frozen=True)
class PhasePart:
    """What the card tells of phases: the line, the phase now, its papers, and the gates passed."""

    model: PhaseModel
    steps: list[Step]
    phase: Phase | None
    gate: Gate | None
    documents: list[DocumentLine] = field(default_factory=list)
    others: list[ProjectDocument] = field(default_factory=list)
    passages: list[PassageLine] = field(default_factory=list)
    is_live: bool = False
    may_pass: bool = False
    may_add: bool = False
    may_go_on: bool = False
    may_go_back: bool = False

    @property
    def missing(self) -> list[str]:
        """The documents that are asked for and not there."""
        return [line.name for line in self.documents if line.is_missing]


def phase_part(project: Project, *, phase_key: str | None = None) -> PhasePart | None:
    """The part of the card; None for a project without phases. Six queries whatever there is.

    `phase_key` is the phase as it was, when the card shows another day than today.
    """
    if project.phase_model_id is None:
        return None
    phases = phases_of(project.phase_model_id)
    key = project.phase if phase_key is None else phase_key
    place = place_of(facts_of_phases(phases), key)
    phase = phases[place] if place is not None else None
    model = project.phase_model
    assert model is not None
    asked, others = documents_of(project, phase)
    return PhasePart(
        model=model,
        steps=[Step(p.key, p.name, _place(i, place)) for i, p in enumerate(phases)],
        phase=phase,
        gate=gate_at(phase),
        documents=asked,
        others=others,
        passages=passages_of(project),
    )


def phase_card(project: Project, person: Person, on: date, *, as_of: date | None, phase_key: str) -> PhasePart | None:
    """The part of the card for this person; what was can be read only."""
    part = phase_part(project, phase_key=phase_key if as_of is not None else None)
    if part is None or not part.steps:
        return None
    if as_of is not None:
        passages = [line for line in part.passages if line.passage.on <= as_of]
        return replace(part, passages=passages, documents=[], others=[])
    is_live = ProjectState(project.state) not in OVER
    places = [step.place for step in part.steps]
    return replace(
        part,
        is_live=is_live,
        may_pass=is_live and may(person, "project.pass_gate", project, on=on),
        may_add=is_live and may(person, "project.add_document", project, on=on),
        may_go_on=places[-1] == "next" and not (part.gate is not None and part.gate.blocks),
        may_go_back=places[0] == "done",
    )


def _place(index: int, now: int | None) -> str:
    if now is None or index > now:
        return "next"
    return "now" if index == now else "done"


def documents_of(project: Project, phase: Phase | None) -> tuple[list[DocumentLine], list[ProjectDocument]]:
    """What the phase asks for with what there is, and the project's other documents. Two queries."""
    newest: dict[str, ProjectDocument] = {}
    for row in ProjectDocument.objects.filter(project=project).select_related("file", "added_by"):
        kept = newest.get(row.name.casefold())
        if kept is None or row.edition > kept.edition:
            newest[row.name.casefold()] = row
    wanted = list(phase.documents.select_related("template")) if phase is not None else []
    lines = [
        DocumentLine(
            row.name,
            row.for_whom,
            row.get_demand_display(),
            is_asked_for(row.demand, large=project.large),
            newest.pop(row.name.casefold(), None),
            row if row.template_id else None,
        )
        for row in wanted
    ]
    return lines, sorted(newest.values(), key=lambda row: row.name.casefold())


def passages_of(project: Project) -> list[PassageLine]:
    """Everything the project has passed, newest first. Two queries."""
    rows = project.passages.select_related("gate", "by").prefetch_related("conditions").order_by("-on", "-pk")
    return [
        PassageLine(
            row,
            row.gate.name,
            str(OUTCOME[Outcome(row.outcome)]),
            row.decision_ref or (row.by.name if row.by else "Styrehjul"),
            [condition.text for condition in row.conditions.all()],
        )
        for row in rows
    ]


@dataclass(frozen=True)
class SheetLine:
    """A criterion on the sheet. `computed` is what the records say, where they can say it."""

    criterion: GateCriterion
    answer: str
    number: Decimal | None
    note: str
    answered_by: str
    computed: str
    why: str

    @property
    def is_computed(self) -> bool:
        """Whether the product answers it itself."""
        return self.criterion.kind in COMPUTED

    @property
    def words(self) -> str:
        """How it stands, in a word."""
        return str(ANSWER[Answer(self.answer)]) if self.answer else "Ikke besvaret"

    @property
    def facts(self) -> CriterionFacts:
        """The criterion as the rules see it."""
        return CriterionFacts(self.criterion.text, self.criterion.blocking, self.answer)


def current_phase(project: Project) -> Phase | None:
    """The phase that the project stands in."""
    if project.phase_model_id is None or not project.phase:
        return None
    return Phase.objects.filter(model_id=project.phase_model_id, key=project.phase).select_related("gate").first()


def sheet_of(project: Project, gate: Gate) -> list[SheetLine]:
    """The gate's criteria with how they stand: what people answered, or what the records say."""
    open_answers = {
        row.criterion_id: row
        for row in CriterionAnswer.objects.filter(
            project=project, criterion__gate=gate, passage__isnull=True
        ).select_related("by")
    }
    criteria = list(gate.criteria.all())
    said = _Records(project, gate.phase) if any(row.kind in COMPUTED for row in criteria) else None
    return [_sheet_line(row, open_answers.get(row.pk), said) for row in criteria]


def _sheet_line(criterion: GateCriterion, row: CriterionAnswer | None, said: _Records | None) -> SheetLine:
    computed, why = said.say(criterion.kind) if said is not None else ("", "")
    answer = row.answer if row else ""
    if criterion.kind in COMPUTED and answer != Answer.NOT_RELEVANT and computed:
        answer = computed
    if criterion.kind == CriterionKind.NUMBER and not answer and row is not None and row.number is not None:
        answer = Answer.YES.value
    return SheetLine(
        criterion,
        answer,
        row.number if row else None,
        row.note if row else "",
        row.by.name if row and row.by else "",
        computed,
        why,
    )


class _Records:
    """What the project's own records say of the criteria that they can answer."""

    def __init__(self, project: Project, phase: Phase) -> None:
        self._project = project
        self._phase = phase

    def say(self, kind: str) -> tuple[str, str]:
        match kind:
            case CriterionKind.DOCUMENT:
                return self._documents()
            case CriterionKind.BENEFIT_HAS_BASELINE:
                return self._benefits()
            case CriterionKind.CAPACITY_CONFIRMED:
                return self._hours()
        return "", ""

    def _documents(self) -> tuple[str, str]:
        missing = [line.name for line in documents_of(self._project, self._phase)[0] if line.is_missing]
        return (Answer.NO.value, f"Mangler: {', '.join(missing)}") if missing else (Answer.YES.value, "")

    def _benefits(self) -> tuple[str, str]:
        benefits = benefits_of(self._project)
        if not benefits:
            return Answer.NO.value, "Projektet har ingen gevinster."
        lacking = [benefit.title for benefit in benefits if not benefit.baseline.strip()]
        return (Answer.NO.value, f"Uden tal for i dag: {', '.join(lacking)}") if lacking else (Answer.YES.value, "")

    def _hours(self) -> tuple[str, str]:
        rows = list(
            Allocation.objects.filter(project=self._project, released_on__isnull=True).values_list("kind", flat=True)
        )
        if not rows:
            return Answer.NO.value, "Der er ingen timer tildelt."
        waiting = sum(1 for kind in rows if kind == AllocationKind.REQUESTED)
        return (Answer.NO.value, f"{waiting} tildelinger er ikke bekræftet") if waiting else (Answer.YES.value, "")


def sizes() -> list[tuple[str, bool]]:
    """Every category and size that a list can be chosen for."""
    return [(category.value, large) for category in Category for large in (False, True)]

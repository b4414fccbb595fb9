"""Reads about the catalogue: what a file would do to it, the entries by what was made of them, and what changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch, Q

from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.catalogue import (
    ADOPTION,
    CAME_TO_NOTHING,
    DEADLINES,
    FACTS,
    AdoptionEvent,
    AdoptionState,
    Deadline,
    Difference,
    EntryFacts,
    deadlines_text,
    differences,
    plain_name,
)
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.models import CatalogueChange, CatalogueVersion, NationalProject, Project
from styrehjul.portfolio.phase_labels import ADOPTION as WORDS


@dataclass(frozen=True)
class EntryPlan:
    """What a version of the catalogue does to one entry; a new one has none yet."""

    facts: EntryFacts
    entry: NationalProject | None
    differences: tuple[Difference, ...] = ()
    deadlines: Difference | None = None

    @property
    def all_differences(self) -> tuple[Difference, ...]:
        """Those of the row itself, and the deadlines."""
        return (*self.differences, *((self.deadlines,) if self.deadlines else ()))

    @property
    def is_new(self) -> bool:
        """Whether the entry was not there before."""
        return self.entry is None

    @property
    def changes(self) -> bool:
        """Whether anything is written."""
        return self.is_new or bool(self.all_differences) or (self.entry is not None and self.entry.is_gone)


@dataclass(frozen=True)
class CataloguePlan:
    """A whole version against what is there: each entry of the file, and those that it leaves out."""

    entries: tuple[EntryPlan, ...]
    absent: tuple[NationalProject, ...]

    @property
    def is_empty(self) -> bool:
        """Whether it changes nothing."""
        return not any(plan.changes for plan in self.entries) and all(entry.is_gone for entry in self.absent)


def plan_catalogue(found: Sequence[EntryFacts]) -> CataloguePlan:
    """Compare a version with what is there. An entry is known by its name; renamed, by its number in its programme."""
    rows = list(NationalProject.objects.prefetch_related("deadlines"))
    by_name = {plain_name(row.name): row for row in rows}
    named = {plain_name(facts.name) for facts in found}
    by_number = {(row.number, plain_name(row.programme)): row for row in rows if plain_name(row.name) not in named}
    plans = []
    kept: set[int] = set()
    for facts in found:
        entry = by_name.get(plain_name(facts.name)) or by_number.get((facts.number, plain_name(facts.programme)))
        if entry is not None and entry.pk in kept:
            entry = None
        if entry is not None:
            kept.add(entry.pk)
        plans.append(_plan(facts, entry))
    return CataloguePlan(tuple(plans), tuple(row for row in rows if row.pk not in kept))


def _plan(facts: EntryFacts, entry: NationalProject | None) -> EntryPlan:
    if entry is None:
        return EntryPlan(facts, None)
    was = deadlines_text(Deadline(row.on, row.text) for row in entry.deadlines.all())
    becomes = deadlines_text(facts.deadlines)
    before = {name: getattr(entry, name) for name in FACTS}
    moved = Difference("deadlines", was, becomes) if was != becomes else None
    return EntryPlan(facts, entry, tuple(differences(before, facts.facts())), moved)


def latest_version() -> CatalogueVersion | None:
    """The version that was loaded last."""
    return CatalogueVersion.objects.first()


@dataclass(frozen=True)
class EntryRow:
    """A line of the catalogue's list."""

    entry: NationalProject
    state_words: str
    period: str
    project: Project | None
    changed: bool


ORDER = {state.value: place for place, state in enumerate(AdoptionState)}


def entry_rows(entries: Iterable[NationalProject]) -> list[EntryRow]:
    """The entries with what was made of them: those that nobody has looked at come first. Three queries."""
    rows = sorted(entries, key=lambda entry: (ORDER[entry.state], entry.number))
    changed = set(
        CatalogueChange.objects.filter(seen_at__isnull=True, entry__in=[row.pk for row in rows]).values_list(
            "entry_id", flat=True
        )
    )
    return [
        EntryRow(row, str(WORDS[AdoptionState(row.state)]), period_of(row), _project(row), row.pk in changed)
        for row in rows
    ]


def with_projects() -> Any:
    """The entries with the projects that hang on them."""
    return NationalProject.objects.prefetch_related(Prefetch("projects", Project.objects.order_by("-pk")))


def _project(entry: NationalProject) -> Project | None:
    """The project that follows the entry now: the newest that has not come to nothing."""
    nothing = {state.value for state in CAME_TO_NOTHING}
    return next((project for project in entry.projects.all() if project.state not in nothing), None)


def project_of(entry: NationalProject) -> Project | None:
    """The project that follows the entry now."""
    nothing = [state.value for state in CAME_TO_NOTHING]
    return Project.objects.filter(catalogue_entry=entry).exclude(state__in=nothing).order_by("-pk").first()


def period_of(entry: NationalProject) -> str:
    """ "2022–2025", "fra 2026" or nothing."""
    if entry.start_year and entry.end_year:
        return f"{entry.start_year}–{entry.end_year}"
    if entry.start_year:
        return f"fra {entry.start_year}"
    return f"til {entry.end_year}" if entry.end_year else ""


def matching(text: str, state: str) -> Any:
    """The entries that a reader has asked for."""
    found = with_projects()
    if state in ORDER:
        found = found.filter(state=state)
    for word in text.split():
        found = found.filter(
            Q(name__icontains=word)
            | Q(programme__icontains=word)
            | Q(owner__icontains=word)
            | Q(description__icontains=word)
        )
    return found


def counts() -> dict[str, int]:
    """How many entries stand in each state."""
    found = Counter(NationalProject.objects.values_list("state", flat=True))
    return {state.value: found[state.value] for state in AdoptionState}


def not_assessed(limit: int | None = None) -> list[NationalProject]:
    """What nobody has looked at, for the programme group; what has long ended is not asked about."""
    rows = NationalProject.objects.filter(state=AdoptionState.NOT_ASSESSED.value, is_gone=False).order_by("number")
    return list(rows[:limit] if limit else rows)


def for_review(on: date) -> list[NationalProject]:
    """Set aside until a day that has come."""
    return list(
        NationalProject.objects.filter(state=AdoptionState.NOT_RELEVANT.value, review_on__lte=on).order_by("review_on")
    )


def can(entry: NationalProject, event: AdoptionEvent) -> bool:
    """Whether the table has the move from where the entry stands."""
    return ADOPTION.can(AdoptionState(entry.state), event)


def unseen_changes(project: Project) -> list[CatalogueChange]:
    """What the catalogue tells otherwise since the project's people last looked. One query; none without an entry."""
    if project.catalogue_entry_id is None:
        return []
    return list(CatalogueChange.objects.filter(entry=project.catalogue_entry_id, seen_at__isnull=True))


@dataclass(frozen=True)
class NationalPart:
    """What the card tells of the entry that a project hangs on."""

    entry: NationalProject
    period: str
    deadlines: list[Deadline]
    changes: list[tuple[str, CatalogueChange]]
    may_acknowledge: bool


def national_part(project: Project, person: Person, on: date) -> NationalPart | None:
    """The entry behind the project; None for a project that is not from the catalogue. Three queries."""
    if project.catalogue_entry_id is None:
        return None
    entry = NationalProject.objects.prefetch_related("deadlines").get(pk=project.catalogue_entry_id)
    changes = unseen_changes(project)
    return NationalPart(
        entry,
        period_of(entry),
        [Deadline(row.on, row.text) for row in entry.deadlines.all()],
        [(words_of(change), change) for change in changes],
        bool(changes) and may(person, "catalogue.acknowledge", project, on=on),
    )


def words_of(change: CatalogueChange) -> str:
    """What the fact that changed is called."""
    if change.field == "is_gone":
        return "Står ikke længere i kataloget"
    return FACTS.get(change.field, DEADLINES)


def followed(entry: NationalProject) -> bool:
    """Whether somebody here wants to know when the entry changes."""
    if entry.state == AdoptionState.UNDER_ASSESSMENT:
        return True
    if entry.state != AdoptionState.ADOPTED:
        return False
    return entry.projects.exclude(state__in=[state.value for state in OVER]).exists()

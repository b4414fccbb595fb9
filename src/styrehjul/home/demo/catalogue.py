"""The demo's catalogue and phases: the shipped ones, and what the municipality has made of each entry."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import cycle

from styrehjul.audit.unit import run
from styrehjul.home.demo.foundation import Demo, do
from styrehjul.portfolio.actions import (
    adopt_entry,
    begin_assessment,
    hang_on_catalogue,
    load_catalogue,
    load_suggestion,
    pass_gate,
    place_in_phase,
    set_aside,
)
from styrehjul.portfolio.domain.catalogue import AdoptionState
from styrehjul.portfolio.domain.life import Category, ProjectState
from styrehjul.portfolio.models import NationalProject, Project
from styrehjul.portfolio.reading import shipped_catalogue

# Left for the programme group to look at: the newest strategy's, which no file of the municipality's own names yet.
NEWEST = "2026-2029"
PHASES = ("Gennemførelse", "Gennemførelse", "Realisering", "Analyse", "Gennemførelse", "Realisering")


def prepare(demo: Demo, at: datetime) -> None:
    """The shipped catalogue and the suggested phases, each with its one click."""
    karen, found = demo.people["karen"], shipped_catalogue()
    do(
        load_catalogue,
        found.entries,
        file_name=found.name,
        file_sha256=found.sha256,
        source="Følger med Styrehjul",
        by=karen,
        at=at,
    )
    do(load_suggestion, by=karen, at=at)


def settle(demo: Demo, at: datetime, now: datetime) -> None:
    """What was read in hangs on its entry and stands in a phase; the rest of the catalogue is gone through."""
    run(lambda: _hang(demo, at))
    run(lambda: _go_through(demo, at))
    _adopt(demo, now - timedelta(days=75))
    run(lambda: _pass(demo, now - timedelta(days=130)))


def _hang(demo: Demo, at: datetime) -> None:
    karen = demo.people["karen"]
    entries = {entry.name: entry for entry in NationalProject.objects.all()}
    phases = cycle(PHASES)
    for project in Project.objects.exclude(category=Category.LOCAL.value).order_by("pk"):
        if (entry := entries.get(project.title)) is not None:
            hang_on_catalogue(project, entry, by=karen, at=at)
        if project.phase_model_id is not None and not project.phase and project.state == ProjectState.ACTIVE:
            place_in_phase(project, phase=next(phases), reason="Indlæst fra kommunens egen liste", by=karen, at=at)


def _go_through(demo: Demo, at: datetime) -> None:
    karen = demo.people["karen"]
    left = NationalProject.objects.filter(state=AdoptionState.NOT_ASSESSED.value).exclude(programme__contains=NEWEST)
    again = demo.today + timedelta(days=240)
    for entry in left:
        set_aside(entry, reason="Programmet er slut, og løsningen er i drift.", review_on=again, by=karen, at=at)


def _adopt(demo: Demo, at: datetime) -> None:
    """Two of the newest strategy's are taken in, one is being assessed, and the rest wait."""
    karen = demo.people["karen"]
    newest = list(NationalProject.objects.filter(state=AdoptionState.NOT_ASSESSED.value).order_by("number")[:3])
    if len(newest) < 3:
        return
    do(
        adopt_entry,
        newest[0],
        mandatory="agreement",
        reference="Økonomiaftalen mellem regeringen og KL",
        reason="Alle kommuner er med i strategien.",
        lead_area=demo.units["borgerservice"],
        manager_id=demo.people["louise"].pk,
        planned_end=demo.today + timedelta(days=420),
        by=karen,
        at=at,
    )
    do(
        adopt_entry,
        newest[1],
        reason="Pårørende spørger efter det i borgerservice.",
        lead_area=demo.units["borgerservice"],
        manager_id=demo.people["louise"].pk,
        by=karen,
        at=at + timedelta(days=1),
    )
    do(begin_assessment, newest[2], by=karen, at=at + timedelta(days=2))


def _pass(demo: Demo, at: datetime) -> None:
    """Some gates were passed by those whose they are, one of them on conditions."""
    karen = demo.people["karen"]
    # The list asks for papers and numbers, which advise: the reason says why the project goes on without them.
    waiting = Project.objects.filter(state=ProjectState.ACTIVE.value, phase="analyse").order_by("pk")[:3]
    for number, project in enumerate(waiting):
        pass_gate(
            project,
            conditions="Aftal driften med systemejeren" if number == 1 else "",
            due=demo.today + timedelta(days=30) if number == 1 else None,
            reason="Analysen er behandlet i projektgruppen, og løsningen er valgt.",
            by=karen,
            at=at + timedelta(days=number),
        )

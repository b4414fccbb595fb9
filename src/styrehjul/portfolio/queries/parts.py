"""The parts of a project as its card shows them: only those that are filled, each with one or two queries."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from styrehjul.audit.current import kept
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import OVER, Category, ProjectState
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import (
    part_dependencies,
    part_economy,
    part_hours,
    part_impacts,
    part_large,
    part_milestones,
    part_risks,
    part_stakeholders,
    part_tasks,
)


@dataclass(frozen=True)
class Part:
    """One part of the card. `add` is its entry in the line "Tilføj …"; `shown` what its template draws."""

    slug: str
    title: str
    add: str
    template: str
    shown: Any = None

    @property
    def add_url(self) -> str:
        """Where a row is added, from the project's page."""
        return f"{self.slug}/ny/"


@dataclass(frozen=True)
class Parts:
    """The card's parts: the filled ones, those that may be begun, and what this person may do."""

    filled: list[Part] = field(default_factory=list)
    addable: list[Part] = field(default_factory=list)
    large: part_large.LargeCard | None = None
    may_change: bool = False
    may_confirm: bool = False
    me: int = 0


Shown = Callable[[Project, date, date | None], Any]
KINDS: Mapping[str, tuple[Any, Any, str, Shown]] = {
    "milepaele": (_("Milepæle"), _("milepæl"), "milestones", part_milestones.shown),
    "opgaver": (_("Opgaver"), _("opgave"), "tasks", part_tasks.shown),
    "risici": (_("Risici og muligheder"), _("risiko"), "risks", part_risks.shown),
    "afhaengigheder": (_("Afhængigheder"), _("afhængighed"), "dependencies", part_dependencies.shown),
    "oekonomi": (_("Økonomi i 1.000 kr."), _("økonomi"), "economy", part_economy.shown),
    "timer": (_("Timer og folk"), _("timer"), "hours", part_hours.shown),
    "interessenter": (_("Interessenter"), _("interessent"), "stakeholders", part_stakeholders.shown),
    "paavirkning": (_("Hvem mærker forandringen"), _("påvirkning af et område"), "impacts", part_impacts.shown),
}
# A local project is never asked for hours.
NOT_ASKED_OF_LOCAL = frozenset({"timer"})


def parts_of(project: Project, person: Person, on: date, as_of: date | None = None) -> Parts:
    """The parts as they are, or as they were at the end of a day; what was can be read only."""
    found: dict[str, Any] = kept(
        f"project-parts {project.pk} {on} {as_of}",
        lambda: {slug: shown(project, on, as_of) for slug, (_t, _a, _n, shown) in KINDS.items()},
        of=(project,),
    )
    live = as_of is None and ProjectState(project.state) not in OVER
    keeps = live and may(person, "project.change", project, on=on)
    every = [
        Part(slug, str(title), str(add), f"portfolio/parts/_{name}.html", found[slug])
        for slug, (title, add, name, _shown) in KINDS.items()
    ]
    local = project.category == Category.LOCAL
    return Parts(
        filled=[part for part in every if part.shown],
        addable=[
            part for part in every if keeps and not part.shown and not (local and part.slug in NOT_ASKED_OF_LOCAL)
        ],
        large=part_large.shown(project) if as_of is None and project.large else None,
        may_change=keeps,
        may_confirm=live and may(person, "allocation.give", project, on=on),
        me=person.pk if live else 0,
    )

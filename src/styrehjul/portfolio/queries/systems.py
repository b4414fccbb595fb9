"""One system with the projects that touch it, what can be gained with it, and what other registers say of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text, sort_key
from styrehjul.portfolio.domain.life import OVER, ProjectState
from styrehjul.portfolio.labels import PROJECT_STATE, STRATEGIC_LEVEL
from styrehjul.portfolio.models import ProjectSystem
from styrehjul.systems.hooks import Potential, RegisterFacts, Steering, potentials_of, register_facts, steering_of
from styrehjul.systems.kroner import cost_text
from styrehjul.systems.labels import LIFECYCLE, WATCH_KIND
from styrehjul.systems.models import System
from styrehjul.systems.queries.contracts import ContractLine, system_contracts
from styrehjul.systems.queries.facts import Register, register_of
from styrehjul.systems.queries.money import Bound, bounds
from styrehjul.systems.queries.watches import days_of_contract, days_of_system

LIFE = {state.value: words for state, words in LIFECYCLE.items()}
LEVELS = {level.value: words for level, words in STRATEGIC_LEVEL.items()}
_STATES = {state.value: words for state, words in PROJECT_STATE.items()}


@dataclass(frozen=True)
class Effort:
    """A project on the system: what it does to it, and on which level."""

    title: str
    url: str
    state: str
    how: str
    level: str
    over: bool


@dataclass(frozen=True)
class SystemCard:
    """Everything on a system's page."""

    system: System
    efforts: list[Effort]
    potential: Potential | None
    # The register that it comes from, and what that says of it.
    register: RegisterFacts | None
    facts: Register
    contracts: list[ContractLine]
    # The eight facts that the page opens with, but the name.
    top: list[tuple[str, str, str]]


def system_card(system: System, on: date) -> SystemCard:
    """The system with what the packages know of it. The same queries for any number of projects."""
    links = ProjectSystem.objects.filter(system=system, project__visibility="all").select_related("project")
    efforts = [
        Effort(
            link.project.title,
            link.project.get_absolute_url(),
            str(_STATES[link.project.state]),
            str(link.get_role_display()),
            str(LEVELS.get(link.project.strategic_level, "")),
            ProjectState(link.project.state) in OVER,
        )
        for link in links
    ]
    efforts.sort(key=lambda one: (one.over, sort_key(one.title), one.url, one.how))
    contracts = system_contracts(system)
    return SystemCard(
        system, efforts, potentials_of([system.pk]).get(system.pk), register_facts(system.pk), register_of(system),
        contracts, _top(system, contracts, on),
    )  # fmt: skip


def _top(system: System, contracts: list[ContractLine], on: date) -> list[tuple[str, str, str]]:
    """(label, words, address) of owner, lifecycle, direction, contract end, cost, confirmation and next deadline."""
    bound = bounds(on, [system.pk]).get(system.pk, Bound())
    steering = steering_of([system.pk]).get(system.pk, Steering())
    days = [
        (
            one,
            _("%(what)s: %(name)s") % {"what": WATCH_KIND[kind], "name": line.contract.name},
            line.contract.get_absolute_url(),
        )
        for line in contracts
        for kind, one in days_of_contract(line.contract, line.notice)
    ]
    days += [(one, str(WATCH_KIND[kind]), "") for kind, one in days_of_system(system)]
    following = min((day for day in days if day[0] >= on), default=None)
    end = day_text(bound.end) if bound.end else _("Løbende") if bound.continuous else ""
    return [
        (_("Systemejer"), system.owner.name if system.owner else "", ""),
        (_("Livscyklus"), str(LIFE.get(system.lifecycle, system.lifecycle)), ""),
        (_("Retning"), steering.direction, "#retning" if steering.direction else ""),
        (_("Kontrakten udløber"), end, "#kontrakter" if end else ""),
        (_("Pris om året"), cost_text(bound.cost), "#kontrakter" if bound.cost.contracts else ""),
        (_("Senest bekræftet"), day_text(steering.verified_on) if steering.verified_on else "", ""),
        (
            _("Næste frist"),
            f"{day_text(following[0])}: {following[1]}" if following else "",
            following[2] if following else "",
        ),
    ]


def system_units() -> list[tuple[str, str]]:
    """The units that answer for a system, as choices of the list."""
    found = System.objects.filter(responsible_unit__isnull=False).order_by("responsible_unit_id")
    pairs = found.values_list("responsible_unit_id", "responsible_unit__name").distinct()
    return sorted(((str(key), name) for key, name in pairs), key=lambda pair: (sort_key(pair[1]), pair[0]))

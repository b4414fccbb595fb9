"""The list of systems: who owns each, where it is in its life, what binds it and costs, and what is under way on it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from styrehjul.kernel.danish import day_text, sort_key
from styrehjul.portfolio.models import ProjectSystem
from styrehjul.portfolio.queries.registers import OVER_STATES, Tied, tied_to
from styrehjul.systems.domain.months import plus_months
from styrehjul.systems.domain.words import Lifecycle
from styrehjul.systems.hooks import Potential, Steering, potentials_of, steering_of
from styrehjul.systems.kroner import cost_text
from styrehjul.systems.labels import LIFECYCLE
from styrehjul.systems.models import System
from styrehjul.systems.queries.money import Bound

LIFE = {state.value: words for state, words in LIFECYCLE.items()}
SOON = 12
FAR = date(9999, 12, 31)


@dataclass(frozen=True)
class Asked:
    """What is asked of the list."""

    q: str = ""
    area: str = ""
    level: str = ""
    lifecycle: str = ""
    supplier: str = ""
    without_owner: bool = False
    ends_soon: bool = False
    gone: bool = False
    sort: str = ""

    @property
    def is_filtered(self) -> bool:
        """Whether anything is left out that the list would else show."""
        return any(
            (
                self.q,
                self.area,
                self.level,
                self.lifecycle,
                self.supplier,
                self.without_owner,
                self.ends_soon,
                self.gone,
            )
        )


@dataclass(frozen=True)
class SystemLine:
    """A system in the list; words are made only for the rows that are shown."""

    system: System
    bound: Bound

    @property
    def lifecycle(self) -> str:
        """Where it is in its life, in words."""
        return str(LIFE.get(self.system.lifecycle, self.system.lifecycle))

    @property
    def end(self) -> str:
        """The contract's end in words."""
        return day_text(self.bound.end) if self.bound.end else ""

    @property
    def cost(self) -> str:
        """The year's cost in words."""
        return cost_text(self.bound.cost)


@dataclass(frozen=True)
class Beside:
    """What stands beside the systems of one page."""

    projects: Mapping[int, list[Tied]]
    potentials: Mapping[int, Potential]
    steering: Mapping[int, Steering]


def system_lines(asked: Asked, on: date, tied: Mapping[int, Bound]) -> list[SystemLine]:
    """The systems asked for, in Danish order or in the order of contract ends or cost."""
    lines = [SystemLine(row, tied.get(row.pk, Bound())) for row in _rows(asked)]
    if asked.ends_soon:
        last = plus_months(on, SOON)
        lines = [line for line in lines if line.bound.end is not None and line.bound.end <= last]
    lines.sort(key=lambda line: (*_order(asked, line), sort_key(line.system.name), line.system.pk))
    return lines


def _order(asked: Asked, line: SystemLine) -> tuple[Any, ...]:
    if asked.sort == "pris":
        return (-line.bound.cost.kroner,)
    if asked.sort == "kontrakt" or (asked.ends_soon and not asked.sort):
        return (line.bound.end or FAR,)
    return ()


def _rows(asked: Asked) -> QuerySet[System]:
    rows = System.objects.select_related("owner", "responsible_unit", "supplier").defer(
        "description", "purpose", "register_notes", "references", "licence_models", "technical_types"
    )
    if asked.q:
        rows = rows.filter(Q(name__icontains=asked.q) | Q(short_name__icontains=asked.q) | Q(local_id__iexact=asked.q))
    if asked.area.isdecimal() and len(asked.area) < 12:
        rows = rows.filter(responsible_unit_id=int(asked.area))
    if asked.supplier.isdecimal() and len(asked.supplier) < 12:
        rows = rows.filter(supplier_id=int(asked.supplier))
    if asked.without_owner:
        rows = rows.filter(owner=None)
    if asked.level:
        rows = rows.filter(pk__in=_links(asked.level).values("system_id"))
    if asked.gone:
        return rows.filter(removed_in_kitos_at__isnull=False)
    if asked.lifecycle in LIFE:
        return rows.filter(lifecycle=asked.lifecycle)
    if asked.lifecycle == "alle" or asked.q:
        return rows
    # What is out of use is found when it is asked for.
    return rows.exclude(lifecycle=Lifecycle.NOT_IN_USE)


def _links(level: str) -> QuerySet[ProjectSystem]:
    links = ProjectSystem.objects.exclude(project__state__in=OVER_STATES).filter(project__visibility="all")
    return links.filter(project__strategic_level=level) if level else links


def beside(lines: list[SystemLine], level: str = "") -> Beside:
    """Projects, gains, directions and confirmations of the systems that are shown. The same queries for any number."""
    keys = [line.system.pk for line in lines]
    projects: dict[int, list[Tied]] = defaultdict(list)
    rows = _links(level).filter(system_id__in=keys) if len(keys) < 500 else _links(level)
    for link in rows.select_related("project").order_by("project__title", "pk"):
        projects[link.system_id].append(tied_to(link.project, str(link.get_role_display())))
    return Beside(projects, potentials_of(keys), steering_of(keys))


def system_counts(on: date, tied: Mapping[int, Bound]) -> dict[str, int]:
    """How many stand behind each of the quick choices of the list."""
    used = System.objects.exclude(lifecycle=Lifecycle.NOT_IN_USE)
    last = plus_months(on, SOON)
    there = set(used.values_list("pk", flat=True))
    return {
        "owner": used.filter(owner=None).count(),
        "ends": sum(1 for key, one in tied.items() if one.end and one.end <= last and key in there),
        "gone": System.objects.filter(removed_in_kitos_at__isnull=False).count(),
    }


def suppliers_in_use() -> list[tuple[str, str]]:
    """The suppliers that deliver a system, as choices of the list."""
    pairs = (
        System.objects.filter(supplier__isnull=False).order_by().values_list("supplier_id", "supplier__name").distinct()
    )
    return sorted(((str(key), name) for key, name in pairs), key=lambda pair: (sort_key(pair[1]), pair[0]))

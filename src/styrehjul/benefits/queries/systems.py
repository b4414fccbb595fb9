"""What the efforts on each system can give: every benefit once in the sum, whatever the number of projects and systems."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from styrehjul.benefits.domain.profile import HOURS, MONEY
from styrehjul.benefits.domain.rounding import whole
from styrehjul.benefits.queries.facts import OUT, Known, known, shown
from styrehjul.kernel.danish import number_text, sort_key
from styrehjul.systems.hooks import Gain, Potential
from styrehjul.systems.models import System

LINKS = ("system_links__system", "project__system_links__system", "project_links__project__system_links__system")


@dataclass(frozen=True)
class SystemPart:
    """A system with its benefits and their sum."""

    key: int
    name: str
    rows: list[Gain]
    money: str
    hours: str

    @property
    def anchor(self) -> str:
        """Its place on the page."""
        return f"system-{self.key}"


def systems_of(one: Known) -> dict[int, str]:
    """The systems that it is taken home with; without any, those of its projects."""
    own = {link.system_id: link.system.name for link in one.row.system_links.all()}
    if own:
        return own
    return {link.system_id: link.system.name for project in one.projects for link in project.system_links.all()}


def _by_system() -> tuple[list[Known], dict[tuple[int, str], list[Known]]]:
    """Open benefits that add something, and the same by each system that they belong to."""
    open_ones = shown().exclude(state__in=OUT).exclude(kind__in=("avoided_cost", "negative"))
    found = known(open_ones.prefetch_related(*LINKS).order_by("number"))
    by_system: dict[tuple[int, str], list[Known]] = {}
    for one in found:
        for key, name in systems_of(one).items():
            by_system.setdefault((key, name), []).append(one)
    return found, by_system


def potentials(systems: Collection[int]) -> dict[int, Potential]:
    """What can be gained with each of these systems; those with nothing are left out. As many queries for one as for all."""
    _found, by_system = _by_system()
    return {
        key: Potential(
            gains=tuple(_row(one, key) for one in rows),
            money=_sum(rows, MONEY),
            hours=_sum(rows, HOURS),
            url=f"/gevinster/systemer/#system-{key}",
            tdkk=sum(_per_year(one, MONEY) for one in rows),
            hours_a_year=sum(_per_year(one, HOURS) for one in rows),
        )
        for (key, _name), rows in by_system.items()
        if key in systems
    }


def systems_page() -> dict[str, Any]:
    """Each system that something can be gained with, and the sum of all, where each benefit counts once."""
    found, by_system = _by_system()
    parts = [
        SystemPart(key, name, [_row(one, key) for one in rows], _sum(rows, MONEY), _sum(rows, HOURS))
        for (key, name), rows in sorted(by_system.items(), key=lambda item: sort_key(item[0][1]))
    ]
    once = [one for one in found if systems_of(one)]
    without = System.objects.exclude(pk__in=[key for key, _name in by_system]).order_by("name", "pk")
    return {
        "parts": parts,
        "money": _sum(once, MONEY),
        "hours": _sum(once, HOURS),
        "count": len(once),
        "shared": sum(len(systems_of(one)) > 1 for one in once),
        "without": sorted((system.name for system in without), key=sort_key),
    }


def _per_year(one: Known, unit: str) -> int:
    return whole(one.curve.rate.likely) if one.curve is not None and one.unit == unit else 0


def _sum(rows: list[Known], unit: str) -> str:
    return number_text(sum(_per_year(one, unit) for one in rows))


def _row(one: Known, system: int) -> Gain:
    others = [name for key, name in systems_of(one).items() if key != system]
    return Gain(
        title=one.row.title,
        url=f"{one.row.get_absolute_url()}forloeb/",
        state=str(one.row.get_state_display()),
        projects=", ".join(project.title for project in one.projects),
        money=number_text(_per_year(one, MONEY)) if one.unit == MONEY and one.curve else "",
        hours=number_text(_per_year(one, HOURS)) if one.unit == HOURS and one.curve else "",
        also=", ".join(others),
    )

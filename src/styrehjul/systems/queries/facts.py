"""What the register says of a system, in words; what is empty is not told."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlsplit

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text, listing, sort_key
from styrehjul.systems.domain.impact import hit_by
from styrehjul.systems.labels import FACT, SUPPLIER_BASIS, TOLD
from styrehjul.systems.models import System, SystemRelation

# In the order of the page. Name, owner, lifecycle and the contract's end stand at the top already.
SHOWN = (
    "supplier", "support_ends_on", "short_name", "local_id", "former_name", "description", "purpose", "business_type",
    "parent", "responsible_unit", "in_use_from", "in_use_to", "program_version", "hosting", "licence_models",
    "technical_types", "criticality_level", "business_critical", "socially_critical", "ai", "accessibility",
    "accessibility_checked_on", "data_classification", "personal_data_level", "risk_result", "risk_on", "risk_next_on",
    "dpia_done", "oversight_next_on", "register_notes",
)  # fmt: skip


@dataclass(frozen=True)
class Hit:
    """A system that is hit when this one stops: how many steps away, and by way of which."""

    name: str
    url: str
    step: int
    by: str


@dataclass(frozen=True)
class Tie:
    """A system that this one draws on, or that draws on this one."""

    name: str
    url: str
    how: str


@dataclass(frozen=True)
class Register:
    """The register's part of a system's page."""

    facts: list[tuple[str, str]]
    roles: list[tuple[str, str]]
    tasks: list[str]
    units: list[str]
    links: list[tuple[str, str]]
    draws_on: list[Tie]
    hits: list[Hit]

    @property
    def has_more(self) -> bool:
        """Whether there is anything to fold away."""
        return bool(self.facts or self.roles or self.tasks or self.units or self.links or self.draws_on)


def register_of(system: System) -> Register:
    """Everything that the register says of one system. The same queries whatever is tied to it."""
    roles = [
        (role.role, str(role.person or role.name))
        for role in system.register_roles.select_related("person").order_by("role", "pk")
    ]
    return Register(
        facts=[(str(FACT[name]), text) for name in SHOWN if (text := _text(system, name))],
        roles=[pair for pair in roles if pair[1]],
        tasks=[str(task) for task in system.tasks.order_by("scheme", "number")],
        units=sorted((unit.name for unit in system.using_units.all()), key=sort_key),
        links=_links(system),
        draws_on=_draws_on(system),
        hits=_hits(system),
    )


def _text(system: System, name: str) -> str:
    value: Any = getattr(system, name)
    if name == "supplier" and value is not None:
        basis = SUPPLIER_BASIS.get(system.supplier_basis)
        return f"{value} ({basis})" if basis else str(value)
    if name == "in_use_from" and value and system.in_use_to == value:
        return day_text(value)
    if isinstance(value, date):
        return day_text(value)
    if isinstance(value, list):
        return listing(_told(name, one) for one in value)
    return _told(name, value)


def _words_of(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = TOLD.get(name, {})
    return found


def _told(name: str, value: Any) -> str:
    return "" if value is None else str(_words_of(name).get(str(value), value))


def _links(system: System) -> list[tuple[str, str]]:
    """References that a browser can follow; a title without an address stands alone."""
    found = []
    for one in system.references if isinstance(system.references, list) else ():
        if isinstance(one, dict):
            url = str(one.get("url") or "")
            safe = url if urlsplit(url).scheme in ("http", "https") else ""
            title = str(one.get("title") or one.get("document") or url)
            if title:
                found.append((title, safe))
    return found


def _draws_on(system: System) -> list[Tie]:
    return [
        Tie(
            row.to.name if row.to else row.to_name,
            row.to.get_absolute_url() if row.to else "",
            listing(part for part in (row.description, row.interface, row.frequency) if part),
        )
        for row in system.relations.select_related("to").order_by("pk")
    ]


def _hits(system: System) -> list[Hit]:
    """Against the relations, three steps: one query of all pairs, and one of the names."""
    drawn: Mapping[int, list[int]] = defaultdict(list)
    pairs = SystemRelation.objects.filter(to__isnull=False).order_by("pk").values_list("system_id", "to_id")
    for by, to in pairs:
        drawn[to or 0].append(by)
    found = hit_by(system.pk, drawn)
    names = System.objects.in_bulk([key for key, _step, _by in found] + [system.pk])
    rows = [Hit(names[key].name, names[key].get_absolute_url(), step, names[by].name) for key, step, by in found]
    return sorted(rows, key=lambda row: (row.step, sort_key(row.name)))


def read_in(system: System) -> str:
    """Where the facts come from, when that is not Kitos."""
    return _("Fra en liste, der er læst ind.") if system.source == "excel" else ""

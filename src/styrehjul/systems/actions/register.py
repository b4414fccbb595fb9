"""Writing a system in and putting it right."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.systems.actions.suppliers import supplier_of
from styrehjul.systems.domain.register import FACTS, OURS, owned
from styrehjul.systems.kitos.filling import columns_of
from styrehjul.systems.models import System


@transaction.atomic
def create_system(
    *,
    name: str,
    owner_id: int | None = None,
    responsible_unit_id: int | None = None,
    facts: Mapping[str, Any] | None = None,
    supplier: str | None = None,
    by: Person | None,
    at: datetime,
) -> System:
    """Write a system in: its name, and who owns it. `facts` are what else is known of it, by column."""
    permit(by, "system.create", at=at)
    system = System(name=name.strip(), owner_id=owner_id, responsible_unit_id=responsible_unit_id)
    _put(system, facts or {})
    if supplier is not None:
        system.supplier = supplier_of(supplier, by=by, at=at)
    _check(system)
    store(system, by=by, at=at, action="system.create")
    return system


@transaction.atomic
def change_system(
    system: System,
    *,
    name: str,
    owner_id: int | None = None,
    responsible_unit_id: int | None = None,
    facts: Mapping[str, Any] | None = None,
    supplier: str | None = None,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> System:
    """Put a system right. A fact that is not told stays; what Kitos owns is put right in Kitos."""
    system.refresh_from_db(from_queryset=System.objects.select_for_update())
    same_version(system, expected_version)
    permit(by, "system.change", system, at=at)
    before = columns_of(system)
    system.name, system.owner_id, system.responsible_unit_id = name.strip(), owner_id, responsible_unit_id
    _put(system, facts or {})
    if supplier is not None:
        system.supplier = supplier_of(supplier, by=by, at=at)
    changed = [column for column, value in columns_of(system).items() if before[column] != value]
    if owned(changed, by_kitos=system.owned_by_kitos):
        raise Refused("system.from_kitos", name=before["name"])
    _check(system)
    store(system, by=by, at=at, action="system.change")
    return system


def _put(system: System, facts: Mapping[str, Any]) -> None:
    for column, value in facts.items():
        if column not in (*FACTS, *OURS):
            raise ValueError(column)
        setattr(system, column, value)


def _check(system: System) -> None:
    if not system.name:
        raise Refused("system.lacks_name")
    if system.in_use_from and system.in_use_to and system.in_use_to < system.in_use_from:
        raise Refused("system.use_backwards")
    if System.objects.filter(name__iexact=system.name).exclude(pk=system.pk).exists():
        raise Refused("system.name_taken", name=system.name)

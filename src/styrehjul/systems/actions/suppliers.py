"""The suppliers that people name: found by the name, or written in."""

from __future__ import annotations

from datetime import datetime

from styrehjul.audit.unit import store
from styrehjul.people.models import Person
from styrehjul.systems.models import Supplier


def supplier_of(name: str, *, by: Person | None, at: datetime) -> Supplier | None:
    """The supplier of that name, in capitals or not; a new one where there is none. "" is nobody.

    A part of writing a system or a contract: whoever may do that may name who delivers it.
    """
    name = " ".join(name.split())[:200]
    if not name:
        return None
    found = Supplier.objects.filter(name__iexact=name).order_by("pk").first()
    if found is None:
        found = Supplier(name=name)
        store(found, by=by, at=at, action="supplier.create")
    return found

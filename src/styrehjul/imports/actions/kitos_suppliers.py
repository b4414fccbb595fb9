"""The suppliers that Kitos names: found again by its mark, by their CVR number, else by their name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from styrehjul.audit.unit import store, store_new
from styrehjul.systems.kitos.filling import as_uuid
from styrehjul.systems.models import Supplier


class Suppliers:
    """All of them, looked up once."""

    def __init__(self, at: datetime) -> None:
        self.at = at
        self.by_mark: dict[str, Supplier] = {}
        self.by_cvr: dict[str, Supplier] = {}
        self.by_name: dict[tuple[str, str], Supplier] = {}
        for supplier in Supplier.objects.order_by("pk"):
            self._know(supplier)

    def _know(self, supplier: Supplier) -> None:
        if supplier.kitos_uuid:
            self.by_mark[str(supplier.kitos_uuid)] = supplier
        elif supplier.cvr:
            self.by_cvr.setdefault(supplier.cvr, supplier)
        self.by_name.setdefault((supplier.name.casefold(), supplier.cvr), supplier)

    def of(self, told: Mapping[str, Any] | None) -> Supplier | None:
        """The supplier that is told of; None where none is, or it is new."""
        if not told:
            return None
        name, cvr = str(told["name"]), str(told.get("cvr") or "")
        found = self.by_mark.get(str(told.get("uuid") or ""))
        if found is None and cvr:
            found = self.by_cvr.get(cvr)
        return found or self.by_name.get((name.casefold(), cvr)) or self._unmarked(name)

    def _unmarked(self, name: str) -> Supplier | None:
        """One that somebody wrote in with nothing but its name."""
        found = self.by_name.get((name.casefold(), ""))
        return found if found and not found.kitos_uuid else None

    def meet(self, told: Iterable[tuple[Mapping[str, Any] | None, bool]]) -> None:
        """Make those that are new, and put right what has another name; only what was told `now` renames."""
        kept = [(one, now) for one, now in told if one]
        new: list[Supplier] = []
        for one, _now in kept:
            if self.of(one) is None:
                mark = as_uuid(one.get("uuid"))
                supplier = Supplier(name=str(one["name"])[:200], cvr=str(one.get("cvr") or "")[:20], kitos_uuid=mark)
                new.append(supplier)
                self._know(supplier)
        store_new(new, by=None, at=self.at, action="supplier.create")
        last = {met.pk: (met, one) for one, now in kept if now and (met := self.of(one)) is not None}
        for known, one in last.values():
            if self._differs(known, one):
                store(known, by=None, at=self.at, action="supplier.change")

    def _differs(self, supplier: Supplier, told: Mapping[str, Any]) -> bool:
        before = (supplier.name, supplier.cvr, supplier.kitos_uuid)
        mark, name, cvr = as_uuid(told.get("uuid")), str(told["name"])[:200], str(told.get("cvr") or "")[:20]
        if mark and supplier.kitos_uuid is None and str(mark) not in self.by_mark:
            supplier.kitos_uuid = mark
            self.by_mark[str(mark)] = supplier
        if supplier.kitos_uuid == mark and self.by_name.get((name.casefold(), cvr), supplier) is supplier:
            supplier.name, supplier.cvr = name, cvr or supplier.cvr
            self.by_name[name.casefold(), supplier.cvr] = supplier
        return before != (supplier.name, supplier.cvr, supplier.kitos_uuid)

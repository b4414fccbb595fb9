"""Days of systems and contracts, and the watches that are shown for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.people.models import Person
from styrehjul.systems.domain.notice import Notice, notice_of
from styrehjul.systems.domain.watching import Due, contract_days, system_days
from styrehjul.systems.domain.words import Lifecycle, WatchKind, WatchState
from styrehjul.systems.labels import WATCH_KIND
from styrehjul.systems.models import Contract, System, Watch, WatchSettings
from styrehjul.systems.queries.contracts import notice_terms
from styrehjul.ui.todo import ToDo, level_for


def days_of_contract(contract: Contract, notice: Notice) -> list[tuple[WatchKind, date]]:
    """A contract's days; one that is taken out of the register, or sold on, has none."""
    if contract.removed_in_kitos_at is not None:
        return []
    return contract_days(
        end=contract.valid_to, continuous=bool(contract.is_continuous) and contract.valid_to is None,
        notice_on=notice.on, year=contract.procurement_year, quarter=contract.procurement_quarter,
        under_way=contract.procurement_initiated == "Yes",
    )  # fmt: skip


def days_of_system(system: System) -> list[tuple[WatchKind, date]]:
    """A system's own days."""
    return system_days(
        in_use=system.lifecycle != Lifecycle.NOT_IN_USE and system.removed_in_kitos_at is None,
        support_end=system.support_ends_on, use_ends=system.in_use_to, risk=system.risk_next_on,
        oversight=system.oversight_next_on,
    )  # fmt: skip


def dues(contracts: Iterable[Contract], systems: Iterable[System]) -> list[Due]:
    """Every day of these."""
    found = [
        Due(kind, "contract", one.pk, on)
        for one in contracts
        for kind, on in days_of_contract(one, notice_of(notice_terms(one)))
    ]
    return found + [Due(kind, "system", one.pk, on) for one in systems for kind, on in days_of_system(one)]


def ahead() -> dict[WatchKind, int | None]:
    """How many months before its day each kind is shown; None is never."""
    row = WatchSettings.objects.first() or WatchSettings()
    return {kind: getattr(row, kind.value) for kind in WatchKind}


def open_watches(on: date, *, person: int | None = None) -> list[Watch]:
    """Watches whose time has come, the nearest day first; of one person's systems where one is named."""
    rows = Watch.objects.filter(state=WatchState.OPEN, shown_from__lte=on)
    if person is not None:
        rows = rows.filter(pk__in=rows.filter(of_owner(person)).values("pk"))
    return list(rows.select_related("system__owner", "contract").order_by("on", "pk"))


def of_owner(person: int) -> Q:
    """Watches of the systems that a person owns, and of the contracts that carry them."""
    return Q(system__owner=person) | Q(contract__systems__owner=person)


def words_of(watch: Watch) -> str:
    """As in *Kontrakten udløber: Drift af journalen*."""
    return _("%(what)s: %(name)s") % {
        "what": WATCH_KIND[WatchKind(watch.kind)], "name": watch.system or watch.contract,
    }  # fmt: skip


def next_for(person: Person, on: date) -> list[ToDo]:
    """The days of a person's own systems that must be seen to, before they come."""
    return [
        ToDo(
            title=words_of(watch), url=f"/systemer/datoer/{watch.pk}/", due=watch.on,
            level=level_for(watch.on, on, soon_days=30),
        )
        for watch in open_watches(on, person=person.pk)
    ]  # fmt: skip

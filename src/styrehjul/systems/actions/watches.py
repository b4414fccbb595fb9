"""Days are followed: a watch is made when its time comes, closed with a trace when its day moves, and handled by somebody."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store, store_new
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import Person
from styrehjul.systems.domain.watching import Due, follow
from styrehjul.systems.domain.words import WatchKind, WatchState
from styrehjul.systems.models import Contract, System, Watch, WatchSettings
from styrehjul.systems.queries.watches import ahead, dues


@transaction.atomic
def follow_watches(*, at: datetime) -> int:
    """Compare every day of contracts and systems with the watches that stand; the number written. Again is nothing."""
    watches = {_due_of(row): row for row in Watch.objects.select_for_update().order_by("pk")}
    contracts = Contract.objects.defer("register_notes").order_by("pk")
    systems = System.objects.only(
        "pk", "lifecycle", "removed_in_kitos_at", "support_ends_on", "in_use_to", "risk_next_on", "oversight_next_on"
    )
    # A direction's own day is followed by whoever decides directions.
    standing = {due: row.state for due, row in watches.items() if due.kind != WatchKind.TARGET}
    found = follow(dues(contracts, systems.order_by("pk")), standing, ahead(), day_of(at))
    store_new(
        [
            Watch(kind=due.kind.value, on=due.on, shown_from=begins, **{f"{due.what}_id": due.key})
            for due, begins in found.new
        ],
        by=None, at=at, action="watch.open",
    )  # fmt: skip
    for due in found.again:
        row = watches[due]
        row.state, row.note = WatchState.OPEN.value, ""
        store(row, by=None, at=at, action="watch.open")
    for due, to in found.moved:
        row = watches[due]
        row.state = WatchState.MOVED.value
        row.note = _("Datoen er flyttet til %(on)s.") % {"on": day_text(to)} if to else _("Datoen gælder ikke længere.")
        store(row, by=None, at=at, action="watch.move")
    return len(found.new) + len(found.again) + len(found.moved)


def _due_of(row: Watch) -> Due:
    if row.system_id is not None:
        return Due(WatchKind(row.kind), "system", row.system_id, row.on)
    return Due(WatchKind(row.kind), "contract", row.contract_id or 0, row.on)


@transaction.atomic
def handle_watch(watch: Watch, *, note: str = "", by: Person | None, at: datetime) -> Watch:
    """Somebody has seen to it; what was done stands in a few words."""
    watch.refresh_from_db(from_queryset=Watch.objects.select_for_update())
    permit(by, "watch.handle", watch, at=at)
    if watch.state != WatchState.OPEN:
        raise Refused("watch.closed")
    watch.state, watch.note = WatchState.HANDLED.value, note.strip()
    watch.handled_by, watch.handled_at = by, at
    store(watch, by=by, at=at, action="watch.handle")
    return watch


@transaction.atomic
def change_watch_settings(
    *, months: Mapping[str, int | None], expected_version: int | None = None, by: Person | None, at: datetime
) -> WatchSettings:
    """Say how many months before its day each kind is told of; None is never."""
    permit(by, "watch.settings", at=at)
    row = WatchSettings.objects.select_for_update().first() or WatchSettings()
    if row.pk:
        same_version(row, expected_version)
    for kind in WatchKind:
        if kind.value in months:
            setattr(row, kind.value, months[kind.value])
    store(row, by=by, at=at, action="watch.settings")
    return row

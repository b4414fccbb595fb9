"""A run of Kitos is asked for, carried out whole or not at all, and what waits for a person is settled by one."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import record, store, store_new
from styrehjul.imports.actions.kitos_links import Links
from styrehjul.imports.actions.kitos_suppliers import Suppliers
from styrehjul.imports.models import KitosObject, KitosRun, KitosSettings
from styrehjul.imports.reading.kitos import (
    KINDS,
    KitosPlan,
    people_by_kitos,
    plain_record,
    plan_of_told,
    units_by_kitos,
)
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.systems.domain.words import Source
from styrehjul.systems.kitos.client import checked_base
from styrehjul.systems.kitos.fetch import Told
from styrehjul.systems.kitos.filling import columns_of, fill
from styrehjul.systems.kitos.usages import Record
from styrehjul.systems.models import System

# A run that its worker died with: longer than any run may last.
LOST_AFTER = timedelta(minutes=40)
OPEN = (KitosRun.State.WAITING, KitosRun.State.RUNNING, KitosRun.State.ASKS)
MANY = 500
# Names of people may stand in a report: the chain, which is for ever, tells only that there is one.
TOLD = frozenset({"report", "message"})


@transaction.atomic
def change_kitos_settings(
    *,
    address: str,
    email: str,
    cvr: str,
    nightly: bool,
    every_minutes: int | None,
    removal_percent: int,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> KitosSettings:
    """Say where Kitos is, and how often it is asked. Another Kitos or organisation is asked for everything."""
    permit(by, "kitos.settings", at=at)
    row = KitosSettings.objects.select_for_update().first() or KitosSettings()
    if row.pk:
        same_version(row, expected_version)
    address = checked_base(address)
    if (row.address, row.cvr) != (address, cvr):
        row.cursors, row.organisation = {}, ""
    row.address, row.email, row.cvr = address, email.strip(), cvr
    row.nightly, row.every_minutes, row.removal_percent = nightly, every_minutes, removal_percent
    store(row, by=by, at=at, action="kitos.settings", private=frozenset({"email"}))
    return row


@transaction.atomic
def ask_kitos(*, full: bool, by: Person | None, at: datetime) -> KitosRun:
    """Leave a run to the worker. One at a time: while one is open, that one is answered."""
    permit(by, "kitos.run", at=at)
    waiting = KitosRun.objects.filter(state__in=OPEN).order_by("pk").first()
    if waiting is not None:
        return waiting
    run = KitosRun(full=full, by=by)
    store(run, by=by, at=at, action="kitos.ask", private=TOLD)
    return run


@transaction.atomic
def start_kitos(run: KitosRun, *, at: datetime) -> bool:
    """Take the run; False where another has it. One that was lost is begun anew: it had changed nothing."""
    run.refresh_from_db(from_queryset=KitosRun.objects.select_for_update())
    lost = run.started_at is not None and at - run.started_at > LOST_AFTER
    if run.state != KitosRun.State.WAITING and not (run.state == KitosRun.State.RUNNING and lost):
        return False
    run.message = "En tidligere hentning blev afbrudt. Den havde intet ændret." if lost else ""
    run.state, run.started_at = KitosRun.State.RUNNING, at
    store(run, by=run.by, at=at, action="kitos.start", private=TOLD)
    return True


@transaction.atomic
def fail_kitos(run: KitosRun, *, message: str, at: datetime) -> None:
    """Nothing was written, and why."""
    run.refresh_from_db(from_queryset=KitosRun.objects.select_for_update())
    if run.state != KitosRun.State.RUNNING:
        return
    run.state, run.message, run.done_at = KitosRun.State.FAILED, message, at
    store(run, by=run.by, at=at, action="kitos.fail", private=TOLD)


@transaction.atomic
def settle_kitos(run: KitosRun, *, accept: bool, by: Person, at: datetime) -> KitosRun:
    """A person has seen what would happen: carry it out, or leave everything as it is."""
    run.refresh_from_db(from_queryset=KitosRun.objects.select_for_update())
    permit(by, "kitos.run", at=at)
    if run.state != KitosRun.State.ASKS:
        raise Refused("kitos.settled")
    if accept:
        run.state, run.accepted, run.accepted_by = KitosRun.State.WAITING, run.report.get("going") or ["*"], by
        run.started_at = None
    else:
        run.state, run.done_at = KitosRun.State.REJECTED, at
    store(run, by=by, at=at, action="kitos.accept" if accept else "kitos.reject", private=TOLD)
    return run


@transaction.atomic
def carry_out_kitos(run: KitosRun, told: Told, *, at: datetime, by_operator: bool = False) -> KitosPlan:
    """Write all of it, in one transaction with the cursors; or let it wait for a person where so much would go.

    `by_operator`: who sits at the machine and asks for the first run has said yes to it.
    """
    settings = KitosSettings.objects.select_for_update().first() or KitosSettings()
    run.refresh_from_db(from_queryset=KitosRun.objects.select_for_update())
    if run.state != KitosRun.State.RUNNING:
        raise Refused("kitos.settled")
    plan = plan_of_told(told, percent=settings.removal_percent, accepted=run.accepted)
    if by_operator and plan.asks == "first":
        plan.asks = ""
    run.counts, run.report, run.full = plan.counts(), plan.report(), told.full
    if plan.asks:
        run.state, run.asks = KitosRun.State.ASKS, plan.asks
        run.report["going"] = plan.going
        store(run, by=run.by, at=at, action="kitos.asks", private=TOLD)
        return plan
    _write(plan, at)
    run.state, run.asks, run.done_at = KitosRun.State.DONE, "", at
    store(run, by=run.by, at=at, action="kitos.done", private=TOLD)
    cursors = {**settings.cursors, **{name: value for name, value in told.cursors.items() if value}}
    organisation = str(told.organisation.get("name") or "")[:200]
    if settings.pk and (settings.cursors, settings.organisation) != (cursors, organisation):
        settings.cursors, settings.organisation = cursors, organisation
        store(settings, by=None, at=at, action="kitos.cursor", private=frozenset({"cursors"}))
    if not plan.is_nothing:
        record("kitos.read", by=run.accepted_by or run.by, at=at, changes={"counts": run.counts})
    return plan


def _write(plan: KitosPlan, at: datetime) -> None:
    write = _Writing(plan, at)
    for kind in ("system", "unit", "contract", "registration"):
        write.objects(kind)
    write.new_systems()
    write.changed_systems()
    for kind in KINDS:
        write.gone(kind)
    if plan.is_nothing and not plan.told.full:
        return  # what is tied to what was compared when something was last told, and is again tonight
    Links(plan, at, units=write.units, people=write.people, suppliers=write.suppliers).write()


class _Writing:
    """One run's writing, with what it looks up once."""

    def __init__(self, plan: KitosPlan, at: datetime) -> None:
        self.plan, self.at = plan, at
        self.units, self.people = units_by_kitos(plan), people_by_kitos(plan.told)
        self.names = {name.casefold() for name in System.objects.values_list("name", flat=True)}
        self.suppliers = Suppliers(at)
        # The contract that was changed last knows what its supplier is called now.
        contracts = sorted(
            plan.records["contract"].values(), key=lambda one: (str(one.raw.get("lastModified")), one.uuid)
        )
        self.suppliers.meet(
            [
                *((one.links.get("supplier"), False) for one in plan.records["usage"].values()),
                *((one.links.get("supplier"), one.uuid in plan.here["contract"]) for one in contracts),
            ]
        )
        # Use of a system -> the first day on which those who process its data are looked after.
        self.oversight: dict[str, date] = {}
        for one in plan.records["registration"].values():
            if (on := one.values.get("oversight_on")) is not None:
                for usage in one.links.get("systems") or ():
                    self.oversight[usage.uuid] = min(on, self.oversight.get(usage.uuid, on))

    def objects(self, kind: str) -> None:
        """What was told of one kind is kept."""
        found, rows = self.plan.differences[kind], self.plan.rows[kind]
        KitosObject.objects.bulk_create([self._kept(kind, uuid) for uuid in found.new], batch_size=MANY)
        self._renew([rows[uuid] for uuid in (*found.changed, *found.back)])

    def new_systems(self) -> None:
        """A new system is made at once, unless somebody may have written it in already: then a person says."""
        made: list[System] = []
        rows: list[KitosObject] = []
        for uuid in self.plan.systems.new:
            row = self._kept("usage", uuid)
            rows.append(row)
            if uuid in self.plan.same:
                continue
            system = System(name=self._free_name(self.plan.records["usage"][uuid]))
            self._fill(system, self.plan.records["usage"][uuid])
            system.owner_id = self._owner(self.plan.records["usage"][uuid])
            row.system = system
            made.append(system)
        store_new(made, by=None, at=self.at, action="system.create")
        for row in rows:
            row.system_id = row.system.pk if row.system else None
        KitosObject.objects.bulk_create(rows, batch_size=MANY)

    def changed_systems(self) -> None:
        """Only what Kitos owns is changed; an unchanged system gets neither a version nor an event."""
        found, rows = self.plan.systems, self.plan.rows["usage"]
        self._renew([rows[uuid] for uuid in {**found.changed, **dict.fromkeys(found.back)}])
        for uuid, row in rows.items():
            if row.system is None or uuid not in self.plan.records["usage"] or (row.gone_at and uuid not in found.back):
                continue
            one = self.plan.records["usage"][uuid]
            if uuid in found.changed and row.system.name != one.name:
                self.names.discard(row.system.name.casefold())
                row.system.name = self._free_name(one)
            if self._fill(row.system, one) or "name" in {c.field for c in found.changed.get(uuid, ())}:
                store(row.system, by=None, at=self.at, action="system.change")

    def gone(self, kind: str) -> None:
        """What is gone in Kitos is marked; nothing that was written here is touched."""
        found, rows = self.plan.differences[kind], self.plan.rows[kind]
        marked = []
        for uuid, why in found.removed.items():
            row = rows[uuid]
            row.gone_at, row.gone_because, row.seen_at, row.seen_by = self.at, why, None, None
            marked.append(row)
            if kind == "usage" and row.system is not None:
                row.system.removed_in_kitos_at, row.system.removal_reason = self.at, why
                store(row.system, by=None, at=self.at, action="system.change")
        KitosObject.objects.bulk_update(marked, ["gone_at", "gone_because", "seen_at", "seen_by"], batch_size=MANY)
        missed = [rows[uuid].pk for uuid in found.missed]
        for start in range(0, len(missed), MANY):
            KitosObject.objects.filter(pk__in=missed[start : start + MANY]).update(missed=1)
        again = [row.pk for uuid, row in rows.items() if row.missed and uuid in self.plan.here[kind]]
        for start in range(0, len(again), MANY):
            KitosObject.objects.filter(pk__in=again[start : start + MANY]).update(missed=0)

    def _kept(self, kind: str, uuid: str) -> KitosObject:
        row = KitosObject(kind=kind, uuid=UUID(uuid))
        self._set(row)
        return row

    def _set(self, row: KitosObject) -> None:
        one = self.plan.records[row.kind][str(row.uuid)]
        row.name, row.raw = one.name[:300], dict(one.raw)
        row.said = {} if row.kind in ("system", "unit") else {**row.said, **plain_record(one)}
        row.unread = [{"place": fault.place, "because": fault.because} for fault in one.faults]
        row.told_at = row.changed_at = self.at
        row.gone_at, row.gone_because, row.missed, row.seen_at, row.seen_by = None, "", 0, None, None

    def _renew(self, rows: Iterable[KitosObject]) -> None:
        kept = list(rows)
        for row in kept:
            self._set(row)
        fields = [
            "name", "raw", "said", "unread", "told_at", "changed_at", "gone_at", "gone_because", "missed", "seen_at", "seen_by",
        ]  # fmt: skip
        KitosObject.objects.bulk_update(kept, fields, batch_size=100)

    def _fill(self, system: System, one: Record) -> bool:
        """Put what Kitos owns on the system; whether anything differs."""
        before = columns_of(system)
        fill(system, one.values)
        system.source, system.kitos_usage_uuid = Source.KITOS.value, UUID(one.uuid)
        system.removed_in_kitos_at, system.removal_reason = None, ""
        if "supplier" in one.links:
            supplier = self.suppliers.of(one.links["supplier"])
            system.supplier_id = supplier.pk if supplier else None
        unit = one.links.get("responsible_unit")
        if "responsible_unit" in one.links and unit is None:
            system.responsible_unit_id = None
        elif unit is not None and unit.uuid in self.units:
            system.responsible_unit_id = self.units[unit.uuid]
        system.oversight_next_on = self.oversight.get(one.uuid)
        return columns_of(system) != before

    def _owner(self, one: Record) -> int | None:
        for role in one.links.get("roles", ()):
            if role["role"].casefold() == "systemejer" and (key := self.people.get(role["person"])):
                return key
        return None

    def _free_name(self, one: Record) -> str:
        name = free_name(one.name, str(one.values.get("short_name") or one.values.get("local_id") or ""), self.names)
        self.names.add(name.casefold())
        return name


def free_name(name: str, more: str, taken: set[str]) -> str:
    """The name, or with its short name or a number where another system has it."""
    tries = [
        name,
        *([f"{name[:150]} ({more[:40]})"] if more else []),
        *(f"{name[:190]} ({no})" for no in range(2, 999)),
    ]
    return next(one for one in tries if one.casefold() not in taken)


@transaction.atomic
def tie_object(row: KitosObject, *, same: bool, by: Person | None, at: datetime) -> System:
    """A person says whether a system of Kitos is the one of that name which somebody wrote in, or another."""
    permit(by, "kitos.run", at=at)
    row.refresh_from_db(from_queryset=KitosObject.objects.select_for_update())
    if row.system_id is not None or row.kind != "usage":
        raise Refused("kitos.settled")
    ours = System.objects.filter(name__iexact=row.name, kitos_object__isnull=True).order_by("pk").first()
    if same and ours is not None:
        system = ours
        system.source, system.kitos_usage_uuid = Source.KITOS.value, row.uuid
        store(system, by=by, at=at, action="system.change")
        record("kitos.tie", system, by=by, at=at, changes={"kitos": [None, str(row.uuid)]})
    else:
        taken = {name.casefold() for name in System.objects.values_list("name", flat=True)}
        more = str(row.said.get("short_name") or row.said.get("local_id") or "Kitos")
        system = System(name=free_name(row.name[:200], more, taken))
        system.source, system.kitos_usage_uuid = Source.KITOS.value, row.uuid
        store(system, by=by, at=at, action="system.create")
    row.system = system
    row.save(update_fields=["system"])
    return system


@transaction.atomic
def see_gone(row: KitosObject, *, by: Person, at: datetime) -> None:
    """Somebody has seen that a system is taken out of Kitos, and has done what there is to do."""
    permit(by, "kitos.run", at=at)
    row.refresh_from_db(from_queryset=KitosObject.objects.select_for_update())
    if row.gone_at is None or row.seen_at is not None:
        raise Refused("kitos.settled")
    row.seen_at, row.seen_by = at, by
    row.save(update_fields=["seen_at", "seen_by"])
    record("kitos.seen", row.system, by=by, at=at, changes={"kitos": str(row.uuid)})

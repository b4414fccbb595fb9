"""What a run's answers would do to the register as it is: everything is compared before anything is written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, is_dataclass
from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.db.models import Max, QuerySet

from styrehjul.imports.models import KitosObject, KitosRun, KitosSettings
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import OrgUnit, Person
from styrehjul.systems.kitos.client import Client
from styrehjul.systems.kitos.contracts import contract_record, registration_record
from styrehjul.systems.kitos.difference import Difference, Known, difference, is_too_much
from styrehjul.systems.kitos.fetch import Told
from styrehjul.systems.kitos.usages import Record, system_record
from styrehjul.systems.kitos.values import Fault
from styrehjul.systems.models import System

# Our word for a kind -> the list it comes from, and what the feed of deletions calls it.
KINDS = {
    "usage": ("usages", "ItSystemUsage"),
    "contract": ("contracts", "ItContract"),
    "registration": ("registrations", "DataProcessingRegistration"),
    "system": ("systems", "ItSystem"),
    "unit": ("units", "OrganizationUnit"),
}
# Changed by everything that happens in Kitos, and of no meaning here.
STAMPS = frozenset({"kitos_usage_modified", "kitos_system_modified", "kitos_modified"})
MOST_TOLD = 500


@dataclass
class KitosPlan:
    """What would be written."""

    told: Told
    differences: dict[str, Difference] = field(default_factory=dict)
    # kind -> uuid -> the object read, and the row that is there.
    records: dict[str, dict[str, Record]] = field(default_factory=dict)
    rows: dict[str, dict[str, KitosObject]] = field(default_factory=dict)
    here: dict[str, dict[str, Mapping[str, Any]]] = field(default_factory=dict)
    # New in Kitos, with the name of a system that somebody has written in.
    same: dict[str, System] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    asks: str = ""

    @property
    def systems(self) -> Difference:
        """What would become of the systems."""
        return self.differences["usage"]

    @property
    def going(self) -> list[str]:
        """Every object that would be marked as gone, or was not found."""
        return sorted(uuid for one in self.differences.values() for uuid in (*one.removed, *one.missed))

    @property
    def is_nothing(self) -> bool:
        """Whether the same answer has been written already."""
        return all(one.is_nothing for one in self.differences.values())

    def counts(self) -> dict[str, dict[str, int]]:
        """Numbers per kind, as they are kept and told."""
        return {
            kind: {
                "new": len(one.new), "changed": len(one.changed), "removed": len(one.removed), "back": len(one.back),
                "missed": len(one.missed), "unchanged": len(one.unchanged),
            }
            for kind, one in self.differences.items()
        }  # fmt: skip

    def report(self) -> dict[str, Any]:
        """What is told of the run: names, fields before and after, and what could not be read."""
        found = self.systems
        names = {uuid: one.name for uuid, one in self.records["usage"].items()}
        rows = self.rows["usage"]
        return {
            "organisation": str(self.told.organisation.get("name") or ""),
            "requests": self.told.requests,
            "new": [names[uuid] for uuid in found.new][:MOST_TOLD],
            "changed": [
                {
                    "name": names[uuid],
                    "fields": [
                        {"field": c.field, "old": _short(c.old), "new": _short(c.new)}
                        for c in changes
                        if c.field not in STAMPS
                    ],
                }
                for uuid, changes in found.changed.items()
            ][:MOST_TOLD],
            "removed": [{"name": rows[uuid].name, "because": why} for uuid, why in found.removed.items()][:MOST_TOLD],
            "missed": [rows[uuid].name for uuid in found.missed][:MOST_TOLD],
            "same": [system.name for system in self.same.values()][:MOST_TOLD],
            "faults": [asdict(fault) for fault in self.faults][:MOST_TOLD],
        }


def plan_of_told(told: Told, *, percent: int, accepted: Iterable[str] = ()) -> KitosPlan:
    """Compare the answers with what is kept. `accepted` may go whatever their number: a person has seen them."""
    plan = KitosPlan(told)
    rows: dict[str, dict[str, KitosObject]] = {kind: {} for kind in KINDS}
    for row in KitosObject.objects.select_related("system"):
        rows.setdefault(row.kind, {})[str(row.uuid)] = row
    plan.rows = rows
    for kind, (listed, _feed) in KINDS.items():
        told_rows = told.units if kind == "unit" else told.rows.get(listed, [])
        plan.here[kind] = {str(row["uuid"]).casefold(): row for row in told_rows}
    plan.records = _records(plan)
    plan.faults = list(told.faults)
    agreed = set(accepted)
    for kind, (_listed, feed) in KINDS.items():
        known = {uuid: _known(row, agreed) for uuid, row in rows[kind].items()}
        now = {uuid: plain_record(record) for uuid, record in plan.records[kind].items()}
        deleted = {uuid: None for (what, uuid), _at in told.deleted.items() if what == feed}
        here = plan.here[kind]
        full = told.full or kind == "unit"
        found = difference(known, now, here=here, full=full, deleted=deleted)
        plan.differences[kind] = found
        going = {*found.removed, *found.missed}
        if kind in ("usage", "contract") and not going <= agreed:
            plan.asks = plan.asks or is_too_much(known, found, here=here, full=full, percent=percent)
        plan.faults += [fault for uuid, one in plan.records[kind].items() if uuid in here for fault in one.faults]
    if not rows["usage"] and not agreed:
        plan.asks = "first"
    plan.same = _same(plan)
    return plan


def _records(plan: KitosPlan) -> dict[str, dict[str, Record]]:
    """Every object read anew: those that were told now, and the kept ones, whose words may lie in one that was told."""
    raw = {
        kind: {**{uuid: row.raw for uuid, row in plan.rows[kind].items() if not row.gone_at}, **plan.here[kind]}
        for kind in KINDS
    }
    contracts = raw["contract"]
    usages = {}
    for uuid, usage in raw["usage"].items():
        context = usage.get("systemContext")
        system = str(context.get("uuid") or "").casefold() if isinstance(context, dict) else ""
        usages[uuid] = system_record(usage, raw["system"].get(system), contracts)
    return {
        "usage": usages,
        "contract": {uuid: contract_record(row) for uuid, row in contracts.items()},
        "registration": {uuid: registration_record(row) for uuid, row in raw["registration"].items()},
        # Their words are read with the systems; what is kept of them is what was told.
        "system": {uuid: _as_told(uuid, row) for uuid, row in raw["system"].items()},
        "unit": {uuid: _as_told(uuid, row) for uuid, row in raw["unit"].items()},
    }


def _as_told(uuid: str, row: Mapping[str, Any]) -> Record:
    name = row.get("name")
    return Record(uuid, name if isinstance(name, str) else uuid, {"raw": row}, {}, (), row)


def _known(row: KitosObject, agreed: set[str]) -> Known:
    said = {"raw": row.raw} if row.kind in ("system", "unit") else row.said
    return Known(row.name, said, row.gone_at is not None, max(row.missed, 1 if str(row.uuid) in agreed else 0))


def plain_record(record: Record) -> dict[str, Any]:
    """Values and links as they are kept beside the raw object."""
    if "raw" in record.values:
        return dict(record.values)
    return {name: plain(value) for name, value in {**record.values, **record.links}.items()}


def plain(value: Any) -> Any:
    """A value as a document carries it."""
    if isinstance(value, datetime | date):
        return value.isoformat()
    if is_dataclass(value) and not isinstance(value, type):
        return plain(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): plain(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [plain(inner) for inner in value]
    return value


def _short(value: Any) -> str:
    """A value as a report tells it."""
    if isinstance(value, list):
        return ", ".join(_short(one) for one in value)[:200]
    if isinstance(value, dict):
        return str(value.get("name") or value.get("to_name") or "")[:200]
    return "" if value is None else str(value)[:200]


def _same(plan: KitosPlan) -> dict[str, System]:
    waiting = list(plan.systems.new)
    waiting += [uuid for uuid, row in plan.rows["usage"].items() if row.system_id is None and not row.gone_at]
    if not waiting:
        return {}
    ours = {
        system.name.casefold(): system for system in System.objects.filter(kitos_object__isnull=True).order_by("-pk")
    }
    return {
        uuid: ours[name]
        for uuid in waiting
        if uuid in plan.records["usage"] and (name := plan.records["usage"][uuid].name.casefold()) in ours
    }


# --- who and where ----------------------------------------------------------------------------------------------------


def units_by_kitos(plan: KitosPlan) -> dict[str, int]:
    """Kitos's unit -> ours: by the joint register's own mark, by Kitos's, else by a name that only one has."""
    by_mark: dict[str, int] = {}
    by_name: dict[str, list[int]] = {}
    for pk, name, mark in OrgUnit.objects.order_by("pk").values_list("pk", "name", "external_id"):
        if mark:
            by_mark[mark.casefold()] = pk
        by_name.setdefault(" ".join(name.casefold().split()), []).append(pk)
    found: dict[str, int] = {}
    for uuid, record in plan.records["unit"].items():
        origin = record.raw.get("externalOriginUuid")
        marked = by_mark.get(origin.casefold() if isinstance(origin, str) else "") or by_mark.get(uuid)
        named = by_name.get(" ".join(record.name.casefold().split()), [])
        if key := marked or (named[0] if len(named) == 1 else None):
            found[uuid] = key
    return found


def people_by_kitos(told: Told) -> dict[str, int]:
    """Kitos's user -> our person: by e-mail, else by a full name that only one has on either side."""
    by_mail: dict[str, int] = {}
    by_name: dict[str, list[int]] = {}
    for pk, name, email in Person.objects.order_by("pk").values_list("pk", "name", "email"):
        if email:
            by_mail[email.casefold()] = pk
        by_name.setdefault(name.casefold(), []).append(pk)
    names = [name.casefold() for name, _email in told.users.values()]
    found: dict[str, int] = {}
    for uuid, (name, email) in told.users.items():
        ours = by_name.get(name.casefold(), [])
        alone = ours[0] if len(ours) == 1 and names.count(name.casefold()) == 1 else None
        if key := by_mail.get(email.casefold()) if email else alone:
            found[uuid] = key
        elif alone:
            found[uuid] = alone
    return found


# --- what stands --------------------------------------------------------------------------------------------------------


def kitos_settings() -> KitosSettings:
    """The row, or one that nobody has saved yet."""
    return KitosSettings.objects.first() or KitosSettings()


def waiting_objects() -> QuerySet[KitosObject]:
    """Systems of Kitos of which nobody has said whether they are one of ours."""
    return KitosObject.objects.filter(kind="usage", system__isnull=True, gone_at__isnull=True).order_by("name", "pk")


def gone_objects() -> QuerySet[KitosObject]:
    """Systems that are taken out of Kitos, which nobody has seen to."""
    found = KitosObject.objects.filter(kind="usage", gone_at__isnull=False, seen_at__isnull=True)
    return found.select_related("system").order_by("name", "pk")


def last_done() -> datetime | None:
    """When Kitos was last read."""
    found: datetime | None = KitosRun.objects.filter(state=KitosRun.State.DONE).aggregate(last=Max("done_at"))["last"]
    return found


def client_of(row: KitosSettings) -> Client:
    """Who talks with this Kitos. Refused while something is missing."""
    if not (row.email and row.cvr and settings.KITOS_PASSWORD):
        raise Refused("kitos.unset")
    return Client(row.address, row.email, settings.KITOS_PASSWORD)


def known_catalogue() -> frozenset[str]:
    """Systems of the shared catalogue whose words are kept already."""
    return frozenset(str(uuid) for uuid in KitosObject.objects.filter(kind="system").values_list("uuid", flat=True))

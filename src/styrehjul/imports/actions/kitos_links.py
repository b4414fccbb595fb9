"""What Kitos ties together: contracts with systems and payments, systems with systems, roles, tasks and units.

All of it is compared with what stands, so the same answer again writes nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from styrehjul.audit.unit import record, store, store_new
from styrehjul.imports.actions.kitos_suppliers import Suppliers
from styrehjul.imports.models import KitosObject
from styrehjul.imports.reading.kitos import KitosPlan
from styrehjul.systems.domain.words import Scheme, Source
from styrehjul.systems.kitos.filling import as_uuid, columns_of, fill
from styrehjul.systems.kitos.usages import Record
from styrehjul.systems.models import (
    Contract,
    CostShare,
    PaymentLine,
    System,
    SystemRelation,
    SystemRole,
    TaskRef,
)

MANY = 500


class Links:
    """One run's writing of what is tied together, when systems and what was kept are written."""

    def __init__(
        self,
        plan: KitosPlan,
        at: datetime,
        *,
        units: Mapping[str, int],
        people: Mapping[str, int],
        suppliers: Suppliers,
    ) -> None:
        self.plan, self.at = plan, at
        self.units, self.people, self.suppliers = units, people, suppliers
        rows = KitosObject.objects.filter(kind="usage", system__isnull=False, gone_at__isnull=True)
        # Kitos's use of a system -> our system.
        self.systems: dict[str, int] = {str(uuid): key for uuid, key in rows.values_list("uuid", "system_id")}
        self.usages: dict[int, Record] = {
            self.systems[uuid]: one for uuid, one in plan.records["usage"].items() if uuid in self.systems
        }
        self.told: dict[int, dict[str, list[int]]] = {}

    def write(self) -> None:
        """All of it."""
        contracts = self.contracts()
        self.payments(contracts)
        self.shares(contracts)
        self.parents()
        self.relations()
        self.roles()
        self.tasks()
        self.using_units()
        for system in System.objects.filter(pk__in=list(self.told)).order_by("pk"):
            record("system.register", system, by=None, at=self.at, changes=dict(self.told[system.pk]))

    # --- contracts ----------------------------------------------------------------------------------------------------

    def contracts(self) -> dict[str, Contract]:
        """Each contract of Kitos as ours: made, put right, or marked as gone."""
        there = {str(one.kitos_uuid): one for one in Contract.objects.filter(kitos_uuid__isnull=False).order_by("pk")}
        written = {
            (one.name.casefold(), one.contract_no): one
            for one in Contract.objects.filter(kitos_uuid__isnull=True).exclude(contract_no="").order_by("-pk")
        }
        new, found = [], {}
        for uuid, one in self.plan.records["contract"].items():
            contract = there.get(uuid)
            if contract is None:
                mine = written.pop((one.name.casefold(), str(one.values.get("contract_no") or "")), None)
                contract = mine or Contract()
            before = columns_of(contract)
            self._fill_contract(contract, uuid, one)
            if contract._state.adding:
                new.append(contract)
            elif before != columns_of(contract):
                store(contract, by=None, at=self.at, action="contract.change")
            found[uuid] = contract
        store_new(new, by=None, at=self.at, action="contract.create")
        for uuid, one in self.plan.records["contract"].items():
            parent = found.get(one.links["parent"].uuid) if one.links.get("parent") else None
            if "parent" in one.links and found[uuid].parent_id != (parent.pk if parent else None):
                found[uuid].parent = parent
                store(found[uuid], by=None, at=self.at, action="contract.change")
        for uuid, why in self.plan.differences["contract"].removed.items():
            if (gone := there.get(uuid)) is not None and gone.removed_in_kitos_at is None:
                gone.removed_in_kitos_at, gone.removal_reason = self.at, why
                store(gone, by=None, at=self.at, action="contract.change")
                found.pop(uuid, None)
        return found

    def _fill_contract(self, contract: Contract, uuid: str, one: Record) -> None:
        contract.name, contract.source, contract.kitos_uuid = one.name[:300], Source.KITOS.value, as_uuid(uuid)
        contract.removed_in_kitos_at, contract.removal_reason = None, ""
        fill(contract, one.values)
        if "supplier" in one.links:
            supplier = self.suppliers.of(one.links["supplier"])
            contract.supplier_id = supplier.pk if supplier else None
        if "responsible_unit" in one.links:
            unit = one.links["responsible_unit"]
            contract.responsible_unit_id = self.units.get(unit.uuid) if unit else None

    def payments(self, contracts: Mapping[str, Contract]) -> None:
        """The lines of a contract are replaced where they differ."""
        there: dict[int, list[PaymentLine]] = {}
        for line in PaymentLine.objects.filter(contract__kitos_uuid__isnull=False).order_by("pk"):
            there.setdefault(line.contract_id, []).append(line)
        gone: list[int] = []
        new: list[PaymentLine] = []
        for uuid, contract in contracts.items():
            told = self.plan.records["contract"][uuid].links.get("payments")
            if told is None:
                continue
            lines, before = [self._payment(contract, one) for one in told], there.get(contract.pk, [])
            if [_worth(line) for line in lines] != [_worth(line) for line in before]:
                gone += [line.pk for line in before]
                new += lines
                if before:
                    sums = [sum(line.operation for line in before), sum(line.operation for line in lines)]
                    record("contract.payments", contract, by=None, at=self.at, changes={"operation": sums})
        _replace(PaymentLine, gone, new)

    def _payment(self, contract: Contract, told: Mapping[str, Any]) -> PaymentLine:
        unit = self.units.get(told["unit"])
        seen = told["audit_on"]
        return PaymentLine(
            contract=contract, internal=told["internal"], unit_id=unit, unit_name="" if unit else told["unit_name"][:200],
            acquisition=told["acquisition"], operation=told["operation"], other=told["other"],
            audit_status=told["audit_status"][:100], audit_on=date.fromisoformat(seen) if isinstance(seen, str) else seen,
        )  # fmt: skip

    def shares(self, contracts: Mapping[str, Contract]) -> None:
        """Which systems a contract carries, and which contract is a system's main one. Set shares stay as they are."""
        main: dict[int, int | None] = {}
        for system, one in self.usages.items():
            if "main_contract" in one.links:
                told = one.links["main_contract"]
                contract = contracts.get(told.uuid) if told else None
                main[system] = contract.pk if contract else None
        wanted = {(contract, system) for system, contract in main.items() if contract}
        spoken = set()
        for uuid, contract in contracts.items():
            told = self.plan.records["contract"][uuid].links.get("systems")
            if told is not None:
                spoken.add(contract.pk)
                wanted |= {(contract.pk, self.systems[one.uuid]) for one in told if one.uuid in self.systems}
        there = {
            (share.contract_id, share.system_id): share
            for share in CostShare.objects.filter(contract__kitos_uuid__isnull=False).order_by("pk")
        }
        own = set(self.systems.values())
        gone = [
            share.pk
            for (contract, system), share in there.items()
            if contract in spoken and system in own and (contract, system) not in wanted
        ]
        new = [
            CostShare(contract_id=contract, system_id=system)
            for contract, system in sorted(wanted)
            if (contract, system) not in there
        ]
        for share in new:
            self._tell(share.system_id, "contracts", 1)
        for (_contract, system), share in there.items():
            if share.pk in gone:
                self._tell(system, "contracts", -1)
        _replace(CostShare, gone, new)
        self._mains(main)

    def _mains(self, main: Mapping[int, int | None]) -> None:
        marked: list[int] = []
        unmarked: list[int] = []
        for pk, contract, system, is_main in CostShare.objects.filter(system_id__in=list(main)).values_list(
            "pk", "contract_id", "system_id", "is_main"
        ):
            if is_main != (main[system] == contract):
                (unmarked if is_main else marked).append(pk)
        for keys, value in ((unmarked, False), (marked, True)):
            for start in range(0, len(keys), MANY):
                CostShare.objects.filter(pk__in=keys[start : start + MANY]).update(is_main=value)

    # --- systems ------------------------------------------------------------------------------------------------------

    def parents(self) -> None:
        """Kitos says which system of the catalogue is above; here it is our use of that one."""
        by_catalogue = {str(one.values["kitos_system_uuid"]): key for key, one in self.usages.items()}
        for system in System.objects.in_bulk(self._where("parent")).values():
            told = self.usages[system.pk].links["parent"]
            key = by_catalogue.get(told.uuid) if told else None
            key = None if key == system.pk else key
            if system.parent_id != key:
                system.parent_id = key
                store(system, by=None, at=self.at, action="system.change")

    def _where(self, link: str) -> list[int]:
        """Systems whose link was told."""
        return [key for key, one in self.usages.items() if link in one.links]

    def relations(self) -> None:
        """What a system hands to others. What somebody wrote in here has no mark of Kitos's, and stays."""
        there: dict[int, list[SystemRelation]] = {}
        for row in SystemRelation.objects.filter(kitos_uuid__isnull=False).order_by("pk"):
            there.setdefault(row.system_id, []).append(row)
        wanted = {
            key: [self._relation(key, one) for one in self.usages[key].links["relations"]]
            for key in self._where("relations")
        }
        self._compare(SystemRelation, there, wanted, "relations")

    def _relation(self, system: int, told: Mapping[str, str]) -> SystemRelation:
        to = self.systems.get(told["to"])
        mark = as_uuid(told["uuid"]) or uuid5(NAMESPACE_URL, f"{system}/{sorted(told.items())}")
        return SystemRelation(
            system_id=system, to_id=to, to_name="" if to else told["to_name"][:200], kitos_uuid=mark,
            interface=told["interface"][:300], frequency=told["frequency"][:300], description=told["description"],
        )  # fmt: skip

    def roles(self) -> None:
        """Who has which role there."""
        there: dict[int, list[SystemRole]] = {}
        for row in SystemRole.objects.filter(system_id__in=self._where("roles")).order_by("pk"):
            there.setdefault(row.system_id, []).append(row)
        wanted = {
            key: [self._role(key, one) for one in self.usages[key].links["roles"]] for key in self._where("roles")
        }
        self._compare(SystemRole, there, wanted, "roles")

    def _role(self, system: int, told: Mapping[str, str]) -> SystemRole:
        person = self.people.get(told["person"])
        name = "" if person else told["name"][:200]
        return SystemRole(system_id=system, role=told["role"][:300] or "–", person_id=person, name=name)

    def _compare(
        self, kind: type[Any], there: Mapping[int, list[Any]], wanted: Mapping[int, list[Any]], word: str
    ) -> None:
        gone: list[int] = []
        new: list[Any] = []
        for key, rows in wanted.items():
            before = there.get(key, [])
            if [_worth(row) for row in rows] != [_worth(row) for row in before]:
                gone += [row.pk for row in before]
                new += rows
                self.told.setdefault(key, {})[word] = [len(before), len(rows)]
        _replace(kind, gone, new)

    def tasks(self) -> None:
        """The numbers of KLE that a system serves; tasks of other lists are ours."""
        keys = self._where("tasks")
        numbers = {one.name[:40] for key in keys for one in self.usages[key].links["tasks"]}
        known = dict(TaskRef.objects.filter(scheme=Scheme.KLE).values_list("number", "pk"))
        TaskRef.objects.bulk_create(
            [TaskRef(scheme=Scheme.KLE.value, number=number) for number in sorted(numbers - set(known))],
            batch_size=MANY,
        )
        known = dict(TaskRef.objects.filter(scheme=Scheme.KLE).values_list("number", "pk"))
        wanted = {key: {known[one.name[:40]] for one in self.usages[key].links["tasks"]} for key in keys}
        self._tie(System.tasks.through, "taskref_id", wanted, set(known.values()), "tasks")

    def using_units(self) -> None:
        """The units that use a system, as far as they are ours."""
        wanted = {
            key: {self.units[one.uuid] for one in self.usages[key].links["using_units"] if one.uuid in self.units}
            for key in self._where("using_units")
        }
        self._tie(System.using_units.through, "orgunit_id", wanted, None, "using_units")

    def _tie(
        self, through: type[Any], column: str, wanted: Mapping[int, set[int]], among: set[int] | None, word: str
    ) -> None:
        there: dict[int, dict[int, int]] = {}
        for pk, system, other in through.objects.order_by("pk").values_list("pk", "system_id", column):
            if system in wanted and (among is None or other in among):
                there.setdefault(system, {})[other] = pk
        gone: list[int] = []
        new: list[Any] = []
        for system, others in wanted.items():
            before = there.get(system, {})
            gone += [pk for other, pk in before.items() if other not in others]
            new += [through(system_id=system, **{column: other}) for other in sorted(others - set(before))]
            if others != set(before):
                self.told.setdefault(system, {})[word] = [len(before), len(others)]
        _replace(through, gone, new)

    def _tell(self, system: int, word: str, by: int) -> None:
        counts = self.told.setdefault(system, {}).setdefault(word, [0, 0])
        counts[0 if by < 0 else 1] += 1


def _worth(row: Any) -> tuple[Any, ...]:
    """Everything that a row tells, without its key."""
    return tuple(getattr(row, field.attname) for field in row._meta.concrete_fields if field.attname != "id")


def _replace(kind: type[Any], gone: Iterable[int], new: list[Any]) -> None:
    keys = list(gone)
    for start in range(0, len(keys), MANY):
        kind.objects.filter(pk__in=keys[start : start + MANY]).delete()
    kind.objects.bulk_create(new, batch_size=MANY)

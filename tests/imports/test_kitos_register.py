"""What Kitos tells fills the register: contracts, suppliers, payments, relations, roles and tasks; again is nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from styrehjul.audit.models import Event
from styrehjul.imports.actions.kitos import ask_kitos, carry_out_kitos, change_kitos_settings, start_kitos
from styrehjul.imports.models import KitosRun
from styrehjul.imports.reading.kitos import kitos_settings, known_catalogue
from styrehjul.kernel.refusal import Refused
from styrehjul.systems.actions import change_system
from styrehjul.systems.kitos.client import Client, Limits
from styrehjul.systems.kitos.fetch import fetch
from styrehjul.systems.models import (
    Contract,
    CostShare,
    PaymentLine,
    Supplier,
    System,
    SystemRelation,
    SystemRole,
    TaskRef,
)
from tests import kitos_server as fake
from tests.making import a_person, a_unit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
TABLES = (System, Contract, Supplier, PaymentLine, CostShare, SystemRelation, SystemRole, TaskRef)


@pytest.fixture
def kitos() -> Iterator[fake.Kitos]:
    with fake.serving(fake.Kitos(4)) as served:
        change_kitos_settings(
            address=served.url, email=fake.EMAIL, cvr=fake.CVR, nightly=True, every_minutes=30, removal_percent=20,
            by=None, at=AT,
        )  # fmt: skip
        yield served


def a_run(kitos: fake.Kitos, *, full: bool = True, at: datetime = AT) -> KitosRun:
    run = ask_kitos(full=full, by=None, at=at)
    assert start_kitos(run, at=at)
    client = Client(kitos.url, fake.EMAIL, fake.PASSWORD, limits=Limits(pause=0, read=2, waits=()))
    told = fetch(client, fake.CVR, cursors=kitos_settings().cursors, full=full, known_systems=known_catalogue())
    carry_out_kitos(run, told, at=at, by_operator=True)
    run.refresh_from_db()
    return run


def everything() -> list[list[dict[str, object]]]:
    through = (System.tasks.through, System.using_units.through)
    kinds: tuple[Any, ...] = (*TABLES, *through)
    return [list(kind.objects.order_by("pk").values()) for kind in kinds]


def test_the_registers_columns_are_filled_and_the_same_again_changes_nothing(kitos: fake.Kitos) -> None:
    unit, anna = a_unit("Sundhed og Omsorg"), a_person("Anna Eksempel")
    kitos.users[0]["email"] = anna.email
    kitos.usages[0]["outgoingSystemRelations"][0]["toSystemUsage"]["uuid"] = fake.an_id("usage", 2)
    kitos.systems[1]["parentSystem"] = {"uuid": fake.an_id("system", 1), "name": "x"}
    a_run(kitos)
    system = System.objects.get(name="Eksempel System 0001")
    assert (system.source, system.lifecycle, system.program_version, system.local_id) == (
        "kitos", "operational", "2026.3", "SYS-0001",
    )  # fmt: skip
    assert system.version == 1, "the program's version is not the record's"
    assert (str(system.kitos_usage_uuid), system.users_from, system.users_to) == (fake.an_id("usage", 1), 100, 499)
    assert (system.risk_next_on, system.oversight_next_on) == (date(2027, 10, 1), date(2027, 3, 1))
    supplier = Supplier.objects.get()
    assert (system.supplier, supplier.cvr, system.supplier_basis) == (supplier, "12345678", "main_contract")
    assert [str(task) for task in system.tasks.all()] == ["99.01.02"]
    assert list(system.using_units.all()) == [unit]
    assert [(role.role, role.person, role.name) for role in system.register_roles.all()] == [("Systemejer", anna, "")]
    contract = Contract.objects.get(name="Kontrakt 0001")
    assert (contract.valid_to, contract.notice_months, contract.notice_by) == (
        date(2027, 5, 31),
        6,
        "EndOfCalendarYear",
    )
    assert (contract.supplier, contract.responsible_unit, contract.procurement_quarter) == (supplier, unit, 3)
    assert [(line.operation, line.unit, line.internal) for line in contract.payments.all()] == [
        (1_200_000, unit, False)
    ]
    share = contract.shares.get()
    assert (share.system, share.percent, share.is_main) == (system, None, True)
    two = System.objects.get(name="Eksempel System 0002")
    assert two.parent == system
    assert [(row.to, row.to_name, row.frequency) for row in system.relations.all()] == [(two, "", "Dagligt")]
    assert [(row.to, row.to_name) for row in two.relations.all()] == [(None, "Eksempel Borgerregister")]
    before, events = everything(), Event.objects.count()
    a_run(kitos)
    a_run(kitos, full=False, at=AT + timedelta(hours=1))
    assert everything() == before
    assert {*Event.objects.order_by("pk").values_list("action", flat=True)[events:]} <= {
        "kitos.ask", "kitos.start", "kitos.done",
    }  # fmt: skip


def test_what_moves_in_kitos_moves_here_and_what_is_ours_stays(kitos: fake.Kitos) -> None:
    a_run(kitos)
    system = System.objects.get(name="Eksempel System 0001")
    own = TaskRef.objects.create(scheme="own", number="1", title="Vores opgave")
    system.tasks.add(own)
    SystemRelation.objects.create(system=system, to_name="Noget, vi selv har skrevet")
    share = Contract.objects.get(name="Kontrakt 0001").shares.get()
    CostShare.objects.filter(pk=share.pk).update(percent=100)
    System.objects.filter(pk=system.pk).update(support_ends_on=date(2030, 1, 1))
    stamp = {"lastModified": "2026-11-02T00:00:00Z"}
    kitos.contracts[0] = fake.a_contract(
        1, **stamp, payments={"external": [], "internal": []},
        systemUsages=[{"uuid": fake.an_id("usage", n), "name": ""} for n in (1, 2)],
        supplier={"organization": {**fake.SUPPLIER, "name": "Eksempel Software P/S"}, "isInternal": False},
    )  # fmt: skip
    kitos.usages[0] = fake.a_usage(1, **stamp, outgoingSystemRelations=[], roles=[], general={
        "numberOfExpectedUsers": {"lowerBound": -4, "upperBound": None},
    })  # fmt: skip
    kitos.systems[0] = fake.a_system(1, **stamp, kle=[{"uuid": fake.an_id("kle", 2), "name": "99.01.09"}])
    a_run(kitos, full=False, at=AT + timedelta(hours=1))
    system.refresh_from_db()
    assert (system.users_from, system.users_to, system.support_ends_on) == (100, None, date(2030, 1, 1))
    assert sorted(str(task) for task in system.tasks.all()) == ["99.01.09", "Vores opgave"]
    assert [row.to_name for row in system.relations.all()] == ["Noget, vi selv har skrevet"]
    assert not system.register_roles.exists()
    contract = Contract.objects.get(name="Kontrakt 0001")
    assert not contract.payments.exists()
    assert [share.percent for share in contract.shares.all()] == [100, None], "what somebody has set, stands"
    assert [one.name for one in Supplier.objects.all()] == ["Eksempel Software P/S"]
    a_run(kitos)
    assert [one.name for one in Supplier.objects.all()] == ["Eksempel Software P/S"]


def test_what_is_taken_out_of_kitos_is_marked_and_comes_back(kitos: fake.Kitos) -> None:
    a_run(kitos)
    kitos.delete(2)
    gone, kitos.contracts = kitos.contracts[1], [row for at, row in enumerate(kitos.contracts) if at != 1]
    kitos.deleted.append(
        {"occurredAtUtc": "2026-11-01T10:00:00Z", "entityUuid": gone["uuid"], "entityType": "ItContract"}
    )
    a_run(kitos, full=False, at=AT + timedelta(hours=1))
    system, contract = System.objects.get(name="Eksempel System 0002"), Contract.objects.get(name="Kontrakt 0002")
    assert (system.removal_reason, system.owned_by_kitos) == ("deleted", False)
    assert (contract.removal_reason, contract.owned_by_kitos) == ("deleted", False)
    assert contract.shares.count() == 1, "what was tied, stays tied"
    kitos.usages.append(fake.a_usage(2, lastModified="2026-11-03T00:00:00Z"))
    kitos.contracts.append({**gone, "lastModified": "2026-11-03T00:00:00Z"})
    a_run(kitos, full=False, at=AT + timedelta(hours=2))
    system.refresh_from_db()
    contract.refresh_from_db()
    assert (system.removed_in_kitos_at, contract.removed_in_kitos_at) == (None, None)


def test_no_action_writes_what_kitos_owns(kitos: fake.Kitos) -> None:
    a_run(kitos)
    system = System.objects.get(name="Eksempel System 0001")
    owner = a_person("Ejer Jensen")
    keep: dict[str, Any] = {"name": system.name, "responsible_unit_id": system.responsible_unit_id}
    change_system(system, **keep, owner_id=owner.pk, by=None, at=AT)
    assert System.objects.get(pk=system.pk).owner == owner, "who owns it is ours"
    wrong: tuple[dict[str, Any], ...] = (
        {"name": "Et andet navn"}, {"facts": {"lifecycle": "phasing_out"}}, {"facts": {"description": "x"}},
    )  # fmt: skip
    for told in wrong:
        with pytest.raises(Refused) as stop:
            change_system(system, **{**keep, "owner_id": owner.pk, **told}, by=None, at=AT)
        assert stop.value.code == "system.from_kitos"
    change_system(system, **keep, owner_id=owner.pk, facts={"support_ends_on": date(2031, 1, 1)}, by=None, at=AT)
    assert System.objects.get(pk=system.pk).support_ends_on == date(2031, 1, 1)

"""The list of systems: what runs out, what it costs, and who delivers it; the same queries for any number."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
import time_machine
from openpyxl import load_workbook

from styrehjul.systems.models import Contract, CostShare, PaymentLine, Supplier, System
from tests.meetings.pages import queries, text_of
from tests.portfolio.test_registers import signed
from tests.portfolio.test_systems import a_system
from tests.portfolio.town import AT, Town, a_town

pytestmark = pytest.mark.django_db
ON = AT.date()


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def a_contract(name: str, *systems: System, end: date | None = None, operation: int = 0, **more: Any) -> Contract:
    contract = Contract.objects.create(name=name, valid_to=end, created_at=AT, updated_at=AT, **more)
    PaymentLine.objects.create(contract=contract, operation=operation, acquisition=900_000)
    for system in systems:
        CostShare.objects.create(contract=contract, system=system)
    return contract


def rows(client: Any, query: str) -> list[dict[str, Any]]:
    items: list[dict[str, Any]] = client.get(f"/systemer/?format=json&{query}").json()["items"]
    return items


def test_the_ten_whose_contracts_run_out_within_a_year_are_one_press_away(town: Town) -> None:
    soon = [a_system(f"Snart {n:02}") for n in range(10)]
    for n, system in enumerate(soon):
        a_contract(f"K{n}", system, end=ON + timedelta(days=30 * (10 - n)))
    later, past, gone = a_system("Senere"), a_system("Forbi"), a_system("Ude af brug")
    a_contract("L", later, end=date(ON.year + 3, 1, 1))
    a_contract("P", past, end=date(ON.year - 1, 1, 1))
    a_contract("G", gone, end=ON + timedelta(days=9))
    System.objects.filter(pk=gone.pk).update(lifecycle="not_in_use")
    # One that has a later main contract is bound by that.
    a_contract("M", soon[0], end=ON + timedelta(days=333))
    CostShare.objects.filter(system=soon[0], contract__name="M").update(is_main=True)
    olga = signed(town.olga)
    page = olga.get("/systemer/").content.decode()
    assert "Kontrakten udløber inden et år (10)" in page
    assert 'href="?kontrakt=snart"' in page
    found = rows(olga, "kontrakt=snart")
    assert len(found) == 10
    assert [row["contract_end"] for row in found] == sorted(row["contract_end"] for row in found)
    assert {row["name"]: row["contract_end"] for row in found}["Snart 00"] == (ON + timedelta(days=333)).isoformat()
    assert [row["contract_end"] for row in rows(olga, "q=forbi")] == [None]


def test_a_years_cost_is_the_operation_split_between_the_systems(town: Town) -> None:
    one, two = a_system("Et"), a_system("To")
    shared = a_contract("Fælles", one, two, operation=101)
    a_contract("Egen", one, operation=1_000)
    found = {row["name"]: (row["yearly_cost"], row["cost_is_estimated"]) for row in rows(signed(town.olga), "")}
    assert found == {"Et": (1_051, "Ja"), "To": (50, "Ja")}
    CostShare.objects.filter(contract=shared, system=one).update(percent=Decimal(0))
    CostShare.objects.filter(contract=shared, system=two).update(percent=Decimal(100))
    found = {
        row["name"]: (row["yearly_cost"], row["cost_is_estimated"]) for row in rows(signed(town.olga), "sort=pris")
    }
    assert found == {"Et": (1_000, "Nej"), "To": (101, "Nej")}
    assert "1.000 kr." in text_of(signed(town.olga).get("/systemer/"))


def test_filters_on_life_and_supplier_and_what_is_out_of_use_is_asked_for(town: Town) -> None:
    maker = Supplier.objects.create(name="Nordsoft", created_at=AT, updated_at=AT)
    for name, life, supplier in (("A", "operational", maker), ("B", "not_in_use", maker), ("C", "pilot", None)):
        system = a_system(name)
        System.objects.filter(pk=system.pk).update(lifecycle=life, supplier=supplier)
    olga = signed(town.olga)

    def names(query: str) -> list[str]:
        return [row["name"] for row in rows(olga, query)]

    assert names("") == ["A", "C"]
    assert names("livscyklus=alle") == ["A", "B", "C"]
    assert names("livscyklus=not_in_use") == names("q=b") == ["B"]
    assert names(f"leverandoer={maker.pk}") == ["A"]
    assert names("livscyklus=vrøvl&leverandoer=x&sort=y") == ["A", "C"]
    System.objects.filter(name="B").update(removed_in_kitos_at=AT)
    assert names("kitos=ude") == ["B"]
    assert "Taget ud af Kitos (1)" in text_of(olga.get("/systemer/"))


def test_the_list_costs_the_same_for_one_and_for_many(town: Town) -> None:
    olga = signed(town.olga)
    a_contract("K", a_system("Et"), end=date(ON.year + 1, 1, 1), operation=10)
    first = queries(olga, "/systemer/")
    for n in range(3):
        a_contract(f"K{n}", a_system(f"System {n}"), end=date(ON.year + 1, 1, 1), operation=10)
    assert queries(olga, "/systemer/") == first


def test_a_long_list_is_paged(town: Town) -> None:
    for n in range(101):
        System.objects.create(name=f"System {n:03}", created_at=AT, updated_at=AT)
    olga = signed(town.olga)
    assert ("System 099" in text_of(olga.get("/systemer/")), "System 100" in text_of(olga.get("/systemer/"))) == (
        True,
        False,
    )
    assert "System 100" in text_of(olga.get("/systemer/?page=2"))
    assert len(rows(olga, "")) == 101


def test_r75_the_list_tells_owner_supplier_unit_and_lifecycle_on_the_screen_and_as_a_file(town: Town) -> None:
    unit = town.anna.unit
    assert unit is not None
    maker = Supplier.objects.create(name="Nordsoft", created_at=AT, updated_at=AT)
    system = a_system(
        "Journal", owner_id=town.jonas.pk, responsible_unit_id=unit.pk, facts={"lifecycle": "operational"}
    )
    System.objects.filter(pk=system.pk).update(supplier=maker)
    a_system("Uden alt")
    olga = signed(town.olga)
    page = text_of(olga.get(f"/systemer/?enhed={unit.pk}&leverandoer={maker.pk}"))
    for words in ("Journal", town.jonas.name, unit.name, "I drift", "Nordsoft", "Uden ejer (1)"):
        assert words in page
    assert "Uden alt" not in page
    [row] = rows(olga, f"enhed={unit.pk}")
    assert (row["name"], row["owner"], row["unit"], row["lifecycle"], row["supplier"]) == (
        "Journal", town.jonas.name, unit.name, "I drift", "Nordsoft",
    )  # fmt: skip
    sheet = load_workbook(BytesIO(olga.get("/systemer/?format=xlsx").content)).worksheets[0]
    told = {row[0]: row for row in sheet.iter_rows(values_only=True)}
    assert told["Journal"][1:5] == (town.jonas.name, unit.name, "I drift", "Nordsoft")
    assert "Uden alt" in told


def test_the_timeline_draws_and_tells_the_same_systems_as_the_list(town: Town) -> None:
    one = a_system("Journal", facts={"in_use_from": date(2019, 1, 1), "support_ends_on": date(ON.year + 2, 6, 30)})
    a_contract("K", one, end=date(ON.year + 1, 5, 31))
    a_system("Uden dage")
    olga = signed(town.olga)
    assert "/systemer/tidslinje/" in olga.get("/systemer/").content.decode()
    page = text_of(olga.get("/systemer/tidslinje/"))
    for words in ("Journal", "Uden dage", f"31. maj {ON.year + 1}", f"30. juni {ON.year + 2}", str(ON.year + 4)):
        assert words in page
    assert "Uden dage" not in text_of(olga.get("/systemer/tidslinje/?q=journal"))
    first = queries(olga, "/systemer/tidslinje/")
    a_contract("L", a_system("Endnu et"), end=date(ON.year + 1, 5, 31))
    assert queries(olga, "/systemer/tidslinje/") == first
    assert "Intet system passer" in text_of(olga.get("/systemer/tidslinje/?q=findes+ikke"))

"""How Kitos's objects become plain records, and what two runs differ in."""

from __future__ import annotations

import copy
import json
from datetime import date
from typing import Any

import pytest

from styrehjul.systems.kitos import values
from styrehjul.systems.kitos.contracts import contract_record, months_in, registration_record
from styrehjul.systems.kitos.difference import Known, difference, is_too_much
from styrehjul.systems.kitos.scrub import scrubbed
from styrehjul.systems.kitos.usages import system_record
from tests import kitos_server as fake


def old_places(usage: dict[str, Any]) -> dict[str, Any]:
    """The same usage as Kitos told it before its fields were moved."""
    old = json.loads(json.dumps(usage))
    general, gdpr = old["general"], old["gdpr"]
    gdpr["purpose"], gdpr["businessCritical"] = general.pop("purpose"), general.pop("isBusinessCritical")
    gdpr["hostedAt"], gdpr["gdprCriticality"] = general.pop("hostedAt"), "High"
    for gone in ("isSociallyCritical", "systemUsageCriticalityLevel", "technicalSystemTypes", "licensingAndCodeModels"):
        del general[gone]
    return old  # type: ignore[no-any-return]


def test_a_system_in_our_words() -> None:
    record = system_record(fake.a_usage(), fake.a_system(), {fake.an_id("contract", 1): fake.a_contract()})
    got = record.values
    assert record.faults == ()
    assert (got["name"], got["short_name"], got["local_id"]) == ("Eksempel System 0001", "EOJ", "SYS-0001")
    assert (got["lifecycle"], got["hosting"], got["business_critical"], got["criticality_level"]) == (
        "operational", "External", "Yes", "Høj")  # fmt: skip
    assert (got["in_use_from"], got["in_use_to"]) == (date(2019, 6, 1), None)
    assert (got["users_from"], got["users_to"], got["personal_data_level"]) == (100, 499, "SensitiveData")
    assert got["purpose"] == "Dokumentation af pleje og omsorg"
    assert record.links["supplier"]["name"] == "Eksempel Software A/S"
    assert got["supplier_basis"] == "main_contract"
    assert [task.name for task in record.links["tasks"]] == ["99.01.02"]
    assert record.links["relations"][0]["to_name"] == "Eksempel Borgerregister"
    assert record.links["responsible_unit"].name == "Sundhed og Omsorg"


def test_old_and_new_places_are_the_same_system() -> None:
    new, old = fake.a_usage(), old_places(fake.a_usage())
    of_new, of_old = system_record(new, fake.a_system()), system_record(old, fake.a_system())
    differ = {name for name in of_new.values if of_new.values[name] != of_old.values[name]}
    assert differ == {"socially_critical", "licence_models"}
    assert of_old.faults == ()


def test_a_new_place_with_nothing_wins_over_an_old_one() -> None:
    usage = fake.a_usage(general={"purpose": None})
    usage["gdpr"]["purpose"] = "Det gamle"
    assert system_record(usage, fake.a_system()).values["purpose"] == ""


@pytest.mark.parametrize(
    ("field", "place", "value"),
    [
        ("in_use_from", "validity", {"validFrom": 20190601}),
        ("lifecycle", "validity", {"lifeCycleStatus": 3}),
        ("active", "validity", {"valid": "ja"}),
        ("in_use_from", "validity", []),
        ("users_from", "numberOfExpectedUsers", {"lowerBound": "100"}),
        ("users_from", "numberOfExpectedUsers", {"lowerBound": 10**12}),
        ("licence_models", "licensingAndCodeModels", "Proprietary"),
        ("data_classification", "dataClassification", "Fortrolige data"),
        ("version", "systemVersion", {"major": 3}),
    ],
)
def test_a_changed_type_is_told_with_its_place_and_the_old_value_stays(field: str, place: str, value: Any) -> None:
    record = system_record(fake.a_usage(general={place: value}), fake.a_system())
    assert field not in record.values
    assert any(place in fault.place and fault.object == "Eksempel System 0001" for fault in record.faults)


@pytest.mark.parametrize(
    ("told", "day"),
    [
        ("0001-01-01T00:00:00Z", None), ("9999-12-31T23:59:59Z", None), (None, None), ("", None),
        ("2019-06-01T00:00:00Z", date(2019, 6, 1)), ("2019-05-31T22:00:00Z", date(2019, 6, 1)),
        ("2019-06-01", date(2019, 6, 1)), ("2026-01-31T23:00:00+00:00", date(2026, 2, 1)),
    ],
)  # fmt: skip
def test_days(told: Any, day: date | None) -> None:
    assert values.day(told) == day


@pytest.mark.parametrize("told", ["i går", "1492-01-01T00:00:00Z", 17, True, {}])
def test_no_days(told: Any) -> None:
    with pytest.raises(values.Odd):
        values.day(told)


def test_unknown_words_and_fields_are_kept() -> None:
    usage = fake.a_usage(general={"hostedAt": "OnTheMoon", "brandNew": {"x": 1}})
    record = system_record(usage, fake.a_system())
    assert record.values["hosting"] == "OnTheMoon"
    assert record.raw["general"]["brandNew"] == {"x": 1}
    usage["general"]["validity"]["lifeCycleStatus"] = "Sunset"
    assert system_record(usage, fake.a_system()).values["lifecycle"] == "unknown"


def test_missing_blocks_are_empty() -> None:
    bare = {"uuid": fake.an_id("usage", 1), "systemContext": {"uuid": fake.an_id("system", 1), "name": "Bar"}}
    record = system_record(bare, None)
    assert record.faults == ()
    assert (record.values["lifecycle"], record.values["licence_models"]) == ("unknown", [])
    assert "description" not in record.values, "the catalogue was not told, so its words stay"
    assert "tasks" not in record.links


def test_tasks_are_the_catalogues_less_and_more() -> None:
    usage = fake.a_usage(localKLEDeviations={
        "removedKLE": [{"uuid": fake.an_id("kle", 1), "name": "99.01.02"}],
        "addedKLE": [{"uuid": fake.an_id("kle", 3), "name": "99.07.01"}, {"uuid": fake.an_id("kle", 2), "name": "99.02.01"}]})  # fmt: skip
    assert [one.name for one in system_record(usage, fake.a_system()).links["tasks"]] == ["99.02.01", "99.07.01"]


def test_the_supplier_is_the_main_contracts_then_the_catalogues_then_the_owner() -> None:
    usage = fake.a_usage(general={"mainContract": None})
    assert system_record(usage, fake.a_system()).values["supplier_basis"] == "catalogue"
    owned = fake.a_system(mainContractSuppliers=[], rightsHolder={"uuid": "x", "name": "Ejer A/S", "cvr": None})
    record = system_record(usage, owned)
    assert (record.values["supplier_basis"], record.links["supplier"]["name"]) == ("rights_holder", "Ejer A/S")
    nobody = system_record(usage, fake.a_system(mainContractSuppliers=None, rightsHolder=None))
    assert (nobody.values["supplier_basis"], nobody.links["supplier"]) == ("", None)


def test_a_contract_in_our_words() -> None:
    record = contract_record(fake.a_contract())
    got = record.values
    assert record.faults == ()
    assert (got["contract_no"], got["notice_months"], got["notice_by"], got["notice_extends"]) == (
        "K-0001", 6, "EndOfCalendarYear", "EndOfMonth")  # fmt: skip
    assert (got["valid_to"], got["procurement_year"], got["procurement_quarter"]) == (date(2027, 5, 31), 2026, 3)
    payment = record.links["payments"][0]
    assert (payment["operation"], payment["acquisition"], payment["internal"]) == (1200000, 450000, False)
    assert [one.uuid for one in record.links["systems"]] == [fake.an_id("usage", 1)]
    assert registration_record(fake.a_registration()).values["oversight_on"] == date(2027, 3, 1)


@pytest.mark.parametrize(
    ("told", "months"), [("6", 6), ("12 måneder", 12), ("løbende", None), ("3-6", None), ("", None)]
)
def test_the_months_of_notice(told: str, months: int | None) -> None:
    assert months_in(told) == months


@pytest.mark.parametrize("seed", range(30))
def test_any_shape_is_read_or_told_and_never_breaks(seed: int) -> None:
    """Every value of the objects in turn is made into something else."""
    odd: Any = [None, 3, -1.5, True, "tekst", [], [3], {}, {"x": []}, [[]], "0001-01-01T00:00:00Z", 1e300][seed % 12]

    def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
        inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
        return [p for key, one in inner for p in [(*at, key), *places(one, (*at, key))]]

    for made in (fake.a_usage, fake.a_system, fake.a_contract, fake.a_registration):
        for place in places(made())[seed // 12 :: 3]:
            row: Any = copy.deepcopy(made())
            inner = row
            for key in place[:-1]:
                inner = inner[key]
            inner[place[-1]] = copy.deepcopy(odd)
            usage, system, contract = fake.a_usage(), fake.a_system(), fake.a_contract()
            if made is fake.a_usage:
                usage = row
            if made is fake.a_system:
                system = row
            if made is fake.a_contract:
                contract = row
            system_record(usage, system, {fake.an_id("contract", 1): contract})
            contract_record(contract)
            if made is fake.a_registration:
                registration_record(row)


def test_what_must_not_come_in_is_taken_out_and_never_repeated() -> None:
    told = {
        "CPR": 1, "a": [{"cpr_number": 2, "t": "x\x00 010170 1234 y"}], "n": 101701234, "ean": 5790000000000,
        "url": "h/0101701234", "i": float("inf"),
    }  # fmt: skip
    found, places = scrubbed(told)
    assert found == {"a": [{"t": "x (fjernet) y"}], "n": None, "ean": 5790000000000, "url": "h/0101701234", "i": None}
    assert places == ["CPR", "a[0].cpr_number", "a[0].t", "n"]


def a_known(count: int, **values_of: Any) -> dict[str, Known]:
    return {f"u{n}": Known(f"System {n}", {"name": f"System {n}", **values_of}) for n in range(count)}


def told(known: dict[str, Known]) -> dict[str, dict[str, Any]]:
    return {uuid: dict(one.values) for uuid, one in known.items()}


def test_the_same_answer_twice_is_no_difference() -> None:
    known = a_known(5)
    found = difference(known, told(known), here=set(known), full=True, deleted={})
    assert found.is_nothing
    assert len(found.unchanged) == 5


def test_new_changed_removed_missing_and_back() -> None:
    known = a_known(6)
    known["u4"] = Known("System 4", {"name": "System 4"}, gone=True)
    known["u5"] = Known("System 5", {"name": "System 5"}, missed=1)
    now = told(known)
    now["u1"]["name"] = "Andet navn"
    now["u9"] = {"name": "Ny"}
    here = {"u0", "u1", "u4", "u9"}
    found = difference(known, now, here=here, full=True, deleted={"u2": None})
    assert found.new == ["u9"]
    assert [(c.field, c.old, c.new) for c in found.changed["u1"]] == [("name", "System 1", "Andet navn")]
    assert found.removed == {"u2": "deleted", "u5": "missing"}
    assert (found.missed, found.back, found.unchanged) == (["u3"], ["u4"], ["u0"])


def test_a_later_run_misses_nobody() -> None:
    known = a_known(400)
    found = difference(known, told(known), here={"u1"}, full=False, deleted={})
    assert found.is_nothing


@pytest.mark.parametrize(
    ("here", "full", "deleted", "why"),
    [
        (0, True, 0, "empty"),
        (319, True, 0, "many"),
        (320, True, 0, ""),
        (0, False, 0, ""),
        (0, False, 81, "many"),
        (0, False, 80, ""),
    ],
)
def test_a_register_is_never_emptied_without_a_person(here: int, full: bool, deleted: int, why: str) -> None:
    known = a_known(400)
    seen = {f"u{n}" for n in range(here)}
    found = difference(known, told(known), here=seen, full=full, deleted={f"u{n}": None for n in range(deleted)})
    assert is_too_much(known, found, here=seen, full=full, percent=20) == why

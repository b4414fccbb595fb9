"""Contracts written by people: terms, payments, shares and the last day for notice, on their pages."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

import pytest
import time_machine

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.systems.actions import change_contract, create_contract, set_notice, set_shares, tie_system
from styrehjul.systems.models import Contract, Supplier, System
from styrehjul.systems.queries.contracts import contract_card, supplier_lines
from tests.meetings.pages import queries, text_of
from tests.portfolio.test_registers import send, signed
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


def a_contract(*systems: System, name: str = "Drift", **terms: object) -> Contract:
    return create_contract(
        terms={"name": name, "operation": 100_000, **terms}, supplier="Nordsoft",
        systems=[system.pk for system in systems], by=None, at=AT,
    )  # fmt: skip


def test_a_contract_is_written_and_put_right_on_its_page(town: Town) -> None:
    one, two = a_system("Et system"), a_system("Andet")
    anna = signed(town.anna)
    assert one.name in text_of(anna.get(f"/systemer/kontrakter/ny/?system={one.pk}"))
    said = {
        "name": "Drift af Et", "supplier": "Nordsoft A/S", "systems": [str(one.pk), str(two.pk)], "valid_to": "2029-05-31",
        "notice_months": "6", "notice_by": "EndOfCalendarYear", "operation": "1.200.001", "acquisition": "5.000",
    }  # fmt: skip
    answer = send(anna, "/systemer/kontrakter/ny/", **said)
    assert answer.status_code == 302, text_of(answer)
    contract = Contract.objects.get()
    page = text_of(anna.get(contract.get_absolute_url()))
    for words in (
        "Nordsoft A/S", "31. maj 2029", "1.200.001 kr.", "5.000 kr.", "31. december 2027", "Sådan er datoen regnet",
        "Vilkårene kan læses på to måder", "30. juni 2028", "600.001 kr.", "600.000 kr.", "anslået",
    ):  # fmt: skip
        assert words in page, words
    change = f"{contract.get_absolute_url()}ret/"
    assert send(anna, change, **said, version="1").status_code == 302
    assert Supplier.objects.count() == 1
    later = {**said, "valid_from": "2030-01-01", "version": str(Contract.objects.get().version)}
    assert "slutter, før den begynder" in text_of(send(anna, change, **later))
    fewer = {
        **said,
        "systems": [str(one.pk)],
        "supplier": "nordsoft a/s",
        "version": str(Contract.objects.get().version),
    }
    assert send(anna, change, **fewer).status_code == 302
    assert [share.system for share in contract.shares.all()] == [one]
    assert Supplier.objects.count() == 1, "the same supplier in other capitals is no new one"
    assert signed(town.olga).get(change).status_code == 403
    assert anna.get("/systemer/kontrakter/999999/").status_code == 404


def test_shares_make_a_hundred_or_are_refused(town: Town) -> None:
    one, two, three = (a_system(name) for name in ("A", "B", "C"))
    contract = a_contract(one, two, three)
    assert [amount for _s, _p, amount in contract_card(contract).shares] == [33_334, 33_333, 33_333]
    for wrong in (
        {one.pk: Decimal(50), two.pk: Decimal(50)},
        dict.fromkeys((one.pk, two.pk, three.pk), Decimal("33.33")),
    ):
        with pytest.raises(Refused) as stop:
            set_shares(contract, shares=wrong, by=None, at=AT)
        assert stop.value.code == "contract.shares"
    anna = signed(town.anna)
    address = f"{contract.get_absolute_url()}fordeling/"
    assert "ikke 100" in text_of(send(anna, address, **{f"s{one.pk}": "40", f"s{two.pk}": "59,99", f"s{three.pk}": ""}))
    answer = send(anna, address, **{f"s{one.pk}": "40", f"s{two.pk}": "60", f"s{three.pk}": ""})
    assert answer.status_code == 302, text_of(answer)
    page = text_of(anna.get(contract.get_absolute_url()))
    assert ("40.000 kr." in page, "60.000 kr." in page, "anslået" in page) == (True, True, False)
    change_contract(
        contract, terms={"name": "Drift"}, systems=[one.pk, two.pk, three.pk, a_system("Fire").pk], by=None, at=AT
    )
    assert "Fordelingen skal bekræftes" in text_of(anna.get(contract.get_absolute_url()))
    assert send(anna, address).status_code == 302
    assert "delt lige mellem systemerne" in text_of(anna.get(contract.get_absolute_url()))


def test_another_day_for_notice_has_its_reason(town: Town) -> None:
    contract = a_contract(valid_to=date(2029, 5, 31), notice_months=6)
    with pytest.raises(Refused) as stop:
        set_notice(contract, on=date(2028, 1, 1), reason=" ", by=None, at=AT)
    assert stop.value.code == "contract.notice_reason"
    anna = signed(town.anna)
    answer = send(anna, f"{contract.get_absolute_url()}opsigelse/", on="2028-01-01", reason="Aftalt med leverandøren")
    assert answer.status_code == 302
    page = text_of(anna.get(contract.get_absolute_url()))
    assert ("1. januar 2028" in page, "Aftalt med leverandøren" in page, "30. november 2028" in page) == (True,) * 3
    set_notice(contract, on=None, by=None, at=AT)
    assert (contract.notice_on_set, contract.notice_reason) == (None, "")


def test_what_kitos_owns_is_not_written_here_but_shares_and_notice_are_ours(town: Town) -> None:
    contract = a_contract(a_system("Et"), valid_to=date(2029, 5, 31))
    Contract.objects.filter(pk=contract.pk).update(source="kitos")
    with pytest.raises(Refused) as stop:
        change_contract(contract, terms={"name": "Ny"}, by=None, at=AT)
    assert stop.value.code == "contract.from_kitos"
    set_notice(contract, on=date(2028, 1, 1), reason="Aftalt", by=None, at=AT)
    page = signed(town.anna).get(contract.get_absolute_url()).content.decode()
    assert ("Ret kontrakt" in page, "Sæt en anden dato" in page) == (False, True)
    with pytest.raises(NotAllowed):
        set_notice(contract, on=None, by=town.olga, at=AT)


def test_the_lists_cost_the_same_for_any_number_and_suppliers_stand_by_what_is_paid(town: Town) -> None:
    a_contract(a_system("S1"), name="Et", valid_to=date(ON.year + 1, 1, 1))
    olga = signed(town.olga)
    addresses = ("/systemer/kontrakter/", "/systemer/leverandoerer/", Supplier.objects.get().get_absolute_url())
    first = [queries(olga, address) for address in addresses]
    for n in range(3):
        a_contract(a_system(f"System {n}"), name=f"K{n}", valid_to=date(ON.year + 5, 1, 1))
    create_contract(terms={"name": "Dyr", "operation": 9_000_000}, supplier="Ærlig", by=None, at=AT)
    create_contract(terms={"name": "Forbi", "valid_to": date(2020, 1, 1)}, supplier="Ærlig", by=None, at=AT)
    assert [queries(olga, address) for address in addresses] == first
    page = text_of(olga.get("/systemer/kontrakter/"))
    assert page.index("Et") < page.index("K0") < page.index("Dyr")
    assert "Forbi" not in page
    assert "Ikke fordelt" in page
    assert [(line.supplier.name, line.contracts, line.kroner) for line in supplier_lines(ON)] == [
        ("Ærlig", 1, 9_000_000), ("Nordsoft", 4, 400_000),
    ]  # fmt: skip
    loose = text_of(olga.get("/systemer/kontrakter/?mangler=system"))
    assert ("Dyr" in loose, "K0" in loose) == (True, False)
    assert "Ingen kontrakt passer" in text_of(olga.get("/systemer/kontrakter/?q=findes+ikke"))
    assert len(olga.get("/systemer/kontrakter/?format=json").json()["items"]) == 5


def test_tasks_and_what_a_system_draws_on_are_written_and_what_is_hit_is_shown(town: Town) -> None:
    one, two, three = (a_system(name) for name in ("Adgang", "Breve", "Citater"))
    anna = signed(town.anna)

    def tie(system: System, *on: System, tasks: str = "") -> int:
        address = f"{system.get_absolute_url()}forbindelser/"
        status: int = send(anna, address, tasks=tasks, draws_on=[str(other.pk) for other in on]).status_code
        return status

    assert tie(two, one, tasks="99.01.02\n Byggesager \nbyggesager") == 302
    assert tie(three, two, tasks="Byggesager") == 302
    assert tie(one, three) == 302
    page = text_of(anna.get(one.get_absolute_url()))
    assert "Hvad rammes, hvis det stopper" in page
    assert page.index("Breve") < page.index("Citater")
    assert "Opgaver, systemet løser Byggesager" in text_of(anna.get(three.get_absolute_url()))
    assert sorted(str(task) for task in two.tasks.all()) == ["99.01.02", "Byggesager"]
    assert tie(two) == 302
    assert not two.relations.exists()
    System.objects.filter(pk=two.pk).update(source="kitos")
    assert "kommer fra Kitos" in text_of(send(anna, f"{two.get_absolute_url()}forbindelser/", tasks="x"))


def test_the_task_map_shows_where_two_systems_do_the_same_and_where_none_does(town: Town) -> None:
    unit = town.anna.unit
    assert unit is not None
    one, two = (a_system(name, responsible_unit_id=unit.pk) for name in ("Et", "To"))
    for system in (one, two):
        tie_system(system, tasks=["Byggesager"], draws_on=[], by=None, at=AT)
    tie_system(a_system("Tre"), tasks=["Byggesager", "99.01"], draws_on=[], by=None, at=AT)
    gone = a_system("Væk")
    tie_system(gone, tasks=["Breve"], draws_on=[], by=None, at=AT)
    System.objects.filter(pk=gone.pk).update(lifecycle="not_in_use")
    olga = signed(town.olga)
    page = text_of(olga.get("/systemer/opgaver/"))
    for words in ("Overlap (1)", "Uden system (1)", "Et overlapper", "To overlapper", "99.01", "Intet system"):
        assert words in page, words
    assert "Tre overlapper" not in page
    only = text_of(olga.get("/systemer/opgaver/?vis=overlap"))
    assert ("Byggesager" in only, "99.01" in only) == (True, False)
    assert "Breve" in text_of(olga.get("/systemer/opgaver/?vis=mangler"))
    first = queries(olga, "/systemer/opgaver/")
    tie_system(a_system("Fire"), tasks=["Noget andet"], draws_on=[], by=None, at=AT)
    assert queries(olga, "/systemer/opgaver/") == first

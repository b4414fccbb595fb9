"""Contracts from a file with Kitos's own headings: all or none, again nothing, and what Kitos owns is left to Kitos."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Any

import pytest

from styrehjul.audit.models import Event
from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain import contracts
from styrehjul.imports.domain.cells import Unreadable
from styrehjul.imports.domain.lines import Plan
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import Refused
from styrehjul.people.domain.roles import Role
from styrehjul.systems.actions import create_system
from styrehjul.systems.models import Contract, PaymentLine, Supplier
from tests.imports.sheets import a_csv
from tests.making import a_municipality, a_person, a_unit, signed_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HEADINGS = [
    "IT Kontrakt", "Kontrakt ID", "Leverandør", "Gyldig fra", "Gyldig til", "Ansvarlig org. enhed", "IT Systemer",
    "Drift/år", "Anskaffelse", "Opsigelse (måneder)", "Genanskaffelsesplan", "Varighed", "Noget andet",
]  # fmt: skip
ROW = [
    "Drift", "K-1", "Nordsoft", "01-06-2019", "31-05-2027", "Skoler", "Journal, Post", "1.200.000", "450.000,50", "6",
    "2026 | Q3", "8 år og 0 måneder", "x",
]  # fmt: skip


def asked(*rows: Sequence[Any]) -> Asked:
    return Asked("contracts", "kontrakter.csv", a_csv(rows), by_person=False)


def fates(plan: Plan) -> list[str]:
    return [line.fate.value for line in plan.lines]


def test_a_list_of_contracts_is_read_as_it_is_and_again_is_nothing() -> None:
    unit = a_unit("Skoler")
    systems = [create_system(name=name, by=None, at=AT) for name in ("Journal", "Post")]
    plan = carry_out(asked(HEADINGS, ROW, ["Kun et navn", *[""] * 12]), by=None, at=AT)
    assert fates(plan) == ["create", "create"]
    assert ("Noget andet", "") in plan.columns
    contract = Contract.objects.get(contract_no="K-1")
    assert (contract.valid_from, contract.valid_to, contract.notice_months) == (date(2019, 6, 1), date(2027, 5, 31), 6)
    assert (contract.procurement_year, contract.procurement_quarter, contract.duration_years) == (2026, 3, 8)
    assert (contract.responsible_unit, contract.source, str(contract.supplier)) == (unit, "excel", "Nordsoft")
    assert [share.system for share in contract.shares.all()] == systems
    line = contract.payments.get()
    assert (line.operation, line.acquisition) == (1_200_000, 450_000)
    events = Event.objects.count()
    assert fates(carry_out(asked(HEADINGS, ROW, ["Kun et navn", *[""] * 12]), by=None, at=AT)) == ["unchanged"] * 2
    assert Event.objects.count() == events
    changed = [*ROW]
    changed[2], changed[7], changed[8] = "NORDSOFT", "1.300.000", ""
    plan = carry_out(asked(HEADINGS, changed), by=None, at=AT)
    assert (fates(plan), plan.absent) == (["update"], ("Kun et navn",))
    line.refresh_from_db()
    assert (line.operation, line.acquisition) == (1_300_000, 450_000), "an empty cell clears nothing"
    assert Supplier.objects.count() == 1


def test_what_cannot_be_read_is_named_and_nothing_is_written() -> None:
    create_system(name="Journal", by=None, at=AT)
    wrong = ["Drift", "", "", "01-06-2027", "01-01-2020", "Ukendt", "Jurnal", "mange", "", "snart", "engang", "", ""]
    plan = plan_of(asked(HEADINGS, ["God", *[""] * 12], wrong, ["", "K-9", *[""] * 11]), AT.date())
    assert fates(plan) == ["create", "error", "error"]
    assert sorted(error.path for error in plan.errors) == ["A4", "E3", "F3", "G3", "H3", "J3", "K3"]
    assert "Journal" in next(error.message for error in plan.errors if error.path == "G3"), "what it may have meant"
    with pytest.raises(Refused):
        carry_out(asked(HEADINGS, ["God", *[""] * 12], wrong), by=None, at=AT)
    assert not Contract.objects.exists()


def test_two_of_one_name_are_told_apart_by_number_and_kitos_owns_its_own() -> None:
    for number in ("K-1", "K-2", ""):
        Contract.objects.create(name="Drift", contract_no=number, created_at=AT, updated_at=AT)
    heads = ["Kontrakt", "Kontrakt ID", "Noter"]
    assert fates(plan_of(asked(heads, ["Drift", "K-2", "x"]), AT.date())) == ["update"]
    assert fates(plan_of(asked(heads, ["Drift", "", "x"]), AT.date())) == ["conflict"]
    Contract.objects.filter(contract_no="K-2").update(source="kitos")
    plan = plan_of(asked(heads, ["Drift", "K-2", "x"]), AT.date())
    assert (fates(plan), "kommer fra Kitos" in plan.errors[0].message) == (["conflict"], True)
    assert fates(plan_of(asked(heads, ["Drift", "K-2", ""]), AT.date())) == ["unchanged"]
    assert fates(plan_of(asked(heads, ["Ny", "1", ""], ["ny", "1", ""]), AT.date())) == ["create", "duplicate"]


def test_several_payment_lines_are_left_to_where_they_came_from() -> None:
    contract = Contract.objects.create(name="Drift", created_at=AT, updated_at=AT)
    PaymentLine.objects.bulk_create([PaymentLine(contract=contract, operation=5) for _n in range(2)])
    heads = ["Kontrakt", "Drift/år"]
    assert fates(plan_of(asked(heads, ["Drift", "99"]), AT.date())) == ["unchanged"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("3. kvartal 2027", (2027, 3)), ("Q3 2027", (2027, 3)), ("2027 | Q1", (2027, 1)), ("2027", (2027, None))],
)
def test_when_it_is_bought_anew(text: str, found: tuple[int, int | None]) -> None:
    told = contracts._plan(text)
    assert (told["procurement_year"], told.get("procurement_quarter")) == found
    with pytest.raises(Unreadable):
        contracts._plan("snart")


def test_on_the_page() -> None:
    a_municipality()
    admin = signed_in(a_person("Ulla Administrator", role=Role.ADMINISTRATOR))
    assert "Læs kontrakter ind" in admin.get("/start/import/").content.decode()
    assert admin.get("/start/import/kontrakter/").status_code == 200
    assert signed_in(a_person("En Anden")).get("/start/import/kontrakter/").status_code == 403

"""Systems from a file with Kitos's own headings, and the list out again without a difference."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from styrehjul.imports.actions import carry_out
from styrehjul.imports.domain import systems
from styrehjul.imports.domain.lines import Fate, Plan
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import Refused
from styrehjul.people.domain.roles import Role
from styrehjul.systems.actions import create_system
from styrehjul.systems.models import System
from tests.imports.sheets import a_csv, a_workbook
from tests.making import a_municipality, a_person, a_unit, signed_in

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
HEADINGS = ["IT System", "Ansv. organisationsenhed", "Systemejer"]


def asked(*rows: Sequence[Any], name: str = "systemer.csv") -> Asked:
    data = a_csv(rows) if name.endswith("csv") else a_workbook(Systemer=rows)
    return Asked("systems", name, data, by_person=False)


def fates(plan: Plan) -> list[str]:
    return [line.fate.value for line in plan.lines]


def test_a_list_out_of_kitos_is_read_as_it_is_and_again_is_nothing() -> None:
    unit, anna = a_unit("Sundhed og Omsorg"), a_person("Anna Eksempel")
    file = asked(HEADINGS, ["Omsorgsjournal", "Sundhed og Omsorg", "Anna Eksempel"], ["Vagtplan", "", ""])
    assert fates(carry_out(file, by=None, at=AT)) == ["create", "create"]
    system = System.objects.get(name="Omsorgsjournal")
    assert (system.responsible_unit_id, system.owner_id, system.version) == (unit.pk, anna.pk, 1)
    assert fates(carry_out(file, by=None, at=AT)) == ["unchanged", "unchanged"]
    again = asked(["System name", "Owner", "Ukendt kolonne"], ["vagtplan", "Anna Eksempel", "x"], name="a.xlsx")
    plan = carry_out(again, by=None, at=AT)
    assert fates(plan) == ["update"]
    assert plan.absent == ("Omsorgsjournal",)
    assert ("Ukendt kolonne", "") in plan.columns
    system.refresh_from_db()
    assert system.owner_id == anna.pk, "absent systems are listed, never taken away"


def test_an_empty_cell_clears_nothing() -> None:
    unit = a_unit("Skoler")
    create_system(name="Skoleweb", responsible_unit_id=unit.pk, by=None, at=AT)
    plan = carry_out(asked(HEADINGS, ["Skoleweb", "", ""]), by=None, at=AT)
    assert fates(plan) == ["unchanged"]


def test_what_cannot_be_read_is_named_with_its_cell_and_nothing_is_written() -> None:
    file = asked(
        [*HEADINGS, "Ibrugtagningsdato", "Antal brugere"],
        ["Godt system", "", "", "", ""],
        ["", "Skoler", "", "", ""],
        ["Ét", "Findes ikke", "Ingen", "31-02-2020", "mange"],
    )
    plan = plan_of(file, AT.date())
    assert fates(plan) == ["create", "error", "error"]
    assert [error.path for error in plan.errors] == ["B3", "A3", "D4", "B4", "C4", "E4"]
    with pytest.raises(Refused):
        carry_out(file, by=None, at=AT)
    assert not System.objects.exists()


@pytest.mark.parametrize(
    "rows",
    [
        (["IT System", "CPR-nr."], ["Et system", ""]),
        (["IT System", "Personnummer"], ["Et system", "x"]),
        (["IT System", "Noter"], ["Et system", "Ring til 010170-1234"]),
    ],
)
def test_cpr_numbers_are_stopped_at_the_door_and_never_repeated(rows: tuple[list[str], ...]) -> None:
    with pytest.raises(Refused) as stop:
        plan_of(asked(*rows), AT.date())
    assert stop.value.code == "import.cpr"
    assert "1234" not in str(stop.value.facts)
    assert stop.value.facts["place"] in ("B2", "Kolonnen “CPR-nr.”", "Kolonnen “Personnummer”")


def test_two_systems_that_a_row_may_be_are_for_a_person() -> None:
    create_system(name="Portal", by=None, at=AT)
    System.objects.create(name="portal", created_at=AT, updated_at=AT)
    plan = plan_of(asked(HEADINGS, ["Portal", "", ""]), AT.date())
    assert fates(plan) == ["conflict"]
    assert "kan være flere systemer" in plan.errors[0].message
    twice = plan_of(asked(HEADINGS, ["Ny", "", ""], ["ny", "", ""]), AT.date())
    assert fates(twice) == ["create", "duplicate"]


def test_what_kitos_owns_is_put_right_in_kitos() -> None:
    unit = a_unit("Skoler")
    system = create_system(name="Elevplan", by=None, at=AT)
    uuid = "1d3c7e1f-6a1b-4d6f-8c20-2b40f8e82001"
    System.objects.filter(pk=system.pk).update(source="kitos", kitos_usage_uuid=uuid, local_id="SYS-7")
    assert fates(plan_of(asked(HEADINGS, ["Elevplan", unit.name, ""]), AT.date())) == ["conflict"]
    a_person("Anna Eksempel")
    by_id = asked(["IT System", "Lokal System ID", "Systemejer"], ["Elevplan", "SYS-7", "Anna Eksempel"])
    assert fates(plan_of(by_id, AT.date())) == ["update"], "who owns it is ours"


@pytest.mark.parametrize(
    ("field", "told", "read"),
    [
        ("lifecycle", "I drift", {"lifecycle": "operational"}),
        ("lifecycle", "I drift siden 2019", {"lifecycle": "operational", "register_notes": "I drift siden 2019"}),
        ("lifecycle", "Udfaset", {"lifecycle": "not_in_use"}),
        ("lifecycle", "Noget andet", {"lifecycle": "unknown", "register_notes": "Noget andet"}),
        ("users", "100-499", {"users_from": 100, "users_to": 499}),
        ("users", ">500", {"users_from": 500, "users_to": None}),
        ("users", "250", {"users_from": 250, "users_to": 250}),
        ("hosting", "On-premise", {"hosting": "OnPremise"}),
        ("hosting", "På månen", {"hosting": "På månen"}),
        ("ai", "Ved ikke", {"ai": "DontKnow"}),
        ("risk_result", "Mellem risiko", {"risk_result": "Medium"}),
    ],
)
def test_values_as_kitos_writes_them(field: str, told: str, read: dict[str, Any]) -> None:
    around = systems.Around({}, {}, {}, {}, frozenset())
    assert systems._value(field, told, around) == read


def test_the_list_out_can_be_read_in_again_without_a_difference() -> None:
    a_municipality()
    unit, anna = a_unit("Sundhed og Omsorg"), a_person("Anna Eksempel", role=Role.ADMINISTRATOR)
    create_system(name="Ærø", owner_id=anna.pk, responsible_unit_id=unit.pk, by=None, at=AT)
    system = create_system(name="=Bøf", by=None, at=AT)
    System.objects.filter(pk=system.pk).update(
        source="kitos", lifecycle="operational", in_use_from="2019-06-01", users_from=100, users_to=499, hosting="External",
    )  # fmt: skip
    response = signed_in(anna).get("/systemer/systemer.xlsx")
    assert response.status_code == 200
    sheet = load_workbook(BytesIO(response.content)).worksheets[0]
    rows = {
        row[0]: dict(zip([c.value for c in sheet[1]], row, strict=True))
        for row in sheet.iter_rows(min_row=2, values_only=True)
    }
    kitos = next(row for name, row in rows.items() if "Bøf" in str(name))
    assert (kitos["Livscyklus"], kitos["Antal brugere"], kitos["IT systemet driftes"]) == (
        "I drift",
        "100-499",
        "Eksternt",
    )
    again = Asked("systems", "systemer.xlsx", response.content, by_person=False)
    assert {line.fate for line in plan_of(again, AT.date()).lines} == {Fate.UNCHANGED}


def test_the_shared_list_of_municipal_systems_loads_and_again_is_nothing() -> None:
    rows = [
        ["nr", "navn", "leverandoer", "ejer_forvalter", "fagomraade", "type", "beskrivelse", "status", "verificeret", "kilde"],
        ["1", "Aula", "Netcompany", "KOMBIT", "Børn og unge", "Fælleskommunal løsning", "Kommunikation", "I drift (skole 2019)", "ja", "x"],
        ["2", "SkoleIntra", "", "kommunen", "Børn og unge", "Fagsystem", "Tidligere", "Udfaset", "ja", "x"],
        ["3", "MoMo", "NETCOMPANY", "kommunen", "Børn og unge", "Læringsplatform", "Lanceret", "ukendt", "ja", "x"],
    ]  # fmt: skip
    assert fates(carry_out(asked(*rows), by=None, at=AT)) == ["create"] * 3
    aula, intra, momo = System.objects.order_by("pk")
    assert (aula.lifecycle, aula.register_notes) == ("operational", "I drift (skole 2019)")
    assert (intra.lifecycle, momo.lifecycle, aula.source) == ("not_in_use", "unknown", "excel")
    assert (aula.supplier, aula.business_type) == (momo.supplier, "Fælleskommunal løsning")
    assert [str(task) for task in momo.tasks.all()] == [str(task) for task in intra.tasks.all()] == ["Børn og unge"]
    assert fates(carry_out(asked(*rows), by=None, at=AT)) == ["unchanged"] * 3
    kle = asked(["IT System", "KLE ID", "Version"], ["Aula", "99.01.02, 99.01", "4.2"])
    assert fates(carry_out(kle, by=None, at=AT)) == ["update"]
    aula.refresh_from_db()
    assert ([task.number for task in aula.tasks.all()], aula.program_version) == (["99.01", "99.01.02"], "4.2")
    assert fates(carry_out(kle, by=None, at=AT)) == ["unchanged"]


def test_on_the_page(settings: Any) -> None:
    a_municipality()
    admin = signed_in(a_person("Ulla Administrator", role=Role.ADMINISTRATOR))
    assert "Læs systemer ind" in admin.get("/start/import/").content.decode()
    assert admin.get("/start/import/systemer/").status_code == 200
    assert signed_in(a_person("En Anden")).get("/start/import/systemer/").status_code == 403

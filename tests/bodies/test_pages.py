"""The pages about bodies, seats and rights, as each kind of person meets them."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.bodies.actions import end_holding, make_agreement, seat_person
from styrehjul.bodies.models import CoverageConsent, Delegation, SeatHolding
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import PostHolding
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
BODY = "/organisation/organer/styregruppe/"
GROUP = "/organisation/organer/programgruppe/"


def shown(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content[:2000]
    return " ".join(answer.content.decode().split())


@pytest.mark.parametrize(
    "address",
    [
        "/organisation/", BODY, GROUP, "/organisation/stillinger/", "/organisation/personer/", "/kommissorium/",
        "/kommissorium/udgaver/1/", "/rettigheder/", "/organisation/?pr=2026-01-01", f"{BODY}?pr=2027-02-01",
    ],
)  # fmt: skip
def test_every_employee_reads_and_changes_nothing(address: str) -> None:
    cast = making.a_cast()
    text = shown(making.signed_in(cast.olga), address)
    assert "/ret/" not in text
    assert "besaet" not in text


def test_signed_out_people_are_led_to_the_sign_in() -> None:
    making.a_cast()
    answer = Client().get("/organisation/")
    assert (answer.status_code, answer["Location"].startswith("/konto/log-ind/")) == (302, True)


def test_r01_two_bodies_with_purpose_and_tasks() -> None:
    cast = making.a_cast()
    text = shown(making.signed_in(cast.olga), "/organisation/")
    assert text.count('class="body-card"') == 2
    assert "Direktion og chefforum informeres vedrørende digitaliseringsindsatsen." in shown(
        making.signed_in(cast.olga), BODY
    )


def test_r04_too_few_and_too_many_chiefs() -> None:
    cast = making.a_cast()
    client = making.signed_in(cast.peter)
    assert "2 chefer fra velfærdsområdet" in shown(client, BODY)
    held = cast.steering.holdings.filter(seat_key="chef_velfaerd").first()
    assert held is not None
    end_holding(held, last_day=date(2027, 5, 1), by=cast.peter, at=making.NOW)
    assert "1 af 2 besat" in shown(client, BODY)
    for _ in range(2):
        seat_person(
            cast.steering, "chef_velfaerd", making.a_person(unit=cast.areas[0], is_leader=True), start=date(2027, 5, 2),
            by=cast.peter, at=making.NOW,
        )  # fmt: skip
    assert "3 af 2" in shown(client, BODY)
    assert "3 af 2" in shown(client, "/organisation/")


def test_r18_a_vacant_seat_says_since_when() -> None:
    cast = making.a_cast()
    held = cast.steering.holdings.get(seat_key="stabschef")
    client = making.signed_in(cast.peter)
    answer = client.post(f"/organisation/pladser/{held.pk}/afslut/", {"last_day": "2027-05-10"})
    assert answer.status_code == 302
    assert answer["Location"] == f"{held.person.get_absolute_url()}overdragelse/"
    assert "Ubesat siden 11. maj 2027" in shown(client, BODY)
    assert "Ubesat" not in shown(client, f"{BODY}?pr=2027-05-10")


def test_r03_a_second_holder_is_refused_with_the_dates() -> None:
    cast = making.a_cast()
    client = making.signed_in(cast.peter)
    answer = client.post(
        f"{BODY}plads/stabschef/besaet/", {"person": cast.olga.name, "start": "2027-06-01", "end": "2027-08-31"}
    )
    text = answer.content.decode()
    assert answer.status_code == 409
    assert "1. juni 2027" in text
    assert "31. august 2027" in text
    assert cast.olga.name in text
    assert not SeatHolding.objects.filter(person=cast.olga).exists()


def test_a_seat_is_filled_by_a_form() -> None:
    cast = making.a_cast()
    client = making.signed_in(cast.peter)
    new = making.a_person("Nikoline Dam", unit=cast.areas[0], is_leader=True)
    address = f"{BODY}plads/chef_velfaerd/besaet/"
    assert "velfærdsområdet" in shown(client, address)
    assert client.post(address, {"person": f"Nikoline Dam ({new.email})", "start": "2027-06-01"}).status_code == 302
    assert SeatHolding.objects.get(person=new).start == date(2027, 6, 1)
    assert client.post(address, {"person": "Ingen Kendt", "start": "2027-06-01"}).status_code == 422


def test_only_secretary_and_administrator_fill_seats() -> None:
    cast = making.a_cast()
    address = f"{BODY}plads/stabschef/besaet/"
    for person in (cast.peter, cast.ada):
        assert making.signed_in(person).get(address).status_code == 200
    for person in (cast.stine, cast.jonas, cast.olga):
        assert making.signed_in(person).get(address).status_code == 403


def test_r09_one_action_moves_the_post_and_its_seats() -> None:
    cast = making.a_cast()
    making.a_person("Ny Leder", unit=cast.digitalisation, is_leader=True)
    post = PostHolding.objects.get(person=cast.mette, end=None).post
    client = making.signed_in(cast.ada)
    answer = client.post(
        f"/organisation/stillinger/{post.pk}/indehaver/", {"person": "Ny Leder", "start": "2027-07-01"}
    )
    assert answer.status_code == 302
    for address in (BODY, GROUP):
        assert "Mette Lund" in shown(client, f"{address}?pr=2027-06-30")
        later = shown(client, f"{address}?pr=2027-07-01")
        assert "Ny Leder" in later
        assert "Mette Lund" not in later


def test_r11_a_new_area_is_at_once_a_seat_that_is_not_covered() -> None:
    cast = making.a_cast()
    client = making.signed_in(cast.ada)
    groups = list(cast.areas[0].groups.values_list("pk", flat=True))
    answer = client.post(
        "/organisation/enheder/ny/",
        {"name": "Sundhed", "kind": "department_area", "groups": groups, "start": "2027-05-19"},
    )
    assert answer.status_code == 302, answer.content
    text = shown(client, GROUP)
    assert "Sundhed" in text
    assert "ikke dækket" in text


def test_r12_r13_an_agreement_waits_for_the_head_and_then_covers() -> None:
    cast = making.a_cast()
    second = cast.programme.holdings.get(unit=cast.areas[1])
    end_holding(second, last_day=date(2027, 5, 1), by=cast.peter, at=making.NOW)
    secretary, head = making.signed_in(cast.peter), making.signed_in(cast.heads[1])
    answer = secretary.post(
        f"{GROUP}plads/{second.seat_key}/aftale/",
        {
            "representative": "Jonas Beck", "areas": [cast.areas[0].pk, cast.areas[1].pk], "start": "2027-05-19",
            "end": "2027-12-31",
        },
    )  # fmt: skip
    assert answer.status_code == 302, answer.content
    assert "Afventer samtykke" in shown(secretary, GROUP)
    consent = CoverageConsent.objects.get(area=cast.areas[1])
    assert making.signed_in(cast.olga).get(f"/organisation/samtykker/{consent.pk}/").status_code == 403
    assert head.post(f"/organisation/samtykker/{consent.pk}/", {"given": "1"}).status_code == 302
    text = shown(secretary, GROUP)
    assert "efter dækningsaftale" in text
    assert "ikke dækket" in shown(secretary, f"{GROUP}?pr=2028-01-01")


def test_r13_the_secretary_enters_a_consent_with_a_note() -> None:
    cast = making.a_cast()
    end_holding(cast.programme.holdings.get(unit=cast.areas[1]), last_day=date(2027, 5, 1), by=None, at=making.NOW)
    making_agreement = make_agreement(
        cast.programme, "repraesentant_fagchefomraade", cast.jonas, cast.areas[:2], start=making.TODAY, by=cast.peter,
        at=making.NOW,
    )  # fmt: skip
    consent = making_agreement.consents.get(area=cast.areas[1])
    client = making.signed_in(cast.peter)
    address = f"/organisation/samtykker/{consent.pk}/"
    assert client.post(address, {"given": "1", "note": ""}).status_code == 422
    assert client.post(address, {"given": "1", "note": "aftalt på chefmødet"}).status_code == 302
    text = shown(client, GROUP)
    assert "aftalt på chefmødet" in text
    assert "indført af Peter Friis" in text


def test_a_refused_consent_covers_nothing() -> None:
    cast = making.a_cast()
    end_holding(cast.programme.holdings.get(unit=cast.areas[1]), last_day=date(2027, 5, 1), by=None, at=making.NOW)
    agreement = make_agreement(
        cast.programme, "repraesentant_fagchefomraade", cast.jonas, cast.areas[:2], start=making.TODAY, by=cast.peter,
        at=making.NOW,
    )  # fmt: skip
    consent = agreement.consents.get(area=cast.areas[1])
    head = making.signed_in(cast.heads[1])
    assert head.post(f"/organisation/samtykker/{consent.pk}/", {"given": "0"}).status_code == 302
    assert "samtykke afvist" in shown(head, GROUP)
    assert "efter dækningsaftale" not in shown(head, GROUP)


def test_r08_a_stand_in_from_another_unit_shows() -> None:
    cast = making.a_cast()
    client = making.signed_in(cast.peter)
    answer = client.post(f"{BODY}stedfortraeder/", {"person": "Olga Krog", "start": "2027-05-20", "end": "2027-06-30"})
    assert answer.status_code == 302, answer.content
    assert "Olga Krog" in shown(client, BODY).split('id="afvigelser"')[1].split("</ul>")[0]
    delegation = Delegation.objects.get()
    assert client.post(f"/organisation/overdragelser/{delegation.pk}/slut/").status_code == 302
    assert not Delegation.objects.exists()


def test_only_the_chair_hands_over_the_chair() -> None:
    cast = making.a_cast()
    data = {"person": "Mette Lund", "start": "2027-05-20", "end": "2027-06-30", "may_lead": "on"}
    assert making.signed_in(cast.peter).post(f"{BODY}overdrag/", data).status_code == 403
    assert making.signed_in(cast.stine).post(f"{BODY}overdrag/", data).status_code == 302
    assert Delegation.objects.get().may_approve is False


def test_r16_a_person_shows_every_seat() -> None:
    cast = making.a_cast()
    text = shown(making.signed_in(cast.olga), cast.mette.get_absolute_url())
    assert text.count("Leder af Digitalisering") >= 2
    assert "Styregruppe" in text
    assert "Programgruppe" in text


def test_an_unset_right_says_so() -> None:
    cast = making.a_cast()
    text = shown(making.signed_in(cast.olga), "/rettigheder/")
    assert "Kompetencen er ikke fastsat" in text
    assert "Administrator sætter en ny udgave af kommissoriet i kraft." in text


def reads(client: Client, address: str) -> int:
    """How many reads the page costs when what it shares with the page before is known already."""
    client.get(address)
    with CaptureQueriesContext(connection) as captured:
        assert client.get(address).status_code == 200
    return len(captured)


@pytest.mark.parametrize("address", ["/organisation/", GROUP, "/organisation/personer/", "/organisation/stillinger/"])
def test_reads_do_not_grow_with_the_rows(address: str) -> None:
    cast = making.a_cast(areas=1)
    client = making.signed_in(cast.olga)
    before = reads(client, address)
    for number in range(3):
        area = making.a_unit(f"Nyt område {number}", group="fagchefomraader")
        seat_person(
            cast.programme, "repraesentant_fagchefomraade", making.a_person(unit=area), start=making.START, unit=area,
            function="superbruger", by=None, at=making.NOW,
        )  # fmt: skip
        making.a_person(role=Role.LOCAL_COORDINATOR, role_unit=area)
    assert reads(client, address) == before

"""R02-R17 as a person checks them on the running product, for Norddjurs: on the pages, with the pages' own forms."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest

from styrehjul.bodies.actions import change_post_holder, seat_person
from styrehjul.bodies.queries import composition_of
from styrehjul.meetings import actions
from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Post
from tests.house.world import ground
from tests.making import NOW, TODAY, Cast, a_cast, a_person, signed_in
from tests.meetings.pages import press, send, text_of
from tests.meetings.turn import MEETING_AT, a_running_turn, do

pytestmark = pytest.mark.django_db
SG, PG = "/organisation/organer/styregruppe/", "/organisation/organer/programgruppe/"
LATER = TODAY + timedelta(days=1)


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), ground(NOW):
        yield a_cast()


def test_r02_the_chairs_seat_has_its_title_and_another_post_is_a_deviation(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    assert "Chef for Borgerservice, IT og Digitalisering Præcis 1 · formand Stine Holm" in text_of(peter.get(SG))
    stranger = a_person("Vibeke Thor", unit=cast.areas[0], is_leader=True)
    seat = next(row.key for row in _seats(cast) if row.kind.value == "chair")
    chair = cast.steering.holdings.get(seat_key=seat)
    send(peter, f"/organisation/pladser/{chair.pk}/afslut/", last_day=TODAY.isoformat())
    done = send(
        peter, f"{SG}plads/{seat}/besaet/", person=f"{stranger.name} ({stranger.email})", start=LATER.isoformat()
    )
    assert done.status_code == 302, text_of(done)[:600]
    told = text_of(peter.get(f"{SG}?pr={LATER}"))
    assert re.search(
        r"Vibeke Thor[^.]*Chef for Borgerservice, IT og Digitalisering", told.split("Pladser og indehavere")[0]
    )


def _seats(cast: Cast) -> Any:
    from styrehjul.bodies.queries import rules_of

    return rules_of(cast.steering, TODAY).seats


def test_r05_the_common_area_is_named_and_another_area_is_a_deviation(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    assert "Chef fra fællesforvaltningsområdet Præcis 1 Chef3 Dam" in text_of(peter.get(SG))
    held = cast.steering.holdings.get(person=cast.heads[2])
    other = a_person("Bo Bak", unit=cast.areas[0], is_leader=True)
    send(peter, f"/organisation/pladser/{held.pk}/afslut/", last_day=TODAY.isoformat())
    done = send(peter, f"{SG}plads/{held.seat_key}/besaet/", person=f"Bo Bak ({other.email})", start=LATER.isoformat())
    assert done.status_code == 302
    told = text_of(peter.get(f"{SG}?pr={LATER}")).split("Pladser og indehavere")[0]
    assert "Bo Bak" in told
    assert "fællesforvaltningsområdet" in told


def test_r06_the_leader_of_digitalisation_is_the_same_link_on_both_pages(cast: Cast) -> None:
    olga, link = signed_in(cast.olga), f'href="{cast.mette.get_absolute_url()}"'
    steering, programme = olga.get(SG).content.decode(), olga.get(PG).content.decode()
    assert re.search(rf"Leder af Digitalisering.{{1,900}}{link}", steering, re.DOTALL)
    assert re.search(rf"Leder af Digitalisering.{{1,900}}{link}", programme, re.DOTALL)


def test_r07_a_member_who_is_no_leader_is_a_deviation_on_the_page(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    told = text_of(peter.get(SG))
    coverage = told.split("Dækning Hvor i organisationen")[1]
    for unit in ("Borgerservice, IT og Digitalisering", "Staben", *(area.name for area in cast.areas)):
        assert unit in coverage
    plain = a_person("Finn Fog", unit=cast.areas[1])
    seat = cast.steering.holdings.get(person=cast.heads[0]).seat_key
    do(seat_person, cast.steering, seat, plain, start=LATER, by=cast.peter, at=NOW)
    assert 'Finn Fog har pladsen "Chef fra velfærdsområdet", men er ikke leder.' in text_of(
        peter.get(f"{SG}?pr={LATER}")
    )


def test_r07_a_unit_without_a_member_reads_not_covered(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    done = send(
        peter, f"/organisation/pladser/{cast.steering.holdings.get(person=cast.heads[2]).pk}/afslut/", last_day=TODAY.isoformat()
    )  # fmt: skip
    assert done.status_code == 302
    coverage = text_of(peter.get(f"{SG}?pr={LATER}")).split("Dækning Hvor i organisationen")[1]
    assert "Økonomi og Løn ikke dækket" in coverage


@pytest.mark.parametrize("page", [SG, PG])
def test_r08_r15_the_secretary_stands_apart_and_comes_from_digitalisation(cast: Cast, page: str) -> None:
    peter = signed_in(cast.peter)
    told = text_of(peter.get(page))
    assert "Sekretær Ikke medlem; tæller ikke med i pladserne" in told
    body = cast.steering if page == SG else cast.programme
    held = body.holdings.get(person=cast.peter)
    send(peter, f"/organisation/pladser/{held.pk}/afslut/", last_day=TODAY.isoformat())
    ada = signed_in(cast.ada)
    done = send(
        ada, f"{page}plads/{held.seat_key}/besaet/", person=f"Olga Krog ({cast.olga.email})", start=LATER.isoformat()
    )
    assert done.status_code == 302
    assert "Olga Krog er sekretær og skal være medarbejder i Digitalisering" in text_of(ada.get(f"{page}?pr={LATER}"))


def test_r10_the_seat_of_the_staff_counts_among_the_vacant_ones(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    assert "Repræsentant fra Staben Præcis 1 Sofie Lind" in text_of(peter.get(PG))
    held = cast.programme.holdings.get(person__name="Sofie Lind")
    send(peter, f"/organisation/pladser/{held.pk}/afslut/", last_day="2027-05-18")
    told = text_of(peter.get(PG))
    assert "Repræsentant fra Staben" in told.split("Pladser og indehavere")[0]
    assert "Ubesat siden 19. maj 2027" in told


def test_r14_members_have_a_function_also_one_that_the_municipality_made(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    told = text_of(peter.get(PG))
    assert "Plads Indehaver Funktion Besat" in told
    held = cast.programme.holdings.get(person=cast.jonas)
    address = f"/organisation/pladser/{held.pk}/ret/"
    assert all(
        name in peter.get(address).content.decode()
        for name in ("projektleder", "it-ansvarlig", "superbruger", "koordinator")
    )
    press(peter, address, start=held.start.isoformat(), function="velfærdsteknolog")
    assert "velfærdsteknolog" in text_of(peter.get(PG))
    press(peter, address, start=held.start.isoformat(), function="")
    assert 'Jonas Beck ("Repræsentant for fagchefområde") mangler en funktion' in text_of(peter.get(PG))


def test_r16_two_seats_at_once_give_no_warning(cast: Cast) -> None:
    told = text_of(signed_in(cast.olga).get(cast.mette.get_absolute_url()))
    assert "Programgruppe Leder af Digitalisering Formand 1. januar 2027" in told
    assert "Styregruppe Leder af Digitalisering Medlem 1. januar 2027" in told
    for body in (cast.steering, cast.programme):
        found = composition_of(body, TODAY)
        assert found is not None
        assert found.sentences == []


def test_r17_minutes_show_those_who_were_there_after_a_member_was_replaced(cast: Cast) -> None:
    turn = a_running_turn(cast=cast)
    do(actions.record_decision, turn.item, outcome="approved", by=cast.peter, at=MEETING_AT)
    turn.ended()
    new = a_person("Tage Thy", unit=cast.staff, is_leader=True)
    post = Post.objects.get(title="Stabschef")
    do(
        change_post_holder,
        post,
        new,
        start=MEETING_AT.date() + timedelta(days=30),
        by=None,
        at=MEETING_AT + timedelta(days=30),
    )
    held = Meeting.objects.get(pk=turn.meeting.pk)
    stine = signed_in(cast.stine)
    minutes = text_of(stine.get(f"{held.get_absolute_url()}referat/"))
    assert "Sara Vind" in minutes
    assert "Tage Thy" not in minutes
    olga = signed_in(cast.olga)
    assert "Sara Vind" in text_of(olga.get(f"{SG}?pr=2027-06-09"))
    now = text_of(olga.get(f"{SG}?pr={date(2027, 7, 20)}"))
    assert "Tage Thy" in now
    assert "Sara Vind" not in now


def test_r04_r18_the_secretarys_front_page_tells_of_missing_and_vacant_seats(cast: Cast) -> None:
    peter = signed_in(cast.peter)
    chief = cast.steering.holdings.get(person=cast.heads[0])
    staff = cast.steering.holdings.get(seat_key="stabschef")
    for held in (chief, staff):
        send(peter, f"/organisation/pladser/{held.pk}/afslut/", last_day="2027-05-18")
    for address in (SG, "/", "/opgaver/"):
        told = text_of(peter.get(address))
        assert "1 af 2 besat" in told, address
        assert "ubesat siden 19. maj" in told.lower(), address
    assert "1 af 2 besat" not in text_of(signed_in(cast.olga).get("/"))


def test_r01_tasks_stand_as_a_list_beside_seats_secretary_and_meetings(cast: Cast) -> None:
    page = signed_in(cast.olga).get(PG).content.decode()
    tasks = page[page.index("Formål og opgaver") :]
    for task in (
        "Levere de nødvendige inputs til styregruppen og direktionen",
        "Udarbejde en årlig indsatsplan til godkendelse",
    ):
        assert re.search(rf"<li[^>]*>(\s|<[^>]+>)*{task}", tasks), task
    told = text_of(signed_in(cast.olga).get(PG))
    assert "Formand Mette Lund" in text_of(signed_in(cast.olga).get("/organisation/"))
    assert "Alle møder" in told

"""The front page, own tasks, search and the demo's door."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Person
from styrehjul.portfolio.actions import propose_project
from styrehjul.wheel.actions import roll_year
from tests.making import NOW, Cast, a_cast, a_person, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.fixture
def cast() -> Cast:
    found = a_cast()
    roll_year(2027, by=None, at=NOW)
    return found


def a_proposal(cast: Cast, title: str) -> None:
    propose_project(title=title, lead_area=cast.areas[0], purpose="Så borgerne kan selv", by=cast.mette, at=NOW)


def seen(person: Person, address: str) -> str:
    answer = signed_in(person).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


def test_an_empty_house_leads_to_the_first_steps() -> None:
    person = a_person("Ada")
    answer = signed_in(person).get("/")
    assert (answer.status_code, answer["Location"]) == (302, "/start/")


def test_each_role_sees_what_is_next_for_them_and_nothing_of_others(cast: Cast) -> None:
    a_proposal(cast, "Digital post på modtagerens sprog")
    secretary, employee = seen(cast.peter, "/opgaver/"), seen(cast.olga, "/")
    assert "Digital post på modtagerens sprog" in secretary
    assert "Sæt på styregruppens møde" in secretary
    assert "Du er ajour" in employee
    assert "Mine opgaver (0)" in employee


def test_the_front_page_costs_the_same_for_one_and_three_of_everything(cast: Cast) -> None:
    client = signed_in(cast.peter)

    def cost() -> int:
        client.get("/")
        with CaptureQueriesContext(connection) as queries:
            client.get("/")
        return len(queries)

    a_proposal(cast, "Første forslag")
    one = cost()
    for n in range(3):
        a_proposal(cast, f"Forslag {n}")
    assert cost() == one <= 15


def test_what_is_kept_between_requests_is_never_older_than_the_last_write(cast: Cast) -> None:
    client = signed_in(cast.peter)
    assert "Frisk forslag" not in client.get("/").content.decode()
    a_proposal(cast, "Frisk forslag")
    assert "Frisk forslag" in client.get("/").content.decode()


def test_search_finds_by_every_word_and_hides_what_may_not_be_seen(cast: Cast) -> None:
    from styrehjul.meetings.actions import add_item
    from styrehjul.meetings.models import Matter

    a_proposal(cast, "Digital post på modtagerens sprog")
    meeting = Meeting.objects.filter(body=cast.steering).earliest("starts_at")
    add_item(meeting, title="Fortroligt udbud", kind="decision", responsible=cast.mette, by=cast.peter, at=NOW)
    assert Matter.objects.filter(title="Fortroligt udbud").exists()
    assert "Digital post" in seen(cast.olga, "/soeg/?q=sprog+post")
    assert "Intet fundet" in seen(cast.olga, "/soeg/?q=sprog+findesikke")
    assert "Fortroligt udbud" in seen(cast.peter, "/soeg/?q=fortroligt")
    hidden = seen(cast.olga, "/soeg/?q=fortroligt")
    assert "Fortroligt udbud" not in hidden
    assert "Intet fundet" in hidden


@pytest.mark.parametrize("words", ['"', "*", "%", "_", "'; DROP TABLE", "<script>alert(1)</script>", "x" * 5000, ""])
def test_search_takes_whatever_is_typed(cast: Cast, words: str) -> None:
    answer = signed_in(cast.olga).get("/soeg/", {"q": words})
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()


@pytest.mark.parametrize("address", ["/systemer/", "/gevinster/", "/strategi/"])
def test_what_is_not_part_of_the_product_yet_says_so_and_where_to_go(cast: Cast, address: str) -> None:
    html = seen(cast.olga, address)
    assert "endnu" in html[html.index("<main") :]
    assert html.count("<h1") == 1


def test_signed_out_people_are_led_to_the_sign_in_and_back() -> None:
    answer = Client().get("/aarshjul/2027/")
    assert answer.status_code == 302
    assert "next=/aarshjul/2027/" in answer["Location"]


def test_the_demos_door_is_not_there_in_a_real_municipality(cast: Cast) -> None:
    for address in ("/demo/", "/demo/ind/", "/demo/post/"):
        assert signed_in(cast.olga).get(address).status_code == 404

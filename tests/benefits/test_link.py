"""The link in the mail: one field and one press by whoever is asked, for that measuring day and no other."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
import time_machine
from django.test import Client

from styrehjul.benefits import actions
from styrehjul.benefits.models import Benefit, Measurement
from styrehjul.benefits.queries.links import link_path
from styrehjul.people.models import Person
from tests.benefits.test_register import TARGET, a_benefit
from tests.portfolio.town import AT, Town, a_town, an_active

pytestmark = pytest.mark.django_db
SOON = AT.replace(month=8, day=25)


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    with time_machine.travel(SOON, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def benefit(town: Town) -> Benefit:
    return actions.accept_benefit(a_benefit(town, an_active(town)), by=town.jonas, at=AT)


def send(client: Client, path: str, value: str) -> Any:
    return client.post(path, {"value": value})


def test_one_field_and_one_press_without_signing_in(town: Town, benefit: Benefit, client: Client) -> None:
    path = link_path(benefit, town.jonas, TARGET)
    page = client.get(path).content.decode()
    assert "Hvad er tallet nu?" in page
    assert not Measurement.objects.exists(), "opening alone writes nothing"
    assert send(client, path, "10 dage").status_code == 302
    row = Measurement.objects.get()
    benefit.refresh_from_db()
    assert (row.value, row.by, benefit.state, benefit.measure_on) == (
        "10 dage", town.jonas, "under_way", date(2027, 11, 25),
    )  # fmt: skip
    assert [day.on for day in row.days.all()] == [TARGET]
    assert "Tak. 10 dage er skrevet ind." in client.get(path).content.decode()
    send(client, path, "3 dage")
    assert Measurement.objects.count() == 1


def test_what_cannot_be_read_is_asked_again(town: Town, benefit: Benefit, client: Client) -> None:
    path = link_path(benefit, town.jonas, TARGET)
    assert send(client, path, "").status_code == 422
    answer = send(client, path, "1.5 dage")
    assert (answer.status_code, "1.5 dage" in answer.content.decode()) == (409, True)
    assert not Measurement.objects.exists()


def test_it_belongs_to_whoever_is_asked_and_to_that_day(town: Town, benefit: Benefit, client: Client) -> None:
    path = link_path(benefit, town.jonas, TARGET)
    assert client.get("/maaling/opdigtet/").status_code == 404
    assert client.get(f"{path[:-2]}x/").status_code == 404
    assert client.get(link_path(benefit, town.jonas, date(2027, 12, 1))).status_code == 410
    assert send(client, link_path(benefit, town.mette, TARGET), "1 dage").status_code == 410
    actions.change_benefit(
        benefit, title=benefit.title, owner_id=town.stine.pk, baseline="12 dage", target="8 dage", measure_on=TARGET,
        by=town.mette, at=AT,
    )  # fmt: skip
    assert send(client, path, "1 dage").status_code == 410
    assert not Measurement.objects.exists()


def test_one_who_has_left_measures_nothing(town: Town, benefit: Benefit, client: Client) -> None:
    path = link_path(benefit, town.jonas, TARGET)
    Person.objects.filter(pk=town.jonas.pk).update(end=AT.date())
    assert send(client, path, "1 dage").status_code == 410
    assert not Measurement.objects.exists()

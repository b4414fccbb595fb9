"""Rows laid with those they belong to: the same as Django lays them, and not asked for anew while their table stands."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from django.db import connection
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext

from styrehjul.audit.current import CurrentDataMiddleware
from styrehjul.audit.laying import lay_above, lay_below
from styrehjul.audit.unit import record, run, store
from styrehjul.people.models import OrgUnit, Person
from tests.making import NOW, a_person, a_unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def places() -> None:
    run(lambda: record("begun", by=None, at=NOW))
    for name in ("Teknik", "Omsorg", "Ingen her"):
        a_unit(name)
    for name, unit in (("Ida", "Teknik"), ("Bo", "Teknik"), ("Eva", "Omsorg"), ("Per", "")):
        person = a_person(name)
        person.unit = OrgUnit.objects.filter(name=unit).first()
        run(partial(store, person, by=None, at=NOW, action="placed"))


def asked(work: Callable[[], object]) -> int:
    """The statements of one reading request, the one for the chain's head not counted."""

    def answer(request: HttpRequest) -> HttpResponse:
        work()
        return HttpResponse()

    with CaptureQueriesContext(connection) as queries:
        CurrentDataMiddleware(answer)(RequestFactory().get("/"))
    return len(queries) - 1


def laid() -> dict[str, list[str]]:
    units = list(OrgUnit.objects.order_by("name"))
    lay_below(units, "people")
    return {unit.name: [person.name for person in unit.people.all()] for unit in units}


def test_they_are_the_same_rows_in_the_same_order_as_django_lays() -> None:
    units = OrgUnit.objects.order_by("name").prefetch_related("people")
    assert laid() == {unit.name: [person.name for person in unit.people.all()] for unit in units}


def test_the_parents_changing_asks_for_the_parents_alone() -> None:
    assert asked(laid) == 2
    assert asked(laid) == 1
    unit = OrgUnit.objects.get(name="Teknik")
    unit.name = "Teknik og Miljø"
    run(lambda: store(unit, by=None, at=NOW, action="changed"))
    assert asked(laid) == 1
    person = Person.objects.get(name="Bo")
    person.name = "Bodil"
    run(lambda: store(person, by=None, at=NOW, action="changed"))
    assert asked(lambda: laid()["Teknik og Miljø"].index("Bodil")) == 2


def test_a_row_is_the_requests_own_and_knows_its_parent() -> None:
    def scribble() -> None:
        unit = OrgUnit.objects.get(name="Omsorg")
        (person,) = lay_below([unit], "people")
        assert person.unit is unit
        assert not person._state.adding
        assert person.name == "Eva"
        person.name = "Kun her"

    asked(scribble)
    asked(scribble)


def test_asking_more_of_them_asks_the_database_for_the_parents_own() -> None:
    unit = OrgUnit.objects.get(name="Teknik")
    lay_below([unit], "people")
    with CaptureQueriesContext(connection) as queries:
        assert [unit.people.count(), unit.people.exists(), len(unit.people.all())] == [2, True, 2]
    assert not queries
    assert {person.name for person in unit.people.exclude(name="Bo")} == {"Ida"}
    assert unit.people.filter(name="Eva").first() is None
    assert unit.people.on(NOW.date()).count() == 2
    assert unit.people.order_by("-name").first() == Person.objects.get(name="Ida")


def test_each_row_gets_the_one_it_points_to_and_none_where_there_is_none() -> None:
    people = list(Person.objects.order_by("name"))
    assert {unit.name for unit in lay_above(people, "unit")} == {"Teknik", "Omsorg"}
    with CaptureQueriesContext(connection) as queries:
        names = {person.name: person.unit.name if person.unit else "" for person in people}
    assert names == {"Ida": "Teknik", "Bo": "Teknik", "Eva": "Omsorg", "Per": ""}
    assert not queries
    assert lay_above([person for person in people if person.name == "Per"], "unit") == []
    assert lay_below([], "people") == []

"""What is kept between requests: it holds exactly as long as nothing it came from has been written."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest
from django.http import HttpRequest, HttpResponse
from django.template import Context, Template
from django.template.exceptions import TemplateSyntaxError
from django.test import RequestFactory

from styrehjul.audit import current
from styrehjul.audit.current import CurrentDataMiddleware, Shown, kept, note_clock, once
from styrehjul.audit.settled import is_settled
from styrehjul.audit.tables import tables_in, tables_of
from styrehjul.audit.unit import record, remove, run, store
from styrehjul.mail.models import OutboxMessage
from styrehjul.people.models import OrgUnit, Person, Post
from tests.making import NOW, a_person, a_unit

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def chained() -> None:
    run(lambda: record("begun", by=None, at=NOW))


def reading(work: Callable[[], object]) -> None:
    """Carry out the work as one reading request does."""

    def answer(request: HttpRequest) -> HttpResponse:
        work()
        return HttpResponse()

    CurrentDataMiddleware(answer)(RequestFactory().get("/"))


@contextmanager
def made_anew(
    count: int, name: str, make: Callable[[], object], *, of: tuple[Person, ...] | None = ()
) -> Iterator[None]:
    """Over two requests with the block between them, `make` is called `count` times."""
    calls: list[int] = []

    def counted() -> object:
        calls.append(1)
        return make()

    def ask() -> None:
        kept((name, id(calls)), counted, of=of)

    reading(ask)
    yield
    reading(ask)
    assert len(calls) == count


def names() -> tuple[str, ...]:
    return tuple(OrgUnit.objects.order_by("pk").values_list("name", flat=True))


def change(noun: OrgUnit | Person) -> None:
    noun.name += "!"
    run(lambda: store(noun, by=None, at=NOW, action="changed"))


def test_an_answer_holds_through_writes_elsewhere_and_falls_with_one_in_its_own_table() -> None:
    unit, person = a_unit("Teknik"), a_person("Ida")
    run(lambda: record("begun", by=None, at=NOW))
    with made_anew(1, "units", names):
        change(person)
    with made_anew(2, "units", names):
        change(unit)


def test_what_a_join_or_a_subquery_reads_counts() -> None:
    unit, person = a_unit("Teknik"), a_person("Ida")
    person.unit = unit
    run(lambda: store(person, by=None, at=NOW, action="placed"))
    with made_anew(2, "join", lambda: tuple(Person.objects.values_list("unit__name"))):
        change(unit)
    with made_anew(2, "subquery", lambda: Person.objects.filter(unit__in=OrgUnit.objects.filter(name="x")).count()):
        change(unit)


def test_rows_changed_or_removed_in_bulk_and_links_between_tables_count() -> None:
    unit = a_unit("Teknik")
    links = OrgUnit.groups.through.objects

    def in_bulk() -> None:
        OrgUnit.objects.filter(pk=unit.pk).update(name="Miljø")
        record("changed", by=None, at=NOW)

    def without_links() -> None:
        links.filter(orgunit=unit).delete()
        record("changed", by=None, at=NOW)

    with made_anew(2, "bulk", names):
        run(in_bulk)
    with made_anew(2, "links", links.count):
        run(without_links)
    with made_anew(2, "removed", names):
        run(lambda: remove(unit, by=None, at=NOW, action="removed"))


def test_what_the_request_read_before_counts_unless_it_is_said_to_be_rows_alone() -> None:
    unit, person = a_unit("Teknik"), a_person("Ida")
    seen: list[str] = []

    def ask() -> None:
        first = names()[0]
        kept("from outside", lambda: seen.append(first), of=None)
        kept("from a row", lambda: seen.append(person.name), of=(person,))

    reading(ask)
    change(unit)
    reading(ask)
    assert seen == ["Teknik", "Ida", "Teknik!"]
    change(person)
    reading(ask)
    assert seen[3:] == ["Ida!"]


def test_an_answer_made_of_others_falls_with_them() -> None:
    unit = a_unit("Teknik")
    with made_anew(2, "outer", lambda: kept("inner", names, of=())):
        change(unit)


def test_rows_that_could_fetch_more_by_themselves_hold_until_anything_is_written() -> None:
    unit, person = a_unit("Teknik"), a_person("Ida")
    person.unit = unit
    run(lambda: store(person, by=None, at=NOW, action="placed"))
    found: list[str] = []

    def ask() -> None:
        row = kept("lazy", lambda: Person.objects.get(pk=person.pk), of=())
        found.append(str(row.unit))  # its unit is laid with the kept row

    reading(ask)
    change(unit)
    reading(ask)
    assert found == ["Teknik", "Teknik!"]


def test_an_event_outside_the_door_drops_everything() -> None:
    a_unit("Teknik")
    with made_anew(2, "units", names):
        record("benchmark.write", by=None, at=NOW)


def test_work_that_was_undone_drops_nothing() -> None:
    unit = a_unit("Teknik")

    def fails() -> None:
        store(unit, by=None, at=NOW, action="changed")
        raise ValueError

    with made_anew(1, "units", names), pytest.raises(ValueError):
        run(fails)


def test_outside_a_reading_request_everything_is_asked_afresh() -> None:
    calls: list[int] = []
    for _ in range(2):
        kept("units", lambda: calls.append(1), of=())
    assert len(calls) == 2


def test_the_page_that_answers_a_form_takes_what_holds_and_what_its_own_work_wrote_is_new() -> None:
    unit, seen = a_unit("Teknik"), []

    def page() -> None:
        with current.reading(), current.reading():
            seen.append((kept("units", names, of=()), current.is_reading()))

    page()
    OrgUnit.objects.filter(pk=unit.pk).update(name="past the door")
    page()
    OrgUnit.objects.filter(pk=unit.pk).update(name="Teknik")
    change(unit)
    page()
    assert seen == [(("Teknik",), True), (("Teknik",), True), (("Teknik!",), True)]
    assert not current.is_reading()


def test_in_the_middle_of_work_nothing_is_taken_from_before() -> None:
    def work() -> None:
        with current.reading():
            assert not current.is_reading()

    run(work)


@pytest.mark.parametrize(
    "statement",
    [
        'SELECT "styrehjul_a"."id" FROM "styrehjul_a" INNER JOIN "styrehjul_b" ON (1) LEFT OUTER JOIN "styrehjul_a" T3 ON (1)',
        'DELETE FROM "styrehjul_a" WHERE "styrehjul_a"."id" IN (SELECT U0."id" FROM "styrehjul_b" U0)',
        'UPDATE "styrehjul_a" SET "x" = %s FROM styrehjul_b',
        'INSERT INTO "styrehjul_a" SELECT * FROM "styrehjul_b"',
    ],
)
def test_every_table_of_a_statement_is_found(statement: str) -> None:
    assert tables_in(statement) == {"styrehjul_a", "styrehjul_b"}


def test_a_row_stands_for_the_rows_it_has_with_it() -> None:
    person = a_person("Ida")
    person.unit = a_unit("Teknik")
    assert tables_of(person) >= {"styrehjul_person", "styrehjul_orgunit"}
    assert tables_of(a_unit("Vej")) == {"styrehjul_orgunit"}


@dataclass
class Pair:
    one: object
    other: object = None


def test_what_is_settled_cannot_fetch_anything() -> None:
    unit = a_unit("Teknik")
    post = Post(title="Chef", unit_id=unit.pk)
    assert is_settled([Pair(1, {"a": (NOW, None)}), Pair("x")])
    assert not is_settled(Pair(OrgUnit.objects.all()))
    assert not is_settled([lambda: 1])
    assert not is_settled([post])
    post.unit = unit
    assert is_settled([post]) is is_settled(unit)
    assert not is_settled(OrgUnit.objects.only("name").get(pk=unit.pk))


class TestKeep:
    def draw(self, body: str, values: object, **more: object) -> str:
        text = '{% load kept ui %}{% keep "piece" of=values %}' + body + "{% endkeep %}"
        return Template(text).render(Context({"values": values, **more}))

    def test_a_piece_sees_its_values_and_nothing_else_of_the_page(self) -> None:
        assert self.draw("{{ mine }}{{ secret }}", Shown(mine="a"), secret="b") == "a"

    def test_it_is_drawn_once_for_the_same_values(self) -> None:
        values = Shown(mine="a")
        assert self.draw("{{ mine }}", values) == "a"
        values["mine"] = "b"
        assert self.draw("{{ mine }}", values) == "a"
        assert self.draw("{{ mine }}", Shown(values)) == "b"

    def test_what_reads_while_it_is_drawn_is_drawn_each_time(self) -> None:
        unit = a_unit("Teknik")
        values = Shown(units=OrgUnit.objects.filter(pk=unit.pk))
        assert self.draw("{{ units.get.name }}", values) == "Teknik"
        change(unit)
        assert self.draw("{{ units.get.name }}", values) == "Teknik!"

    def test_a_form_stands_outside(self) -> None:
        with pytest.raises(AssertionError):
            self.draw('<input name="csrfmiddlewaretoken">', Shown())
        with pytest.raises(AssertionError):
            self.draw("", {})
        with pytest.raises(TemplateSyntaxError):
            Template('{% load kept %}{% keep "piece" %}{% endkeep %}')

    def test_ids_inside_are_not_those_of_the_page_around(self) -> None:
        drawn = Template(
            '{% load kept ui %}{% ui "panel" title="A" %}{% endui %}'
            '{% keep "piece" of=values %}{% ui "panel" title="B" %}{% endui %}{% endkeep %}{% ui "panel" title="C" %}{% endui %}'
        ).render(Context({"values": Shown()}))
        ids = [part.split('"')[0] for part in drawn.split(' id="')[1:]]
        assert len(ids) == len(set(ids)) == 3


def test_rows_are_asked_for_once_in_a_request_and_anew_in_the_next() -> None:
    unit = a_unit("Teknik")
    found: list[str] = []

    def ask() -> None:
        for _twice in range(2):
            found.append(once("row", lambda: OrgUnit.objects.get(pk=unit.pk)).name)
            OrgUnit.objects.filter(pk=unit.pk).update(name=f"Teknik {len(found)}")

    reading(ask)
    reading(ask)
    assert found == ["Teknik", "Teknik", "Teknik 2", "Teknik 2"]


def test_what_takes_a_row_asked_for_once_falls_with_its_table_also_when_it_was_not_the_one_to_ask() -> None:
    unit = a_unit("Teknik")
    calls: list[str] = []

    def name() -> str:
        calls.append("asked")
        return once("row", lambda: OrgUnit.objects.get(pk=unit.pk)).name

    def ask() -> None:
        for part in ("first", "second"):
            kept(part, name, of=())

    reading(ask)
    reading(ask)
    assert len(calls) == 2
    change(unit)
    reading(ask)
    assert len(calls) == 4


@pytest.mark.parametrize(("work", "after_two_minutes"), [(names, 1), (note_clock, 2), (OutboxMessage.objects.count, 2)])
def test_what_the_clock_or_the_worker_can_change_is_kept_a_minute_and_the_rest_longer(
    monkeypatch: pytest.MonkeyPatch, work: Callable[[], object], after_two_minutes: int
) -> None:
    a_unit("Teknik")
    began = time.monotonic()
    with made_anew(after_two_minutes, "time", work):
        monkeypatch.setattr(time, "monotonic", lambda: began + 120)
    monkeypatch.setattr(time, "monotonic", lambda: began)
    with made_anew(2, "time", work):
        monkeypatch.setattr(time, "monotonic", lambda: began + 3600)

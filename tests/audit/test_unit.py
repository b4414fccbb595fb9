"""The door of every write: a form is carried out once, and a locked database is asked again."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.core.exceptions import ValidationError
from django.db import OperationalError, connection
from django.test.utils import CaptureQueriesContext

from styrehjul.audit.current import kept
from styrehjul.audit.models import IdempotencyKey
from styrehjul.audit.unit import TRIES, Key, Repeated, run, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import OrgUnit, Person, UnitGroup
from tests.making import a_person, a_unit

pytestmark = pytest.mark.django_db
AT = datetime(2027, 5, 19, 8, tzinfo=UTC)


def a_group(code: str) -> UnitGroup:
    group = UnitGroup(code=code, name=code)
    store(group, by=None, at=AT, action="unitgroup.create")
    return group


def a_key(**changes: object) -> Key:
    values: dict[str, object] = {"key": uuid4(), "person_id": "p", "route": "/x/", "body": {"name": ["a"]}, "at": AT}
    return Key(**{**values, **changes})  # type: ignore[arg-type]  # the values fit field by field


def test_the_same_form_twice_is_done_once_and_answered_alike() -> None:
    key = a_key()
    run(lambda: a_group("en"), key=key, answer=lambda group: f"/enheder/{group.code}/")
    with pytest.raises(Repeated) as again:
        run(lambda: a_group("to"), key=key)
    assert again.value.answer == "/enheder/en/"
    assert list(UnitGroup.objects.values_list("code", flat=True)) == ["en"]


@pytest.mark.parametrize("change", [{"body": {"name": ["b"]}}, {"route": "/y/"}, {"person_id": "q"}])
def test_a_key_that_comes_back_with_something_else_is_refused(change: dict[str, object]) -> None:
    key = a_key()
    run(lambda: a_group("en"), key=key)
    with pytest.raises(Refused) as refused:
        run(lambda: a_group("to"), key=a_key(key=key.key, **change))
    assert refused.value.code == "key.reused"


def test_work_that_fails_leaves_no_key_behind_so_that_it_can_be_tried_again() -> None:
    key = a_key()

    def fails() -> None:
        a_group("halv")
        raise Refused("reason.needed")

    with pytest.raises(Refused):
        run(fails, key=key)
    assert not IdempotencyKey.objects.exists()
    assert not UnitGroup.objects.exists()
    run(lambda: a_group("hel"), key=key)
    assert UnitGroup.objects.get().code == "hel"


def test_a_locked_database_is_asked_again_and_then_said_to_be_busy() -> None:
    tries: list[int] = []

    def locked_twice() -> str:
        tries.append(1)
        if len(tries) < 3:
            raise OperationalError("database is locked")
        return "gemt"

    assert run(locked_twice) == "gemt"
    tries.clear()

    def always_locked() -> None:
        tries.append(1)
        raise OperationalError("database is locked")

    with pytest.raises(Refused) as refused:
        run(always_locked)
    assert refused.value.code == "busy"
    assert len(tries) == TRIES


def test_another_fault_of_the_database_is_not_hidden() -> None:
    def broken() -> None:
        raise OperationalError("no such table: styrehjul_person")

    with pytest.raises(OperationalError, match="no such table"):
        run(broken)


def test_what_a_noun_points_to_is_looked_for_when_it_is_new_and_not_at_every_save() -> None:
    unit, person = a_unit("Teknik"), a_person("Ida")
    person.unit = unit
    run(lambda: store(person, by=None, at=AT, action="placed"))
    person.title = "Chef"
    with CaptureQueriesContext(connection) as queries:
        run(lambda: store(person, by=None, at=AT, action="titled"))
    assert not [q for q in queries if "styrehjul_orgunit" in q["sql"]]
    person.unit_id = unit.pk + 1000
    with pytest.raises(ValidationError, match="unit"):
        run(lambda: store(person, by=None, at=AT, action="lost"))
    assert Person.objects.get(pk=person.pk).unit == unit


def test_work_goes_by_what_seldom_changes_as_it_read_it_first_until_it_writes_there_itself() -> None:
    unit, found = a_unit("Teknik"), list[object]()

    def names() -> tuple[str, ...]:
        return tuple(OrgUnit.objects.values_list("name", flat=True))

    def look() -> None:
        found.append((kept("seldom", names, of=(), seldom=True), kept("else", names, of=())))

    def work() -> None:
        look()
        with CaptureQueriesContext(connection) as queries:
            look()
        assert len(queries) == 1  # what is not said to change seldom is read each time
        a_group("en")
        look()
        unit.name = "Miljø"
        store(unit, by=None, at=AT, action="renamed")
        look()

    run(work)
    before, after = (("Teknik",),) * 2, (("Miljø",),) * 2
    assert found == [before, before, before, after]
    run(look)
    assert found[-1] == after

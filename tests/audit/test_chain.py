"""The audit chain: whatever is changed, removed or cut off is found; the database itself refuses to change it."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, connection, transaction

from styrehjul.audit.chain import ROOT, canonical, head_hash, verify
from styrehjul.audit.models import ChainHead, Event, PersonalPart
from styrehjul.audit.unit import record, run
from tests.making import a_person, a_unit

pytestmark = pytest.mark.django_db
AT = datetime(2027, 5, 19, 8, 0, 0, 123456, tzinfo=UTC)


def some_events(count: int = 4) -> None:
    for number in range(count):
        record("test.happened", by=None, at=AT, changes={"number": number}, personal={"name": f"Åse {number}"})


def without_triggers(statement: str) -> None:
    """What somebody with the database in hand could do."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            for verb in ("update", "delete"):
                cursor.execute(f"DROP TRIGGER IF EXISTS styrehjul_event_no_{verb}")
        else:
            cursor.execute("ALTER TABLE styrehjul_event DISABLE TRIGGER USER")
        cursor.execute(statement)


def test_a_chain_that_nobody_touched_holds() -> None:
    some_events()
    verdict = verify()
    assert (verdict.bad_seq, verdict.events) == (None, 4)
    assert verdict.head == head_hash() != ROOT


@pytest.mark.parametrize(
    ("statement", "bad"),
    [
        ("UPDATE styrehjul_event SET action = 'test.other' WHERE seq = 2", 2),
        ("UPDATE styrehjul_event SET at = '2027-05-19 08:00:01+00:00' WHERE seq = 3", 3),
        ("DELETE FROM styrehjul_event WHERE seq = 3", 3),
        ("DELETE FROM styrehjul_event WHERE seq = 1", 1),
        ("DELETE FROM styrehjul_event WHERE seq = 4", 4),
    ],
)
def test_the_first_bad_row_is_named(statement: str, bad: int) -> None:
    some_events()
    without_triggers(statement)
    assert verify().bad_seq == bad


def test_a_chain_recomputed_from_the_cut_is_betrayed_by_its_anchor() -> None:
    some_events()
    anchor = head_hash()
    without_triggers("DELETE FROM styrehjul_event WHERE seq >= 3")
    last = Event.objects.get(seq=2)
    ChainHead.objects.update(seq=2, hash=last.hash)
    assert verify().bad_seq is None, "a chain cannot see that its tail was cut off"
    assert verify(anchor).anchor_found is False


@pytest.mark.parametrize("statement", ["UPDATE styrehjul_event SET action = 'x'", "DELETE FROM styrehjul_event"])
def test_the_database_refuses_to_change_an_event(statement: str) -> None:
    some_events(1)
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_a_personal_part_can_be_erased_but_not_changed() -> None:
    some_events()
    part = PersonalPart.objects.get(pk=2)
    part.content = {"name": "En anden"}
    part.save()
    assert verify().bad_seq == 2
    part.content, part.erased_at, part.erased_because = None, AT, "Indsigelse"
    part.save()
    assert verify().bad_seq is None


def test_events_of_one_entry_are_chained_in_their_order_or_not_at_all() -> None:
    def work() -> None:
        record("first", by=None, at=AT)
        assert not Event.objects.exists(), "the chain is locked only at the end"
        record("second", by=None, at=AT)

    run(work)
    assert list(Event.objects.values_list("seq", "action")) == [(1, "first"), (2, "second")]

    def broken() -> None:
        record("third", by=None, at=AT)
        raise ValueError("halfway")

    with pytest.raises(ValueError, match="halfway"):
        run(broken)
    assert Event.objects.count() == 2


def test_canonical_json_is_the_same_whatever_the_order_and_the_kind_of_number() -> None:
    one = canonical({"b": Decimal("1.50"), "a": AT, "å": "æ"})
    assert one == canonical({"å": "æ", "a": AT, "b": Decimal("1.50")})
    assert one == '{"a":"2027-05-19T08:00:00.123456Z","b":"1.50","å":"æ"}'


def test_a_save_tells_what_changed_from_what_to_what() -> None:
    unit = a_unit("Plan")
    from styrehjul.audit.unit import store

    unit.name = "Plan og Byg"
    store(unit, by=a_person("Peter"), at=AT, action="orgunit.change", reason="Sammenlagt")
    event = Event.objects.filter(action="orgunit.change").last()
    assert event is not None
    assert event.changes == {"name": ["Plan", "Plan og Byg"], "begrundelse": "Sammenlagt"}
    assert event.object_version == 2 == unit.version
    assert unit.history.first().history_user.name == "Peter"

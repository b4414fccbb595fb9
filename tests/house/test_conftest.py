"""The ground the tests stand on: rows that may never go do go between tests, and only then."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.cache import cache
from django.db import DatabaseError, connection, transaction

from styrehjul.audit.models import Event


def an_event() -> Event:
    return Event.objects.create(
        seq=1, at=datetime(2027, 5, 19, tzinfo=UTC), action="tested", prev_hash="0" * 64, hash="1" * 64
    )


@pytest.mark.parametrize("turn", [1, 2])
def test_a_row_that_is_never_removed_is_gone_in_the_next_test(transactional_db: None, turn: int) -> None:
    assert not Event.objects.exists()
    assert cache.get("left") is None
    an_event()
    cache.set("left", turn)


def test_outside_that_the_database_still_refuses(transactional_db: None) -> None:
    event = an_event()
    for statement in ("UPDATE styrehjul_event SET action = 'forged'", "DELETE FROM styrehjul_event"):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    assert Event.objects.get().action == event.action

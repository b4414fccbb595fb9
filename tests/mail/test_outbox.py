"""Promises of mail: one row for one promise."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from django.db import IntegrityError, transaction

from styrehjul.documents.calendar import Method
from styrehjul.kernel.refusal import Refused
from styrehjul.mail import tasks
from styrehjul.mail.domain import MOST_ATTEMPTS, OUTBOX, Move, State, message_id, next_try
from styrehjul.mail.models import OutboxMessage
from tests.mail.making import STINE, a_message, an_invitation

pytestmark = pytest.mark.django_db


def test_the_same_promise_is_one_row(now: datetime) -> None:
    first = a_message(now)
    again = a_message(now + timedelta(hours=1), subject="Noget andet")

    assert again.pk == first.pk
    assert OutboxMessage.objects.get().subject == "Dagsorden: Styregruppen 9. juni 2027"


def test_the_message_id_follows_the_key(now: datetime) -> None:
    assert a_message(now).message_id == message_id(f"dagsorden/1/1/{STINE}", "127.0.0.1")
    assert a_message(now, key="dagsorden/1/2").message_id != message_id(f"dagsorden/1/1/{STINE}", "127.0.0.1")


def test_a_promise_falls_with_the_change_it_tells_of(now: datetime) -> None:
    with transaction.atomic():
        a_message(now)
        transaction.set_rollback(True)

    assert not OutboxMessage.objects.exists()


@pytest.mark.parametrize("address", ["", "stine", "stine@", "a@b.dk\nBcc: ond@x.dk", "@x.dk", "a b@x.dk", "stine@.dk"])
def test_who_cannot_be_written_to_is_refused(address: str, now: datetime) -> None:
    with pytest.raises(Refused) as refusal:
        a_message(now, address, key="k")

    assert refusal.value.code == "mail.no_address"
    assert refusal.value.facts["name"] == "Stine Holm"


def test_a_danish_domain_is_written_as_mail_servers_take_it(now: datetime) -> None:
    assert a_message(now, "stine@rådhuset.dk").recipient == "stine@xn--rdhuset-exa.dk"


def test_headers_are_one_line(now: datetime) -> None:
    row = a_message(now, subject="Dagsorden\r\nBcc: ond@x.dk", recipient_name="Stine\nHolm", reply_to="a@x.dk\r\nX: y")

    assert (row.subject, row.recipient_name, row.reply_to) == ("Dagsorden Bcc: ond@x.dk", "Stine Holm", "a@x.dk X: y")


def test_changes_within_a_minute_are_one_mail_with_the_last_in_it(now: datetime) -> None:
    first = an_invitation(now, sequence=0)
    last = an_invitation(now + timedelta(seconds=40), sequence=1)
    row = OutboxMessage.objects.get()

    assert (first.pk, row.key) == (last.pk, f"indkaldelse/1/1/{STINE}")
    assert "SEQUENCE:1" in row.calendar
    assert row.next_try == now + timedelta(minutes=1)
    assert row.message_id == message_id(row.key, "127.0.0.1")


def test_another_person_or_meeting_or_kind_is_not_bundled(now: datetime) -> None:
    an_invitation(now)
    an_invitation(now, key="2", subject_uuid="2")
    a_message(now, key="3", bundle=True)

    assert OutboxMessage.objects.count() == 3


def test_a_cancellation_replaces_what_waits_and_does_not_wait(now: datetime) -> None:
    an_invitation(now, sequence=0)
    an_invitation(now + timedelta(seconds=5), sequence=1, method=Method.CANCEL)
    row = OutboxMessage.objects.get()

    assert (row.calendar_method, row.next_try) == ("CANCEL", now + timedelta(seconds=5))


def test_what_has_been_begun_is_not_replaced(now: datetime) -> None:
    first = an_invitation(now, sequence=0)
    assert tasks.claim(first, now + timedelta(minutes=1))
    an_invitation(now + timedelta(minutes=1), sequence=1)

    assert OutboxMessage.objects.count() == 2


def test_only_one_worker_gets_a_row(now: datetime) -> None:
    row = a_message(now)

    assert [tasks.claim(row, now), tasks.claim(row, now)] == [True, False]
    assert OutboxMessage.objects.get().attempts == 1


def test_the_database_knows_the_states(now: datetime) -> None:
    row = a_message(now)
    with pytest.raises(IntegrityError), transaction.atomic():
        OutboxMessage.objects.filter(pk=row.pk).update(state="måske")


def test_it_is_tried_for_a_day(now: datetime) -> None:
    moment, tried = now, [now]
    for attempts in range(1, 100):
        then = next_try(attempts, moment)
        if then is None:
            break
        moment = then
        tried.append(moment)

    waits = [int((b - a).total_seconds() // 60) for a, b in pairwise(tried)]
    assert waits == [1, 5, 15] + [60] * (MOST_ATTEMPTS - 4)
    assert timedelta(hours=23) < tried[-1] - now <= timedelta(hours=24)


def test_every_move_is_from_somewhere_and_nothing_leaves_sent() -> None:
    assert {event for _, event in OUTBOX.moves} == set(Move)
    assert State.SENT not in {state for state, _ in OUTBOX.moves}

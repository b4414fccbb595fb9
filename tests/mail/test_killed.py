"""The worker is killed for good, in a process of its own, at each place where it can be.

What the server has may be there twice, but never under another Message-ID; and no mail disappears without a word.
"""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.db import connections
from pytest_django.fixtures import Settings

from styrehjul.mail import actions, sending, tasks
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.tasks import DIED_AFTER, run_once
from tests.mail.making import STINE, a_message
from tests.mail.sink import Sink, listening
from tests.races.together import together, winners

pytestmark = pytest.mark.django_db(transaction=True)
JONAS = "jonas@norddjurs.example"


@pytest.fixture
def sink(settings: Settings, tmp_path: Path) -> Iterator[Sink]:
    settings.MEDIA_ROOT = tmp_path
    settings.DEMO = False
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_USE_TLS = settings.EMAIL_USE_SSL = False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    with listening() as found:
        settings.EMAIL_PORT = found.port
        yield found


def die(*_: object, **__: object) -> None:
    """As a power cut: no clearing up, nothing is written."""
    os.kill(os.getpid(), signal.SIGKILL)


def a_worker_that_dies(where: Callable[[pytest.MonkeyPatch], None], at: datetime) -> None:
    """One turn at the outbox in a process of its own, killed where it is told."""
    connections.close_all()
    child = os.fork()
    if child == 0:
        try:
            with pytest.MonkeyPatch.context() as patch:
                where(patch)
                run_once(at)
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status), "the worker was to be killed and lived"


def before_the_claim(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tasks, "claim", die)


def between_claim_and_server(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tasks, "build", die)


def between_server_and_mail(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(sending.Server, "_hand_over", die)


def between_data_and_commit(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(tasks, "_mark", die)


PLACES: dict[Callable[[pytest.MonkeyPatch], None], tuple[str, int]] = {
    before_the_claim: ("pending", 0), between_claim_and_server: ("sending", 0), between_server_and_mail: ("sending", 0),
    between_data_and_commit: ("sending", 1),
}  # fmt: skip


@pytest.mark.parametrize("where", PLACES, ids=lambda where: where.__name__)
def test_killed_anywhere_nothing_is_lost_in_silence_and_nothing_is_doubled_under_another_name(
    where: Callable[[pytest.MonkeyPatch], None], sink: Sink, now: datetime
) -> None:
    row = a_message(now)
    state, arrived = PLACES[where]
    a_worker_that_dies(where, now)

    assert (OutboxMessage.objects.get().state, len(sink.received)) == (state, arrived)
    later = now + DIED_AFTER + timedelta(seconds=1)
    run_once(later)
    found = OutboxMessage.objects.get()
    if state == "pending":
        # Nobody had begun: it is sent as if nothing had happened.
        assert (found.state, len(sink.received)) == ("sent", 1)
        return
    # Somebody had begun: only a person can tell, and until then nothing more is sent.
    assert (found.state, len(sink.received)) == ("unknown", arrived)
    assert OutboxMessage.objects.needing_a_person().count() == 1
    assert run_once(later + timedelta(days=2)) == 0
    actions.resend(row, by=None, at=later)
    assert run_once(later) == 1
    assert OutboxMessage.objects.get().state == "sent"
    assert len(sink.received) == arrived + 1
    assert {mail["Message-ID"] for _, mail in sink.received} == {row.message_id}


def test_the_others_go_out_when_the_next_worker_comes(sink: Sink, now: datetime) -> None:
    for recipient in (STINE, JONAS):
        a_message(now, recipient)
    a_worker_that_dies(between_data_and_commit, now)
    run_once(now + timedelta(seconds=1))

    assert dict(OutboxMessage.objects.values_list("recipient", "state")) == {STINE: "sending", JONAS: "sent"}
    assert sorted(sink.recipients()) == [JONAS, STINE]


def test_two_workers_at_once_send_each_mail_once(sink: Sink, now: datetime) -> None:
    for number in range(6):
        a_message(now, f"modtager{number}@norddjurs.example")
    together(*(lambda: run_once(now) for _ in range(3)), entry=lambda work: work())

    assert sorted(sink.recipients()) == sorted(f"modtager{number}@norddjurs.example" for number in range(6))
    assert set(OutboxMessage.objects.values_list("state", "attempts")) == {("sent", 1)}


def test_two_workers_claim_the_same_row_and_one_gets_it(now: datetime) -> None:
    row = a_message(now)
    one, other = OutboxMessage.objects.get(pk=row.pk), OutboxMessage.objects.get(pk=row.pk)
    came = together(lambda: tasks.claim(one, now), lambda: tasks.claim(other, now), entry=lambda work: work())

    assert winners(came) == 2
    assert sorted(bool(one_of.result) for one_of in came) == [False, True]
    assert OutboxMessage.objects.get().attempts == 1


def test_the_control_workers_that_do_not_ask_send_twice(sink: Sink, now: datetime) -> None:
    """Where a row is taken without asking who else has it, each of them sends it."""
    both = threading.Barrier(2)

    def taken(row: OutboxMessage, at: datetime) -> bool:
        both.wait(30)
        OutboxMessage.objects.filter(pk=row.pk).update(state="sending", claimed_at=at)
        return True

    a_message(now)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tasks, "claim", taken)
        together(lambda: run_once(now), lambda: run_once(now), entry=lambda work: work())
    assert sink.recipients() == [STINE, STINE]

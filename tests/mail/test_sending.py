"""From the outbox to a mail server that is sometimes difficult."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from icalendar import Calendar
from pytest_django.fixtures import Settings

from styrehjul.audit.models import Event
from styrehjul.documents import files
from styrehjul.kernel.refusal import Refused
from styrehjul.mail import actions
from styrehjul.mail.domain import State
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.tasks import DIED_AFTER, run_once
from tests.mail.making import STINE, a_message, an_invitation
from tests.mail.sink import Sink, a_free_port, listening

pytestmark = pytest.mark.django_db
JONAS = "jonas@norddjurs.example"
METTE = "mette@norddjurs.example"


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


def states() -> dict[str, str]:
    return dict(OutboxMessage.objects.values_list("recipient", "state"))


def test_a_mail_arrives_once_with_its_parts_in_order(sink: Sink, now: datetime) -> None:
    file = files.store_bytes(
        b"%PDF-1.7", name="Dagsorden æøå.pdf", content_type="application/pdf", kind="agenda", at=now
    )
    row = an_invitation(now, attachments=[file.uuid], reply_to="karen@norddjurs.example", bundle=False)

    assert run_once(now) == 1
    assert run_once(now) == 0
    ((recipients, mail),) = sink.received
    row.refresh_from_db()
    assert (row.state, row.sent_at, row.smtp_answer) == ("sent", now, "250 2.0.0 Modtaget som nr. 7")
    assert recipients == [STINE]
    assert mail["Message-ID"] == row.message_id
    assert str(mail["From"]) == "Norddjurs Kommune <moeder@norddjurs.example>"
    assert str(mail["To"]) == f"Stine Holm <{STINE}>"
    assert str(mail["Reply-To"]) == "karen@norddjurs.example"
    assert [part.get_content_type() for part in mail.walk()] == [
        "multipart/mixed", "multipart/alternative", "text/plain", "text/html", "text/calendar", "application/pdf",
    ]  # fmt: skip
    calendar = list(mail.walk())[4]
    assert calendar.get_param("method") == "REQUEST"
    assert str(calendar.get_content_charset()).lower() == "utf-8"
    assert str(Calendar.from_ical(calendar.get_content())["method"]) == "REQUEST"
    (attached,) = mail.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == ("Dagsorden æøå.pdf", b"%PDF-1.7")


def test_one_refused_recipient_is_known_at_once_and_harms_nobody(sink: Sink, now: datetime) -> None:
    sink.to_rcpt[JONAS] = "550 5.1.1 Ukendt modtager"
    sink.to_data[METTE] = "554 5.7.1 Afvist som spam"
    for recipient in (STINE, JONAS, METTE, "lars@norddjurs.example"):
        a_message(now, recipient)

    assert run_once(now) == 4
    assert sink.recipients() == [STINE, "lars@norddjurs.example"]
    assert states() == {STINE: "sent", JONAS: "failed", METTE: "failed", "lars@norddjurs.example": "sent"}
    assert OutboxMessage.objects.get(recipient=JONAS).last_error == "550 5.1.1 Ukendt modtager"
    assert OutboxMessage.objects.needing_a_person().count() == 2


def test_not_now_is_tried_again_and_then_arrives_as_the_same_mail(sink: Sink, now: datetime) -> None:
    sink.to_rcpt[JONAS] = "451 4.7.1 Prøv igen senere"
    row = a_message(now, JONAS)
    a_message(now, STINE)
    run_once(now)
    row.refresh_from_db()
    assert (row.state, row.next_try, row.attempts) == ("pending", now + timedelta(minutes=1), 1)
    assert states()[STINE] == "sent"
    assert run_once(now + timedelta(seconds=59)) == 0

    sink.to_rcpt.clear()
    assert run_once(now + timedelta(minutes=1)) == 1
    assert sink.received[-1][1]["Message-ID"] == row.message_id
    assert states()[JONAS] == "sent"


def test_a_server_that_is_away_is_waited_for_a_day(sink: Sink, now: datetime, settings: Settings) -> None:
    settings.EMAIL_PORT = a_free_port()
    row = a_message(now)
    moment, tries = now, 0
    while OutboxMessage.objects.get().state == "pending":
        assert run_once(moment) == 1
        tries += 1
        moment = OutboxMessage.objects.get().next_try
    row.refresh_from_db()

    assert (row.state, tries) == ("failed", 27)
    assert timedelta(hours=23) < moment - now <= timedelta(hours=24)
    assert row.last_error
    assert not sink.received


def test_a_server_that_is_away_is_asked_once_a_turn(sink: Sink, now: datetime, settings: Settings) -> None:
    settings.EMAIL_PORT = a_free_port()
    for recipient in (STINE, JONAS, METTE):
        a_message(now, recipient)

    assert run_once(now) == 1
    assert sorted(OutboxMessage.objects.values_list("attempts", flat=True)) == [0, 0, 1]


def test_silence_after_the_text_is_unknown_and_never_sent_again_by_itself(sink: Sink, now: datetime) -> None:
    sink.drops_after_data.add(JONAS)
    row = a_message(now, JONAS)
    a_message(now, STINE)
    run_once(now)

    assert states() == {JONAS: "unknown", STINE: "sent"}
    assert run_once(now + timedelta(days=2)) == 0
    assert sink.recipients() == [JONAS, STINE]

    sink.drops_after_data.clear()
    actions.resend(row, by=None, at=now + timedelta(days=2))
    assert run_once(now + timedelta(days=2)) == 1
    ids = [mail["Message-ID"] for recipients, mail in sink.received if recipients == [JONAS]]
    assert ids == [row.message_id, row.message_id]
    assert states()[JONAS] == "sent"


@pytest.mark.parametrize(("step", "state"), [("rcpt", "pending"), ("data", "unknown")])
def test_a_server_that_hangs_is_left(step: str, state: str, sink: Sink, now: datetime, settings: Settings) -> None:
    settings.EMAIL_TIMEOUT = 0.2
    sink.hangs = step
    a_message(now)

    assert run_once(now) == 1
    assert states() == {STINE: state}


def test_a_worker_that_died_leaves_an_unknown(sink: Sink, now: datetime) -> None:
    row = a_message(now)
    OutboxMessage.objects.filter(pk=row.pk).update(state="sending", claimed_at=now, attempts=1)

    assert run_once(now + DIED_AFTER) == 0
    assert states()[STINE] == "sending"
    assert run_once(now + DIED_AFTER + timedelta(seconds=1)) == 0
    assert states()[STINE] == "unknown"
    assert not sink.received


def test_a_file_that_is_not_what_was_stored_is_never_sent(sink: Sink, now: datetime) -> None:
    file = files.store_bytes(b"godkendt", name="a.pdf", content_type="application/pdf", kind="agenda", at=now)
    files.path_of(file.uuid).write_bytes(b"noget andet")
    a_message(now, attachments=[file.uuid])
    a_message(now, JONAS, attachments=["22222222-2222-2222-2222-222222222222"])
    run_once(now)

    assert states() == {STINE: "failed", JONAS: "failed"}
    assert OutboxMessage.objects.get(recipient=STINE).last_error.startswith("Filen a.pdf er ikke den, der blev gemt.")
    assert not sink.received


def test_nobody_but_the_recipient_gets_it(sink: Sink, now: datetime) -> None:
    a_message(
        now, recipient_name='Stine" <ond@x.dk>, "b', subject="Møde\r\nBcc: ond@x.dk", reply_to="a@x.dk\nCc: ond@x.dk"
    )
    run_once(now)
    ((recipients, mail),) = sink.received

    assert recipients == [STINE]
    assert [address.addr_spec for address in mail["To"].addresses] == [STINE]
    assert mail["Bcc"] is None
    assert mail["Cc"] is None


def test_nothing_is_sent_before_its_minute_is_up(sink: Sink, now: datetime) -> None:
    an_invitation(now)

    assert run_once(now + timedelta(seconds=59)) == 0
    assert run_once(now + timedelta(seconds=60)) == 1


def test_a_person_may_say_that_it_arrived(sink: Sink, now: datetime) -> None:
    row = a_message(now)
    OutboxMessage.objects.filter(pk=row.pk).update(state="unknown")
    actions.mark_sent(row, by=None, at=now)

    assert OutboxMessage.objects.get().sent_at == now
    assert run_once(now) == 0
    assert [event.action for event in Event.objects.all()] == ["mail.mark_sent"]


@pytest.mark.parametrize("state", [State.PENDING, State.SENDING, State.SENT])
def test_what_is_on_its_way_or_there_is_not_sent_again(state: State, now: datetime) -> None:
    row = a_message(now)
    OutboxMessage.objects.filter(pk=row.pk).update(state=state.value)
    with pytest.raises(Refused) as resent:
        actions.resend(row, by=None, at=now)
    with pytest.raises(Refused) as marked:
        actions.mark_sent(row, by=None, at=now)

    assert (resent.value.code, marked.value.code) == ("mail.resend", "mail.mark_sent")


def test_after_a_restore_nothing_goes_before_somebody_lets_it(sink: Sink, now: datetime) -> None:
    row = a_message(now)
    assert actions.hold_waiting() == 1
    assert run_once(now) == 0
    actions.release(row, by=None, at=now)

    assert run_once(now) == 1
    assert sink.recipients() == [STINE]

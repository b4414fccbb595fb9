"""What became of a meeting's mails: real sending to a server that is difficult, seen on the meeting's page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from pytest_django.fixtures import Settings

from styrehjul.mail.actions import hold_waiting
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.tasks import DIED_AFTER, claim, run_once
from styrehjul.meetings import actions
from styrehjul.meetings.queries import next_for
from styrehjul.people.models import Person
from tests.mail.sink import Sink, a_free_port, listening
from tests.making import NOW, TODAY, a_cast, signed_in
from tests.meetings.pages import hidden, press, text_of
from tests.meetings.turn import Turn, a_meeting, a_turn, do

pytestmark = pytest.mark.django_db


@pytest.fixture
def sink(settings: Settings, tmp_path: Path, now: datetime) -> Iterator[Sink]:
    settings.MEDIA_ROOT, settings.DEMO = tmp_path, False
    settings.EMAIL_HOST, settings.EMAIL_USE_TLS, settings.EMAIL_USE_SSL = "127.0.0.1", False, False
    settings.EMAIL_HOST_USER = settings.EMAIL_HOST_PASSWORD = ""
    with listening() as found:
        settings.EMAIL_PORT = found.port
        yield found


def a_sent_agenda() -> Turn:
    """An agenda with its mails waiting, and nothing else in the outbox."""
    turn = a_turn().ready().to_chair().approved()
    OutboxMessage.objects.all().delete()
    turn.dispatched(at=NOW)
    OutboxMessage.objects.exclude(kind="agenda").delete()
    return turn


def page(turn: Turn) -> str:
    return text_of(signed_in(turn.cast.peter).get(turn.meeting.get_absolute_url()))


def stuck(turn: Turn) -> list[tuple[str, str]]:
    secretary = Person.objects.get(pk=turn.cast.peter.pk)  # who was not asked before, and remembers nothing
    return [(todo.title, todo.level) for todo in next_for(secretary, TODAY) if todo.url.endswith("#om")]


def test_one_refused_recipient_is_seen_and_the_others_have_theirs(sink: Sink) -> None:
    turn = a_sent_agenda()
    refused, all_ = turn.cast.stine.email, OutboxMessage.objects.count()
    sink.to_rcpt[refused] = "550 5.1.1 Ukendt modtager"
    run_once(NOW)
    assert sorted(sink.recipients()) == sorted(
        OutboxMessage.objects.exclude(recipient=refused).values_list("recipient", flat=True)
    )
    shown = page(turn)
    assert f"1 af {all_} ikke leveret" in shown
    assert "Stine Holm: Dagsorden" in shown
    assert "550 5.1.1 Ukendt modtager" in shown
    assert stuck(turn) == [("1 mail er ikke leveret", "red")]
    assert turn.fresh.agenda_state == "sent", "the dispatch stands"

    sink.to_rcpt.clear()
    row = OutboxMessage.objects.get(recipient=refused)
    client, m = signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    press(client, m, f"{m}mail/{row.pk}/", do="resend")
    run_once(NOW)
    assert sink.received[-1][1]["Message-ID"] == row.message_id
    assert f"{all_} mails sendt" in page(turn)
    assert stuck(turn) == []


def test_a_server_that_is_down_is_waited_for(sink: Sink, settings: Settings) -> None:
    turn = a_sent_agenda()
    there, settings.EMAIL_PORT = settings.EMAIL_PORT, a_free_port()
    run_once(NOW)
    n = OutboxMessage.objects.count()
    assert f"{n} af {n} venter på at blive sendt" in page(turn)
    assert stuck(turn) == []
    settings.EMAIL_PORT = there
    run_once(NOW + timedelta(minutes=1))
    assert len(sink.received) == n
    assert f"{n} mails sendt" in page(turn)


def test_silence_after_the_text_is_settled_by_a_person(sink: Sink, settings: Settings) -> None:
    turn = a_sent_agenda()
    silent = turn.cast.stine.email
    sink.drops_after_data.add(silent)
    run_once(NOW)
    run_once(NOW + timedelta(days=2))
    assert sink.recipients().count(silent) == 1, "never a second time by itself"
    shown = page(turn)
    assert "(afsendelse ukendt)" in shown
    assert "Markér som sendt" in shown
    row = OutboxMessage.objects.get(recipient=silent)
    client, m = signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    press(client, m, f"{m}mail/{row.pk}/", do="mark")
    assert "ikke leveret" not in page(turn)
    run_once(NOW + timedelta(days=3))
    assert sink.recipients().count(silent) == 1


def test_a_worker_killed_while_sending_leaves_an_unknown_and_the_rest_go_on(sink: Sink) -> None:
    turn = a_sent_agenda()
    row = OutboxMessage.objects.get(recipient=turn.cast.stine.email)
    assert claim(row, NOW)
    run_once(NOW)
    assert row.recipient not in sink.recipients()
    assert len(sink.received) == OutboxMessage.objects.count() - 1
    run_once(NOW + DIED_AFTER + timedelta(seconds=1))
    assert "(afsendelse ukendt)" in page(turn)
    assert stuck(turn) == [("1 mail er ikke leveret", "red")]


def test_one_dispatch_clicked_twice_is_one_mail_each(sink: Sink) -> None:
    turn = a_turn().ready().to_chair().approved()
    OutboxMessage.objects.all().delete()
    client, m = signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    sent = hidden(client.get(f"{m}udsend/"), "")
    first, second = client.post(f"{m}udsend/", sent), client.post(f"{m}udsend/", sent)
    assert (first.status_code, second.status_code) == (302, 302)
    third = client.post(f"{m}udsend/", sent | {"_key": ["11111111-1111-4111-8111-111111111111"]})
    assert third.status_code == 409
    run_once(NOW + timedelta(minutes=2))
    agendas = [recipients[0] for recipients, mail in sink.received if str(mail["Subject"]).startswith("Dagsorden")]
    assert sorted(agendas) == sorted(set(agendas))
    assert len(agendas) == OutboxMessage.objects.filter(kind="agenda").count() > 3


def test_what_a_restore_held_back_is_sent_by_a_person(sink: Sink) -> None:
    turn = a_sent_agenda()
    n = hold_waiting()
    run_once(NOW + timedelta(days=1))
    assert sink.received == []
    shown = page(turn)
    assert f"{n} af {n} ikke leveret" in shown
    assert "(holdt tilbage)" in shown
    assert "Send nu" in shown
    row = OutboxMessage.objects.get(recipient=turn.cast.stine.email)
    client, m = signed_in(turn.cast.peter), turn.meeting.get_absolute_url()
    press(client, m, f"{m}mail/{row.pk}/", do="resend")
    run_once(NOW)
    assert sink.recipients() == [turn.cast.stine.email]


def test_an_items_mail_counts_with_its_meeting_and_no_other_bodys(sink: Sink) -> None:
    turn = a_turn()
    OutboxMessage.objects.filter(kind="assignment").update(state="failed", last_error="550 nej")
    assert stuck(turn) == [("1 mail er ikke leveret", "red")]
    assert "1 af 1 ikke leveret" in page(turn)
    assert [todo for todo in next_for(turn.cast.mette, TODAY) if todo.url.endswith("#om")] == []
    row = OutboxMessage.objects.get(kind="assignment")
    other = signed_in(turn.cast.heads[0])
    assert other.post(f"{turn.meeting.get_absolute_url()}mail/{row.pk}/", {"do": "mark"}).status_code == 404
    assert signed_in(turn.cast.stine).post(f"{turn.meeting.get_absolute_url()}mail/{row.pk}/").status_code == 403


def test_a_cancellation_that_did_not_arrive_is_seen_on_the_meeting_that_is_called_off(sink: Sink) -> None:
    cast = a_cast()
    meeting = do(actions.invite, a_meeting(cast), by=cast.peter, at=NOW)
    run_once(NOW)
    sink.to_rcpt[cast.stine.email] = "550 5.1.1 Ukendt modtager"
    do(actions.cancel_meeting, meeting, reason="For få sager", by=cast.stine, at=NOW)
    run_once(NOW)
    client = signed_in(cast.peter)
    shown = text_of(client.get(meeting.get_absolute_url()))
    assert "Stine Holm: Aflyst" in shown
    row = OutboxMessage.objects.get(recipient=cast.stine.email, kind="cancellation")
    m = meeting.get_absolute_url()
    press(client, m, f"{m}mail/{row.pk}/", do="mark")
    assert "ikke leveret" not in text_of(client.get(m))
    assert "Aflysningen" not in text_of(signed_in(cast.olga).get(m))

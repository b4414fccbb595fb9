"""The mailbox that calendars answer to: read once, left as it was, and believed no more than it should be."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_django.fixtures import Settings

from styrehjul.mail import inbox
from styrehjul.mail.inbox import Incoming, opened, sender_holds
from styrehjul.mail.models import InboxMark
from tests.mail.mailbox import PASSWORD, Mailbox, standing
from tests.mail.sink import a_free_port

pytestmark = pytest.mark.django_db
ICS = b"BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nEND:VCALENDAR\r\n"


def a_mail(sender: str = "Stine Holm <Stine@Norddjurs.example>", *, calendar: bytes = ICS, **headers: str) -> bytes:
    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = sender, "moeder@norddjurs.example", "Accepteret: Møde"
    for name, value in headers.items():
        mail[name.replace("_", "-")] = value
    mail.set_content("Stine deltager")
    if calendar:
        mail.add_alternative(calendar, maintype="text", subtype="calendar", params={"method": "REPLY"})
    return mail.as_bytes()


@pytest.fixture
def box(settings: Settings) -> Iterator[Mailbox]:
    settings.DEMO = False
    settings.IMAP_HOST, settings.IMAP_SECURITY, settings.IMAP_FOLDER = "127.0.0.1", "ingen", "INBOX"
    settings.IMAP_USER, settings.IMAP_PASSWORD, settings.IMAP_AUTHSERV = "moeder", PASSWORD, ""
    with standing() as found:
        settings.IMAP_PORT = found.port
        yield found


def read(now: datetime) -> list[Incoming]:
    found: list[Incoming] = []
    inbox.fetch(found.append, now)
    return found


def test_each_mail_is_read_once_and_the_mailbox_is_left_as_it_was(box: Mailbox, now: datetime) -> None:
    box.add(a_mail())
    box.add(a_mail("Jonas <jonas@norddjurs.example>", calendar=b""))
    assert [mail.sender for mail in read(now)] == ["stine@norddjurs.example"]
    assert read(now) == []
    box.add(a_mail("mette@norddjurs.example"))
    assert [mail.sender for mail in read(now)] == ["mette@norddjurs.example"]
    asked = " ".join(box.commands())
    assert "EXAMINE" in asked
    assert not {word for word in ("SELECT", "STORE", "COPY", "MOVE", "EXPUNGE", "APPEND") if word in asked}
    assert "BODY[" not in " ".join(box.asked).replace("BODY.PEEK[", "")


def test_a_mailbox_made_anew_is_counted_anew(box: Mailbox, now: datetime) -> None:
    box.add(a_mail())
    assert len(read(now)) == 1
    box.validity = 8
    assert len(read(now)) == 1
    assert InboxMark.objects.get().validity == 8


def test_a_mail_that_cannot_be_handled_is_left_behind_and_the_next_is_read(box: Mailbox, now: datetime) -> None:
    box.add(a_mail("en@x.example"))
    box.add(a_mail("to@x.example"))
    seen: list[str] = []

    def fails_first(mail: Incoming) -> None:
        seen.append(mail.sender)
        if len(seen) == 1:
            raise ValueError

    assert inbox.fetch(fails_first, now) == 2
    assert seen == ["en@x.example", "to@x.example"]
    assert read(now) == []


def test_a_busy_database_is_asked_again_with_the_same_mail(box: Mailbox, now: datetime) -> None:
    from django.db import OperationalError

    box.add(a_mail())

    def busy(mail: Incoming) -> None:
        raise OperationalError("database is locked")

    with pytest.raises(OperationalError):
        inbox.fetch(busy, now)
    assert len(read(now)) == 1


def test_a_huge_mail_is_not_fetched(box: Mailbox, now: datetime) -> None:
    box.add(a_mail(calendar=b"x" * (inbox.MOST_BYTES + 1)))
    box.add(a_mail())
    assert len(read(now)) == 1
    assert not any("FETCH 1 (BODY" in line for line in box.asked)


@pytest.mark.parametrize("command", ["LOGIN", "EXAMINE", "UID SEARCH", "UID FETCH"])
def test_a_connection_that_breaks_is_tried_next_time(command: str, box: Mailbox, now: datetime) -> None:
    box.add(a_mail())
    box.hangs_up = command
    assert read(now) == []
    box.hangs_up = ""
    assert len(read(now)) == 1


def test_a_mailbox_that_is_away_or_refuses_stops_nothing(box: Mailbox, now: datetime, settings: Settings) -> None:
    box.add(a_mail())
    settings.IMAP_PASSWORD = "forkert"
    assert read(now) == []
    settings.IMAP_PASSWORD, settings.IMAP_FOLDER = PASSWORD, "Findes ikke"
    assert read(now) == []
    settings.IMAP_FOLDER, settings.IMAP_PORT = "INBOX", a_free_port()
    assert read(now) == []


def test_without_a_mailbox_and_in_the_demo_nothing_is_asked(box: Mailbox, now: datetime, settings: Settings) -> None:
    box.add(a_mail())
    settings.DEMO = True
    assert read(now) == []
    settings.DEMO, settings.IMAP_HOST = False, ""
    assert read(now) == []
    assert box.asked == []


PASS = "mx.kommunen.dk; dkim=pass (2048-bit key) header.d=norddjurs.example header.i=@norddjurs.example; spf=pass"
FAIL = "mx.kommunen.dk; spf=pass; dkim=fail (signature did not verify) header.d=norddjurs.example"
OTHER = "mx.kommunen.dk; dkim=pass header.d=fremmed.example"
NONE = "mx.kommunen.dk; dkim=none; spf=softfail"
FORGED = "mx.angriber.example; dkim=pass header.d=norddjurs.example"
LOOKALIKE = "mx.kommunen.dk; dkim=pass header.d=ddjurs.example"


@pytest.mark.parametrize(
    ("results", "authserv", "holds"),
    [
        ([], "", True),
        ([], "mx.kommunen.dk", True),
        ([PASS], "mx.kommunen.dk", True),
        ([FAIL], "mx.kommunen.dk", False),
        ([OTHER], "mx.kommunen.dk", False),
        ([NONE], "mx.kommunen.dk", False),
        ([LOOKALIKE], "mx.kommunen.dk", False),
        ([NONE, FORGED], "mx.kommunen.dk", False),
        ([NONE, PASS], "mx.kommunen.dk", False),
        ([PASS], "", True),
        ([NONE], "", True),
        ([FAIL], "", False),
        ([FAIL, PASS], "", False),
    ],
)
def test_a_sender_holds_when_our_own_server_says_so(results: list[str], authserv: str, holds: bool) -> None:
    head = "".join(f"Authentication-Results: {result}\r\n" for result in results)
    mail = message_from_bytes(head.encode() + a_mail(), policy=default)
    assert isinstance(mail, EmailMessage)
    assert sender_holds(mail, "stine@norddjurs.example", authserv) is holds


def test_a_calendar_in_another_charset_is_read_as_what_it_says() -> None:
    raw = (
        b"From: a@x.example\r\nContent-Type: text/calendar; charset=iso-8859-1; method=REPLY\r\n"
        b"Content-Transfer-Encoding: 8bit\r\n\r\nCOMMENT:S\xf8ren\r\n"
    )
    found = opened(raw)
    assert found is not None
    assert "Søren" in found.calendar.decode()


@given(st.binary(max_size=400))
def test_whatever_comes_is_a_mail_or_nothing(raw: bytes) -> None:
    found = opened(b"From: a@x.example\r\nContent-Type: " + raw, "mx")
    assert found is None or found.sender == "a@x.example"
    opened(raw)

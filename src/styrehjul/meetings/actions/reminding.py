"""The day's reminders: one mail to each person who has something to be told, once a day."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import record
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.domain.reminders import Step
from styrehjul.meetings.mails.post import link, sender
from styrehjul.meetings.models import DigestDay
from styrehjul.meetings.queries.reminders import Digest, Line, digests, sent_until

MOST_LINES = 30


@transaction.atomic
def remind(day: date, *, at: datetime) -> int:
    """Promise the day's reminders, and say that the day is done. Nothing where it has been done already."""
    if DigestDay.objects.filter(day=day).exists():
        return 0
    found = digests(day, sent_until(day))
    DigestDay.objects.create(day=day, made_at=at)
    for digest in found:
        _post(digest, day, at)
    record("reminder.day", by=None, at=at, changes={"day": day.isoformat(), "mails": len(found)})
    return len(found)


def _post(digest: Digest, day: date, at: datetime) -> None:
    shown, person = digest.lines[:MOST_LINES], digest.person
    left = len(digest.lines) - len(shown)
    count = len(digest.lines)
    letter = Letter(
        f"Dine frister {weekday_text(day)}",
        ("Det her venter på dig. Det, der er gjort, står her ikke.",),
        more=tuple((_words(line), link(line.url)) for line in shown),
        closing=(f"Der er {left} mere. Se dem alle i Styrehjul: {link('/opgaver/')}",) if left else (),
        action=("Se alle opgaver", link("/opgaver/")),
        foot=f"Du får højst én mail om frister om dagen. Den kan slås fra på din konto: {link('/konto/')}",
    )
    enqueue(
        kind="digest",
        key=f"digest:{day.isoformat()}:{person.uuid}",
        recipient=person.email,
        recipient_name=person.name,
        subject="1 frist venter på dig" if count == 1 else f"{count} frister venter på dig",
        text_body=as_text(letter),
        html_body=as_html(letter),
        sender=sender(),
        subject_type="person",
        subject_uuid=person.uuid,
        at=at,
    )


def _words(line: Line) -> str:
    """ "Frist i dag: Skriv punktet “Ny vej” (Styregruppe)"; of another's it says whose."""
    duty = line.duty
    due = day_text(duty.due, year=False)
    told = {Step.TODAY: "Frist i dag", Step.SOON: f"Frist {due}"}.get(line.step, f"Fristen {due} er overskredet")
    whose = "" if line.own or duty.responsible is None else f", {duty.responsible.name}"
    return f"{told}: {duty.title} ({duty.context}{whose})"

"""The mails of a seminar, with the calendar entry: signed up, moved, on the waiting list, called off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from email.utils import parseaddr

from django.conf import settings
from django.utils.translation import gettext as _

from styrehjul.bodies.queries import municipality
from styrehjul.documents.calendar import Attendee, Event, Method, invitation
from styrehjul.kernel.danish import ZONE, weekday_text
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.mails.post import link, sender
from styrehjul.people.models import Person
from styrehjul.wheel.models import Seminar


def call(seminar: Seminar, people: Sequence[Person], *, changed: bool, at: datetime) -> None:
    """The entry to each, or the same entry where it is now."""
    for person in people:
        title = seminar.occurrence.title
        heading = _("Ændret: %(title)s") if changed else _("Du er tilmeldt: %(title)s")
        letter = Letter(
            heading % {"title": title},
            (_("Tid eller sted er ændret. Din kalender er rettet."),) if changed else (),
            facts=facts_of(seminar),
            action=(_("Se program, eller meld fra"), link(page_of(seminar))),
            foot=_("Du får mailen, fordi du er tilmeldt."),
        )
        _post(letter, seminar, person, Method.REQUEST, kind="seminar", at=at)


def call_off(seminar: Seminar, people: Sequence[Person], *, removed: bool, at: datetime) -> None:
    """Out of the calendar: for those who withdrew, or for all where it is not held."""
    for person in people:
        title = seminar.occurrence.title
        letter = Letter(
            (_("Du er meldt fra: %(title)s") if removed else _("Aflyst: %(title)s")) % {"title": title},
            () if removed else (seminar.occurrence.reason,),
            facts=facts_of(seminar),
            foot=_("Du får mailen, fordi du var tilmeldt."),
        )
        _post(letter, seminar, person, Method.CANCEL, kind="seminar_off", at=at, removed=removed)


def tell_waiting(seminar: Seminar, person: Person, *, at: datetime) -> None:
    """Every seat is taken; a free one comes by itself."""
    letter = Letter(
        _("Du står på venteliste: %(title)s") % {"title": seminar.occurrence.title},
        (_("Bliver en plads ledig, får du den og en mail om det. Vil du ikke vente, så meld fra."),),
        facts=facts_of(seminar),
        action=(_("Se program, eller meld fra"), link(page_of(seminar))),
        foot=_("Du får mailen, fordi du har tilmeldt dig."),
    )
    _post(letter, seminar, person, None, kind="seminar_waiting", at=at)


def page_of(seminar: Seminar) -> str:
    """The seminar's page."""
    return f"/aarshjul/aktivitet/{seminar.occurrence_id}/"


def facts_of(seminar: Seminar) -> tuple[tuple[str, str], ...]:
    """When and where."""
    on, place = seminar.occurrence.on, seminar.occurrence.place
    rows = []
    if on is not None:
        when = f"{weekday_text(on, year=True)} kl. {seminar.starts_at:%H.%M}-{seminar.ends_at:%H.%M}"
        rows.append((str(_("Tid")), when))
    return (*rows, *([(str(_("Sted")), place)] if place else ()))


def _post(
    letter: Letter,
    seminar: Seminar,
    person: Person,
    method: Method | None,
    *,
    kind: str,
    at: datetime,
    removed: bool = False,
) -> None:
    if not person.email:
        return
    entry = (
        invitation(_event(seminar, person, at), method=method, recipient=person.email, removed=removed)
        if method
        else b""
    )
    stamp = seminar.ical_stamp.isoformat() if seminar.ical_stamp else ""
    enqueue(
        kind=kind,
        key=f"{kind}:{seminar.uuid}:{seminar.ical_sequence}:{stamp}:{person.uuid}",
        recipient=person.email,
        recipient_name=person.name,
        subject=letter.heading,
        text_body=as_text(letter),
        html_body=as_html(letter),
        calendar=entry,
        calendar_method=method.value if method else "",
        sender=sender(),
        subject_type="seminar",
        subject_uuid=seminar.uuid,
        at=at,
    )


def _event(seminar: Seminar, person: Person, at: datetime) -> Event:
    """The seminar as one participant's calendar sees it. The others are nobody's business there."""
    on = seminar.occurrence.on
    assert on is not None  # nobody signs up for a day that is not found
    return Event(
        uid=seminar.ical_uid,
        sequence=seminar.ical_sequence,
        stamp=seminar.ical_stamp or at,
        starts_at=datetime.combine(on, seminar.starts_at, tzinfo=ZONE),
        ends_at=datetime.combine(on, seminar.ends_at, tzinfo=ZONE),
        summary=seminar.occurrence.title,
        organizer=municipality().mail_from or parseaddr(settings.DEFAULT_FROM_EMAIL)[1],
        organizer_name=municipality().name,
        location=seminar.occurrence.place,
        url=link(page_of(seminar)),
        attendees=(Attendee(person.email, person.name),),
    )

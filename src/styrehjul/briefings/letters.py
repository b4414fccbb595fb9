"""The mails about briefings: to each receiver, and to the chair who approves."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings as site
from django.utils.timezone import localdate
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.queries import holder_of, municipality
from styrehjul.briefings.domain.text import told_in
from styrehjul.briefings.models import Briefing
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.people.models import Person

# What stands in the mail itself: the rest is a press away, and in the PDF.
IN_MAIL = 6


def tell_receiver(briefing: Briefing, person: Person, *, at: datetime) -> None:
    """What was decided, on one screen of a phone, with the whole text as a link and as PDF."""
    sections = told_in(briefing.sections)
    first = sections[0] if sections else None
    points = tuple(line.text for line in first.lines[:IN_MAIL]) if first else ()
    letter = Letter(
        briefing.title,
        tuple(part.strip() for part in briefing.summary.split("\n") if part.strip()),
        points_heading=first.heading if first else "",
        points=points,
        action=(_("Læs hele orienteringen"), _link(briefing.get_absolute_url())),
        foot=_("Du får mailen, fordi du står på listen over dem, der orienteres fra %(body)s.")
        % {"body": briefing.body.name_definite},
    )
    _post(letter, briefing, person, kind="briefing", at=at)


def tell_chair(briefing: Briefing, *, at: datetime) -> None:
    """The chair is told that a briefing waits."""
    letter = Letter(
        _("Godkend orienteringen"),
        (_("%(title)s er klar. Den sendes, når du har godkendt den.") % {"title": briefing.title},),
        action=(_("Læs og godkend"), _link(briefing.get_absolute_url())),
        foot=_("Du får mailen, fordi du er formand for %(body)s.") % {"body": briefing.body.name_definite},
    )
    chair = holder_of(briefing.body, SeatKind.CHAIR, localdate(at))
    if chair is not None:
        _post(letter, briefing, chair, kind="briefing_approval", at=at)


def _post(letter: Letter, briefing: Briefing, person: Person, *, kind: str, at: datetime) -> None:
    if not person.email:
        return
    here = municipality()
    secretary = holder_of(briefing.body, SeatKind.SECRETARY, localdate(at))
    enqueue(
        kind=kind,
        key=f"{kind}:{briefing.uuid}:{briefing.version}:{person.uuid}",
        recipient=person.email,
        recipient_name=person.name,
        subject=letter.heading if kind == "briefing_approval" else briefing.title,
        text_body=as_text(letter),
        html_body=as_html(letter),
        attachments=(briefing.document.uuid,) if briefing.document else (),
        sender=f'"{here.name}" <{here.mail_from}>' if here.mail_from else "",
        reply_to=secretary.email if secretary else "",
        subject_type="briefing",
        subject_uuid=briefing.uuid,
        at=at,
    )


def _link(path: str) -> str:
    return f"{site.PUBLIC_URL.rstrip('/')}{path}"

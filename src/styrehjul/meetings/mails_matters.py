"""The mails about matters outside the agenda: to a chiefs' meeting's secretary, and to those who answer in writing."""

from __future__ import annotations

from datetime import datetime

from django.core import signing

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.queries import holder_of
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.mails import link, sender
from styrehjul.meetings.models import PriorTreatment
from styrehjul.meetings.queries.seats import day_of

PRIOR = "styrehjul.prior"


def prior_token(prior: PriorTreatment) -> str:
    """The signed word of the link that opens one earlier treatment and nothing else."""
    return signing.dumps({"prior": str(prior.uuid), "secret": prior.link_secret}, salt=PRIOR)


def ask_outside(prior: PriorTreatment, *, at: datetime) -> None:
    """The chiefs' meeting's secretary is asked to write what came of the matter."""
    outside = prior.outside
    if outside is None or not outside.secretary_email or prior.link_expires_at is None:
        return
    body = prior.treatment.body
    writer = holder_of(body, SeatKind.SECRETARY, day_of(at))
    hidden = prior.treatment.access == "closed_title_hidden"
    title = "et lukket punkt" if hidden else f'"{prior.treatment.title}"'
    letter = Letter(
        f"Hvad blev udfaldet på {outside.name.lower()}?",
        (
            f"{body.name} behandler {title}, når det har været på {outside.name.lower()} {weekday_text(prior.on)}.",
            "Skriv udfaldet og eventuelle bemærkninger på linket, når I har behandlet punktet. Linket viser kun det ene punkt.",
        ),
        facts=(("Dato", day_text(prior.on)), ("Behandles bagefter i", body.name)),
        action=("Skriv udfaldet", link(f"/forbehandling/{prior_token(prior)}/")),
        closing=(f"Linket gælder til {day_text(day_of(prior.link_expires_at))}.",),
        foot=f"Du får mailen, fordi du er sekretær for {outside.name.lower()}.",
    )
    enqueue(
        kind="prior",
        key=f"prior:{prior.uuid}:{prior.version}",
        recipient=outside.secretary_email,
        recipient_name=outside.secretary_name,
        subject=f"Udfald på {outside.name.lower()}: {'lukket punkt' if hidden else prior.treatment.title}",
        text_body=as_text(letter),
        html_body=as_html(letter),
        sender=sender(),
        reply_to=writer.email if writer else "",
        subject_type="priortreatment",
        subject_uuid=prior.uuid,
        at=at,
    )

"""The mails about matters outside the agenda: to a chiefs' meeting's secretary, and to those who answer in writing."""

from __future__ import annotations

from datetime import datetime

from django.core import signing

from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.queries import holder_of
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.mails.post import link, post, sender
from styrehjul.meetings.models import Circulation, PriorTreatment
from styrehjul.meetings.queries.seats import day_of
from styrehjul.people.models import Person

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


def ask_in_writing(row: Circulation, person: Person, *, at: datetime) -> None:
    """A member is asked to answer: the material stands behind the link, never in the mail."""
    item, due = row.treatment, weekday_text(day_of(row.due_at), year=True)
    silence = "Den, der ikke svarer inden fristen, regnes for enig." if row.silence_agrees else ""
    title = "Et lukket punkt" if item.access == "closed_title_hidden" else item.title
    post(
        Letter(
            f"Skriftlig høring i {item.body.name_definite}",
            tuple(filter(None, ("Læs sagen, og svar enig, uenig eller kræver møde.", silence))),
            facts=(("Sag", title), ("Svar senest", due)),
            action=("Læs og svar", link(row.get_absolute_url())),
            foot=f"Du får mailen, fordi du har en plads i {item.body.name_definite}.",
        ),
        kind="written",
        key=f"written:{row.uuid}",
        to=person,
        subject=f"Svar senest {due}: {title}",
        meeting=None,
        body=item.body,
        at=at,
        about=("circulation", row.uuid),
    )


def tell_outcome_in_writing(row: Circulation, *, at: datetime) -> None:
    """Those who were asked, and the one who sent it out, are told what came of it."""
    item = row.treatment
    title = "Et lukket punkt" if item.access == "closed_title_hidden" else item.title
    said = f"Besluttet: {row.decision.number}." if row.decision else "Sagen kommer på et møde."
    asked = [answer.person for answer in row.answers.select_related("person")]
    for person in {one.pk: one for one in (*asked, row.opened_by)}.values():
        post(
            Letter(
                f"Skriftlig høring afsluttet: {title}",
                (said, row.ended_because),
                action=("Se sagen", link(row.get_absolute_url())),
                foot=f"Du får mailen, fordi du har en plads i {item.body.name_definite}.",
            ),
            kind="written_over",
            key=f"written_over:{row.uuid}",
            to=person,
            subject=f"Skriftlig høring afsluttet: {title}",
            meeting=None,
            body=item.body,
            at=at,
            about=("circulation", row.uuid),
        )

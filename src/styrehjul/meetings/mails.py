"""The mails that meetings promise: their texts, and the row in the outbox of the transaction they tell of.

Attached is the open edition only; what is closed is linked to, never mailed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.conf import settings

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import municipality
from styrehjul.kernel.danish import ZONE, clock, moment_text, weekday_text
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.meetings.models import AgendaVersion, Decision, Dispatch, Meeting, MinutesVersion, Treatment
from styrehjul.meetings.queries.seats import (
    Seated,
    approvers_of,
    chair_of,
    day_of,
    receivers,
    secretary_of,
    secretary_of_body,
)
from styrehjul.meetings.reading.words import short_sum
from styrehjul.people.models import Person


def link(path: str) -> str:
    """The address of a page as it stands in a mail."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{path}"


def when(meeting: Meeting) -> str:
    """ "onsdag 9. juni 2027 kl. 9-11"."""
    day = weekday_text(day_of(meeting.starts_at), year=True)
    return f"{day} kl. {clock(meeting.starts_at)}-{clock(meeting.ends_at)}"


def title_of(meeting: Meeting) -> str:
    """ "Styregruppe, onsdag 9. juni"."""
    return f"{meeting.body.name}, {weekday_text(day_of(meeting.starts_at))}"


def post(
    letter: Letter,
    *,
    kind: str,
    key: str,
    to: Person | None,
    subject: str,
    meeting: Meeting | None,
    at: datetime,
    attachments: Sequence[UUID] = (),
    about: tuple[str, UUID] | None = None,
    body: Body | None = None,
) -> None:
    """One mail to one person. Somebody without an address has it in "Det næste for dig" instead.

    What is about no meeting says of which `body` and what it is `about`.
    """
    if to is None or not to.email:
        return
    secretary = secretary_of(meeting, day_of(at)) if meeting else secretary_of_body(body, day_of(at)) if body else None
    subject_type, subject_uuid = about or ("meeting", meeting.uuid if meeting else "")
    enqueue(
        kind=kind,
        key=f"{key}:{to.uuid}",
        recipient=to.email,
        recipient_name=to.name,
        subject=subject,
        text_body=as_text(letter),
        html_body=as_html(letter),
        attachments=attachments,
        sender=sender(),
        reply_to=secretary.email if secretary else "",
        subject_type=subject_type,
        subject_uuid=subject_uuid,
        at=at,
    )


def sender() -> str:
    """The municipality's own mailbox, or "" for the setting."""
    here = municipality()
    return f'"{here.name}" <{here.mail_from}>' if here.mail_from else ""


def facts_of(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    """What, when and where, as every mail about a meeting tells it."""
    rows = [("Møde", meeting.body.name), ("Tid", when(meeting))]
    rows += [("Sted", meeting.place)] if meeting.place else []
    rows += [("Link", meeting.link)] if meeting.link else []
    return tuple(rows)


def tell_assigned(treatment: Treatment, *, at: datetime) -> None:
    """The one responsible has an item to write, with its deadline and a link to it."""
    meeting, person = treatment.meeting, treatment.responsible
    if meeting is None or person is None:
        return
    due = (
        f"Materialet skal være klar senest {weekday_text(day_of(treatment.material_due_at))}."
        if treatment.material_due_at
        else ""
    )
    post(
        Letter(
            f"Du har et punkt på mødet i {meeting.body.name_definite}",
            tuple(filter(None, (f'Punktet er "{treatment.title}".', due, "Ret resumé og indstilling, og tryk Klar."))),
            facts=facts_of(meeting),
            action=("Skriv punktet", link(treatment.get_absolute_url())),
            foot="Du får mailen, fordi du er ansvarlig for punktet.",
        ),
        kind="assignment",
        key=f"assignment:{treatment.uuid}:{treatment.version}",
        to=person,
        subject=f"Punkt til {title_of(meeting)}: {treatment.title}",
        meeting=meeting,
        at=at,
        about=("treatment", treatment.uuid),
    )


def tell_returned(treatment: Treatment, comment: str, *, by: Person | None, at: datetime) -> None:
    """The one responsible gets the item back with what is missing."""
    meeting = treatment.meeting
    if meeting is None or treatment.responsible is None:
        return
    post(
        Letter(
            f'Punktet "{treatment.title}" er sendt retur',
            (comment, "Punktet beholder sin plads på dagsordenen."),
            facts=facts_of(meeting),
            action=("Ret punktet", link(treatment.get_absolute_url())),
            foot="Du får mailen, fordi du er ansvarlig for punktet.",
        ),
        kind="returned",
        key=f"returned:{treatment.uuid}:{treatment.version}",
        to=treatment.responsible,
        subject=f"Sendt retur: {treatment.title}",
        meeting=meeting,
        at=at,
        about=("treatment", treatment.uuid),
    )


def ask_approval(meeting: Meeting, version: AgendaVersion, *, at: datetime) -> None:
    """The chair, and whoever the chair has handed approval to, has an agenda to read and approve."""
    for person in approvers_of(meeting, day_of(at)):
        post(
            Letter(
                "Dagsordenen er klar til din godkendelse",
                (f"Det er version {version.number}. Du godkender netop det, du læser.",),
                facts=facts_of(meeting),
                action=("Læs og godkend", link(f"{meeting.get_absolute_url()}godkend/")),
                foot=f"Du får mailen, fordi du godkender dagsordener i {meeting.body.name_definite}.",
            ),
            kind="to_chair",
            key=f"to_chair:{meeting.uuid}:{version.number}",
            to=person,
            subject=f"Til godkendelse: {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )


def tell_voided(meeting: Meeting, what: str, *, was_approved: bool, by: Person | None, at: datetime) -> None:
    """Those who approve are told what was changed under them."""
    words = "Din godkendelse er bortfaldet" if was_approved else "Dagsordenen er trukket tilbage"
    for person in approvers_of(meeting, day_of(at)):
        post(
            Letter(
                words,
                (f"Ændret: {what}.", "Du får den nye version til godkendelse, når den er klar."),
                facts=facts_of(meeting),
                action=("Se mødet", link(meeting.get_absolute_url())),
                foot=f"Du får mailen, fordi du godkender dagsordener i {meeting.body.name_definite}.",
            ),
            kind="voided",
            key=f"voided:{meeting.uuid}:{meeting.version}",
            to=person,
            subject=f"{words}: {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )


def tell_agenda_returned(meeting: Meeting, comment: str, *, by: Person | None, at: datetime) -> None:
    """The secretary gets the agenda back with the chair's comment."""
    post(
        Letter(
            "Formanden har sendt dagsordenen retur",
            (comment,),
            facts=facts_of(meeting),
            action=("Ret dagsordenen", link(meeting.get_absolute_url())),
            foot=f"Du får mailen, fordi du er sekretær for {meeting.body.name_definite}.",
        ),
        kind="agenda_returned",
        key=f"agenda_returned:{meeting.uuid}:{meeting.version}",
        to=secretary_of(meeting, day_of(at)),
        subject=f"Sendt retur: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def tell_approved(meeting: Meeting, version: AgendaVersion, *, by: Person | None, at: datetime) -> None:
    """The secretary can send the agenda."""
    approver = by.name if by else "Formanden"
    post(
        Letter(
            "Dagsordenen er godkendt",
            (f"{approver} har godkendt version {version.number}. Den kan udsendes.",),
            facts=facts_of(meeting),
            action=("Udsend dagsordenen", link(meeting.get_absolute_url())),
            foot=f"Du får mailen, fordi du er sekretær for {meeting.body.name_definite}.",
        ),
        kind="agenda_approved",
        key=f"agenda_approved:{meeting.uuid}:{version.number}",
        to=secretary_of(meeting, day_of(at)),
        subject=f"Godkendt: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def send_agenda(dispatch: Dispatch, to: Sequence[Seated], titles: Sequence[tuple[int, str]], *, at: datetime) -> None:
    """The agenda to each member: the items, the open edition as PDF, and the link to the whole."""
    meeting, version = dispatch.meeting, dispatch.version
    late = f"Dagsordenen udsendes efter fristen: {dispatch.late_because}" if dispatch.late_because else ""
    attached = [version.open_pdf.uuid] if version.open_pdf else []
    for seated in to:
        post(
            Letter(
                f"Dagsorden til mødet i {meeting.body.name_definite}",
                tuple(
                    filter(
                        None, (late, "Den åbne dagsorden er vedhæftet. Lukkede punkter og bilag læses på mødets side.")
                    )
                ),
                facts=facts_of(meeting),
                points_heading="Punkter",
                points=tuple(title for _number, title in titles),
                numbers=tuple(number for number, _title in titles),
                action=("Læs dagsorden og bilag", link(meeting.get_absolute_url())),
                more=(("Samlet materiale (læsekopi)", link(f"{meeting.get_absolute_url()}samlet/")),),
                foot=f"Du får mailen, fordi du har en plads i {meeting.body.name_definite}. Version {version.number}, kontrolsum {short_sum(version.sha256)}.",
            ),
            kind="agenda",
            key=f"agenda:{meeting.uuid}:{dispatch.number}",
            to=seated.person,
            subject=f"Dagsorden: {title_of(meeting)}",
            meeting=meeting,
            at=at,
            attachments=attached,
        )


def tell_result(decision: Decision, outcome: str, effects: Sequence[str], *, at: datetime) -> None:
    """Whoever proposed the matter, and whoever wrote it, is told what was decided."""
    treatment, meeting = decision.treatment, decision.meeting
    proposer = treatment.matter.project.contact if treatment.matter.project else None
    people = {p.pk: p for p in (proposer, treatment.responsible) if p}
    for person in people.values():
        post(
            Letter(
                f'Beslutning om "{treatment.title}"',
                (decision.text,),
                facts=(("Organ", decision.body.name), ("Beslutning", decision.number), ("Udfald", outcome)),
                points_heading="Det betyder",
                points=tuple(effects),
                action=("Se beslutningen", link(treatment.get_absolute_url())),
                foot="Du får mailen, fordi du har foreslået eller skrevet sagen.",
            ),
            kind="result",
            key=f"result:{decision.uuid}",
            to=person,
            subject=f"Besluttet: {treatment.title}",
            meeting=meeting,
            body=decision.body,
            at=at,
            about=("decision", decision.uuid),
        )


def tell_confirmed(meeting: Meeting, lines: Sequence[str], *, by: Person | None, at: datetime) -> None:
    """The chair gets the list of decisions that the secretary confirmed with the chair beside."""
    clicked = by.name if by else "Sekretæren"
    post(
        Letter(
            "Mødet er afsluttet, og beslutningerne er bekræftet",
            (f"{clicked} har afsluttet mødet sammen med dig. Ser du en fejl, så send referatet retur.",),
            facts=facts_of(meeting),
            points_heading="Beslutninger",
            points=tuple(lines),
            action=("Se referatet", link(f"{meeting.get_absolute_url()}referat/")),
            foot=f"Du får mailen, fordi du er mødeleder i {meeting.body.name_definite}.",
        ),
        kind="confirmed",
        key=f"confirmed:{meeting.uuid}:{meeting.version}",
        to=meeting.meeting_chair or chair_of(meeting),
        subject=f"Beslutninger: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def tell_conflict(decision: Decision, because: str, to: Person | None, *, at: datetime) -> None:
    """The secretary is told which decision could not be carried out, and why."""
    meeting = decision.meeting
    post(
        Letter(
            f"Beslutning {decision.number} kunne ikke gennemføres",
            (because, "Mødet, referatet og de andre beslutninger står ved magt. Afklar virkningen på punktets side."),
            facts=facts_of(meeting) if meeting else (("Organ", decision.body.name),),
            action=("Afklar", link(decision.treatment.get_absolute_url())),
            foot=f"Du får mailen, fordi du er sekretær for {decision.body.name_definite}.",
        ),
        kind="conflict",
        key=f"conflict:{decision.uuid}:{decision.version}",
        to=to,
        subject=f"Kunne ikke gennemføres: {decision.treatment.title}",
        meeting=meeting,
        body=decision.body,
        at=at,
        about=("decision", decision.uuid),
    )


def send_minutes(version: MinutesVersion, *, at: datetime) -> None:
    """The approved minutes to everybody at the table, the open edition attached."""
    meeting = version.meeting
    attached = [version.open_pdf.uuid] if version.open_pdf else []
    for seated in receivers(meeting):
        post(
            Letter(
                f"Referat fra mødet i {meeting.body.name_definite}",
                (f"Referatet er godkendt {moment_text(version.approved_at.astimezone(ZONE))}.",),
                facts=facts_of(meeting),
                action=("Læs referatet", link(f"{meeting.get_absolute_url()}referat/")),
                foot=f"Du får mailen, fordi du har en plads i {meeting.body.name_definite}.",
            ),
            kind="minutes",
            key=f"minutes:{meeting.uuid}:{version.number}",
            to=seated.person,
            subject=f"Referat: {title_of(meeting)}",
            meeting=meeting,
            at=at,
            attachments=attached,
        )

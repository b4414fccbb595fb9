"""The letters about an agenda: to the chair, back to the secretary, and to the members.

Attached is the open edition only; what is closed is linked to, never mailed.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from styrehjul.mail.letter import Letter
from styrehjul.meetings.mails.post import facts_of, link, post, title_of
from styrehjul.meetings.models import AgendaVersion, Dispatch, Meeting
from styrehjul.meetings.queries.seats import (
    Seated,
    approvers_of,
    day_of,
    secretary_of,
)
from styrehjul.meetings.reading.words import short_sum
from styrehjul.people.models import Person


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

"""The mails about an agenda that changes after it was sent: to the chair, back to the secretary, and to the members.

Members who have had the agenda get the difference only; the others get the whole. Nothing closed is mailed.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime

from styrehjul.kernel.danish import clock, weekday_text
from styrehjul.mail.letter import Letter
from styrehjul.meetings.domain.changes import lines
from styrehjul.meetings.mails.post import facts_of, link, post, title_of
from styrehjul.meetings.models import ChangeSet, Dispatch, Meeting, MoveRequest
from styrehjul.meetings.queries.changes import received
from styrehjul.meetings.queries.contents import open_edition
from styrehjul.meetings.queries.seats import Seated, approvers_of, chair_of, day_of, secretary_of
from styrehjul.meetings.reading.words import short_sum
from styrehjul.people.models import Person


def ask_changes(change_set: ChangeSet, *, at: datetime) -> None:
    """The chair has changes of a sent agenda to read."""
    meeting, version = change_set.meeting, change_set.built
    assert version is not None  # it was just built
    for person in approvers_of(meeting, day_of(at)):
        post(
            Letter(
                "Der er ændringer til dagsordenen, som venter på dig",
                ("Dagsordenen er udsendt. Medlemmerne får først ændringerne, når du har godkendt dem.",),
                facts=facts_of(meeting),
                points_heading="Ændringer",
                points=tuple(lines(open_edition(json.loads(version.content)).get("changes", ()))),
                action=("Læs og godkend", link(f"{meeting.get_absolute_url()}aendringer/godkend/")),
                foot=f"Du får mailen, fordi du godkender dagsordener i {meeting.body.name_definite}.",
            ),
            kind="changes_to_chair",
            key=f"changes_to_chair:{meeting.uuid}:{version.number}",
            to=person,
            subject=f"Ændringer til godkendelse: {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )


def tell_changes_voided(change_set: ChangeSet, *, by: Person | None, at: datetime, dropped: bool = False) -> None:
    """The chair need not read the changes: they are being changed again, or were dropped."""
    meeting = change_set.meeting
    words = "Ændringerne til dagsordenen er droppet" if dropped else "Ændringerne til dagsordenen er trukket tilbage"
    said = (
        "Dagsordenen gælder, som den er udsendt."
        if dropped
        else "Der rettes i dem igen. Du får dem, når de er klar til dig."
    )
    for person in approvers_of(meeting, day_of(at)):
        post(
            Letter(
                words,
                (said,),
                facts=facts_of(meeting),
                action=("Se mødet", link(meeting.get_absolute_url())),
                foot=f"Du får mailen, fordi du godkender dagsordener i {meeting.body.name_definite}.",
            ),
            kind="changes_voided",
            key=f"changes_voided:{change_set.uuid}:{change_set.version}",
            to=person,
            subject=f"{words}: {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )


def tell_changes_returned(change_set: ChangeSet, comment: str, *, by: Person, at: datetime) -> None:
    """The secretary gets the changes back with the chair's comment."""
    meeting = change_set.meeting
    post(
        Letter(
            "Formanden har sendt ændringerne retur",
            (comment, "Medlemmerne har ikke fået noget. Dagsordenen gælder, som den er udsendt."),
            facts=facts_of(meeting),
            action=("Ret ændringerne", link(f"{meeting.get_absolute_url()}aendringer/")),
            foot=f"Du får mailen, fordi du er sekretær for {meeting.body.name_definite}.",
        ),
        kind="changes_returned",
        key=f"changes_returned:{change_set.uuid}:{change_set.version}",
        to=secretary_of(meeting, day_of(at)),
        subject=f"Sendt retur: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def send_changes(sent: Dispatch, before: Dispatch, to: Sequence[Seated], *, at: datetime) -> None:
    """The difference to those who have had the agenda, the whole to those who have not; the new open PDF to both."""
    known = received(sent.meeting, before)
    for seated in to:
        if seated.person.pk in known:
            _send_difference(sent, before, seated.person, at=at)
        else:
            _send_whole(sent, seated.person, at=at)


def _late(sent: Dispatch) -> str:
    return f"Ændringerne sendes efter fristen: {sent.late_because}" if sent.late_because else ""


def _foot(sent: Dispatch) -> str:
    named = f"Version {sent.version.number}, kontrolsum {short_sum(sent.version.sha256)}."
    return f"Du får mailen, fordi du har en plads i {sent.meeting.body.name_definite}. {named}"


def _send_difference(sent: Dispatch, before: Dispatch, to: Person, *, at: datetime) -> None:
    meeting, content = sent.meeting, open_edition(json.loads(sent.version.content))
    page = f"{meeting.get_absolute_url()}versioner/?fra={before.version.number}&til={sent.version.number}"
    said = "Du har fået dagsordenen før. Her står kun det, der er ændret; den nye dagsorden er vedhæftet."
    post(
        Letter(
            f"Ændringer til dagsordenen for mødet i {meeting.body.name_definite}",
            tuple(filter(None, (_late(sent), said))),
            facts=facts_of(meeting),
            points_heading="Ændret",
            points=tuple(lines(content["changes"])) or ("Et lukket bilag. Læs det på mødets side.",),
            action=("Se, hvad der er ændret", link(page)),
            more=(("Hele dagsordenen", link(meeting.get_absolute_url())),),
            foot=_foot(sent),
        ),
        kind="agenda_changed",
        key=f"agenda_changed:{meeting.uuid}:{sent.number}",
        to=to,
        subject=f"Ændret dagsorden: {title_of(meeting)}",
        meeting=meeting,
        at=at,
        attachments=[sent.version.open_pdf.uuid] if sent.version.open_pdf else [],
    )


def _send_whole(sent: Dispatch, to: Person, *, at: datetime) -> None:
    meeting, content = sent.meeting, open_edition(json.loads(sent.version.content))
    titles = [
        (item["number"], f"{item['title']} (udgået)" if "withdrawn" in item else item["title"])
        for item in content["items"]
    ]
    post(
        Letter(
            f"Dagsorden til mødet i {meeting.body.name_definite}",
            tuple(
                filter(
                    None,
                    (_late(sent), "Den åbne dagsorden er vedhæftet. Lukkede punkter og bilag læses på mødets side."),
                )
            ),
            facts=facts_of(meeting),
            points_heading="Punkter",
            points=tuple(title for _number, title in titles),
            numbers=tuple(number for number, _title in titles),
            action=("Læs dagsorden og bilag", link(meeting.get_absolute_url())),
            more=(("Samlet materiale (læsekopi)", link(f"{meeting.get_absolute_url()}samlet/")),),
            foot=_foot(sent),
        ),
        kind="agenda",
        key=f"agenda:{meeting.uuid}:{sent.number}",
        to=to,
        subject=f"Dagsorden: {title_of(meeting)}",
        meeting=meeting,
        at=at,
        attachments=[sent.version.open_pdf.uuid] if sent.version.open_pdf else [],
    )


def ask_move(request: MoveRequest, *, at: datetime) -> None:
    """The chair is asked to confirm that a meeting, whose agenda was sent, gets another time."""
    meeting = request.meeting
    day = f"{weekday_text(day_of(request.starts_at), year=True)} kl. {clock(request.starts_at)}"
    post(
        Letter(
            f"Kan mødet i {meeting.body.name_definite} flyttes?",
            tuple(
                filter(
                    None,
                    (
                        f"{request.asked_by.name} vil flytte mødet til {day}. Dagsordenen er udsendt, så det sker først, når du har bekræftet.",
                        request.reason,
                    ),
                )
            ),
            facts=facts_of(meeting),
            action=("Se, hvad det betyder", link(f"{meeting.get_absolute_url()}flyt/svar/")),
            foot=f"Du får mailen, fordi du er formand for {meeting.body.name_definite}.",
        ),
        kind="move_asked",
        key=f"move_asked:{request.uuid}",
        to=chair_of(meeting),
        subject=f"Flytning til bekræftelse: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def tell_move_declined(request: MoveRequest, comment: str, *, at: datetime) -> None:
    """The one who asked is told that the meeting keeps its time."""
    meeting = request.meeting
    post(
        Letter(
            "Formanden har ikke bekræftet flytningen",
            tuple(filter(None, (comment, "Mødet holdes til den tid, der er indkaldt til."))),
            facts=facts_of(meeting),
            action=("Se mødet", link(meeting.get_absolute_url())),
            foot=f"Du får mailen, fordi du bad om at flytte mødet i {meeting.body.name_definite}.",
        ),
        kind="move_declined",
        key=f"move_declined:{request.uuid}",
        to=request.asked_by,
        subject=f"Ikke flyttet: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def tell_dependent(other: Meeting, moved: Meeting, *, at: datetime) -> None:
    """The secretary of a meeting that prepares another is told that the other has moved."""
    day = f"{weekday_text(day_of(moved.starts_at), year=True)} kl. {clock(moved.starts_at)}"
    post(
        Letter(
            f"Mødet i {moved.body.name_definite}, som I forbereder, er flyttet",
            (f"Det holdes {day}. Se, om jeres eget møde stadig ligger rigtigt.",),
            facts=facts_of(other),
            action=("Se jeres møde", link(other.get_absolute_url())),
            foot=f"Du får mailen, fordi du er sekretær for {other.body.name_definite}.",
        ),
        kind="dependent_moved",
        key=f"dependent_moved:{other.uuid}:{moved.version}",
        to=secretary_of(other, day_of(at)),
        subject=f"Flyttet: {title_of(moved)}",
        meeting=other,
        at=at,
    )

"""The letters about minutes: those that the members approve, the approved ones, and what is put right afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.kernel.danish import ZONE, moment_text, weekday_text
from styrehjul.mail.letter import Letter
from styrehjul.meetings.domain.states import Access
from styrehjul.meetings.mails.post import facts_of, link, post, title_of, when
from styrehjul.meetings.models import Correction, Meeting, MinutesComment, MinutesRound, MinutesVersion
from styrehjul.meetings.queries.seats import approvers_of, day_of, receivers, secretary_of
from styrehjul.people.models import Person

_WHAT = {
    MinutesApproval.TACIT: "Kommer der ingen indsigelse inden fristen, er referatet godkendt.",
    MinutesApproval.NEXT_MEETING: "Referatet godkendes på det næste møde.",
    MinutesApproval.EACH_MEMBER: "Referatet er godkendt, når hvert medlem har godkendt det.",
}


def _facts(meeting: Meeting) -> tuple[tuple[str, str], ...]:
    return (("Møde", meeting.body.name), ("Tid", when(meeting)))


def _page(meeting: Meeting) -> str:
    return link(f"{meeting.get_absolute_url()}referat/")


def _seat(meeting: Meeting) -> str:
    return f"Du får mailen, fordi du har en plads i {meeting.body.name_definite}."


def _about(comment: MinutesComment) -> str:
    """Which item a comment is about; a closed item is named by its number alone, for a mail is read by whoever holds it."""
    item = comment.treatment
    if item is None:
        return "Hele referatet"
    title = f": {item.title}" if item.access == Access.OPEN.value else ""
    return f"Punkt {item.number or ''}{title}".replace("Punkt :", "Punkt:")


def tell_commenting(found: MinutesRound, *, at: datetime) -> None:
    """Everybody at the table may comment, until when, and how the minutes are then approved."""
    meeting = found.meeting
    due = weekday_text(day_of(found.due_at))
    approves = found.way == MinutesApproval.EACH_MEMBER.value
    for seated in receivers(meeting):
        post(
            Letter(
                "Referatet er klar til kommentering",
                (
                    f"Skriv dine bemærkninger på siden senest {due}. De ændrer ikke teksten; sekretæren svarer.",
                    _WHAT[MinutesApproval(found.way)],
                ),
                facts=(*_facts(meeting), ("Frist", due)),
                action=("Læs og godkend referatet" if approves else "Læs referatet", _page(meeting)),
                foot=_seat(meeting),
            ),
            kind="minutes_comments",
            key=f"minutes_comments:{found.uuid}",
            to=seated.person,
            subject=f"Referat til kommentering: {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )


def tell_taken_back(found: MinutesRound, because: str, *, at: datetime) -> None:
    """The members are told that the minutes come again."""
    meeting = found.meeting
    _to_all(
        meeting,
        Letter(
            "Referatet rettes og kommer igen",
            (f"Formanden har taget referatet tilbage: {because}", "Du får en mail, når det er klar igen."),
            facts=_facts(meeting),
            foot=_seat(meeting),
        ),
        kind="minutes_back",
        key=f"minutes_back:{found.uuid}",
        subject=f"Referatet rettes: {title_of(meeting)}",
        at=at,
    )


def _to_all(meeting: Meeting, letter: Letter, *, kind: str, key: str, subject: str, at: datetime) -> None:
    for seated in receivers(meeting):
        post(letter, kind=kind, key=key, to=seated.person, subject=subject, meeting=meeting, at=at)


def tell_objection(comment: MinutesComment, *, at: datetime) -> None:
    """The secretary must answer, or the minutes are never approved."""
    meeting = comment.round.meeting
    post(
        Letter(
            f"{comment.person.name} har gjort indsigelse mod referatet",
            ("Referatet kan ikke godkendes, før du har svaret.",),
            facts=(*_facts(meeting), ("Om", _about(comment))),
            action=("Læs og svar", _page(meeting)),
            foot=f"Du får mailen, fordi du er sekretær for {meeting.body.name_definite}.",
        ),
        kind="objection",
        key=f"objection:{comment.uuid}",
        to=secretary_of(meeting, day_of(at)),
        subject=f"Indsigelse mod referatet: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def tell_answer(comment: MinutesComment, *, at: datetime) -> None:
    """The one who wrote the comment gets the answer's place."""
    meeting = comment.round.meeting
    post(
        Letter(
            "Din bemærkning til referatet er besvaret",
            facts=(*_facts(meeting), ("Om", _about(comment))),
            action=("Læs svaret", _page(meeting)),
            foot="Du får mailen, fordi du har skrevet en bemærkning.",
        ),
        kind="minutes_answer",
        key=f"minutes_answer:{comment.uuid}",
        to=comment.person,
        subject=f"Svar på din bemærkning: {title_of(meeting)}",
        meeting=meeting,
        at=at,
    )


def ask_for_correction(correction: Correction, to: Iterable[Person] = (), *, at: datetime) -> None:
    """The chair is asked to approve a correction."""
    meeting = correction.meeting
    for person in to or approvers_of(meeting, day_of(at)):
        post(
            Letter(
                "En rettelse til referatet venter på dig",
                ("Det godkendte referat ændres ikke. Rettelsen vises ved siden af, når du har godkendt den.",),
                facts=_facts(meeting),
                action=("Læs og godkend rettelsen", f"{_page(meeting)}#rettelser"),
                foot=f"Du får mailen, fordi du godkender referater i {meeting.body.name_definite}.",
            ),
            kind="correction_asked",
            key=f"correction_asked:{correction.uuid}",
            to=person,
            subject=f"Rettelse til referatet: {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )


def send_correction(version: MinutesVersion, correction: Correction, *, at: datetime) -> None:
    """The minutes with their correction to everybody at the table, the open edition attached."""
    meeting, item = version.meeting, correction.treatment
    opened = item is None or item.access == Access.OPEN.value
    told = (("Rettelse", correction.text), ("Begrundelse", correction.because)) if opened else ()
    about = f"Rettelsen gælder punkt {item.number}." if item and item.number else "Rettelsen gælder hele referatet."
    attached = [version.open_pdf.uuid] if version.open_pdf else []
    for seated in receivers(meeting):
        post(
            Letter(
                f"Rettelse {correction.number} til referatet",
                (f"{about} Det godkendte referat er uændret; rettelsen står ved siden af.",),
                facts=(*_facts(meeting), *told),
                action=("Læs referatet", _page(meeting)),
                foot=_seat(meeting),
            ),
            kind="correction",
            key=f"correction:{correction.uuid}",
            to=seated.person,
            subject=f"Rettelse {correction.number} til referatet: {title_of(meeting)}",
            meeting=meeting,
            at=at.astimezone(ZONE),
            attachments=attached,
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

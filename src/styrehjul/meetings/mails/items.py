"""The letters to the one responsible for an item."""

from __future__ import annotations

from datetime import datetime

from styrehjul.kernel.danish import weekday_text
from styrehjul.mail.letter import Letter
from styrehjul.meetings.mails.post import facts_of, link, post, title_of
from styrehjul.meetings.models import Treatment
from styrehjul.meetings.queries.seats import (
    day_of,
)
from styrehjul.people.models import Person


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

"""The mails of checks: to whoever is asked, and to whoever asked when there is a remark."""

from __future__ import annotations

from datetime import datetime

from styrehjul.mail.letter import Letter
from styrehjul.meetings import labels
from styrehjul.meetings.domain.preparing import Check, Review
from styrehjul.meetings.mails.post import link, post
from styrehjul.meetings.models import ItemCheck


def ask_checker(row: ItemCheck, *, at: datetime) -> None:
    """The one asked says what there is to say, on one page."""
    item, side = row.treatment, Check(row.kind)
    chief = side is Check.CHIEF
    title = "Godkend et forslag til et punkt" if chief else "Se på et punkt"
    asked = (
        f'{row.asked_by.name} vil foreslå punktet "{item.title}" til {item.body.name_definite} og har brug for dit ja.'
        if chief
        else f'{row.asked_by.name} beder dig se på "{item.title}": {str(labels.CHECK[side]).lower()}.'
    )
    post(
        Letter(
            title, (asked,), facts=(("Punkt", item.title),), action=("Læs og svar", link(f"/kontrol/{row.pk}/")),
            foot="Du får mailen, fordi du er spurgt om punktet.",
        ),
        kind="check", key=f"check:{row.uuid}:{row.version}", to=row.person, subject=f"{title}: {item.title}",
        meeting=item.meeting, at=at, about=("treatment", item.uuid),
    )  # fmt: skip


def tell_checked(row: ItemCheck, *, at: datetime) -> None:
    """Whoever asked hears of a remark; that there is none is seen on the page."""
    if row.answer != Review.COMMENT or row.asked_by_id == row.person_id:
        return
    item = row.treatment
    side = str(labels.CHECK[Check(row.kind)])
    post(
        Letter(
            "En bemærkning til punktet", (f'{row.person.name} har en bemærkning til "{item.title}" ({side.lower()}):', row.remark),
            action=("Se punktet", link(f"{item.get_absolute_url()}?laes=1")), foot="Du får mailen, fordi du har bedt om kontrollen.",
        ),
        kind="check_remark", key=f"check_remark:{row.uuid}:{row.version}", to=row.asked_by,
        subject=f"Bemærkning fra {row.person.name}: {item.title}", meeting=item.meeting, at=at,
        about=("treatment", item.uuid),
    )  # fmt: skip

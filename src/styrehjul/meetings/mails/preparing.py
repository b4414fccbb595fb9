"""The mails of preparing in more steps: to who proposed an item, and to those who read one."""

from __future__ import annotations

from datetime import datetime

from styrehjul.kernel.danish import weekday_text
from styrehjul.mail.letter import Letter
from styrehjul.meetings.domain.preparing import Review
from styrehjul.meetings.mails.post import link, post
from styrehjul.meetings.models import ReviewAnswer, Treatment
from styrehjul.meetings.queries.seats import day_of

_SAID = {
    "received": ("Dit punkt er modtaget", "{body} har taget imod dit forslag til et punkt."),
    "rejected": ("Dit punkt er afvist", "{body} har afvist dit forslag til et punkt."),
    "chief": ("Dit punkt er ikke godkendt", "Din chef har ikke godkendt, at punktet foreslås."),
    "redirected": ("Dit punkt er sendt videre", "Dit forslag til et punkt er sendt til {body}."),
}


def tell_proposer(item: Treatment, what: str, because: str, *, at: datetime) -> None:
    """What became of the item that somebody proposed."""
    if item.proposed_by is None:
        return
    title, words = _SAID[what]
    name = item.body.name_definite
    lines = (words.format(body=name[:1].upper() + name[1:]), f"Begrundelse: {because}" if because else "")
    post(
        Letter(
            title, tuple(line for line in lines if line), facts=(("Punkt", item.title),),
            action=("Se sagen", link(f"/sager/{item.matter_id}/")), foot="Du får mailen, fordi du har foreslået punktet.",
        ),
        kind="item_proposal", key=f"item_proposal:{item.uuid}:{what}", to=item.proposed_by,
        subject=f"{title}: {item.title}", meeting=item.meeting, at=at, about=("treatment", item.uuid),
    )  # fmt: skip


def ask_reader(row: ReviewAnswer, *, at: datetime) -> None:
    """A reader is asked to say OK or to comment, on exactly that version."""
    item = row.round.treatment
    due = weekday_text(day_of(row.round.due_at))
    post(
        Letter(
            "Gennemse et punkt",
            (f'Læs "{item.title}", og svar OK, eller skriv en bemærkning, senest {due}.',),
            facts=(("Punkt", item.title), ("Sendt af", row.round.sent_by.name)),
            action=("Læs og svar", link(f"/gennemsyn/{row.round_id}/")),
            foot="Du får mailen, fordi du er bedt om at gennemse punktet.",
        ),
        kind="review", key=f"review:{row.uuid}", to=row.person, subject=f"Gennemsyn senest {due}: {item.title}",
        meeting=item.meeting, at=at, about=("treatment", item.uuid),
    )  # fmt: skip


def tell_answered(row: ReviewAnswer, *, at: datetime) -> None:
    """Whoever sent the item out hears of a comment; an OK is seen on the page."""
    item = row.round.treatment
    if row.answer != Review.COMMENT:
        return
    post(
        Letter(
            "En bemærkning til punktet", (f'{row.person.name} har en bemærkning til "{item.title}":', row.comment),
            action=("Se og svar", link(f"/gennemsyn/{row.round_id}/")),
            foot="Du får mailen, fordi du har sendt punktet til gennemsyn.",
        ),
        kind="review_comment", key=f"review_comment:{row.uuid}:{row.version}", to=row.round.sent_by,
        subject=f"Bemærkning fra {row.person.name}: {item.title}", meeting=item.meeting, at=at,
        about=("treatment", item.uuid),
    )  # fmt: skip

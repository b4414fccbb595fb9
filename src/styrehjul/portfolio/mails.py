"""The mails that the portfolio promises."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.conf import settings

from styrehjul.bodies.queries import municipality
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.kernel.refusal import Refused
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.outbox import enqueue
from styrehjul.portfolio.models import StatusAsk, StatusRound
from styrehjul.portfolio.queries.rounds import link_path


def post_round(found: StatusRound, asks: Sequence[StatusAsk], *, at: datetime, again: str = "") -> bool:
    """Ask one person for all of theirs, in one mail. False where the person cannot be written to."""
    person = asks[0].person
    assert person is not None  # only asks with somebody to ask come here
    titles = sorted(ask.project.title for ask in asks)
    many = len(titles) > 1
    letter = Letter(
        f"Giv status på {'dine projekter' if many else titles[0]}",
        (
            f"Svar senest {weekday_text(found.deadline, year=True)}. Går det som sidst, er det ét klik.",
            *([found.message] if found.message else []),
        ),
        facts=(("Til mødet", f"{found.body.name}, {day_text(found.meeting_on)}"),) if found.meeting_on else (),
        points_heading="Dine projekter" if many else "",
        points=tuple(titles) if many else (),
        action=("Giv status", f"{settings.PUBLIC_URL.rstrip('/')}{link_path(found, person)}"),
        foot="Du får mailen, fordi du er projektleder. Linket er personligt.",
    )
    here = municipality()
    day = day_text(found.deadline, year=False)
    try:
        enqueue(
            kind="status_round",
            key=f"status:{found.uuid}:{person.uuid}{f':{again}' if again else ''}",
            recipient=person.email,
            recipient_name=person.name,
            subject=f"{'Husk status' if again else 'Status'} senest {day}: "
            + (f"{len(titles)} projekter" if many else titles[0]),
            text_body=as_text(letter),
            html_body=as_html(letter),
            sender=f'"{here.name}" <{here.mail_from}>' if here.mail_from else "",
            subject_type="statusround",
            subject_uuid=found.uuid,
            at=at,
        )
    except Refused as refused:
        if refused.code != "mail.no_address":
            raise
        return False
    return True

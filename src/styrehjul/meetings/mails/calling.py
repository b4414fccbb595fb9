"""The letter that asks those at the table what the next meeting should take up."""

from __future__ import annotations

from datetime import datetime

from styrehjul.kernel.danish import weekday_text
from styrehjul.mail.letter import Letter
from styrehjul.meetings.mails.post import facts_of, link, post, title_of
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.extended import extended
from styrehjul.meetings.queries.facts import ITEMS_CLOSED, deadline_of
from styrehjul.meetings.queries.seats import Seated, day_of, secretary_of


def call_for_items(meeting: Meeting, to: list[Seated], *, at: datetime) -> None:
    """Until when, and how: by an item of one's own where members propose items, else to the secretary."""
    closes = deadline_of(meeting, ITEMS_CLOSED)
    until = weekday_text(day_of(closes)) if closes else ""
    secretary = secretary_of(meeting, day_of(at))
    proposes = extended(meeting.body, day_of(at))
    whom = f"Skriv til {secretary.name}" if secretary else "Skriv til sekretæren"
    how = "Foreslå punktet på mødets side" if proposes else f"{whom}, eller svar på denne mail"
    when = f" senest {until}" if until else ""
    for seated in to:
        post(
            Letter(
                f"Er der punkter til mødet i {meeting.body.name_definite}?",
                (
                    f"{how}{when}. Så kommer punktet med på dagsordenen.",
                    "Et nyt projekt foreslås med Nyt projektforslag. Har du ingen punkter, skal du ikke gøre noget.",
                ),
                facts=(*facts_of(meeting), *((("Frist for punkter", until),) if until else ())),
                action=(
                    "Foreslå et punkt" if proposes else "Se mødet",
                    link("/moeder/foreslaa/" if proposes else meeting.get_absolute_url()),
                ),
                foot=f"Du får mailen, fordi du har en plads i {meeting.body.name_definite}.",
            ),
            kind="call_for_items",
            key=f"call_for_items:{meeting.uuid}",
            to=seated.person,
            subject=f"Punkter til {title_of(meeting)}",
            meeting=meeting,
            at=at,
        )

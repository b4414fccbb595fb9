"""What was changed in the portfolio while the meeting ran, kept on the item that looks it over."""

from __future__ import annotations

from datetime import datetime

from styrehjul.audit.unit import store
from styrehjul.meetings.domain.states import Profile
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.people.models import Person
from styrehjul.portfolio.queries import changes_since, lines_of

CONTENT = "opdatering_portefoelje_ansvar_opgaver"
HEADING = "Ændret under mødet"


def note_changes(meeting: Meeting, *, by: Person | None, at: datetime) -> None:
    """Called when the meeting is ended: the changes made since it began stand in its minutes under that item."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    keys = [r.key for r in rules.standing_items if (r.content or r.key) == CONTENT] if rules else []
    items = meeting.treatments.filter(profile=Profile.STANDING.value, standing_key__in=keys)
    found = items.first() if keys and meeting.started_at else None
    if found is None or meeting.started_at is None:
        return
    lines = [
        {
            "text": f"{line.project.title}: {f'{line.what}: {line.words}'.strip(': ')}",
            "url": line.project.get_absolute_url(),
        }
        for line in lines_of(changes_since(meeting.started_at, at))
    ]
    held = [{"t": "h", "text": HEADING, "level": 1}, {"t": "ul", "items": lines}] if lines else []
    content = dict(found.frozen_content or {})
    if content.get("held", []) == held:
        return
    content["held"] = held
    found.frozen_content = content
    store(found, by=by, at=at, action="treatment.note_changes")

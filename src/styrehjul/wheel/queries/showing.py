"""The year as a drawing, with the words in its middle."""

from __future__ import annotations

from datetime import date
from typing import Any

from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.wheel.domain.drawing import Entry, Wheel, draw
from styrehjul.wheel.models import Occurrence
from styrehjul.wheel.queries.values import Year


def wheel_of(view: Year, on: date) -> Wheel:
    """The drawing of a year."""
    entries = []
    for quarter in view.quarters:
        for box in quarter.boxes:
            for meeting in box.meetings:
                entries.append(
                    Entry(
                        day=meeting.day,
                        ring=box.ring,
                        state=meeting.state,
                        words=f"{box.body.name} {weekday_text(meeting.day, year=True)}: {meeting.words}",
                        url=meeting.url,
                        prepared_from=meeting.prepared_from if meeting.state != "cancelled" else None,
                        prepared_to=meeting.prepared_to,
                    )
                )
    entries += _activity_entries(view)
    return draw(view.year, entries, bodies=max(len(view.bodies), 1), today=on)


def _activity_entries(view: Year) -> list[Entry]:
    rings = {body.pk: ring for ring, body in enumerate(view.bodies)}
    found = Occurrence.objects.filter(year=view.year, on__isnull=False).exclude(status="cancelled")
    return [
        Entry(
            day=o.on,
            ring=rings.get(o.body_id, 0),
            state=o.status,
            words=f"{o.title} {weekday_text(o.on, year=True)}: {'afholdt' if o.status == 'held' else 'planlagt'}",
            url=f"/aarshjul/aktivitet/{o.pk}/",
            shape="dot" if o.optional else "diamond",
        )
        for o in found
        if o.on and o.on.year == view.year
    ]


def middle_of(view: Year, on: date) -> dict[str, Any]:
    """The words in the middle of the wheel: today, and how long to the next meeting of the first body."""
    if view.year != on.year:
        return {"today": "", "lines": []}
    lines: list[tuple[int, str]] = []
    upcoming = [
        (line.day, box.body)
        for quarter in view.quarters
        for box in quarter.boxes
        for line in box.meetings
        if line.day >= on and line.state not in ("cancelled", "held") and box.ring == 0
    ]
    if upcoming:
        day, body = min(upcoming, key=lambda pair: pair[0])
        away = (day - on).days
        lines = [
            (32, "i dag" if away == 0 else f"{away} {'dag' if away == 1 else 'dage'} til"),
            (50, f"næste {body.name.lower()}møde"),
        ]
    return {"today": f"I dag {day_text(on, year=False)}", "lines": lines}

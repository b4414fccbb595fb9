"""Approved minutes with their corrections: the first edition as it was, and a list beside it."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.domain.agenda import canonical
from styrehjul.meetings.domain.states import Access
from styrehjul.meetings.models import Correction, Meeting
from styrehjul.meetings.queries.minutes import corrections_of, next_correction_number
from styrehjul.meetings.queries.versions import minutes_of, next_minutes_number
from styrehjul.people.models import Person

Json = dict[str, Any]


def corrected_content(correction: Correction, *, by: Person | None, at: datetime) -> str:
    """The canonical content of the edition that has this correction: the approved text unchanged, one line more."""
    meeting = correction.meeting
    version = minutes_of(meeting)
    data: Json = json.loads(version.content) if version else {}
    if not data.get("items"):
        raise Refused("correction.nothing_approved")
    numbers = {item["uuid"]: item["number"] for item in data["items"]}
    earlier = [
        _line(row, row.number or 0, row.approved_by, row.decided_at or at, numbers) for row in corrections_of(meeting)
    ]
    new = _line(correction, next_correction_number(meeting), by, at, numbers)
    head = data["head"] | {"version": next_minutes_number(meeting)}
    return canonical(data | {"head": head, "corrections": [*earlier, new]})


def _line(row: Correction, number: int, by: Person | None, at: datetime, numbers: dict[str, int]) -> Json:
    item = row.treatment
    return {
        "number": number,
        "item": f"punkt {numbers.get(str(item.uuid), '')}".strip() if item else "hele referatet",
        "access": item.access if item else Access.OPEN.value,
        "text": row.text,
        "because": row.because,
        "made_by": row.made_by.name if row.made_by else "",
        "approved_by": by.name if by else "",
        "at": at.astimezone(UTC).isoformat(timespec="minutes"),
    }


def correctable(meeting: Meeting) -> bool:
    """Whether there are approved minutes of our own to correct."""
    version = minutes_of(meeting)
    return version is not None and not meeting.before_use

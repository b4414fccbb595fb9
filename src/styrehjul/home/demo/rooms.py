"""The demo's two meeting rooms with a calendar of their own, and what those calendars answer."""

from __future__ import annotations

from datetime import datetime

from styrehjul.documents.replies import CalendarAnswer
from styrehjul.home.demo.foundation import DOMAIN, Demo, do
from styrehjul.meetings import actions
from styrehjul.meetings.actions.answers import Arrived, take_answer
from styrehjul.meetings.models import Meeting

ROOMS = (("Mødelokale Kattegat", "kattegat"), ("Mødelokale Djursland", "djursland"))


def keep(demo: Demo, at: datetime) -> None:
    """The secretary registers both; from then on a meeting held there asks them by itself."""
    for name, box in ROOMS:
        do(actions.keep_room, None, name=name, address=f"{box}@{DOMAIN}", by=demo.people["peter"], at=at)


def say_yes(meeting: Meeting, at: datetime) -> None:
    """The room's calendar answers the invitation, as the mailbox would bring it."""
    meeting = Meeting.objects.get(pk=meeting.pk)
    answer = CalendarAnswer(
        method="REPLY", uid=meeting.ical_uid, sequence=meeting.ical_sequence, stamp=at, attendee=meeting.room_called,
        sent_by="", partstat="ACCEPTED", comment="",
    )  # fmt: skip
    do(take_answer, Arrived(answer, meeting.room_called, trusted=True, source=f"demo-{meeting.uuid}"), at=at)

"""A meeting that was called off: by whom, why, and what became of the items that stood on it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import day_text
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.reading.words import day_of, short_title
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to


@dataclass(frozen=True)
class Fate:
    """What became of one item; `url` is where it stands now."""

    title: str
    url: str
    text: str


@dataclass(frozen=True)
class CalledOff:
    """Why, and in small print who said so and when."""

    because: str
    said: str


def called_off(meeting: Meeting) -> CalledOff:
    """The reason, with the day and the person where they are known."""
    first = meeting.history.filter(calendar_state=s.C.CANCELLED.value).order_by("history_date", "history_id").first()
    said = ""
    if first is not None:
        who, day = first.history_user, day_text(day_of(first.history_date))
        said = _("Aflyst af %(who)s %(day)s.") % {"who": who.name, "day": day} if who else _("Aflyst %s.") % day
    return CalledOff(meeting.cancelled_because, said)


def fates(meeting: Meeting, person: Person, on: date) -> list[Fate]:
    """The items of its own one by one, also those that were moved away before; the standing ones fell with it."""
    once = Treatment.history.filter(meeting_id=meeting.pk).values("id")
    found = Treatment.objects.filter(pk__in=once).filter(visible_to(person, "treatment.see", on=on))
    rows = list(found.select_related("meeting__body").order_by("position", "pk"))
    own = [row for row in rows if row.profile == s.Profile.ORDINARY]
    lines = [Fate(row.title, row.get_absolute_url(), _fate(row, meeting)) for row in own]
    if fell := sum(1 for row in rows if row.profile != s.Profile.ORDINARY and row.meeting_id == meeting.pk):
        text = ngettext("%(n)d fast punkt bortfaldt med mødet", "%(n)d faste punkter bortfaldt med mødet", fell)
        lines.append(Fate("", "", text % {"n": fell}))
    return lines


def _fate(row: Treatment, meeting: Meeting) -> str:
    if row.meeting is None:
        return _("Venter på et nyt møde")
    if row.meeting_id != meeting.pk:
        return _("Flyttet til %(meeting)s") % {"meeting": _lower(short_title(row.meeting))}
    return _("Taget af: %(why)s") % {"why": row.left_because} if row.left_because else _("Taget af")


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]

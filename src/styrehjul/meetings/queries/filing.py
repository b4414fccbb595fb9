"""What the records system is to have: agendas as they were sent, minutes as they were approved; and what it lacks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.bodies.queries import calendar
from styrehjul.meetings.domain.states import CalendarState
from styrehjul.meetings.models import Dispatch, Meeting, MinutesVersion, RecordFiling
from styrehjul.meetings.queries.seats import day_of
from styrehjul.ui.todo import ToDo

# A document is waited for in the records when it has been final for more working days than this.
PATIENCE = 5
# What is older than a year is no longer asked for.
LOOK_BACK = timedelta(days=365)


@dataclass(frozen=True)
class Document:
    """One document that is to be filed, with its receipt where it has one."""

    meeting: Meeting
    kind: str
    number: int
    made_at: datetime
    filing: RecordFiling | None

    @property
    def words(self) -> str:
        """ "Dagsorden, version 2"."""
        return f"Dagsorden, version {self.number}" if self.kind == "agenda" else f"Referat, udgave {self.number}"


def documents_to_file(meetings: Iterable[Meeting]) -> list[Document]:
    """Every agenda that was sent and every approved minutes of these meetings, the oldest first."""
    by_key = {meeting.pk: meeting for meeting in meetings}
    receipts = {
        (row.meeting_id, row.kind, row.number): row
        for row in RecordFiling.objects.filter(meeting__in=by_key).select_related("filed_by")
    }
    sent = Dispatch.objects.filter(meeting__in=by_key).order_by("number")
    kept = MinutesVersion.objects.filter(meeting__in=by_key, meeting__before_use=False).order_by("number")
    found: dict[tuple[int, str, int], datetime] = {}
    for key, number, at in sent.values_list("meeting_id", "version__number", "at"):
        found.setdefault((key, "agenda", number), at)
    for key, number, at in kept.values_list("meeting_id", "number", "approved_at"):
        found.setdefault((key, "minutes", number), at)
    rows = [Document(by_key[key[0]], key[1], key[2], at, receipts.get(key)) for key, at in found.items()]
    return sorted(rows, key=lambda row: (row.made_at, row.meeting.pk, row.kind))


def not_filed(bodies: Iterable[int], on: date) -> list[Document]:
    """What these bodies' records lack, final for more than a few working days."""
    waiting = Meeting.objects.filter(body__in=list(bodies), before_use=False).exclude(
        calendar_state=CalendarState.CANCELLED.value
    )
    waiting = waiting.filter(starts_at__date__gte=on - LOOK_BACK).select_related("body")
    days = calendar()
    return [
        row
        for row in documents_to_file(waiting)
        if row.filing is None and days.working_days_between(day_of(row.made_at), on) > PATIENCE
    ]


def files_here(bodies: Iterable[int]) -> bool:
    """Whether anything of these bodies was ever filed: where nobody files, nobody is asked to."""
    return RecordFiling.objects.filter(meeting__body__in=list(bodies)).exists()


def filing_todos(bodies: Iterable[int], on: date) -> Iterator[ToDo]:
    """What the records system lacks, told once and quietly; nobody is asked where nothing was ever filed."""
    bodies = frozenset(bodies)
    if not bodies or not files_here(bodies):
        return
    if lacking := len(not_filed(bodies, on)):
        yield ToDo(
            title=ngettext("Journalisér %(n)d dokument", "Journalisér %(n)d dokumenter", lacking) % {"n": lacking},
            url="/moeder/ikke-journaliseret/",
            text=_("Hent pakken til ESDH, og indfør sagsnummeret."),
        )

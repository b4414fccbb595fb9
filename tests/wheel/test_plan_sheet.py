"""The meeting plan as a sheet has what the printed one has: meetings, deadlines and the wheel's other activities."""

from __future__ import annotations

import io

import openpyxl
import pytest

from styrehjul.meetings.models import Meeting
from styrehjul.wheel.actions import roll_year
from styrehjul.wheel.models import Occurrence
from tests.making import NOW, a_cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_the_sheet_has_every_meeting_deadline_and_activity_of_the_year() -> None:
    cast = a_cast()
    roll_year(2028, by=None, at=NOW)

    answer = signed_in(cast.olga).get("/aarshjul/2028/moedeplan.xlsx")

    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    rows = list(sheet.iter_rows(min_row=2, values_only=True))
    meetings = Meeting.objects.filter(year=2028)
    assert sum(row[3] == "Møde" for row in rows) == meetings.count()
    assert sum(meeting.deadlines.count() for meeting in meetings) == sum("før mødet" in (row[4] or "") for row in rows)
    activities = Occurrence.objects.filter(year=2028, moved=False).exclude(status="cancelled").exclude(slot="item")
    assert activities.exists()
    assert {activity.title for activity in activities} <= {row[3] for row in rows}
    assert all(row[1] for row in rows)

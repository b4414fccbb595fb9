"""Meetings from before the product: there to be read with their minutes as PDF, and owed to nobody."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from styrehjul.documents.pdf import meeting_plan_pdf
from styrehjul.documents.values import PlanDoc
from styrehjul.meetings.models import Meeting
from styrehjul.wheel.actions import roll_year
from styrehjul.wheel.queries import year_of
from tests.making import NOW, TODAY, Cast, a_cast, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]
ADDRESS = "/moeder/tidligere/"


@pytest.fixture
def cast() -> Cast:
    return a_cast()


def a_pdf() -> bytes:
    return meeting_plan_pdf(PlanDoc("Norddjurs Kommune", "Referat", 2026, NOW, ()))


def sent(cast: Cast, data: bytes, name: str = "referat.pdf", day: str = "2026-11-18") -> tuple[int, str]:
    form = {"body": "styregruppe", "day": day, "start": "09:00", "end": "11:00", "file": SimpleUploadedFile(name, data)}
    answer = signed_in(cast.peter).post(ADDRESS, form)
    return answer.status_code, answer.content.decode()


def test_the_minutes_of_a_meeting_from_before_are_read_by_everybody_and_nothing_is_owed(cast: Cast) -> None:
    roll_year(2027, by=None, at=NOW)
    owed = [count.sentence for count in year_of(2027, TODAY).counts]
    assert sent(cast, a_pdf(), day="2027-01-13")[0] == 302
    meeting = Meeting.objects.get(before_use=True)
    assert "Referat" in signed_in(cast.olga).get(meeting.get_absolute_url()).content.decode()
    assert meeting.minutes_versions.get().pdf is not None
    assert [count.sentence for count in year_of(2027, TODAY).counts] == owed
    assert roll_year(2027, by=None, at=NOW).meetings == ()


@pytest.mark.parametrize(
    ("data", "name", "day", "words"),
    [
        (b"<html></html>", "referat.pdf", "2026-11-18", "ikke, hvad endelsen siger"),
        (b"PK\x03\x04", "referat.docx", "2026-11-18", ""),
        (a_pdf(), "referat.pdf", "2027-11-18", "ikke holdt endnu"),
    ],
)
def test_what_is_no_minutes_or_no_past_meeting_is_refused_and_nothing_is_kept(
    cast: Cast, data: bytes, name: str, day: str, words: str
) -> None:
    status, page = sent(cast, data, name, day)
    assert status == 409
    assert words in page
    assert not Meeting.objects.exists()


def test_only_the_secretary_lays_them_in(cast: Cast) -> None:
    assert signed_in(cast.olga).get(ADDRESS).status_code == 403

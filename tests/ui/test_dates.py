"""How far away a day is, in the words of the pictures."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from django.template import Context, Template

from styrehjul.ui.dates import in_days

TODAY = date(2027, 5, 18)  # a Tuesday


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2027, 5, 17), "1 dag over fristen"),
        (date(2027, 5, 15), "3 dage over fristen"),
        (date(2027, 5, 18), "i dag"),
        (date(2027, 5, 19), "i morgen"),
        (date(2027, 5, 20), "om 2 arbejdsdage"),
        (date(2027, 5, 26), "om 6 arbejdsdage"),
        (date(2027, 5, 24), "om 4 arbejdsdage"),
        (date(2027, 8, 17), "om 13 uger"),
    ],
)
def test_distance_as_it_is_said(day: date, words: str) -> None:
    assert in_days(day, TODAY) == words


def test_a_weekend_ahead_is_told_in_plain_days() -> None:
    assert in_days(date(2027, 5, 23), date(2027, 5, 21)) == "om 2 dage"


def test_easter_is_no_working_time() -> None:
    # Skærtorsdag 25 March 2027 to Easter Monday the 29th: only Tuesday is left.
    assert in_days(date(2027, 3, 30), date(2027, 3, 24)) == "om 1 arbejdsdag"


def test_moments_are_told_in_danish_time() -> None:
    shown = Template("{% load ui %}{{ at|moment }} / {{ at|day }} / {{ at|weekday }} / {{ none|day }}").render(
        Context({"at": datetime(2027, 6, 8, 22, 42, tzinfo=UTC), "none": None})
    )
    assert shown == "9. juni 2027 kl. 0.42 / 9. juni 2027 / onsdag 9. juni / "

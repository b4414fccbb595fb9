"""A benefit measured from the day's mail, on a phone: one field and one press, and its whole life on pages that fit."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from styrehjul.benefits import actions
from styrehjul.benefits.models import Benefit, Measurement
from styrehjul.benefits.queries.links import link_path
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.actions.reminding import remind
from styrehjul.portfolio.actions import create_project
from tests.browsing import PHONE, a_window, too_wide, violations
from tests.journeys.scene import Town
from tests.making import NOW
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(page: Any) -> None:
    """Nothing to find on a desk or on a phone."""
    for width, height in ((1280, 800), PHONE):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0


def a_planned_benefit(town: Town) -> Benefit:
    project = do(
        create_project, by=None, at=NOW, title="Fælles bookingsystem", state="active", lead_area=town.cast.areas[0]
    )
    owner = town.person("Mette")
    benefit = do(
        actions.add_benefit, project=project, title="Kortere ventetid", owner_id=owner.pk, baseline="12 dage",
        target="8 dage", measure_on=NOW.date() + timedelta(days=1), by=None, at=NOW,
    )  # fmt: skip
    do(actions.accept_benefit, benefit, by=owner, at=NOW)
    return do(actions.suggest_days, benefit, by=owner, at=NOW)


def test_the_owner_measures_from_the_days_mail_on_a_phone(town: Town, browser: Any) -> None:
    """Given a benefit to be measured today, when its owner follows the mail, then one field and one press is all."""
    benefit = a_planned_benefit(town)
    tomorrow = NOW + timedelta(days=1)
    do(remind, tomorrow.date(), at=tomorrow)
    town.time_is(tomorrow)
    mail = OutboxMessage.objects.get(kind="digest", recipient=town.person("Mette").email)
    link = re.search(r"http\S+/maaling/\S+", mail.text_body)
    assert link
    window = a_window(browser, PHONE, script=False, phone=True)
    page = window.new_page()
    page.goto(link.group(0))
    assert too_wide(page) <= 0
    page.get_by_label("Hvad er tallet nu?").fill("10 dage")
    page.get_by_role("button", name="Gem målingen").click()
    assert "Tak. 10 dage er skrevet ind." in page.inner_text("main")
    assert too_wide(page) <= 0
    row = Measurement.objects.get()
    benefit.refresh_from_db()
    assert (row.value, benefit.state, benefit.measure_on) == ("10 dage", "under_way", date(2027, 8, 20))
    window.close()
    # Looked at with script: without it axe has nothing to answer with.
    page = town.opens("Mette", "/gevinster/")
    for path in (link_path(benefit, town.person("Mette"), date(2027, 8, 20)), link.group(0).removeprefix(town.url)):
        page.goto(f"{town.url}{path}")
        looked_at(page)


def test_the_pages_of_a_benefit_have_nothing_to_find(town: Town) -> None:
    """Given a benefit with all that it can have, when its pages are looked at, then nothing is found on desk or phone."""
    benefit = a_planned_benefit(town)
    do(
        actions.add_prerequisite, benefit, text="Sager fordeles hver morgen", owner_id=town.person("Mette").pk,
        due=NOW.date() + timedelta(days=30), by=None, at=NOW,
    )  # fmt: skip
    for path in ("/gevinster/", benefit.get_absolute_url(), f"{benefit.get_absolute_url()}maal/",
                 f"{benefit.get_absolute_url()}ret/"):  # fmt: skip
        page = town.opens("Mette", path)
        for closed in page.locator("main details:not([open]) > summary").all():
            closed.click()
        looked_at(page)

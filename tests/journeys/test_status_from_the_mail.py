"""Status from the reminder's link, on a phone: one press where nothing has changed, two minutes where something has."""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

import pytest

from styrehjul.mail.models import OutboxMessage
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project, StatusReport
from tests.browsing import PHONE, a_window, sign_in, too_wide, violations
from tests.journeys.scene import Town
from tests.making import NOW, signed_in
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(page: Any) -> None:
    """Nothing to find on a desk or on a phone."""
    for width, height in ((1280, 800), PHONE):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0


def a_led_project(town: Town, title: str) -> Project:
    mette = town.person("Mette")
    project = do(
        actions.create_project, by=None, at=NOW, title=title, state="active",
        lead_area=town.cast.areas[0],
    )  # fmt: skip
    do(
        actions.set_role,
        project,
        kind="manager",
        person_id=mette.pk,
        by=None,
        at=NOW,
        reason="aftalt",
    )
    do(
        actions.report_status, project, light="green", sentence="Begyndt som aftalt", by=mette,
        at=NOW,
    )  # fmt: skip
    return project


def test_a_project_manager_reports_from_the_mails_link_on_a_phone(town: Town, browser: Any) -> None:
    """Given a round, when Mette opens its link on her phone, then one project is a press and the other a short page."""
    same, changed = a_led_project(town, "Fælles bookingsystem"), a_led_project(town, "Ny hjemmeside")
    found = do(actions.open_round, town.cast.programme, deadline=(NOW + timedelta(days=9)).date(), by=None, at=NOW)
    mail = OutboxMessage.objects.get(kind="status_round")
    link = re.search(r"http\S+/status/\S+", mail.text_body)
    assert link
    window = a_window(browser, PHONE, script=False, phone=True)
    page = window.new_page()
    page.goto(link.group(0))
    assert StatusReport.objects.count() == 2, "opening alone writes nothing"
    assert too_wide(page) <= 0
    page.get_by_role("button", name="Uændret siden sidst: Fælles bookingsystem").click()
    assert "Har svaret: Uændret siden sidst" in page.inner_text("main")
    same.refresh_from_db()
    assert (same.status_sentence, same.status_on) == ("Uændret siden sidst", NOW.date())

    page.get_by_role("link", name="Giv en ny status: Ny hjemmeside").click()
    assert "log-ind" in page.url, "the link signs nobody in"
    sign_in(window, town.url, signed_in(town.cast.mette).cookies)
    page.goto(f"{town.url}{changed.get_absolute_url()}status/")
    assert not page.get_by_label("Tilbage til planen").is_visible()
    page.get_by_label("Gul: kræver opmærksomhed").check()
    # Each thing is one choice; why it is so is asked for only where it is not green.
    assert not page.get_by_label("Tid, forklaring").is_visible()
    page.get_by_label("Tid", exact=True).select_option("yellow")
    assert page.get_by_label("Tid, forklaring").is_visible()
    page.get_by_label("Tid, forklaring").fill("Tre uger")
    page.get_by_label("Sig det i én sætning").fill("Leverandøren er tre uger forsinket")
    page.get_by_label("Tilbage til planen").check()
    page.get_by_label("Hvornår er det gjort?").fill("2027-07-01")
    assert too_wide(page) <= 0
    page.get_by_role("button", name="Giv status", exact=True).click()
    assert "Opmærksomhed" in page.inner_text("#status")
    assert "Leverandøren er tre uger forsinket" in page.inner_text("#status")
    report = StatusReport.objects.get(project=changed, light="yellow")
    assert (report.track, report.state, report.trend) == ("back_to_plan", "frozen", "worse")
    assert not found.asks.filter(report=None).exists()
    window.close()


def test_the_pages_of_status_are_whole_on_a_desk_and_on_a_phone(town: Town, browser: Any) -> None:
    """Given a round with an answer, when its pages are opened, then nothing is to be found on them."""
    project = a_led_project(town, "Fælles bookingsystem")
    a_led_project(town, "Ny hjemmeside")
    found = do(actions.open_round, town.cast.programme, deadline=(NOW + timedelta(days=9)).date(), by=None, at=NOW)
    report = do(
        actions.report_status, project, light="red", sentence="Udbuddet er tabt", track="new_plan",
        track_by=NOW.date(), marks=[{"key": "tid", "light": "red", "text": "Et halvt år"}], by=town.person("Mette"), at=NOW,
    )  # fmt: skip
    page = town.opens("Mette", f"{project.get_absolute_url()}status/")
    page.get_by_label("Gul: kræver opmærksomhed").check()
    page.get_by_label("Ja", exact=True).check()
    looked_at(page)
    for path in (
        project.get_absolute_url(), f"{project.get_absolute_url()}status/historik/", report.get_absolute_url(),
        found.get_absolute_url(), "/projekter/statusrunder/",
    ):  # fmt: skip
        looked_at(town.opens("Mette", path))
    mail = OutboxMessage.objects.get(kind="status_round")
    link = re.search(r"http\S+/status/\S+", mail.text_body)
    assert link
    page.goto(link.group(0))
    looked_at(page)
    page = town.opens("Ada", "/projekter/indstillinger/")
    looked_at(page)
    for path in ("/projekter/indstillinger/status/", "/projekter/indstillinger/status/tid/"):
        looked_at(town.opens("Ada", path))

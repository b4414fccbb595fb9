"""A local coordinator writes a project in on a phone: one page, one press, no script, and it stands in everybody's list."""

from __future__ import annotations

from typing import Any

import pytest

from styrehjul.people.domain.roles import Role
from styrehjul.portfolio.models import Project
from styrehjul.systems.actions import create_system
from tests.browsing import a_window, sign_in, too_wide, violations
from tests.journeys.scene import Town
from tests.making import NOW, a_person, a_unit, signed_in
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
NARROW = (320, 640)
# A person writes about 40 words in a minute on a phone; what is asked for must leave time for the rest.
MOST_LETTERS = 200


def test_a_local_project_is_registered_on_a_phone_in_a_minute(town: Town, browser: Any) -> None:
    """Given her unit, when Freja writes a name and a sentence and presses once, then the project is everybody's to see."""
    school = a_unit("Mølleskolen", parent=town.cast.areas[1])
    freja = a_person("Freja Toft", unit=school, role=Role.LOCAL_COORDINATOR, role_unit=school)
    do(create_system, name="Aula", by=None, at=NOW)
    window = a_window(browser, NARROW, script=False, phone=True)
    sign_in(window, town.url, signed_in(freja).cookies)
    page = window.new_page()
    page.goto(f"{town.url}/projekter/")
    presses, letters = 0, 0
    page.get_by_role("link", name="Registrér lokalt projekt").click()
    presses += 1
    assert too_wide(page) <= 0
    for label, text in (
        ("Hvad hedder det?", "Tablets i 0. klasse"),
        ("Hvad går det ud på, og hvorfor?", "Børnene skriver deres første bogstaver selv."),
    ):
        page.get_by_label(label).fill(text)
        presses, letters = presses + 1, letters + len(text)
    # What she would have to look for is there: herself, her unit, its area, and that it runs.
    assert page.get_by_label("Ansvarlig").input_value() == str(freja.pk)
    assert page.get_by_label("Enhed", exact=False).first.input_value() == str(school.pk)
    page.get_by_label("Hvilket system drejer det sig om?").select_option(label="Aula")
    presses += 1
    page.get_by_role("button", name="Registrér", exact=True).click()
    presses += 1
    assert "Projektet er registreret og kan ses af alle." in page.inner_text("body")
    project = Project.objects.get(title="Tablets i 0. klasse")
    assert (project.org_unit, project.lead_area, project.state) == (school, town.cast.areas[1], "active")
    assert [link.system.name for link in project.system_links.all()] == ["Aula"]
    assert presses <= 6
    assert letters <= MOST_LETTERS
    window.close()

    # Anybody sees it; nobody of another unit changes it.
    page = town.opens("Jonas", project.get_absolute_url())
    assert "Tablets i 0. klasse" in page.inner_text("h1")
    assert page.get_by_role("link", name="Ret", exact=True).count() == 0


def test_the_page_is_whole_on_a_desk_and_on_a_phone(town: Town) -> None:
    """Given a coordinator, when the page is opened, then nothing is to be found on it."""
    school = a_unit("Mølleskolen", parent=town.cast.areas[1])
    a_person("Freja Toft", unit=school, role=Role.LOCAL_COORDINATOR, role_unit=school)
    page = town.opens("Freja", "/projekter/lokalt/")
    for width, height in ((1280, 800), (375, 667)):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0

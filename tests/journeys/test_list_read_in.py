"""A list read in from a file and taken back again; and what changed since the last meeting, put on as an annex."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from styrehjul.imports.actions import save_profile
from styrehjul.imports.models import ImportRun
from styrehjul.meetings.models import Annex
from styrehjul.portfolio.models import Project
from tests.browsing import PHONE, too_wide, violations
from tests.imports.sheets import a_csv
from tests.journeys.scene import Town
from tests.making import NOW
from tests.meetings.turn import a_turn, do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(page: Any) -> None:
    """Nothing to find on a desk or on a phone."""
    for width, height in ((1280, 800), PHONE):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0
    page.set_viewport_size({"width": 1280, "height": 800})


def test_a_list_with_two_equal_headings_is_asked_about_read_in_and_taken_back(town: Town) -> None:
    """Given a list with two columns "Budget", when Ada chooses which one counts, then it is read in and can be undone."""
    do(save_profile, name="Skolernes liste", columns={"Emne": "title"}, by=town.person("Ada"), at=NOW)
    page = town.opens("Ada", "/start/import/")
    looked_at(page)
    page.get_by_role("link", name="Vælg fil").first.click()
    rows = [["Navn", "Kategori", "Budget", "Budget"], ["Aula", "National", "100", "250"]]
    page.get_by_label("Regneark").set_input_files(
        {"name": "liste.csv", "mimeType": "text/csv", "buffer": a_csv(rows, encoding="utf-16")}
    )
    page.get_by_role("button", name="Se, hvad filen ville gøre").click()
    assert "Flere kolonner har samme overskrift" in page.inner_text("main")
    looked_at(page)
    page.get_by_label("Hvad Budget er", exact=True).select_option("-")
    page.get_by_label("Hvad Budget (2) er").select_option("cost_tdkk")
    page.get_by_role("button", name="Se, hvad filen ville gøre").click()
    page.get_by_label("Beløb står i").select_option("tkr")
    page.get_by_role("button", name="Se igen").click()
    page.get_by_label("Ejer uden for kommunen, for de nationale projekter").fill("KL")
    page.get_by_role("button", name="Se igen").click()
    looked_at(page)
    page.get_by_role("button", name="Læs ind").click()
    project = Project.objects.get(title="Aula")
    assert (project.external_owner, project.cost_tdkk) == ("KL", Decimal(250))
    run = f"/start/import/koersel/{ImportRun.objects.get().uuid}/"
    reader = town.opens("Mette", run)
    assert reader.get_by_role("button", name="Fortryd indlæsningen").get_attribute("aria-disabled") == "true"
    looked_at(reader)
    page = town.opens("Ada", run)
    looked_at(page)
    page.get_by_role("button", name="Fortryd indlæsningen").click()
    if page.locator("dialog[open]").count():
        page.locator("dialog[open]").get_by_role("button").first.click()
    page.get_by_text("Indlæsningen er fortrudt den").wait_for()
    assert not Project.objects.filter(title="Aula").exists()


def test_a_view_with_too_long_a_name_keeps_what_was_written(town: Town) -> None:
    """Given a choice, when its name is too long, then the field says so and the choice stands."""
    page = town.opens("Mette", "/projekter/visninger/?lys=red")
    looked_at(page)
    name = page.get_by_label("Navn")
    name.evaluate("field => field.removeAttribute('maxlength')")
    name.fill("Skolernes projekter " * 5)
    page.get_by_role("button", name="Gem visningen").click()
    assert "Der er plads til 80." in page.inner_text("main")
    assert page.get_by_label("Navn").get_attribute("aria-invalid") == "true"
    looked_at(page)


def test_the_changes_since_the_last_meeting_become_an_annex_in_two_presses(town: Town) -> None:
    """Given the standing item about the portfolio, when Peter adds the changes, then they are its annex."""
    turn = a_turn(cast=town.cast)
    item = turn.fresh.treatments.get(standing_key="justering_projektportefoelje")
    page = town.opens("Peter", f"{item.get_absolute_url()}ret/")
    looked_at(page)
    page.get_by_role("button", name="Læg ændringerne i porteføljen på som bilag").click()
    page.get_by_text("Ændringerne er lagt på som bilag.").wait_for()
    assert Annex.objects.filter(treatment=item).count() == 1
    looked_at(page)

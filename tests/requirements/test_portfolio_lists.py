"""The one portfolio as people see it: R56, R59 and R60, and what a chief can say of it after a minute."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pytest
import time_machine
from django.test import Client
from openpyxl import load_workbook

from styrehjul.portfolio.labels import CATEGORY
from tests.portfolio.pages import a_local, a_report, text_of, titles
from tests.portfolio.town import AT, Town, a_proposal, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(settings: Any) -> Iterator[Town]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield a_town()


@pytest.fixture
def chief(client: Client, town: Town) -> Client:
    sign_in(client, town.stine)
    return client


def test_r56_every_project_is_in_the_one_list_under_one_of_three_categories_that_add_up(
    chief: Client, town: Town
) -> None:
    an_active(town)
    a_proposal(town, category="national", external_owner="KL", title="Digital post")
    for number in range(3):
        a_local(town, f"Lokalt {number}")
    counted = {row["text"]: row["count"] for row in chief.get("/projekter/").context["categories"]}
    total = counted.pop("Alle")
    assert list(counted) == [str(words) for words in CATEGORY.values()]
    assert total == sum(counted.values()) == 5
    listed = [titles(chief, row["url"].removeprefix("?")) for row in chief.get("/projekter/").context["categories"][1:]]
    assert sorted(title for one in listed for title in one) == sorted(titles(chief, ""))


def test_r59_a_local_project_stands_under_its_unit_and_a_unit_with_none_says_so(chief: Client, town: Town) -> None:
    project = a_local(town, "Tablets i indskolingen")
    page = chief.get("/projekter/omraader/")
    units = page.context["tables"][1]["table"]
    school = next(unit for unit in units.areas if unit.name == "Auning Skole")
    assert titles(chief, school.url.partition("?")[2]) == ["Tablets i indskolingen"]
    assert 'Bibliotek <span class="sub">ingen registreret' in text_of(page)
    # Hours are never asked of a local project.
    assert "/timer/ny/" not in text_of(chief.get(project.get_absolute_url()))


def test_r60_a_row_for_every_area_also_with_none_the_lists_totals_and_the_sheet(chief: Client, town: Town) -> None:
    a_report(an_active(town, title="Byggesager"), "red", "Leverandøren er gået konkurs", town)
    page = chief.get("/projekter/omraader/")
    text = text_of(page)
    assert 'Skoler <span class="sub">ingen registreret' in text
    assert "Leverandøren er gået konkurs" in text
    areas = page.context["tables"][0]["table"]
    assert areas.total == len(titles(chief, areas.url.partition("?")[2])) == 1
    sheet = load_workbook(io.BytesIO(chief.get("/projekter/omraader/?format=xlsx").content)).active
    assert sheet is not None
    rows = {row[1].value: row[5].value for row in sheet.iter_rows() if row[0].value == "Fagchefområde"}
    assert rows == {"I alt": 1, **{area.name: area.total for area in areas.areas}}


def test_a_chief_says_after_one_look_which_three_need_attention_and_why(chief: Client, town: Town) -> None:
    a_report(an_active(town, title="Omsorgsjournal"), "red", "Økonomien overskrides med 12 pct.", town)
    a_report(an_active(town, title="Digital post"), "yellow", "Leverandøren er 3 uger forsinket", town)
    a_report(an_active(town, title="Kortgrundlag"), "red", "Udbuddet er annulleret", town)
    a_report(an_active(town, title="Alt vel"), "green", "Efter planen", town)
    page = text_of(chief.get("/projekter/"))
    first = page[page.index("Kræver opmærksomhed") : page.index("<table")]
    told = ["Kortgrundlag", "Udbuddet er annulleret", "Omsorgsjournal", "Økonomien overskrides med 12 pct", "Digital post", "Leverandøren er 3 uger forsinket"]  # fmt: skip
    assert all(words in first for words in told)
    assert "Alt vel" not in first
    assert first.index("Omsorgsjournal") < first.index("Digital post")

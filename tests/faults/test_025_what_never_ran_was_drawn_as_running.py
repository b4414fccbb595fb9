"""A rejected proposal was drawn on the timeline as if it ran, and what has not begun as if it began long ago."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from styrehjul.portfolio import actions
from tests.portfolio.town import AT, a_town, sign_in

pytestmark = pytest.mark.django_db


def test_only_what_may_come_or_has_run_has_a_bar(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    for title, state in (("Afvist", "rejected"), ("Godkendt", "approved"), ("I gang", "active")):
        actions.create_project(
            by=None, at=AT, title=title, state=state, lead_area=town.care, planned_end=date(2028, 6, 1),
            category="cross", subtype="own_cross",
        )  # fmt: skip
    sign_in(client, town.olga)
    rows = {row["title"]: row["drawn"] for row in client.get("/projekter/?vis=tidslinje").context["rows"]}
    assert rows["Afvist"].bar is None
    assert rows["Godkendt"].done is None
    assert float(rows["Godkendt"].bar.x) > float(rows["I gang"].bar.x), "it begins today at the earliest"


def test_those_that_cannot_be_drawn_by_effort_and_value_are_those_that_are_not_over_the_most_folded(
    client: Client, now: datetime, settings: Any
) -> None:
    settings.DEMO = True
    town = a_town()
    for number, state in enumerate(["active"] * 10 + ["rejected", "closed"]):
        actions.create_project(
            by=None, at=AT, title=f"Projekt {number}", state=state, lead_area=town.care, category="cross",
            subtype="own_cross",
        )  # fmt: skip
    sign_in(client, town.olga)
    page = client.get("/projekter/?vis=boble")
    shown = page.context["shown"]
    named = [one["title"] for one in (*shown["beside"], *shown["folded"])] if "beside" in shown else []
    assert "Vis 2 flere" in page.content.decode()
    assert {"Projekt 10", "Projekt 11"}.isdisjoint(named)
    assert "Projekt 11" not in page.content.decode()

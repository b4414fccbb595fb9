"""*Vis alle, der kræver opmærksomhed* listed them all and still told why of three only."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from styrehjul.portfolio import actions
from tests.portfolio.town import AT, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


def test_each_is_named_with_why(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    for number in range(1, 6):
        project = an_active(town, title=f"Projekt {number}")
        actions.report_status(
            project, light="red", sentence=f"Grund {number}", by=town.mette, at=AT, track="new_plan", track_by=AT.date()
        )
    sign_in(client, town.olga)
    few = client.get("/projekter/").context["shown"]
    every = client.get("/projekter/?kraever=ja").context["shown"]
    assert [len(shown["attention"]["worst"]) for shown in (few, every)] == [3, 5]
    assert all(one["why"].startswith("Grund") for one in every["attention"]["worst"])

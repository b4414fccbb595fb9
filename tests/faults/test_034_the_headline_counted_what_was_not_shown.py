"""The list's headline counted every category though one was chosen, and all though only the troubled ones were asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from styrehjul.portfolio import actions
from tests.portfolio.town import AT, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


def test_it_counts_the_projects_below_it(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    for number in range(3):
        an_active(town, title=f"Tværgående {number}")
    actions.register_local(
        title="Lokal", purpose="Tid", unit=town.school, responsible_id=town.olga.pk, by=town.anna, at=AT
    )
    red = an_active(town, title="Rød")
    actions.report_status(
        red, light="red", sentence="Galt", by=town.mette, at=AT, track="new_plan", track_by=AT.date()
    )  # fmt: skip
    sign_in(client, town.olga)
    for query, told in (("", "5 projekter"), ("kategori=local", "1 projekt"), ("kraever=ja", "1 projekt")):
        page = client.get(f"/projekter/?{query}")
        assert page.context["shown"]["lead"].split(" · ")[0] == told, query
        assert len(page.context["rows"]) == int(told.split()[0])

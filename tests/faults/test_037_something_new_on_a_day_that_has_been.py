"""The list of an earlier day said that nothing can be changed here, under two buttons to make something new."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client

from tests.portfolio.town import a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


def test_an_earlier_day_is_only_read(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    an_active(town)
    with time_machine.travel(now + timedelta(days=9), tick=False):
        sign_in(client, town.lis)
        today, before = (client.get(f"/projekter/{query}").content.decode() for query in ("", "?pr=2027-05-20"))
        empty = client.get("/projekter/?pr=2027-05-01").content.decode()
    for door in ('href="/projekter/nyt/"', 'href="/projekter/lokalt/"'):
        assert door in today
        assert door not in before
        assert door not in empty
    assert "Intet kan ændres her." in before

"""A local coordinator's front page had no door to the one thing that she comes to do."""

from __future__ import annotations

from datetime import datetime
from typing import Any

import pytest
from django.test import Client

from tests.portfolio.town import a_town, sign_in

pytestmark = pytest.mark.django_db
DOOR = 'href="/projekter/lokalt/"'


def test_the_front_page_leads_to_registering_for_those_who_coordinate(
    client: Client, now: datetime, settings: Any
) -> None:
    settings.DEMO = True
    town = a_town()
    sign_in(client, town.lis)
    assert DOOR in client.get("/").content.decode()
    for other in (town.olga, town.mette):
        sign_in(client, other)
        assert DOOR not in client.get("/").content.decode()

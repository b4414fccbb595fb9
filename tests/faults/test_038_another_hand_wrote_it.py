"""*Hvorfra kommer det?* named the one who made the proposal, also for what somebody else had written in it later."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from styrehjul.portfolio import actions
from tests.portfolio.town import AT, a_proposal, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


def grounds(client: Client, url: str) -> dict[str, str]:
    return {row.what: row.grounds for row in client.get(url).context["traced"]}


def test_each_value_leads_to_the_one_who_gave_it(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    project = a_proposal(town, cost_tdkk=Decimal(500))
    sign_in(client, town.olga)
    assert grounds(client, project.get_absolute_url())["Økonomi, 1.000 kr."] == "oplyst af Mette Lund 19. maj 2027"
    later = AT + timedelta(days=3)
    actions.change_project(project, by=town.anna, at=later, cost_tdkk=Decimal(900))
    found = grounds(client, project.get_absolute_url())
    assert found["Økonomi, 1.000 kr."] == "oplyst af Anna Friis 22. maj 2027"
    assert found["Planlagt afslutning"] == "oplyst af Mette Lund 19. maj 2027"
    assert found["Kategori"] == "oplyst af Mette Lund 19. maj 2027"


def test_what_was_decided_stays_decided(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    project = an_active(town)
    actions.set_end_date(project, planned_end=date(2028, 2, 1), by=town.anna, at=AT, reason="Udbud")
    sign_in(client, town.olga)
    found = grounds(client, project.get_absolute_url())
    assert found["Tilstand"].startswith("besluttet, ")
    assert found["Planlagt afslutning"] == "oplyst af Anna Friis 19. maj 2027"

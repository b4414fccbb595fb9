"""How sure an estimate is: its age, what the project was when it was made, and whose it is."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.test import Client

from styrehjul.portfolio import actions
from tests.portfolio.pages import text_of
from tests.portfolio.town import AT, a_proposal, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


def test_a_card_tells_how_its_money_and_hours_came_about(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    sign_in(client, town.olga)
    bare = a_proposal(town, title="Uden tal")
    assert "Hvor sikre er tallene?" not in text_of(client.get(bare.get_absolute_url()))
    project = an_active(town, cost_tdkk=Decimal(2400), hours=Decimal(300))
    page = client.get(project.get_absolute_url())
    said = dict(page.context["trust"])
    told = "Sat 19. maj 2027, af Mette Lund, projektleder og kontakt, da projektet stod som forslag; et tidligt skøn."
    assert said == {"Økonomi: 2,4 mio. kr.": told, "Timer: 300": told}
    assert "Hvor sikre er tallene?" in text_of(page)


def test_a_later_estimate_is_its_own_and_grows_old(client: Client, now: datetime, settings: Any) -> None:
    settings.DEMO = True
    town = a_town()
    project = an_active(town, cost_tdkk=Decimal(2400))
    actions.change_project(
        project, by=town.anna, at=AT + timedelta(hours=1), cost_tdkk=Decimal(3000), reason="To moduler mere"
    )
    sign_in(client, town.olga)
    said = dict(client.get(project.get_absolute_url()).context["trust"])
    assert said == {"Økonomi: 3 mio. kr.": "Sat 19. maj 2027, af Anna Friis, da projektet stod som i gang."}
    with time_machine.travel(AT + timedelta(days=100), tick=False):
        sign_in(client, town.olga)
        (told,) = dict(client.get(project.get_absolute_url()).context["trust"]).values()
        assert told.startswith("Sat 19. maj 2027, for 3 måneder siden, af Anna Friis")

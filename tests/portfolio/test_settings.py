"""The portfolio's settings: marked suggestions until somebody chooses, and only by those who keep the portfolio."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.portfolio.actions import change_settings
from styrehjul.portfolio.models import PortfolioSettings
from styrehjul.portfolio.queries.settings import settings as chosen
from tests.portfolio.town import AT, Town, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
PAGE = "/projekter/indstillinger/"


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def test_before_anybody_has_chosen_the_suggestions_hold_and_nothing_else(town: Town) -> None:
    now: Any = chosen()
    assert now.pk is None
    assert (now.delay_yellow_months, now.delay_red_months, now.economy_red_percent, now.risk_steps) == (1, 3, 10, 5)
    unknown = ("local_reminder_days", "large_economy_tdkk", "change_pressure_limit", "hours_per_fte_quarter")
    assert [getattr(now, name) for name in unknown] == [None] * 4
    assert now.large_local_needs_decision is None


def test_a_choice_is_one_row_with_its_history(town: Town) -> None:
    change_settings(by=town.anna, at=AT, local_reminder_days=180)
    change_settings(by=town.anna, at=AT, risk_steps=3, expected_version=1)
    row = PortfolioSettings.objects.get()
    assert (row.local_reminder_days, row.risk_steps) == (180, 3)
    assert row.history.count() == 2
    with pytest.raises(Refused, match="stale"):
        change_settings(by=town.anna, at=AT, risk_steps=4, expected_version=1)


def test_only_those_who_keep_the_portfolio_choose(town: Town, client: Client) -> None:
    with pytest.raises(NotAllowed):
        change_settings(by=town.mette, at=AT, risk_steps=3)
    sign_in(client, town.mette)
    assert client.get(PAGE).status_code == 403


def test_the_page_saves_what_was_shown_and_changed(town: Town, client: Client) -> None:
    sign_in(client, town.anna)
    page = client.get(PAGE)
    assert "Forslag: 92." in page.content.decode()
    sent = {name: "" if value is None else value for name, value in page.context["form"].initial.items()}
    sent |= {
        "large_economy_tdkk": "2.500",
        "large_local_needs_decision": "nej",
        "status_max_age_days": "",
        "_key": uuid4(),
    }
    sent = {name: value for name, value in sent.items() if value is not False}
    answer = client.post(PAGE, sent)
    assert answer.status_code == 302, answer.context["form"].errors
    row: Any = chosen()
    assert (row.large_economy_tdkk, row.large_local_needs_decision, row.status_max_age_days) == (2500, False, None)
    assert (row.risk_steps, row.steering_shows_large_first) == (5, True)
    wrong = client.post(PAGE, sent | {"delay_red_months": "0", "_key": uuid4(), "version": "1"})
    assert wrong.status_code == 422
    assert "Rødt kan ikke komme før gult." in wrong.content.decode()


def test_the_municipality_writes_what_the_steps_of_risk_mean(town: Town, client: Client) -> None:
    words = "Sker næppe\n\nKan ske\nSker snart"
    with pytest.raises(Refused, match=r"settings\.anchors"):
        change_settings(by=town.anna, at=AT, likelihood_words=words)
    change_settings(by=town.anna, at=AT, risk_steps=3, likelihood_words=words)
    sign_in(client, town.mette)
    page = client.get(f"{an_active(town).get_absolute_url()}risici/ny/").content.decode()
    assert "2: Kan ske" in page
    # Nobody wrote words for the other axis: the suggestion stands.
    assert "3: Alvorlig: målet er i fare" in page
    sign_in(client, town.anna)
    first = client.get(PAGE).context["form"].initial
    sent = {name: "" if value is None else value for name, value in first.items() if value is not False}
    wrong = client.post(PAGE, sent | {"risk_steps": "4", "_key": uuid4()})
    assert wrong.status_code == 422
    assert "Der er 3 linjer, men skalaen har 4 trin." in wrong.content.decode()

"""A contract is about to run out: found in the list, reckoned on its page, and seen to by the system's owner."""

from __future__ import annotations

from datetime import timedelta

import pytest

from styrehjul.audit.chain import verify
from styrehjul.people.actions import give_role
from styrehjul.people.domain.roles import Role
from styrehjul.systems.actions import create_system, follow_watches
from styrehjul.systems.models import Contract, Watch
from tests.browsing import too_wide
from tests.journeys.scene import Town
from tests.making import NOW, START
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_the_contract_to_its_being_seen_to(town: Town, script: bool) -> None:
    """Ada writes a contract in on the system's page and reads the last day for notice; Mette, who owns it, sees to it.

    Given a system without a contract. Ada adds one that ends within a year: its page says by when notice must be given
    and how that is reckoned, and the list has the system among those that run out. When the night has passed Mette finds
    the day among her tasks, writes what she has done, and it is gone.
    """
    town.script = script
    do(give_role, town.person("Ada"), Role.PORTFOLIO_ADMINISTRATOR, start=START, by=None, at=NOW)
    system = do(create_system, name="Byggesag", owner_id=town.person("Mette").pk, by=None, at=NOW)
    end = NOW.date() + timedelta(days=200)
    town.opens("Ada", system.get_absolute_url())
    page = town.clicks_on("Ada", "Tilføj kontrakt", role="link")
    page.locator("input[name=name]").fill("Drift af Byggesag")
    page.get_by_label("Leverandør").fill("Nordsoft")
    page.get_by_label("Udløber").fill(end.isoformat())
    page.get_by_label("Opsigelse, måneder").fill("3")
    page.get_by_label("Drift om året, kr.").fill("250.000")
    page = town.clicks_on("Ada", "Gem")
    shown = page.inner_text("main")
    assert "Sidste dag for opsigelse" in shown
    assert "250.000 kr." in shown
    assert too_wide(page) == 0
    town.opens("Ada", "/systemer/")
    page = town.clicks_on("Ada", "Kontrakten udløber inden et år (1)", role="link")
    assert "Byggesag" in page.inner_text("main")
    assert Contract.objects.get().shares.get().system == system
    assert do(follow_watches, at=NOW) == 2
    town.opens("Mette", "/opgaver/")
    page = town.clicks_on("Mette", "Sidste dag for opsigelse: Drift af Byggesag", role="link")
    page.get_by_label("Hvad er gjort?").fill("Udbuddet er sat i gang.")
    town.clicks_on("Mette", "Der er taget hånd om det")
    page = town.opens("Mette", "/opgaver/")
    assert "Sidste dag for opsigelse" not in page.inner_text("main")
    assert Watch.objects.get(kind="notice").handled_by == town.person("Mette")
    assert verify().bad_seq is None

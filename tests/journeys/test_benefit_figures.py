"""From a benefit to the year's sum and back: what came less and why, money taken home, and the list behind a number."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest

from styrehjul.benefits.actions import add_benefit, measure_benefit
from styrehjul.benefits.models import Benefit, BudgetRow
from tests.browsing import PHONE, too_wide, violations
from tests.journeys.scene import Town
from tests.making import NOW
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


def looked_at(page: Any) -> None:
    """Nothing to find on a desk or on a phone."""
    for width, height in (PHONE, (1280, 800)):
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == []
        assert too_wide(page) <= 0


def a_measured_saving(town: Town) -> Benefit:
    jonas = town.person("Jonas")
    row: Benefit = do(
        add_benefit, title="Mindre porto", owner_id=jonas.pk, baseline="1.900 t.kr.", target="1.200 t.kr.",
        measure_on=date(2027, 1, 1), by=None, at=NOW,
    )  # fmt: skip
    do(
        measure_benefit, row, value="400 t.kr.", on=NOW.date(), covers_from=date(2027, 1, 1),
        covers_to=date(2027, 3, 31), next_on=NOW.date() + timedelta(days=90), by=jonas, at=NOW,
    )  # fmt: skip
    return row


def test_the_owner_reads_why_less_came_and_takes_money_home(town: Town, browser: Any) -> None:
    """Given a measured saving, when Jonas opens its course, then it says why, and an amount goes into the budget."""
    row = a_measured_saving(town)
    page = town.opens("Jonas", row.get_absolute_url())
    page.get_by_role("link", name="Forløb og budget").click()
    assert "er ikke målt endnu" in page.inner_text("#forloeb")
    looked_at(page)

    page.get_by_role("link", name="Ret hvornår og hvor meget").click()
    page.get_by_label("Hvor meget pr. år, når alt er i gang?").fill("600")
    page.get_by_label("Hvor lavt kan det ende?").fill("500")
    page.get_by_label("Hvor højt kan det ende?").fill("650")
    page.get_by_role("button", name="Gem").click()
    assert "er skåret væk" in page.inner_text("#forloeb")
    assert "700.000 kr. pr. år" in page.inner_text("#forloeb"), "the first promise stands"

    page.get_by_role("link", name="Foreslå et beløb til budgettet").click()
    page.get_by_label("Hvilken konto tages det fra?").fill("6.45.51 Porto")
    page.get_by_label("Beløb (1.000 kr.)").fill("601")
    page.get_by_role("button", name="Foreslå").click()
    for step in ("decided", "in_budget"):
        page.get_by_role("link", name="Næste trin").click()
        page.get_by_label("Næste trin").select_option(step)
        page.get_by_label("Hvad bygger det på?").fill("SG-2027-003")
        page.get_by_role("button", name="Gem").click()
    assert "601 mere er for meget" in page.inner_text("main")
    assert BudgetRow.objects.get().amount == Decimal(601)
    assert BudgetRow.objects.get().step == "decided"

    page = town.opens("Jonas", "/gevinster/overblik/")
    looked_at(page)
    page.get_by_role("link", name="2028", exact=True).first.click()
    assert "Mindre porto" in page.inner_text("main")
    looked_at(page)
    page.get_by_role("link", name="Sådan er det regnet").click()
    assert "Alle følges ad" in page.inner_text("main")
    looked_at(page)
    for path in ("/gevinster/kort/", "/gevinster/kalibrering/", "/gevinster/grupper/", "/gevinster/systemer/"):
        looked_at(town.opens("Jonas", path))

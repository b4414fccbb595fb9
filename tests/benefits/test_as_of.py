"""The register of benefits as it was on a day that has been."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from styrehjul.benefits import actions, queries
from styrehjul.systems.actions import create_system
from tests.benefits.test_register import a_benefit
from tests.making import signed_in
from tests.portfolio.town import AT, Town, a_town, an_active

pytestmark = pytest.mark.django_db
DAY = AT.date()
LATER = AT + timedelta(days=40)


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    """The town's own day; signed in without a second factor, as in the demo."""
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def test_the_list_stands_as_it_was_when_the_day_ended(town: Town) -> None:
    benefit = actions.accept_benefit(a_benefit(town, an_active(town)), by=town.jonas, at=AT)
    first = actions.measure_benefit(benefit, value="11 dage", next_on=date(2027, 12, 1), by=town.jonas, at=AT)
    actions.measure_benefit(first, value="9 dage", next_on=date(2028, 3, 1), by=town.jonas, at=LATER)
    actions.change_benefit(
        benefit, title="Meget kortere ventetid", owner_id=town.stine.pk, baseline="12 dage", target="5 dage",
        measure_on=date(2028, 3, 1), by=town.mette, at=LATER,
    )  # fmt: skip
    a_benefit(town, None, title="Færre fejl")

    [then] = queries.lines(queries.wanted(LATER.date(), DAY, q="ventetid"), LATER.date(), DAY)
    assert (then.benefit.title, then.benefit.target, then.last.value) == ("Kortere ventetid", "8 dage", "11 dage")
    assert (then.benefit.owner, then.url) == (town.jonas, benefit.get_absolute_url())
    [now] = queries.lines(queries.wanted(LATER.date(), q="ventetid"), LATER.date())
    assert (now.benefit.title, now.benefit.target, now.last.value) == ("Meget kortere ventetid", "5 dage", "9 dage")
    assert not queries.wanted(LATER.date(), DAY - timedelta(days=400)).exists()


def test_it_is_narrowed_by_what_was_tied_that_day(town: Town) -> None:
    system = create_system(name="Sagssystem", by=None, at=AT)
    benefit = a_benefit(town, an_active(town))
    actions.tie(benefit, goals=[], systems=[system.pk], by=town.mette, at=AT)
    actions.tie(benefit, goals=[], systems=[], by=town.mette, at=LATER)
    asked: dict[str, Any] = {"system": str(system.pk)}
    assert [row.number for row in queries.wanted(LATER.date(), DAY, **asked)] == [benefit.number]
    assert not queries.wanted(LATER.date(), **asked).exists()
    for lacking in ("ejer", "tal", "dato", "ja", "maaling", "over"):
        list(queries.wanted(LATER.date(), DAY, lacking=lacking, state="aabne", goal="1", area="1", project="P-1"))
    assert [row.number for row in queries.wanted(LATER.date(), DAY, lacking="maaling")] == [benefit.number]


def test_the_page_says_which_day_and_offers_the_way_back_and_the_same_as_a_file(town: Town) -> None:
    project = an_active(town)
    a_benefit(town, project)
    client = signed_in(town.mette)
    assert "Gevinsterne, som de var" not in client.get("/gevinster/").content.decode()
    before = (DAY - timedelta(days=1)).isoformat()
    html = client.get(f"/gevinster/?pr={before}").content.decode()
    assert "Gevinsterne, som de var" in html
    assert "Vis dem, som de er i dag" in html
    assert "Kortere ventetid" not in html
    assert "Ny gevinst" not in html
    answer = client.get(f"/gevinster/?pr={before}&format=json")
    assert answer.json() == {"items": []}


def test_the_number_of_queries_is_the_same_for_one_and_for_many(town: Town) -> None:
    project = an_active(town)
    a_benefit(town, project)

    def asked() -> int:
        with CaptureQueriesContext(connection) as caught:
            queries.lines(queries.wanted(LATER.date(), DAY), LATER.date(), DAY)
        return len(caught)

    one = asked()
    for number in range(3):
        a_benefit(town, project, title=f"Færre opkald {number}")
    assert asked() == one <= 5

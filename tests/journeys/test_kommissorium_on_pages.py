"""The municipality changes its own wheel, without a line of code (R55)."""

from __future__ import annotations

from datetime import date

import pytest

from styrehjul.bodies.queries import kommissorium_on
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.days import quarter_of
from styrehjul.meetings.models import Meeting
from tests.journeys.scene import Town

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
ITEM = "Status på informationssikkerhed"


def test_a_standing_item_and_a_third_body_on_pages_only(town: Town) -> None:
    """Given Norddjurs's kommissorium, when Ada adds an item and a body on pages, then the next year has both.

    "Status på informationssikkerhed" comes on the steering group's agendas in the second and fourth quarter; the
    architecture council meets every month. This year stays as it was, and the old version can still be read.
    """
    page = town.opens("Ada", "/kommissorium/")
    town.clicks_on("Ada", "Ret", role="link")
    town.clicks_on("Ada", "Begynd en kladde")
    town.clicks_on("Ada", "Styregruppe", role="link")
    town.clicks_on("Ada", "Tilføj fast punkt", role="link")
    page.get_by_label("Titel").fill(ITEM)
    page.get_by_label("2. kvartal").check()
    page.get_by_label("4. kvartal").check()
    town.clicks_on("Ada", "Gem")
    assert ITEM in page.inner_text("main")

    page = town.opens("Ada", "/kommissorium/ret/")
    town.clicks_on("Ada", "Tilføj et organ", role="link")
    page.locator("#id_navn").fill("Arkitekturråd")
    page.get_by_label("Navn i bestemt form").fill("arkitekturrådet")
    page.get_by_label("Kort betegnelse").fill("AR")
    page.get_by_label("Kopiér frister").select_option("programgruppe")
    for box in page.locator("input[name=moeder-maaneder]").all():
        box.check()
    town.clicks_on("Ada", "Gem")

    page = town.opens("Ada", "/kommissorium/ret/")
    assert ITEM in page.inner_text("#aendringer")
    assert "Arkitekturråd" in page.inner_text("#aendringer")
    town.clicks_on("Ada", "Sæt i kraft ...", role="link")
    page.get_by_label("Gælder fra").fill("2028-01-01")
    page.get_by_label("Beslutningen bag ændringen").fill("Direktionen 3. maj 2027")
    town.clicks_on("Ada", "Sæt i kraft")
    assert "Fra 1. januar 2028" in page.inner_text("#udgaver")
    assert ITEM not in page.inner_text("main")  # today the old version applies

    town.opens("Ada", "/aarshjul/2028/opret/")
    town.clicks_on("Ada", "Opret årets møder 2028")
    steering = Meeting.objects.filter(body__code="styregruppe", year=2028)
    with_item = steering.filter(treatments__title=ITEM)
    assert sorted(quarter_of(meeting.starts_at.astimezone(ZONE).date()) for meeting in with_item) == [2, 4]
    council = Meeting.objects.filter(body__name="Arkitekturråd", year=2028)
    assert {meeting.starts_at.astimezone(ZONE).month for meeting in council} == set(range(1, 13))
    page = town.opens("Ada", "/aarshjul/2028/")
    assert "Arkitekturråd" in page.inner_text("main")
    assert ITEM in page.text_content("main")
    assert len(kommissorium_on(date(2027, 12, 31)).bodies) == 2
    assert not Meeting.objects.filter(year=2027, treatments__title=ITEM).exists()

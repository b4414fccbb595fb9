"""A system's page: what is ours, what Kitos owns, the projects on it, and a proposal that begins from it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine

from styrehjul.benefits.actions import add_benefit
from styrehjul.imports.models import KitosObject
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from styrehjul.systems.actions import create_system
from styrehjul.systems.models import Supplier, System
from tests.meetings.pages import queries, text_of
from tests.portfolio.test_registers import send, signed
from tests.portfolio.town import AT, Town, a_proposal, a_town

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def a_system(name: str, **more: Any) -> System:
    return create_system(name=name, by=None, at=AT, **more)


def from_kitos(system: System, **more: Any) -> KitosObject:
    said = {
        "lifecycle": "operational",
        "hosting": "External",
        "supplier": {"name": "Nordsoft"},
        "risk_on": "2027-01-04",
    }
    maker = Supplier.objects.create(name="Nordsoft", created_at=AT, updated_at=AT)
    System.objects.filter(pk=system.pk).update(
        source="kitos", lifecycle="operational", hosting="External", supplier=maker, risk_on="2027-01-04"
    )
    return KitosObject.objects.create(
        kind="usage", uuid=uuid4(), name=system.name, system=system, said=said, told_at=AT, changed_at=AT, **more
    )


def test_the_list_tells_who_lacks_an_owner_and_keeps_danish_order(town: Town) -> None:
    unit = town.anna.unit
    assert unit is not None
    for name, owner in (("Årsag", None), ("Zebra", town.jonas.pk), ("Ærø", None)):
        a_system(name, owner_id=owner, responsible_unit_id=unit.pk if owner else None)
    olga = signed(town.olga)
    page = text_of(olga.get("/systemer/"))
    assert "Uden ejer (2)" in page
    assert page.index("Zebra") < page.index("Ærø") < page.index("Årsag")
    alone = text_of(olga.get("/systemer/?mangler=ejer"))
    assert ("Ærø" in alone, "Zebra" in alone) == (True, False)
    by_unit = text_of(olga.get(f"/systemer/?enhed={unit.pk}"))
    assert ("Ærø" in by_unit, "Zebra" in by_unit) == (False, True)
    assert "Intet system passer" in text_of(olga.get("/systemer/?q=findes+ikke"))
    assert len(olga.get(f"/systemer/?format=json&enhed={unit.pk}").json()["items"]) == 1


def test_r76_a_proposal_begins_from_a_system_and_is_found_by_its_level(town: Town) -> None:
    system = a_system("Byggesag")
    a_system("Bibliotek")
    mette = signed(town.mette)
    assert f"/projekter/nyt/?system={system.pk}" in mette.get(system.get_absolute_url()).content.decode()
    address = f"/projekter/nyt/?system={system.pk}"
    assert "Forslaget knyttes til Byggesag" in text_of(mette.get(address))
    said = {"title": "Nyt byggesagsarkiv", "purpose": "Det gamle kan ikke søges i.", "strategic_level": "strategic"}
    area = a_proposal(town, title="Et andet").lead_area
    assert area is not None
    answer = send(mette, address, idea="1", lead_area_id=str(area.pk), category="cross", **said)
    assert answer.status_code == 302, text_of(answer)
    project = Project.objects.get(title="Nyt byggesagsarkiv")
    assert [link.system for link in project.system_links.all()] == [system]
    assert "Nyt byggesagsarkiv" in text_of(mette.get(system.get_absolute_url()))
    assert system.get_absolute_url() in mette.get(project.get_absolute_url()).content.decode()
    strategic = text_of(mette.get("/systemer/?niveau=strategic"))
    assert ("Nyt byggesagsarkiv" in strategic, "Bibliotek" in strategic) == (True, False)
    assert "Nyt byggesagsarkiv" not in text_of(mette.get("/systemer/?niveau=tactical"))
    # What is no system of ours is as if nothing was asked.
    for odd in ("x", "9999999", "1" * 30):
        assert mette.get(f"/projekter/nyt/?system={odd}").status_code == 200


def test_what_kitos_owns_is_read_and_not_written(town: Town) -> None:
    system = a_system("Sagssystem", owner_id=town.jonas.pk)
    row = from_kitos(system)
    page = text_of(signed(town.olga).get(system.get_absolute_url()))
    for words in ("Flere oplysninger", "Ret i Kitos", "I drift", "Eksternt", "Nordsoft", "4. januar 2027"):
        assert words in page
    jonas = signed(town.jonas)
    change = f"{system.get_absolute_url()}ret/"
    assert 'name="name"' not in jonas.get(change).content.decode()
    assert send(jonas, change, name="Et andet navn", owner_id="", version=str(system.version)).status_code == 302
    system.refresh_from_db()
    assert (system.name, system.owner_id) == ("Sagssystem", None)
    KitosObject.objects.filter(pk=row.pk).update(gone_at=AT)
    System.objects.filter(pk=system.pk).update(removed_in_kitos_at=AT)
    assert "Systemet er taget ud af Kitos" in text_of(signed(town.olga).get(system.get_absolute_url()))
    assert 'name="name"' in signed(town.anna).get(change).content.decode()


def test_r77_a_systems_page_shows_what_can_be_gained_and_costs_the_same_for_any_number(town: Town) -> None:
    system = a_system("Post")
    olga = signed(town.olga)

    def one_more(number: int) -> None:
        project = a_proposal(town, title=f"Projekt {number}")
        actions.link_system(project, system, by=town.anna, at=AT)
        add_benefit(title=f"Bedre {number}", project=project, owner_id=town.jonas.pk, by=None, at=AT)

    one_more(1)
    first = queries(olga, system.get_absolute_url())
    assert "Én gevinst" in text_of(olga.get(system.get_absolute_url()))
    one_more(2)
    one_more(3)
    assert "3 gevinster" in text_of(olga.get(system.get_absolute_url()))
    assert "3 gevinster" in text_of(olga.get("/systemer/"))
    assert f"/gevinster/systemer/#system-{system.pk}" in olga.get("/systemer/").content.decode()
    assert queries(olga, system.get_absolute_url()) == first
    assert olga.get("/systemer/999999/").status_code == 404

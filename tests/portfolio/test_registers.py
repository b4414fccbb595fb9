"""Goals, systems, benefits and lessons on their pages: who writes, who reads, and how much it costs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from styrehjul.benefits.actions import add_benefit
from styrehjul.benefits.models import Benefit
from styrehjul.knowledge.models import Lesson
from styrehjul.portfolio import actions
from styrehjul.strategy.models import Goal
from styrehjul.systems.actions import create_system
from styrehjul.systems.models import System
from tests.making import a_goal
from tests.meetings.pages import queries, text_of
from tests.portfolio.town import AT, Town, a_proposal, a_town, an_active, sign_in
from tests.sending import FormClient

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def signed(person: Any) -> Client:
    client = FormClient()
    sign_in(client, person)
    return client


def send(client: Client, path: str, **fields: Any) -> Any:
    return client.post(path, {"_key": str(uuid4()), **fields})


def test_the_administrator_writes_a_goal_and_others_read_it(town: Town) -> None:
    anna, olga = signed(town.anna), signed(town.olga)
    assert olga.get("/strategi/maal/nyt/").status_code == 403
    bad = send(anna, "/strategi/maal/nyt/", title="Klart sprog", start="2027-05-01", end="2027-04-01")
    assert (bad.status_code, "Målet kan ikke slutte" in text_of(bad)) == (409, True)
    assert send(anna, "/strategi/maal/nyt/", title="Klart sprog", start="2027-05-01").status_code == 302
    assert "Klart sprog" in text_of(olga.get("/strategi/"))
    goal = Goal.objects.get()
    stale = {"title": "Nu", "start": "2027-05-01", "version": str(goal.version)}
    assert send(anna, f"/strategi/maal/{goal.pk}/ret/", **stale).status_code == 302
    assert send(anna, f"/strategi/maal/{goal.pk}/ret/", **{**stale, "title": "Igen"}).status_code == 409
    assert Goal.objects.get().title == "Nu"


def test_a_system_has_one_name_and_its_projects(town: Town) -> None:
    anna = signed(town.anna)
    assert send(anna, "/systemer/nyt/", name="Byggesag", owner_id=str(town.jonas.pk)).status_code == 302
    again = send(anna, "/systemer/nyt/", name="byggesag")
    assert (again.status_code, "Der er allerede et system" in text_of(again)) == (409, True)
    project, system = an_active(town), System.objects.get()
    tied = {"system_id": str(system.pk), "role": "replaces"}
    assert send(signed(town.mette), f"{project.get_absolute_url()}systemer/", **tied).status_code == 302
    page = text_of(signed(town.olga).get("/systemer/"))
    assert "Byggesag Jonas Bak" in page
    assert "Fælles indgang for byggesager Erstatter" in page


def test_everybody_may_share_a_lesson_and_only_its_contact_puts_it_right(town: Town) -> None:
    olga = signed(town.olga)
    assert send(olga, "/videndeling/ny/", text="Spørg borgerne først", product="Spørgeark").status_code == 302
    lesson = Lesson.objects.get()
    assert "Spørg borgerne først" in text_of(signed(town.mette).get("/videndeling/?q=spørg"))
    assert signed(town.mette).get(f"/videndeling/{lesson.pk}/ret/").status_code == 403
    change = {"text": "Spørg borgerne altid", "version": str(lesson.version)}
    assert send(olga, f"/videndeling/{lesson.pk}/ret/", **change).status_code == 302


def test_a_benefit_is_one_field_and_stands_on_the_project(town: Town) -> None:
    project = an_active(town)
    mette, olga = signed(town.mette), signed(town.olga)
    path = f"/gevinster/ny/?projekt={project.number}"
    assert olga.get(path).status_code == 403
    assert send(mette, path, title="").status_code == 422
    assert send(mette, path, title="Kortere ventetid").status_code == 302
    assert Benefit.objects.get().number == "G-2027-001"
    part = text_of(olga.get(f"/gevinster/projekt/{project.number}/"))
    assert "Kortere ventetid" in part
    assert "Kortere ventetid" in text_of(olga.get("/gevinster/?mangler=ejer"))
    assert "Ingen gevinster passer" in text_of(olga.get("/gevinster/?mangler=ja"))


@pytest.mark.parametrize("form", ["xlsx", "csv", "json"])
@pytest.mark.parametrize("path", ["/strategi/", "/systemer/", "/gevinster/", "/videndeling/"])
def test_each_list_is_a_file_too(town: Town, path: str, form: str) -> None:
    a_goal("Færre opkald", at=AT)
    answer = signed(town.olga).get(f"{path}?format={form}")
    assert answer.status_code == 200
    assert len(answer.content) > 5


def test_three_rows_cost_what_one_costs(town: Town) -> None:
    olga = signed(town.olga)

    def one_more(number: int) -> None:
        project = a_proposal(town, title=f"Projekt {number}", goal_id=a_goal(f"Mål {number}", at=AT).pk)
        system = create_system(name=f"System {number}", owner_id=town.jonas.pk, by=None, at=AT)
        actions.link_system(project, system, by=town.anna, at=AT)
        add_benefit(title="Bedre", project=project, owner_id=town.jonas.pk, by=None, at=AT)

    one_more(1)
    pages = ("/strategi/", "/systemer/", "/gevinster/", "/videndeling/")
    first = {path: queries(olga, path) for path in pages}
    one_more(2)
    one_more(3)
    assert {path: queries(olga, path) for path in pages} == first

"""What a project is made of as people see it on the pages: R47, R64, R65 and R70."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
import time_machine

from styrehjul.meetings import actions as meetings
from styrehjul.meetings.models import Topic
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Allocation, Pool, Project, ProjectTask, Risk
from tests.house.world import ground
from tests.making import NOW, Cast, a_cast, a_person, signed_in
from tests.meetings.pages import send, text_of
from tests.meetings.turn import a_meeting, do
from tests.portfolio.town import a_decision

pytestmark = pytest.mark.django_db
PG_AT = datetime(2027, 5, 20, 9, 0, tzinfo=NOW.tzinfo)
UPKEEP, GENERAL = "opdatering_portefoelje_ansvar_opgaver", "droeftelse_generelle_problemstillinger"


@pytest.fixture(scope="module")
def cast(django_db_setup: None, django_db_blocker: Any) -> Iterator[Cast]:
    with django_db_blocker.unblock(), ground(NOW):
        yield a_cast()


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=False):
        yield


@pytest.fixture
def pia(cast: Cast) -> Person:
    return a_person("Pia Porse", role=Role.PORTFOLIO_ADMINISTRATOR)


@pytest.fixture
def project(cast: Cast) -> Project:
    made = do(
        actions.create_project, by=None, at=NOW, title="Byggesager på nettet", lead_area=cast.areas[0],
        category="cross", state="active",
    )  # fmt: skip
    do(actions.set_role, made, kind="manager", person_id=cast.mette.pk, by=None, at=NOW, reason="aftalt")
    return Project.objects.get(pk=made.pk)


def test_r70_a_task_is_on_the_project_on_the_persons_list_and_overdue_at_the_programme_groups_item(
    cast: Cast, project: Project
) -> None:
    here = project.get_absolute_url()
    sent = {"title": "Forny databehandleraftalen", "responsible_id": str(cast.olga.pk), "due": "2027-05-10"}
    assert send(signed_in(cast.mette), f"{here}opgaver/ny/", **sent).status_code == 302
    card = text_of(signed_in(cast.jonas).get(here))
    assert "Forny databehandleraftalen" in card
    assert cast.olga.name in card
    olga = signed_in(cast.olga)
    assert "Forny databehandleraftalen" in text_of(olga.get("/opgaver/"))
    pg = a_meeting(cast, body=cast.programme, starts_at=PG_AT, items=(UPKEEP,), feeds=a_meeting(cast))
    item = f"{pg.treatments.get(standing_key=UPKEEP).get_absolute_url()}?laes=1"
    told = text_of(signed_in(cast.peter).get(item))
    assert "Opgaver i projekter over fristen" in told
    assert "frist 10. maj 2027" in told
    task = ProjectTask.objects.get(project=project)
    assert send(olga, f"{here}opgaver/{task.pk}/udfoert/", back="/opgaver/")["Location"] == "/opgaver/"
    assert "Forny databehandleraftalen" not in text_of(olga.get("/opgaver/"))
    assert "Opgaver i projekter over fristen" not in text_of(signed_in(cast.peter).get(item))


def test_r64_hours_for_a_quarter_show_free_used_and_over_used_with_who_gave_them(
    cast: Cast, project: Project, pia: Person
) -> None:
    browser, here = signed_in(pia), "/projekter/kapacitet/"
    assert send(browser, f"{here}ny/", name="Digitalisering", leader_id=str(cast.peter.pk)).status_code == 302
    pool = Pool.objects.get(name="Digitalisering")
    quarter = {"k-quarter": "2027-07-01", "k-gross": "300", "k-absence": "100"}
    assert send(signed_in(cast.peter), f"{here}{pool.pk}/kvartal/", **quarter).status_code == 302
    sent = {"pool_id": str(pool.pk), "quarter": "2027-07-01", "amount": "150"}
    assert send(signed_in(cast.mette), f"{project.get_absolute_url()}timer/ny/", **sent).status_code == 302
    assert "3. kvartal 2027 200 0 150 200 der er plads" in text_of(browser.get(here))
    row = Allocation.objects.get(project=project)
    confirm = f"{project.get_absolute_url()}timer/{row.pk}/bekraeft/"
    assert send(signed_in(cast.mette), confirm, reason="Ja").status_code == 403
    assert send(signed_in(cast.peter), confirm, reason="Vigtigst i år").status_code == 302
    card = text_of(browser.get(project.get_absolute_url()))
    assert f"uden beslutning, oplyst af {cast.peter.name}: Vigtigst i år" in card
    do(
        actions.allocate, project, pool=pool.pk, quarter=date(2027, 7, 1), amount=Decimal(100), by=cast.stine, at=NOW,
        mandate=a_decision("programgruppe", "PG-2027-003"),
    )  # fmt: skip
    page = text_of(browser.get(here))
    assert "3. kvartal 2027 200 250 0 -50 over, hvad der er" in page
    assert "PG-2027-003" in text_of(browser.get(project.get_absolute_url()))


def test_r65_the_threshold_marks_by_itself_and_lists_what_is_missing_and_the_hand_gives_a_reason(
    cast: Cast, project: Project, pia: Person
) -> None:
    browser, here = signed_in(pia), project.get_absolute_url()
    do(actions.change_settings, large_economy_tdkk=Decimal(1000), by=pia, at=NOW)
    line = {"year": "2027", "kind": "drift", "budget": "1.500"}
    assert send(signed_in(cast.mette), f"{here}oekonomi/ny/", **line).status_code == 302
    card = text_of(browser.get(here))
    assert "efter reglen: samlet økonomi på mindst 1 mio. kr." in card
    for missing in ("Ingen styrer det", "Der er ingen plan.", "Der er ingen risici."):
        assert missing in card
        assert missing in text_of(browser.get("/projekter/stoerre/"))
    assert "stoerre/" in browser.get(here).content.decode()
    assert send(browser, f"{here}stoerre-projekt/", large="no", reason="").status_code == 422
    assert send(browser, f"{here}stoerre-projekt/", large="no", reason="Kun én enhed").status_code == 302
    assert not Project.objects.get(pk=project.pk).large


def test_r47_a_problem_becomes_a_risk_of_a_project_with_the_link_both_ways(cast: Cast, project: Project) -> None:
    pg = a_meeting(cast, body=cast.programme, starts_at=PG_AT, items=(GENERAL,), feeds=a_meeting(cast))
    topic: Topic = do(
        meetings.add_topic, pg, kind="general", text="Leverandøren mangler udviklere", by=cast.mette, at=NOW
    )
    mette, page = signed_in(cast.mette), f"{pg.get_absolute_url()}emner/{topic.pk}/goer-til/"
    page = next(
        url for url in (page, f"{pg.get_absolute_url()}emner/{topic.pk}/bliver/") if mette.get(url).status_code == 200
    )
    sent = {"to": "risk", "r-event": "Leverancen bliver forsinket", "r-project": str(project.pk)}
    answer = send(mette, page, **sent)
    assert answer["Location"] == f"{project.get_absolute_url()}#risici"
    risk = Risk.objects.get(project=project)
    card = mette.get(project.get_absolute_url())
    assert "Emne: Leverandøren mangler udviklere" in text_of(card)
    assert f'href="{pg.get_absolute_url()}"' in card.content.decode()
    assert f"Risiko: {risk.event} ({project.title})" in text_of(mette.get(pg.get_absolute_url()))

"""The portfolio as it was on a day, and what changed between two."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from styrehjul.documents.guard import check_pdf
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from tests.documents.reading import text_of as words_of
from tests.portfolio.pages import a_local, a_report, text_of, titles
from tests.portfolio.town import AT, Town, a_decision, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
LATER = AT + timedelta(days=30)
NOW = AT + timedelta(days=40)
THEN = "2027-05-20"


@pytest.fixture
def town(settings: Any) -> Iterator[Town]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        found = a_town()
    with time_machine.travel(NOW, tick=False):
        yield found


@pytest.fixture
def mette(client: Client, town: Town) -> Client:
    sign_in(client, town.mette)
    return client


@pytest.fixture
def moved(town: Town) -> Project:
    """A project that was fine and in priority 3, and a month later is red, paused, in priority 1 and another's."""
    project = an_active(town, title="Byggesager")
    a_report(project, "green", "Efter planen", town)
    actions.set_priority(project, priority=3, by=town.anna, at=AT, reason="Aftalt")
    a_report(project, "red", "Standset", town, at=LATER)
    actions.set_priority(project, priority=1, by=town.stine, at=LATER, mandate=a_decision(ref="SG-2027-020"))
    actions.set_role(project, kind="manager", person_id=town.peter.pk, by=town.anna, at=LATER, reason="Mette stopper")
    actions.pause_project(project, by=town.anna, at=LATER, reason="Ferie")
    return project


class TestAsOf:
    def test_state_light_priority_and_holder_as_they_were(self, mette: Client, moved: Project) -> None:
        columns = "kolonner=prio,tilstand,status,ansvarlig"

        def shown(query: str) -> list[str]:
            (row,) = mette.get(f"/projekter/?{columns}{query}").context["rows"]
            return [str(cell.text) for cell in row.cells]

        then, now = shown(f"&pr={THEN}"), shown("")
        assert (then[0], now[0]) == ("3", "1")
        assert "I gang" in then[2]
        assert "På pause" in now[2]
        assert "Efter planen" in then[3]
        assert "Standset" in now[3]
        assert (then[4], now[4]) == ("Mette Lund", "Peter Dam")

    def test_choices_are_answered_by_what_was(self, mette: Client, town: Town, moved: Project) -> None:
        assert titles(mette, "lys=red") == ["Byggesager"]
        assert titles(mette, f"lys=red&pr={THEN}") == []
        assert titles(mette, f"ansvarlig={town.mette.pk}&pr={THEN}") == ["Byggesager"]
        assert titles(mette, f"ansvarlig={town.mette.pk}") == []

    def test_what_needed_attention_then(self, mette: Client, moved: Project) -> None:
        assert mette.get("/projekter/").context["attention"]["count"] == 1
        assert mette.get(f"/projekter/?pr={THEN}").context["attention"]["count"] == 0

    def test_the_day_is_told_and_nothing_can_be_changed(self, mette: Client, moved: Project) -> None:
        assert "Porteføljen, som den var 20. maj 2027. Intet kan ændres her." in text_of(
            mette.get(f"/projekter/?pr={THEN}")
        )
        card = text_of(mette.get(f"/projekter/{moved.number}/?pr={THEN}"))
        assert "Projektet, som det var 20. maj 2027. Intet kan ændres her." in card
        assert '<form method="post"' not in card.split("<main")[1].split("</main")[0]
        assert "Standset" not in card

    def test_a_project_that_came_later_is_not_there(self, mette: Client, town: Town, moved: Project) -> None:
        with time_machine.travel(LATER, tick=False):
            actions.register_local(
                title="Ny", purpose="x", unit=town.school, responsible_id=town.olga.pk, by=town.anna, at=LATER
            )
        assert "Ny" in titles(mette, "")
        assert titles(mette, f"pr={THEN}") == ["Byggesager"]
        areas = mette.get(f"/projekter/omraader/?pr={THEN}").context["tables"][0]["table"]
        assert areas.total == 1
        # Every number leads to the list of that day.
        assert all(f"pr={THEN}" in count.url for count in areas.totals)

    def test_drawings_and_groups_are_of_that_day(self, mette: Client, moved: Project) -> None:
        (row,) = mette.get(f"/projekter/?vis=tidslinje&pr={THEN}").context["rows"]
        assert (row["state"], row["light"]) == ("I gang", "green")
        groups = mette.get(f"/projekter/?vis=grupper&pr_hvad=ansvarlig&pr={THEN}").context["groups"]
        assert [group["name"] for group in groups] == ["Mette Lund"]

    def test_a_day_that_has_not_been_is_now(self, mette: Client, moved: Project) -> None:
        assert "Intet kan ændres her" not in text_of(mette.get("/projekter/?pr=2031-01-01"))

    def test_the_card_on_paper_is_of_that_day(self, mette: Client, moved: Project) -> None:
        words = words_of(b"".join(mette.get(f"/projekter/{moved.number}/kort.pdf?pr={THEN}")))
        assert "20. maj 2027" in words
        assert "Standset" not in words

    def test_many_and_few_cost_the_same(self, mette: Client, town: Town, moved: Project) -> None:
        from tests.portfolio.pages import cold

        url = f"/projekter/?pr={THEN}"
        a_local(town, "Lokalt")
        few = cold(mette, url)
        for number in range(3):
            a_local(town, f"Flere {number}")
        assert cold(mette, url) == few


class TestDifference:
    def kinds(self, client: Client, query: str) -> list[str]:
        return [group.what for group in client.get(f"/projekter/aendringer/?{query}").context["groups"]]

    def test_in_the_order_of_a_meeting_with_old_new_who_and_grounds(self, mette: Client, moved: Project) -> None:
        page = mette.get("/projekter/aendringer/?fra=2027-05-25")
        groups = {group.what: group.rows for group in page.context["groups"]}
        assert list(groups) == ["Sat på pause", "Status", "Prioritet", "Ansvar"]
        (priority,) = groups["Prioritet"]
        assert (priority.old, priority.new, priority.decision, priority.undecided) == ("3", "1", "SG-2027-020", False)
        assert priority.decision_url == "/beslutninger/?q=SG-2027-020"
        (paused,) = groups["Sat på pause"]
        assert (paused.undecided, paused.told, paused.reason) == (
            True,
            "uden beslutning, oplyst af Anna Friis",
            "Ferie",
        )

    def test_only_those_that_nobody_decided(self, mette: Client, moved: Project) -> None:
        page = mette.get("/projekter/aendringer/?fra=2027-05-25&kun=uden-beslutning")
        assert [group.what for group in page.context["groups"]] == ["Sat på pause", "Ansvar"]
        assert (page.context["count"], page.context["undecided"]) == (4, 2)

    def test_both_ends_are_kept(self, mette: Client, moved: Project) -> None:
        assert self.kinds(mette, f"fra={NOW.date() - timedelta(days=5)}") == []
        assert "Prioritet" in self.kinds(mette, f"fra=2027-05-01&til={THEN}")
        (group,) = [
            g
            for g in mette.get(f"/projekter/aendringer/?fra=2027-05-01&til={THEN}").context["groups"]
            if g.what == "Prioritet"
        ]
        assert [row.new for row in group.rows] == ["3"]

    def test_words_that_are_no_day_are_as_if_they_were_not_there(self, mette: Client, moved: Project) -> None:
        for query in ("fra=igår", "fra=2031-01-01", "fra=0000-00-00&til=x&organ=findesikke"):
            assert mette.get(f"/projekter/aendringer/?{query}", follow=True).status_code in (200, 404)

    def test_on_paper_for_the_meeting(self, mette: Client, moved: Project) -> None:
        made = b"".join(mette.get("/projekter/aendringer.pdf?fra=2027-05-25"))
        assert check_pdf(made) == []
        words = " ".join(words_of(made).split())
        assert "4 ændringer, heraf 2 uden beslutning" in words
        assert "SG-2027-020" in words

    def test_an_end_that_moves_tells_by_how_many_days(self, mette: Client, town: Town) -> None:
        project = an_active(town)
        actions.set_end_date(project, planned_end=date(2028, 1, 30), by=town.anna, at=LATER, reason="Udbud")
        groups = mette.get("/projekter/aendringer/?fra=2027-05-25").context["groups"]
        (row,) = [row for group in groups if group.what == "Planlagt afslutning" for row in group.rows]
        assert row.days == "30 dage senere"

    def test_a_projects_own_story_can_be_narrowed(self, mette: Client, moved: Project) -> None:
        url = f"/projekter/{moved.number}/aendringer/"
        every = mette.get(url).context["rows"]
        assert len(every) > 6
        assert [row.new for _what, row in mette.get(f"{url}?hvad=priority").context["rows"]] == ["1", "3"]
        assert {row.who for _what, row in mette.get(f"{url}?hvem=Anna Friis").context["rows"]} == {"Anna Friis"}
        assert all(row.undecided for _what, row in mette.get(f"{url}?kun=uden-beslutning").context["rows"])
        assert len(mette.get(f"{url}?pr={THEN}").context["rows"]) < len(every)


def test_meetings_are_chosen_where_there_are_none(mette: Client) -> None:
    page = mette.get("/projekter/aendringer/moeder/")
    assert "Intet organ har holdt møde endnu" in text_of(page)
    assert mette.get("/projekter/aendringer/siden/styregruppe/").status_code == 302
    assert mette.get("/projekter/aendringer/siden/findes-ikke/").status_code == 404


def test_a_saved_view_can_hold_a_day(mette: Client, moved: Project) -> None:
    sent = {"_key": str(uuid4()), "name": "Dengang", "query": f"pr={THEN}&lys=green"}
    assert mette.post("/projekter/visninger/", sent)["Location"] == f"/projekter/?lys=green&pr={THEN}"

"""The portfolio's pages: what is on them, what they refuse, and what they cost."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from styrehjul.systems.actions import create_system
from tests.making import a_goal
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active, an_awaiting, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def demo(settings: Any) -> None:
    """Signed in without a second factor, as in the demo."""
    settings.DEMO = True


@pytest.fixture
def mette(client: Client, town: Town, demo: None) -> Client:
    sign_in(client, town.mette)
    return client


def local(town: Town, title: str, **more: Any) -> Project:
    return actions.register_local(
        title=title,
        purpose="Tid",
        unit=more.pop("unit", town.school),
        responsible_id=town.olga.pk,
        by=town.anna,
        at=AT,
        **more,
    )


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


class TestList:
    def test_counts_add_up_to_the_whole(self, mette: Client, town: Town) -> None:
        an_active(town)
        a_proposal(town, category="national", external_owner="KL", title="Digital post")
        for number in range(3):
            local(town, f"Lokalt {number}")
        page = mette.get("/projekter/")
        categories = page.context["categories"]
        assert [row["count"] for row in categories] == [5, 1, 1, 3]
        assert "5 projekter · 19. maj 2027" in text_of(page)

    def test_filters_stand_in_the_address(self, mette: Client, town: Town) -> None:
        an_active(town, title="Æbler til alle (ÆTA)", lead_area=town.schools)
        local(town, "Lokale æbler", unit=town.school)
        local(town, "Udlån", unit=town.library)

        def titles(query: str) -> list[str]:
            return [row.title for row in mette.get(f"/projekter/?{query}").context["rows"]]

        assert titles("q=ÆTA") == ["Æbler til alle (ÆTA)"]
        # Danish letters in either case, which SQLite alone does not fold.
        assert set(titles("q=ÆBLER")) == {"Æbler til alle (ÆTA)", "Lokale æbler"}
        assert titles("kategori=tvaergaaende") == ["Æbler til alle (ÆTA)"]
        assert titles(f"omraade={town.care.pk}") == ["Udlån"]
        assert titles("tilstand=proposed") == []
        assert titles("kategori=local&sort=projekt") == ["Lokale æbler", "Udlån"]
        assert len(titles("kategori=hund&omraade=x&sort=drop&page=99999999")) == 0

    def test_what_is_lacking_is_a_list(self, mette: Client, town: Town) -> None:
        an_active(town, title="Fuldt")
        a_proposal(town, title="Uden alt", ready=False)
        local(town, "Lokalt")

        def titles(query: str) -> set[str]:
            return {row.title for row in mette.get(f"/projekter/?{query}").context["rows"]}

        for what in ("leder", "ejer", "maal"):
            assert titles(f"mangler={what}") == {"Uden alt"}
        assert titles("mangler=omraade") == set()
        assert titles("mangler=penge") == {"Fuldt", "Uden alt", "Lokalt"}
        with time_machine.travel(AT + timedelta(days=1), tick=False):
            mette.force_login(town.mette.user)
            assert titles("mangler=leder&pr=2027-05-19") == {"Uden alt"}

    def test_sorted_by_priority_and_by_the_danish_alphabet(self, mette: Client, town: Town) -> None:
        for title, priority in (("Ål", 2), ("Zoo", None), ("Ærter", 1), ("Bil", None)):
            project = an_active(town, title=title)
            if priority:
                actions.set_priority(project, priority=priority, by=town.anna, at=AT, reason="x")
        first = [row.title for row in mette.get("/projekter/").context["rows"]]
        assert first[:2] == ["Ærter", "Ål"]
        by_name = mette.get("/projekter/?sort=projekt").context["rows"]
        assert [row.title for row in by_name] == ["Bil", "Zoo", "Ærter", "Ål"]
        falling = mette.get("/projekter/?sort=-projekt").context["rows"]
        assert [row.title for row in falling] == ["Ål", "Ærter", "Zoo", "Bil"]

    def test_as_it_was_on_a_day(self, mette: Client, town: Town) -> None:
        project = an_active(town)
        later = AT + timedelta(days=30)
        with time_machine.travel(later, tick=False):
            actions.pause_project(project, by=town.mette, at=later, reason="Ferie")
            actions.change_project(project, title="Nyt navn", by=town.mette, at=later)
            local(town, "Kom senere til")
        with time_machine.travel(later + timedelta(days=2), tick=False):
            mette.force_login(town.mette.user)
            was = mette.get("/projekter/?pr=2027-05-20")
            assert [(row.title, row.state_words) for row in was.context["rows"] if row.category != "local"] == [
                ("Fælles indgang for byggesager", "I gang")
            ]
            assert "som den var 20. maj 2027" in text_of(was)
            now = mette.get("/projekter/")
            assert ("Nyt navn", "På pause") in [(row.title, row.state_words) for row in now.context["rows"]]
            card = mette.get(f"/projekter/{project.number}/?pr=2027-05-20")
            assert "Fælles indgang for byggesager" in text_of(card)
            assert "Sæt på pause" not in text_of(card)
            assert mette.get(f"/projekter/{project.number}/?pr=2026-05-20").status_code == 404

    def test_the_file_has_the_same_rows_and_runs_no_formula(self, mette: Client, town: Town) -> None:
        a_proposal(town, title="=HYPERLINK(1)")
        local(town, "Lokalt")
        found = json.loads(mette.get("/projekter/?format=json&kategori=cross").content)
        assert [item["title"] for item in found["items"]] == ["=HYPERLINK(1)"]
        assert b"'=HYPERLINK(1)" in mette.get("/projekter/?format=csv").content
        excel = mette.get("/projekter/?format=xlsx")
        assert excel["Content-Type"].startswith("application/vnd.openxmlformats")

    def test_ten_and_a_hundred_cost_the_same(self, mette: Client, town: Town) -> None:
        def make(count: int) -> None:
            for number in range(count):
                a_proposal(town, title=f"Projekt {number}", lead_area=town.care if number % 2 else town.schools)

        make(10)
        few = queries(mette, "/projekter/"), queries(mette, "/projekter/omraader/"), queries(mette, CHANGES)
        make(90)
        assert (queries(mette, "/projekter/"), queries(mette, "/projekter/omraader/"), queries(mette, CHANGES)) == few

    def test_every_area_has_its_row(self, mette: Client, town: Town) -> None:
        an_active(town)
        page = text_of(mette.get("/projekter/omraader/"))
        assert 'Skoler <span class="sub">ingen registreret' in page


CHANGES = "/projekter/aendringer/?siden=2027-05-01"


def queries(client: Client, url: str) -> int:
    client.get(url)
    with CaptureQueriesContext(connection) as caught:
        assert client.get(url).status_code == 200
    return len(caught)


class TestProposal:
    def answers(self, town: Town, **more: Any) -> dict[str, Any]:
        return {
            "_key": str(uuid4()), "title": "Robotter i køkkenet", "purpose": "Mindre tunge løft",
            "lead_area_id": str(town.care.pk), "category": "cross", "subtype": "own_cross", **more,
        }  # fmt: skip

    def test_three_answers_and_one_click(self, mette: Client, town: Town) -> None:
        page = mette.get("/projekter/nyt/")
        assert page.status_code == 200
        sent = mette.post("/projekter/nyt/", self.answers(town), follow=True)
        project = Project.objects.get()
        assert (project.state, project.contact, project.org_unit) == ("proposed", town.mette, town.care)
        assert sent.redirect_chain[-1][0] == f"/projekter/{project.number}/"
        assert "Mangler, før det kan godkendes" in text_of(sent)

    def test_sent_twice_is_one_proposal(self, mette: Client, town: Town) -> None:
        answers = self.answers(town)
        first = mette.post("/projekter/nyt/", answers)
        second = mette.post("/projekter/nyt/", answers)
        assert first["Location"] == second["Location"]
        assert Project.objects.count() == 1

    def test_what_is_missing_is_told_at_its_field(self, mette: Client, town: Town) -> None:
        page = mette.post("/projekter/nyt/", self.answers(town, title="", lead_area_id="", category="national"))
        assert page.status_code == 422
        assert set(page.context["form"].errors) == {"title", "lead_area_id", "external_owner"}
        assert not Project.objects.exists()

    def test_all_six_answers_are_kept(self, mette: Client, town: Town) -> None:
        mette.post(
            "/projekter/nyt/",
            self.answers(
                town, summary="To robotter", goal_id=a_goal("Arbejdsmiljø", at=AT).pk, users="Kokke", gain="Færre sygedage",
                cost_tdkk="1.250,5", hours="300", outside_deadline="Ny lov", planned_end="2027-12-31",
                owner_id=town.jonas.pk, manager_id=town.mette.pk, org_unit_id=town.library.pk,
            ),
        )  # fmt: skip
        project = Project.objects.get()
        assert (str(project.cost_tdkk), project.planned_end, project.gain) == (
            "1250.5", date(2027, 12, 31), "Færre sygedage",
        )  # fmt: skip
        assert set(project.roles.values_list("kind", "person")) == {
            ("owner", town.jonas.pk), ("manager", town.mette.pk),
        }  # fmt: skip

    def test_money_is_the_same_after_the_page_is_saved_again(self, mette: Client, town: Town) -> None:
        mette.post("/projekter/nyt/", self.answers(town, cost_tdkk="1.250,5", hours="1.300"))
        project = Project.objects.get()
        page = mette.get(f"{project.get_absolute_url()}ret/")
        sent = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
        assert (sent["cost_tdkk"], sent["hours"]) == ("1.250,5", "1.300")
        assert mette.post(f"{project.get_absolute_url()}ret/", {**sent, "_key": str(uuid4())}).status_code == 302
        project.refresh_from_db()
        assert (str(project.cost_tdkk), str(project.hours)) == ("1250.5", "1300.0")

    def test_another_economy_of_a_running_project_asks_why_on_the_page(self, mette: Client, town: Town) -> None:
        url = f"{an_active(town, cost_tdkk=500).get_absolute_url()}ret/"
        form = mette.get(url).context["form"]
        sent = {name: form[name].value() or "" for name in form.fields} | {"_key": str(uuid4()), "cost_tdkk": "800"}
        refused = mette.post(url, sent)
        assert refused.status_code == 422
        assert "Skriv kort, hvorfor økonomien er ændret." in text_of(refused)
        assert mette.post(url, sent | {"reason": "To moduler mere", "_key": str(uuid4())}).status_code == 302
        assert Project.objects.get().changes.get(kind="economy").reason == "To moduler mere"

    def test_an_idea_is_saved_and_sent_in_from_its_page(self, mette: Client, town: Town) -> None:
        mette.post("/projekter/nyt/", self.answers(town, idea="1"))
        project = Project.objects.get()
        assert project.state == "idea"
        assert "Indsend forslaget" in text_of(mette.get(project.get_absolute_url()))
        mette.post(f"{project.get_absolute_url()}indsend/", {"_key": str(uuid4())})
        project.refresh_from_db()
        assert project.state == "proposed"


class TestCard:
    def test_a_decision_is_told_with_its_number(self, mette: Client, town: Town) -> None:
        project = actions.approve_proposal(an_awaiting(town), by=town.stine, at=AT, mandate=a_decision())
        page = text_of(mette.get(project.get_absolute_url()))
        assert "Til beslutning → Godkendt" in page
        assert "besluttet, SG-2027-014" in page

    def test_a_pause_without_a_decision_says_who_told_it(self, mette: Client, town: Town) -> None:
        project = an_active(town)
        mette.post(f"{project.get_absolute_url()}pause/", {"_key": str(uuid4()), "reason": "Udbuddet er udskudt"})
        page = text_of(mette.get(project.get_absolute_url()))
        assert "uden beslutning, oplyst af Mette Lund · ændrer SG-2027-014" in page
        assert "Udbuddet er udskudt" in text_of(mette.get(CHANGES))

    def test_a_button_that_takes_a_decision_says_so(self, client: Client, town: Town, demo: None) -> None:
        sign_in(client, town.anna)
        project = an_active(town)
        page = text_of(client.get(project.get_absolute_url()))
        assert "At stoppe projektet kræver en beslutning i styregruppen" in page
        refused = client.post(f"{project.get_absolute_url()}stop/", {"_key": str(uuid4()), "reason": "Nej"})
        assert refused.status_code == 409
        project.refresh_from_db()
        assert project.state == "active"

    def test_others_see_no_buttons_and_get_nowhere(self, client: Client, town: Town, demo: None) -> None:
        project = an_active(town)
        sign_in(client, town.olga)
        page = text_of(client.get(project.get_absolute_url()))
        assert "Det kan du gøre" not in page
        for slug in ("pause", "ret", "status", "stop", "prioritet", "ansvar"):
            assert client.post(f"{project.get_absolute_url()}{slug}/", {"_key": str(uuid4())}).status_code == 403

    def test_a_local_coordinator_cannot_edit_another_units_project(
        self, client: Client, town: Town, demo: None
    ) -> None:
        theirs, own = local(town, "Udlån", unit=town.library), local(town, "Tablets")
        sign_in(client, town.lis)
        assert client.get(f"{theirs.get_absolute_url()}ret/").status_code == 403
        assert client.get(f"{own.get_absolute_url()}ret/").status_code == 200

    def test_sixty_seconds_for_a_local_project(self, client: Client, town: Town, demo: None) -> None:
        sign_in(client, town.lis)
        page = client.get("/projekter/lokalt/")
        assert [text for _key, text in page.context["form"].fields["unit_id"].choices][1:] == ["Auning Skole", "Skoler"]
        sent = {
            "_key": str(uuid4()), "title": "Tablets", "purpose": "Leg", "responsible_id": town.lis.pk,
            "unit_id": town.school.pk, "state": "active",
        }  # fmt: skip
        assert client.post("/projekter/lokalt/", sent).status_code == 302
        elsewhere = {**sent, "_key": str(uuid4()), "unit_id": town.library.pk}
        assert client.post("/projekter/lokalt/", elsewhere).status_code == 422
        assert Project.objects.count() == 1

    @pytest.mark.parametrize("state", ["idea", "active", "closed"])
    def test_a_local_project_may_name_its_system_and_another_area(
        self, client: Client, town: Town, demo: None, state: str
    ) -> None:
        system = create_system(name="Aula", by=None, at=AT)
        sign_in(client, town.lis)
        sent = {
            "_key": str(uuid4()), "title": "Tablets", "purpose": "Leg", "responsible_id": town.lis.pk, "state": state,
            "unit_id": town.school.pk, "area_id": town.care.pk, "system_id": system.pk,
        }  # fmt: skip
        answer = client.post("/projekter/lokalt/", sent)
        assert answer.status_code == 302, text_of(answer)
        project = Project.objects.get()
        assert (project.org_unit, project.lead_area) == (town.school, town.care)
        assert [link.system for link in project.system_links.all()] == [system]

    def test_a_local_project_is_closed_by_three_answers(self, client: Client, town: Town, demo: None) -> None:
        project = local(town, "Tablets")
        sign_in(client, town.lis)
        page = client.get(project.get_absolute_url())
        assert "/afslut-lokalt/" in text_of(page)
        answers = {"_key": str(uuid4()), "outcome": "Mere leg", "usable_by": "Alle skoler", "to_follow": ""}
        assert client.post(f"{project.get_absolute_url()}afslut-lokalt/", answers).status_code == 302
        project.refresh_from_db()
        assert project.state == "closed"
        report = project.closing_reports.get()
        assert (report.delivered, report.usable_by, report.to_follow) == ("Mere leg", "Alle skoler", "")

    def test_nobody_else_registers_local_projects(self, mette: Client) -> None:
        assert mette.get("/projekter/lokalt/").status_code == 403

    def test_unchanged_is_one_click(self, mette: Client, town: Town) -> None:
        project = an_active(town)
        status = f"{project.get_absolute_url()}status/"
        red = mette.post(status, {"_key": str(uuid4()), "light": "red", "sentence": ""})
        assert (red.status_code, "Gul og rød status skal forklares" in text_of(red)) == (422, True)
        mette.post(status, {"_key": str(uuid4()), "light": "green", "sentence": "Udbud i august"})
        assert "Uændret siden sidst" in text_of(mette.get(project.get_absolute_url()))
        mette.post(status, {"_key": str(uuid4()), "unchanged": "1"})
        project.refresh_from_db()
        assert project.status_sentence == "Uændret siden sidst"

    def test_two_who_write_at_once_see_both_texts(self, mette: Client, town: Town) -> None:
        project = a_proposal(town)
        page = mette.get(f"{project.get_absolute_url()}ret/")
        sent = {name: page.context["form"][name].value() or "" for name in page.context["form"].fields}
        actions.change_project(project, purpose="Jonas' tekst", by=town.jonas, at=AT)
        answer = mette.post(
            f"{project.get_absolute_url()}ret/", {**sent, "_key": str(uuid4()), "purpose": "Mettes tekst"}
        )
        assert answer.status_code == 409
        shown = text_of(answer)
        assert "Mettes tekst" in shown
        assert "Jonas&#x27; tekst" in shown

    def test_a_number_that_is_not_there(self, mette: Client) -> None:
        assert mette.get("/projekter/P-1999-001/").status_code == 404
        assert mette.get("/projekter/P-1999-001/pause/").status_code == 404

    def test_signed_out_people_are_led_to_the_door(self, client: Client, town: Town) -> None:
        assert client.get("/projekter/").status_code == 302

    def test_the_card_costs_the_same_with_a_long_story(self, mette: Client, town: Town) -> None:
        project = an_active(town)
        actions.report_status(project, light="green", by=town.mette, at=AT)
        actions.set_priority(project, priority=9, by=town.anna, at=AT, reason="x")
        few = queries(mette, project.get_absolute_url())
        for number in range(5):
            actions.set_priority(project, priority=number + 1, by=town.anna, at=AT, reason="x")
            actions.report_unchanged(project, by=town.mette, at=AT)
        assert queries(mette, project.get_absolute_url()) == few


def test_what_waits_for_a_manager(town: Town) -> None:
    from styrehjul.portfolio.queries import next_for

    project = an_active(town)
    assert next_for(town.mette, AT.date()) == []
    (todo,) = next_for(town.mette, AT.date() + timedelta(days=100))
    assert (todo.url, todo.due) == (f"{project.get_absolute_url()}status/", date(2027, 8, 19))

"""Benefits as people meet them on the pages: R78 and R79, the mail, the need for a decision, and lists that stay quick."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.benefits import actions
from styrehjul.benefits.models import Benefit, Measurement
from styrehjul.benefits.queries.links import link_path
from styrehjul.meetings.content import PROVIDERS
from styrehjul.meetings.queries.reminders import digests
from styrehjul.people.actions import create_post, end_person, hold_post
from styrehjul.portfolio import actions as portfolio
from styrehjul.portfolio.models import ClosingReport, Project
from tests.making import signed_in
from tests.meetings.pages import send, text_of
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active

pytestmark = pytest.mark.django_db(transaction=True)
ZONE = AT.tzinfo


def day(year: int, month: int, number: int) -> datetime:
    return datetime(year, month, number, 10, 0, tzinfo=ZONE)


@pytest.fixture
def town() -> Town:
    return a_town()


def page(client: Client, url: str) -> str:
    answer = client.get(url)
    assert answer.status_code == 200, url
    return text_of(answer)


def closed(town: Town, project: Project, at: datetime) -> None:
    """The work is done, the report is whole, and the body says yes."""
    portfolio.report_finished(project, report="Indgangen er åben.", by=town.mette, at=at)
    portfolio.write_report(
        ClosingReport.objects.get(project=project), handover="IT-drift", lessons="Begynd med de svære sager.",
        products="Skabelon", recommendation="Afsluttes.", spent_tdkk=900, spent_hours=1200, by=town.mette, at=at,
    )  # fmt: skip
    portfolio.close_project(project, by=town.stine, at=at, mandate=a_decision())


def test_r79_followed_from_a_hope_to_a_measured_fact_and_on_after_its_project_has_closed(town: Town) -> None:
    project = an_active(town)
    with time_machine.travel(day(2027, 5, 19), tick=False):
        mette, jonas = signed_in(town.mette), signed_in(town.jonas)
        # Potential: only what becomes better.
        line = {"title": "Kortere ventetid", "owner_id": "", "baseline": "kendes ikke", "target": "", "measure_on": ""}
        assert send(mette, f"/gevinster/ny/?projekt={project.number}", **line).status_code == 302
        benefit = Benefit.objects.get()
        url = benefit.get_absolute_url()
        shown = page(mette, url)
        assert "Mulig" in shown
        assert "Gevinsten har ingen ejer." in shown
        # Planned: owner, number today, number wanted and day.
        full = line | {"owner_id": str(town.jonas.pk), "baseline": "12 dage", "target": "8 dage",
                       "measure_on": "2027-09-01", "version": str(benefit.version)}  # fmt: skip
        assert send(mette, f"{url}ret/", **full).status_code == 302
        benefit.refresh_from_db()
        assert (benefit.state, benefit.unit, benefit.direction) == ("planned", "dage", "down")
        assert send(jonas, f"{url}tag-imod/").status_code == 302
        assert send(jonas, f"{url}maaledage/foreslaaede/").status_code == 302
    closed(town, project, day(2027, 6, 30))
    project.refresh_from_db()
    benefit.refresh_from_db()
    assert (project.state, benefit.closing_words) == ("follow_up", "8 dage")
    # Measured twice, with one field and one click.
    for at, value in ((day(2027, 9, 1), "10 dage"), (day(2027, 12, 1), "8 dage")):
        with time_machine.travel(at, tick=False):
            jonas = signed_in(town.jonas)
            assert "Mål gevinsten: Kortere ventetid" in page(jonas, "/opgaver/")
            assert send(jonas, f"{url}maal/", value=value).status_code == 302
    assert [row.value for row in Measurement.objects.order_by("on")] == ["10 dage", "8 dage"]
    with time_machine.travel(day(2027, 12, 2), tick=False):
        jonas, anna = signed_in(town.jonas), signed_in(town.anna)
        assert send(jonas, f"{url}maal/", value="8 dage", outcome="realised", next_on="2028-12-01").status_code == 302
        benefit.refresh_from_db()
        assert benefit.state == "realised"
        shown = page(jonas, url)
        assert "Målt resultat" in shown
        assert "Ventet, da projektet sluttede" in shown
        assert send(anna, f"{project.get_absolute_url()}slut-opfoelgning/").status_code == 302
    project.refresh_from_db()
    assert project.state == "closed"
    # The project is over; the benefit is reminded of and measured.
    with time_machine.travel(day(2028, 11, 20), tick=False):
        jonas = signed_in(town.jonas)
        assert "Mål gevinsten: Kortere ventetid" in page(jonas, "/opgaver/")
        assert send(jonas, f"{url}maal/", value="7 dage").status_code == 302
        assert "7 dage" in page(jonas, url)


def test_r78_what_proposals_may_give_is_seen_and_a_crosscutting_one_without_is_flagged(town: Town) -> None:
    proposal, bare = a_proposal(town), an_active(town)
    actions.add_benefit(
        title="Færre opkald", project=proposal, owner_id=town.jonas.pk, baseline="900", target="600",
        measure_on=date(2028, 3, 1), by=None, at=AT,
    )  # fmt: skip
    with time_machine.travel(day(2027, 5, 20), tick=False):
        olga = signed_in(town.olga)
        answer = olga.get("/gevinster/")
        assert b'<tr class="hatched">' in answer.content
        shown = text_of(answer)
        assert "projektet er ikke godkendt, og gevinsten er ikke regnet med" in shown
        without = shown[shown.index("Tværgående projekter uden gevinst") :]
        assert bare.title in without
        assert "Færre opkald" in page(olga, "/gevinster/?tilstand=forslag")
        assert "Færre opkald" in olga.get("/gevinster/?format=csv").content.decode("utf-8-sig")


def test_a_result_ends_the_measuring_unless_another_day_is_asked_for(town: Town) -> None:
    benefit = actions.add_benefit(
        title="Kortere ventetid", project=an_active(town), owner_id=town.jonas.pk, baseline="12 dage", target="8 dage",
        measure_on=date(2027, 9, 1), by=None, at=AT,
    )  # fmt: skip
    with time_machine.travel(day(2027, 9, 2), tick=False):
        jonas = signed_in(town.jonas)
        url = f"{benefit.get_absolute_url()}maal/"
        suggested = jonas.get(url).context["form"]["next_on"].value()
        assert suggested == date(2027, 12, 2)
        sent = {"value": "9 dage", "outcome": "partly", "next_on": suggested.isoformat()}
        assert send(jonas, url, **sent).status_code == 302
    benefit.refresh_from_db()
    assert (benefit.state, benefit.measure_on) == ("partly", None)


class TestWhoIsAsked:
    def followed(self, town: Town, **more: Any) -> Benefit:
        benefit = actions.add_benefit(
            title="Kortere ventetid", project=an_active(town), owner_id=town.jonas.pk, baseline="12 dage",
            target="8 dage", measure_on=date(2027, 9, 1), by=None, at=AT, **more,
        )  # fmt: skip
        return actions.accept_benefit(benefit, by=town.jonas, at=AT)

    def test_the_days_one_mail_leads_to_the_page_with_one_field(self, town: Town) -> None:
        benefit = self.followed(town)
        [digest] = [found for found in digests(date(2027, 9, 1), date(2027, 8, 31)) if found.person == town.jonas]
        (line,) = digest.lines
        assert line.duty.title == "Mål gevinsten “Kortere ventetid”"
        assert line.url == link_path(benefit, town.jonas, date(2027, 9, 1))

    def test_what_nobody_answered_stands_under_the_needs_for_a_decision(self, town: Town) -> None:
        self.followed(town)

        class Bare:
            """A meeting that prepares no other."""

            body = None
            feeds = None

        content = PROVIDERS["fastlaeggelse_beslutningsbehov"]
        assert "ikke målt til tiden" not in str(content(Bare(), day(2027, 9, 10)))  # type: ignore[arg-type]
        told = str(content(Bare(), day(2027, 9, 20)))  # type: ignore[arg-type]
        assert "Gevinster, der ikke er målt til tiden" in told
        assert "Kortere ventetid" in told

    def test_when_the_owner_has_left_the_head_is_asked_and_finds_the_next(self, town: Town) -> None:
        benefit = self.followed(town)
        end_person(town.jonas, last_day=date(2027, 6, 1), by=None, at=AT)
        heads = create_post(title="Leder", unit=town.jonas.unit, heads_unit=True, by=None, at=AT)
        hold_post(heads, town.lis, start=AT.date(), by=None, at=AT)
        with time_machine.travel(day(2027, 6, 10), tick=False):
            lis = signed_in(town.lis)
            assert "er fratrådt" in page(lis, benefit.get_absolute_url())
            assert "Find en ny ejer til gevinsten: Kortere ventetid" in page(lis, "/opgaver/")
            change = {"title": benefit.title, "owner_id": str(town.stine.pk), "baseline": "12 dage",
                      "target": "8 dage", "measure_on": "2027-09-01"}  # fmt: skip
            assert send(lis, f"{benefit.get_absolute_url()}ret/", **change).status_code == 302
        benefit.refresh_from_db()
        assert (benefit.owner, benefit.accepted_at) == (town.stine, None)


def test_lists_and_the_front_page_ask_no_more_of_many_than_of_one(town: Town) -> None:
    project = an_active(town)

    def add(number: int) -> Benefit:
        made = actions.add_benefit(
            title=f"Gevinst {number}", project=project, owner_id=town.jonas.pk, baseline="12 dage", target="8 dage",
            measure_on=date(2027, 5, 25), by=None, at=AT,
        )  # fmt: skip
        actions.accept_benefit(made, by=town.jonas, at=AT)
        return actions.measure_benefit(made, value="11 dage", next_on=date(2027, 6, 1), by=town.jonas, at=AT)

    def asked(url: str) -> int:
        # Signed in anew, so that nothing is kept from before.
        client = signed_in(town.jonas)
        with CaptureQueriesContext(
            connection,
        ) as found:
            assert client.get(url).status_code == 200
        return len(found)

    with time_machine.travel(AT + timedelta(days=1), tick=False):
        add(1)
        one = {url: asked(url) for url in ("/gevinster/", "/gevinster/?format=csv", "/opgaver/")}
        add(2)
        add(3)
        assert {url: asked(url) for url in one} == one

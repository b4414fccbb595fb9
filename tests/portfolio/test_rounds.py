"""Rounds of status: who is asked, by which mail, how they answer from its link, and who is seen to be missing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any
from urllib.parse import urlsplit
from uuid import uuid4

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings.queries.reminders import digests
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project, StatusAsk, StatusReport, StatusRound
from styrehjul.portfolio.queries import next_for
from styrehjul.portfolio.queries import rounds as q
from tests.portfolio.town import AT, Town, a_decision, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
DAY = AT.date()
DEADLINE = date(2027, 6, 2)


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def project(town: Town) -> Project:
    found = an_active(town, title="Fælles indgang")
    actions.report_status(found, light="green", sentence="Godt i gang", by=town.mette, at=AT)
    return found


def body() -> Body:
    found = q.round_body(DAY)
    assert found is not None
    return found


def a_round(town: Town, **more: Any) -> StatusRound:
    return actions.open_round(body(), **{"deadline": DEADLINE, "by": town.anna, "at": AT, **more})


def link_of(person: Person) -> str:
    """The address in the last mail that the person got."""
    mail = OutboxMessage.objects.filter(kind="status_round", recipient=person.email).latest("pk")
    address = next(line for line in mail.text_body.splitlines() if "/status/" in line)
    return urlsplit(address).path


def code(work: Any) -> str:
    with pytest.raises(Refused) as caught:
        work()
    return caught.value.code


class TestOpening:
    def test_running_national_and_cross_projects_are_asked_and_no_others(self, town: Town, project: Project) -> None:
        national = actions.create_project(
            by=town.anna, at=AT, title="MitID", category="national", state="closing", external_owner="KL"
        )
        actions.create_project(by=town.anna, at=AT, title="På pause", state="paused", lead_area=town.care)
        actions.register_local(
            title="Tablets", purpose="Leg", unit=town.school, responsible_id=town.olga.pk, by=town.lis, at=AT
        )
        found = a_round(town)
        assert {ask.project for ask in found.asks.all()} == {project, national}
        assert found.asks.get(project=national).person is None
        assert body().code == "programgruppe"

    def test_each_manager_gets_one_mail_with_one_link_for_all_of_theirs(self, town: Town, project: Project) -> None:
        an_active(town, title="Robotter i kantinen")
        a_round(town, message="Husk økonomien.")
        mail = OutboxMessage.objects.get(kind="status_round")
        assert mail.recipient == town.mette.email
        assert mail.subject == "Status senest 2. juni: 2 projekter"
        for told in ("Fælles indgang", "Robotter i kantinen", "Husk økonomien.", "onsdag 2. juni 2027"):
            assert told in mail.text_body
        assert mail.text_body.count("/status/") == 1

    def test_one_round_at_a_time_and_no_deadline_that_has_gone(self, town: Town, project: Project) -> None:
        assert code(lambda: a_round(town, deadline=DAY - timedelta(days=1))) == "status_round.deadline_past"
        assert code(lambda: a_round(town, meeting_on=DEADLINE - timedelta(days=1))) == "status_round.after_meeting"
        first = a_round(town)
        assert code(lambda: a_round(town)) == "status_round.already_open"
        actions.close_round(first, by=town.anna, at=AT)
        assert code(lambda: actions.close_round(first, by=town.anna, at=AT)) == "status_round.close"
        assert a_round(town).state == "open"

    def test_without_a_running_project_there_is_nobody_to_ask(self, town: Town) -> None:
        assert code(lambda: a_round(town)) == "status_round.nobody"

    def test_only_those_who_gather_status_open_a_round(self, town: Town, project: Project) -> None:
        with pytest.raises(NotAllowed):
            a_round(town, by=town.mette)
        assert a_round(town, by=town.peter).opened_by == town.peter

    def test_the_deadline_is_counted_back_from_the_meeting_where_the_municipality_says_how_far(
        self, town: Town, project: Project
    ) -> None:
        from styrehjul.wheel.actions import roll_year

        roll_year(2027, by=None, at=AT)
        meeting, deadline = q.suggested_days(body(), DAY)
        assert meeting is not None
        assert deadline is None
        actions.change_settings(by=town.anna, at=AT, round_lead_working_days=5)
        meeting, deadline = q.suggested_days(body(), DAY)
        assert meeting is not None
        assert deadline is not None
        assert 7 <= (meeting - deadline).days <= 10


class TestAnswering:
    def test_a_report_is_the_answer_and_only_the_first(self, town: Town, project: Project) -> None:
        found = a_round(town)
        report = actions.report_status(project, light="green", by=town.mette, at=AT)
        actions.report_status(project, light="green", sentence="Igen", by=town.mette, at=AT)
        assert StatusAsk.objects.get(round=found).report == report

    def test_opening_the_link_shows_and_pressing_answers_without_signing_in(
        self, town: Town, project: Project, client: Client
    ) -> None:
        found = a_round(town)
        path = link_of(town.mette)
        page = client.get(path)
        assert "Godt i gang" in page.content.decode()
        assert StatusReport.objects.count() == 1
        ask = found.asks.get()
        assert client.post(path, {"projekt": ask.pk}).status_code == 302
        assert client.post(path, {"projekt": ask.pk}).status_code == 302
        report = StatusReport.objects.latest("pk")
        assert (StatusReport.objects.count(), report.sentence, report.by, report.state) == (
            2, "Uændret siden sidst", town.mette, "frozen",
        )  # fmt: skip
        assert "Alle dine projekter har svaret" in client.get(path).content.decode()

    def test_the_link_answers_for_nobody_elses_project_and_not_where_it_was_not_green(
        self, town: Town, project: Project, client: Client
    ) -> None:
        other = an_active(town, title="Jonas' eget", manager_id=town.jonas.pk)
        actions.report_status(other, light="green", by=town.jonas, at=AT)
        found = a_round(town)
        before = StatusReport.objects.count()
        client.post(link_of(town.mette), {"projekt": found.asks.get(project=other).pk})
        assert StatusReport.objects.count() == before
        actions.report_status(
            project, light="red", sentence="x", track="new_plan", track_by=DEADLINE, by=town.anna, at=AT
        )
        StatusAsk.objects.filter(project=project).update(report=None)
        refused = client.post(link_of(town.mette), {"projekt": found.asks.get(project=project).pk})
        assert refused.status_code == 409
        assert "sidste status var grøn" in refused.content.decode()

    def test_a_link_that_was_made_up_or_is_over_says_so(self, town: Town, project: Project, client: Client) -> None:
        found = a_round(town)
        path = link_of(town.mette)
        assert client.get(path[:-3] + "xx/").status_code == 404
        actions.close_round(found, by=town.anna, at=AT)
        assert client.get(path).status_code == 410
        assert client.post(path, {"projekt": found.asks.get().pk}).status_code == 410
        assert StatusReport.objects.count() == 1

    def test_who_has_left_answers_no_more(self, town: Town, project: Project, client: Client) -> None:
        a_round(town)
        path = link_of(town.mette)
        Person.objects.filter(pk=town.mette.pk).update(end=DAY - timedelta(days=1))
        assert client.get(path).status_code == 410

    def test_those_who_are_missing_are_asked_again_and_a_new_manager_instead_of_the_old(
        self, town: Town, project: Project
    ) -> None:
        found = a_round(town)
        actions.set_role(project, kind="manager", person_id=town.olga.pk, by=town.stine, at=AT, mandate=a_decision())
        later = AT + timedelta(days=7)
        assert actions.ask_again(found, by=town.anna, at=later) == 1
        mail = OutboxMessage.objects.filter(kind="status_round").latest("pk")
        assert (mail.recipient, mail.subject) == (town.olga.email, "Husk status senest 2. juni: Fælles indgang")
        assert found.asks.get().person == town.olga
        actions.report_status(project, light="green", by=town.olga, at=later)
        assert actions.ask_again(found, by=town.anna, at=later) == 0


class TestMissing:
    def test_what_is_due_stands_on_the_persons_list_and_in_the_days_reminders(
        self, town: Town, project: Project
    ) -> None:
        assert next_for(town.mette, DAY) == []
        a_round(town)
        todo = next_for(town.mette, DAY)[0]
        assert (todo.title, todo.due, todo.level) == ("Giv status på Fælles indgang", DEADLINE, "wait")
        assert next_for(town.mette, DEADLINE + timedelta(days=1))[0].level == "red"
        told = {digest.person: digest for digest in digests(DEADLINE, DEADLINE - timedelta(days=1))}
        assert [line.duty.title for line in told[town.mette].lines] == ["Giv status på Fælles indgang"]
        actions.report_status(project, light="green", by=town.mette, at=AT)
        assert next_for(town.mette, DAY) == []
        assert digests(DEADLINE, DEADLINE - timedelta(days=1)) == []

    def test_a_status_that_grows_old_is_asked_for_without_a_round(self, town: Town, project: Project) -> None:
        old = DAY + timedelta(days=93)
        assert [todo.title for todo in next_for(town.mette, old)] == ["Giv status på Fælles indgang"]
        actions.change_settings(by=town.anna, at=AT, status_max_age_days=None)
        assert next_for(town.mette, old) == []

    def test_local_projects_have_their_own_rhythm(self, town: Town) -> None:
        local = actions.register_local(
            title="Tablets", purpose="Leg", unit=town.school, responsible_id=town.olga.pk, by=town.lis, at=AT
        )
        late = DAY + timedelta(days=200)
        assert next_for(town.olga, late) == []
        actions.change_settings(by=town.anna, at=AT, local_reminder_days=180)
        assert [todo.url for todo in next_for(town.olga, late)] == [f"{local.get_absolute_url()}status/"]

    def test_those_who_keep_the_round_see_who_is_late(self, town: Town, project: Project, client: Client) -> None:
        found = a_round(town)
        after = DEADLINE + timedelta(days=1)
        assert [todo.title for todo in next_for(town.peter, DEADLINE)] == []
        assert [todo.title for todo in next_for(town.peter, after)] == ["1 projekt mangler i statusrunden"]
        with time_machine.travel(AT + timedelta(days=15), tick=False):
            sign_in(client, town.peter)
            page = " ".join(client.get(found.get_absolute_url()).content.decode().split())
        assert "0 af 1 har svaret" in page
        assert "Mette Lund" in page
        assert "fristen er overskredet" in page
        assert "Skriv igen til dem, der mangler" in page

    def test_an_employee_reads_the_round_and_does_nothing_with_it(
        self, town: Town, project: Project, client: Client
    ) -> None:
        found = a_round(town)
        sign_in(client, town.olga)
        page = client.get(found.get_absolute_url()).content.decode()
        assert "Slut runden" not in page
        assert client.post(found.get_absolute_url(), {"close": "1", "_key": str(uuid4())}).status_code == 403

    def test_the_pages_cost_the_same_with_one_project_and_with_four(
        self, town: Town, project: Project, client: Client
    ) -> None:
        sign_in(client, town.anna)

        def counts() -> list[int]:
            found = q.open_round()
            assert found is not None
            answer = []
            for path in (found.get_absolute_url(), "/projekter/statusrunder/", link_of(town.mette)):
                client.get(path)
                with CaptureQueriesContext(connection) as asked:
                    client.get(path)
                answer.append(len(asked))
            return answer

        first = a_round(town)
        few = counts()
        actions.close_round(first, by=town.anna, at=AT)
        for number in range(3):
            more = an_active(town, title=f"Mere {number}")
            actions.report_status(more, light="green", by=town.mette, at=AT)
        a_round(town)
        assert counts() == few


class TestPages:
    def test_a_round_is_opened_and_closed_on_its_pages(self, town: Town, project: Project, client: Client) -> None:
        sign_in(client, town.anna)
        assert "1 projekt spørges" in client.get("/projekter/statusrunder/ny/").content.decode()
        sent = {"deadline": "2027-06-02", "_key": str(uuid4())}
        answer = client.post("/projekter/statusrunder/ny/", sent)
        assert answer.status_code == 302, answer.context["form"].errors
        found = q.open_round()
        assert found is not None
        refused = client.post("/projekter/statusrunder/ny/", sent | {"_key": str(uuid4())})
        assert refused.status_code == 409
        client.post(found.get_absolute_url(), {"close": "1", "_key": str(uuid4())})
        assert q.open_round() is None


def test_r62_each_cross_cutting_project_shows_its_status_with_day_and_trend_and_an_old_one_is_asked_for(
    town: Town, client: Client
) -> None:
    national = actions.create_project(
        by=town.anna, at=AT, title="MitID", category="national", state="active", external_owner="KL"
    )
    actions.set_role(national, kind="manager", person_id=town.mette.pk, by=town.anna, at=AT, reason="aftalt")
    cross = an_active(town, title="Fælles indgang")
    for project in (national, cross):
        actions.report_status(project, light="green", by=town.mette, at=AT)
        actions.report_status(
            project, light="yellow", sentence="Leverandøren er sen", track="back_to_plan", track_by=DEADLINE,
            by=town.mette, at=AT,
        )  # fmt: skip
    with time_machine.travel(AT + timedelta(days=93), tick=False):
        sign_in(client, town.mette)
        shown = " ".join(client.get("/projekter/?kategori=tvaergaaende").content.decode().split())
        card = " ".join(client.get(cross.get_absolute_url()).content.decode().split())
    # Once for each in the table; what needs attention stands above it too.
    assert shown.count("Leverandøren er sen<span") == 2
    assert shown.count("ikke opdateret siden 19. maj 2027 · ↘ værre") == 2
    assert "ikke opdateret siden 19. maj 2027" in card
    assert "værre" in card
    day = DAY + timedelta(days=92)
    told = {digest.person: digest for digest in digests(day, day - timedelta(days=1))}
    assert {line.duty.title for line in told[town.mette].lines} == {
        "Giv status på MitID", "Giv status på Fælles indgang",
    }  # fmt: skip

"""A project's parts: kept by its people, read on its card, refused where they make no sense."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.kernel.days import Calendar
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings.domain.reminders import Step, step_between
from styrehjul.meetings.queries.reminders import open_duties
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.actions import (
    dependencies,
    economy,
    impacts,
    milestones,
    resources,
    risks,
    stakeholders,
    tasks,
)
from styrehjul.portfolio.models import (
    Allocation,
    LargeMark,
    Pool,
    PortfolioSettings,
    Project,
    ProjectChange,
    ProjectTask,
    RiskScore,
)
from styrehjul.portfolio.queries import next_for, part_dependencies, part_economy, part_milestones, part_risks
from styrehjul.portfolio.queries.capacity import capacity_on
from styrehjul.portfolio.queries.large import large_projects
from styrehjul.portfolio.queries.part_dependencies import hits
from styrehjul.portfolio.queries.pressure import pressure_on
from styrehjul.portfolio.queries.tasks import overdue_tasks
from styrehjul.portfolio.views.parts import KINDS
from styrehjul.systems.models import System
from tests.portfolio.town import AT, Town, a_decision, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db
TODAY = AT.date()
Q3, Q4 = date(2027, 7, 1), date(2027, 10, 1)


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
    return an_active(town)


def choose(**values: object) -> None:
    """The municipality's choices."""
    row = PortfolioSettings.objects.first() or PortfolioSettings(created_at=AT)
    row.updated_at = AT
    for name, value in values.items():
        setattr(row, name, value)
    row.save()


def another(town: Town, title: str) -> Project:
    return an_active(town, title=title)


class TestMilestones:
    def test_the_first_day_is_the_promise_and_a_move_asks_why(self, town: Town, project: Project) -> None:
        row = milestones.add_milestone(project, title="Kontrakt", forecast_on=date(2027, 6, 1), by=town.mette, at=AT)
        with pytest.raises(Refused, match=r"milestone\.why"):
            milestones.change_milestone(row, forecast_on=date(2027, 7, 4), by=town.mette, at=AT)
        milestones.change_milestone(row, forecast_on=date(2027, 7, 4), why="Klage", by=town.mette, at=AT)
        line = part_milestones.shown(project, TODAY)[0]
        assert (line.promised, line.because, line.level) == ("lovet 1. juni 2027, 33 dage senere", "Klage", "yellow")
        assert part_milestones.next_milestones([project.pk]) == {project.pk: date(2027, 7, 4)}

    def test_one_that_is_reached_is_no_longer_the_next(self, town: Town, project: Project) -> None:
        row = milestones.add_milestone(project, title="Kontrakt", forecast_on=date(2027, 5, 1), by=town.mette, at=AT)
        assert part_milestones.shown(project, TODAY)[0].late == "18 dage over dagen"
        milestones.change_milestone(row, actual_on=TODAY, by=town.mette, at=AT)
        assert part_milestones.shown(project, TODAY)[0].reached
        assert part_milestones.next_milestones([project.pk]) == {}

    def test_it_is_not_reached_tomorrow(self, town: Town, project: Project) -> None:
        row = milestones.add_milestone(project, title="Kontrakt", forecast_on=TODAY, by=town.mette, at=AT)
        with pytest.raises(Refused, match=r"milestone\.future"):
            milestones.change_milestone(row, actual_on=date(2027, 5, 20), by=town.mette, at=AT)

    def test_somebody_else_may_not(self, town: Town, project: Project) -> None:
        with pytest.raises(NotAllowed):
            milestones.add_milestone(project, title="Kontrakt", forecast_on=TODAY, by=town.olga, at=AT)

    def test_a_project_that_is_over_keeps_what_it_had(self, town: Town, project: Project) -> None:
        Project.objects.filter(pk=project.pk).update(state="stopped")
        project.refresh_from_db()
        with pytest.raises(Refused, match=r"part\.project_over"):
            milestones.add_milestone(project, title="Kontrakt", forecast_on=TODAY, by=town.mette, at=AT)


class TestTasks:
    def a_task(self, town: Town, project: Project, due: date | None = date(2027, 5, 1)) -> ProjectTask:
        return tasks.add_task(
            project, title="Skriv databehandleraftale", responsible_id=town.olga.pk, due=due, by=town.mette, at=AT
        )

    def test_it_stands_on_the_list_of_the_responsible_and_is_ticked_there(
        self, town: Town, project: Project, client: Client
    ) -> None:
        task = self.a_task(town, project)
        todo = next(todo for todo in next_for(town.olga, TODAY) if "databehandleraftale" in todo.title)
        assert todo.press is not None
        assert todo.level == "red"
        sign_in(client, town.olga)
        answer = client.post(todo.press.url, dict(todo.press.fields))
        assert answer["Location"] == "/opgaver/"
        task.refresh_from_db()
        assert (task.state, task.done_on is not None) == ("done", True)
        assert [t for t in next_for(town.olga, TODAY) if "databehandleraftale" in t.title] == []

    def test_overdue_ones_are_found_until_they_are_done(self, town: Town, project: Project) -> None:
        task = self.a_task(town, project)
        self.a_task(town, project, due=date(2027, 8, 1))
        assert overdue_tasks(TODAY) == [task]
        tasks.finish_task(task, by=town.olga, at=AT)
        assert overdue_tasks(TODAY) == []

    def test_its_first_reminder_comes_on_the_day_that_was_chosen(self, town: Town, project: Project) -> None:
        task = self.a_task(town, project, due=date(2027, 6, 30))
        told = [duty for duty in open_duties() if duty.title == task.title]
        assert [(duty.responsible, duty.soon) for duty in told] == [(town.olga, None)]
        choose(task_reminder_days=10)
        assert [duty.soon for duty in open_duties() if duty.title == task.title] == [date(2027, 6, 20)]
        tasks.change_task(task, reminder_days=3, by=town.mette, at=AT)
        assert [duty.soon for duty in open_duties() if duty.title == task.title] == [date(2027, 6, 27)]
        assert step_between(
            date(2027, 6, 30), date(2027, 6, 25), date(2027, 6, 28), Calendar(), soon=date(2027, 6, 27)
        ) is (Step.SOON)

    def test_nobody_else_ticks_it(self, town: Town, project: Project) -> None:
        with pytest.raises(NotAllowed):
            tasks.finish_task(self.a_task(town, project), by=town.lis, at=AT)

    def test_dropping_asks_why(self, town: Town, project: Project) -> None:
        task = self.a_task(town, project)
        with pytest.raises(Refused, match=r"reason\.needed"):
            tasks.change_task(task, state="dropped", by=town.mette, at=AT)
        with pytest.raises(Refused, match=r"project_task\.finish"):
            tasks.finish_task(
                tasks.change_task(task, state="dropped", why="Ikke aktuelt", by=town.mette, at=AT), by=town.olga, at=AT
            )


class TestRisks:
    def test_a_score_keeps_its_own_scale(self, town: Town, project: Project) -> None:
        risk = risks.add_risk(
            project, event="Leverancen bliver forsinket", likelihood=4, impact=5, by=town.mette, at=AT
        )
        choose(risk_steps=3)
        with pytest.raises(Refused, match=r"risk\.off_scale"):
            risks.change_risk(risk, likelihood=4, impact=3, by=town.mette, at=AT)
        risks.change_risk(risk, likelihood=2, impact=3, by=town.mette, at=AT)
        kept = list(RiskScore.objects.filter(risk=risk).values_list("scale", "likelihood", "impact"))
        assert kept == [(5, 4, 5), (3, 2, 3)]
        shown = part_risks.shown(project, TODAY)
        assert shown is not None
        assert (shown.scale, len(shown.dots)) == (3, 9)
        assert shown.lines[0].earlier == ("19. maj 2027: 4 × 5 (af 5)",)

    def test_half_a_score_says_nothing(self, town: Town, project: Project) -> None:
        with pytest.raises(Refused, match=r"risk\.half_score"):
            risks.add_risk(project, event="Leverancen bliver forsinket", likelihood=4, by=town.mette, at=AT)

    def test_an_opportunity_stands_outside_the_matrix(self, town: Town, project: Project) -> None:
        risks.add_risk(project, event="Nabokommunen er med", sign="+", likelihood=4, impact=4, by=town.mette, at=AT)
        shown = part_risks.shown(project, TODAY)
        assert shown is not None
        assert shown.lines[0].is_chance
        assert shown.dots == []

    def test_closing_asks_why_and_it_can_come_again(self, town: Town, project: Project) -> None:
        risk = risks.add_risk(project, event="Leverancen bliver forsinket", by=town.mette, at=AT)
        with pytest.raises(Refused, match=r"reason\.needed"):
            risks.change_risk(risk, state="closed", by=town.mette, at=AT)
        risks.change_risk(risk, state="closed", why="Leveret", by=town.mette, at=AT)
        assert risks.change_risk(risk, state="open", by=town.mette, at=AT).ended_because == ""


class TestDependencies:
    def test_a_circle_is_refused_with_the_way_round(self, town: Town) -> None:
        a, b, c = (another(town, title) for title in ("Alfa", "Beta", "Gamma"))
        dependencies.add_dependency(a, kind="needs_finished", on_project_id=b.pk, by=town.mette, at=AT)
        dependencies.add_dependency(b, kind="needs_started", on_project_id=c.pk, by=town.mette, at=AT)
        with pytest.raises(Refused) as refused:
            dependencies.add_dependency(c, kind="needs_finished", on_project_id=a.pk, by=town.mette, at=AT)
        assert refused.value.code == "dependency.circle"
        assert refused.value.facts["path"] == "Gamma → Alfa → Beta → Gamma"

    def test_sharing_people_is_no_circle(self, town: Town) -> None:
        a, b = another(town, "Alfa"), another(town, "Beta")
        dependencies.add_dependency(a, kind="shares_resource", on_project_id=b.pk, by=town.mette, at=AT)
        dependencies.add_dependency(b, kind="shares_resource", on_project_id=a.pk, by=town.mette, at=AT)

    def test_a_slip_shows_whom_it_hits(self, town: Town) -> None:
        first, second = another(town, "Alfa"), another(town, "Beta")
        dependencies.add_dependency(
            second, kind="needs_finished", on_project_id=first.pk, due=date(2027, 12, 1), by=town.mette, at=AT
        )
        found = hits(first)
        assert [(hit.project, hit.days) for hit in found] == [(second, 30)]
        line = part_dependencies.shown(first, TODAY)[0]
        assert (line.theirs, line.title, line.late) == (True, "Beta", "30 dage for sent")

    def test_each_kind_has_its_own_end(self, town: Town, project: Project) -> None:
        system = System(name="Nexus", created_at=AT, updated_at=AT)
        system.save()
        for kind, code in (
            ("needs_finished", "dependency.lacks_project"),
            ("needs_live", "dependency.lacks_system"),
            ("external", "dependency.lacks_external"),
            ("needs_milestone", "dependency.lacks_project"),
        ):
            with pytest.raises(Refused, match=re.escape(code)):
                dependencies.add_dependency(project, kind=kind, by=town.mette, at=AT)
        dependencies.add_dependency(project, kind="needs_live", on_system_id=system.pk, by=town.mette, at=AT)
        dependencies.add_dependency(project, kind="external", outside="Lov om data", by=town.mette, at=AT)
        with pytest.raises(Refused, match=r"dependency\.itself"):
            dependencies.add_dependency(project, kind="excludes", on_project_id=project.pk, by=town.mette, at=AT)


class TestEconomy:
    def test_two_price_levels_are_never_one_sum(self, town: Town, project: Project) -> None:
        for year, level in ((2027, 2027), (2028, 2027)):
            economy.add_economy_line(project, year=year, price_level=level, budget=Decimal(100), by=town.mette, at=AT)
        shown = part_economy.shown(project, TODAY)
        assert shown is not None
        assert ([line.budget for line in shown.totals], shown.mixed) == (["200"], "")
        economy.add_economy_line(project, year=2029, price_level=2029, budget=Decimal("1000.5"), by=town.mette, at=AT)
        shown = part_economy.shown(project, TODAY)
        assert shown is not None
        assert [(line.head, line.budget) for line in shown.totals] == [
            ("I alt, 2027-priser", "200"),
            ("I alt, 2029-priser", "1.000,5"),
        ]
        assert shown.mixed

    def test_a_line_without_money_is_no_line(self, town: Town, project: Project) -> None:
        with pytest.raises(Refused, match=r"economy\.empty"):
            economy.add_economy_line(project, year=2027, by=town.mette, at=AT)

    def test_a_frame_by_decision_is_told_and_held_against(self, town: Town, project: Project) -> None:
        actions.ACTION_OF["project.set_economy_frame"](
            project, by=town.stine, at=AT, mandate=a_decision(), expected={"cost_tdkk": None}, amount="1.200"
        )
        economy.add_economy_line(project, year=2027, budget=Decimal(1000), forecast=Decimal(1300), by=town.mette, at=AT)
        told = ProjectChange.objects.get(project=project, kind="economy")
        assert (told.old, told.new, told.decision_ref) == ("ikke sat", "1,2 mio. kr.", "SG-2027-014")
        project.refresh_from_db()
        shown = part_economy.shown(project, TODAY)
        assert shown is not None
        assert "Forventet 1.300: 100 over rammen på 1.200." in shown.notes


class TestHours:
    def a_pool(self, town: Town, net: int = 100) -> Pool:
        pool = resources.save_pool(None, name="Projektledere", leader_id=town.peter.pk, by=town.anna, at=AT)
        resources.set_capacity(pool, quarter=Q3, gross=Decimal(net + 20), absence=Decimal(20), by=town.peter, at=AT)
        return pool

    def test_more_than_there_is_is_shown_and_not_refused(self, town: Town, project: Project) -> None:
        pool = self.a_pool(town)
        row = resources.ask_for_hours(project, pool_id=pool.pk, quarter=Q3, amount=Decimal(150), by=town.mette, at=AT)
        quarter = capacity_on(TODAY).pools[0].quarters[1]
        assert (quarter.net, quarter.confirmed, quarter.requested, quarter.verdict) == ("100", "0", "150", "short")
        resources.confirm_allocation(row, reason="Vigtigst i år", by=town.peter, at=AT)
        quarter = capacity_on(TODAY).pools[0].quarters[1]
        assert (quarter.confirmed, quarter.free, quarter.verdict) == ("150", "-50", "over")
        assert [drawer.title for drawer in quarter.drawers] == [project.title]

    def test_only_the_pools_leader_confirms(self, town: Town, project: Project) -> None:
        pool = self.a_pool(town)
        row = resources.ask_for_hours(project, pool_id=pool.pk, quarter=Q3, amount=Decimal(50), by=town.mette, at=AT)
        with pytest.raises(NotAllowed):
            resources.confirm_allocation(row, reason="Ja", by=town.mette, at=AT)
        with pytest.raises(Refused, match=r"reason\.needed"):
            resources.confirm_allocation(row, reason=" ", by=town.peter, at=AT)

    def test_a_body_allocates_and_its_decision_stands_on_the_row(self, town: Town, project: Project) -> None:
        pool = self.a_pool(town)
        resources.ask_for_hours(project, pool_id=pool.pk, quarter=Q3, amount=Decimal(50), by=town.mette, at=AT)
        actions.ACTION_OF["project.allocate"](
            project, by=town.stine, at=AT, mandate=a_decision("programgruppe", "PG-2027-003"), pool=pool.pk,
            quarter="2027-08-15", amount=40,
        )  # fmt: skip
        row = Allocation.objects.get(project=project)
        assert (row.kind, row.amount, row.decision_ref, row.quarter) == ("confirmed", Decimal(40), "PG-2027-003", Q3)

    def test_hours_and_fte_are_not_compared_until_somebody_says_how(self, town: Town, project: Project) -> None:
        pool = self.a_pool(town)
        choose(allocation_unit="fte")
        resources.ask_for_hours(project, pool_id=pool.pk, quarter=Q3, amount=Decimal("0.5"), by=town.mette, at=AT)
        page = capacity_on(TODAY)
        assert (page.uncompared, page.pools[0].quarters[1].verdict) == (1, "unknown")
        choose(hours_per_fte_quarter=Decimal(400))
        page = capacity_on(TODAY)
        assert (page.uncompared, page.pools[0].quarters[1].net) == (0, "0,25")

    def test_released_hours_no_longer_count(self, town: Town, project: Project) -> None:
        pool = self.a_pool(town)
        resources.ask_for_hours(project, pool_id=pool.pk, quarter=Q3, amount=Decimal(50), by=town.mette, at=AT)
        assert resources.release_allocations(project, by=town.mette, at=AT) == 1
        assert capacity_on(TODAY).pools[0].quarters[1].requested == "0"


class TestLarge:
    def test_the_rule_sets_it_and_names_itself(self, town: Town, project: Project) -> None:
        choose(large_economy_tdkk=Decimal(1000))
        economy.add_economy_line(project, year=2027, budget=Decimal(1500), by=town.mette, at=AT)
        project.refresh_from_db()
        assert project.large
        assert LargeMark.objects.get(project=project).rule == "samlet økonomi på mindst 1 mio. kr."
        found = large_projects()[0]
        assert [reason.code for reason in found.lacking] == [
            "large.lacks_steering", "large.lacks_plan", "large.lacks_risks",
        ]  # fmt: skip
        choose(large_economy_tdkk=Decimal(5000))
        actions.mark_all_by_rule(by=town.anna, at=AT)
        project.refresh_from_db()
        assert not project.large

    def test_by_hand_takes_a_reason_and_stays(self, town: Town, project: Project) -> None:
        with pytest.raises(Refused, match=r"reason\.needed"):
            actions.set_large(project, large="yes", by=town.anna, at=AT)
        actions.set_large(project, large="yes", reason="Mange enheder", by=town.anna, at=AT)
        choose(large_economy_tdkk=Decimal(5000))
        actions.mark_all_by_rule(by=town.anna, at=AT)
        project.refresh_from_db()
        assert project.large


class TestPressure:
    def test_what_is_over_the_limit_names_its_projects_and_where_they_could_go(self, town: Town) -> None:
        one, two = another(town, "Alfa"), another(town, "Beta")
        choose(change_pressure_limit=3)
        for project in (one, two):
            impacts.add_impact(
                project, area_id=town.care.pk, from_quarter=Q3, to_quarter=Q3, intensity=2, by=town.mette, at=AT
            )
        page = pressure_on(TODAY)
        assert [(area, cell.quarter, cell.certain) for area, cell in page.collisions] == [
            ("Sundhed og Omsorg", "3. kvartal 2027", 4)
        ]
        movers = {mover.title: mover.to for mover in page.collisions[0][1].movers}
        assert movers["Alfa"].startswith("2. kvartal 2027, 4. kvartal 2027")

    def test_without_a_limit_there_are_numbers_alone(self, town: Town, project: Project) -> None:
        impacts.add_impact(
            project, area_id=town.care.pk, from_quarter=Q3, to_quarter=Q4, intensity=3, by=town.mette, at=AT
        )
        page = pressure_on(TODAY)
        assert page.collisions == []
        assert sum(cell.certain for area in page.areas for cell in area.cells) == 6


class TestPages:
    def test_the_card_shows_the_filled_and_one_line_for_the_rest(
        self, town: Town, project: Project, client: Client
    ) -> None:
        stakeholders.add_stakeholder(project, name="Ældrerådet", influence=2, by=town.mette, at=AT)
        sign_in(client, town.mette)
        page = client.get(project.get_absolute_url()).content.decode()
        assert "Ældrerådet" in page
        assert page.count("milepaele/ny/") == 1
        assert 'id="milepaele"' not in page
        sign_in(client, town.olga)
        page = client.get(project.get_absolute_url()).content.decode()
        assert "Ældrerådet" in page
        assert "milepaele/ny/" not in page

    @pytest.mark.parametrize(
        ("part", "values"),
        [
            ("milepaele", {"title": "Kontrakt", "forecast_on": "2027-09-01"}),
            ("opgaver", {"title": "Skriv aftalen", "responsible_id": "mette", "due": "2027-09-01"}),
            ("risici", {"event": "Forsinkelse", "likelihood": "3", "impact": "4"}),
            ("afhaengigheder", {"kind": "external", "outside": "Ny lov"}),
            ("oekonomi", {"year": "2027", "kind": "drift", "budget": "1.250,5"}),
            ("timer", {"person_id": "mette", "quarter": "2027-07-01", "amount": "40"}),
            ("interessenter", {"name": "Ældrerådet"}),
            (
                "paavirkning",
                {"area_id": "care", "from_quarter": "2027-07-01", "to_quarter": "2027-10-01", "intensity": "2"},
            ),
        ],
    )
    def test_each_part_is_added_changed_and_taken_away(
        self, town: Town, project: Project, client: Client, part: str, values: dict[str, str]
    ) -> None:
        sign_in(client, town.mette)
        named = {"mette": town.mette.pk, "care": town.care.pk}
        sent = {name: str(named.get(value, value)) for name, value in values.items()}
        here = f"{project.get_absolute_url()}{part}/"
        assert client.get(f"{here}ny/").status_code == 200
        assert client.post(f"{here}ny/", {}).status_code == 422
        answer = client.post(f"{here}ny/", sent)
        assert answer["Location"] == f"{project.get_absolute_url()}#{part}"
        card = client.get(project.get_absolute_url()).content.decode()
        assert f'id="{part}"' in card
        row = KINDS[part].model.objects.get(project=project)
        page = client.get(f"{here}{row.pk}/")
        assert page.status_code == 200
        again = {name: value for name, value in page.context["form"].initial.items() if value not in (None, "")}
        again = {name: ("on" if value is True else value) for name, value in again.items() if value is not False}
        assert client.post(f"{here}{row.pk}/", again).status_code == 302, page.context["form"].initial
        assert client.post(f"{here}{row.pk}/fjern/", {}).status_code == 302
        assert f'id="{part}"' not in client.get(project.get_absolute_url()).content.decode()
        assert type(row).history.filter(id=row.pk).count() == 3

    def test_the_pages_of_hours_pressure_and_the_larger_ask_the_same_of_one_and_three(
        self, town: Town, client: Client
    ) -> None:
        sign_in(client, town.anna)
        pool = resources.save_pool(None, name="Udviklere", by=town.anna, at=AT)
        choose(change_pressure_limit=1)
        counts = []
        _queries(client, "kapacitet")
        for title in ("Alfa", "Beta", "Gamma"):
            project = another(town, title)
            resources.ask_for_hours(project, pool_id=pool.pk, quarter=Q3, amount=Decimal(5), by=town.mette, at=AT)
            impacts.add_impact(
                project, area_id=town.care.pk, from_quarter=Q3, to_quarter=Q4, intensity=3, by=town.mette, at=AT
            )
            actions.set_large(project, large="yes", reason="Stort", by=town.anna, at=AT)
            counts.append([_queries(client, path) for path in ("kapacitet", "forandringstryk", "stoerre")])
        assert counts[0] == counts[2]


def _queries(client: Client, path: str) -> int:
    with CaptureQueriesContext(connection) as caught:
        assert client.get(f"/projekter/{path}/").status_code == 200
    return len(caught)


def test_local_projects_are_not_asked_for_hours(town: Town, client: Client) -> None:
    project = actions.register_local(
        title="Tavler", purpose="Nye tavler", unit=town.school, responsible_id=town.lis.pk, by=town.lis, at=AT
    )
    sign_in(client, town.lis)
    page = client.get(project.get_absolute_url()).content.decode()
    assert "milepaele/ny/" in page
    assert "timer/ny/" not in page


def test_a_person_who_has_left_gets_no_task(town: Town, project: Project) -> None:
    Person.objects.filter(pk=town.olga.pk).update(end=date(2027, 1, 31))
    with pytest.raises(Refused, match=r"person\.not_here"):
        tasks.add_task(project, title="Skriv", responsible_id=town.olga.pk, by=town.mette, at=AT)

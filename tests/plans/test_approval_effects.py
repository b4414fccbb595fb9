"""What the approval of a plan sets at the projects: said before, done by the same list, with the decision as its grounds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import time_machine

from styrehjul.plans import actions
from styrehjul.plans.domain.approving import Listed, Standing, consequences, summary_of, words_of
from styrehjul.plans.models import PlanVersion
from styrehjul.plans.queries.approving import consequences_of
from styrehjul.plans.queries.plans import lines_of
from styrehjul.portfolio.actions.resources import allocate, ask_for_hours, save_pool, set_capacity
from styrehjul.portfolio.models import Allocation, Pool, Project, ProjectChange
from tests.portfolio.town import AT, Town, a_decision, a_proposal, a_town, an_active

K1, K2, K3, K4 = (date(2028, month, 1) for month in (1, 4, 7, 10))
ON = date(2027, 12, 1)


def listed(key: int, *, chosen: bool = True, start: int | None = 2, hours: int | None = 100) -> Listed:
    return Listed(key, f"P{key}", chosen, start, 2, None if hours is None else Decimal(hours))


class TestWhatIsSaid:
    def test_order_start_and_hours_follow_the_lines(self) -> None:
        now = {1: Standing("approved", priority=4), 2: Standing("active", priority=2)}
        found = consequences(2028, [listed(1), listed(2, start=1, hours=None)], now, on=ON, pool=True)
        assert [words_of(one) for one in found] == [
            "P1: prioritet 1 (før 4); begynder i 2. kvartal 2028; 50 timer i 2. kvartal 2028 og 50 timer i 3. kvartal 2028"
        ]
        assert (
            summary_of(found) == "1 projekt får ny prioritet, 1 får et startkvartal og 1 får timer sat af eller ændret"
        )

    def test_what_only_goes_on_has_no_place_and_keeps_the_one_it_has(self) -> None:
        now = {1: Standing("active", priority=7), 2: Standing("approved")}
        running = Listed(1, "P1", True, 1, 4, None, ranked=False)
        found = consequences(2028, [running, listed(2)], now, on=ON, pool=False)
        assert [(one.key, one.priority) for one in found] == [(2, (None, 1))]

    def test_what_is_over_is_left_alone_and_takes_no_place(self) -> None:
        now = {1: Standing("closed", priority=7), 2: Standing("approved", start=date(2028, 6, 30))}
        found = consequences(2028, [listed(1), listed(2)], now, on=ON, pool=False)
        assert [(one.key, one.priority, one.start, one.hours) for one in found] == [(2, (None, 1), None, ())]

    def test_quarters_that_are_over_keep_their_hours(self) -> None:
        now = {1: Standing("active", 1, None, {K1: Decimal(80)}, frozenset({K1}))}
        found = consequences(2028, [listed(1, start=1)], now, on=date(2028, 5, 1), pool=True)
        assert found[0].hours == ((K2, Decimal(0), Decimal(50)),)

    def test_out_of_the_plan_its_place_and_the_plans_hours_go(self) -> None:
        given = Standing("approved", 3, K2, {K2: Decimal(50), K3: Decimal(20)}, frozenset({K2}))
        out = consequences(2028, [listed(1, chosen=False)], {1: given}, on=ON, pool=True, former={1: "P1"})
        gone = consequences(2028, [], {1: given}, on=ON, pool=True, former={1: "P1"})
        assert out == gone
        assert words_of(out[0]) == "P1: ingen prioritet længere (før 3); 50 timer i 2. kvartal 2028 gives tilbage"
        never_in = Standing("proposed", 3)
        assert consequences(2028, [listed(1, chosen=False)], {1: never_in}, on=ON, pool=True) == []

    def test_nothing_is_promised_where_a_start_or_hours_are_not_said(self) -> None:
        now = {1: Standing("approved", 1), 2: Standing("approved", 2)}
        assert consequences(2028, [listed(1, start=None), listed(2, hours=None)], now, on=ON, pool=True)[0].key == 2
        assert consequences(2028, [listed(1, start=None)], now, on=ON, pool=True) == []


@pytest.fixture
def clock(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    with time_machine.travel(AT, tick=True):
        yield


@pytest.fixture
def town(db: None, clock: None) -> Town:
    return a_town()


@pytest.fixture
def pool(town: Town) -> Pool:
    made = save_pool(None, name="Projektledere", by=town.anna, at=AT)
    for quarter in (K1, K2, K3, K4):
        set_capacity(made, quarter=quarter, gross=Decimal(400), absence=Decimal(40), by=town.anna, at=AT)
    return made


def a_plan(town: Town, **starts: int) -> PlanVersion:
    """A draft with a proposal for each name, chosen from its quarter with 200 hours in two quarters."""
    for title in starts:
        if not Project.objects.filter(title=title).exists():
            a_proposal(town, title=title)
    plan = actions.make_draft(2028, by=town.anna, at=AT)
    for line in lines_of(plan):
        if line.title in starts:
            actions.change_line(
                line,
                chosen=True,
                start=starts[line.title],
                quarters=2,
                hours=Decimal(200),
                score=Decimal(4),
                by=town.anna,
                at=AT,
            )
    return plan


def approve(plan: PlanVersion, town: Town, ref: str = "SG-2027-014") -> PlanVersion:
    plan = actions.submit_plan(plan, why="Ændret", by=town.anna, at=AT)
    return actions.approve_plan(plan, sha256=plan.sha256, by=town.stine, at=AT, mandate=a_decision(ref=ref))


def hours_of(title: str) -> list[tuple[date, int, str, str]]:
    rows = Allocation.objects.filter(project__title=title, released_on=None).order_by("quarter", "pk")
    return [(row.quarter, int(row.amount), row.kind, row.decision_ref) for row in rows]


class TestWhatIsDone:
    def test_the_draft_takes_the_largest_pool_and_the_approval_promises_of_it(self, town: Town, pool: Pool) -> None:
        plan = a_plan(town, Vagtplan=2, Booking=4)
        assert plan.pool == pool
        said = consequences_of(plan, AT.date())
        approve(plan, town)
        project = Project.objects.get(title="Vagtplan")
        assert (project.priority, project.planned_start, project.planned_start_precision) == (
            2, date(2028, 6, 30), "quarter",
        )  # fmt: skip
        assert hours_of("Vagtplan") == [(K2, 100, "confirmed", "SG-2027-014"), (K3, 100, "confirmed", "SG-2027-014")]
        assert [row[0] for row in hours_of("Booking")] == [K4, date(2029, 1, 1)]
        told = ProjectChange.objects.filter(project=project, decision_ref="SG-2027-014").values_list("kind", flat=True)
        assert set(told) == {"priority", "start_date", "hours"}
        assert len(said) == 2
        assert consequences_of(plan, AT.date()) == []

    def test_hours_asked_for_become_the_promise_and_a_named_persons_stay(self, town: Town, pool: Pool) -> None:
        project = an_active(town, title="Alarmer")
        ask_for_hours(project, quarter=K1, amount=Decimal(30), pool_id=pool.pk, by=town.anna, at=AT)
        ask_for_hours(project, quarter=K1, amount=Decimal(9), person_id=town.mette.pk, by=town.anna, at=AT)
        plan = a_plan(town, Alarmer=1)
        approve(plan, town)
        assert [(row[1], row[2]) for row in hours_of("Alarmer") if row[0] == K1] == [
            (100, "confirmed"), (9, "requested"),
        ]  # fmt: skip
        project.refresh_from_db()
        assert project.planned_start is None

    def test_a_new_version_moves_the_plans_hours_and_leaves_what_others_promised(self, town: Town, pool: Pool) -> None:
        approve(a_plan(town, Vagtplan=1), town)
        project = Project.objects.get(title="Vagtplan")
        allocate(project, pool=pool.pk, quarter=K4, amount=Decimal(7), by=None, at=AT, mandate=a_decision())
        later = AT + timedelta(days=1)
        plan = actions.make_draft(2028, by=town.anna, at=later)
        actions.change_line(plan.lines.get(), start=2, by=town.anna, at=later)
        approve(plan, town, "SG-2027-020")
        assert [(row[0], row[1], row[3]) for row in hours_of("Vagtplan")] == [
            (K2, 100, "SG-2027-014"), (K3, 100, "SG-2027-020"), (K4, 7, "SG-2027-014"),
        ]  # fmt: skip
        assert Allocation.objects.filter(released_on__isnull=False).get().quarter == K1

    def test_without_a_pool_the_order_and_the_start_are_set(self, town: Town) -> None:
        approve(a_plan(town, Vagtplan=3), town)
        assert Project.objects.get(title="Vagtplan").planned_start == date(2028, 9, 30)
        assert hours_of("Vagtplan") == []

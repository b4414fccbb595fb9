"""What a year's plan may choose among: proposals and projects across areas, with what the portfolio knows of each."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Sum

from styrehjul.kernel.danish import sort_key
from styrehjul.kernel.days import quarter_of
from styrehjul.plans.domain.composing import HOURS, LONGEST, MONEY, POINTS_PER_SCORE, Lock, without_circles
from styrehjul.plans.domain.studies import RunKind
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.runs import problem_of_run
from styrehjul.portfolio.domain.life import BEFORE_DECISION, Category, ProjectState
from styrehjul.portfolio.domain.record import Mandatory, Visibility
from styrehjul.portfolio.models import Capacity, Dependency, EconomyLine, Project

CHOICE = [state.value for state in (*BEFORE_DECISION, ProjectState.APPROVED, ProjectState.ACTIVE, ProjectState.PAUSED)]
RUNS = frozenset({ProjectState.ACTIVE, ProjectState.PAUSED})
USUAL_QUARTERS = 2


@dataclass(frozen=True)
class Candidate:
    """A project with what is known; None where nobody has said."""

    id: str
    title: str
    url: str
    area: str
    score: Decimal | None
    hours: Decimal | None
    money: Decimal | None
    quarters: int
    lock: Lock
    reason: str
    needs: tuple[str, ...]


@dataclass(frozen=True)
class Draft:
    """What stands in the form before anybody has written: from the portfolio, and from the year's last calculation."""

    candidates: list[Candidate]
    hours: Decimal | None
    money: Decimal | None


def draft_of(year: int) -> Draft:
    """A fixed number of questions, whatever the number of projects."""
    found = Project.objects.filter(state__in=CHOICE, visibility=Visibility.ALL.value)
    projects = list(found.exclude(category=Category.LOCAL.value).select_related("lead_area"))
    money = dict(
        EconomyLine.objects.filter(project__in=projects, year=year, budget__gt=0)
        .values_list("project")
        .annotate(Sum("budget"))
    )
    numbers = {project.pk: project.number for project in projects}
    needs: dict[str, tuple[str, ...]] = defaultdict(tuple)
    for pk, other in (
        Dependency.objects.filter(project__in=projects, on_project__in=projects)
        .order_by("pk")
        .values_list("project", "on_project")
    ):
        needs[numbers[pk]] += (numbers[other],)
    straight = without_circles({item: tuple(dict.fromkeys(others)) for item, others in needs.items()})
    last = _last(year)
    rows = [
        _candidate(project, year, money.get(project.pk), straight.get(project.number, ()), last) for project in projects
    ]
    order = {Lock.RUNNING: 0, Lock.MUST: 1, Lock.FREE: 2, Lock.OUT: 2}
    rows.sort(key=lambda row: (order[row.lock], sort_key(row.title)))
    return Draft(rows, last.hours if last else _hours(year), last.money if last else None)


@dataclass(frozen=True)
class _Last:
    scores: dict[str, Decimal]
    locks: dict[str, Lock]
    hours: Decimal | None
    money: Decimal | None


def _last(year: int) -> _Last | None:
    """What was written the last time; a calculation of another kind of file says nothing."""
    run = (
        PlanRun.objects.filter(kind=RunKind.SOLVE, name__startswith=name_of(year), failed_at=None)
        .order_by("-pk")
        .first()
    )
    if run is None:
        return None
    problem = problem_of_run(run)
    capacity = {pool.id: pool.capacity[0] for pool in problem.pools}
    scores = {item.id: item.values[0] / POINTS_PER_SCORE for item in problem.items if item.values[0] is not None}
    locks = {item.id: Lock.OUT if item.out else Lock.MUST if item.must else Lock.FREE for item in problem.items}
    return _Last(scores, locks, capacity.get(HOURS), capacity.get(MONEY))


def name_of(year: int) -> str:
    return f"Indsatsplan {year}"


def _candidate(
    project: Project, year: int, money: Decimal | None, needs: tuple[str, ...], last: _Last | None
) -> Candidate:
    lock = Lock.FREE
    reason = ""
    if project.state in RUNS:
        lock, reason = Lock.RUNNING, "i gang"
    elif project.mandatory != Mandatory.NONE:
        lock, reason = Lock.MUST, project.mandatory_reference or project.get_mandatory_display()
    elif last is not None:
        lock = last.locks.get(project.number, Lock.FREE)
    return Candidate(
        project.number,
        project.title,
        project.get_absolute_url(),
        str(project.lead_area or ""),
        last.scores.get(project.number) if last else None,
        project.hours,
        money if money is not None else project.cost_tdkk,
        _quarters(project, year),
        lock,
        reason,
        needs,
    )


def _quarters(project: Project, year: int) -> int:
    """From its planned start, or from the year's where it runs already, to its planned end."""
    end = project.forecast_end or project.planned_end
    if end is None:
        return USUAL_QUARTERS
    begin = date(year, 1, 1) if project.state in RUNS else project.planned_start or date(year, 1, 1)
    return max(1, min(LONGEST, (end.year - begin.year) * 4 + quarter_of(end) - quarter_of(begin) + 1))


def _hours(year: int) -> Decimal | None:
    """What the largest pool of hours has in a quarter of the year, on average."""
    best = _largest(year)
    return None if best is None else best[1].quantize(Decimal(1))


def pool_of(year: int) -> int | None:
    """The largest pool of hours in the year, by its key: whose hours the plan is made of until somebody says otherwise."""
    best = _largest(year)
    return None if best is None else best[0]


def _largest(year: int) -> tuple[int, Decimal] | None:
    found = Capacity.objects.filter(quarter__year=year, unit="hours", pool__closed_on=None)
    sums: dict[int, list[Decimal]] = defaultdict(list)
    for pool, gross, absence in found.order_by("pool_id").values_list("pool", "gross", "absence"):
        sums[pool].append(gross - absence)
    means = [(pool, Decimal(sum(row) / len(row))) for pool, row in sums.items()]
    return max(means, key=lambda one: (one[1], -one[0]), default=None)

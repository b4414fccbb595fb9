"""What status is asked for, what the plan suggests, and what has been reported."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Q, QuerySet, Sum

from styrehjul.audit.current import kept
from styrehjul.people.models import Person
from styrehjul.portfolio.domain import status as s
from styrehjul.portfolio.domain.life import Category, Light, ProjectState
from styrehjul.portfolio.models import Baseline, EconomyLine, Project, SecondOpinion, StatusParameter, StatusReport
from styrehjul.portfolio.queries.settings import settings


def parameters(*, retired: bool = False) -> list[StatusParameter]:
    """The municipality's parameters in their order; those that ship while it has made none of its own."""
    rows = kept("status-parameters", lambda: list(StatusParameter.objects.all()), of=())
    found = rows or [StatusParameter(key=key, name=name, place=place) for place, (key, name) in enumerate(s.SHIPPED, 1)]
    return found if retired else [row for row in found if row.retired_on is None]


def asked_always(project: Project, found: Iterable[StatusParameter]) -> frozenset[str]:
    """The parameters that every report of this project must give."""
    return frozenset(row.key for row in found if project.category in row.categories or (row.large and project.large))


@dataclass(frozen=True)
class Plan:
    """What a light is held against: the plan in force, and the first one, which stays visible."""

    serial: int | None = None
    on: date | None = None
    end: date | None = None
    cost_tdkk: Decimal | None = None
    first_end: date | None = None


def plan_of(project: Project) -> Plan:
    """The project's baseline; an empty plan where none was ever frozen: then nothing is computed."""
    found = list(Baseline.objects.filter(project=project).order_by("serial"))
    if not found:
        return Plan()
    last = found[-1]
    return Plan(last.serial, last.on, last.planned_end, last.cost_tdkk, found[0].planned_end)


def forecast_cost(project: Project) -> Decimal | None:
    """What the project's economy lines expect in all; None where nothing is expected."""
    total: Decimal | None = EconomyLine.objects.filter(project=project).aggregate(total=Sum("forecast"))["total"]
    return total


@dataclass(frozen=True)
class Suggested:
    """The light that the plan suggests for each parameter that it has an answer for; "" is *ikke beregnet*."""

    time: str = ""
    economy: str = ""

    def of(self, key: str) -> str:
        """The suggestion for a parameter."""
        return {s.TIME: self.time, s.ECONOMY: self.economy}.get(key, "")


def suggested_for(plan: Plan, forecast_end: date | None, cost: Decimal | None) -> Suggested:
    """What the municipality's limits make of the plan and what is expected now. A local project has no baseline."""
    chosen = settings()
    return Suggested(
        time=s.suggest_time(plan.end, forecast_end, chosen.delay_yellow_months, chosen.delay_red_months),
        economy=s.suggest_economy(plan.cost_tdkk, cost, chosen.economy_red_percent, chosen.economy_red_tdkk),
    )


def age_limit(category: str) -> int | None:
    """How many days a light is fresh; a local project has its own rhythm. None where it never grows old."""
    chosen = settings()
    return chosen.local_reminder_days if category == Category.LOCAL else chosen.status_max_age_days


def old_lights(on: date) -> Q:
    """The records whose light is too old that day: they are drawn hatched, and an old green one is not green."""
    running = [ProjectState.ACTIVE.value, ProjectState.CLOSING.value]
    is_local, found = Q(category=Category.LOCAL.value), Q(pk__in=[])
    for theirs, category in ((is_local, Category.LOCAL), (~is_local, Category.CROSS)):
        good = s.oldest_good(on, age_limit(category))
        if good is not None:
            found |= theirs & Q(status_on__lt=good)
    return found & Q(state__in=running) & ~Q(light=Light.NONE.value)


def given(project: Project) -> QuerySet[StatusReport]:
    """The project's reports that count, the newest first."""
    return StatusReport.objects.filter(project=project, state=s.ReportState.FROZEN.value)


def last_given(project: Project) -> StatusReport | None:
    """The report that the project's light comes from."""
    return given(project).first()


def draft_of(project: Project, person: Person) -> StatusReport | None:
    """What this person has begun and not given."""
    return StatusReport.objects.filter(project=project, by=person, state=s.ReportState.DRAFT.value).first()


def waiting_for_owner(project: Project) -> StatusReport | None:
    """The report that the project's owner has not answered."""
    return (
        StatusReport.objects.filter(project=project, state=s.ReportState.SUBMITTED.value).select_related("by").first()
    )


def report_by_key(project: Project, key: int) -> StatusReport | None:
    """One report of the project with the people it names."""
    names = ("project", "by", "approved_by", "track_owner", "corrects")
    return StatusReport.objects.filter(project=project, pk=key).select_related(*names).first()


def opinion_of(project: Project) -> SecondOpinion | None:
    """The last second opinion; None where there is none, or where it was taken back."""
    found = project.second_opinions.select_related("by").first()
    return found if found and found.light != "none" else None


def is_asked_for_more(project: Project) -> bool:
    """Whether the project is one of those that may need a decision by the programme group."""
    return project.category != Category.LOCAL


def marks_of(report: StatusReport) -> list[s.Mark]:
    """The report's parameters as they were then."""
    return [s.Mark.of(row) for row in report.marks]

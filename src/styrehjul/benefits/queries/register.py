"""Benefits as lists, and what the portfolio asks of a project's."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce

from styrehjul.benefits.domain.days import is_late
from styrehjul.benefits.domain.life import OPEN
from styrehjul.benefits.domain.rules import is_open
from styrehjul.benefits.models import Benefit, BenefitGoal, BenefitProject, BenefitSystem, Measurement
from styrehjul.benefits.queries.measured import counting
from styrehjul.benefits.queries.owners import has_left
from styrehjul.benefits.queries.settings import settings
from styrehjul.portfolio.domain.closing import BenefitFact
from styrehjul.portfolio.domain.life import BEFORE_DECISION, Category, ProjectState
from styrehjul.portfolio.domain.settings import CrossCutting
from styrehjul.portfolio.models import Project, ProjectGoal, ProjectSystem
from styrehjul.portfolio.queries.records import records_on
from styrehjul.portfolio.queries.settings import settings as portfolio_settings

OPEN_STATES = [state.value for state in OPEN]
PROPOSALS = [state.value for state in BEFORE_DECISION]
# A rejected, withdrawn or stopped project promises nothing.
GONE = [ProjectState.REJECTED.value, ProjectState.WITHDRAWN.value, ProjectState.STOPPED.value]


def facts_of(project: Project) -> list[BenefitFact]:
    """What the portfolio asks of a project's benefits, as plain values."""
    rows = Benefit.objects.filter(project=project).select_related("owner").order_by("number")
    return [
        BenefitFact(
            number=row.number,
            title=row.title,
            is_open=is_open(row.state),
            owner=row.owner.name if row.owner else "",
            is_accepted=row.accepted_at is not None,
            measure_on=row.measure_on,
            target=row.target,
            baseline=row.baseline,
            state=str(row.get_state_display()),
            url=row.get_absolute_url(),
            declined=row.declined_reason if row.declined_at else "",
            leaves=_leaves(row),
        )
        for row in rows
    ]


def _leaves(row: Benefit) -> bool:
    """Whether the owner will not be here when it is measured."""
    end = row.owner.end if row.owner else None
    return end is not None and (row.measure_on is None or end < row.measure_on)


@dataclass(frozen=True)
class Line:
    """One benefit as a line of a list, with what was measured last. A proposal's is a hope, and drawn as one.

    `benefit` is the benefit, or its record of a day that has been.
    """

    benefit: Any
    last: Any
    late: bool
    is_open: bool
    owner_left: bool = False
    hatched: bool = False
    project: str = ""

    @property
    def url(self) -> str:
        """The benefit's page."""
        return f"/gevinster/{self.benefit.number}/"


def lines(found: QuerySet[Any], on: date, as_of: date | None = None) -> list[Line]:
    """Benefits with their last measurement, as they stand or stood when a day ended. Four queries at most."""
    day, patience = as_of or on, settings().overdue_days
    rows = list(found.select_related("owner", "project"))
    keys = [row.id for row in rows]
    measured: dict[int, list[Any]] = {key: [] for key in keys}
    for one in records_on(Measurement, as_of).filter(benefit_id__in=keys):
        measured[one.benefit_id].append(one)
    projects = {row.project_id: row.project for row in rows if row.project is not None}
    if as_of is not None:
        projects = {one.id: one for one in records_on(Project, as_of).filter(id__in=list(projects))}
    made = []
    for row in rows:
        opened, project = is_open(row.state), projects.get(row.project_id)
        made.append(
            Line(
                row,
                next(iter(counting(measured[row.id])), None),
                is_late(row.measure_on, day, patience),
                opened,
                opened and has_left(row.owner, day),
                opened and project is not None and project.state in PROPOSALS,
                project.title if project is not None else "",
            )
        )
    return made


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 10 else None


@dataclass(frozen=True)
class Asked:
    """What the list of benefits is asked for; `state` "aabne" are those still to be realised."""

    on: date
    as_of: date | None = None
    q: str = ""
    state: str = ""
    owner: str = ""
    lacking: str = ""
    project: str = ""
    area: str = ""
    goal: str = ""
    system: str = ""
    kind: str = ""

    def rows(self, model: type[Any]) -> QuerySet[Any]:
        """The rows of a kind, now or as they stood when the day ended."""
        return records_on(model, self.as_of)


def wanted(on: date, as_of: date | None = None, **asked: str) -> QuerySet[Any]:
    """The benefits asked for, by the names that `Asked` has; with a day, their records as they stood when it ended."""
    want = Asked(as_of or on, as_of, **asked)
    # What has no day comes after what has, in every database.
    found = want.rows(Benefit).annotate(due=Coalesce("measure_on", Value(date.max)))
    for word in want.q.split()[:6]:
        found = found.filter(Q(title__icontains=word) | Q(number__iexact=word) | Q(project__title__icontains=word))
    if want.state == "aabne":
        found = found.filter(state__in=OPEN_STATES)
    elif want.state == "forslag":
        proposals = want.rows(Project).filter(state__in=PROPOSALS).values("id")
        found = found.filter(state__in=OPEN_STATES, project_id__in=proposals)
    elif want.state:
        found = found.filter(state=want.state)
    if want.project:
        further = want.rows(BenefitProject).filter(project__number=want.project).values("benefit_id")
        found = found.filter(Q(project__number=want.project) | Q(id__in=further))
    if want.kind:
        found = found.filter(kind=want.kind)
    found = _tied(found, want)
    return found.filter(LACKS[want.lacking](want)) if want.lacking in LACKS else found


def _tied(found: QuerySet[Any], want: Asked) -> QuerySet[Any]:
    """By owner, by the area that leads the project, by goal and by system, the project's where it has none itself."""
    if (owner := _number(want.owner)) is not None:
        found = found.filter(owner_id=owner)
    if (area := _number(want.area)) is not None:
        led = want.rows(Project).filter(lead_area_id=area).values("id")
        found = found.filter(Q(project_id__in=led) | Q(project=None, owner__unit_id=area))
    if (goal := _number(want.goal)) is not None:
        found = found.filter(_by_tie(want, BenefitGoal, ProjectGoal, "goal_id", goal))
    if (system := _number(want.system)) is not None:
        found = found.filter(_by_tie(want, BenefitSystem, ProjectSystem, "system_id", system))
    return found


def _by_tie(want: Asked, own: type[Any], projects: type[Any], name: str, key: int) -> Q:
    """Tied by itself, or without any tie of its own and in a project that is."""
    mine = want.rows(own)
    tied = want.rows(projects).filter(**{name: key}).values("project_id")
    inherits = ~Q(id__in=mine.values("benefit_id")) & Q(project_id__in=tied)
    return Q(id__in=mine.filter(**{name: key}).values("benefit_id")) | inherits


_WAITING = Q(state__in=OPEN_STATES)
LACKS: dict[str, Callable[[Asked], Q]] = {
    "ejer": lambda want: _WAITING & (Q(owner__isnull=True) | Q(owner__end__lt=want.on)),
    "tal": lambda want: _WAITING & Q(baseline="", baseline_plan_on=None),
    "dato": lambda want: _WAITING & Q(measure_on__isnull=True),
    "ja": lambda want: _WAITING & Q(accepted_at__isnull=True, owner__isnull=False),
    "maaling": lambda want: _WAITING & ~Q(id__in=want.rows(Measurement).values("benefit_id")),
    "over": lambda want: ~Q(state="dropped") & Q(measure_on__lt=want.on - timedelta(days=settings().overdue_days)),
}


def crosscutting_without() -> list[Project]:
    """Cross-cutting projects, also those not yet approved, that promise nothing (R78). One query."""
    categories = [Category.CROSS.value]
    if portfolio_settings().cross_cutting == CrossCutting.BOTH:
        categories.append(Category.NATIONAL.value)
    found = Project.objects.filter(category__in=categories, benefits=None, benefit_links=None)
    return list(found.exclude(state__in=[*GONE, ProjectState.CLOSED.value]).order_by("title", "pk"))

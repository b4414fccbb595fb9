"""The portfolio as lists: today's, as it was on a day, and its counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, F, Q, QuerySet, Value, When

from styrehjul.portfolio.domain.life import OVER, Category, Light, ProjectState
from styrehjul.portfolio.domain.periods import Bar, bar
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.portfolio.labels import CATEGORY_SHORT, PROJECT_STATE, SUBTYPE
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.links import goal_titles
from styrehjul.portfolio.queries.records import records_on
from styrehjul.portfolio.queries.status import old_lights

_SUBTYPES = {kind.value: words for kind, words in SUBTYPE.items()}
_MOVING = frozenset({ProjectState.ACTIVE, ProjectState.CLOSING, ProjectState.FOLLOW_UP, ProjectState.CLOSED})


@dataclass(frozen=True)
class Row:
    """A project as a line of the list, now or as it was."""

    number: str
    title: str
    area: str
    unit: str
    category: str
    category_words: str
    subtype_words: str
    state: str
    state_words: str
    imported: bool
    light: str
    sentence: str
    status_on: date | None
    priority: int | None
    start: date | None
    end: date | None
    bar: Bar | None
    external_owner: str
    programme: str
    purpose: str
    goal: str
    cost_tdkk: Decimal | None
    hours: Decimal | None
    key: int = 0
    phase: str = ""
    large: bool = False
    planned_end: date | None = None
    trend: str = ""
    second_light: str = ""


def portfolio_on(as_of: date | None = None) -> QuerySet[Any]:
    """Every project now; with a day, every project's record as it stood when that day ended. Drafts are their author's."""
    return records_on(Project, as_of).filter(visibility=Visibility.ALL.value)


def rows_on(records: Sequence[Any], on: date) -> list[Row]:
    """The lines of projects, or of their records of another day."""
    titles = goal_titles(record.id for record in records)
    return [row_of(record, on, goal=titles.get(record.id, "")) for record in records]


def row_of(record: Any, on: date, *, goal: str = "") -> Row:
    """One line; `record` is a project or its record of a day."""
    state = ProjectState(record.state)
    start = record.actual_start or record.planned_start
    end = record.actual_end or record.forecast_end or record.planned_end
    return Row(
        number=record.number,
        title=record.title,
        area=record.lead_area.name if record.lead_area else "",
        unit=record.org_unit.name if record.org_unit else "",
        category=record.category,
        category_words=str(CATEGORY_SHORT[Category(record.category)]),
        subtype_words=str(_SUBTYPES.get(record.subtype, "")),
        state=record.state,
        state_words=str(PROJECT_STATE[state]),
        imported=record.imported,
        light=record.light,
        sentence=record.status_sentence,
        status_on=record.status_on,
        priority=record.priority,
        start=start,
        end=end,
        bar=bar(start, end, on, moves=state in _MOVING),
        external_owner=record.external_owner,
        programme=record.programme,
        purpose=record.purpose,
        goal=goal,
        cost_tdkk=record.cost_tdkk,
        hours=record.hours,
        key=record.id,
        phase=record.phase,
        large=record.large,
        planned_end=record.planned_end,
        trend=record.trend,
        second_light=record.second_light,
    )


Overview = Mapping[tuple[str, str], int]


def overview(on: date) -> Overview:
    """(category, light) -> how many projects that are not over; a green light that is too old is "old". One query."""
    shown = Case(When(Q(light=Light.GREEN.value) & old_lights(on), then=Value("old")), default=F("light"))
    rows = (
        Project.objects.exclude(state__in=[state.value for state in OVER])
        .annotate(shown=shown)
        .values_list("category", "shown")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return {(category, light): number for category, light, number in rows}


def waiting_proposals() -> list[Project]:
    """Proposals that nobody has put on an agenda, and those put off, oldest first."""
    waiting = Project.objects.filter(state__in=[ProjectState.PROPOSED.value, ProjectState.AWAITING_DECISION.value])
    return list(waiting.select_related("lead_area", "contact").order_by("created_at", "pk"))


def closing_projects() -> list[Project]:
    """Projects told to be finished, that a body has to close."""
    closing = Project.objects.filter(state=ProjectState.CLOSING.value)
    return list(closing.select_related("lead_area", "contact").order_by("updated_at", "pk"))

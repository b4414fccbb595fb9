"""The portfolio as lists: today's, as it was on a day, and its counts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Case, Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Value, When
from django.db.models.functions import Coalesce

from styrehjul.kernel.danish import ZONE, sort_key
from styrehjul.portfolio.domain.life import OVER, Category, Light, ProjectRoleKind, ProjectState
from styrehjul.portfolio.domain.periods import Bar, bar
from styrehjul.portfolio.labels import CATEGORY_SHORT, PROJECT_STATE, SUBTYPE
from styrehjul.portfolio.models import Project, ProjectRole

_LAST = 1_000_000
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


@dataclass(frozen=True)
class Wanted:
    """What a list is asked for. `category` "tvaergaaende" is the first two together; `state` "aabne" all not over."""

    q: str = ""
    category: str = ""
    area: int | None = None
    unit: int | None = None
    state: str = ""
    light: str = ""
    lacking: str = ""


def end_of(day: date) -> datetime:
    """The last moment of a day in Denmark."""
    return datetime.combine(day + timedelta(days=1), time.min, tzinfo=ZONE) - timedelta(microseconds=1)


def portfolio_on(as_of: date | None = None) -> QuerySet[Any]:
    """Every project now; with a day, every project's record as it stood when that day ended."""
    if as_of is None:
        return Project.objects.all()
    records: Any = Project.history.model.objects
    # The last one wins by date and then by its place: one decision may write three records at the same moment.
    last = records.filter(id=OuterRef("id"), history_date__lte=end_of(as_of)).order_by("-history_date", "-history_id")
    found: QuerySet[Any] = records.filter(history_id=Subquery(last.values("history_id")[:1])).exclude(history_type="-")
    return found


def filtered(projects: QuerySet[Any], wanted: Wanted, on: date) -> QuerySet[Any]:
    """Those that are asked for; `on` is the day whose owners and managers count."""
    found = projects
    for word in wanted.q.split()[:8]:
        found = found.filter(_mentions(word))
    if wanted.category == "tvaergaaende":
        found = found.filter(category__in=[Category.NATIONAL.value, Category.CROSS.value])
    elif wanted.category:
        found = found.filter(category=wanted.category)
    if wanted.area:
        found = found.filter(lead_area_id=wanted.area)
    if wanted.unit:
        found = found.filter(org_unit_id=wanted.unit)
    if wanted.state == "aabne":
        found = found.exclude(state__in=[state.value for state in OVER])
    elif wanted.state:
        found = found.filter(state=wanted.state)
    if wanted.light:
        found = found.filter(light=wanted.light)
    if wanted.lacking in LACKING:
        found = found.filter(_lacks(wanted.lacking, on))
    return found


# What a project may be listed for not having.
LACKING = ("leder", "ejer", "omraade", "maal")


def _lacks(what: str, on: date) -> Q:
    if what == "omraade":
        return Q(lead_area__isnull=True)
    if what == "maal":
        return Q(goal="") & ~Q(category=Category.LOCAL.value)
    kind = ProjectRoleKind.MANAGER if what == "leder" else ProjectRoleKind.OWNER
    has = ProjectRole.objects.on(on).filter(project_id=OuterRef("id"), kind=kind.value)
    # A local project has one responsible, and no owner is asked of it.
    asked = Q() if what == "leder" else ~Q(category=Category.LOCAL.value)
    return asked & ~Q(Exists(has))


def _mentions(word: str) -> Q:
    """A word anywhere people would look for it. SQLite folds only a-z, so Danish letters are tried in both cases."""
    fields = ("title", "number", "purpose", "summary", "programme", "external_owner", "status_sentence")
    forms = {word, word.lower(), word.upper(), word.capitalize()}
    found = Q()
    for field in fields:
        for form in forms:
            found |= Q(**{f"{field}__icontains": form})
    return found


SORTS: Mapping[str, tuple[str, ...]] = {
    "prio": ("priority_place", "title"),
    "projekt": ("title",),
    "kategori": ("category", "priority_place", "title"),
    "tilstand": ("state_place", "priority_place", "title"),
    "status": ("light_place", "priority_place", "title"),
    "periode": ("end_place", "title"),
}


def placed(projects: QuerySet[Any]) -> QuerySet[Any]:
    """With the places that the list sorts by: a project without priority, light or end comes last."""
    lights = [Light.RED, Light.YELLOW, Light.GREEN, Light.NONE]
    found: QuerySet[Any] = projects.annotate(
        priority_place=Coalesce("priority", Value(_LAST)),
        light_place=Case(
            *(When(light=light.value, then=Value(place)) for place, light in enumerate(lights)),
            default=Value(9),
            output_field=IntegerField(),
        ),
        state_place=Case(
            *(When(state=state.value, then=Value(place)) for place, state in enumerate(ProjectState)),
            default=Value(99),
            output_field=IntegerField(),
        ),
        end_place=Coalesce(F("actual_end"), F("forecast_end"), F("planned_end"), Value(date(9999, 1, 1))),
    )
    return found


def by_name(projects: QuerySet[Any], *, falling: bool) -> list[int]:
    """Keys in the order of the Danish alphabet, which no database here knows."""
    pairs = projects.values_list("pk", "title")
    return [key for key, _ in sorted(pairs, key=lambda pair: (sort_key(pair[1]), pair[0]), reverse=falling)]


def rows_on(records: Sequence[Any], on: date) -> list[Row]:
    """The lines of projects, or of their records of another day."""
    return [row_of(record, on) for record in records]


def row_of(record: Any, on: date) -> Row:
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
        goal=record.goal,
        cost_tdkk=record.cost_tdkk,
        hours=record.hours,
    )


Overview = Mapping[tuple[str, str], int]


def overview() -> Overview:
    """(category, light) -> how many projects that are not over. One query."""
    rows = (
        Project.objects.exclude(state__in=[state.value for state in OVER])
        .values_list("category", "light")
        .annotate(number=Count("pk"))
        .order_by()
    )
    return {(category, light): number for category, light, number in rows}


def counts_by_category(projects: QuerySet[Any]) -> dict[str, int]:
    """Category -> how many; the three add up to the whole."""
    found = dict.fromkeys((category.value for category in Category), 0)
    rows = projects.order_by().values("category").annotate(number=Count("pk"))
    found.update({row["category"]: row["number"] for row in rows})
    return found


def waiting_proposals() -> list[Project]:
    """Proposals that nobody has put on an agenda, and those put off, oldest first."""
    waiting = Project.objects.filter(state__in=[ProjectState.PROPOSED.value, ProjectState.AWAITING_DECISION.value])
    return list(waiting.select_related("lead_area", "contact").order_by("created_at", "pk"))


def closing_projects() -> list[Project]:
    """Projects told to be finished, that a body has to close."""
    closing = Project.objects.filter(state=ProjectState.CLOSING.value)
    return list(closing.select_related("lead_area", "contact").order_by("updated_at", "pk"))

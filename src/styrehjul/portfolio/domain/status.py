"""What a status is: its states, its parameters, its trend, and the light that the plan suggests. Pure values."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from styrehjul.kernel.machine import Machine
from styrehjul.kernel.refusal import Reason
from styrehjul.portfolio.domain.life import Category, Light, ProjectState


class ReportState(StrEnum):
    """How far a report has come. A frozen one never changes; a correction is a new one that points to it."""

    DRAFT = "draft"
    SUBMITTED = "submitted"
    FROZEN = "frozen"


class ReportEvent(StrEnum):
    """What can happen to a report."""

    SUBMIT = "submit"
    FREEZE = "freeze"
    RETURN = "return"


STATUS: Machine[ReportState, ReportEvent] = Machine(
    "status",
    start=ReportState.DRAFT,
    moves={
        (ReportState.DRAFT, ReportEvent.SUBMIT): ReportState.SUBMITTED,
        (ReportState.SUBMITTED, ReportEvent.FREEZE): ReportState.FROZEN,
        (ReportState.SUBMITTED, ReportEvent.RETURN): ReportState.DRAFT,
    },
)


class RoundState(StrEnum):
    """Whether a round still asks."""

    OPEN = "open"
    CLOSED = "closed"


class RoundEvent(StrEnum):
    """What can happen to a round."""

    CLOSE = "close"


ROUND: Machine[RoundState, RoundEvent] = Machine(
    "status_round", start=RoundState.OPEN, moves={(RoundState.OPEN, RoundEvent.CLOSE): RoundState.CLOSED}
)


class Trend(StrEnum):
    """Which way a light moved since the report before."""

    BETTER = "better"
    SAME = "same"
    WORSE = "worse"


class Track(StrEnum):
    """What is done about a yellow or red light."""

    BACK_TO_PLAN = "back_to_plan"
    NEW_PLAN = "new_plan"
    CLOSE = "close"


NOT_RELEVANT = "not_relevant"
PARAMETER_LIGHTS = (Light.GREEN.value, Light.YELLOW.value, Light.RED.value, NOT_RELEVANT)
TROUBLED = frozenset({Light.YELLOW.value, Light.RED.value})
_PLACE = {Light.GREEN.value: 0, Light.YELLOW.value: 1, Light.RED.value: 2}
# The only parameters that the plan has an answer for.
TIME, ECONOMY = "tid", "oekonomi"
# Shipped; a municipality adds, renames and retires. They come by themselves when the light is not green.
SHIPPED = ((TIME, "Tid"), (ECONOMY, "Økonomi"), ("kvalitet", "Kvalitet"), ("ressourcer", "Ressourcer"), ("gevinster", "Gevinster"))  # fmt: skip


@dataclass(frozen=True)
class Mark:
    """One parameter's light in one report, with the name that the parameter had then."""

    key: str
    name: str
    light: str
    trend: str = ""
    text: str = ""
    suggested: str = ""

    @classmethod
    def of(cls, row: Mapping[str, Any]) -> Mark:
        """As it was stored; what a later version stores beside it is not read."""
        return cls(**{name: str(row.get(name, "")) for name in ("key", "name", "light", "trend", "text", "suggested")})

    def stored(self) -> dict[str, str]:
        """As it is kept in the report."""
        return asdict(self)


def trend_of(before: str, now: str) -> str:
    """Better, same or worse; nothing where one of the two has no light."""
    if before not in _PLACE or now not in _PLACE:
        return ""
    if _PLACE[before] == _PLACE[now]:
        return Trend.SAME.value
    return Trend.BETTER.value if _PLACE[now] < _PLACE[before] else Trend.WORSE.value


def is_better(light: str, suggested: str) -> bool:
    """Whether a light was set better than the plan suggests."""
    return light in _PLACE and suggested in _PLACE and _PLACE[light] < _PLACE[suggested]


def months_after(day: date, months: int) -> date:
    """The same day so many months later; the last of the month where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def suggest_time(planned: date | None, forecast: date | None, yellow: int | None, red: int | None) -> str:
    """The light of time: green until `yellow` months late, then yellow, red beyond `red`. "" is *ikke beregnet*."""
    if planned is None or forecast is None or yellow is None or red is None:
        return ""
    if forecast <= planned or forecast < months_after(planned, yellow):
        return Light.GREEN.value
    return Light.YELLOW.value if forecast <= months_after(planned, red) else Light.RED.value


def suggest_economy(
    planned: Decimal | None, forecast: Decimal | None, red_percent: int | None, red_amount: Decimal | None
) -> str:
    """The light of economy: green with no excess, red beyond the percentage or the amount. "" is *ikke beregnet*."""
    if planned is None or forecast is None or (red_percent is None and red_amount is None):
        return ""
    over = forecast - planned
    if over <= 0:
        return Light.GREEN.value
    beyond_share = red_percent is not None and over * 100 > abs(planned) * red_percent
    beyond_amount = red_amount is not None and over > red_amount
    return Light.RED.value if beyond_share or beyond_amount else Light.YELLOW.value


def is_old(state: str, light: str, status_on: date | None, on: date, after_days: int | None) -> bool:
    """Whether a light has stood for too long on a running project: drawn hatched, and not counted as green."""
    if after_days is None or status_on is None or light not in _PLACE:
        return False
    return state in (ProjectState.ACTIVE, ProjectState.CLOSING) and (on - status_on).days > after_days


def oldest_good(on: date, after_days: int | None) -> date | None:
    """A light from before this day is old; None where none ever is."""
    return on - timedelta(days=after_days) if after_days is not None else None


@dataclass(frozen=True)
class ReportFacts:
    """What a report is judged by before it is given."""

    category: str
    light: str
    sentence: str
    suggested: str
    track: str
    track_by: date | None
    need_question: str
    need_by: date | None
    today: date
    asked: frozenset[str] = frozenset()
    marks: tuple[Mark, ...] = ()


def lacks(facts: ReportFacts) -> list[Reason]:
    """What a report lacks: all of it, not the first alone."""
    found = []
    troubled = facts.light in TROUBLED
    if troubled and not facts.sentence.strip():
        found.append(Reason("status.lacks_sentence"))
    elif is_better(facts.light, facts.suggested) and not facts.sentence.strip():
        found.append(Reason("status.better_than_plan", {"light": facts.suggested}))
    if troubled and facts.category != Category.LOCAL and not (facts.track and facts.track_by):
        found.append(Reason("status.lacks_track"))
    if facts.need_question.strip() and facts.need_by is not None and facts.need_by < facts.today:
        found.append(Reason("status.need_in_past"))
    if facts.need_by is not None and not facts.need_question.strip():
        found.append(Reason("status.need_without_question"))
    return [*found, *_lacks_in_marks(facts)]


def _lacks_in_marks(facts: ReportFacts) -> Iterable[Reason]:
    given = {mark.key for mark in facts.marks}
    if facts.asked - given:
        yield Reason("status.lacks_parameters")
    for mark in facts.marks:
        if mark.light in TROUBLED and not mark.text.strip():
            yield Reason("status.parameter_lacks_text", {"name": mark.name})
        elif is_better(mark.light, mark.suggested) and not (mark.text.strip() or facts.sentence.strip()):
            yield Reason("status.parameter_better_than_plan", {"name": mark.name, "light": mark.suggested})

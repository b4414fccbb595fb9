"""A year's plan as its page shows it: the lines in their order, and what they take of what there is."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from styrehjul.kernel.danish import number_text, sort_key
from styrehjul.plans.domain.composing import QUARTERS, Line, Lock, spread
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.domain.studies import RunKind
from styrehjul.plans.models import PlanLine, PlanRun, PlanVersion
from styrehjul.plans.queries.answers import more_of
from styrehjul.plans.queries.answers import more_words as sentences

BOUND = (Lock.MUST.value, Lock.RUNNING.value)
NOTHING = Decimal(0)


@dataclass(frozen=True)
class Load:
    """What the lines that are with take of a pool in a period; `over` where it is more than there is."""

    words: str
    used: str
    of: str
    pct: int
    over: bool


def live_of(year: int) -> PlanVersion | None:
    return PlanVersion.objects.filter(year=year, state=PlanState.LIVE).first()


def prepared_of(year: int) -> PlanVersion | None:
    """The version that is being prepared, as a draft or on its way to the meeting."""
    found = PlanVersion.objects.filter(year=year, state__in=(PlanState.DRAFT, PlanState.SUBMITTED))
    return found.select_related("run", "submitted_by").first()


def lines_of(plan: PlanVersion, *, goals: bool = False) -> list[PlanLine]:
    """First what is bound, then by score; the same line always at the same place. With `goals` two queries."""
    found = plan.lines.select_related(
        "project", "project__lead_area", "activity", "activity__area", "activity__owner", "activity__goal", "scored_by",
        "moved_by",
    )  # fmt: skip
    if goals:
        found = found.prefetch_related("project__goal_links__goal")
    return sorted(
        found,
        key=lambda line: (
            line.lock not in BOUND,
            line.lock == Lock.OUT,
            -(line.score if line.score is not None else Decimal(-1)),
            sort_key(line.title),
            line.pk,
        ),
    )


def is_ranked(line: PlanLine) -> bool:
    """Whether the line has a place in the order: what only goes on, and nobody has scored, has none."""
    return line.chosen and (line.lock != Lock.RUNNING or line.score is not None)


def solver_lines(lines: Sequence[PlanLine]) -> list[Line]:
    """Those that somebody has given a score, and those that are bound."""
    return [
        Line(
            line.key,
            line.title,
            line.score or NOTHING,
            line.hours or NOTHING,
            line.money or NOTHING,
            line.quarters,
            Lock(line.lock),
            line.lock_reason,
        )
        for line in lines
        if line.score is not None or line.lock in BOUND
    ]


def frozen_of(plan: PlanVersion, lines: Sequence[PlanLine]) -> str:
    """The version as one text that is the same for the same content."""
    rows = [
        {
            "line": line.key,
            "title": line.title,
            "score": _text(line.score),
            "reason": line.reason,
            "lock": line.lock,
            "chosen": line.chosen,
            "start": line.start,
            "quarters": line.quarters,
            "hours": _text(line.hours),
            "money": _text(line.money),
        }
        for line in lines
    ]
    whole = {
        "year": plan.year,
        "number": plan.number,
        "hours": _text(plan.hours),
        "money": _text(plan.money),
        "pool": str(plan.pool or ""),
        "lines": rows,
    }
    return json.dumps(whole, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def _text(value: Decimal | None) -> str | None:
    return None if value is None else f"{value.normalize():f}"


def loads(plan: PlanVersion, lines: Sequence[PlanLine]) -> tuple[list[Load], Load]:
    """The hours of each quarter of the year, and the year's money, of the lines that are with."""
    hours = [NOTHING] * QUARTERS
    money = NOTHING
    for line in lines:
        if not line.chosen:
            continue
        first = (line.start or 1) - 1
        for index, amount in enumerate(spread(line.hours or NOTHING, line.quarters)):
            if first + index < QUARTERS:
                hours[first + index] += amount
        within = spread(line.money or NOTHING, line.quarters)[: QUARTERS - first]
        money += sum(within, NOTHING)
    quarters = [_load(f"{index}. kv.", used, plan.hours) for index, used in enumerate(hours, 1)]
    return quarters, _load(str(plan.year), money, plan.money)


def _load(words: str, used: Decimal, of: Decimal | None) -> Load:
    pct = int(used * 100 / of) if of else (100 if of is not None and used else 0)
    return Load(words, number_text(used), "" if of is None else number_text(of), pct, of is not None and used > of)


def more_words(run: PlanRun | None) -> list[str]:
    """What one more would give, where it has been calculated."""
    if run is None or run.done_at is None:
        return []
    study = PlanRun.objects.filter(of=run, kind=RunKind.MORE, done_at__isnull=False).order_by("-pk").first()
    return sentences(more_of(study)) if study is not None else []

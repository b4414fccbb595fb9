"""What the item of the yearly assessment brings: goals with values, conflicts, and last year's answer."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import day_of
from styrehjul.strategy.domain.words import RelationKind
from styrehjul.strategy.models import GoalRelation
from styrehjul.strategy.queries.assessments import assessment_of
from styrehjul.strategy.queries.strategies import GoalLine, overview

Tree = list[dict[str, Any]]
NO_STRATEGY = "Der er ikke skrevet en digitaliseringsstrategi ind, der gælder nu."


def assessment_blocks(meeting: Meeting, at: datetime) -> Tree:
    """What is needed to answer whether the direction needs an update, on one page."""
    on = day_of(at)
    view = overview(on)
    lines = [line for top in (view.lines or view.homeless) for line in (top, *top.parts) if not line.ended]
    now = view.now
    said = now.title if now else NO_STRATEGY
    if now and now.end:
        said = f"{now.title}, gælder til {now.end.year}."
    blocks: Tree = [{"t": "p", "text": said}]
    if lines:
        rows = [[_name(line), _values(line), str(line.count)] for line in lines]
        blocks += [
            *_heading("Målene"),
            {"t": "table", "header": ["Mål", "Hvordan går det?", "Indsatser"], "rows": rows},
        ]
    keys = [line.goal.pk for line in lines]
    found = GoalRelation.objects.filter(goal__in=keys, kind=RelationKind.CONFLICTS.value)
    conflicts = [
        {"text": f"{row.goal} og {row.strategy}: {row.sentence}", "url": row.goal.get_absolute_url()}
        for row in found.select_related("goal", "strategy").order_by("pk")
    ]
    if conflicts:
        blocks += [*_heading("Konflikter med andre strategier"), {"t": "ul", "items": conflicts}]
    return blocks + _last_year(meeting.year - 1)


def _last_year(year: int) -> Tree:
    last = assessment_of(year)
    if last is None:
        return [*_heading(f"Svaret i {year}"), {"t": "p", "text": "Ikke vurderet."}]
    follow = f" Opfølgning: {last.follow_up}" if last.follow_up else ""
    text = f"{'Ja' if last.needed else 'Nej'}. {last.what}{follow}"
    return [*_heading(f"Svaret i {year}"), {"t": "p", "text": text}]


def _heading(text: str) -> Tree:
    return [{"t": "h", "text": text, "level": 1}]


def _name(line: GoalLine) -> str:
    return f"{line.goal.number} {line.goal.title}".strip()


def _values(line: GoalLine) -> str:
    told = [f"{one.measure.title}: {one.sentence}" for one in line.measures if one.measure.ended_on is None]
    if told:
        return " ".join(told)
    return "Måles ikke." if line.goal.not_measured else "Ingen måling endnu."

"""The at-sentences of an item with their effects, and its memos: written as a whole, changed only where they differ."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.domain.plan_effects import OF_PLANS
from styrehjul.meetings.domain.strategy_effects import WITHOUT_PROJECT
from styrehjul.meetings.domain.values import EffectText, MemoText, PointText
from styrehjul.meetings.models import Effect, Memo, RecommendationPoint, Treatment
from styrehjul.meetings.queries.chain import expected_of
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.commands import COMMANDS

MOST_POINTS = 40


def write_points(treatment: Treatment, points: Sequence[PointText], *, by: Person | None, at: datetime) -> bool:
    """Make the recommendation these sentences in this order; whether anything was changed."""
    wanted = [PointText(tidy(p.text), p.effects) for p in points if tidy(p.text) or p.effects]
    if len(wanted) > MOST_POINTS:
        raise Refused("item.too_many_points", limit=MOST_POINTS)
    rows = list(treatment.points.prefetch_related("effects"))
    if [(row.text, _as_texts(row)) for row in rows] == [(p.text, _plain(p.effects)) for p in wanted]:
        return False
    for index, point in enumerate(wanted):
        row = rows[index] if index < len(rows) else RecommendationPoint(treatment=treatment)
        if row._state.adding or (row.text, row.position) != (point.text, index):
            row.text, row.position = point.text, index
            store(row, by=by, at=at, action="recommendation.write")
        _write_effects(row, point.effects, by=by, at=at)
    for row in rows[len(wanted) :]:
        _delete(row, by=by, at=at)
    set_expected(treatment, by=by, at=at)
    return True


def tidy(text: str) -> str:
    """An at-sentence on one line without its "at", which is printed before it."""
    line = " ".join(text.split())
    return line[3:].strip() if line[:3].casefold() == "at " else line


def make_effect(
    point: RecommendationPoint,
    effect: EffectText,
    position: int,
    *,
    by: Person | None,
    at: datetime,
    in_meeting: bool = False,
) -> Effect:
    """Store one effect under an at-sentence. Refused for a command that nobody knows."""
    if effect.command not in COMMANDS and effect.command not in WITHOUT_PROJECT:
        raise Refused("effect.unknown", command=effect.command)
    made = Effect(
        point=point,
        position=position,
        command=effect.command,
        project_id=effect.project_id,
        args=_args(effect),
        made_in_meeting=in_meeting,
    )
    store(made, by=by, at=at, action="effect.write")
    return made


def set_expected(treatment: Treatment, *, by: Person | None, at: datetime) -> None:
    """Write down what each effect expects to find: the project as it is now, less what earlier effects will do to it."""
    for effect, expected in expected_of(treatment):
        if effect.expected != expected:
            effect.expected = expected
            store(effect, by=by, at=at, action="effect.expect")


def write_memos(treatment: Treatment, memos: Sequence[MemoText], *, by: Person | None, at: datetime) -> bool:
    """Make the item's memos these; whether anything was changed."""
    wanted = [memo for memo in memos if memo.title.strip() or memo.text.strip()]
    rows = list(treatment.memos.all())
    if [(row.title, row.text) for row in rows] == [(m.title, m.text) for m in wanted]:
        return False
    for index, memo in enumerate(wanted):
        row = rows[index] if index < len(rows) else Memo(treatment=treatment)
        row.title, row.text, row.position = memo.title.strip() or "Notat", memo.text, index
        store(row, by=by, at=at, action="memo.write")
    for row in rows[len(wanted) :]:
        _delete(row, by=by, at=at)
    return True


def _write_effects(
    point: RecommendationPoint, effects: Sequence[EffectText], *, by: Person | None, at: datetime
) -> None:
    if _as_texts(point) == _plain(effects):
        return
    kept = [effect for effect in point.effects.all() if effect.command in OF_PLANS and not effect.made_in_meeting]
    if kept:
        # The form does not ask about the plan: what stands stays with its sentence.
        effects = [effect for effect in effects if effect.command not in OF_PLANS]
    for old in point.effects.filter(made_in_meeting=False).exclude(command__in=OF_PLANS):
        _delete(old, by=by, at=at)
    for index, effect in enumerate(effects):
        make_effect(point, effect, index, by=by, at=at)


def _delete(row: RecommendationPoint | Memo | Effect, *, by: Person | None, at: datetime) -> None:
    remove(row, by=by, at=at, action=f"{row._meta.model_name}.remove")


def _as_texts(point: RecommendationPoint) -> list[tuple[str, int | None, dict[str, object]]]:
    if point._state.adding:
        return []
    return [(e.command, e.project_id, e.args) for e in point.effects.all() if not e.made_in_meeting]


def _plain(effects: Sequence[EffectText]) -> list[tuple[str, int | None, dict[str, object]]]:
    return [(e.command, e.project_id, _args(e)) for e in effects]


def _args(effect: EffectText) -> dict[str, object]:
    return {name: value for name, value in effect.args.items() if value not in (None, "")}

"""A project's risks as they are read, with the matrix beside them and the scores that were."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any

from styrehjul.kernel.danish import day_text
from styrehjul.portfolio.domain.parts import RiskSign, RiskState
from styrehjul.portfolio.domain.risks import CELL, GRADE_LIGHT, GRADE_WORDS, Dot, grade_of, matrix
from styrehjul.portfolio.models import Project, Risk, RiskScore
from styrehjul.portfolio.queries.records import end_of, records_on


@dataclass(frozen=True)
class RiskLine:
    """One risk in words, how grave it is, and what is done."""

    pk: int
    sign: str
    is_chance: bool
    event: str
    cause: str
    consequence: str
    score: str
    grade: str
    light: str
    response: str
    actions: str
    owner: str
    state: str
    open: bool
    because: str
    review: str
    review_late: bool
    source: str
    source_url: str
    earlier: tuple[str, ...]
    weight: float


@dataclass(frozen=True)
class RiskPart:
    """The lines, the gravest first, and the matrix of the open threats that stand on the scale in use."""

    lines: list[RiskLine]
    dots: list[Dot]
    scale: int
    size: int
    drawn: int
    words: str


def shown(project: Project, on: date, as_of: date | None = None) -> RiskPart | None:
    """The project's risks; None where there are none. Two queries."""
    rows = list(records_on(Risk, as_of).filter(project_id=project.pk).select_related("owner"))
    if not rows:
        return None
    earlier = _scores([row.id for row in rows], as_of)
    lines = sorted(
        (_line(row, as_of or on, earlier[row.id]) for row in rows), key=lambda one: (not one.open, -one.weight, one.pk)
    )
    scale = max((row.scale for row in rows if row.likelihood), default=rows[0].scale)
    placed = [
        (row.likelihood, row.impact)
        for row in rows
        if row.state != RiskState.CLOSED and row.sign == RiskSign.THREAT and row.likelihood and row.scale == scale
    ]
    words = ", ".join(
        f"{line.event}: {line.score}" for line in lines if line.open and line.score and not line.is_chance
    )
    return RiskPart(lines, matrix(placed, scale) if placed else [], scale, scale * CELL, len(placed), words)


def _scores(keys: list[int], as_of: date | None) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = RiskScore.objects.filter(risk_id__in=keys).order_by("on", "pk")
    if as_of is not None:
        rows = rows.filter(created_at__lte=end_of(as_of))
    for score in rows:
        found[score.risk_id].append(f"{day_text(score.on)}: {score_words(score.likelihood, score.impact, score.scale)}")
    return found


def score_words(likelihood: int, impact: int, scale: int) -> str:
    """ "3 × 4 på en skala til 5"."""
    return f"{likelihood} × {impact} (af {scale})"


def _line(row: Any, on: date, scores: list[str]) -> RiskLine:
    grade = grade_of(row.likelihood, row.impact, row.scale) if row.likelihood and row.impact else None
    chance = row.sign == RiskSign.OPPORTUNITY
    return RiskLine(
        pk=row.id,
        sign=str(row.get_sign_display()),
        is_chance=chance,
        event=row.event,
        cause=row.cause,
        consequence=row.consequence,
        score=score_words(row.likelihood, row.impact, row.scale) if grade else "",
        grade=GRADE_WORDS[grade] if grade else "",
        light=GRADE_LIGHT[grade] if grade and not chance else "none",
        response=str(row.get_response_display()) if row.response else "",
        actions=row.actions,
        owner=row.owner.name if row.owner else "",
        state=str(row.get_state_display()),
        open=row.state != RiskState.CLOSED,
        because=row.ended_because,
        review=day_text(row.review_on) if row.review_on else "",
        review_late=bool(row.review_on and row.review_on < on and row.state != RiskState.CLOSED),
        source=row.source_words,
        source_url=row.source_url,
        earlier=tuple(scores[:-1]),
        weight=(row.likelihood * row.impact / row.scale**2) if grade else 0.0,
    )

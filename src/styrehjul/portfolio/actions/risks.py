"""Risks and opportunities: what may happen, how likely and grave it is held to be, and what is done."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.part import RIGHT, day_of, fresh, keep, line, open_for, person_here, take_away, write
from styrehjul.portfolio.domain.parts import RISK, RiskEvent, RiskState
from styrehjul.portfolio.models import Project, Risk, RiskScore
from styrehjul.portfolio.queries.settings import settings

FIELDS = frozenset(
    {"sign", "cause", "event", "consequence", "response", "actions", "review_on", "source_words", "source_url"}
)


@transaction.atomic
def add_risk(
    project: Project,
    *,
    event: str,
    by: Person | None,
    at: datetime,
    owner_id: int | None = None,
    likelihood: int | None = None,
    impact: int | None = None,
    right: str = RIGHT,
    **fields: Any,
) -> Risk:
    """What may happen; with a score it stands in the matrix. `right` is another where it was raised elsewhere."""
    open_for(project, by=by, at=at, right=right)
    risk = Risk(project=project, event=line(event, 300), scale=settings().risk_steps)
    write(risk, fields, FIELDS)
    risk.owner = person_here(owner_id, at)
    scored = _score(risk, likelihood, impact)
    keep(risk, by=by, at=at, action="risk.add")
    _remember(risk, scored, by=by, at=at)
    return risk


@transaction.atomic
def change_risk(
    risk: Risk,
    *,
    by: Person | None,
    at: datetime,
    expected_version: int | None = None,
    owner_id: int | None = None,
    likelihood: int | None = None,
    impact: int | None = None,
    state: str = "",
    why: str = "",
    **fields: Any,
) -> Risk:
    """Change a risk. A new score is a new line of its history, on the scale of today; the old ones keep theirs."""
    open_for(risk.project, by=by, at=at)
    fresh(risk, expected_version)
    write(risk, fields, FIELDS)
    risk.event = line(risk.event, 300)
    risk.owner = person_here(owner_id, at)
    scored = (likelihood, impact) != (risk.likelihood, risk.impact) and _score(risk, likelihood, impact)
    if state and state != risk.state:
        _move(risk, _EVENT[RiskState(state)], why)
    keep(risk, by=by, at=at, action="risk.change", reason=why)
    _remember(risk, bool(scored), by=by, at=at)
    return risk


@transaction.atomic
def remove_risk(risk: Risk, *, by: Person | None, at: datetime) -> Project:
    """Take a risk away that should never have been there. One that is over is closed instead."""
    return take_away(risk, by=by, at=at, action="risk.remove")


_EVENT = {
    RiskState.OPEN: RiskEvent.REOPEN,
    RiskState.HAPPENED: RiskEvent.HAPPEN,
    RiskState.CLOSED: RiskEvent.CLOSE,
}


def _move(risk: Risk, event: RiskEvent, why: str) -> None:
    risk.state = RISK.after(RiskState(risk.state), event).value
    if event is RiskEvent.CLOSE and not why.strip():
        raise Refused("reason.needed")
    risk.ended_because = line(why, 300) if event is not RiskEvent.REOPEN else ""


def _score(risk: Risk, likelihood: int | None, impact: int | None) -> bool:
    """Set both halves of a score on the scale of today; half a score says nothing."""
    if (likelihood is None) != (impact is None):
        raise Refused("risk.half_score")
    scale = settings().risk_steps
    if likelihood is None or impact is None:
        risk.likelihood = risk.impact = None
        return False
    if not (1 <= likelihood <= scale and 1 <= impact <= scale):
        raise Refused("risk.off_scale", scale=scale)
    risk.scale, risk.likelihood, risk.impact = scale, likelihood, impact
    return True


def _remember(risk: Risk, scored: bool, *, by: Person | None, at: datetime) -> None:
    if scored and risk.likelihood is not None and risk.impact is not None:
        score = RiskScore(
            risk=risk, on=day_of(at), scale=risk.scale, likelihood=risk.likelihood, impact=risk.impact, by=by
        )
        store(score, by=by, at=at, action="risk.score")

"""A benefit written down and put right: five fields, and what lies behind them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.db.models.functions import Length

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.benefits.actions.curves import freeze_first
from styrehjul.benefits.actions.days import move_day, open_days, set_next
from styrehjul.benefits.domain.life import BENEFIT, BenefitEvent, BenefitState
from styrehjul.benefits.domain.profile import aggregation_of, direction_of, kind_of, shape_of
from styrehjul.benefits.domain.rules import is_open, lacks_to_plan
from styrehjul.benefits.domain.said import Said, lacks_in_units, read
from styrehjul.benefits.models import Benefit
from styrehjul.bodies.models import Municipality
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectState
from styrehjul.portfolio.models import Project

# What lies behind the five fields and is written as it stands.
PROFILE = (
    "kind", "receiver", "unit", "measure_name", "direction", "shape", "aggregation", "method", "source", "measurer_id",
    "baseline_on", "baseline_evidence", "baseline_plan_on", "confidence", "used_for", "used_for_text", "loser", "unplanned",
)  # fmt: skip
# The number that is read from what was said, by the name it is asked under.
INTERVAL = ("target_low", "target_high")
# Choices that follow from the unit and the two numbers where nobody says otherwise.
FOLLOWS = frozenset({"kind", "unit", "direction", "shape", "aggregation"})
LATE_STATES = frozenset({ProjectState.CLOSING, ProjectState.FOLLOW_UP, ProjectState.CLOSED})


def draw_number(at: datetime) -> str:
    """The next "G-2027-031" of the year, drawn after the municipality's row is locked."""
    Municipality.objects.select_for_update().first()
    prefix = f"G-{at.astimezone(ZONE).year}-"
    last = Benefit.objects.filter(number__startswith=prefix).order_by(Length("number").desc(), "-number").first()
    serial = int(last.number.removeprefix(prefix)) + 1 if last else 1
    return f"{prefix}{serial:03d}"


@transaction.atomic
def add_benefit(
    *,
    title: str,
    project: Project | None = None,
    owner_id: int | None = None,
    baseline: str = "",
    target: str = "",
    measure_on: date | None = None,
    by: Person | None,
    at: datetime,
    **more: Any,
) -> Benefit:
    """Write down what becomes better: five fields, of which only the first is asked for."""
    permit(by, "benefit.add", project, at=at)
    if not title.strip():
        raise Refused("benefit.lacks_title")
    benefit = Benefit(number=draw_number(at), title=title.strip(), project=project)
    benefit.unplanned = project is not None and ProjectState(project.state) in LATE_STATES
    _fill(benefit, owner_id, baseline, target, measure_on, more, by, at)
    store(benefit, by=by, at=at, action="benefit.add")
    _days(benefit, None, measure_on, by=by, at=at)
    freeze_first(benefit, by=by, at=at)
    return benefit


@transaction.atomic
def change_benefit(
    benefit: Benefit,
    *,
    title: str,
    owner_id: int | None = None,
    baseline: str = "",
    target: str = "",
    measure_on: date | None = None,
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
    **more: Any,
) -> Benefit:
    """Put a benefit right. With another owner it must be taken over anew. `measure_on` is the day of the target."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    same_version(benefit, expected_version)
    permit(by, "benefit.change", benefit, at=at)
    if not title.strip():
        raise Refused("benefit.lacks_title")
    if not is_open(benefit.state):
        raise Refused("benefit.over")
    benefit.title = title.strip()
    before = benefit.target_on
    if owner_id != benefit.owner_id:
        benefit.accepted_by, benefit.accepted_at, benefit.accepted_on = None, None, None
        benefit.declined_at, benefit.declined_reason, benefit.settled_words = None, "", ""
    _fill(benefit, owner_id, baseline, target, measure_on, more, by, at)
    store(benefit, by=by, at=at, action="benefit.change")
    _days(benefit, before, measure_on, by=by, at=at)
    freeze_first(benefit, by=by, at=at)
    return benefit


@transaction.atomic
def plan_benefit(benefit: Benefit, *, by: Person, at: datetime) -> Benefit:
    """Its project has been approved, and nothing lacks: what was a hope is planned."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.change", benefit, at=at)
    if lacking := lacks_to_plan(benefit.owner_id is not None, benefit.target, benefit.target_on):
        raise Refused.because(lacking)
    if benefit.project is not None and ProjectState(benefit.project.state) in BEFORE_DECISION:
        raise Refused("benefit.is_proposal")
    settle(benefit)
    store(benefit, by=by, at=at, action="benefit.plan")
    return benefit


def _days(benefit: Benefit, before: date | None, after: date | None, *, by: Person | None, at: datetime) -> None:
    if before == after:
        return
    move_day(benefit, before, after, by=by, at=at)
    was = benefit.measure_on
    set_next(benefit, open_days(benefit))
    if benefit.measure_on != was:
        store(benefit, by=by, at=at, action="benefit.next_day")


def _fill(
    benefit: Benefit,
    owner_id: int | None,
    baseline: str,
    target: str,
    measure_on: date | None,
    more: Mapping[str, Any],
    by: Person | None,
    at: datetime,
) -> None:
    today = at.astimezone(ZONE).date()
    # Who was chosen before may have left since: that is told on the page, and keeps nobody from putting the rest right.
    chosen = {(owner_id, benefit.owner_id), (more.get("measurer_id"), benefit.measurer_id)}
    for new, old in chosen:
        if new and new != old and not Person.objects.on(today).filter(pk=new).exists():
            raise Refused("person.not_here")
    unknown = set(more) - set(PROFILE) - set(INTERVAL)
    if unknown:
        raise Refused("project.unknown_field", field=sorted(unknown)[0])
    if more.get("confidence", benefit.confidence) != benefit.confidence:
        benefit.confidence_by, benefit.confidence_on = (by, today) if more["confidence"] else (None, None)
    _numbers(benefit, baseline, target, more)
    for name in PROFILE:
        # A choice that is left empty follows from the unit and the numbers.
        if name in more and (more[name] or name not in FOLLOWS):
            setattr(benefit, name, more[name])
    benefit.owner_id, benefit.target_on = owner_id, measure_on
    settle(benefit)


def _numbers(benefit: Benefit, baseline: str, target: str, more: Mapping[str, Any]) -> None:
    """What was typed, and the numbers in it, all in one unit."""
    now, wanted = read(baseline), read(target)
    now, wanted = now.like(wanted), wanted.like(now)
    if lacking := lacks_in_units(now, wanted):
        raise Refused.because(lacking)
    unit = str(more.get("unit") or now.unit or wanted.unit or (benefit.unit if benefit.pk else ""))
    ends = [read(str(more[name] or "")).like(wanted) if name in more else None for name in INTERVAL]
    _interval(benefit, wanted, ends)
    benefit.baseline, benefit.baseline_number = now.text, now.number
    benefit.target, benefit.target_number = wanted.text, wanted.number
    if unit != benefit.unit or benefit.pk is None:
        benefit.kind, benefit.shape = kind_of(unit).value, shape_of(unit).value
        benefit.aggregation = aggregation_of(benefit.shape).value
    benefit.unit = unit
    direction = direction_of(now.number, wanted.number)
    if direction is not None:
        benefit.direction = direction.value


def _interval(benefit: Benefit, wanted: Said, ends: list[Said | None]) -> None:
    """How low and how high it may end; without the likely between them it is refused."""
    for name, end in zip(INTERVAL, ends, strict=True):
        if end is not None:
            setattr(benefit, name, end.number)
    low, high = benefit.target_low, benefit.target_high
    if low is not None and high is not None and low > high:
        raise Refused("benefit.interval")
    if wanted.number is not None and (
        (low is not None and low > wanted.number) or (high is not None and high < wanted.number)
    ):
        raise Refused("benefit.interval")


def settle(benefit: Benefit) -> None:
    """An open benefit is as far as what is known of it: planned when nothing lacks, a hope again when something does.

    A proposal's benefit stays a hope until a body has said yes to the proposal.
    """
    state = BenefitState(benefit.state)
    if not is_open(state):
        return
    lacking = lacks_to_plan(benefit.owner_id is not None, benefit.target, benefit.target_on)
    project = benefit.project
    is_proposal = project is not None and ProjectState(project.state) in BEFORE_DECISION
    if lacking and state != BenefitState.POTENTIAL:
        state = BENEFIT.after(state, BenefitEvent.LACK)
    elif not lacking and not is_proposal:
        if state == BenefitState.POTENTIAL:
            state = BENEFIT.after(state, BenefitEvent.PLAN)
        if state == BenefitState.PLANNED and benefit.accepted_at is not None:
            state = BENEFIT.after(state, BenefitEvent.START)
    benefit.state = state.value

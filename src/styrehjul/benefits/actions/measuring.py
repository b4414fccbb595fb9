"""Measuring: the owner's answer on a measuring day, the correction of an earlier one, and how it ended."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.benefits.actions.days import answer, end_days, open_days, put_day, set_next
from styrehjul.benefits.domain.days import answered
from styrehjul.benefits.domain.life import BENEFIT, OUTCOMES, BenefitEvent, BenefitState
from styrehjul.benefits.domain.rules import is_open, lacks_in_answer, lacks_in_measurement, lacks_to_end
from styrehjul.benefits.domain.said import lacks_in_units, read
from styrehjul.benefits.models import Benefit, Measurement, MeasuringDay
from styrehjul.benefits.queries.due import is_asked, next_day
from styrehjul.benefits.queries.measured import found_of, way_of
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project


def _measurement(
    benefit: Benefit,
    value: str,
    *,
    on: date,
    covers: tuple[date | None, date | None],
    evidence: str,
    comment: str,
    corrects: Measurement | None,
    by: Person | None,
    at: datetime,
) -> Measurement:
    if lacking := lacks_in_measurement(value, on, at.astimezone(ZONE).date(), *covers):
        raise Refused.because(lacking)
    wanted = read(benefit.target).like(read(benefit.baseline))
    said = read(value).like(wanted if wanted.unit else read(benefit.baseline))
    if not said.text:
        raise Refused("benefit.lacks_value")
    if said.number is None and benefit.target_number is not None:
        # Kept as words it would be in no figure, and nobody would see that it is not.
        raise Refused("benefit.not_a_number", text=said.text, target=benefit.target)
    if lacking := lacks_in_units(said, wanted):
        raise Refused.because(lacking)
    row = Measurement(
        benefit=benefit, on=on, value=said.text, number=said.number, covers_from=covers[0], covers_to=covers[1], by=by,
        evidence=evidence.strip(), comment=comment.strip(), corrects=corrects,
    )  # fmt: skip
    store(row, by=by, at=at, action="benefit.correct" if corrects else "benefit.measure")
    return row


@transaction.atomic
def measure_benefit(
    benefit: Benefit,
    *,
    value: str = "",
    next_on: date | None = None,
    outcome: str = "",
    comment: str = "",
    on: date | None = None,
    covers_from: date | None = None,
    covers_to: date | None = None,
    evidence: str = "",
    by: Person,
    at: datetime,
) -> Benefit:
    """The owner answers on a measuring day: the number, and the next day or how it ended.

    Without a number it says why, and either the next day or that the benefit has fallen away.
    """
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.measure", benefit, at=at)
    today = at.astimezone(ZONE).date()
    waiting = open_days(benefit)
    # The day that follows the one that is answered stands already.
    days = [day.on for day in waiting]
    gone = set(answered(days, on or today, today) if value.strip() else days[:1])
    later = [day for day in days if day > today and day not in gone]
    if lacking := lacks_in_answer(benefit.state, value, outcome, next_on or next(iter(later), None), comment):
        raise Refused.because(lacking)
    if next_on is not None and next_on <= today:
        raise Refused("benefit.day_has_passed", day=next_on)
    made = None
    if value.strip():
        made = _measurement(
            benefit, value, on=on or today, covers=(covers_from, covers_to), evidence=evidence, comment=comment,
            corrects=None, by=by, at=at,
        )  # fmt: skip
    answer(benefit, measurement=made, reason="" if made else comment.strip(), by=by, at=at)
    if outcome:
        _end(benefit, outcome, comment)
        end_days(benefit, by=by, at=at)
    elif benefit.state == BenefitState.PLANNED and made is not None:
        benefit.state = BENEFIT.after(BenefitState.PLANNED, BenefitEvent.START).value
    if next_on is not None and outcome != BenefitState.DROPPED:
        put_day(benefit, next_on, by=by, at=at)
    set_next(benefit, open_days(benefit))
    store(benefit, by=by, at=at, action="benefit.answer", reason=comment.strip())
    return benefit


@transaction.atomic
def measure_by_link(benefit: Benefit, person: Person, day: date, *, value: str, at: datetime) -> Benefit:
    """The number by whoever holds the link in the mail: that person, that benefit, that measuring day alone."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    today = at.astimezone(ZONE).date()
    row = MeasuringDay.objects.filter(benefit=benefit, on=day).order_by("-pk").first()
    if row is not None and row.answered_at is not None:
        return benefit
    if row is None or not person.works_on(today) or not is_asked(benefit, person, today):
        raise Refused("benefit.link_over")
    if not value.strip():
        raise Refused("benefit.lacks_value")
    coming = next_day(benefit, today) if is_open(benefit.state) else None
    return measure_benefit(benefit, value=value, next_on=coming, by=person, at=at)


def _end(benefit: Benefit, outcome: str, reason: str) -> None:
    if lacking := lacks_to_end(outcome, way_of(benefit), found_of(benefit)):
        raise Refused.because(lacking)
    if benefit.state == BenefitState.POTENTIAL and outcome != BenefitState.DROPPED:
        raise Refused("benefit.not_planned")
    benefit.state = BENEFIT.after(BenefitState(benefit.state), OUTCOMES[outcome]).value
    benefit.state_reason = reason.strip()[:300]


@transaction.atomic
def end_benefit(benefit: Benefit, *, outcome: str, reason: str = "", by: Person, at: datetime) -> Benefit:
    """How it ended, by what has been measured. What falls away, or did not come, says why."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.measure", benefit, at=at)
    if not is_open(benefit.state):
        raise Refused("benefit.over")
    if outcome != BenefitState.REALISED and not reason.strip():
        raise Refused("benefit.lacks_reason")
    _end(benefit, outcome, reason)
    end_days(benefit, by=by, at=at)
    set_next(benefit, [])
    store(benefit, by=by, at=at, action="benefit.end", reason=reason.strip())
    return benefit


@transaction.atomic
def reopen_benefit(benefit: Benefit, *, reason: str, by: Person, at: datetime) -> Benefit:
    """It was not over after all: it is followed again, and the reason says why."""
    benefit.refresh_from_db(from_queryset=Benefit.objects.select_for_update())
    permit(by, "benefit.measure", benefit, at=at)
    if not reason.strip():
        raise Refused("benefit.lacks_reason")
    benefit.state = BENEFIT.after(BenefitState(benefit.state), BenefitEvent.REOPEN).value
    benefit.state_reason = reason.strip()[:300]
    store(benefit, by=by, at=at, action="benefit.reopen", reason=reason.strip())
    return benefit


@transaction.atomic
def correct_measurement(
    old: Measurement,
    *,
    value: str,
    comment: str,
    on: date | None = None,
    covers_from: date | None = None,
    covers_to: date | None = None,
    evidence: str = "",
    by: Person,
    at: datetime,
) -> Measurement:
    """A newer measurement in the place of an older one, which stands as it was. Nothing stays realised above it."""
    benefit = Benefit.objects.select_for_update().get(pk=old.benefit_id)
    permit(by, "benefit.measure", benefit, at=at)
    if benefit.state == BenefitState.DROPPED:
        raise Refused("benefit.over")
    if old.corrected_by.exists():
        raise Refused("benefit.corrected_already")
    if not comment.strip():
        raise Refused("benefit.lacks_reason")
    made = _measurement(
        benefit, value, on=on or old.on, covers=(covers_from, covers_to), evidence=evidence, comment=comment,
        corrects=old, by=by, at=at,
    )  # fmt: skip
    if benefit.state == BenefitState.REALISED and lacks_to_end(benefit.state, way_of(benefit), found_of(benefit)):
        benefit.state = BENEFIT.after(BenefitState.REALISED, BenefitEvent.REOPEN).value
        benefit.state_reason = f"En måling er rettet: {comment.strip()}"[:300]
        store(benefit, by=by, at=at, action="benefit.reopen", reason=comment.strip())
    return made


def drop_with_project(project: Project, reason: str, by: Person | None, at: datetime) -> None:
    """The project was stopped: what it had promised falls with it, with the same reason."""
    for benefit in Benefit.objects.select_for_update().filter(project=project).order_by("pk"):
        if is_open(benefit.state):
            benefit.state = BENEFIT.after(BenefitState(benefit.state), BenefitEvent.DROP).value
            benefit.state_reason = f"Projektet er stoppet: {reason}"[:300]
            end_days(benefit, by=by, at=at)
            benefit.measure_on = None
            store(benefit, by=by, at=at, action="benefit.drop", reason=reason)

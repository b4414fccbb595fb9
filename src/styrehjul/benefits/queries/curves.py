"""One benefit over time: promised, expected and measured, and why it is less."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from django.utils.translation import gettext as _

from styrehjul.benefits.domain.curve import Curve
from styrehjul.benefits.domain.drawing import Drawn, Levels, draw, draw_levels, points_of, quarters_of
from styrehjul.benefits.domain.figure_words import amount_text, plain, slip_text
from styrehjul.benefits.domain.life import BenefitState
from styrehjul.benefits.domain.profile import MONEY
from styrehjul.benefits.domain.rounding import whole
from styrehjul.benefits.domain.slip import shown, slip_of
from styrehjul.benefits.queries.facts import Known
from styrehjul.kernel.danish import day_text, number_text


@dataclass(frozen=True)
class SlipRow:
    """One part of what is missing, with its bar and what it is worked out from."""

    words: str
    amount: str
    why: str
    kind: str
    width: str


@dataclass(frozen=True)
class SlipPart:
    """Why less came than promised until a day."""

    sentence: str
    original: str
    measured: str
    gap: str
    rows: list[SlipRow]
    day: date


@dataclass(frozen=True)
class CurvePart:
    """The three curves, drawn and as rows, with their inputs."""

    unit: str
    drawing: Drawn
    rows: list[dict[str, str]]
    slip: SlipPart | None
    inputs: list[tuple[str, str, str]]
    versions: list[dict[str, str]]
    has_band: bool
    has_original: bool
    has_measured: bool
    uncounted: int


@dataclass(frozen=True)
class LevelPart:
    """A state that is measured: what is left to the target, and how many days late."""

    sentence: str
    rows: list[dict[str, str]]
    drawing: Levels | None = None
    target: str = ""
    baseline: str = ""


def curve_of(one: Known, on: date) -> CurvePart | None:
    """None where the numbers are not known."""
    if one.curve is None and one.original is None:
        return None
    curve = None if one.row.state == BenefitState.DROPPED else one.curve
    days = quarters_of(one.original, curve, one.covered, on)
    points = points_of(one.original, curve, one.covered, days)
    return CurvePart(
        unit=one.unit,
        drawing=draw(points, one.covered, on),
        rows=[
            {
                "quarter": point.words,
                "original": _shown(point.original),
                "current": _shown(point.current),
                "measured": _shown(point.measured),
            }
            for point in points
        ],
        slip=_slip(one, on),
        inputs=_inputs(one),
        versions=[
            {
                "serial": str(row.serial),
                "on": day_text(row.on),
                "by": row.by.name if row.by else "",
                "said": f"{amount_text(Fraction(row.rate or 0), one.unit)} {_('pr. år')} {_('fra')} {day_text(row.anchor_on)}",
                "reason": row.reason,
            }
            for row in one.originals
        ],
        has_band=any(point.low != point.high for point in points),
        has_original=one.original is not None,
        has_measured=bool(one.covered),
        uncounted=sum(row.covers_from is None or row.covers_to is None for row in one.measured),
    )


def _shown(value: Fraction | None) -> str:
    return "" if value is None else number_text(whole(value))


def _slip(one: Known, on: date) -> SlipPart | None:
    """None until something should have come."""
    original, moved = one.original, one.moved
    if original is None or moved is None or (original.start > on and not one.covered):
        return None
    current = one.curve or Curve(original.start, original.rate.times(0))
    found = shown(slip_of(original, moved, current, one.covered, on, dropped=one.row.state == BenefitState.DROPPED))
    rows = [
        (found.dropped, _("Bortfaldet"), _("Alt, hvad der var lovet, for gevinsten er bortfaldet."), "dropped"),
        (found.later, _("Kommer senere"), _("Det, der var lovet, mindre det samme forløb med dagen, som den ventes nu."), "later"),
        (found.less, _("Skåret væk"), _("Det flyttede forløb mindre det, der ventes nu."), "less"),
        (found.unmeasured, _("Ikke målt endnu"), _("Det ventede i de dage, som ingen måling dækker."), "unmeasured"),
        (found.missed, _("Udeblev"), _("Det ventede i de målte dage mindre det målte."), "missed"),
    ]  # fmt: skip
    most = max([abs(amount) for amount, *_rest in rows] + [1])
    return SlipPart(
        sentence=slip_text(found),
        original=number_text(found.original),
        measured=number_text(found.measured),
        gap=number_text(found.gap),
        rows=[
            SlipRow(
                words, number_text(amount), why, kind, f"{abs(amount) / most * 100:.1f}",
            )
            for amount, words, why, kind in rows
            if amount or kind != "dropped"
        ],
        day=on,
    )  # fmt: skip


def _inputs(one: Known) -> list[tuple[str, str, str]]:
    """What the curve is worked out from: words, value and where it stands."""
    course, found = one.course, []
    if course is not None and course.anchor is not None:
        where = f"/projekter/{course.anchor.project.number}/milepaele/"
        day = course.anchor.actual_on or course.anchor.forecast_on
        reached = _("nået") if course.anchor.actual_on else _("ventes")
        found.append((_("Milepæl"), f"{course.anchor.title}: {reached} {day_text(day)}", where))
    elif one.anchor_on is not None:
        found.append((_("Begynder"), day_text(one.anchor_on), ""))
    if course is not None and course.offset_months:
        found.append((_("Måneder efter"), str(course.offset_months), ""))
    if one.curve is not None:
        rate = one.curve.rate
        said = amount_text(rate.likely, one.unit)
        if rate.has_interval:
            said += f" ({plain(rate.low)}–{plain(rate.high)}{' t.kr.' if one.unit == MONEY else ''})"
        found.append((_("Pr. år, når alt er i gang"), said, ""))
    if course is not None and course.ramp:
        found.append((_("Indkøring"), f"{course.ramp} %", ""))
    end = one.curve.end if one.curve else None
    found.append((_("Slutter"), day_text(end) if end else _("varig"), ""))
    return found


def level_of(one: Known, on: date) -> LevelPart | None:
    """What is left to the target; None where there is no number to compare. Nothing is guessed between measurements."""
    if one.is_flow or one.target is None:
        return None
    found = [(row.on, Fraction(row.number or 0)) for row in one.measured]
    target, unit = one.target.likely, one.unit
    return LevelPart(
        _level_sentence(one, found, on),
        [{"day": day_text(day), "value": f"{plain(value)} {unit}".strip()} for day, value in found],
        draw_levels(found, one.baseline, target, one.target_on, on) if found else None,
        f"{plain(target)} {unit}".strip(),
        f"{plain(one.baseline)} {unit}".strip() if one.baseline is not None else "",
    )


def _level_sentence(one: Known, found: list[tuple[date, Fraction]], on: date) -> str:
    if not found or one.target is None:
        return _("Der er ikke målt et tal endnu.")
    latest, target = found[-1][1], one.target.likely
    left = target - latest if one.up else latest - target
    if left <= 0:
        return _("Målet er nået.")
    said = _("Der mangler %(left)s %(unit)s i at nå målet") % {"left": plain(left), "unit": one.unit}
    late = (on - one.target_on).days if one.target_on and one.target_on < on else 0
    return f"{said}, {_('og det er %(days)s dage over tiden') % {'days': late}}." if late else f"{said}."

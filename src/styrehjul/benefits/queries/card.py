"""One benefit's page: only what is filled, what can be done next and what is in the way, and its history in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from styrehjul.benefits.domain.life import BENEFIT, BenefitEvent, BenefitState
from styrehjul.benefits.domain.profile import MONEY, kind_of, shape_of
from styrehjul.benefits.domain.rules import is_open, lacks_to_end, lacks_to_plan, measured
from styrehjul.benefits.domain.said import amount
from styrehjul.benefits.models import Benefit, Measurement
from styrehjul.benefits.queries.measured import counting, found_of, way_of
from styrehjul.benefits.queries.register import PROPOSALS
from styrehjul.kernel.danish import day_text, number_text
from styrehjul.kernel.refusal import Reason

MOST_HISTORY = 40


@dataclass(frozen=True)
class Row:
    """One measurement as it is read; `corrected` when a newer one stands in its place."""

    pk: int
    value: str
    on: date
    by: str
    covers: str
    evidence: str
    comment: str
    corrected: bool
    corrects: str


def measurements(benefit: Benefit) -> list[Row]:
    """All of them, the newest first, also those that were corrected. One query."""
    found = list(benefit.measurements.select_related("by").order_by("-on", "-pk"))
    values = {row.pk: row.value for row in found}
    counts = {row.pk for row in counting(found)}
    return [
        Row(
            row.pk, row.value, row.on, row.by.name if row.by else "", _covers(row), row.evidence, row.comment,
            row.pk not in counts, values.get(row.corrects_id or 0, ""),
        )
        for row in found
    ]  # fmt: skip


def _covers(row: Measurement) -> str:
    if not row.covers_from:
        return ""
    end = day_text(row.covers_to) if row.covers_to else day_text(row.on)
    return _("gælder %(first)s til %(last)s") % {"first": day_text(row.covers_from), "last": end}


def facts(benefit: Benefit) -> list[tuple[Any, Any]]:
    """What is said beside the five fields, in words; what is empty is not there."""
    row = benefit
    ends = [amount(end, row.unit) if end is not None else "?" for end in (row.target_low, row.target_high)]
    pairs: list[tuple[Any, Any]] = [
        (_("Kan ende mellem"), _("%s og %s") % tuple(ends) if row.target_low is not None or row.target_high is not None else ""),
        (_("Hvor sikker"), _by(row.get_confidence_display(), row.confidence_by, row.confidence_on) if row.confidence else ""),
        (_("Det måles"), row.measure_name),
        (_("Sådan måles det"), row.method),
        (_("Tallet kommer fra"), row.source),
        (_("Måles af"), row.measurer.name if row.measurer else ""),
        (_("Tallet i dag er fra"), ", ".join(filter(None, (_day(row.baseline_on), row.baseline_evidence)))),
        (_("Nulpunktet måles"), _day(row.baseline_plan_on) if row.baseline_number is None else ""),
        (_("Gevinst"), row.get_kind_display() if row.kind != kind_of(row.unit) else ""),
        (_("Tallet"), row.get_shape_display() if row.shape != shape_of(row.unit) else ""),
        (_("Kommer til gavn for"), row.get_receiver_display() if row.receiver else ""),
        (_("Timerne"), ": ".join(filter(None, (row.get_used_for_display() if row.used_for else "", row.used_for_text)))),
        (_("Bæres af"), row.loser),
        (_("Planlagt"), _("Nej, den kom undervejs") if row.unplanned else ""),
    ]  # fmt: skip
    return [(words, value) for words, value in pairs if value]


def _day(day: date | None) -> str:
    return day_text(day) if day else ""


def _by(words: Any, person: Any, on: date | None) -> str:
    said = ", ".join(filter(None, (person.name if person else "", _day(on))))
    return f"{words} ({said})" if said else str(words)


def typed(number: Decimal | None, unit: str) -> str:
    """A number as it would be typed, so that what is shown in a field is read back as the same."""
    if number is None:
        return ""
    if unit == MONEY:
        return f"{number_text(number * 1000)} kr."
    decimals = next(places for places in range(4) if number == round(number, places))
    return f"{number_text(number, decimals)} {unit}".strip()


def reasons_to_plan(benefit: Benefit) -> list[Reason]:
    """Why it is not planned yet."""
    reasons = lacks_to_plan(benefit.owner_id is not None, benefit.target, benefit.target_on)
    if benefit.project is not None and benefit.project.state in PROPOSALS:
        reasons.append(Reason("benefit.is_proposal"))
    return reasons


def reasons_to_realise(benefit: Benefit) -> list[Reason]:
    """Why it cannot be called realised yet."""
    if not BENEFIT.can(BenefitState(benefit.state), BenefitEvent.REALISE):
        return [Reason("benefit.not_planned")]
    return lacks_to_end(BenefitState.REALISED.value, way_of(benefit), found_of(benefit))


def realised(benefit: Benefit) -> str:
    """What was measured of it, in its own unit; the figure that is shown as realised is never another."""
    if is_open(benefit.state) or benefit.state == BenefitState.DROPPED:
        return ""
    value = measured(way_of(benefit), found_of(benefit))
    return amount(value, benefit.unit) if value is not None else ""


@dataclass(frozen=True)
class Story:
    """One thing that happened to it."""

    at: date
    by: str
    words: tuple[str, ...]
    reason: str


_SAID = (
    "title", "owner", "baseline", "target", "target_on", "measure_on", "state", "kind", "receiver", "unit", "direction",
    "target_low", "target_high", "measurer", "confidence", "used_for", "accepted_on", "declined_reason", "settled_words", "closing_on",
)  # fmt: skip


def _names() -> dict[str, Any]:
    return {
        "title": _("Titel"), "owner": _("Ejer"), "baseline": _("Tallet i dag"), "target": _("Målet"),
        "target_on": _("Hvornår"), "measure_on": _("Næste måling"), "state": _("Tilstand"), "kind": _("Slags"),
        "receiver": _("Til gavn for"), "unit": _("Enhed"), "direction": _("Bedre"), "target_low": _("Lavest"),
        "target_high": _("Højest"), "measurer": _("Måles af"), "confidence": _("Sikkerhed"), "used_for": _("Timerne"),
        "accepted_on": _("Taget imod"), "declined_reason": _("Ikke taget imod"),
        "settled_words": _("Afgjort ved afslutningen"), "closing_on": _("Overdraget"),
    }  # fmt: skip


def story(benefit: Benefit) -> list[Story]:
    """What has changed, in words, the newest first. One query."""
    rows = benefit.history.select_related("history_user", "owner", "measurer").order_by("-history_date", "-history_id")
    found, names = list(rows[: MOST_HISTORY + 1]), _names()
    told = []
    for new, old in zip(found, [*found[1:], None], strict=True):
        words = tuple(_changes(old, new, names)) if old is not None else (_("Skrevet ind"),)
        if words:
            day = timezone.localtime(new.history_date).date()
            told.append(Story(day, str(new.history_user or ""), words, str(new.history_change_reason or "")))
    return told[:MOST_HISTORY]


def _changes(old: Any, new: Any, names: dict[str, Any]) -> Iterable[str]:
    for name in _SAID:
        before, after = _shown(old, name), _shown(new, name)
        if before != after:
            yield f"{names[name]}: {before or _('intet')} → {after or _('intet')}"


def _shown(row: Any, name: str) -> str:
    display = getattr(row, f"get_{name}_display", None)
    value = display() if display else getattr(row, name)
    if isinstance(value, date):
        return day_text(value)
    if name in ("target_low", "target_high"):
        return amount(value, row.unit) if value is not None else ""
    return str(value if value is not None else "")

"""The live plan as the year is followed on it, its versions, and two of them compared."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import ZONE, day_text, number_text
from styrehjul.plans.domain.composing import Lock
from styrehjul.plans.domain.following import GRAVE, Change, Deviation, Followed, compared, deviations, start_words
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.labels import DEVIATION, LOCK
from styrehjul.plans.models import PlanLine, PlanVersion
from styrehjul.plans.queries.plans import frozen_of, is_ranked, lines_of
from styrehjul.portfolio.domain.life import Category, Light, ProjectState
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.portfolio.domain.status import is_old
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.cells import light_mark
from styrehjul.portfolio.queries.status import age_limit

_LIGHTS = {light.value: words for light, words in LIGHT.items()}


@dataclass(frozen=True)
class LiveLine:
    """A line of the live plan, ready to be read."""

    line: PlanLine
    place: str
    title: str
    url: str
    under: str
    state: str
    light: SafeString | None
    light_words: str
    status: str
    start: str
    start_now: str
    hours: str
    money: str
    deviations: tuple[tuple[str, bool], ...]
    moved: str
    may_move: bool
    goals: str


@dataclass(frozen=True)
class Live:
    """The plan as it is followed: what is with in its order, and what only goes on (`going`) unless something is the

    matter with it; what is not with, what came beside it, and what stands out.
    """

    lines: list[LiveLine]
    going: list[LiveLine]
    left_out: list[LiveLine]
    beside: list[Project]
    off: list[LiveLine]
    moved: list[LiveLine]
    lead: str


def approved_lines(plan: PlanVersion) -> list[dict[str, Any]]:
    """The lines as they were submitted and approved; of a draft, as they are."""
    text = plan.frozen or frozen_of(plan, lines_of(plan))
    found: list[dict[str, Any]] = json.loads(text)["lines"]
    return found


def live(plan: PlanVersion, on: date) -> Live:
    """The plan on a day. A fixed number of questions, whatever the number of lines."""
    approved = {row["line"]: row for row in approved_lines(plan)}
    limits = {category: age_limit(category.value) for category in Category}
    place, shown = 0, []
    lines = lines_of(plan, goals=True)
    for line in lines:
        place += is_ranked(line)
        shown.append(_line(line, place, plan.year, on, approved.get(line.key, {}), limits))
    inside = [one for one in shown if one.line.chosen]
    off = [one for one in shown if one.deviations]
    beside = Project.objects.filter(state=ProjectState.ACTIVE.value, visibility=Visibility.ALL.value)
    beside = beside.exclude(category=Category.LOCAL.value).exclude(plan_lines__plan=plan)
    going = [one for one in inside if not is_ranked(one.line) and not one.deviations]
    return Live(
        [one for one in inside if one not in going],
        going,
        [one for one in shown if not one.line.chosen],
        list(beside.select_related("lead_area").order_by("title", "pk")),
        off,
        [one for one in shown if one.moved],
        _lead(inside),
    )


def _lead(inside: Sequence[LiveLine]) -> str:
    grave = sum(1 for one in inside if any(bad for _words, bad in one.deviations))
    if not inside:
        return _("Intet er med i planen.")
    if not grave:
        return _("Alle %(total)d går, som planen siger.") % {"total": len(inside)}
    return _("%(fine)d af %(total)d går, som planen siger; %(off)d gør ikke.") % {
        "fine": len(inside) - grave,
        "total": len(inside),
        "off": grave,
    }


def followed(line: PlanLine, approved: dict[str, Any]) -> Followed:
    """The line beside what was approved of it."""
    project, activity = line.project, line.activity
    return Followed(
        chosen=line.chosen,
        start=line.start,
        hours=line.hours,
        approved_start=approved.get("start"),
        approved_hours=None if approved.get("hours") is None else Decimal(approved["hours"]),
        running=line.lock == Lock.RUNNING,
        state=project.state if project else "",
        begun_on=project.actual_start if project else activity.begun_on if activity else None,
        done_on=project.actual_end if project else activity.done_on if activity else None,
    )


def _line(
    line: PlanLine, place: int, year: int, on: date, approved: dict[str, Any], limits: dict[Category, int | None]
) -> LiveLine:
    now = followed(line, approved)
    project, activity = line.project, line.activity
    found = deviations(now, year, on)
    area = project.lead_area if project else activity.area if activity else None
    who = activity.owner.name if activity and activity.owner else ""
    kind = "" if project else _("Aktivitet")
    bound = "" if now.running else line.lock_reason
    under = " · ".join(str(part) for part in (area, kind, who, bound) if part)
    told = bool(project and project.light != Light.NONE)
    old = bool(
        project and is_old(project.state, project.light, project.status_on, on, limits[Category(project.category)])
    )
    return LiveLine(
        line=line,
        place=str(place) if is_ranked(line) else "–",
        title=line.title,
        url=project.get_absolute_url() if project else "",
        under=under,
        state=_state(line),
        light=light_mark(project.light, old=old) if project and told else None,
        light_words=str(_LIGHTS.get(project.light, "")) if project and told else "",
        status=_age(project.status_on, on) if project else "",
        start=_("%(n)s. kv.") % {"n": line.start} if line.start else "–",
        start_now=start_words(now, year, on),
        hours=_amount(line.hours),
        money=_amount(line.money),
        deviations=tuple((_deviation(one, now), one in GRAVE) for one in found),
        moved=_moved(line, now),
        may_move=line.chosen and not now.is_over,
        goals=line.goals,
    )


def _state(line: PlanLine) -> str:
    if line.project:
        return str(line.project.get_state_display())
    activity = line.activity
    if activity and activity.done_on:
        return _("Gjort %(day)s") % {"day": day_text(activity.done_on)}
    if activity and activity.begun_on:
        return _("Begyndt %(day)s") % {"day": day_text(activity.begun_on)}
    return _("Ikke begyndt")


def _age(told_on: date | None, on: date) -> str:
    if told_on is None:
        return _("Ingen status endnu")
    days = (on - told_on).days
    return _("i dag") if days < 1 else _("for 1 dag siden") if days == 1 else _("for %(n)d dage siden") % {"n": days}


def _deviation(one: Deviation, now: Followed) -> str:
    words = str(DEVIATION[one])
    if one is Deviation.MOVED:
        was, here = (f"{n}. kv." if n else _("ikke fastsat") for n in (now.approved_start, now.start))
        return f"{words} {was} → {here}"
    if one is Deviation.HOURS:
        return f"{words} {_amount(now.approved_hours)} → {_amount(now.hours)}"
    return words


def _moved(line: PlanLine, now: Followed) -> str:
    """ "uden beslutning, oplyst af Anna Friis 3. maj 2027: leverandøren er forsinket"."""
    if not line.moved_because:
        return ""
    who = line.moved_by.name if line.moved_by else "Styrehjul"
    day = day_text(line.moved_at.astimezone(ZONE).date()) if line.moved_at else ""
    said = _("uden beslutning, oplyst af %(who)s") % {"who": who}
    return f"{said} {day}: {line.moved_because}"


def _amount(value: Decimal | None) -> str:
    if value is None:
        return "–"
    return number_text(value, 0 if value == value.to_integral_value() else 1)


def versions_of(year: int) -> list[PlanVersion]:
    """Every version of the year that anybody but its makers may see, the newest first."""
    shown = (PlanState.LIVE, PlanState.SUPERSEDED)
    found = PlanVersion.objects.filter(year=year, state__in=shown).select_related("submitted_by")
    return list(found.order_by("-number"))


def version_of(year: int, number: int) -> PlanVersion | None:
    return PlanVersion.objects.filter(year=year, number=number).select_related("pool").first()


def changes_between(before: PlanVersion, after: PlanVersion) -> list[Change]:
    """The second against the first, line by line, each as it was approved; a draft as it is."""
    words = {lock.value: str(text) for lock, text in LOCK.items()}
    return compared(approved_lines(before), approved_lines(after), words)


def score_words(line: PlanLine) -> str:
    """ "4,5"; "–" where nobody has given one."""
    if line.score is None:
        return "–"
    return number_text(line.score, 0 if line.score == line.score.to_integral_value() else 1)


def change_words(change: Change) -> str:
    """ "Vagtplan: Begynder 2. kv. → 3. kv. (leverandøren er forsinket)"."""
    heads = {"in": _("kommer med"), "out": _("går ud")}
    parts = [heads[change.what]] if change.what in heads else []
    parts += [f"{label.lower()} {old} → {new}" for label, old, new in change.words]
    reason = f" ({change.reason})" if change.reason else ""
    return f"{change.title}: {', '.join(parts)}{reason}"

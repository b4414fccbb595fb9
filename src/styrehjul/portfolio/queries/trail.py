"""Where each steered value of a project comes from: a decision, an import, or a named person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.portfolio.domain.changes import COURSE, ChangeKind
from styrehjul.portfolio.domain.life import Light, ProjectRoleKind
from styrehjul.portfolio.labels import LIGHT, ROLE
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.cells import thousands
from styrehjul.portfolio.queries.changes import ChangeLine
from styrehjul.portfolio.queries.difference import decision_url
from styrehjul.portfolio.queries.records import end_of

K = ChangeKind
_STATE = COURSE | {K.NEW, K.WITHDRAWN, K.ON_AGENDA}


@dataclass(frozen=True)
class Traced:
    """One steered value, what it rests on in words, and where that can be read."""

    what: str
    value: str
    grounds: str
    url: str


@dataclass(frozen=True)
class Origin:
    """Who gave a field the value that it has, and when; `first` where it has had it from the beginning."""

    who: str
    at: datetime
    first: bool
    # What the project was then.
    state: str = "idea"


_FIELDS = ("category", "priority", "phase", "planned_start", "planned_end", "forecast_end", "cost_tdkk", "hours")


def origins_of(project: Project, as_of: date | None = None) -> dict[str, Origin]:
    """Field -> where its value comes from. What is written before a decision is told to no meeting. One query."""
    rows = project.history.order_by("history_date", "history_id")
    if as_of is not None:
        rows = rows.filter(history_date__lte=end_of(as_of))
    had: dict[str, Any] = {}
    found: dict[str, Origin] = {}
    told = rows.values_list("history_date", "history_user__name", "state", *_FIELDS)
    for place, (at, who, state, *values) in enumerate(told):
        for name, value in zip(_FIELDS, values, strict=True):
            if place == 0 or had[name] != value:
                found[name] = Origin(who or "", at, place == 0, state)
            had[name] = value
    return found


def trail_of(
    record: Any,
    people: Sequence[tuple[Any, str]],
    lines: Sequence[ChangeLine],
    dates: dict[str, str],
    phase: str,
    origins: Mapping[str, Origin],
) -> list[Traced]:
    """Every steered value that is filled. `lines` are the project's changes, the newest first; no query."""
    log = f"/projekter/{record.number}/aendringer/"
    light = LIGHT.get(Light(record.light)) if record.light and record.light != Light.NONE else ""
    rows = [
        (_("Tilstand"), str(record.get_state_display()), _last(lines, _STATE), ""),
        (_("Kategori"), str(record.get_category_display()), _last(lines, {K.CATEGORY}), "category"),
        (_("Prioritet"), str(record.priority or ""), _last(lines, {K.PRIORITY}), "priority"),
        (_("Fase"), phase, _last(lines, {K.PHASE}), "phase"),
        (_("Planlagt start"), dates.get("planned_start", ""), _last(lines, {K.START_DATE}), "planned_start"),
        (_("Planlagt afslutning"), dates.get("planned_end", ""), _last(lines, {K.END_DATE}), "planned_end"),
        (_("Forventet afslutning"), dates.get("forecast_end", ""), _last(lines, {K.FORECAST}), "forecast_end"),
        (_("Status"), str(light or ""), _last(lines, {K.LIGHT}), ""),
        (
            _("Økonomi, 1.000 kr."),
            thousands(record.cost_tdkk) if record.cost_tdkk else "",
            _last(lines, {K.ECONOMY}),
            "cost_tdkk",
        ),
        (_("Større projekt"), _("Ja") if record.large else "", _last(lines, {K.LARGE}), ""),
        *(
            (
                str(ROLE[kind]),
                _holder(people, str(ROLE[kind])),
                _last(lines, {K.RESPONSIBLE}, begins=str(ROLE[kind])),
                "",
            )
            for kind in (ProjectRoleKind.OWNER, ProjectRoleKind.MANAGER)
        ),
    ]
    # One that was adopted from the catalogue begins with its approval.
    first = next((line for line in reversed(lines) if line.change.kind in _STATE), None)
    return [
        _written(what, value, origins[name], log)
        if _is_newer(origins.get(name), found)
        else _traced(what, value, found or first, record, log)
        for what, value, found, name in rows
        if value
    ]


def _is_newer(origin: Origin | None, told: ChangeLine | None) -> bool:
    """Whether the value was written after the last time that anybody was told of one."""
    if origin is None or origin.first or not origin.who:
        return False
    return told is None or origin.at > told.change.at


def _written(what: str, value: str, origin: Origin, log: str) -> Traced:
    day = day_text(origin.at.astimezone(ZONE).date())
    return Traced(what, value, _("oplyst af %(name)s %(day)s") % {"name": origin.who, "day": day}, log)


def _last(lines: Sequence[ChangeLine], kinds: Any, *, begins: str = "") -> ChangeLine | None:
    return next((line for line in lines if line.change.kind in kinds and line.new.startswith(begins)), None)


def _holder(people: Sequence[tuple[Any, str]], title: str) -> str:
    return next((str(person) for person, words in people if title.lower() in words.lower()), "")


def _traced(what: str, value: str, line: ChangeLine | None, record: Any, log: str) -> Traced:
    if line is None:
        words = _("indlæst") if record.imported else _("fra før Styrehjul")
        return Traced(what, value, words, log)
    if line.decision_ref:
        grounds = _("besluttet, %(ref)s") % {"ref": line.decision_ref}
        return Traced(what, value, grounds, decision_url(line.decision_ref))
    day = day_text(line.change.at.astimezone(ZONE).date())
    if line.change.by_id is None and line.change.kind == K.LARGE:
        return Traced(what, value, _("kommunens grænse for større projekter, %(day)s") % {"day": day}, log)
    if record.imported and line.change.kind == K.NEW:
        return Traced(what, value, _("indlæst %(day)s af %(name)s") % {"day": day, "name": line.told_by}, log)
    return Traced(what, value, _("oplyst af %(name)s %(day)s") % {"name": line.told_by, "day": day}, log)

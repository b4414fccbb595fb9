"""The portfolio drawn: quarter by quarter, by effort and value, and in groups. Each stands beside its table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import listing, number_text, sort_key
from styrehjul.portfolio.domain.bubbles import Weighed, place
from styrehjul.portfolio.domain.life import OVER, Category, ProjectState
from styrehjul.portfolio.domain.timeline import YEARS, Span, draw
from styrehjul.portfolio.labels import LIGHT, PROJECT_STATE
from styrehjul.portfolio.models import ProjectGoal, ProjectSystem
from styrehjul.portfolio.queries import pictures
from styrehjul.portfolio.queries.cells import light_mark, short_day, thousands
from styrehjul.portfolio.queries.index import Line
from styrehjul.portfolio.queries.records import records_on
from styrehjul.portfolio.queries.settings import settings
from styrehjul.portfolio.views.asked import Asked, Found, ways

MOST = 200
# So many that cannot be drawn are named beside the drawing; the rest are folded away under them.
MOST_BESIDE = 8
_LIGHTS = {light.value: str(words) for light, words in LIGHT.items()}
_STATES = {state.value: words for state, words in PROJECT_STATE.items()}
_WAITING = frozenset({"idea", "proposed", "awaiting_decision", "approved"})
_STILL = _WAITING | {"paused"}
# It never became a project: what it once asked for is no plan.
_NEVER = frozenset({"rejected", "withdrawn"})


def _url(asked: Asked, line: Line) -> str:
    day = f"?pr={asked.as_of.isoformat()}" if asked.as_of else ""
    return f"/projekter/{line.number}/{day}"


def timeline_of(asked: Asked, found: Found) -> dict[str, Any]:
    """Three years, quarter by quarter. Five queries, whatever the number of projects."""
    lines = found.lines[:MOST]
    keys = [line.key for line in lines]
    marks, gates = pictures.milestones_of(keys, asked.as_of), pictures.gates_of(keys, asked.day)
    promised, waits = pictures.baselines_of(keys, asked.day), pictures.waits_among(keys, asked.as_of)
    spans = [
        Span(
            line.key, *_days(line, asked), line.state not in _STILL, promised.get(line.key, (None, None)),
            marks.get(line.key, ()), gates.get(line.key, ()),
        )
        for line in lines
    ]  # fmt: skip
    first = _first_year(asked)
    drawing = draw(spans, waits, first, asked.day)
    rows = [
        {
            "drawn": drawn,
            "light": line.light,
            "mark": light_mark(line.light),
            "title": line.title,
            "short": line.title if len(line.title) <= 40 else f"{line.title[:39].rstrip()}…",
            "url": _url(asked, line),
            "state": str(_STATES[ProjectState(line.state)]),
            "start": short_day(line.start),
            "end": short_day(line.end),
            "marks": ", ".join(f"{title} ({short_day(day)})" for day, title, reached in marks.get(line.key, ())) or "–",
            "words": _told(line, len(marks.get(line.key, ()))),
        }
        for line, drawn in zip(lines, drawing.rows, strict=True)
    ]
    return {
        "rows": rows,
        "drawing": drawing,
        "years": f"{first}–{first + YEARS - 1}",
        "earlier": asked.listing.url(fra=first - 1),
        "later": asked.listing.url(fra=first + 1),
        "left_out": max(0, len(found.lines) - MOST),
        "views": ways(asked, "tidslinje"),
        "view": "tidslinje",
    }


def _days(line: Line, asked: Asked) -> tuple[date | None, date | None]:
    """From when to when it is drawn. What has not begun, and says no day for it, begins today at the earliest."""
    if line.state in _NEVER:
        return None, None
    if line.start is None and line.end is not None and line.state in _WAITING and line.end >= asked.day:
        return asked.day, line.end
    return line.start, line.end


def _first_year(asked: Asked) -> int:
    text = asked.listing.value("fra")
    year = int(text) if text.isdecimal() and len(text) == 4 else asked.day.year - 1
    return min(max(year, 2000), 2100)


def _told(line: Line, milestones: int) -> str:
    """A row in words, for those who do not see the drawing."""
    told = [
        f"{short_day(line.start)} – {short_day(line.end)}",
        str(_STATES[ProjectState(line.state)]),
        _LIGHTS.get(line.light, ""),
        ngettext("%(number)d milepæl", "%(number)d milepæle", milestones) % {"number": milestones}
        if milestones
        else "",
    ]
    return f"{line.title}: {', '.join(part for part in told if part)}"


def bubble_of(asked: Asked, found: Found) -> dict[str, Any]:
    """Effort across, value up, cost as size. Two queries; those without numbers stand beside, with what they lack."""
    keys = [line.key for line in found.lines]
    worth, asked_for = pictures.worth_of(keys, asked.as_of), pictures.hours_of(keys, asked.as_of)
    efforts = {line.key: line.hours or asked_for.get(line.key) for line in found.lines}
    lines = {line.key: line for line in found.lines}
    weighed = [
        Weighed(key, Decimal(effort), worth[key], lines[key].cost)
        for key, effort in efforts.items()
        if effort and key in worth
    ]
    chosen = settings()
    drawing = place(weighed, chosen.bubble_effort_line, chosen.bubble_value_line)
    numbers = {bubble.key: number for number, bubble in enumerate(drawing.bubbles, 1)}
    rows = [
        {
            "bubble": bubble,
            "number": numbers[bubble.key],
            "light": lines[bubble.key].light,
            "mark": light_mark(lines[bubble.key].light),
            "light_words": _LIGHTS.get(lines[bubble.key].light, ""),
            "title": lines[bubble.key].title,
            "url": _url(asked, lines[bubble.key]),
            "effort": number_text(efforts[bubble.key] or 0),
            "value": worth[bubble.key],
            "cost": thousands(lines[bubble.key].cost),
        }
        for bubble in drawing.bubbles
    ]
    beside = [
        {
            "title": line.title,
            "url": _url(asked, line),
            "lacks": _lacks_numbers(bool(efforts[line.key]), line.key in worth),
        }
        for line in found.lines
        if line.key not in numbers and line.category != Category.LOCAL and ProjectState(line.state) not in OVER
    ]
    local = sum(
        line.category == Category.LOCAL and line.key not in numbers and ProjectState(line.state) not in OVER
        for line in found.lines
    )
    return {
        "rows": rows,
        "drawing": drawing,
        "beside": beside[:MOST_BESIDE],
        "folded": beside[MOST_BESIDE:],
        "local": local,
        "has_lines": bool(drawing.effort_line or drawing.value_line),
        "views": ways(asked, "boble"),
        "view": "boble",
    }


def _lacks_numbers(effort: bool, value: bool) -> str:
    lacking = [words for there, words in ((effort, _("timer")), (value, _("mål"))) if not there]
    return _("mangler %(what)s") % {"what": listing(lacking)}


def groups_of(asked: Asked, found: Found) -> dict[str, Any]:
    """The projects under each goal, responsible or system, with those that have none last. At most one query."""
    what = asked.listing.value("pr_hvad")
    what = what if what in ("maal", "ansvarlig", "system") else "maal"
    named = _named(what, found.lines, asked)
    groups: dict[str, list[Line]] = {}
    for name, line in named:
        groups.setdefault(name, []).append(line)
    none = {"maal": _("Uden mål"), "ansvarlig": _("Uden ansvarlig"), "system": _("Uden system")}[what]
    ordered = sorted(groups.items(), key=lambda pair: (not pair[0], sort_key(pair[0])))
    return {
        "groups": [
            {"name": name or none, "rows": [_short(asked, line) for line in lines], "count": len(lines), "id": f"g{place}", "none": not name}
            for place, (name, lines) in enumerate(ordered, 1)
        ],
        "what": what,
        "heading": {"maal": _("Mål"), "ansvarlig": _("Ansvarlig"), "system": _("System")}[what],
        "views": ways(asked, what),
        "view": what,
    }  # fmt: skip


def _named(what: str, lines: list[Line], asked: Asked) -> Iterable[tuple[str, Line]]:
    if what == "ansvarlig":
        return [(line.responsible, line) for line in lines]
    model, field = (ProjectGoal, "goal__title") if what == "maal" else (ProjectSystem, "system__name")
    tied: dict[int, list[str]] = {}
    for project, name in records_on(model, asked.as_of).order_by().values_list("project_id", field).distinct():
        tied.setdefault(project, []).append(name)
    # One that serves two goals stands under both.
    return [(name, line) for line in lines for name in tied.get(line.key, [""])]


def _short(asked: Asked, line: Line) -> dict[str, Any]:
    return {
        "mark": light_mark(line.light, hidden=False),
        "title": line.title,
        "url": _url(asked, line),
        "under": " · ".join(
            part for part in (str(_STATES[ProjectState(line.state)]), line.area, line.sentence) if part
        ),
        "responsible": line.responsible,
    }

"""A project's line in the table as finished cells: values and addresses are made once here, the template only sets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from styrehjul.kernel.danish import SHORT_MONTHS, number_text
from styrehjul.portfolio.domain.periods import grid
from styrehjul.portfolio.domain.status import is_old
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.models import ProjectGoal
from styrehjul.portfolio.queries.lists import Row
from styrehjul.portfolio.queries.records import records_on
from styrehjul.portfolio.queries.status_pages import trend_words


@dataclass(frozen=True)
class Seen:
    """What the cells need beside the row itself."""

    on: date
    as_of: date | None
    responsible: Mapping[int, str]
    goals: Mapping[int, str]
    stale_days: int | None
    local_days: int | None = None
    phases: Mapping[str, str] = field(default_factory=dict)

    @property
    def suffix(self) -> str:
        """What keeps a link in the same day."""
        return f"?pr={self.as_of.isoformat()}" if self.as_of else ""


@dataclass(frozen=True)
class Column:
    """One column that can be chosen: its name in the address, its heading, its class and its cell."""

    name: str
    label: Any
    kind: str
    cell: Callable[[Row, Seen], str]


_SHAPES = {
    "green": format_html('<circle cx="8" cy="8" r="{}"/>', 7),
    "yellow": format_html('<path d="{}"/>', "M8 1L15 14H1Z"),
    "red": format_html('<rect x="1.5" y="1.5" width="{0}" height="{0}"/>', 13),
    "none": format_html('<circle cx="8" cy="8" r="{}"/>', 6),
}
_LINES = format_html_join("", '<line class="tl-grid" x1="{0}" x2="{0}" y1="0" y2="18"/>', ((x,) for x in grid()))


def light_mark(light: str, *, old: bool = False, hidden: bool = True) -> SafeString:
    """The light's shape; an old one is drawn faint and dashed. Words stand beside it, so it is hidden by default."""
    kind = light if light in _SHAPES else "none"
    shown = f"light light-{kind}{' light-old' if old else ''}"
    if hidden:
        return format_html('<svg class="{}" viewBox="0 0 16 16" aria-hidden="true">{}</svg>', shown, _SHAPES[kind])
    return format_html(
        '<svg class="{}" viewBox="0 0 16 16" role="img" aria-label="{}">{}</svg>', shown, _LIGHTS[kind], _SHAPES[kind]
    )


_LIGHTS = {light.value: words for light, words in LIGHT.items()}


def _project(row: Row, seen: Seen) -> str:
    under = f"{row.number} · {row.area}" if row.area else row.number
    return format_html('<a href="/projekter/{}/{}">{}</a><span class="sub">{}</span>', row.number, seen.suffix, row.title, under)  # fmt: skip


def _state(row: Row, seen: Seen) -> str:
    under = ", ".join(filter(None, (seen.phases.get(row.phase, ""), _("indlæst") if row.imported else "")))
    return format_html('{}<span class="sub">{}</span>', row.state_words, under) if under else row.state_words


def _phase(row: Row, seen: Seen) -> str:
    return seen.phases.get(row.phase, row.phase) or "–"


def _status(row: Row, seen: Seen) -> str:
    old = _is_old(row, seen)
    told = row.sentence or (_("Ingen status endnu") if row.status_on is None else _LIGHTS.get(row.light, ""))
    under = [_("ikke opdateret siden %(day)s") % {"day": short_day(row.status_on)}] if old and row.status_on else []
    under += [f"{_ARROWS[row.trend]} {trend_words(row.trend).lower()}"] if row.trend in _ARROWS else []
    if row.second_light in TOLD:
        under.append(_("anden vurdering: %(light)s") % {"light": str(_LIGHTS[row.second_light]).lower()})
    line = format_html('<span class="sub">{}</span>', " · ".join(under)) if under else ""
    return format_html('<span class="st">{}<span><span class="sr-only">{}: </span>{}{}</span></span>', light_mark(row.light, old=old), _LIGHTS.get(row.light, ""), told, line)  # fmt: skip


# An unchanged light is not worth a line of its own.
_ARROWS = {"better": "↗", "worse": "↘"}
TOLD = frozenset({"green", "yellow", "red"})


def _is_old(row: Row, seen: Seen) -> bool:
    days = seen.local_days if row.category == "local" else seen.stale_days
    return is_old(row.state, row.light, row.status_on, seen.on, days)


def _period(row: Row, seen: Seen) -> str:
    bar = row.bar
    if bar is None:
        return format_html('<span class="muted">{}</span>', _outside(row, seen))
    return format_html(
        '<svg class="tl" viewBox="0 0 200 18" role="img" aria-label="{}">{}<rect class="tl-plan" x="{}" y="5" '
        'width="{}" height="8" rx="4"/><rect class="tl-done" x="{}" y="5" width="{}" height="8" rx="4"/>'
        '<line class="tl-today" x1="{}" x2="{}" y1="0" y2="18"/></svg>',
        bar.words, _LINES, bar.x, bar.width, bar.x, bar.done, bar.today, bar.today,
    )  # fmt: skip


def _outside(row: Row, seen: Seen) -> str:
    """Why there is no bar: over before the years shown, not begun within them, or without days."""
    if row.end and row.end < seen.on:
        return _("til %(day)s") % {"day": short_day(row.end)}
    return _("fra %(day)s") % {"day": short_day(row.start)} if row.start else _("ikke planlagt")


def _status_age(row: Row, seen: Seen) -> str:
    return short_day(row.status_on) if row.status_on else "–"


def short_day(day: date | None) -> str:
    """ "3. mar. 2027"."""
    return f"{day.day}. {SHORT_MONTHS[day.month - 1]} {day.year}" if day else "–"


def thousands(value: Decimal | None) -> str:
    """ "1.900", as it stands under 1.000 kr."; a tenth only where there is one."""
    if value is None:
        return "–"
    return number_text(value, 0 if value == value.to_integral_value() else 1)


_ALL = (
    Column("prio", lazy("Prio"), "num", lambda row, seen: str(row.priority) if row.priority is not None else "–"),
    Column("projekt", lazy("Projekt"), "main", _project),
    Column("kategori", lazy("Kategori"), "", lambda row, seen: row.category_words),
    Column("undertype", lazy("Undertype"), "", lambda row, seen: row.subtype_words or "–"),
    Column("tilstand", lazy("Tilstand"), "", _state),
    Column("fase", lazy("Fase"), "", _phase),
    Column("status", lazy("Status"), "status", _status),
    Column("statusdag", lazy("Status givet"), "day", _status_age),
    Column("ansvarlig", lazy("Ansvarlig"), "", lambda row, seen: seen.responsible.get(row.key) or _("ingen")),
    Column("omraade", lazy("Fagchefområde"), "", lambda row, seen: row.area or "–"),
    Column("enhed", lazy("Enhed"), "", lambda row, seen: row.unit or "–"),
    Column("maal", lazy("Mål"), "", lambda row, seen: seen.goals.get(row.key) or row.goal or "–"),
    Column("start", lazy("Start"), "day", lambda row, seen: short_day(row.start)),
    Column("slut", lazy("Slut"), "day", lambda row, seen: short_day(row.end)),
    Column("periode", "", "period", _period),
    Column("oekonomi", lazy("Økonomi, 1.000 kr."), "num", lambda row, seen: thousands(row.cost_tdkk)),
    Column("timer", lazy("Timer"), "num", lambda row, seen: thousands(row.hours)),
    Column("stor", lazy("Større"), "", lambda row, seen: _("ja") if row.large else "–"),
)
COLUMNS: Mapping[str, Column] = {column.name: column for column in _ALL}
STANDARD = ("prio", "projekt", "kategori", "tilstand", "status", "ansvarlig", "periode")


def chosen_columns(names: Iterable[str]) -> tuple[Column, ...]:
    """The columns asked for in their own order; the project itself is always there, and nothing asked is the standard."""
    wanted = {name for text in names for name in text.split(",") if name in COLUMNS} or set(STANDARD)
    return tuple(column for column in _ALL if column.name in wanted or column.name == "projekt")


@dataclass(frozen=True)
class Cell:
    """A cell as it is set: its class, its heading for a narrow screen, and what stands in it."""

    kind: str
    label: str
    text: str


@dataclass(frozen=True)
class TableRow:
    """A project's line: what it is, and its cells."""

    number: str
    title: str
    category: str
    state_words: str
    cells: list[Cell]


def table_rows(rows: Sequence[Row], columns: Sequence[Column], labels: Sequence[str], seen: Seen) -> list[TableRow]:
    """The rows as cells."""
    shown = list(zip(columns, labels, strict=True))
    return [
        TableRow(
            row.number,
            row.title,
            row.category,
            row.state_words,
            [Cell(column.kind, label, column.cell(row, seen)) for column, label in shown],
        )
        for row in rows
    ]


def goals_of(keys: Sequence[int], as_of: date | None) -> dict[int, str]:
    """Project -> the goals it serves, by name. One query."""
    tied = records_on(ProjectGoal, as_of).filter(project_id__in=keys).order_by("-weight", "id")
    found: dict[int, list[str]] = {}
    for project, title in tied.values_list("project_id", "goal__title"):
        found.setdefault(project, []).append(title)
    return {project: ", ".join(titles) for project, titles in found.items()}

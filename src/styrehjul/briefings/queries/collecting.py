"""What a briefing is made from: decisions, changes in the portfolio, what needs attention, benefits, what is coming.

Nothing of a closed item or of somebody's own draft is ever among it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.benefits.models import Measurement
from styrehjul.benefits.queries.card import typed
from styrehjul.benefits.queries.due import overdue
from styrehjul.benefits.queries.measured import counting
from styrehjul.bodies.models import Body
from styrehjul.briefings.domain.text import Line, Section
from styrehjul.briefings.hooks import COMING, DECIDED
from styrehjul.kernel.danish import ZONE
from styrehjul.portfolio.domain.changes import STEERED, ChangeKind
from styrehjul.portfolio.domain.life import Category, Light
from styrehjul.portfolio.queries.attention import attention
from styrehjul.portfolio.queries.changes import ChangeLine, changes_since, lines_of
from styrehjul.portfolio.queries.index import lines_on
from styrehjul.portfolio.queries.lists import portfolio_on

# More than this of one kind is a link to the rest.
MOST = 8
# Changes that an executive board hears of: the course of projects, not each moved hour.
TOLD = STEERED - {ChangeKind.HOURS, ChangeKind.PHASE, ChangeKind.RESPONSIBLE} | {ChangeKind.NEW}


def collect(body: Body, since: date, until: date) -> tuple[Section, ...]:
    """Everything between two days as sections; empty ones are not there. The number of queries is constant."""
    decided = tuple(line for ask in DECIDED for line in ask(body, since, until))
    found = (
        Section("decided", _("Beslutninger"), decided),
        Section("portfolio", _("Ændringer i projektporteføljen"), _changes(since, until, decided)),
        Section("attention", _("Projekter, der kræver opmærksomhed"), _attention(until)),
        Section("benefits", _("Gevinster"), _benefits(since, until)),
        Section("coming", _("Det næste kvartal"), tuple(line for ask in COMING for line in ask(body, until))),
    )
    return tuple(section for section in found if section.lines)


def _start(on: date) -> datetime:
    return datetime.combine(on, time.min, tzinfo=ZONE)


def _changes(since: date, until: date, decided: Sequence[Line]) -> tuple[Line, ...]:
    """One line for each project across the municipality, beside what the decisions above tell; local ones are counted."""
    told_above = " ".join(line.text for line in decided)
    by_project: dict[str, list[ChangeLine]] = {}
    local: set[str] = set()
    for line in lines_of(changes_since(_start(since), _start(until + timedelta(days=1)))):
        if line.project.visibility != "all" or line.change.kind not in TOLD:
            continue
        if line.project.category == Category.LOCAL.value:
            local |= {line.project.number} if line.change.kind == ChangeKind.NEW else set()
        elif not line.decision_ref or line.decision_ref not in told_above:
            by_project.setdefault(line.project.number, []).append(line)
    told = [
        Line(f"{lines[0].project.title}: {', '.join(_said(line) for line in lines)}",
             lines[0].project.get_absolute_url())
        for lines in list(by_project.values())[:MOST]
    ]  # fmt: skip
    more = len(by_project) - len(told)
    if more > 0:
        text = ngettext("Og %(more)d projekt mere", "Og %(more)d projekter mere", more) % {"more": more}
        told.append(Line(text, "/projekter/aendringer/"))
    if local:
        text = ngettext("%(new)d nyt lokalt projekt", "%(new)d nye lokale projekter", len(local)) % {"new": len(local)}
        told.append(Line(text, f"/projekter/?kategori={Category.LOCAL.value}"))
    return tuple(told)


def _said(line: ChangeLine) -> str:
    """ "nyt forslag", "besluttet: godkendt", "slutdato: 30. juni 2027 → 31. december 2027"."""
    words = f"{line.words[:1].lower()}{line.words[1:]}"
    if line.change.kind == ChangeKind.NEW:
        return _("nyt %(what)s") % {"what": words} if words == _("forslag") else _("nyt, %(state)s") % {"state": words}
    return f"{line.what[:1].lower()}{line.what[1:]}{f': {words}' if words else ''}"


def _attention(on: date) -> tuple[Line, ...]:
    """The projects across the municipality with a red light, and why; local ones are their unit's own."""
    projects = portfolio_on(None).filter(visibility="all", light=Light.RED.value).exclude(category=Category.LOCAL.value)
    worst = attention(lines_on(projects, on), on)
    return tuple(
        Line(f"{one.line.title}: {one.line.sentence or one.why}", f"/projekter/{one.line.number}/")
        for one in worst[:MOST]
    )


def _benefits(since: date, until: date) -> tuple[Line, ...]:
    rows = Measurement.objects.filter(on__gte=since, on__lte=until).select_related("benefit__owner")
    told: list[Line] = []
    seen: set[int] = set()
    for row in counting(rows):
        benefit = row.benefit
        if benefit.pk in seen or len(told) == MOST:
            continue
        seen.add(benefit.pk)
        text = _("%(title)s: målt til %(number)s") % {
            "title": benefit.title, "number": typed(row.number, benefit.unit),
        }  # fmt: skip
        if benefit.target_number is not None:
            text += _(" (mål: %(target)s)") % {"target": typed(benefit.target_number, benefit.unit)}
        told.append(Line(text, benefit.get_absolute_url()))
    late = len(overdue(until))
    if late:
        text = ngettext(
            "%(late)d gevinst er ikke målt til tiden", "%(late)d gevinster er ikke målt til tiden", late
        ) % {"late": late}
        told.append(Line(text, "/gevinster/"))
    return tuple(told)

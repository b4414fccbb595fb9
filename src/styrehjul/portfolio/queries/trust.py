"""How far a project's estimate can be trusted: how old it is, how early it was made, and by whom. Never one score."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import ZONE, day_text, money_text, number_text
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectState
from styrehjul.portfolio.labels import PROJECT_STATE
from styrehjul.portfolio.queries.trail import Origin

MONTH = 30.44


def trust_of(
    record: Any, origins: Mapping[str, Origin], people: Sequence[tuple[Any, str]], on: date
) -> list[tuple[str, str]]:
    """(what, how it came about) of the money and the hours, where they are filled. No query."""
    rows = (
        ("cost_tdkk", _("Økonomi"), money_text(record.cost_tdkk) if record.cost_tdkk else ""),
        ("hours", _("Timer"), number_text(record.hours) if record.hours else ""),
    )
    return [
        (f"{what}: {value}", _told(origins[name], people, on))
        for name, what, value in rows
        if value and name in origins
    ]


def _told(origin: Origin, people: Sequence[tuple[Any, str]], on: date) -> str:
    day = origin.at.astimezone(ZONE).date()
    parts = [_("Sat %(day)s") % {"day": day_text(day)}, _age(day, on), _who(origin, people), _then(origin)]
    return ", ".join(part for part in parts if part) + "."


def _age(day: date, on: date) -> str:
    months = int((on - day).days / MONTH)
    return ngettext("for %(n)d måned siden", "for %(n)d måneder siden", months) % {"n": months} if months else ""


def _who(origin: Origin, people: Sequence[tuple[Any, str]]) -> str:
    if not origin.who:
        return ""
    part = next((words.lower() for person, words in people if str(person) == origin.who), "")
    return _("af %(name)s") % {"name": f"{origin.who}, {part}" if part else origin.who}


def _then(origin: Origin) -> str:
    """What the project was when it was said; before a decision it is a guess about something that nobody has begun."""
    state = ProjectState(origin.state)
    said = _("da projektet stod som %(state)s") % {"state": str(PROJECT_STATE[state]).lower()}
    return f"{said}; {_('et tidligt skøn')}" if state in BEFORE_DECISION else said

"""The difference between two moments of the portfolio, in the order in which a meeting hears it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import quote

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import MONTHS, moment_text
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.sentences import sentences
from styrehjul.portfolio.queries.changes import ChangeLine, changes_since, lines_of

_DAY = re.compile(r"(\d{1,2})\. (" + "|".join(MONTHS) + r") (\d{4})")
_DATED = frozenset({ChangeKind.FORECAST.value, ChangeKind.END_DATE.value})


@dataclass(frozen=True)
class Changed:
    """One change as it is set on the page and in the annex. `why` is the decision's number, or who told it and why."""

    kind: str
    title: str
    url: str
    old: str
    new: str
    when: str
    who: str
    decision: str
    decision_url: str
    undecided: bool
    told: str
    reason: str
    alters: str
    days: str = ""


@dataclass(frozen=True)
class Group:
    """The changes of one kind."""

    what: str
    rows: list[Changed]


@dataclass(frozen=True)
class Difference:
    """All of them, grouped; how many there are, and how many nobody decided."""

    groups: list[Group]
    count: int
    undecided: int


def difference(since: datetime, until: datetime | None, *, only_undecided: bool = False) -> Difference:
    """What changed in the portfolio after `since`, to and with `until`. Two queries."""
    lines = [line for line in lines_of(changes_since(since, until)) if line.project.visibility == "all"]
    undecided = sum(line.undecided for line in lines)
    shown = [line for line in lines if line.undecided or not only_undecided]
    groups: dict[str, list[Changed]] = {}
    for line in shown:
        groups.setdefault(line.what, []).append(changed(line))
    return Difference([Group(what, rows) for what, rows in groups.items()], len(lines), undecided)


def changed(line: ChangeLine) -> Changed:
    """One line of the project's story as it is set."""
    told = _("uden beslutning, oplyst af %(name)s") % {"name": line.told_by} if line.undecided else ""
    return Changed(
        kind=line.change.kind,
        title=line.project.title,
        url=line.project.get_absolute_url(),
        old=line.old,
        new=line.new,
        when=moment_text(line.change.at),
        who=line.told_by,
        decision=line.decision_ref,
        decision_url=decision_url(line.decision_ref),
        undecided=line.undecided,
        told=told,
        reason=line.reason,
        alters=line.alters,
        days=_moved(line.old, line.new) if line.change.kind in _DATED else "",
    )


def decision_url(ref: str) -> str:
    """Where the decision log shows it."""
    return f"/beslutninger/?q={quote(ref)}" if ref else ""


def _moved(old: str, new: str) -> str:
    """ "92 dage senere", where both are whole days."""
    before, after = _day_of(old), _day_of(new)
    if before is None or after is None or before == after:
        return ""
    days = (after - before).days
    if days > 0:
        return ngettext("%(days)d dag senere", "%(days)d dage senere", days) % {"days": days}
    return ngettext("%(days)d dag tidligere", "%(days)d dage tidligere", -days) % {"days": -days}


def _day_of(text: str) -> date | None:
    found = _DAY.search(text)
    if not found:
        return None
    try:
        return date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    except ValueError:
        return None


def grounds(row: Changed) -> str:
    """The last column of the annex: the decision, or who told it and why."""
    parts: Sequence[str] = (row.decision or row.told or row.who, row.reason)
    return sentences(parts)

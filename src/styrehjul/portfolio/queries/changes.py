"""What changed in the portfolio, in words: since a moment, or on one project."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from styrehjul.portfolio.domain.changes import ORDER, STEERED, ChangeKind, alters
from styrehjul.portfolio.labels import CHANGE
from styrehjul.portfolio.models import Project, ProjectChange


@dataclass(frozen=True)
class ChangeLine:
    """One change as it is read. `undecided` marks what a body could have decided but nobody did."""

    change: ProjectChange
    project: Project
    what: str
    old: str
    new: str
    reason: str
    decision_ref: str
    told_by: str
    undecided: bool
    alters: str = ""

    @property
    def words(self) -> str:
        """ "På pause → I gang", or the new alone."""
        return f"{self.old} → {self.new}" if self.old and self.new else self.new or self.old


def changes_since(moment: datetime, until: datetime | None = None) -> list[ProjectChange]:
    """Every change after `moment`, in the order in which a meeting hears them: new, decided, started ..."""
    found = ProjectChange.objects.filter(at__gt=moment).select_related("project", "project__lead_area", "by")
    if until is not None:
        found = found.filter(at__lte=until)
    return sorted(found, key=lambda change: (ORDER.get(change.kind, 99), change.at, change.pk))


def lines_of(changes: Iterable[ProjectChange]) -> list[ChangeLine]:
    """The changes as lines; one more query names the decisions that undecided changes alter."""
    rows = list(changes)
    decided = _decided_on(rows)
    return [_line(change, decided.get(change.project_id, ())) for change in rows]


def _decided_on(rows: Sequence[ProjectChange]) -> dict[int, list[ProjectChange]]:
    projects = {change.project_id for change in rows if _is_undecided(change)}
    found: dict[int, list[ProjectChange]] = defaultdict(list)
    if projects:
        for change in ProjectChange.objects.filter(project__in=projects).exclude(decision_ref=""):
            found[change.project_id].append(change)
    return found


def _is_undecided(change: ProjectChange) -> bool:
    return not change.decision_ref and change.kind in STEERED


def _line(change: ProjectChange, decided: Sequence[ProjectChange]) -> ChangeLine:
    undecided = _is_undecided(change)
    earlier = [d for d in decided if d.at <= change.at and alters(change.kind, d.kind)] if undecided else []
    kind = ChangeKind(change.kind) if change.kind in ORDER else None
    return ChangeLine(
        change=change,
        project=change.project,
        what=str(CHANGE[kind]) if kind else change.kind,
        old=change.old,
        new=change.new,
        reason=change.reason,
        decision_ref=change.decision_ref,
        told_by=change.by.name if change.by else "Styrehjul",
        undecided=undecided,
        alters=max(earlier, key=lambda d: (d.at, d.pk)).decision_ref if earlier else "",
    )

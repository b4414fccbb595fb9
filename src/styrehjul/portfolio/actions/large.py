"""The mark "større projekt": set by the municipality's rule, or by hand with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.kernel.mandate import Mandate
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import begin, save, tell
from styrehjul.portfolio.actions.part import day_of, line
from styrehjul.portfolio.domain.changes import ChangeKind
from styrehjul.portfolio.domain.large import rule_met
from styrehjul.portfolio.domain.life import OVER, Category
from styrehjul.portfolio.models import LargeMark, Project
from styrehjul.portfolio.queries.large import size_of, thresholds

LARGE, NOT_LARGE = "større projekt", "ikke et større projekt"


@transaction.atomic
def set_large(
    project: Project,
    *,
    by: Person | None,
    at: datetime,
    large: str,
    mandate: Mandate | None = None,
    reason: str = "",
    expected: Mapping[str, Any] | None = None,
) -> Project:
    """Mark the project as a larger one, or not, whatever the rule says. The rule does not move it afterwards."""
    begin(project, "project.set_large", by=by, at=at, mandate=mandate, reason=reason, expected=expected)
    words = (_words(project.large), _words(large == "yes"))
    project.large = large == "yes"
    _note(project, by=by, at=at, rule="", reason=reason, decision_ref=mandate.decision_ref if mandate else "")
    return save(project, "project.set_large", ChangeKind.LARGE, words, by=by, at=at, mandate=mandate, reason=reason)


def mark_by_rule(project: Project, *, by: Person | None, at: datetime) -> bool:
    """Ask the rule about one project after its size has changed; whether the mark moved.

    A mark that was set by hand stays. A local project is marked too: its size is the same question.
    """
    mark = LargeMark.objects.filter(project=project).first()
    if mark is not None and not mark.rule and mark.reason:
        return False
    rule = rule_met(size_of(project), thresholds())
    if bool(rule) == project.large:
        if mark is not None and mark.rule != rule and rule:
            _note(project, by=by, at=at, rule=rule, reason="", decision_ref="")
        return False
    words = (_words(project.large), _words(bool(rule)))
    project.refresh_from_db(from_queryset=Project.objects.select_for_update())
    project.large = bool(rule)
    why = f"Efter reglen: {rule}" if rule else "Reglen rammer det ikke længere"
    _note(project, by=by, at=at, rule=rule, reason="", decision_ref="")
    store(project, by=by, at=at, action="project.large_by_rule", reason=why)
    if project.category != Category.LOCAL:
        tell(project, ChangeKind.LARGE, by=by, at=at, old=words[0], new=words[1], reason=why)
    return True


@transaction.atomic
def mark_all_by_rule(*, by: Person | None, at: datetime) -> int:
    """Ask the rule about every project that is not over, after the thresholds have changed. How many moved."""
    running = Project.objects.exclude(state__in=[state.value for state in OVER])
    return sum(mark_by_rule(project, by=by, at=at) for project in running)


def _note(project: Project, *, by: Person | None, at: datetime, rule: str, reason: str, decision_ref: str) -> None:
    mark = LargeMark.objects.filter(project=project).first() or LargeMark(project=project)
    mark.large, mark.rule, mark.reason = project.large, line(rule, 300), line(reason or decision_ref, 300)
    mark.by, mark.on, mark.decision_ref = by, day_of(at), decision_ref
    store(mark, by=by, at=at, action="large_mark.set", reason=reason)


def _words(large: bool) -> str:
    return LARGE if large else NOT_LARGE

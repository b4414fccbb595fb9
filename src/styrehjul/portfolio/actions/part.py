"""What every part of a project shares when it is written: who may, that the project is not over, and what is set."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from styrehjul.audit.nouns import Noun, same_version
from styrehjul.audit.unit import remove, store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.moving import danish_day
from styrehjul.portfolio.domain.life import OVER, ProjectState
from styrehjul.portfolio.models import Project

P = TypeVar("P", bound=Noun)
RIGHT = "project.change"


def open_for(project: Project, *, by: Person | None, at: datetime, right: str = RIGHT) -> Project:
    """The project, when the person may keep its parts and it is not over. The operator (None) may always."""
    permit(by, right, project, at=at)
    if by is not None and ProjectState(project.state) in OVER:
        raise Refused("part.project_over", state=str(project.get_state_display()).lower())
    return project


def fresh(part: P, expected_version: int | None = None) -> P:
    """The row read again and held, so that what is compared is what is changed."""
    part.refresh_from_db(from_queryset=type(part)._base_manager.select_for_update())
    same_version(part, expected_version)
    return part


def write(part: P, fields: Mapping[str, Any], known: frozenset[str]) -> P:
    """Set the fields. One that the part does not have is a fault of the caller, not of the person."""
    for name, value in fields.items():
        if name not in known:
            raise Refused("project.unknown_field", field=name)
        setattr(part, name, value)
    return part


def keep(part: P, *, by: Person | None, at: datetime, action: str, reason: str = "") -> P:
    """Store the part with its history row."""
    store(part, by=by, at=at, action=action, reason=reason)
    return part


def take_away(part: Any, *, by: Person | None, at: datetime, action: str) -> Project:
    """Remove a part. Its history stays, and the audit log tells of it."""
    project: Project = open_for(part.project, by=by, at=at)
    remove(fresh(part), by=by, at=at, action=action)
    return project


def person_here(key: int | None, at: datetime) -> Person | None:
    """The person with that key who is here today; None for none."""
    if key is None:
        return None
    found: Person | None = Person.objects.on(danish_day(at)).filter(pk=key).first()
    if found is None:
        raise Refused("person.not_here")
    return found


def line(text: str, most: int) -> str:
    """One line of text without double spaces, no longer than the column."""
    return " ".join(str(text).split())[:most]


def day_of(at: datetime) -> date:
    """The day a moment falls on in Denmark."""
    return danish_day(at)

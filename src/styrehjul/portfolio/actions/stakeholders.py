"""Who has an interest in a project."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.part import fresh, keep, line, open_for, take_away, write
from styrehjul.portfolio.models import Project, Stakeholder

FIELDS = frozenset({"name", "interest", "influence", "attitude", "involved"})


@transaction.atomic
def add_stakeholder(project: Project, *, name: str, by: Person | None, at: datetime, **fields: Any) -> Stakeholder:
    """A person or a group with an interest in the project."""
    open_for(project, by=by, at=at)
    stakeholder = Stakeholder(project=project, name=line(name, 200))
    _checked(write(stakeholder, fields, FIELDS))
    return keep(stakeholder, by=by, at=at, action="stakeholder.add")


@transaction.atomic
def change_stakeholder(
    stakeholder: Stakeholder, *, by: Person | None, at: datetime, expected_version: int | None = None, **fields: Any
) -> Stakeholder:
    """Change what is known of them."""
    open_for(stakeholder.project, by=by, at=at)
    fresh(stakeholder, expected_version)
    _checked(write(stakeholder, fields, FIELDS))
    return keep(stakeholder, by=by, at=at, action="stakeholder.change")


@transaction.atomic
def remove_stakeholder(stakeholder: Stakeholder, *, by: Person | None, at: datetime) -> Project:
    """They have no interest in the project any longer."""
    return take_away(stakeholder, by=by, at=at, action="stakeholder.remove")


def _checked(stakeholder: Stakeholder) -> None:
    if stakeholder.influence is not None and not 1 <= stakeholder.influence <= 3:
        raise Refused("stakeholder.influence")

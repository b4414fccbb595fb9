"""Who answers for a benefit when its owner has left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from styrehjul.benefits.domain.life import OPEN
from styrehjul.benefits.models import Benefit
from styrehjul.people.models import Person
from styrehjul.people.queries import heads_on, parents_of_units, road_up

_OPEN = [state.value for state in OPEN]


def has_left(person: Person | None, on: date) -> bool:
    """Whether somebody is named who is not here that day."""
    return person is not None and not person.works_on(on)


def answers_for(benefit: Benefit, on: date) -> int | None:
    """The head who is asked to find the next owner of an open benefit; None while the owner is here."""
    owner = benefit.owner
    if owner is None or benefit.state not in _OPEN or not has_left(owner, on):
        return None
    return _head(owner, heads_on(on), parents_of_units(), on)


def _head(owner: Person | None, heads: Mapping[int, Person], parents: dict[int, int | None], on: date) -> int | None:
    """The nearest head above the one who left, who is here."""
    for unit in road_up(owner.unit, parents) if owner else ():
        head = heads.get(unit)
        if head is not None and owner is not None and head.pk != owner.pk and head.works_on(on):
            return head.pk
    return None


def orphans(on: date) -> list[Benefit]:
    """Open benefits whose owner has left. One query."""
    rows = Benefit.objects.filter(state__in=_OPEN, owner__end__lt=on).select_related("owner__unit", "project")
    return list(rows.order_by("number"))


def asked_of(person: Person, on: date, rows: Iterable[Benefit]) -> list[Benefit]:
    """Those of them that this head is to find an owner for. The tree is read once, and only where there are any."""
    found = list(rows)
    if not found:
        return []
    heads, parents = heads_on(on), parents_of_units()
    return [row for row in found if _head(row.owner, heads, parents, on) == person.pk]

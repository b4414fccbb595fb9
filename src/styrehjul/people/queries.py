"""Reads about people: roles on a day, heads of units, the tree."""

from __future__ import annotations

from datetime import date
from typing import Any, TypeVar

from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OrgUnit, Person, PostHolding, RoleHolding

T = TypeVar("T")


def remembered(person: Person, name: str, on: date, make: Any) -> Any:
    """`make()` once per person object and day: a request asks the same of the same person many times."""
    shelf = person.__dict__.setdefault("_remembered", {})
    if (name, on) not in shelf:
        shelf[(name, on)] = make()
    return shelf[(name, on)]


def forget(person: Person) -> None:
    """Let the next question be asked of the database again: after the person's own seats or roles changed."""
    person.__dict__.pop("_remembered", None)


def roles_of(person: Person, on: date) -> tuple[RoleHolding, ...]:
    """The roles a person has that day, with their unit."""
    found: tuple[RoleHolding, ...] = remembered(
        person, "roles", on, lambda: tuple(RoleHolding.objects.on(on).filter(person=person).select_related("unit"))
    )
    return found


def has_role(person: Person, role: Role, on: date) -> bool:
    """Whether a person has the role, for any unit."""
    return any(holding.role == role.value for holding in roles_of(person, on))


def coordinated_units(person: Person, on: date) -> frozenset[int]:
    """Keys of the units that a local coordinator answers for, with all that lie under them."""

    def find() -> frozenset[int]:
        tops = {h.unit_id for h in roles_of(person, on) if h.role == Role.LOCAL_COORDINATOR.value and h.unit_id}
        return units_under(tops) if tops else frozenset()

    found: frozenset[int] = remembered(person, "coordinated", on, find)
    return found


def units_under(tops: set[int]) -> frozenset[int]:
    """The units named and every unit below them."""
    parents = dict(OrgUnit.objects.values_list("pk", "parent_id"))

    def reaches(pk: int | None) -> bool:
        steps = 0
        while pk is not None and steps < 50:
            if pk in tops:
                return True
            pk, steps = parents.get(pk), steps + 1
        return False

    return frozenset(pk for pk in parents if reaches(pk))


def heads_on(on: date) -> dict[int, Person]:
    """Unit key -> the person who heads it that day."""
    holdings = PostHolding.objects.on(on).filter(post__heads_unit=True, post__unit__isnull=False)
    return {h.post.unit_id: h.person for h in holdings.select_related("post", "person") if h.post.unit_id}

"""Reads about people: roles on a day, heads of units, the tree."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, TypeVar

from styrehjul.audit.current import is_reading, kept
from styrehjul.kernel.danish import sort_key
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OrgUnit, Person, Post, PostHolding, RoleHolding

T = TypeVar("T")


def remembered(person: Person, name: str, on: date, make: Any) -> Any:
    """`make()` once per person and day: a request asks the same of the same person many times.

    `make` takes nothing from outside but the person and the day: a reading request also takes what an earlier one
    worked out, as long as nothing that it came from has been written since.
    """
    if is_reading():
        return kept((name, person.pk, on), make, of=(person,))
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


def person_with_email(email: str) -> Person | None:
    """The one person with that address, however it is written."""
    return Person.objects.filter(email__iexact=email.strip()).first() if email.strip() else None


@dataclass(frozen=True)
class UnitNode:
    """A unit with its place in the tree, as a list in reading order."""

    unit: OrgUnit
    depth: int
    head: Person | None
    groups: tuple[str, ...]


def unit_tree(on: date) -> list[UnitNode]:
    """Every unit that exists that day, each under the unit it belongs to, in Danish order; with its head."""
    units = list(OrgUnit.objects.on(on).prefetch_related("groups"))
    heads = heads_on(on)
    known = {unit.pk for unit in units}
    below: dict[int | None, list[OrgUnit]] = {}
    for unit in units:
        below.setdefault(unit.parent_id if unit.parent_id in known else None, []).append(unit)
    nodes: list[UnitNode] = []

    def add(parent: int | None, depth: int) -> None:
        for unit in sorted(below.get(parent, ()), key=lambda row: sort_key(row.name)):
            groups = tuple(group.name for group in unit.groups.all())
            nodes.append(UnitNode(unit, depth, heads.get(unit.pk), groups))
            add(unit.pk, depth + 1)

    add(None, 0)
    return nodes


def top_units(on: date) -> list[OrgUnit]:
    """The units at the top: below the municipality itself, where the tree has one node for it."""
    nodes = unit_tree(on)
    roots = [node.unit for node in nodes if node.depth == 0]
    if len(roots) == 1 and any(node.depth == 1 for node in nodes):
        return [node.unit for node in nodes if node.depth == 1]
    return roots


class Keyed(Protocol):
    """A unit, or what stands for one."""

    @property
    def pk(self) -> int:
        """Its key."""


def road_up(unit: Keyed | None, parents: dict[int, int | None]) -> list[int]:
    """The unit's key and those above it, nearest first. `parents` is `parents_of_units()`."""
    road: list[int] = []
    pk = unit.pk if unit else None
    while pk is not None and pk not in road:
        road.append(pk)
        pk = parents.get(pk)
    return road


def parents_of_units() -> dict[int, int | None]:
    """Unit key -> the key of the unit above."""
    return dict(OrgUnit.objects.values_list("pk", "parent_id"))


def post_holder(post: Post, on: date) -> Person | None:
    """Who has the post that day."""
    holding = PostHolding.objects.on(on).filter(post=post).select_related("person").first()
    return holding.person if holding else None


def administrators_with_account(on: date) -> bool:
    """Whether anybody can sign in as administrator that day."""
    holdings = RoleHolding.objects.on(on).filter(role=Role.ADMINISTRATOR.value, person__user__is_active=True)
    return any(holding.person.works_on(on) for holding in holdings.select_related("person"))

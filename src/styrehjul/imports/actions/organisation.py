"""Units and people of a file are made and changed, units before those who sit in them."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from styrehjul.bodies.actions.seats import change_post_holder
from styrehjul.bodies.queries import kommissorium_on
from styrehjul.imports.actions.lines import each
from styrehjul.imports.domain.cells import plain
from styrehjul.imports.domain.lines import Fate, Line, Plan
from styrehjul.imports.reading import Asked
from styrehjul.people.actions import (
    change_person,
    change_post,
    change_unit,
    create_person,
    create_post,
    create_unit,
    day_of,
)
from styrehjul.people.models import OrgUnit, Person, Post, UnitGroup
from styrehjul.people.queries import heads_on


def write_organisation(plan: Plan, asked: Asked, by: Person | None, at: datetime) -> None:
    on = day_of(at)
    units = {plain(unit.name): unit for unit in OrgUnit.objects.on(on)}
    named = {plain(unit.name): unit.code for unit in kommissorium_on(on).units}
    taken = set(OrgUnit.objects.exclude(code="").values_list("code", flat=True))
    groups = [group for group in UnitGroup.objects.all() if plain(group.name).startswith("fagchefområde")]
    waiting = {plain(line.values["name"]): line for line in plan.writes if "parent" in line.values}

    def unit_work(line: Line) -> None:
        values = line.values
        above = plain(values["parent"])
        if above in waiting and above not in done:
            # A unit may stand above the one it belongs to: that one is made first.
            unit_work(waiting[above])
        if plain(values["name"]) in done:
            return
        done.add(plain(values["name"]))
        units[plain(values["name"])] = _write_unit(line, units, named, taken, groups, by, at)

    def work(line: Line) -> None:
        if "parent" in line.values:
            unit_work(line)
        else:
            person = _write_person(line, units, by, at)
            unit = person.unit
            # Several may lead in a unit; the first one in the file heads it.
            if line.values["is_leader"] and unit is not None and unit.pk not in headed:
                headed.add(unit.pk)
                _make_head(person, unit, line.values["title"], by, at, on)

    done: set[str] = set()
    headed: set[int] = set()
    each(plan.writes, work)


def _write_unit(
    line: Line,
    units: dict[str, OrgUnit],
    named: dict[str, str],
    taken: set[str],
    groups: list[UnitGroup],
    by: Person | None,
    at: datetime,
) -> OrgUnit:
    values = line.values
    parent = units.get(plain(values["parent"])) if values["parent"] else None
    if line.fate is Fate.CREATE:
        code = named.get(plain(values["name"]), "")
        return create_unit(
            name=values["name"],
            kind=values["kind"] or "department",
            parent=parent,
            short_name=values["short_name"],
            external_id=values["external_id"],
            groups=groups if values["is_area"] else None,
            code="" if code in taken else code,
            by=by,
            at=at,
        )
    unit = OrgUnit.objects.get(pk=line.record or 0)
    fields = {name: values[name] for name in ("name", "kind", "short_name") if values[name]}
    if parent is not None:
        fields["parent"] = parent
    return change_unit(unit, by=by, at=at, groups=groups if values["is_area"] else None, **fields)


def _write_person(line: Line, units: dict[str, OrgUnit], by: Person | None, at: datetime) -> Person:
    values = line.values
    unit = units.get(plain(values["unit"])) if values["unit"] else None
    if line.fate is Fate.CREATE:
        return create_person(
            name=values["name"],
            email=values["email"],
            title=values["title"],
            unit=unit,
            is_leader=values["is_leader"],
            external_id=values["external_id"],
            by=by,
            at=at,
        )
    person = Person.objects.get(pk=line.record or 0)
    fields: dict[str, Any] = {name: values[name] for name in ("name", "email", "title") if values[name]}
    if unit is not None:
        fields["unit"] = unit
    if values["is_leader"]:
        fields["is_leader"] = True
    return change_person(person, by=by, at=at, **fields)


def _make_head(person: Person, unit: OrgUnit, title: str, by: Person | None, at: datetime, on: date) -> None:
    """The person heads the unit from today, in the unit's own post or the one that the title names."""
    if (head := heads_on(on).get(unit.pk)) is not None and head.pk == person.pk:
        return
    post = Post.objects.filter(unit=unit, heads_unit=True).first()
    if post is None and title:
        post = Post.objects.filter(title__iexact=title, unit__isnull=True).first()
        if post is not None and post.holdings.on(on).exists():
            post = None
        if post is not None:
            post = change_post(post, unit=unit, heads_unit=True, by=by, at=at)
    if post is None:
        post = create_post(title=f"{title or 'Leder'}, {unit.name}", unit=unit, heads_unit=True, by=by, at=at)
    change_post_holder(post, person, start=on, by=by, at=at)

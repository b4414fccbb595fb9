"""Does a plan hold, what is it worth, and what does it draw? Counted exactly, whoever made the plan."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from styrehjul.plans.domain.exact import Exact, GroupRule, exact
from styrehjul.plans.domain.problem import Problem, When

Load = dict[str, dict[str, dict[str, Decimal]]]


@dataclass(frozen=True)
class Violation:
    """One thing that does not hold. `limit` names the group's limit that is broken, or when the needed item must be there."""

    kind: str  # must | out | start | capacity | needs | excluded | group
    items: tuple[str, ...] = ()
    pool: str = ""
    period: str = ""
    missing: Decimal | None = None
    group: str = ""
    limit: str = ""

    def as_dict(self) -> dict[str, Any]:
        fields = {
            "kind": self.kind, "items": list(self.items), "pool": self.pool, "period": self.period,
            "missing": self.missing, "group": self.group, "limit": self.limit,
        }  # fmt: skip
        return {name: value for name, value in fields.items() if value not in ("", None, [])}


@dataclass(frozen=True)
class Checked:
    value: Decimal
    violations: list[Violation]
    load: Load
    carried: dict[str, dict[str, Decimal]]


class Plan:
    """A plan under construction: which items start where (by number), and what they draw."""

    def __init__(self, e: Exact, starts: Mapping[int, int] | None = None) -> None:
        self.e = e
        self.starts: dict[int, int] = {}
        self.used = [[0] * len(slots) for slots in e.capacity]
        for j, s in (starts or {}).items():
            self.add(j, s)

    def add(self, j: int, s: int) -> None:
        self.starts[j] = s
        for k, slot, amount in self.e.use(j, s):
            self.used[k][slot] += amount

    def remove(self, j: int) -> int:
        s = self.starts.pop(j)
        for k, slot, amount in self.e.use(j, s):
            self.used[k][slot] -= amount
        return s

    def value(self) -> int:
        """In the smallest unit of values."""
        own = sum(self.e.value(j, s) for j, s in self.starts.items())
        return own + sum(w for members, w in self.e.synergies if all(j in self.starts for j in members))

    def shortages(self, j: int, s: int) -> list[tuple[int, int, int]]:
        """(pool, slot, missing) if j were added at s."""
        found = []
        for k, slot, amount in self.e.use(j, s):
            missing = self.used[k][slot] + amount - self.e.capacity[k][slot]
            if missing > 0:
                found.append((k, slot, missing))
        return found

    def bars(self, j: int, s: int) -> list[Violation]:
        """What else than capacity stands in the way of adding j at s."""
        e, name = self.e, self.e.items[j].id
        found = []
        for i, when, lag in e.needs[j]:
            if not in_time(e, self.starts.get(i), i, s, when, lag):
                found.append(Violation("needs", (name, e.items[i].id), limit=when))
        for row in e.excludes_of[j]:
            rivals = [i for i in e.excludes[row] if i in self.starts and i != j]
            if rivals:
                found.append(Violation("excluded", (name, *(e.items[i].id for i in rivals))))
        for number in e.groups_of[j]:
            self.starts[j] = s
            found += group_violations(e, e.groups[number], self.starts, lower=False)
            del self.starts[j]
        return found

    def fits(self, j: int, s: int) -> bool:
        return not self.shortages(j, s) and not self.bars(j, s)


def in_time(e: Exact, u: int | None, i: int, s: int, when: When, lag: int) -> bool:
    """May an item that needs i start at s, when i starts at u (None: not at all)?"""
    if u is None:
        return False
    if when == "finished":
        return u + e.items[i].duration + lag <= s
    return when == "chosen" or u + lag <= s


def group_violations(
    e: Exact, rule: GroupRule, starts: Mapping[int, int], *, lower: bool = True
) -> list[Violation]:  # fmt: skip
    """What the group's limits say to the plan; `lower=False` leaves out the least, which a growing plan may yet reach."""
    group, chosen = rule.group, {j: starts[j] for j in rule.members if j in starts}
    found = []
    if lower and group.least is not None and len(chosen) < group.least:
        found.append(Violation("group", missing=Decimal(group.least - len(chosen)), group=group.id, limit="min"))
    if group.most is not None and len(chosen) > group.most:
        found.append(Violation("group", missing=Decimal(len(chosen) - group.most), group=group.id, limit="max"))
    for limit, most in (("max_active", group.max_active), ("max_starts", group.max_starts)):
        if most is None:
            continue
        for t, period in enumerate(e.problem.periods):
            count = sum(e.active(j, s, t) if limit == "max_active" else s == t for j, s in chosen.items())
            if count > most:
                over = Decimal(count - most)
                found.append(Violation("group", period=period.id, missing=over, group=group.id, limit=limit))
    for k in {**rule.min_demand, **rule.max_demand}:
        total = sum(amount for j, s in chosen.items() for pool, _slot, amount in e.use(j, s) if pool == k)
        pool_id = e.problem.pools[k].id
        if lower and total < rule.min_demand.get(k, 0):
            short = e.amount(k, rule.min_demand[k] - total)
            found.append(Violation("group", pool=pool_id, missing=short, group=group.id, limit="min_demand"))
        if k in rule.max_demand and total > rule.max_demand[k]:
            over = e.amount(k, total - rule.max_demand[k])
            found.append(Violation("group", pool=pool_id, missing=over, group=group.id, limit="max_demand"))
    return found


def violations_of(e: Exact, starts: Mapping[int, int]) -> list[Violation]:
    """Everything in the problem that the plan breaks."""
    found: list[Violation] = []
    for j, item in enumerate(e.items):
        s = starts.get(j)
        if item.must and s is None:
            found.append(Violation("must", (item.id,)))
        if s is None:
            continue
        if item.out:
            found.append(Violation("out", (item.id,)))
        if s not in item.starts:
            found.append(Violation("start", (item.id,), period=e.problem.periods[s].id))
        for i, when, lag in e.needs[j]:
            if not in_time(e, starts.get(i), i, s, when, lag):
                found.append(Violation("needs", (item.id, e.items[i].id), limit=when))
    for members in e.excludes:
        both = [e.items[j].id for j in members if j in starts]
        if len(both) > 1:
            found.append(Violation("excluded", tuple(both)))
    for rule in e.groups:
        found += group_violations(e, rule, starts)
    used = _used(e, starts)
    for k, pool in enumerate(e.problem.pools):
        for slot, name in enumerate(pool.slots):
            if used[k][slot] > e.capacity[k][slot]:
                over = e.amount(k, used[k][slot] - e.capacity[k][slot])
                found.append(Violation("capacity", pool=pool.id, period=name, missing=over))
    return found


def holds(e: Exact, starts: Mapping[int, int]) -> bool:
    return not violations_of(e, starts)


def check(problem: Problem, starts: Mapping[str, str | None]) -> Checked:
    """A plan by ids of items and periods (None or absent: not chosen); unknown ids raise KeyError."""
    e = exact(problem)
    at = {period.id: t for t, period in enumerate(problem.periods)}
    return checked(e, {e.index[key]: at[period] for key, period in starts.items() if period is not None})


def checked(e: Exact, starts: Mapping[int, int]) -> Checked:
    broken = violations_of(e, starts)
    # A start without a value is a broken plan; what it is worth is then what the others are.
    valued = {j: s for j, s in starts.items() if e.values[j][s] is not None}
    return Checked(e.points(Plan(e, valued).value()), broken, load_of(e, starts), carried_of(e, starts))


def load_of(e: Exact, starts: Mapping[int, int]) -> Load:
    used = _used(e, starts)
    return {
        pool.id: {
            name: {"used": e.amount(k, used[k][slot]), "capacity": e.amount(k, e.capacity[k][slot])}
            for slot, name in enumerate(pool.slots)
        }
        for k, pool in enumerate(e.problem.pools)
    }


def carried_of(e: Exact, starts: Mapping[int, int]) -> dict[str, dict[str, Decimal]]:
    """What the chosen items draw after the last period, where nothing limits it."""
    found: dict[str, dict[str, Decimal]] = {}
    for j, s in starts.items():
        for k, amounts in e.demand[j]:
            beyond = sum(amounts[e.periods - s :])
            if beyond:
                found.setdefault(e.items[j].id, {})[e.problem.pools[k].id] = e.amount(k, beyond)
    return found


def _used(e: Exact, starts: Mapping[int, int]) -> list[list[int]]:
    return Plan(e, starts).used


def ids(e: Exact, starts: Mapping[int, int]) -> dict[str, str]:
    """The plan by ids, in the file's order."""
    return {e.items[j].id: e.problem.periods[starts[j]].id for j in sorted(starts)}

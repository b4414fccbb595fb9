"""The problem in whole numbers: every value and amount is counted in its own smallest unit, so sums are exact."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal

from styrehjul.plans.domain.problem import Group, Item, Problem, When

Use = tuple[tuple[int, int, int], ...]  # (pool, slot, amount)


@dataclass(frozen=True)
class GroupRule:
    group: Group
    members: tuple[int, ...]
    min_demand: dict[int, int]
    max_demand: dict[int, int]


@dataclass
class Exact:
    """Items, pools and periods by number; made once per problem by `exact()`."""

    problem: Problem
    value_unit: Decimal
    pool_unit: list[Decimal]
    values: list[tuple[int | None, ...]]
    demand: list[list[tuple[int, tuple[int, ...]]]]
    capacity: list[list[int]]
    index: dict[str, int]
    needs: list[list[tuple[int, When, int]]]
    needed_by: list[list[tuple[int, When, int]]]
    excludes: list[tuple[int, ...]]
    excludes_of: list[list[int]]
    groups: list[GroupRule]
    groups_of: list[list[int]]
    synergies: list[tuple[tuple[int, ...], int]]
    synergies_of: list[list[int]]
    _use: dict[tuple[int, int], Use] = field(default_factory=dict)

    @property
    def items(self) -> tuple[Item, ...]:
        return self.problem.items

    @property
    def periods(self) -> int:
        return len(self.problem.periods)

    def use(self, j: int, start: int) -> Use:
        """What item j draws when it starts there, per pool and slot; what lies beyond the last period is left out."""
        known = self._use.get((j, start))
        if known is None:
            amounts: dict[tuple[int, int], int] = {}
            for k, per_period in self.demand[j]:
                slot_of = self.problem.pools[k].slot_of
                for t, amount in zip(range(start, self.periods), per_period, strict=False):
                    if amount:
                        amounts[k, slot_of[t]] = amounts.get((k, slot_of[t]), 0) + amount
            known = self._use[j, start] = tuple((k, slot, amount) for (k, slot), amount in amounts.items())
        return known

    def value(self, j: int, start: int) -> int:
        value = self.values[j][start]
        assert value is not None, "only an allowed start has a value"
        return value

    def points(self, units: int) -> Decimal:
        """A sum of values as the file counts it."""
        return plain(units / self.value_unit) if self.value_unit != 1 else Decimal(units)

    def amount(self, k: int, units: int) -> Decimal:
        """An amount of a pool as the file counts it."""
        return plain(units / self.pool_unit[k]) if self.pool_unit[k] != 1 else Decimal(units)

    def active(self, j: int, start: int, t: int) -> bool:
        return start <= t < start + self.items[j].duration


def exact(problem: Problem) -> Exact:
    index = {item.id: j for j, item in enumerate(problem.items)}
    pool_at = {pool.id: k for k, pool in enumerate(problem.pools)}
    value_unit = _unit(
        [v for item in problem.items for v in item.values if v is not None] + [row.value for row in problem.synergies]
    )
    used: list[list[Decimal]] = [list(pool.capacity) for pool in problem.pools]
    for item in problem.items:
        for pool_id, amounts in item.demand.items():
            used[pool_at[pool_id]] += amounts
    for group in problem.groups:
        for limits in (group.min_demand, group.max_demand):
            for pool_id, amount in limits.items():
                used[pool_at[pool_id]].append(amount)
    units = [_unit(amounts) for amounts in used]
    needs: list[list[tuple[int, When, int]]] = [[] for _ in problem.items]
    needed_by: list[list[tuple[int, When, int]]] = [[] for _ in problem.items]
    for row in problem.requires:
        needs[index[row.item]].append((index[row.needs], row.when, row.lag))
        needed_by[index[row.needs]].append((index[row.item], row.when, row.lag))
    excludes = [tuple(index[key] for key in row) for row in problem.excludes]
    groups = [
        GroupRule(
            group,
            tuple(index[key] for key in group.items),
            {pool_at[key]: _units(amount, units[pool_at[key]]) for key, amount in group.min_demand.items()},
            {pool_at[key]: _units(amount, units[pool_at[key]]) for key, amount in group.max_demand.items()},
        )
        for group in problem.groups
    ]
    synergies = [(tuple(index[key] for key in row.items), _units(row.value, value_unit)) for row in problem.synergies]
    count = len(problem.items)
    return Exact(
        problem=problem,
        value_unit=value_unit,
        pool_unit=units,
        values=[tuple(None if v is None else _units(v, value_unit) for v in item.values) for item in problem.items],
        demand=[
            [
                (pool_at[key], tuple(_units(a, units[pool_at[key]]) for a in amounts))
                for key, amounts in item.demand.items()
            ]
            for item in problem.items
        ],
        capacity=[[_units(c, units[k]) for c in pool.capacity] for k, pool in enumerate(problem.pools)],
        index=index,
        needs=needs,
        needed_by=needed_by,
        excludes=excludes,
        excludes_of=_owners(excludes, count),
        groups=groups,
        groups_of=_owners([rule.members for rule in groups], count),
        synergies=synergies,
        synergies_of=_owners([members for members, _value in synergies], count),
    )


def plain(number: Decimal) -> Decimal:
    """Without trailing zeros and without an exponent."""
    return number.quantize(Decimal(1)) if number == number.to_integral_value() else number.normalize()


def _unit(numbers: Iterable[Decimal]) -> Decimal:
    """10 to the most decimals that any of them has."""
    decimals = 0
    for number in numbers:
        exponent = number.normalize().as_tuple().exponent
        if isinstance(exponent, int) and -exponent > decimals:
            decimals = -exponent
    return Decimal(10) ** decimals


def _units(number: Decimal, unit: Decimal) -> int:
    return int(number * unit)


def _owners(sets: list[tuple[int, ...]], count: int) -> list[list[int]]:
    owners: list[list[int]] = [[] for _ in range(count)]
    for number, members in enumerate(sets):
        for j in members:
            owners[j].append(number)
    return owners

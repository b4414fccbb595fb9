"""A problem as the plain values of its file again: what `read_problem` reads back as the same problem."""

from __future__ import annotations

from typing import Any

from styrehjul.plans.domain.problem import FORMAT, Group, Item, Pool, Problem


def document_of(problem: Problem) -> dict[str, Any]:
    periods = [period.id for period in problem.periods]
    return {
        "format": FORMAT,
        "name": problem.name,
        "periods": [{"id": period.id, "year": period.year} for period in problem.periods],
        "pools": [_pool(pool) for pool in problem.pools],
        "items": [_item(item, periods) for item in problem.items],
        "requires": [{"item": r.item, "needs": r.needs, "when": r.when, "lag": r.lag} for r in problem.requires],
        "excludes": [list(row) for row in problem.excludes],
        "groups": [_group(group) for group in problem.groups],
        "synergies": [{"items": list(row.items), "value": row.value} for row in problem.synergies],
        "reference": {key: None if s is None else periods[s] for key, s in problem.reference.items()},
        "options": {
            "gap": problem.options.gap,
            "node_limit": problem.options.node_limit,
            "time_limit": problem.options.time_limit,
            "explain": problem.options.explain,
        },
    }


def _pool(pool: Pool) -> dict[str, Any]:
    return {
        "id": pool.id,
        "name": pool.name,
        "unit": pool.unit,
        "per": pool.per,
        "capacity": dict(zip(pool.slots, pool.capacity, strict=True)) if pool.per != "total" else pool.capacity[0],
    }


def _item(item: Item, periods: list[str]) -> dict[str, Any]:
    return {
        "id": item.id,
        "name": item.name,
        "value": list(item.values),
        "duration": item.duration,
        "starts": [periods[s] for s in item.starts],
        "may_continue": item.may_continue,
        "must": item.must,
        "out": item.out,
        "reason": item.reason,
        "demand": {pool: list(amounts) for pool, amounts in item.demand.items()},
    }


def _group(group: Group) -> dict[str, Any]:
    limits = {"min": group.least, "max": group.most, "max_active": group.max_active, "max_starts": group.max_starts}
    return {
        "id": group.id,
        "items": list(group.items),
        **{name: limit for name, limit in limits.items() if limit is not None},
        "min_demand": dict(group.min_demand),
        "max_demand": dict(group.max_demand),
    }

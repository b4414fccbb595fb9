"""Planning problems of a municipality's size, made anew from a seed: nothing is fetched."""

from __future__ import annotations

import random
from typing import Any

QUARTERS = [{"id": f"{year}K{quarter}", "year": year} for year in (2027, 2028) for quarter in (1, 2, 3, 4)]


SCARCE, AMPLE = 4, 0.7  # so many pools are short; of the others there is this much of what everybody wants


def a_municipality(candidates: int = 60, pools: int = 8, *, seed: int = 1, scarce: int = SCARCE) -> dict[str, Any]:
    """Candidates that may start in any quarter of the plan's year, seen over two years; hours per quarter, money per year.

    Project managers, two more roles and the money are short; of the other roles there is enough for most. With `scarce`
    as large as `pools` all are equally short, which no municipality is, and which is far harder.
    """
    rng = random.Random(seed)  # noqa: S311 - invented projects, not secrets
    names = [f"C{number:03}" for number in range(candidates)]
    items = [_candidate(rng, name, pools) for name in names]
    must = names[:: candidates // 5][:4]
    free = [name for name in names if name not in must]
    for item in items:
        if item["id"] in must:
            item["must"] = True
    short = [f"P{k}" for k in range(pools - 1)][: scarce - 1]
    problem: dict[str, Any] = {"format": "styrehjul.plan/1", "name": f"{candidates} kandidater", "periods": QUARTERS}
    problem["items"] = items
    problem["pools"] = [
        {
            "id": pool,
            "unit": "timer",
            "capacity": _peak(items, pool, rng.uniform(0.3, 0.45) if pool in short else AMPLE),
        }
        for pool in (f"P{k}" for k in range(pools - 1))
    ]
    money = sum(sum(item["demand"]["KR"]) for item in items)
    problem["pools"].append(
        {"id": "KR", "unit": "1.000 kr.", "per": "year", "capacity": {"2027": money // 4, "2028": money // 4}}
    )
    brief = [item["id"] for item in items if item["duration"] <= 2 and item["id"] in free]
    problem["requires"] = [
        {"item": later, "needs": first, "when": rng.choice(["finished", "started"])}
        for first, later in zip(brief[:6], free[-6:], strict=False)
        if first < later
    ]
    problem["excludes"] = [rng.sample(free, 2) for _ in range(candidates // 20)]
    problem["groups"] = [{"id": f"G{area}", "items": names[area::6], "max_active": 6} for area in range(6)]
    return problem


def _candidate(rng: random.Random, name: str, pools: int) -> dict[str, Any]:
    """Larger ones are worth more, on the whole; a role is needed at the same pace while the project runs."""
    duration, late = rng.randint(1, 5), rng.choice([0, 0, 1, 2])
    demand: dict[str, Any] = {"P0": [rng.randrange(40, 170, 10)] * duration}
    for k in range(1, pools - 1):
        if rng.random() < 0.45:
            pace = rng.randrange(20, 130, 10)
            demand[f"P{k}"] = [pace if rng.random() < 0.8 else pace // 2 for _ in range(duration)]
    demand["KR"] = [rng.randrange(20, 300, 10) for _ in range(duration)]
    worth = rng.randint(15, 60) + 6 * duration + 3 * len(demand)
    return {
        "id": name,
        "value": [worth - late * t for t in range(4)] + [None] * 4,
        "duration": duration,
        "may_continue": True,
        "demand": demand,
    }


def _peak(items: list[dict[str, Any]], pool: str, share: float) -> int:
    """This share of what a quarter would take, were the candidates' starts spread evenly over the plan's year."""
    wanted = sum(sum(item["demand"].get(pool, [])) for item in items)
    return int(wanted * share / 6) // 10 * 10


def a_knapsack(items: int = 100, pools: int = 5, *, tightness: float = 0.25, seed: int = 1) -> dict[str, Any]:
    """The plain multi-dimensional knapsack in the manner of Chu and Beasley: demand at random, value that follows it."""
    rng = random.Random(seed)  # noqa: S311 - invented projects, not secrets
    demand = [[rng.randint(1, 1000) for _ in range(pools)] for _ in range(items)]
    return {
        "format": "styrehjul.plan/1",
        "name": f"rygsæk {items} x {pools}",
        "pools": [{"id": f"P{k}", "capacity": int(tightness * sum(row[k] for row in demand))} for k in range(pools)],
        "items": [
            {
                "id": f"C{j:03}",
                "value": round(sum(row) / pools + 500 * rng.random()),
                "demand": {f"P{k}": amount for k, amount in enumerate(row)},
            }
            for j, row in enumerate(demand)
        ],
    }

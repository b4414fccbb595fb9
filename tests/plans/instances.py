"""Random small planning problems, and what the best plan is when every plan there is has been looked at.

The search here shares no code with the product: it reads the problem file itself and knows the rules from their text.
"""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product
from typing import Any

Plan = dict[str, int]


def an_instance(seed: int) -> dict[str, Any]:
    """Two to five items, one to four periods, and by turns every kind of rule that a file may hold."""
    rng = random.Random(seed)
    periods = rng.choice([1, 1, 2, 3, 3, 4])
    count = rng.randint(2, 5 if periods < 4 else 4)
    names = [f"p{number}" for number in range(count)]
    document: dict[str, Any] = {
        "format": "styrehjul.plan/1",
        "periods": [{"id": f"K{t}", "year": 2027 + t // 2} for t in range(periods)],
        "pools": [a_pool(rng, f"pool{k}", periods) for k in range(rng.randint(1, 3))],
        "items": [an_item(rng, name, periods) for name in names],
    }
    for pool in document["pools"]:
        for item in document["items"]:
            if rng.random() < 0.8:
                one = rng.random() < 0.5
                amounts = [number(rng, 0, 9) for _ in range(item["duration"])]
                item["demand"][pool["id"]] = amounts[0] if one else amounts
    if rng.random() < 0.5:
        document["requires"] = [
            {
                "item": names[j],
                "needs": names[i],
                "when": rng.choice(["finished", "started", "chosen"]),
                "lag": rng.choice([0, 0, 1]),
            }
            for i, j in sorted({tuple(sorted(rng.sample(range(count), 2))) for _ in range(rng.randint(1, 2))})
        ]
    if rng.random() < 0.3:
        document["excludes"] = [rng.sample(names, 2)]
    if rng.random() < 0.5:
        document["groups"] = [a_group(rng, names, document["pools"])]
    if rng.random() < 0.4:
        document["synergies"] = [
            {"items": rng.sample(names, rng.randint(2, min(3, count))), "value": number(rng, -8, 8)}
            for _ in range(rng.randint(1, 2))
        ]
    if rng.random() < 0.4:
        document["reference"] = {
            name: rng.choice([None, f"K{rng.randrange(periods)}"]) for name in rng.sample(names, 2)
        }
    return document


def number(rng: random.Random, low: int, high: int) -> float | int:
    whole = rng.randint(low, high)
    return whole if rng.random() < 0.7 else whole + rng.choice([0, 0.5, 0.25])


def a_pool(rng: random.Random, key: str, periods: int) -> dict[str, Any]:
    per = rng.choice(["period", "period", "year", "total"])
    pool: dict[str, Any] = {"id": key, "per": per, "capacity": number(rng, 2, 18)}
    if per == "period" and rng.random() < 0.4:
        pool["capacity"] = [number(rng, 0, 14) for _ in range(periods)]
    if per == "year" and rng.random() < 0.5:
        pool["capacity"] = {str(2027 + year): number(rng, 2, 20) for year in range((periods + 1) // 2)}
    return pool


def an_item(rng: random.Random, name: str, periods: int) -> dict[str, Any]:
    item: dict[str, Any] = {"id": name, "duration": rng.randint(1, min(3, periods)), "demand": {}}
    item["value"] = number(rng, -1, 12)
    if rng.random() < 0.4:
        item["value"] = [None if rng.random() < 0.2 else number(rng, 0, 12) for _ in range(periods)]
    if rng.random() < 0.25:
        item["starts"] = sorted(rng.sample([f"K{t}" for t in range(periods)], rng.randint(1, periods)))
    item["may_continue"] = rng.random() < 0.3
    kind = rng.random()
    if kind < 0.12:
        item["must"] = True
    elif kind < 0.18:
        item["out"] = True
    return item


def a_group(rng: random.Random, names: list[str], pools: list[dict[str, Any]]) -> dict[str, Any]:
    group: dict[str, Any] = {"id": "g", "items": rng.sample(names, rng.randint(2, len(names)))}
    for limit, low, high in (("min", 0, 2), ("max", 2, 3), ("max_active", 1, 2), ("max_starts", 1, 2)):
        if rng.random() < 0.35:
            group[limit] = rng.randint(low, high)
    pool = rng.choice(pools)["id"]
    if rng.random() < 0.25:
        group["max_demand"] = {pool: number(rng, 3, 14)}
    if rng.random() < 0.15:
        group["min_demand"] = {pool: number(rng, 0, 3)}
    return group


def every_plan(document: dict[str, Any]) -> list[Plan]:
    """All plans that hold, by the words of the format."""
    periods = [row["id"] for row in document["periods"]]
    choices = [[None, *starts_of(item, periods)] for item in document["items"]]
    plans = []
    for combination in product(*choices):
        plan = {item["id"]: s for item, s in zip(document["items"], combination, strict=True) if s is not None}
        if is_kept(document, plan):
            plans.append(plan)
    return plans


def starts_of(item: dict[str, Any], periods: list[str]) -> list[int]:
    if item.get("out"):
        return []
    found = []
    for s, name in enumerate(periods):
        value = item["value"][s] if isinstance(item["value"], list) else item["value"]
        ends = s + item["duration"] <= len(periods) or item["may_continue"]
        if value is not None and ends and name in item.get("starts", periods):
            found.append(s)
    return found


def drawn(document: dict[str, Any], plan: Plan, pool: str) -> list[Fraction]:
    """What the plan draws from the pool in each period."""
    use = [Fraction(0)] * len(document["periods"])
    for item in document["items"]:
        if item["id"] in plan:
            given = item["demand"].get(pool, 0)
            amounts = given if isinstance(given, list) else [given] * item["duration"]
            for o, amount in enumerate(amounts):
                if plan[item["id"]] + o < len(use):
                    use[plan[item["id"]] + o] += Fraction(str(amount))
    return use


def is_kept(document: dict[str, Any], plan: Plan) -> bool:
    items = {item["id"]: item for item in document["items"]}
    if any(item.get("must") and key not in plan for key, item in items.items()):
        return False
    for row in document.get("requires", []):
        if row["item"] in plan:
            if row["needs"] not in plan:
                return False
            first = (
                plan[row["needs"]] + row["lag"] + (items[row["needs"]]["duration"] if row["when"] == "finished" else 0)
            )
            if row["when"] != "chosen" and first > plan[row["item"]]:
                return False
    if any(sum(key in plan for key in row) > 1 for row in document.get("excludes", [])):
        return False
    return pools_are_kept(document, plan) and all(
        group_is_kept(document, plan, group) for group in document.get("groups", [])
    )


def pools_are_kept(document: dict[str, Any], plan: Plan) -> bool:
    for pool in document["pools"]:
        sums: dict[str, Fraction] = {}
        for t, amount in enumerate(drawn(document, plan, pool["id"])):
            key = {"period": str(t), "year": str(document["periods"][t]["year"]), "total": ""}[pool["per"]]
            sums[key] = sums.get(key, Fraction(0)) + amount
        for key, amount in sums.items():
            capacity = pool["capacity"]
            if isinstance(capacity, list):
                capacity = capacity[int(key)]
            elif isinstance(capacity, dict):
                capacity = capacity[key]
            if amount > Fraction(str(capacity)):
                return False
    return True


def group_is_kept(document: dict[str, Any], plan: Plan, group: dict[str, Any]) -> bool:
    items = {item["id"]: item for item in document["items"]}
    inside = {key: plan[key] for key in group["items"] if key in plan}
    if not group.get("min", 0) <= len(inside) <= group.get("max", len(items)):
        return False
    for t in range(len(document["periods"])):
        active = sum(s <= t < s + items[key]["duration"] for key, s in inside.items())
        begun = sum(s == t for s in inside.values())
        if active > group.get("max_active", active) or begun > group.get("max_starts", begun):
            return False
    for limit, sign in (("max_demand", 1), ("min_demand", -1)):
        for pool, amount in group.get(limit, {}).items():
            if sign * sum(drawn(document, inside, pool)) > sign * Fraction(str(amount)):
                return False
    return True


def worth(document: dict[str, Any], plan: Plan) -> Fraction:
    total = Fraction(0)
    for item in document["items"]:
        if item["id"] in plan:
            value = item["value"][plan[item["id"]]] if isinstance(item["value"], list) else item["value"]
            total += Fraction(str(value))
    for row in document.get("synergies", []):
        if all(key in plan for key in row["items"]):
            total += Fraction(str(row["value"]))
    return total


def rank(document: dict[str, Any], plan: Plan) -> tuple[Fraction, int, int, int]:
    """What decides between two plans: value, then least change, then earliest starts, then the file's order."""
    periods = [row["id"] for row in document["periods"]]
    changes = 0
    for key, period in document.get("reference", {}).items():
        now = periods[plan[key]] if key in plan else None
        changes += now != period
    order = sum(number for number, item in enumerate(document["items"]) if item["id"] in plan)
    return worth(document, plan), -changes, -sum(plan.values()), -order

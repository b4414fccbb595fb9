"""The numbers of a plan in Danish, as they are said in a municipality."""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import ROUND_CEILING, Decimal
from typing import Any

from styrehjul.kernel.danish import listing, number_text
from styrehjul.plans.domain.checking import Violation
from styrehjul.plans.domain.problem import TOTAL, Pool, Problem

QUARTER = re.compile(r"(\d{4})-?[KQ]([1-4])")
MOST_NAMED = 12
Row = Mapping[str, Any]


class Names:
    """What the ids of a problem are called."""

    def __init__(self, problem: Problem) -> None:
        self.items = {item.id: item.name for item in problem.items}
        self.pools: dict[str, Pool] = {pool.id: pool for pool in problem.pools}
        self.timeless = len(problem.periods) == 1 and problem.periods[0].year is None
        self.one_year = len({period.year for period in problem.periods}) == 1

    def period(self, key: str) -> str:
        """`2027K3` -> "3. kvartal 2027", or without the year where all the plan's periods have the same."""
        quarter = QUARTER.fullmatch(key)
        if quarter:
            return f"{quarter[2]}. kvartal" + ("" if self.one_year else f" {quarter[1]}")
        return "alt" if key == TOTAL else key

    def amount(self, pool: str, amount: Decimal | int) -> str:
        """ "40 timer", "250.000 kr." where the pool counts in thousands."""
        unit = self.pools[pool].unit
        if unit.startswith("1.000 "):
            return f"{number(Decimal(amount) * 1000)} {unit.removeprefix('1.000 ')}"
        return f"{number(amount)} {unit}".strip()


def number(value: Decimal | int) -> str:
    """With a comma, and no more decimals than it has."""
    exponent = Decimal(value).normalize().as_tuple().exponent
    return number_text(value, decimals=min(3, max(0, -exponent)) if isinstance(exponent, int) else 0)


def percent(share: Decimal | int) -> str:
    """One decimal, rounded up: a distance is never told smaller than it is."""
    tenths = (Decimal(share) * 1000).to_integral_value(rounding=ROUND_CEILING) / 10
    return f"{number_text(tenths, decimals=0 if tenths == int(tenths) else 1)} %"


def points(value: Decimal | int) -> str:
    return f"{number(value)} point"


def in_words(problem: Problem, solution: Row) -> list[str]:
    """The whole answer as sentences, the most important first."""
    names = Names(problem)
    if solution["status"] == "infeasible":
        return [
            "Planen kan ikke lade sig gøre med det, der er bundet.",
            *(f"{violation_words(problem, row)}." for row in solution["conflicts"]),
        ]
    if solution["objective"] is None:
        return ["Der blev ikke fundet en plan i den tid, der var. Det siger intet om, hvorvidt der findes en."]
    sentences = [worth_words(names, solution), how_sure(solution)]
    sentences += [why_left_out(problem, row, names) for row in solution["left_out"][:MOST_NAMED]]
    rest = len(solution["left_out"]) - MOST_NAMED
    if rest > 0:
        sentences.append(f"{rest} andre kom heller ikke med.")
    pressed = scarcest(problem, solution)
    if pressed:
        sentences.append(f"Mest presset: {listing(pressed)}.")
    return sentences


def worth_words(names: Names, solution: Row) -> str:
    chosen = [
        f"{names.items[row['id']]} fra {names.period(row['start'])}"
        if QUARTER.fullmatch(row["start"])
        else names.items[row["id"]]
        for row in solution["chosen"]
    ]
    if not chosen:
        return "Ingen kom med."
    return f"Planen er {points(solution['objective'])} værd: {listing(chosen)}."


def how_sure(solution: Row) -> str:
    """The proof, or the distance; never more than what is known."""
    if solution["status"] == "proven_optimal":
        return "Det er den bedste sammensætning (bevist)."
    why = {
        "time": "beregningen blev stoppet, før den var færdig",
        "stop": "beregningen blev stoppet, før den var færdig",
        "nodes": "beregningen blev stoppet, før den var færdig",
        "gap": "så tæt på var nok",
    }.get(solution["stopped_by"], "beregningen gik i stå")
    if solution["gap"] is None:
        return f"Planen holder, men det vides ikke, hvor langt den er fra den bedste: {why}."
    return f"Planen er højst {percent(solution['gap'])} fra det bedste; {why}."


def why_left_out(problem: Problem, row: Row, names: Names | None = None) -> str:
    """Why it did not come along, and what would bring it in."""
    names = names or Names(problem)
    name = names.items[row["id"]]
    why = {
        "out": "holdt ude",
        "no_start": "den kan ikke begynde i nogen af planens perioder",
        "not_worth": "den ville ikke gøre planen mere værd",
    }.get(row["reason"])
    if row["reason"] == "out":
        own = next(item.reason for item in problem.items if item.id == row["id"])
        return f"{name} er holdt ude{f': {own}' if own else ''}."
    if why is None:
        why = reason_words(problem, names, row)
    ways = ways_in(names, row)
    first = f"{name} kom ikke med: {why}."
    return f"{first} Den kommer med, hvis {' eller hvis '.join(ways)}." if ways else first + price_words(row)


def reason_words(problem: Problem, names: Names, row: Row) -> str:
    if row["reason"] == "capacity":
        return short_words(names, row["binding"])
    if row["reason"] == "needs":
        others = [names.items[bar["items"][1]] for bar in row["rule"] if bar["kind"] == "needs"]
        when = {bar["limit"] for bar in row["rule"] if bar["kind"] == "needs"}
        done = " er færdig først" if when == {"finished"} else " er begyndt først" if when == {"started"} else " er med"
        return f"den forudsætter, at {listing(others)}{done}"
    if row["reason"] == "excluded":
        others = [names.items[key] for bar in row["rule"] if bar["kind"] == "excluded" for key in bar["items"][1:]]
        return f"den kan ikke være med sammen med {listing(dict.fromkeys(others))}"
    return listing(
        dict.fromkeys(_limit(names, bar, subject="der ville være") for bar in row["rule"] if bar["kind"] == "group")
    )


def short_words(names: Names, binding: list[Row]) -> str:
    """What is missing, pool by pool: the very amount where it is one period, else the most in how many."""
    parts = []
    for pool in dict.fromkeys(row["pool"] for row in binding):
        rows = [row for row in binding if row["pool"] == pool]
        worst = max(rows, key=lambda row: Decimal(row["missing"]))
        if len(rows) == 1:
            parts.append(_missing(names, worst))
        else:
            kind = "kvartaler" if QUARTER.fullmatch(worst["period"]) else "perioder"
            amount = names.amount(pool, worst["missing"])
            when = _when(names, worst["period"])
            parts.append(f"{names.pools[pool].name} mangler op til {amount} i {len(rows)} {kind}, mest{when}")
    return listing(parts)


def ways_in(names: Names, row: Row) -> list[str]:
    """ "de findes", "Sensorer udgår (koster 6 point)" """
    ways = ["det findes"] if row["reason"] == "capacity" else []
    swap = row.get("swap")
    if swap:
        gone = listing(names.items[key] for key in swap["remove"])
        cost = f" (koster {points(swap['cost'])})" if swap["cost"] > 0 else ""
        ways.append(f"{gone} udgår{cost}")
    return ways


def price_words(row: Row) -> str:
    price = row.get("price")
    if price is None:
        return ""
    if isinstance(price, Mapping):
        if price.get("impossible"):
            return " Den kan ikke komme med ved siden af det, der er bundet."
        if price.get("to") is None:
            return ""
        return f" Skal den med, koster det højst {points(price['to'])}."
    return f" Skal den med, koster det {points(price)}."


def scarcest(problem: Problem, solution: Row, most: int = 2) -> list[str]:
    """The pools and periods of which least is left, fullest first."""
    names = Names(problem)
    rows = [
        (Decimal(slot["used"]) / Decimal(slot["capacity"]), pool, key, slot)
        for pool, slots in solution["load"].items()
        for key, slot in slots.items()
        if slot["capacity"] > 0 and slot["used"] > 0
    ]
    rows.sort(key=lambda row: -row[0])
    found, seen = list[str](), set[str]()
    for _share, pool, key, slot in rows:
        if pool not in seen and len(found) < most:
            seen.add(pool)
            used, capacity = names.amount(pool, slot["used"]), names.amount(pool, slot["capacity"])
            found.append(f"{names.pools[pool].name}{_when(names, key)} ({used} af {capacity})")
    return found


def violation_words(problem: Problem, violation: Violation | Row) -> str:
    """One broken rule, without the full stop."""
    names = Names(problem)
    row: Row = violation.as_dict() if isinstance(violation, Violation) else violation
    items = [names.items[key] for key in row.get("items", [])]
    kind = row["kind"]
    if kind == "capacity":
        return _capital(_missing(names, row))
    if kind == "must":
        return f"{listing(items)} er bundet, men kan ikke komme med"
    if kind == "out":
        return f"{listing(items)} er holdt ude, men står i planen"
    if kind == "start":
        return f"{listing(items)} kan ikke begynde i {names.period(row['period'])}"
    if kind == "needs":
        when = {"finished": "er færdig først", "started": "er begyndt først", "chosen": "er med"}[row["limit"]]
        return f"{items[0]} forudsætter, at {items[1]} {when}"
    if kind == "excluded":
        return f"{listing(items)} kan ikke være med på samme tid"
    return _capital(_limit(names, row, subject="der er"))


def _missing(names: Names, row: Row) -> str:
    pool = names.pools[row["pool"]]
    return f"{pool.name} mangler {names.amount(pool.id, row['missing'])}{_when(names, row['period'])}"


def _when(names: Names, slot: str) -> str:
    """ " i 3. kvartal"; nothing where the plan has no periods to speak of."""
    return "" if names.timeless else f" i {names.period(slot)}"


def _limit(names: Names, row: Row, *, subject: str) -> str:
    over, group = number(row["missing"]), row["group"]
    when = _when(names, row["period"]) if row.get("period") else ""
    if row["limit"] == "min":
        return f"gruppen {group} mangler {over} for at nå det mindste antal"
    if row["limit"] in ("min_demand", "max_demand"):
        amount, pool = names.amount(row["pool"], row["missing"]), names.pools[row["pool"]].name
        return f"gruppen {group} {'mangler' if row['limit'] == 'min_demand' else 'bruger'} {amount}{' for meget' if row['limit'] == 'max_demand' else ''} af {pool}"
    at_once = {"max": "", "max_active": " i gang på samme tid", "max_starts": " nye på samme tid"}[row["limit"]]
    return f"{subject} {over} for mange i gruppen {group}{at_once}{when}"


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]

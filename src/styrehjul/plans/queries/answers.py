"""A stored answer as the page shows it: rows, bars and sentences; nothing is calculated anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from styrehjul.kernel.danish import listing
from styrehjul.plans.domain.problem import Problem
from styrehjul.plans.domain.studies import Placed, Standing, placed
from styrehjul.plans.domain.words import Names, how_sure, number, points, scarcest, violation_words, why_left_out
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.runs import problem_of_run, solution_of


@dataclass(frozen=True)
class ItemRow:
    """One candidate: `standing` is must, chosen or left."""

    id: str
    name: str
    standing: str
    start: str
    value: str
    why: str


@dataclass(frozen=True)
class Bar:
    """One pool in one period, and how full it is."""

    pool: str
    period: str
    used: str
    capacity: str
    pct: int


@dataclass(frozen=True)
class Answer:
    """`head` is the first sentence, `sure` how sure it is; `stops` what is in the way where there is no plan."""

    head: str
    sure: str
    stops: list[str]
    items: list[ItemRow]
    bars: list[Bar]
    pressed: str
    carried: list[str]

    @property
    def chosen(self) -> list[ItemRow]:
        return [row for row in self.items if row.standing == "chosen"]

    @property
    def bound(self) -> list[ItemRow]:
        return [row for row in self.items if row.standing == "must"]

    @property
    def left(self) -> list[ItemRow]:
        return [row for row in self.items if row.standing == "left"]


def answer_of(run: PlanRun) -> Answer:
    problem, solution = problem_of_run(run), solution_of(run)
    names = Names(problem)
    if solution["status"] == "infeasible":
        stops = [f"{violation_words(problem, row)}." for row in solution["conflicts"]]
        return Answer("Planen kan ikke lade sig gøre med det, der er bundet.", "", stops, [], [], "", [])
    if solution["objective"] is None:
        head = "Der blev ikke fundet en plan i den tid, der var. Det siger intet om, hvorvidt der findes en."
        return Answer(head, "", [], [], [], "", [])
    count, total = len(solution["chosen"]), len(problem.items)
    head = f"{count} af {total} kom med. Planen er {points(solution['objective'])} værd."
    pressed = listing(scarcest(problem, solution))
    return Answer(
        head,
        how_sure(solution),
        [],
        _items(problem, solution, names),
        _bars(names, solution),
        pressed,
        _carried(names, solution),
    )


def _items(problem: Problem, solution: Mapping[str, Any], names: Names) -> list[ItemRow]:
    chosen = {row["id"]: row for row in solution["chosen"]}
    left = {row["id"]: row for row in solution["left_out"]}
    rows = []
    for item in problem.items:
        if item.id in chosen:
            row = chosen[item.id]
            standing = "must" if row["by"] == "must" else "chosen"
            rows.append(
                ItemRow(item.id, item.name, standing, names.period(row["start"]), number(row["value"]), item.reason)
            )
        else:
            why = why_left_out(problem, left[item.id], names) if item.id in left else ""
            values = [value for value in item.values if value is not None]
            rows.append(ItemRow(item.id, item.name, "left", "", number(max(values)) if values else "", why))
    order = {"must": 0, "chosen": 1, "left": 2}
    return sorted(rows, key=lambda row: order[row.standing])


def _bars(names: Names, solution: Mapping[str, Any]) -> list[Bar]:
    return [
        Bar(
            names.pools[pool].name,
            names.period(key),
            names.amount(pool, slot["used"]),
            names.amount(pool, slot["capacity"]),
            int(Decimal(slot["used"]) * 100 / Decimal(slot["capacity"])) if slot["capacity"] else 0,
        )
        for pool, slots in solution["load"].items()
        for key, slot in slots.items()
    ]


def _carried(names: Names, solution: Mapping[str, Any]) -> list[str]:
    """What runs on after the last period."""
    return [
        f"{names.items[key]}: {listing(f'{names.amount(pool, amount)} ({names.pools[pool].name})' for pool, amount in amounts.items())}"
        for key, amounts in solution["carried"].items()
    ]


# The studies


@dataclass(frozen=True)
class MoreRow:
    pool: str
    step: str
    gives: str
    least: str
    slots: str


def more_of(run: PlanRun) -> list[MoreRow]:
    """What more of each pool would give, in words."""
    problem = problem_of_run(run)
    names = Names(problem)
    rows = []
    for row in solution_of(run)["rows"]:
        least = row["least"]
        slots = [
            f"{names.period(slot['period'])}: {points(slot['gain'])}"
            for slot in row["slots"]
            if not isinstance(slot["gain"], Mapping) and slot["gain"]
        ]
        rows.append(
            MoreRow(
                names.pools[row["pool"]].name,
                names.amount(row["pool"], Decimal(row["step"])),
                gain_words(names, row),
                f"{names.amount(row['pool'], Decimal(least['amount']))}: {gain_words(names, least)}" if least else "",
                ", ".join(slots),
            )
        )
    return rows


def more_words(rows: Sequence[MoreRow]) -> list[str]:
    """One sentence for each pool, for the page of the answer."""
    return [f"{row.step} mere af {row.pool} giver {row.gives}." for row in rows]


def gain_words(names: Names, row: Mapping[str, Any]) -> str:
    """ "plads til Sensorer (23 point)", "intet", or from - to where it was not settled."""
    gain = row["gain"]
    if gain is None:
        return "ikke afgjort"
    if isinstance(gain, Mapping):
        if gain["to"] is None:
            return "ikke afgjort"
        return "højst " + points(gain["to"]) if not gain["from"] else f"{number(gain['from'])}-{points(gain['to'])}"
    if not gain:
        return "intet"
    inside = f"plads til {listing(names.items[key] for key in row['in'])}" if row["in"] else "bedre tider"
    outside = f", mens {listing(names.items[key] for key in row['out'])} udgår" if row["out"] else ""
    return f"{inside}{outside} ({points(gain)})"


def placed_of(run: PlanRun) -> list[tuple[Placed, str]]:
    """Each candidate with how sure its choice is, and its name."""
    assert run.of is not None, "a study is of a calculation"
    problem, solution = problem_of_run(run), solution_of(run.of)
    names = Names(problem)
    chosen = [row["id"] for row in solution["chosen"]]
    every = placed(problem, chosen, Decimal(solution["objective"]), solution_of(run)["rows"])
    rows = [row for row in every if row.standing is not Standing.MUST]  # there was no choice to be sure of
    order = list(Standing)
    return sorted(((row, names.items[row.id]) for row in rows), key=lambda pair: order.index(pair[0].standing))


@dataclass(frozen=True)
class Point:
    """One capacity on the frontier: per cent of today's, the value, and where it is drawn."""

    pct: int
    value: str
    bound: str
    impossible: bool
    x: int
    y: int
    top: int


WIDTH, HEIGHT, LEFT, BELOW = 640, 260, 50, 30


def frontier_of(run: PlanRun) -> list[Point]:
    rows: Sequence[Mapping[str, Any]] = solution_of(run)["rows"]
    highest = max((Decimal(row["bound"] or row["value"] or 0) for row in rows), default=Decimal(0)) or Decimal(1)

    def place(value: Any) -> int:
        return int(HEIGHT - BELOW - (HEIGHT - BELOW - 10) * Decimal(value or 0) / highest)

    return [
        Point(
            row["pct"],
            "" if row["value"] is None else number(row["value"]),
            "" if row["bound"] is None else number(row["bound"]),
            bool(row["impossible"]),
            LEFT + (WIDTH - LEFT - 30) * row["pct"] // 150,
            place(row["value"]),
            place(row["bound"] if row["bound"] is not None else row["value"]),
        )
        for row in rows
    ]


# Side by side


@dataclass(frozen=True)
class ComparedRow:
    """`titled` is each plan's name with when the candidate begins in it."""

    name: str
    cells: list[str]
    titled: list[tuple[str, str]]
    differs: bool


def compared(runs: Sequence[PlanRun]) -> list[ComparedRow]:
    """Each candidate and when it begins in each of the plans; "–" where it is not in, "findes ikke" where it is no candidate."""
    read = [(problem_of_run(run), solution_of(run)) for run in runs]
    order = list(dict.fromkeys(item.id for problem, _solution in read for item in problem.items))
    called = {item.id: item.name for problem, _solution in read for item in problem.items}
    rows = []
    for key in order:
        cells = []
        for problem, solution in read:
            names = Names(problem)
            starts = {row["id"]: row["start"] for row in solution["chosen"]}
            cells.append(_begins(names, starts[key]) if key in starts else "–" if key in names.items else "findes ikke")
        titled = [(run.name, cell) for run, cell in zip(runs, cells, strict=True)]
        rows.append(ComparedRow(called[key], cells, titled, len(set(cells)) > 1))
    return rows


def _begins(names: Names, start: str) -> str:
    return "med" if names.timeless else names.period(start)

"""The worked examples come out to the last number: plan, load, prices, shortages, what more capacity is worth."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from styrehjul.plans.domain.checking import check
from styrehjul.plans.domain.exact import exact
from styrehjul.plans.domain.greedy import greedy
from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.domain.words import in_words
from styrehjul.plans.solving.run import solve, solve_many, study
from tests.plans.examples import KNAPSACK, YEAR

PROBLEM = read_problem({**YEAR, "options": {"explain": "full"}})


@pytest.fixture(scope="module")
def answers() -> list[dict[str, Any]]:
    return solve_many([read_problem(KNAPSACK), PROBLEM])


def test_the_knapsack(answers: list[dict[str, Any]]) -> None:
    answer = answers[0]
    assert (answer["status"], answer["objective"], answer["bound"], answer["gap"]) == ("proven_optimal", 14, 14, 0)
    assert [row["id"] for row in answer["chosen"]] == ["b", "c"]
    left_out = {row["id"]: row for row in answer["left_out"]}
    assert left_out["d"]["shortage"] == [
        {"pool": "A", "period": "1", "missing": 1},
        {"pool": "B", "period": "1", "missing": 2},
    ]
    assert left_out["d"]["swap"] == {"remove": ["b"], "start": "1", "cost": 4}


def test_greedy_by_value_is_not_the_best() -> None:
    e = exact(read_problem(KNAPSACK))
    assert check(e.problem, {"a": "1", "d": "1"}).value == 13
    assert greedy(exact(PROBLEM)) is not None


def test_the_year(answers: list[dict[str, Any]]) -> None:
    answer = answers[1]
    assert (answer["status"], answer["objective"]) == ("proven_optimal", 125)
    assert {row["id"]: (row["start"], row["value"], row["by"]) for row in answer["chosen"]} == {
        "FKDS": ("2027K1", 20, "must"),
        "KOERSEL": ("2027K1", 46, "chosen"),
        "SENSOR": ("2027K3", 28, "chosen"),
        "ARKIV": ("2027K3", 31, "chosen"),
    }
    load = {pool: [slot["used"] for slot in slots.values()] for pool, slots in answer["load"].items()}
    assert load == {"PL": [280, 240, 240, 220], "ARK": [100, 60, 60, 80], "KR": [1400]}
    assert {row["id"]: (row["reason"], row["price"]) for row in answer["left_out"]} == {
        "BOLIG": ("excluded", 57),
        "CHAT": ("needs", 7),
    }


def test_the_year_in_words(answers: list[dict[str, Any]]) -> None:
    said = in_words(PROBLEM, answers[1])
    assert said[0] == (
        "Planen er 125 point værd: FKDS fra 1. kvartal, Kørsel fra 1. kvartal, Sensorer fra 3. kvartal og ARKIV fra 3. kvartal."
    )
    assert said[1] == "Det er den bedste sammensætning (bevist)."
    assert said[2] == (
        "BOLIG kom ikke med: den kan ikke være med sammen med Sensorer. "
        "Den kommer med, hvis Kørsel, Sensorer og ARKIV udgår (koster 57 point)."
    )
    assert said[3] == "CHAT kom ikke med: den forudsætter, at ARKIV er færdig først. Skal den med, koster det 7 point."


def test_what_more_capacity_is_worth() -> None:
    plan = {"FKDS": "2027K1", "KOERSEL": "2027K1", "SENSOR": "2027K3", "ARKIV": "2027K3"}
    steps = {"PL": Decimal(400), "ARK": Decimal(400)}
    rows = {row["pool"]: row for row in study("more", PROBLEM, plan=plan, bound=Decimal(125), steps=steps)}
    assert (rows["PL"]["gain"], rows["PL"]["in"]) == (23, ["CHAT"])
    assert (rows["PL"]["least"]["amount"], rows["PL"]["least"]["gain"]) == (60, 23)
    assert (rows["ARK"]["gain"], rows["ARK"]["least"]) == (0, None)


def test_the_frontier_never_falls_and_goes_through_the_plan() -> None:
    rows = study("frontier", PROBLEM, pool="PL")
    worth = {row["pct"]: row["value"] for row in rows}
    assert (worth[100], worth[120], worth[150]) == (125, 148, 148)
    assert [row["pct"] for row in rows if row["impossible"]] == [0, 10, 20, 30]
    known = [value for value in worth.values() if value is not None]
    assert known == sorted(known)


def test_what_each_choice_costs_to_turn() -> None:
    plan = {"FKDS": "2027K1", "KOERSEL": "2027K1", "SENSOR": "2027K3", "ARKIV": "2027K3"}
    rows = study("flips", PROBLEM, plan=plan, bound=Decimal(125))
    assert {row["id"]: row["loss"] for row in rows} == {"KOERSEL": 22, "BOLIG": 57, "SENSOR": 7, "CHAT": 7, "ARKIV": 31}


def test_two_bound_items_that_exclude_each_other_are_named() -> None:
    document = {**YEAR, "items": [{**item, "must": item["id"] in ("SENSOR", "BOLIG")} for item in YEAR["items"]]}
    problem = read_problem({**document, "groups": []})
    answer = solve(problem)
    assert (answer["status"], answer["objective"], answer["stopped_by"]) == ("infeasible", None, "proof")
    assert answer["conflicts"] == [{"kind": "excluded", "items": ["SENSOR", "BOLIG"]}] or answer["conflicts"] == [
        {"kind": "excluded", "items": ["BOLIG", "SENSOR"]}
    ]
    assert in_words(problem, answer)[1] in (
        "Sensorer og BOLIG kan ikke være med på samme tid.",
        "BOLIG og Sensorer kan ikke være med på samme tid.",
    )


def test_a_bound_item_larger_than_everything_tells_what_is_missing() -> None:
    problem = read_problem(
        {
            "format": "styrehjul.plan/1",
            "pools": [{"id": "PL", "name": "projektlederne", "unit": "timer", "capacity": 300}],
            "items": [{"id": "X", "value": 5, "must": True, "demand": {"PL": 340}}, {"id": "Y", "value": 5}],
        }
    )
    answer = solve(problem)
    assert answer["conflicts"] == [{"kind": "capacity", "pool": "PL", "period": "1", "missing": 40}]
    assert in_words(problem, answer)[1] == "Projektlederne mangler 40 timer."


def test_no_candidates_is_a_plan_of_nothing() -> None:
    answer = solve(read_problem({"format": "styrehjul.plan/1", "items": []}))
    assert (answer["status"], answer["objective"], answer["chosen"]) == ("proven_optimal", 0, [])

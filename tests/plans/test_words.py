"""What the numbers are in Danish: distances rounded up, periods by name, money in kroner, and no more claimed than is known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from styrehjul.plans.domain.problem_file import read_problem
from styrehjul.plans.domain.studies import Standing, placed
from styrehjul.plans.domain.words import Names, how_sure, percent, violation_words
from tests.plans.examples import YEAR

PROBLEM = read_problem(YEAR)


@pytest.mark.parametrize(
    ("share", "words"),
    [("0", "0 %"), ("0.01401", "1,5 %"), ("0.014", "1,4 %"), ("0.00001", "0,1 %"), ("0.37", "37 %")],
)
def test_a_distance_is_rounded_up(share: str, words: str) -> None:
    assert percent(Decimal(share)) == words


@pytest.mark.parametrize(
    ("solution", "words"),
    [
        ({"status": "proven_optimal"}, "Det er den bedste sammensætning (bevist)."),
        (
            {"status": "feasible", "stopped_by": "time", "gap": Decimal("0.014")},
            "Planen er højst 1,4 % fra det bedste; beregningen blev stoppet, før den var færdig.",
        ),
        (
            {"status": "feasible", "stopped_by": "failure", "gap": None},
            "Planen holder, men det vides ikke, hvor langt den er fra den bedste: beregningen gik i stå.",
        ),
    ],
)
def test_how_sure_is_no_more_than_what_is_known(solution: dict[str, Any], words: str) -> None:
    assert how_sure(solution) == words


def test_periods_and_money_are_said_as_people_say_them() -> None:
    names = Names(PROBLEM)
    assert (names.period("2027K3"), names.amount("KR", 150), names.amount("PL", Decimal("7.5"))) == (
        "3. kvartal", "150.000 kr.", "7,5 timer",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("violation", "words"),
    [
        (
            {"kind": "capacity", "pool": "ARK", "period": "2027K2", "missing": 40},
            "It-arkitekterne mangler 40 timer i 2. kvartal",
        ),
        (
            {"kind": "needs", "items": ["CHAT", "ARKIV"], "limit": "finished"},
            "CHAT forudsætter, at ARKIV er færdig først",
        ),
        ({"kind": "excluded", "items": ["SENSOR", "BOLIG"]}, "Sensorer og BOLIG kan ikke være med på samme tid"),
        (
            {"kind": "group", "group": "OMSORG", "limit": "max_active", "period": "2027K1", "missing": 1},
            "Der er 1 for mange i gruppen OMSORG i gang på samme tid i 1. kvartal",
        ),
        ({"kind": "must", "items": ["FKDS"]}, "FKDS er bundet, men kan ikke komme med"),
    ],
)
def test_each_broken_rule_has_its_words(violation: dict[str, Any], words: str) -> None:
    assert violation_words(PROBLEM, violation) == words


def test_a_choice_is_sure_only_when_turning_it_is_known_to_cost() -> None:
    losses: dict[str, Any] = {
        "KOERSEL": 22, "BOLIG": {"impossible": True}, "SENSOR": 1, "CHAT": {"from": 0, "to": 9}, "ARKIV": {"from": 3, "to": None},
    }  # fmt: skip
    rows = [{"id": key, "loss": loss} for key, loss in losses.items()]
    found = {
        row.id: row.standing for row in placed(PROBLEM, ["FKDS", "KOERSEL", "SENSOR", "ARKIV"], Decimal(125), rows)
    }
    assert found == {
        "FKDS": Standing.MUST,
        "KOERSEL": Standing.CORE,
        "BOLIG": Standing.OUT,
        "SENSOR": Standing.BORDERLINE,
        "CHAT": Standing.UNDECIDED,
        "ARKIV": Standing.CORE,
    }

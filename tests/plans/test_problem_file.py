"""What is wrong with a problem file is said before anything is solved, each fault at its place."""

from __future__ import annotations

import json
from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest

from styrehjul.plans.domain.problem_document import document_of
from styrehjul.plans.domain.problem_file import LARGEST_FILE, ProblemErrors, canonical, read_problem
from tests.plans.examples import KNAPSACK, YEAR
from tests.plans.instances import an_instance


def faults(document: dict[str, Any] | str | bytes) -> list[tuple[str, str]]:
    with pytest.raises(ProblemErrors) as refused:
        read_problem(document)
    return [(fault.path, fault.code) for fault in refused.value.errors]


def changed(path: str, value: Any) -> dict[str, Any]:
    document: Any = deepcopy(YEAR)
    *road, last = path.strip("/").split("/")
    place = document
    for step in road:
        place = place[int(step)] if isinstance(place, list) else place.setdefault(step, {})
    if isinstance(place, list):
        place[int(last)] = value
    else:
        place[last] = value
    return document  # type: ignore[no-any-return] # built from a dict


@pytest.mark.parametrize(
    ("path", "value", "at", "code"),
    [
        ("/format", "styrehjul.plan/2", "/format", "format"),
        ("/pools/0/capacity", -1, "/pools/0/capacity", "negative"),
        ("/pools/1/capacity", [120, 120, 80], "/pools/1/capacity", "length"),
        ("/pools/2/capacity", {"2028": 5}, "/pools/2/capacity", "capacity"),
        ("/pools/0/per", "måned", "/pools/0/per", "type"),
        ("/pools/1/id", "PL", "/pools/1/id", "duplicate"),
        ("/items/1/id", "FKDS", "/items/1/id", "duplicate"),
        ("/items/2/demand/ARK", [40, 40], "/items/2/demand/ARK", "length"),
        ("/items/2/demand/ARK", "fyrre", "/items/2/demand/ARK", "type"),
        ("/items/2/demand/ARK", True, "/items/2/demand/ARK", "type"),
        ("/items/2/demand/XYZ", 1, "/items/2/demand/XYZ", "unknown"),
        ("/items/2/demand/PL", [100, -5, 60], "/items/2/demand/PL/1", "negative"),
        ("/items/2/duration", 0, "/items/2/duration", "number"),
        ("/items/2/duration", 1.5, "/items/2/duration", "type"),
        ("/items/2/value", float("nan"), "/items/2/value", "number"),
        ("/items/2/value", 1e300, "/items/2/value", "number"),
        ("/items/2/value", [1, 2], "/items/2/value", "length"),
        ("/items/2/starts", ["2029K1"], "/items/2/starts/0", "unknown"),
        ("/items/0/out", True, "/items/0/out", "must_out"),
        ("/items/0/vaerdi", 3, "/items/0/vaerdi", "unknown"),
        ("/items/0/id", 3, "/items/0/id", "type"),
        ("/items", {}, "/items", "type"),
        ("/requires/0/needs", "INTET", "/requires/0/needs", "unknown"),
        ("/requires/0/needs", "CHAT", "/requires/0", "cycle"),
        ("/requires/0/lag", -1, "/requires/0/lag", "number"),
        ("/excludes/0", ["SENSOR"], "/excludes/0", "length"),
        ("/groups/0/min", 4, "/groups/0/min", "min_max"),
        ("/reference/INTET", None, "/reference/INTET", "unknown"),
        ("/reference/CHAT", "2029K1", "/reference/CHAT", "unknown"),
        ("/options/gap", 2, "/options/gap", "number"),
        ("/options/explain", "alt", "/options/explain", "type"),
        ("/periods", [], "/periods", "length"),
    ],
)
def test_each_fault_has_its_place(path: str, value: Any, at: str, code: str) -> None:
    document = changed(path, value)
    if path == "/groups/0/min":
        document["groups"][0]["max"] = 2
    assert (at, code) in faults(document)


def test_a_list_of_the_wrong_length_is_said_in_danish() -> None:
    with pytest.raises(ProblemErrors) as refused:
        read_problem(changed("/items/2/demand/ARK", [40, 40]))
    assert str(refused.value) == "/items/2/demand/ARK: liste på 2 tal, men duration er 3"


def test_a_circle_is_named() -> None:
    document = deepcopy(YEAR)
    document["requires"] += [{"item": "ARKIV", "needs": "SENSOR"}, {"item": "SENSOR", "needs": "CHAT"}]
    with pytest.raises(ProblemErrors) as refused:
        read_problem(document)
    assert "CHAT → ARKIV → SENSOR → CHAT" in str(refused.value)


def test_all_faults_come_at_once_but_no_more_than_fifty() -> None:
    document = {"format": "styrehjul.plan/1", "items": [{"id": f"x{number}", "value": "tre"} for number in range(80)]}
    assert len(faults(document)) == 50


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[" * 100_000,
        "[]",
        '"tekst"',
        b"\xff\xfe",
        '{"format": "styrehjul.plan/1", "items": [{"id": "a", "value": NaN}]}',
        '{"format": "styrehjul.plan/1", "items": [{"id": "a", "value": 1e999999999}]}',
        '{"format": "styrehjul.plan/1", "items": [{"id": "a", "value": %s}]}' % ("9" * 5000),
        '{"format": "styrehjul.plan/1", "items": [{"id": "a", "value": 1, "value": 2}]}',
        b" " * (LARGEST_FILE + 1),
    ],
    ids=["empty", "half", "deep", "list", "text", "bytes", "nan", "huge", "digits", "twice", "large"],
)  # fmt: skip
def test_what_is_no_problem_file_is_refused(text: str | bytes) -> None:
    assert faults(text)


@pytest.mark.parametrize("half", ["\\ud800", "\\u0000"])
def test_half_a_character_is_refused_and_can_be_told_of(half: str) -> None:
    text = json.dumps(KNAPSACK).replace('"id": "a"', f'"id": "a{half}"').replace('"B": 4', f'"B{half}": 4')
    with pytest.raises(ProblemErrors) as refused:
        read_problem(text)
    assert ("/items/0/id", "type") in [(fault.path, fault.code) for fault in refused.value.errors]
    assert str(refused.value).encode()


def test_a_field_that_stands_twice_is_named() -> None:
    text = json.dumps(KNAPSACK).replace('"value": 7', '"value": 7, "value": 8', 1)
    assert faults(text) == [("/items/1/value", "duplicate")]


def test_not_json_tells_line_and_column() -> None:
    with pytest.raises(ProblemErrors) as refused:
        read_problem('{"format":\n  styrehjul}')
    assert "linje 2, kolonne 3" in str(refused.value)


def test_numbers_are_kept_as_they_are_written() -> None:
    problem = read_problem(
        '{"format": "styrehjul.plan/1", "items": [{"id": "a", "value": 0.1}, {"id": "b", "value": 1e2}]}'
    )
    assert [str(item.values[0]) for item in problem.items] == ["0.1", "100"]


def test_the_same_values_have_the_same_hash() -> None:
    assert read_problem(KNAPSACK).sha256 == read_problem(dict(reversed(KNAPSACK.items()))).sha256
    assert read_problem(canonical(KNAPSACK)).sha256 == read_problem(KNAPSACK).sha256
    assert read_problem(KNAPSACK).sha256 != read_problem(YEAR).sha256


@pytest.mark.parametrize("seed", range(40))
def test_a_problem_written_out_is_read_back_as_the_same(seed: int) -> None:
    problem = read_problem(an_instance(seed))
    again = read_problem(document_of(problem))
    assert replace(again, sha256="") == replace(problem, sha256="")

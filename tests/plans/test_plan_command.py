"""./styrehjul plan solve: one document on standard output, progress beside it, and an honest exit status."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import Any

import pytest

from benchmarks.plan_instances import a_municipality
from styrehjul.management.commands.plan import Command
from styrehjul.plans.domain.problem_file import canonical, read_problem
from tests.plans.examples import YEAR


@pytest.fixture(autouse=True)
def no_database(monkeypatch: pytest.MonkeyPatch) -> None:
    """Not even closed: the command has nothing to do with one."""
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)


def call(*words: str) -> tuple[int, str, str]:
    out, error, status = io.StringIO(), io.StringIO(), 0
    with redirect_stdout(out), redirect_stderr(error):
        try:
            Command(stdout=out).run_from_argv(["styrehjul", "plan", *words])
        except SystemExit as stop:
            status = int(stop.code or 0)
    return status, out.getvalue(), error.getvalue()


def a_file(folder: Path, document: dict[str, Any] | bytes) -> str:
    path = folder / "plan.json"
    path.write_bytes(document if isinstance(document, bytes) else canonical(document))
    return str(path)


def test_the_document_stands_alone_on_standard_output(tmp_path: Path) -> None:
    status, out, error = call("solve", a_file(tmp_path, YEAR), "--json")
    answer = json.loads(out)
    assert (status, answer["format"], answer["status"], answer["objective"]) == (
        0, "styrehjul.solution/1", "proven_optimal", 125,
    )  # fmt: skip
    assert answer["input_sha256"] == read_problem(YEAR).sha256
    assert "125 point" in error


def test_for_a_person_it_is_sentences(tmp_path: Path) -> None:
    status, out, _error = call("solve", a_file(tmp_path, YEAR))
    assert status == 0
    assert "Det er den bedste sammensætning (bevist)." in out


def test_a_plan_that_cannot_be_made_is_an_answer(tmp_path: Path) -> None:
    document = {**YEAR, "items": [{**item, "must": True} for item in YEAR["items"]]}
    status, out, _error = call("solve", a_file(tmp_path, document), "--json")
    assert (status, json.loads(out)["status"]) == (0, "infeasible")


def test_the_command_lines_time_wins_over_the_files(tmp_path: Path) -> None:
    document = a_municipality(80, scarce=8) | {"options": {"time_limit": 300}}
    status, out, _error = call("solve", a_file(tmp_path, document), "--json", "--time-limit", "1")
    answer = json.loads(out)
    assert (status, answer["status"], answer["stopped_by"]) == (0, "feasible", "time")
    assert answer["seconds"] < 15


@pytest.mark.parametrize(
    ("document", "path", "code"),
    [
        ({**YEAR, "pools": [{"id": "PL"}]}, "/pools/0/capacity", "capacity"),
        (b"ikke json", "", "json"),
    ],
)  # fmt: skip
def test_faults_come_as_a_document_with_their_places(tmp_path: Path, document: Any, path: str, code: str) -> None:
    status, out, _error = call("solve", a_file(tmp_path, document), "--json")
    told = json.loads(out)
    assert (status, told["format"]) == (1, "styrehjul.error/1")
    assert (path, code) in [(row["path"], row["code"]) for row in told["error"]]


def test_fifty_megabytes_are_refused_without_being_read(tmp_path: Path) -> None:
    path = tmp_path / "stor.json"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    status, out, _error = call("solve", str(path), "--json")
    assert (status, json.loads(out)["error"][0]["code"]) == (1, "size")


@pytest.mark.parametrize(
    "words",
    [("solve", "findes-ikke.json"), ("solve",), ("regn",), ("solve", __file__, "--time-limit", "-1"), ("solve", __file__, "--hurtigt")],
)  # fmt: skip
def test_wrong_use_is_two(words: tuple[str, ...]) -> None:
    assert call(*words)[0] == 2

"""Exit statuses, sentences and documents that every command shares."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from django.core.management.base import CommandParser
from django.db import OperationalError

from styrehjul.kernel.refusal import NotAllowed, Reason, Refused
from styrehjul.management.base import (
    CommandRefused,
    HouseCommand,
    Problem,
    a_day,
    existing_file,
    refused,
)
from styrehjul.ui import refusals


def command(work: Callable[[HouseCommand], None]) -> HouseCommand:
    class Command(HouseCommand):
        has_json = True

        def add_arguments(self, parser: CommandParser) -> None:
            parser.add_argument("--day", type=a_day)
            parser.add_argument("--file", type=existing_file)

        def handle(self, *args: Any, **options: Any) -> None:
            work(self)

    return Command()


def left_with(made: HouseCommand, *arguments: str) -> int | str | None:
    """The exit status."""
    try:
        made.run_from_argv(["styrehjul", "try", *arguments])
    except SystemExit as leaving:
        return leaving.code
    return 0


def raising(fault: Exception) -> HouseCommand:
    def work(command: HouseCommand) -> None:
        raise fault

    return command(work)


Captured = pytest.CaptureFixture[str]


def test_what_is_done_is_status_0_and_its_document_alone_is_on_output(capsys: Captured) -> None:
    def work(command: HouseCommand) -> None:
        command.say("Arbejder ...")
        command.document({"format": "x/1", "on": date(2027, 5, 19), "amount": Decimal("1.50"), "navn": "æøå"})

    assert left_with(command(work), "--json") == 0
    captured = capsys.readouterr()
    assert json.loads(captured.out) == {"format": "x/1", "on": "2027-05-19", "amount": "1.50", "navn": "æøå"}
    assert "æøå" in captured.out
    assert captured.err == "Arbejder ...\n"


def test_a_refusal_is_its_sentence_and_status_1(capsys: Captured) -> None:
    assert left_with(raising(refused("x", "Det går ikke.", "fil.toml:7"))) == 1
    captured = capsys.readouterr()
    assert (captured.out, captured.err) == ("", "fil.toml:7: Det går ikke.\n")


def test_with_json_a_refusal_is_one_document_too(capsys: Captured) -> None:
    assert left_with(raising(CommandRefused(Problem("a:1", "x", "Et."), Problem("a:2", "y", "To."))), "--json") == 1
    assert json.loads(capsys.readouterr().out) == {
        "format": "styrehjul.error/1",
        "error": [{"path": "a:1", "code": "x", "message": "Et."}, {"path": "a:2", "code": "y", "message": "To."}],
    }


def test_of_very_many_faults_the_first_fifty_are_told(capsys: Captured) -> None:
    many = CommandRefused(*(Problem(f"a:{number}", "x", "Forkert.") for number in range(1, 200)))
    assert left_with(raising(many), "--json") == 1
    captured = capsys.readouterr()
    assert len(json.loads(captured.out)["error"]) == 50
    assert captured.err.count("\n") == 50


def test_a_command_may_bring_its_own_document_with_its_refusal(capsys: Captured) -> None:
    own = CommandRefused(Problem("", "x", "Ikke skrevet."), document={"format": "styrehjul.import/1", "written": False})
    assert left_with(raising(own), "--json") == 1
    assert json.loads(capsys.readouterr().out) == {"format": "styrehjul.import/1", "written": False}


def test_an_actions_refusal_gets_its_words_every_reason_of_it(
    capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(refusals, "WORDS", dict(refusals.WORDS))
    refusals.words("test.first", "Punkt {no} mangler en indstilling.")
    refusals.words("test.second", "Mødet har ingen dato.")
    stop = Refused.because([Reason("test.first", {"no": 4}), Reason("test.second")])
    assert left_with(raising(stop), "--json") == 1
    errors = json.loads(capsys.readouterr().out)["error"]
    assert [(error["code"], error["message"]) for error in errors] == [
        ("test.first", "Punkt 4 mangler en indstilling."),
        ("test.second", "Mødet har ingen dato."),
    ]


def test_a_missing_right_is_a_sentence_and_no_trace(capsys: Captured) -> None:
    assert left_with(raising(NotAllowed("agenda.approve"))) == 1
    captured = capsys.readouterr()
    assert captured.err.count("\n") == 1
    assert "Traceback" not in captured.err


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (OperationalError("database or disk is full"), "Disken er fuld - intet er gemt."),
        (OperationalError("database is locked"), "Databasen er optaget"),
        (
            OperationalError('connection to server at "db" failed: Connection refused\nIs it running?'),
            "kan ikke bruges",
        ),
        (PermissionError(13, "Permission denied", "/data/styrehjul.sqlite3"), "/data/styrehjul.sqlite3"),
    ],
)
def test_a_fault_of_the_machine_is_one_sentence_and_status_1(capsys: Captured, fault: Exception, told: str) -> None:
    assert left_with(raising(fault)) == 1
    captured = capsys.readouterr()
    assert told in captured.err
    assert captured.err.count("\n") == 1


@pytest.mark.parametrize(
    "arguments",
    [("--findesikke",), ("--day", "19-05-2027"), ("--day", "2027-02-30"), ("--file", "/findes/ikke.toml"), ("x",)],
)
def test_wrong_use_is_status_2_and_prints_no_document(capsys: Captured, arguments: tuple[str, ...]) -> None:
    assert left_with(command(lambda made: made.document({"format": "x/1"})), "--json", *arguments) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err


def test_a_fault_in_our_own_house_is_not_hidden() -> None:
    with pytest.raises(ZeroDivisionError):
        left_with(raising(ZeroDivisionError()))


def test_a_file_with_an_odd_name_is_found(tmp_path: Path) -> None:
    file = tmp_path / "kommissorium æøå.toml"
    file.touch()
    assert existing_file(str(file)) == file

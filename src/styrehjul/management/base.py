"""What every command of ./styrehjul shares: exit statuses, sentences on standard error, one JSON document on output.

A command subclasses `HouseCommand`, writes `add_arguments` and `handle`, and refuses by raising: `Refused` and
`NotAllowed` from an action, or `CommandRefused` with a place for each fault. 0 is done, 1 refused, 2 wrong use.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any, ClassVar

from django.core.management.base import BaseCommand, CommandError, CommandParser

from styrehjul.kernel.refusal import NotAllowed, Refused

MOST_ERRORS = 50


@dataclass(frozen=True)
class Problem:
    """One fault: `path` is a JSON Pointer, `file:line`, `sheet!cell`, `seq/<n>` or empty."""

    path: str
    code: str
    message: str


class CommandRefused(CommandError):  # noqa: N818 - as Refused: the program works as it should
    """A command says no, with one or more places. `document` is shown instead of styrehjul.error/1 with --json."""

    def __init__(self, *problems: Problem, document: dict[str, Any] | None = None) -> None:
        super().__init__("\n".join(problem.message for problem in problems), returncode=1)
        self.problems = problems
        self.document = document


def refused(code: str, message: str, path: str = "") -> CommandRefused:
    """One reason, ready to raise."""
    return CommandRefused(Problem(path, code, message))


class HouseCommand(BaseCommand):
    """See the module. `has_json = True` adds --json."""

    requires_system_checks = []
    suppressed_base_arguments = {
        "--version", "--verbosity", "--settings", "--pythonpath", "--traceback", "--no-color", "--force-color",
        "--skip-checks",
    }  # fmt: skip
    has_json = False
    # "database": every migration is there. "municipality": and a municipality is too. "": neither is asked for.
    needs: ClassVar[str] = ""

    def create_parser(self, prog_name: str, subcommand: str, **kwargs: Any) -> CommandParser:
        # The name a person typed stands in the usage line, not the path of a module.
        parser = super().create_parser("styrehjul", subcommand, **kwargs)
        if self.has_json:
            parser.add_argument("--json", action="store_true", help="udskriv ét JSON-dokument")
        parser.add_argument("--data", metavar="MAPPE", help="mappen med data (ellers STYREHJUL_DATA, ellers ./data)")
        return parser

    def say(self, text: str) -> None:
        """Progress and sentences: standard error, so that --json leaves one document on standard output."""
        print(text, file=sys.stderr, flush=True)  # noqa: T201 - the command's own voice

    def tell(self, text: str) -> None:
        """The answer for a person: standard output."""
        self.stdout.write(text)

    def document(self, document: dict[str, Any]) -> None:
        """The answer for a program: one JSON document on standard output."""
        self.stdout.write(json.dumps(document, ensure_ascii=False, indent=2, default=_plain))

    def execute(self, *args: Any, **options: Any) -> str | None:
        if self.needs:
            from styrehjul.management.database import require

            require(municipality=self.needs == "municipality")
        return super().execute(*args, **options)

    def run_from_argv(self, argv: list[str]) -> None:
        """Called by `python -m styrehjul`: turns every refusal into its sentence and exit status 1."""
        from django.db import DatabaseError, connections

        self._called_from_command_line = True  # a wrong option ends with exit status 2, not with an exception
        parser = self.create_parser(argv[0], argv[1])
        options = vars(parser.parse_args(argv[2:]))
        args = options.pop("args", ())
        try:
            self.execute(*args, **options)
        except (Refused, NotAllowed, CommandError) as stop:
            self.refuse(stop, as_json=bool(options.get("json")))
        except DatabaseError as fault:
            self.refuse(refused("database", _database_sentence(fault)), as_json=bool(options.get("json")))
        except OSError as fault:
            if fault.filename is None and fault.strerror is None:
                raise
            self.refuse(
                refused("file", _file_sentence(fault), str(fault.filename or "")), as_json=bool(options.get("json"))
            )
        except KeyboardInterrupt:
            self.say("Afbrudt.")
            sys.exit(1)
        finally:
            connections.close_all()

    def refuse(self, stop: Exception, *, as_json: bool) -> None:
        """Tell why, and leave with 1 (or with the status the refusal carries)."""
        problems = problems_in(stop)
        for problem in problems[:MOST_ERRORS]:
            self.say(f"{problem.path}: {problem.message}" if problem.path else problem.message)
        if as_json:
            own = stop.document if isinstance(stop, CommandRefused) else None
            self.document(own or error_document(problems))
        sys.exit(getattr(stop, "returncode", 1))


def problems_in(stop: Exception) -> tuple[Problem, ...]:
    """Every reason that a refusal carries, in words."""
    from styrehjul.ui import refusals

    if isinstance(stop, CommandRefused):
        return stop.problems
    if isinstance(stop, Refused) and len(stop.reasons) > 1:
        return tuple(
            Problem("", reason.code, refusals.sentence(Refused(reason.code, **reason.facts))) for reason in stop.reasons
        )
    if isinstance(stop, Refused):
        return (Problem("", stop.code, refusals.sentence(stop)),)
    if isinstance(stop, NotAllowed):
        return (Problem("", "not_allowed", refusals.sentence(stop)),)
    return (Problem("", "refused", str(stop)),)


def error_document(problems: Sequence[Problem]) -> dict[str, Any]:
    """styrehjul.error/1."""
    return {"format": "styrehjul.error/1", "error": [asdict(problem) for problem in problems[:MOST_ERRORS]]}


def existing_file(text: str) -> Path:
    """For `type=`: a named file that is not there is wrong use (exit status 2)."""
    path = Path(text)
    if not path.is_file():
        raise argparse.ArgumentTypeError(f"filen {text} findes ikke")
    return path


def a_day(text: str) -> date:
    """For `type=`: YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text} er ikke en dato på formen ÅÅÅÅ-MM-DD") from None


def _plain(value: object) -> str:
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, Decimal | Path):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in a JSON document")


def _database_sentence(fault: Exception) -> str:
    first = str(fault).strip().splitlines()[0] if str(fault).strip() else type(fault).__name__
    if "disk is full" in first:
        return "Disken er fuld - intet er gemt."
    if "locked" in first:
        return "Databasen er optaget af noget andet - prøv igen."
    return f"Databasen kan ikke bruges: {first}"


def _file_sentence(fault: OSError) -> str:
    return f"Filen eller mappen kan ikke bruges: {fault.filename or ''} ({fault.strerror})"

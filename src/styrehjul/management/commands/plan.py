"""./styrehjul plan solve FILE"""

from __future__ import annotations

import signal
import threading
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from django.core.management.base import CommandParser

from styrehjul.management.base import CommandRefused, HouseCommand, Problem, existing_file, refused
from styrehjul.plans.domain.problem_file import LARGEST_FILE, ProblemErrors, read_problem, readable
from styrehjul.plans.domain.words import in_words, number, percent
from styrehjul.plans.solving.run import Limits, Progress, solve


class Command(HouseCommand):
    help = "Find den bedste sammensætning af en indsatsplan ud fra en fil. Rører ingen database."

    def add_arguments(self, parser: CommandParser) -> None:
        ways = parser.add_subparsers(dest="way", required=True, metavar="solve")
        words = "løs opgaven i filen; standset i tide svares med det bedste og hvor langt der højst er til det bedste"
        way = ways.add_parser("solve", help=words, description=words)
        way.add_argument("file", metavar="FIL", type=existing_file)
        way.add_argument("--json", action="store_true", help="udskriv ét JSON-dokument")
        way.add_argument("--data", metavar="MAPPE", help="mappen med data (bruges ikke her)")
        way.add_argument("--time-limit", metavar="SEKUNDER", type=seconds, help="længste regnetid; vinder over filens")
        way.add_argument("--memory", metavar="MB", type=megabytes, default=2048, help="mest hukommelse (2048)")

    def handle(self, *args: Any, **options: Any) -> None:
        file: Path = options["file"]
        if file.stat().st_size > LARGEST_FILE:
            raise refused("size", f"filen fylder mere end {LARGEST_FILE // 1024 // 1024} MB", str(file))
        try:
            problem = read_problem(file.read_bytes())
        except ProblemErrors as errors:
            raise CommandRefused(*(Problem(row.path, row.code, row.message) for row in errors.errors)) from None
        stopped = threading.Event()
        # Ctrl+C is "stop and use the best": the plan so far is still the answer.
        before = signal.signal(signal.SIGINT, lambda *_: stopped.set())
        try:
            limits = Limits(options["time_limit"], options["memory"])
            solution = solve(problem, limits, progress=self._progress, cancel=stopped.is_set)
        finally:
            signal.signal(signal.SIGINT, before)
        if options["json"]:
            self.stdout.write(readable(solution))
        else:
            for sentence in in_words(problem, solution):
                self.tell(sentence)
        if solution["status"] == "time_limit":
            raise SystemExit(1)

    def _progress(self, progress: Progress) -> None:
        if progress.best is None:
            self.say("Leder efter en første plan ...")
        elif progress.gap is None:
            self.say(f"{number(progress.best)} point")
        else:
            self.say(f"{number(progress.best)} point, højst {percent(progress.gap)} fra det bedste")


def seconds(text: str) -> float:
    """A number above nought, with a comma or a point."""
    try:
        value = Decimal(text.replace(",", "."))
    except InvalidOperation:
        value = Decimal(0)
    if not value.is_finite() or not 0 < value <= 86_400:
        raise ValueError(text)
    return float(value)


def megabytes(text: str) -> int:
    value = int(text)
    if not 128 <= value <= 1_048_576:
        raise ValueError(text)
    return value

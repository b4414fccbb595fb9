"""./styrehjul test"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from styrehjul.management import postgres

ROOT = Path(__file__).resolve().parents[4]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
HELP = """brug: ./styrehjul test [--long] [ARGUMENTER TIL PYTEST]

Uden argumenter: alle kontroller og alle tests, de hurtigste først. Det, der ikke kunne køres (uden Chromium eller
PostgreSQL), står i de sidste linjer; med STYREHJUL_TEST_ALL=1 er det en fejl.
Med argumenter: kun pytest med dem, for eksempel ./styrehjul test tests/kernel -x.

  --long    kør også de lange modelkørsler
"""


@dataclass
class Run:
    """One run of the checks: what failed, and what was left out."""

    environment: dict[str, str]
    failed: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def step(self, heading: str, *arguments: str, **more: str) -> None:
        """A heading, a program of our environment with its output as it comes, and how long it took."""
        self.timed(heading, lambda: self.call(*arguments, **more))

    def timed(self, heading: str, work: Callable[[], bool]) -> None:
        tell(f"\n=== {heading}")
        start = time.monotonic()
        passed = work()
        if not passed:
            self.failed.append(heading)
        tell(f"--- {heading}: {'bestået' if passed else 'FEJL'} på {time.monotonic() - start:.1f} s")

    def call(self, *arguments: str, **more: str) -> bool:
        return (
            subprocess.run([sys.executable, *arguments], cwd=ROOT, env=self.environment | more, check=False).returncode
            == 0
        )


class Command:
    """Not a Django command: it must run when the settings or the models are broken, and say so."""

    def run_from_argv(self, argv: list[str]) -> None:
        arguments = argv[2:]
        if arguments in (["--help"], ["-h"]):
            print(HELP)  # noqa: T201 - the command's answer
            return
        is_long = "--long" in arguments
        arguments = [argument for argument in arguments if argument != "--long"]
        with environment(is_long=is_long) as variables:
            run = Run(variables)
            if arguments:
                sys.exit(pytest_alone(run, arguments))
            everything(run)
        sys.exit(verdict(run))


def everything(run: Run) -> None:
    """Quickest first."""
    run.step("ruff check", "-m", "ruff", "check", "--quiet")
    run.step("ruff format", "-m", "ruff", "format", "--check", "--output-format=concise", "--quiet")
    run.step("import-kontrakter", "-c", "from importlinter.cli import lint_imports_command as run; run()")
    run.step("djlint", "-m", "djlint", "--lint", "--quiet", "src/styrehjul/templates")
    run.step("mypy", "-m", "mypy")
    run.step("makemigrations --check", "-m", "django", "makemigrations", "--check", "--dry-run", "--no-input")
    # Two at a time, a file each, in the order of tests/conftest.py.
    two = ("-q", "--tb=short", "--durations=12", "-n", "2", "--dist", "loadfile", "--no-loadscope-reorder", "-m")
    quiet = (*two, "not journey")
    run.step("pytest på SQLite", "-m", "pytest", *quiet)
    on_postgres(run, quiet)
    if run.environment.get("STYREHJUL_CHROMIUM"):
        run.step("rejser i browseren", "-m", "pytest", *two, "journey", "-p", "no:randomly")
    else:
        run.left_out.append("rejserne i browseren: der er ingen Chromium på maskinen")


def on_postgres(run: Run, arguments: tuple[str, ...]) -> None:
    programs = postgres.programs()
    if programs is None:
        run.left_out.append("pytest på PostgreSQL: der er ingen PostgreSQL på maskinen")
        return

    def work() -> bool:
        try:
            with postgres.cluster(programs) as url:
                return run.call("-m", "pytest", "--only-database", *arguments, DATABASE_URL=url)
        except OSError as fault:
            tell(f"PostgreSQL kunne ikke startes: {fault.strerror}")
            return False

    run.timed("pytest på PostgreSQL", work)


def pytest_alone(run: Run, arguments: list[str]) -> int:
    """Only pytest, on SQLite unless DATABASE_URL says otherwise; its own exit status."""
    if url := os.environ.get("DATABASE_URL"):
        run.environment["DATABASE_URL"] = url
    return subprocess.run(
        [sys.executable, "-m", "pytest", *arguments], cwd=ROOT, env=run.environment, check=False
    ).returncode


def verdict(run: Run) -> int:
    """The last lines: what failed, what was left out; the exit status."""
    must_all = os.environ.get("STYREHJUL_TEST_ALL", "") not in ("", "0")
    tell("")
    for heading in run.failed:
        tell(f"FEJL: {heading}")
    for what in run.left_out:
        tell(f"UDELADT: {what}")
    if not run.failed:
        tell("Alt, der blev kørt, er bestået." if run.left_out else "Alt er kørt og bestået.")
    return 1 if run.failed or (run.left_out and must_all) else 0


@contextmanager
def environment(*, is_long: bool) -> Iterator[dict[str, str]]:
    """The checks' own environment: a data folder that goes away, and none of the operator's settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("STYREHJUL_", "DATABASE_URL"))}
    with tempfile.TemporaryDirectory(prefix="styrehjul-test-") as data:
        kept |= {"DJANGO_SETTINGS_MODULE": "styrehjul.config.settings", "STYREHJUL_DATA": data, "PYTHONUNBUFFERED": "1"}
        # pytest-django reads the settings before tests/conftest.py can say this: static files straight from their folders.
        kept["STYREHJUL_DEBUG"] = "1"
        if browser := chromium():
            kept["STYREHJUL_CHROMIUM"] = browser
        for name in ("STYREHJUL_TEST_ALL", "STYREHJUL_PICTURES"):
            if os.environ.get(name):
                kept[name] = os.environ[name]
        if is_long:
            kept["STYREHJUL_LONG"] = "1"
        yield kept


def chromium() -> str | None:
    """The browser that was named, or the first that the machine has."""
    named = os.environ.get("STYREHJUL_CHROMIUM")
    return shutil.which(named) if named else next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


def tell(text: str) -> None:
    print(text, flush=True)  # noqa: T201 - the command's answer

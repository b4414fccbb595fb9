"""./styrehjul benchmark"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from styrehjul.management import postgres

ROOT = Path(__file__).resolve().parents[4]
# In a process of its own: its database, its data and its address list are gone when it ends.
PROGRAM = """
import sys

import django

django.setup()
from django.conf import settings

from styrehjul.management import database, static_files

settings.ALLOWED_HOSTS.append("testserver")
database.bring_up_to_date()
static_files.collect_when_stale()
from benchmarks.run import main

sys.exit(0 if main(sys.argv[1]) else 1)
"""


class Command:
    """Not a Django command: it has nothing to do with the municipality that lies here."""

    def run_from_argv(self, argv: list[str]) -> None:
        parser = argparse.ArgumentParser(
            prog="styrehjul benchmark", description="Mål siderne mod gulvet; 1, hvis et mål ikke er nået."
        )
        parser.add_argument("--size", choices=("small", "large"), default="small", help="mængden af data (small)")
        parser.add_argument(
            "--database", choices=("sqlite", "postgresql"), default="sqlite",
            help="hvilken database; PostgreSQL startes til lejligheden (sqlite)",
        )  # fmt: skip
        asked = parser.parse_args(argv[2:])
        if asked.database == "sqlite":
            sys.exit(measure(asked.size, None))
        programs = postgres.programs()
        if programs is None:
            sys.exit("Der er ingen PostgreSQL på maskinen. Installér pakken postgresql, eller mål på SQLite.")
        with postgres.cluster(programs) as url:
            sys.exit(measure(asked.size, url))


def measure(size: str, url: str | None) -> int:
    """Measure in a data folder that goes away; the exit status. `url` is the PostgreSQL, None is SQLite."""
    with tempfile.TemporaryDirectory(prefix="styrehjul-benchmark-") as data:
        environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"} | {
            "DJANGO_SETTINGS_MODULE": "styrehjul.config.settings",
            "STYREHJUL_DATA": data,
            "STYREHJUL_DEMO": "1",  # the measuring signs in without a second factor
            "PYTHONPATH": os.pathsep.join((str(ROOT / "src"), str(ROOT))),
        }
        if url:
            environment["DATABASE_URL"] = url
        return subprocess.run([sys.executable, "-c", PROGRAM, size], cwd=ROOT, env=environment, check=False).returncode

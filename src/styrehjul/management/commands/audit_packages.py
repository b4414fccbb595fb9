"""./styrehjul audit-packages"""

from __future__ import annotations

import json
import os
import re
import subprocess
from pathlib import Path
from typing import Any

from packaging.markers import Marker

from styrehjul.management.base import CommandRefused, HouseCommand, Problem, refused

ROOT = Path(__file__).resolve().parents[4]


class Command(HouseCommand):
    help = "Efterprøv de låste pakker for kendte sårbarheder. Kan databasen over dem ikke nås, er det en fejl."

    def handle(self, *args: Any, **options: Any) -> None:
        requirements = ROOT / "requirements" / "core.txt"
        self.say("Spørger databasen over kendte sårbarheder ...")
        done = subprocess.run(
            [
                str(audit_python()), "-m", "pip_audit", "--requirement", str(requirements), "--disable-pip",
                "--require-hashes", "--format", "json", "--progress-spinner", "off",
            ],
            capture_output=True,
            text=True,
            check=False,
        )  # fmt: skip
        problems = findings(done.stdout, pinned_names(requirements.read_text(encoding="utf-8")))
        if problems is None:
            raise refused("audit.unreachable", "Pakkerne kunne ikke efterprøves: databasen svarede ikke for dem alle.")
        if problems:
            raise CommandRefused(*problems)
        self.tell("Ingen kendte sårbarheder i de låste pakker.")


def audit_python() -> Path:
    """pip-audit has an environment of its own, so that it does not judge itself."""
    folder = ROOT / ".styrehjul" / "audit-venv"
    return folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def pinned_names(requirements: str) -> set[str]:
    """The names that a pinned file holds for this machine."""
    pinned = re.findall(r"(?m)^([A-Za-z0-9._-]+)==[^\s;]+(?: ; ([^\\\n]+))?", requirements)
    return {normal(name) for name, marker in pinned if not marker or Marker(marker.strip()).evaluate()}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def findings(answer: str, wanted: set[str]) -> list[Problem] | None:
    """What is known against the packages; None where not every one of them was asked about.

    Without reach of its database pip-audit may report success having audited nothing, so silence is never taken as
    good news: each package that was to be asked about must stand in the answer, unskipped.
    """
    try:
        packages = json.loads(answer)["dependencies"]
    except (ValueError, KeyError, TypeError):
        return None
    asked = {normal(package["name"]) for package in packages if "skip_reason" not in package}
    if not asked or wanted - asked:
        return None
    return [
        Problem("", found["id"], f"{package['name']} {package['version']}: {found['id']}, rettet i {fixed(found)}.")
        for package in packages
        for found in package.get("vulns", [])
    ]


def fixed(found: dict[str, Any]) -> str:
    return ", ".join(found.get("fix_versions", [])) or "ingen version endnu"

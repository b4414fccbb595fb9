"""Writes THIRD_PARTY_NOTICES from what is installed: every package the product runs on, its version and its licence.

    .styrehjul/venv/bin/python scripts/third_party_notices.py

Nothing of theirs is in this repository; the file tells what set-up fetches.
"""

from __future__ import annotations

import json
import re
import sys
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "THIRD_PARTY_NOTICES"
HEAD = """Styrehjul is under the Mozilla Public License 2.0 (LICENSE). It runs on the packages below, which set-up fetches and
which are not part of this repository. Made by scripts/third_party_notices.py; do not edit by hand.
"""
# Where a package tells its licence in no machine-readable way, or not all of it.
KNOWN = {"dkfds": "MIT (code), OFL-1.1 (IBM Plex Sans), Apache-2.0 (Material icons)", "psycopg": "LGPL-3.0-only"}


def python_packages() -> list[tuple[str, str, str]]:
    """Name, version and licence of each package that requirements/core.txt pins."""
    pinned = re.findall(r"(?m)^([A-Za-z0-9._-]+)==([^\s;]+)", (ROOT / "requirements" / "core.txt").read_text("utf-8"))
    return [(name, version, licence(name)) for name, version in pinned]


def licence(name: str) -> str:
    """As the package's own metadata tells it."""
    if name in KNOWN:
        return KNOWN[name]
    try:
        told = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return "(for another system than this one)"
    if expression := told.get("License-Expression"):
        return expression
    classifiers = [
        line.rsplit(" :: ", 1)[-1] for line in told.get_all("Classifier", []) if line.startswith("License ::")
    ]
    short = (told.get("License") or "").strip().splitlines()
    return ", ".join(classifiers) or (short[0][:80] if short else "see the package")


def front_end_packages() -> list[tuple[str, str, str]]:
    """What package-lock.json pins."""
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    return [
        (name, entry["version"], KNOWN.get(name, entry.get("license", "see the package")))
        for path, entry in packages.items()
        if (name := path.removeprefix("node_modules/"))
    ]


def notices() -> str:
    """The whole file."""
    lines = [HEAD]
    for title, packages in (("Python", python_packages()), ("Front end", front_end_packages())):
        lines += [title, "-" * len(title)]
        lines += [f"{name} {version}: {told}" for name, version, told in sorted(packages)]
        lines.append("")
    return "\n".join(lines)


if __name__ == "__main__":
    text = notices()
    if "--check" in sys.argv:
        sys.exit(
            0 if TARGET.read_text("utf-8") == text else "THIRD_PARTY_NOTICES is stale: run this script without --check."
        )
    TARGET.write_text(text, "utf-8")

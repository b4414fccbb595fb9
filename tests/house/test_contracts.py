"""The floors and rooms of the house, as import contracts."""

from __future__ import annotations

import subprocess
import sys

from tests.house.repository import ROOT


def test_every_import_contract_is_kept() -> None:
    call = [sys.executable, "-c", "from importlinter.cli import lint_imports_command as run; run()", "--no-cache"]
    done = subprocess.run(call, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-1000:]

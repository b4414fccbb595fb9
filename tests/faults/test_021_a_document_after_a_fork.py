"""A demo that is made and served in one go: the server's processes print documents, and do not wait for ever."""

from __future__ import annotations

import subprocess
import sys

import pytest

# Prints a document here, or apart as the demo is made; then a fork, as the server's processes are, prints one too.
SCRIPT = """
import multiprocessing, sys
from datetime import datetime, timezone
import django
django.setup()
from styrehjul.documents.sheet import render
from styrehjul.management.commands.demo import apart

def print_one():
    pages = [{"width": 595.0, "height": 842.0, "text": "Læsekopi"}] * 20
    content = {"title": "Læsekopi", "date": [2027, 5, 18], "sheets": pages}
    assert render("overlay.typ", content, {}, datetime(2027, 5, 18, tzinfo=timezone.utc), archive=False)

if sys.argv[1] == "here":
    print_one()
else:
    assert apart(print_one)
server = multiprocessing.get_context("fork").Process(target=print_one)
server.start()
server.join(float(sys.argv[2]))
print("printed" if server.exitcode == 0 else "waits")
server.kill()
"""


@pytest.mark.parametrize(("where", "patience", "came_of_it"), [("apart", 60, "printed"), ("here", 8, "waits")])
def test_a_server_prints_after_the_demo_was_made(where: str, patience: int, came_of_it: str) -> None:
    """The second case is the control: printed in the same process first, the fork waits for threads it does not have."""
    done = subprocess.run(
        [sys.executable, "-c", SCRIPT, where, str(patience)], capture_output=True, text=True, timeout=120, check=False
    )
    assert (done.stdout.strip(), done.returncode) == (came_of_it, 0), done.stderr

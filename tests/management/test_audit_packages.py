"""Silence about the packages is never taken as good news."""

from __future__ import annotations

import json
from typing import Any

import pytest

from styrehjul.management.commands.audit_packages import findings, pinned_names

PINS = """django==5.2.19 \\
    --hash=sha256:00
    # via -r requirements/core.in
colorama==0.4.6 ; sys_platform == 'win32' \\
    --hash=sha256:00
Typing_Extensions==4.16.0
"""


def answer(*packages: dict[str, Any]) -> str:
    return json.dumps({"dependencies": list(packages), "fixes": []})


def test_the_pins_of_this_machine_are_asked_about() -> None:
    assert pinned_names(PINS) == {"django", "typing-extensions"}


def test_every_package_asked_about_and_clean_is_good_news() -> None:
    found = answer(
        {"name": "Django", "version": "5.2.19", "vulns": []}, {"name": "typing-extensions", "version": "4", "vulns": []}
    )
    assert findings(found, pinned_names(PINS)) == []


@pytest.mark.parametrize(
    "told",
    [
        "",
        "No known vulnerabilities found",
        answer(),
        answer({"name": "django", "version": "5.2.19", "vulns": []}),
        answer(
            {"name": "django", "version": "5.2.19", "vulns": []},
            {"name": "typing_extensions", "skip_reason": "no answer"},
        ),
    ],
)
def test_a_package_that_was_not_asked_about_is_no_audit(told: str) -> None:
    assert findings(told, pinned_names(PINS)) is None


def test_a_known_fault_is_told_with_what_mends_it() -> None:
    vulnerability = {"id": "PYSEC-2027-1", "fix_versions": ["5.2.20"], "aliases": [], "description": ""}
    found = answer(
        {"name": "django", "version": "5.2.19", "vulns": [vulnerability]},
        {"name": "typing-extensions", "version": "4", "vulns": []},
    )
    [problem] = findings(found, pinned_names(PINS)) or []
    assert (problem.code, problem.message) == ("PYSEC-2027-1", "django 5.2.19: PYSEC-2027-1, rettet i 5.2.20.")

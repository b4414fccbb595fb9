"""Nothing is served on a database that forgets, or with a cache that is not shared."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from django.conf import settings
from django.db import connection

from styrehjul.config.checks import problems

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def durable(django_db_blocker: object, transactional_db: None) -> None:
    if connection.vendor == "postgresql":
        pytest.skip("the tests' own PostgreSQL runs without fsync, and the check says so")


def test_as_shipped_nothing_is_in_the_way(durable: None) -> None:
    assert problems() == []


def test_a_database_that_syncs_less_is_refused(durable: None) -> None:
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=NORMAL")
    try:
        assert problems() == ["SQLite kører med synchronous=1; der kræves 2 (FULL)."]
    finally:
        connection.close()


def test_a_cache_per_process_is_refused(durable: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(settings.CACHES["default"], "BACKEND", "django.core.cache.backends.locmem.LocMemCache")
    assert "ikke fælles for alle processer" in " ".join(problems())


def test_a_spreadsheet_reader_without_its_guard_is_refused(durable: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(openpyxl, "DEFUSEDXML", False)
    assert "defusedxml" in " ".join(problems())


def test_postgresql_that_does_not_sync_is_refused(transactional_db: None) -> None:
    if connection.vendor != "postgresql":
        pytest.skip("for PostgreSQL")
    assert "fsync=off" in " ".join(problems())


def test_djangos_own_check_for_deployment_finds_nothing(tmp_path: Path) -> None:
    environment = {
        "PYTHONPATH": str(ROOT / "src"), "PATH": "/usr/bin:/bin", "DJANGO_SETTINGS_MODULE": "styrehjul.config.settings",
        "STYREHJUL_DATA": str(tmp_path), "STYREHJUL_URL": "https://styrehjul.example.dk",
    }  # fmt: skip
    call = [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"]
    done = subprocess.run(call, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "no issues (0 silenced)" in done.stdout

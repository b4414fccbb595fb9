"""./styrehjul test: what was left out is told last, and is a fault where everything must run."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from styrehjul.management import postgres
from styrehjul.management.commands import test as checking
from styrehjul.management.commands.test import Command, Run, environment, verdict

Captured = pytest.CaptureFixture[str]


@pytest.mark.parametrize(
    ("failed", "left_out", "must_all", "status"),
    [
        ([], [], "", 0),
        (["mypy"], [], "", 1),
        ([], ["rejserne i browseren: der er ingen Chromium på maskinen"], "", 0),
        ([], ["rejserne i browseren: der er ingen Chromium på maskinen"], "1", 1),
        ([], [], "1", 0),
    ],
)
def test_the_status_follows_what_failed_and_what_had_to_run(
    monkeypatch: pytest.MonkeyPatch,
    capsys: Captured,
    failed: list[str],
    left_out: list[str],
    must_all: str,
    status: int,
) -> None:
    monkeypatch.setenv("STYREHJUL_TEST_ALL", must_all)
    assert verdict(Run({}, failed, left_out)) == status
    last = capsys.readouterr().out.splitlines()[-3:]
    assert all(any(what in line for line in last) for what in failed + left_out)


def test_without_postgresql_and_chromium_both_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(postgres, "programs", lambda: None)
    monkeypatch.setattr(Run, "call", lambda self, *arguments, **more: True)
    run = Run({})
    checking.everything(run)
    assert [what.partition(":")[0] for what in run.left_out] == ["pytest på PostgreSQL", "rejserne i browseren"]
    assert run.failed == []


def test_a_failed_step_does_not_stop_the_others(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[str, ...]] = []

    def call(self: Run, *arguments: str, **more: str) -> bool:
        called.append(arguments)
        return "mypy" not in arguments

    monkeypatch.setattr(Run, "call", call)
    monkeypatch.setattr(postgres, "programs", lambda: None)
    run = Run({"STYREHJUL_CHROMIUM": "/usr/bin/chromium"})
    checking.everything(run)
    assert run.failed == ["mypy"]
    assert any("journey" in arguments for arguments in called)


def test_the_operators_settings_do_not_reach_the_tests(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://the-real-one/base")
    monkeypatch.setenv("STYREHJUL_DATA", "/srv/styrehjul")
    monkeypatch.setenv("STYREHJUL_SMTP_HOST", "mail.example.dk")
    with environment(is_long=True) as variables:
        assert "DATABASE_URL" not in variables
        assert "STYREHJUL_SMTP_HOST" not in variables
        assert variables["STYREHJUL_LONG"] == "1"
        data = Path(variables["STYREHJUL_DATA"])
        assert data.is_dir()
    assert not data.exists()


def test_arguments_go_to_pytest_and_its_status_comes_back(tmp_path: Path, capfd: Captured) -> None:
    red = tmp_path / "test_red.py"
    red.write_text("def test_red() -> None:\n    assert False\n", encoding="utf-8")
    for arguments, status in (((str(red), "-q"), 1), ((str(tmp_path / "nowhere.py"),), 4)):
        with pytest.raises(SystemExit) as leaving:
            Command().run_from_argv(["styrehjul", "test", *arguments, "-p", "no:cacheprovider"])
        assert leaving.value.code == status
    assert "1 failed" in capfd.readouterr().out


@pytest.mark.skipif(postgres.programs() is None, reason="needs PostgreSQL's programs")
def test_the_private_cluster_answers_and_leaves_nothing(tmp_path: Path) -> None:
    import psycopg

    programs = postgres.programs()
    assert programs
    with postgres.cluster(programs) as url:
        with psycopg.connect(url) as connection:
            row = connection.execute("SELECT count(*) FROM pg_database").fetchone()
        assert row
        assert row[0] >= 3
        folder = Path(url.partition("host=")[2].replace("%2F", "/"))
        assert folder.is_dir()
    assert not folder.exists()
    assert os.path.basename(folder).startswith("styrehjul-pg-")

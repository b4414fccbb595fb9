"""Settings from the environment: a wrong value stops the start and is never shown."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrehjul.config import env
from styrehjul.config.env import SettingError

NAME = "STYREHJUL_TEST_SETTING"


@pytest.fixture(autouse=True)
def no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(env, "_declared", {})
    for name in (NAME, f"{NAME}_FILE"):
        monkeypatch.delenv(name, raising=False)


def test_a_setting_that_is_not_set_has_its_default() -> None:
    assert env.text(NAME, "her", meaning="") == "her"
    assert env.flag(NAME, True, meaning="") is True
    assert env.number(NAME, 7, meaning="") == 7
    assert env.secret(NAME, meaning="") is None


def test_an_empty_variable_counts_as_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "  ")
    assert env.text(NAME, "her", meaning="") == "her"
    assert not env.declared()[0].set


@pytest.mark.parametrize(("written", "read"), [("1", True), ("ja", True), ("TRUE", True), ("0", False), ("nej", False)])
def test_a_flag_is_read_in_danish_and_english(monkeypatch: pytest.MonkeyPatch, written: str, read: bool) -> None:
    monkeypatch.setenv(NAME, written)
    assert env.flag(NAME, not read, meaning="") is read


@pytest.mark.parametrize(("written", "told"), [("måske", "1 eller 0"), ("2", "1 eller 0")])
def test_a_flag_that_is_neither_stops_the_start(monkeypatch: pytest.MonkeyPatch, written: str, told: str) -> None:
    monkeypatch.setenv(NAME, written)
    with pytest.raises(SettingError, match=told):
        env.flag(NAME, meaning="")


@pytest.mark.parametrize(("written", "told"), [("ti", "helt tal"), ("-1", "mellem 0 og 5"), ("6", "mellem 0 og 5")])
def test_a_number_outside_its_bounds_stops_the_start(monkeypatch: pytest.MonkeyPatch, written: str, told: str) -> None:
    monkeypatch.setenv(NAME, written)
    with pytest.raises(SettingError, match=told):
        env.number(NAME, 1, most=5, meaning="")


def test_a_secret_may_lie_in_a_file(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    file = tmp_path / "secret"
    file.write_text("hemmeligt æøå\n", encoding="utf-8")
    monkeypatch.setenv(f"{NAME}_FILE", str(file))
    assert env.secret(NAME, meaning="") == "hemmeligt æøå"
    assert env.declared()[0].set


def test_both_the_variable_and_its_file_is_a_mistake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(NAME, "a")
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "secret"))
    with pytest.raises(SettingError, match="kun den ene"):
        env.text(NAME, meaning="")


def test_a_file_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(f"{NAME}_FILE", str(tmp_path / "nowhere"))
    with pytest.raises(SettingError, match="nowhere"):
        env.secret(NAME, meaning="")


def test_what_is_declared_never_holds_a_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NAME, "hunter2")
    env.secret(NAME, meaning="Nøglen.")
    assert "hunter2" not in repr(env.declared())

"""The key that signs sessions is drawn once."""

from __future__ import annotations

import stat
from pathlib import Path

from styrehjul.config.secret_key import secret_key


def test_the_key_is_drawn_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    first = secret_key(tmp_path)
    assert len(first) >= 50
    assert secret_key(tmp_path) == first
    assert stat.S_IMODE((tmp_path / "secret-key").stat().st_mode) == 0o600
    assert [path.name for path in tmp_path.iterdir()] == ["secret-key"]


def test_looking_at_a_place_without_data_leaves_nothing_behind(tmp_path: Path) -> None:
    nowhere = tmp_path / "data"
    assert secret_key(nowhere)
    assert not nowhere.exists()


def test_two_places_never_share_a_key(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "b").mkdir()
    assert secret_key(tmp_path / "a") != secret_key(tmp_path / "b")

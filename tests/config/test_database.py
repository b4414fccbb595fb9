"""Which database the settings lead to."""

from __future__ import annotations

from pathlib import Path

import pytest

from styrehjul.config import database
from styrehjul.config.env import SettingError


def test_the_embedded_database_waits_writes_at_once_and_syncs_fully() -> None:
    found = database.sqlite(Path("/x/styrehjul.sqlite3"))
    assert found["OPTIONS"] == {
        "timeout": 20,
        "transaction_mode": "IMMEDIATE",
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
    }
    assert found["ATOMIC_REQUESTS"] is False


def test_every_part_of_an_address_is_read_and_unquoted() -> None:
    found = database.from_url("postgresql://styre%40hjul:k%2Fode@db.example.dk:6432/min%20base?sslmode=require")
    assert (found["USER"], found["PASSWORD"], found["HOST"], found["PORT"], found["NAME"]) == (
        "styre@hjul", "k/ode", "db.example.dk", "6432", "min base",
    )  # fmt: skip
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_a_socket_folder_is_a_host_and_no_option() -> None:
    found = database.from_url("postgres://me@/base?host=/run/postgresql")
    assert (found["HOST"], found["OPTIONS"]) == ("/run/postgresql", {})


@pytest.mark.parametrize(
    ("url", "told"),
    [
        ("mysql://x/y", "skal begynde med postgresql"),
        ("postgresql://host/", "mangler databasens navn"),
        ("postgresql://host:port/base", "port, der ikke er et tal"),
    ],
)
def test_an_address_that_cannot_be_used_is_told_without_its_password(url: str, told: str) -> None:
    with pytest.raises(SettingError, match=told):
        database.from_url(url)

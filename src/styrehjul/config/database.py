"""Which database: SQLite in the data folder, or what DATABASE_URL names."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from styrehjul.config.env import SettingError

# Measured with simulated power losses: with anything weaker, work that was confirmed is lost, or a reader that
# becomes a writer is turned away at once. No other pragma without a new measurement.
SQLITE_OPTIONS = {
    "timeout": 20,
    "transaction_mode": "IMMEDIATE",
    "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;",
}


def sqlite(file: Path) -> dict[str, Any]:
    """The embedded database. Tests have a file too: a database in memory has no WAL and one connection."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": str(file),
        "OPTIONS": SQLITE_OPTIONS,
        "ATOMIC_REQUESTS": False,
        "TEST": {"NAME": str(file.with_name("test.sqlite3"))},
    }


def from_url(url: str) -> dict[str, Any]:
    """`postgresql://user:password@host:5432/name?sslmode=require` or `sqlite:///path`.

    A socket folder stands as `?host=/run/postgresql`. Everything after `?` goes to the database driver.
    """
    parts = urlsplit(url)
    if parts.scheme == "sqlite" and parts.path:
        return sqlite(Path(unquote(parts.path[1:] if parts.path.startswith("//") else parts.path)))
    if parts.scheme not in {"postgres", "postgresql"}:
        raise SettingError("DATABASE_URL skal begynde med postgresql:// (eller sqlite:///).")
    name = unquote(parts.path.lstrip("/"))
    if not name:
        raise SettingError("DATABASE_URL mangler databasens navn efter den sidste skråstreg.")
    try:
        port = parts.port
    except ValueError:
        raise SettingError("DATABASE_URL har en port, der ikke er et tal.") from None
    options: dict[str, Any] = dict(parse_qsl(parts.query))
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": name,
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": options.pop("host", "") or unquote(parts.hostname or ""),
        "PORT": str(port or ""),
        "OPTIONS": options,
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "ATOMIC_REQUESTS": False,
    }

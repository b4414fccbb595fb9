"""What must be true before anything is served. Each fault is a sentence; one is enough to refuse the start."""

from __future__ import annotations

import os
from collections.abc import Iterator

import openpyxl
from django.conf import settings
from django.db import connection

FULL = 2  # PRAGMA synchronous, https://www.sqlite.org/pragma.html#pragma_synchronous


def problems() -> list[str]:
    """Every reason not to serve."""
    return [*_database(), *_cache(), *_libraries(), *_folders()]


def _database() -> Iterator[str]:
    """A database that forgets what it confirmed is worse than none."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            if (found := cursor.execute("PRAGMA synchronous").fetchone()[0]) != FULL:
                yield f"SQLite kører med synchronous={found}; der kræves {FULL} (FULL)."
            if (found := cursor.execute("PRAGMA journal_mode").fetchone()[0]) != "wal":
                yield f"SQLite kører med journal_mode={found}; der kræves wal."
        elif connection.vendor == "postgresql":
            for name in ("fsync", "synchronous_commit"):
                cursor.execute("SELECT current_setting(%s)", [name])
                if (found := cursor.fetchone()[0]) == "off":
                    yield f"PostgreSQL kører med {name}={found}; det skal være slået til."
    if settings.DATABASES["default"].get("ATOMIC_REQUESTS"):
        yield "ATOMIC_REQUESTS skal være slået fra: ellers tager hver sidevisning databasens skrivelås."


def _cache() -> Iterator[str]:
    """With a cache per process, a one-time code works once in each, and so does every limit."""
    backend = str(settings.CACHES["default"]["BACKEND"])
    if backend.endswith(("LocMemCache", "DummyCache")):
        yield f"Cachen {backend.rsplit('.', 1)[-1]} er ikke fælles for alle processer; brug DatabaseCache."


def _libraries() -> Iterator[str]:
    if not openpyxl.DEFUSEDXML:
        yield "openpyxl læser XML uden defusedxml; installér det, der står i requirements/core.txt."


def _folders() -> Iterator[str]:
    if not os.access(settings.DATA, os.W_OK):
        yield f"Mappen {settings.DATA} kan ikke skrives."

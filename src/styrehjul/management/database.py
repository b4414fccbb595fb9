"""The state of the database as a command meets it: not there, too old, too new, without a municipality, ready."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from styrehjul.management.base import refused

NO_MUNICIPALITY = "Her er ingen kommune endnu: opret den med ./styrehjul init --kommissorium FIL."


def require(*, municipality: bool) -> None:
    """Raises CommandRefused unless the database is of this version and, where asked, has its municipality."""
    if not is_there():
        raise refused("municipality.none", NO_MUNICIPALITY)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        raise refused("upgrade.needed", "Databasen er fra en ældre version: kør ./styrehjul upgrade.")
    if unknown := sorted(set(executor.loader.applied_migrations) - set(executor.loader.graph.nodes)):
        raise refused(
            "upgrade.newer",
            f"Databasen er fra en nyere version end denne ({'.'.join(unknown[-1])}): brug den nyere Styrehjul.",
        )
    if municipality and not has_municipality():
        raise refused("municipality.none", NO_MUNICIPALITY)


def is_there() -> bool:
    """Whether there is a database with our tables. Looking leaves no empty file behind."""
    if connection.vendor == "sqlite" and not Path(str(connection.settings_dict["NAME"])).exists():
        return False
    return "styrehjul_municipality" in connection.introspection.table_names()


def has_municipality() -> bool:
    from styrehjul.bodies.models import Municipality

    return Municipality.objects.exists()


def bring_up_to_date() -> list[str]:
    """Make or upgrade every table, the shared cache's own too; the names of what was run. Can be run again."""
    settings.DATA.mkdir(parents=True, exist_ok=True, mode=0o700)
    executor = MigrationExecutor(connection)
    waiting = [
        f"{step.app_label}.{step.name}" for step, _ in executor.migration_plan(executor.loader.graph.leaf_nodes())
    ]
    call_command("migrate", interactive=False, verbosity=0)
    call_command("createcachetable", verbosity=0)
    return waiting


def copy_aside(at: datetime) -> Path | None:
    """A whole copy of the SQLite database beside it, made by SQLite itself while others may write; None elsewhere."""
    if connection.vendor != "sqlite":
        return None
    folder = settings.DATA / "copies"
    folder.mkdir(mode=0o700, exist_ok=True)
    target = folder / f"styrehjul-{at:%Y%m%d-%H%M%S}.sqlite3"
    draft = target.with_suffix(".part")
    draft.unlink(missing_ok=True)
    connection.ensure_connection()
    with closing(sqlite3.connect(draft)) as copy:
        connection.connection.backup(copy)
    with draft.open("rb") as written:
        os.fsync(written.fileno())
    draft.replace(target)
    return target

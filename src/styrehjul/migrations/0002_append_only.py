"""Events, approved agenda versions and minutes are never changed or removed: the database itself refuses it."""

from __future__ import annotations

from typing import Any

from django.db import migrations

TABLES = ("styrehjul_event", "styrehjul_agendaversion", "styrehjul_minutesversion")


def forbid(apps: Any, schema_editor: Any) -> None:
    """One trigger per table and statement, in each database's own words."""
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                schema_editor.execute(
                    f"CREATE TRIGGER {table}_no_{verb.lower()} BEFORE {verb} ON {table} "
                    f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
                )
        else:
            schema_editor.execute(
                f"CREATE FUNCTION {table}_append_only() RETURNS trigger AS $$ "
                f"BEGIN RAISE EXCEPTION '{table} is append-only'; END $$ LANGUAGE plpgsql"
            )
            schema_editor.execute(
                f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
                f"FOR EACH ROW EXECUTE FUNCTION {table}_append_only()"
            )


def allow(apps: Any, schema_editor: Any) -> None:
    """Back to tables without triggers."""
    for table in TABLES:
        if schema_editor.connection.vendor == "sqlite":
            for verb in ("UPDATE", "DELETE"):
                schema_editor.execute(f"DROP TRIGGER IF EXISTS {table}_no_{verb.lower()}")
        else:
            schema_editor.execute(f"DROP FUNCTION IF EXISTS {table}_append_only() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("styrehjul", "0001_initial")]
    operations = [migrations.RunPython(forbid, allow)]

"""makemigrations, without the migrations that change no table: help texts, names, labels of choices, ordering."""

from __future__ import annotations

from typing import Any

from django.db.migrations.autodetector import MigrationAutodetector
from django.db.migrations.operations import AlterModelOptions
from django.db.migrations.operations.base import Operation
from django.db.models import Field
from django_linear_migrations.management.commands.makemigrations import Command as LinearCommand

WORDS_ONLY = frozenset({"choices", "help_text", "verbose_name"})
OPTIONS_OF_WORDS = frozenset({"ordering", "verbose_name", "verbose_name_plural"})


class Autodetector(MigrationAutodetector):
    """Sees only what a table is made of. A reworded label would else cost every municipality a migration."""

    def deep_deconstruct(self, obj: Any) -> Any:
        found = super().deep_deconstruct(obj)
        if not isinstance(obj, Field):
            return found
        path, args, kwargs = found
        return path, args, {name: value for name, value in kwargs.items() if name not in WORDS_ONLY}

    def add_operation(self, app_label: str, operation: Operation, *args: Any, **options: Any) -> None:
        if not (isinstance(operation, AlterModelOptions) and self._is_words_only(app_label, operation)):
            super().add_operation(app_label, operation, *args, **options)

    def _is_words_only(self, app_label: str, operation: AlterModelOptions) -> bool:
        old_name = self.renamed_models.get((app_label, operation.name_lower), operation.name_lower)
        before, after = self.from_state.models[app_label, old_name].options, operation.options
        keys = AlterModelOptions.ALTER_OPTION_KEYS
        return {key for key in keys if before.get(key) != after.get(key)} <= OPTIONS_OF_WORDS


class Command(LinearCommand):
    autodetector = Autodetector

"""migrate, that sees the same differences as makemigrations does."""

from __future__ import annotations

from django.core.management.commands.migrate import Command as MigrateCommand

from styrehjul.management.commands.makemigrations import Autodetector


class Command(MigrateCommand):
    """Django asks that both commands detect alike."""

    autodetector = Autodetector

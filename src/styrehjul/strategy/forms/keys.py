"""Fields that pick a strategy or a goal."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.strategy.models import Goal, Strategy
from styrehjul.strategy.queries.strategies import in_number_order

NONE = _("Ingen")


class KeyField(forms.TypedChoiceField):
    """One row of a register, as a key; None when none is chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)

    def offer(self, rows: Iterable[tuple[int, str]], *, none: Any = NONE) -> None:
        """What can be picked."""
        self.choices = [("", none), *((str(key), words) for key, words in rows)]


def strategies() -> list[tuple[int, str]]:
    """Every strategy, the newest first, with its years."""
    return [(row.pk, f"{row.title} ({years_of(row)})") for row in Strategy.objects.all()]


def years_of(strategy: Strategy) -> str:
    """ "2026-2029", "fra 2026"."""
    return f"{strategy.start.year}-{strategy.end.year}" if strategy.end else f"fra {strategy.start.year}"


def goals(*, but: int | None = None, whole: bool = False) -> list[tuple[int, str]]:
    """Goals by number; with `whole` only those that are part of no other."""
    rows = Goal.objects.exclude(pk=but) if but else Goal.objects.all()
    found = rows.filter(parent=None) if whole else rows
    return [(goal.pk, f"{goal.number} {goal.title}".strip()) for goal in in_number_order(found)]

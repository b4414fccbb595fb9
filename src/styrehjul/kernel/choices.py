"""Enums on model fields without the enum in the migration.

A StrEnum member written into a migration names its module, and the migration breaks the day the module moves.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from typing import Any

# A label is a lazy text: kernel knows no Django, so its type is not named here.
Labels = Mapping[StrEnum, Any]


def choices(labels: Labels) -> list[tuple[str, Any]]:
    """`[(member.value, label), ...]` in the order of the labels."""
    return [(member.value, label) for member, label in labels.items()]

"""What every lasting thing in the database has: an identity, a version and its history."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django.db import models
from simple_history.models import HistoricalRecords

from styrehjul.kernel.refusal import Refused


def history(**options: Any) -> HistoricalRecords:
    """The history of a noun. The person who acted is set by `audit.store`, never taken from the request."""
    return HistoricalRecords(
        user_model="styrehjul.Person",
        history_change_reason_field=models.TextField(null=True),
        custom_model_name=lambda name: f"{name}History",
        **options,
    )


class Noun(models.Model):
    """A thing that people edit: `version` rises with each save through `audit.store`."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    version = models.PositiveIntegerField(default=1)
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()

    class Meta:
        abstract = True


def same_version(noun: Noun, expected: int | None, *, changed_by: str = "") -> None:
    """Refused("stale") when somebody has saved `noun` since the reader got version `expected`."""
    if expected is not None and noun.version != expected:
        raise Refused("stale", changed_by=changed_by or last_writer(noun), version=noun.version)


def last_writer(noun: Any) -> str:
    """The name of the person who saved the noun last, or ""."""
    record = noun.history.select_related("history_user").first() if hasattr(noun, "history") else None
    return str(record.history_user) if record and record.history_user else ""


def stamp(noun: Noun, at: datetime) -> None:
    """Set the noun's times before it is saved."""
    if noun._state.adding:
        noun.created_at = at
    noun.updated_at = at

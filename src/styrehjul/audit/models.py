"""The audit chain, its erasable personal part, and the keys that make a repeated form harmless."""

from __future__ import annotations

from django.db import models


class Event(models.Model):
    """One thing that happened. No foreign keys: an event outlives what it tells of.

    `hash` = SHA-256 of the previous event's hash and this event as canonical JSON (`audit.chain`). Rows are never
    changed or removed: both databases refuse it by trigger.
    """

    seq = models.PositiveBigIntegerField(primary_key=True)
    at = models.DateTimeField()
    actor_id = models.CharField(max_length=36, blank=True)
    on_behalf_of = models.CharField(max_length=36, blank=True)
    action = models.CharField(max_length=80)
    object_type = models.CharField(max_length=60, blank=True)
    object_uuid = models.CharField(max_length=36, blank=True)
    object_version = models.PositiveIntegerField(null=True)
    changes = models.JSONField(default=dict)
    personal_digest = models.CharField(max_length=64, blank=True)
    prev_hash = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["seq"]
        # The history of one object is read newest first on its own page.
        indexes = [models.Index(fields=["object_type", "object_uuid", "-seq"], name="event_object_idx")]

    def __str__(self) -> str:
        return f"{self.seq} {self.action}"


class PersonalPart(models.Model):
    """What an event tells of a person, outside the hash, so that it can be erased without breaking the chain."""

    event_seq = models.PositiveBigIntegerField(primary_key=True)
    salt = models.CharField(max_length=32)
    content = models.JSONField(null=True)
    erased_at = models.DateTimeField(null=True)
    erased_because = models.TextField(blank=True)

    def __str__(self) -> str:
        return str(self.event_seq)


class ChainHead(models.Model):
    """The last link. Locked by the one that adds to the chain, so that two never draw the same number."""

    seq = models.PositiveBigIntegerField(default=0)
    hash = models.CharField(max_length=64)
    # Table -> the event whose work wrote in it last; "" stands for the tables that are not named (`audit.current`).
    tables = models.JSONField(default=dict)

    def __str__(self) -> str:
        return f"{self.seq} {self.hash[:12]}"


class IdempotencyKey(models.Model):
    """A form that was carried out: the same key again gives the first answer, with another body it is refused.

    Written in the transaction of the work itself. Kept seven days.
    """

    key = models.UUIDField(primary_key=True)
    person_id = models.CharField(max_length=36)
    route = models.CharField(max_length=200)
    body_hash = models.CharField(max_length=64)
    answer = models.TextField(blank=True)
    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return str(self.key)

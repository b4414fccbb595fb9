"""The keys by which other programs ask in a person's name."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import Person


class ApiToken(Noun):
    """One key: shown once, kept as its SHA-256, never more than its person may do."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="api_tokens")
    name = models.CharField(max_length=100)
    token_hash = models.CharField(max_length=64, unique=True)
    # The first signs, by which its owner knows it again in a list.
    start = models.CharField(max_length=12)
    may_write = models.BooleanField(default=False)
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    history = history(excluded_fields=["token_hash"])

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def works(self, at: datetime) -> bool:
        """Whether it opens anything at that moment."""
        return self.revoked_at is None and at < self.expires_at

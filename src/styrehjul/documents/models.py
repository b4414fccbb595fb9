"""Files that were stored: uploads and documents that the product made."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models


class StoredFile(models.Model):
    """One file. The name stands here only; on disk it lies under its uuid. Written once, never changed."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField()
    sha256 = models.CharField(max_length=64)
    content_type = models.CharField(max_length=100)
    # "upload", "agenda", "minutes", "reading_copy", "meeting_plan" ...: what it was stored as.
    kind = models.CharField(max_length=30)
    created_at = models.DateTimeField()
    created_by_id = models.CharField(max_length=36, blank=True)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["sha256"], name="file_sha_idx")]

    def __str__(self) -> str:
        return self.name

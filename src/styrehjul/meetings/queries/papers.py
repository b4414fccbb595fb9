"""Word files that were looked through, and have not become anything yet."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db.models import QuerySet

from styrehjul.documents.models import StoredFile
from styrehjul.meetings.models import Annex, WorkingPaper

# What a Word file is stored as while it is looked through, and how long it waits to be read in.
WORD_UPLOAD = "working_paper"
UNREAD_KEPT = timedelta(days=1)


def unread_words(at: datetime) -> QuerySet[StoredFile]:
    """Those that nobody has read in for a day."""
    old = StoredFile.objects.filter(kind=WORD_UPLOAD, created_at__lt=at - UNREAD_KEPT)
    kept = WorkingPaper.objects.values("file")
    return old.exclude(pk__in=kept).exclude(pk__in=Annex.objects.filter(file__isnull=False).values("file"))

"""Files that an item was written from, and what the records system has taken in."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.documents.models import StoredFile
from styrehjul.meetings.models.matters import Treatment
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import Person


class WorkingPaper(models.Model):
    """A Word file that an item's text was read from (*arbejdspapir*). For those who write the item; never an annex."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="working_papers")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField()
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-added_at", "-pk"]

    def __str__(self) -> str:
        return self.file.name


class RecordFiling(Noun):
    """The receipt of one document handed to the records system (*journalisering*): its case number and its date."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="filings")
    kind = models.CharField(max_length=10, choices=[("agenda", "Dagsorden"), ("minutes", "Referat")])
    # The number of the agenda version or of the minutes.
    number = models.PositiveIntegerField()
    record_number = models.CharField(max_length=60)
    filed_on = models.DateField()
    filed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "kind", "number"], name="filing_once_per_document")
        ]

    def __str__(self) -> str:
        return self.record_number

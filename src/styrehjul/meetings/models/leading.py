"""Who took over the lead of a meeting while it ran."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import Person


class LeadHandover(Noun):
    """The lead of one meeting handed to another at the table: from when, and by whom."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="handovers")
    former = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    history = history()

    class Meta:
        ordering: ClassVar = ["at", "pk"]

    def __str__(self) -> str:
        return f"{self.person} {self.at:%H.%M}"

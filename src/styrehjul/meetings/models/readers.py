"""What one reader keeps for themselves: which version they have read, and their own notes.

Neither is a noun: nobody else reads them, and their content stands in no history and no event.
"""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.meetings.models.matters import Treatment
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.meetings.models.versions import AgendaVersion
from styrehjul.people.models import Person


class ReadMark(models.Model):
    """The version of a meeting's agenda that a person has said they have read (*læst*)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="read_marks")
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="read_marks")
    version = models.ForeignKey(AgendaVersion, on_delete=models.CASCADE, related_name="read_marks")
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "person"], name="read_mark_once")]

    def __str__(self) -> str:
        return f"{self.version}"


class Note(models.Model):
    """A person's own note on an item (*min note*), kept at the first treatment of what is carried over."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="notes")
    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="notes")
    text = models.TextField()
    at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["person", "treatment"], name="note_once")]

    def __str__(self) -> str:
        # Never the text: this is what an error page or a list of rows would show.
        return f"note {self.pk}"

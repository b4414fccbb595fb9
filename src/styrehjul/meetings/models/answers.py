"""What came by mail about a meeting and was not simply taken as an answer: somebody looks at it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain.answers import Hint
from styrehjul.meetings.models.meetings import Meeting


class AnswerHint(Noun):
    """An answer that the secretary must judge: from a stranger, without a valid signature, or with another time.

    It changes nothing by itself. `source` is the mail's fingerprint: the same mail read twice is one hint.
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="answer_hints")
    kind = models.CharField(max_length=12, choices=choices(labels.HINT), default=Hint.STRANGER.value)
    sender = models.CharField(max_length=254)
    answer = models.CharField(max_length=10, blank=True)
    comment = models.CharField(max_length=300, blank=True)
    proposed_start = models.DateTimeField(null=True, blank=True)
    proposed_end = models.DateTimeField(null=True, blank=True)
    received_at = models.DateTimeField()
    source = models.CharField(max_length=64)
    settled_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "source"], name="answer_hint_once")]
        ordering: ClassVar = ["received_at", "pk"]

    def __str__(self) -> str:
        return f"{self.sender}: {self.kind}"


class DigestDay(models.Model):
    """A day on which the reminders were sent. One row a day, whoever comes first."""

    day = models.DateField(unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.day:%Y-%m-%d}"

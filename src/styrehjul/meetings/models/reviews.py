"""A reading round: an item as it was sent to named readers, and what each of them said."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.models.matters import Treatment
from styrehjul.people.models import Person


class ReviewRound(Noun):
    """One version of an item, sent to be read (*gennemsyn*)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="review_rounds")
    number = models.PositiveIntegerField()
    # Canonical JSON of the item as it was sent, and its checksum. Never changed.
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    due_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["treatment", "number"], name="review_round_once")]

    def __str__(self) -> str:
        return f"{self.treatment}: gennemsyn {self.number}"


class ReviewAnswer(Noun):
    """What one reader said of that version, and what was answered; "" while the reader is awaited."""

    round = models.ForeignKey(ReviewRound, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="review_answers")
    answer = models.CharField(max_length=10, choices=choices(labels.REVIEW), blank=True)
    comment = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    reply = models.TextField(blank=True)
    replied_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "person"], name="review_answer_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.answer or 'intet svar'}"

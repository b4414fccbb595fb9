"""What others look at while an item is prepared: technology, contract, data protection; and the proposer's own chief."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.models.matters import Treatment
from styrehjul.people.models import Person


class ItemCheck(Noun):
    """One person is asked to look at one side of an item (*kontrol*), and what was said; "" while it is awaited."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="checks")
    kind = models.CharField(max_length=20, choices=choices(labels.CHECK))
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="item_checks")
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    # Canonical JSON of the item as it stood when the question was put.
    content = models.TextField()
    answer = models.CharField(max_length=10, choices=choices(labels.CHECK_ANSWER), blank=True)
    remark = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    # Asked no more; the row stays, and the same side can be asked about again.
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["treatment", "kind"], name="item_check_once")]

    def __str__(self) -> str:
        return f"{self.treatment}: {self.get_kind_display()}"

    @property
    def awaited(self) -> bool:
        """Whether it still asks for an answer."""
        return not self.answer and self.withdrawn_at is None

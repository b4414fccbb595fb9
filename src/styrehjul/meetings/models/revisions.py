"""A decision that was changed after its meeting and before the minutes were approved."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.models.decisions import Decision
from styrehjul.people.models import Person


class DecisionRevision(Noun):
    """A new text of a decision with effects of its own; the former text stays here and is shown beside it.

    It counts when the meeting is ended anew and the chair has confirmed it; until then the decision keeps its text.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    outcome = models.CharField(max_length=24, choices=choices(labels.OUTCOME))
    text = models.TextField()
    because = models.TextField()
    former_outcome = models.CharField(max_length=24, choices=choices(labels.OUTCOME))
    former_text = models.TextField(blank=True)
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on_behalf_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["decision", "number"], name="decision_revision_once")]

    def __str__(self) -> str:
        return f"{self.decision} {self.number}"

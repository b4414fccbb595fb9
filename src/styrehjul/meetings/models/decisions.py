"""What was decided, what it moves, and what somebody is to do because of it."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models.matters import RecommendationPoint, Treatment
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project


class Decision(Noun):
    """What the body decided on an item: outcome, text, number, and from when it counts."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="decisions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions")
    # None: decided between meetings, in a written procedure or by the chair.
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="decisions")
    outcome = models.CharField(max_length=24, choices=choices(labels.OUTCOME))
    text = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=choices(labels.DECISION), default=s.DecisionState.PROVISIONAL.value)
    year = models.PositiveIntegerField(null=True, blank=True)
    serial = models.PositiveIntegerField(null=True, blank=True)
    number = models.CharField(max_length=30, blank=True)
    waits_for_minutes = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Where the secretary clicked with the chair beside: the one who led the meeting confirmed.
    on_behalf_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    in_force_at = models.DateTimeField(null=True, blank=True)
    # The earlier decision that falls when this one takes force.
    supersedes = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="superseded_by"
    )
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["treatment"], name="decision_once_per_treatment"),
            models.UniqueConstraint(
                fields=["body", "year", "serial"], name="decision_number_once", condition=Q(serial__isnull=False)
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "-in_force_at"], name="decision_log_idx")]

    def __str__(self) -> str:
        return self.number or f"Foreløbig beslutning ({self.treatment})"

    @property
    def taken_at(self) -> datetime:
        """When it was taken: at its meeting, or between meetings when it took force."""
        return self.meeting.starts_at if self.meeting else (self.in_force_at or self.created_at)


class Effect(Noun):
    """A typed change that a decision carries (*virkning*). Hangs on an at-sentence; runs once or not at all.

    `expected` holds only those fields of the target that the command reads or writes, as they were when the
    indstilling was written or as an earlier effect of the same meeting leaves them.
    """

    point = models.ForeignKey(RecommendationPoint, on_delete=models.CASCADE, related_name="effects")
    position = models.PositiveIntegerField(default=0)
    command = models.CharField(max_length=60)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="effects")
    args = models.JSONField(default=dict, blank=True)
    expected = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=12, choices=choices(labels.EFFECT), default=s.EffectState.PENDING.value)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="effects")
    # Not part of the indstilling: the meeting decided otherwise than recommended.
    made_in_meeting = models.BooleanField(default=False)
    # Of a decision that was changed after the meeting: which change brought it.
    revision = models.ForeignKey(
        "styrehjul.DecisionRevision", on_delete=models.PROTECT, null=True, blank=True, related_name="effects"
    )
    found = models.JSONField(null=True, blank=True)
    conflict_because = models.CharField(max_length=300, blank=True)
    dropped_because = models.TextField(blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.command} {self.project or ''}".strip()


class FollowUp(Noun):
    """Something that somebody does because of a decision: exactly one responsible, a date, a status."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="follow_ups")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups")
    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups")
    text = models.CharField(max_length=300)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="follow_ups")
    due = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=[("open", "Åben"), ("done", "Udført"), ("dropped", "Frafaldet")], default="open"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    # Read in from before the product: the decision it comes from, in its own words.
    imported = models.BooleanField(default=False)
    decision_text = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["responsible", "state", "due"], name="followup_mine_idx")]

    def __str__(self) -> str:
        return self.text

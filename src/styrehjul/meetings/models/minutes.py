"""Minutes on their way to approval, and what is put right after it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models.matters import Treatment
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import Person


class MinutesRound(Noun):
    """The minutes laid before the members once: how they approve, until when, and what they were shown."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes_rounds")
    number = models.PositiveIntegerField()
    # As the body's rules said when it was sent: tacit, next_meeting or each_member.
    way = models.CharField(max_length=20)
    sha256 = models.CharField(max_length=64)
    due_at = models.DateTimeField()
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The item of a later meeting that approved them.
    adopted_by = models.ForeignKey(Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="minutes_round_once"),
            models.UniqueConstraint(fields=["meeting"], name="minutes_round_open_once", condition=Q(ended_at=None)),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} {self.number}"


class MinutesComment(Noun):
    """What a member says about the minutes or one item of them. It never changes their text."""

    round = models.ForeignKey(MinutesRound, on_delete=models.PROTECT, related_name="comments")
    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    # An objection must be answered before the minutes can be approved.
    objection = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.text[:80]


class MinutesConsent(Noun):
    """One member's *Godkend*, where each of them approves the minutes."""

    round = models.ForeignKey(MinutesRound, on_delete=models.PROTECT, related_name="consents")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    # The secretary may enter what a member said by telephone or mail; the note says how.
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "person"], name="minutes_consent_once")]

    def __str__(self) -> str:
        return f"{self.person} {self.round}"


class Correction(Noun):
    """A numbered *rettelse* of approved minutes: shown beside what it corrects, which is never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="corrections")
    # None: the minutes as a whole.
    treatment = models.ForeignKey(
        Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="corrections"
    )
    # Drawn when it is approved.
    number = models.PositiveIntegerField(null=True, blank=True)
    text = models.TextField()
    because = models.TextField()
    state = models.CharField(
        max_length=12, choices=choices(labels.CORRECTION), default=s.CorrectionState.PROPOSED.value
    )
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    declined_because = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["meeting", "number"], name="correction_number_once", condition=Q(number__isnull=False)
            )
        ]

    def __str__(self) -> str:
        return self.text[:80]

"""Briefings, who they go to, and what was delivered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.briefings import labels
from styrehjul.briefings.domain.states import Audience, BriefingState
from styrehjul.briefings.domain.text import Section, from_json
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person


class BriefingSettings(Noun):
    """What the municipality has chosen about briefings. One row; both are off as shipped."""

    only = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)
    chair_approves = models.BooleanField(default=False)
    asks_receipt = models.BooleanField(default=False)
    history = history()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="briefing_settings_one", condition=Q(only=1))]

    def __str__(self) -> str:
        return "Orienteringernes indstillinger"


class BriefingReceiver(Noun):
    """Somebody that the executive board's or the chiefs' forum's briefings go to."""

    audience = models.CharField(max_length=10, choices=choices(labels.AUDIENCE))
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["audience", "person__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["audience", "person"], name="briefing_receiver_once"),
        ]

    def __str__(self) -> str:
        return str(self.person)


class Briefing(Noun):
    """One briefing: what a body tells upwards about a stretch of time. Fixed once it is sent."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="briefings")
    title = models.CharField(max_length=200)
    # The meeting it tells of; the package of meetings lies above this one.
    meeting_uuid = models.UUIDField(null=True, blank=True)
    meeting_name = models.CharField(max_length=200, blank=True)
    meeting_url = models.CharField(max_length=200, blank=True)
    since = models.DateField()
    until = models.DateField()
    summary = models.TextField(blank=True)
    # The sections as `domain.text` keeps them.
    content = models.JSONField(default=list, blank=True)
    # Something of a closed item was taken in by hand: only receivers and bodies read it.
    restricted = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=choices(labels.BRIEFING_STATE), default=BriefingState.DRAFT.value)
    returned_because = models.TextField(blank=True)
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField(null=True, blank=True)
    sent_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    sent_at = models.DateTimeField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    document = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections")
    history = history()

    class Meta:
        ordering: ClassVar = ["-until", "-pk"]
        constraints: ClassVar = [
            # A meeting that is ended twice by two people has one draft.
            models.UniqueConstraint(
                fields=["meeting_uuid"],
                condition=Q(meeting_uuid__isnull=False, corrects__isnull=True),
                name="briefing_once_a_meeting",
            ),
            models.CheckConstraint(
                name="briefing_sent_is_fixed",
                condition=~Q(state="sent") | Q(sent_at__isnull=False, document__isnull=False),
            ),
        ]
        indexes: ClassVar = [
            # "When were they last informed", and the wheel's year.
            models.Index(fields=["state", "sent_at"], name="briefing_sent_idx"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The briefing's page."""
        return f"/strategi/orienteringer/{self.uuid}/"

    @property
    def sections(self) -> tuple[Section, ...]:
        """The sections, also those left out."""
        return from_json(self.content)

    @property
    def is_sent(self) -> bool:
        """Whether anybody has been sent it."""
        return self.state == BriefingState.SENT


class BriefingDelivery(Noun):
    """One person who was sent it: when, and when they said that they have read it, where that is asked."""

    briefing = models.ForeignKey(Briefing, on_delete=models.PROTECT, related_name="deliveries")
    audience = models.CharField(max_length=10, choices=choices(labels.AUDIENCE))
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    sent_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["audience", "person__name"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["briefing", "audience", "person"], name="briefing_delivery_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {Audience(self.audience).value}"

"""A matter, its treatments in bodies, and what is written for one."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.models import Project


class Matter(Noun):
    """A matter (*sag*) lives on across meetings and bodies; each treatment is one body at one meeting."""

    title = models.CharField(max_length=200)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="matters")
    access = models.CharField(max_length=20, choices=choices(labels.ACCESS), default=s.Access.OPEN.value)
    areas = models.ManyToManyField(OrgUnit, blank=True, related_name="matters")
    record_number = models.CharField(max_length=60, blank=True)
    history = history()

    def __str__(self) -> str:
        return self.title


class Treatment(Noun):
    """One body's handling of a matter; on an agenda it is an item (*punkt*)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="treatments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="treatments")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="treatments")
    position = models.PositiveIntegerField(default=0)
    # Fixed at the first dispatch; before that the page counts.
    number = models.PositiveIntegerField(null=True, blank=True)
    profile = models.CharField(max_length=12, choices=choices(labels.PROFILE), default=s.Profile.ORDINARY.value)
    standing_key = models.CharField(max_length=80, blank=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="sub_items")
    # The body's own kinds by code: decision, information, discussion, or one that the municipality made.
    kind = models.CharField(max_length=40, default="decision")
    title = models.CharField(max_length=200)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="treatments")
    minutes_allotted = models.PositiveIntegerField(null=True, blank=True)
    access = models.CharField(max_length=20, choices=choices(labels.ACCESS), default=s.Access.OPEN.value)
    state = models.CharField(max_length=12, choices=choices(labels.TREATMENT), default=s.T.DRAFT.value)
    outcome = models.CharField(max_length=24, choices=choices(labels.OUTCOME), blank=True)
    summary = models.TextField(blank=True)
    case_presentation = models.TextField(blank=True)
    financial_impact = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    # The provider's content as it was when the agenda was built: {"as_of": ..., "blocks": [...]}.
    frozen_content = models.JSONField(null=True, blank=True)
    material_due_at = models.DateTimeField(null=True, blank=True)
    late_because = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)
    left_because = models.TextField(blank=True)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to")
    # What the body is asked to do, and whether the matter is settled here; unsaid, the kind of item says it.
    role = models.CharField(max_length=10, choices=choices(labels.ROLE), blank=True)
    decides_here = models.BooleanField(null=True, blank=True)
    route = models.CharField(max_length=10, choices=choices(labels.ROUTE), default=m.Route.MEETING.value)
    # The body that the matter goes on to, when the outcome hands it on.
    referred_to = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The item approves the minutes of that meeting.
    minutes_of = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="approving_items"
    )
    # Put on the agenda while the meeting ran, and what let it in.
    ad_hoc = models.CharField(max_length=10, choices=choices(labels.AD_HOC), blank=True)
    # Who asked for the item, why now and for which meeting; where the body prepares in more steps.
    proposed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    why_now = models.TextField(blank=True)
    wished_meeting = models.ForeignKey(Meeting, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    # When the responsible was asked to take it; two working days without an answer count as a yes.
    asked_at = models.DateTimeField(null=True, blank=True)
    set_ready_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    set_ready_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["meeting", "position"], name="treatment_agenda_idx"),
            models.Index(fields=["body", "state"], name="treatment_state_idx"),
            models.Index(fields=["responsible", "state"], name="treatment_resp_idx"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The item's page; without a meeting the matter's."""
        return f"/moeder/{self.meeting_id}/punkter/{self.pk}/" if self.meeting_id else f"/sager/{self.matter_id}/"


class RecommendationPoint(Noun):
    """One at-sentence of an item's recommendation (*indstillingspunkt*); effects hang on it."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=600)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Memo(Noun):
    """A text of its own after an item (*notat*)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="memos")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


class Annex(Noun):
    """A file or link that belongs to an item (*bilag*)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="annexes")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(max_length=300, blank=True)
    closed = models.BooleanField(default=False)
    accessible = models.BooleanField(null=True, blank=True)
    # Pages that are pictures: nothing in the file can be read aloud or searched.
    scanned = models.BooleanField(default=False)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="annex_file_or_link",
                condition=Q(file__isnull=False, link="") | Q(file__isnull=True) & ~Q(link=""),
            )
        ]

    def __str__(self) -> str:
        return self.title

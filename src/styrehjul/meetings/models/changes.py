"""What is changed on an agenda after it was sent. Nothing of it is on the items before the chair has approved it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import changes as c
from styrehjul.meetings.models.matters import Annex, Treatment
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.meetings.models.versions import AgendaVersion, Dispatch
from styrehjul.people.models import Person


class ChangeSet(Noun):
    """Changes of one sent agenda that the chair approves and the members get together (*ændringssæt*)."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="change_sets")
    number = models.PositiveIntegerField()
    state = models.CharField(max_length=12, choices=choices(labels.CHANGE_SET), default=c.ChangeSetState.DRAFT.value)
    # What the chair reads, while the chair has it; what was sent, from then on.
    built = models.ForeignKey(
        AgendaVersion, on_delete=models.PROTECT, null=True, blank=True, related_name="change_sets"
    )
    dispatch = models.ForeignKey(Dispatch, on_delete=models.PROTECT, null=True, blank=True, related_name="change_sets")
    late_because = models.TextField(blank=True)
    returned_with = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting", "number"], name="change_set_number_once"),
            models.UniqueConstraint(
                fields=["meeting"], name="change_set_one_open", condition=Q(state__in=["draft", "with_chair"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} ændringssæt {self.number}"


class Change(Noun):
    """One change of a set (*ændring*): a correction, a new annex, an additional item, or an item withdrawn.

    `content` holds what the item is to become: {"fields", "points", "memos", "responsible"}; for an annex its title,
    link and access. Without `treatment` it is an item that is not there yet; its key is in `content["uuid"]`.
    """

    change_set = models.ForeignKey(ChangeSet, on_delete=models.CASCADE, related_name="changes")
    kind = models.CharField(max_length=12, choices=choices(labels.CHANGE_KIND))
    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="changes")
    # An annex of an item that comes with the same set.
    of = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="annexes")
    content = models.JSONField(default=dict, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    replaces = models.ForeignKey(Annex, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["change_set", "treatment", "kind"],
                name="change_once_per_item",
                condition=Q(kind__in=["correction", "withdrawn"]),
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.treatment or self.content.get('fields', {}).get('title', '')}"


class MoveRequest(Noun):
    """A new time for a meeting whose agenda was sent (*flytteønske*): it moves when the chair has confirmed it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="move_requests")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    waivers = models.JSONField(default=list, blank=True)
    reason = models.TextField(blank=True)
    asked_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=choices(labels.MOVE), default=c.MoveState.ASKED.value)
    answered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    answered_with = models.TextField(blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["meeting"], name="move_request_one_open", condition=Q(state="asked"))
        ]

    def __str__(self) -> str:
        return f"{self.meeting} til {self.starts_at:%Y-%m-%d}"

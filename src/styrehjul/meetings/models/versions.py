"""What was approved, sent and kept: agendas and minutes that are never changed."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.documents.models import StoredFile
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import Person


class AgendaVersion(models.Model):
    """An agenda as it was at one moment: canonical JSON, its SHA-256, and the PDFs made from it. Never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    members_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    open_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reading_copy = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    audit_head = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting} v{self.number}"


class Approval(models.Model):
    """The chair's approval of exactly one version. Void when anything was changed after it."""

    version = models.ForeignKey(AgendaVersion, on_delete=models.PROTECT, related_name="approvals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.person} {self.version}"


class Dispatch(models.Model):
    """One sending of an agenda version to the members. The number is drawn once per meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="dispatches")
    number = models.PositiveIntegerField()
    version = models.ForeignKey(AgendaVersion, on_delete=models.PROTECT, related_name="dispatches")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    late_because = models.TextField(blank=True)
    recipients = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="dispatch_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting} udsendelse {self.number}"


class MinutesVersion(models.Model):
    """The minutes as approved: canonical JSON, its SHA-256 and the PDF. Never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes_versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    open_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The sentence of how: "Godkendt stiltiende 18. juni 2027". Empty where one person approved.
    approval = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="minutes_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting} referat {self.number}"

"""What was read in: the files, which columns they had, and each row with what it said."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.documents.models import StoredFile
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from styrehjul.systems.models import System


class ImportProfile(Noun):
    """How one kind of list is to be read: its columns by their headings, kept under a name for the next time."""

    kind = models.CharField(max_length=20, default="projects")
    name = models.CharField(max_length=100, unique=True)
    # Heading -> field; "" keeps the column beside the project, "-" leaves it out.
    columns = models.JSONField(default=dict, blank=True)
    # Heading -> "kr", "tkr" or "mio".
    units = models.JSONField(default=dict, blank=True)
    # The heading whose value is each row's own mark in the list that it comes from.
    key_column = models.CharField(max_length=200, blank=True)
    history = history()

    def __str__(self) -> str:
        return self.name


class ImportRun(Noun):
    """One file read in: asked for, carried out by the page or the worker, and perhaps undone again."""

    kind = models.CharField(max_length=20, default="projects")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=255)
    sha256 = models.CharField(max_length=64)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    profile = models.ForeignKey(ImportProfile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # What was said with the file, so that the worker reads what the person saw; `shown` is that plan's mark.
    asked = models.JSONField(default=dict, blank=True)
    shown = models.CharField(max_length=64, blank=True)
    counts = models.JSONField(default=dict, blank=True)
    started_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    failed_at = models.DateTimeField(null=True, blank=True)
    message = models.TextField(blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.name


class ImportedRow(models.Model):
    """One row of a run and the project it became or changed. Written once: the next file is compared with `said`."""

    run = models.ForeignKey(ImportRun, on_delete=models.CASCADE, related_name="rows")
    row = models.PositiveIntegerField()
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="imported_rows")
    key = models.CharField(max_length=200, blank=True)
    created = models.BooleanField(default=False)
    # The project's version before and after, by which it is known whether anybody has edited it since.
    version_before = models.PositiveIntegerField(null=True, blank=True)
    version_after = models.PositiveIntegerField()
    said = models.JSONField(default=dict)

    class Meta:
        indexes: ClassVar = [models.Index(fields=["project", "-run"], name="imported_row_idx")]

    def __str__(self) -> str:
        return f"{self.run}: {self.row}"


class KitosSettings(Noun):
    """Where the municipality's Kitos is, and how often it is asked. One row; the password is never kept here."""

    only = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)
    address = models.CharField(max_length=200, default="https://kitos.dk")
    email = models.CharField(max_length=254, blank=True)
    cvr = models.CharField(max_length=8, blank=True)
    nightly = models.BooleanField(default=False)
    # Minutes between two runs in the day; None: at night alone.
    every_minutes = models.PositiveIntegerField(null=True, blank=True, validators=[MinValueValidator(10)])
    # More than this share of the systems never goes without a person.
    removal_percent = models.PositiveSmallIntegerField(default=20, validators=[MaxValueValidator(100)])
    organisation = models.CharField(max_length=200, blank=True)
    # List -> the newest lastModified that was told, from which the next run asks.
    cursors = models.JSONField(default=dict, blank=True)
    history = history(excluded_fields=["cursors"])

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="kitos_settings_one", condition=Q(only=1))]

    def __str__(self) -> str:
        return "Kitos"


class KitosRun(Noun):
    """One time that Kitos was asked: who asked, what came of it, and what waits for a person."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        ASKS = "asks"
        DONE = "done"
        FAILED = "failed"
        REJECTED = "rejected"

    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    full = models.BooleanField(default=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    # Why a person must see it: "first", "empty" or "many"; and the mark of what may go when it was accepted.
    asks = models.CharField(max_length=10, blank=True)
    accepted = models.JSONField(default=list, blank=True)
    accepted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    counts = models.JSONField(default=dict, blank=True)
    report = models.JSONField(default=dict, blank=True)
    message = models.TextField(blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return f"Kitos {self.pk}"


class KitosObject(models.Model):
    """An object as Kitos told it last, whole, and the system of ours that it is. The machine's own copy, never edited."""

    kind = models.CharField(max_length=20)
    uuid = models.UUIDField()
    name = models.CharField(max_length=300, blank=True)
    raw = models.JSONField(default=dict)
    system = models.OneToOneField(System, on_delete=models.PROTECT, null=True, blank=True, related_name="kitos_object")
    # Values that could not be read last time, by place.
    unread = models.JSONField(default=list, blank=True)
    # What Kitos said last, read field by field: the next run is compared with it.
    said = models.JSONField(default=dict, blank=True)
    told_at = models.DateTimeField()
    changed_at = models.DateTimeField()
    missed = models.PositiveSmallIntegerField(default=0)
    gone_at = models.DateTimeField(null=True, blank=True)
    gone_because = models.CharField(max_length=10, blank=True)
    # Somebody has seen that it is gone.
    seen_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    seen_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["kind", "uuid"], name="kitos_object_once")]

    def __str__(self) -> str:
        return self.name

"""The catalogue of national and joint-municipal projects: its versions, its entries, and what changed in them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import labels, phase_labels
from styrehjul.portfolio.domain.catalogue import AdoptionState, Verified
from styrehjul.portfolio.domain.life import Category


class CatalogueVersion(Noun):
    """One loading of the catalogue: which file, from where, and when."""

    edition = models.PositiveIntegerField(unique=True)
    file_name = models.CharField(max_length=255)
    file_sha256 = models.CharField(max_length=64)
    source = models.CharField(max_length=300, blank=True)
    loaded_on = models.DateField()
    entries = models.PositiveIntegerField(default=0)
    history = history()

    class Meta:
        ordering: ClassVar = ["-edition"]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.edition})"


class NationalProject(Noun):
    """An entry of the catalogue: the common facts, and what the municipality has made of it.

    A new version writes the facts alone; what was decided here stays.
    """

    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    programme = models.CharField(max_length=200, blank=True)
    owner = models.CharField(max_length=200, blank=True)
    start_year = models.PositiveIntegerField(null=True, blank=True)
    end_year = models.PositiveIntegerField(null=True, blank=True)
    description = models.TextField(blank=True)
    category = models.CharField(max_length=20, choices=choices(labels.CATEGORY), default=Category.NATIONAL.value)
    law = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    source = models.CharField(max_length=500, blank=True)
    verified = models.CharField(max_length=20, choices=choices(phase_labels.VERIFIED), default=Verified.NO.value)
    # The last version that told it; one that a later version leaves out stands as gone.
    seen_in = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="told")
    is_gone = models.BooleanField(default=False)
    state = models.CharField(
        max_length=20, choices=choices(phase_labels.ADOPTION), default=AdoptionState.NOT_ASSESSED.value
    )
    reason = models.TextField(blank=True)
    review_on = models.DateField(null=True, blank=True)
    assessed_on = models.DateField(null=True, blank=True)
    assessed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["number", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="national_project_state_known",
                condition=Q(state__in=[member.value for member in AdoptionState]),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["state", "number"], name="national_state_idx")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The entry's page."""
        return f"/projekter/katalog/{self.pk}/"


class ExternalDeadline(Noun):
    """A day set from outside that an entry of the catalogue must keep."""

    entry = models.ForeignKey(NationalProject, on_delete=models.CASCADE, related_name="deadlines")
    on = models.DateField()
    text = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.on}: {self.text}"


class CatalogueChange(Noun):
    """What a new version told otherwise about an entry that the municipality follows, until its people have seen it."""

    entry = models.ForeignKey(NationalProject, on_delete=models.CASCADE, related_name="told_changes")
    version_told = models.ForeignKey(CatalogueVersion, on_delete=models.PROTECT, related_name="changes")
    field = models.CharField(max_length=30)
    old = models.TextField(blank=True)
    new = models.TextField(blank=True)
    told_on = models.DateField()
    seen_at = models.DateTimeField(null=True, blank=True)
    seen_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["-told_on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="catalogue_change_seen_both",
                condition=Q(seen_at__isnull=True, seen_by__isnull=True)
                | Q(seen_at__isnull=False, seen_by__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.entry}: {self.field}"

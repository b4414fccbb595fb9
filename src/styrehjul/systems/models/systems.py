"""The it-systems: a name and an owner, and beside them what the register says of each."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit, Person
from styrehjul.systems import labels
from styrehjul.systems.domain.words import Lifecycle, Source
from styrehjul.systems.models.suppliers import Supplier
from styrehjul.systems.models.task_refs import TaskRef


class System(Noun):
    """An it-system that the municipality uses. Never deleted: projects that touched it still name it.

    The register's columns are called what Kitos's reader calls them, so a run fills them by name. A text that is empty
    and a number that is None were not told.
    """

    name = models.CharField(max_length=200)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_systems")
    responsible_unit = models.ForeignKey(
        OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="systems"
    )
    # Ours, whatever the register says.
    support_ends_on = models.DateField(null=True, blank=True)

    # Who owns the rest, and what it is called there.
    source = models.CharField(max_length=10, choices=choices(labels.SOURCE), default=Source.MANUAL.value)
    kitos_usage_uuid = models.UUIDField(null=True, blank=True, unique=True)
    kitos_system_uuid = models.UUIDField(null=True, blank=True, db_index=True)
    removed_in_kitos_at = models.DateTimeField(null=True, blank=True)
    removal_reason = models.CharField(max_length=10, blank=True)

    short_name = models.CharField(max_length=200, blank=True)
    local_id = models.CharField(max_length=100, blank=True)
    former_name = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    business_type = models.CharField(max_length=300, blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="children")
    lifecycle = models.CharField(
        max_length=20, choices=choices(labels.LIFECYCLE), default=Lifecycle.UNKNOWN.value, db_index=True
    )
    in_use_from = models.DateField(null=True, blank=True)
    in_use_to = models.DateField(null=True, blank=True)
    active = models.BooleanField(null=True, blank=True)
    # A noun's own version is another thing.
    program_version = models.CharField(max_length=100, blank=True)
    users_from = models.PositiveIntegerField(null=True, blank=True)
    users_to = models.PositiveIntegerField(null=True, blank=True)
    hosting = models.CharField(max_length=100, blank=True)
    licence_models = models.JSONField(default=list, blank=True)
    technical_types = models.JSONField(default=list, blank=True)
    business_critical = models.CharField(max_length=100, blank=True)
    socially_critical = models.CharField(max_length=100, blank=True)
    criticality_level = models.CharField(max_length=300, blank=True)
    ai = models.CharField(max_length=100, blank=True)
    accessibility = models.CharField(max_length=100, blank=True)
    accessibility_checked_on = models.DateField(null=True, blank=True)
    data_classification = models.CharField(max_length=300, blank=True)
    personal_data_level = models.CharField(max_length=100, blank=True)
    risk_result = models.CharField(max_length=100, blank=True)
    risk_on = models.DateField(null=True, blank=True)
    risk_next_on = models.DateField(null=True, blank=True)
    dpia_done = models.CharField(max_length=100, blank=True)
    # The earliest oversight that is planned with those who process its data.
    oversight_next_on = models.DateField(null=True, blank=True)
    supplier = models.ForeignKey(Supplier, on_delete=models.PROTECT, null=True, blank=True, related_name="systems")
    supplier_basis = models.CharField(max_length=20, blank=True)
    references = models.JSONField(default=list, blank=True)
    register_notes = models.TextField(blank=True)
    using_units = models.ManyToManyField(OrgUnit, blank=True, related_name="used_systems")
    tasks = models.ManyToManyField(TaskRef, blank=True, related_name="systems")
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["name"], name="system_name_once")]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The system's page."""
        return f"/systemer/{self.pk}/"

    @property
    def owned_by_kitos(self) -> bool:
        """Whether Kitos owns the register's facts: they are read here and put right there."""
        return self.source == Source.KITOS and self.removed_in_kitos_at is None


class SystemRelation(models.Model):
    """One system draws on another. Where the other is not among ours, its name stands alone."""

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="relations")
    to = models.ForeignKey(System, on_delete=models.CASCADE, null=True, blank=True, related_name="relations_in")
    to_name = models.CharField(max_length=200, blank=True)
    interface = models.CharField(max_length=300, blank=True)
    frequency = models.CharField(max_length=300, blank=True)
    description = models.TextField(blank=True)
    kitos_uuid = models.UUIDField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.system_id} -> {self.to_name}"


class SystemRole(models.Model):
    """A role that the register gives somebody on a system; a person who is not among ours stands as a name."""

    system = models.ForeignKey(System, on_delete=models.CASCADE, related_name="register_roles")
    role = models.CharField(max_length=300)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.role}: {self.name}"

"""What a project was compared with: its plan as it was frozen, one version after the other."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import labels
from styrehjul.portfolio.domain.record import Precision
from styrehjul.portfolio.models.projects import Project


class Baseline(Noun):
    """A plan frozen when the project started, or later by a decision or with a reason. Never changed.

    `detail` keeps the milestones, the economy per year and the benefits as they were that day.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="baselines")
    serial = models.PositiveIntegerField()
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.TextField(blank=True)
    decision_ref = models.CharField(max_length=30, blank=True)
    planned_start = models.DateField(null=True, blank=True)
    planned_end = models.DateField(null=True, blank=True)
    planned_end_precision = models.CharField(
        max_length=10, choices=choices(labels.PRECISION), default=Precision.DAY.value
    )
    cost_tdkk = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    hours = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    detail = models.JSONField(default=dict, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["project", "serial"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["project", "serial"], name="baseline_serial_once")]

    def __str__(self) -> str:
        return f"{self.project}: {self.serial}"

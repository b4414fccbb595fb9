"""Days that a project promises to reach something."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import part_labels
from styrehjul.portfolio.domain.parts import MilestoneKind
from styrehjul.portfolio.models.projects import Project


class Milestone(Noun):
    """One thing that a project reaches on a day.

    `baseline_on` is the day that was promised first and never moves by itself; `forecast_on` the day expected now,
    with `moved_because` for its last move; `actual_on` the day it was reached, empty until then.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="milestones")
    title = models.CharField(max_length=200)
    kind = models.CharField(
        max_length=20, choices=choices(part_labels.MILESTONE_KIND), default=MilestoneKind.DELIVERY.value
    )
    baseline_on = models.DateField(null=True, blank=True)
    forecast_on = models.DateField()
    actual_on = models.DateField(null=True, blank=True)
    moved_because = models.CharField(max_length=300, blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["forecast_on", "pk"]
        indexes: ClassVar = [models.Index(fields=["project", "actual_on", "forecast_on"], name="milestone_next_idx")]

    def __str__(self) -> str:
        return self.title

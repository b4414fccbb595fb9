"""How much a project changes the days of those who work in an area, and when."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio.models.projects import Project


class Impact(Noun):
    """One area, from one quarter to another (both named by their first day), with how hard it is touched.

    `intensity` is 1 (mindre tilpasning), 2 (nye arbejdsgange) or 3 (omlægning); `staff` how many people; `go_live`
    whether something is taken into use in the period.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="impacts")
    area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="impacts")
    from_quarter = models.DateField()
    to_quarter = models.DateField()
    intensity = models.PositiveSmallIntegerField()
    staff = models.PositiveIntegerField(null=True, blank=True)
    go_live = models.BooleanField(default=False)
    note = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["from_quarter", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="impact_period", condition=Q(to_quarter__gte=F("from_quarter"))),
            models.CheckConstraint(name="impact_intensity", condition=Q(intensity__gte=1, intensity__lte=3)),
        ]
        indexes: ClassVar = [models.Index(fields=["area", "from_quarter"], name="impact_area_idx")]

    def __str__(self) -> str:
        return f"{self.area}: {self.intensity}"

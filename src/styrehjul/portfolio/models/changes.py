"""What was changed about a project, in words people read."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.people.models import Person
from styrehjul.portfolio.models.projects import Project


class ProjectChange(models.Model):
    """One steered change of a project in words people read: "Ændringer siden sidste møde" and the project's story.

    With a decision it names the decision's number and body; without one it names who told it and why.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=40)
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    decision_ref = models.CharField(max_length=30, blank=True)
    body_code = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["project", "-at"], name="change_project_idx")]

    def __str__(self) -> str:
        return f"{self.project}: {self.kind}"

"""What a project hangs on: other projects, systems, and the world outside."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.portfolio import part_labels
from styrehjul.portfolio.models.milestones import Milestone
from styrehjul.portfolio.models.projects import Project
from styrehjul.systems.models import System


class Dependency(Noun):
    """`project` hangs on one of three: `on_project` (and maybe its `milestone`), `on_system`, or `outside` in words.

    `due` is the day by which it must be there; `note` what it is about.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="dependencies")
    kind = models.CharField(max_length=20, choices=choices(part_labels.DEPENDENCY_KIND))
    on_project = models.ForeignKey(Project, on_delete=models.CASCADE, null=True, blank=True, related_name="dependents")
    milestone = models.ForeignKey(Milestone, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    on_system = models.ForeignKey(System, on_delete=models.PROTECT, null=True, blank=True, related_name="dependents")
    outside = models.CharField(max_length=200, blank=True)
    due = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="dependency_one_end",
                condition=Q(on_project__isnull=False, on_system=None, outside="")
                | Q(on_project=None, on_system__isnull=False, outside="")
                | (Q(on_project=None, on_system=None) & ~Q(outside="")),
            ),
            models.CheckConstraint(
                name="dependency_not_itself", condition=Q(on_project=None) | ~Q(on_project=models.F("project"))
            ),
        ]

    def __str__(self) -> str:
        return str(self.on_project or self.on_system or self.outside)

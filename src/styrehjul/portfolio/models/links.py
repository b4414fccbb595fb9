"""What a project is tied to: goals, systems, further areas and partners."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio import labels
from styrehjul.portfolio.domain.record import SystemUse
from styrehjul.portfolio.models.projects import Project
from styrehjul.strategy.models import Goal, Partnership
from styrehjul.systems.models import System


class ProjectGoal(Noun):
    """A project contributes to a goal: how much (1 a little, 3 much), and in one sentence how."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="goal_links")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="project_links")
    weight = models.PositiveSmallIntegerField(default=2)
    sentence = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["-weight", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "goal"], name="project_goal_once"),
            models.CheckConstraint(name="project_goal_weight", condition=Q(weight__gte=1, weight__lte=3)),
        ]

    def __str__(self) -> str:
        return str(self.goal)


class ProjectSystem(Noun):
    """What a project does to a system."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="system_links")
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="project_links")
    role = models.CharField(max_length=20, choices=choices(labels.SYSTEM_USE), default=SystemUse.USES.value)
    # At closing the owner of each system is told what the project leaves to operations.
    owner_told_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "system", "role"], name="project_system_once")
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()} {self.system}"


class ProjectArea(Noun):
    """A further area that the project touches."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="area_links")
    area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, related_name="project_area_links")
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["project", "area"], name="project_area_once")]

    def __str__(self) -> str:
        return str(self.area)


class ProjectPartner(Noun):
    """A municipality or another organisation that the project is made together with."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partner_links")
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200, blank=True)
    contribution = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["project", "name"], name="project_partner_once")]

    def __str__(self) -> str:
        return self.name


class ProjectPartnership(Noun):
    """A project that belongs to one of the municipality's partnerships."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="partnership_links")
    partnership = models.ForeignKey(Partnership, on_delete=models.PROTECT, related_name="project_links")
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "partnership"], name="project_partnership_once")
        ]

    def __str__(self) -> str:
        return str(self.partnership)

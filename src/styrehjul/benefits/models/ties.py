"""What a benefit is tied to: further projects with their shares, goals, systems, and what must change first."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.benefits.models.benefits import Benefit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project
from styrehjul.strategy.models import Goal
from styrehjul.systems.models import System


class BenefitProject(Noun):
    """A further project that the benefit comes from. Empty shares are equal; `Benefit.project` has what is left."""

    benefit = models.ForeignKey(Benefit, on_delete=models.CASCADE, related_name="project_links")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="benefit_links")
    percent = models.PositiveSmallIntegerField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["benefit", "project"], name="benefit_project_once"),
            models.CheckConstraint(
                name="benefit_project_percent", condition=Q(percent=None) | Q(percent__gte=1, percent__lte=99)
            ),
        ]

    def __str__(self) -> str:
        return str(self.project)


class BenefitGoal(Noun):
    """A goal that the benefit serves. Without any, those of its project stand."""

    benefit = models.ForeignKey(Benefit, on_delete=models.CASCADE, related_name="goal_links")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, related_name="benefit_links")
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["benefit", "goal"], name="benefit_goal_once")]

    def __str__(self) -> str:
        return str(self.goal)


class BenefitSystem(Noun):
    """A system that the benefit is taken home with. Without any, those of its project stand."""

    benefit = models.ForeignKey(Benefit, on_delete=models.CASCADE, related_name="system_links")
    system = models.ForeignKey(System, on_delete=models.PROTECT, related_name="benefit_links")
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["benefit", "system"], name="benefit_system_once")]

    def __str__(self) -> str:
        return str(self.system)


class Prerequisite(Noun):
    """What must change in the line before the benefit comes: who sees to it, by when, and when it was done."""

    benefit = models.ForeignKey(Benefit, on_delete=models.CASCADE, related_name="prerequisites")
    text = models.CharField(max_length=200)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        indexes: ClassVar = [models.Index(fields=["owner", "due"], name="prerequisite_owner_idx")]

    def __str__(self) -> str:
        return self.text

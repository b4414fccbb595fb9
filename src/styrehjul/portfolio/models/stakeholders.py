"""Who has an interest in a project."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.portfolio import part_labels
from styrehjul.portfolio.domain.parts import Attitude
from styrehjul.portfolio.models.projects import Project


class Stakeholder(Noun):
    """A person or a group by name, what they want, how much they can do (1-3), and how they are involved."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="stakeholders")
    name = models.CharField(max_length=200)
    interest = models.CharField(max_length=300, blank=True)
    influence = models.PositiveSmallIntegerField(null=True, blank=True)
    attitude = models.CharField(
        max_length=10, choices=choices(part_labels.ATTITUDE), default=Attitude.UNKNOWN.value, blank=True
    )
    involved = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["-influence", "name", "pk"]

    def __str__(self) -> str:
        return self.name

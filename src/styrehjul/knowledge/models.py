"""Lessons: a text and whom to ask."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import OrgUnit, Person


class Lesson(Noun):
    """What one learned, so that others need not learn it again. `project_number` names where it comes from."""

    text = models.TextField()
    contact = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="lessons")
    area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="lessons")
    project_number = models.CharField(max_length=20, blank=True)
    product = models.CharField(max_length=300, blank=True)
    learned_on = models.DateField()
    history = history()

    class Meta:
        ordering: ClassVar = ["-learned_on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["project_number"], name="lesson_project_idx")]

    def __str__(self) -> str:
        return self.text[:80]

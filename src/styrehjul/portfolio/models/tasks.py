"""What somebody is to do for a project by a day."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import part_labels
from styrehjul.portfolio.domain.parts import TaskSource, TaskState
from styrehjul.portfolio.models.projects import Project
from styrehjul.portfolio.models.risks import Risk


class ProjectTask(Noun):
    """One task with one responsible.

    `source` and `source_words` say where it came from ("SG-2027-014", the meeting, the gate); one that came from a
    risk names it. `reminder_days` is how many days before `due` it is brought to mind; empty follows the settings.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=200)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="project_tasks")
    due = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=choices(part_labels.TASK_STATE), default=TaskState.OPEN.value)
    source = models.CharField(
        max_length=10, choices=choices(part_labels.TASK_SOURCE), default=TaskSource.NONE.value, blank=True
    )
    source_words = models.CharField(max_length=200, blank=True)
    risk = models.ForeignKey(Risk, on_delete=models.SET_NULL, null=True, blank=True, related_name="tasks")
    reminder_days = models.PositiveSmallIntegerField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["due", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["responsible", "state", "due"], name="task_person_idx"),
            models.Index(fields=["state", "due"], name="task_overdue_idx"),
        ]

    def __str__(self) -> str:
        return self.title

"""What a project did at its gates, and the documents that its phases asked for."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import phase_labels
from styrehjul.portfolio.domain.phases import Answer, Outcome
from styrehjul.portfolio.models.phases import Gate, GateCriterion
from styrehjul.portfolio.models.projects import Project
from styrehjul.portfolio.models.tasks import ProjectTask


class ProjectDocument(Noun):
    """One edition of a document of a project, named as the phase asks for it. Never deleted; the newest one is read."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="documents")
    phase_key = models.CharField(max_length=40, blank=True)
    name = models.CharField(max_length=100)
    edition = models.PositiveIntegerField(default=1)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=300, blank=True)
    added_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    added_on = models.DateField()
    # Set when a gate was passed on it: the next file is a new edition either way, and this one is what was seen.
    frozen_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "-edition", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["project", "name", "edition"], name="project_document_edition_once")
        ]

    def __str__(self) -> str:
        return f"{self.name}, udgave {self.edition}"


class GatePassage(Noun):
    """A project at a gate: when, how it went, and who let it through. Never deleted."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="passages")
    gate = models.ForeignKey(Gate, on_delete=models.PROTECT, related_name="passages")
    on = models.DateField()
    outcome = models.CharField(max_length=30, choices=choices(phase_labels.OUTCOME), default=Outcome.PASSED.value)
    note = models.TextField(blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    decision_ref = models.CharField(max_length=30, blank=True)
    body_code = models.CharField(max_length=60, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="gate_passage_decision_both",
                condition=Q(decision_ref="", body_code="") | (~Q(decision_ref="") & ~Q(body_code="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.gate}"


class CriterionAnswer(Noun):
    """How a criterion stands for a project. Without a passage it is the sheet as it is being filled in."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="criterion_answers")
    criterion = models.ForeignKey(GateCriterion, on_delete=models.PROTECT, related_name="answers")
    passage = models.ForeignKey(GatePassage, on_delete=models.CASCADE, null=True, blank=True, related_name="answers")
    answer = models.CharField(max_length=20, choices=choices(phase_labels.ANSWER), blank=True)
    number = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()
    history = history()

    class Meta:
        ordering: ClassVar = ["criterion__position", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["project", "criterion"], condition=Q(passage__isnull=True), name="criterion_answer_open_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.criterion}: {self.answer or Answer.NO.value}"


class GateCondition(Noun):
    """What a project was let through on, and by when it is to be done."""

    passage = models.ForeignKey(GatePassage, on_delete=models.CASCADE, related_name="conditions")
    text = models.CharField(max_length=300)
    due = models.DateField(null=True, blank=True)
    # Done is told on the task; without one (nobody to give it to) the condition stands as text.
    task = models.ForeignKey(ProjectTask, on_delete=models.SET_NULL, null=True, blank=True, related_name="conditions")
    history = history()

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    def __str__(self) -> str:
        return self.text

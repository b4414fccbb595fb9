"""The municipality's own lists of phases, with the documents and the gate of each phase."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.choices import choices
from styrehjul.portfolio import labels, phase_labels
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.domain.phases import CriterionKind, Demand, Passer, PhaseModelState


class PhaseModel(Noun):
    """One edition of a list of phases. Known by its code through all editions; only a draft is edited.

    Without a phase it is the list "uden faser".
    """

    code = models.CharField(max_length=40)
    edition = models.PositiveIntegerField(default=1)
    name = models.CharField(max_length=100)
    description = models.TextField(blank=True)
    state = models.CharField(
        max_length=20, choices=choices(phase_labels.PHASE_MODEL_STATE), default=PhaseModelState.DRAFT.value
    )
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "-edition", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "edition"], name="phase_model_edition_once"),
            models.CheckConstraint(
                name="phase_model_state_known",
                condition=Q(state__in=[member.value for member in PhaseModelState]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, udgave {self.edition}"

    def get_absolute_url(self) -> str:
        """The page it is edited on."""
        return f"/projekter/faser/{self.pk}/"


class PhaseDefault(Noun):
    """Which list of phases a new project gets, by category and size."""

    category = models.CharField(max_length=20, choices=choices(labels.CATEGORY), default=Category.CROSS.value)
    large = models.BooleanField(default=False)
    model_code = models.CharField(max_length=40, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["category", "large"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["category", "large"], name="phase_default_once")]

    def __str__(self) -> str:
        return f"{self.category}: {self.model_code}"


class Phase(Noun):
    """One phase of a list. A project stands in it by its key, which lives on in later editions."""

    model = models.ForeignKey(PhaseModel, on_delete=models.CASCADE, related_name="phases")
    key = models.CharField(max_length=40)
    name = models.CharField(max_length=100)
    description = models.TextField(blank=True)
    position = models.PositiveIntegerField(default=0)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["model", "key"], name="phase_key_once")]

    def __str__(self) -> str:
        return self.name


class RequiredDocument(Noun):
    """A document that a phase asks for."""

    phase = models.ForeignKey(Phase, on_delete=models.CASCADE, related_name="documents")
    name = models.CharField(max_length=100)
    for_whom = models.CharField(max_length=200, blank=True)
    demand = models.CharField(max_length=20, choices=choices(phase_labels.DEMAND), default=Demand.REQUIRED.value)
    template = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    position = models.PositiveIntegerField(default=0)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.name


class Gate(Noun):
    """The gate at a phase's end. It advises unless it is set to block."""

    phase = models.OneToOneField(Phase, on_delete=models.CASCADE, related_name="gate")
    name = models.CharField(max_length=100)
    passer = models.CharField(max_length=20, choices=choices(phase_labels.PASSER), default=Passer.OWNER.value)
    blocks = models.BooleanField(default=False)
    history = history()

    def __str__(self) -> str:
        return self.name


class GateCriterion(Noun):
    """One thing that a gate asks."""

    gate = models.ForeignKey(Gate, on_delete=models.CASCADE, related_name="criteria")
    text = models.CharField(max_length=300)
    kind = models.CharField(
        max_length=30, choices=choices(phase_labels.CRITERION_KIND), default=CriterionKind.YES_NO.value
    )
    blocking = models.BooleanField(default=False)
    position = models.PositiveIntegerField(default=0)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.text

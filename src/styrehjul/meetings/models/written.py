"""Deciding between meetings: a written procedure on frozen material, and what each member answered."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.models.decisions import Decision
from styrehjul.meetings.models.matters import Treatment
from styrehjul.people.models import Person


class Circulation(Noun):
    """A written procedure (*skriftlig høring*): the item as it was sent, with its checksum, and a deadline."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="circulations")
    # Canonical JSON of the item as it was sent. Never changed.
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    due_at = models.DateTimeField()
    silence_agrees = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=choices(labels.CIRCULATION), default=m.CirculationState.OPEN.value)
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_because = models.CharField(max_length=300, blank=True)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    def __str__(self) -> str:
        return f"Skriftlig høring: {self.treatment}"

    def get_absolute_url(self) -> str:
        """The page on which members read and answer."""
        return f"/skriftlig-hoering/{self.pk}/"


class CirculationAnswer(Noun):
    """One member's answer, or that it is still missing."""

    circulation = models.ForeignKey(Circulation, on_delete=models.PROTECT, related_name="answers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="circulation_answers")
    answer = models.CharField(max_length=10, choices=choices(labels.ANSWER), blank=True)
    comment = models.TextField(blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["circulation", "person"], name="answer_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.answer or 'intet svar'}"

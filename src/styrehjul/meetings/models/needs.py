"""A need for a decision: raised by those who meet it, carried until somebody has decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.models.decisions import Decision
from styrehjul.meetings.models.matters import Matter, Treatment
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project


class DecisionNeed(Noun):
    """A question that needs an answer (*beslutningsbehov*): on whose list it stands, and which body is to answer."""

    # The body that gathers the need, and the one that is to decide.
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="needs")
    target = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="needs_to_answer")
    question = models.CharField(max_length=300)
    background = models.TextField(blank=True)
    raised_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="needs")
    raised_on = models.DateField()
    wanted_by = models.DateField(null=True, blank=True)
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="needs_raised")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="needs")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="needs")
    state = models.CharField(max_length=14, choices=choices(labels.NEED), default=m.NeedState.OPEN.value)
    # Ticked on this meeting: taken forward when it ends.
    ticked_at = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="needs_ticked")
    taken_from = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="needs_taken")
    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="needs")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="needs")
    ended_on = models.DateField(null=True, blank=True)
    withdrawn_because = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["raised_on", "pk"]
        indexes: ClassVar = [models.Index(fields=["state", "body"], name="need_state_idx")]

    def __str__(self) -> str:
        return self.question

    def get_absolute_url(self) -> str:
        """The need's page."""
        return f"/beslutningsbehov/{self.pk}/"

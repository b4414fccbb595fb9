"""What may happen to a project, and how likely and grave it was held to be."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import part_labels
from styrehjul.portfolio.domain.parts import RiskResponse, RiskSign, RiskState
from styrehjul.portfolio.models.projects import Project


class Risk(Noun):
    """A cause, the event it may lead to, and what that would mean. With the sign "+" it is an opportunity.

    `likelihood` and `impact` are the last score, on `scale` steps (3, 4 or 5); every score is kept in `RiskScore`.
    `source_words` and `source_url` lead back to what it was made from, such as a topic of a meeting.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="risks")
    sign = models.CharField(max_length=1, choices=choices(part_labels.RISK_SIGN), default=RiskSign.THREAT.value)
    cause = models.CharField(max_length=300, blank=True)
    event = models.CharField(max_length=300)
    consequence = models.CharField(max_length=300, blank=True)
    scale = models.PositiveSmallIntegerField(default=5)
    likelihood = models.PositiveSmallIntegerField(null=True, blank=True)
    impact = models.PositiveSmallIntegerField(null=True, blank=True)
    response = models.CharField(
        max_length=10, choices=choices(part_labels.RISK_RESPONSE), default=RiskResponse.NONE.value, blank=True
    )
    actions = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_risks")
    state = models.CharField(max_length=10, choices=choices(part_labels.RISK_STATE), default=RiskState.OPEN.value)
    ended_because = models.CharField(max_length=300, blank=True)
    review_on = models.DateField(null=True, blank=True)
    source_words = models.CharField(max_length=300, blank=True)
    source_url = models.CharField(max_length=200, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="risk_on_its_scale",
                condition=(Q(likelihood=None) | Q(likelihood__gte=1, likelihood__lte=F("scale")))
                & (Q(impact=None) | Q(impact__gte=1, impact__lte=F("scale"))),
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["project", "state"], name="risk_project_idx")]

    def __str__(self) -> str:
        return self.event


class RiskScore(Noun):
    """How likely and grave a risk was held to be on a day, on the scale of that day. Never changed afterwards."""

    risk = models.ForeignKey(Risk, on_delete=models.CASCADE, related_name="scores")
    on = models.DateField()
    scale = models.PositiveSmallIntegerField()
    likelihood = models.PositiveSmallIntegerField()
    impact = models.PositiveSmallIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]

    def __str__(self) -> str:
        return f"{self.likelihood} × {self.impact} / {self.scale}"

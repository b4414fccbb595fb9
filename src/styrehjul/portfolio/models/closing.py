"""What a project tells when it ends."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import Person
from styrehjul.portfolio.models.projects import Project


class ClosingReport(Noun):
    """The one page that a project is closed on; a local project's three answers, and what a stopped one had cost.

    Frozen with the decision: `frozen` keeps the comparisons as they were read that day. A project that is reopened
    and closed again has another.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="closing_reports")
    begun_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    delivered = models.TextField(blank=True)
    time_and_money = models.TextField(blank=True)
    spent_tdkk = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    spent_hours = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    handover = models.TextField(blank=True)
    lessons = models.TextField(blank=True)
    products = models.TextField(blank=True)
    usable_by = models.CharField(max_length=300, blank=True)
    to_follow = models.CharField(max_length=300, blank=True)
    recommendation = models.TextField(blank=True)
    frozen_at = models.DateTimeField(null=True, blank=True)
    frozen = models.JSONField(default=dict, blank=True)
    decision_ref = models.CharField(max_length=30, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["project", "-pk"]

    def __str__(self) -> str:
        return str(self.project)

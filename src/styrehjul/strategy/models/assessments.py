"""The yearly assessment of whether the direction needs an update."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.people.models import Person


class StrategyAssessment(Noun):
    """What was answered one year: needed or not, what or why, and what was decided. Written once."""

    year = models.PositiveSmallIntegerField(unique=True)
    needed = models.BooleanField()
    what = models.TextField()
    decision = models.CharField(max_length=60, blank=True)
    follow_up = models.CharField(max_length=300, blank=True)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField(null=True, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()
    # Where it was treated: an address within the product.
    url = models.CharField(max_length=200, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["-year"]

    def __str__(self) -> str:
        return str(self.year)

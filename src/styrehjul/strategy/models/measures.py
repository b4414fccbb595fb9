"""How a goal is measured: a number with its unit, where it began, where it is to be, and what was found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.strategy import labels
from styrehjul.strategy.domain.words import Direction
from styrehjul.strategy.models.goals import Goal


class Measure(Noun):
    """A number that tells how a goal goes. No percentage of the way is counted out."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="measures")
    title = models.CharField(max_length=200)
    unit = models.CharField(max_length=40, blank=True)
    direction = models.CharField(max_length=5, choices=choices(labels.DIRECTION), default=Direction.UP.value)
    start_value = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    start_on = models.DateField(null=True, blank=True)
    target_value = models.DecimalField(max_digits=14, decimal_places=2)
    target_on = models.DateField(null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    # Who is asked for the number; without one the goal's owner.
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_measures")
    cadence = models.CharField(max_length=10, choices=choices(labels.CADENCE), blank=True)
    next_on = models.DateField(null=True, blank=True, db_index=True)
    ended_on = models.DateField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.title


class MeasureValue(Noun):
    """What the number was on a day. A wrong one is corrected by a newer, and both are kept."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="values")
    on = models.DateField()
    value = models.DecimalField(max_digits=14, decimal_places=2)
    note = models.CharField(max_length=300, blank=True)
    told_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    corrected = models.BooleanField(default=False)
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["measure", "on"], condition=Q(corrected=False), name="measure_value_once_a_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.value} {self.on}"

"""When a benefit comes and how much of it: today's expectation, and what was promised as it was frozen."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.benefits.models.benefits import Benefit
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Milestone


class Course(Noun):
    """The parameters of a curve. Every one may be left out: then the benefit's own numbers and its day say it.

    `ramp` is the share of each first quarter, "25/50/75/100"; `rate` the full amount per year in the benefit's unit.
    """

    offset_months = models.SmallIntegerField(default=0, validators=[MinValueValidator(-120), MaxValueValidator(120)])
    ramp = models.CharField(max_length=200, blank=True)
    rate = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    rate_low = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    rate_high = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    end_on = models.DateField(null=True, blank=True)

    class Meta:
        abstract = True


class BenefitCurve(Course):
    """What is expected today. It begins at the milestone's day as it is forecast, so it moves when that moves."""

    benefit = models.OneToOneField(Benefit, on_delete=models.PROTECT, related_name="curve")
    # A milestone that is taken away leaves the day that it had.
    anchor = models.ForeignKey(
        Milestone, on_delete=models.SET_NULL, null=True, blank=True, related_name="benefit_curves"
    )
    start_on = models.DateField(null=True, blank=True)
    history = history()

    def __str__(self) -> str:
        return f"{self.benefit}: forløb"


class OriginalCurve(Course):
    """What was promised, as it was that day. Never changed; a new one is a version beside it."""

    benefit = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="originals")
    serial = models.PositiveIntegerField()
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reason = models.CharField(max_length=300, blank=True)
    # The milestone, and the day that it had then; the anchor is remembered so that its slip can be told.
    anchor = models.ForeignKey(Milestone, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    anchor_on = models.DateField()
    history = history()

    class Meta:
        ordering: ClassVar = ["benefit", "serial"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["benefit", "serial"], name="original_curve_serial_once"),
            models.CheckConstraint(name="original_curve_has_rate", condition=Q(rate__isnull=False)),
        ]

    def __str__(self) -> str:
        return f"{self.benefit}: {self.serial}"

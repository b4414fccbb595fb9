"""What the municipality has chosen about its benefits. One row."""

from __future__ import annotations

from decimal import Decimal
from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history


class BenefitSettings(Noun):
    """The benefits' settings. A field's default is a marked suggestion (*forslag*)."""

    only = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)

    # Measuring: months after the target's day, and days until an answer is late
    measuring_months = models.CharField(max_length=40, default="3, 6, 12, 24")
    overdue_days = models.PositiveSmallIntegerField(default=14)

    # Figures: how much benefits follow each other, how sure an interval is, how many cases say something
    correlation = models.DecimalField(
        max_digits=3,
        decimal_places=2,
        default=Decimal("0.5"),
        validators=[MinValueValidator(Decimal(0)), MaxValueValidator(Decimal(1))],
    )
    interval_percent = models.PositiveSmallIntegerField(
        default=80, validators=[MinValueValidator(50), MaxValueValidator(99)]
    )
    calibration_least = models.PositiveSmallIntegerField(default=10, validators=[MinValueValidator(1)])
    history = history()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="benefit_settings_one", condition=Q(only=1))]

    def __str__(self) -> str:
        return "Gevinsternes indstillinger"

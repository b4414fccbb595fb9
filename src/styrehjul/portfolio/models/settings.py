"""What the municipality has chosen about its portfolio. One row; where nothing is chosen, nothing is assumed."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.portfolio import labels
from styrehjul.portfolio.domain.settings import AllocationUnit, CrossCutting, PriorityScale


class PortfolioSettings(Noun):
    """The portfolio's settings. A field's default is a marked suggestion (*forslag*); None is *not chosen*."""

    # There is one row: the column says so, since no table can.
    only = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)

    # Status
    status_max_age_days = models.PositiveIntegerField(default=92, null=True, blank=True)
    local_reminder_days = models.PositiveIntegerField(null=True, blank=True)
    round_lead_working_days = models.PositiveIntegerField(null=True, blank=True)
    approve_status_by_owner = models.BooleanField(default=False)
    delay_yellow_months = models.PositiveIntegerField(default=1, null=True, blank=True)
    delay_red_months = models.PositiveIntegerField(default=3, null=True, blank=True)
    economy_red_percent = models.PositiveIntegerField(default=10, null=True, blank=True)
    economy_red_tdkk = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    task_reminder_days = models.PositiveIntegerField(null=True, blank=True)

    # Hours and people
    allocation_unit = models.CharField(
        max_length=10, choices=choices(labels.ALLOCATION_UNIT), default=AllocationUnit.HOURS.value
    )
    hours_per_fte_quarter = models.DecimalField(max_digits=7, decimal_places=1, null=True, blank=True)
    change_pressure_limit = models.PositiveIntegerField(null=True, blank=True)

    # Scales and what counts as large
    risk_steps = models.PositiveSmallIntegerField(default=5, validators=[MinValueValidator(3), MaxValueValidator(5)])
    # One line for each step, from the lowest; empty: the suggested words of the scale.
    likelihood_words = models.TextField(blank=True)
    impact_words = models.TextField(blank=True)
    priority_scale = models.CharField(
        max_length=10, choices=choices(labels.PRIORITY_SCALE), default=PriorityScale.STEPS.value
    )
    large_economy_tdkk = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    large_hours = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    large_areas = models.PositiveIntegerField(null=True, blank=True)
    large_partners = models.PositiveIntegerField(null=True, blank=True)
    large_local_needs_decision = models.BooleanField(null=True, blank=True)

    # Lists and files
    cross_cutting = models.CharField(
        max_length=12, choices=choices(labels.CROSS_CUTTING), default=CrossCutting.BOTH.value
    )
    steering_shows_large_first = models.BooleanField(default=True)
    bubble_effort_line = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    bubble_value_line = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    similarity_percent = models.PositiveSmallIntegerField(
        default=90, validators=[MinValueValidator(50), MaxValueValidator(100)]
    )
    max_import_rows = models.PositiveIntegerField(default=5000, validators=[MinValueValidator(1)])
    history = history()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="portfolio_settings_one", condition=Q(only=1))]

    def __str__(self) -> str:
        return "Porteføljens indstillinger"

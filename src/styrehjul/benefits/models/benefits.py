"""A benefit: five fields, asked in the words of those who answer, and behind them its whole profile."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.benefits import labels
from styrehjul.benefits.domain.life import BenefitState
from styrehjul.benefits.domain.profile import Aggregation, Kind, Shape
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project


def number_column() -> Any:
    """A number as it was read from what was said; empty where it is not known or no number."""
    return models.DecimalField(max_digits=16, decimal_places=3, null=True, blank=True)


class Benefit(Noun):
    """What becomes better by a project, and who in the line owns that it does.

    The number today and the number wanted are kept as they were said ("12 dage", "300 t.kr.") and beside that as
    numbers in one unit (money in 1.000 kr.). `measure_on` is the next measuring day, `target_on` the day at which
    the target is to be reached. `accepted_by` is who noted the owner's yes when the benefit was handed over.
    """

    number = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=200)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="benefits")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_benefits")
    baseline = models.CharField(max_length=60, blank=True)
    target = models.CharField(max_length=60, blank=True)
    measure_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=choices(labels.BENEFIT_STATE), default=BenefitState.POTENTIAL.value)
    state_reason = models.CharField(max_length=300, blank=True)

    # What it is, and how it is measured
    kind = models.CharField(max_length=20, choices=choices(labels.KIND), default=Kind.QUALITY.value)
    receiver = models.CharField(max_length=20, choices=choices(labels.RECEIVER), blank=True)
    unit = models.CharField(max_length=40, blank=True)
    measure_name = models.CharField(max_length=200, blank=True)
    direction = models.CharField(max_length=10, choices=choices(labels.DIRECTION), blank=True)
    shape = models.CharField(max_length=10, choices=choices(labels.SHAPE), default=Shape.LEVEL.value)
    aggregation = models.CharField(max_length=10, choices=choices(labels.AGGREGATION), default=Aggregation.LATEST.value)
    method = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=200, blank=True)
    measurer = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    # The number today, or the day on which it will be known
    baseline_number = number_column()
    baseline_on = models.DateField(null=True, blank=True)
    baseline_evidence = models.CharField(max_length=300, blank=True)
    baseline_plan_on = models.DateField(null=True, blank=True)

    # The number wanted, and how low or high it may end
    target_number = number_column()
    target_low = number_column()
    target_high = number_column()
    target_on = models.DateField(null=True, blank=True)

    confidence = models.CharField(max_length=10, choices=choices(labels.CONFIDENCE), blank=True)
    confidence_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    confidence_on = models.DateField(null=True, blank=True)
    used_for = models.CharField(max_length=12, choices=choices(labels.HOURS_USE), blank=True)
    used_for_text = models.CharField(max_length=200, blank=True)
    loser = models.CharField(max_length=200, blank=True)
    # Found after the project was approved.
    unplanned = models.BooleanField(default=False)

    # The transfer: the owner's yes or no, and what was expected when the project closed
    accepted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_on = models.DateField(null=True, blank=True)
    declined_at = models.DateTimeField(null=True, blank=True)
    declined_reason = models.CharField(max_length=300, blank=True)
    # What a body decided about the benefit when it closed the project in spite of the no.
    settled_words = models.CharField(max_length=400, blank=True)
    closing_forecast = number_column()
    closing_words = models.CharField(max_length=200, blank=True)
    closing_on = models.DateField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="benefit_accepted_both",
                condition=Q(accepted_by=None, accepted_at=None)
                | Q(accepted_by__isnull=False, accepted_at__isnull=False),
            )
        ]
        indexes: ClassVar = [
            models.Index(fields=["project", "state"], name="benefit_project_idx"),
            models.Index(fields=["owner", "measure_on"], name="benefit_owner_idx"),
            models.Index(fields=["state", "measure_on"], name="benefit_due_idx"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The benefit's page."""
        return f"/gevinster/{self.number}/"

"""The way of a benefit into the budget, step by step, each with its day, its person and what it rests on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.benefits import labels
from styrehjul.benefits.domain.trail import Step
from styrehjul.benefits.models.benefits import Benefit
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person


class BudgetRow(Noun):
    """An amount (1.000 kr.) that a budget year is to be less by. `step` is how far it has come."""

    benefit = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="budget_rows")
    year = models.PositiveSmallIntegerField()
    account = models.CharField(max_length=200)
    amount = models.DecimalField(max_digits=12, decimal_places=1)
    permanent = models.BooleanField(default=False)
    step = models.CharField(max_length=20, choices=choices(labels.STEP), default=Step.PROPOSED.value)
    # Account and reference as they are compared when verified: the same saving is not verified twice.
    verified_mark = models.CharField(max_length=420, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["year", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["year", "verified_mark"], condition=Q(step=Step.VERIFIED.value), name="budget_row_verified_once"
            ),
            models.CheckConstraint(name="budget_row_amount", condition=Q(amount__gt=0)),
        ]
        indexes: ClassVar = [models.Index(fields=["benefit", "year"], name="budget_row_benefit_idx")]

    def __str__(self) -> str:
        return f"{self.benefit}: {self.year} {self.account}"


class BudgetStep(Noun):
    """One step that an amount has taken. Never changed."""

    row = models.ForeignKey(BudgetRow, on_delete=models.PROTECT, related_name="steps")
    step = models.CharField(max_length=20, choices=choices(labels.STEP))
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reference = models.CharField(max_length=200)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.row}: {self.get_step_display()}"

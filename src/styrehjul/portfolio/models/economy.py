"""A project's money, year by year, in 1.000 kr."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.portfolio import part_labels
from styrehjul.portfolio.domain.parts import EconomyKind
from styrehjul.portfolio.models.projects import Project


class EconomyLine(Noun):
    """One line of a project's money in one calendar year. All amounts are 1.000 kr. and may be negative (a saving).

    `price_level` is the year whose prices the amounts are in (p/l); sums never mix two of them. A `permanent` line
    (varig) goes on after the year, one that is not is spent once.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="economy")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(
        max_length=10, choices=choices(part_labels.ECONOMY_KIND), default=EconomyKind.OPERATION.value
    )
    text = models.CharField(max_length=200, blank=True)
    budget = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    forecast = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    spent = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    source = models.CharField(max_length=200, blank=True)
    permanent = models.BooleanField(default=False)
    price_level = models.PositiveSmallIntegerField()
    history = history()

    class Meta:
        ordering: ClassVar = ["year", "kind", "pk"]
        indexes: ClassVar = [models.Index(fields=["project", "year"], name="economy_year_idx")]

    def __str__(self) -> str:
        return f"{self.year}: {self.get_kind_display()}"

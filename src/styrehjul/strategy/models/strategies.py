"""The strategies of the municipality, and what its goals are to the others."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import PeriodQuerySet, Person
from styrehjul.strategy import labels
from styrehjul.strategy.domain.words import StrategyKind


class Strategy(Noun):
    """A strategy in its own years. Earlier ones stay readable; of the digital there is one on a day."""

    kind = models.CharField(
        max_length=10, choices=choices(labels.STRATEGY_KIND), default=StrategyKind.DIGITAL.value, db_index=True
    )
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_strategies")
    contact = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(max_length=500, blank=True)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    replaces = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by_set"
    )
    history = history()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-start", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="strategy_ends_after_start", condition=Q(end=None) | Q(end__gte=F("start")))
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The strategy's page."""
        return f"/strategi/strategier/{self.pk}/"

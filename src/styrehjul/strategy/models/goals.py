"""Goals, how they are measured, and what they are to the other strategies."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import PeriodQuerySet, Person
from styrehjul.strategy import labels
from styrehjul.strategy.domain.words import GoalKind
from styrehjul.strategy.models.strategies import Strategy


class Goal(Noun):
    """A goal that efforts are tied to. An ended goal takes no new efforts; those tied to it keep it."""

    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="owned_goals")
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    number = models.CharField(max_length=10, blank=True)
    kind = models.CharField(max_length=15, choices=choices(labels.GOAL_KIND), default=GoalKind.GOAL.value)
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, null=True, blank=True, related_name="goals")
    # One level: a sub-goal (delmål) has none below it.
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="parts")
    # Said on purpose; a goal with measures is never that.
    not_measured = models.BooleanField(default=False)
    end_reason = models.CharField(max_length=300, blank=True)
    replaced_by = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaces")
    history = history()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["title", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="goal_ends_after_start", condition=Q(end=None) | Q(end__gte=F("start")))
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The goal's page."""
        return f"/strategi/maal/{self.pk}/"


class GoalRelation(Noun):
    """What a goal is to another strategy of the municipality, in one sentence. Told on both sides."""

    goal = models.ForeignKey(Goal, on_delete=models.CASCADE, related_name="relations")
    strategy = models.ForeignKey(Strategy, on_delete=models.PROTECT, related_name="relations")
    kind = models.CharField(max_length=10, choices=choices(labels.RELATION))
    sentence = models.CharField(max_length=300)
    contact = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["goal", "strategy", "kind"], name="goal_relation_once")
        ]

    def __str__(self) -> str:
        return f"{self.goal} {self.get_kind_display()} {self.strategy}"

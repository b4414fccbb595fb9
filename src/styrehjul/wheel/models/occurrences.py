"""What the wheel keeps of its own: activities beside the meetings, and where a year differs from the kommissorium."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.people.models import Person


class Occurrence(Noun):
    """One entry of one year's wheel that is not a meeting: the seminar, a dialogue meeting, or a moved standing item.

    `key` is the activity's or standing item's key in the kommissorium, or "" for one made by hand. A standing item
    gets an occurrence only in a year when it was moved to another quarter or left out.
    """

    key = models.CharField(max_length=80, blank=True)
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="occurrences")
    year = models.PositiveIntegerField()
    slot = models.CharField(max_length=30)
    quarter = models.PositiveSmallIntegerField()
    on = models.DateField(null=True, blank=True)
    title = models.CharField(max_length=200)
    status = models.CharField(
        max_length=12,
        choices=[("planned", "Planlagt"), ("held", "Afholdt"), ("cancelled", "Udgået")],
        default="planned",
    )
    moved = models.BooleanField(default=False)
    optional = models.BooleanField(default=False)
    place = models.CharField(max_length=160, blank=True)
    notes = models.TextField(blank=True)
    reason = models.TextField(blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["key", "body", "year", "slot"], name="occurrence_once", condition=~models.Q(key="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.year}"


class CalendarSubscription(models.Model):
    """The secret address of one person's calendar feed. Reading only; making a new one ends the old."""

    person = models.OneToOneField(Person, on_delete=models.CASCADE, related_name="calendar_subscription")
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.person)

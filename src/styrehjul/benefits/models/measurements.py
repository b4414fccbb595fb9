"""When a benefit is measured, and what was found."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.benefits.models.benefits import Benefit, number_column
from styrehjul.people.models import Person


class Measurement(Noun):
    """What a benefit was found to be on a day. Never changed; a newer one corrects it.

    `number` is the value in the benefit's unit; `covers_from` and `covers_to` the stretch that a sum is for.
    """

    benefit = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="measurements")
    on = models.DateField()
    value = models.CharField(max_length=60)
    number = number_column()
    covers_from = models.DateField(null=True, blank=True)
    covers_to = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    evidence = models.CharField(max_length=300, blank=True)
    comment = models.CharField(max_length=300, blank=True)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by")
    history = history()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="measurement_covers_forward",
                condition=Q(covers_from=None) | Q(covers_to=None) | Q(covers_to__gte=F("covers_from")),
            )
        ]
        indexes: ClassVar = [models.Index(fields=["benefit", "-on"], name="measurement_benefit_idx")]

    def __str__(self) -> str:
        return f"{self.benefit}: {self.value}"


class MeasuringDay(Noun):
    """A day on which the owner is asked for the number. Answered when `answered_at` is set; `reason` says why it was not."""

    benefit = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="measuring_days")
    on = models.DateField()
    answered_at = models.DateTimeField(null=True, blank=True)
    measurement = models.ForeignKey(Measurement, on_delete=models.PROTECT, null=True, blank=True, related_name="days")
    reason = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["benefit", "on"], condition=Q(answered_at=None), name="measuring_day_open_once"
            )
        ]
        indexes: ClassVar = [models.Index(fields=["on"], condition=Q(answered_at=None), name="measuring_day_open_idx")]

    def __str__(self) -> str:
        return f"{self.benefit}, {self.on}"

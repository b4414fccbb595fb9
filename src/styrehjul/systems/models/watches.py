"""Days that must not be missed: contracts and systems that run out, and how long before somebody is told."""

from __future__ import annotations

from typing import ClassVar

from django.core.validators import MaxValueValidator
from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.systems import labels
from styrehjul.systems.domain.words import WatchState
from styrehjul.systems.models.contracts import Contract
from styrehjul.systems.models.systems import System


class Watch(Noun):
    """One day of one system or contract. One for each kind, object and day; a day that moved leaves its trace."""

    kind = models.CharField(max_length=20, choices=choices(labels.WATCH_KIND))
    system = models.ForeignKey(System, on_delete=models.CASCADE, null=True, blank=True, related_name="watches")
    contract = models.ForeignKey(Contract, on_delete=models.CASCADE, null=True, blank=True, related_name="watches")
    on = models.DateField(db_index=True)
    shown_from = models.DateField()
    state = models.CharField(max_length=10, choices=choices(labels.WATCH_STATE), default=WatchState.OPEN.value)
    handled_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    handled_at = models.DateTimeField(null=True, blank=True)
    note = models.TextField(blank=True)
    on_agenda = models.BooleanField(default=False)
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="watch_of_one",
                condition=Q(system__isnull=False, contract__isnull=True)
                | Q(system__isnull=True, contract__isnull=False),
            ),
            models.UniqueConstraint(
                fields=["kind", "system", "on"], condition=Q(system__isnull=False), name="system_watch_once"
            ),
            models.UniqueConstraint(
                fields=["kind", "contract", "on"], condition=Q(contract__isnull=False), name="contract_watch_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class WatchSettings(Noun):
    """How many months before its day each kind is shown. One row; a default is a marked suggestion, None is never."""

    only = models.PositiveSmallIntegerField(default=1, unique=True, editable=False)
    contract_end = models.PositiveSmallIntegerField(
        default=18, null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    notice = models.PositiveSmallIntegerField(default=6, null=True, blank=True, validators=[MaxValueValidator(120)])
    procurement = models.PositiveSmallIntegerField(
        default=6, null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    support_end = models.PositiveSmallIntegerField(
        default=24, null=True, blank=True, validators=[MaxValueValidator(120)]
    )
    use_ends = models.PositiveSmallIntegerField(default=12, null=True, blank=True, validators=[MaxValueValidator(120)])
    target = models.PositiveSmallIntegerField(default=12, null=True, blank=True, validators=[MaxValueValidator(120)])
    risk = models.PositiveSmallIntegerField(default=3, null=True, blank=True, validators=[MaxValueValidator(120)])
    oversight = models.PositiveSmallIntegerField(default=3, null=True, blank=True, validators=[MaxValueValidator(120)])
    history = history()

    class Meta:
        constraints: ClassVar = [models.CheckConstraint(name="watch_settings_one", condition=Q(only=1))]

    def __str__(self) -> str:
        return "Systemernes datoer"

"""Hours: who has how many, and which projects ask for them or were promised them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio import labels, part_labels
from styrehjul.portfolio.domain.parts import AllocationKind
from styrehjul.portfolio.domain.settings import AllocationUnit
from styrehjul.portfolio.models.projects import Project


class Pool(Noun):
    """People who are drawn upon together: a role ("Projektledere") or a unit, with the one who leads it."""

    name = models.CharField(max_length=120, unique=True)
    unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="pools")
    leader = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="led_pools")
    closed_on = models.DateField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class Capacity(Noun):
    """What a pool has in one quarter, named by its first day: all of it, and what absence and operations take."""

    pool = models.ForeignKey(Pool, on_delete=models.CASCADE, related_name="capacity")
    quarter = models.DateField()
    gross = models.DecimalField(max_digits=9, decimal_places=2)
    absence = models.DecimalField(max_digits=9, decimal_places=2, default=0)
    unit = models.CharField(max_length=10, choices=choices(labels.ALLOCATION_UNIT), default=AllocationUnit.HOURS.value)
    history = history()

    class Meta:
        ordering: ClassVar = ["pool", "quarter"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["pool", "quarter"], name="capacity_once_a_quarter"),
            models.CheckConstraint(name="capacity_absence_within", condition=Q(absence__lte=F("gross"))),
        ]

    def __str__(self) -> str:
        return f"{self.pool} {self.quarter}"


class Allocation(Noun):
    """Hours of a pool, or of one person, for a project in one quarter (named by its first day).

    Asked for (`requested`) or promised (`confirmed`). Each names its decision, or who gave it and why. `released_on`
    is set where a paused or ended project gives the hours back; then they no longer count.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="allocations")
    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, null=True, blank=True, related_name="allocations")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="allocations")
    quarter = models.DateField()
    amount = models.DecimalField(max_digits=9, decimal_places=2)
    unit = models.CharField(max_length=10, choices=choices(labels.ALLOCATION_UNIT), default=AllocationUnit.HOURS.value)
    kind = models.CharField(
        max_length=10, choices=choices(part_labels.ALLOCATION_KIND), default=AllocationKind.REQUESTED.value
    )
    decision_ref = models.CharField(max_length=30, blank=True)
    body_code = models.CharField(max_length=60, blank=True)
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    given_on = models.DateField()
    reason = models.CharField(max_length=300, blank=True)
    released_on = models.DateField(null=True, blank=True)
    # The year's plan that set it, where one did: the next version of that plan may move it.
    plan_year = models.PositiveIntegerField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["quarter", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="allocation_of_somebody", condition=Q(pool__isnull=False) | Q(person__isnull=False)
            ),
            models.CheckConstraint(name="allocation_positive", condition=Q(amount__gt=0)),
        ]
        indexes: ClassVar = [models.Index(fields=["pool", "quarter"], name="allocation_pool_idx")]

    def __str__(self) -> str:
        return f"{self.project} {self.quarter}"

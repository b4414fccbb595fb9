"""Benefits that would take from the same: together they cannot give more than there is."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.benefits import labels
from styrehjul.benefits.domain.credit import Rule
from styrehjul.benefits.domain.profile import FLOWS, MONEY
from styrehjul.benefits.models.benefits import Benefit
from styrehjul.kernel.choices import choices


class DoubleCountGroup(Noun):
    """A ceiling per year that its benefits share: for instance what stands on the account that all of them save on."""

    name = models.CharField(max_length=200)
    unit = models.CharField(max_length=20, choices=[(unit, unit) for unit in sorted(FLOWS)], default=MONEY)
    account = models.CharField(max_length=200, blank=True)
    ceiling = models.DecimalField(max_digits=14, decimal_places=2)
    ceiling_low = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    ceiling_high = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    rule = models.CharField(max_length=10, choices=choices(labels.RULE), default=Rule.SPLIT.value)
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="double_count_group_ceiling", condition=Q(ceiling__gte=0)),
            models.CheckConstraint(name="double_count_group_unit", condition=Q(unit__in=sorted(FLOWS))),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The group's page."""
        return f"/gevinster/grupper/{self.pk}/"


class GroupMember(Noun):
    """A benefit under the ceiling, in one group at most: its agreed share in percent, or its turn."""

    group = models.ForeignKey(DoubleCountGroup, on_delete=models.PROTECT, related_name="members")
    benefit = models.OneToOneField(Benefit, on_delete=models.PROTECT, related_name="group_member")
    share = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    place = models.PositiveSmallIntegerField(default=1)
    history = history()

    class Meta:
        ordering: ClassVar = ["place", "pk"]

    def __str__(self) -> str:
        return f"{self.group}: {self.benefit}"

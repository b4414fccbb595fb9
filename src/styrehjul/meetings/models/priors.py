"""What was said of a matter at a meeting that is not held here, before the body treats it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.kernel.choices import choices
from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.models.matters import Matter, Treatment
from styrehjul.people.models import Person


class OutsideBody(Noun):
    """A group whose meetings are not held here (*chefmøde*): its name, its dates, and who writes for it."""

    name = models.CharField(max_length=120)
    dates = models.JSONField(default=list, blank=True)
    secretary_name = models.CharField(max_length=120, blank=True)
    secretary_email = models.EmailField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["name"]

    def __str__(self) -> str:
        return self.name


class PriorTreatment(Noun):
    """One earlier treatment that an item names: where and when, what came of it, or why it was left out."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="priors")
    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="priors")
    outside = models.ForeignKey(OutsideBody, on_delete=models.PROTECT, null=True, blank=True, related_name="priors")
    # A body of the kommissorium that meets when it is needed, and keeps no meetings here.
    body = models.ForeignKey(Body, on_delete=models.PROTECT, null=True, blank=True, related_name="priors")
    on = models.DateField()
    outcome = models.CharField(max_length=24, choices=choices(labels.PRIOR_OUTCOME), blank=True)
    remarks = models.TextField(blank=True)
    entered_at = models.DateTimeField(null=True, blank=True)
    entered_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Who wrote by the one-purpose link: somebody without an account here.
    entered_by_name = models.CharField(max_length=120, blank=True)
    waived_because = models.TextField(blank=True)
    waived_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Changed when the link is sent anew: the former one then opens nothing.
    link_secret = models.CharField(max_length=40, blank=True)
    link_expires_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["on", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="prior_one_place",
                condition=Q(outside__isnull=False, body__isnull=True) | Q(outside__isnull=True, body__isnull=False),
            )
        ]

    def __str__(self) -> str:
        return f"{self.place} {self.on:%Y-%m-%d}"

    @property
    def place(self) -> str:
        """Where it is treated, by its name."""
        return str(self.outside or self.body or "")

    @property
    def words(self) -> str:
        """ "på chefmøde 3. juni 2027"; a body of the kommissorium by its name in the definite form."""
        if self.body is not None:
            return f"i {self.body.name_definite} {day_text(self.on)}"
        name = str(self.outside)
        return f"på {name[:1].lower()}{name[1:]} {day_text(self.on)}"

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of it yet, and it was not left out."""
        return not self.outcome and not self.waived_because

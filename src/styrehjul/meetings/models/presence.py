"""Who was there at one item of a meeting."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.models.matters import Treatment
from styrehjul.people.models import Person


class ItemPresence(Noun):
    """One person at one item: came, left, was a guest, or may not take part (*inhabil*)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="presence")
    # A guest from outside has a name and no person.
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=160, blank=True)
    kind = models.CharField(max_length=12, choices=choices(labels.PRESENCE))
    noted_at = models.DateTimeField()
    note = models.CharField(max_length=200, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["noted_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="presence_has_a_name", condition=Q(person__isnull=False) | ~Q(name="")),
            models.UniqueConstraint(
                fields=["treatment", "person", "kind"], name="presence_once", condition=Q(person__isnull=False)
            ),
        ]
        # Every question of who may read an item asks whether the person is kept from it.
        indexes: ClassVar = [models.Index(fields=["person", "kind"], name="presence_barred_idx")]

    def __str__(self) -> str:
        return f"{self.called}: {self.kind}"

    @property
    def called(self) -> str:
        """The person's name, or the guest's."""
        return self.person.name if self.person else self.name

"""The tasks that systems serve: numbers of a list that others keep, or the municipality's own."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.kernel.choices import choices
from styrehjul.systems import labels
from styrehjul.systems.domain.words import Scheme


class TaskRef(models.Model):
    """One task of a list. The title may be missing: a number stands alone where nobody has told what it is."""

    scheme = models.CharField(max_length=10, choices=choices(labels.SCHEME))
    number = models.CharField(max_length=40)
    title = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering: ClassVar = ["scheme", "number", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["scheme", "number"], name="task_ref_once")]

    def __str__(self) -> str:
        # Only a list that others keep has numbers that anybody knows.
        number = "" if self.scheme == Scheme.OWN and self.title else self.number
        return " ".join(part for part in (number, self.title) if part)

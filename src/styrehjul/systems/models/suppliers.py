"""Who delivers systems."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history


class Supplier(Noun):
    """A company or a community that delivers systems. Known by its CVR number, else by its name."""

    name = models.CharField(max_length=200)
    cvr = models.CharField(max_length=20, blank=True)
    kitos_uuid = models.UUIDField(null=True, blank=True, unique=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "cvr"], name="supplier_once"),
            models.CheckConstraint(name="supplier_named", condition=~Q(name="")),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        """The supplier's page."""
        return f"/systemer/leverandoerer/{self.pk}/"

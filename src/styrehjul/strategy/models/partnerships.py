"""Partnerships: with whom, for what, and what each gives."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import Person


class Partnership(Noun):
    """A strategic partnership with its years. Past its end it is to be assessed: renewed, or ended with what came of it."""

    title = models.CharField(max_length=200)
    partners = models.CharField(max_length=300)
    purpose = models.TextField()
    contribution = models.TextField(blank=True)
    gain = models.TextField(blank=True)
    contact = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="partnerships")
    partner_contact = models.CharField(max_length=200, blank=True)
    agreement = models.URLField(max_length=500, blank=True)
    start = models.DateField()
    end = models.DateField(null=True, blank=True, db_index=True)
    ended_on = models.DateField(null=True, blank=True)
    outcome = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["title", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="partnership_ends_after_start", condition=Q(end=None) | Q(end__gte=F("start")))
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The partnership's page."""
        return f"/strategi/partnerskaber/{self.pk}/"

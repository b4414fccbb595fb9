"""A calculation of a plan: asked for by a person, done by the worker, kept with the very text that was calculated on."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.plans import labels
from styrehjul.plans.domain.studies import RunKind


class PlanRun(Noun):
    """One calculation. Its answer is written once; a page shows it and never calculates."""

    kind = models.CharField(max_length=20, choices=choices(labels.RUN_KIND), default=RunKind.SOLVE.value)
    name = models.CharField(max_length=200)
    # The problem file as it was, and its hash; the answer is the document of solution, or the rows of a study.
    problem = models.TextField()
    sha256 = models.CharField(max_length=64, db_index=True)
    answer = models.TextField(blank=True)
    # What a study looks closer at: the calculation whose plan it starts from, and which pool.
    of = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="studies")
    pool = models.CharField(max_length=200, blank=True)
    seconds = models.PositiveIntegerField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    stop_asked_at = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True, db_index=True)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering: ClassVar = ["-pk"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return f"/indsatsplan/beregninger/{self.uuid}/"

    @property
    def waits(self) -> bool:
        return self.done_at is None and self.failed_at is None

"""Why a project counts among the larger ones, or does not."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.people.models import Person
from styrehjul.portfolio.models.projects import Project


class LargeMark(Noun):
    """The mark "større projekt", with who set it, when and why. `Project.large` is its answer for the lists.

    `rule` is the rule that set it ("samlet økonomi på mindst 1 mio. kr."), empty when it was set by hand; one set by
    hand is not moved by the rule.
    """

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="large_mark")
    large = models.BooleanField()
    rule = models.CharField(max_length=300, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    on = models.DateField()
    decision_ref = models.CharField(max_length=30, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return f"{self.project}: {self.rule or self.reason}"

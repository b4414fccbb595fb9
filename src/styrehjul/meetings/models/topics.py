"""What the programme group talks about: a line each."""

from __future__ import annotations

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.meetings.models.decisions import FollowUp
from styrehjul.meetings.models.meetings import Meeting
from styrehjul.meetings.models.needs import DecisionNeed
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.models import Project, Risk


class Topic(Noun):
    """One line under the programme group's standing items: an *aktuelt emne* or a *generel problemstilling*."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="topics")
    kind = models.CharField(
        max_length=10, choices=[("current", "Aktuelt emne"), ("general", "Generel problemstilling")]
    )
    text = models.CharField(max_length=300)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="topics")
    area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="topics")
    done = models.BooleanField(default=False)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to")
    # What the topic became, beside the same line on the next meeting.
    follow_up = models.ForeignKey(FollowUp, on_delete=models.PROTECT, null=True, blank=True, related_name="topics")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="topics")
    need = models.ForeignKey(DecisionNeed, on_delete=models.PROTECT, null=True, blank=True, related_name="topics")
    risk = models.ForeignKey(Risk, on_delete=models.SET_NULL, null=True, blank=True, related_name="topics")
    history = history()

    def __str__(self) -> str:
        return self.text

"""The yearly action plan: its versions, their lines, and the activities that are no projects."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit, Person
from styrehjul.plans import labels
from styrehjul.plans.domain.composing import LONGEST, Lock
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models.runs import PlanRun
from styrehjul.portfolio.models import Pool, Project
from styrehjul.strategy.models import Goal


class PlanVersion(Noun):
    """One version of a year's plan. A year has at most one that is live, and one that is being prepared."""

    year = models.PositiveIntegerField()
    number = models.PositiveIntegerField(default=1)
    state = models.CharField(max_length=12, choices=choices(labels.PLAN_STATE), default=PlanState.DRAFT.value)
    # What there is: the project managers' hours in a quarter, and 1.000 kr. in the year. Unset is no limit.
    hours = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    money = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    # Whose hours they are: approved, each line's hours are promised of this pool. Unset, no hours are promised.
    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The calculation that the composition was looked for with.
    run = models.ForeignKey(PlanRun, on_delete=models.SET_NULL, null=True, blank=True, related_name="+")
    # The lines as they were submitted, and their hash: exactly this is approved.
    frozen = models.TextField(blank=True)
    sha256 = models.CharField(max_length=64, blank=True)
    submitted_at = models.DateTimeField(null=True, blank=True)
    submitted_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Of a version after the first: why the plan is changed.
    why = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)
    decision_ref = models.CharField(max_length=30, blank=True)
    live_from = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["year", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["year", "number"], name="plan_version_number_once"),
            models.UniqueConstraint(fields=["year"], condition=Q(state="live"), name="plan_one_live_a_year"),
            models.UniqueConstraint(
                fields=["year"], condition=Q(state__in=("draft", "submitted")), name="plan_one_prepared_a_year"
            ),
        ]

    def __str__(self) -> str:
        return f"Indsatsplan {self.year}, version {self.number}"

    def get_absolute_url(self) -> str:
        return f"/indsatsplan/{self.year}/"


class Activity(Noun):
    """Something in the plan that is no project: a seminar, guidance, a preliminary study."""

    title = models.CharField(max_length=200)
    area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    goal = models.ForeignKey(Goal, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    begun_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    history = history()

    def __str__(self) -> str:
        return self.title


class PlanLine(Noun):
    """A project, a proposal or an activity in a version. Hours and money are in all, spread evenly over its quarters."""

    plan = models.ForeignKey(PlanVersion, on_delete=models.CASCADE, related_name="lines")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_lines")
    activity = models.ForeignKey(Activity, on_delete=models.PROTECT, null=True, blank=True, related_name="plan_lines")
    score = models.DecimalField(max_digits=3, decimal_places=1, null=True, blank=True)
    reason = models.CharField(max_length=300, blank=True)
    scored_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    scored_at = models.DateTimeField(null=True, blank=True)
    lock = models.CharField(max_length=10, choices=choices(labels.LOCK), default=Lock.FREE.value)
    lock_reason = models.CharField(max_length=300, blank=True)
    chosen = models.BooleanField(default=False)
    # The quarter of the year that it begins in.
    start = models.PositiveSmallIntegerField(null=True, blank=True)
    quarters = models.PositiveSmallIntegerField(default=2)
    hours = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    money = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    # In the live plan: why it was moved without a decision, and who told.
    moved_because = models.CharField(max_length=300, blank=True)
    moved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    moved_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="plan_line_of_one_thing",
                condition=Q(project__isnull=False, activity__isnull=True)
                | Q(project__isnull=True, activity__isnull=False),
            ),
            models.CheckConstraint(name="plan_line_score", condition=Q(score__isnull=True) | Q(score__range=(0, 5))),
            models.CheckConstraint(name="plan_line_start", condition=Q(start__isnull=True) | Q(start__range=(1, 4))),
            models.CheckConstraint(name="plan_line_quarters", condition=Q(quarters__range=(1, LONGEST))),
            models.UniqueConstraint(fields=["plan", "project"], name="plan_line_project_once"),
            models.UniqueConstraint(fields=["plan", "activity"], name="plan_line_activity_once"),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def title(self) -> str:
        return str(self.project or self.activity or "")

    @property
    def goals(self) -> str:
        """What it contributes to; the lines are asked for with their goals (`lines_of`)."""
        if self.project:
            return "; ".join(link.goal.title for link in self.project.goal_links.all())
        return str(self.activity.goal) if self.activity and self.activity.goal else ""

    @property
    def key(self) -> str:
        """What the solver calls it."""
        return self.project.number if self.project else f"A{self.activity_id}"

"""Projects, one table from idea to closed, and what is dated about them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit, PeriodQuerySet, Person
from styrehjul.portfolio import labels
from styrehjul.portfolio.domain.life import Category, Light, ProjectRoleKind, ProjectState


class Project(Noun):
    """A project from idea to closed. Money is in 1.000 kr.; a proposal is a project in an early state."""

    number = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=200)
    category = models.CharField(max_length=20, choices=choices(labels.CATEGORY), default=Category.CROSS.value)
    subtype = models.CharField(max_length=20, choices=choices(labels.SUBTYPE), blank=True)
    external_owner = models.CharField(max_length=200, blank=True)
    programme = models.CharField(max_length=200, blank=True)
    partners = models.CharField(max_length=300, blank=True)
    state = models.CharField(max_length=20, choices=choices(labels.PROJECT_STATE), default=ProjectState.IDEA.value)
    phase = models.CharField(max_length=40, blank=True)
    summary = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    goal = models.CharField(max_length=300, blank=True)
    users = models.CharField(max_length=300, blank=True)
    gain = models.CharField(max_length=300, blank=True)
    cost_tdkk = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    hours = models.DecimalField(max_digits=9, decimal_places=1, null=True, blank=True)
    outside_deadline = models.CharField(max_length=200, blank=True)
    # Read in from a file without them, a project waits for its area and its contact under "Mangler".
    lead_area = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="led_projects")
    org_unit = models.ForeignKey(OrgUnit, on_delete=models.PROTECT, null=True, blank=True, related_name="projects")
    contact = models.ForeignKey(
        Person, on_delete=models.PROTECT, null=True, blank=True, related_name="proposed_projects"
    )
    planned_start = models.DateField(null=True, blank=True)
    planned_end = models.DateField(null=True, blank=True)
    forecast_end = models.DateField(null=True, blank=True)
    actual_start = models.DateField(null=True, blank=True)
    actual_end = models.DateField(null=True, blank=True)
    closing_report = models.TextField(blank=True)
    revisit_on = models.DateField(null=True, blank=True)
    priority = models.PositiveIntegerField(null=True, blank=True)
    # The last status, copied here by the action that reports it: lists sort and count by it.
    light = models.CharField(max_length=10, choices=choices(labels.LIGHT), default=Light.NONE.value)
    status_sentence = models.CharField(max_length=300, blank=True)
    status_on = models.DateField(null=True, blank=True)
    imported = models.BooleanField(default=False)
    extra = models.JSONField(default=dict, blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                name="project_state_known",
                condition=Q(state__in=[member.value for member in ProjectState]),
            ),
            models.CheckConstraint(name="project_subtype_only_cross", condition=Q(subtype="") | Q(category="cross")),
        ]
        # The list filters by category and state and sorts by priority and title.
        indexes: ClassVar = [
            models.Index(fields=["category", "state"], name="project_category_idx"),
            models.Index(fields=["state", "priority"], name="project_priority_idx"),
            models.Index(fields=["lead_area", "state"], name="project_area_idx"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The project's page."""
        return f"/projekter/{self.number}/"


class ProjectRole(Noun):
    """A person's part in a project, from and to."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="roles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="project_roles")
    kind = models.CharField(max_length=20, choices=choices(labels.ROLE), default=ProjectRoleKind.MANAGER.value)
    start = models.DateField()
    end = models.DateField(null=True, blank=True)
    history = history()
    objects = PeriodQuerySet.as_manager()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["person", "kind"], name="project_role_person_idx")]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_kind_display()}"


class ProjectChange(models.Model):
    """One steered change of a project in words people read: "Ændringer siden sidste møde" and the project's story.

    With a decision it names the decision's number and body; without one it names who told it and why.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="changes")
    at = models.DateTimeField(db_index=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=40)
    old = models.CharField(max_length=300, blank=True)
    new = models.CharField(max_length=300, blank=True)
    reason = models.TextField(blank=True)
    decision_ref = models.CharField(max_length=30, blank=True)
    body_code = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering: ClassVar = ["-at", "-pk"]
        indexes: ClassVar = [models.Index(fields=["project", "-at"], name="change_project_idx")]

    def __str__(self) -> str:
        return f"{self.project}: {self.kind}"


class StatusReport(Noun):
    """One dated status: a light and a sentence. Frozen when given; a correction is a new one."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="status_reports")
    light = models.CharField(max_length=10, choices=choices(labels.LIGHT), default=Light.GREEN.value)
    sentence = models.CharField(max_length=300)
    forecast_end = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    history = history()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.project}: {self.light}"

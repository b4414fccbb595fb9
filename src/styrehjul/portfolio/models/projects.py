"""Projects, one table from idea to closed, and who has a part in them."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.kernel.choices import choices
from styrehjul.people.models import OrgUnit, PeriodQuerySet, Person
from styrehjul.portfolio import labels
from styrehjul.portfolio.domain.life import Category, Light, ProjectRoleKind, ProjectState
from styrehjul.portfolio.domain.record import Mandatory, Precision, Visibility
from styrehjul.portfolio.models.catalogue import NationalProject
from styrehjul.portfolio.models.phases import PhaseModel
from styrehjul.strategy.models import Goal
from styrehjul.systems.models import System


def _precision() -> models.CharField[str, str]:
    """How exactly the day beside it was said."""
    return models.CharField(max_length=10, choices=choices(labels.PRECISION), default=Precision.DAY.value)


class Project(Noun):
    """A project from idea to closed. Money is in 1.000 kr.; a proposal is a project in an early state."""

    number = models.CharField(max_length=20, unique=True)
    title = models.CharField(max_length=200)
    short_title = models.CharField(max_length=40, blank=True)
    category = models.CharField(max_length=20, choices=choices(labels.CATEGORY), default=Category.CROSS.value)
    subtype = models.CharField(max_length=20, choices=choices(labels.SUBTYPE), blank=True)
    external_owner = models.CharField(max_length=200, blank=True)
    programme = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=20, choices=choices(labels.PROJECT_STATE), default=ProjectState.IDEA.value)
    # The key of the phase in `phase_model`; without a list of phases the project has none.
    phase = models.CharField(max_length=40, blank=True)
    phase_model = models.ForeignKey(
        PhaseModel, on_delete=models.PROTECT, null=True, blank=True, related_name="projects"
    )
    catalogue_entry = models.ForeignKey(
        NationalProject, on_delete=models.PROTECT, null=True, blank=True, related_name="projects"
    )
    summary = models.TextField(blank=True)
    purpose = models.TextField(blank=True)
    scope = models.TextField(blank=True)
    out_of_scope = models.TextField(blank=True)
    expected_result = models.TextField(blank=True)
    goals = models.ManyToManyField(Goal, through="ProjectGoal", related_name="projects", blank=True)
    systems = models.ManyToManyField(System, through="ProjectSystem", related_name="projects", blank=True)
    # Further areas that the project touches; the one that leads is `lead_area`.
    areas = models.ManyToManyField(OrgUnit, through="ProjectArea", related_name="shared_projects", blank=True)
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
    planned_start_precision = _precision()
    planned_end = models.DateField(null=True, blank=True)
    planned_end_precision = _precision()
    forecast_end = models.DateField(null=True, blank=True)
    forecast_end_precision = _precision()
    actual_start = models.DateField(null=True, blank=True)
    actual_end = models.DateField(null=True, blank=True)
    revisit_on = models.DateField(null=True, blank=True)
    priority = models.PositiveIntegerField(null=True, blank=True)
    # Who steers it: a body, or a group of its own in words.
    steering_body = models.ForeignKey(
        Body, on_delete=models.PROTECT, null=True, blank=True, related_name="steered_projects"
    )
    steering_group = models.CharField(max_length=200, blank=True)
    # Why it is so stands in `LargeMark`.
    large = models.BooleanField(default=False)
    mandatory = models.CharField(max_length=20, choices=choices(labels.MANDATORY), default=Mandatory.NONE.value)
    mandatory_reference = models.CharField(max_length=300, blank=True)
    mandatory_deadline = models.DateField(null=True, blank=True)
    strategic_level = models.CharField(max_length=20, choices=choices(labels.STRATEGIC_LEVEL), blank=True)
    kle = models.CharField(max_length=100, blank=True)
    case_number = models.CharField(max_length=60, blank=True)
    visibility = models.CharField(max_length=20, choices=choices(labels.VISIBILITY), default=Visibility.ALL.value)
    # The approval said that the manager may start it without a new decision.
    may_start = models.BooleanField(default=False)
    # A rejected or withdrawn proposal that came again is another project that points to the old.
    resubmits = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="resubmitted_as"
    )
    # The last status, copied here by the action that reports it: lists sort and count by it.
    light = models.CharField(max_length=10, choices=choices(labels.LIGHT), default=Light.NONE.value)
    status_sentence = models.CharField(max_length=300, blank=True)
    status_on = models.DateField(null=True, blank=True)
    trend = models.CharField(max_length=10, choices=choices(labels.TREND), blank=True)
    # Somebody else's light, beside the project's own.
    second_light = models.CharField(max_length=10, choices=choices(labels.LIGHT), default=Light.NONE.value)
    second_on = models.DateField(null=True, blank=True)
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
            models.CheckConstraint(name="project_draft_is_idea", condition=Q(visibility="all") | Q(state="idea")),
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

    @property
    def goal(self) -> str:
        """The titles of the goals that it contributes to, in one line."""
        return "; ".join(link.goal.title for link in self.goal_links.select_related("goal")) if self.pk else ""

    @property
    def partners(self) -> str:
        """The names of those that it is made with, in one line."""
        return ", ".join(self.partner_links.values_list("name", flat=True)) if self.pk else ""


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

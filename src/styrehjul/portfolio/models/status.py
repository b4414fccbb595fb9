"""What a project reported of itself, what others think of it, and the rounds in which it is asked."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.portfolio import labels
from styrehjul.portfolio.domain.life import Light
from styrehjul.portfolio.domain.status import ReportState, RoundState
from styrehjul.portfolio.models.projects import Project


class StatusParameter(Noun):
    """One thing that a status may be given on. `key` never changes; a retired one stays in the reports that have it.

    `categories` are those where it is always asked, and `large` says that it is of large projects; elsewhere it comes
    by itself when the light is not green, where `when_troubled`.
    """

    key = models.SlugField(max_length=40, unique=True)
    name = models.CharField(max_length=60)
    place = models.PositiveSmallIntegerField(default=1)
    categories = models.JSONField(default=list, blank=True)
    large = models.BooleanField(default=False)
    when_troubled = models.BooleanField(default=True)
    retired_on = models.DateField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["place", "pk"]

    def __str__(self) -> str:
        return self.name


class StatusRound(Noun):
    """A round in which every project manager is asked for a status by a day."""

    opened_on = models.DateField()
    opened_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # The body whose meeting the answers are for: it gathers them, and its secretary sees who has not answered.
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="status_rounds")
    meeting_on = models.DateField(null=True, blank=True)
    deadline = models.DateField()
    message = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=choices(labels.ROUND_STATE), default=RoundState.OPEN.value)
    closed_on = models.DateField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["-opened_on", "-pk"]
        constraints: ClassVar = [
            # One at a time: two would ask the same people for the same thing.
            models.UniqueConstraint(fields=["state"], condition=Q(state="open"), name="status_round_one_open"),
        ]

    def __str__(self) -> str:
        return f"{self.deadline:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The round's page."""
        return f"/projekter/statusrunder/{self.pk}/"


class StatusReport(Noun):
    """One dated status. Frozen when given, or when the project's owner approves it; a correction is a new one."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="status_reports")
    light = models.CharField(max_length=10, choices=choices(labels.LIGHT), default=Light.GREEN.value)
    trend = models.CharField(max_length=10, choices=choices(labels.TREND), blank=True)
    sentence = models.CharField(max_length=300)
    forecast_end = models.DateField(null=True, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    state = models.CharField(max_length=10, choices=choices(labels.REPORT_STATE), default=ReportState.FROZEN.value)
    # What the plan suggested that day ("" is not computed), and the plan's version.
    suggested = models.CharField(max_length=10, blank=True)
    baseline_serial = models.PositiveIntegerField(null=True, blank=True)
    need_question = models.CharField(max_length=300, blank=True)
    need_by = models.DateField(null=True, blank=True)
    # One entry for each parameter, as `domain.status.Mark` keeps it.
    marks = models.JSONField(default=list, blank=True)
    happened = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    milestone_changes = models.TextField(blank=True)
    forecast_cost_tdkk = models.DecimalField(max_digits=12, decimal_places=1, null=True, blank=True)
    track = models.CharField(max_length=20, choices=choices(labels.TRACK), blank=True)
    track_owner = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    track_by = models.DateField(null=True, blank=True)
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrections")
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_on = models.DateField(null=True, blank=True)
    returned_because = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]
        indexes: ClassVar = [models.Index(fields=["project", "state", "-on"], name="status_project_idx")]

    def __str__(self) -> str:
        return f"{self.project}: {self.light}"

    def get_absolute_url(self) -> str:
        """The report's page."""
        return f"{self.project.get_absolute_url()}status/{self.pk}/"


class StatusAsk(Noun):
    """One project asked in a round. `person` is who was asked; nobody where the project has no manager."""

    round = models.ForeignKey(StatusRound, on_delete=models.CASCADE, related_name="asks")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="status_asks")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="status_asks")
    # The report that answered; the first given after the round was opened.
    report = models.ForeignKey(StatusReport, on_delete=models.PROTECT, null=True, blank=True, related_name="answers")
    history = history()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["round", "project"], name="status_ask_once")]
        indexes: ClassVar = [models.Index(fields=["person", "report"], name="status_ask_person_idx")]

    def __str__(self) -> str:
        return str(self.project)


class SecondOpinion(Noun):
    """Somebody else's light beside the project's own (*anden vurdering*), never over it. The last one counts."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="second_opinions")
    light = models.CharField(max_length=10, choices=choices(labels.LIGHT), default=Light.NONE.value)
    sentence = models.CharField(max_length=300, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    history = history()

    class Meta:
        ordering: ClassVar = ["-on", "-pk"]

    def __str__(self) -> str:
        return f"{self.project}: {self.light}"

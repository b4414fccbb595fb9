"""Meetings, matters and their treatments, what was approved and sent, what was decided."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body, Kommissorium
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.models import Project


class Meeting(Noun):
    """One meeting of one body. Its three regions (calendar, agenda, minutes) change only through actions."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="meetings")
    # The kommissorium that applied when the meeting was held; until then it follows the one in force on its day.
    kommissorium = models.ForeignKey(Kommissorium, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    year = models.PositiveIntegerField()
    # The wheel's slot ("q2", "m05", "w23"); "" for an extra meeting.
    slot = models.CharField(max_length=30, blank=True)
    extra = models.BooleanField(default=False)
    feeds = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="fed_by")
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    place = models.CharField(max_length=160, blank=True)
    link = models.URLField(max_length=300, blank=True)
    room_state = models.CharField(
        max_length=12,
        choices=[
            ("not_wanted", "Ikke ønsket"),
            ("wanted", "Ønsket"),
            ("awaiting", "Afventer svar"),
            ("confirmed", "Bekræftet"),
            ("declined", "Afvist"),
            ("no_answer", "Intet svar"),
        ],
        default="wanted",
    )
    moved_by_hand = models.BooleanField(default=False)
    calendar_state = models.CharField(max_length=12, choices=choices(labels.CALENDAR), default=s.C.PLANNED.value)
    agenda_state = models.CharField(max_length=12, choices=choices(labels.AGENDA), default=s.A.OPEN.value)
    minutes_state = models.CharField(max_length=12, choices=choices(labels.MINUTES), default=s.M.NONE.value)
    cancelled_because = models.TextField(blank=True)
    # iTIP: stored once, so that a changed host or title never makes a second calendar entry.
    ical_uid = models.CharField(max_length=160, blank=True)
    ical_sequence = models.PositiveIntegerField(default=0)
    ical_stamp = models.DateTimeField(null=True, blank=True)
    # Why the agenda was sent after its deadline; shown in the mail and on the page, never inside the approved PDF.
    late_dispatch_because = models.TextField(blank=True)
    # What changed after the chair's approval, so that the page can say why it fell.
    approval_voided_by = models.CharField(max_length=300, blank=True)
    returned_with = models.TextField(blank=True)
    meeting_chair = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    minutes_taker = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    # Held before the product was taken into use: its minutes are a PDF that was attached.
    before_use = models.BooleanField(default=False)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["body", "year", "slot"], name="meeting_slot_once", condition=~Q(slot="")),
            models.CheckConstraint(name="meeting_ends_after_start", condition=Q(ends_at__gt=models.F("starts_at"))),
        ]
        # The wheel and the list read a year of all bodies; the front page the next of one body.
        indexes: ClassVar = [
            models.Index(fields=["starts_at"], name="meeting_start_idx"),
            models.Index(fields=["body", "starts_at"], name="meeting_body_idx"),
        ]
        ordering: ClassVar = ["starts_at"]

    def __str__(self) -> str:
        return f"{self.body} {self.starts_at:%Y-%m-%d}"

    def get_absolute_url(self) -> str:
        """The meeting's page."""
        return f"/moeder/{self.pk}/"


class MeetingDeadline(models.Model):
    """One deadline of one meeting, counted back (or on) from its day when it was planned or moved."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="deadlines")
    code = models.CharField(max_length=40)
    label = models.CharField(max_length=120)
    responsible = models.CharField(max_length=40, blank=True)
    at = models.DateTimeField()
    suggested = models.BooleanField(default=True)

    class Meta:
        ordering: ClassVar = ["at"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "code"], name="deadline_code_once")]

    def __str__(self) -> str:
        return f"{self.label} {self.at:%Y-%m-%d}"


class Matter(Noun):
    """A matter (*sag*) lives on across meetings and bodies; each treatment is one body at one meeting."""

    title = models.CharField(max_length=200)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="matters")
    access = models.CharField(max_length=20, choices=choices(labels.ACCESS), default=s.Access.OPEN.value)
    areas = models.ManyToManyField(OrgUnit, blank=True, related_name="matters")
    record_number = models.CharField(max_length=60, blank=True)
    history = history()

    def __str__(self) -> str:
        return self.title


class Treatment(Noun):
    """One body's handling of a matter; on an agenda it is an item (*punkt*)."""

    matter = models.ForeignKey(Matter, on_delete=models.PROTECT, related_name="treatments")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="treatments")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, null=True, blank=True, related_name="treatments")
    position = models.PositiveIntegerField(default=0)
    # Fixed at the first dispatch; before that the page counts.
    number = models.PositiveIntegerField(null=True, blank=True)
    profile = models.CharField(max_length=12, choices=choices(labels.PROFILE), default=s.Profile.ORDINARY.value)
    standing_key = models.CharField(max_length=80, blank=True)
    parent = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="sub_items")
    # The body's own kinds by code: decision, information, discussion, or one that the municipality made.
    kind = models.CharField(max_length=40, default="decision")
    title = models.CharField(max_length=200)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="treatments")
    minutes_allotted = models.PositiveIntegerField(null=True, blank=True)
    access = models.CharField(max_length=20, choices=choices(labels.ACCESS), default=s.Access.OPEN.value)
    state = models.CharField(max_length=12, choices=choices(labels.TREATMENT), default=s.T.DRAFT.value)
    outcome = models.CharField(max_length=24, choices=choices(labels.OUTCOME), blank=True)
    summary = models.TextField(blank=True)
    case_presentation = models.TextField(blank=True)
    financial_impact = models.TextField(blank=True)
    next_steps = models.TextField(blank=True)
    # The provider's content as it was when the agenda was built: {"as_of": ..., "blocks": [...]}.
    frozen_content = models.JSONField(null=True, blank=True)
    material_due_at = models.DateTimeField(null=True, blank=True)
    late_because = models.TextField(blank=True)
    returned_because = models.TextField(blank=True)
    left_because = models.TextField(blank=True)
    carried_from = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="carried_to")
    set_ready_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    set_ready_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        indexes: ClassVar = [
            models.Index(fields=["meeting", "position"], name="treatment_agenda_idx"),
            models.Index(fields=["body", "state"], name="treatment_state_idx"),
            models.Index(fields=["responsible", "state"], name="treatment_resp_idx"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        """The item's page; without a meeting the matter's."""
        return f"/moeder/{self.meeting_id}/punkter/{self.pk}/" if self.meeting_id else f"/sager/{self.matter_id}/"


class RecommendationPoint(Noun):
    """One at-sentence of an item's recommendation (*indstillingspunkt*); effects hang on it."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="points")
    position = models.PositiveIntegerField(default=0)
    text = models.CharField(max_length=600)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.text


class Memo(Noun):
    """A text of its own after an item (*notat*)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="memos")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200)
    text = models.TextField(blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return self.title


class Annex(Noun):
    """A file or link that belongs to an item (*bilag*)."""

    treatment = models.ForeignKey(Treatment, on_delete=models.CASCADE, related_name="annexes")
    position = models.PositiveIntegerField(default=0)
    title = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    link = models.URLField(max_length=300, blank=True)
    closed = models.BooleanField(default=False)
    accessible = models.BooleanField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                name="annex_file_or_link",
                condition=Q(file__isnull=False, link="") | Q(file__isnull=True) & ~Q(link=""),
            )
        ]

    def __str__(self) -> str:
        return self.title


class AgendaVersion(models.Model):
    """An agenda as it was at one moment: canonical JSON, its SHA-256, and the PDFs made from it. Never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    members_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    open_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reading_copy = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    audit_head = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    made_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="version_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting} v{self.number}"


class Approval(models.Model):
    """The chair's approval of exactly one version. Void when anything was changed after it."""

    version = models.ForeignKey(AgendaVersion, on_delete=models.PROTECT, related_name="approvals")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    capacity = models.CharField(max_length=120)
    sha256 = models.CharField(max_length=64)
    at = models.DateTimeField()
    voided_at = models.DateTimeField(null=True, blank=True)
    voided_because = models.CharField(max_length=300, blank=True)

    def __str__(self) -> str:
        return f"{self.person} {self.version}"


class Dispatch(models.Model):
    """One sending of an agenda version to the members. The number is drawn once per meeting."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="dispatches")
    number = models.PositiveIntegerField()
    version = models.ForeignKey(AgendaVersion, on_delete=models.PROTECT, related_name="dispatches")
    at = models.DateTimeField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    late_because = models.TextField(blank=True)
    recipients = models.JSONField(default=list)

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="dispatch_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting} udsendelse {self.number}"


class Attendance(Noun):
    """One person at one meeting: the answer to the invitation, and whether they came."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="attendance")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="attendance")
    # As on the day of the meeting: "Formand", "Medlem", "Sekretær" ... and the seat's title.
    seat_kind = models.CharField(max_length=20)
    seat_title = models.CharField(max_length=200, blank=True)
    reply = models.CharField(
        max_length=10,
        choices=[("", "Har ikke svaret"), ("accepted", "Deltager"), ("declined", "Afbud"), ("tentative", "Måske")],
        blank=True,
    )
    status = models.CharField(
        max_length=10,
        choices=[("", "Ikke noteret"), ("present", "Til stede"), ("apology", "Afbud"), ("absent", "Fraværende")],
        blank=True,
    )
    history = history()

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "person"], name="attendance_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.status or self.reply}"


class Decision(Noun):
    """What the body decided on an item: outcome, text, number, and from when it counts."""

    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, related_name="decisions")
    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="decisions")
    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=24, choices=choices(labels.OUTCOME))
    text = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=choices(labels.DECISION), default=s.DecisionState.PROVISIONAL.value)
    year = models.PositiveIntegerField(null=True, blank=True)
    serial = models.PositiveIntegerField(null=True, blank=True)
    number = models.CharField(max_length=30, blank=True)
    waits_for_minutes = models.BooleanField(default=False)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    confirmed_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    # Where the secretary clicked with the chair beside: the one who led the meeting confirmed.
    on_behalf_of = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    in_force_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["treatment"], name="decision_once_per_treatment"),
            models.UniqueConstraint(
                fields=["body", "year", "serial"], name="decision_number_once", condition=Q(serial__isnull=False)
            ),
        ]
        indexes: ClassVar = [models.Index(fields=["body", "-in_force_at"], name="decision_log_idx")]

    def __str__(self) -> str:
        return self.number or f"Foreløbig beslutning ({self.treatment})"


class Effect(Noun):
    """A typed change that a decision carries (*virkning*). Hangs on an at-sentence; runs once or not at all.

    `expected` holds only those fields of the target that the command reads or writes, as they were when the
    indstilling was written or as an earlier effect of the same meeting leaves them.
    """

    point = models.ForeignKey(RecommendationPoint, on_delete=models.CASCADE, related_name="effects")
    position = models.PositiveIntegerField(default=0)
    command = models.CharField(max_length=60)
    project = models.ForeignKey(Project, on_delete=models.PROTECT, null=True, blank=True, related_name="effects")
    args = models.JSONField(default=dict, blank=True)
    expected = models.JSONField(default=dict, blank=True)
    state = models.CharField(max_length=12, choices=choices(labels.EFFECT), default=s.EffectState.PENDING.value)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="effects")
    # Not part of the indstilling: the meeting decided otherwise than recommended.
    made_in_meeting = models.BooleanField(default=False)
    found = models.JSONField(null=True, blank=True)
    conflict_because = models.CharField(max_length=300, blank=True)
    dropped_because = models.TextField(blank=True)
    applied_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["position", "pk"]

    def __str__(self) -> str:
        return f"{self.command} {self.project or ''}".strip()


class FollowUp(Noun):
    """Something that somebody does because of a decision: exactly one responsible, a date, a status."""

    body = models.ForeignKey(Body, on_delete=models.PROTECT, related_name="follow_ups")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups")
    treatment = models.ForeignKey(Treatment, on_delete=models.PROTECT, null=True, blank=True, related_name="follow_ups")
    text = models.CharField(max_length=300)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="follow_ups")
    due = models.DateField(null=True, blank=True)
    state = models.CharField(
        max_length=10, choices=[("open", "Åben"), ("done", "Udført"), ("dropped", "Frafaldet")], default="open"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    # Read in from before the product: the decision it comes from, in its own words.
    imported = models.BooleanField(default=False)
    decision_text = models.CharField(max_length=300, blank=True)
    history = history()

    class Meta:
        indexes: ClassVar = [models.Index(fields=["responsible", "state", "due"], name="followup_mine_idx")]

    def __str__(self) -> str:
        return self.text


class MinutesVersion(models.Model):
    """The minutes as approved: canonical JSON, its SHA-256 and the PDF. Never changed."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="minutes_versions")
    number = models.PositiveIntegerField()
    content = models.TextField()
    sha256 = models.CharField(max_length=64)
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    open_pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    approved_at = models.DateTimeField()
    approved_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        constraints: ClassVar = [models.UniqueConstraint(fields=["meeting", "number"], name="minutes_number_once")]

    def __str__(self) -> str:
        return f"{self.meeting} referat {self.number}"


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
    history = history()

    def __str__(self) -> str:
        return self.text

"""A meeting of a body: the appointment, its deadlines and who came."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.bodies.models import Body, Kommissorium
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.answers import RoomState
from styrehjul.people.models import Person


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
    room_state = models.CharField(max_length=12, choices=choices(labels.ROOM), default=RoomState.WANTED.value)
    # The mailbox of the room, where it has one: it is invited as the people are, and answers for itself.
    room_address = models.EmailField(blank=True)
    # Where the booking stands otherwise: a number in another system, or who said yes.
    room_reference = models.CharField(max_length=120, blank=True)
    # The mailbox that has the meeting in its calendar now, and since when its answer is awaited.
    room_called = models.EmailField(blank=True)
    room_asked_at = models.DateTimeField(null=True, blank=True)
    moved_by_hand = models.BooleanField(default=False)
    calendar_state = models.CharField(max_length=12, choices=choices(labels.CALENDAR), default=s.C.PLANNED.value)
    agenda_state = models.CharField(max_length=12, choices=choices(labels.AGENDA), default=s.A.OPEN.value)
    minutes_state = models.CharField(max_length=12, choices=choices(labels.MINUTES), default=s.M.NONE.value)
    cancelled_because = models.TextField(blank=True)
    # iTIP: stored once, so that a changed host or title never makes a second calendar entry.
    ical_uid = models.CharField(max_length=160, blank=True)
    ical_sequence = models.PositiveIntegerField(default=0)
    ical_stamp = models.DateTimeField(null=True, blank=True)
    # The sequence that the present time was told with: an answer to a lower one is an answer to another time.
    ical_time_sequence = models.PositiveIntegerField(default=0)
    # Why the agenda was sent after its deadline; shown in the mail and on the page, never inside the approved PDF.
    late_dispatch_because = models.TextField(blank=True)
    # The preparing body's chair has said that the material is ready, where the body asks for it.
    material_ready_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    material_ready_at = models.DateTimeField(null=True, blank=True)
    # What was changed after that, so that the page can say why it must be said again.
    material_changed = models.CharField(max_length=300, blank=True)
    # When the members were asked what the meeting should take up.
    items_called_at = models.DateTimeField(null=True, blank=True)
    # What somebody held against the agenda when the meeting adopted it.
    agenda_objections = models.TextField(blank=True)
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
    # What was answered to a time that the meeting has been moved from.
    former_reply = models.CharField(max_length=10, blank=True)
    # The person's own words with an answer from the calendar, and that answer's stamp: an older one never replaces it.
    reply_comment = models.CharField(max_length=300, blank=True)
    reply_stamp = models.DateTimeField(null=True, blank=True)
    # The mailbox that has the meeting in its calendar now; "" when the person was never called, or taken out again.
    called_address = models.EmailField(blank=True)
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

"""A seminar that is more than a date: its hours and seats, programme, those who come, and what is to be done first."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.db.models import F, Q

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.people.models import Person
from styrehjul.wheel import labels
from styrehjul.wheel.domain.seminars import Place
from styrehjul.wheel.models.occurrences import Occurrence


class Seminar(Noun):
    """The hours, seats and sign-up of one occurrence. There is one when somebody has written its hours."""

    occurrence = models.OneToOneField(Occurrence, on_delete=models.CASCADE, related_name="seminar")
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    # None: as many as want to.
    capacity = models.PositiveIntegerField(null=True, blank=True)
    sign_up_until = models.DateField(null=True, blank=True)
    open_since = models.DateTimeField(null=True, blank=True)
    # The entry in the participants' calendars: one for the seminar's life, whatever it is called or moved to.
    ical_uid = models.CharField(max_length=120, blank=True)
    ical_sequence = models.PositiveIntegerField(default=0)
    ical_stamp = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(name="seminar_hours", condition=Q(ends_at__gt=F("starts_at"))),
            models.CheckConstraint(name="seminar_seats", condition=Q(capacity__isnull=True) | Q(capacity__gte=1)),
        ]

    def __str__(self) -> str:
        return str(self.occurrence)


class SeminarPoint(Noun):
    """A point of the programme."""

    seminar = models.ForeignKey(Seminar, on_delete=models.CASCADE, related_name="points")
    starts_at = models.TimeField()
    ends_at = models.TimeField()
    title = models.CharField(max_length=200)
    who = models.CharField(max_length=160, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["starts_at", "pk"]
        constraints: ClassVar = [
            models.CheckConstraint(name="seminar_point_hours", condition=Q(ends_at__gt=F("starts_at")))
        ]

    def __str__(self) -> str:
        return self.title


class SeminarParticipant(Noun):
    """Somebody who signed up: with a seat, waiting for one, or no longer coming."""

    seminar = models.ForeignKey(Seminar, on_delete=models.CASCADE, related_name="participants")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    place = models.CharField(max_length=10, choices=choices(labels.PLACE), default=Place.SEAT.value)
    # When they signed up last: the order of the waiting list.
    signed_at = models.DateTimeField()
    history = history()

    class Meta:
        ordering: ClassVar = ["signed_at", "pk"]
        constraints: ClassVar = [models.UniqueConstraint(fields=["seminar", "person"], name="seminar_participant_once")]

    def __str__(self) -> str:
        return str(self.person)


class SeminarTask(Noun):
    """Something to do before the seminar, or after it. `days` before the date; negative after it."""

    seminar = models.ForeignKey(Seminar, on_delete=models.CASCADE, related_name="tasks")
    title = models.CharField(max_length=200)
    responsible = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due = models.DateField()
    days = models.IntegerField()
    done_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["due", "pk"]

    def __str__(self) -> str:
        return self.title

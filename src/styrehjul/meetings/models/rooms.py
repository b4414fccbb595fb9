"""Rooms that have a calendar of their own, and the tests of whether they answer."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from styrehjul.audit.nouns import Noun, history
from styrehjul.kernel.choices import choices
from styrehjul.meetings import labels
from styrehjul.meetings.domain.rooms import TestState


class Room(Noun):
    """A room with a mailbox. Meetings held at a place of that name ask it by themselves."""

    name = models.CharField(max_length=160, unique=True)
    address = models.EmailField()
    history = history()

    class Meta:
        ordering: ClassVar = ["name", "pk"]

    def __str__(self) -> str:
        return self.name


class RoomTest(Noun):
    """One *Test lokale*: a short booking that is asked for, answered or not, and called off again."""

    room = models.ForeignKey(Room, on_delete=models.CASCADE, related_name="tests")
    address = models.EmailField()
    starts_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    state = models.CharField(max_length=12, choices=choices(labels.ROOM_TEST), default=TestState.AWAITING.value)
    ical_uid = models.CharField(max_length=160, unique=True)
    ical_stamp = models.DateTimeField()
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    # When the booking was called off again; a room that said no has nothing to call off.
    cancelled_at = models.DateTimeField(null=True, blank=True)
    history = history()

    class Meta:
        ordering: ClassVar = ["-asked_at", "-pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["room"], name="room_test_one_at_a_time", condition=models.Q(state=TestState.AWAITING.value)
            )
        ]

    def __str__(self) -> str:
        return f"{self.room} {self.starts_at:%Y-%m-%d}"

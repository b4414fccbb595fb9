"""The outbox: mail that was promised in a transaction and is sent after it."""

from __future__ import annotations

import uuid
from typing import ClassVar

from django.db import models

from styrehjul.kernel.choices import choices
from styrehjul.mail import labels
from styrehjul.mail.domain import State


class OutboxQuerySet(models.QuerySet["OutboxMessage"]):
    """The outbox as the pages and the worker look at it."""

    def about(self, subject_type: str, subject_uuid: object) -> OutboxQuerySet:
        """What was or will be sent about one thing, for instance a meeting."""
        return self.filter(subject_type=subject_type, subject_uuid=str(subject_uuid))

    def needing_a_person(self) -> OutboxQuerySet:
        """Not delivered, or nobody knows: somebody must look."""
        return self.filter(state__in=(State.FAILED.value, State.UNKNOWN.value))


class OutboxMessage(models.Model):
    """One mail to one recipient. `message_id` is made once and never changes, whatever is tried again."""

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=200, unique=True)
    recipient = models.EmailField()
    recipient_name = models.CharField(max_length=160, blank=True)
    # "Norddjurs Kommune <moeder@norddjurs.dk>"; empty means the setting. The organizer of an invitation is the same.
    sender = models.CharField(max_length=320, blank=True)
    reply_to = models.CharField(max_length=200, blank=True)
    subject = models.CharField(max_length=300)
    text_body = models.TextField()
    html_body = models.TextField(blank=True)
    calendar = models.TextField(blank=True)
    calendar_method = models.CharField(max_length=10, blank=True)
    attachments = models.JSONField(default=list, blank=True)
    message_id = models.CharField(max_length=200, unique=True)
    subject_type = models.CharField(max_length=40, blank=True)
    subject_uuid = models.CharField(max_length=36, blank=True)
    state = models.CharField(max_length=10, choices=choices(labels.STATE), default=State.PENDING.value)
    attempts = models.PositiveIntegerField(default=0)
    next_try = models.DateTimeField()
    claimed_at = models.DateTimeField(null=True, blank=True)
    last_error = models.TextField(blank=True)
    smtp_answer = models.TextField(blank=True)
    created_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True, blank=True)

    objects = OutboxQuerySet.as_manager()

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(state__in=[state.value for state in State]), name="outbox_state_known"
            ),
        ]
        indexes: ClassVar = [
            # The worker asks for what is due; a meeting's page for what became of its own mails.
            models.Index(fields=["state", "next_try"], name="outbox_due_idx"),
            models.Index(fields=["subject_type", "subject_uuid"], name="outbox_subject_idx"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class InboxMark(models.Model):
    """How far the mailbox of calendar answers has been read. The mailbox itself is never changed."""

    folder = models.CharField(max_length=320, unique=True)
    # The server's own number for this life of the folder; another one means that the counting begins again.
    validity = models.BigIntegerField()
    last_uid = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.folder}: {self.last_uid}"

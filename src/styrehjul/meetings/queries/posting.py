"""What became of the mails about a meeting, its items and its decisions."""

from __future__ import annotations

from collections import Counter

from django.db.models import Q

from styrehjul.mail.domain import State
from styrehjul.mail.models import OutboxMessage, OutboxQuerySet
from styrehjul.meetings.models import Decision, Meeting, Treatment

# Where a person must look: not delivered, nobody knows, or held back after a restore.
STUCK = (State.FAILED.value, State.UNKNOWN.value, State.HELD.value)


def mails_of(meeting: Meeting) -> OutboxQuerySet:
    """Every mail about the meeting itself, its items and its decisions."""
    items = [str(uuid) for uuid in meeting.treatments.values_list("uuid", flat=True)]
    decisions = [str(uuid) for uuid in Decision.objects.filter(meeting=meeting).values_list("uuid", flat=True)]
    about = Q(subject_type="meeting", subject_uuid=str(meeting.uuid))
    about |= Q(subject_type="treatment", subject_uuid__in=items)
    about |= Q(subject_type="decision", subject_uuid__in=decisions)
    return OutboxMessage.objects.filter(about)


def stuck_mails(bodies: frozenset[int]) -> dict[Meeting, int]:
    """Meetings of those bodies with mails that did not simply arrive, and how many. Mostly there are none."""
    rows = Counter(OutboxMessage.objects.filter(state__in=STUCK).values_list("subject_type", "subject_uuid"))
    if not rows:
        return {}
    found: Counter[int] = Counter()
    uuids = {kind: [uuid for about, uuid in rows if about == kind] for kind in ("meeting", "treatment", "decision")}
    places = (
        ("meeting", Meeting.objects.filter(uuid__in=uuids["meeting"]).values_list("uuid", "pk")),
        ("treatment", Treatment.objects.filter(uuid__in=uuids["treatment"]).values_list("uuid", "meeting_id")),
        ("decision", Decision.objects.filter(uuid__in=uuids["decision"]).values_list("uuid", "meeting_id")),
    )
    for kind, pairs in places:
        for uuid, meeting in pairs:
            if meeting is not None:
                found[meeting] += rows[kind, str(uuid)]
    meetings = Meeting.objects.filter(pk__in=list(found), body__in=bodies).select_related("body").order_by("starts_at")
    return {meeting: found[meeting.pk] for meeting in meetings}

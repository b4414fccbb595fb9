"""What became of the mails about a meeting, its items and its decisions."""

from __future__ import annotations

from collections import Counter

from styrehjul.audit.current import kept
from styrehjul.mail.domain import State
from styrehjul.mail.models import OutboxMessage, OutboxQuerySet
from styrehjul.meetings.models import Decision, Meeting, Treatment

# Where a person must look: not delivered, nobody knows, or held back after a restore.
STUCK = (State.FAILED.value, State.UNKNOWN.value, State.HELD.value)


def mails_of(meeting: Meeting) -> OutboxQuerySet:
    """Every mail about the meeting itself, its items and its decisions."""
    about = kept(("mail_subjects", meeting.pk), lambda: _subjects(meeting), of=(meeting,))
    # No two of them have the same key, so which is which need not be said.
    return OutboxMessage.objects.filter(subject_type__in=("meeting", "treatment", "decision"), subject_uuid__in=about)


def _subjects(meeting: Meeting) -> tuple[str, ...]:
    """The keys of the meeting, its items and its decisions."""
    items = meeting.treatments.order_by().values_list("uuid", flat=True)
    decisions = Decision.objects.filter(meeting=meeting).order_by().values_list("uuid", flat=True)
    return (str(meeting.uuid), *(str(uuid) for uuid in items.union(decisions)))


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

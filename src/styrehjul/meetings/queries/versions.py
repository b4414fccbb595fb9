"""Which version of an agenda or of minutes is the last, and who approved it."""

from __future__ import annotations

from styrehjul.meetings.models import AgendaVersion, Approval, Dispatch, Meeting, MinutesVersion


def version_of(meeting: Meeting) -> AgendaVersion | None:
    """The last agenda that was built, or None."""
    return meeting.versions.select_related("members_pdf", "open_pdf", "reading_copy").order_by("-number").first()


def next_number(meeting: Meeting) -> int:
    """The number of the version that is built next."""
    last = version_of(meeting)
    return last.number + 1 if last else 1


def approval_of(meeting: Meeting) -> Approval | None:
    """The approval that holds, or None."""
    found = Approval.objects.filter(version__meeting=meeting, voided_at__isnull=True)
    return found.select_related("person", "version").order_by("-pk").first()


def approvals_of(meeting: Meeting) -> list[Approval]:
    """Every approval, also those that fell, newest first."""
    return list(Approval.objects.filter(version__meeting=meeting).select_related("person", "version").order_by("-pk"))


def dispatch_of(meeting: Meeting) -> Dispatch | None:
    """The last sending, or None."""
    return meeting.dispatches.select_related("version__open_pdf", "by").order_by("-number").first()


def minutes_of(meeting: Meeting) -> MinutesVersion | None:
    """The approved minutes, or None."""
    return meeting.minutes_versions.select_related("pdf", "open_pdf", "approved_by").order_by("-number").first()


def next_minutes_number(meeting: Meeting) -> int:
    """The number of the minutes that are built next."""
    last = minutes_of(meeting)
    return last.number + 1 if last else 1

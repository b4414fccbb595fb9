"""The versions of an agenda, and what differs between two of them, for whoever may read the agenda."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrehjul.kernel.danish import moment_text
from styrehjul.meetings.models import AgendaVersion, Dispatch, Meeting
from styrehjul.meetings.reading.difference import WHAT, compared, reader_of
from styrehjul.meetings.views.approval import kept_versions
from styrehjul.meetings.views.common import can, head_of, the_meeting
from styrehjul.people.entry import allowed, page, today
from styrehjul.people.models import Person


@page("agenda.see")
@require_safe
def versions(request: HttpRequest, pk: int) -> HttpResponse:
    """Every version for those who prepare, those that were sent for everybody else who may read the agenda.

    With `fra` and `til` the difference between two of them.
    """
    found = the_meeting(pk)
    person = allowed(request, "agenda.see", found)
    prepares = can(person, "agenda.prepare", found)
    known = _readable(found, prepares=prepares)
    numbers = [request.GET.get(name, "") for name in ("fra", "til")]
    if any(numbers):
        return render(request, "meetings/difference.html", _difference(found, person, known, numbers))
    rows = kept_versions(found) if prepares else _sent_rows(found, person, known)
    context = {"meeting": found, "head": head_of(found), "versions": rows, "choices": [v.number for v in known]}
    return render(request, "meetings/versions.html", context)


def _readable(found: Meeting, *, prepares: bool) -> list[AgendaVersion]:
    """The versions that one may compare: every one of them, or those that were sent."""
    rows = found.versions.select_related("made_by").order_by("number")
    return list(rows if prepares else rows.filter(dispatches__isnull=False).distinct())


def _sent_rows(found: Meeting, person: Person, known: Sequence[AgendaVersion]) -> list[dict[str, Any]]:
    reader = reader_of(found, person, today())
    sent = {row.version_id: row for row in found.dispatches.all()}
    rows = []
    for index, version in enumerate(known):
        before = known[index - 1] if index else None
        changes = compared(before, version, reader).changes if before else ()
        rows.append(
            {
                "title": _("Version %(n)d") % {"n": version.number},
                "aside": _("udsendt %(at)s") % {"at": moment_text(sent[version.pk].at)},
                "number": version.number,
                "sha256": version.sha256,
                "short_sum": version.sha256[:12],
                "changes": changes,
                "changes_title": _("Ændret siden version %(n)d") % {"n": before.number} if before else "",
                "difference_url": difference_url(found, before.number, version.number) if before else "",
                "lines": (),
                "files": (),
            }
        )
    return list(reversed(rows))


def difference_url(found: Meeting, old: int, new: int) -> str:
    """Where the difference between two versions is read."""
    return f"{reverse('meetings:versions', kwargs={'pk': found.pk})}?fra={old}&til={new}"


def _difference(found: Meeting, person: Person, known: Sequence[AgendaVersion], asked: Sequence[str]) -> dict[str, Any]:
    by_number = {str(version.number): version for version in known}
    old, new = (by_number.get(number) for number in asked)
    if old is None or new is None:
        raise Http404
    told = compared(old, new, reader_of(found, person, today()))
    sent = Dispatch.objects.filter(meeting=found, version=new).order_by("number").first()
    return {
        "meeting": found,
        "head": head_of(found),
        "trail": [*head_of(found).trail_here, (_("Versioner"), reverse("meetings:versions", kwargs={"pk": found.pk}))],
        "old": old.number,
        "new": new.number,
        "choices": [version.number for version in known],
        "said": _("Version %(n)d er udsendt %(at)s.") % {"n": new.number, "at": moment_text(sent.at)} if sent else "",
        "changes": told.changes,
        "difference": told.difference,
        "items": [(item, WHAT[item.what]) for item in told.difference.items],
    }

"""The chair's answer to a wish to move a meeting whose agenda was sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import ZONE, clock, weekday_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.moving import confirm_move, decline_move, waiting_for
from styrehjul.meetings.forms.meeting import MoveForm
from styrehjul.meetings.models import Meeting, MoveRequest
from styrehjul.meetings.queries.whynot import not_allowed
from styrehjul.meetings.views.calendar import preview_of
from styrehjul.meetings.views.common import can, head_of, the_meeting
from styrehjul.people.entry import act, allowed, now, page, person_of
from styrehjul.people.models import Person


@page("meeting.move")
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """What the move means, and *Bekræft*; the one who asked can take the wish back."""
    found = the_meeting(pk)
    person = _person(request, found)
    confirming = can(person, "meeting.confirm_move", found)
    if request.method != "POST":
        return render(request, "meetings/answer_move.html", _context(found, person))
    comment = request.POST.get("comment", "")
    try:
        wish = waiting_for(found)
        if request.POST.get("do") == "confirm":
            allowed(request, "meeting.confirm_move", found)
            return act(
                request, lambda: confirm_move(wish, by=person, at=now()),
                then=found.get_absolute_url(), said=_("Mødet er flyttet, og alle har fået besked."),
            )  # fmt: skip
        said = _("Mødet holdes til den tid, der er indkaldt til.")
        return act(
            request, lambda: decline_move(wish, comment=comment, by=person, at=now()),
            then=found.get_absolute_url(), said=said if confirming else _("Ønsket er trukket tilbage."),
        )  # fmt: skip
    except Refused as refused:
        context = _context(the_meeting(pk), person) | {"refusal": refused}
        return render(request, "meetings/answer_move.html", context, status=409)


def _person(request: HttpRequest, found: Meeting) -> Person:
    """Whoever may move the meeting, or confirm that it moves."""
    person = person_of(request)
    return person if can(person, "meeting.confirm_move", found) else allowed(request, "meeting.move", found)


def _context(found: Meeting, person: Person) -> dict[str, Any]:
    context: dict[str, Any] = {"meeting": found, "head": head_of(found), "wish": None}
    wish = found.move_requests.filter(state="asked").select_related("asked_by").first()
    if wish is None:
        return context
    return context | {
        "wish": wish,
        "old": _when(found),
        "new": _when(wish),
        "preview": _preview(found, person, wish),
        "reasons": not_allowed("meeting.confirm_move", found, person, now()),
        "own": wish.asked_by_id == person.pk,
    }


def _when(what: Meeting | MoveRequest) -> str:
    start = what.starts_at.astimezone(ZONE)
    return f"{weekday_text(start.date(), year=True)} kl. {clock(what.starts_at)}\u2013{clock(what.ends_at)}"


def _preview(found: Meeting, person: Person, wish: MoveRequest) -> dict[str, Any]:
    start, end = wish.starts_at.astimezone(ZONE), wish.ends_at.astimezone(ZONE)
    form = MoveForm({
        "day": start.date().isoformat(), "start": f"{start:%H:%M}", "end": f"{end:%H:%M}", "version": found.version,
    })  # fmt: skip
    return preview_of(found, person, form) if form.is_valid() else {}

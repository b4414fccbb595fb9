"""Calling people to meetings, one or a whole year's, and where the meeting is held."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from styrehjul.kernel.danish import weekday_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.answers import RoomState
from styrehjul.meetings.forms.meeting import CallYearForm, RoomForm
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.answers import known_rooms
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.rooms import free_rooms
from styrehjul.meetings.queries.seats import receivers
from styrehjul.meetings.reading.words import day_of, hours, short_title
from styrehjul.meetings.views.common import can, head_of, the_meeting
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.people.models import Person
from styrehjul.ui import refusals

ROOM = "meetings/room.html"


@page("meeting.invite")
@require_POST
def invite(request: HttpRequest, pk: int) -> HttpResponse:
    """*Indkald*: each at the table gets the meeting in their calendar."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.invite", found)
    return act(
        request, lambda: actions.invite(found, by=person, at=now()),
        then=found.get_absolute_url(), said=_("Indkaldelsen er sendt."),
    )  # fmt: skip


@page("meeting.invite")
def room(request: HttpRequest, pk: int) -> HttpResponse:
    """Where the meeting is, and what became of the room's booking."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.invite", found)
    rooms = known_rooms()
    states = [(value, label) for value, label in Meeting._meta.get_field("room_state").flatchoices]
    initial = {name: getattr(found, name) for name in ("place", "link", "room_state", "room_reference")}
    initial["room_address"] = found.room_address or rooms.get(found.place, "")
    posted = request.POST if request.method == "POST" else None
    form = RoomForm(posted, states=states, initial=initial, places=list(rooms)[:30])
    called = found.calendar_state == s.C.INVITED
    context = {
        "heading": _("Lokale og sted"),
        "lead": short_title(found),
        "trail": head_of(found).trail_here,
        "form": form,
        "cancel": found.get_absolute_url(),
        "line": _("Ændres stedet, får alle indkaldte en opdateret indkaldelse.") if called else "",
        "more": [form[name] for name in ("room_reference", "room_address")],
        "open": any(initial[name] for name in ("room_reference", "room_address")) or bool(form.errors),
    }
    if found.room_state in (RoomState.DECLINED.value, RoomState.NO_ANSWER.value):
        context["stuck"] = found.get_room_state_display()
        context["others"] = free_rooms(found)
        context["move_url"] = reverse("meetings:move", kwargs={"pk": pk}) if can(person, "meeting.move", found) else ""
    if posted is None:
        return render(request, ROOM, context)
    if not form.is_valid():
        return render(request, ROOM, context, status=422)
    data: dict[str, Any] = form.cleaned_data
    data["link"] = data["link"] or ""
    if data["place"].strip() != found.place and data["room_address"] == initial["room_address"]:
        # Another place has its own mailbox, or none.
        data["room_address"] = rooms.get(data["place"].strip(), "")
    try:
        return act(
            request,
            lambda: actions.set_room(found, by=person, at=now(), **data),
            then=found.get_absolute_url(),
            said=_("Gemt."),
        )
    except Refused as refused:
        return render(request, ROOM, context | {"refusal": refused}, status=409)


@page("meeting.invite")
def invite_year(request: HttpRequest, year: int) -> HttpResponse:
    """*Indkald hele året*: first who is called to what and what is missing, then one invitation for each meeting."""
    person = allowed(request, "meeting.invite")
    meetings = _uncalled(year, person)
    form = CallYearForm(request.POST if request.method == "POST" else None)
    rows = [_row(meeting) for meeting in meetings]
    places = any(row["no_place"] for row in rows)
    context: dict[str, Any] = {
        "year": str(year),
        "trail": [(_("Møder"), reverse("meetings:index"))],
        "rows": rows,
        "form": form if places else None,
        "ready": sum(not row["reasons"] for row in rows),
        "mails": sum(row["count"] for row in rows if not row["reasons"]),
    }
    if request.method != "POST":
        return render(request, "meetings/invite_year.html", context)
    if not form.is_valid():
        return render(request, "meetings/invite_year.html", context, status=422)
    place = form.cleaned_data["place"].strip()
    chosen = [row["meeting"] for row in rows if not row["reasons"] and (place or not row["no_place"])]
    if not chosen:
        raise Refused("meeting.none_to_call", year=str(year))
    n = len(chosen)
    return act(
        request,
        lambda: actions.invite_many(chosen, place=place, by=person, at=now()),
        then=f"{reverse('meetings:index')}?aar={year}",
        said=ngettext("Der er indkaldt til %(n)d møde.", "Der er indkaldt til %(n)d møder.", n) % {"n": n},
    )


def _uncalled(year: int, person: Person) -> list[Meeting]:
    """The year's meetings ahead that nobody has been called to, of the bodies that the person calls for."""
    found = Meeting.objects.filter(
        year=year, calendar_state=s.C.PLANNED.value, starts_at__gt=now(), before_use=False
    ).select_related("body")
    return [meeting for meeting in found.order_by("starts_at") if can(person, "meeting.invite", meeting)]


def _row(meeting: Meeting) -> dict[str, Any]:
    lacks = guards.lacks_for_invitation(meeting_facts(meeting, items=(), people=True, with_effects=False), at=now())
    reasons: list[Reason] = [reason for reason in lacks if reason.code != "meeting.no_place"]
    return {
        "meeting": meeting,
        "title": meeting.body.name,
        "when": f"{weekday_text(day_of(meeting.starts_at))} {hours(meeting)}",
        "place": meeting.place or meeting.link,
        "no_place": len(reasons) < len(lacks),
        "count": sum(one.has_address for one in receivers(meeting)),
        "reasons": [refusals.sentence(reason) for reason in reasons],
        "url": meeting.get_absolute_url(),
    }

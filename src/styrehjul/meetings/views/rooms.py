"""Rooms with a calendar of their own: registered, tried, and asked for all the meetings that are to be held there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import clock, weekday_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain.rooms import TestState
from styrehjul.meetings.forms.meeting import RoomKeptForm
from styrehjul.meetings.models import Room, RoomTest
from styrehjul.meetings.queries.rooms import rooms, unasked, undelivered
from styrehjul.meetings.reading.words import day_of, hours, short_title
from styrehjul.meetings.views.common import can
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.people.models import Person
from styrehjul.ui import refusals

PAGE = "meetings/rooms.html"
LEVELS = {
    TestState.ACCEPTED.value: "success", TestState.DECLINED.value: "warning", TestState.NO_ANSWER.value: "error",
    TestState.DOUBTFUL.value: "warning", TestState.AWAITING.value: "info",
}  # fmt: skip


@page("room.keep")
def index(request: HttpRequest) -> HttpResponse:
    """The rooms, what the last test of each came to, and a form for one more."""
    person = allowed(request, "room.keep")
    known, posted = rooms(), request.POST if request.method == "POST" else None
    which = request.POST.get("which", "")
    chosen = next((room for room in known if str(room.pk) == which), None)
    if chosen is not None and "try" in request.POST:
        return act(
            request, lambda: actions.try_room(chosen, by=person, at=now()),
            then=f"{reverse('meetings:rooms')}#lokale-{chosen.pk}", said=_("Lokalet er spurgt. Svaret vises her."),
        )  # fmt: skip
    if chosen is not None and "book" in request.POST:
        return act(
            request, lambda: actions.book_ahead(chosen, by=person, at=now()),
            then=f"{reverse('meetings:rooms')}#lokale-{chosen.pk}", said=_("Lokalet er spurgt om møderne."),
        )  # fmt: skip
    forms = {room.pk: _form(room, posted if room == chosen else None) for room in known}
    forms[0] = _form(None, posted if chosen is None else None)
    context = _context(known, forms, person)
    if posted is None:
        return render(request, PAGE, context)
    form = forms[chosen.pk if chosen else 0]
    if not form.is_valid():
        return render(request, PAGE, context, status=422)
    try:
        return act(
            request, lambda: actions.keep_room(chosen, by=person, at=now(), **form.cleaned_data),
            then=reverse("meetings:rooms"), said=_("Gemt."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, PAGE, context | {"refusal": refused}, status=409)


def _form(room: Room | None, posted: Any) -> RoomKeptForm:
    initial = {"name": room.name, "address": room.address} if room else {}
    return RoomKeptForm(posted, prefix=f"l{room.pk if room else 0}", initial=initial)


def _context(known: list[Room], forms: dict[int, RoomKeptForm], person: Person) -> dict[str, Any]:
    missing = unasked(known, now())
    last = {room.pk: next(iter(room.tests.all()), None) for room in known}
    stuck = undelivered([test for test in last.values() if test])
    no_inbox = Reason("room.no_inbox")
    rows = []
    for room in known:
        meetings = [meeting for meeting in missing[room.pk] if can(person, "meeting.invite", meeting)]
        n = len(meetings)
        rows.append(
            {
                "room": room,
                "anchor": f"lokale-{room.pk}",
                "form": forms[room.pk],
                "test": _test(last[room.pk], stuck),
                "meetings": [f"{short_title(meeting)} {hours(meeting)}" for meeting in meetings],
                "book": ngettext("Spørg lokalet om mødet", "Spørg lokalet om de %(n)d møder", n) % {"n": n},
            }
        )
    return {
        "trail": [(_("Møder"), reverse("meetings:index"))],
        "rows": rows,
        "new": forms[0],
        "lacks": "" if settings.IMAP_HOST else f"{refusals.sentence(no_inbox)} {refusals.way(no_inbox)}",
    }


def _test(test: RoomTest | None, stuck: dict[str, str]) -> dict[str, Any] | None:
    """What came of it, and what that means for whoever is to rely on the room."""
    if test is None:
        return None
    found = {"at": test.asked_at, "running": test.state == TestState.AWAITING.value}
    if str(test.uuid) in stuck:
        text = _("Ret lokalets mailadresse, eller bed it-afdelingen se på mailen.")
        return found | {"level": "error", "state": _("Mailen kom ikke frem"), "text": text}
    when = f"{weekday_text(day_of(test.starts_at))} kl. {clock(test.starts_at)}"
    words = {
        TestState.AWAITING.value: _("Lokalet er spurgt om %(when)s. De fleste svarer inden for få minutter."),
        TestState.ACCEPTED.value: _("Bookingen %(when)s er aflyst igen. Lokalet kan bookes herfra."),
        TestState.DECLINED.value: _(
            "Lokalet sagde nej til %(when)s: det er optaget, eller det må ikke bookes herfra. "
            "Spørg it-afdelingen, hvis det gentager sig."
        ),
        TestState.NO_ANSWER.value: _(
            "Lokalet sagde intet i et døgn. Bed it-afdelingen lade lokalet svare på indkaldelser udefra."
        ),
        TestState.DOUBTFUL.value: _(
            "Der kom et svar, men afsenderen kunne ikke bekræftes. Bed it-afdelingen se på mailens underskrift."
        ),
    }
    text = words[test.state] % {"when": when}
    return found | {"level": LEVELS[test.state], "state": test.get_state_display(), "text": text}

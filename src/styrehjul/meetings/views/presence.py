"""Who is there at one item: comings and goings, guests, and those who may not take part."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain.presence import Presence
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.forms.persons import find_people
from styrehjul.meetings.models import ItemPresence, Treatment
from styrehjul.meetings.views.common import the_item
from styrehjul.people.entry import act, now, page, today


@page("presence.note")
@require_POST
def note(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Somebody came, left, is a guest or may not take part in the item."""
    found, person = the_item(request, pk, item, "presence.note")
    kind, typed = request.POST.get("kind", ""), request.POST.get("who", "").strip()
    known = find_people(typed, today()) if typed else []
    if len(known) > 1:
        raise Refused("presence.nobody")
    who = known[0] if known else None
    # Guests from outside have a name and no person; everybody else is somebody we know.
    name = typed if kind == Presence.GUEST.value else ""
    return act(
        request,
        lambda: actions.note_presence(
            found, kind=kind, person=who, name=name, note=request.POST.get("note", ""), by=person, at=now()
        ),
        then=_back(found),
        said=_("Noteret."),
    )


@page("presence.note")
@require_POST
def forget(request: HttpRequest, pk: int, item: int, row: int) -> HttpResponse:
    """Take away what was noted by mistake."""
    found, person = the_item(request, pk, item, "presence.note")
    noted = get_object_or_404(ItemPresence, pk=row, treatment=found)
    return act(
        request, lambda: actions.forget_presence(noted, by=person, at=now()), then=_back(found), said=_("Fjernet.")
    )


def _back(found: Treatment) -> str:
    assert found.meeting is not None
    running = found.meeting.minutes_state == MinutesState.DRAFT.value
    return f"{found.meeting.get_absolute_url()}afhold/#punkt-{found.pk}" if running else found.get_absolute_url()

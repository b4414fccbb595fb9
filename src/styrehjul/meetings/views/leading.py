"""*Giv mødeledelsen videre* while the meeting runs."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.meetings import actions
from styrehjul.meetings.views.common import the_meeting
from styrehjul.meetings.views.holding import hold_url
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.people.models import Person


@page("meeting.lead")
@require_POST
def hand_over(request: HttpRequest, pk: int) -> HttpResponse:
    """Another member leads from now on."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.lead", found)
    key = request.POST.get("person", "")
    to = get_object_or_404(Person, pk=int(key) if key.isdecimal() and len(key) < 12 else 0)
    return act(
        request, lambda: actions.hand_over_lead(found, to, by=person, at=now()),
        then=f"{hold_url(found)}#fremmoede" if to.pk != person.pk else hold_url(found),
        said=_("%(who)s leder mødet fra nu af.") % {"who": to.name},
    )  # fmt: skip

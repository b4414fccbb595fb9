"""A mail of a meeting that did not simply arrive: sent again, or told to have arrived by other means."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.mail.actions import mark_sent, resend
from styrehjul.meetings.queries.posting import mails_of
from styrehjul.meetings.views.common import the_meeting
from styrehjul.people.entry import act, allowed, now, page


@page("agenda.dispatch")
@require_POST
def settle(request: HttpRequest, pk: int, message: int) -> HttpResponse:
    """*Send igen*, as the same message, or *Markér som sendt*."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.dispatch", found)
    row = get_object_or_404(mails_of(found), pk=message)
    by_hand = request.POST.get("do") == "mark"
    return act(
        request,
        lambda: (mark_sent if by_hand else resend)(row, by=person, at=now()),
        then=f"{found.get_absolute_url()}#om",
        said=_("Mailen er markeret som sendt.") if by_hand else _("Mailen sendes igen."),
    )

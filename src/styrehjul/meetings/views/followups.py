"""Follow-ups: the list across bodies, and saying that one is done."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.meetings import actions
from styrehjul.meetings.models import FollowUp
from styrehjul.meetings.reading import followups as reading
from styrehjul.meetings.reading import index
from styrehjul.meetings.views.common import ways
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import visible_to
from styrehjul.ui.lists import ListRequest, ListSpec, download

SPEC = ListSpec(
    filters=("organ", "tilstand", "hvis"),
    sorts={"frist": ("due",), "ansvarlig": ("responsible__name", "due"), "organ": ("body__position", "due")},
    default="frist",
)


@page("followup.see")
@require_safe
def follow_ups(request: HttpRequest) -> HttpResponse:
    """What was agreed to be done; open ones unless others are asked for."""
    person, on = person_of(request), today()
    listing = ListRequest.of(request.GET, SPEC)
    state = listing.value("tilstand") or ("" if "tilstand" in request.GET else "open")
    mine = listing.value("hvis") == "mine"
    found = listing.sorted(reading.follow_ups(person, on, body=listing.value("organ"), state=state, mine=mine))
    if listing.format:
        return download(
            listing.format,
            "opfoelgninger",
            reading.HEADERS,
            reading.table(list(found)),
            xlsx=partial(to_xlsx, _("Opfølgninger")),
            csv=to_csv,
            keys=reading.KEYS,
        )
    shown = listing.page(found)
    context = {
        "ways": ways("follow_ups"),
        "listing": listing,
        "page": replace(shown, items=reading.rows(shown.items, person, on)),
        "lead": ngettext("%(n)d opfølgning", "%(n)d opfølgninger", shown.total) % {"n": shown.total},
        "body": listing.value("organ"),
        "bodies": index.body_choices(),
        "state": state,
        "states": [("open", _("Åbne")), ("done", _("Udførte")), ("dropped", _("Frafaldne"))],
        "whose": listing.value("hvis"),
        "whose_choices": [("mine", _("Mine egne"))],
        "columns": [
            ("", _("Opfølgning"), ""),
            ("ansvarlig", _("Ansvarlig"), ""),
            ("organ", _("Organ"), ""),
            ("frist", _("Frist"), ""),
            ("", _("Beslutning"), ""),
            ("", _("Status"), ""),
            ("", "", ""),
        ],
        "excel_url": listing.url(format="xlsx", tilstand=state),
    }
    return render(request, "meetings/follow_ups.html", context)


@page("followup.finish")
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """*Udført*: by the responsible, or by the secretary."""
    rows = FollowUp.objects.filter(visible_to(person_of(request), "followup.see", on=today())).distinct()
    found = get_object_or_404(rows, pk=pk)
    person = allowed(request, "followup.finish", found)
    back = request.POST.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    return act(
        request,
        lambda: actions.finish_follow_up(found, by=person, at=now()),
        then=back if safe else reverse("meetings:follow_ups"),
        said=_("Opfølgningen er meldt udført."),
    )

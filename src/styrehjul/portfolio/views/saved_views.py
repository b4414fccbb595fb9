"""Keep a list under a name; share it, meet it first, take it away."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page
from styrehjul.portfolio import actions
from styrehjul.portfolio.queries.saved_views import view_of, views_for
from styrehjul.portfolio.views.asked import SPEC
from styrehjul.ui.lists import ListRequest
from styrehjul.ui.refusals import in_full

HERE = "/projekter/visninger/"


@page("view.save")
def saved_views(request: HttpRequest) -> HttpResponse:
    """What the person has kept; the address is the list that can be kept now."""
    person = allowed(request, "view.save")
    query = _plain(request.POST.get("query", "") if request.method == "POST" else request.GET.urlencode())
    refused: Refused | None = None
    fault = ""
    if request.method == "POST":
        try:
            return act(
                request,
                lambda: actions.save_view(
                    name=request.POST.get("name", ""),
                    query=query,
                    shared="shared" in request.POST,
                    standard="standard" in request.POST,
                    by=person,
                    at=now(),
                ),
                then=lambda view: view.get_absolute_url(),
                said=_("Visningen er gemt."),
            )
        except Refused as found:
            if found.code == "busy":
                raise
            # What is wrong with the name stands at its field.
            if found.code in ("view.no_name", "view.long_name"):
                fault = in_full(found)
            else:
                refused = found
    own = [view for view in views_for(person) if view.owner_id == person.pk]
    context = {
        "query": query,
        "own": own,
        "refused": refused,
        "fault": fault,
        "chosen": {name for name in ("shared", "standard") if name in request.POST},
        "name": request.POST.get("name", ""),
        "trail": [(_("Projekter"), "/projekter/?vis=tabel")],
    }
    return render(request, "portfolio/saved_views.html", context, status=409 if refused else 422 if fault else 200)


def _plain(query: str) -> str:
    """The choice without its page: what the list does not know is dropped."""
    listing = ListRequest.of(QueryDict(query), SPEC)
    text = listing.url(page=1).removeprefix("?")
    return text or "vis=tabel"


@page("view.save")
def change_view(request: HttpRequest, key: int) -> HttpResponse:
    """One of one's own: its standard or sharing turned, or the view taken away."""
    person = allowed(request, "view.save")
    view = view_of(person, key)
    if view is None or request.method != "POST":
        raise Http404(_("Visningen er der ikke mere."))
    if "standard" in request.POST:
        wanted = request.POST["standard"] == "ja"
        return act(request, lambda: actions.set_standard(view, standard=wanted, by=person, at=now()), then=HERE, said=_("Din standard er ændret."))  # fmt: skip
    if "shared" in request.POST:
        wanted = request.POST["shared"] == "ja"
        said = _("Visningen er delt med alle.") if wanted else _("Visningen er kun din igen.")
        return act(request, lambda: actions.share_view(view, shared=wanted, by=person, at=now()), then=HERE, said=said)
    return act(
        request, lambda: actions.remove_view(view, by=person, at=now()), then=HERE, said=_("Visningen er fjernet.")
    )

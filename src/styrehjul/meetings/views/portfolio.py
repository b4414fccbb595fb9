"""What the portfolio needs of meetings: from when a body has not heard of changes, two meetings held against each other,
and the changes as an annex to the item that treats them."""

from __future__ import annotations

from datetime import datetime
from itertools import pairwise
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.bodies.models import Body
from styrehjul.documents.files import store_bytes
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.meetings import actions
from styrehjul.meetings.content import heard_until, treats_portfolio
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.models import Annex, Meeting, Treatment
from styrehjul.meetings.queries.meetings import portfolio_cut
from styrehjul.meetings.views.common import the_item
from styrehjul.meetings.views.writing import Beside, save, url_of
from styrehjul.people.entry import act, now, page
from styrehjul.people.models import Person
from styrehjul.portfolio.queries.difference import difference
from styrehjul.portfolio.reports import difference_pdf, file_name


def _held(body: Body) -> list[Meeting]:
    """The body's meetings that were held, the last first."""
    found = Meeting.objects.filter(body=body).exclude(minutes_state=MinutesState.NONE.value)
    return list(found.order_by("-starts_at").prefetch_related("dispatches"))


def _address(body: Body, since: datetime, until: datetime | None = None) -> str:
    parts = {"organ": body.code, "fra": since.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M")}
    if until:
        parts["til"] = until.astimezone(ZONE).strftime("%Y-%m-%dT%H:%M")
    return f"/projekter/aendringer/?{urlencode(parts)}"


@page("project.see")
@require_safe
def since_the_last(request: HttpRequest, code: str) -> HttpResponse:
    """To what has changed since the body last met; a quarter back where it has not met."""
    body = get_object_or_404(Body, code=code)
    held = _held(body)[:1]
    return HttpResponseRedirect(_address(body, portfolio_cut(held[0])) if held else "/projekter/aendringer/?vis=tabel")


@page("project.see")
@require_safe
def choose_meetings(request: HttpRequest) -> HttpResponse:
    """Each body's meetings, each leading to what changed from the one before it, and a choice of any two."""
    asked = [request.GET.get(name, "") for name in ("foer", "efter")]
    if all(text.isdecimal() and len(text) < 10 for text in asked):
        chosen = sorted(
            Meeting.objects.filter(pk__in=asked).select_related("body"), key=lambda meeting: meeting.starts_at
        )
        if len(chosen) == 2 and chosen[0].body_id == chosen[1].body_id:
            return HttpResponseRedirect(_address(chosen[0].body, portfolio_cut(chosen[0]), portfolio_cut(chosen[1])))
    bodies = [
        {"body": body, "meetings": [(held.pk, _named(held)) for held in meetings], "pairs": _pairs(body, meetings)}
        for body in Body.objects.order_by("position", "pk")
        if (meetings := _held(body))
    ]
    context = {
        "bodies": bodies,
        "wrong": bool(any(asked)),
        "trail": [(_("Projekter"), "/projekter/"), (_("Ændringer"), "/projekter/aendringer/")],
    }
    return render(request, "meetings/portfolio_meetings.html", context)


def _named(meeting: Meeting) -> str:
    return day_text(meeting.starts_at.astimezone(ZONE).date())


def _pairs(body: Body, meetings: list[Meeting]) -> list[tuple[str, str]]:
    """ "Siden mødet 9. marts 2027", then from each meeting to the next."""
    found = [(_("Siden mødet %(day)s") % {"day": _named(meetings[0])}, _address(body, portfolio_cut(meetings[0])))]
    for after, before in pairwise(meetings[:7]):
        words = _("Fra %(before)s til %(after)s") % {"before": _named(before), "after": _named(after)}
        found.append((words, _address(body, portfolio_cut(before), portfolio_cut(after))))
    return found


@page("treatment.edit")
@require_POST
def add_changes(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Læg ændringerne på som bilag*: what changed since the body last met, as a PDF that everybody can read."""
    found, person = the_item(request, pk, item, "treatment.edit")
    if not treats_portfolio(found) or found.meeting is None:
        raise Http404
    if "version" in request.POST:
        made = Beside(lambda item: _keep(item, person, now()), _("Ændringerne er lagt på som bilag."))
        return save(request, found, person, beside=made)
    return act(
        request,
        lambda: _keep(found, person, now()),
        then=f"{url_of('edit_item', found)}#bilag",
        said=_("Ændringerne er lagt på som bilag."),
    )


def _keep(item: Treatment, person: Person, at: datetime) -> Annex:
    assert item.meeting is not None  # asked by the view
    since = heard_until(item.meeting, at)
    made = difference_pdf(difference(since, at), since, at, at, item.meeting.body.name)
    kept = store_bytes(
        made, name=file_name("aendringer-i-portefoeljen", at), content_type="application/pdf", kind="upload", at=at,
        created_by_id=str(person.uuid),
    )  # fmt: skip
    title = _("Ændringer i projektporteføljen siden %(day)s") % {"day": day_text(since.astimezone(ZONE).date())}
    return actions.add_annex(item, title=title, file=kept, accessible=True, by=person, at=at)

"""Matters: each lives on across meetings and bodies."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Matter, Meeting, Treatment
from styrehjul.meetings.queries.backlog import OVER
from styrehjul.meetings.queries.backlog import backlog as waiting
from styrehjul.meetings.queries.extended import extended, proposed_items
from styrehjul.meetings.queries.meetings import meetings_that_take
from styrehjul.meetings.reading import course, index
from styrehjul.meetings.reading import matters as reading
from styrehjul.meetings.reading.words import day_of, short_title
from styrehjul.meetings.views.common import can, ways
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.ui.lists import ListRequest, ListSpec

SPEC = ListSpec(
    filters=("q", "organ"), sorts={"sag": ("title",), "senest": ("-updated_at",)}, default="senest", size=50
)


@page("treatment.see")
@require_safe
def matters(request: HttpRequest) -> HttpResponse:
    """The matters that one may read."""
    listing = ListRequest.of(request.GET, SPEC)
    words, body = listing.value("q"), listing.value("organ")
    found = listing.page(listing.sorted(reading.matters(person_of(request), today(), words=words, body=body)))
    context = {
        "ways": ways("matters"),
        "listing": listing,
        "page": replace(found, items=reading.rows(found.items)),
        "lead": ngettext("%(n)d sag", "%(n)d sager", found.total) % {"n": found.total},
        "search": words,
        "waiting": waiting(person_of(request), today()).count(),
        "body": body,
        "bodies": index.body_choices(),
        "columns": [("sag", _("Sag"), ""), ("senest", _("Seneste møde"), ""), ("resultat", _("Resultat"), "")],
    }
    return render(request, "meetings/matters.html", context)


@page("treatment.see")
@require_safe
def matter(request: HttpRequest, pk: int) -> HttpResponse:
    """A matter with its treatments; one without any that the reader may open is not there for them."""
    found = get_object_or_404(Matter.objects.select_related("project").prefetch_related("areas"), pk=pk)
    treatments = course.treatments_of(found, person_of(request), today())
    if not treatments:
        raise Http404
    facts = [(_("Afgøres i"), course.decided_in(treatments))]
    areas = ", ".join(area.name for area in found.areas.all())
    if areas:
        facts.append((_("Områder"), areas))
    if found.record_number:
        facts.append((_("Journalnummer"), found.record_number))
    if found.access != s.Access.OPEN:
        facts.append((_("Adgang"), str(labels.ACCESS[s.Access(found.access)])))
    context = {
        "matter": found,
        "trail": [(_("Sager"), reverse("meetings:matters"))],
        "course": course.whole(found, treatments),
        "facts": facts,
        "project": found.project,
        "edit_url": next(filter(None, (_edit_url(item, person_of(request)) for item in treatments)), ""),
        "proposed": [item for item in treatments if _answers(item, person_of(request))],
    }
    return render(request, "meetings/matter.html", context)


def _answers(item: Treatment, person: Person) -> bool:
    """Whether the item is proposed to a body, and this person takes it in or says no."""
    return item.state == s.T.PROPOSED and item.meeting_id is None and can(person, "item.receive", item.body)


@page("treatment.see")
@require_safe
def backlog(request: HttpRequest) -> HttpResponse:
    """*Venter på et møde*: what a body has taken in and put on no agenda, with *Sæt på møde*."""
    person, on = person_of(request), today()
    rows = [
        {
            "title": item.title,
            "url": f"/sager/{item.matter_id}/",
            "body": item.body.name,
            "came": reading.came_words(item),
            "since": day_text(day_of(item.created_at)),
            "responsible": item.responsible.name if item.responsible else _("Mangler"),
            "returned": item.returned_because,
            "put": _put(item, person),
            "edit_url": _edit_url(item, person),
        }
        for item in waiting(person, on)
    ]
    # Where proposals are taken in as an act of its own, they stand in a list of their own.
    receives = [body for body in active_bodies(on) if extended(body, on) and can(person, "item.receive", body)]
    own = list(proposed_items(receives)) if receives else []
    apart = {f"/sager/{item.matter_id}/" for item in own}
    rows = [row for row in rows if row["url"] not in apart]
    columns = [("", name, "") for name in (_("Sag"), _("Organ"), _("Ansvarlig"), _("Siden"), _("Sæt på møde"))]
    context = {
        "ways": ways("matters"),
        "trail": [(_("Sager"), reverse("meetings:matters"))],
        "rows": rows,
        "columns": columns,
        "proposed": own,
        "proposed_columns": [("", name, "") for name in (_("Punkt"), _("Organ"), _("Foreslået af"), _("Svar"))],
    }
    return render(request, "meetings/backlog.html", context)


def _edit_url(item: Treatment, person: Person) -> str:
    """Where the item is written before it stands on a meeting, for those who write it."""
    if (
        item.meeting_id
        or item.route != m.Route.MEETING
        or item.state in OVER
        or not can(person, "treatment.edit", item)
    ):
        return ""
    return reverse("meetings:edit_waiting", kwargs={"item": item.pk})


def _put(item: Treatment, person: Person) -> dict[str, Any] | None:
    """The body's meetings that can take it, for those who put its agendas together."""
    if not can(person, "agenda.prepare", item.body):
        return None
    meetings = [(one.pk, short_title(one)) for one in meetings_that_take(item.body, now())]
    return {"url": reverse("meetings:put_matter_on_meeting", kwargs={"pk": item.pk}), "meetings": meetings}


@page("agenda.prepare")
@require_POST
def put_on_meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """*Sæt på møde*."""
    found = get_object_or_404(Treatment.objects.select_related("body", "matter"), pk=pk)
    if not can(person_of(request), "treatment.see", found):
        raise Http404
    person = allowed(request, "agenda.prepare", found)
    key = request.POST.get("meeting", "")
    to = Meeting.objects.filter(pk=int(key) if key.isdecimal() and len(key) < 12 else 0).first()
    if to is None:
        raise Refused("backlog.no_meeting", title=found.title)
    return act(
        request, lambda: actions.put_on_meeting(found, to, by=person, at=now()),
        then=lambda item: item.get_absolute_url(), said=_("Sagen er sat på mødet."),
    )  # fmt: skip

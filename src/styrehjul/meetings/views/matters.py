"""Matters: each lives on across meetings and bodies."""

from __future__ import annotations

from dataclasses import replace

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Matter
from styrehjul.meetings.reading import course, index
from styrehjul.meetings.reading import matters as reading
from styrehjul.meetings.views.common import ways
from styrehjul.people.entry import page, person_of, today
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
        "body": body,
        "bodies": index.body_choices(),
        "columns": [("sag", _("Sag"), ""), ("senest", _("Senest behandlet"), ""), ("resultat", _("Resultat"), "")],
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
    }
    return render(request, "meetings/matter.html", context)

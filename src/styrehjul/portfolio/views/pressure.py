"""Change pressure per area and quarter."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from styrehjul.people.entry import allowed, page, today
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.pressure import ANCHORS
from styrehjul.portfolio.queries.pressure import pressure_on
from styrehjul.portfolio.views.asked import Asked, ways
from styrehjul.portfolio.views.cards import trail


@page("project.see")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """How much change each area is asked to take, where it is too much, and what could move."""
    person = allowed(request, "project.see")
    context = {
        "shown": pressure_on(today()),
        "anchors": ANCHORS,
        "trail": trail(),
        "views": ways(Asked.of(request), "forandringstryk"),
        "may_choose": may(person, "project.settings", on=today()),
    }
    return render(request, "portfolio/pressure.html", context)

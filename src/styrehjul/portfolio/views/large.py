"""The larger projects, why they are, and what structure they lack."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from styrehjul.people.entry import allowed, page, today
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.large import Thresholds
from styrehjul.portfolio.queries.large import large_projects, thresholds
from styrehjul.portfolio.views.asked import Asked, ways
from styrehjul.portfolio.views.cards import trail


@page("project.see")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every larger project with what it lacks of steering, plan and risks."""
    person = allowed(request, "project.see")
    context = {
        "rows": large_projects(),
        "no_rule": thresholds() == Thresholds(),
        "trail": trail(),
        "views": ways(Asked.of(request), "stoerre"),
        "may_choose": may(person, "project.settings", on=today()),
    }
    return render(request, "portfolio/large.html", context)

"""The task map."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.people.entry import page
from styrehjul.systems.queries.tasks import task_lines


@page("system.see")
def tasks(request: HttpRequest) -> HttpResponse:
    """Which systems serve each task; where two do the same, and where none does, can be chosen alone."""
    lines, shown = task_lines(), request.GET.get("vis", "")
    context = {
        "lines": [
            line
            for line in lines
            if not (shown == "overlap" and not line.overlaps) and not (shown == "mangler" and line.systems)
        ],
        "shown": shown,
        "overlaps": sum(1 for line in lines if line.overlaps),
        "gaps": sum(1 for line in lines if not line.systems),
        "trail": [(_("Systemer"), "/systemer/")],
    }
    return render(request, "systems/tasks.html", context)

"""The closing report: written on one page, with what is still missing, and read frozen afterwards."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import listing
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.benefit_hooks import benefits_of
from styrehjul.portfolio.domain.closing import lacks_to_close
from styrehjul.portfolio.forms.closing import ClosingForm
from styrehjul.portfolio.models import ClosingReport, Project
from styrehjul.portfolio.queries.closing import (
    against_baselines,
    closing_facts,
    frozen_content,
    hanging_work,
    report_of,
    untold_systems,
)
from styrehjul.portfolio.views.cards import card_trail, find


@page("project.see")
def report(request: HttpRequest, number: str) -> HttpResponse:
    """Write the report while it is open; read it when it is frozen."""
    project = find(number)
    person = allowed(request, "project.see", project)
    found = report_of(project)
    if found is None:
        # It is begun by telling that the work is done, on the project's own page.
        if request.method == "POST":
            allowed(request, "project.finish", project)
            return HttpResponseRedirect(project.get_absolute_url())
        return render(request, "portfolio/closing_none.html", {"project": project, "trail": card_trail(project)})
    writes = found.frozen_at is None and may(person, "project.finish", project, on=today())
    form = ClosingForm(request.POST or None if "do" not in request.POST else None, initial=_suggested(project, found))
    refused: Refused | None = None
    if request.method == "POST":
        allowed(request, "project.finish", project)
        if (work := _work(request, project, found, form)) is not None:
            try:
                return act(request, work, then=request.path, said=_("Gemt."))
            except Refused as refusal:
                if refusal.code == "busy":
                    raise
                refused = refusal
    context = {
        "project": project,
        "report": found,
        "kept": found.frozen or frozen_content(project, found),
        "against": against_baselines(project, found),
        "baselines": [str(row.serial) for row in project.baselines.all()],
        "benefits": benefits_of(project),
        "work": [str(row) for part in hanging_work(project) for row in part] if writes else [],
        "untold": [f"{link.system} ({link.system.owner})" for link in untold_systems(project)] if writes else [],
        "lacking": lacks_to_close(closing_facts(project)) if found.frozen_at is None else [],
        "form": form if writes else None,
        "refused": refused,
        "trail": card_trail(project),
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/closing.html", context, status=status)


def _work(request: HttpRequest, project: Project, found: ClosingReport, form: ClosingForm) -> Callable[[], Any] | None:
    person = allowed(request, "project.finish", project)
    match request.POST.get("do", ""):
        case "move_work":
            return lambda: actions.move_open_work(project, by=person, at=now())
        case "tell_owners":
            return lambda: actions.tell_system_owners(project, by=person, at=now())
    if form.is_bound and form.is_valid():
        return lambda: actions.write_report(found, by=person, at=now(), **form.cleaned_data)
    return None


def _suggested(project: Project, found: ClosingReport) -> dict[str, Any]:
    """What the report says, and where it says nothing yet, what is known already."""
    values = {name: getattr(found, name) for name in ClosingForm.base_fields}
    owners = [
        f"{link.system} ({link.system.owner})"
        for link in project.system_links.select_related("system__owner")
        if link.system.owner
    ]
    known = {
        "delivered": project.expected_result or project.scope,
        "handover": _("Systemejer: %(owners)s.") % {"owners": listing(owners)} if owners else "",
        "recommendation": _("Projektet anbefales afsluttet."),
    }
    return {**values, **{name: text for name, text in known.items() if not values[name]}}

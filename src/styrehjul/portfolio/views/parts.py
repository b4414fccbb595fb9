"""A project's parts: a page to add a row, one to change it, and a button that takes it away."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.portfolio import models
from styrehjul.portfolio.actions import (
    dependencies,
    economy,
    impacts,
    milestones,
    resources,
    risks,
    stakeholders,
    tasks,
)
from styrehjul.portfolio.forms.dependencies import DependencyForm
from styrehjul.portfolio.forms.economy import EconomyForm
from styrehjul.portfolio.forms.impacts import ImpactForm
from styrehjul.portfolio.forms.milestones import MilestoneForm
from styrehjul.portfolio.forms.parts import PartForm
from styrehjul.portfolio.forms.resources import ConfirmForm, HoursForm
from styrehjul.portfolio.forms.risks import RiskForm
from styrehjul.portfolio.forms.stakeholders import StakeholderForm
from styrehjul.portfolio.forms.tasks import TaskForm
from styrehjul.portfolio.queries.capacity import short_of
from styrehjul.portfolio.views.cards import find, trail


@dataclass(frozen=True)
class Kind:
    """How one kind of part is kept: its table, its form, its three actions and its words."""

    model: Any
    form: type[PartForm]
    add: Callable[..., Any]
    change: Callable[..., Any]
    remove: Callable[..., Any]
    new: Any
    edit: Any


KINDS: Mapping[str, Kind] = {
    "milepaele": Kind(
        models.Milestone, MilestoneForm, milestones.add_milestone, milestones.change_milestone,
        milestones.remove_milestone, gettext_lazy("Ny milepæl"), gettext_lazy("Ret milepælen"),
    ),
    "opgaver": Kind(
        models.ProjectTask, TaskForm, tasks.add_task, tasks.change_task, tasks.remove_task,
        gettext_lazy("Ny opgave"), gettext_lazy("Ret opgaven"),
    ),
    "risici": Kind(
        models.Risk, RiskForm, risks.add_risk, risks.change_risk, risks.remove_risk,
        gettext_lazy("Ny risiko"), gettext_lazy("Ret risikoen"),
    ),
    "afhaengigheder": Kind(
        models.Dependency, DependencyForm, dependencies.add_dependency, dependencies.change_dependency,
        dependencies.remove_dependency, gettext_lazy("Ny afhængighed"), gettext_lazy("Ret afhængigheden"),
    ),
    "oekonomi": Kind(
        models.EconomyLine, EconomyForm, economy.add_economy_line, economy.change_economy_line,
        economy.remove_economy_line, gettext_lazy("Ny økonomilinje"), gettext_lazy("Ret økonomilinjen"),
    ),
    "timer": Kind(
        models.Allocation, HoursForm, resources.ask_for_hours, resources.change_allocation,
        resources.remove_allocation, gettext_lazy("Bed om timer"), gettext_lazy("Ret timerne"),
    ),
    "interessenter": Kind(
        models.Stakeholder, StakeholderForm, stakeholders.add_stakeholder, stakeholders.change_stakeholder,
        stakeholders.remove_stakeholder, gettext_lazy("Ny interessent"), gettext_lazy("Ret interessenten"),
    ),
    "paavirkning": Kind(
        models.Impact, ImpactForm, impacts.add_impact, impacts.change_impact, impacts.remove_impact,
        gettext_lazy("Nyt område, der mærker forandringen"), gettext_lazy("Ret påvirkningen"),
    ),
}  # fmt: skip


@page("project.change")
def add(request: HttpRequest, number: str, part: str) -> HttpResponse:
    """A new row, on one page."""
    return _page(request, number, part, None)


@page("project.change")
def change(request: HttpRequest, number: str, part: str, pk: int) -> HttpResponse:
    """One row changed; from here it can be taken away too."""
    return _page(request, number, part, pk)


def _page(request: HttpRequest, number: str, part: str, pk: int | None) -> HttpResponse:
    project, kind = find(number), KINDS.get(part)
    if kind is None:
        raise Http404
    person = allowed(request, "project.change", project)
    row = None if pk is None else get_object_or_404(kind.model, pk=pk, project=project)
    form = kind.form(request.POST if request.method == "POST" else None, project=project, on=today(), row=row)
    refused: Refused | None = None
    back = f"{project.get_absolute_url()}#{part}"
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        version = values.pop("version", None)
        kept: list[Any] = []

        def keep() -> Any:
            at = now()
            kept.append(
                kind.add(project, by=person, at=at, **values)
                if row is None
                else kind.change(row, by=person, at=at, expected_version=version, **values)
            )
            return kept[-1]

        try:
            answer = act(request, keep, then=back, said=_("Gemt."))
            if kept:
                _warn_of_hours(request, kept[-1])
            return answer
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    context = {
        "project": project,
        "form": form,
        "row": row,
        "heading": kind.new if row is None else kind.edit,
        "trail": trail((project.title, project.get_absolute_url())),
        "back": back,
        "refused": refused,
    }
    status = 409 if refused else (422 if form.is_bound and form.errors else 200)
    return render(request, "portfolio/part_edit.html", context, status=status)


def _warn_of_hours(request: HttpRequest, row: Any) -> None:
    """More than there is is said, never refused."""
    if isinstance(row, models.Allocation) and (told := short_of(row)):
        messages.warning(request, told)


@page("project.change")
@require_POST
def remove(request: HttpRequest, number: str, part: str, pk: int) -> HttpResponse:
    """Take the row away. Its history stays in the log."""
    project, kind = find(number), KINDS.get(part)
    if kind is None:
        raise Http404
    person = allowed(request, "project.change", project)
    row = get_object_or_404(kind.model, pk=pk, project=project)
    then = f"{project.get_absolute_url()}#{part}"
    return act(request, lambda: kind.remove(row, by=person, at=now()), then=then, said=_("Fjernet."))


@page("project_task.finish")
@require_POST
def finish_task(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """ "Udført" in one click: on the project, and on the list of the one who has it."""
    project = find(number)
    task = get_object_or_404(models.ProjectTask, pk=pk, project=project)
    person = allowed(request, "project_task.finish", task)
    back = request.POST.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    then = back if safe else f"{project.get_absolute_url()}#opgaver"
    return act(
        request, lambda: tasks.finish_task(task, by=person, at=now()), then=then, said=_("Opgaven er meldt udført.")
    )


@page("allocation.confirm")
@require_POST
def confirm_hours(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The leader of the pool promises what was asked for, and says why."""
    project = find(number)
    row = get_object_or_404(models.Allocation.objects.select_related("pool"), pk=pk, project=project)
    person = allowed(request, "allocation.confirm", row)
    form = ConfirmForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    back = request.POST.get("back", "")
    safe = back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None)
    answer = act(
        request,
        lambda: resources.confirm_allocation(row, reason=reason, by=person, at=now()),
        then=back if safe else f"{project.get_absolute_url()}#timer",
        said=_("Timerne er bekræftet."),
    )
    _warn_of_hours(request, models.Allocation.objects.get(pk=row.pk))
    return answer

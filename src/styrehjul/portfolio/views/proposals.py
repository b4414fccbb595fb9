"""A new proposal, a local project in a minute, and the project's own facts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.html import format_html
from django.utils.translation import gettext as _

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import OrgUnit
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectRoleKind, ProjectState
from styrehjul.portfolio.forms import LocalForm, ProposalForm
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.alike import similar_to
from styrehjul.portfolio.queries.roles import holder_of
from styrehjul.portfolio.views.cards import find, trail
from styrehjul.systems.models import System
from styrehjul.ui.conflict import conflict_page


@page("project.propose")
def propose(request: HttpRequest) -> HttpResponse:
    """Six questions on one page, and *Indsend*."""
    person = allowed(request, "project.propose")
    system = _system_asked(request)
    initial = {"org_unit_id": person.unit_id}
    form = ProposalForm(request.POST or None, on=today(), initial=initial, asks_level=system is not None)
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = _arguments(form)
        values.pop("version", None)
        submit = "idea" not in request.POST
        said = _("Forslaget er indsendt.") if submit else _("Idéen er gemt.")
        try:
            return hinted(
                request,
                lambda: actions.propose_project(by=person, at=now(), submit=submit, system=system, **values),
                said,
            )
        except Refused as refusal:
            refused = refusal
            if refusal.code == "busy":
                raise
    context = {"form": form, "trail": trail(), "refused": refused, "contact": person, "system": system}
    return render(request, "portfolio/propose.html", context, status=_status(form, refused))


def hinted(request: HttpRequest, work: Callable[[], Project], said: str) -> HttpResponse:
    """Carry it out, and tell on the receipt which projects it resembles, and whom to ask. Nothing is held back."""
    made: list[Project] = []

    def then(project: Project) -> str:
        made.append(project)
        return project.get_absolute_url()

    answer = act(request, work, then=then, said=said)
    for near in similar_to(made[-1], today()) if made else ():
        who = " · ".join(
            part for part in (near.place, _("spørg %(name)s") % {"name": near.ask} if near.ask else "") if part
        )
        line = _("Det ligner et projekt, der er i forvejen:")
        messages.info(
            request, format_html('{} <a href="{}">{}</a>{}', line, near.url, near.title, f" ({who})" if who else "")
        )
    return answer


def _system_asked(request: HttpRequest) -> System | None:
    """The system that the proposal was begun from."""
    key = request.GET.get("system", "")
    return System.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 12 else None


def _status(form: Any, refused: Refused | None) -> int:
    if refused is not None:
        return 409
    return 422 if form.is_bound and form.errors else 200


def _arguments(form: ProposalForm) -> dict[str, Any]:
    """What the form says as an action takes it: units as units."""
    values = dict(form.cleaned_data)
    keys = {values.get("lead_area_id"), values.get("org_unit_id")} - {None}
    keys |= set(values.get("area_ids") or ())
    units = OrgUnit.objects.in_bulk(keys)
    for name in ("lead_area", "org_unit"):
        values[name] = units.get(values.pop(f"{name}_id", None) or 0)
    values["areas"] = [units[key] for key in values.pop("area_ids", ()) if key in units]
    return values


@page("project.change")
def edit(request: HttpRequest, number: str) -> HttpResponse:
    """Write into the record. Two who write at once see both texts."""
    project = find(number)
    person = allowed(request, "project.change", project)
    decided = ProjectState(project.state) not in BEFORE_DECISION
    form = ProposalForm(request.POST or None, on=today(), project=project, decided=decided, initial=_initial(project))
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = _arguments(form)
        seen = values.pop("version", None)
        try:
            return act(
                request,
                lambda: actions.change_project(project, by=person, at=now(), expected_version=seen, **values),
                then=project.get_absolute_url(),
                said=_("Oplysningerne er gemt."),
            )
        except Refused as refusal:
            if refusal.code == "stale":
                return _conflict(request, number, form, refusal)
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {
        "form": form,
        "project": project,
        "trail": trail((project.title, project.get_absolute_url())),
        "refused": refused,
    }
    return render(request, "portfolio/edit.html", context, status=_status(form, refused))


_TEXTS = ("title", "summary", "purpose", "users", "gain", "outside_deadline", "partners", "external_owner")


_MORE = (
    "mandatory", "mandatory_reference", "mandatory_deadline", "scope", "out_of_scope", "expected_result",
    "strategic_level", "short_title", "kle", "case_number", "visibility", "steering_body_id", "steering_group",
)  # fmt: skip


def _initial(project: Project) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(project, name) for name in _TEXTS}
    for kind in (ProjectRoleKind.OWNER, ProjectRoleKind.MANAGER):
        role = holder_of(project, kind)
        values[f"{kind.value}_id"] = role.person_id if role else None
    return {
        **values,
        "lead_area_id": project.lead_area_id,
        "goal_id": first.goal_id if (first := project.goal_links.first()) else None,
        "org_unit_id": project.org_unit_id,
        "planned_end": project.planned_end.isoformat() if project.planned_end else "",
        "cost_tdkk": project.cost_tdkk,
        "hours": project.hours,
        **{name: getattr(project, name) for name in _MORE},
        "area_ids": [link.area_id for link in project.area_links.all()],
        "category": project.category,
        "subtype": project.subtype,
        "version": project.version,
    }


def _conflict(request: HttpRequest, number: str, form: ProposalForm, refused: Refused) -> HttpResponse:
    """Both texts, and the choice of what counts."""
    theirs = find(number)
    return conflict_page(
        request,
        form=form,
        title=theirs.title,
        changed_by=str(refused.facts.get("changed_by") or _("En anden")),
        changed_at=theirs.updated_at,
        version=theirs.version,
        current=_initial(theirs),
        back=theirs.get_absolute_url(),
    )


@page("project.register_local")
def register_local(request: HttpRequest) -> HttpResponse:
    """A local project in sixty seconds."""
    person = person_of(request)
    on = today()
    allowed(request, "project.register_local")
    # An administrator of the portfolio registers for any unit, a local coordinator for those under her own.
    every_unit = may(person, "project.create", on=on)
    form = LocalForm(request.POST or None, on=on, person=person, every_unit=every_unit)
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        unit = OrgUnit.objects.get(pk=values.pop("unit_id"))
        area_id, system_id = values.pop("area_id"), values.pop("system_id")
        area = OrgUnit.objects.get(pk=area_id) if area_id else None
        system = System.objects.get(pk=system_id) if system_id else None
        try:
            return hinted(
                request,
                lambda: actions.register_local(unit=unit, area=area, system=system, by=person, at=now(), **values),
                _("Projektet er registreret og kan ses af alle."),
            )
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {"form": form, "trail": trail(), "refused": refused}
    return render(request, "portfolio/register_local.html", context, status=_status(form, refused))

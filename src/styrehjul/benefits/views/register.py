"""A benefit written down, put right and read."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.benefits import actions
from styrehjul.benefits.domain.rules import is_open, lacks_to_accept
from styrehjul.benefits.domain.said import begins_with_change
from styrehjul.benefits.forms import BenefitForm, ProfileForm
from styrehjul.benefits.models import Benefit
from styrehjul.benefits.queries import card, lines, wanted
from styrehjul.benefits.queries.owners import has_left
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.policy import may
from styrehjul.people.register import conflict
from styrehjul.portfolio.domain.life import ProjectRoleKind
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.roles import holder_of

HOME = "/gevinster/"
NAMES = (
    "title", "owner_id", "baseline", "target", "version", "confidence", "measure_name", "unit", "direction", "method",
    "source", "measurer_id", "shape", "aggregation", "baseline_on", "baseline_evidence", "baseline_plan_on", "kind",
    "receiver", "used_for", "used_for_text", "loser", "unplanned",
)  # fmt: skip


def find(number: str) -> Benefit:
    """The benefit with that number, or the page for what is not there."""
    related = ("owner__unit", "project", "accepted_by", "measurer", "confidence_by")
    found = Benefit.objects.filter(number=number).select_related(*related).first()
    if found is None:
        raise Http404(_("Der er ingen gevinst med nummeret %(number)s.") % {"number": number})
    return found


def trail_to(benefit: Benefit) -> list[tuple[Any, str]]:
    """The way to a page under a benefit's."""
    return [(_("Gevinster"), HOME), (benefit.title, benefit.get_absolute_url())]


@page("benefit.see")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """One benefit: what is promised, who has it, and what was measured."""
    benefit = find(number)
    person, on = allowed(request, "benefit.see", benefit), today()
    opened = is_open(benefit.state)
    changes = may(person, "benefit.change", benefit, on=on) and opened
    measures = may(person, "benefit.measure", benefit, on=on)
    accepts = benefit.accepted_at is None and opened and may(person, "benefit.accept", benefit, on=on)
    plan = card.reasons_to_plan(benefit) if opened else []
    context = {
        "benefit": benefit,
        "facts": card.facts(benefit),
        "measurements": card.measurements(benefit),
        "days": [day for day in benefit.measuring_days.all() if day.answered_at is None or day.reason],
        "changes": list(benefit.prerequisites.select_related("owner")),
        "goals": [link.goal for link in benefit.goal_links.select_related("goal")],
        "systems": [link.system for link in benefit.system_links.select_related("system")],
        "shares": list(benefit.project_links.select_related("project")),
        "realised": card.realised(benefit),
        "story": card.story(benefit),
        "trail": [(_("Gevinster"), HOME)],
        "owner_left": has_left(benefit.owner, on),
        "is_open": opened,
        "is_mine": benefit.owner_id == person.pk,
        "may_change": changes,
        "may_measure": measures and benefit.state != "dropped",
        "may_end": measures and opened,
        "may_reopen": measures and not opened,
        "may_finish": may(person, "prerequisite.finish", on=on) or benefit.owner_id == person.pk,
        "me": person.pk,
        "may_accept": accepts,
        "accept_reasons": lacks_to_accept(benefit.owner_id is not None, benefit.state) if accepts else [],
        "plan_reasons": plan if benefit.state == "potential" else [],
        "may_plan": changes and benefit.state == "potential" and not plan,
        "realise_reasons": card.reasons_to_realise(benefit) if measures and opened else [],
    }
    return render(request, "benefits/detail.html", context)


def _hint(request: HttpRequest, title: str, project: Project | None, owner: int | None) -> None:
    """What is allowed, and seldom meant: it is said, and nothing more."""
    manager = holder_of(project, ProjectRoleKind.MANAGER) if project and owner else None
    if manager is not None and manager.person_id == owner:
        text = _("Projektlederen ejer gevinsten. Når projektet slutter, er der brug for en ejer i linjen.")
        messages.info(request, text)
    if not begins_with_change(title):
        hint = _("“%(title)s” siger ikke, hvad der bliver anderledes. Begynd gerne med kortere, færre eller bedre.")
        messages.info(request, hint % {"title": title.strip()})


@page("benefit.see")
def create(request: HttpRequest) -> HttpResponse:
    """Write down what becomes better, for a project or for itself: one line."""
    number = request.GET.get("projekt", "")[:20]
    project = Project.objects.filter(number=number).first() if number else None
    person = allowed(request, "benefit.add", project)
    back = project.get_absolute_url() if project else HOME
    form = BenefitForm(request.POST or None, on=today(), initial={"title": project.gain if project else ""})
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        try:
            answer = act(
                request, lambda: actions.add_benefit(project=project, by=person, at=now(), **values),
                then=lambda made: back if project else made.get_absolute_url(), said=_("Gevinsten er skrevet ind."),
            )  # fmt: skip
            _hint(request, values["title"], project, values["owner_id"])
            return answer
        except Refused as refusal:
            refused = _kept(refusal)
    context = {
        "form": form, "refused": refused, "title": _("Ny gevinst"), "lead": project.title if project else "",
        "trail": [(_("Gevinster"), HOME)], "back": back,
    }  # fmt: skip
    return render(request, "benefits/edit.html", context, status=_status(form, refused))


def _kept(refusal: Refused) -> Refused:
    """A no that the form can be put right after; another goes on."""
    if refusal.code == "busy":
        raise refusal
    return refusal


def _status(form: Any, refused: Refused | None) -> int:
    return 409 if refused else 422 if form.is_bound and form.errors else 200


@page("benefit.change")
def change(request: HttpRequest, number: str) -> HttpResponse:
    """Put a benefit right: the line, and the whole profile behind *Mere*."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)
    form = ProfileForm(request.POST or None, on=today(), initial=_initial(benefit))
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        try:
            answer = act(
                request, lambda: _change(benefit, form, person, set(request.POST)), then=benefit.get_absolute_url(),
                said=_("Gevinsten er rettet."),
            )  # fmt: skip
            _hint(request, form.cleaned_data["title"], benefit.project, form.cleaned_data["owner_id"])
            return answer
        except Refused as refusal:
            if refusal.code == "stale":
                return conflict(request, form, benefit, refusal, benefit.get_absolute_url(), _initial(find(number)))
            refused = _kept(refusal)
    context = {
        "form": form, "refused": refused, "title": _("Ret gevinst"), "lead": benefit.number,
        "trail": trail_to(benefit), "back": benefit.get_absolute_url(),
    }  # fmt: skip
    return render(request, "benefits/edit.html", context, status=_status(form, refused))


def _initial(benefit: Benefit) -> dict[str, Any]:
    """What the whole profile begins with."""
    return {name: getattr(benefit, name) for name in NAMES} | {
        "measure_on": benefit.target_on,
        "target_low": card.typed(benefit.target_low, benefit.unit),
        "target_high": card.typed(benefit.target_high, benefit.unit),
        "goals": list(benefit.goal_links.values_list("goal_id", flat=True)),
        "systems": list(benefit.system_links.values_list("system_id", flat=True)),
    }


def _change(benefit: Benefit, form: ProfileForm, person: Any, sent: set[str]) -> Benefit:
    """What was sent: a form with only the five fields leaves the rest as it is."""
    values = dict(form.cleaned_data)
    whole = "kind" in sent
    goals, systems = values.pop("goals", []), values.pop("systems", [])
    five = {name: values.pop(name) for name in ("title", "owner_id", "baseline", "target", "measure_on")}
    seen = values.pop("version")
    more = values if whole else {}
    actions.change_benefit(benefit, expected_version=seen, by=person, at=now(), **five, **more)
    if whole:
        actions.tie(benefit, goals=goals, systems=systems, by=person, at=now())
    return benefit


@page("project.see")
def of_project(request: HttpRequest, number: str) -> HttpResponse:
    """The benefits of one project: a part of its card, or a page by itself."""
    project = Project.objects.filter(number=number).select_related("lead_area", "org_unit").first()
    if project is None:
        raise Http404
    person, on = allowed(request, "project.see", project), today()
    context = {
        "project": project,
        "lines": lines(wanted(on, project=number).order_by("number"), on),
        "may_add": may(person, "benefit.add", project, on=on),
        "trail": [(_("Projekter"), "/projekter/"), (project.title, project.get_absolute_url())],
    }
    is_part = bool(request.headers.get("HX-Request"))
    return render(request, "benefits/_of_project.html" if is_part else "benefits/of_project.html", context)

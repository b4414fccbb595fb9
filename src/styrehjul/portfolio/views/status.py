"""Status of one project: given, read, approved, sent back, and seen by others."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.life import REPORTING, Light
from styrehjul.portfolio.domain.status import TROUBLED, ReportState
from styrehjul.portfolio.forms import OpinionForm, ReturnForm, StatusForm
from styrehjul.portfolio.models import Project, StatusReport
from styrehjul.portfolio.queries import status as q
from styrehjul.portfolio.queries import status_pages as pages
from styrehjul.portfolio.views.cards import card_trail, find


@page("project.report_status")
def give(request: HttpRequest, number: str) -> HttpResponse:
    """Give a status in two minutes; one click where nothing has changed."""
    project = find(number)
    person = allowed(request, "project.report_status", project)
    corrects = _corrected(request, project)
    form = _form(request, project, person, corrects)
    refused: Refused | None = None
    if request.method == "POST":
        try:
            answer = _send(request, project, person, form, corrects)
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = None if form.is_bound and form.take(refusal) else refusal
        else:
            if answer is not None:
                return answer
    plan = q.plan_of(project)
    expected = _expected(form, project)
    suggested = q.suggested_for(plan, expected, q.forecast_cost(project))
    context = {
        "project": project,
        "form": form,
        "trail": card_trail(project),
        "refused": refused,
        "unchanged": project.light == Light.GREEN and corrects is None,
        "corrects": corrects,
        "returned": _returned(project, person),
        "has_plan": plan.serial is not None,
        "plan": pages.plan_words(plan, expected),
        "suggested": suggested,
        "suggested_words": pages.suggested_words(suggested.time),
        "is_local": form.is_local,
        "cannot": project.state not in REPORTING,
    }
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/status.html", context, status=status)


def _corrected(request: HttpRequest, project: Project) -> StatusReport | None:
    key = request.POST.get("retter") or request.GET.get("retter", "")
    return q.report_by_key(project, int(key)) if key.isdecimal() and len(key) < 12 else None


def _returned(project: Project, person: Person) -> str:
    draft = q.draft_of(project, person)
    return draft.returned_because if draft else ""


def _form(request: HttpRequest, project: Project, person: Person, corrects: StatusReport | None) -> StatusForm:
    rows = q.parameters()
    sent = request.POST if request.method == "POST" and "unchanged" not in request.POST else None
    return StatusForm(
        sent,
        project=project,
        parameters=rows,
        asked=q.asked_always(project, rows),
        on=today(),
        initial=_initial(project, corrects or q.draft_of(project, person) or q.last_given(project)),
    )


def _initial(project: Project, last: StatusReport | None) -> dict[str, Any]:
    """What was said last, or begun; nothing is chosen where nothing was."""
    end = project.forecast_end or project.planned_end
    if last is None:
        return {"forecast_end": end, "need": "nej"}
    found = {name: getattr(last, name) for name in ("happened", "next_steps", "milestone_changes")}
    begun = last.state == ReportState.DRAFT.value
    said = "" if last.sentence in ("–", actions.UNCHANGED, pages.light_words(last.light)) else last.sentence
    found |= {
        "light": last.light,
        "sentence": said,
        "forecast_end": last.forecast_end or end,
        "forecast_cost_tdkk": last.forecast_cost_tdkk,
        "need": "ja" if begun and last.need_question else "nej",
    }
    if begun:
        found |= {"need_question": last.need_question, "need_by": last.need_by}
    if last.light in TROUBLED:
        found |= {"track": last.track, "track_by": last.track_by, "track_owner_id": last.track_owner_id}
    for mark in q.marks_of(last):
        found |= {f"{mark.key}-light": mark.light, f"{mark.key}-text": mark.text}
    return found


def _expected(form: StatusForm, project: Project) -> date | None:
    if form.is_bound and form.is_valid():
        given: date | None = form.cleaned_data["forecast_end"]
        return given or project.forecast_end
    initial: date | None = form.initial.get("forecast_end")
    return initial


def _send(
    request: HttpRequest, project: Project, person: Person, form: StatusForm, corrects: StatusReport | None
) -> HttpResponse | None:
    """What the pressed button does; None where the form is not filled in well."""
    then = project.get_absolute_url()
    if "unchanged" in request.POST:
        return act(
            request,
            lambda: actions.report_unchanged(project, by=person, at=now()),
            then=then,
            said=_("Status er givet."),
        )
    if not form.is_valid():
        return None
    if "kladde" in request.POST:
        return act(
            request,
            lambda: actions.save_draft(project, by=person, at=now(), **form.report()),
            then=f"{then}status/",
            said=_("Kladden er gemt. Den gælder først, når du giver status."),
        )
    return act(
        request,
        lambda: actions.report_status(project, by=person, at=now(), corrects=corrects, **form.report()),
        then=lambda report: then if report.state == ReportState.FROZEN.value else report.get_absolute_url(),
        said=_("Status er givet."),
    )


@page("project.see")
def history(request: HttpRequest, number: str) -> HttpResponse:
    """Every status of a project, the newest first."""
    project = find(number)
    person = allowed(request, "project.see", project)
    lines = pages.history_of(project)
    plan = q.plan_of(project)
    context = {
        "project": project,
        "lines": lines,
        "trail": card_trail(project),
        "plan": pages.plan_words(plan, project.forecast_end),
        "waiting": q.waiting_for_owner(project),
        "opinion": q.opinion_of(project),
        "opinion_words": pages.light_words(project.second_light),
        "may_report": may(person, "project.report_status", project, on=today()),
    }
    return render(request, "portfolio/status_history.html", context)


@page("project.see")
def report(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """One status, with all that was told; its owner says yes or sends it back from here."""
    project = find(number)
    person = allowed(request, "project.see", project)
    found = _report(project, pk)
    answers = found.state == ReportState.SUBMITTED.value and may(person, "project.approve_status", project, on=today())
    form = ReturnForm(request.POST if "send_back" in request.POST else None)
    if request.method == "POST":
        allowed(request, "project.approve_status", project)
        if "approve" in request.POST:
            return act(
                request,
                lambda: actions.approve_status(found, by=person, at=now()),
                then=project.get_absolute_url(),
                said=_("Status er godkendt."),
            )
        if form.is_valid():
            return act(
                request,
                lambda: actions.return_status(found, by=person, at=now(), **form.cleaned_data),
                then=project.get_absolute_url(),
                said=_("Status er sendt tilbage."),
            )
    last = q.last_given(project)
    is_last = last is not None and last.pk == found.pk
    context = {
        "project": project,
        "line": pages.line_of(found, corrected=found.corrections.exists()),
        "trail": [*card_trail(project), (_("Statusser"), f"{project.get_absolute_url()}status/historik/")],
        "form": form,
        "answers": answers,
        "may_correct": is_last and may(person, "project.report_status", project, on=today()),
    }
    return render(request, "portfolio/status_report.html", context, status=422 if form.errors else 200)


def _report(project: Project, pk: int) -> StatusReport:
    """A draft is its writer's alone, so it has no page."""
    found = q.report_by_key(project, pk)
    if found is None or found.state == ReportState.DRAFT.value:
        raise Http404(_("Der er ingen sådan status."))
    return found


@page("project.second_opinion")
def opinion(request: HttpRequest, number: str) -> HttpResponse:
    """Another light beside the project's own."""
    project = find(number)
    person = allowed(request, "project.second_opinion", project)
    last = q.opinion_of(project)
    initial = {"light": last.light, "sentence": last.sentence} if last else {}
    form = OpinionForm(request.POST or None, initial=initial)
    refused: Refused | None = None
    if request.method == "POST" and form.is_valid():
        try:
            return act(
                request,
                lambda: actions.give_second_opinion(project, by=person, at=now(), **form.cleaned_data),
                then=project.get_absolute_url(),
                said=_("Din vurdering er gemt."),
            )
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {"project": project, "form": form, "trail": card_trail(project), "refused": refused}
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/second_opinion.html", context, status=status)

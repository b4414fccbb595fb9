"""The owner's yes and no, what must change first, and further projects."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.benefits import actions
from styrehjul.benefits.forms import AcceptedForm, ChangeForm, ReasonForm, SettingsForm, ShareForm
from styrehjul.benefits.models import Benefit, BenefitProject, Prerequisite
from styrehjul.benefits.queries.settings import settings
from styrehjul.benefits.views.measuring import answer, click
from styrehjul.benefits.views.register import HOME, find
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.portfolio.models import Project


@page("benefit.accept")
def accept(request: HttpRequest, number: str) -> HttpResponse:
    """The owner takes the benefit over: one click."""
    benefit = find(number)
    person = allowed(request, "benefit.accept", benefit)
    return click(
        request, benefit, lambda: actions.accept_benefit(benefit, by=person, at=now()), _("Gevinsten er taget imod.")
    )


@page("benefit.accept")
def note(request: HttpRequest, number: str) -> HttpResponse:
    """The administrator notes that the owner has said yes, and when."""
    benefit = find(number)
    person = allowed(request, "benefit.accept", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.accept_benefit(benefit, on=values["on"], by=person, at=now())

    form = AcceptedForm(request.POST or None, initial={"on": today()})
    return answer(request, benefit, form, save, _("Notér, at ejeren tager imod"), _("Det er noteret."), _("Notér"))


@page("benefit.accept")
def decline(request: HttpRequest, number: str) -> HttpResponse:
    """The owner does not take it over, and why."""
    benefit = find(number)
    person = allowed(request, "benefit.accept", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.decline_benefit(benefit, reason=values["reason"], by=person, at=now())

    form = ReasonForm(request.POST or None)
    return answer(
        request, benefit, form, save, _("Tag ikke imod gevinsten"), _("Dit svar er gemt."), _("Jeg tager ikke imod")
    )


@page("benefit.change")
def plan(request: HttpRequest, number: str) -> HttpResponse:
    """What was a hope is planned: one click."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)
    return click(
        request, benefit, lambda: actions.plan_benefit(benefit, by=person, at=now()), _("Gevinsten er planlagt.")
    )


@page("benefit.change")
def add_change(request: HttpRequest, number: str) -> HttpResponse:
    """What must change in the line first."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)

    def save(values: dict[str, Any]) -> Prerequisite:
        return actions.add_prerequisite(benefit, by=person, at=now(), **values)

    form = ChangeForm(request.POST or None, on=today())
    return answer(request, benefit, form, save, _("Ny forandring"), _("Forandringen er tilføjet."), _("Tilføj"))


def _change(benefit: Benefit, pk: int) -> Prerequisite:
    found = Prerequisite.objects.filter(pk=pk, benefit=benefit).select_related("benefit").first()
    if found is None:
        raise Http404
    return found


@page("benefit.see")
def finish_change(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The change has come."""
    benefit = find(number)
    row = _change(benefit, pk)
    person = allowed(request, "prerequisite.finish", row)
    return click(
        request, benefit, lambda: actions.finish_prerequisite(row, by=person, at=now()), _("Forandringen er kommet.")
    )


@page("benefit.change")
def remove_change(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """It was no prerequisite after all."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)
    row = _change(benefit, pk)
    return click(
        request, benefit, lambda: actions.remove_prerequisite(row, by=person, at=now()), _("Forandringen er taget væk.")
    )


@page("benefit.change")
def share(request: HttpRequest, number: str) -> HttpResponse:
    """A further project that the benefit comes from."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)

    def save(values: dict[str, Any]) -> BenefitProject:
        project = Project.objects.get(number=values["project"])
        return actions.share_with(benefit, project, percent=values["percent"], by=person, at=now())

    form = ShareForm(request.POST or None, without=benefit.project_id)
    return answer(request, benefit, form, save, _("Endnu et projekt"), _("Projektet er tilføjet."), _("Tilføj"))


@page("benefit.change")
def unshare(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The benefit does not come from that project after all."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)
    row = BenefitProject.objects.filter(pk=pk, benefit=benefit).select_related("benefit").first()
    if row is None:
        raise Http404
    return click(request, benefit, lambda: actions.unshare(row, by=person, at=now()), _("Projektet er taget væk."))


@page("benefit.settings")
def change_settings(request: HttpRequest) -> HttpResponse:
    """What the municipality has chosen about its benefits, on one page."""
    person = allowed(request, "benefit.settings")
    row = settings()
    form = SettingsForm(request.POST or None, row=row)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["version"]
        return act(
            request,
            lambda: actions.change_settings(by=person, at=now(), expected_version=seen, **form.chosen()),
            then="/gevinster/indstillinger/",
            said=_("Indstillingerne er gemt."),
        )
    context = {"form": form, "is_new": row.pk is None, "trail": [(_("Gevinster"), HOME)], "back": HOME}
    return render(request, "benefits/settings.html", context, status=422 if form.is_bound and form.errors else 200)

"""Measuring: the page that the mail leads to, with one field and one button, and the answers beside it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.benefits import actions
from styrehjul.benefits.domain.rules import is_open
from styrehjul.benefits.forms import CorrectForm, DayForm, EndForm, LaterForm, MeasureForm, ReasonForm
from styrehjul.benefits.models import Benefit, Measurement, MeasuringDay
from styrehjul.benefits.queries.due import next_day
from styrehjul.benefits.views.register import find, trail_to
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.register import register_page


@page("benefit.measure")
def measure(request: HttpRequest, number: str) -> HttpResponse:
    """The owner's answer on a measuring day."""
    benefit = find(number)
    person = allowed(request, "benefit.measure", benefit)
    opened = is_open(benefit.state)
    initial = {"next_on": next_day(benefit, today())} if opened else {}
    form = MeasureForm(request.POST or None, initial=initial)
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        if opened and not values["outcome"] and values["value"].strip() and "next_on" not in request.POST:
            values["next_on"] = initial["next_on"]
        if values["outcome"] and values["next_on"] == initial.get("next_on"):
            # The day that was filled in for them: with a result nobody asked for another one.
            values["next_on"] = None
        try:
            return act(
                request, lambda: actions.measure_benefit(benefit, by=person, at=now(), **values),
                then=benefit.get_absolute_url(), said=_("Målingen er gemt."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    last = benefit.measurements.order_by("-on", "-pk").first()
    context = {
        "benefit": benefit, "form": form, "refused": refused, "trail": trail_to(benefit), "last": last,
        "is_open": opened, "title": _("Mål gevinsten"),
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "benefits/measure.html", context, status=status)


def answer(
    request: HttpRequest, benefit: Benefit, form: Any, save: Any, title: Any, said: Any, submit: Any
) -> HttpResponse:
    """A small page with one question, that leads back to the benefit."""
    url = benefit.get_absolute_url()
    return register_page(
        request, form=form, save=save, then=url, said=said, title=title, lead=benefit.title, trail=trail_to(benefit),
        back=url, submit=submit,
    )  # fmt: skip


@page("benefit.measure")
def later(request: HttpRequest, number: str) -> HttpResponse:
    """It cannot be measured yet: another day, and why."""
    benefit = find(number)
    person = allowed(request, "benefit.measure", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.measure_benefit(benefit, by=person, at=now(), **values)

    form = LaterForm(request.POST or None, initial={"next_on": today() + timedelta(days=91)})
    return answer(request, benefit, form, save, _("Kan ikke måles endnu"), _("Den nye dato er gemt."), _("Gem"))


@page("benefit.measure")
def drop(request: HttpRequest, number: str) -> HttpResponse:
    """The benefit has fallen away, and why."""
    benefit = find(number)
    person = allowed(request, "benefit.measure", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.measure_benefit(benefit, outcome="dropped", comment=values["reason"], by=person, at=now())

    form = ReasonForm(request.POST or None)
    return answer(
        request,
        benefit,
        form,
        save,
        _("Gevinsten er bortfaldet"),
        _("Gevinsten er bortfaldet."),
        _("Lad den bortfalde"),
    )


@page("benefit.measure")
def end(request: HttpRequest, number: str) -> HttpResponse:
    """How it ended, by what has been measured."""
    benefit = find(number)
    person = allowed(request, "benefit.measure", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.end_benefit(benefit, by=person, at=now(), **values)

    form = EndForm(request.POST or None)
    return answer(request, benefit, form, save, _("Hvordan endte det?"), _("Resultatet er gemt."), _("Gem resultatet"))


@page("benefit.measure")
def reopen(request: HttpRequest, number: str) -> HttpResponse:
    """It is followed again."""
    benefit = find(number)
    person = allowed(request, "benefit.measure", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.reopen_benefit(benefit, reason=values["reason"], by=person, at=now())

    form = ReasonForm(request.POST or None)
    return answer(
        request, benefit, form, save, _("Følg gevinsten igen"), _("Gevinsten følges igen."), _("Følg den igen")
    )


@page("benefit.measure")
def correct(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """A newer measurement in the place of an older one, which stands as it was."""
    benefit = find(number)
    person = allowed(request, "benefit.measure", benefit)
    old = Measurement.objects.filter(pk=pk, benefit=benefit).first()
    if old is None:
        raise Http404

    def save(values: dict[str, Any]) -> Measurement:
        return actions.correct_measurement(old, by=person, at=now(), **values)

    kept = {name: getattr(old, name) for name in ("value", "on", "covers_from", "covers_to", "evidence")}
    form = CorrectForm(request.POST or None, initial=kept)
    return answer(request, benefit, form, save, _("Ret målingen"), _("Målingen er rettet."), _("Gem rettelsen"))


@page("benefit.change")
def add_day(request: HttpRequest, number: str) -> HttpResponse:
    """A further measuring day."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)

    def save(values: dict[str, Any]) -> Benefit:
        return actions.add_days(benefit, [values["on"]], by=person, at=now())

    form = DayForm(request.POST or None)
    return answer(request, benefit, form, save, _("Ny måledag"), _("Måledagen er tilføjet."), _("Tilføj"))


@page("benefit.change")
def suggest_days(request: HttpRequest, number: str) -> HttpResponse:
    """The municipality's usual days, in one click."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)
    work = lambda: actions.suggest_days(benefit, by=person, at=now())  # noqa: E731 - one line of work
    return click(request, benefit, work, _("Måledagene er tilføjet."))


@page("benefit.change")
def remove_day(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """Nobody is to be asked that day."""
    benefit = find(number)
    person = allowed(request, "benefit.change", benefit)
    day = MeasuringDay.objects.filter(pk=pk, benefit=benefit).first()
    if day is None:
        raise Http404
    work = lambda: actions.remove_day(benefit, day, by=person, at=now())  # noqa: E731 - one line of work
    return click(request, benefit, work, _("Måledagen er taget væk."))


def click(request: HttpRequest, benefit: Benefit, work: Any, said: Any) -> HttpResponse:
    """One click; read by GET it leads back to the benefit."""
    if request.method != "POST":
        return HttpResponseRedirect(benefit.get_absolute_url())
    return act(request, work, then=benefit.get_absolute_url(), said=said)

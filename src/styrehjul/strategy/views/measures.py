"""A goal's measures: writing one, and entering and correcting its numbers."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.register import Trail, register_page
from styrehjul.strategy import actions
from styrehjul.strategy.actions.measures import FIELDS
from styrehjul.strategy.forms.measures import CorrectionForm, MeasureForm, ValueForm
from styrehjul.strategy.models import Goal, Measure, MeasureValue
from styrehjul.strategy.queries.words import value_words
from styrehjul.strategy.views.common import TRAIL, find


def _measure(key: int) -> Measure:
    return find(Measure, key, "goal__owner", "owner", said=_("Målepunktet findes ikke."))


def _way(goal: Goal) -> tuple[str, Trail]:
    return f"{goal.get_absolute_url()}#maalinger", [*TRAIL, (goal.title, goal.get_absolute_url())]


@page("goal.change")
def create(request: HttpRequest, key: int) -> HttpResponse:
    """A new measure of a goal."""
    goal = find(Goal, key, said=_("Målet findes ikke."))
    person = allowed(request, "goal.change", goal)
    form = MeasureForm(request.POST or None, on=today(), initial={"direction": "up"})
    here, trail = _way(goal)

    def save(values: dict[str, Any]) -> Measure:
        values.pop("version")
        return actions.create_measure(goal, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Målepunktet er skrevet ind."), title=_("Nyt målepunkt"),
        lead=goal.title, trail=trail, back=here, submit=_("Gem"),
    )  # fmt: skip


@page("goal.change")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put a measure right; its numbers stay."""
    measure = _measure(key)
    person = allowed(request, "goal.change", measure.goal)
    initial = {name: getattr(measure, name) for name in (*FIELDS, "version")}
    form = MeasureForm(request.POST or None, on=today(), initial=initial)
    here, trail = _way(measure.goal)

    def save(values: dict[str, Any]) -> Measure:
        seen = values.pop("version")
        return actions.change_measure(measure, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Målepunktet er rettet."), title=_("Ret målepunkt"),
        lead=measure.title, trail=trail, back=here, submit=_("Gem"), row=measure,
    )  # fmt: skip


@page("goal.change")
def end(request: HttpRequest, key: int) -> HttpResponse:
    """Nobody is asked any more; GET asks first."""
    measure = _measure(key)
    person = allowed(request, "goal.change", measure.goal)
    here, trail = _way(measure.goal)
    if request.method == "POST":
        work = lambda: actions.end_measure(measure, by=person, at=now())  # noqa: E731  # said in one line
        return act(request, work, then=here, said=_("Målepunktet er afsluttet."))
    context = {
        "title": _("Afslut målepunktet"),
        "text": _("“%(title)s” måles ikke længere. De tal, der er skrevet, bliver stående.") % {"title": measure.title},
        "submit": _("Afslut"),
        "trail": trail,
        "back": here,
    }
    return render(request, "strategy/confirm.html", context)


@page("measure.enter")
def enter(request: HttpRequest, key: int) -> HttpResponse:
    """Write a number: one field and one button."""
    measure = _measure(key)
    person = allowed(request, "measure.enter", measure)
    form = ValueForm(request.POST or None, initial={"on": today()})
    form.fields["value"].help_text = measure.unit
    here, trail = _way(measure.goal)

    def save(values: dict[str, Any]) -> MeasureValue:
        return actions.enter_value(measure, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Tallet er skrevet ind."), title=measure.title,
        lead=_("Målet er %(target)s.") % {"target": value_words(measure.target_value, measure.unit)}, trail=trail,
        back=here, submit=_("Gem tallet"),
    )  # fmt: skip


@page("measure.enter")
def correct(request: HttpRequest, key: int) -> HttpResponse:
    """A newer number in the place of a wrong one."""
    wrong = find(MeasureValue, key, "measure__goal__owner", said=_("Tallet findes ikke."))
    measure = wrong.measure
    person = allowed(request, "measure.enter", measure)
    form = CorrectionForm(request.POST or None)
    here, trail = _way(measure.goal)

    def save(values: dict[str, Any]) -> MeasureValue:
        return actions.correct_value(wrong, by=person, at=now(), **values)

    facts = {"title": measure.title, "value": value_words(wrong.value, measure.unit), "day": day_text(wrong.on)}
    return register_page(
        request, form=form, save=save, then=here, said=_("Tallet er rettet. Det gamle står i historien."),
        title=_("Ret tallet"), lead=_("%(title)s: %(value)s den %(day)s.") % facts, trail=trail, back=here,
        submit=_("Gem det rigtige tal"),
    )  # fmt: skip

"""A goal's page, writing it, and what it is to the other strategies."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page
from styrehjul.strategy import actions
from styrehjul.strategy.actions import GoalDetails
from styrehjul.strategy.forms.goals import GoalForm, RelationForm
from styrehjul.strategy.models import Goal, GoalRelation, Strategy
from styrehjul.strategy.queries.strategies import lines_of, overview, relations_of
from styrehjul.strategy.views.common import HOME, TRAIL, find

_DETAILS = ("number", "kind", "strategy_id", "parent_id", "not_measured", "end_reason", "replaced_by_id")
_OWN = ("title", "text", "owner_id", "start", "end", "version")


def _goal(key: int) -> Goal:
    return find(Goal, key, "strategy", "owner", "parent", "replaced_by", said=_("Målet findes ikke."))


def _split(values: dict[str, Any]) -> dict[str, Any]:
    details = GoalDetails(**{name: values.pop(name) for name in _DETAILS})
    return {**values, "details": details}


@page("goal.see")
def goal_page(request: HttpRequest, key: int) -> HttpResponse:
    """One goal: what serves it, how it is measured, and what it is to the other strategies."""
    goal, on, person = _goal(key), today(), person_of(request)
    family = [goal, *goal.parts.select_related("owner")]
    line = next(one for one in lines_of(family, on) if one.goal.pk == goal.pk)
    may_change = may(person, "goal.change", goal, on=on)
    context = {
        "goal": goal,
        "line": line,
        "relations": relations_of(goal=goal),
        "replaces": list(goal.replaces.order_by("start", "pk")),
        "trail": TRAIL,
        "may_change": may_change,
        "may_enter": {
            one.measure.pk
            for one in line.measures
            if one.measure.ended_on is None and may(person, "measure.enter", one.measure, on=on)
        },
        "may_add": may_change and not line.ended,
    }
    return render(request, "strategy/goal.html", context)


@page("goal.create")
def create(request: HttpRequest) -> HttpResponse:
    """Write a new goal in."""
    person = allowed(request, "goal.create")
    strategy = overview_strategy()
    parent = request.GET.get("delmaal-af", "")
    initial = {"start": today(), "strategy_id": strategy, "parent_id": int(parent) if parent.isdecimal() else None}
    form = GoalForm(request.POST or None, on=today(), initial=initial)

    def save(values: dict[str, Any]) -> Goal:
        values.pop("version")
        return actions.create_goal(by=person, at=now(), **_split(values))

    return register_page(
        request, form=form, save=save, then=lambda made: made.get_absolute_url(), said=_("Målet er skrevet ind."),
        title=_("Nyt mål"), trail=TRAIL, back=HOME, submit=_("Gem"),
    )  # fmt: skip


def overview_strategy() -> int | None:
    """The strategy that a new goal belongs to unless another is picked."""
    now_in_force = overview(today()).now
    return now_in_force.pk if now_in_force else None


@page("goal.change")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put a goal right, or end it."""
    goal = _goal(key)
    person = allowed(request, "goal.change", goal)
    initial = {name: getattr(goal, name) for name in (*_OWN, *_DETAILS)}
    form = GoalForm(request.POST or None, on=today(), goal=goal.pk, initial=initial)
    here = goal.get_absolute_url()

    def save(values: dict[str, Any]) -> Goal:
        seen = values.pop("version")
        return actions.change_goal(goal, expected_version=seen, by=person, at=now(), **_split(values))

    return register_page(
        request, form=form, save=save, then=here, said=_("Målet er rettet."), title=_("Ret mål"), lead=goal.title,
        trail=[*TRAIL, (goal.title, here)], back=here, submit=_("Gem"), row=goal,
    )  # fmt: skip


@page("goal.change")
def relate(request: HttpRequest, key: int) -> HttpResponse:
    """Say what the goal is to another strategy."""
    goal = _goal(key)
    person = allowed(request, "goal.change", goal)
    form = RelationForm(request.POST or None, on=today(), own=goal.strategy_id)
    here = goal.get_absolute_url()

    def save(values: dict[str, Any]) -> GoalRelation:
        strategy = find(Strategy, values.pop("strategy_id"), said=_("Strategien findes ikke."))
        return actions.relate(goal, strategy, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=f"{here}#strategier", said=_("Forbindelsen er skrevet ind."),
        title=_("Forbind med en anden strategi"), lead=goal.title, trail=[*TRAIL, (goal.title, here)], back=here,
        submit=_("Gem"),
    )  # fmt: skip


@page("goal.change")
def unrelate(request: HttpRequest, key: int) -> HttpResponse:
    """Take a relation away; GET asks first."""
    relation = find(GoalRelation, key, "goal", "strategy", said=_("Forbindelsen findes ikke."))
    person = allowed(request, "goal.change", relation.goal)
    here = relation.goal.get_absolute_url()
    if request.method == "POST":
        return act(
            request, lambda: actions.unrelate(relation, by=person, at=now()), then=f"{here}#strategier",
            said=_("Forbindelsen er fjernet."),
        )  # fmt: skip
    context = {
        "title": _("Fjern forbindelsen"),
        "text": f"{relation.goal.title} – {str(relation.get_kind_display()).lower()} {relation.strategy}: "
        f"{relation.sentence}",
        "submit": _("Fjern"),
        "trail": [*TRAIL, (relation.goal.title, here)],
        "back": here,
    }
    return render(request, "strategy/confirm.html", context)

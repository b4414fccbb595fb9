"""`/strategi/`: the strategy in force; each strategy's page; and the two lists of what is not tied."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page
from styrehjul.strategy import actions
from styrehjul.strategy.actions.strategies import FIELDS
from styrehjul.strategy.forms.strategies import StrategyForm
from styrehjul.strategy.hooks import loose_efforts, tie, tieable
from styrehjul.strategy.models import Goal, Strategy
from styrehjul.strategy.queries.assessments import years
from styrehjul.strategy.queries.goals import goal_choices
from styrehjul.strategy.queries.partnerships import partnership_lines
from styrehjul.strategy.queries.strategies import (
    GoalLine,
    lines_of,
    overview,
    relations_of,
    strategy_lines,
    without_efforts,
)
from styrehjul.strategy.views.common import HOME, TRAIL, find
from styrehjul.ui.lists import FORMATS, download


@page("goal.see")
def home(request: HttpRequest) -> HttpResponse:
    """The strategy in force with its goals, and what stands beside it."""
    on, person = today(), person_of(request)
    if (form := request.GET.get("format", "")) in FORMATS:
        return _sheet(form)
    view = overview(on)
    context = {
        "view": view,
        "partnerships": [line for line in partnership_lines(on) if not line.ended],
        "years": years(on.year),
        "idle": len(without_efforts(on)),
        "loose": len(loose_efforts(on)),
        "may_create": may(person, "goal.create", on=on),
        "may_write": may(person, "strategy.create", on=on),
        "may_partner": may(person, "partnership.create", on=on),
    }
    return render(request, "strategy/home.html", context)


def _sheet(form: str) -> HttpResponse:
    lines = lines_of(list(Goal.objects.select_related("owner", "strategy")), today())
    rows = [_row(one) for line in lines for one in (line, *line.parts)]
    header = ["Nummer", "Mål", "Uddybning", "Strategi", "Ejer", "Fra", "Til", "Måling", "Indsatser"]
    return download(
        form, "maal", header, rows, xlsx=partial(to_xlsx, "Mål"), csv=to_csv,
        keys=["number", "title", "text", "strategy", "owner", "start", "end", "measured", "efforts"],
    )  # fmt: skip


def _row(line: GoalLine) -> list[Any]:
    goal = line.goal
    measured = "; ".join(f"{one.measure.title}: {one.sentence}" for one in line.measures)
    return [
        goal.number, goal.title, goal.text, goal.strategy.title if goal.strategy else "",
        goal.owner.name if goal.owner else "", goal.start, goal.end,
        measured or ("Måles ikke" if goal.not_measured else ""), "; ".join(one.title for one in line.efforts),
    ]  # fmt: skip


@page("goal.see")
def strategy_page(request: HttpRequest, key: int) -> HttpResponse:
    """One strategy, in force or earlier, with its goals and what they are to the others."""
    strategy = find(Strategy, key, "owner", "contact", "replaces", said=_("Strategien findes ikke."))
    on = today()
    context = {
        "strategy": strategy,
        "lines": strategy_lines(strategy, on),
        "relations": relations_of(strategy=strategy),
        "after": list(strategy.replaced_by_set.order_by("start", "pk")),
        "ended": strategy.end is not None and strategy.end < on,
        "trail": TRAIL,
        "may_change": may(person_of(request), "strategy.change", strategy, on=on),
    }
    return render(request, "strategy/strategy.html", context)


@page("strategy.create")
def create(request: HttpRequest) -> HttpResponse:
    """Write a strategy in."""
    person = allowed(request, "strategy.create")
    kind = request.GET.get("slags", "")
    initial = {"start": today(), "kind": kind if kind in ("digital", "other", "joint") else "digital"}
    form = StrategyForm(request.POST or None, on=today(), initial=initial)

    def save(values: dict[str, Any]) -> Strategy:
        values.pop("version")
        return actions.create_strategy(by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=lambda made: made.get_absolute_url(), said=_("Strategien er skrevet ind."),
        title=_("Ny strategi"), trail=TRAIL, back=HOME, submit=_("Gem"),
    )  # fmt: skip


@page("strategy.change")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put a strategy right."""
    strategy = find(Strategy, key, said=_("Strategien findes ikke."))
    person = allowed(request, "strategy.change", strategy)
    initial = {name: getattr(strategy, name) for name in (*FIELDS, "version")}
    form = StrategyForm(request.POST or None, on=today(), strategy=strategy.pk, initial=initial)
    here = strategy.get_absolute_url()

    def save(values: dict[str, Any]) -> Strategy:
        seen = values.pop("version")
        return actions.change_strategy(strategy, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Strategien er rettet."), title=_("Ret strategi"),
        lead=strategy.title, trail=[*TRAIL, (strategy.title, here)], back=here, submit=_("Gem"), row=strategy,
    )  # fmt: skip


@page("goal.see")
def idle_goals(request: HttpRequest) -> HttpResponse:
    """Goals that nothing serves; each with the efforts without a goal to tie to it."""
    on = today()
    context = {
        "goals": without_efforts(on),
        "loose": [row for row, may_tie in tieable(loose_efforts(on), person_of(request), on) if may_tie],
        "trail": TRAIL,
    }
    return render(request, "strategy/idle.html", context)


@page("goal.see")
def loose(request: HttpRequest) -> HttpResponse:
    """Efforts that serve no goal; each is tied with one click. Nothing is held up by it."""
    on = today()
    local = request.GET.get("lokale", "") == "ja"
    context = {
        "rows": tieable(loose_efforts(on, local=local), person_of(request), on),
        "goals": goal_choices(on),
        "local": local,
        "trail": TRAIL,
    }
    return render(request, "strategy/loose.html", context)


@page("goal.see")
def tie_effort(request: HttpRequest) -> HttpResponse:
    """Tie an effort to a goal: the rules of whoever keeps the effort say who may."""
    person = allowed(request, "goal.see")
    back = f"{HOME}uden-indsatser/" if request.POST.get("fra") == "maal" else f"{HOME}uden-maal/"
    if request.POST.get("lokale") == "ja":
        back += "?lokale=ja"
    goal = request.POST.get("goal", "")

    def work() -> None:
        if not goal.isdecimal() or len(goal) > 12:
            raise Refused("tie.choose")
        tie(request.POST.get("key", ""), int(goal), person, now())

    return act(request, work, then=back, said=_("Indsatsen er knyttet til målet."))

"""One benefit's figures: its course over time, and its way into the budget."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.benefits.actions import curves, trail
from styrehjul.benefits.domain.figure_words import times_text
from styrehjul.benefits.domain.profile import MONEY
from styrehjul.benefits.forms.figures import BudgetForm, CurveForm, ReasonForm, StepForm
from styrehjul.benefits.models import Benefit, BudgetRow
from styrehjul.benefits.queries.curves import curve_of, level_of
from styrehjul.benefits.queries.facts import Known, known
from styrehjul.benefits.queries.figures import chosen
from styrehjul.benefits.queries.trail import trail_of
from styrehjul.people.entry import allowed, now, page, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page

HOME = "/gevinster/"


def found(number: str) -> Known:
    """The benefit with its figures, or the page for what is not there."""
    rows = known(Benefit.objects.filter(number=number))
    if not rows:
        raise Http404(_("Der er ingen gevinst med nummeret %(number)s.") % {"number": number})
    return rows[0]


def _trail(one: Known, *more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Gevinster"), HOME), (one.row.title, one.row.get_absolute_url()), *more]


def figures_of(one: Known, person: Any) -> dict[str, Any]:
    """What the benefit's page shows of its figures."""
    on = today()
    return {
        "benefit": one.row,
        "curve": curve_of(one, on),
        "level": level_of(one, on),
        "budget": trail_of(one, on),
        "is_money": one.unit == MONEY,
        "member": getattr(one.row, "group_member", None),
        "may_set_curve": may(person, "benefit.change", one.row, on=on),
        "may_take_home": may(person, "benefit.take_home", one.row, on=on),
        "today": on,
        "often": times_text(chosen().interval_percent),
    }


@page("benefit.see")
def course(request: HttpRequest, number: str) -> HttpResponse:
    """Promised, expected and measured; drawn, as a table, and in words."""
    one = found(number)
    person = allowed(request, "benefit.see", one.row)
    return render(request, "benefits/figures/course.html", figures_of(one, person) | {"trail": _trail(one)})


@page("benefit.change")
def set_course(request: HttpRequest, number: str) -> HttpResponse:
    """Say when it comes and how much."""
    one = found(number)
    person = allowed(request, "benefit.change", one.row)
    names = ("anchor_id", "start_on", "offset_months", "rate", "rate_low", "rate_high", "ramp", "end_on", "version")
    initial = {name: getattr(one.course, name) for name in names} if one.course else {}
    form = CurveForm(request.POST or None, one=one, initial=initial)
    url = f"{one.row.get_absolute_url()}forloeb/"

    def save(values: dict[str, Any]) -> Any:
        seen = values.pop("version")
        return curves.set_curve(one.row, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=url, said=_("Forløbet er gemt."), title=_("Hvornår og hvor meget"),
        lead=one.row.title, trail=_trail(one, (_("Forløb"), url)), back=url, row=one.course,
    )  # fmt: skip


@page("benefit.change")
def promise(request: HttpRequest, number: str) -> HttpResponse:
    """A new promise beside the first."""
    one = found(number)
    person = allowed(request, "benefit.change", one.row)
    url = f"{one.row.get_absolute_url()}forloeb/"
    return register_page(
        request, form=ReasonForm(request.POST or None), then=url, said=_("Det nye løfte er låst."),
        save=lambda values: curves.freeze_again(one.row, by=person, at=now(), **values), title=_("Lås et nyt løfte"),
        lead=_("Det, der ventes i dag, bliver det, som der måles imod. Det kan ikke tages tilbage; det første løfte bliver stående."),
        trail=_trail(one, (_("Forløb"), url)), back=url, submit=_("Lås løftet"),
    )  # fmt: skip


@page("benefit.take_home")
def propose(request: HttpRequest, number: str) -> HttpResponse:
    """Propose an amount for the budget."""
    one = found(number)
    person = allowed(request, "benefit.take_home", one.row)
    url = f"{one.row.get_absolute_url()}forloeb/"
    form = BudgetForm(request.POST or None, initial={"year": today().year + 1})
    return register_page(
        request, form=form, save=lambda values: trail.propose_budget(one.row, by=person, at=now(), **values),
        then=f"{url}#budget", said=_("Beløbet er foreslået."), title=_("Foreslå et beløb til budgettet"),
        lead=one.row.title, trail=_trail(one, (_("Forløb"), url)), back=url, submit=_("Foreslå"),
    )  # fmt: skip


@page("benefit.take_home")
def move(request: HttpRequest, number: str, pk: int) -> HttpResponse:
    """The next step of an amount."""
    one = found(number)
    person = allowed(request, "benefit.take_home", one.row)
    row = BudgetRow.objects.filter(pk=pk, benefit=one.row).select_related("benefit").first()
    if row is None:
        raise Http404
    url = f"{one.row.get_absolute_url()}forloeb/"
    part = trail_of(one, today())
    steps = next((line.next for line in part.rows if line.row.pk == pk), []) if part else []
    form = StepForm(request.POST or None, steps=steps, initial={"version": row.version})

    def save(values: dict[str, Any]) -> Any:
        seen = values.pop("version")
        return trail.move_budget(row, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=f"{url}#budget", said=_("Trinet er skrevet."),
        title=_("Næste trin til budgettet"), lead=f"{row.year} · {row.account} · {row.get_step_display()}",
        trail=_trail(one, (_("Forløb"), url)), back=url, row=row,
    )  # fmt: skip

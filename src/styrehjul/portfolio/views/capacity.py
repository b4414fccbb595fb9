"""Capacity: what the pools have, and what is asked of them."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.actions import resources
from styrehjul.portfolio.forms.resources import CapacityForm, PoolForm
from styrehjul.portfolio.models import Pool
from styrehjul.portfolio.queries.capacity import capacity_on
from styrehjul.portfolio.views.asked import Asked, ways
from styrehjul.portfolio.views.cards import trail


@page("project.see")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Every pool with its coming quarters: what there is, what is promised, and what is asked for on top."""
    person = allowed(request, "project.see")
    shown = capacity_on(today(), persons=_names_persons(person))
    context = {
        "shown": shown,
        "trail": trail(),
        "views": ways(Asked.of(request), "kapacitet"),
        "may_pool": may(person, "pool.change", on=today()),
        "may_plan": may(person, "plan.solve", on=today()),
        "over": [(one, quarter) for one in shown.pools for quarter in one.quarters if quarter.verdict == "over"],
    }
    return render(request, "portfolio/capacity.html", context)


def _names_persons(person: Person) -> bool:
    """Persons are for those who lead pools and who administer the portfolio."""
    return may(person, "pool.change", on=today()) or Pool.objects.filter(leader=person).exists()


@page("pool.change")
def new_pool(request: HttpRequest) -> HttpResponse:
    """A pool: a role or a unit, and who leads it."""
    person = allowed(request, "pool.change")
    form = PoolForm(request.POST if request.method == "POST" else None, on=today())
    return _pool_page(request, None, form, person)


@page("project.see")
def pool(request: HttpRequest, pk: int) -> HttpResponse:
    """One pool: its quarters, who draws on it, and for its leader what it has."""
    row = get_object_or_404(Pool.objects.select_related("leader", "unit"), pk=pk)
    if request.method == "POST":
        person = allowed(request, "pool.change")
        return _pool_page(request, row, PoolForm(request.POST, on=today()), person)
    person = allowed(request, "project.see")
    return render(request, "portfolio/pool.html", _pool_context(row, person))


def _pool_context(row: Pool, person: Person, **more: Any) -> dict[str, Any]:
    on = today()
    led = row.leader_id == person.pk
    initial = {"name": row.name, "unit_id": row.unit_id, "leader_id": row.leader_id, "version": row.version}
    return {
        "pool": row,
        "shown": capacity_on(on, pool=row.pk, persons=led or may(person, "pool.change", on=on), quarters=8),
        "trail": trail((_("Kapacitet"), "/projekter/kapacitet/")),
        "may_capacity": may(person, "capacity.change", row, on=on),
        "may_pool": may(person, "pool.change", on=on),
        "form": PoolForm(on=on, initial=initial) if may(person, "pool.change", on=on) else None,
        "capacity_form": CapacityForm(on=on, prefix="k"),
        **more,
    }


def _pool_page(request: HttpRequest, row: Pool | None, form: PoolForm, person: Person) -> HttpResponse:
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        version = values.pop("version", None)
        try:
            return act(
                request,
                lambda: resources.save_pool(row, by=person, at=now(), expected_version=version, **values),
                then=lambda saved: f"/projekter/kapacitet/{saved.pk}/",
                said=_("Puljen er gemt."),
            )
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    status = 409 if refused else (422 if form.is_bound and form.errors else 200)
    if row is not None:
        return render(
            request, "portfolio/pool.html", _pool_context(row, person, form=form, refused=refused), status=status
        )
    context = {"form": form, "trail": trail((_("Kapacitet"), "/projekter/kapacitet/")), "refused": refused}
    return render(request, "portfolio/pool_new.html", context, status=status)


@page("capacity.change")
@require_POST
def set_quarter(request: HttpRequest, pk: int) -> HttpResponse:
    """What the pool has in a quarter."""
    row = get_object_or_404(Pool, pk=pk)
    person = allowed(request, "capacity.change", row)
    form = CapacityForm(request.POST, on=today(), prefix="k")
    refused: Refused | None = None
    if form.is_valid():
        values = dict(form.cleaned_data)
        values["absence"] = values["absence"] or 0
        try:
            return act(
                request,
                lambda: resources.set_capacity(row, by=person, at=now(), **values),
                then=f"/projekter/kapacitet/{row.pk}/",
                said=_("Kapaciteten er gemt."),
            )
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    context = _pool_context(row, person, capacity_form=form, refused=refused)
    return render(request, "portfolio/pool.html", context, status=409 if refused else 422)


@page("pool.change")
@require_POST
def close(request: HttpRequest, pk: int) -> HttpResponse:
    """Nobody draws on the pool any more."""
    row = get_object_or_404(Pool, pk=pk)
    person = allowed(request, "pool.change")
    return act(
        request, lambda: resources.close_pool(row, by=person, at=now()), then="/projekter/kapacitet/",
        said=_("Puljen er lukket."),
    )  # fmt: skip

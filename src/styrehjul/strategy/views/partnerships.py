"""Partnerships: the list, each one's page, and whether it goes on."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from styrehjul.people.entry import allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.people.register import Trail, register_page
from styrehjul.strategy import actions
from styrehjul.strategy.actions.partnerships import FIELDS
from styrehjul.strategy.domain.measuring import months_after
from styrehjul.strategy.forms.strategies import EndForm, PartnershipForm, RenewForm
from styrehjul.strategy.hooks import partnered
from styrehjul.strategy.models import Partnership
from styrehjul.strategy.queries.partnerships import is_past, partnership_lines
from styrehjul.strategy.views.common import HOME, TRAIL, find

LIST = f"{HOME}partnerskaber/"
TO_LIST: Trail = [*TRAIL, (lazy("Partnerskaber"), LIST)]


def _partnership(key: int) -> Partnership:
    return find(Partnership, key, "contact", said=_("Partnerskabet findes ikke."))


@page("goal.see")
def index(request: HttpRequest) -> HttpResponse:
    """Every partnership, those to be assessed first."""
    on = today()
    context = {
        "lines": partnership_lines(on),
        "trail": TRAIL,
        "may_create": may(person_of(request), "partnership.create", on=on),
    }
    return render(request, "strategy/partnerships.html", context)


@page("goal.see")
def partnership_page(request: HttpRequest, key: int) -> HttpResponse:
    """One partnership: with whom, for what, what each gives, and its projects."""
    row, on = _partnership(key), today()
    context = {
        "row": row,
        "to_assess": is_past(row, on),
        "projects": partnered([row.pk]).get(row.pk, []),
        "trail": TO_LIST,
        "may_change": row.ended_on is None and may(person_of(request), "partnership.change", row, on=on),
    }
    return render(request, "strategy/partnership.html", context)


@page("partnership.create")
def create(request: HttpRequest) -> HttpResponse:
    """Write a partnership in."""
    person = allowed(request, "partnership.create")
    form = PartnershipForm(request.POST or None, on=today(), initial={"start": today()})

    def save(values: dict[str, Any]) -> Partnership:
        values.pop("version")
        return actions.create_partnership(by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=lambda made: made.get_absolute_url(),
        said=_("Partnerskabet er skrevet ind."), title=_("Nyt partnerskab"), trail=TO_LIST, back=LIST, submit=_("Gem"),
    )  # fmt: skip


@page("partnership.change")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put a partnership right."""
    row = _partnership(key)
    person = allowed(request, "partnership.change", row)
    form = PartnershipForm(
        request.POST or None, on=today(), initial={name: getattr(row, name) for name in (*FIELDS, "version")}
    )
    here = row.get_absolute_url()

    def save(values: dict[str, Any]) -> Partnership:
        seen = values.pop("version")
        return actions.change_partnership(row, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Partnerskabet er rettet."), title=_("Ret partnerskab"),
        lead=row.title, trail=[*TO_LIST, (row.title, here)], back=here, submit=_("Gem"), row=row,
    )  # fmt: skip


@page("partnership.change")
def renew(request: HttpRequest, key: int) -> HttpResponse:
    """It goes on: a later end, a year after the old one unless another is picked."""
    row = _partnership(key)
    person = allowed(request, "partnership.change", row)
    form = RenewForm(request.POST or None, initial={"end": months_after(max(row.end or today(), today()), 12)})
    here = row.get_absolute_url()

    def save(values: dict[str, Any]) -> Partnership:
        return actions.renew_partnership(row, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Partnerskabet er forlænget."), title=_("Forlæng partnerskabet"),
        lead=row.title, trail=[*TO_LIST, (row.title, here)], back=here, submit=_("Forlæng"),
    )  # fmt: skip


@page("partnership.change")
def end(request: HttpRequest, key: int) -> HttpResponse:
    """It is over, with what came of it."""
    row = _partnership(key)
    person = allowed(request, "partnership.change", row)
    form = EndForm(request.POST or None)
    here = row.get_absolute_url()

    def save(values: dict[str, Any]) -> Partnership:
        return actions.end_partnership(row, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=here, said=_("Partnerskabet er afsluttet."),
        title=_("Afslut partnerskabet"), lead=row.title, trail=[*TO_LIST, (row.title, here)], back=here,
        submit=_("Afslut partnerskabet"),
    )  # fmt: skip

"""Benefits under one ceiling."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.benefits.actions import groups as actions
from styrehjul.benefits.forms.figures import GroupForm, MemberForm
from styrehjul.benefits.models import Benefit, DoubleCountGroup
from styrehjul.benefits.queries.groups import group_page, groups_page
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page

HOME, GROUPS = "/gevinster/", "/gevinster/grupper/"
NAMES = ("name", "ceiling", "ceiling_low", "ceiling_high", "account", "rule", "version")


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Gevinster"), HOME), (_("Overblik"), "/gevinster/overblik/"), *more]


def _find(pk: int) -> DoubleCountGroup:
    found = DoubleCountGroup.objects.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


@page("benefit.see")
def index(request: HttpRequest) -> HttpResponse:
    """Every ceiling, and the pairs that seem to count the same."""
    person = allowed(request, "benefit.see")
    context = groups_page(today()) | {"trail": _trail(), "may_group": may(person, "benefit.group", on=today())}
    return render(request, "benefits/figures/groups.html", context)


@page("benefit.group")
def create(request: HttpRequest) -> HttpResponse:
    """A new ceiling."""
    person = allowed(request, "benefit.group")

    def save(values: dict[str, Any]) -> Any:
        values.pop("version")
        return actions.make_group(by=person, at=now(), **values)

    return register_page(
        request, form=GroupForm(request.POST or None, is_new=True), save=save,
        then=lambda row: str(row.get_absolute_url()), said=_("Gruppen er lavet. Føj gevinster til den."),
        title=_("Ny gruppe"), lead=_("Gevinster, der ville hente det samme, deler et loft."),
        trail=_trail((_("Grupper"), GROUPS)), back=GROUPS,
    )  # fmt: skip


@page("benefit.group")
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Another ceiling or rule."""
    row, person = _find(pk), allowed(request, "benefit.group")
    form = GroupForm(request.POST or None, is_new=False, initial={name: getattr(row, name) for name in NAMES})

    def save(values: dict[str, Any]) -> Any:
        seen = values.pop("version")
        return actions.change_group(row, expected_version=seen, by=person, at=now(), **values)

    url = row.get_absolute_url()
    return register_page(
        request, form=form, save=save, then=url, said=_("Gruppen er rettet."), title=_("Ret gruppen"),
        trail=_trail((_("Grupper"), GROUPS), (row.name, url)), back=url, row=row,
    )  # fmt: skip


@page("benefit.see")
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """Who is under the ceiling, and what each is credited with."""
    row, person, on = _find(pk), allowed(request, "benefit.see"), today()
    may_group = may(person, "benefit.group", on=on)
    context = group_page(row, on) | {
        "trail": _trail((_("Grupper"), GROUPS)),
        "may_group": may_group,
        "form": MemberForm(unit=row.unit) if may_group else None,
    }
    return render(request, "benefits/figures/group.html", context)


@page("benefit.group")
def members(request: HttpRequest, pk: int) -> HttpResponse:
    """Put a benefit under the ceiling, or take one out."""
    row, person = _find(pk), allowed(request, "benefit.group")
    url = row.get_absolute_url()
    drop = request.POST.get("fjern", "")
    if drop.isdecimal() and len(drop) < 12:
        member = row.members.filter(pk=int(drop)).first()
        if member is None:
            raise Http404
        return act(
            request, lambda: actions.take_out_of_group(member, by=person, at=now()), then=url, said=_("Taget ud.")
        )
    form = MemberForm(request.POST or None, unit=row.unit)
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        values = dict(form.cleaned_data)
        benefit = Benefit.objects.get(pk=values.pop("benefit_id"))
        try:
            return act(
                request, lambda: actions.put_in_group(row, benefit, by=person, at=now(), **values), then=url,
                said=_("Gevinsten står nu under loftet."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = group_page(row, today()) | {
        "trail": _trail((_("Grupper"), GROUPS)), "may_group": True, "form": form, "refused": refused,
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound else 200
    return render(request, "benefits/figures/group.html", context, status=status)

"""One project: its card, its status, and what its people do with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.deeds import DEEDS, Deed
from styrehjul.portfolio.domain.periods import grid, years_shown
from styrehjul.portfolio.forms import DeedForm, StatusForm
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.card import card_of, project_by_number, ways_for

# What higher packages show on the card: they own the view, the card only knows its address.
PARTIALS = ("meetings:put_on_meeting", "meetings:project_decisions")


def find(number: str) -> Project:
    """The project with that number, or the page for what is not there."""
    project = project_by_number(number)
    if project is None:
        raise Http404(_("Der er intet projekt med nummeret %(number)s.") % {"number": number})
    return project


@page("project.see")
def detail(request: HttpRequest, number: str) -> HttpResponse:
    """The card: only what is filled."""
    project = find(number)
    person = allowed(request, "project.see", project)
    on = today()
    as_of = _past(request.GET.get("pr", ""), on)
    card = card_of(project, person, on, as_of=as_of)
    if card is None:
        raise Http404(_("Projektet fandtes ikke den dag."))
    first, last = years_shown(as_of or on)
    return render(
        request,
        "portfolio/card.html",
        {
            "card": card,
            "record": card.record,
            "row": card.row,
            "facts": facts(card.record),
            "trail": trail(),
            "lead": _lead(card.record),
            "grid": grid(),
            "years": f"{first}–{last}",
            "put_url": partial_url(PARTIALS[0], number) if as_of is None and project.state == "proposed" else "",
            "decisions_url": partial_url(PARTIALS[1], number),
        },
    )


def partial_url(name: str, number: str) -> str:
    """Where a higher package serves its part of the card; empty where that package is not there."""
    try:
        return reverse(name, args=[number])
    except NoReverseMatch:
        return ""


def trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    """The way here."""
    return [(_("Projekter"), "/projekter/"), *more]


def _past(text: str, on: date) -> date | None:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        return None
    return day if day < on else None


def _lead(record: Any) -> str:
    parts = [record.number, record.lead_area.name if record.lead_area else "", record.get_category_display()]
    return " · ".join(part for part in parts if part)


def facts(record: Any) -> list[tuple[str, Any]]:
    """The filled facts of the card, in the order people ask for them."""
    money = (
        _("%(amount)s.000 kr.") % {"amount": f"{record.cost_tdkk:,.0f}".replace(",", ".")} if record.cost_tdkk else ""
    )
    rows = [
        (_("Undertype"), record.get_subtype_display() if record.subtype else ""),
        (_("Ejer uden for kommunen"), record.external_owner),
        (_("Program"), record.programme),
        (_("Partnere"), record.partners),
        (_("Mål"), record.goal),
        (_("Hvem bruger det"), record.users),
        (_("Hvad får vi ud af det"), record.gain),
        (_("Økonomi"), money),
        (_("Timer"), f"{record.hours:,.0f}".replace(",", ".") if record.hours else ""),
        (_("Frist udefra"), record.outside_deadline),
        (_("Enhed"), record.org_unit),
    ]
    extra = [(str(name), value) for name, value in (record.extra or {}).items()]
    return [(label, value) for label, value in [*rows, *extra] if value]


@page("project.report_status")
def status(request: HttpRequest, number: str) -> HttpResponse:
    """Give a status in two minutes; one click where nothing has changed."""
    project = find(number)
    person = allowed(request, "project.report_status", project)
    form = StatusForm(
        request.POST or None if "unchanged" not in request.POST else None,
        initial={"light": project.light if project.light != "none" else None, "forecast_end": project.forecast_end or project.planned_end},
    )  # fmt: skip
    refused: Refused | None = None
    if request.method == "POST":
        work = _unchanged(project, person) if "unchanged" in request.POST else _reported(project, person, form)
        if work is not None:
            try:
                return act(request, work, then=project.get_absolute_url(), said=_("Status er givet."))
            except Refused as refusal:
                if refusal.code == "busy":
                    raise
                refused = refusal
    context = {"project": project, "form": form, "trail": _card_trail(project), "refused": refused}
    return render(request, "portfolio/status.html", context, status=_status(form, refused))


def _unchanged(project: Project, person: Person) -> Callable[[], Any]:
    return lambda: actions.report_unchanged(project, by=person, at=now())


def _reported(project: Project, person: Person, form: StatusForm) -> Callable[[], Any] | None:
    if not form.is_valid():
        return None
    return lambda: actions.report_status(project, by=person, at=now(), **form.cleaned_data)


def _status(form: Any, refused: Refused | None) -> int:
    if refused is not None:
        return 409
    return 422 if form.is_bound and form.errors else 200


def _card_trail(project: Project) -> list[tuple[str, str]]:
    return trail((project.title, project.get_absolute_url()))


DOERS: dict[str, Callable[..., Any]] = {
    "indsend": actions.submit_proposal,
    "meld-faerdig": actions.report_finished,
    "afslut-lokalt": actions.close_local,
    "fortsaet": actions.go_on,
    "traek": actions.withdraw,
}


@page("project.see")
def steer(request: HttpRequest, number: str, slug: str) -> HttpResponse:
    """The page of one thing to do with the project, and the doing of it."""
    project, deed = find(number), DEEDS.get(slug)
    if deed is None:
        raise Http404
    person = allowed(request, deed.asks, project)
    form = DeedForm(request.POST or None, deed=deed, on=today(), initial={"category": project.category})
    way = next((way for way in ways_for(project, person, today()) if way.deed is deed), None)
    refused: Refused | None = None
    valid = form.is_valid() if form.fields else True
    if request.method == "POST" and valid:
        values = (
            {name: value for name, value in form.cleaned_data.items() if value not in (None, "")} if form.fields else {}
        )
        try:
            return act(request, _doing(deed, project, person, values), then=project.get_absolute_url(), said=deed.done)
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    context = {
        "project": project,
        "deed": deed,
        "form": form,
        "trail": _card_trail(project),
        "refused": refused,
        "reasons": way.reasons if way else (),
        "cannot": way is None,
    }
    return render(request, "portfolio/steer.html", context, status=_status(form, refused))


def _doing(deed: Deed, project: Project, person: Person, values: dict[str, Any]) -> Callable[[], Any]:
    if deed.command:
        return lambda: actions.ACTION_OF[deed.command](project, by=person, at=now(), **values)
    return lambda: DOERS[deed.slug](project, by=person, at=now(), **values)

"""One project: its card, and what its people do with it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import NoReverseMatch, reverse
from django.utils.translation import gettext as _

from styrehjul.audit.current import kept
from styrehjul.kernel.danish import money_text, number_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.deeds import DEEDS, Deed
from styrehjul.portfolio.domain.periods import grid, years_shown
from styrehjul.portfolio.forms import DeedForm
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.card import card_of, project_by_number, ways_for
from styrehjul.portfolio.queries.card_life import life_of
from styrehjul.portfolio.queries.card_status import status_card
from styrehjul.portfolio.queries.catalogue import national_part
from styrehjul.portfolio.queries.parts import parts_of
from styrehjul.portfolio.queries.phases import phase_card
from styrehjul.portfolio.queries.trail import origins_of, trail_of
from styrehjul.portfolio.queries.trust import trust_of

# What higher packages show on the card: they own the view, the card only knows its address.
PARTIALS = ("meetings:put_on_meeting", "meetings:project_decisions", "benefits:project_benefits")


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
    name = ("card", project.pk, person.pk, on, as_of)
    context = kept(name, lambda: _context(project, person, on, as_of), of=(project, person))
    if context is None:
        raise Http404(_("Projektet fandtes ikke den dag."))
    return render(request, "portfolio/card.html", context)


def _context(project: Project, person: Person, on: date, as_of: date | None) -> dict[str, Any] | None:
    """All that the card shows to this person; None where there was no project that day."""
    number = project.number
    card = card_of(project, person, on, as_of=as_of)
    if card is None:
        return None
    first, last = years_shown(as_of or on)
    life = life_of(project, as_of, card.record)
    phases = phase_card(project, person, on, as_of=as_of, phase_key=card.record.phase)
    phase = next((step.name for step in phases.steps if step.place == "now"), "") if phases else ""
    origins = origins_of(project, as_of)
    return {
        "card": card,
        "record": card.record,
        "row": card.row,
        "facts": facts(card.record),
        "extra": extra_facts(card.record),
        "trail": trail(),
        "lead": _lead(card.record),
        "grid": grid(),
        "years": f"{first}–{last}",
        "put_url": partial_url(PARTIALS[0], number) if as_of is None and project.state == "proposed" else "",
        # What others show there is as it is now: on a day that has been, the changes name their decisions.
        "decisions_url": partial_url(PARTIALS[1], number) if as_of is None else "",
        "benefits_url": partial_url(PARTIALS[2], number) if as_of is None else "",
        "life": life,
        "traced": trail_of(card.record, card.people, card.changes, life.dates, phase, origins),
        "trust": trust_of(card.record, origins, card.people, as_of or on),
        "phases": phases,
        "national": national_part(project, person, on) if as_of is None else None,
        "status": status_card(project, card.record, person, on, as_of=as_of),
        "parts": parts_of(project, person, on, as_of),
    }


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
    rows = [
        (_("Undertype"), record.get_subtype_display() if record.subtype else ""),
        (_("Ejer uden for kommunen"), record.external_owner),
        (_("Program"), record.programme),
        (_("Styres af"), record.steering_body or record.steering_group),
        (_("Hvem bruger det"), record.users),
        (_("Hvad får vi ud af det"), record.gain),
        (_("Økonomi"), money_text(record.cost_tdkk) if record.cost_tdkk else ""),
        (_("Timer"), number_text(record.hours) if record.hours else ""),
        (_("Frist udefra"), record.outside_deadline),
        (_("Enhed"), record.org_unit),
    ]
    return [(label, value) for label, value in rows if value]


def extra_facts(record: Any) -> list[tuple[str, str]]:
    """What a file said beside the fields that a project has, in the file's own words."""
    return [(str(name), str(value)) for name, value in (record.extra or {}).items() if value]


def _status(form: Any, refused: Refused | None) -> int:
    if refused is not None:
        return 409
    return 422 if form.is_bound and form.errors else 200


def card_trail(project: Project) -> list[tuple[str, str]]:
    """The way to a page under the card."""
    return trail((project.title, project.get_absolute_url()))


DOERS: dict[str, Callable[..., Any]] = {
    "indsend": actions.submit_proposal,
    "meld-faerdig": actions.report_finished,
    "afslut-lokalt": actions.close_local,
    "fortsaet": actions.go_on,
    "traek": actions.withdraw,
    "send-tilbage": actions.send_back,
    "genfremsaet": actions.resubmit,
    "slut-opfoelgning": actions.finish_follow_up,
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
            return act(request, _doing(deed, project, person, values), then=_after(deed), said=deed.done)
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    context = {
        "project": project,
        "deed": deed,
        "form": form,
        "trail": card_trail(project),
        "refused": refused,
        "reasons": way.reasons if way else (),
        "cannot": way is None,
    }
    return render(request, "portfolio/steer.html", context, status=_status(form, refused))


def _after(deed: Deed) -> Callable[[Project], str]:
    """Where to go when it is done: the project, or its closing report when that has just been begun."""
    ending = "slutrapport/" if deed.slug == "meld-faerdig" else ""
    return lambda project: f"{project.get_absolute_url()}{ending}"


def _doing(deed: Deed, project: Project, person: Person, values: dict[str, Any]) -> Callable[[], Any]:
    if "new_end" in values:
        values["planned_end"] = values.pop("new_end")
    if deed.command:
        return lambda: actions.ACTION_OF[deed.command](project, by=person, at=now(), **values)
    return lambda: DOERS[deed.slug](project, by=person, at=now(), **values)

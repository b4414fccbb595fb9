"""All benefits as sums: the overview, what a sum is made of, how it is worked out, and forecasts against outcomes."""

from __future__ import annotations

from dataclasses import astuple, fields
from functools import partial

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.audit.current import kept
from styrehjul.benefits.domain.figure_words import times_text
from styrehjul.benefits.domain.ledger import Block
from styrehjul.benefits.domain.rollup import reach_of
from styrehjul.benefits.queries import calibration as calibrating
from styrehjul.benefits.queries import map as mapping
from styrehjul.benefits.queries.figures import chosen
from styrehjul.benefits.queries.inputs import InputRow, inputs
from styrehjul.benefits.queries.overview import (
    BLOCK_SLUGS,
    BLOCK_WORDS,
    UNIT_SLUGS,
    WAYS,
    method_page,
    overview,
    pool_of,
)
from styrehjul.benefits.queries.systems import systems_page
from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.kernel.danish import number_text
from styrehjul.people.entry import allowed, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.portfolio.models import Project
from styrehjul.strategy.models import Goal
from styrehjul.ui.lists import FORMATS, download

HOME, OVERVIEW, METHOD = "/gevinster/", "/gevinster/overblik/", "/gevinster/overblik/metode/"
HEADERS = (
    "Nummer", "Gevinst", "Adresse", "Projekt", "Laveste", "Ventet", "Højeste", "Andel", "Forventet", "Talt andetsteds",
    "Gruppe", "Gruppens adresse", "Medregnet", "Målt", "Hjemtaget", "Bemærkning",
)  # fmt: skip


def _year(request: HttpRequest) -> int:
    text = request.GET.get("aar", "")
    return min(max(int(text), 2000), 2100) if text.isdecimal() and len(text) == 4 else today().year


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Gevinster"), HOME), *more]


@page("benefit.see")
def overview_page(request: HttpRequest) -> HttpResponse:
    """What all benefits give this year, and in the years around it."""
    person, on, year = allowed(request, "benefit.see"), today(), _year(request)
    context = kept(("benefit-overview", on, year), lambda: overview(pool_of(on), year)) | {
        "trail": _trail(),
        "earlier": f"?aar={year - 1}",
        "later": f"?aar={year + 1}",
        "is_now": year == on.year,
        "may_group": may(person, "benefit.group", on=on),
    }
    return render(request, "benefits/figures/overview.html", context)


@page("benefit.see")
def inputs_page(request: HttpRequest) -> HttpResponse:
    """The benefits behind one number."""
    allowed(request, "benefit.see")
    year = _year(request)
    blocks, units = {slug: block for block, slug in BLOCK_SLUGS.items()}, {slug: u for u, slug in UNIT_SLUGS.items()}
    block = blocks.get(request.GET.get("blok", ""), Block.MAIN)
    unit = units.get(request.GET.get("enhed", ""), next(iter(units.values())))
    way = next((slug for slug in WAYS if request.GET.get(slug)), "")
    on, key = today(), request.GET.get(way, "")[:40] if way else ""
    rows, total, name = kept(
        ("benefit-inputs", on, year, block, unit, way, key),
        lambda: inputs(pool_of(on), year, block, unit, way, key),
    )
    if (form := request.GET.get("format", "")) in FORMATS:
        keys = [field.name for field in fields(InputRow)]
        cells = [astuple(row) for row in rows]
        return download(form, "gevinster-tal", HEADERS, cells, xlsx=partial(to_xlsx, "Tal"), csv=to_csv, keys=keys)
    query = request.GET.copy()
    query.pop("format", None)
    context = {
        "rows": rows, "total": total, "name": name, "year": year, "unit": unit, "kind": BLOCK_WORDS[block], "often": times_text(chosen().interval_percent),
        "is_money": unit == next(iter(UNIT_SLUGS)), "query": query.urlencode(),
        "has_elsewhere": any(row.elsewhere for row in rows), "has_share": any(row.share for row in rows),
        "trail": _trail((_("Overblik"), f"{OVERVIEW}?aar={year}")),
    }  # fmt: skip
    return render(request, "benefits/figures/inputs.html", context)


@page("benefit.see")
def method(request: HttpRequest) -> HttpResponse:
    """How the sums and their bands are worked out, and what another choice would give."""
    person, on, year = allowed(request, "benefit.see"), today(), _year(request)
    context = {
        "parts": method_page(pool_of(on), year),
        "settings": chosen(),
        "reach": number_text(reach_of(chosen().interval_percent), 4),
        "year": year,
        "may_change": may(person, "benefit.settings", on=on),
        "trail": _trail((_("Overblik"), f"{OVERVIEW}?aar={year}")),
    }
    return render(request, "benefits/figures/method.html", context)


@page("benefit.see")
def benefit_map(request: HttpRequest) -> HttpResponse:
    """From project over change and benefit to goal."""
    person_of(request)
    number, key = request.GET.get("projekt", "")[:20], request.GET.get("maal", "")
    project = Project.objects.filter(number=number).first() if number else None
    if number and project is None:
        raise Http404
    if project is not None:
        allowed(request, "project.see", project)
    goal = Goal.objects.filter(pk=int(key)).first() if key.isdecimal() and len(key) < 10 else None
    context = {
        "map": mapping.map_of(project=project, goal=goal),
        "project": project,
        "goal": goal,
        "trail": _trail((_("Overblik"), OVERVIEW)),
    } | mapping.choices()
    return render(request, "benefits/figures/map.html", context)


@page("benefit.see")
def calibration(request: HttpRequest) -> HttpResponse:
    """What was expected against what came."""
    person = allowed(request, "benefit.see")
    on = today()
    context = kept(("benefit-calibration", on), lambda: calibrating.page(on)) | {
        "trail": _trail((_("Overblik"), OVERVIEW)),
        "may_change": may(person, "benefit.settings", on=today()),
    }
    return render(request, "benefits/figures/calibration.html", context)


@page("benefit.see")
def systems(request: HttpRequest) -> HttpResponse:
    """What the efforts on each system can give."""
    allowed(request, "benefit.see")
    return render(
        request, "benefits/figures/systems.html", systems_page() | {"trail": _trail((_("Overblik"), OVERVIEW))}
    )

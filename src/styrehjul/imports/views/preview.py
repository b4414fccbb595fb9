"""What a file would do, row by row; and the button that does it."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.documents.files import read_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.imports.actions import ask_for_run, carry_out, save_profile
from styrehjul.imports.domain.fields import CATEGORY_SHOWN, STATE_SHOWN
from styrehjul.imports.domain.lines import STOPS, Fate, Plan
from styrehjul.imports.forms import asked_in
from styrehjul.imports.models import ImportProfile, ImportRun
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.imports.reading.profiles import profile_for
from styrehjul.imports.reading.questions import questions_of
from styrehjul.imports.reading.stored import as_stored
from styrehjul.imports.views.kinds import LANDS, MENDED_LATER, TITLES, file_of, kind_of
from styrehjul.imports.words import FATES, counted, summary
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, now, page, today
from styrehjul.people.models import OrgUnit, Person
from styrehjul.ui.lists import Page

SHOWN_ROWS = 100
SHOWN_STOPS = 50
# More rows than this are left to the worker, and the page tells how far it has come.
AT_ONCE = 300


@page("page.see")
def preview(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    """What the file would do, row by row; and the button that does it."""
    kind, person = kind_of(request, slug)
    stored = file_of(person, file)
    query = request.GET if request.method == "GET" else request.POST
    asked = asked_of(kind, stored, query)
    try:
        plan = plan_of(asked, today())
    except Refused as stop:
        if kind == "projects" and stop.code in MENDED_LATER and request.method == "GET":
            return HttpResponseRedirect(f"/start/import/{slug}/{file}/kolonner/?{query.urlencode()}")
        raise
    refused: Refused | None = None
    if request.method == "POST":
        try:
            return _read_in(request, asked, stored, person, plan)
        except Refused as stop:
            if stop.code in ("busy", "key.reused"):
                raise
            refused = stop
            plan = plan_of(asked, today())
    context = {
        "title": TITLES[kind],
        "kind": kind,
        "file": stored,
        "slug": slug,
        "trail": [(_("Indlæsning"), "/start/import/"), (str(TITLES[kind]), f"/start/import/{slug}/")],
        "refused": refused,
        **_shown(plan, asked, query),
    }
    return render(request, "imports/preview.html", context, status=409 if refused else 200)


def asked_of(kind: str, stored: StoredFile, query: QueryDict) -> Asked:
    """The file with all that the address says of it, and the profile that it is read by."""
    data = read_bytes(stored)
    profile: ImportProfile | None = None
    if kind == "projects":
        profile = profile_for(asked_in(query, kind, stored.name, data), query.get("profil", ""))
    return asked_in(query, kind, stored.name, data, profile=profile)


def _read_in(request: HttpRequest, asked: Asked, stored: StoredFile, person: Person, plan: Plan) -> HttpResponse:
    """Carry it out, when what the person saw is what would happen; a large file goes to the worker."""
    if request.POST.get("shown") != plan.mark():
        raise Refused("import.changed")
    if asked.kind == "projects" and len(plan.writes) > AT_ONCE:
        if not plan.is_ready:
            raise Refused("import.not_ready", count=sum(1 for line in plan.lines if line.errors))
        return act(
            request,
            lambda: ask_for_run(
                kind=asked.kind, file=stored, sha256=asked.sha256, asked=as_stored(asked), shown=plan.mark(), by=person,
                at=now(), profile_id=asked.profile,
            ),
            then=lambda run: f"/start/import/koersel/{run.uuid}/",
        )  # fmt: skip
    run = None
    if asked.kind == "projects":
        run = ImportRun(
            kind=asked.kind, file=stored, name=stored.name, sha256=asked.sha256, by=person, profile_id=asked.profile
        )
    return act(
        request,
        lambda: carry_out(asked, by=person, at=now(), shown=plan.mark(), run=run),
        # Where it came from is where it can be taken back.
        then=f"/start/import/koersel/{run.uuid}/" if run is not None and plan.writes else LANDS[asked.kind],
        said=summary(plan, dry_run=False),
    )


@page("import.projects")
def keep_profile(request: HttpRequest, slug: str, file: str) -> HttpResponse:
    """Keep the columns as they are read now under a name."""
    kind, person = kind_of(request, slug)
    stored = file_of(person, file)
    if request.method != "POST":
        return HttpResponseRedirect(f"/start/import/{slug}/{file}/")
    asked = asked_of(kind, stored, request.POST)
    sheet_columns = _columns_now(asked)
    query = request.POST.copy()
    for name in ("_key", "csrfmiddlewaretoken", "navn", "profil"):
        query.pop(name, None)
    return act(
        request,
        lambda: save_profile(
            name=request.POST.get("navn", "")[:100], columns=sheet_columns, units=asked.units, key_column=asked.key_column,
            by=person, at=now(),
        ),
        then=lambda profile: f"/start/import/{slug}/{file}/?{query.urlencode()}&profil={profile.pk}",
        said=_("Kolonnerne er gemt. Næste liste med de samme overskrifter læses på samme måde."),
    )  # fmt: skip


def _columns_now(asked: Asked) -> dict[str, str]:
    """Heading -> field, as the file is read now."""
    from styrehjul.imports.reading import first_table, project_sheet

    columns = project_sheet(asked, first_table(asked)).columns
    at = {place: name for name, place in columns.of.items()}
    kept = {header for header, _place in columns.extra}
    return {
        header: at.get(place, "" if header in kept else "-") for place, header in enumerate(columns.headers) if header
    }


def _shown(plan: Plan, asked: Asked, query: QueryDict) -> dict[str, Any]:
    """The plan as the page tells it: what stops it first, then what would be done."""
    stops = [line for line in plan.lines if line.fate in STOPS]
    wanted = query.get("vis", "")
    others = [
        line
        for line in plan.lines
        if (line.fate.value == wanted if wanted else line.fate not in STOPS and line.fate is not Fate.UNCHANGED)
    ]
    number = query.get("side", "1")
    pages = max(1, -(-len(others) // SHOWN_ROWS))
    at = min(int(number), pages) if number.isdecimal() and 0 < len(number) < 6 and int(number) else 1
    shown = others[(at - 1) * SHOWN_ROWS : at * SHOWN_ROWS]
    kept = [
        (name, value) for name in query for value in query.getlist(name) if name not in ("_key", "csrfmiddlewaretoken", "shown", "side", "vis")
    ]  # fmt: skip
    offered = _choices(asked, plan) if asked.kind == "projects" else []
    asks = questions_of(plan, today()) if asked.kind == "projects" else []
    return {
        "plan": plan,
        "shown": plan.mark(),
        "summary": summary(plan, dry_run=True),
        "counts": [
            (fate.value, words, number, _url(kept, vis=fate.value), fate.value == wanted)
            for fate, words, number in counted(plan)
        ],
        "stops": stops[:SHOWN_STOPS],
        "stop_count": len(stops),
        "rows": [(line, FATES[line.fate]) for line in shown],
        "page": Page(shown, at, pages, len(others), SHOWN_ROWS),
        "before": _url(kept, vis=wanted, side=at - 1) if at > 1 else "",
        "after": _url(kept, vis=wanted, side=at + 1) if at < pages else "",
        "absent": plan.absent,
        "skipped": sorted(asked.skipped),
        "given": asked.given,
        "kept": kept,
        # Asked again in the form itself, so not carried along beside it.
        "asked_here": {name for name, *_rest in offered} | {question.name for question in asks},
        "kept_query": _url(kept)[1:],
        "choices": offered,
        "questions": asks,
        "profile": ImportProfile.objects.filter(pk=asked.profile).first() if asked.profile else None,
        "is_large": len(plan.writes) > AT_ONCE,
    }


def _url(kept: list[tuple[str, str]], **more: Any) -> str:
    query = QueryDict(mutable=True)
    for name, value in [*kept, *((name, str(value)) for name, value in more.items() if value)]:
        query.appendlist(name, value)
    return f"?{query.urlencode()}"


def _choices(asked: Asked, plan: Plan) -> list[tuple[str, Any, str, list[tuple[str, str]]]]:
    """What can be said for the whole file where it has no column of its own."""
    there = {meaning for _header, meaning in plan.columns}
    areas = OrgUnit.objects.on(today()).filter(kind="department_area").order_by("name").values_list("name", flat=True)
    offered = [
        ("lead_area", _("Fagchefområde"), [(name, name) for name in areas]),
        ("category", _("Kategori"), [(code, words.capitalize()) for code, words in CATEGORY_SHOWN.items()]),
        ("state", _("Tilstand"), [(code.replace("_", " "), words.capitalize()) for code, words in STATE_SHOWN.items()]),
    ]
    found = [(name, words, asked.given.get(name, ""), rows) for name, words, rows in offered if str(words) not in there]
    found += _for_the_file(asked, plan)
    if asked.given.get("money_unit") or any("Beløbet har ingen enhed" in error.message for error in plan.errors):
        units = [("kr", _("kr.")), ("tkr", _("1.000 kr.")), ("mio", _("mio. kr."))]
        found.append(("money_unit", _("Beløb står i"), asked.given.get("money_unit", ""), units))
    for header, lights in plan.colours.items():
        told = ", ".join(f"{COLOURS[light]} {count}" for light, count in lights.items())
        label = _("Farverne i “%(header)s” (%(told)s)") % {"header": header, "told": told}
        found.append(("colours", label, asked.given.get("colours", ""), [("ja", _("læses som status"))]))
    return found


def _for_the_file(asked: Asked, plan: Plan) -> list[tuple[str, Any, str, list[tuple[str, str]]]]:
    """What new projects of a category must have, and no column tells: written once for all of them."""
    new = [line.values for line in plan.lines if line.fate is Fate.CREATE and line.values]
    wanted = (
        ("external_owner", _("Ejer uden for kommunen, for de nationale projekter"), "category", "national"),
        ("partners", _("Partnere, for de tværkommunale projekter"), "subtype", "inter_municipal"),
    )
    return [
        (name, words, asked.given.get(name, ""), [])
        for name, words, field, code in wanted
        if asked.given.get(name) or any(values.get(field) == code and not values.get(name) for values in new)
    ]


COLOURS = {"green": "grøn", "yellow": "gul", "red": "rød"}

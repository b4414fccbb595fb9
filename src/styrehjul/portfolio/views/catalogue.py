"""The pages of the catalogue: the list, one entry with what can be done with it, and taking a version in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.policy import may
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.catalogue import FACTS, AdoptionEvent, AdoptionState
from styrehjul.portfolio.exports.catalogue import catalogue_file
from styrehjul.portfolio.forms.catalogue import AdoptForm, AgainForm, CatalogueFileForm, SetAsideForm
from styrehjul.portfolio.models import NationalProject, Project
from styrehjul.portfolio.phase_labels import ADOPTION
from styrehjul.portfolio.queries import catalogue as queries
from styrehjul.portfolio.reading import CatalogueFile, read_catalogue, refuse_faults, shipped_catalogue
from styrehjul.ui.lists import ListRequest, ListSpec

HOME = "/projekter/katalog/"
SPEC = ListSpec(filters=("q", "stand"), size=100)


def _trail(*more: tuple[str, str]) -> list[tuple[str, str]]:
    return [(_("Projekter"), "/projekter/"), *more]


@page("project.see")
def index(request: HttpRequest) -> HttpResponse:
    """The catalogue, those that nobody has looked at first."""
    person = allowed(request, "project.see")
    listing = ListRequest.of(request.GET, SPEC)
    rows = queries.entry_rows(queries.matching(listing.value("q"), listing.value("stand")))
    if listing.format:
        return catalogue_file(listing.format, rows, today())
    shown = listing.page(rows)
    counts = queries.counts()
    states = [
        {"text": str(words), "count": counts[state.value], "url": listing.url(stand=state.value),
         "on": listing.value("stand") == state.value}
        for state, words in ADOPTION.items()
    ]  # fmt: skip
    version = queries.latest_version()
    context = {
        "rows": shown.items,
        "page": shown,
        "listing": listing,
        "states": states,
        "all_url": listing.url(stand=""),
        "total": sum(counts.values()),
        "version": version,
        "review": queries.for_review(today()),
        "may_load": may(person, "catalogue.load", on=today()),
        "trail": _trail(),
        "columns": [("", _("Projekt"), "main"), ("", _("Ejer"), ""), ("", _("Periode"), ""), ("", _("Hos os"), "")],
    }
    return render(request, "portfolio/catalogue.html", context)


@page("catalogue.load")
@require_POST
def load_shipped(request: HttpRequest) -> HttpResponse:
    """One click: the catalogue that ships."""
    person = allowed(request, "catalogue.load")
    found = shipped_catalogue()
    return act(request, lambda: _load(found, person, _("Følger med Styrehjul")), then=HOME, said=_said(found))


@page("catalogue.load")
def load_file(request: HttpRequest) -> HttpResponse:
    """A file that somebody chose: first what it would change, or taken in at once."""
    person = allowed(request, "catalogue.load")
    form = CatalogueFileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    refused: Refused | None = None
    plan: queries.CataloguePlan | None = None
    if request.method == "POST" and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            found = refuse_faults(read_catalogue(str(upload.name), upload.read()))
            upload.seek(0)
            if "load" in request.POST:
                return act(request, lambda: _load(found, person, found.name), then=HOME, said=_said(found))
            plan = queries.plan_catalogue(found.entries)
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {
        "form": form, "refused": refused, "plan": plan, "trail": _trail((_("Katalog"), HOME)),
        "news": [entry for entry in plan.entries if entry.is_new] if plan else [],
        "changed": [entry for entry in plan.entries if entry.changes and not entry.is_new] if plan else [],
        "gone": [entry for entry in plan.absent if not entry.is_gone] if plan else [],
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/catalogue_load.html", context, status=status)


def _load(found: CatalogueFile, person: Person, source: str) -> Any:
    return actions.load_catalogue(
        found.entries, file_name=found.name, file_sha256=found.sha256, source=source, by=person, at=now()
    )


def _said(found: CatalogueFile) -> str:
    return _("Kataloget er hentet: %(n)d projekter. Det, I selv har skrevet, er ikke rørt.") % {"n": len(found.entries)}


@dataclass(frozen=True)
class Step:
    """One thing to do with an entry. Without a form it is one click."""

    slug: str
    label: str
    event: AdoptionEvent
    form: Callable[..., Any] | None = None
    kind: str = "secondary"

    @property
    def asks(self) -> bool:
        """Whether it has a page of its own. A template that names `form` would call it."""
        return self.form is not None


STEPS = (
    Step("tag-ind", "Tag ind i porteføljen", AdoptionEvent.ADOPT, AdoptForm, "primary"),
    Step("vurder", "Begynd at vurdere det", AdoptionEvent.ASSESS),
    Step("ikke-relevant", "Ikke relevant for os", AdoptionEvent.SET_ASIDE, SetAsideForm),
    Step("faerdig", "Meld det færdigt", AdoptionEvent.FINISH),
    Step("vurder-igen", "Vurdér det igen", AdoptionEvent.RECONSIDER, AgainForm),
)


@page("project.see")
def entry(request: HttpRequest, pk: int) -> HttpResponse:
    """One entry: what the catalogue says, what is ours, and what can be done."""
    person = allowed(request, "project.see")
    row = get_object_or_404(NationalProject.objects.select_related("assessed_by", "seen_in"), pk=pk)
    return render(request, "portfolio/catalogue_entry.html", _entry(row, person))


def _entry(row: NationalProject, person: Person) -> dict[str, Any]:
    may_assess = may(person, "catalogue.assess", on=today())
    return {
        "entry": row,
        "state": str(ADOPTION[AdoptionState(row.state)]),
        "facts": _facts(row),
        "deadlines": list(row.deadlines.all()),
        "projects": list(Project.objects.filter(catalogue_entry=row).order_by("-pk")),
        "changes": [(queries.words_of(change), change) for change in row.told_changes.select_related("seen_by")[:20]],
        "steps": [step for step in STEPS if may_assess and queries.can(row, step.event)],
        "trail": _trail((_("Katalog"), HOME)),
    }


def _facts(row: NationalProject) -> list[tuple[str, Any]]:
    shown = [
        (FACTS["programme"], row.programme), (FACTS["owner"], row.owner), (_("Periode"), queries.period_of(row)),
        (_("Kategori"), row.get_category_display()), (FACTS["law"], row.law),
        (FACTS["verified"], row.get_verified_display()),
    ]  # fmt: skip
    return [(label, value) for label, value in shown if value]


@page("catalogue.assess")
def step(request: HttpRequest, pk: int, slug: str) -> HttpResponse:
    """One thing to do with an entry, on its own little page where something is asked."""
    person = allowed(request, "catalogue.assess")
    row = get_object_or_404(NationalProject, pk=pk)
    found = next((one for one in STEPS if one.slug == slug), None)
    if found is None:
        raise Http404
    more = {"on": today()} if found.form is AdoptForm else {}
    form = found.form(request.POST or None, entry=row, **more) if found.form else None
    refused: Refused | None = None
    if request.method == "POST" and (form is None or form.is_valid()):
        try:
            values = dict(form.cleaned_data) if form is not None else {}
            then: Any = _to_project if found.form is AdoptForm else row.get_absolute_url()
            return act(request, _work(found, row, person, values), then=then, said=_("Gemt."))
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {
        "entry": row, "step": found, "form": form, "refused": refused,
        "cannot": not queries.can(row, found.event),
        "trail": _trail((_("Katalog"), HOME), (row.name, row.get_absolute_url())),
    }  # fmt: skip
    status = 409 if refused else 422 if form is not None and form.is_bound and form.errors else 200
    return render(request, "portfolio/catalogue_step.html", context, status=status)


def _to_project(project: Project) -> str:
    return project.get_absolute_url()


def _work(found: Step, row: NationalProject, person: Person, values: dict[str, Any]) -> Callable[[], Any]:
    common = {"by": person, "at": now(), "expected_version": values.pop("version", None)}
    match found.event:
        case AdoptionEvent.ASSESS:
            return lambda: actions.begin_assessment(row, **common)
        case AdoptionEvent.SET_ASIDE:
            return lambda: actions.set_aside(row, **values, **common)
        case AdoptionEvent.FINISH:
            return lambda: actions.finish_entry(row, **common)
        case AdoptionEvent.RECONSIDER:
            return lambda: actions.reconsider(row, **values, **common)
        case AdoptionEvent.ADOPT:
            values["lead_area"] = OrgUnit.objects.get(pk=values["lead_area"])
            return lambda: actions.adopt_entry(row, **values, **common)


@page("catalogue.acknowledge")
@require_POST
def acknowledge(request: HttpRequest, number: str) -> HttpResponse:
    """*Set*: what the catalogue tells otherwise has been read."""
    project = get_object_or_404(Project, number=number)
    person = person_of(request)
    return act(
        request,
        lambda: actions.acknowledge_catalogue(project, by=person, at=now()),
        then=project.get_absolute_url(),
        said=_("Noteret som set."),
    )

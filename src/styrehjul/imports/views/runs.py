"""One import: how far it has come, what came of it, and the way back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.imports import progress
from styrehjul.imports.actions import undo_run
from styrehjul.imports.domain.lines import Fate
from styrehjul.imports.models import ImportRun
from styrehjul.imports.reading.undoing import why_not_undone
from styrehjul.imports.words import DONE
from styrehjul.kernel.refusal import NotAllowed, Reason
from styrehjul.people.entry import act, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import require

SHOWN = 100


def _run(uuid: str) -> ImportRun:
    run = ImportRun.objects.select_related("by", "undone_by").filter(uuid=uuid).first()
    if run is None:
        raise Http404
    return run


def _stops(run: ImportRun, person: Person) -> list[NotAllowed | Reason]:
    """Why this person cannot take the import back now."""
    try:
        require(person, f"import.{run.kind}", on=today())
    except NotAllowed as no:
        return [no]
    return list(why_not_undone(run))


@page("import.projects")
def run_page(request: HttpRequest, uuid: str) -> HttpResponse:
    """How far the import has come; when it is done, its rows and the button that takes it back."""
    run = _run(uuid)
    done, of = progress.told(run.uuid)
    part = request.headers.get("HX-Request") == "true"
    can_be_undone = bool(run.done_at and not run.undone_at and not part)
    context = {
        "run": run,
        "waits": run.done_at is None and run.failed_at is None,
        "done": done,
        "of": of,
        "counts": [(str(DONE[Fate(fate)]), number) for fate, number in run.counts.items()],
        "rows": run.rows.select_related("project").order_by("row")[:SHOWN] if run.done_at else [],
        "stops": _stops(run, person_of(request)) if can_be_undone else [],
        "trail": [(_("Indlæsning"), "/start/import/")],
    }
    return render(request, "imports/run.html#progress" if part else "imports/run.html", context)


@page("import.projects")
@require_POST
def undo(request: HttpRequest, uuid: str) -> HttpResponse:
    """Take the import back."""
    run = _run(uuid)
    person = person_of(request)
    return act(
        request,
        lambda: undo_run(run, by=person, at=now()),
        then=f"/start/import/koersel/{run.uuid}/",
        said=_("Indlæsningen er fortrudt."),
    )

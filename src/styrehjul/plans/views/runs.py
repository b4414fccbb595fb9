"""Calculations: asked for, followed, stopped, read, looked closer at and compared."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.plans import progress
from styrehjul.plans.actions import ask_for_run, ask_for_study, stop_run
from styrehjul.plans.domain.studies import RunKind
from styrehjul.plans.domain.words import percent, points
from styrehjul.plans.forms import PlanFileForm
from styrehjul.plans.labels import RUN_KIND, STANDING
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.answers import (
    HEIGHT,
    WIDTH,
    answer_of,
    compared,
    frontier_of,
    more_of,
    more_words,
    placed_of,
)
from styrehjul.plans.queries.runs import problem_of_run, runs_shown, solution_of, studies_of

LIST = "/indsatsplan/beregninger/"
MOST_COMPARED = 4


def _run(uuid: str) -> PlanRun:
    run = PlanRun.objects.select_related("by", "of").filter(uuid=uuid).first()
    if run is None:
        raise Http404
    return run


@page("plan.solve")
def index(request: HttpRequest) -> HttpResponse:
    """The calculations there are, and a file to calculate on."""
    person = allowed(request, "plan.solve")
    form = PlanFileForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data["file"].read()
        return act(request, lambda: ask_for_run(data, by=person, at=now()), then=lambda run: run.get_absolute_url())
    context = {"runs": runs_shown(), "form": form, "title": _("Beregninger"), "year": today().year + 1}
    return render(request, "plans/runs.html", context, status=422 if form.is_bound else 200)


@page("plan.solve")
def detail(request: HttpRequest, uuid: str) -> HttpResponse:
    """How far it has come; when it is done, what it answered."""
    allowed(request, "plan.solve")
    run = _run(uuid)
    context: dict[str, Any] = {
        "run": run,
        "kind": run.kind,
        "title": run.name if run.of is None else RUN_KIND[RunKind(run.kind)],
        "trail": [(_("Beregninger"), LIST)] + ([(run.name, run.of.get_absolute_url())] if run.of else []),
        "list": LIST,
    }
    if run.waits:
        context["told"] = _told(run)
        part = request.headers.get("HX-Request") == "true"
        return render(request, "plans/run_waits.html#progress" if part else "plans/run_waits.html", context)
    if request.headers.get("HX-Request") == "true":
        # The answer is a whole page: the browser is sent there.
        return HttpResponse(status=204, headers={"HX-Redirect": run.get_absolute_url()})
    if run.failed_at:
        return render(request, "plans/run_waits.html", context)
    return render(request, f"plans/run_{run.kind}.html", context | _answer(run))


def _told(run: PlanRun) -> str:
    """One sentence about how far it is."""
    if run.started_at is None:
        return _("Beregningen venter på sin tur.")
    if run.stop_asked_at is not None:
        return _("Beregningen stopper og gør svaret færdigt.")
    told = progress.told(run.uuid)
    if run.kind != RunKind.SOLVE:
        return _("Beregner. %(count)s er regnet ud.") % {"count": told.rows}
    if told.best is None:
        return _("Leder efter en første plan.")
    if told.gap is None:
        return _("Den bedste plan indtil nu er %(points)s værd.") % {"points": points(told.best)}
    return _("Den bedste plan indtil nu er %(points)s værd, højst %(gap)s fra det bedste, der findes.") % {
        "points": points(told.best),
        "gap": percent(told.gap),
    }


def _answer(run: PlanRun) -> dict[str, Any]:
    match RunKind(run.kind):
        case RunKind.SOLVE:
            found = solution_of(run)["objective"] is not None
            studies = studies_of(run)
            more = next((study for study in studies if study.kind == RunKind.MORE and study.done_at), None)
            return {
                "answer": answer_of(run),
                "more": more_words(more_of(more)) if more else [],
                "asked": [study.kind for study in studies],
                "studies": [(str(RUN_KIND[RunKind(study.kind)]), study) for study in studies],
                "pools": problem_of_run(run).pools if found else [],
            }
        case RunKind.MORE:
            return {"rows": more_of(run)}
        case RunKind.FLIPS:
            return {"rows": [(name, STANDING[row.standing], row) for row, name in placed_of(run)]}
        case RunKind.FRONTIER:
            pools = {pool.id: pool.name for pool in problem_of_run(run).pools}
            return {"points": frontier_of(run), "pool": pools.get(run.pool, run.pool), "width": WIDTH, "height": HEIGHT}


@page("plan.solve")
@require_POST
def stop(request: HttpRequest, uuid: str) -> HttpResponse:
    """Stop, and use the best."""
    person = allowed(request, "plan.solve")
    run = _run(uuid)
    return act(request, lambda: stop_run(run, by=person, at=now()), then=run.get_absolute_url())


@page("plan.solve")
@require_POST
def closer(request: HttpRequest, uuid: str) -> HttpResponse:
    """Ask one of the further questions about the plan that was found."""
    person = allowed(request, "plan.solve")
    run, asked = _run(uuid), request.POST.get("sp", "")
    if asked not in (RunKind.MORE, RunKind.FLIPS, RunKind.FRONTIER):
        raise Http404
    pool = request.POST.get("pulje", "") if asked == RunKind.FRONTIER else ""
    if asked == RunKind.FRONTIER and pool not in {row.id for row in problem_of_run(run).pools}:
        raise Http404
    return act(
        request,
        lambda: ask_for_study(run, RunKind(asked), by=person, at=now(), pool=pool),
        then=lambda study: study.get_absolute_url(),
    )


@page("plan.solve")
def compare(request: HttpRequest) -> HttpResponse:
    """Some plans side by side, the differences first."""
    allowed(request, "plan.solve")
    asked = [uuid for uuid in dict.fromkeys(request.GET.getlist("b")) if _is_uuid(uuid)][:MOST_COMPARED]
    found = PlanRun.objects.filter(uuid__in=asked, kind=RunKind.SOLVE, done_at__isnull=False)
    runs = sorted(found, key=lambda run: asked.index(str(run.uuid)))
    rows = compared(runs)
    context = {
        "title": _("Planer side om side"),
        "trail": [(_("Beregninger"), LIST)],
        "heads": [(run, answer_of(run)) for run in runs],
        "differing": [row for row in rows if row.differs],
        "same": [row for row in rows if not row.differs],
        "list": LIST,
    }
    return render(request, "plans/compare.html", context)


def _is_uuid(text: str) -> bool:
    try:
        return str(UUID(text)) == text
    except ValueError:
        return False

"""A year's candidates in one table: a score for each, two sizes, and the best composition is looked for."""

from __future__ import annotations

from decimal import Decimal

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.plans.actions import ask_for_run
from styrehjul.plans.domain.composing import Line, Lock, compose
from styrehjul.plans.domain.exact import plain
from styrehjul.plans.forms import LineForm, SizeForm
from styrehjul.plans.queries.candidates import USUAL_QUARTERS, Candidate, draft_of, name_of

LIST = "/indsatsplan/beregninger/"
YEARS_AHEAD = 3
NOTHING = Decimal(0)


@page("plan.solve")
def compose_page(request: HttpRequest, year: int) -> HttpResponse:
    """Fill in what is missing, and find the best composition."""
    person = allowed(request, "plan.solve")
    if not today().year <= year <= today().year + YEARS_AHEAD:
        raise Http404
    draft = draft_of(year)
    posted = request.POST if request.method == "POST" else None
    sizes = SizeForm(posted, prefix="s", initial={"hours": _shown(draft.hours), "money": _shown(draft.money)})
    forms = [LineForm(posted, prefix=row.id, initial=_initial(row)) for row in draft.candidates]
    lacks = ""
    if posted is not None and all([sizes.is_valid(), *(form.is_valid() for form in forms)]):
        lines = _lines(draft.candidates, forms)
        if lines:
            given = sizes.cleaned_data
            problem = compose(year, lines, hours=given["hours"], money=given["money"], name=name_of(year))
            return act(
                request, lambda: ask_for_run(problem, by=person, at=now()), then=lambda run: run.get_absolute_url()
            )
        lacks = _("Giv mindst én af dem en score.")
    rows = list(zip(draft.candidates, forms, strict=True))
    context = {
        "title": name_of(year),
        "trail": [(_("Beregninger"), LIST)],
        "years": [
            (other, f"{LIST}ny/{other}/", other == year)
            for other in range(today().year, today().year + YEARS_AHEAD + 1)
        ],
        "sizes": sizes,
        "choose": [pair for pair in rows if pair[0].lock is not Lock.RUNNING],
        "running": [pair for pair in rows if pair[0].lock is Lock.RUNNING],
        "running_wrong": any(form.errors for row, form in rows if row.lock is Lock.RUNNING)
        if posted is not None
        else False,
        "lacks": lacks,
    }
    return render(request, "plans/compose.html", context, status=422 if posted is not None else 200)


def _initial(row: Candidate) -> dict[str, object]:
    return {
        "score": _shown(row.score),
        "hours": _shown(row.hours),
        "money": _shown(row.money),
        "quarters": row.quarters,
        "lock": row.lock.value,
    }


def _lines(candidates: list[Candidate], forms: list[LineForm]) -> list[Line]:
    """Those that somebody has given a score, and those that are bound whatever their score."""
    lines = []
    for row, form in zip(candidates, forms, strict=True):
        given = form.cleaned_data
        lock = Lock(given["lock"] or row.lock)
        if given["score"] is None and lock not in (Lock.MUST, Lock.RUNNING):
            continue
        lines.append(
            Line(
                row.id,
                row.title,
                given["score"] or NOTHING,
                given["hours"] or NOTHING,
                given["money"] or NOTHING,
                given["quarters"] or USUAL_QUARTERS,
                lock,
                row.reason if lock in (Lock.MUST, Lock.RUNNING) else "",
                row.needs,
            )
        )
    return lines


def _shown(value: Decimal | None) -> Decimal | None:
    """Without decimals that say nothing."""
    return None if value is None else plain(value)

"""The live plan: followed line by line, moved with a reason, compared with its other versions, and on paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.documents.files import download
from styrehjul.kernel.danish import ZONE, day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.plans.actions import begin_activity, finish_activity, move_line, reopen_activity
from styrehjul.plans.domain.following import IN, OTHER, OUT
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.forms import MoveForm
from styrehjul.plans.models import Activity, PlanLine, PlanVersion
from styrehjul.plans.queries.following import change_words, changes_between, live, version_of, versions_of
from styrehjul.plans.queries.plans import lines_of, live_of, loads
from styrehjul.plans.reports import file_name, plan_pdf
from styrehjul.portfolio.queries.difference import decision_url

BEFORE_LIVE = (PlanState.DRAFT, PlanState.SUBMITTED)


def live_page(request: HttpRequest, plan: PlanVersion, context: dict[str, object]) -> HttpResponse:
    """The list that the year is followed on; `context` is what every page of the plan has."""
    person, on = person_of(request), today()
    quarters, money = loads(plan, lines_of(plan))
    day = day_text(plan.live_from.astimezone(ZONE).date()) if plan.live_from else ""
    return render(
        request,
        "plans/live.html",
        context
        | {
            "shown": live(plan, on),
            "since": day,
            "decision_url": decision_url(plan.decision_ref),
            "quarters": quarters,
            "money": money,
            "draft": False,
            "may_move": may(person, "plan.move", on=on) and plan.state == PlanState.LIVE,
            "marks_all": may(person, "activity.mark", on=on),
            "me": person.pk,
        },
    )


@page("plan.move")
def move(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One line moved, with the reason that stands beside it."""
    person = allowed(request, "plan.move")
    row = get_object_or_404(PlanLine.objects.select_related("plan", "project", "activity"), uuid=uuid)
    initial = {"start": row.start, "hours": row.hours, "version": row.version}
    form = MoveForm(request.POST if request.method == "POST" else None, initial=initial)
    back = f"{row.plan.get_absolute_url()}?vis=gaeldende"
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            return act(
                request,
                lambda: move_line(
                    row, start=given["start"], hours=given["hours"], reason=given["reason"], by=person, at=now(),
                    expected_version=given["version"],
                ),
                then=f"{back}#l-{row.pk}",
                said=_("Linjen er flyttet. Det står i planen med din begrundelse."),
            )  # fmt: skip
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    elif not form.is_bound and row.plan.state != PlanState.LIVE:
        raise Http404
    context = {
        "row": row,
        "form": form,
        "back": back,
        "title": _("Flyt %(title)s") % {"title": row.title},
        "trail": [(_("Indsatsplan %(year)s") % {"year": row.plan.year}, back)],
        "refused": refused,
    }
    return render(request, "plans/live_move.html", context, status=409 if refused else 422 if form.errors else 200)


MARKS: dict[str, Callable[..., Activity]] = {
    "begyndt": begin_activity,
    "gjort": finish_activity,
    "fortryd": reopen_activity,
}


@page("activity.mark")
@require_POST
def mark(request: HttpRequest, uuid: UUID, how: str) -> HttpResponse:
    """An activity is begun, done, or neither after all."""
    activity = get_object_or_404(Activity, uuid=uuid)
    person = allowed(request, "activity.mark", activity)
    if how not in MARKS:
        raise Http404
    action = MARKS[how]
    found = PlanLine.objects.filter(activity=activity, plan__state=PlanState.LIVE).select_related("plan").first()
    back = f"{found.plan.get_absolute_url()}?vis=gaeldende" if found else "/indsatsplan/"
    said = {"begyndt": _("Meldt begyndt."), "gjort": _("Meldt gjort."), "fortryd": _("Fortrudt.")}[how]
    return act(request, lambda: action(activity, by=person, at=now()), then=back, said=said)


@page()
def versions(request: HttpRequest, year: int) -> HttpResponse:
    """Every version that was approved, and the one that is prepared for those who prepare it."""
    rows = _versions(request, year)
    if not rows:
        raise Http404
    former = [*rows[1:], None]
    listed = [(row, former[index], decision_url(row.decision_ref)) for index, row in enumerate(rows)]
    context = {
        "title": _("Planens versioner"),
        "year": year,
        "rows": listed,
        "trail": [(_("Indsatsplan %(year)s") % {"year": year}, f"/indsatsplan/{year}/")],
    }
    return render(request, "plans/live_versions.html", context)


def _versions(request: HttpRequest, year: int) -> list[PlanVersion]:
    """What this person may see of the year's versions, the newest first."""
    rows = versions_of(year)
    if may(person_of(request), "plan.prepare", on=today()):
        ahead = PlanVersion.objects.filter(year=year, state__in=BEFORE_LIVE).select_related("submitted_by")
        rows = [*ahead.order_by("-number"), *rows]
    return rows


@page()
def compare(request: HttpRequest, year: int) -> HttpResponse:
    """Two versions line by line. Unsaid, the newest against the one before it."""
    rows = _versions(request, year)
    before, after = _chosen(request, rows)
    found = changes_between(before, after)
    heads = {IN: _("Kommer med"), OUT: _("Går ud"), OTHER: _("Ændret")}
    context = {
        "title": _("Sammenlign versioner"),
        "year": year,
        "rows": rows,
        "before": before,
        "after": after,
        "groups": [(words, [one for one in found if one.what == what]) for what, words in heads.items()],
        "found": found,
        "trail": [
            (_("Indsatsplan %(year)s") % {"year": year}, f"/indsatsplan/{year}/"),
            (_("Versioner"), f"/indsatsplan/{year}/versioner/"),
        ],
    }
    return render(request, "plans/live_compare.html", context)


def _chosen(request: HttpRequest, rows: list[PlanVersion]) -> tuple[PlanVersion, PlanVersion]:
    if not rows:
        raise Http404
    numbers = {str(row.number): row for row in rows}
    after = numbers.get(request.GET.get("til", ""), rows[0])
    older = [row for row in rows if row.number < after.number]
    before = numbers.get(request.GET.get("fra", ""), older[0] if older else after)
    return before, after


@page()
def paper(request: HttpRequest, year: int, number: int) -> HttpResponse:
    """A version as PDF."""
    plan = version_of(year, number)
    if plan is None or plan.number not in {row.number for row in _versions(request, year)}:
        raise Http404
    return download(_paper(plan, now()), name=file_name(plan), content_type="application/pdf")


def _paper(plan: PlanVersion, at: datetime) -> bytes:
    former = live_of(plan.year) if plan.state in BEFORE_LIVE else None
    changed = [change_words(one) for one in changes_between(former, plan)] if former else []
    return plan_pdf(plan, today(), at, changed=changed)

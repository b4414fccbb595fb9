"""The yearly plan is put on a meeting's agenda, waits with a secretary for one, or is taken back from it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies, right_for
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain.plan_effects import APPROVE
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.meetings import open_meetings_for_proposals
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.plans.actions import take_back_plan
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.models import PlanVersion
from styrehjul.plans.queries.following import changes_between
from styrehjul.plans.queries.plans import live_of, prepared_of


def _plan(year: int) -> PlanVersion:
    plan = prepared_of(year)
    if plan is None:
        raise Http404
    return plan


@page("plan.prepare")
def submit_plan(request: HttpRequest, year: int) -> HttpResponse:
    """Choose the meeting, or the secretary that it waits with; then the plan is frozen."""
    person = allowed(request, "plan.prepare")
    plan = _plan(year)
    if plan.state == PlanState.SUBMITTED:
        return _already(request, plan)
    meetings = {
        f"m{row.pk}": row
        for row in open_meetings_for_proposals(person, today())
        if may(person, "agenda.prepare", row, on=today())
    }
    bodies = {f"o{row.pk}": row for row in _deciding()}
    why = request.POST.get("why", "")
    refused: Refused | None = None
    if request.method == "POST":
        key = request.POST.get("meeting", "")
        if key not in meetings and key not in bodies:
            raise Http404
        try:
            return act(
                request,
                lambda: _put(plan, meetings.get(key), bodies.get(key), why=why, by=person),
                then=lambda item: item.get_absolute_url(),
                said=_("Planen er indstillet.") if key in meetings else _("Planen er indstillet og venter på et møde."),
            )
        except Refused as refusal:
            if refusal.code != "plan.why_needed":
                raise
            refused = refusal
    former = live_of(year)
    context = {
        "plan": plan,
        "meetings": [(key, str(row)) for key, row in meetings.items()],
        "bodies": [(key, row.name_definite) for key, row in bodies.items()],
        "former": former,
        "changes": len(changes_between(former, plan)) if former else 0,
        "why": why or plan.why,
        "refused": refused,
        "title": _("Indstil til et møde"),
        "back": plan.get_absolute_url(),
        "trail": [(_("Indsatsplan %(year)s") % {"year": year}, plan.get_absolute_url())],
    }
    return render(request, "meetings/submit_plan.html", context, status=409 if refused else 200)


def _put(plan: PlanVersion, meeting: Meeting | None, body: Body | None, *, why: str, by: Person) -> Treatment:
    if meeting is not None:
        return actions.put_plan_on_meeting(plan, meeting, why=why, by=by, at=now())
    assert body is not None, "one of the two was chosen"
    return actions.put_plan_in_line(plan, body, why=why, by=by, at=now())


def _deciding() -> list[Body]:
    """The bodies that may approve a plan; all of them where the kommissorium names none."""
    named = right_for(APPROVE, today()).bodies
    bodies = active_bodies(today())
    return [body for body in bodies if body.code in named] if named else list(bodies)


def _already(request: HttpRequest, plan: PlanVersion) -> HttpResponse:
    """It is with a meeting already: to its item."""
    found = item_of(plan)
    context: dict[str, Any] = {
        "title": _("Planen er indstillet"),
        "item_url": found.get_absolute_url() if found else "",
        "item": found,
        "back": plan.get_absolute_url(),
        "trail": [(_("Indsatsplan %(year)s") % {"year": plan.year}, plan.get_absolute_url())],
    }
    return render(request, "meetings/plan_submitted.html", context)


def item_of(plan: PlanVersion) -> Treatment | None:
    """The item that the version stands on as it was sent, the newest."""
    found = Treatment.objects.filter(
        points__effects__command=APPROVE,
        points__effects__args__sha256=plan.sha256,
        points__effects__made_in_meeting=False,
    )
    return found.select_related("meeting__body", "body").order_by("-pk").first()


@page("plan.prepare")
@require_POST
def take_back(request: HttpRequest, year: int) -> HttpResponse:
    """A draft again, before it was decided on."""
    person = allowed(request, "plan.prepare")
    plan = _plan(year)
    return act(
        request,
        lambda: take_back_plan(plan, by=person, at=now()),
        then=plan.get_absolute_url(),
        said=_("Planen er et udkast igen. Træk også punktet tilbage, eller indstil planen på ny."),
    )

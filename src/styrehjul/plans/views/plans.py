"""The year's plan on one page: what is in it, what it takes, and the few things to do."""

from __future__ import annotations

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.plans.actions import add_activity, change_line, make_draft, set_sizes, suggest, take_over
from styrehjul.plans.domain.composing import Lock
from styrehjul.plans.domain.states import PlanState
from styrehjul.plans.forms import ActivityForm, PlanLineForm, PlanSizeForm
from styrehjul.plans.models import PlanLine, PlanVersion
from styrehjul.plans.queries.goal_efforts import goals_to_choose
from styrehjul.plans.queries.plans import lines_of, live_of, loads, more_words, prepared_of
from styrehjul.plans.views.following import live_page

BACK, AHEAD = 10, 3


@page()
def current(request: HttpRequest) -> HttpResponse:
    """The plan that is being prepared is what one comes for; without one the year's own."""
    year = today().year
    ahead = prepared_of(year + 1) is not None and may(person_of(request), "plan.prepare", on=today())
    return HttpResponseRedirect(f"/indsatsplan/{year + 1 if ahead else year}/")


@page()
def plan_page(request: HttpRequest, year: int) -> HttpResponse:
    """The draft for those who prepare it, the live plan for all."""
    return _shown(request, _year(year))


def _shown(
    request: HttpRequest,
    year: int,
    *,
    sizes_form: PlanSizeForm | None = None,
    activity_form: ActivityForm | None = None,
    status: int = 200,
) -> HttpResponse:
    prepares = may(person_of(request), "plan.prepare", on=today())
    prepared = prepared_of(year) if prepares else None
    live = live_of(year)
    plan = live if live is not None and (prepared is None or request.GET.get("vis") == "gaeldende") else prepared
    context: dict[str, object] = {
        "title": _("Indsatsplan %(year)s") % {"year": year},
        "year": year,
        "years": [
            (str(other), f"/indsatsplan/{other}/", other == year) for other in range(today().year - 1, today().year + 2)
        ],
        "plan": plan,
        "live": live,
        "prepared": prepared,
        "prepares": prepares,
    }
    if plan is not None and plan.state == PlanState.LIVE:
        return live_page(request, plan, context)
    if plan is not None:
        lines = lines_of(plan, goals=True)
        quarters, money = loads(plan, lines)
        draft = plan.state == PlanState.DRAFT and prepares
        context |= {
            "lines": lines,
            "to_choose": [line for line in lines if line.lock != Lock.RUNNING.value],
            "running": [line for line in lines if line.lock == Lock.RUNNING.value],
            "with": sum(1 for line in lines if line.chosen),
            "quarters": quarters,
            "money": money,
            "draft": draft,
            "unlimited": plan.hours is None and plan.money is None,
            "more": more_words(plan.run),
            "may_solve": may(person_of(request), "plan.solve", on=today()),
        }
        if draft:
            context["sizes"] = sizes_form or PlanSizeForm(
                initial={"hours": plan.hours, "money": plan.money, "version": plan.version}
            )
            context["activity"] = activity_form or _activity_form(None)
            context["wrong_sizes"] = sizes_form is not None
            context["wrong_activity"] = activity_form is not None
    return render(request, "plans/plan.html", context, status=status)


def _activity_form(request: HttpRequest | None) -> ActivityForm:
    form = ActivityForm(request.POST if request is not None else None)
    owner = form.fields["owner"]
    owner.offer(today())  # type: ignore[attr-defined]  # a PersonField
    return form


def _year(year: int) -> int:
    if not today().year - BACK <= year <= today().year + AHEAD:
        raise Http404
    return year


def _draft_of(year: int) -> PlanVersion:
    plan = prepared_of(_year(year))
    if plan is None:
        raise Http404
    return plan


@page("plan.prepare")
@require_POST
def draft(request: HttpRequest, year: int) -> HttpResponse:
    """Make the draft of what the portfolio has to choose among."""
    person = allowed(request, "plan.prepare")
    return act(
        request,
        lambda: make_draft(_year(year), by=person, at=now()),
        then=f"/indsatsplan/{year}/",
        said=_("Udkastet er lavet."),
    )


@page("plan.prepare")
@require_POST
def sizes(request: HttpRequest, year: int) -> HttpResponse:
    """What there is to plan with."""
    person = allowed(request, "plan.prepare")
    plan = _draft_of(year)
    form = PlanSizeForm(request.POST)
    if not form.is_valid():
        return _shown(request, year, sizes_form=form, status=422)
    given = form.cleaned_data
    return act(
        request,
        lambda: set_sizes(
            plan, hours=given["hours"], money=given["money"], by=person, at=now(), expected_version=given["version"]
        ),
        then=plan.get_absolute_url(),
        said=_("Gemt."),
    )


@page("plan.prepare")
@require_POST
def activity(request: HttpRequest, year: int) -> HttpResponse:
    """Something that is no project."""
    person = allowed(request, "plan.prepare")
    plan = _draft_of(year)
    form = _activity_form(request)
    if not form.is_valid():
        return _shown(request, year, activity_form=form, status=422)
    given = form.cleaned_data
    owner = Person.objects.filter(pk=given["owner"]).first() if given["owner"] else None
    return act(
        request,
        lambda: add_activity(plan, title=given["title"], hours=given["hours"], owner=owner, by=person, at=now()),
        then=plan.get_absolute_url(),
        said=_("Aktiviteten er sat på."),
    )


@page("plan.solve")
@require_POST
def propose(request: HttpRequest, year: int) -> HttpResponse:
    """Have the best composition calculated."""
    person = allowed(request, "plan.solve")
    plan = _draft_of(year)
    return act(request, lambda: suggest(plan, by=person, at=now()), then=plan.get_absolute_url())


@page("plan.prepare")
@require_POST
def overtake(request: HttpRequest, year: int) -> HttpResponse:
    """Let the draft be as the calculation found best."""
    person = allowed(request, "plan.prepare")
    plan = _draft_of(year)
    return act(
        request,
        lambda: take_over(plan, by=person, at=now()),
        then=plan.get_absolute_url(),
        said=_("Udkastet er nu som beregnet. Hver linje kan stadig ændres."),
    )


@page("plan.prepare")
def line(request: HttpRequest, uuid: UUID) -> HttpResponse:
    """One line of the draft on a page of its own."""
    person = allowed(request, "plan.prepare")
    row = get_object_or_404(PlanLine.objects.select_related("plan", "project", "activity"), uuid=uuid)
    names = [name for name in PlanLineForm.base_fields if name != "version"]
    initial = {name: getattr(row, name) for name in names} | {"version": row.version}
    form = PlanLineForm(request.POST if request.method == "POST" else None, initial=initial)
    if row.activity is not None:
        form.ask_for_goal(goals_to_choose(today(), row.activity.goal_id), row.activity.goal_id)
    back = row.plan.get_absolute_url()
    refused: Refused | None = None
    if form.is_bound and form.is_valid():
        given = dict(form.cleaned_data)
        version = given.pop("version")
        try:
            return act(
                request,
                lambda: change_line(row, by=person, at=now(), expected_version=version, **given),
                then=back,
                said=_("Gemt."),
            )
        except Refused as refusal:
            if refusal.code in ("busy", "stale"):
                raise
            refused = refusal
    context = {
        "row": row,
        "form": form,
        "back": back,
        "title": row.title,
        "trail": [(_("Indsatsplan %(year)s") % {"year": row.plan.year}, back)],
        "refused": refused,
        "first": [form[name] for name in ("score", "reason", "chosen", "start")],
        "rest": [
            form[name] for name in ("goal", "hours", "money", "quarters", "lock", "lock_reason") if name in form.fields
        ],
        "open": bool(refused or form.errors),
    }
    status = 409 if refused else 422 if form.errors else 200
    return render(request, "plans/line.html", context, status=status)

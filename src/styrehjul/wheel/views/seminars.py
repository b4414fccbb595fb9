"""A seminar's page: what is asked and done on it. It stands on the page of its activity."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.people.register import register_page
from styrehjul.wheel.actions import seminars as actions
from styrehjul.wheel.domain import seminars as rules
from styrehjul.wheel.domain.seminars import Place
from styrehjul.wheel.forms.seminars import HolderForm, PointForm, SeminarForm, TaskForm
from styrehjul.wheel.models import Occurrence, Seminar, SeminarTask


def home_of(occurrence: Occurrence) -> str:
    """The activity's page."""
    return f"/aarshjul/aktivitet/{occurrence.pk}/"


def seminar_context(occurrence: Occurrence, person: Person, *, may_change: bool) -> dict[str, Any]:
    """Programme, sign-up and tasks of an activity that is a seminar. A constant number of queries."""
    seminar = Seminar.objects.filter(occurrence=occurrence).first()
    if seminar is None:
        return {"can_be_seminar": may_change and occurrence.status == "planned" and not occurrence.optional}
    seminar.occurrence = occurrence
    people = list(seminar.participants.select_related("person__unit"))
    mine = next((row for row in people if row.person_id == person.pk and row.place != Place.GONE), None)
    seated = [row for row in people if row.place == Place.SEAT]
    facts = actions.facts_of(seminar)
    return {
        "seminar": seminar,
        "points": list(seminar.points.all()),
        "mine": mine,
        "seated": seated,
        "waiting": [row for row in people if row.place == Place.WAITING],
        "left": None if seminar.capacity is None else max(0, seminar.capacity - len(seated)),
        "sign_up_reasons": rules.lacks_for_signing(facts, today()),
        "open_reasons": rules.lacks_for_opening(facts, today()) if seminar.open_since is None else [],
        "tasks": [
            (task, may_change or task.responsible_id == person.pk)
            for task in seminar.tasks.select_related("responsible")
        ],
        "person_pk": person.pk,
    }


def _the(pk: int) -> Occurrence:
    row: Occurrence = get_object_or_404(Occurrence.objects.select_related("body", "seminar"), pk=pk)
    return row


def _seminar(occurrence: Occurrence) -> Seminar:
    found: Seminar | None = getattr(occurrence, "seminar", None)
    if found is None:
        raise Http404
    return found


@page("occurrence.change")
def plan(request: HttpRequest, pk: int) -> HttpResponse:
    """Hours, seats and the last day for signing up."""
    occurrence = _the(pk)
    person = allowed(request, "occurrence.change", occurrence)
    seminar: Seminar | None = getattr(occurrence, "seminar", None)
    names = ("starts_at", "ends_at", "capacity", "sign_up_until", "version")
    initial = (
        {name: getattr(seminar, name) for name in names} if seminar else {"starts_at": "09:00", "ends_at": "15:00"}
    )
    form = SeminarForm(request.POST or None, initial=initial)

    def save(values: dict[str, Any]) -> Seminar:
        seen = values.pop("version")
        return actions.plan_seminar(occurrence, expected_version=seen, by=person, at=now(), **values)

    return register_page(
        request, form=form, save=save, then=home_of(occurrence), said=_("Gemt."), title=_("Tid og pladser"),
        lead=occurrence.title, trail=[(_("Årshjul"), f"/aarshjul/{occurrence.year}/"), (occurrence.title, home_of(occurrence))],
        back=home_of(occurrence), submit=_("Gem"), row=seminar,
    )  # fmt: skip


@page("occurrence.change")
def new_point(request: HttpRequest, pk: int) -> HttpResponse:
    """One more point of the programme, from where the last one ended."""
    occurrence = _the(pk)
    person = allowed(request, "occurrence.change", occurrence)
    seminar = _seminar(occurrence)
    last = seminar.points.order_by("ends_at", "pk").last()
    form = PointForm(request.POST or None, initial={"starts_at": last.ends_at if last else seminar.starts_at})
    return _form(
        request, occurrence, form, _("Nyt programpunkt"),
        lambda values: actions.add_point(seminar, by=person, at=now(), **values),
    )  # fmt: skip


@page("occurrence.change")
def new_task(request: HttpRequest, pk: int) -> HttpResponse:
    """One more thing to be done."""
    occurrence = _the(pk)
    person = allowed(request, "occurrence.change", occurrence)
    seminar = _seminar(occurrence)
    form = TaskForm(request.POST or None, on=today())

    def save(values: dict[str, Any]) -> SeminarTask:
        key = values.pop("responsible")
        return actions.add_task(
            seminar, responsible=Person.objects.filter(pk=key).first() if key else None, by=person, at=now(), **values
        )

    return _form(request, occurrence, form, _("Ny opgave"), save)


@page("occurrence.change")
def give_task(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody takes a task on."""
    task = get_object_or_404(SeminarTask.objects.select_related("seminar__occurrence__body"), pk=pk)
    occurrence = task.seminar.occurrence
    person = allowed(request, "occurrence.change", occurrence)
    form = HolderForm(
        request.POST or None, on=today(), kept=task.responsible_id, initial={"responsible": task.responsible_id}
    )

    def save(values: dict[str, Any]) -> SeminarTask:
        key = values["responsible"]
        return actions.give_task(task, Person.objects.get(pk=key) if key else None, by=person, at=now())

    return _form(request, occurrence, form, task.title, save)


def _form(
    request: HttpRequest, occurrence: Occurrence, form: Any, title: str, save: Callable[[dict[str, Any]], Any]
) -> HttpResponse:
    trail = [(_("Årshjul"), f"/aarshjul/{occurrence.year}/"), (occurrence.title, home_of(occurrence))]
    return register_page(
        request, form=form, save=save, then=home_of(occurrence), said=_("Gemt."), title=title, lead=occurrence.title,
        trail=trail, back=home_of(occurrence), submit=_("Gem"),
    )  # fmt: skip


@page("occurrence.change")
@require_POST
def step(request: HttpRequest, pk: int) -> HttpResponse:
    """The sign-up opened or stopped, a point or a task taken away."""
    occurrence = _the(pk)
    person = allowed(request, "occurrence.change", occurrence)
    seminar = _seminar(occurrence)
    do, key = request.POST.get("do", ""), request.POST.get("row", "")
    number = int(key) if key.isdecimal() and len(key) < 10 else 0
    if do == "open":
        work: Callable[[], Any] = partial(actions.open_sign_up, seminar, by=person, at=now())
    elif do == "remove_point":
        work = partial(actions.remove_point, get_object_or_404(seminar.points, pk=number), by=person, at=now())
    elif do == "remove_task":
        work = partial(actions.remove_task, get_object_or_404(seminar.tasks, pk=number), by=person, at=now())
    else:
        raise Http404
    return act(request, work, then=home_of(occurrence), said=_("Gemt."))


@page("seminar_task.finish")
@require_POST
def finish(request: HttpRequest, pk: int) -> HttpResponse:
    """A task is done, or once more not."""
    task = get_object_or_404(SeminarTask.objects.select_related("seminar__occurrence__body"), pk=pk)
    person = allowed(request, "seminar_task.finish", task)
    then = request.POST.get("next", "")
    return act(
        request,
        lambda: actions.finish_task(task, by=person, at=now()),
        then="/opgaver/" if then == "todos" else home_of(task.seminar.occurrence),
        said=_("Gemt."),
    )


@page("seminar.join")
@require_POST
def join(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign up, or withdraw."""
    occurrence = _the(pk)
    seminar = _seminar(occurrence)
    person = allowed(request, "seminar.join", seminar)
    if request.POST.get("do") == "withdraw":
        return act(
            request, lambda: actions.withdraw(seminar, by=person, at=now()), then=home_of(occurrence),
            said=_("Du er meldt fra."),
        )  # fmt: skip
    return act(request, lambda: actions.sign_up(seminar, by=person, at=now()), then=home_of(occurrence))


@page("occurrence.see")
def participants(request: HttpRequest, pk: int) -> HttpResponse:
    """Everybody who comes, and those who wait."""
    occurrence = _the(pk)
    seminar = _seminar(occurrence)
    rows = list(seminar.participants.exclude(place=Place.GONE.value).select_related("person__unit"))
    context = {
        "occurrence": occurrence,
        "rows": rows,
        "trail": [(_("Årshjul"), f"/aarshjul/{occurrence.year}/"), (occurrence.title, home_of(occurrence))],
    }
    return render(request, "wheel/participants.html", context)

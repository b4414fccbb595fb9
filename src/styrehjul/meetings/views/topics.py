"""*Gør til*: one page with what a topic can become, each with its few fields."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms.editing import suggested_people
from styrehjul.meetings.forms.topics import TaskForm, TopicNeedForm, TopicProposalForm, TopicRiskForm
from styrehjul.meetings.models import Meeting, Topic
from styrehjul.meetings.queries.seats import recommends_to
from styrehjul.meetings.views.common import can, head_of, the_meeting
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.models import Project

MADE = {
    "task": gettext_lazy("Emnet er gjort til en opgave."),
    "need": gettext_lazy("Emnet er gjort til et beslutningsbehov."),
    "risk": gettext_lazy("Emnet er gjort til en risiko. Skriv, hvor sandsynlig og alvorlig den er."),
    "proposal": gettext_lazy("Emnet er gjort til en projektidé. Svar på resten, og indsend forslaget."),
}


@page("topic.add")
def become(request: HttpRequest, pk: int, topic: int) -> HttpResponse:
    """Show the ways; carry out the one that was chosen."""
    found = the_meeting(pk)
    person = allowed(request, "topic.add", found)
    row = get_object_or_404(Topic.objects.select_related("area", "by", "meeting__body"), pk=topic, meeting=found)
    to = request.POST.get("to", "") if request.method == "POST" else ""
    forms = _forms(request, found, row, person, to)
    context: dict[str, Any] = {
        "meeting": found,
        "topic": row,
        "trail": head_of(found).trail_here,
        "forms": forms,
        "suggested_people": suggested_people(today()),
        "back": _back(found, person),
        "carry_url": reverse("meetings:carry_topic", kwargs={"pk": found.pk, "topic": row.pk})
        if not row.done and not row.carried_to.exists()
        else "",
    }
    if request.method != "POST":
        return render(request, "meetings/topic_becomes.html", context)
    form = forms.get(to, {}).get("form")
    if form is None or not form.is_valid():
        return render(request, "meetings/topic_becomes.html", context, status=422)
    works: dict[str, Callable[[], Any]] = {
        "task": lambda: actions.make_task_of(row, by=person, at=now(), **form.cleaned_data),
        "need": lambda: _need(row, form.cleaned_data, person),
        "proposal": lambda: _proposal(row, form.cleaned_data, person),
        "risk": lambda: _risk(row, form.cleaned_data, person),
    }
    then: Any = _back(found, person)
    if to == "proposal":
        then = _edit_address
    if to == "risk":
        then = _risk_address
    try:
        return act(request, works[to], then=then, said=str(MADE[to]))
    except Refused as refused:
        return render(request, "meetings/topic_becomes.html", context | {"refusal": refused}, status=409)


def _edit_address(project: Any) -> str:
    return f"{project.get_absolute_url()}ret/"


def _risk_address(risk: Any) -> str:
    return f"{risk.project.get_absolute_url()}#risici"


def _back(found: Meeting, person: Person) -> str:
    running = found.minutes_state == s.M.DRAFT and can(person, "meeting.lead", found)
    return f"{found.get_absolute_url()}afhold/" if running else found.get_absolute_url()


def _forms(request: HttpRequest, found: Meeting, row: Topic, person: Person, to: str) -> dict[str, dict[str, Any]]:
    """The forms of the ways that this person may take."""
    on = today()

    def data(name: str) -> Any:
        return request.POST if to == name else None

    onward = recommends_to(found) or found.body
    bodies = [(body.code, body.name) for body in active_bodies(on)]
    shown: dict[str, dict[str, Any]] = {}
    if can(person, "followup.add", found):
        form = TaskForm(data("task"), on=on, initial={"text": row.text})
        shown["task"] = {"title": _("Opgave"), "form": form, "submit": _("Gør til opgave")}
    need = TopicNeedForm(
        data("need"), targets=bodies, prefix="n", initial={"question": row.text, "target": onward.code}
    )
    shown["need"] = {"title": _("Beslutningsbehov"), "form": need, "submit": _("Gør til beslutningsbehov")}
    proposal = TopicProposalForm(
        data("proposal"), areas=_areas(on), prefix="p",
        initial={"title": row.text[:200], "lead_area": str(row.area_id or "")},
    )  # fmt: skip
    shown["proposal"] = {"title": _("Projektforslag"), "form": proposal, "submit": _("Gør til projektforslag")}
    risk = TopicRiskForm(data("risk"), projects=_projects(), prefix="r", initial={"event": row.text})
    shown["risk"] = {"title": _("Risiko i et projekt"), "form": risk, "submit": _("Gør til risiko")}
    for name, one in shown.items():
        one["open"] = name == to
    return shown


def _areas(on: date) -> list[tuple[str, str]]:
    units = OrgUnit.objects.on(on).order_by("name", "pk")
    found = units.filter(kind=UnitKind.DEPARTMENT_AREA.value)
    return [(str(unit.pk), unit.name) for unit in (found if found.exists() else units)]


def _need(row: Topic, data: dict[str, Any], person: Person) -> Any:
    target = next(body for body in active_bodies(today()) if body.code == data["target"])
    return actions.make_need_of(
        row, question=data["question"], target=target, wanted_by=data["wanted_by"], by=person, at=now()
    )


def _proposal(row: Topic, data: dict[str, Any], person: Person) -> Any:
    area = OrgUnit.objects.get(pk=int(data["lead_area"]))
    return actions.make_proposal_of(row, title=data["title"], lead_area=area, by=person, at=now())


def _projects() -> list[tuple[str, str]]:
    found = Project.objects.filter(visibility="all").exclude(state__in=[state.value for state in OVER])
    return [(str(pk), title) for pk, title in found.order_by("title").values_list("pk", "title")]


def _risk(row: Topic, data: dict[str, Any], person: Person) -> Any:
    project = Project.objects.get(pk=int(data["project"]))
    return actions.make_risk_of(row, event=data["event"], project=project, by=person, at=now())

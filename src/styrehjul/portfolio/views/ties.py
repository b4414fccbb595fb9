"""What a project is tied to: goals, systems and partners, each on a small page with what is there and one to add."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.portfolio import actions
from styrehjul.portfolio.actions.partnerships import join_partnership, leave_partnership
from styrehjul.portfolio.forms.ties import GoalTieForm, PartnerForm, PartnershipTieForm, SystemTieForm
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.views.cards import card_trail, find
from styrehjul.systems.models import System
from styrehjul.ui.forms import Form


@dataclass(frozen=True)
class Kind:
    """One kind of tie: its words, its form, and what adds and takes away."""

    title: str | Promise
    empty: str | Promise
    form: type[Form]
    rows: Callable[[Project], list[tuple[int, str, str]]]
    add: Callable[[Project, Person, dict[str, Any]], Any]
    drop: Callable[[Project, Person, int], Any]


def _goals(project: Project) -> list[tuple[int, str, str]]:
    words = {3: _("meget"), 2: _("noget"), 1: _("lidt")}
    links = project.goal_links.select_related("goal")
    return [
        (link.pk, link.goal.title, ", ".join(p for p in (words[link.weight], link.sentence) if p)) for link in links
    ]


def _drop_goal(project: Project, person: Person, key: int) -> None:
    actions.unlink_goal(_one(project.goal_links, key), by=person, at=now())


def _systems(project: Project) -> list[tuple[int, str, str]]:
    links = project.system_links.select_related("system")
    return [(link.pk, link.system.name, str(link.get_role_display())) for link in links]


def _add_system(project: Project, person: Person, values: dict[str, Any]) -> None:
    system = System.objects.get(pk=values["system_id"])
    actions.link_system(project, system, role=values["role"], by=person, at=now())


def _drop_system(project: Project, person: Person, key: int) -> None:
    actions.unlink_system(_one(project.system_links, key), by=person, at=now())


def _partners(project: Project) -> list[tuple[int, str, str]]:
    rows = project.partner_links.all()
    return [(row.pk, row.name, ", ".join(part for part in (row.role, row.contribution) if part)) for row in rows]


def _drop_partner(project: Project, person: Person, key: int) -> None:
    actions.drop_partner(_one(project.partner_links, key), by=person, at=now())


def _partnerships(project: Project) -> list[tuple[int, str, str]]:
    links = project.partnership_links.select_related("partnership")
    return [(link.pk, link.partnership.title, link.partnership.partners) for link in links]


def _leave_partnership(project: Project, person: Person, key: int) -> None:
    leave_partnership(_one(project.partnership_links, key), by=person, at=now())


def _one(rows: Any, key: int) -> Any:
    found = rows.filter(pk=key).first()
    if found is None:
        raise Http404
    return found


KINDS = {
    "maal": Kind(
        lazy("Mål"), lazy("Projektet er ikke knyttet til et mål."), GoalTieForm, _goals,
        lambda project, person, values: actions.link_goal(project, by=person, at=now(), **values), _drop_goal,
    ),
    "systemer": Kind(
        lazy("Systemer"), lazy("Projektet er ikke knyttet til et system."), SystemTieForm, _systems, _add_system,
        _drop_system,
    ),
    "partnere": Kind(
        lazy("Partnere"), lazy("Projektet har ingen partnere."), PartnerForm, _partners,
        lambda project, person, values: actions.add_partner(project, by=person, at=now(), **values), _drop_partner,
    ),
    "partnerskaber": Kind(
        lazy("Partnerskaber"), lazy("Projektet hører ikke til et partnerskab."), PartnershipTieForm, _partnerships,
        lambda project, person, values: join_partnership(project, by=person, at=now(), **values), _leave_partnership,
    ),
}  # fmt: skip


@page("project.change")
def tie(request: HttpRequest, number: str, kind: str) -> HttpResponse:
    """What the project is tied to, one more, and one less."""
    project, row = find(number), KINDS[kind]
    person = allowed(request, "project.change", project)
    here = f"{project.get_absolute_url()}{kind}/"
    drop = request.POST.get("fjern", "")
    form = row.form(request.POST or None if not drop else None, on=today())
    refused: Refused | None = None
    work: Callable[[], Any] | None = None
    if drop.isdecimal() and len(drop) < 12:
        work = lambda: row.drop(project, person, int(drop))  # noqa: E731 - one of two works
    elif form.is_bound and form.is_valid():
        work = lambda: row.add(project, person, form.cleaned_data)  # noqa: E731 - one of two works
    if work is not None:
        try:
            return act(request, work, then=here, said=_("Gemt."))
        except Refused as refusal:
            if refusal.code == "busy":
                raise
            refused = refusal
    context = {
        "project": project, "kind": row, "rows": row.rows(project), "form": form, "refused": refused,
        "trail": card_trail(project),
    }  # fmt: skip
    status = 409 if refused else 422 if form.is_bound and form.errors else 200
    return render(request, "portfolio/ties.html", context, status=status)

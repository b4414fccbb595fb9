"""Writing a system. The list with each system's projects is the portfolio's page: it knows the projects."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from styrehjul.people.entry import allowed, now, page, today
from styrehjul.people.register import register_page
from styrehjul.systems import actions
from styrehjul.systems.domain.register import FACTS, OURS
from styrehjul.systems.domain.words import Scheme
from styrehjul.systems.forms.register import SystemForm, TiesForm
from styrehjul.systems.models import System

HOME = "/systemer/"


@page("system.create")
def create(request: HttpRequest) -> HttpResponse:
    """Write a new system in."""
    person = allowed(request, "system.create")
    form = SystemForm(request.POST or None, on=today())

    def save(values: dict[str, Any]) -> System:
        values.pop("version")
        return actions.create_system(by=person, at=now(), **_told(values))

    return register_page(
        request, form=form, save=save, then=lambda made: made.get_absolute_url(), said=_("Systemet er skrevet ind."),
        title=_("Nyt system"),
        trail=[(_("Systemer"), HOME)], back=HOME, submit=_("Gem"),
    )  # fmt: skip


@page("system.change")
def change(request: HttpRequest, key: int) -> HttpResponse:
    """Put a system right."""
    system = System.objects.filter(pk=key).first()
    if system is None:
        raise Http404(_("Systemet findes ikke."))
    person = allowed(request, "system.change", system)
    initial = {name: getattr(system, name) for name in ("name", "version", *FACTS, *OURS)}
    initial["supplier"] = str(system.supplier or "")
    owned = system.owned_by_kitos
    form = SystemForm(request.POST or None, on=today(), initial=initial, owned=owned)
    here = system.get_absolute_url()

    def save(values: dict[str, Any]) -> System:
        seen = values.pop("version")
        if owned:
            # What the register owns is put right there.
            values |= {"name": system.name, "responsible_unit_id": system.responsible_unit_id}
        return actions.change_system(system, expected_version=seen, by=person, at=now(), **_told(values))

    return register_page(
        request, form=form, save=save, then=here, said=_("Systemet er rettet."), title=_("Ret system"),
        lead=system.name, trail=[(_("Systemer"), HOME), (system.name, here)], back=here, submit=_("Gem"), row=system,
    )  # fmt: skip


@page("system.change")
def ties(request: HttpRequest, key: int) -> HttpResponse:
    """Which tasks the system serves, and which systems it draws on."""
    system = System.objects.filter(pk=key).first()
    if system is None:
        raise Http404(_("Systemet findes ikke."))
    person, here = allowed(request, "system.change", system), system.get_absolute_url()
    initial = {
        "tasks": "\n".join(task.number if task.scheme == Scheme.KLE else task.title for task in system.tasks.all()),
        "draws_on": [key for key in system.relations.values_list("to_id", flat=True) if key],
    }
    form = TiesForm(request.POST or None, system=system.pk, initial=initial)

    def save(values: dict[str, Any]) -> None:
        actions.tie_system(system, **values, by=person, at=now())

    return register_page(
        request, form=form, save=save, then=here, said=_("Opgaver og forbindelser er gemt."),
        title=_("Opgaver og forbindelser"), lead=system.name, trail=[(_("Systemer"), HOME), (system.name, here)],
        back=here, submit=_("Gem"),
    )  # fmt: skip


def _told(values: dict[str, Any]) -> dict[str, Any]:
    """What a form says, as the action takes it: the facts apart, and a lifecycle that is not told left as it is."""
    plain = ("name", "owner_id", "responsible_unit_id", "supplier")
    facts = {name: value for name, value in values.items() if name not in plain and (name != "lifecycle" or value)}
    return {**{name: value for name, value in values.items() if name in plain}, "facts": facts}

"""The days that must not be missed: the list, seeing to one, and how long before each kind is told of."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.people.entry import allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.people.register import register_page
from styrehjul.systems.actions.watches import change_watch_settings, handle_watch
from styrehjul.systems.domain.words import WatchState
from styrehjul.systems.forms.watches import HandleForm, WatchSettingsForm
from styrehjul.systems.labels import WATCH_STATE
from styrehjul.systems.models import Watch, WatchSettings
from styrehjul.systems.queries.watches import ahead, open_watches, words_of

SYSTEMS, HOME = "/systemer/", "/systemer/datoer/"


@page("system.see")
def watches(request: HttpRequest) -> HttpResponse:
    """Every day whose time has come, the nearest first."""
    on, person = today(), person_of(request)
    context = {
        "lines": [
            (watch, words_of(watch), watch.system or watch.contract, watch.on < on) for watch in open_watches(on)
        ],
        "may_set": may(person, "watch.settings", on=on),
        "trail": [(_("Systemer"), SYSTEMS)],
    }
    return render(request, "systems/watches.html", context)


@page("system.see")
def watch(request: HttpRequest, key: int) -> HttpResponse:
    """One day: what it is about, and for its owner the words on what is done."""
    found = Watch.objects.select_related("system", "contract", "handled_by").filter(pk=key).first()
    if found is None:
        raise Http404(_("Datoen findes ikke."))
    person, thing = person_of(request), found.system or found.contract
    assert thing is not None
    trail = [(_("Systemer"), SYSTEMS), (_("Datoer"), HOME)]
    if found.state == WatchState.OPEN and may(person, "watch.handle", found, on=today()):
        form = HandleForm(request.POST or None)

        def save(values: dict[str, Any]) -> Watch:
            return handle_watch(found, **values, by=allowed(request, "watch.handle", found), at=now())

        return register_page(
            request, form=form, save=save, then=thing.get_absolute_url(), said=_("Der er taget hånd om datoen."),
            title=words_of(found), lead=day_text(found.on), trail=trail, back=thing.get_absolute_url(),
            submit=_("Der er taget hånd om det"),
        )  # fmt: skip
    context = {
        "title": words_of(found), "thing": thing, "trail": trail,
        "facts": [
            (_("Dato"), day_text(found.on)),
            (_("Hvordan det står"), str(WATCH_STATE[WatchState(found.state)])),
            *([(_("Af"), str(found.handled_by))] if found.handled_by else []),
            *([(_("Bemærkning"), found.note)] if found.note else []),
        ],
    }  # fmt: skip
    return render(request, "systems/watch.html", context)


@page("watch.settings")
def settings(request: HttpRequest) -> HttpResponse:
    """How many months before its day each kind is told of."""
    person = allowed(request, "watch.settings")
    row = WatchSettings.objects.first()
    told = {kind.value: months for kind, months in ahead().items()}
    form = WatchSettingsForm(request.POST or None, initial={**told, "version": row.version if row else None})

    def save(values: dict[str, Any]) -> WatchSettings:
        seen = values.pop("version")
        return change_watch_settings(months=values, expected_version=seen, by=person, at=now())

    return register_page(
        request, form=form, save=save, then=HOME, said=_("Gemt. De nye frister gælder fra næste gennemgang, senest i nat."),
        title=_("Hvor længe før vises datoerne?"), trail=[(_("Systemer"), SYSTEMS), (_("Datoer"), HOME)], back=HOME,
        submit=_("Gem"),
    )  # fmt: skip

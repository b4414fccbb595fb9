"""Kitos on one page: how it is reached, what came last, and what waits for a person."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy
from django.views.decorators.http import require_POST

from styrehjul.documents.sheets import to_xlsx
from styrehjul.imports import kitos_words as words
from styrehjul.imports.actions.kitos import (
    OPEN,
    ask_kitos,
    change_kitos_settings,
    see_gone,
    settle_kitos,
    tie_object,
)
from styrehjul.imports.models import KitosObject, KitosRun
from styrehjul.imports.reading.kitos import client_of, gone_objects, kitos_settings, last_done, waiting_objects
from styrehjul.imports.reading.systems import HEADINGS, as_rows
from styrehjul.kernel.refusal import Refused
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.systems.kitos.client import Client, Limits
from styrehjul.systems.kitos.fetch import organisation_of
from styrehjul.ui import refusals
from styrehjul.ui.forms import Form, HiddenVersion

HOME = "/systemer/kitos/"
SHOWN = 100
TRAIL: list[tuple[Any, str]] = [(lazy("Systemer"), "/systemer/")]


class KitosForm(Form):
    """Where Kitos is, and how often it is asked."""

    email = forms.EmailField(label=lazy("API-brugerens e-mail i Kitos"))
    cvr = forms.RegexField(
        r"^\d{8}$", label=lazy("Kommunens CVR-nummer"), error_messages={"invalid": lazy("Skriv otte cifre.")}
    )
    nightly = forms.BooleanField(label=lazy("Hent hver nat"), required=False)
    every_minutes = forms.IntegerField(
        label=lazy("Hent også ændringer om dagen, hvert (minutter)"), required=False, min_value=10, max_value=1440,
        help_text=lazy("Tomt: kun om natten. Forslag: 30."),
    )  # fmt: skip
    removal_percent = forms.IntegerField(
        label=lazy("Spørg først, når flere systemer end dette ville forsvinde (procent)"), min_value=0, max_value=100,
        help_text=lazy("Forslag: 20."),
    )  # fmt: skip
    address = forms.CharField(label=lazy("Kitos’ adresse"), max_length=200)
    version = HiddenVersion()


@page("kitos.run")
def index(request: HttpRequest) -> HttpResponse:
    """What came last, and what waits."""
    person = allowed(request, "kitos.run")
    row = kitos_settings()
    runs = list(KitosRun.objects.select_related("by", "accepted_by").order_by("-pk")[:20])
    return render(
        request,
        "imports/kitos.html",
        {
            "trail": TRAIL,
            "row": row,
            "is_set": bool(row.pk and row.email and settings.KITOS_PASSWORD),
            "may_set": may(person, "kitos.settings", on=today()),
            "open": next((run for run in runs if run.state in OPEN), None),
            "runs": [(run, words.sentence(run)) for run in runs if run.state not in OPEN],
            "last": last_done(),
            "waiting": list(waiting_objects()[:SHOWN]),
            "gone": list(gone_objects()[:SHOWN]),
        },
    )


@page("kitos.settings")
def change(request: HttpRequest) -> HttpResponse:
    """How Kitos is reached; with a button that tries it."""
    person = allowed(request, "kitos.settings")
    row = kitos_settings()
    names = ("email", "cvr", "nightly", "every_minutes", "removal_percent", "address", "version")
    form = KitosForm(request.POST or None, initial={name: getattr(row, name) for name in names})
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        seen = values.pop("version")
        return act(
            request,
            lambda: change_kitos_settings(by=person, at=now(), expected_version=seen if row.pk else None, **values),
            then=f"{HOME}forbindelse/",
            said=_("Forbindelsen er gemt. Prøv den, før I henter."),
        )
    context = {
        "form": form, "row": row, "trail": [*TRAIL, ("Kitos", HOME)], "has_password": bool(settings.KITOS_PASSWORD),
    }  # fmt: skip
    return render(request, "imports/kitos_settings.html", context, status=422 if form.errors else 200)


@page("kitos.settings")
@require_POST
def test(request: HttpRequest) -> HttpResponse:
    """Sign in and count: nothing is written."""
    allowed(request, "kitos.settings")
    row = kitos_settings()
    try:
        client_of(row)  # says what is missing
        # A person waits for the answer: no long patience.
        client = Client(row.address, row.email, settings.KITOS_PASSWORD, limits=Limits(read=15, run=40, waits=(1,)))
        found = organisation_of(client, row.cvr)
        systems = client.rows("/api/v2/it-system-usages", {"organizationUuid": str(found["uuid"])}).rows
    except Refused as refused:
        messages.error(request, refusals.in_full(refused))
    else:
        name, count = str(found.get("name") or ""), len(systems)
        messages.success(
            request, _("Forbindelsen virker: %(name)s har %(count)d systemer i Kitos.") % {"name": name, "count": count}
        )
    return HttpResponseRedirect(f"{HOME}forbindelse/")


@page("kitos.run")
@require_POST
def ask(request: HttpRequest) -> HttpResponse:
    """Ask Kitos now."""
    person = allowed(request, "kitos.run")
    client_of(kitos_settings())
    return act(
        request,
        lambda: ask_kitos(full=True, by=person, at=now()),
        then=lambda run: f"{HOME}hentning/{run.uuid}/",
        said=_("Kitos spørges. I kan arbejde videre imens."),
    )


@page("kitos.run")
def run_page(request: HttpRequest, uuid: str) -> HttpResponse:
    """One run: what came of it, or what a person must see first."""
    allowed(request, "kitos.run")
    run = get_object_or_404(KitosRun.objects.select_related("by", "accepted_by"), uuid=uuid)
    report = run.report
    context = {
        "run": run,
        "trail": [*TRAIL, ("Kitos", HOME)],
        "waits": run.state in (KitosRun.State.WAITING, KitosRun.State.RUNNING),
        "asks": words.ASKS.get(run.asks, "") if run.state == KitosRun.State.ASKS else "",
        "counts": words.by_kind(run),
        "new": report.get("new", [])[:SHOWN],
        "changed": words.changed(report)[:SHOWN],
        "removed": words.removed(report)[:SHOWN],
        "missed": report.get("missed", [])[:SHOWN],
        "same": report.get("same", [])[:SHOWN],
        "faults": words.faults(report)[:SHOWN],
    }
    part = request.headers.get("HX-Request") == "true"
    return render(request, "imports/kitos_run.html#told" if part else "imports/kitos_run.html", context)


@page("kitos.run")
@require_POST
def settle(request: HttpRequest, uuid: str) -> HttpResponse:
    """Yes or no to what was shown."""
    person = allowed(request, "kitos.run")
    run = get_object_or_404(KitosRun, uuid=uuid)
    accept = request.POST.get("svar") == "ja"
    return act(
        request,
        lambda: settle_kitos(run, accept=accept, by=person, at=now()),
        then=f"{HOME}hentning/{run.uuid}/",
        said=_("Systemerne hentes nu.") if accept else _("Hentningen er afvist. Intet er ændret."),
    )


@page("kitos.run")
@require_POST
def tie(request: HttpRequest, key: int) -> HttpResponse:
    """Whether a system of Kitos is the one that somebody wrote in."""
    person = person_of(request)
    row = get_object_or_404(KitosObject, pk=key, kind="usage")
    same = request.POST.get("svar") == "ja"
    return act(
        request, lambda: tie_object(row, same=same, by=person, at=now()), then=HOME,
        said=_("De to er nu det samme system.") if same else _("Systemet er oprettet for sig."),
    )  # fmt: skip


@page("kitos.run")
@require_POST
def seen(request: HttpRequest, key: int) -> HttpResponse:
    """A system that is gone in Kitos has been seen to."""
    person = person_of(request)
    row = get_object_or_404(KitosObject, pk=key, kind="usage")
    return act(
        request, lambda: see_gone(row, by=person, at=now()), then=HOME, said=_("Set. Systemet bliver stående her.")
    )


@page("system.see")
def listed(request: HttpRequest) -> HttpResponse:
    """The list of systems as a file with the headings that it can be read in by again."""
    data = to_xlsx(str(_("Systemer")), HEADINGS, as_rows())
    response = HttpResponse(data, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    response["Content-Disposition"] = 'attachment; filename="systemer.xlsx"'
    return response

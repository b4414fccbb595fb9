"""The demo's door: each role with one click. Exists only in the demo, which listens on this machine alone."""

from __future__ import annotations

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render

from styrehjul.people.entry import page
from styrehjul.people.models import User


@dataclass(frozen=True)
class DemoRole:
    """One card on the demo's start page."""

    email: str
    title: str
    text: str


ROLES = (
    DemoRole("peter@demo.example", "Sekretær", "Gør dagsordenen klar, sender den ud og skriver referat."),
    DemoRole(
        "stine@demo.example", "Formand for styregruppen", "Godkender materialet, leder mødet og godkender referatet."
    ),
    DemoRole("lars@demo.example", "Formand for programgruppen", "Forbereder materialet sammen med sekretæren."),
    DemoRole("birgit@demo.example", "Medlem af styregruppen", "Læser dagsordenen og svarer på indkaldelsen."),
    DemoRole("jonas@demo.example", "Medlem af programgruppen", "Repræsenterer to fagchefområder efter aftale."),
    DemoRole("mette@demo.example", "Projektleder", "Melder status og skriver indstillinger."),
    DemoRole("emil@demo.example", "Lokal koordinator", "Registrerer skolens egne projekter."),
    DemoRole("karen@demo.example", "Porteføljeadministrator", "Holder projektlisten samlet og rigtig."),
    DemoRole("klaus@demo.example", "Administrator", "Retter kommissorium, enheder, personer og roller."),
    DemoRole("olga@demo.example", "Medarbejder", "Læser med: hjul, projekter, beslutninger og referater."),
)


@page(public=True)
def choose(request: HttpRequest) -> HttpResponse:
    """The roles, each with one button."""
    _only_demo()
    known = set(User.objects.filter(email__in=[r.email for r in ROLES]).values_list("email", flat=True))
    names = dict(User.objects.filter(email__in=known).values_list("email", "person__name"))
    cards = [(role, names[role.email]) for role in ROLES if role.email in known]
    return render(request, "home/roles.html", {"cards": cards})


@page(public=True)
def enter(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the demo's roles."""
    _only_demo()
    if request.method != "POST" or request.POST.get("email") not in {role.email for role in ROLES}:
        raise Http404
    user = User.objects.filter(email=request.POST["email"]).first()
    if user is None:
        raise Http404
    login(request, user, backend=settings.AUTHENTICATION_BACKENDS[0])
    return HttpResponseRedirect("/")


def _only_demo() -> None:
    if not settings.DEMO:
        raise Http404

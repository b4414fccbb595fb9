"""One's own account: seats, password, second factor, where one is signed in, and the calendar."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.bodies.queries.seats import seats_of
from styrehjul.people.actions import choose_digest
from styrehjul.people.entry import act, now, page, person_of, today
from styrehjul.people.queries import roles_of

BROWSERS = (("Edg", "Edge"), ("Firefox", "Firefox"), ("Chrome", "Chrome"), ("Safari", "Safari"))
DEVICES = (
    ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS", "Mac"),
    ("Linux", "Linux"),
)  # fmt: skip


@dataclass(frozen=True)
class Place:
    """Somewhere the person is signed in."""

    pk: int
    device: str
    ip: str
    since: datetime
    is_here: bool


@page("account.own")
def account(request: HttpRequest) -> HttpResponse:
    """The page behind one's own name."""
    person, on = person_of(request), today()
    factors = list(Authenticator.objects.filter(user_id=request.user.pk).values_list("type", flat=True))
    context = {
        "person": person,
        "seats": [row for row in seats_of(person, on) if row["state"] != "past"],
        "roles": roles_of(person, on),
        "places": places(request),
        "has_app": Authenticator.Type.TOTP in factors,
        "keys": factors.count(Authenticator.Type.WEBAUTHN),
        "has_codes": Authenticator.Type.RECOVERY_CODES in factors,
        "has_password": request.user.has_usable_password(),  # type: ignore[union-attr]  # signed in: `page`
    }
    return render(request, "home/account.html", context)


@page("account.own")
@require_POST
def reminders(request: HttpRequest) -> HttpResponse:
    """The daily mail about deadlines, on or off."""
    person, wants = person_of(request), request.POST.get("paamind") == "ja"
    said = _("Du får en mail, når en frist nærmer sig.") if wants else _("Du får ikke flere mails om frister.")
    return act(
        request, lambda: choose_digest(person, wants=wants, by=person, at=now()), then="/konto/#paamindelser", said=said
    )


def places(request: HttpRequest) -> list[Place]:
    """Where the account is signed in now, this place first. Sessions that have run out are left out."""
    known = list(UserSession.objects.filter(user_id=request.user.pk).order_by("-last_seen_at"))
    keys = [row.session_key for row in known]
    living = set(
        Session.objects.filter(session_key__in=keys, expire_date__gt=now()).values_list("session_key", flat=True)
    )
    here = request.session.session_key
    rows = [
        Place(row.pk, device_words(row.user_agent), row.ip, row.created_at, row.session_key == here)
        for row in known
        if row.session_key in living
    ]
    return sorted(rows, key=lambda row: not row.is_here)


def device_words(user_agent: str) -> str:
    """ "Firefox på Windows", as far as the browser tells."""
    browser = next((words for sign, words in BROWSERS if sign in user_agent), _("En browser"))
    device = next((words for sign, words in DEVICES if sign in user_agent), "")
    return _("%(browser)s på %(device)s") % {"browser": browser, "device": device} if device else browser

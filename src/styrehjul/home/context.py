"""What the page shell shows on every page: who is here, which municipality, how much waits."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest

from styrehjul.audit.current import kept, reading
from styrehjul.bodies.models import Body, Municipality
from styrehjul.bodies.queries import standing_of, version_on
from styrehjul.home.todos import count_for
from styrehjul.people.entry import today
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered


def shell(request: HttpRequest) -> dict[str, Any]:
    """The variable `shell`. Signed-out pages get the municipality's name and nothing more.

    The page that answers a form is drawn when the work is over: its frame is read as that of any other page.
    """
    with reading():
        return {"shell": _facts(request)}


def _facts(request: HttpRequest) -> dict[str, Any]:
    here = kept("municipality", Municipality.objects.first, of=())
    facts: dict[str, Any] = {"municipality": here.name if here else "", "demo": settings.DEMO, "demo_url": "/demo/"}
    user = getattr(request, "user", None)
    if user is None or not user.is_authenticated:
        return facts
    on = today()
    person: Person = user.person
    version = version_on(on)
    facts |= {
        "person": person,
        "role_text": remembered(person, "role_text", on, lambda: role_text(person)),
        "kommissorium_from": version.applies_from if version else None,
        "task_count": remembered(person, "task_count", on, lambda: count_for(person, on)),
        "stands_in_for": _stands_in(person),
    }
    return facts


def role_text(person: Person) -> str:
    """The shortest true word for what somebody is here: "sekretær", "formand", or nothing."""
    standing = standing_of(person, today())
    if standing.secretaries:
        return "sekretær"
    if standing.chairs:
        return "formand"
    if standing.secretary_for:
        return "for sekretæren"
    return "medlem" if standing.members else ""


def _stands_in(person: Person) -> list[str]:
    """Bodies for which the person acts today on somebody else's behalf, in words."""
    standing = standing_of(person, today())
    keys = standing.secretary_for | standing.leads_for | standing.approves_for
    return [body.name_definite for body in Body.objects.filter(pk__in=keys)] if keys else []

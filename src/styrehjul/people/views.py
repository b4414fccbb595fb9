"""The pages where administrators keep people, units, posts and roles, and the first sign-in."""

from __future__ import annotations

from typing import Any

from allauth.account.internal.flows.login import perform_login  # the library's own door: signals and sessions follow
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from allauth.account.models import Login
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from styrehjul.audit.unit import run
from styrehjul.kernel.refusal import Refused
from styrehjul.people import actions
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.forms import AccessForm, LastDayForm, PersonForm, PostForm, RoleForm
from styrehjul.people.fresh import need_second_factor
from styrehjul.people.models import Person, Post, RoleHolding
from styrehjul.people.policy import may
from styrehjul.people.queries import person_with_email
from styrehjul.people.screens import form_page

HOME = ("Organisation", "/organisation/")


# --- the first sign-in ----------------------------------------------------------------------------------------------


@never_cache
@sensitive_post_parameters("password")
@page(public=True)
def access(request: HttpRequest, token: str) -> HttpResponse:
    """The page behind a one-time address: a password, then the second factor."""
    try:
        address = actions.address_of(token, now())
    except Refused as stop:
        return render(request, "people/access.html", {"refusal": stop}, status=404)
    person = person_with_email(address.email) if address.email else None
    form = AccessForm(request.POST or None, person=person)
    context: dict[str, Any] = {"form": form, "person": person, "email": address.email}
    if request.method != "POST":
        return render(request, "people/access.html", context)
    if not form.is_valid():
        return render(request, "people/access.html", context, status=422)
    try:
        user = run(lambda: _enter(token, form.cleaned_data))
    except Refused as stop:
        return render(request, "people/access.html", {**context, "refusal": stop}, status=409)
    target = reverse("mfa_index") if settings.MFA_REQUIRED else _first_page(user.person)
    answer: HttpResponse = perform_login(request, Login(user=user, redirect_url=target))
    if request.user.is_authenticated:
        # The password was chosen this moment: setting up the second factor need not ask for it again.
        reauthenticate_by_password(request)
    return answer


def _first_page(person: Person) -> str:
    """An administrator begins with the first steps, everybody else with the overview."""
    return "/start/" if may(person, "setup.do", on=today()) else "/"


def _enter(token: str, data: dict[str, Any]) -> Any:
    user = actions.use_address(
        token, password=data["password"], email=data.get("email", ""), name=data.get("name", ""), at=now()
    )
    if data.get("name") and user.person.name != data["name"]:
        actions.change_person(user.person, name=data["name"], by=None, at=now())
    return user


# --- people ---------------------------------------------------------------------------------------------------------


@page("person.change")
def new_person(request: HttpRequest) -> HttpResponse:
    """A person who is not in the import."""
    by = allowed(request, "person.change")

    def work(data: dict[str, Any]) -> Person:
        data.pop("version")
        return actions.create_person(**data, by=by, at=now())

    form = PersonForm(request.POST or None, on=today())
    return form_page(
        request, form, work, title=_("Opret en person"), then=Person.get_absolute_url, cancel="/organisation/",
        trail=[HOME], submit=_("Opret"), said=_("Personen er oprettet."),
    )  # fmt: skip


@page("person.change")
def edit_person(request: HttpRequest, pk: int) -> HttpResponse:
    """Name, address, title and unit."""
    person = get_object_or_404(Person, pk=pk)
    by = allowed(request, "person.change", person)
    fields = ("name", "email", "title", "unit", "is_leader", "start", "version")
    form = PersonForm(request.POST or None, on=today(), initial={name: getattr(person, name) for name in fields})

    def work(data: dict[str, Any]) -> Person:
        return actions.change_person(person, expected_version=data.pop("version"), **data, by=by, at=now())

    return form_page(
        request, form, work, title=_("Ret %(name)s") % {"name": person.name}, then=person.get_absolute_url(),
        cancel=person.get_absolute_url(), trail=[HOME, (person.name, person.get_absolute_url())],
    )  # fmt: skip


@page("role.change")
def give_role(request: HttpRequest, pk: int) -> HttpResponse:
    """A role for a person, from a day."""
    person = get_object_or_404(Person, pk=pk)
    by = allowed(request, "role.change", person)
    need_second_factor(request)
    form = RoleForm(request.POST or None, on=today(), initial={"start": today()})
    return form_page(
        request, form, lambda data: actions.give_role(person, data.pop("role"), **data, by=by, at=now()),
        title=_("Giv %(name)s en rolle") % {"name": person.name}, then=person.get_absolute_url(),
        cancel=person.get_absolute_url(), trail=[HOME, (person.name, person.get_absolute_url())], submit=_("Giv rollen"),
    )  # fmt: skip


@page("role.change")
def end_role(request: HttpRequest, pk: int) -> HttpResponse:
    """The role is taken from a day."""
    holding = get_object_or_404(RoleHolding.objects.select_related("person"), pk=pk)
    person = holding.person
    by = allowed(request, "role.change", person)
    need_second_factor(request)
    form = LastDayForm(request.POST or None, initial={"last_day": today()})
    title = _("Afslut rollen som %(role)s") % {"role": str(holding.get_role_display()).lower()}
    return form_page(
        request, form, lambda data: actions.end_role(holding, **data, by=by, at=now()), title=title,
        then=person.get_absolute_url(), cancel=person.get_absolute_url(),
        trail=[HOME, (person.name, person.get_absolute_url())], submit=_("Afslut rollen"),
    )  # fmt: skip


@never_cache
@require_POST
@page("person.change")
def make_address(request: HttpRequest, pk: int) -> HttpResponse:
    """A one-time address for a person, shown once to the administrator who passes it on."""
    person = get_object_or_404(Person, pk=pk)
    by = allowed(request, "person.change", person)
    need_second_factor(request)
    if not person.email:
        raise Refused("account.no_email", name=person.name)
    token = run(lambda: actions.make_address(person.email, by=by, at=now()))
    address = f"{settings.PUBLIC_URL}{reverse('people:access', args=[token])}"
    return render(
        request,
        "people/address.html",
        {"person": person, "address": address, "trail": [HOME, (person.name, person.get_absolute_url())]},
    )


@require_POST
@page("person.change")
def close_account(request: HttpRequest, pk: int) -> HttpResponse:
    """The person can no longer sign in."""
    person = get_object_or_404(Person, pk=pk)
    by = allowed(request, "person.change", person)
    return act(
        request, lambda: actions.close_account(person, by=by, at=now()), then=person.get_absolute_url(),
        said=_("Kontoen er lukket, og personen er logget af alle steder."),
    )  # fmt: skip


@require_POST
@page("person.change")
def end_all_sessions(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign a person out everywhere."""
    person = get_object_or_404(Person, pk=pk)
    by = allowed(request, "person.change", person)
    return act(
        request, lambda: actions.end_all_sessions(person, by=by, at=now()), then=person.get_absolute_url(),
        said=_("Personen er logget af alle steder."),
    )  # fmt: skip


@require_POST
@page("account.own")
def end_session(request: HttpRequest, pk: int) -> HttpResponse:
    """Sign oneself out somewhere else."""
    by = person_of(request)
    user = request.user
    return act(
        request, lambda: actions.end_session(user, pk, by=by, at=now()),  # type: ignore[arg-type]  # signed in: `page`
        then=reverse("home:account"), said=_("Den er logget af."),
    )  # fmt: skip


# --- posts -----------------------------------------------------------------------------------------------------------


@page("person.change")
def edit_post(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new post, or another unit for one."""
    post = get_object_or_404(Post, pk=pk) if pk is not None else None
    by = allowed(request, "person.change")
    initial = {name: getattr(post, name) for name in ("title", "unit", "heads_unit", "version")} if post else {}
    form = PostForm(request.POST or None, on=today(), initial=initial)

    def work(data: dict[str, Any]) -> Post:
        version = data.pop("version")
        if post is None:
            return actions.create_post(**data, by=by, at=now())
        return actions.change_post(post, expected_version=version, **data, by=by, at=now())

    return form_page(
        request, form, work, title=_("Ret %(title)s") % {"title": post.title} if post else _("Opret en stilling"),
        then="/organisation/stillinger/", cancel="/organisation/stillinger/",
        trail=[HOME, (_("Stillinger"), "/organisation/stillinger/")],
    )  # fmt: skip

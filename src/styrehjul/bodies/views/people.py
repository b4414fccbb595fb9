"""One person with everything they hold; the hand-over when they leave; and posts that change hands."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.translation import gettext as _

from styrehjul.bodies import actions
from styrehjul.bodies.hooks import handover_for
from styrehjul.bodies.queries import kommissorium_on
from styrehjul.bodies.queries.seats import seats_of
from styrehjul.bodies.views.organisation import HOME
from styrehjul.people.actions import change_unit, create_unit
from styrehjul.people.entry import allowed, now, page, person_of, today
from styrehjul.people.forms import LastDayForm, PostHolderForm, UnitForm
from styrehjul.people.models import OrgUnit, Person, Post, PostHolding
from styrehjul.people.policy import may
from styrehjul.people.screens import form_page


@page("person.see")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """Who it is, and all seats, posts and roles with body and dates."""
    found = get_object_or_404(Person.objects.select_related("unit"), pk=pk)
    reader, on = person_of(request), today()
    user = getattr(found, "user", None)
    context = {
        "on": on,
        "person": found,
        "seats": seats_of(found, on),
        "posts": PostHolding.objects.filter(person=found).select_related("post").order_by("-start"),
        "roles": found.role_holdings.select_related("unit").order_by("-start"),
        "agreements": found.coverage_agreements.select_related("body").prefetch_related("consents__area"),
        "delegations": found.delegations.filter(end__gte=on).select_related("body"),
        "has_account": bool(user and user.is_active),
        "may_change": may(reader, "person.change", found, on=on),
        "is_self": reader.pk == found.pk,
        "trail": [HOME, (_("Personer"), "/organisation/personer/")],
    }
    return render(request, "bodies/person.html", context)


@page("person.change")
def leave(request: HttpRequest, pk: int) -> HttpResponse:
    """The person leaves: seats, posts and roles end; what is open stands beside, to be handed over."""
    found = get_object_or_404(Person, pk=pk)
    by = allowed(request, "person.change", found)
    form = LastDayForm(request.POST or None)
    return form_page(
        request, form, lambda data: actions.person_leaves(found, **data, by=by, at=now()),
        title=_("%(name)s forlader kommunen") % {"name": found.name},
        then=f"{found.get_absolute_url()}overdragelse/", cancel=found.get_absolute_url(),
        trail=[HOME, (found.name, found.get_absolute_url())], submit=_("Afslut"),
        lines=[_("Pladser, stillinger og roller slutter med den sidste dag. Bagefter vises, hvad andre skal overtage.")],
        said=_("Pladser, stillinger og roller er afsluttet."),
    )  # fmt: skip


@page("person.see")
def handover(request: HttpRequest, pk: int) -> HttpResponse:
    """What this person has open and somebody else must take over."""
    found = get_object_or_404(Person, pk=pk)
    lines = handover_for(person_of(request), found, today())
    return render(
        request, "bodies/handover.html",
        {"person": found, "lines": lines, "trail": [HOME, (found.name, found.get_absolute_url())]},
    )  # fmt: skip


@page("person.change")
def change_post_holder(request: HttpRequest, pk: int) -> HttpResponse:
    """A post gets another holder, and with it every seat that is bound to the post."""
    post = get_object_or_404(Post, pk=pk)
    by = allowed(request, "person.change")
    bound = [
        f"{rules.name}: {seat.title}"
        for rules in kommissorium_on(today()).bodies
        for seat in rules.seats
        if seat.post == post.title
    ]
    lines = [_("Disse pladser følger med fra samme dag: %(seats)s.") % {"seats": "; ".join(bound)}] if bound else []
    form = PostHolderForm(request.POST or None, initial={"start": today()})
    form.fields["person"].help_text = _("Navn eller mailadresse. Tom: stillingen bliver ledig fra dagen.")
    return form_page(
        request, form, lambda data: actions.change_post_holder(post, data["person"], start=data["start"], by=by, at=now()),
        title=_("Ny indehaver af stillingen %(title)s") % {"title": post.title}, then="/organisation/stillinger/",
        cancel="/organisation/stillinger/", trail=[HOME, (_("Stillinger"), "/organisation/stillinger/")], lines=lines,
    )  # fmt: skip


@page("orgunit.change")
def edit_unit(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A new unit, or one to change; with what the kommissorium calls it."""
    unit = get_object_or_404(OrgUnit, pk=pk) if pk is not None else None
    by = allowed(request, "orgunit.change", unit)
    named = [(row.code, row.name) for row in kommissorium_on(today()).units]
    if unit is not None and unit.code and unit.code not in dict(named):
        named.append((unit.code, unit.code))
    initial: dict[str, Any] = {"start": today()}
    if unit is not None:
        fields = ("name", "short_name", "kind", "parent", "code", "start", "end", "version")
        initial = {name: getattr(unit, name) for name in fields} | {"groups": unit.groups.all()}
    form = UnitForm(request.POST or None, on=today(), named=named, initial=initial)

    def work(data: dict[str, Any]) -> OrgUnit:
        version, groups = data.pop("version"), list(data.pop("groups"))
        if unit is None:
            return create_unit(**data, groups=groups, by=by, at=now())
        return change_unit(unit, expected_version=version, groups=groups, **data, by=by, at=now())

    cancel = unit.get_absolute_url() if unit else "/organisation/"
    return form_page(
        request, form, work, title=_("Ret %(name)s") % {"name": unit.name} if unit else _("Opret en enhed"),
        then=OrgUnit.get_absolute_url, cancel=cancel, trail=[HOME, (unit.name, cancel)] if unit else [HOME],
    )  # fmt: skip

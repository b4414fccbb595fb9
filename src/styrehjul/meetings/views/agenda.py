"""The agenda put together: items on, off, moved, in order; what each lacks; and sent to the chair."""

from __future__ import annotations

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST, require_safe

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.building import build_agenda
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.item import NewItemForm
from styrehjul.meetings.forms.meeting import ReasonForm
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.facts import chair_approves, items_of, numbers_of
from styrehjul.meetings.queries.seats import item_kinds, receivers, rules_for
from styrehjul.meetings.reading import preparing
from styrehjul.meetings.reading.agenda import agenda_for, void_warning
from styrehjul.meetings.reading.words import capital, day_of, short_title
from styrehjul.meetings.views.common import can, head_of, reasons_for, the_item, the_meeting
from styrehjul.meetings.views.meeting import preparation
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.ui.forms import Form


@page("agenda.prepare")
def add_item(request: HttpRequest, pk: int) -> HttpResponse:
    """*Tilføj punkt*: title, kind and responsible are enough."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.prepare", found)
    form = _new_item_form(found, request.POST if request.method == "POST" else None)
    context = {
        "meeting": found,
        "head": head_of(found),
        "form": form,
        "reasons": reasons_for("add_item", found, person),
        "suggested_people": editing.suggested_people(today()),
    }
    if request.method != "POST":
        return render(request, "meetings/add_item.html", context)
    if not form.is_valid():
        opened = any(name in form.errors for name in form.extra_names)
        return render(request, "meetings/add_item.html", context | {"more_open": opened}, status=422)
    data = form.cleaned_data
    fields = {name: data[name] for name in ("minutes_allotted", "access") if data[name]}
    try:
        return act(
            request,
            lambda: actions.add_item(
                found, title=data["title"], kind=data["kind"], responsible=data["responsible"], project=data["project"],
                fields=fields, by=person, at=now(),
            ),
            then=lambda item: f"{found.get_absolute_url()}#punkt-{item.pk}",
            said=_("Punktet er sat på dagsordenen."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, "meetings/add_item.html", context | {"refusal": refused}, status=409)


def _new_item_form(found: Meeting, data: Any) -> NewItemForm:
    kinds = [(code, capital(name)) for code, name in item_kinds(found.body, day_of(found.starts_at))]
    return NewItemForm(data, kinds=kinds, projects=editing.projects(), on=today())


@page("agenda.prepare")
@require_POST
def add_standing(request: HttpRequest, pk: int) -> HttpResponse:
    """One of the body's standing items is put on this agenda."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.prepare", found)
    key = request.POST.get("key", "")
    return act(
        request, lambda: actions.add_standing_item(found, key, by=person, at=now()),
        then=reverse("meetings:prepare", kwargs={"pk": pk}), said=_("Punktet er sat på dagsordenen."),
    )  # fmt: skip


class MoveItemForm(Form):
    """Where an item goes instead: another meeting of the body, or it waits for one."""

    to = forms.ChoiceField(label=gettext_lazy("Møde"))

    def __init__(self, *args: Any, meetings: list[Meeting], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(str(other.pk), short_title(other)) for other in meetings]
        self.fields["to"].choices = [*choices, ("0", _("Vent med at vælge møde"))]  # type: ignore[attr-defined]  # a ChoiceField


@page("agenda.prepare")
def remove_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """Off this agenda: to another meeting, or for good; a standing item only this time, or also from now on."""
    found, person = the_item(request, pk, item, "agenda.prepare")
    meeting = the_meeting(pk)
    others = preparing.other_meetings(meeting, now())
    moving = request.method == "POST" and request.POST.get("do") == "move"
    data = request.POST if request.method == "POST" else None
    form = ReasonForm(None if moving else data)
    move_form = MoveItemForm(data if moving else None, meetings=others)
    standing = found.profile != s.Profile.ORDINARY
    context = {
        "meeting": meeting,
        "item_title": found.title,
        "trail": [*head_of(meeting).trail_here, (found.title, found.get_absolute_url())],
        "form": form,
        "move_form": None if standing else move_form,
        "from_kommissorium": _from_kommissorium(found) if standing else "",
        "cancel": found.get_absolute_url(),
    }
    if request.method != "POST":
        return render(request, "meetings/remove_item.html", context)
    sent = move_form if moving else form
    if not sent.is_valid():
        return render(request, "meetings/remove_item.html", context, status=422)
    try:
        if moving:
            to = next((other for other in others if str(other.pk) == sent.cleaned_data["to"]), None)
            return act(
                request, lambda: actions.move_item(found, to, by=person, at=now()),
                then=to.get_absolute_url() if to else meeting.get_absolute_url(), said=_("Punktet er flyttet."),
            )  # fmt: skip
        reason = sent.cleaned_data["reason"]
        return act(
            request, lambda: actions.remove_item(found, reason=reason, by=person, at=now()),
            then=meeting.get_absolute_url(), said=_("Punktet er taget af dagsordenen."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, "meetings/remove_item.html", context | {"refusal": refused}, status=409)


def _from_kommissorium(found: Treatment) -> str:
    body = found.body.name_definite
    return _(
        "Punktet følger af kommissoriet for %(body)s. Skal det ikke med fremover, rettes kommissoriet, som får en ny udgave; "
        "det, der allerede er holdt, ændres ikke."
    ) % {"body": body}


@page("agenda.prepare")
@require_POST
def reorder(request: HttpRequest, pk: int) -> HttpResponse:
    """*Op* and *Ned*: one item changes place with its neighbour."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.prepare", found)
    key, up = request.POST.get("item", ""), request.POST.get("direction") == "up"
    rows = items_of(found)
    numbers = numbers_of(rows)
    order = [row.pk for row in rows if numbers[row.pk] is not None]
    wanted = int(key) if key.isdecimal() and len(key) < 12 else 0
    if wanted in order:
        place = order.index(wanted)
        other = place - 1 if up else place + 1
        if 0 <= other < len(order):
            order[place], order[other] = order[other], order[place]
    return act(
        request, lambda: actions.reorder(found, order, by=person, at=now()),
        then=f"{found.get_absolute_url()}?raekkefoelge=1#punkt-{wanted}",
    )  # fmt: skip


@page("agenda.prepare")
@require_safe
def prepare(request: HttpRequest, pk: int) -> HttpResponse:
    """The secretary's table: each item, what it lacks, and when its material is due."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.prepare", found)
    if found.calendar_state == s.C.CANCELLED:
        return redirect(found.get_absolute_url())
    items = items_of(found)
    seated = receivers(found)
    rows = preparing.rows(found, items, today())
    lacking = sum(1 for row in rows if row.reasons)
    agenda = agenda_for(found, person, today(), items)
    context = {
        "meeting": found,
        "head": head_of(found),
        "rows": rows,
        "summary": ngettext("%(n)d punkt mangler noget", "%(n)d punkter mangler noget", lacking) % {"n": lacking}
        if lacking
        else _("Intet mangler"),
        "columns": _columns(),
        "material": _material(found, person),
        "over_time": preparing.over_time_words(found, items),
        "preparation": preparation(found, person, agenda, len(seated)),
        "standing": _absent_standing(found, items),
        "void_warning": void_warning(found.agenda_state),
    }
    return render(request, "meetings/prepare.html", context)


def _material(found: Meeting, person: Person) -> dict[str, Any] | None:
    """Where the preparing body's chair says that the material is ready: who did, or the button for it."""
    rules = rules_for(found.body, day_of(found.starts_at))
    if not (rules and rules.settings.extended_preparation and rules.settings.material_ready_act):
        return None
    said = found.material_ready_by
    return {
        "said": _("%(who)s har meldt materialet klar.") % {"who": said.name} if said else "",
        "changed": found.material_changed,
        "url": reverse("meetings:material_ready", kwargs={"pk": found.pk})
        if said is None and can(person, "agenda.material", found)
        else "",
    }


def _columns() -> list[tuple[str, str, str]]:
    titles = (
        ("no", _("Nr."), "num"), ("title", _("Punkt"), ""), ("kind", _("Slags"), ""), ("who", _("Ansvarlig"), ""),
        ("lacks", _("Mangler"), ""), ("due", _("Frist"), ""), ("edited", _("Sidst rettet af"), ""), ("status", _("Status"), ""),
    )  # fmt: skip
    return list(titles)


def _absent_standing(found: Meeting, items: list[Treatment]) -> list[Any]:
    """The body's standing and procedural items that are not on this agenda."""
    rules = rules_for(found.body, day_of(found.starts_at))
    gone = {state.value for state in s.LEFT_AGENDA}
    there = {item.standing_key for item in items if item.standing_key and item.state not in gone}
    return [rule for rule in rules.standing_items if rule.key not in there and rule.enabled] if rules else []


@page("agenda.send_to_chair")
@require_POST
def recall(request: HttpRequest, pk: int) -> HttpResponse:
    """*Træk tilbage*: an agenda that the chair has, or has approved, is worked on again; the chair is told why."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.send_to_chair", found)
    reason = request.POST.get("reason", "")
    return act(
        request,
        lambda: actions.recall_agenda(found, reason=reason, by=person, at=now()),
        then=found.get_absolute_url(),
        said=_("Dagsordenen er trukket tilbage."),
    )


@page("agenda.send_to_chair")
@require_POST
def send_to_chair(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send til formanden*: closes for items, builds the version and checks its files, all in one."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.send_to_chair", found)
    if reasons := reasons_for("send_to_chair", found, person):
        # Nothing is printed in vain: what is lacking is said before the files are made.
        raise Refused.because(reasons)
    at = now()
    built = build_agenda(found, at=at)
    return act(
        request, lambda: actions.send_to_chair(found, built, by=person, at=at),
        then=found.get_absolute_url(), said=_("Dagsordenen er sendt til formanden.")
        if chair_approves(found)
        else _("Dagsordenen er lavet færdig og kan godkendes."),
    )  # fmt: skip

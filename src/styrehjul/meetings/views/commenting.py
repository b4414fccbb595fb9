"""Minutes before the members: sent to them, commented, answered, approved by each; and corrections afterwards."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.building import build_correction
from styrehjul.meetings.models import Correction, Meeting, MinutesComment, Treatment
from styrehjul.meetings.reading.agenda import visible_items
from styrehjul.meetings.tasks import advance_minutes
from styrehjul.meetings.views.common import reasons_for, the_meeting
from styrehjul.meetings.views.minutes import minutes_context
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person


def _url(pk: int, anchor: str = "") -> str:
    return reverse("meetings:minutes", kwargs={"pk": pk}) + anchor


def _number(request: HttpRequest, name: str) -> int:
    typed = request.POST.get(name, "")
    return int(typed) if typed.isdecimal() and len(typed) < 12 else 0


def _item(request: HttpRequest, found: Meeting, person: Person) -> Treatment | None:
    """The item that was pointed at, or None for the whole; one that the person may not read is not there."""
    key = _number(request, "item")
    if not key:
        return None
    readable = visible_items(found, person, today())
    return get_object_or_404(Treatment, pk=key if key in readable else 0, meeting=found)


def _and_on(pk: int, response: HttpResponse) -> HttpResponse:
    """After what was done: what now follows by itself, at once instead of at the worker's next turn."""
    advance_minutes(the_meeting(pk), at=now())
    return response


@page("minutes.approve")
@require_POST
def send_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send til kommentering*."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.approve", found)
    if reasons := reasons_for("send_minutes", found, person):
        raise Refused.because(reasons)
    response = act(
        request, lambda: actions.send_to_members(found, by=person, at=now()),
        then=_url(pk), said=_("Referatet er sendt til medlemmerne."),
    )  # fmt: skip
    return _and_on(pk, response)


@page("minutes.comment")
@require_POST
def comment(request: HttpRequest, pk: int) -> HttpResponse:
    """A member's comment on one item or the whole."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.comment", found)
    item = _item(request, found, person)
    text, objects = request.POST.get("text", ""), request.POST.get("objection") == "1"
    return act(
        request,
        lambda: actions.comment_minutes(found, text=text, treatment=item, objection=objects, by=person, at=now()),
        then=_url(pk, f"#i{item.pk}" if item else "#bemaerkninger"),
        said=_("Din indsigelse er sendt til sekretæren.") if objects else _("Din bemærkning er gemt."),
    )


@page("minutes.answer")
@require_POST
def answer(request: HttpRequest, pk: int) -> HttpResponse:
    """The secretary's answer to one comment."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.answer", found)
    row = get_object_or_404(MinutesComment, pk=_number(request, "comment"), round__meeting=found)
    text = request.POST.get("answer", "")
    response = act(
        request, lambda: actions.answer_comment(row, answer=text, by=person, at=now()),
        then=_url(pk, f"#i{row.treatment_id}" if row.treatment_id else "#bemaerkninger"), said=_("Svaret er gemt."),
    )  # fmt: skip
    return _and_on(pk, response)


@page("minutes.comment")
@require_POST
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """A member's *Godkend*, or what the secretary enters for one of them."""
    found = the_meeting(pk)
    key = _number(request, "person")
    person = allowed(request, "minutes.answer" if key else "minutes.consent", found)
    member = get_object_or_404(Person, pk=key) if key else person
    note = request.POST.get("note", "")
    response = act(
        request, lambda: actions.consent_to_minutes(found, person=member, note=note, by=person, at=now()),
        then=_url(pk),
        said=_("Godkendelsen er indført.") if key else _("Du har godkendt referatet."),
    )  # fmt: skip
    return _and_on(pk, response)


@page("minutes.correct")
@require_POST
def correct(request: HttpRequest, pk: int) -> HttpResponse:
    """*Skriv en rettelse*: it waits for the chair."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.correct", found)
    item = _item(request, found, person)
    text, because = request.POST.get("text", ""), request.POST.get("because", "")
    errors = {"text": "" if text.strip() else _("Skriv, hvad der skal rettes.")}
    errors["because"] = "" if because.strip() else _("Skriv en begrundelse.")
    if any(errors.values()):
        written = {"text": text, "because": because, "item": item.pk if item else None, "errors": errors}
        context = minutes_context(found, person) | {"correction_sent": written}
        return render(request, "meetings/minutes.html", context, status=422)
    return act(
        request,
        lambda: actions.propose_correction(found, text=text, because=because, treatment=item, by=person, at=now()),
        then=_url(pk, "#rettelser"),
        said=_("Rettelsen er sendt til formanden."),
    )


@page("minutes.approve")
@require_POST
def settle_correction(request: HttpRequest, pk: int) -> HttpResponse:
    """The chair approves the correction, or says why not."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.approve", found)
    row = get_object_or_404(Correction, pk=_number(request, "correction"), meeting=found)
    if request.POST.get("do") == "decline":
        reason = request.POST.get("reason", "")
        return act(
            request, lambda: actions.decline_correction(row, reason=reason, by=person, at=now()),
            then=_url(pk, "#rettelser"), said=_("Rettelsen er ikke godkendt."),
        )  # fmt: skip
    at = now()
    built = build_correction(row, at=at, by=person)
    return act(
        request, lambda: actions.approve_correction(row, built, by=person, at=at),
        then=_url(pk, "#rettelser"), said=_("Rettelsen er godkendt og sendt til medlemmerne."),
    )  # fmt: skip

"""Items that are proposed, taken in, turned down, sent on and taken on; the material said ready, the agenda adopted."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.forms.meeting import ReasonForm
from styrehjul.meetings.forms.preparing import ProposeForm, ReceiveForm, RedirectForm
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.checks import chief_reasons
from styrehjul.meetings.queries.extended import bodies_to_propose_to
from styrehjul.meetings.queries.meetings import meetings_that_take
from styrehjul.meetings.queries.seats import item_kinds
from styrehjul.meetings.reading.words import capital, short_title
from styrehjul.meetings.views.common import can, the_item, the_meeting
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.ui import refusals

SIMPLE = "meetings/simple_form.html"


@page("item.propose")
def propose(request: HttpRequest) -> HttpResponse:
    """*Foreslå et punkt*, to a body that takes proposals."""
    person = person_of(request)
    bodies = bodies_to_propose_to(person, today())
    if not bodies:
        raise Http404
    by_key = {body.pk: body for body in bodies}
    kinds = dict(pair for body in bodies for pair in item_kinds(body, today()))
    meetings = {one.pk: one for body in bodies for one in meetings_that_take(body, now())}
    form = ProposeForm(
        request.POST if request.method == "POST" else None,
        bodies=[(body.pk, body.name) for body in bodies], kinds=[(code, capital(name)) for code, name in kinds.items()],
        meetings=[(key, short_title(one)) for key, one in meetings.items()],
    )  # fmt: skip
    context = {
        "heading": _("Foreslå et punkt"), "trail": [(_("Møder"), reverse("meetings:index"))], "form": form,
        "submit": _("Foreslå"), "cancel": reverse("meetings:index"),
        "lines": [_("Sekretæren modtager punktet, afviser det med en begrundelse eller sender det til et andet organ. Du får svar.")],
    }  # fmt: skip
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    data = form.cleaned_data
    wished = meetings.get(int(data["wished"])) if data["wished"] else None
    try:
        return act(
            request,
            lambda: actions.propose_item(
                by_key[int(data["body"])], title=data["title"], kind=data["kind"], why_now=data["why_now"],
                wished=wished, by=person, at=now(),
            ),
            then=lambda item: item.get_absolute_url(), said=_("Punktet er foreslået."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _the_proposed(request: HttpRequest, pk: int) -> tuple[Treatment, Person]:
    rows = Treatment.objects.select_related("body", "matter", "responsible", "proposed_by", "wished_meeting__body")
    found = get_object_or_404(rows, pk=pk)
    if not can(person_of(request), "treatment.see", found):
        raise Http404
    return found, allowed(request, "item.receive", found)


def _about(found: Treatment) -> list[str]:
    who = found.proposed_by.name if found.proposed_by else ""
    wished = short_title(found.wished_meeting) if found.wished_meeting else ""
    return [
        line
        for line in (
            _("Foreslået af %(who)s.") % {"who": who} if who else "",
            _("Hvorfor nu: %(why)s") % {"why": found.why_now} if found.why_now else "",
            _("Ønsket møde: %(meeting)s.") % {"meeting": wished} if wished else "",
            *(refusals.sentence(reason) for reason in chief_reasons(found, today())),
        )
        if line
    ]


def _decide(request: HttpRequest, found: Treatment, heading: str, form: Any, submit: str, work: Any) -> HttpResponse:
    back = reverse("meetings:backlog")
    context = {
        "heading": heading, "lead": found.title, "trail": [(_("Venter på et møde"), back)], "form": form,
        "submit": submit, "cancel": back, "lines": _about(found),
    }  # fmt: skip
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    try:
        return act(request, lambda: work(form.cleaned_data), then=back, said=_("Forslagsstilleren har fået svar."))
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


@page("item.receive")
def receive(request: HttpRequest, pk: int) -> HttpResponse:
    """*Modtag*."""
    found, person = _the_proposed(request, pk)
    meetings = {one.pk: one for one in meetings_that_take(found.body, now())}
    form = ReceiveForm(
        request.POST if request.method == "POST" else None, on=today(),
        meetings=[(key, short_title(one)) for key, one in meetings.items()],
        initial={"meeting": found.wished_meeting_id or next(iter(meetings), "")},
    )  # fmt: skip

    def work(data: dict[str, Any]) -> Treatment:
        to: Meeting | None = meetings[int(data["meeting"])] if data["meeting"] else None
        return actions.receive_item(found, to=to, responsible=data["responsible"], by=person, at=now())

    return _decide(request, found, _("Modtag punktet"), form, _("Modtag"), work)


@page("item.receive")
def reject(request: HttpRequest, pk: int) -> HttpResponse:
    """*Afvis*, with a reason."""
    found, person = _the_proposed(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    return _decide(
        request, found, _("Afvis punktet"), form, _("Afvis"),
        lambda data: actions.reject_item(found, reason=data["reason"], by=person, at=now()),
    )  # fmt: skip


@page("item.receive")
def redirect_to(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send til andet organ*."""
    found, person = _the_proposed(request, pk)
    others = {body.pk: body for body in active_bodies(today()) if body.pk != found.body_id}
    form = RedirectForm(
        request.POST if request.method == "POST" else None, bodies=[(key, body.name) for key, body in others.items()]
    )

    def work(data: dict[str, Any]) -> Treatment:
        body: Body = others[int(data["body"])]
        return actions.redirect_item(found, body, reason=data["reason"], by=person, at=now())

    return _decide(request, found, _("Send til andet organ"), form, _("Send videre"), work)


@page("item.take_on")
@require_POST
def take_on(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Jeg tager punktet*."""
    found, person = the_item(request, pk, item, "item.take_on")
    return act(
        request, lambda: actions.take_on(found, by=person, at=now()), then=found.get_absolute_url(),
        said=_("Punktet er dit."),
    )  # fmt: skip


@page("agenda.material")
@require_POST
def material_ready(request: HttpRequest, pk: int) -> HttpResponse:
    """*Materialet er klar*."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.material", found)
    return act(
        request, lambda: actions.say_material_ready(found, by=person, at=now()),
        then=reverse("meetings:prepare", kwargs={"pk": pk}), said=_("Materialet er meldt klar."),
    )  # fmt: skip


@page("meeting.lead")
@require_POST
def adopt(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting adopts its agenda, with what somebody held against it."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.lead", found)
    return act(
        request,
        lambda: actions.adopt_agenda(found, objections=request.POST.get("objections", ""), by=person, at=now()),
        then=reverse("meetings:hold", kwargs={"pk": pk}), said=_("Dagsordenen er godkendt af mødet."),
    )  # fmt: skip

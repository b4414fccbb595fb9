"""A chiefs' meeting before the body's own: named on the item, answered here or through a link, or left out."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.audit.unit import Key, Repeated, run
from styrehjul.bodies.domain.model import CadenceKind
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain.priors import offered
from styrehjul.meetings.forms.matters import DatedOutcomeForm, LinkOutcomeForm, OutsideBodyForm, PartForm, PriorForm
from styrehjul.meetings.mails.matters import PRIOR
from styrehjul.meetings.models import OutsideBody, PriorTreatment, Treatment
from styrehjul.meetings.queries.contents import prior_words
from styrehjul.meetings.queries.facts import deadline_of
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.meetings.reading.words import capital, short_title
from styrehjul.meetings.views.common import SIMPLE, can, read_url, simple_form, the_item, ways
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person

DEADLINE = "management_meeting"


def part_of(found: Treatment) -> dict[str, Any]:
    """What the body does with the matter, and the form to say otherwise."""
    said = {"role": found.role, "decides_here": "" if found.decides_here is None else str(int(found.decides_here))}
    role = m.TreatmentRole(found.role or m.role_of(found.kind))
    return {
        "text": _("%(body)s %(does)s.") % {"body": capital(found.body.name_definite), "does": labels.ROLE[role]},
        "form": PartForm(initial=said, prefix="del"),
        "url": _url("set_part", found),
    }


def priors_context(found: Treatment, person: Person) -> dict[str, Any]:
    """The earlier treatments that the item names, and what this person can do about each."""
    prepares = can(person, "agenda.prepare", found)
    rows = [
        {
            "text": prior_words(prior),
            "by": _entered(prior),
            "is_open": prior.is_open,
            "outcome_url": _prior_url("prior_outcome", found, prior) if prepares and not prior.waived_because else "",
            "waive_url": _prior_url("waive_prior", found, prior)
            if prior.is_open and can(person, "prior.waive", found)
            else "",
            "link_url": _prior_url("send_prior", found, prior)
            if prepares and prior.is_open and prior.outside and prior.outside.secretary_email
            else "",
            "remove_url": _prior_url("remove_prior", found, prior) if prepares and not prior.outcome else "",
        }
        for prior in found.priors.select_related("outside", "body", "entered_by").order_by("on", "pk")
    ]
    return {"rows": rows, "add_url": _url("name_prior", found) if prepares else ""}


def _entered(prior: PriorTreatment) -> str:
    who = prior.entered_by.name if prior.entered_by else prior.entered_by_name
    if not who or prior.entered_at is None:
        return ""
    return _("Skrevet af %(who)s %(day)s") % {"who": who, "day": day_text(day_of(prior.entered_at))}


def _url(name: str, found: Treatment) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": found.meeting_id, "item": found.pk})


def _prior_url(name: str, found: Treatment, prior: PriorTreatment) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": found.meeting_id, "item": found.pk, "prior": prior.pk})


@page("agenda.prepare")
@require_POST
def set_part(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """What the body is asked to do, and whether the matter is settled here."""
    found, person = the_item(request, pk, item, "agenda.prepare")
    form = PartForm(request.POST, prefix="del")
    if not form.is_valid():
        raise Refused("treatment.role_unknown")
    said = form.cleaned_data["decides_here"]
    return act(
        request,
        lambda: actions.set_role(
            found, role=form.cleaned_data["role"], decides_here={"1": True, "0": False}.get(said), by=person, at=now()
        ),
        then=read_url(found),
        said=_("Gemt."),
    )


def _places(on: date) -> list[tuple[str, str]]:
    """Where a matter may be treated first: the chiefs' meetings, and the bodies that meet only when it is needed."""
    found = [(f"u{row.pk}", row.name) for row in OutsideBody.objects.order_by("name", "pk")]
    for body in active_bodies(on):
        rules = rules_for(body, on)
        if rules is not None and rules.cadence.kind is CadenceKind.AS_NEEDED:
            found.append((f"o{body.pk}", body.name))
    return found


def _offer(found: Treatment) -> tuple[str, date | None]:
    """The chiefs' meeting's last date that leaves time enough, and what is said of it."""
    meeting = found.meeting
    assert meeting is not None
    due = deadline_of(meeting, DEADLINE)
    until = day_of(due) if due else day_of(meeting.starts_at)
    dates = [date.fromisoformat(day) for row in OutsideBody.objects.all() for day in row.dates]
    day = offered(dates, until=until, today=today())
    if day is not None:
        return _("Foreslået: den sidste dato, der når det før fristen %(due)s.") % {"due": day_text(until)}, day
    if dates:
        return _("Ingen af de kendte datoer når det før fristen %(due)s. Skriv datoen.") % {
            "due": day_text(until)
        }, None
    return _("Fristen er %(due)s. Skriv datoen.") % {"due": day_text(until)}, None


@page("agenda.prepare")
def name_prior(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Behandles først på chefmøde*: where and when; the last date that still helps is offered."""
    found, person = the_item(request, pk, item, "agenda.prepare")
    told, day = _offer(found)
    places = _places(today())
    initial = {"on": day, "new_name": _("Chefmøde")}
    form = PriorForm(request.POST if request.method == "POST" else None, places=places, initial=initial)
    lines = [
        told,
        _("Dagsordenen kan ikke sendes til formanden, før udfaldet er skrevet, eller formanden har fraveget det."),
    ]
    context = simple_form(found, _("Behandles først på chefmøde"), form, _("Gem"), lines)
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    try:
        return act(request, lambda: _name(found, form, person), then=read_url(found), said=_("Gemt."))
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _name(found: Treatment, form: PriorForm, person: Person) -> PriorTreatment:
    at, data = now(), form.cleaned_data
    if name := data.get("new_name"):
        outside = actions.keep_outside_body(None, name=name, by=person, at=at)
        return actions.name_prior(found, outside=outside, on=data["on"], by=person, at=at)
    kind, key = data["place"][0], int(data["place"][1:])
    if kind == "o":
        return actions.name_prior(found, body=Body.objects.get(pk=key), on=data["on"], by=person, at=at)
    return actions.name_prior(found, outside=OutsideBody.objects.get(pk=key), on=data["on"], by=person, at=at)


def _the_prior(
    request: HttpRequest, pk: int, item: int, prior: int, action: str
) -> tuple[Treatment, PriorTreatment, Person]:
    found, person = the_item(request, pk, item, action)
    rows = PriorTreatment.objects.select_related("outside", "body", "treatment__body", "treatment__meeting__body")
    return found, get_object_or_404(rows, pk=prior, treatment=found), person


@page("agenda.prepare")
def outcome(request: HttpRequest, pk: int, item: int, prior: int) -> HttpResponse:
    """What came of it: day, outcome and remarks."""
    found, row, person = _the_prior(request, pk, item, prior, "agenda.prepare")
    initial = {"on": row.on, "outcome": row.outcome, "remarks": row.remarks}
    form = DatedOutcomeForm(request.POST if request.method == "POST" else None, initial=initial)
    heading = _("Udfald %(where)s") % {"where": row.words}
    context = simple_form(found, heading, form, _("Gem udfaldet"), [])
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: actions.enter_prior(
                row, outcome=data["outcome"], remarks=data["remarks"], on=data["on"], by=person, at=now()
            ),
            then=read_url(found),
            said=_("Udfaldet er gemt."),
        )
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


@page("prior.waive")
@require_POST
def waive(request: HttpRequest, pk: int, item: int, prior: int) -> HttpResponse:
    """The chair lets it go without, with a reason."""
    found, row, person = _the_prior(request, pk, item, prior, "prior.waive")
    reason = request.POST.get("reason", "")
    return act(
        request, lambda: actions.waive_prior(row, reason=reason, by=person, at=now()),
        then=read_url(found), said=_("Behandlingen er fraveget."),
    )  # fmt: skip


@page("agenda.prepare")
@require_POST
def send_link(request: HttpRequest, pk: int, item: int, prior: int) -> HttpResponse:
    """The chiefs' meeting's secretary gets a new link."""
    found, row, person = _the_prior(request, pk, item, prior, "agenda.prepare")
    return act(
        request, lambda: actions.send_prior_link(row, by=person, at=now()),
        then=read_url(found), said=_("Linket er sendt."),
    )  # fmt: skip


@page("agenda.prepare")
@require_POST
def remove(request: HttpRequest, pk: int, item: int, prior: int) -> HttpResponse:
    """It was named by mistake."""
    found, row, person = _the_prior(request, pk, item, prior, "agenda.prepare")
    return act(
        request, lambda: actions.remove_prior(row, by=person, at=now()), then=read_url(found), said=_("Fjernet.")
    )


@page("outside.change")
def outside_bodies(request: HttpRequest) -> HttpResponse:
    """The chiefs' meetings with their dates; one form each, and one for another."""
    person = allowed(request, "outside.change")
    known = list(OutsideBody.objects.order_by("name", "pk"))
    sent, which = request.method == "POST", request.POST.get("which", "")
    forms: list[dict[str, Any]] = []
    for row in [*known, None]:
        key = str(row.pk) if row else "ny"
        initial = _initial(row)
        form = OutsideBodyForm(request.POST if sent and which == key else None, prefix=f"m{key}", initial=initial)
        forms.append({"key": key, "form": form, "title": row.name if row else _("Nyt chefmøde"), "row": row})
    context = {"ways": ways("outside_bodies"), "forms": forms}
    if not sent:
        return render(request, "meetings/outside_bodies.html", context)
    chosen = next((one for one in forms if one["key"] == which), forms[-1])
    form = chosen["form"]
    if not form.is_valid():
        return render(request, "meetings/outside_bodies.html", context, status=422)
    data = form.cleaned_data
    return act(
        request, lambda: actions.keep_outside_body(chosen["row"], by=person, at=now(), **data),
        then=reverse("meetings:outside_bodies"), said=_("Gemt."),
    )  # fmt: skip


def _initial(row: OutsideBody | None) -> dict[str, Any]:
    if row is None:
        return {"name": "" if OutsideBody.objects.exists() else _("Chefmøde")}
    dates = "\n".join(day_text(date.fromisoformat(day)) for day in row.dates)
    return {
        "name": row.name, "dates": dates, "secretary_name": row.secretary_name, "secretary_email": row.secretary_email,
    }  # fmt: skip


@page(public=True)
def by_link(request: HttpRequest, token: str) -> HttpResponse:
    """The one thing that the chiefs' meeting's secretary is asked: reading changes nothing, sending writes it once."""
    found = _behind(token)
    if found is None:
        return render(request, "meetings/prior_link.html", {"over": True}, status=409)
    row, secret = found
    context = {
        "prior": row,
        "title": _open_title(row),
        "when": short_title(row.treatment.meeting) if row.treatment.meeting else "",
    }
    if not actions.link_holds(row, secret, now()):
        return render(
            request, "meetings/prior_link.html", context | {"done": bool(row.outcome), "over": not row.outcome}
        )
    form = LinkOutcomeForm(request.POST if request.method == "POST" else None)
    if request.method != "POST" or not form.is_valid():
        status = 422 if request.method == "POST" else 200
        return render(request, "meetings/prior_link.html", context | {"form": form}, status=status)
    data = form.cleaned_data
    try:
        row = run(
            lambda: actions.enter_prior_by_link(
                row, outcome=data["outcome"], remarks=data["remarks"], name=data["name"], secret=secret, at=now()
            ),
            key=_key(request, row),
        )
    except Repeated:
        row.refresh_from_db()
    return render(request, "meetings/prior_link.html", context | {"prior": row, "done": True, "thanks": True})


def _open_title(row: PriorTreatment) -> str:
    return _("Lukket punkt") if row.treatment.access == "closed_title_hidden" else row.treatment.title


def _behind(token: str) -> tuple[PriorTreatment, str] | None:
    """What the link opens; None where nobody signed it, or what it opened is gone."""
    try:
        said = signing.loads(token, salt=PRIOR)
        key, secret = UUID(said["prior"]), str(said["secret"])
    except (signing.BadSignature, KeyError, TypeError, ValueError):
        return None
    rows = PriorTreatment.objects.select_related("outside", "body", "treatment__body", "treatment__meeting__body")
    row = rows.filter(uuid=key).first()
    return (row, secret) if row is not None and row.link_secret == secret else None


def _key(request: HttpRequest, row: PriorTreatment) -> Key:
    """The form is carried out once: its hidden key, kept under the link instead of a person."""
    try:
        key = UUID(request.POST.get("_key", ""))
    except ValueError:
        key = uuid4()
    body = {name: request.POST.getlist(name) for name in request.POST if name not in {"_key", "csrfmiddlewaretoken"}}
    return Key(key, str(row.uuid), "forbehandling", body, now())

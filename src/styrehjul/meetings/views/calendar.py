"""The meeting as an appointment: an extra one, called, moved, called off, its room, and who comes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from styrehjul.bodies.domain.moving import Consequences, Linked, consequences_of_move
from styrehjul.bodies.domain.wording import sentence_of
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import calendar
from styrehjul.documents.files import store_bytes
from styrehjul.documents.uploads import Accepted, inspect
from styrehjul.kernel.danish import ZONE, clock, day_text, weekday_text
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.actions.meetings import needs_confirming
from styrehjul.meetings.actions.moving import request_move
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms.meeting import ExtraMeetingForm, HeldMeetingForm, MoveForm, ReasonForm
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import receivers, rules_for
from styrehjul.meetings.reading.words import capital, day_of, short_title
from styrehjul.meetings.views.common import can, head_of, reasons_for, the_meeting
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person

SIMPLE = "meetings/simple_form.html"
PDF = "application/pdf"


@page("meeting.plan")
def extra(request: HttpRequest) -> HttpResponse:
    """An extra meeting: not counted among the year's, and without standing items unless they are chosen."""
    person = allowed(request, "meeting.plan")
    bodies = [body for body in Body.objects.on(today()) if can(person, "meeting.plan", body)]
    form = ExtraMeetingForm(
        request.POST if request.method == "POST" else None,
        bodies=[(body.code, body.name) for body in bodies],
        initial={"body": request.GET.get("organ", ""), "start": "09:00", "end": "10:00"},
    )
    context = {
        "heading": _("Ekstra møde"),
        "trail": [(_("Møder"), reverse("meetings:index"))],
        "form": form,
        "submit": _("Opret mødet"),
        "cancel": reverse("meetings:index"),
        "lines": [
            _("Et ekstra møde tæller ikke med i årets antal. Faste punkter kan tilføjes bagefter."),
            _("Er en frist gået, når mødet oprettes, følger den mødets næste frist."),
        ],
    }
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    starts_at, ends_at = form.moments()
    body = next(body for body in bodies if body.code == form.cleaned_data["body"])
    try:
        return act(
            request,
            lambda: actions.plan_meeting(
                body=body, year=starts_at.year, slot="", starts_at=starts_at, ends_at=ends_at, extra=True,
                place=form.cleaned_data["place"], by=person, at=now(),
            ),
            then=lambda meeting: meeting.get_absolute_url(),
            said=_("Mødet er oprettet."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


@page("meeting.plan")
def held_before(request: HttpRequest) -> HttpResponse:
    """A meeting from before the product was taken into use: it is there to be read, and its minutes are a PDF."""
    person = allowed(request, "meeting.plan")
    bodies = [body for body in Body.objects.on(today()) if can(person, "meeting.plan", body)]
    posted = request.method == "POST"
    form = HeldMeetingForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        bodies=[(body.code, body.name) for body in bodies],
        initial={"start": "09:00", "end": "11:00"},
    )
    context = {
        "heading": _("Møde fra før Styrehjul"),
        "trail": [(_("Møder"), reverse("meetings:index"))],
        "form": form,
        "submit": _("Læg mødet ind"),
        "cancel": reverse("meetings:index"),
        "lines": [_("Mødet kan læses og findes som de andre. Det tæller ikke med i det, hjulet mangler.")],
    }
    if not posted:
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    body = next(body for body in bodies if body.code == form.cleaned_data["body"])
    try:
        upload = form.cleaned_data["file"]
        accepted = inspect(str(upload.name), upload.read())
        upload.seek(0)
        if accepted.content_type != PDF:
            raise Refused("minutes.not_pdf", name=accepted.name)
        return act(
            request,
            lambda: _keep_held(form, body, accepted, person),
            then=lambda meeting: meeting.get_absolute_url(),
            said=_("Mødet og dets referat er lagt ind."),
        )
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _keep_held(form: HeldMeetingForm, body: Body, accepted: Accepted, person: Person) -> Meeting:
    """The meeting, its file and its minutes in one transaction."""
    at = now()
    starts_at, ends_at = form.moments()
    if ends_at > at:
        raise Refused("meeting.not_held_yet")
    meeting = actions.register_held_meeting(
        body=body, year=starts_at.year, slot="", starts_at=starts_at, ends_at=ends_at, by=person, at=at
    )
    kept = store_bytes(
        accepted.data, name=accepted.name, content_type=accepted.content_type, kind="minutes", at=at,
        created_by_id=str(person.uuid),
    )  # fmt: skip
    actions.attach_old_minutes(meeting, kept, by=person, at=at)
    return meeting


@page("meeting.cancel")
def cancel(request: HttpRequest, pk: int) -> HttpResponse:
    """*Aflys*: with a reason, which stands on the meeting and goes to those who were called."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.cancel", found)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    context = _simple(found, _("Aflys mødet"), form, _("Aflys mødet")) | {
        "lines": _cancel_lines(found),
        "reasons": [] if request.method == "POST" else reasons_for("cancel", found, person),
        "refusal_title": _("Mødet er ikke aflyst"),
    }
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    reason = form.cleaned_data["reason"]
    try:
        return act(
            request, lambda: actions.cancel_meeting(found, reason=reason, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Mødet er aflyst."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _cancel_lines(found: Meeting) -> list[str]:
    lines = [_("Punkter med en sag skal først flyttes til et andet møde eller tages af dagsordenen.")]
    if not found.extra:
        others = Meeting.objects.filter(body=found.body_id, year=found.year, extra=False).exclude(pk=found.pk)
        left = others.exclude(calendar_state=s.C.CANCELLED.value).count()
        lines.append(_("Der er så %(n)d ordinære møder i %(year)d.") % {"n": left, "year": found.year})
    if found.calendar_state == s.C.INVITED:
        lines.append(_("Alle indkaldte får en aflysning i kalenderen."))
    return lines


def _simple(found: Meeting, heading: str, form: Any, submit: str) -> dict[str, Any]:
    return {
        "heading": heading,
        "lead": short_title(found),
        "trail": head_of(found).trail_here,
        "form": form,
        "submit": submit,
        "cancel": found.get_absolute_url(),
    }


@page("meeting.move")
def move(request: HttpRequest, pk: int) -> HttpResponse:
    """Move a meeting: first what it would mean, then, when that is accepted, the move itself."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.move", found)
    if request.method == "POST":
        return _move(request, found, person)
    asked = "day" in request.GET
    form = MoveForm(request.GET if asked else None, initial=_when(found))
    context: dict[str, Any] = {"meeting": found, "head": head_of(found), "form": form}
    if asked and form.is_valid():
        context["preview"] = preview_of(found, person, form)
    return render(request, "meetings/move.html", context, status=422 if asked and not form.is_valid() else 200)


def _when(found: Meeting) -> dict[str, Any]:
    start, end = found.starts_at.astimezone(ZONE), found.ends_at.astimezone(ZONE)
    return {"day": start.date(), "start": start.time(), "end": end.time(), "version": found.version}


def _move(request: HttpRequest, found: Meeting, person: Person) -> HttpResponse:
    form = MoveForm(request.POST)
    context: dict[str, Any] = {"meeting": found, "head": head_of(found), "form": form}
    if not form.is_valid():
        return render(request, "meetings/move.html", context, status=422)
    starts_at, ends_at = form.moments()
    waivers = request.POST.getlist("waive")
    try:
        if needs_confirming(found, person, now()):
            return act(
                request,
                lambda: request_move(
                    found, starts_at=starts_at, ends_at=ends_at, waivers=waivers, by=person, at=now(),
                    reason=request.POST.get("reason", ""), expected_version=form.cleaned_data["version"],
                ),
                then=found.get_absolute_url(),
                said=_("Formanden er bedt om at bekræfte flytningen. Mødet er ikke flyttet endnu."),
            )  # fmt: skip
        return act(
            request,
            lambda: actions.move_meeting(
                found, starts_at=starts_at, ends_at=ends_at, waivers=waivers, by=person, at=now(),
                expected_version=form.cleaned_data["version"],
            ),
            then=found.get_absolute_url(),
            said=_("Mødet er flyttet."),
        )  # fmt: skip
    except Refused as refused:
        current = the_meeting(found.pk)
        context |= {"refusal": refused, "meeting": current, "preview": preview_of(current, person, form)}
        return render(request, "meetings/move.html", context, status=409)


@dataclass(frozen=True)
class DeadlineRow:
    """One deadline before and after the move."""

    label: str
    old: str
    new: str
    note: str


def preview_of(found: Meeting, person: Person, form: MoveForm) -> dict[str, Any]:
    """What the move would bring: forbidden, to be thought of, and what would follow. Nothing has moved."""
    starts_at, _ends = form.moments()
    effects = _consequences(found, starts_at)
    passed = [row for row in effects.deadlines if row.passed] if effects else []
    day = form.cleaned_data["day"]
    reasons = reasons_for("move", found, person) + _wrong_day(day, starts_at)
    return {
        "title": (_("Mødet kan ikke flyttes til %(day)s") if reasons else _("Det sker, hvis mødet flyttes til %(day)s"))
        % {"day": weekday_text(day)},
        "warnings": [
            sentence_of(reason) for reason in (effects.warnings if effects else ()) if reason.code != "deadline.passed"
        ],
        "consequences": _told(found),
        "columns": [("", _("Frist"), ""), ("", _("Nu"), ""), ("", _("Efter flytningen"), "")],
        "deadlines": [
            DeadlineRow(row.rule.label, _at(row.old), _at(row.new), _("ligger i fortiden") if row.passed else "")
            for row in (effects.deadlines if effects else ())
        ],
        "reasons": reasons,
        "waivers": [
            {
                "code": row.rule.code,
                "text": _("Fristen “%(label)s” bortfalder for dette møde") % {"label": row.rule.label},
            }
            for row in passed
        ],
        "day": day.isoformat(),
        "start": form.cleaned_data["start"].strftime("%H:%M"),
        "end": form.cleaned_data["end"].strftime("%H:%M"),
        "asks_chair": needs_confirming(found, person, now()),
        "button": _("Bed formanden om at bekræfte") if needs_confirming(found, person, now()) else _("Flyt mødet"),
        "feeders": _feeders(found, effects),
    }


def _wrong_day(day: date, starts_at: datetime) -> list[Reason]:
    """What the move itself would refuse: a day when nobody works, or a moment that has passed."""
    because = calendar().closed_because(day)
    reasons = [Reason("meeting.closed_day", {"day": day, "because": because})] if because else []
    return [*reasons, Reason("meeting.in_past", {"at": starts_at})] if starts_at <= now() else reasons


def _consequences(found: Meeting, starts_at: datetime) -> Consequences | None:
    rules = rules_for(found.body, day_of(starts_at))
    if rules is None:
        return None
    fed_rules = rules_for(found.feeds.body, day_of(found.feeds.starts_at)) if found.feeds else None
    fed = Linked(fed_rules, day_of(found.feeds.starts_at)) if found.feeds and fed_rules else None
    feeding = []
    for other in _feeding(found):
        if known := rules_for(other.body, day_of(other.starts_at)):
            feeding.append(Linked(known, day_of(other.starts_at)))
    own = Meeting.objects.filter(body=found.body_id).exclude(pk=found.pk).exclude(calendar_state=s.C.CANCELLED.value)
    return consequences_of_move(
        rules, found.starts_at, starts_at, now=now(), calendar=calendar(), fed=fed, feeding=feeding,
        own=[day_of(at) for at in own.values_list("starts_at", flat=True)], extra=found.extra,
    )  # fmt: skip


def _feeding(found: Meeting) -> list[Meeting]:
    """The meetings that prepare this one and are still ahead."""
    ahead = found.fed_by.filter(minutes_state=s.M.NONE.value).exclude(calendar_state=s.C.CANCELLED.value)
    return list(ahead.select_related("body").order_by("starts_at"))


def _told(found: Meeting) -> list[str]:
    lines = []
    if found.calendar_state == s.C.INVITED:
        n = sum(1 for one in receivers(found) if one.has_address)
        lines.append(_("%(n)d indkaldte får den samme kalenderaftale på det nye tidspunkt.") % {"n": n})
    if found.place:
        lines.append(_("Lokalet %(room)s skal bookes om.") % {"room": found.place})
    if found.agenda_state in (s.A.TO_CHAIR, s.A.APPROVED):
        lines.append(_("Formandens godkendelse bortfalder, fordi mødets tid står på dagsordenen."))
    if found.agenda_state == s.A.SENT:
        lines.append(
            _("Den udsendte dagsorden har stadig den gamle tid. Den nye står i kalenderaftalen og på mødets side.")
        )
    lines.append(_("De ansvarliges frister for materiale flytter med."))
    return lines


def _feeders(found: Meeting, effects: Consequences | None) -> list[dict[str, str]]:
    """For each preparing meeting that would lie wrong: the day that would suit it, one click from being moved there."""
    rows = []
    by_day = {(other.body.code, day_of(other.starts_at)): other for other in _feeding(found)}
    for move in effects.dependents if effects else ():
        other = by_day.get((move.body.code, move.old))
        if other is None:
            continue
        start, end = other.starts_at.astimezone(ZONE), other.ends_at.astimezone(ZONE)
        where = reverse("meetings:move", kwargs={"pk": other.pk})
        query = f"?day={move.new.isoformat()}&start={start:%H:%M}&end={end:%H:%M}"
        text = _("%(body)s %(old)s forbereder dette møde. Foreslået ny dato: %(new)s. Se, hvad den flytning betyder.") % {
            "body": capital(move.body.name_definite), "old": day_text(move.old, year=False), "new": weekday_text(move.new),
        }  # fmt: skip
        rows.append({"url": where + query, "text": text})
    return rows


def _at(moment: datetime | None) -> str:
    if moment is None:
        return "–"
    hour = clock(moment)
    return weekday_text(day_of(moment)) + (f" kl. {hour}" if hour not in ("0", "23.59") else "")


@page("meeting.reply")
@require_POST
def reply(request: HttpRequest, pk: int) -> HttpResponse:
    """*Jeg deltager* or *Afbud*."""
    found = the_meeting(pk)
    person = person_of(request)
    answer = request.POST.get("reply", "")
    return act(
        request, lambda: actions.enter_reply(found, person, reply=answer, by=person, at=now()),
        then=f"{found.get_absolute_url()}#deltagere", said=_("Dit svar er gemt."),
    )  # fmt: skip

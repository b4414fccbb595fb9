"""The year's wheel, its activities, the meeting plan and the calendar feed."""

from __future__ import annotations

from datetime import date
from itertools import groupby
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import http_date
from django.utils.translation import gettext as _

from styrehjul.audit.chain import digest
from styrehjul.benefits.queries import measuring_between
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies, kommissorium_on
from styrehjul.documents.files import download
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.policy import may
from styrehjul.ui import refusals
from styrehjul.wheel import actions, exports, queries
from styrehjul.wheel.forms.occurrences import MoveItemForm, NewOccurrenceForm, OccurrenceForm, ReasonForm
from styrehjul.wheel.models import CalendarSubscription, Occurrence
from styrehjul.wheel.queries.strategic import strategic_days
from styrehjul.wheel.views.seminars import seminar_context

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def _year(year: int) -> int:
    if not actions.FIRST_YEAR <= year <= today().year + actions.YEARS_AHEAD:
        raise Http404
    return year


@page("wheel.see")
def this_year(request: HttpRequest) -> HttpResponse:
    """The wheel of the present year."""
    return redirect("wheel:year", today().year)


@page("wheel.see")
def year(request: HttpRequest, year: int) -> HttpResponse:
    """One year as drawing and table, with its counts and what is missing."""
    person, on = person_of(request), today()
    view = queries.year_of(_year(year), on)
    context = {
        "year": view,
        "wheel": queries.wheel_of(view, on),
        "middle": queries.middle_of(view, on),
        "words": "; ".join(count.sentence for count in view.counts) + ".",
        "may_roll": may(person, "wheel.roll", on=on),
        "may_change": may(person, "occurrence.change", on=on),
        "measured": [
            (number, list(days))
            for number, days in groupby(
                measuring_between(date(_year(year), 1, 1), date(_year(year), 12, 31)),
                key=lambda day: (day.on.month + 2) // 3,
            )
        ],
        "strategic": strategic_days(_year(year)),
        "before": year - 1,
        "after": year + 1,
    }
    return render(request, "wheel/year.html", context)


@page("wheel.roll")
def roll(request: HttpRequest, year: int) -> HttpResponse:
    """What rolling the year would make; on POST it is made."""
    person = allowed(request, "wheel.roll")
    if request.method == "POST":
        return act(
            request,
            lambda: actions.roll_year(_year(year), by=person, at=now()),
            then=f"/aarshjul/{year}/",
            said=_("Årets møder, frister og faste punkter er lagt ud."),
        )
    proposal = queries.proposal_of(_year(year), today())
    names = {body.code: body.name for body in kommissorium_on(queries.rules_day(year, today())).bodies}
    rows = [
        {
            "meeting": planned,
            "body": names.get(planned.body, planned.body),
            "feeds": names.get(planned.feeds[0], "") if planned.feeds else "",
            "status": actions.status_words(planned),
            "notes": [refusals.sentence(note) for note in planned.notes],
        }
        for planned in proposal.meetings
    ]
    context = {
        "year": year,
        "rows": rows,
        "activities": [row for row in proposal.activities if not row.optional],
        "new": len(proposal.new_meetings) + len([row for row in proposal.new_activities if not row.optional]),
    }
    return render(request, "wheel/roll.html", context)


@page("wheel.see")
def plan(request: HttpRequest, year: int, kind: str) -> HttpResponse:
    """The meeting plan as one A4 or as a sheet."""
    if kind == "xlsx":
        return download(exports.plan_xlsx(_year(year)), name=f"moedeplan-{year}.xlsx", content_type=XLSX)
    pdf = exports.plan_pdf(queries.year_of(_year(year), today()), now())
    return download(pdf, name=f"moedeplan-{year}.pdf", content_type="application/pdf")


@page("occurrence.see")
def occurrence(request: HttpRequest, pk: int) -> HttpResponse:
    """One activity: when, where, what; its host; and what may be done with it."""
    found = get_object_or_404(Occurrence.objects.select_related("body"), pk=pk)
    person = person_of(request)
    may_change = may(person, "occurrence.change", found, on=today())
    context = {
        "occurrence": found,
        "may_change": may_change,
        "may_hold": found.on is not None and found.on <= today(),
        **seminar_context(found, person, may_change=may_change),
    }
    return render(request, "wheel/occurrence.html", context)


@page("occurrence.change")
def change_occurrence(request: HttpRequest, pk: int) -> HttpResponse:
    """Date, place and notes of an activity."""
    found = get_object_or_404(Occurrence.objects.select_related("body"), pk=pk)
    person = allowed(request, "occurrence.change", found)
    initial = {name: getattr(found, name) for name in ("title", "on", "place", "notes")}
    form = OccurrenceForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        values: dict[str, Any] = form.cleaned_data
        return act(
            request,
            lambda: actions.change_occurrence(found, by=person, at=now(), **values),
            then=f"/aarshjul/aktivitet/{pk}/",
            said=_("Gemt."),
        )
    context = {"form": form, "occurrence": found, "heading": found.title, "back": f"/aarshjul/aktivitet/{pk}/"}
    return render(request, "wheel/form.html", context, status=422 if form.errors else 200)


@page("occurrence.change")
def new_occurrence(request: HttpRequest, year: int) -> HttpResponse:
    """A new dialogue meeting on the wheel."""
    person = allowed(request, "occurrence.change")
    bodies = Body.objects.filter(pk__in=[body.pk for body in active_bodies(today())])
    initial = {"title": _("Dialogmøde med "), "body": bodies.last()}
    form = NewOccurrenceForm(request.POST or None, initial=initial)
    form.fields["body"].queryset = bodies  # type: ignore[attr-defined]  # the field is a ModelChoiceField
    if request.method == "POST" and form.is_valid():
        values = dict(form.cleaned_data)
        body = values.pop("body")
        return act(
            request,
            lambda: actions.add_occurrence(body, by=person, at=now(), **values),
            then=lambda made: f"/aarshjul/{made.year}/",
            said=_("Aktiviteten står nu på hjulet."),
        )
    context = {"form": form, "heading": _("Nyt dialogmøde"), "back": f"/aarshjul/{_year(year)}/"}
    return render(request, "wheel/form.html", context, status=422 if form.errors else 200)


@page("occurrence.change")
def end_occurrence(request: HttpRequest, pk: int, verb: str) -> HttpResponse:
    """Note an activity as held, leave it out this year, or take it back."""
    found = get_object_or_404(Occurrence.objects.select_related("body"), pk=pk)
    person = allowed(request, "occurrence.change", found)
    if request.method != "POST":
        return HttpResponseRedirect(f"/aarshjul/aktivitet/{pk}/")
    form = ReasonForm(request.POST)
    reason = form.cleaned_data["reason"] if form.is_valid() else ""
    works = {
        "afholdt": lambda: actions.hold_occurrence(found, by=person, at=now()),
        "udelad": lambda: actions.cancel_occurrence(found, reason=reason, by=person, at=now()),
        "tag-med": lambda: actions.restore_occurrence(found, by=person, at=now()),
    }
    return act(request, works[verb], then=f"/aarshjul/aktivitet/{pk}/", said=_("Gemt."))


@page("occurrence.change")
def move_item(request: HttpRequest, year: int, body: str, key: str) -> HttpResponse:
    """Move a movable standing item to another quarter of this year."""
    found = get_object_or_404(Body, code=body)
    person = allowed(request, "occurrence.change", found)
    try:
        rule = kommissorium_on(queries.rules_day(_year(year), today())).body(body).standing_item(key)
    except KeyError:
        raise Http404 from None
    form = MoveItemForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        quarter = form.cleaned_data["quarter"]
        return act(
            request,
            lambda: actions.move_standing_item(found, key, year=year, quarter=quarter, by=person, at=now()),
            then=f"/aarshjul/{year}/",
            said=_("Punktet er flyttet."),
        )
    context = {"form": form, "heading": _("Flyt “%(title)s”") % {"title": rule.title}, "back": f"/aarshjul/{year}/"}
    return render(request, "wheel/form.html", context, status=422 if form.errors else 200)


@page("account.own")
def subscription(request: HttpRequest) -> HttpResponse:
    """The person's own calendar address: shown, made anew, or ended."""
    person = person_of(request)
    if request.method == "POST":
        end = request.POST.get("verb") == "end"
        work = actions.unsubscribe if end else actions.subscribe
        said = _("Adressen virker ikke længere.") if end else _("Du har fået en ny kalenderadresse.")
        return act(request, lambda: work(person, by=person, at=now()), then="/aarshjul/abonnement/", said=said)
    found = CalendarSubscription.objects.filter(person=person).first()
    address = f"{settings.PUBLIC_URL}/kalender/{found.token}.ics" if found else ""
    return render(request, "wheel/subscription.html", {"address": address})


@page(public=True)
def feed(request: HttpRequest, token: str) -> HttpResponse:
    """The calendar feed. The secret address is the whole key; it reads and nothing else."""
    found = CalendarSubscription.objects.select_related("person").filter(token=token).first()
    if found is None or not found.person.works_on(today()):
        raise Http404
    content, changed = exports.feed_of(found.person, now(), settings.PUBLIC_URL)
    # DTSTAMPs move with the clock; what the calendar says is what the tag stands for.
    said = b"\n".join(line for line in content.splitlines() if not line.startswith(b"DTSTAMP"))
    tag = f'"{digest(said.decode())}"'
    if request.headers.get("If-None-Match") == tag:
        return HttpResponseNotModified()
    headers = {"ETag": tag, "Last-Modified": http_date(changed.timestamp()), "Cache-Control": "private, no-cache"}
    return HttpResponse(content, content_type="text/calendar; charset=utf-8", headers=headers)

"""Needs for decisions: the list with their age, one of them, raising, ticking and withdrawing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST, require_safe

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import active_bodies
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.forms.needs import NeedForm
from styrehjul.meetings.models import DecisionNeed, Meeting
from styrehjul.meetings.queries.meetings import next_meeting
from styrehjul.meetings.queries.needs import average_days, days_open, gathering_bodies, needs
from styrehjul.meetings.reading import course
from styrehjul.meetings.reading import index as lists
from styrehjul.meetings.reading import needs as reading
from styrehjul.meetings.reading.words import capital, short_title
from styrehjul.meetings.views.common import can, the_meeting, ways
from styrehjul.people.entry import act, allowed, now, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.policy import visible_to
from styrehjul.portfolio.models import Project
from styrehjul.ui.lists import ListRequest, ListSpec

SPEC = ListSpec(
    filters=("organ", "status"), sorts={"alder": ("raised_on", "pk"), "inden": ("wanted_by", "raised_on")},
    default="alder", size=50,
)  # fmt: skip
SIMPLE = "meetings/simple_form.html"
STATES = {"aabne": m.WAITING, "afgjorte": (m.NeedState.DECIDED.value,), "trukne": (m.NeedState.WITHDRAWN.value,)}


@page("need.see")
@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The needs that one may see, the open ones first unless others are asked for."""
    person, on = person_of(request), today()
    listing = ListRequest.of(request.GET, SPEC)
    body, state = listing.value("organ"), listing.value("status") or "aabne"
    mine = needs().filter(visible_to(person, "need.see", on=on)).distinct()
    if body:
        mine = mine.filter(body__code=body) | mine.filter(target__code=body)
    shown = mine.filter(state__in=STATES[state]) if state in STATES else mine
    found = listing.page(listing.sorted(shown))
    rows = [reading.row(need, person, on) for need in found.items]
    average = average_days(mine)
    lead = ngettext("%(n)d beslutningsbehov", "%(n)d beslutningsbehov", found.total) % {"n": found.total}
    if average is not None:
        lead += " · " + _("i gennemsnit %(n)d dage fra behov til beslutning") % {"n": average}
    context = {
        "ways": ways("needs"),
        "listing": listing,
        "page": replace(found, items=rows),
        "lead": lead,
        "body": body,
        "bodies": lists.body_choices(),
        "status": state,
        "states": [("afgjorte", _("Besluttede")), ("trukne", _("Trukne")), ("alle", _("Alle"))],
        "columns": [
            ("", _("Beslutningsbehov"), ""), ("alder", _("Alder"), ""), ("", _("Afgøres i"), ""), ("inden", _("Ønskes senest"), ""),
            ("", _("Sag"), ""), ("", _("Status"), ""),
        ],
        "new_url": reverse("meetings:new_need") if _sources(person, None) else "",
    }  # fmt: skip
    return render(request, "meetings/needs.html", context)


def _sources(person: Person, project: Project | None) -> list[tuple[Body, Body | None]]:
    """The bodies on whose list the person may put a need."""
    on = today()
    found = gathering_bodies(on)
    if project is not None and can(person, "project.raise_need", project):
        return found
    return [(body, fed) for body, fed in found if can(person, "need.raise", body)]


@page("need.raise")
def new(request: HttpRequest) -> HttpResponse:
    """Raise one: on a body's list, from a meeting or from a project."""
    person = person_of(request)
    project = _project(request)
    meeting = _meeting(request)
    sources = _sources(person, project)
    wanted = request.GET.get("organ", "")
    if wanted and any(body.code == wanted for body, _fed in sources):
        sources = [(body, fed) for body, fed in sources if body.code == wanted]
    if not sources:
        nowhere = _("Du kan rejse behov i de organer, hvor du har en plads, og fra projekter, du ejer eller leder.")
        said = {"heading": _("Nyt beslutningsbehov"), "trail": [(_("Beslutningsbehov"), _list())]}
        return render(request, SIMPLE, {**said, "reasons": [nowhere], "submit": _("Rejs behovet")})
    first = sources[0][1] or sources[0][0]
    form = NeedForm(
        request.POST if request.method == "POST" else None,
        bodies=[(body.code, body.name) for body, _fed in sources],
        targets=[(body.code, body.name) for body in active_bodies(today())],
        initial={"body": sources[0][0].code, "target": first.code},
    )
    back = meeting.get_absolute_url() if meeting else project.get_absolute_url() if project else _list()
    context: dict[str, Any] = {
        "heading": _("Nyt beslutningsbehov"),
        "lead": str(project or (short_title(meeting) if meeting else "")),
        "trail": [(_("Beslutningsbehov"), _list())],
        "form": form,
        "submit": _("Rejs behovet"),
        "cancel": back,
        "lines": [_("Behovet står på listen, til det er besluttet eller trukket med en begrundelse.")],
    }
    if request.method != "POST":
        return render(request, SIMPLE, context)
    if not form.is_valid():
        return render(request, SIMPLE, context, status=422)
    data, bodies = form.cleaned_data, {body.code: body for body in active_bodies(today())}
    chosen = bodies[data.get("body") or sources[0][0].code]
    here = meeting if meeting is not None and meeting.body_id == chosen.pk else None
    try:
        return act(
            request,
            lambda: actions.raise_need(
                chosen, question=data["question"], target=bodies[data["target"]],
                wanted_by=data["wanted_by"], background=data["background"], meeting=here, project=project, by=person,
                at=now(),
            ),
            then=_after(meeting, back),
            said=_("Beslutningsbehovet er rejst."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, SIMPLE, context | {"refusal": refused}, status=409)


def _after(meeting: Meeting | None, back: str) -> str:
    """To the running meeting where it was raised, else back to where one came from."""
    if meeting is not None and meeting.minutes_state == s.M.DRAFT:
        item = reading.standing_item(meeting)
        return reverse("meetings:hold", kwargs={"pk": meeting.pk}) + (f"#punkt-{item.pk}" if item else "")
    return back


def _list() -> str:
    return reverse("meetings:needs")


def _project(request: HttpRequest) -> Project | None:
    number = request.GET.get("projekt", "")
    return get_object_or_404(Project, number=number) if number else None


def _meeting(request: HttpRequest) -> Meeting | None:
    key = request.GET.get("moede", "")
    return the_meeting(int(key)) if key.isdecimal() and len(key) < 12 else None


def _the_need(request: HttpRequest, pk: int) -> tuple[DecisionNeed, Person]:
    found = get_object_or_404(needs(), pk=pk)
    person = person_of(request)
    if not can(person, "need.see", found):
        raise Http404
    return found, person


@page("need.see")
@require_safe
def need(request: HttpRequest, pk: int) -> HttpResponse:
    """One need: what it asks, how long it has waited, and where it has come to."""
    found, person = _the_need(request, pk)
    return render(request, "meetings/need.html", _context(found, person))


def _context(found: DecisionNeed, person: Person) -> dict[str, Any]:
    on = today()
    shown = reading.row(found, person, on)
    treatments = course.treatments_of(found.matter, person, on)
    if found.wanted_by or not shown.is_late:
        wanted = shown.wanted or _("ikke fastsat")
    else:
        wanted = _("ingen dag; det har ventet over %(n)d dage") % {"n": days_open(found.body, on) or 0}
    facts = [
        (_("Rejst af"), shown.asked),
        (_("Samles i"), found.body.name),
        (_("Afgøres i"), found.target.name),
        (_("Ønskes senest"), wanted),
    ]
    if found.state == m.NeedState.DECIDED:
        facts.append((_("Fra behov til beslutning"), shown.age))
    elif found.state == m.NeedState.WITHDRAWN:
        facts.append((_("Trukket"), day_text(found.ended_on) if found.ended_on else ""))
    else:
        facts.append((_("Åbent i"), shown.age))
    if found.taken_from:
        facts.append((_("Sendt videre fra"), short_title(found.taken_from)))
    withdrawable = found.state == m.NeedState.OPEN and can(person, "need.withdraw", found)
    return {
        "need": found,
        "row": shown,
        "trail": [(_("Beslutningsbehov"), _list())],
        "next": _next(found, person) if found.state == m.NeedState.OPEN else None,
        "lead": capital(str(labels.NEED[m.NeedState(found.state)]).lower()),
        "facts": facts,
        "topics": list(found.topics.select_related("meeting__body")),
        "course": course.whole(found.matter, treatments) if treatments else [],
        "withdraw_url": reverse("meetings:withdraw_need", kwargs={"pk": found.pk}) if withdrawable else "",
    }


def _next(found: DecisionNeed, person: Person) -> dict[str, str]:
    """What is to happen with an open need: the meeting whose item sends it on, and the press that does it."""
    meeting = found.ticked_at or next_meeting(found.body, now())
    item = reading.standing_item(meeting) if meeting is not None else None
    if meeting is None or item is None:
        return {"text": _("Der er ikke planlagt et møde, der kan sende behovet videre.")}
    facts = {"meeting": short_title(meeting), "body": found.target.name_definite}
    url = item.get_absolute_url() if can(person, "treatment.see", item) else meeting.get_absolute_url()
    if found.ticked_at_id:
        return {
            "text": _("Sendes videre til %(body)s, når mødet afsluttes.") % facts,
            "url": url,
            "title": facts["meeting"],
        }
    if not can(person, "need.tick", found) or meeting.minutes_state not in (s.M.NONE, s.M.DRAFT):
        return {
            "text": _("Tages op på mødet, som kan sende det videre til %(body)s.") % facts,
            "url": url,
            "title": facts["meeting"],
        }
    return {
        "text": _("Tages op på mødet. Med et tryk sendes det videre til %(body)s, når mødet afsluttes.") % facts,
        "url": url,
        "title": facts["meeting"],
        "tick_url": reverse("meetings:tick_need", kwargs={"pk": meeting.pk, "need": found.pk}),
        "tick": _("Send videre fra mødet"),
    }


@page("need.withdraw")
@require_POST
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """*Træk behovet*, with the reason."""
    found, person = _the_need(request, pk)
    allowed(request, "need.withdraw", found)
    reason = request.POST.get("reason", "")
    try:
        return act(
            request, lambda: actions.withdraw_need(found, reason=reason, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Beslutningsbehovet er trukket."),
        )  # fmt: skip
    except Refused as refused:
        return render(request, "meetings/need.html", _context(found, person) | {"refusal": refused}, status=409)


@page("need.tick")
@require_POST
def tick(request: HttpRequest, pk: int, need: int) -> HttpResponse:
    """The tick on the standing item, and taking it away again."""
    meeting = the_meeting(pk)
    found, person = _the_need(request, need)
    allowed(request, "need.tick", found)
    wanted = request.POST.get("kryds") == "1"
    item = reading.standing_item(meeting)
    back = _after(meeting, f"{meeting.get_absolute_url()}#beslutningsbehov")
    if meeting.minutes_state == s.M.NONE and request.POST.get("back") == "item" and item is not None:
        back = f"{item.get_absolute_url()}?laes=1"
    if request.POST.get("back") == "need":
        back = found.get_absolute_url()
    said = _("Behovet sendes videre, når mødet afsluttes.") if wanted else _("Behovet bliver på listen.")
    return act(
        request, lambda: actions.tick_need(found, meeting, tick=wanted, by=person, at=now()), then=back, said=said
    )

"""The list of meetings, and one meeting: agenda first, then how far it is, who comes, and what belongs to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_safe

from styrehjul.audit.current import kept
from styrehjul.documents.sheets import to_csv, to_xlsx
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.answers import open_hints
from styrehjul.meetings.queries.extended import bodies_to_propose_to
from styrehjul.meetings.queries.facts import items_of
from styrehjul.meetings.queries.needs import running_circulations
from styrehjul.meetings.reading import about, cancelled, index, needs
from styrehjul.meetings.reading.agenda import Agenda, agenda_for, void_warning
from styrehjul.meetings.reading.readers import for_reader
from styrehjul.meetings.reading.steps import steps_of
from styrehjul.meetings.reading.topics import KIND_WORDS, kinds_of, topics_of
from styrehjul.meetings.reading.words import day_of
from styrehjul.meetings.views import between
from styrehjul.meetings.views.common import can, head_of, the_meeting, ways
from styrehjul.meetings.views.nextstep import next_step
from styrehjul.people.entry import allowed, page, person_of, today
from styrehjul.people.models import Person
from styrehjul.ui.lists import ListRequest, ListSpec, download

SPEC = ListSpec(filters=("organ", "aar"))


@page("meeting.see")
@require_safe
def meetings(request: HttpRequest) -> HttpResponse:
    """All meetings of a body and a year by quarter; this year's unless another is asked for."""
    person, on = person_of(request), today()
    listing = ListRequest.of(request.GET, SPEC)
    years = index.years()
    year = listing.value("aar") or ("" if "aar" in request.GET else str(on.year))
    rows = list(index.meetings(listing.value("organ"), year))
    if listing.format:
        return download(
            listing.format, f"moeder-{year or 'alle'}", index.HEADERS, index.table(rows),
            xlsx=partial(to_xlsx, _("Møder")), csv=to_csv, keys=index.KEYS,
        )  # fmt: skip
    context = {
        "ways": ways("index"),
        "listing": listing,
        "groups": index.groups(rows, on),
        "body": listing.value("organ"),
        "bodies": index.body_choices(),
        "year": year,
        "years": [(value, value) for value in dict.fromkeys([*years, str(on.year)])],
        "lead": ngettext("%(n)d møde", "%(n)d møder", len(rows)) % {"n": len(rows)} + (f" · {year}" if year else ""),
        "columns": _columns(),
        "excel_url": listing.url(format="xlsx", aar=year),
        "may_plan": can(person, "meeting.plan", None),
        "propose_url": reverse("meetings:propose_item") if bodies_to_propose_to(person, on) else "",
        "call_url": _call_url(person, year, rows),
        "written": running_circulations(person, on),
        "rooms_url": reverse("meetings:rooms") if can(person, "room.keep", None) else "",
    }
    return render(request, "meetings/index.html", context)


def _call_url(person: Person, year: str, rows: Sequence[Meeting]) -> str:
    """*Indkald hele året*, where the list shows a year with meetings that nobody has been called to."""
    waiting = any(row.calendar_state == s.C.PLANNED and day_of(row.starts_at) >= today() for row in rows)
    if not year.isdecimal() or not waiting or not can(person, "meeting.invite", None):
        return ""
    return reverse("meetings:invite_year", kwargs={"year": int(year)})


def _columns() -> list[tuple[str, str, str]]:
    titles = (("dato", _("Dato")), ("moede", _("Møde")), ("tid", _("Tid og sted")), ("status", _("Status")))
    return [(name, title, f"w-{name}") for name, title in titles]


@page("meeting.see")
@require_safe
def meeting(request: HttpRequest, pk: int) -> HttpResponse:
    """One meeting, as much of it as the reader may see."""
    found = the_meeting(pk)
    person = allowed(request, "meeting.see", found)
    if found.calendar_state == s.C.CANCELLED:
        return render(request, "meetings/cancelled.html", cancelled_context(found, person) | _mail(found, person))
    ordering = "raekkefoelge" in request.GET
    name = ("meeting", found.pk, person.pk, today(), ordering)
    context = kept(name, lambda: meeting_context(found, person, request))
    kinds = _by_kind(context["agenda"], request.GET.get("slags", ""))
    mail = _mail(found, person) if context["prepares"] else {}
    return render(request, "meetings/meeting.html", {**context, **kinds, "mail": mail.get("mail")})


def _mail(found: Meeting, person: Person) -> dict[str, Any]:
    """What became of the mails. Read each time: the worker that sends them tells nobody else."""
    if not can(person, "agenda.prepare", found):
        return {}
    return {"mail": about.mail_status(found), "can": {"dispatch": can(person, "agenda.dispatch", found)}}


def _by_kind(agenda: Agenda, wanted: str) -> dict[str, Any]:
    """The agenda read by kind: one link for each kind that stands on it, and only the items of the one chosen."""
    kinds = list(dict.fromkeys(item.kind for item in agenda.items if item.kind))
    chosen = wanted if wanted in kinds else ""
    links = [(_("Alle"), "?#dagsorden", not chosen)]
    links += [(kind, f"?{urlencode({'slags': kind})}#dagsorden", kind == chosen) for kind in kinds]
    shown = tuple(item for item in agenda.items if item.kind == chosen) if chosen else agenda.items
    return {"agenda": replace(agenda, items=shown), "kinds": links if len(kinds) > 1 else []}


def cancelled_context(found: Meeting, person: Person) -> dict[str, Any]:
    """A meeting that is called off: why, and where its items went. What was to happen when is of no use any more."""
    on = today()
    return {
        "meeting": found,
        "head": head_of(found),
        "cancelled": cancelled.called_off(found),
        "items": cancelled.fates(found, person, on),
        "documents": about.documents(found, person, on),
        "extra_url": f"{reverse('meetings:extra')}?organ={found.body.code}"
        if can(person, "meeting.plan", found.body)
        else "",
        "list_url": f"{reverse('meetings:index')}?organ={found.body.code}",
    }


def meeting_context(found: Meeting, person: Person, request: HttpRequest) -> dict[str, Any]:
    """Everything that the meeting's page shows."""
    on = today()
    items = items_of(found)
    agenda, reader = for_reader(found, person, on, agenda_for(found, person, on, items), items)
    prepares = can(person, "agenda.prepare", found)
    insider = prepares or can(person, "topic.add", found)
    table = about.at_table(found, answers=insider)
    enters = _answers_come(found) and can(person, "meeting.invite", found)
    return {
        "meeting": found,
        "head": head_of(found),
        "agenda": agenda,
        "reader": reader,
        "void_warning": void_warning(found.agenda_state),
        "ordering": prepares and "raekkefoelge" in request.GET,
        "can": {
            "edit_agenda": prepares and _takes_items(found),
            "reply": _answers_come(found) and person.pk in table.seated,
            "dispatch": can(person, "agenda.dispatch", found),
            "enter_replies": enters,
        },
        "doubts": len(open_hints(found)) if enters else 0,
        "own_reply": table.replies.get(person.pk) or about.own_reply_words(None),
        "notices": about.notices(found, prepares=prepares),
        "preparation": preparation(found, person, agenda, len(table.seated)),
        "people": table.people,
        "nobody_leads": table.nobody_leads and prepares,
        "facts": about.facts(found, insider=insider),
        "fed": about.link_to(found.feeds, found) if found.feeds else None,
        "feeders": about.feeders(found),
        "kommissorium": about.kommissorium_of(found),
        "briefing": about.briefing_of(found, person, on) if found.ended_at else None,
        "prepares": prepares,
        "topics": topics_to_write(found, person, items),
        "needs": needs.on_meeting(found, person, on, items) if found.minutes_state == s.M.NONE else None,
        "documents": about.documents(found, person, on),
        "calendar_actions": _calendar_actions(found, person),
        "written": between.written_of(found, items, person),
    }


@dataclass(frozen=True)
class Preparation:
    """The steps of a meeting and the one button that leads on."""

    title: str
    steps: Sequence[Any]
    next: Any


def preparation(found: Meeting, person: Person, agenda: Agenda, seated: int) -> Preparation:
    """How far the meeting is, and what this person can do about it now."""
    on: date = today()
    counted = about.counted(found, agenda, seated, prepares=can(person, "agenda.prepare", found))
    steps = steps_of(found, counted, on)
    title = _("Forberedelse") if found.minutes_state == s.M.NONE else _("Forløb")
    return Preparation(title, steps, next_step(found, person))


def _takes_items(found: Meeting) -> bool:
    """Whether items can be put on: until it is sent, and not when it is called off or over."""
    over = found.calendar_state == s.C.CANCELLED or found.minutes_state != s.M.NONE or found.before_use
    return not over and found.agenda_state not in (s.A.SENT, s.A.ADOPTED)


def _answers_come(found: Meeting) -> bool:
    return found.calendar_state == s.C.INVITED and found.minutes_state == s.M.NONE


def topics_to_write(found: Meeting, person: Person, items: Sequence[Treatment]) -> list[dict[str, Any]]:
    """The standing items made of topics, for those who may write on them; while the meeting runs they stand there."""
    if found.minutes_state != s.M.NONE or found.before_use or not can(person, "topic.add", found):
        return []
    kinds = kinds_of(found, items)
    if not kinds:
        return []
    written = topics_of(found)
    titles = {item.pk: item.title for item in items}
    takes = found.calendar_state != s.C.CANCELLED
    return [
        {
            "pk": key,
            "title": titles[key],
            "topics": written.get(kind, []),
            "topic_kind": kind,
            "topic_label": KIND_WORDS[kind],
            "topic_url": reverse("meetings:add_topic", kwargs={"pk": found.pk}) if takes else "",
        }
        for key, kind in kinds.items()
    ]


def _calendar_actions(found: Meeting, person: Person) -> list[dict[str, Any]]:
    """Indkald, flyt, aflys, lokale: for those who may, while the meeting lies ahead."""
    if found.calendar_state == s.C.CANCELLED or found.minutes_state != s.M.NONE or found.before_use:
        return []
    rows: list[dict[str, Any]] = []
    keys = {"pk": found.pk}
    if can(person, "meeting.invite", found):
        if found.calendar_state == s.C.PLANNED:
            rows.append({"label": _("Indkald"), "url": reverse("meetings:invite", kwargs=keys), "post": True})
        rows.append({"label": _("Lokale og sted"), "url": reverse("meetings:room", kwargs=keys)})
    if can(person, "meeting.move", found):
        rows.append({"label": _("Flyt mødet"), "url": reverse("meetings:move", kwargs=keys)})
    if can(person, "meeting.cancel", found):
        rows.append({"label": _("Aflys mødet"), "url": reverse("meetings:cancel", kwargs=keys)})
    return rows

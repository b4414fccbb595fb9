"""One item: read, made ready, sent back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions, labels
from styrehjul.meetings.content import live_content, on_the_way
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Treatment
from styrehjul.meetings.queries.facts import effects_of, items_of, numbers_of
from styrehjul.meetings.queries.seats import kind_words
from styrehjul.meetings.reading import course, needs
from styrehjul.meetings.reading import item as reading
from styrehjul.meetings.reading.agenda import visible_items
from styrehjul.meetings.reading.extended import steps_of
from styrehjul.meetings.reading.plans import plan_on
from styrehjul.meetings.reading.presence import presence_at
from styrehjul.meetings.reading.readers import item_for_reader
from styrehjul.meetings.reading.words import day_of
from styrehjul.meetings.views import between
from styrehjul.meetings.views.common import can, head_of, reasons_for, the_item
from styrehjul.meetings.views.meeting import topics_to_write
from styrehjul.meetings.views.priors import part_of, priors_context
from styrehjul.meetings.views.writing import WRITING, edit_context, facts_of, meeting_of, url_of
from styrehjul.people.entry import act, now, page, today
from styrehjul.people.models import Person


@page("treatment.see")
@require_safe
def item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """The item to read. To the one who is still to write it, it opens for writing: the link of the mail is enough."""
    found, person = the_item(request, pk, item)
    mine = found.responsible_id == person.pk and found.state in WRITING and found.profile == s.Profile.ORDINARY
    if mine and "laes" not in request.GET and not reasons_for("edit", found, person):
        return render(request, "meetings/edit_item.html", edit_context(found, person))
    return render(request, "meetings/item.html", item_context(found, person))


def item_context(found: Treatment, person: Person) -> dict[str, Any]:
    """Everything that the item's page shows."""
    editable = can(person, "treatment.edit", found) and not reasons_for("edit", found, person)
    prepares = can(person, "treatment.return", found)
    meeting = meeting_of(found)
    agenda = items_of(meeting)
    seen = visible_items(meeting, person, today())
    return {
        "item": _item_view(found, person, prepares),
        "reader": item_for_reader(found, person, seen, agenda, numbers_of(agenda)),
        "meeting": found.meeting,
        "can": {
            "edit": editable,
            "return_item": prepares and not reasons_for("return_item", found, person),
            "remove": prepares and not reasons_for("remove", meeting_of(found), person),
        },
        "edit_url": url_of("edit_item", found),
        "return_url": url_of("return_item", found),
        "remove_url": url_of("remove_item", found),
        "ready": _ready(found, person) if editable else None,
        "warnings": reading.warnings_of(found) if editable else [],
    }


def _ready(found: Treatment, person: Person) -> dict[str, Any] | None:
    if found.state not in WRITING or not can(person, "treatment.make_ready", found):
        return None
    return {"url": url_of("make_ready", found), "reasons": reasons_for("make_ready", found, person)}


def _item_view(found: Treatment, person: Person, prepares: bool) -> dict[str, Any]:
    meeting = meeting_of(found)
    number = numbers_of(items_of(meeting)).get(found.pk)
    head = head_of(meeting)
    kind = kind_words(found.body, found.kind, day_of(meeting.starts_at))
    decision = next(iter(found.decisions.all()), None)
    shown = decision if decision is None or can(person, "decision.see", decision) else None
    treatments = course.treatments_of(found.matter, person, today())
    content, as_of = reading.content_of(
        found, live_content(found, at=now()) if prepares and not found.frozen_content else None
    )
    ordinary = found.profile == s.Profile.ORDINARY
    here = needs.on_item(found, person, today())
    if here and prepares and not found.frozen_content:
        # The needs stand below with what can be done about them; said twice they read like two lists.
        content = on_the_way(meeting)
    follow_ups = _follow_ups(found)
    view = reading.body_of(found) | {
        "finishable": [follow.pk for follow in follow_ups if can(person, "followup.finish", follow)],
        "here_url": f"{found.get_absolute_url()}?laes=1",
        "title": found.title,
        "lead": reading.lead_of(found, number, kind),
        "trail": [*head.trail_here],
        "here": _("Punkt %(n)d") % {"n": number} if number else found.title,
        "returned_because": found.returned_because if prepares or found.responsible_id == person.pk else "",
        "left_because": found.left_because,
        "left_title": str(labels.TREATMENT[s.T(found.state)]),
        "closed_note": str(labels.ACCESS[s.Access(found.access)]) if found.access != s.Access.OPEN else "",
        "content": content,
        "content_as_of": as_of,
        "decision": reading.decision_view(found, shown, follow_ups) if shown or _noted(found, person) else None,
        "annexes": reading.annexes_of(found, closed_too=reading.sees_closed_annexes(found, person, today())),
        "facts": facts_of(found, kind, detailed=prepares or found.responsible_id == person.pk),
        "project": found.matter.project,
        "course": course.whole(found.matter, treatments, without=found) or course.steps([found]),
        "needs": here,
        "topics": topics_to_write(meeting, person, [found]) if found.profile == s.Profile.STANDING else [],
        "came_from": needs.of_item(found, person, today()),
        "presence": _presence(found, person),
        "plan": plan_on(effects_of(found, made_in_meeting=False), day_of(meeting.starts_at)),
        "part": part_of(found) if prepares and ordinary else None,
        "between": between.ways_of(found, person),
        "steps": steps_of(found, person, today()) if ordinary else None,
        "priors": priors_context(found, person) if prepares and ordinary else None,
        "decided_in": course.decided_in(treatments or [found]),
        "matter_url": reverse("meetings:matter", kwargs={"pk": found.matter_id}),
        "sub_items": _sub_items(found, meeting, person),
    }
    empty = not any(
        view[name] for name in ("summary", "case", "economy", "points", "content", "memos", "annexes", "decision")
    )
    view["nothing"] = _nothing(found) if empty else ""
    return view


def _presence(found: Treatment, person: Person) -> dict[str, Any] | None:
    """Who may not take part and who is a guest; on the running meeting's page the rest is noted too."""
    meeting = found.meeting
    if meeting is None or (not can(person, "topic.add", meeting) and not can(person, "agenda.prepare", meeting)):
        return None
    before = meeting.minutes_state == s.M.NONE and found.profile == s.Profile.ORDINARY
    shown = presence_at([found], running=False, may_note=before and can(person, "presence.note", found))[found.pk]
    return shown if shown["rows"] or shown["url"] else None


def _noted(found: Treatment, person: Person) -> bool:
    """An outcome without a decision of its own (information noted) is told when the minutes may be read."""
    return bool(found.outcome) and not found.decisions.all() and can(person, "minutes.see", found.meeting)


def _nothing(found: Treatment) -> str:
    if found.profile == s.Profile.PROCEDURAL:
        return _("Punktet er formalia og har ingen tekst.")
    if found.profile == s.Profile.STANDING:
        return _("Punktet er et fast punkt. Indholdet samles, når dagsordenen laves færdig.")
    return _("Der er ikke skrevet noget endnu.")


def _sub_items(found: Treatment, meeting: Any, person: Person) -> list[dict[str, str]]:
    if found.profile != s.Profile.STANDING:
        return []
    from_agenda = found.sub_items.filter(meeting=meeting).order_by("position")
    return [
        {"title": sub.title, "url": sub.get_absolute_url()} for sub in from_agenda if can(person, "treatment.see", sub)
    ]


def _follow_ups(found: Treatment) -> Sequence[Any]:
    return list(found.follow_ups.select_related("responsible").order_by("pk"))


@page("treatment.make_ready")
@require_POST
def make_ready(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Klar*: the item lacks nothing and holds its place."""
    found, person = the_item(request, pk, item)
    try:
        return act(
            request, lambda: actions.make_ready(found, by=person, at=now()),
            then=f"{found.get_absolute_url()}?laes=1", said=_("Punktet er klar."),
        )  # fmt: skip
    except Refused as refused:
        return _refused(request, found, person, refused)


@page("treatment.return")
@require_POST
def return_item(request: HttpRequest, pk: int, item: int) -> HttpResponse:
    """*Send retur*: the responsible gets it back with what is missing; it keeps its place."""
    found, person = the_item(request, pk, item)
    comment = request.POST.get("comment", "")
    try:
        return act(
            request, lambda: actions.return_item(found, comment=comment, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Punktet er sendt retur."),
        )  # fmt: skip
    except Refused as refused:
        return _refused(request, found, person, refused)


def _refused(request: HttpRequest, found: Treatment, person: Person, refused: Refused) -> HttpResponse:
    return render(request, "meetings/item.html", item_context(found, person) | {"refusal": refused}, status=409)

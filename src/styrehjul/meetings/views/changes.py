"""Changes after dispatch: drafted on pages of their own, read by the chair as exactly what changes, sent."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.kernel.danish import moment_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.building import build_changes
from styrehjul.meetings.domain import changes as c
from styrehjul.meetings.models import ChangeSet, Meeting
from styrehjul.meetings.queries.changes import changes_of, facts_of_changes, lacks_of_drafts, open_changes
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.seats import receivers
from styrehjul.meetings.queries.versions import dispatch_of
from styrehjul.meetings.queries.whynot import not_allowed
from styrehjul.meetings.reading import versions as reading
from styrehjul.meetings.reading.changes import change_lines, sent_items
from styrehjul.meetings.reading.difference import WHAT, compared, reader_of_drafted
from styrehjul.meetings.views.common import can, head_of, the_meeting
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person


def trail_of(found: Meeting) -> list[tuple[str, str]]:
    """The way back from a page under the changes."""
    return [*head_of(found).trail_here, (_("Ændringer"), reverse("meetings:changes", kwargs={"pk": found.pk}))]


@page("agenda.prepare")
@require_safe
def overview(request: HttpRequest, pk: int) -> HttpResponse:
    """What is being changed on the sent agenda, and what more can be."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.prepare", found)
    return render(request, "meetings/changes.html", overview_context(found, person))


def overview_context(found: Meeting, person: Person) -> dict[str, Any]:
    """Everything that the page of the changes shows."""
    change_set = open_changes(found)
    drafts = can(person, "changes.draft", found)
    barred = c.lacks_for_change(meeting_facts(found, items=(), with_effects=False))
    context: dict[str, Any] = {
        "meeting": found,
        "head": head_of(found),
        "change_set": change_set,
        "lines": change_lines(change_set) if change_set else [],
        "can": {"draft": drafts and not barred, "drop": drafts and change_set is not None},
        "barred": barred,
        "items": sent_items(found),
    }
    if change_set is None:
        return context
    facts = facts_of_changes(change_set)
    late = c.is_late(facts, now())
    asked = facts_of_changes(change_set, late_because="-")
    reasons = not_allowed("changes.draft", found, person, now()) + c.lacks_for_asking(
        meeting_facts(found, items=(), with_effects=False), asked, at=now()
    )
    reasons += lacks_of_drafts(changes_of(change_set))
    return context | {
        "with_chair": change_set.state == c.ChangeSetState.WITH_CHAIR,
        "reasons": reasons,
        "late": late,
        "late_due": moment_text(facts.late_due) if facts.late_due else "",
        "approve_url": reverse("meetings:approve_changes", kwargs={"pk": found.pk})
        if can(person, "changes.approve", found)
        else "",
    }


@page("changes.draft")
@require_POST
def send(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send til formanden*: the version that the changes make is printed and laid before the chair."""
    found = the_meeting(pk)
    person = allowed(request, "changes.draft", found)
    late, at = request.POST.get("late_because", ""), now()
    try:
        built = build_changes(_ready(found, late), by=person, at=at)
        return act(
            request, lambda: actions.ask_for_changes(found, built, late_because=late, by=person, at=at),
            then=found.get_absolute_url(), said=_("Ændringerne er sendt til formanden."),
        )  # fmt: skip
    except Refused as refused:
        context = overview_context(the_meeting(pk), person) | {"refusal": refused, "late_because": late}
        return render(request, "meetings/changes.html", context, status=409)


def _ready(found: Meeting, late_because: str) -> ChangeSet:
    """The open set; Refused before anything is printed where something is lacking."""
    change_set = open_changes(found)
    if change_set is None:
        raise Refused("changes.none_open")
    facts = facts_of_changes(change_set, late_because)
    reasons = c.lacks_for_asking(meeting_facts(found, items=(), with_effects=False), facts, at=now())
    if reasons:
        raise Refused.because(reasons)
    return change_set


@page("changes.draft")
@require_POST
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """*Drop ændringerne*: the agenda stands as it was sent."""
    found = the_meeting(pk)
    person = allowed(request, "changes.draft", found)
    return act(
        request, lambda: actions.drop_changes(found, by=person, at=now()),
        then=found.get_absolute_url(), said=_("Ændringerne er droppet. Dagsordenen gælder, som den er udsendt."),
    )  # fmt: skip


@page("changes.approve")
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """Exactly what changes, word by word, and the whole as it will be; *Godkend og send* is bound to that version."""
    found = the_meeting(pk)
    if request.method != "POST":
        person = allowed(request, "agenda.prepare", found)
        return render(request, "meetings/approve_changes.html", approve_context(found, person))
    person = allowed(request, "changes.approve", found)
    seen, late_allowed = request.POST.get("sha256", ""), "late_allowed" in request.POST
    try:
        return act(
            request,
            lambda: actions.approve_changes(found, sha256=seen, late_allowed=late_allowed, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Ændringerne er godkendt og sendt til medlemmerne."),
        )  # fmt: skip
    except Refused as refused:
        context = approve_context(the_meeting(pk), person) | {"refusal": refused}
        return render(request, "meetings/approve_changes.html", context, status=409)


def approve_context(found: Meeting, person: Person) -> dict[str, Any]:
    """The changes that wait for the chair, against what the members have."""
    context: dict[str, Any] = {"meeting": found, "head": head_of(found), "trail": trail_of(found), "version": None}
    change_set, sent = open_changes(found), dispatch_of(found)
    if change_set is None or change_set.built is None or sent is None:
        return context
    version = change_set.built
    told = compared(sent.version, version, reader_of_drafted(found, version, person, today()))
    facts = facts_of_changes(change_set)
    late = c.is_late(facts, now())
    to = receivers(found)
    reasons = not_allowed("changes.approve", found, person, now()) + c.lacks_for_sending(
        meeting_facts(found, items=(), with_effects=False), facts, at=now(), waived=True,
        receivers=sum(1 for one in to if one.has_address),
    )  # fmt: skip
    return context | {
        "version": version,
        "short_sum": version.sha256[:12],
        "line": _("Version %(n)d · lavet %(at)s af %(who)s") % {
            "n": version.number, "at": moment_text(version.made_at), "who": version.made_by.name,
        },
        "changes": told.changes,
        "difference": told.difference,
        "items": [(item, WHAT[item.what]) for item in told.difference.items],
        "doc": reading.document(version.content),
        "pdf_url": reverse(
            "meetings:version_file", kwargs={"pk": found.pk, "number": version.number, "edition": "medlemmer"}
        ),
        "late": late,
        "late_due": moment_text(facts.late_due) if facts.late_due else "",
        "late_because": change_set.late_because,
        "recipients": to,
        "reasons": reasons,
        "can_return": can(person, "changes.approve", found),
    }  # fmt: skip


@page("changes.approve")
@require_POST
def return_changes(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send retur*: nothing changes for the members."""
    found = the_meeting(pk)
    person = allowed(request, "changes.approve", found)
    comment = request.POST.get("comment", "")
    try:
        return act(
            request, lambda: actions.return_changes(found, comment=comment, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Ændringerne er sendt retur til sekretæren."),
        )  # fmt: skip
    except Refused as refused:
        errors = _("Skriv, hvad der skal ændres.") if refused.code == "reason.needed" else ""
        context = approve_context(the_meeting(pk), person) | {"refusal": refused, "return_errors": errors}
        return render(request, "meetings/approve_changes.html", context, status=409)

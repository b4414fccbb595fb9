"""The minutes: read, sent back or approved by the chair, and fetched as PDF."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.documents.files import download, read_bytes
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.building import build_minutes
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.facts import items_of, numbers_of
from styrehjul.meetings.queries.minutes import way_of
from styrehjul.meetings.queries.presence import of_the_body
from styrehjul.meetings.queries.versions import minutes_of
from styrehjul.meetings.reading import commenting
from styrehjul.meetings.reading import minutes as reading
from styrehjul.meetings.reading.agenda import visible_items
from styrehjul.meetings.views.common import can, head_of, reasons_for, the_meeting
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person


@page("minutes.see")
@require_safe
def minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """The minutes, as much of them as the reader may see; for the chair with the one button."""
    found = the_meeting(pk)
    if found.minutes_state == s.M.NONE or found.before_use:
        raise Http404
    person = allowed(request, "minutes.see", found)
    return render(request, "meetings/minutes.html", minutes_context(found, person))


def minutes_context(found: Meeting, person: Person) -> dict[str, Any]:
    """Everything that the page shows."""
    approves = found.minutes_state == s.M.WITH_CHAIR and can(person, "minutes.approve", found)
    version, rows, on = minutes_of(found), items_of(found), today()
    numbers = numbers_of(rows)
    readable = list(visible_items(found, person, on))
    said = commenting.comments_of(found, person, on)
    corrected = commenting.corrections(found, numbers, readable)
    members = commenting.members_part(found, person, now())
    corrects = found.minutes_state == s.M.APPROVED and can(person, "minutes.correct", found)
    correctable = [
        (row.pk, f"{numbers[row.pk]}. {row.title}") for row in rows if row.pk in readable and numbers[row.pk]
    ]
    return {
        "members": members,
        "sends": approves and way_of(found) is not MinutesApproval.CHAIR,
        "comments": said.get(None, []),
        "corrections": corrected.get(None, []),
        "waiting_corrections": commenting.waiting(found, numbers, person, on, readable),
        "correctable": correctable if corrects else None,
        "meeting": found,
        "head": head_of(found),
        "status_line": reading.status_line(found),
        "facts": reading.facts(found),
        "items": [
            vars(item)
            | {
                "comments": said.get(item.pk, []) if item.pk in readable else [],
                "corrections": corrected.get(item.pk, []),
                "commentable": members is not None and members.comments and item.pk in readable,
            }
            for item in reading.items(found, rows, person, on)
        ],
        "checksum": reading.checksum_of(found),
        "files": [(_("Hent som PDF"), reverse("meetings:minutes_pdf", kwargs={"pk": found.pk}))] if version else [],
        "approval": {"reasons": _reasons(found, person)} if approves else None,
        "returned_with": found.returned_with if found.minutes_state == s.M.DRAFT else "",
    }


def _reasons(found: Meeting, person: Person) -> list[Any]:
    alone = way_of(found) is MinutesApproval.CHAIR
    return reasons_for("approve_minutes" if alone else "send_minutes", found, person)


@page("minutes.approve")
@require_POST
def approve_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """*Godkend referatet*: kept as it was built, sent, and never edited again."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.approve", found)
    if reasons := reasons_for("approve_minutes", found, person):
        raise Refused.because(reasons)
    at = now()
    built = build_minutes(found, at=at, by=person)
    try:
        return act(
            request, lambda: actions.approve_minutes(found, built, by=person, at=at),
            then=reverse("meetings:minutes", kwargs={"pk": pk}), said=_("Referatet er godkendt og sendt."),
        )  # fmt: skip
    except Refused as refused:
        context = minutes_context(the_meeting(pk), person) | {"refusal": refused}
        return render(request, "meetings/minutes.html", context, status=409)


@page("minutes.approve")
@require_POST
def return_minutes(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send retur*: the secretary writes on; what is in force stays in force."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.approve", found)
    comment = request.POST.get("comment", "")
    try:
        return act(
            request, lambda: actions.return_minutes(found, comment=comment, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Referatet er sendt retur til sekretæren."),
        )  # fmt: skip
    except Refused as refused:
        context = minutes_context(the_meeting(pk), person) | {"refusal": refused}
        return render(request, "meetings/minutes.html", context, status=409)


@page("minutes.see")
@require_safe
def minutes_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The approved minutes: whole to the body, the open edition to everybody else."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.see", found)
    version = minutes_of(found)
    if version is None:
        raise Http404
    own = of_the_body(person, found, today())
    file = version.pdf if own else version.open_pdf
    if file is None:
        raise Http404
    return download(read_bytes(file), name=file.name, content_type=file.content_type)

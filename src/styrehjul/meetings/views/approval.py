"""The chair reads exactly what the members will get, and approves it; the secretary sends it; every version is kept."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from styrehjul.documents.files import download, read_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.danish import moment_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import AgendaVersion, Approval, Meeting
from styrehjul.meetings.queries.facts import deadline_of, warnings_of
from styrehjul.meetings.queries.presence import of_the_body
from styrehjul.meetings.queries.seats import receivers
from styrehjul.meetings.queries.versions import approval_of, approvals_of, dispatch_of, version_of
from styrehjul.meetings.reading import versions as reading
from styrehjul.meetings.reading.steps import approval_words
from styrehjul.meetings.reading.words import short_sum
from styrehjul.meetings.views.common import can, head_of, reasons_for, the_meeting
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person


@page("agenda.approve")
def approve(request: HttpRequest, pk: int) -> HttpResponse:
    """What the members will get, in reading order, with what changed since last; *Godkend* is bound to that version."""
    found = the_meeting(pk)
    if request.method != "POST":
        # Those who prepare may read along; the button is the approver's.
        person = allowed(request, "agenda.prepare", found)
        return render(request, "meetings/approve.html", approve_context(found, person))
    person = allowed(request, "agenda.approve", found)
    seen = request.POST.get("sha256", "")
    try:
        return act(
            request, lambda: actions.approve_agenda(found, sha256=seen, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Dagsordenen er godkendt."),
        )  # fmt: skip
    except Refused as refused:
        context = approve_context(the_meeting(pk), person) | {"refusal": refused}
        return render(request, "meetings/approve.html", context, status=409)


def approve_context(found: Meeting, person: Person) -> dict[str, Any]:
    """The version that waits for approval, made ready to be read on a phone."""
    version = version_of(found) if found.agenda_state == s.A.TO_CHAIR else None
    context: dict[str, Any] = {"meeting": found, "head": head_of(found), "version": None}
    if version is None:
        return context | {"nothing_because": _nothing_because(found)}
    before, changes = reading.changes(version, list(found.versions.all()))
    doc = reading.document(version.content)
    keys = {item.uuid: item.number for item in doc.items}
    returnable = [
        {"pk": item.pk, "number": keys[str(item.uuid)], "title": item.title}
        for item in found.treatments.filter(profile=s.Profile.ORDINARY.value)
        if str(item.uuid) in keys
    ]
    return context | {
        "version": {
            **_checksum(version),
            "line": _("Version %(n)d · lavet %(at)s af %(who)s") % {
                "n": version.number, "at": moment_text(version.made_at), "who": version.made_by.name,
            },
            "summary": _("Du godkender version %(n)d: %(items)d punkter, %(annexes)d bilag.") % {
                "n": version.number, "items": len(doc.items), "annexes": sum(len(item.annexes) for item in doc.items),
            },
            "pdf_url": _file_url(version, "medlemmer"),
            "copy_url": _file_url(version, "samlet") if version.reading_copy_id else "",
        },
        "doc": doc,
        "changes": changes,
        "changes_title": _("Ændret siden version %(n)d") % {"n": before.number} if before else "",
        "reasons": reasons_for("approve", found, person),
        "warnings": warnings_of(found),
        "can": {"return_agenda": can(person, "agenda.return", found)},
        "returnable": returnable,
    }  # fmt: skip


def _checksum(version: AgendaVersion) -> dict[str, Any]:
    """The version's number and checksum, short for people and whole for those who compare."""
    return {"number": version.number, "sha256": version.sha256, "short_sum": short_sum(version.sha256)}


def _nothing_because(found: Meeting) -> str:
    match s.AgendaState(found.agenda_state):
        case s.A.OPEN | s.A.CLOSED:
            if found.approval_voided_by:
                return _("Dagsordenen er ændret, siden du fik den: %(what)s. Du får den igen.") % {
                    "what": found.approval_voided_by
                }
            return _("Dagsordenen er under udarbejdelse. Du får besked, når den er klar til dig.")
        case s.A.APPROVED:
            approval = approval_of(found)
            return approval_words(approval) + "." if approval else ""
    return _("Dagsordenen er udsendt.")


@page("agenda.return")
@require_POST
def return_agenda(request: HttpRequest, pk: int) -> HttpResponse:
    """*Send retur* with a comment, which may point at items."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.return", found)
    items = [int(key) for key in request.POST.getlist("item") if key.isdecimal() and len(key) < 12]
    comment = request.POST.get("comment", "")
    try:
        return act(
            request, lambda: actions.return_agenda(found, comment=comment, items=items, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Dagsordenen er sendt retur til sekretæren."),
        )  # fmt: skip
    except Refused as refused:
        errors = _("Skriv, hvad der skal ændres.") if refused.code == "reason.needed" else ""
        context = approve_context(the_meeting(pk), person) | {"refusal": refused, "return_errors": errors}
        return render(request, "meetings/approve.html", context, status=409)


@page("agenda.dispatch")
def dispatch(request: HttpRequest, pk: int) -> HttpResponse:
    """*Udsend*: the receivers are listed and confirmed by the same click."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.dispatch", found)
    if request.method != "POST":
        return render(request, "meetings/dispatch.html", dispatch_context(found, person))
    late = request.POST.get("late_because", "")
    listed = [int(key) for key in request.POST.getlist("recipient") if key.isdecimal() and len(key) < 12]
    try:
        return act(
            request, lambda: actions.dispatch(found, recipients=listed, late_because=late, by=person, at=now()),
            then=found.get_absolute_url(), said=_("Dagsordenen er sendt."),
        )  # fmt: skip
    except Refused as refused:
        context = dispatch_context(the_meeting(pk), person) | {"refusal": refused, "late_because": late}
        return render(request, "meetings/dispatch.html", context, status=409)


def dispatch_context(found: Meeting, person: Person) -> dict[str, Any]:
    """Which version goes to whom, and why it cannot go."""
    version, approval = version_of(found), approval_of(found)
    due = deadline_of(found, "dispatch")
    shown = None
    if version is not None:
        shown = {
            **_checksum(version),
            "approval": approval_words(approval) + "." if approval else "",
        }
    return {
        "meeting": found,
        "head": head_of(found),
        "version": shown,
        "recipients": receivers(found),
        "late": due is not None and now() > due,
        "late_because": "",
        "reasons": reasons_for("dispatch", found, person),
        "warnings": warnings_of(found),
    }


def kept_versions(found: Meeting) -> list[dict[str, Any]]:
    """Every version: what changed, who approved it and when, with its checksum and its files."""
    kept = list(found.versions.select_related("made_by").order_by("number"))
    approvals: dict[int, list[Approval]] = {}
    for approval in reversed(approvals_of(found)):
        approvals.setdefault(approval.version_id, []).append(approval)
    sent = {row.version_id: row for row in found.dispatches.select_related("by")}
    rows = []
    for version in reversed(kept):
        # Once an agenda was sent, what it was changed into is compared with what was sent, not with drafts between.
        earlier = [other for other in kept if other.number < version.number]
        before, changes = reading.changes(version, [v for v in earlier if v.pk in sent] or earlier)
        dispatched = sent.get(version.pk)
        lines = [_approval_line(approval) for approval in approvals.get(version.pk, [])]
        if dispatched:
            facts = {"at": moment_text(dispatched.at), "who": dispatched.by.name, "n": len(dispatched.recipients)}
            lines.append(_("Udsendt %(at)s af %(who)s til %(n)d modtagere.") % facts)
        rows.append(
            {
                "title": _("Version %(n)d") % {"n": version.number},
                "aside": _("%(at)s · %(who)s") % {"at": moment_text(version.made_at), "who": version.made_by.name},
                **_checksum(version),
                "changes": changes,
                "difference_url": _difference_url(version, before),
                "changes_title": _("Ændret siden version %(n)d") % {"n": before.number} if before else "",
                "lines": lines,
                "files": _files(version),
            }
        )
    return rows


def _difference_url(version: AgendaVersion, before: AgendaVersion | None) -> str:
    page = reverse("meetings:versions", kwargs={"pk": version.meeting_id})
    return f"{page}?fra={before.number}&til={version.number}" if before else ""


def _approval_line(approval: Approval) -> str:
    text = approval_words(approval) + "."
    if approval.voided_at is None:
        return text
    fell = {"at": moment_text(approval.voided_at), "why": approval.voided_because}
    return f"{text} " + _("Bortfaldet %(at)s: %(why)s.") % fell


def _files(version: AgendaVersion) -> list[tuple[str, str]]:
    rows = (
        (version.members_pdf_id, _("Medlemmernes udgave"), "medlemmer"),
        (version.open_pdf_id, _("Åben udgave"), "aaben"),
        (version.reading_copy_id, _("Samlet materiale"), "samlet"),
    )
    return [(title, _file_url(version, edition)) for key, title, edition in rows if key]


def _file_url(version: AgendaVersion, edition: str) -> str:
    keys = {"pk": version.meeting_id, "number": version.number, "edition": edition}
    return reverse("meetings:version_file", kwargs=keys)


@page("agenda.prepare")
@require_safe
def version_file(request: HttpRequest, pk: int, number: int, edition: str) -> HttpResponse:
    """One file of one version, for those who prepare; the bytes that were hashed."""
    found = the_meeting(pk)
    allowed(request, "agenda.prepare", found)
    version = found.versions.select_related("members_pdf", "open_pdf", "reading_copy").filter(number=number).first()
    files = {"medlemmer": "members_pdf", "aaben": "open_pdf", "samlet": "reading_copy"}
    if version is None or edition not in files:
        raise Http404
    return _file(getattr(version, files[edition]))


@page("agenda.see")
@require_safe
def agenda_pdf(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda as it was sent: the members' edition to the body, the open one to everybody else who may read it."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.see", found)
    sent = dispatch_of(found)
    if sent is None:
        raise Http404
    version = AgendaVersion.objects.select_related("members_pdf", "open_pdf").get(pk=sent.version_id)
    return _file(version.members_pdf if _of_the_body(person, found) else version.open_pdf)


@page("agenda.see")
@require_safe
def reading_copy(request: HttpRequest, pk: int) -> HttpResponse:
    """*Samlet materiale*: agenda, notes and annexes in one file, closed content included, so for the body only."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.see", found)
    sent = dispatch_of(found)
    if sent is None or not _of_the_body(person, found):
        raise Http404
    return _file(AgendaVersion.objects.select_related("reading_copy").get(pk=sent.version_id).reading_copy)


def _of_the_body(person: Person, found: Meeting) -> bool:
    """Whether the person reads closed content: at the table, or preparing the meeting."""
    return of_the_body(person, found, today())


def _file(file: StoredFile | None) -> HttpResponse:
    if file is None:
        raise Http404
    return download(read_bytes(file), name=file.name, content_type=file.content_type)

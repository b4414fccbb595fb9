"""What is handed to the records system: the package of each document, and the receipt that comes back."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import standing_of
from styrehjul.documents.files import download, read_bytes
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.papers import file_document
from styrehjul.meetings.exporting import package
from styrehjul.meetings.forms.word import FilingForm
from styrehjul.meetings.models import AgendaVersion, Meeting, MinutesVersion
from styrehjul.meetings.queries.contents import open_edition
from styrehjul.meetings.queries.filing import Document, documents_to_file, not_filed
from styrehjul.meetings.reading.words import short_title
from styrehjul.meetings.views.common import head_of, the_meeting
from styrehjul.meetings.views.copies import reads_closed
from styrehjul.people.entry import act, allowed, now, page, today
from styrehjul.people.models import Person
from styrehjul.people.permissions import ADMINISTRATOR

KINDS = {"dagsorden": "agenda", "referat": "minutes"}
EDITIONS = {"medlemmer": "members", "aaben": "open"}


@page("filing.enter")
def filing(request: HttpRequest, pk: int) -> HttpResponse:
    """The meeting's documents for the records system: packages to fetch, receipts to enter."""
    found = the_meeting(pk)
    person = allowed(request, "filing.enter", found)
    if request.method != "POST":
        return render(request, "meetings/filing.html", _context(found, person))
    form = FilingForm(request.POST)
    if not form.is_valid():
        return render(request, "meetings/filing.html", _context(found, person, form), status=422)
    data = form.cleaned_data
    try:
        return act(
            request,
            lambda: file_document(
                found, kind=data["kind"], number=data["number"], record_number=data["record_number"],
                filed_on=data["filed_on"], expected_version=data["version"], by=person, at=now(),
            ),
            then=reverse("meetings:filing", kwargs={"pk": pk}),
            said=_("Journaliseringen er indført."),
        )  # fmt: skip
    except Refused as refused:
        if refused.code in ("busy", "key.reused"):
            raise
        context = _context(found, person, form) | {"refusal": refused}
        return render(request, "meetings/filing.html", context, status=409)


def _context(found: Meeting, person: Person, sent: FilingForm | None = None) -> dict[str, Any]:
    closed_too = reads_closed(person, found)
    known = _known_number(found)
    rows = [_row(document, closed_too, sent, known) for document in reversed(documents_to_file([found]))]
    return {"meeting": found, "head": head_of(found), "documents": rows}


def _row(document: Document, closed_too: bool, sent: FilingForm | None, known: str) -> dict[str, Any]:
    own = sent is not None and (sent.data.get("kind"), sent.data.get("number")) == (document.kind, str(document.number))
    receipt = document.filing
    initial = {
        "kind": document.kind,
        "number": document.number,
        "version": receipt.version if receipt else None,
        "record_number": receipt.record_number if receipt else known,
        "filed_on": receipt.filed_on if receipt else today(),
    }
    slug = next(slug for slug, kind in KINDS.items() if kind == document.kind)
    keys = {"pk": document.meeting.pk, "kind": slug, "number": document.number}
    editions = [("medlemmer", _("Pakke til ESDH, medlemmernes udgave"))] if closed_too else []
    prefix = f"{slug}-{document.number}"
    return {
        "title": document.words,
        "told": _("Journaliseret %(day)s på sag %(number)s") % {
            "day": day_text(receipt.filed_on), "number": receipt.record_number,
        } if receipt else "",
        "files": [
            (title, reverse("meetings:package", kwargs={**keys, "edition": edition}))
            for edition, title in (*editions, ("aaben", _("Pakke til ESDH, åben udgave")))
        ],
        "form": sent if own else FilingForm(initial=initial, auto_id=f"{prefix}-%s"),
        "open": own,
    }  # fmt: skip


def _known_number(meeting: Meeting) -> str:
    """The case number that the meeting's other documents have, to begin with."""
    last = meeting.filings.order_by("-filed_on", "-pk").first()
    return last.record_number if last else ""


@page("filing.enter")
@require_safe
def package_file(request: HttpRequest, pk: int, kind: str, number: int, edition: str) -> HttpResponse:
    """The package of one document: the members' edition for those who read closed items, the open one for the rest."""
    found = the_meeting(pk)
    person = allowed(request, "filing.enter", found)
    if kind not in KINDS or edition not in EDITIONS:
        raise Http404
    wanted = (KINDS[kind], number)
    document = next((row for row in documents_to_file([found]) if (row.kind, row.number) == wanted), None)
    if document is None or (edition == "medlemmer" and not reads_closed(person, found)):
        raise Http404
    version: AgendaVersion | MinutesVersion
    if document.kind == "agenda":
        version = found.versions.select_related("members_pdf", "open_pdf").get(number=number)
        file = version.members_pdf if edition == "medlemmer" else version.open_pdf
    else:
        version = found.minutes_versions.select_related("pdf", "open_pdf").get(number=number)
        file = version.pdf if edition == "medlemmer" else version.open_pdf
    if file is None:
        raise Http404
    content = json.loads(version.content)
    made = package(
        found, content if edition == "medlemmer" else open_edition(content), kind=document.kind, edition=EDITIONS[edition],
        sha256=version.sha256, pdf=read_bytes(file), record_number=document.filing.record_number if document.filing else "",
    )  # fmt: skip
    return download(made.data, name=made.name, content_type="application/zip")


@page("filing.enter")
@require_safe
def missing(request: HttpRequest) -> HttpResponse:
    """What is not filed yet of the bodies one writes for; of all bodies for the administrator."""
    person = allowed(request, "filing.enter")
    standing = standing_of(person, today())
    bodies = standing.secretaries | standing.secretary_for
    if ADMINISTRATOR.holds(person, None, today()):
        bodies = frozenset(Body.objects.values_list("pk", flat=True))
    rows = [
        {
            "title": row.words,
            "meeting": short_title(row.meeting),
            "url": reverse("meetings:filing", kwargs={"pk": row.meeting.pk}),
            "made": day_text(row.made_at.date()),
        }
        for row in not_filed(bodies, today())
    ]
    columns = [("", title, "") for title in (_("Dokument"), _("Møde"), _("Endelig"))]
    return render(request, "meetings/not_filed.html", {"rows": rows, "columns": columns})

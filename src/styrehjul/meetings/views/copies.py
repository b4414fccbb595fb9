"""Copies to work with and to hand on: agenda and minutes in Word, and decisions taken out of the minutes."""

from __future__ import annotations

import json
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.views.decorators.http import require_safe

from styrehjul.documents.files import download
from styrehjul.documents.word import DOCX
from styrehjul.documents.word_copies import agenda_docx, minutes_docx
from styrehjul.meetings.building import MEMBERS, OPEN, agenda_doc, minutes_doc
from styrehjul.meetings.excerpts import MOST, excerpts_pdf
from styrehjul.meetings.models import Decision, Meeting
from styrehjul.meetings.queries.contents import open_edition
from styrehjul.meetings.queries.presence import of_the_body
from styrehjul.meetings.queries.versions import dispatch_of, minutes_of
from styrehjul.meetings.reading import log
from styrehjul.meetings.views.common import the_meeting
from styrehjul.people.entry import allowed, now, page, person_of, today
from styrehjul.people.models import Person

FILTERS = ("q", "organ", "aar", "tilstand", "virkning")


def reads_closed(person: Person, found: Meeting) -> bool:
    """Whether the person reads closed content: at the table, or preparing the meeting."""
    return of_the_body(person, found, today())


@page("agenda.see")
@require_safe
def agenda_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The agenda that was sent, as a Word copy in the reader's edition."""
    found = the_meeting(pk)
    person = allowed(request, "agenda.see", found)
    sent = dispatch_of(found)
    if sent is None:
        raise Http404
    version = sent.version
    data, edition = _edition(json.loads(version.content), reads_closed(person, found))
    doc = agenda_doc(found, data, version.sha256, version.audit_head, version.made_at, edition=edition)
    return download(agenda_docx(doc), name=_name("dagsorden", found, edition, version.number), content_type=DOCX)


@page("minutes.see")
@require_safe
def minutes_word(request: HttpRequest, pk: int) -> HttpResponse:
    """The approved minutes as a Word copy in the reader's edition."""
    found = the_meeting(pk)
    person = allowed(request, "minutes.see", found)
    version = minutes_of(found)
    if version is None or found.before_use:
        raise Http404
    data, edition = _edition(json.loads(version.content), reads_closed(person, found))
    doc = minutes_doc(
        found, data, version.sha256, "", version.approved_at, edition=edition, approval=version.approval
    )  # fmt: skip
    return download(minutes_docx(doc), name=_name("referat", found, edition, version.number), content_type=DOCX)


def _edition(data: dict[str, Any], closed_too: bool) -> tuple[dict[str, Any], str]:
    return (data, MEMBERS) if closed_too else (open_edition(data), OPEN)


def _name(kind: str, found: Meeting, edition: str, number: int) -> str:
    whose = "" if edition == OPEN else "-medlemmer"
    return f"{kind}-{found.body.code}-{found.starts_at:%Y-%m-%d}-udgave-{number}{whose}-kopi.docx"


@page("decision.see")
@require_safe
def excerpt(request: HttpRequest, pk: int) -> HttpResponse:
    """One decision as a PDF to hand on (*protokoludskrift*)."""
    found = get_object_or_404(_excerptable(person_of(request)), pk=pk)
    return download(
        excerpts_pdf([found], at=now()), name=f"protokoludskrift-{found.number}.pdf", content_type="application/pdf"
    )


@page("decision.see")
@require_safe
def excerpts(request: HttpRequest) -> HttpResponse:
    """The decisions of the list, with its filters, in one PDF; the newest hundred."""
    asked = {name: request.GET.get(name, "") for name in FILTERS}
    rows = log.filtered(
        _excerptable(person_of(request)), words=asked["q"], body=asked["organ"], year=asked["aar"],
        state=asked["tilstand"], effect=asked["virkning"],
    )  # fmt: skip
    found = list(rows.order_by("-year", "body__position", "-serial", "pk")[:MOST])
    if not found:
        raise Http404
    return download(excerpts_pdf(found, at=now()), name="protokoludskrifter.pdf", content_type="application/pdf")


def _excerptable(person: Person) -> Any:
    """The decisions with a number that the person may see, with all that an excerpt tells."""
    rows: Any = Decision.objects.filter(pk__in=log.decisions(person, today()).order_by().values("pk"))
    return rows.select_related(
        "treatment__responsible", "treatment__body", "body", "meeting__body", "supersedes"
    ).prefetch_related(
        "treatment__points__effects__project", "effects__project", "follow_ups__responsible", "revisions"
    )

"""A briefing as PDF/UA-1 and PDF/A-3a: one text, the same for everybody who gets it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _

from styrehjul.bodies.queries import municipality
from styrehjul.briefings.domain.text import told_in
from styrehjul.briefings.models import Briefing
from styrehjul.documents.reports import report_pdf
from styrehjul.documents.values import ReportDoc, ReportPart
from styrehjul.kernel.danish import day_text


def briefing_pdf(briefing: Briefing, at: datetime) -> bytes:
    """The text that is sent. Raises Refused("pdf.not_accessible")."""
    short = [part.strip() for part in briefing.summary.split("\n") if part.strip()]
    parts = [ReportPart(_("Kort fortalt"), text=tuple(short))] if short else []
    parts += [
        ReportPart(section.heading, text=tuple(f"• {line.text}" for line in section.lines))
        for section in told_in(briefing.sections)
    ]
    lead = _("Fra %(body)s, %(since)s til %(until)s") % {
        "body": briefing.body.name_definite, "since": day_text(briefing.since), "until": day_text(briefing.until),
    }  # fmt: skip
    doc = ReportDoc(municipality=municipality().name, title=briefing.title, built_at=at, parts=tuple(parts), lead=lead)
    return report_pdf(doc)

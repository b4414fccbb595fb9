"""The portfolio on paper: the overview, the difference between two days, and a project on one page."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext as _

from styrehjul.bodies.queries import municipality
from styrehjul.documents.reports import report_pdf
from styrehjul.documents.values import ReportDoc, ReportPart
from styrehjul.kernel.danish import ZONE, day_text, moment_text
from styrehjul.portfolio.labels import CATEGORY, LIGHT, PROJECT_STATE
from styrehjul.portfolio.queries.attention import Attention
from styrehjul.portfolio.queries.cells import short_day, thousands
from styrehjul.portfolio.queries.difference import Difference, grounds
from styrehjul.portfolio.queries.index import Line

_LIGHTS = {light.value: words for light, words in LIGHT.items()}
_STATES = {state.value: words for state, words in PROJECT_STATE.items()}


def overview_pdf(lines: Sequence[Line], worst: Sequence[Attention], on: date, at: datetime, chosen: str) -> bytes:
    """*Porteføljeoversigt*: those that need attention, then every project under its category."""
    parts = []
    if worst:
        header = (_("Projekt"), _("Hvorfor"), _("Ansvarlig"))
        rows = tuple((one.line.title, one.why, one.line.responsible or _("ingen")) for one in worst[:10])
        parts.append(ReportPart(_("Kræver opmærksomhed"), header=header, rows=rows, widths=(3, 5, 2)))
    for category, words in CATEGORY.items():
        under = [line for line in lines if line.category == category.value]
        if under:
            parts.append(_category(f"{words} ({len(under)})", under))
    lead = _("%(total)d projekter pr. %(day)s") % {"total": len(lines), "day": day_text(on)}
    doc = ReportDoc(
        municipality=municipality().name,
        title=_("Porteføljeoversigt"),
        built_at=at,
        parts=tuple(parts),
        lead=f"{lead}. {chosen}" if chosen else f"{lead}.",
        lying=True,
    )
    return report_pdf(doc)


def _category(heading: str, lines: Sequence[Line]) -> ReportPart:
    header = (
        _("Prio"), _("Projekt"), _("Fagchefområde"), _("Tilstand"), _("Status"), _("Ansvarlig"), _("Slut"), _("1.000 kr."),
    )  # fmt: skip
    rows = tuple(
        (
            str(line.priority) if line.priority is not None else "–",
            f"{line.title}\n{line.number}",
            line.area or "–",
            str(_STATES[line.state]),
            ". ".join(filter(None, (str(_LIGHTS.get(line.light, "")), line.sentence))),
            line.responsible or _("ingen"),
            short_day(line.end),
            thousands(line.cost),
        )
        for line in lines
    )
    return ReportPart(heading, header=header, rows=rows, widths=(2, 10, 6, 4, 10, 6, 4, 3), numbers=(0, 7))


def difference_pdf(found: Difference, since: datetime, until: datetime, at: datetime, body: str = "") -> bytes:
    """The annex to *Justering af projektporteføljen*."""
    header = (_("Projekt"), _("Før"), _("Nu"), _("Hvornår"), _("Grundlag"))
    parts = [
        ReportPart(
            f"{group.what} ({len(group.rows)})",
            header=header,
            rows=tuple(
                (row.title, row.old or "–", f"{row.new}\n{row.days}".strip() or "–", row.when, grounds(row))
                for row in group.rows
            ),
            widths=(6, 4, 5, 4, 7),
        )
        for group in found.groups
    ]
    if not parts:
        parts = [ReportPart("", text=(_("Intet er ændret i perioden."),))]
    period = _("Fra %(since)s til %(until)s") % {"since": moment_text(since), "until": moment_text(until)}
    counted = _("%(count)d ændringer, heraf %(undecided)d uden beslutning") % {
        "count": found.count,
        "undecided": found.undecided,
    }
    title = _("Ændringer i projektporteføljen")
    doc = ReportDoc(
        municipality=municipality().name,
        title=title,
        built_at=at,
        parts=tuple(parts),
        lead=". ".join(filter(None, (body, period, counted))) + ".",
        lying=True,
    )
    return report_pdf(doc)


def file_name(kind: str, at: datetime) -> str:
    """ "portefoeljeoversigt-2027-05-18.pdf"."""
    return f"{kind}-{at.astimezone(ZONE):%Y-%m-%d}.pdf"

"""A project on one page of A4: only what is filled, and of each part the little that a meeting asks for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.bodies.queries import municipality
from styrehjul.documents.reports import report_pdf
from styrehjul.documents.values import ReportDoc, ReportPart
from styrehjul.kernel.danish import day_text, money_text, number_text
from styrehjul.portfolio.domain.sentences import without_stop
from styrehjul.portfolio.labels import LIGHT
from styrehjul.portfolio.queries.card import Card
from styrehjul.portfolio.queries.card_life import Life
from styrehjul.portfolio.queries.difference import changed, grounds
from styrehjul.portfolio.queries.parts import Parts

_LIGHTS = {light.value: words for light, words in LIGHT.items()}
MILESTONES, RISKS, TASKS, CHANGES = 6, 4, 5, 6


def card_pdf(card: Card, life: Life, parts: Parts, on: date, at: datetime, phase: str = "") -> bytes:
    """The card as one page, as the project is or as it was at the end of a day."""
    record, row = card.record, card.row
    filled = {part.slug: part.shown for part in parts.filled}
    told = [
        _told(record, life),
        _milestones(filled.get("milepaele") or []),
        _economy(filled.get("oekonomi")),
        _risks(filled.get("risici")),
        _tasks(filled.get("opgaver") or []),
        _ties(life),
        _changes(card.changes),
    ]
    where = [row.number, row.area, row.category_words, row.subtype_words]
    doc = ReportDoc(
        municipality=municipality().name,
        title=record.title,
        built_at=at,
        parts=tuple(part for part in told if part is not None),
        lead=f"{' · '.join(part for part in where if part)} · {_('pr. %(day)s') % {'day': day_text(card.as_of or on)}}",
        facts=tuple((name, value) for name, value in _facts(card, life, phase) if value),
        one_page=True,
    )
    return report_pdf(doc)


def _facts(card: Card, life: Life, phase: str) -> list[tuple[str, str]]:
    record, row = card.record, card.row
    light = str(_LIGHTS.get(row.light, ""))
    status = ". ".join(part for part in (light, row.sentence) if part)
    if row.status_on:
        status = f"{without_stop(status)} ({day_text(row.status_on)})"
    dates = life.dates
    return [
        (_("Tilstand"), ", ".join(part for part in (row.state_words, phase) if part)),
        (_("Status"), status),
        (_("Hvem"), "\n".join(f"{person}: {words.lower()}" for person, words in card.people)),
        (_("Start"), day_text(row.start) if row.start else ""),
        (_("Planlagt afslutning"), dates.get("planned_end", "")),
        (_("Forventet afslutning"), dates.get("forecast_end", "")),
        (_("Prioritet"), str(row.priority) if row.priority is not None else ""),
        (_("Økonomi"), money_text(record.cost_tdkk) if record.cost_tdkk else ""),
        (_("Timer"), number_text(record.hours) if record.hours else ""),
        (_("Mål"), ", ".join(str(link.goal) for link in life.goals) or record.goal),
    ]


def _told(record: Any, life: Life) -> ReportPart | None:
    text = tuple(part.strip() for part in (record.summary, record.purpose) if part and part.strip())
    return ReportPart(_("Kort fortalt"), text=text) if text else None


def _milestones(lines: Sequence[Any]) -> ReportPart | None:
    coming = [line for line in lines if not line.reached][:MILESTONES]
    if not coming:
        return None
    rows = tuple((line.title, line.when, line.late or line.promised or "") for line in coming)
    return ReportPart(
        _("De næste milepæle"), header=(_("Milepæl"), _("Hvornår"), _("Mod planen")), rows=rows, widths=(5, 3, 3)
    )


def _economy(part: Any) -> ReportPart | None:
    if part is None:
        return None
    rows = tuple((one.head, one.budget, one.forecast, one.spent) for one in (*part.years, *part.totals))
    header = (_("År"), _("Budget"), _("Forventet"), _("Forbrugt"))
    return ReportPart(_("Økonomi i 1.000 kr."), header=header, rows=rows, widths=(4, 2, 2, 2), numbers=(1, 2, 3))


def _risks(part: Any) -> ReportPart | None:
    lines = [line for line in part.lines if line.open][:RISKS] if part is not None else []
    if not lines:
        return None
    rows = tuple((line.event, line.grade, line.actions or line.response, line.owner) for line in lines)
    header = (_("Risiko"), _("Hvor alvorlig"), _("Hvad gøres"), _("Ansvarlig"))
    return ReportPart(_("De største risici"), header=header, rows=rows, widths=(4, 2, 4, 2))


def _tasks(lines: Sequence[Any]) -> ReportPart | None:
    lines = [line for line in lines if line.open][:TASKS]
    if not lines:
        return None
    rows = tuple((line.title, line.responsible, line.due) for line in lines)
    return ReportPart(_("Åbne opgaver"), header=(_("Opgave"), _("Ansvarlig"), _("Frist")), rows=rows, widths=(5, 3, 2))


def _ties(life: Life) -> ReportPart | None:
    systems = ", ".join(f"{link.system} ({str(link.get_role_display()).lower()})" for link in life.systems)
    return ReportPart(_("Systemer"), text=(systems,)) if systems else None


def _changes(lines: Sequence[Any]) -> ReportPart | None:
    found = [changed(line) for line in lines[:CHANGES]]
    if not found:
        return None
    rows = tuple(
        (line.what, " → ".join(part for part in (row.old, row.new) if part), row.when, grounds(row))
        for line, row in zip(lines, found, strict=False)
    )
    header = (_("Hvad"), _("Ændring"), _("Hvornår"), _("Grundlag"))
    return ReportPart(_("Seneste ændringer"), header=header, rows=rows, widths=(2, 4, 3, 4))

"""Agenda, minutes and meeting plan as PDF/UA-1 and PDF/A-3a in one file, the same bytes for the same values."""

from __future__ import annotations

import io
from collections.abc import Iterable
from datetime import date, datetime

from styrehjul.documents import values
from styrehjul.documents.sheet import Json, Sheet, fonts_folder, labels_of, render, web_address
from styrehjul.kernel.danish import ZONE, clock, day_text, weekday_text

# One A4 must hold the year: the text shrinks by half points, but never below what print can be read at.
PLAN_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)


def agenda_pdf(doc: values.AgendaDoc) -> bytes:
    """The agenda, edition for edition as it is approved and sent.

    Raises Refused("pdf.not_accessible") with a reason for each item and section that stands in the way.
    """
    sheet = Sheet(doc)
    labels = labels_of()
    items = [_agenda_item(sheet, item) for item in doc.items]
    sheet.at()
    facts = [
        (labels["meeting"], doc.meeting),
        (labels["place"], doc.place),
        (labels["receivers"], ", ".join(doc.receivers)),
        (labels["version"], _version(doc)),
        (labels["checksum"], doc.checksum),
        (labels["audit_head"], doc.audit_head),
    ]
    content = {
        "body": sheet.text(doc.body),
        "when": sheet.text(_when(doc)),
        "facts": _pairs(sheet, facts),
        "changes": [sheet.text(change) for change in doc.changes],
        "items": items,
    }
    return sheet.compile("agenda.typ", _framed(sheet, labels["agenda"], content))


def minutes_pdf(doc: values.MinutesDoc) -> bytes:
    """The minutes: the decision right under the indstilling, and at the foot how they were approved."""
    sheet = Sheet(doc)
    labels = labels_of()
    items = [minutes_item(sheet, item) for item in doc.items]
    sheet.at()
    facts = [
        (labels["meeting"], doc.meeting),
        (labels["place"], doc.place),
        (labels["present"], "\n".join(doc.present)),
        (labels["apologies"], "\n".join(doc.apologies)),
        (labels["absent"], "\n".join(doc.absent)),
        (labels["guests"], "\n".join(doc.guests)),
        (labels["meeting_chair"], doc.meeting_chair),
        (labels["minute_taker"], doc.minute_taker),
        (labels["areas_missing"], "\n".join(doc.areas_missing)),
    ]
    seal = [
        (labels["version"], _version(doc)),
        (labels["checksum"], doc.checksum),
        (labels["audit_head"], doc.audit_head),
    ]
    content = {
        "body": sheet.text(doc.body),
        "when": sheet.text(_when(doc)),
        "facts": _pairs(sheet, facts),
        "seal": _pairs(sheet, seal),
        "approval": sheet.text(doc.approval or labels["not_approved"]),
        "corrections": [sheet.text(correction) for correction in doc.corrections],
        "items": items,
    }
    return sheet.compile("minutes.typ", _framed(sheet, labels["minutes"], content))


def meeting_plan_pdf(doc: values.PlanDoc) -> bytes:
    """The year on one sheet of A4, lying: every meeting with its deadlines, and what else the wheel holds.

    The text is set as large as the sheet allows. A year that does not fit even in small print goes on to a second
    sheet rather than lose a line.
    """
    sheet = Sheet(doc)
    content: Json = {
        "bodies": [_plan_body(sheet, body) for body in doc.bodies],
        "activities": [
            [sheet.text(a.when), sheet.text("\n".join(filter(None, (a.title, a.remark)))), sheet.text(a.responsible)]
            for a in doc.activities
        ],
        "remarks": [sheet.text(remark) for remark in doc.remarks],
    }
    title = doc.title if str(doc.year) in doc.title else f"{doc.title} {doc.year}"
    foot = f"{title} · {labels_of()['built'].lower()} {day_text(doc.built_at.astimezone(ZONE).date())}"
    frame = sheet.framed(title, foot, content)
    made = b""
    for size in PLAN_SIZES:
        made = sheet.compile("plan.typ", frame | {"size": size})
        if page_count(made) == 1:
            break
    return made


def page_count(pdf: bytes) -> int:
    """How many pages a PDF of ours has."""
    import pikepdf

    with pikepdf.open(io.BytesIO(pdf)) as opened:
        return len(opened.pages)


def _framed(sheet: Sheet, kind: str, content: Json) -> Json:
    """The frame of an agenda or of minutes: which one, whose, of which day, and which version."""
    doc = sheet.doc
    assert isinstance(doc, values.AgendaDoc | values.MinutesDoc)  # the two that have versions
    title = f"{kind}, {doc.body}, {day_text(doc.starts_at.astimezone(ZONE).date())}"
    return sheet.framed(
        title, f"{kind} · {labels_of()['version'].lower()} {doc.version} · {doc.checksum[:12]}", content
    )


def _agenda_item(sheet: Sheet, item: values.AgendaItem) -> Json:
    labels = labels_of()
    place = {"item": item.number, "title": item.title}
    sheet.at(**place, section=labels["heading"])
    under = [item.kind, item.responsible and f"{labels['responsible']}: {item.responsible}"]
    under += [
        f"{item.minutes} {labels['minute']}" if item.minutes else "",
        labels["withdrawn"] if item.withdrawn else "",
    ]
    content = {
        "number": sheet.text(item.number),
        "title": sheet.text(item.title),
        "kind": sheet.text(item.kind),
        "responsible": sheet.text(item.responsible),
        "under": sheet.text(" · ".join(filter(None, under))),
        "withdrawn": item.withdrawn,
        # In the open edition the title itself says it.
        "closed": item.closed and item.title != labels["closed_item"],
        "late": sheet.text(item.late),
        "history": [sheet.text(line) for line in item.history],
        "lead": _lead(sheet, item),
    }
    content |= _recommendation(sheet, item)
    for name, blocks in (("summary", item.summary), ("case", item.case), ("economy", item.economy)):
        sheet.at(**place)
        content[name] = sheet.blocks(blocks, labels[name])
    content["sections"] = _sections(sheet, item.sections, place)
    content["notes"] = _sections(sheet, item.notes, place)
    content["annexes"] = _annexes(sheet, item.annexes, place)
    return content


def minutes_item(sheet: Sheet, item: values.MinutesItem) -> Json:
    labels = labels_of()
    place = {"item": item.number, "title": item.title}
    sheet.at(**place, section=labels["heading"])
    under = [item.kind, item.responsible and f"{labels['responsible']}: {item.responsible}"]
    content = {
        "number": sheet.text(item.number),
        "title": sheet.text(item.title),
        "under": sheet.text(" · ".join(filter(None, under))),
        "lead": _lead(sheet, item),
        "outcome": sheet.text(item.outcome),
        "decision_number": sheet.text(item.decision_number),
        "effects": [sheet.text(effect) for effect in item.effects],
        "minority": sheet.text(item.minority),
        "movements": [sheet.text(movement) for movement in item.movements],
        "follow_ups": [
            {"what": sheet.text(f.what), "who": sheet.text(f.who), "due": day_text(f.due) if f.due else ""}
            for f in item.follow_ups
        ],
    }
    content |= _recommendation(sheet, item)
    sheet.at(**place)
    content["decision"] = sheet.blocks(item.decision, labels["decision"])
    content["sections"] = _sections(sheet, item.sections, place)
    content["annexes"] = _annexes(sheet, item.annexes, place)
    return content


def _lead(sheet: Sheet, item: values.AgendaItem | values.MinutesItem) -> str:
    labels = labels_of()
    return sheet.text(
        f"{item.recommended_by} {labels['recommends_by']}" if item.recommended_by else labels["recommends"]
    )


def _recommendation(sheet: Sheet, item: values.AgendaItem | values.MinutesItem) -> Json:
    sheet.place = sheet.place | {"section": labels_of()["recommendation"]}
    return {
        "recommendation": [
            {"text": sheet.text(sentence.text), "effects": [sheet.text(effect) for effect in sentence.effects]}
            for sentence in item.recommendation
        ]
    }


def _sections(sheet: Sheet, sections: Iterable[values.Section], place: dict[str, str]) -> list[Json]:
    made = []
    for section in sections:
        sheet.at(**place)
        made.append({"title": sheet.text(section.title), "blocks": sheet.blocks(section.blocks, section.title)})
    return made


def _annexes(sheet: Sheet, annexes: Iterable[values.AnnexLine], place: dict[str, str]) -> list[Json]:
    sheet.at(**place, section=labels_of()["annexes"])
    return [
        {
            "number": sheet.text(annex.number),
            "title": sheet.text(annex.title),
            "url": web_address(annex.url),
            "closed": annex.closed,
            "remark": sheet.text(annex.remark),
        }
        for annex in annexes
    ]


def _plan_body(sheet: Sheet, body: values.PlanBody) -> Json:
    """A table: date, time and place, then a column for each deadline that any of the meetings has."""
    labels = labels_of()
    columns = list(dict.fromkeys(deadline.label for meeting in body.meetings for deadline in meeting.deadlines))
    rows = []
    for meeting in body.meetings:
        day = weekday_text(meeting.on)
        where = "\n".join(filter(None, (meeting.time, meeting.place)))
        dates: dict[str, list[str]] = {}
        for deadline in meeting.deadlines:
            dates.setdefault(deadline.label, []).append(_short_day(deadline.at))
        first = "\n".join(filter(None, (day, meeting.title, meeting.state)))
        rows.append([sheet.text(first), *(sheet.text("\n".join(dates.get(c, ()))) for c in columns), sheet.text(where)])
    header = [labels["date"], *(sheet.text(column) for column in columns), labels["plan_time"]]
    return {"name": sheet.text(body.name), "header": header, "rows": rows}


def _short_day(at: date | datetime) -> str:
    """ "ons 2. jun", with the clock where a moment was given."""
    day = at.astimezone(ZONE).date() if isinstance(at, datetime) else at
    text = f"{weekday_text(day)[:3]} {day.day}.{day.month}."
    return f"{text} kl. {clock(at)}" if isinstance(at, datetime) else text


def _pairs(sheet: Sheet, facts: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [[name, sheet.text(value)] for name, value in facts if value]


def _version(doc: values.AgendaDoc | values.MinutesDoc) -> str:
    moment = doc.built_at.astimezone(ZONE)
    made = f"{labels_of()['built'].lower()} {day_text(moment.date())} {labels_of()['clock']} {clock(moment)}"
    return ", ".join(filter(None, (str(doc.version), doc.edition, made)))


def _when(doc: values.AgendaDoc | values.MinutesDoc) -> str:
    return when_of(doc.starts_at, doc.ends_at)


def when_of(starts_at: datetime, ends_at: datetime | None) -> str:
    """ "Onsdag 9. juni 2027 kl. 9–11"."""
    start = starts_at.astimezone(ZONE)
    day = weekday_text(start.date(), year=True)
    end = f"–{clock(ends_at)}" if ends_at else ""
    return f"{day[0].upper()}{day[1:]} {labels_of()['clock']} {clock(start)}{end}"


__all__ = [
    "agenda_pdf", "fonts_folder", "meeting_plan_pdf", "minutes_item", "minutes_pdf", "page_count", "render", "when_of",
]  # fmt: skip

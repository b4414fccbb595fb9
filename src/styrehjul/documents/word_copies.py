"""Agenda and minutes as Word files to work with: copies, and they say so on every page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from styrehjul.documents import values
from styrehjul.documents.pdf import when_of
from styrehjul.documents.sheet import labels_of, web_address
from styrehjul.documents.word_writing import COPY, Writer, due_text
from styrehjul.kernel.danish import ZONE, day_text


def agenda_docx(doc: values.AgendaDoc) -> bytes:
    """The agenda with its texts, in the edition that the values hold."""
    labels = labels_of()
    writer = _begun(doc, labels["agenda"])
    for item in doc.items:
        _title(writer, item)
        under = [item.kind, item.responsible and f"{labels['responsible']}: {item.responsible}"]
        under += [
            f"{item.minutes} {labels['minute']}" if item.minutes else "",
            labels["withdrawn"] if item.withdrawn else "",
        ]
        _line(writer, under)
        _line(writer, [item.late])
        _section(writer, labels["history"], tuple(values.Paragraph(line) for line in item.history))
        _section(writer, labels["summary"], item.summary)
        _recommendation(writer, item)
        _section(writer, labels["case"], item.case)
        _section(writer, labels["economy"], item.economy)
        for section in (*item.sections, *item.notes):
            _section(writer, section.title, section.blocks)
        _annexes(writer, item.annexes)
    return writer.done()


def minutes_docx(doc: values.MinutesDoc) -> bytes:
    """The minutes with the decision under what was recommended, in the edition that the values hold."""
    labels = labels_of()
    writer = _begun(doc, labels["minutes"])
    writer.facts([
        (labels["present"], ", ".join(doc.present)),
        (labels["apologies"], ", ".join(doc.apologies)),
        (labels["absent"], ", ".join(doc.absent)),
        (labels["guests"], ", ".join(doc.guests)),
        (labels["meeting_chair"], doc.meeting_chair),
        (labels["minute_taker"], doc.minute_taker),
    ])  # fmt: skip
    for item in doc.items:
        _title(writer, item)
        _line(writer, [item.kind, item.responsible and f"{labels['responsible']}: {item.responsible}"])
        _recommendation(writer, item)
        _decision(writer, item)
        for movement in item.movements:
            writer.paragraph(movement)
        for section in item.sections:
            _section(writer, section.title, section.blocks)
        _annexes(writer, item.annexes)
    writer.heading(labels["approval"], 2)
    writer.paragraph(doc.approval or labels["not_approved"])
    if doc.corrections:
        _section(writer, labels["corrections"], _listed(doc.corrections, ordered=True))
    return writer.done()


def _begun(doc: values.AgendaDoc | values.MinutesDoc, kind: str) -> Writer:
    """The first lines: which document this is, whose and when, and that it is a copy."""
    labels = labels_of()
    title = f"{kind}, {doc.body}, {_day(doc.starts_at)}"
    writer = Writer(title, doc.built_at, author=doc.municipality, header=COPY)
    writer.heading(kind, 1)
    writer.paragraph(COPY, bold=True)
    version = ", ".join(filter(None, (str(doc.version), doc.edition)))
    writer.facts([
        (labels["body_name"], doc.body),
        (labels["meeting"], ", ".join(filter(None, (when_of(doc.starts_at, doc.ends_at), doc.meeting)))),
        (labels["place"], doc.place),
        (labels["version"], version),
        (labels["checksum"], doc.checksum),
    ])  # fmt: skip
    return writer


def _day(moment: datetime) -> str:
    return day_text(moment.astimezone(ZONE).date())


def _title(writer: Writer, item: values.AgendaItem | values.MinutesItem) -> None:
    labels = labels_of()
    closed = f" ({labels['closed']})" if item.closed and item.title != labels["closed_item"] else ""
    writer.heading(f"{item.number}. {item.title}{closed}", 2)


def _line(writer: Writer, parts: Iterable[str]) -> None:
    if text := " · ".join(part for part in parts if part):
        writer.paragraph(text)


def _section(writer: Writer, title: str, blocks: values.Blocks) -> None:
    if blocks:
        writer.heading(title, 3)
        writer.blocks(blocks, 3)


def _listed(lines: Iterable[str], *, ordered: bool = False) -> values.Blocks:
    return (values.Listing(tuple(values.ListItem(line) for line in lines), ordered=ordered),)


def _recommendation(writer: Writer, item: values.AgendaItem | values.MinutesItem) -> None:
    if not item.recommendation:
        return
    labels = labels_of()
    writer.heading(labels["recommendation"], 3)
    writer.paragraph(
        f"{item.recommended_by} {labels['recommends_by']}" if item.recommended_by else labels["recommends"]
    )
    points = (
        values.ListItem("\n".join([sentence.text, *(f"{labels['effect']}: {effect}" for effect in sentence.effects)]))
        for sentence in item.recommendation
    )
    writer.blocks((values.Listing(tuple(points), ordered=True),), 3)


def _decision(writer: Writer, item: values.MinutesItem) -> None:
    if not (item.decision or item.outcome):
        return
    labels = labels_of()
    writer.heading(" ".join(filter(None, (labels["decision"], item.decision_number))), 3)
    if item.outcome:
        writer.paragraph(item.outcome, bold=True)
    writer.blocks(item.decision, 3)
    for effect in item.effects:
        writer.paragraph(f"{labels['effect']}: {effect}")
    if item.minority:
        writer.paragraph(f"{labels['minority']}: {item.minority}")
    if item.follow_ups:
        writer.heading(labels["follow_ups"], 4)
        rows = [(line.what, line.who, due_text(line)) for line in item.follow_ups]
        writer.table((labels["follow_up"], labels["who"], labels["due"]), rows)


def _annexes(writer: Writer, annexes: Iterable[values.AnnexLine]) -> None:
    labels = labels_of()
    lines = [
        " ".join(
            filter(
                None,
                (
                    annex.number,
                    annex.title,
                    f"({labels['closed_annex']})" if annex.closed else "",
                    web_address(annex.url),
                ),
            )
        )
        for annex in annexes
    ]
    if lines:
        _section(writer, labels["annexes"], _listed(lines))

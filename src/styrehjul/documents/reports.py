"""Lists and one-page sheets of the portfolio, as PDF/UA-1 and PDF/A-3a: a lead, facts, and tables one after another."""

from __future__ import annotations

from styrehjul.documents import values
from styrehjul.documents.pdf import page_count
from styrehjul.documents.sheet import Json, Sheet, labels_of
from styrehjul.kernel.danish import ZONE, day_text

# A sheet that must be one page shrinks by half points, but never below what print can be read at.
SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0)


def report_pdf(doc: values.ReportDoc) -> bytes:
    """The report; with `one_page` as large as one page allows. Raises Refused("pdf.not_accessible")."""
    sheet = Sheet(doc)
    content: Json = {
        "lead": sheet.text(doc.lead),
        "flipped": doc.lying,
        "facts": [[sheet.text(name), sheet.text(value)] for name, value in doc.facts],
        "parts": [_part(sheet, part) for part in doc.parts],
    }
    foot = f"{doc.title} · {labels_of()['built'].lower()} {day_text(doc.built_at.astimezone(ZONE).date())}"
    frame = sheet.framed(doc.title, foot, content)
    made = b""
    for size in SIZES if doc.one_page else (9.5,):
        made = sheet.compile("report.typ", frame | {"size": size})
        if page_count(made) == 1:
            break
    return made


def _part(sheet: Sheet, part: values.ReportPart) -> Json:
    return {
        "heading": sheet.text(part.heading),
        "text": [sheet.text(paragraph) for paragraph in part.text],
        "header": [sheet.text(cell) for cell in part.header],
        "widths": list(part.widths) or [1] * len(part.header),
        "numbers": list(part.numbers),
        "rows": [[sheet.text(cell) for cell in row] for row in part.rows],
    }

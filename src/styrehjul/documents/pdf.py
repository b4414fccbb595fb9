"""PDF files from plain values: PDF/UA-1 and PDF/A-3a in one file, the same bytes for the same values.

The templates under `typst/` are fixed. Content reaches them as JSON and is walked there as data, so no text can
become markup; pictures and attached files lie in a folder of their own, the only place the compiler can read.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from PIL import Image, UnidentifiedImageError

from styrehjul.documents import glyphs, values
from styrehjul.kernel.danish import ZONE, clock, day_text, weekday_text
from styrehjul.kernel.refusal import Reason, Refused

TEMPLATES = Path(__file__).parent / "typst"
REPOSITORY = Path(__file__).resolve().parents[3]
FONT = "IBM Plex Sans"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
# One A4 must hold the year: the text shrinks by half points, but never below what print can be read at.
ATTACHED_LIMIT = 20 * 1024 * 1024
PLAN_SIZES = (10.0, 9.5, 9.0, 8.5, 8.0, 7.5, 7.0, 6.5, 6.0)
Json = dict[str, Any]


def agenda_pdf(doc: values.AgendaDoc) -> bytes:
    """The agenda, edition for edition as it is approved and sent.

    Raises Refused("pdf.not_accessible") with a reason for each item and section that stands in the way.
    """
    sheet = _Sheet(doc)
    labels = _labels()
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
    sheet = _Sheet(doc)
    labels = _labels()
    items = [_minutes_item(sheet, item) for item in doc.items]
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
    sheet = _Sheet(doc)
    content: Json = {
        "bodies": [_plan_body(sheet, body) for body in doc.bodies],
        "activities": [
            [sheet.text(a.when), sheet.text("\n".join(filter(None, (a.title, a.remark)))), sheet.text(a.responsible)]
            for a in doc.activities
        ],
        "remarks": [sheet.text(remark) for remark in doc.remarks],
    }
    frame = _framed(sheet, doc.title, content, subject=str(doc.year) if str(doc.year) not in doc.title else "")
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


def fonts_folder() -> Path:
    """Where the font files lie: the setting FONTS, else what set-up copied, else the front-end package."""
    chosen = getattr(settings, "FONTS", None)
    package = REPOSITORY / "node_modules/dkfds/dist/fonts/IBMPlexSans/complete/ttf"
    folders = [Path(chosen)] if chosen else [REPOSITORY / "build/fonts", package]
    for folder in folders:
        if (folder / "IBMPlexSans-Regular.ttf").exists():
            return folder
    raise FileNotFoundError(f"IBMPlexSans-Regular.ttf is in none of {', '.join(map(str, folders))}")


@lru_cache(maxsize=2)
def _fonts(folder: Path) -> typst.Fonts:
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(folder)])


@lru_cache(maxsize=2)
def _labels(language: str = "da") -> dict[str, str]:
    labels: dict[str, str] = json.loads((TEMPLATES / f"labels.{language}.json").read_text(encoding="utf-8"))
    return labels


def render(template: str, content: Json, files: Mapping[str, bytes], built_at: datetime, *, archive: bool) -> bytes:
    """Compile one of our templates with its content; `files` is all that it can read beside the templates.

    `archive` asks for PDF/UA-1 and PDF/A-3a; without it the file is a plain PDF (overlays).
    """
    with tempfile.TemporaryDirectory(prefix="styrehjul-pdf-") as name:
        folder = Path(name)
        for source in (template, "common.typ"):
            (folder / source).write_bytes((TEMPLATES / source).read_bytes())
        for path, data in files.items():
            (folder / path).write_bytes(data)
        return typst.compile(
            str(folder / template),
            root=str(folder),
            font_paths=_fonts(fonts_folder()),
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={"d": json.dumps(content, ensure_ascii=False)},
            pdf_standards=STANDARDS if archive else [],
            timestamp=int(built_at.timestamp()),
        )


@dataclass
class _Sheet:
    """One document on its way: what was found wrong, and the files it needs."""

    doc: values.AgendaDoc | values.MinutesDoc | values.PlanDoc
    files: dict[str, bytes] = field(default_factory=dict)
    reasons: list[Reason] = field(default_factory=list)
    place: Json = field(default_factory=dict)

    def text(self, text: str) -> str:
        """The text as it can be set; characters without a glyph become reasons."""
        text = glyphs.clean(text)
        for character in glyphs.unknown_characters(text, fonts_folder() / "IBMPlexSans-Regular.ttf"):
            code = "pdf.character" if "item" in self.place else "pdf.character_head"
            self.find(code, character=character, code_point=f"U+{ord(character):04X}")
        return glyphs.breakable(text)

    def find(self, code: str, **facts: object) -> None:
        reason = Reason(code, {"section": ""} | self.place | facts)
        if reason not in self.reasons:
            self.reasons.append(reason)

    def at(self, **place: str) -> None:
        """From here on, reasons name this place."""
        self.place = place

    def blocks(self, blocks: values.Blocks, section: str) -> list[Json]:
        """The block tree as JSON, with what would make it unreadable for some found on the way."""
        self.place = self.place | {"section": section}
        return self._walk(blocks, [0])

    def _walk(self, blocks: values.Blocks, level: list[int]) -> list[Json]:
        return [self._block(block, level) for block in blocks]

    def _block(self, block: values.Block, level: list[int]) -> Json:
        match block:
            case values.Paragraph(text):
                return {"t": "p", "text": self.text(text)}
            case values.Heading(text, wanted):
                if not 1 <= wanted <= min(level[0] + 1, 3):
                    self.find("pdf.heading_jump", heading=text, level=wanted)
                level[0] = wanted
                return {"t": "h", "text": self.text(text), "level": wanted}
            case values.Listing(items, ordered):
                lines = [{"text": self.text(i.text), "blocks": self._walk(i.blocks, level)} for i in items]
                return {"t": "ol" if ordered else "ul", "items": lines}
            case values.Table():
                return self._table(block)
            case values.Picture():
                return self._picture(block)

    def _table(self, table: values.Table) -> Json:
        width = len(table.header)
        header = [self.text(cell) for cell in table.header]
        if not any(cell.strip() for cell in header):
            self.find("pdf.table_header")
        if any(len(row) != width for row in table.rows):
            self.find("pdf.table_shape")
        return {"t": "table", "header": header, "rows": [[self.text(cell) for cell in row] for row in table.rows]}

    def _picture(self, picture: values.Picture) -> Json:
        if not picture.alt.strip():
            self.find("pdf.alt_missing", picture=picture.name)
        try:
            with Image.open(io.BytesIO(picture.data), formats=("PNG", "JPEG", "WEBP")) as opened:
                kind, (width, height) = str(opened.format).lower(), opened.size
        except (UnidentifiedImageError, OSError, Image.DecompressionBombError):
            self.find("pdf.picture", picture=picture.name)
            return {"t": "p", "text": ""}
        path = f"picture-{len(self.files)}.{kind}"
        self.files[path] = picture.data
        # 96 dots to the inch is what screens and Word take a picture without a stated size to have.
        return {
            "t": "img", "path": path, "alt": self.text(picture.alt) or " ",
            "width": width * 0.75, "height": height * 0.75,
        }  # fmt: skip

    def attach(self) -> list[Json]:
        """The attached files as the template lists them. When annexes are too many, the data alone goes inside."""
        self.at()
        listed: list[Json] = []
        small = sum(len(file.data) for file in self.doc.attachments) <= ATTACHED_LIMIT
        for number, file in enumerate(self.doc.attachments):
            path = ""
            if small or file.relation == "data":
                path = f"attached-{number}"
                self.files[path] = file.data
            listed.append({
                "path": path, "name": _once(self.text(file.name), [other["name"] for other in listed]), "description": self.text(file.description),
                "mime": file.content_type, "relation": file.relation,
            })  # fmt: skip
        return listed

    def compile(self, template: str, content: Json) -> bytes:
        """The file, or every reason why there is none."""
        if self.reasons:
            raise Refused("pdf.not_accessible", reasons=self.reasons)
        try:
            return render(template, content, self.files, self.doc.built_at, archive=True)
        except typst.TypstError as error:
            # What the walk above did not foresee. The compiler's own words are English; they go to the log's detail.
            raise Refused("pdf.not_accessible", detail=error.message) from error


def _once(name: str, taken: list[str]) -> str:
    """A file's name inside the PDF, where each may stand once: "notat (2).pdf"."""
    stem, dot, ending = name.rpartition(".")
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    return found


def _framed(sheet: _Sheet, kind: str, content: Json, subject: str = "") -> Json:
    """The content with what every document has: title, date, running head, foot and attached files."""
    doc = sheet.doc
    sheet.at()
    if isinstance(doc, values.PlanDoc):
        title = " ".join(filter(None, (kind, subject)))
        foot = f"{title} · {_labels()['built'].lower()} {day_text(doc.built_at.astimezone(ZONE).date())}"
    else:
        day = day_text(doc.starts_at.astimezone(ZONE).date())
        title = f"{kind}, {doc.body}, {day}"
        foot = f"{kind} · {_labels()['version'].lower()} {doc.version} · {doc.checksum[:12]}"
    moment = doc.built_at.astimezone(ZONE)
    return content | {
        "labels": _labels(),
        "title": sheet.text(title),
        "running": sheet.text(title),
        "foot": sheet.text(foot),
        "municipality": sheet.text(doc.municipality),
        "date": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second],
        "attachments": sheet.attach(),
    }


def _agenda_item(sheet: _Sheet, item: values.AgendaItem) -> Json:
    labels = _labels()
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


def _minutes_item(sheet: _Sheet, item: values.MinutesItem) -> Json:
    labels = _labels()
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


def _lead(sheet: _Sheet, item: values.AgendaItem | values.MinutesItem) -> str:
    labels = _labels()
    return sheet.text(
        f"{item.recommended_by} {labels['recommends_by']}" if item.recommended_by else labels["recommends"]
    )


def _recommendation(sheet: _Sheet, item: values.AgendaItem | values.MinutesItem) -> Json:
    sheet.place = sheet.place | {"section": _labels()["recommendation"]}
    return {
        "recommendation": [
            {"text": sheet.text(sentence.text), "effects": [sheet.text(effect) for effect in sentence.effects]}
            for sentence in item.recommendation
        ]
    }


def _sections(sheet: _Sheet, sections: Iterable[values.Section], place: dict[str, str]) -> list[Json]:
    made = []
    for section in sections:
        sheet.at(**place)
        made.append({"title": sheet.text(section.title), "blocks": sheet.blocks(section.blocks, section.title)})
    return made


def _annexes(sheet: _Sheet, annexes: Iterable[values.AnnexLine], place: dict[str, str]) -> list[Json]:
    sheet.at(**place, section=_labels()["annexes"])
    return [
        {
            "number": sheet.text(annex.number),
            "title": sheet.text(annex.title),
            # Anything but a web address in a link would open who knows what on the reader's machine.
            "url": annex.url if annex.url.startswith(("https://", "http://")) else "",
            "closed": annex.closed,
            "remark": sheet.text(annex.remark),
        }
        for annex in annexes
    ]


def _plan_body(sheet: _Sheet, body: values.PlanBody) -> Json:
    """A table: date, time and place, then a column for each deadline that any of the meetings has."""
    labels = _labels()
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


def _pairs(sheet: _Sheet, facts: Iterable[tuple[str, str]]) -> list[list[str]]:
    return [[name, sheet.text(value)] for name, value in facts if value]


def _version(doc: values.AgendaDoc | values.MinutesDoc) -> str:
    moment = doc.built_at.astimezone(ZONE)
    made = f"{_labels()['built'].lower()} {day_text(moment.date())} {_labels()['clock']} {clock(moment)}"
    return ", ".join(filter(None, (str(doc.version), doc.edition, made)))


def _when(doc: values.AgendaDoc | values.MinutesDoc) -> str:
    """ "Onsdag 9. juni 2027 kl. 9–11"."""
    start = doc.starts_at.astimezone(ZONE)
    day = weekday_text(start.date(), year=True)
    end = f"–{clock(doc.ends_at)}" if doc.ends_at else ""
    return f"{day[0].upper()}{day[1:]} {_labels()['clock']} {clock(start)}{end}"


__all__ = ["agenda_pdf", "fonts_folder", "meeting_plan_pdf", "minutes_pdf", "page_count", "render"]

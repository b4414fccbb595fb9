"""A document on its way to being a PDF: its text and blocks as JSON, its files, and what stands in the way.

The templates under `typst/` are fixed. Content reaches them as JSON and is walked there as data, so no text can
become markup; pictures and attached files lie in a folder of their own, the only place the compiler can read.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

import typst
from django.conf import settings
from PIL import Image, UnidentifiedImageError

from styrehjul.documents import glyphs, values
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Reason, Refused

TEMPLATES = Path(__file__).parent / "typst"
REPOSITORY = Path(__file__).resolve().parents[3]
FONT = "IBM Plex Sans"
STANDARDS: list[typst.PDFStandard] = ["ua-1", "a-3a"]
ATTACHED_LIMIT = 20 * 1024 * 1024
Json = dict[str, Any]
Doc = values.AgendaDoc | values.MinutesDoc | values.PlanDoc | values.ExcerptDoc | values.ReportDoc


def fonts_folder() -> Path:
    """Where the font files lie: the setting FONTS, else what set-up copied, else the front-end package."""
    return _folder_of(getattr(settings, "FONTS", None))


@lru_cache(maxsize=4)
def _folder_of(chosen: str | Path | None) -> Path:
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
def labels_of(language: str = "da") -> dict[str, str]:
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
class Sheet:
    """One document on its way: what was found wrong, and the files it needs."""

    doc: Doc
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
            if file.inside and (small or file.relation == "data"):
                path = f"attached-{number}"
                self.files[path] = file.data
            listed.append({
                "path": path, "name": _once(self.text(file.name), [other["name"] for other in listed]), "description": self.text(file.description),
                "mime": file.content_type, "relation": file.relation, "url": web_address(file.url),
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

    def framed(self, title: str, foot: str, content: Json) -> Json:
        """The content with what every document has: title, date, running head, foot and attached files."""
        self.at()
        moment = self.doc.built_at.astimezone(ZONE)
        return content | {
            "labels": labels_of(),
            "title": self.text(title),
            "running": self.text(title),
            "foot": self.text(foot),
            "municipality": self.text(self.doc.municipality),
            "date": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second],
            "attachments": self.attach(),
        }


def _once(name: str, taken: list[str]) -> str:
    """A file's name inside the PDF, where each may stand once: "notat (2).pdf"."""
    stem, dot, ending = name.rpartition(".")
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{stem} ({number}){dot}{ending}" if dot else f"{name} ({number})"
    return found


def web_address(url: str) -> str:
    """The address, where it is one of the web: anything else in a link would open who knows what."""
    return url if url.startswith(("https://", "http://")) else ""

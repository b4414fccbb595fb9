"""Word files that the product writes: an item's template, and copies of agenda and minutes to work with.

A copy is never the original and never read back: it says so at the top of every page.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from styrehjul.documents import glyphs, values
from styrehjul.kernel.danish import day_text

HELP_STYLE = "Hjælpetekst"
COPY = "Kopi – Styrehjul er originalen"
_FONT = "Arial"
_LEVELS = 9


@dataclass(frozen=True)
class TemplateSection:
    """A heading of the template with its help, and what stands there already."""

    heading: str
    help: str = ""
    blocks: values.Blocks = ()
    lead: str = ""
    points: tuple[str, ...] = ()


def template_docx(*, title: str, sections: Iterable[TemplateSection], made_at: datetime) -> bytes:
    """An item's headings as styles, with what is written so far, and help where nothing is."""
    writer = Writer(title, made_at)
    writer.document.add_paragraph(clean(title), style="Title")
    for section in sections:
        writer.heading(section.heading, 1)
        if section.points:
            writer.paragraph(section.lead)
            writer.blocks((values.Listing(tuple(values.ListItem(text) for text in section.points), ordered=True),), 1)
        elif section.blocks:
            writer.blocks(section.blocks, 1)
        else:
            writer.help(section.help)
            if section.lead:
                writer.paragraph(section.lead)
            writer.paragraph("")
    return writer.done()


def clean(text: str) -> str:
    """The text without what a Word file cannot hold."""
    return "".join(character for character in glyphs.clean(text) if character not in "\ufffe\uffff")


class Writer:
    """A Danish Word file on its way, in styles that a screen reader and a table of contents know."""

    def __init__(self, title: str, made_at: datetime, *, author: str = "", header: str = "") -> None:
        self.document: Any = docx.Document()
        self._page(header)
        self._styles()
        about = self.document.core_properties
        about.title, about.author, about.language = clean(title)[:255], author[:255], "da-DK"
        about.created = about.modified = made_at.replace(tzinfo=None)
        about.last_modified_by, about.comments, about.revision = "", header, 1

    def _page(self, header: str) -> None:
        section = self.document.sections[0]
        section.page_width, section.page_height = Cm(21), Cm(29.7)
        section.left_margin = section.right_margin = Cm(2.3)
        section.top_margin = section.bottom_margin = Cm(2.3)
        if header:
            section.header.paragraphs[0].text = header

    def _styles(self) -> None:
        styles = self.document.styles
        normal = styles["Normal"]
        normal.font.name, normal.font.size = _FONT, Pt(10.5)
        for name in ("Title", *(f"Heading {level}" for level in range(1, _LEVELS + 1))):
            style = styles[name]
            style.font.name = _FONT
            style.font.color.rgb = RGBColor(0x1A, 0x1A, 0x1A)
            fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
            for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
                fonts.attrib.pop(qn(f"w:{theme}"), None)
        helping = styles.add_style(HELP_STYLE, WD_STYLE_TYPE.PARAGRAPH)
        helping.base_style = normal
        helping.font.italic, helping.font.color.rgb = True, RGBColor(0x59, 0x59, 0x59)
        # Every word is Danish to the spelling check and to whoever has it read aloud.
        for found in styles.element.iter(qn("w:lang")):
            found.set(qn("w:val"), "da-DK")

    def heading(self, text: str, level: int) -> None:
        """A real heading, at most as deep as Word has them."""
        self.document.add_heading(clean(text), min(max(level, 1), _LEVELS))

    def paragraph(self, text: str, *, bold: bool = False) -> None:
        """A paragraph; line breaks in the text stay line breaks."""
        run = self.document.add_paragraph().add_run(clean(text))
        run.bold = bold or None

    def help(self, text: str) -> None:
        """Help in grey, which is not read back."""
        self.document.add_paragraph(text, style=HELP_STYLE)

    def facts(self, pairs: Iterable[tuple[str, str]]) -> None:
        """Name and value, a paragraph each: read in order by everyone."""
        for name, value in pairs:
            if value:
                paragraph = self.document.add_paragraph()
                paragraph.paragraph_format.space_after = Pt(3)
                paragraph.add_run(f"{name}: ").bold = True
                paragraph.add_run(clean(value))

    def blocks(self, blocks: values.Blocks, below: int) -> None:
        """The block tree under a heading of level `below`."""
        for block in blocks:
            match block:
                case values.Paragraph(text):
                    self.paragraph(text)
                case values.Heading(text, level):
                    self.heading(text, below + level)
                case values.Listing():
                    self._listing(block, 1)
                case values.Table(header, rows):
                    self.table(header, rows)
                case values.Picture():
                    self._picture(block)

    def _listing(self, listing: values.Listing, depth: int) -> None:
        name = "List Number" if listing.ordered else "List Bullet"
        style = name if depth == 1 else f"{name} {min(depth, 3)}"
        number = self._new_number(style) if listing.ordered else None
        for item in listing.items:
            paragraph = self.document.add_paragraph(clean(item.text), style=style)
            if number is not None:
                numbering = paragraph._p.get_or_add_pPr().get_or_add_numPr()
                numbering.get_or_add_ilvl().val, numbering.get_or_add_numId().val = 0, number
            for block in item.blocks:
                if isinstance(block, values.Listing):
                    self._listing(block, depth + 1)
                else:
                    self.blocks((block,), _LEVELS)

    def _new_number(self, style: str) -> int:
        """A numbering of its own, so that each list begins with 1."""
        numbering = self.document.part.numbering_part.element
        used = self.document.styles[style].element.pPr.numPr.numId.val
        abstract = next(n for n in numbering.num_lst if n.numId == used).abstractNumId.val
        made = numbering.add_num(abstract)
        made.add_lvlOverride(ilvl=0).add_startOverride(1)
        return int(made.numId)

    def table(self, header: Iterable[str], rows: Iterable[Iterable[str]]) -> None:
        """A ruled table whose headings are repeated on every page."""
        names = list(header)
        table = self.document.add_table(rows=1, cols=len(names))
        table.style = "Table Grid"
        first = table.rows[0]
        for cell, name in zip(first.cells, names, strict=True):
            cell.paragraphs[0].add_run(clean(name)).bold = True
        repeated = OxmlElement("w:tblHeader")
        repeated.set(qn("w:val"), "true")
        first._tr.get_or_add_trPr().append(repeated)
        for row in rows:
            # A row keeps together, so that a reader is not sent to the next page in the middle of a cell.
            made = table.add_row()
            made._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
            for cell, text in zip(made.cells, row, strict=False):
                cell.paragraphs[0].add_run(clean(text))
        self.document.add_paragraph().paragraph_format.space_after = Pt(4)

    def _picture(self, picture: values.Picture) -> None:
        shape = self.document.add_picture(io.BytesIO(picture.data))
        if shape.width > Cm(16):
            shape.height, shape.width = int(shape.height * Cm(16) / shape.width), Cm(16)
        shape._inline.docPr.set("descr", picture.alt)

    def done(self) -> bytes:
        """The file."""
        made = io.BytesIO()
        self.document.save(made)
        return made.getvalue()


def due_text(line: values.FollowUpLine) -> str:
    """When a follow-up is due, in words."""
    return day_text(line.due) if line.due else ""

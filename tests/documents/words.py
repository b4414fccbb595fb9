"""Word files to test with: as people make them, and as nobody should."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from typing import Any

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def a_word(write: Callable[[Any], None]) -> bytes:
    """A Word file that `write` fills."""
    document = docx.Document()
    write(document)
    return saved(document)


def saved(document: Any) -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def changed(paragraph: Any, kind: str, text: str, who: str = "Anna Friis") -> None:
    """Words inserted or deleted with changes tracked."""
    words = "delText" if kind == "del" else "t"
    paragraph._p.append(
        parse_xml(
            f'<w:{kind} {nsdecls("w")} w:id="9" w:author="{who}" w:date="2027-05-01T10:00:00Z"><w:r>'
            f'<w:{words} xml:space="preserve">{text}</w:{words}></w:r></w:{kind}>'
        )
    )


def with_part(data: bytes, name: str, content: bytes, content_type: str, relation: str) -> bytes:
    """The file with one more part, related to its text."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.namelist():
            text = old.read(member)
            if member == "[Content_Types].xml":
                entry = f'<Override PartName="/word/{name}" ContentType="{content_type}"/></Types>'
                text = text.replace(b"</Types>", entry.encode())
            if member == "word/_rels/document.xml.rels":
                entry = f'<Relationship Id="rId900" Type="{relation}" Target="{name}"/></Relationships>'
                text = text.replace(b"</Relationships>", entry.encode())
            new.writestr(member, text)
        new.writestr(f"word/{name}", content)
    return made.getvalue()


def an_item_in_word(document: Any) -> None:
    """An item as a caseworker writes it: the template's headings, one of their own, a list, a table, a note."""
    document.add_heading("Resumé", 1)
    document.add_paragraph("Breve kan læses på modtagerens sprog.")
    document.add_heading("Indstilling", 1)
    document.add_paragraph("Digitalisering indstiller, at")
    document.add_paragraph("at projektet godkendes, og", style="List Number")
    document.add_paragraph("at udgiften på 180.000 kr. afholdes inden for rammen.", style="List Number")
    document.add_heading("Sagsfremstilling", 1)
    document.add_paragraph("Programgruppen har drøftet forslaget.")
    document.add_heading("Hvad projektet ændrer", 2)
    document.add_paragraph("Breve oversættes", style="List Bullet")
    document.add_paragraph("når borgeren beder om det", style="List Bullet 2")
    document.add_paragraph("Tolke frigøres", style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(table._cells, ("Institution", "Breve", "Velkomst|Øst", "1.240"), strict=True):
        cell.text = text
    document.add_heading("Personale", 1)
    document.add_paragraph("To medarbejdere.")
    document.add_heading("Økonomiske konsekvenser:", 1)
    document.add_paragraph("180.000 kr. i 2027.")
    document.add_heading("Notat: Erfaringer fra Randers", 1)
    document.add_paragraph("De har brugt det i to år.")

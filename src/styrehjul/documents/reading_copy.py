"""*Samlet materiale*: the agenda and its PDF annexes as one file to read, with bookmarks and one page numbering.

It is a "læsekopi": the agenda by itself stays the file that was checked and approved. Made once and kept, because
two merges need not give the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from styrehjul.documents import child, glyphs, pdf
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Reason, Refused

MERGE_MEMORY = 1024 * 1024 * 1024
MERGE_SECONDS = 60
PROBLEMS = {
    "encrypted": "Bilaget er beskyttet med adgangskode og kan ikke vises her.",
    "broken": "Bilaget kan ikke læses som PDF og kan ikke vises her.",
    "not_pdf": "Bilaget er ikke en PDF-fil og kan ikke vises her.",
    "too_large": "Bilagene fylder tilsammen for meget til at blive samlet her.",
}


@dataclass(frozen=True)
class Annex:
    """An annex to be merged: its number and title on the agenda, its file name, its bytes, and where it is found."""

    number: str
    title: str
    name: str
    data: bytes
    url: str = ""

    @property
    def heading(self) -> str:
        return f"Bilag {self.number} {self.title}".replace("  ", " ")


@dataclass(frozen=True)
class ReadingCopy:
    """The merged file, and one reason for each annex that is there by name only."""

    data: bytes
    remarks: list[Reason]


def reading_copy(
    *, title: str, municipality: str, agenda: bytes, annexes: Sequence[Annex], built_at: datetime
) -> ReadingCopy:
    """Merge. An annex that is encrypted, broken or not a PDF becomes a page with its name and where to find it.

    Raises Refused("file.slow") when not even the agenda and such pages can be merged within the limits.
    """
    problems = [_problem(annex) for annex in annexes]
    try:
        data = _merged(title, municipality, agenda, annexes, problems, built_at)
    except Refused:
        # Each could be read by itself, so it is the sum that is too much.
        problems = [problem or "too_large" for problem in problems]
        try:
            data = _merged(title, municipality, agenda, annexes, problems, built_at)
        except Refused as refusal:
            raise Refused(refusal.code, name=title) from refusal
    remarks = [
        Reason(f"annex.{problem}", {"number": annex.number, "name": annex.name})
        for annex, problem in zip(annexes, problems, strict=True)
        if problem
    ]
    return ReadingCopy(data, remarks)


def _problem(annex: Annex) -> str:
    """Why the annex cannot be merged, or empty."""
    if not annex.data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        return "not_pdf"
    try:
        answer, _ = child.run("pdf", {}, [annex.data])
    except Refused:
        return "broken"
    return str(answer["files"][0].get("problem", ""))


def _merged(
    title: str, municipality: str, agenda: bytes, annexes: Sequence[Annex], problems: list[str], built_at: datetime
) -> bytes:
    parts = [
        _name_page(annex, problem, municipality, built_at) if problem else annex.data
        for annex, problem in zip(annexes, problems, strict=True)
    ]
    answer, _ = child.run("pdf", {}, [agenda, *parts], memory=MERGE_MEMORY, seconds=MERGE_SECONDS)
    sizes = [file["pages"] for file in answer["files"]]
    names = ["", *(f"Bilag {annex.number}" for annex in annexes)]
    overlay = _overlay(title, names, sizes, built_at)
    facts = {"title": title, "agenda": "Dagsorden", "titles": [annex.heading for annex in annexes]}
    _, blobs = child.run("merge", facts, [overlay, agenda, *parts], memory=MERGE_MEMORY, seconds=MERGE_SECONDS)
    return blobs[0]


def _name_page(annex: Annex, problem: str, municipality: str, built_at: datetime) -> bytes:
    moment = built_at.astimezone(ZONE)
    heading = _settable(annex.heading)
    content = {
        "title": heading,
        "heading": heading,
        "reason": _settable(f"{PROBLEMS[problem]}\nFilens navn: {annex.name}"),
        "url": annex.url if annex.url.startswith(("https://", "http://")) else "",
        "municipality": _settable(municipality),
        "attachments": [],
        "date": [moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second],
    }
    return pdf.render("missing.typ", content, {}, built_at, archive=False)


def _overlay(title: str, names: list[str], sizes: list[list[list[float]]], built_at: datetime) -> bytes:
    """A PDF with one page for each page of the copy, of the same size, holding only the line at the foot."""
    total = sum(len(pages) for pages in sizes)
    sheets: list[dict[str, float | str]] = []
    for name, pages in zip(names, sizes, strict=True):
        for width, height in pages:
            parts = ("Læsekopi", name, f"samlet side {len(sheets) + 1} af {total}")
            sheets.append({"width": width, "height": height, "text": _settable(" · ".join(filter(None, parts)))})
    moment = built_at.astimezone(ZONE)
    content = {"title": _settable(title), "date": [moment.year, moment.month, moment.day], "sheets": sheets}
    return pdf.render("overlay.typ", content, {}, built_at, archive=False)


def _settable(text: str) -> str:
    """The text with a space for what the font lacks: a copy must not stop on somebody's file name."""
    text = glyphs.clean(text)
    unknown = glyphs.unknown_characters(text, Path(pdf.fonts_folder()) / "IBMPlexSans-Regular.ttf")
    return "".join(" " if character in unknown else character for character in text)

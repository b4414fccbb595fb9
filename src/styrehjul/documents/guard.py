"""The check before a PDF leaves the house: readable by everybody, fit to be kept, Danish, in our own typeface.

The validator is young, so the language and the fonts, which it does not mind, are looked at here. Say "kontrolleret",
never "certificeret".
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator

import page
import pikepdf

from styrehjul.kernel.refusal import Reason

PROFILES = {"ua1": "pdf.ua", "3a": "pdf.archive"}
LANGUAGE = "da-DK"
FONT = "IBMPlexSans"


def check_pdf(data: bytes) -> list[Reason]:
    """What keeps one of our own PDF files from being sent; empty when it may go."""
    try:
        reasons = [reason for profile in PROFILES for reason in _profile(data, profile)]
        with pikepdf.open(io.BytesIO(data)) as pdf:
            language = str(pdf.Root.get("/Lang", ""))
            if language != LANGUAGE:
                reasons.append(Reason("pdf.language", {"found": language}))
            strangers = sorted({name for name in _font_names(pdf) if not name.startswith(FONT)})
            if strangers:
                reasons.append(Reason("pdf.font", {"found": ", ".join(strangers)}))
    except (page.PageError, pikepdf.PdfError) as error:
        return [Reason("pdf.unreadable", {"detail": str(error)})]
    return reasons


def check_annex(data: bytes) -> list[Reason]:
    """What a reader with a screen reader will miss in somebody else's PDF. A warning, never a refusal."""
    try:
        report = page.validate_pdf_bytes(data, profile="ua1")
    except page.PageError as error:
        return [Reason("pdf.annex_unreadable", {"detail": str(error)})]
    return [] if report.is_compliant else [Reason("pdf.annex_not_accessible", {"found": report.rules.failed})]


# The operators that write text; a page without any of them is a picture.
_WRITES = frozenset({"Tj", "TJ", "'", '"'})
_PAGES_LOOKED_AT = 20


def has_text(data: bytes) -> bool:
    """Whether anything on the first pages is text; pages that were scanned are pictures and nothing else."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = list(pdf.pages)[:_PAGES_LOOKED_AT]
            return any(_writes(one) or any(_writes(form) for form in _forms(one)) for one in pages)
    except pikepdf.PdfError:
        return True  # what cannot be read is told of in its own words


def _forms(one: pikepdf.Page) -> list[pikepdf.Object]:
    """The page's drawings that are pages of their own; text may stand in them."""
    drawn = one.resources.get("/XObject")
    return [form for form in drawn.values() if form.get("/Subtype") == "/Form"] if drawn is not None else []


def _writes(part: pikepdf.Page | pikepdf.Object) -> bool:
    return any(str(line.operator) in _WRITES for line in pikepdf.parse_content_stream(part))


def _profile(data: bytes, profile: str) -> list[Reason]:
    """One reason for each broken rule, with the validator's own words as detail."""
    report = page.validate_pdf_bytes(data, profile=profile)
    if report.is_compliant:
        return []
    rules = {failure.rule_id: failure.message for failure in report.failures if not _mistaken(data, failure)}
    if not report.failures:
        rules[""] = ""
    return [Reason(PROFILES[profile], {"rule": rule, "detail": message}) for rule, message in rules.items()]


def _mistaken(data: bytes, failure: page.ValidationFailure) -> bool:
    """Whether the validator has taken right streams for wrong ones.

    Page 0.11 reads a stream whose last byte happens to be a carriage return as if it ended before it, since a line
    feed follows. One stream in 256 ends so: every fourth long agenda would be stopped for nothing. When several
    streams of a file do, it names none of them, so all are counted.
    """
    if not failure.rule_id.endswith("STREAM-LENGTH-001"):
        return False
    numbers = [failure.object_id.object_number] if failure.object_id else _streams(data)
    return all(length_is_true(data, number) for number in numbers)


def _streams(data: bytes) -> list[int]:
    """The numbers of the objects of the file that are streams."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return [found.objgen[0] for found in pdf.objects if isinstance(found, pikepdf.Stream)]


def length_is_true(data: bytes, number: int) -> bool:
    """Whether the stream of that object is exactly as long as it says, by the bytes of the file."""
    found = re.search(rb"[\r\n]%d 0 obj\s*<<(.*?)>>\s*stream\r?\n" % number, data, re.DOTALL)
    length = re.search(rb"/Length (\d+)(?! \d+ R)", found[1]) if found else None
    if found is None or length is None:
        return False
    return re.match(rb"\r?\nendstream\b", data[found.end() + int(length[1]) :][:20]) is not None


def _font_names(pdf: pikepdf.Pdf) -> Iterator[str]:
    """Names of the fonts in the file, without the mark of a subset ("ABCDEF+")."""
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/Font" and "/BaseFont" in found:
            yield str(found["/BaseFont"]).removeprefix("/").rpartition("+")[2]

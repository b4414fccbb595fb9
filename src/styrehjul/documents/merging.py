"""PDF files taken apart and put together, in the child process: annexes are foreign files."""

from __future__ import annotations

import io
from typing import Any

import pikepdf

from styrehjul.documents import child

_ACTIVE = ("/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToE", "/Movie", "/Rendition")


def survey(blobs: child.Blobs) -> child.Json:
    """Of each file: the sizes of its pages as they are seen, or what is the matter with it."""
    return {"files": [_survey_one(blob) for blob in blobs]}


def _survey_one(data: bytes) -> child.Json:
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            pages = [_seen_size(page) for page in pdf.pages]
            # A file may open and still fall apart when its pages are moved, so they are moved once here.
            trial = pikepdf.new()
            trial.pages.extend(pdf.pages)
            trial.save(io.BytesIO())
            return {"pages": pages} if pages else {"problem": "broken"}
    except pikepdf.PasswordError:
        return {"problem": "encrypted"}
    except (pikepdf.PdfError, ValueError, RuntimeError, TypeError, KeyError, IndexError):
        return {"problem": "broken"}


def _seen_size(page: pikepdf.Page) -> list[float]:
    left, bottom, right, top = (float(number) for number in page.trimbox)
    width, height = abs(right - left), abs(top - bottom)
    turned = int(page.obj.get("/Rotate", 0)) % 180 != 0
    return [height, width] if turned else [width, height]


def merge(facts: child.Json, blobs: child.Blobs) -> bytes:
    """The agenda, then each annex, with one outline and a line laid over the foot of every page.

    `blobs` are the overlay, the agenda and the annexes; `facts["titles"]` names the annexes, `facts["title"]` the file.
    """
    overlay, agenda, *annexes = (pikepdf.open(io.BytesIO(blob)) for blob in blobs)
    starts = []
    for annex in annexes:
        starts.append(len(agenda.pages))
        for page in annex.pages:
            _calm(page.obj)
        agenda.pages.extend(annex.pages)
    for page, line in zip(agenda.pages, overlay.pages, strict=True):
        page.add_overlay(line, None)
    with agenda.open_outline() as outline:
        first = pikepdf.OutlineItem(facts["agenda"], 0)
        own = list(outline.root)
        # The agenda's one main heading says what the first bookmark says: below that stand the items themselves.
        own = list(own[0].children) if len(own) == 1 else own
        for item in own:
            item.is_closed = True
        first.children.extend(own)
        titled = zip(facts["titles"], starts, strict=True)
        outline.root[:] = [first, *(pikepdf.OutlineItem(title, start) for title, start in titled)]
    _unmark(agenda, facts["title"])
    made = io.BytesIO()
    agenda.save(made, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return made.getvalue()


def _calm(page: Any) -> None:
    """Leave out what could act by itself: scripts, starting programs, sending forms, files inside."""
    if "/AA" in page:
        del page["/AA"]
    if "/Annots" not in page:
        return
    kept = [note for note in page["/Annots"] if isinstance(note, pikepdf.Dictionary) and not _acts(note)]
    for note in kept:
        if "/AA" in note:
            del note["/AA"]
    page["/Annots"] = pikepdf.Array(kept)


def _acts(note: pikepdf.Dictionary) -> bool:
    action = note.get("/A")
    acting = isinstance(action, pikepdf.Dictionary) and str(action.get("/S")) in _ACTIVE
    return acting or str(note.get("/Subtype")) in ("/FileAttachment", "/RichMedia", "/Movie", "/Screen")


def _unmark(pdf: pikepdf.Pdf, title: str) -> None:
    """The copy promises neither PDF/UA nor PDF/A, and does not carry the agenda's attached files."""
    for key in ("/AF", "/OutputIntents", "/Metadata"):
        if key in pdf.Root:
            del pdf.Root[key]
    if "/Names" in pdf.Root and "/EmbeddedFiles" in pdf.Root["/Names"]:
        del pdf.Root["/Names"]["/EmbeddedFiles"]
    pdf.docinfo["/Title"] = title
    pdf.Root["/PageMode"] = pikepdf.Name("/UseOutlines")

"""An annex that comes with a form: looked through before anything is stored, then kept and tied to its item."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpRequest

from styrehjul.documents.files import store_bytes
from styrehjul.documents.uploads import Accepted, how_read, inspect
from styrehjul.meetings import actions
from styrehjul.meetings.forms.item import AnnexForm
from styrehjul.meetings.models import Annex, Treatment
from styrehjul.people.models import Person

PREFIX = "bilag"


@dataclass(frozen=True)
class ReadAnnex:
    """An annex that may be kept: its file looked through, or a link."""

    data: dict[str, Any]
    accepted: Accepted | None
    accessible: bool | None
    scanned: bool


def sent_with_text(request: HttpRequest, *, wanted: bool) -> AnnexForm | None:
    """The annex sent together with the item's text; None where nobody chose one and none was asked for."""
    chosen = f"{PREFIX}-file" in request.FILES or request.POST.get(f"{PREFIX}-link", "").strip()
    return AnnexForm(request.POST, request.FILES, prefix=PREFIX) if wanted or chosen else None


def read_annex(data: dict[str, Any]) -> ReadAnnex:
    """Refused where the file cannot be an annex."""
    upload = data["file"]
    accepted = inspect(str(upload.name), upload.read()) if upload else None
    accessible, scanned = how_read(accepted) if accepted else (None, False)
    if upload:
        upload.seek(0)
    return ReadAnnex(data, accepted, accessible, scanned)


def keep_annex(found: Treatment, read: ReadAnnex, *, by: Person, at: datetime) -> Annex:
    """Keep the file and tie it to the item; within the caller's transaction."""
    accepted, kept = read.accepted, None
    if accepted is not None:
        kept = store_bytes(
            accepted.data, name=accepted.name, content_type=accepted.content_type, kind="upload", at=at,
            created_by_id=str(by.uuid),
        )  # fmt: skip
    return actions.add_annex(
        found, title=read.data["title"], file=kept, link=read.data["link"] or "", closed=read.data["closed"],
        accessible=read.accessible, scanned=read.scanned, by=by, at=at,
    )  # fmt: skip

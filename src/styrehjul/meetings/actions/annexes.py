"""What lies beside an item's text: annexes added and taken off."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, touched
from styrehjul.meetings.actions.items import editable, what_of
from styrehjul.meetings.models import Annex, Treatment
from styrehjul.people.models import Person


@transaction.atomic
def add_annex(
    treatment: Treatment,
    *,
    title: str,
    by: Person | None,
    at: datetime,
    file: StoredFile | None = None,
    link: str = "",
    closed: bool = False,
    accessible: bool | None = None,
    scanned: bool = False,
) -> Annex:
    """Add an annex: a file that was kept already, or a link; never both. `accessible` where that was looked at."""
    item = editable(treatment, "treatment.edit", by=by, at=at)
    if (file is None) == (not link.strip()):
        raise Refused("annex.file_or_link")
    if link.strip() and not link.strip().startswith(("https://", "http://")):
        raise Refused("annex.link_wrong")
    last = item.annexes.order_by("-position").first()
    annex = Annex(
        treatment=item,
        position=last.position + 1 if last else 1,
        title=title.strip()[:200] or (file.name[:200] if file else link.strip()[:200]),
        file=file,
        link=link.strip(),
        closed=closed,
        accessible=accessible,
        scanned=scanned,
    )
    store(annex, by=by, at=at, action="annex.add")
    touched(item, what_of(item, "annexes"), by=by, at=at)
    return annex


@transaction.atomic
def remove_annex(annex: Annex, *, by: Person | None, at: datetime) -> None:
    """Take an annex off the item. The file stays in the history."""
    item = editable(annex.treatment, "treatment.edit", by=by, at=at)
    row = fresh(annex)
    remove(row, by=by, at=at, action="annex.remove")
    touched(item, what_of(item, "annexes"), by=by, at=at)

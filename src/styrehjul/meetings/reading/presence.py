"""Who was there at an item, as the pages show it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain.presence import IN_THE_ROOM, Presence
from styrehjul.meetings.models import ItemPresence, Treatment
from styrehjul.meetings.queries.presence import presence_of, presence_words


def presence_context(
    item: Treatment, noted: Iterable[ItemPresence], *, running: bool, may_note: bool
) -> dict[str, Any]:
    """What is noted at one item, and the form for those who note it; before the meeting only what can be known then."""
    keys = {"pk": item.meeting_id, "item": item.pk}
    kinds = [kind for kind in Presence if running or kind not in IN_THE_ROOM]
    return {
        "pk": item.pk,
        "rows": [
            {
                "text": presence_words(row),
                "remove_url": reverse("meetings:forget_presence", kwargs=keys | {"row": row.pk}),
            }
            for row in noted
        ],
        "url": reverse("meetings:note_presence", kwargs=keys) if may_note else "",
        "kinds": [(kind.value, labels.PRESENCE[kind]) for kind in kinds],
        "summary": _("Kommer, går, gæst eller inhabil") if running else _("Gæst eller inhabil"),
    }


def presence_at(items: Iterable[Treatment], *, running: bool, may_note: bool) -> dict[int, dict[str, Any]]:
    """`presence_context` for every item of a meeting, in one query."""
    rows = list(items)
    noted = presence_of(rows)
    return {
        item.pk: presence_context(item, noted.get(item.pk, ()), running=running, may_note=may_note) for item in rows
    }

"""Where an item's own pages are: under its meeting, or among what waits for one."""

from __future__ import annotations

from typing import Any

from django.urls import reverse

from styrehjul.meetings.models import Treatment


def way_to(name: str, item: Treatment, **more: Any) -> str:
    """The address of one of the item's pages, by its name under a meeting."""
    if item.meeting_id is not None:
        return reverse(f"meetings:{name}", kwargs={"pk": item.meeting_id, "item": item.pk, **more})
    waiting = "edit_waiting" if name == "edit_item" else f"waiting_{name}"
    return reverse(f"meetings:{waiting}", kwargs={"item": item.pk, **more})

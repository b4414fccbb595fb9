"""An item as it was sent out to be read or answered: what was frozen, and nothing that came later."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.documents.models import StoredFile
from styrehjul.meetings.models import Annex, Circulation, ItemCheck, ReviewRound
from styrehjul.ui import blocks

Frozen = Circulation | ReviewRound | ItemCheck


def frozen_item(row: Frozen, annex_url: Callable[[int], str]) -> dict[str, Any]:
    """The item's text for the page; `annex_url` gives the address of an annex by its key."""
    content = json.loads(row.content)
    item = content["item"]
    return {
        "title": item["title"],
        "summary": blocks.parse(item["summary"]),
        "case": blocks.parse(item["case_presentation"]),
        "economy": blocks.parse(item["financial_impact"]),
        "next_steps": blocks.parse(item["next_steps"]),
        "memos": [{"title": memo["title"], "text": blocks.parse(memo["text"])} for memo in item["memos"]],
        "points": [
            {"text": point["text"], "effects": [{"words": effect["words"]} for effect in point["effects"]]}
            for point in item["recommendation"]
        ],
        "lead_in": _("Det indstilles, at"),
        "annexes": [
            {
                "title": one["title"],
                "url": one["link"] or annex_url(key),
                "download": not one["link"],
                "text": one["name"],
            }
            for one, key in zip(item["annexes"], content["annex_keys"], strict=True)
        ],
    }


def frozen_file(row: Frozen, key: int) -> StoredFile | None:
    """The annex's file, when the annex was among those sent out: also one that was taken off the item afterwards."""
    if key not in json.loads(row.content)["annex_keys"]:
        return None
    known = Annex.history.filter(id=key, treatment_id=row.treatment_id).order_by("-history_id")
    return StoredFile.objects.filter(pk=known.values_list("file_id", flat=True).first()).first()

"""A set of changes as its page shows it: each change in words, how far it is, and what stands in the way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain.agenda import SECTION_WORDS
from styrehjul.meetings.domain.changes import ChangeKind
from styrehjul.meetings.domain.states import TreatmentState
from styrehjul.meetings.models import Change, ChangeSet, Meeting, Treatment
from styrehjul.meetings.queries.changes import changes_of


@dataclass(frozen=True)
class ChangeLine:
    """One change of a set."""

    pk: int
    kind: str
    title: str
    text: str
    edit_url: str
    remove_url: str


def change_lines(change_set: ChangeSet) -> list[ChangeLine]:
    """The changes in the order they were drafted."""
    return [_line(change, change_set.meeting_id) for change in changes_of(change_set)]


def _line(change: Change, meeting: int) -> ChangeLine:
    kind = ChangeKind(change.kind)
    keys = {"pk": meeting, "change": change.pk}
    edit = ""
    if kind is ChangeKind.CORRECTION and change.treatment:
        edit = reverse("meetings:correct_item", kwargs={"pk": meeting, "item": change.treatment.pk})
    elif kind is ChangeKind.ADDITIONAL:
        edit = reverse("meetings:edit_additional", kwargs=keys)
    return ChangeLine(
        pk=change.pk,
        kind=str(labels.CHANGE_KIND[kind]),
        title=_title(change),
        text=_text(change, kind),
        edit_url=edit,
        remove_url=reverse("meetings:remove_change", kwargs=keys),
    )


def _title(change: Change) -> str:
    if change.treatment is not None:
        return f"{change.treatment.number}. {change.treatment.title}"
    held = change.of if change.of is not None else change
    return str(held.content["fields"]["title"])


def _text(change: Change, kind: ChangeKind) -> str:
    if kind is ChangeKind.NEW_ANNEX:
        text = str(change.content["title"])
        if replaced := change.content.get("replaces", ""):
            text = _("%(new)s i stedet for %(old)s") % {"new": text, "old": replaced}
        return text + (_(" (lukket bilag)") if change.content["closed"] else "")
    if kind is ChangeKind.CORRECTION and change.treatment is not None:
        parts = ", ".join(_changed_parts(change, change.treatment))
        return ". ".join(filter(None, (parts or _("ingen forskel endnu"), change.reason)))
    return change.reason


def _changed_parts(change: Change, item: Treatment) -> list[str]:
    """Which parts of the item the correction changes, in words."""
    held = change.content
    parts = [name for name, value in held["fields"].items() if getattr(item, name) != value]
    if held.get("responsible") != item.responsible_id:
        parts.append("responsible")
    if held.get("points") is not None:
        points = [
            (point.text, [(e.command, e.project_id, e.args) for e in point.effects.all() if not e.made_in_meeting])
            for point in item.points.all()
        ]
        wanted = [
            (p["text"], [(e["command"], e["project_id"], e["args"]) for e in p["effects"]]) for p in held["points"]
        ]
        parts += ["recommendation"] if points != wanted else []
    if held.get("memos") is not None:
        memos = [(memo.title, memo.text) for memo in item.memos.all()]
        parts += ["memos"] if memos != [(memo["title"], memo["text"]) for memo in held["memos"]] else []
    return [SECTION_WORDS.get(name, name) for name in parts]


def item_choices(meeting: Meeting) -> list[tuple[str, str]]:
    """The items of the sent agenda that can be changed, as a choice."""
    return [(str(item.pk), f"{item.number}. {item.title}") for item in sent_items(meeting)]


def sent_items(meeting: Meeting) -> Sequence[Treatment]:
    """The items that were sent and still stand, by their number: an additional one has the last."""
    return list(meeting.treatments.filter(state=TreatmentState.SENT.value).order_by("number", "position", "pk"))

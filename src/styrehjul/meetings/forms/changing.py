"""The forms of changes after dispatch: what an item is to become, an annex that comes on, an item that goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings.forms import editing
from styrehjul.meetings.forms.item import AnnexForm, ItemForm
from styrehjul.meetings.forms.points import EffectDraft, MemoDraft, PointDraft
from styrehjul.meetings.models import Change, Treatment
from styrehjul.people.models import Person
from styrehjul.ui.forms import Form, LongText

Choices = Sequence[tuple[str, Any]]
# A correction does not tell whether the first material was late; that was settled when it was sent.
UNTOUCHED = ("late_because",)


class CorrectionForm(ItemForm):
    """An item's texts as they are to be, and why, where that is worth saying."""

    reason = LongText(
        label=_("Hvorfor rettes der?"),
        required=False,
        rows=2,
        help_text=_("Medlemmerne læser det i mailen. Kan udelades."),
    )


class AdditionalForm(ItemForm):
    """An item that comes on after dispatch."""

    reason = LongText(
        label=_("Hvorfor kan punktet ikke udsættes?"),
        rows=2,
        help_text=_("Står i dagsordenen og i mailen til medlemmerne."),
    )


class NewAnnexForm(AnnexForm):
    """An annex, the item that it belongs to, and the annex that it takes the place of."""

    item = forms.ChoiceField(label=_("Punkt"))
    replaces = forms.ChoiceField(label=_("Træder i stedet for"), required=False)

    field_order = ("item", "title", "file", "link", "closed", "replaces")

    def __init__(self, *args: Any, items: Choices, annexes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = list(items)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["replaces"].choices = [("", _("Intet, det er nyt")), *annexes]  # type: ignore[attr-defined]  # as above


class WithdrawalForm(Form):
    """Which item goes out, and why."""

    item = forms.ChoiceField(label=_("Punkt"))
    reason = LongText(
        label=_("Hvorfor udgår punktet?"),
        rows=3,
        help_text=_("Nummeret bliver stående på dagsordenen med begrundelsen."),
    )

    def __init__(self, *args: Any, items: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["item"].choices = list(items)  # type: ignore[attr-defined]  # a ChoiceField


def initial_of(item: Treatment | None, change: Change | None) -> dict[str, Any]:
    """The form's fields: as drafted, else as the item was sent."""
    found = editing.initial_of(item) if item is not None else {}
    found["version"] = change.version if change else 0
    if change is not None:
        found |= change.content["fields"] | {"reason": change.reason}
        found["responsible"] = Person.objects.filter(pk=change.content.get("responsible")).first()
    return found


def points_of(item: Treatment, change: Change | None) -> list[PointDraft]:
    """The at-sentences: as drafted, else as the item was sent."""
    if change is None or change.content.get("points") is None:
        return editing.points_of(item) if item.pk else [PointDraft()]
    found = [_point(point) for point in change.content["points"]]
    return found or [PointDraft(project_id=item.matter.project_id)]


def _point(point: Mapping[str, Any]) -> PointDraft:
    effects = tuple(EffectDraft(e["command"], e["project_id"], e["args"]) for e in point["effects"])
    return PointDraft(point["text"], next((e.project_id for e in effects if e.project_id), None), effects)


def memos_of(item: Treatment, change: Change | None) -> list[MemoDraft]:
    """The notes: as drafted, else as the item was sent."""
    if change is None or change.content.get("memos") is None:
        return editing.memos_of(item) if item.pk else []
    return [MemoDraft(memo["title"], memo["text"]) for memo in change.content["memos"]]


def fields_from(data: Mapping[str, Any]) -> dict[str, Any]:
    """What the action takes."""
    return {name: value for name, value in editing.fields_from(data).items() if name not in UNTOUCHED}

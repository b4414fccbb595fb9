"""A decision that is changed after its meeting."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings.domain.revising import reversal
from styrehjul.meetings.forms.editing import PointRow, point_rows
from styrehjul.meetings.forms.holding import Choices
from styrehjul.meetings.forms.points import EffectDraft, PointDraft
from styrehjul.meetings.models import Decision
from styrehjul.ui.forms import Form, LongText


class RevisionForm(Form):
    """What now is decided, and why."""

    text = LongText(label=_("Det, der nu er besluttet"), rows=5)
    outcome = forms.ChoiceField(label=_("Resultat"))
    because = LongText(label=_("Begrundelse"), rows=2)

    def __init__(self, *args: Any, outcomes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = list(outcomes)  # type: ignore[attr-defined]  # a ChoiceField


def suggested(decision: Decision) -> PointDraft:
    """What would take back what the decision did, latest first, for its project."""
    applied = [effect for effect in decision.effects.all() if effect.applied_at and effect.project_id]
    project = applied[0].project_id if applied else decision.treatment.matter.project_id
    found: dict[str, EffectDraft] = {}
    for effect in reversed(applied):
        back = reversal(effect.command, effect.args, effect.expected)
        if back and effect.project_id == project:
            found.setdefault(back[0], EffectDraft(back[0], project, back[1]))
    return PointDraft(".", project, tuple(found.values()))


def choices_of(draft: PointDraft, decision: Decision, on: Any) -> PointRow:
    """The effects that the project can have now, those that take the decision back among them."""
    return point_rows([draft], decision.treatment, on)[0]

"""A need for a decision as it is raised."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.ui.forms import DayField, Form, LongText

Choices = Sequence[tuple[str, Any]]


class NeedForm(Form):
    """What must be decided, by whom and when. The rest can wait until it is an item."""

    question = forms.CharField(
        label=_("Hvad skal besluttes?"), max_length=300, help_text=_("Et spørgsmål, der kan svares på.")
    )
    wanted_by = DayField(label=_("Ønskes afgjort senest"), required=False)
    body = forms.ChoiceField(label=_("Samles i"))
    target = forms.ChoiceField(label=_("Skal afgøres i"))
    background = LongText(label=_("Baggrund"), required=False, rows=3)

    def __init__(self, *args: Any, bodies: Choices, targets: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = list(bodies)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["target"].choices = list(targets)  # type: ignore[attr-defined]  # a ChoiceField
        if len(bodies) == 1:
            del self.fields["body"]

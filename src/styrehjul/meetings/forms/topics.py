"""What a topic becomes: a task, a proposal of a project, a need for a decision, or a risk of a project."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings.forms.persons import PersonField
from styrehjul.ui.forms import DayField, Form

Choices = Sequence[tuple[str, Any]]


class TaskForm(Form):
    """Who does what, by when."""

    text = forms.CharField(label=_("Opgave"), max_length=300)
    responsible = PersonField(label=_("Ansvarlig"))
    due = DayField(label=_("Frist"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].on = on  # type: ignore[attr-defined]  # a PersonField


class TopicProposalForm(Form):
    """The proposal's name and its area; the rest is answered on its own page."""

    title = forms.CharField(label=_("Hvad skal projektet hedde?"), max_length=200)
    lead_area = forms.ChoiceField(label=_("Fagchefområde"))

    def __init__(self, *args: Any, areas: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["lead_area"].choices = [("", _("Vælg")), *areas]  # type: ignore[attr-defined]  # a ChoiceField


class TopicNeedForm(Form):
    """What must be decided, where, and when."""

    question = forms.CharField(label=_("Hvad skal besluttes?"), max_length=300)
    target = forms.ChoiceField(label=_("Skal afgøres i"))
    wanted_by = DayField(label=_("Ønskes afgjort senest"), required=False)

    def __init__(self, *args: Any, targets: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["target"].choices = list(targets)  # type: ignore[attr-defined]  # a ChoiceField


class TopicRiskForm(Form):
    """What may happen, and to which project; the rest is written on its own page."""

    event = forms.CharField(label=_("Hvad kan ske?"), max_length=300)
    project = forms.ChoiceField(label=_("I hvilket projekt?"))

    def __init__(self, *args: Any, projects: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["project"].choices = [("", _("Vælg")), *projects]  # type: ignore[attr-defined]  # a ChoiceField

"""What is asked when a project is tied to a goal, a system or a partner."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.danish import sort_key
from styrehjul.portfolio.domain.record import SystemUse
from styrehjul.portfolio.forms.fields import KeyField, TextLine, system_choices
from styrehjul.portfolio.labels import SYSTEM_USE
from styrehjul.strategy.models import Partnership
from styrehjul.strategy.queries import goal_choices
from styrehjul.ui.forms import Form


class GoalTieForm(Form):
    """Which goal, how much, and how."""

    goal_id = KeyField(label=_("Mål"))
    weight = forms.TypedChoiceField(
        label=_("Hvor meget bidrager projektet?"),
        coerce=int,
        choices=[("3", _("Meget")), ("2", _("Noget")), ("1", _("Lidt"))],
        initial="2",
        widget=forms.RadioSelect,
    )
    sentence = TextLine(label=_("Det bidrager ved"), max_length=300, help_text=_("Én sætning."))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        goal = self.fields["goal_id"]
        assert isinstance(goal, KeyField)
        goal.choices = [("", _("Vælg")), *goal_choices(on)]


class SystemTieForm(Form):
    """Which system, and what the project does to it."""

    system_id = KeyField(label=_("System"), help_text=_("Mangler systemet, skrives det ind under Systemer."))
    role = forms.ChoiceField(
        label=_("Hvad gør projektet ved det?"),
        choices=[(use.value, words) for use, words in SYSTEM_USE.items()],
        initial=SystemUse.CHANGES.value,
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        system = self.fields["system_id"]
        assert isinstance(system, KeyField)
        system.choices = [("", _("Vælg")), *system_choices()]


class PartnerForm(Form):
    """Who, in which role, and with what."""

    name = forms.CharField(label=_("Kommune eller organisation"), max_length=200)
    role = TextLine(label=_("Rolle"), max_length=200, help_text=_("For eksempel: deltager, vært eller leverandør."))
    contribution = TextLine(label=_("Bidrager med"), max_length=300)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)


class PartnershipTieForm(Form):
    """Which of the municipality's partnerships."""

    partnership_id = KeyField(
        label=_("Partnerskab"), help_text=_("Mangler partnerskabet, skrives det ind under Strategi og viden.")
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["partnership_id"]
        assert isinstance(field, KeyField)
        rows = Partnership.objects.filter(ended_on=None)
        found = sorted(rows, key=lambda row: (sort_key(row.title), row.pk))
        field.choices = [("", _("Vælg")), *((str(row.pk), row.title) for row in found)]

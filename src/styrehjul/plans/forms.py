"""What a person says about the plans."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.people.choosing import PersonField
from styrehjul.plans.domain.composing import LONGEST
from styrehjul.plans.labels import LOCK
from styrehjul.ui.forms import Form, HiddenVersion


class PlanFileForm(Form):
    """A plan file to calculate on."""

    file = forms.FileField(label=_("Planfil"), help_text=_("En JSON-fil, højst 20 MB."))


class LineForm(Form):
    """One candidate; without a score it is left out, unless it is bound."""

    score = forms.DecimalField(
        label=_("Score 0-5"), min_value=0, max_value=5, max_digits=3, decimal_places=1, required=False, localize=True
    )
    hours = forms.DecimalField(
        label=_("Timer"),
        min_value=0,
        max_value=1_000_000,
        max_digits=8,
        decimal_places=1,
        required=False,
        localize=True,
    )
    money = forms.DecimalField(
        label=_("1.000 kr."),
        min_value=0,
        max_value=100_000_000,
        max_digits=10,
        decimal_places=1,
        required=False,
        localize=True,
    )
    quarters = forms.IntegerField(label=_("Kvartaler"), min_value=1, max_value=8, required=False)
    lock = forms.ChoiceField(
        label=_("Valg"),
        choices=[("free", _("Frit")), ("must", _("Bundet")), ("running", _("I gang")), ("out", _("Holdes ude"))],
        required=False,
    )


class SizeForm(Form):
    """What there is; an empty field is no limit."""

    hours = forms.DecimalField(
        label=_("Projektledernes timer pr. kvartal"),
        min_value=0,
        max_value=1_000_000,
        max_digits=9,
        decimal_places=1,
        required=False,
        localize=True,
    )
    money = forms.DecimalField(
        label=_("Penge om året (1.000 kr.)"),
        min_value=0,
        max_value=100_000_000,
        max_digits=10,
        decimal_places=1,
        required=False,
        localize=True,
    )


def _amount(label: Any, most: int) -> forms.DecimalField:
    return forms.DecimalField(
        label=label, min_value=0, max_value=most, max_digits=10, decimal_places=1, required=False, localize=True
    )


class PlanLineForm(Form):
    """A line of the plan: the score and what is chosen first; the rest is behind "Mere"."""

    score = forms.DecimalField(
        label=_("Score 0-5"), min_value=0, max_value=5, max_digits=3, decimal_places=1, required=False, localize=True
    )
    reason = forms.CharField(label=_("Hvorfor"), max_length=300, required=False)
    chosen = forms.BooleanField(label=_("Med i planen"), required=False)
    start = forms.TypedChoiceField(
        label=_("Begynder"),
        choices=[("", _("Ikke fastsat")), *((str(n), _("%(n)s. kvartal") % {"n": n}) for n in range(1, 5))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    hours = _amount(_("Projektledertimer i alt"), 1_000_000)
    money = _amount(_("1.000 kr. i alt"), 100_000_000)
    quarters = forms.IntegerField(label=_("Antal kvartaler"), min_value=1, max_value=LONGEST)
    lock = forms.ChoiceField(label=_("Valg"), choices=[(lock.value, text) for lock, text in LOCK.items()])
    lock_reason = forms.CharField(
        label=_("Bundet af"), max_length=300, required=False, help_text=_("Loven, aftalen eller beslutningen.")
    )
    version = HiddenVersion()

    def ask_for_goal(self, goals: Sequence[tuple[int, str]], chosen: int | None) -> None:
        """For an activity: a project's goals are said at the project."""
        self.fields["goal"] = forms.TypedChoiceField(
            label=_("Mål, den bidrager til"), choices=[("", _("Intet mål")), *goals], coerce=int, empty_value=None,
            required=False,
        )  # fmt: skip
        self.initial["goal"] = chosen


class PlanSizeForm(SizeForm):
    """What there is, of a draft that others may be writing too."""

    version = HiddenVersion()


class ActivityForm(Form):
    """Something that is no project, in three fields."""

    title = forms.CharField(label=_("Hvad skal laves?"), max_length=200)
    hours = _amount(_("Projektledertimer"), 1_000_000)
    owner = PersonField(label=_("Hvem står for det?"), required=False)


class MoveForm(Form):
    """A line of the live plan moved without a decision: where to, and why."""

    start = forms.TypedChoiceField(
        label=_("Begynder"),
        choices=[("", _("Ikke fastsat")), *((str(n), _("%(n)s. kvartal") % {"n": n}) for n in range(1, 5))],
        coerce=int,
        empty_value=None,
        required=False,
    )
    hours = _amount(_("Projektledertimer i alt"), 1_000_000)
    reason = forms.CharField(
        label=_("Hvorfor flyttes den?"),
        max_length=300,
        help_text=_("Står i planen og i projektets historie med dit navn."),
    )
    version = HiddenVersion()

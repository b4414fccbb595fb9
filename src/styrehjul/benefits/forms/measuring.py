"""What the owner is asked on a measuring day, and the small answers on a benefit's page."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.benefits import labels
from styrehjul.benefits.domain.life import BenefitState
from styrehjul.people.choosing import PersonField
from styrehjul.portfolio.models import Project
from styrehjul.ui.forms import DayField, Form

OUTCOMES = (BenefitState.REALISED, BenefitState.PARTLY, BenefitState.NOT_REALISED, BenefitState.DROPPED)


def _outcomes(*first: tuple[str, Any], drop: bool = True) -> list[tuple[str, Any]]:
    ends = [state for state in OUTCOMES if drop or state != BenefitState.DROPPED]
    return [*first, *((state.value, labels.BENEFIT_STATE[state]) for state in ends)]


class MeasureForm(Form):
    """The owner's answer on a measuring day: one number is enough; the rest is filled or may be left."""

    value = forms.CharField(label=_("Hvad er tallet nu?"), required=False, max_length=60)
    on = DayField(label=_("Hvornår blev der målt?"), required=False, help_text=_("Tomt betyder i dag."))
    next_on = DayField(label=_("Næste måling"), required=False)
    outcome = forms.ChoiceField(
        label=_("Eller: hvordan endte det?"), required=False,
        choices=lambda: _outcomes(("", _("Det er ikke slut endnu")), drop=True),
    )  # fmt: skip
    covers_from = DayField(label=_("Målingen gælder fra"), required=False)
    covers_to = DayField(label=_("til og med"), required=False)
    evidence = forms.CharField(label=_("Hvor står det?"), required=False, max_length=300)
    comment = forms.CharField(label=_("Bemærkning"), required=False, max_length=300)
    MORE = ("next_on", "outcome", "on", "covers_from", "covers_to", "evidence", "comment")

    def more(self) -> list[forms.BoundField]:
        """What may be left as it is."""
        return [self[name] for name in self.MORE]

    def more_open(self) -> bool:
        """Whether something there is wrong."""
        return self.is_bound and bool(set(self.errors) - {"value"})


class LinkForm(Form):
    """The number alone, from the link in the mail."""

    value = forms.CharField(label=_("Hvad er tallet nu?"), max_length=60)


class CorrectForm(Form):
    """A newer measurement in the place of an older one."""

    value = forms.CharField(label=_("Hvad er det rigtige tal?"), max_length=60)
    on = DayField(label=_("Hvornår blev der målt?"), required=False)
    comment = forms.CharField(label=_("Hvorfor rettes det?"), max_length=300)
    covers_from = DayField(label=_("Målingen gælder fra"), required=False)
    covers_to = DayField(label=_("til og med"), required=False)
    evidence = forms.CharField(label=_("Hvor står det?"), required=False, max_length=300)


class LaterForm(Form):
    """It cannot be measured yet: when it can, and why not now."""

    next_on = DayField(label=_("Hvornår kan der måles?"))
    comment = forms.CharField(label=_("Hvorfor ikke nu?"), max_length=300)


class ReasonForm(Form):
    """Why."""

    reason = forms.CharField(label=_("Hvorfor?"), max_length=300)


class EndForm(Form):
    """How it ended, by what has been measured."""

    outcome = forms.ChoiceField(label=_("Hvordan endte det?"), choices=lambda: _outcomes(drop=False))
    reason = forms.CharField(
        label=_("Bemærkning"), required=False, max_length=300,
        help_text=_("Skriv hvorfor, hvis gevinsten ikke er realiseret fuldt ud."),
    )  # fmt: skip


class AcceptedForm(Form):
    """When the owner said yes to somebody else."""

    on = DayField(label=_("Hvornår sagde ejeren ja?"))


class DayForm(Form):
    """A further measuring day."""

    on = DayField(label=_("Hvornår skal der måles?"))


class ChangeForm(Form):
    """What must change first."""

    text = forms.CharField(label=_("Hvad skal ændres, for at gevinsten kommer?"), max_length=200)
    owner_id = PersonField(label=_("Hvem sørger for det?"), required=False)
    due = DayField(label=_("Senest"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner_id"]
        assert isinstance(owner, PersonField)
        owner.offer(on)


class ShareForm(Form):
    """A further project that the benefit comes from."""

    project = forms.ChoiceField(label=_("Projekt"))
    percent = forms.IntegerField(
        label=_("Dets andel (procent)"), required=False, min_value=1, max_value=99,
        help_text=_("Tomt: projekterne deler lige."),
    )  # fmt: skip

    def __init__(self, *args: Any, without: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        found = Project.objects.exclude(pk=without or 0).order_by("title", "pk").values_list("number", "title")
        field = self.fields["project"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = list(found)

"""What is written about a matter outside its text: a chiefs' meeting, a need for a decision, an answer in writing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain.priors import dates_in
from styrehjul.ui.forms import DayField, Form, LongText

Choices = Sequence[tuple[str, Any]]


class OutsideBodyForm(Form):
    """A chiefs' meeting: its name, its dates, and who writes what came of a matter there."""

    name = forms.CharField(label=_("Navn"), max_length=120)
    dates = LongText(
        label=_("Datoer"),
        required=False,
        rows=6,
        help_text=_("En dato på hver linje, fx 3.6.2027. De kan kopieres fra en kalender eller et regneark."),
    )
    secretary_name = forms.CharField(label=_("Sekretær"), max_length=120, required=False)
    secretary_email = forms.EmailField(
        label=_("Sekretærens mailadresse"),
        required=False,
        help_text=_("Sekretæren får et link og skriver selv udfaldet. Uden en adresse skriver du det."),
    )

    def clean_dates(self) -> Any:
        """The dates; the lines that cannot be read are named."""
        found, wrong = dates_in(self.cleaned_data["dates"])
        if wrong:
            raise ValidationError(_("Det kan ikke læses som en dato: %(lines)s.") % {"lines": "; ".join(wrong[:5])})
        return found


class PriorForm(Form):
    """Where a matter is treated first, and when."""

    place = forms.ChoiceField(label=_("Hvor"), required=False)
    new_name = forms.CharField(label=_("Hvor"), max_length=120, required=False)
    on = DayField(label=_("Dato"))

    def __init__(self, *args: Any, places: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        del self.fields["new_name" if places else "place"]
        if places:
            self.fields["place"].choices = list(places)  # type: ignore[attr-defined]  # a ChoiceField
            self.fields["place"].required = True
        else:
            self.fields["new_name"].required = True


class PriorOutcomeForm(Form):
    """What came of the matter there."""

    outcome = forms.ChoiceField(label=_("Udfald"), choices=[("", _("Vælg")), *labels.PRIOR_OUTCOME.items()])
    remarks = LongText(label=_("Bemærkninger"), required=False, rows=4)


class DatedOutcomeForm(PriorOutcomeForm):
    """The same, with the day it was treated on."""

    on = DayField(label=_("Dato"))
    field_order = ("on", "outcome", "remarks")


class LinkOutcomeForm(PriorOutcomeForm):
    """The same, by somebody without an account here."""

    name = forms.CharField(label=_("Dit navn"), max_length=120)
    field_order = ("outcome", "remarks", "name")


class PartForm(Form):
    """What the body is asked to do with the matter."""

    role = forms.ChoiceField(
        label=_("Organet"), required=False, choices=[("", _("som slagsen siger")), *labels.ROLE.items()]
    )
    decides_here = forms.ChoiceField(
        label=_("Sagen afgøres her"),
        required=False,
        choices=[("", _("som slagsen siger")), ("1", _("ja")), ("0", _("nej"))],
    )

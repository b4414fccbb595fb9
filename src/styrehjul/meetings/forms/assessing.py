"""What is asked when the strategic direction is assessed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.people.choosing import PersonField
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText


class AssessmentForm(Form):
    """Yes or no, and what; where it is a yes, who does what next."""

    needed = forms.ChoiceField(
        label=_("Er der behov for at opdatere den strategiske retning?"),
        choices=[("ja", _("Ja")), ("nej", _("Nej"))],
        widget=forms.RadioSelect,
        required=False,
    )
    what = LongText(
        label=_("Hvad?"), required=False, rows=4,
        help_text=_("Ved ja: hvad skal ændres. Ved nej: hvorfor retningen stadig holder."),
    )  # fmt: skip
    follow_up = forms.CharField(
        label=_("Opfølgning (ved ja)"), max_length=300, required=False, help_text=_("Hvem gør hvad bagefter.")
    )
    responsible_id = PersonField(label=_("Ansvarlig"), required=False)
    due = DayField(label=_("Frist"), required=False)
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["responsible_id"]
        assert isinstance(field, PersonField)
        field.offer(on, kept=self.initial.get("responsible_id"))

    def clean_needed(self) -> bool | None:
        """None where neither was picked: the action says what is lacking."""
        return {"ja": True, "nej": False}.get(self.cleaned_data["needed"])

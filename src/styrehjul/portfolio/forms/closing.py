"""The closing report as it is written."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.forms.fields import TextLine
from styrehjul.ui.forms import Form, LongText, MoneyField


class ClosingForm(Form):
    """One page; four of its fields must be filled before the project can be closed."""

    delivered = LongText(label=_("Hvad blev leveret?"), required=False, rows=4)
    time_and_money = LongText(
        label=_("Hvorfor gik det sådan med tid og penge?"), required=False, rows=3,
        help_text=_("Lad stå tomt, hvis det gik som planlagt."),
    )  # fmt: skip
    spent_tdkk = MoneyField(label=_("Brugt i 1.000 kr."), required=False, max_digits=12, decimal_places=1, min_value=0)
    spent_hours = MoneyField(label=_("Brugte timer"), required=False, max_digits=9, decimal_places=1, min_value=0)
    handover = LongText(
        label=_("Hvem tager over i driften?"), required=False, rows=3,
        help_text=_("Systemejer, aftale med leverandøren, og hvem der svarer på spørgsmål."),
    )  # fmt: skip
    lessons = LongText(label=_("Hvad har I lært?"), required=False, rows=3)
    products = LongText(
        label=_("Hvad kan andre bruge direkte?"), required=False, rows=2,
        help_text=_("Kommer under Videndeling, når projektet afsluttes."),
    )  # fmt: skip
    usable_by = TextLine(label=_("Hvem kan bruge det?"), max_length=300)
    recommendation = LongText(label=_("Anbefaling"), required=False, rows=2)

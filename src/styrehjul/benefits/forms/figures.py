"""What is asked about the figures of a benefit."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.benefits.domain.figure_words import times_text
from styrehjul.benefits.labels import RULE
from styrehjul.benefits.models import Benefit
from styrehjul.benefits.queries.facts import SUMMED, Known
from styrehjul.benefits.queries.figures import chosen
from styrehjul.kernel.choices import choices
from styrehjul.kernel.danish import day_text
from styrehjul.portfolio.forms.fields import KeyField, TextLine
from styrehjul.portfolio.forms.parts import Amount
from styrehjul.portfolio.models import Milestone
from styrehjul.ui.forms import DayField, FoldedForm, Form, HiddenVersion


class CurveForm(FoldedForm):
    """When it comes and how much. Everything may be left out: then the benefit's own numbers say it."""

    MORE = ("offset_months", "ramp", "end_on")

    anchor_id = KeyField(
        label=_("Hvilken milepæl begynder den med?"), required=False,
        help_text=_("Flyttes milepælen, flytter forløbet med."),
    )  # fmt: skip
    start_on = DayField(label=_("Eller: hvilken dag begynder den?"), required=False)
    offset_months = forms.IntegerField(
        label=_("Hvor mange måneder derefter?"), required=False, min_value=-120, max_value=120
    )
    rate = Amount(label=_("Hvor meget pr. år, når alt er i gang?"), max_digits=14, decimal_places=2)
    rate_low = Amount(label=_("Hvor lavt kan det ende?"), max_digits=14, decimal_places=2)
    rate_high = Amount(
        label=_("Hvor højt kan det ende?"), max_digits=14, decimal_places=2,
    )  # fmt: skip
    ramp = TextLine(
        label=_("Hvor hurtigt kommer den i gang?"), max_length=200,
        help_text=_("Andelen for hvert kvartal, for eksempel 25/50/75/100. Tomt: det hele fra første dag."),
    )  # fmt: skip
    end_on = DayField(label=_("Hvornår slutter den?"), required=False, help_text=_("Tomt: den varer ved."))
    version = HiddenVersion()

    def __init__(self, *args: Any, one: Known, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Milestone.objects.filter(project__in=one.project_keys).order_by("forecast_on", "pk")
        field = self.fields["anchor_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            ("", _("Ingen milepæl")),
            *((str(row.pk), f"{row.title} ({day_text(row.actual_on or row.forecast_on)})") for row in rows),
        ]
        often = times_text(chosen().interval_percent)
        self.fields["rate_high"].help_text = _("%(often)s skal det ende mellem det laveste og det højeste.") % {
            "often": often
        }
        for name in ("rate", "rate_low", "rate_high"):
            self.fields[name].label = f"{self.fields[name].label} ({one.unit})"


class ReasonForm(Form):
    """Why the promise is another."""

    reason = TextLine(
        label=_("Hvorfor loves noget andet?"), required=True, max_length=300,
        help_text=_("Beslutningens nummer, eller grunden. Det første løfte bliver stående."),
    )  # fmt: skip


class GroupForm(FoldedForm):
    """A ceiling that benefits share."""

    MORE = ("ceiling_low", "ceiling_high", "account")

    name = TextLine(
        label=_("Hvad deler gevinsterne?"), required=True, max_length=200, help_text=_("For eksempel: konto til porto.")
    )
    unit = forms.ChoiceField(label=_("Enhed"), choices=[(unit, unit) for unit in SUMMED])
    ceiling = Amount(
        label=_("Hvor meget kan der højst hentes på et år?"), required=True, max_digits=14, decimal_places=2
    )
    ceiling_low = Amount(label=_("Hvor lavt kan loftet være?"), max_digits=14, decimal_places=2)
    ceiling_high = Amount(label=_("Hvor højt kan loftet være?"), max_digits=14, decimal_places=2)
    account = TextLine(label=_("Konto"), max_length=200)
    rule = forms.ChoiceField(label=_("Hvem tæller først?"), choices=choices(RULE))
    version = HiddenVersion()

    def __init__(self, *args: Any, is_new: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_new:
            del self.fields["unit"]


class MemberForm(Form):
    """A benefit under the ceiling."""

    benefit_id = KeyField(label=_("Gevinst"))
    share = Amount(label=_("Aftalt andel (%)"), max_digits=5, decimal_places=2)
    place = forms.IntegerField(label=_("Nummer i rækken"), required=False, min_value=1, max_value=999)

    def __init__(self, *args: Any, unit: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        rows = Benefit.objects.filter(unit=unit, group_member=None).exclude(state="dropped").order_by("number")
        field = self.fields["benefit_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Vælg")), *((str(row.pk), f"{row.number} {row.title}") for row in rows)]


class BudgetForm(Form):
    """An amount on its way into the budget."""

    year = forms.IntegerField(label=_("Budgetår"), min_value=2000, max_value=2100)
    account = TextLine(label=_("Hvilken konto tages det fra?"), required=True, max_length=200)
    amount = Amount(label=_("Beløb (1.000 kr.)"), required=True)
    permanent = forms.BooleanField(label=_("Varigt: også i årene efter"), required=False)
    reference = TextLine(label=_("Hvad bygger forslaget på?"), max_length=200)


class StepForm(Form):
    """The next step of an amount."""

    to = forms.ChoiceField(label=_("Næste trin"))
    reference = TextLine(
        label=_("Hvad bygger det på?"), required=True, max_length=200,
        help_text=_("Beslutningens nummer, eller hvor i budgettet eller regnskabet det står."),
    )  # fmt: skip
    version = HiddenVersion()

    def __init__(self, *args: Any, steps: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = steps

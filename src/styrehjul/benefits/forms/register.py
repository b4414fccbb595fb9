"""What is asked about a benefit, in the words of those who answer: five fields, and the rest behind *Mere*."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.benefits import labels
from styrehjul.people.choosing import PersonField
from styrehjul.strategy.models import Goal
from styrehjul.systems.models import System
from styrehjul.ui.forms import DayField, Form, HiddenVersion

FIVE = ("title", "owner_id", "baseline", "target", "measure_on")


class BenefitForm(Form):
    """Five fields, of which only the first must be filled."""

    title = forms.CharField(
        label=_("Hvad bliver bedre?"), max_length=200, help_text=_("For eksempel: kortere ventetid på svar.")
    )
    owner_id = PersonField(
        label=_("Hvem ejer gevinsten?"), required=False, help_text=_("En leder i linjen, ikke projektlederen.")
    )
    baseline = forms.CharField(
        label=_("Hvad er tallet i dag?"), required=False, max_length=60, help_text=_("12 dage, 300 t.kr.")
    )
    target = forms.CharField(
        label=_("Hvad skal det blive?"), required=False, max_length=60, help_text=_("I samme enhed.")
    )
    measure_on = DayField(label=_("Hvornår?"), required=False, help_text=_("Da måles der."))
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._offer("owner_id", on)

    def _offer(self, name: str, on: date) -> None:
        field = self.fields[name]
        assert isinstance(field, PersonField)
        field.offer(on, kept=self.initial.get(name))

    def five(self) -> list[forms.BoundField]:
        """The fields of the line."""
        return [self[name] for name in FIVE]


def _chosen(label: Any, words: Any, help_text: Any = "") -> forms.ChoiceField:
    return forms.ChoiceField(
        label=label, required=False, help_text=help_text,
        choices=[("", _("Ikke valgt")), *((member.value, text) for member, text in words.items())],
    )  # fmt: skip


def _text(label: Any, length: int = 200, help_text: Any = "") -> forms.CharField:
    return forms.CharField(label=label, required=False, max_length=length, help_text=help_text)


class ProfileForm(BenefitForm):
    """The whole profile. What is left empty follows from the unit and the two numbers."""

    target_low = _text(_("Hvor lavt kan det ende?"), 60, _("8 ud af 10 gange ender det mellem de to."))
    target_high = _text(_("Hvor højt kan det ende?"), 60)
    confidence = _chosen(_("Hvor sikker er den?"), labels.CONFIDENCE)

    measure_name = _text(_("Hvad måles?"), help_text=_("Navnet på tallet."))
    unit = _text(_("Enhed"), 40, _("Læses af tallet, hvis feltet er tomt."))
    direction = _chosen(_("Hvilken vej er bedre?"), labels.DIRECTION)
    method = _text(_("Hvordan måles det?"), 300)
    source = _text(_("Hvor kommer tallet fra?"))
    measurer_id = PersonField(label=_("Hvem måler?"), required=False, help_text=_("Ellers måler ejeren."))
    shape = _chosen(_("Hvad er det for et tal?"), labels.SHAPE)
    aggregation = _chosen(_("Hvordan bliver flere målinger til ét tal?"), labels.AGGREGATION)

    baseline_on = DayField(label=_("Hvornår er tallet i dag fra?"), required=False)
    baseline_evidence = _text(_("Hvor står det?"), 300)
    baseline_plan_on = DayField(label=_("Hvis det ikke kendes: hvornår måles nulpunktet?"), required=False)

    kind = _chosen(_("Hvad er det for en gevinst?"), labels.KIND)
    receiver = _chosen(_("Hvem får den?"), labels.RECEIVER)
    used_for = _chosen(_("Hvad bruges frigjorte timer til?"), labels.HOURS_USE)
    used_for_text = _text(_("Hvilket arbejde?"))
    loser = _text(_("Ved en negativ gevinst: hvem bærer den?"))
    unplanned = forms.BooleanField(label=_("Den kom undervejs og var ikke planlagt"), required=False)

    goals = forms.TypedMultipleChoiceField(
        label=_("Mål"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple,
        help_text=_("Uden valg gælder projektets mål."),
    )  # fmt: skip
    systems = forms.TypedMultipleChoiceField(
        label=_("Systemer"), required=False, coerce=int, widget=forms.CheckboxSelectMultiple,
        help_text=_("Uden valg gælder projektets systemer."),
    )  # fmt: skip
    field_order = None

    GROUPS = (
        (_("Hvor lavt og hvor højt"), ("target_low", "target_high", "confidence")),
        (
            _("Sådan måles det"),
            ("measure_name", "unit", "direction", "method", "source", "measurer_id", "shape", "aggregation"),
        ),
        (_("Tallet i dag"), ("baseline_on", "baseline_evidence", "baseline_plan_on")),
        (_("Hvem og hvad"), ("kind", "receiver", "used_for", "used_for_text", "loser", "unplanned")),
        (_("Bidrager til"), ("goals", "systems")),
    )

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, on=on, **kwargs)
        self._offer("measurer_id", on)
        goals, systems = self.fields["goals"], self.fields["systems"]
        assert isinstance(goals, forms.TypedMultipleChoiceField)
        assert isinstance(systems, forms.TypedMultipleChoiceField)
        goals.choices = list(Goal.objects.on(on).values_list("pk", "title"))
        systems.choices = list(System.objects.values_list("pk", "name"))
        for name in [name for name, field in (("goals", goals), ("systems", systems)) if not field.choices]:
            del self.fields[name]

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields behind *Mere*, under their headings."""
        found = [(words, [self[name] for name in names if name in self.fields]) for words, names in self.GROUPS]
        return [(words, fields) for words, fields in found if fields]

    def more_open(self) -> bool:
        """Whether something behind *Mere* is wrong."""
        return bool(set(self.errors) - set(FIVE)) if self.is_bound else False

"""The status of a project: four fields, and behind them what is asked when it is not green."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio.domain.life import Category, Light
from styrehjul.portfolio.domain.status import TROUBLED
from styrehjul.portfolio.forms.fields import KeyField, TextLine, people_choices
from styrehjul.portfolio.labels import CATEGORY, PARAMETER_LIGHT, TRACK, TREND
from styrehjul.portfolio.models import Project, StatusParameter
from styrehjul.ui.forms import DayField, Form, LongText, MoneyField, dress
from styrehjul.ui.refusals import sentence, way

LIGHTS = [
    (Light.GREEN.value, _("Grøn: efter planen")),
    (Light.YELLOW.value, _("Gul: kræver opmærksomhed")),
    (Light.RED.value, _("Rød: kritisk")),
]
# Where on the page a rule's no belongs.
_PLACES = {
    "status.lacks_sentence": "sentence",
    "status.better_than_plan": "sentence",
    "status.lacks_track": "track",
    "status.need_in_past": "need_by",
    "status.need_without_question": "need_question",
}
_MORE = ("happened", "next_steps", "forecast_cost_tdkk", "milestone_changes")


class StatusForm(Form):
    """A light, a sentence, the end expected now, and whether a decision is needed. The rest comes where it is wanted."""

    light = forms.ChoiceField(label=_("Hvordan går det?"), choices=LIGHTS, widget=forms.RadioSelect)
    sentence = TextLine(
        label=_("Sig det i én sætning"),
        max_length=300,
        help_text=_("Gul og rød skal forklares: hvad er galt, og hvad gøres der?"),
    )
    forecast_end = DayField(label=_("Forventes færdigt"), required=False)
    need = forms.ChoiceField(
        label=_("Er der behov for en beslutning?"),
        choices=[("nej", _("Nej")), ("ja", _("Ja"))],
        initial="nej",
        required=False,
        widget=forms.RadioSelect,
    )
    need_question = TextLine(
        label=_("Hvad skal besluttes?"), max_length=300, help_text=_("Det kommer på listen over beslutningsbehov.")
    )
    need_by = DayField(label=_("Ønskes besluttet senest"), required=False)
    track = forms.ChoiceField(
        label=_("Hvad gøres der ved det?"),
        choices=[(track.value, words) for track, words in TRACK.items()],
        required=False,
        widget=forms.RadioSelect,
    )
    track_by = DayField(label=_("Hvornår er det gjort?"), required=False)
    track_owner_id = KeyField(label=_("Hvem gør det?"), required=False)
    happened = LongText(label=_("Sket siden sidst"), rows=3, required=False)
    next_steps = LongText(label=_("Det næste"), rows=3, required=False)
    forecast_cost_tdkk = MoneyField(
        label=_("Forventet økonomi i alt (1.000 kr.)"),
        required=False,
        max_digits=12,
        decimal_places=1,
        error_messages={"invalid": _("Skriv et tal, for eksempel 1.250 for 1,25 mio. kr.")},
    )
    milestone_changes = LongText(label=_("Forslag til nye milepælsdatoer"), rows=2, required=False)

    def __init__(
        self,
        *args: Any,
        project: Project,
        parameters: Sequence[StatusParameter],
        asked: frozenset[str],
        on: date,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.is_local = project.category == Category.LOCAL
        self.parameters = [row for row in parameters if row.key in asked or row.when_troubled]
        self.asked = asked
        owner = self.fields["track_owner_id"]
        assert isinstance(owner, forms.ChoiceField)
        owner.choices = people_choices(on, empty=_("Mig"))
        if self.is_local:
            for name in ("need", "need_question", "need_by", "track", "track_by", "track_owner_id"):
                del self.fields[name]
        for row in self.parameters:
            self.fields |= _fields_of(row, must=row.key in asked)
        dress(self)

    def four(self) -> list[forms.BoundField]:
        """The first three of the four questions; the need for a decision has its own place."""
        return [self[name] for name in ("light", "sentence", "forecast_end")]

    def always(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The parameters that are asked of this project whatever its light."""
        return [self._parameter(row) for row in self.parameters if row.key in self.asked]

    def when_troubled(self) -> list[tuple[str, list[forms.BoundField]]]:
        """The parameters that come by themselves when the light is not green."""
        return [self._parameter(row) for row in self.parameters if row.key not in self.asked]

    def _parameter(self, row: StatusParameter) -> tuple[str, list[forms.BoundField]]:
        return row.name, [self[f"{row.key}-{part}"] for part in ("light", "text", "trend")]

    def more(self) -> list[forms.BoundField]:
        """The fields under "Mere"."""
        return [self[name] for name in _MORE]

    def more_is_open(self) -> bool:
        """Whether "Mere" has something in it, or something to mend."""
        return any(field.errors or field.value() for field in self.more())

    def clean(self) -> dict[str, Any]:
        """Without a need there is no question."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("need") == "nej":
            data["need_question"], data["need_by"] = "", None
        elif data.get("need") == "ja" and not data.get("need_question"):
            self.add_error("need_question", _("Skriv det spørgsmål, der skal besluttes."))
        return data

    def report(self) -> Mapping[str, Any]:
        """The arguments of the action."""
        data = self.cleaned_data
        found = {name: data[name] for name in ("light", "sentence", "forecast_end", *_MORE)}
        if not self.is_local:
            found |= {name: data[name] for name in ("need_question", "need_by")}
            if data["light"] in TROUBLED:
                found |= {name: data[name] for name in ("track", "track_by", "track_owner_id")}
        found["marks"] = [
            {"key": row.key, **{part: data[f"{row.key}-{part}"] for part in ("light", "text", "trend")}}
            for row in self.parameters
            if row.key in self.asked or data["light"] in TROUBLED
        ]
        return found

    def take(self, refused: Refused) -> bool:
        """Put a rule's no beside the field it is about. False where it belongs to no field of this form."""
        placed = [(self._place_of(reason.code, reason.facts), reason) for reason in refused.reasons]
        if not all(name in self.fields for name, _reason in placed):
            return False
        for name, reason in placed:
            self.add_error(name, f"{sentence(reason)} {way(reason)}")
        return True

    def _place_of(self, code: str, facts: Mapping[str, Any]) -> str:
        if code == "status.lacks_parameters":
            blank = [
                row.key for row in self.parameters if row.key in self.asked and not self.data.get(f"{row.key}-light")
            ]
            return f"{blank[0]}-light" if blank else ""
        if code.startswith("status.parameter_"):
            return next((f"{row.key}-text" for row in self.parameters if row.name == facts.get("name")), "")
        return _PLACES.get(code, "")


def _fields_of(row: StatusParameter, *, must: bool) -> dict[str, forms.Field]:
    blank = [] if must else [("", _("Ikke vurderet"))]
    first = [("", _("Vælg"))] if must else blank
    trends = [("", _("Regnes ud fra sidst")), *((trend.value, words) for trend, words in TREND.items())]
    return {
        f"{row.key}-light": forms.ChoiceField(
            label=row.name, choices=[*first, *PARAMETER_LIGHT.items()], required=False
        ),
        f"{row.key}-text": TextLine(label=_("%(name)s, forklaring") % {"name": row.name}, max_length=300),
        f"{row.key}-trend": forms.ChoiceField(
            label=_("%(name)s, udvikling") % {"name": row.name}, choices=trends, required=False
        ),
    }


class OpinionForm(Form):
    """Another light beside the project's own."""

    light = forms.ChoiceField(
        label=_("Din vurdering"),
        choices=[*LIGHTS, (Light.NONE.value, _("Ingen anden vurdering"))],
        widget=forms.RadioSelect,
    )
    sentence = TextLine(label=_("Hvorfor?"), max_length=300, help_text=_("Står ved siden af projektets egen status."))


class ReturnForm(Form):
    """Why a status is sent back."""

    reason = LongText(label=_("Hvad skal rettes?"), rows=3)


class RoundForm(Form):
    """A new round of status."""

    deadline = DayField(label=_("Svar senest"))
    meeting_on = DayField(label=_("Til mødet den"), required=False)
    message = LongText(
        label=_("Besked i mailen"), rows=3, required=False, max_length=1000, help_text=_("Kan undværes.")
    )


class ParameterForm(Form):
    """One thing that status is given on."""

    name = forms.CharField(label=_("Navn"), max_length=60)
    categories = forms.MultipleChoiceField(
        label=_("Spørg altid i"), required=False, choices=(), widget=forms.CheckboxSelectMultiple
    )
    large = forms.BooleanField(label=_("Spørg altid i større projekter"), required=False)
    when_troubled = forms.BooleanField(label=_("Spørg, når status er gul eller rød"), required=False)
    retired = forms.BooleanField(
        label=_("Ikke i brug længere"), required=False, help_text=_("Bliver stående i gamle statusser.")
    )

    def __init__(self, *args: Any, is_new: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        categories = self.fields["categories"]
        assert isinstance(categories, forms.MultipleChoiceField)
        categories.choices = [(category.value, words) for category, words in CATEGORY.items()]
        if is_new:
            del self.fields["retired"]

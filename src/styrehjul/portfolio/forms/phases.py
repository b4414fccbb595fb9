"""The forms of phases and gates. A whole phase is one form: rows that are emptied go, empty rows at the end are new."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.portfolio.actions import AnswerText
from styrehjul.portfolio.domain.life import Category
from styrehjul.portfolio.domain.phases import (
    Answer,
    CriterionKind,
    CriterionText,
    Demand,
    DocumentText,
    GateText,
    Outcome,
    Passer,
    PhaseText,
)
from styrehjul.portfolio.forms.fields import TextLine
from styrehjul.portfolio.labels import CATEGORY_SHORT
from styrehjul.portfolio.models import Phase, PhaseModel
from styrehjul.portfolio.phase_labels import ANSWER, CRITERION_KIND, DEMAND, OUTCOME, PASSER
from styrehjul.portfolio.queries.phases import SheetLine, gate_at
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText, dress

NEW_ROWS = 2


class PhaseModelForm(Form):
    """What a list of phases is called."""

    name = forms.CharField(label=_("Navn"), max_length=100)
    description = LongText(label=_("Hvad bruges den til?"), rows=2, required=False)


class PhaseNameForm(Form):
    """One more phase."""

    name = forms.CharField(label=_("Ny fase"), max_length=100)


class PhaseForm(Form):
    """A phase whole: its name, its documents, its gate and what the gate asks."""

    name = forms.CharField(label=_("Fasens navn"), max_length=100)
    description = LongText(label=_("Hvad sker der i fasen?"), rows=2, required=False)
    gate_name = TextLine(
        label=_("Faseovergangens navn"),
        max_length=100,
        help_text=_("For eksempel “Fra analyse til gennemførelse”. Uden navn er der ingen faseovergang."),
    )
    passer = forms.ChoiceField(label=_("Hvem lader projektet passere?"), choices=choices(PASSER))
    blocks = forms.BooleanField(label=_("Projektet kan ikke gå videre uden at passere"), required=False)
    version = HiddenVersion()

    def __init__(self, *args: Any, phase: Phase, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        gate = gate_at(phase)
        self._documents = list(phase.documents.all())
        self._criteria = list(gate.criteria.all()) if gate else []
        own: dict[str, Any] = {
            "name": phase.name,
            "description": phase.description,
            "version": phase.version,
            "gate_name": gate.name if gate else "",
            "passer": gate.passer if gate else Passer.OWNER.value,
            "blocks": gate.blocks if gate else False,
        }
        for name, value in own.items():
            self.fields[name].initial = value
        for number in range(len(self._documents) + NEW_ROWS):
            self._document_fields(number)
        for number in range(len(self._criteria) + NEW_ROWS):
            self._criterion_fields(number)
        dress(self)

    def _document_fields(self, number: int) -> None:
        row = self._documents[number] if number < len(self._documents) else None
        self.fields[f"d{number}_name"] = TextLine(label=_("Dokument"), max_length=100, initial=row.name if row else "")
        self.fields[f"d{number}_for"] = TextLine(
            label=_("Til hvem"), max_length=200, initial=row.for_whom if row else ""
        )
        self.fields[f"d{number}_demand"] = forms.ChoiceField(
            label=_("Skal det være der?"), choices=choices(DEMAND),
            initial=row.demand if row else Demand.REQUIRED.value,
        )  # fmt: skip

    def _criterion_fields(self, number: int) -> None:
        row = self._criteria[number] if number < len(self._criteria) else None
        self.fields[f"c{number}_text"] = TextLine(label=_("Kriterium"), max_length=300, initial=row.text if row else "")
        self.fields[f"c{number}_kind"] = forms.ChoiceField(
            label=_("Svares med"), choices=choices(CRITERION_KIND),
            initial=row.kind if row else CriterionKind.YES_NO.value,
        )  # fmt: skip
        self.fields[f"c{number}_blocking"] = forms.BooleanField(
            label=_("Skal være opfyldt"), required=False, initial=row.blocking if row else False
        )

    @property
    def head(self) -> list[Any]:
        """The phase's own fields."""
        return [self[name] for name in ("name", "description")]

    @property
    def gate_fields(self) -> list[Any]:
        """The gate's own fields."""
        return [self[name] for name in ("gate_name", "passer", "blocks")]

    @property
    def documents(self) -> list[list[Any]]:
        """A row of fields for each document."""
        return [
            [self[f"d{n}_{part}"] for part in ("name", "for", "demand")] for n in range(len(self._documents) + NEW_ROWS)
        ]

    @property
    def criteria(self) -> list[list[Any]]:
        """A row of fields for each criterion."""
        return [
            [self[f"c{n}_{part}"] for part in ("text", "kind", "blocking")]
            for n in range(len(self._criteria) + NEW_ROWS)
        ]

    def text(self) -> PhaseText:
        """The phase as it was written."""
        data = self.cleaned_data
        documents = tuple(
            DocumentText(
                data[f"d{n}_name"], data[f"d{n}_for"], data[f"d{n}_demand"],
                self._documents[n].pk if n < len(self._documents) else None,
            )
            for n in range(len(self._documents) + NEW_ROWS)
            if data[f"d{n}_name"]
        )  # fmt: skip
        criteria = tuple(
            CriterionText(
                data[f"c{n}_text"], data[f"c{n}_kind"], data[f"c{n}_blocking"],
                self._criteria[n].pk if n < len(self._criteria) else None,
            )
            for n in range(len(self._criteria) + NEW_ROWS)
            if data[f"c{n}_text"]
        )  # fmt: skip
        gate = GateText(data["gate_name"], data["passer"], data["blocks"], criteria) if data["gate_name"] else None
        return PhaseText(data["name"], data["description"], documents, gate)


class DefaultsForm(Form):
    """Which list a new project gets, by category and size."""

    def __init__(
        self, *args: Any, models: Sequence[PhaseModel], chosen: dict[tuple[str, bool], str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", _("Ingen")), *((model.code, model.name) for model in models)]
        for category in Category:
            for large in (False, True):
                words = str(CATEGORY_SHORT[category])
                self.fields[self._name(category.value, large)] = forms.ChoiceField(
                    label=_("%(category)s, større projekter") % {"category": words} if large else words,
                    choices=[("", _("Som de andre")), *offered[1:]] if large else offered,
                    required=False,
                    initial=chosen.get((category.value, large), ""),
                )
        dress(self)

    @staticmethod
    def _name(category: str, large: bool) -> str:
        return f"{category}_{'large' if large else 'all'}"

    def chosen(self) -> dict[tuple[str, bool], str]:
        """The choices by category and size."""
        return {
            (category.value, large): self.cleaned_data[self._name(category.value, large)]
            for category in Category
            for large in (False, True)
        }


class MappingForm(Form):
    """Where the projects of one list's phases are to stand in another."""

    reason = LongText(label=_("Hvorfor flyttes de?"), rows=2)

    def __init__(self, *args: Any, old: Sequence[tuple[str, str]], new: Sequence[Phase], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = [("", _("Vælg")), *((phase.key, phase.name) for phase in new)]
        same = {phase.key for phase in new}
        self._old = [key for key, _name in old]
        for key, name in old:
            self.fields[f"phase_{key}"] = forms.ChoiceField(
                label=_("Fra %(phase)s til") % {"phase": name}, choices=offered, required=bool(new),
                initial=key if key in same else "",
            )  # fmt: skip
        self.order_fields([*(f"phase_{key}" for key in self._old), "reason"])
        dress(self)

    def mapping(self) -> dict[str, str]:
        """Old phase -> new phase."""
        return {key: self.cleaned_data[f"phase_{key}"] for key in self._old if self.cleaned_data[f"phase_{key}"]}


class GateForm(Form):
    """The sheet of a gate, and how the project comes through it."""

    outcome = forms.ChoiceField(
        label=_("Hvad er udfaldet?"), widget=forms.RadioSelect, choices=choices(OUTCOME), initial=Outcome.PASSED.value
    )
    conditions = LongText(
        label=_("Betingelser"),
        rows=3,
        required=False,
        help_text=_("Én pr. linje. Hver bliver en opgave for projektlederen."),
    )
    due = DayField(label=_("Opfyldt senest"), required=False)
    reason = LongText(label=_("Hvorfor?"), rows=3, help_text=_("Begrundelsen står under ændringer siden sidste møde."))


class SheetForm(Form):
    """How each criterion stands."""

    def __init__(self, *args: Any, sheet: Sequence[SheetLine], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._sheet = sheet
        for line in sheet:
            key = line.criterion.pk
            if line.criterion.kind == CriterionKind.NUMBER:
                self.fields[f"n{key}"] = forms.DecimalField(
                    label=_("Tallet"),
                    max_digits=14,
                    decimal_places=2,
                    required=False,
                    localize=True,
                    initial=line.number,
                )
            offered = (
                [(value, words) for value, words in ANSWER.items() if value != Answer.NOT_RELEVANT]
                if not line.is_computed
                else []
            )
            self.fields[f"a{key}"] = forms.ChoiceField(
                label=_("Svar"),
                choices=[
                    ("", "–"),
                    *((v.value, w) for v, w in offered),
                    (Answer.NOT_RELEVANT.value, ANSWER[Answer.NOT_RELEVANT]),
                ],
                required=False,
                initial=line.answer if not line.is_computed or line.answer == Answer.NOT_RELEVANT else "",
            )
            self.fields[f"t{key}"] = TextLine(label=_("Bemærkning"), max_length=300, initial=line.note)
        dress(self)

    @property
    def lines(self) -> list[tuple[SheetLine, list[Any]]]:
        """Each criterion with its fields."""
        return [
            (
                line,
                [
                    self[f"{part}{line.criterion.pk}"]
                    for part in ("n", "a", "t")
                    if f"{part}{line.criterion.pk}" in self.fields
                ],
            )
            for line in self._sheet
        ]

    def answers(self) -> list[AnswerText]:
        """What was answered."""
        data = self.cleaned_data
        return [
            AnswerText(
                line.criterion.pk, data[f"a{line.criterion.pk}"], data[f"t{line.criterion.pk}"],
                _number(data.get(f"n{line.criterion.pk}")),
            )
            for line in self._sheet
        ]  # fmt: skip


def _number(value: Any) -> Decimal | None:
    return value if isinstance(value, Decimal) else None


class PhaseMoveForm(Form):
    """To which phase, and why."""

    phase = forms.ChoiceField(label=_("Fase"))
    reason = LongText(label=_("Hvorfor?"), rows=3, help_text=_("Begrundelsen står under ændringer siden sidste møde."))

    def __init__(self, *args: Any, phases: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["phase"]
        assert isinstance(field, forms.ChoiceField)
        if phases:
            field.choices = list(phases)
        else:
            del self.fields["phase"]


class DocumentForm(Form):
    """A file for a document of the project."""

    name = forms.CharField(label=_("Hvilket dokument?"), max_length=100)
    file = forms.FileField(label=_("Fil"), help_text=_("Højst 25 MB. En ny fil bliver en ny udgave; den gamle gemmes."))
    note = TextLine(label=_("Bemærkning"), max_length=300)


class TemplateForm(Form):
    """The file that people fill in to make a document."""

    file = forms.FileField(label=_("Skabelon"))

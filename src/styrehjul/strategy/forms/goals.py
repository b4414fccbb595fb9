"""What is asked about a goal, and about its relation to another strategy."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.people.choosing import PersonField
from styrehjul.strategy.domain.words import GoalKind
from styrehjul.strategy.forms.keys import KeyField, goals, strategies
from styrehjul.strategy.labels import GOAL_KIND, RELATION
from styrehjul.ui.forms import DayField, FoldedForm, Form, HiddenVersion, LongText


class GoalForm(FoldedForm):
    """A goal in its least form: what it is called, and when it applies. The rest behind "Mere"."""

    MORE = ("text", "number", "kind", "parent_id", "end", "end_reason", "replaced_by_id", "not_measured")

    title = forms.CharField(label=_("Mål"), max_length=200, help_text=_("En sætning, som alle forstår."))
    strategy_id = KeyField(label=_("Strategi"), required=False)
    owner_id = PersonField(label=_("Ejer"), required=False)
    start = DayField(label=_("Gælder fra"))
    text = LongText(label=_("Uddybning"), required=False, rows=4)
    number = forms.CharField(label=_("Nummer"), max_length=10, required=False, help_text=_("Fx 3 eller 3.1."))
    kind = forms.ChoiceField(
        label=_("Mål eller pejlemærke"), choices=choices(GOAL_KIND), required=False,
        help_text=_("Et pejlemærke viser vejen. Et mål kan nås."),
    )  # fmt: skip
    parent_id = KeyField(label=_("Delmål af"), required=False)
    end = DayField(
        label=_("Gælder til"), required=False, help_text=_("Et mål, der er slut, kan ikke få nye projekter.")
    )
    end_reason = forms.CharField(label=_("Hvorfor sluttede det?"), max_length=300, required=False)
    replaced_by_id = KeyField(label=_("Afløst af"), required=False)
    not_measured = forms.BooleanField(
        label=_("Måles ikke"), required=False, help_text=_("Det er i orden at have mål uden tal.")
    )
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, goal: int | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        owner = self.fields["owner_id"]
        assert isinstance(owner, PersonField)
        owner.offer(on, kept=self.initial.get("owner_id"))
        for name, rows in (
            ("strategy_id", strategies()),
            ("parent_id", goals(but=goal, whole=True)),
            ("replaced_by_id", goals(but=goal)),
        ):
            field = self.fields[name]
            assert isinstance(field, KeyField)
            field.offer(rows)

    def behind_open(self) -> bool:
        """A goal's kind is always chosen, so it opens nothing by itself."""
        return any(
            field.errors or field.value() not in (None, "", 0, False, GoalKind.GOAL.value) for field in self.behind()
        )

    def clean_kind(self) -> str:
        """A goal where nothing was said."""
        return self.cleaned_data["kind"] or GoalKind.GOAL.value


class RelationForm(Form):
    """What the goal is to another strategy, in one sentence."""

    strategy_id = KeyField(label=_("Strategi"))
    kind = forms.ChoiceField(label=_("Målet"), choices=choices(RELATION))
    sentence = forms.CharField(label=_("Hvordan, i én sætning"), max_length=300)
    contact_id = PersonField(label=_("Kontakt"), required=False)

    def __init__(self, *args: Any, on: date, own: int | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        strategy, contact = self.fields["strategy_id"], self.fields["contact_id"]
        assert isinstance(strategy, KeyField)
        assert isinstance(contact, PersonField)
        strategy.offer([row for row in strategies() if row[0] != own], none=_("Vælg"))
        contact.offer(on)

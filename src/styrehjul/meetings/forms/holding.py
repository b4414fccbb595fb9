"""What is written during a meeting: decisions, follow-ups and topics."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain.preparing import AdHoc
from styrehjul.meetings.forms.persons import PersonField
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.seats import day_of, item_kinds
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText

Choices = Sequence[tuple[str, Any]]


class FollowUpForm(Form):
    """Who does what after the meeting: exactly one responsible, and a date."""

    text = forms.CharField(label=_("Opfølgning"), max_length=300)
    responsible = PersonField(label=_("Ansvarlig"))
    due = DayField(label=_("Frist"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["responsible"].on = on  # type: ignore[attr-defined]  # a PersonField


class AdHocForm(Form):
    """An item that comes up at the table, and what lets it in."""

    title = forms.CharField(label=_("Punkt"), max_length=200)
    kind = forms.ChoiceField(label=_("Slags"))
    because = forms.ChoiceField(
        label=_("Hvorfor kan det komme på?"), choices=[(one.value, labels.AD_HOC[one]) for one in AdHoc],
        initial=AdHoc.AGREED.value,
    )  # fmt: skip
    responsible = PersonField(label=_("Ansvarlig"), required=False)

    def __init__(self, *args: Any, on: date, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["responsible"].on = on  # type: ignore[attr-defined]  # a PersonField


class TopicForm(Form):
    """One line under the standing item of current topics or general problems."""

    text = forms.CharField(label=_("Emne"), max_length=300)
    kind = forms.ChoiceField(label=_("Slags"))

    def __init__(self, *args: Any, kinds: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = list(kinds)  # type: ignore[attr-defined]  # a ChoiceField


class DecisionForm(Form):
    """What the body decided on one item."""

    version = HiddenVersion()
    outcome = forms.ChoiceField(label=_("Resultat"))
    text = LongText(label=_("Beslutning"), required=False, rows=4)
    waits = forms.BooleanField(label=_("Gælder først, når referatet er godkendt"), required=False)
    supersedes = forms.CharField(label=_("Ophæver en tidligere beslutning"), max_length=30, required=False)

    def __init__(self, *args: Any, outcomes: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["outcome"].choices = list(outcomes)  # type: ignore[attr-defined]  # a ChoiceField


def ad_hoc_form(found: Meeting, on: date, data: Any = None) -> AdHocForm:
    """The form for an item that comes up at the table."""
    return AdHocForm(data, on=on, kinds=item_kinds(found.body, day_of(found.starts_at)), prefix="nyt")

"""Preparing in more steps: an item is proposed, taken in or sent on, and read before it is ready."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain.preparing import SIDES
from styrehjul.meetings.forms.persons import PersonField, find_people
from styrehjul.people.models import Person
from styrehjul.ui.forms import DayField, Form, LongText

Choices = Sequence[tuple[Any, Any]]


class ProposeForm(Form):
    """*Foreslå et punkt*: a title, its kind and the body are enough."""

    title = forms.CharField(label=_("Hvad skal punktet handle om?"), max_length=200)
    body = forms.ChoiceField(label=_("Organ"))
    kind = forms.ChoiceField(label=_("Slags"))
    why_now = LongText(label=_("Hvorfor nu?"), required=False, rows=3)
    wished = forms.ChoiceField(label=_("Ønsket møde"), required=False)

    def __init__(self, *args: Any, bodies: Choices, kinds: Choices, meetings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, choices in (("body", bodies), ("kind", kinds), ("wished", [("", _("Det næste")), *meetings])):
            self.fields[name].choices = list(choices)  # type: ignore[attr-defined]  # a ChoiceField


class ReceiveForm(Form):
    """*Modtag*: on a meeting or to wait, and who writes it."""

    meeting = forms.ChoiceField(label=_("Møde"), required=False)
    responsible = PersonField(label=_("Ansvarlig, hvis det ikke er forslagsstilleren"), required=False)

    def __init__(self, *args: Any, on: date, meetings: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["meeting"].choices = [*meetings, ("", _("Venter på et møde"))]  # type: ignore[attr-defined]
        self.fields["responsible"].on = on  # type: ignore[attr-defined]  # a PersonField


class RedirectForm(Form):
    """*Send til andet organ*, with the reason to whoever proposed it."""

    body = forms.ChoiceField(label=_("Organ"))
    reason = LongText(label=_("Begrundelse"), rows=2)

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = list(bodies)  # type: ignore[attr-defined]  # a ChoiceField


class ReviewForm(Form):
    """*Send til gennemsyn*: who reads, one on each line, and the last day."""

    readers = LongText(
        label=_("Hvem skal læse det?"), help_text=_("Et navn eller en mailadresse på hver linje."), rows=3
    )
    due = DayField(label=_("Svar senest"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.on = on

    def clean_readers(self) -> list[Person]:
        """Everybody named; an error that says which line nobody answers to."""
        found = []
        for line in filter(None, (line.strip() for line in self.cleaned_data["readers"].splitlines())):
            people = find_people(line, self.on)
            if len(people) != 1:
                raise ValidationError(
                    _('Vi kender ikke én bestemt med navnet "%(name)s". Skriv mailadressen.') % {"name": line}
                )
            found += people
        return found


class ChecksForm(Form):
    """*Bed om kontrol*: one person for each side; a side left empty is asked of nobody."""

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for side in SIDES:
            self.fields[side.value] = PersonField(label=labels.CHECK[side], required=False, on=on)

    def clean(self) -> dict[str, Any]:
        """Somebody must be named."""
        found = super().clean() or self.cleaned_data
        if not self.errors and not self.asked(found):
            raise ValidationError(_("Skriv mindst ét navn."))
        return found

    def asked(self, found: dict[str, Any]) -> dict[str, Person]:
        """Side -> who is asked."""
        return {side.value: found[side.value] for side in SIDES if found.get(side.value)}


class CheckAnswerForm(Form):
    """No remarks, or one; the chief says yes, or no and why."""

    answer = forms.ChoiceField(label=_("Dit svar"), widget=forms.RadioSelect)
    remark = LongText(label=_("Bemærkning"), required=False, rows=4)

    def __init__(self, *args: Any, chief: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        words = labels.CHIEF_ANSWER if chief else labels.CHECK_ANSWER
        self.fields["answer"].choices = list(words.items())  # type: ignore[attr-defined]  # a ChoiceField
        if chief:
            self.fields["remark"].label = _("Begrundelse, hvis du siger nej")


class ReviewAnswerForm(Form):
    """OK, or what should be otherwise."""

    answer = forms.ChoiceField(label=_("Dit svar"), widget=forms.RadioSelect, choices=list(labels.REVIEW.items()))
    comment = LongText(label=_("Bemærkning"), required=False, rows=4)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["answer"].choices = list(labels.REVIEW.items())  # type: ignore[attr-defined]  # a ChoiceField

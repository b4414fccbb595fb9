"""What is asked about briefings."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from styrehjul.briefings.domain.states import Audience
from styrehjul.briefings.domain.text import Line, Section
from styrehjul.briefings.labels import AUDIENCE
from styrehjul.people.choosing import PersonField
from styrehjul.ui.forms import Form, HiddenVersion

OWN = "own"


class BriefingForm(Form):
    """The title and the few lines that are written by hand. The lines of the sections stand beside."""

    title = forms.CharField(label=_("Titel"), max_length=200)
    summary = forms.CharField(
        label=_("Kort fortalt"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Tre til fem linjer: hvad er besluttet, og hvad er der brug for?"),
    )
    restricted = forms.BooleanField(
        label=_("Kun modtagerne og organet må læse den"),
        required=False,
        help_text=_("Sæt kryds, når du selv har skrevet noget ind fra et lukket punkt."),
    )
    version = HiddenVersion()


def edited(post: QueryDict, sections: Sequence[Section]) -> tuple[Section, ...]:
    """The sections as the page's fields say: which lines are told, their words, and what was added."""
    found = []
    for place, section in enumerate(with_own(sections)):
        lines = [
            Line(post.get(f"text-{place}-{at}", line.text).strip(), line.url, f"told-{place}-{at}" in post)
            for at, line in enumerate(section.lines)
        ]
        added = post.get(f"new-{place}", "").strip()
        found.append(Section(section.key, section.heading, (*lines, *([Line(added)] if added else []))))
    return tuple(section for section in found if section.lines)


def with_own(sections: Sequence[Section]) -> tuple[Section, ...]:
    """With a section for what nobody but the writer knows of."""
    if any(section.key == OWN for section in sections):
        return tuple(sections)
    return (*sections, Section(OWN, str(_("Andet"))))


def moved(text: str) -> tuple[int, int] | None:
    """The line that is to go a place up: "up-2-3"."""
    parts = text.split("-")
    if len(parts) == 3 and parts[0] == "up" and all(part.isdecimal() and len(part) < 4 for part in parts[1:]):
        return int(parts[1]), int(parts[2])
    return None


class SendForm(Form):
    """Whom it goes to."""

    audiences = forms.MultipleChoiceField(
        label=_("Send til"),
        choices=[(audience.value, words) for audience, words in AUDIENCE.items()],
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    version = HiddenVersion()

    def chosen(self) -> list[Audience]:
        """The audiences."""
        return [Audience(value) for value in self.cleaned_data["audiences"]]


class ReturnForm(Form):
    """What the chair wants changed."""

    because = forms.CharField(label=_("Hvad skal ændres?"), max_length=1000, widget=forms.Textarea(attrs={"rows": 3}))


class ReceiverForm(Form):
    """One more to send to."""

    person = PersonField(label=_("Tilføj en person"))

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        person = self.fields["person"]
        assert isinstance(person, PersonField)
        person.offer(on, nobody=_("Vælg"))


class SettingsForm(Form):
    """What the municipality wants of its briefings."""

    chair_approves = forms.BooleanField(label=_("Formanden godkender, før der sendes"), required=False)
    asks_receipt = forms.BooleanField(label=_("Modtagerne siger, at de har læst"), required=False)
    version = HiddenVersion()

"""A meeting as an appointment: when, where, and why it is moved or called off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.danish import ZONE
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText

Choices = Sequence[tuple[str, Any]]


class WhenForm(Form):
    """A day, from and to, and a place."""

    day = DayField(label=_("Dato"))
    start = forms.TimeField(label=_("Begynder kl."), widget=forms.TimeInput())
    end = forms.TimeField(label=_("Slutter kl."), widget=forms.TimeInput())

    def clean(self) -> dict[str, Any]:
        """A meeting ends after it begins."""
        data = super().clean() or {}
        if data.get("start") and data.get("end") and data["end"] <= data["start"]:
            self.add_error("end", str(_("Mødet skal slutte, efter det begynder.")))
        return data

    def moments(self) -> tuple[datetime, datetime]:
        """Start and end as moments in Danish time."""
        day: date = self.cleaned_data["day"]
        start: time = self.cleaned_data["start"]
        end: time = self.cleaned_data["end"]
        return datetime.combine(day, start, ZONE), datetime.combine(day, end, ZONE)


class MoveForm(WhenForm):
    """Where a meeting is moved to. `version` is the meeting's as the reader saw it."""

    version = HiddenVersion()


class ExtraMeetingForm(WhenForm):
    """An extra meeting of one body: it carries no standing items unless they are chosen."""

    body = forms.ChoiceField(label=_("Organ"))
    place = forms.CharField(label=_("Sted"), max_length=160, required=False)

    field_order = ("body", "day", "start", "end", "place")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = list(bodies)  # type: ignore[attr-defined]  # a ChoiceField


class HeldMeetingForm(WhenForm):
    """A meeting from before the product was taken into use, with its minutes as the file they are."""

    body = forms.ChoiceField(label=_("Organ"))
    file = forms.FileField(label=_("Referatet"), help_text=_("En PDF på højst 25 MB."))

    field_order = ("body", "day", "start", "end", "file")

    def __init__(self, *args: Any, bodies: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["body"].choices = list(bodies)  # type: ignore[attr-defined]  # a ChoiceField


class RoomForm(Form):
    """Where the meeting is, and what became of the room."""

    place = forms.CharField(label=_("Sted eller lokale"), max_length=160, required=False)
    link = forms.URLField(label=_("Link til videomøde"), max_length=300, required=False, assume_scheme="https")
    room_state = forms.ChoiceField(label=_("Booking af lokalet"))
    room_reference = forms.CharField(
        label=_("Reference"),
        max_length=120,
        required=False,
        help_text=_("Bookingens nummer, eller hvem der har sagt ja."),
    )
    room_address = forms.EmailField(
        label=_("Lokalets mailadresse"),
        required=False,
        help_text=_("Har lokalet sin egen postkasse, indkaldes det sammen med deltagerne og svarer selv."),
    )

    def __init__(self, *args: Any, states: Choices, places: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["room_state"].choices = list(states)  # type: ignore[attr-defined]  # a ChoiceField
        self.places = places
        if places:
            self.fields["place"].widget.attrs["list"] = "places"


class RoomKeptForm(Form):
    """A room with a calendar of its own."""

    name = forms.CharField(
        label=_("Lokalets navn"), max_length=160, help_text=_("Som det skrives, når et møde får sit sted.")
    )
    address = forms.EmailField(label=_("Lokalets mailadresse"))


class CallYearForm(Form):
    """Where the year's meetings are held, for those that have no place yet."""

    place = forms.CharField(label=_("Sted for møder uden sted"), max_length=160, required=False)


class ReasonForm(Form):
    """A reason that is kept with what was done."""

    reason = LongText(label=_("Begrundelse"), rows=3)

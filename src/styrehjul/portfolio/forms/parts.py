"""What the forms of a project's parts share: who they are for, and lists to choose from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.domain.quarters import between, quarter_day, quarter_words, shifted
from styrehjul.portfolio.forms.fields import Choices, KeyField, TextLine
from styrehjul.portfolio.models import Project
from styrehjul.ui.forms import Form, HiddenVersion, MoneyField

AHEAD = 16
BEHIND = 4


class PartForm(Form):
    """A form of one row of a project: `row` is the row that is changed, None for a new one.

    `more` names the fields that stand behind "Mere".
    """

    version = HiddenVersion()
    MORE: tuple[str, ...] = ()

    def __init__(self, *args: Any, project: Project, on: date, row: Any = None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project, self.on, self.row = project, on, row
        if row is not None:
            self.initial = {**self.initial_of(row), "version": row.version, **self.initial}
        self.prepare()

    def initial_of(self, row: Any) -> dict[str, Any]:
        """What the row holds, under the names of the fields."""
        found = {name: getattr(row, name) for name in self.fields if hasattr(row, name)}
        return {name: value.isoformat() if isinstance(value, date) else value for name, value in found.items()}

    def prepare(self) -> None:
        """Fill the lists to choose from, and take away what is not asked of this row."""

    def choose(self, name: str, choices: Choices) -> None:
        """Give a field its list."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def main(self) -> list[forms.BoundField]:
        """The fields that stand open."""
        return [field for field in self.visible_fields() if field.name not in self.MORE]

    def more(self) -> list[forms.BoundField]:
        """The fields behind "Mere"."""
        return [self[name] for name in self.MORE if name in self.fields]

    def more_is_open(self) -> bool:
        """ "Mere" stands open where something in it is wrong or filled."""
        return any(field.errors or field.value() not in (None, "", False) for field in self.more())


class QuarterField(forms.TypedChoiceField):
    """A quarter, from a year ago to four years ahead; its value is the quarter's first day."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=date.fromisoformat, empty_value=None, **kwargs)


def quarters(on: date, kept: date | None = None) -> Choices:
    """The quarters to choose from, and the one that is set already."""
    now = quarter_day(on)
    days = list(between(shifted(now, -BEHIND), shifted(now, AHEAD)))
    if kept is not None and kept not in days:
        days.insert(0, kept)
    return [("", _("Vælg")), *((day.isoformat(), quarter_words(day)) for day in days)]


class Amount(MoneyField):
    """A number that may be left out, the Danish way: "1.250,5"."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        kwargs.setdefault("max_digits", 12)
        kwargs.setdefault("decimal_places", 1)
        kwargs.setdefault("error_messages", {"invalid": _("Skriv et tal, for eksempel 1.250,5.")})
        super().__init__(**kwargs)


__all__ = ["Amount", "KeyField", "PartForm", "QuarterField", "TextLine", "quarters"]

"""A field to pick a person with."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.people.models import OrgUnit, Person


class PersonField(forms.TypedChoiceField):
    """One person, as a key; None when nobody is chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)

    def offer(self, on: date, *, kept: int | None = None, nobody: Any = "") -> None:
        """Everybody who is here that day, and the one who is chosen already. `nobody` is said where none is chosen."""
        rows = list(Person.objects.on(on).order_by("name").values_list("pk", "name", "title"))
        if kept and kept not in [pk for pk, _name, _title in rows]:
            rows += list(Person.objects.filter(pk=kept).values_list("pk", "name", "title"))
        self.choices = [
            ("", nobody or _("Kendes ikke")),
            *((str(pk), f"{name}, {title}" if title else name) for pk, name, title in rows),
        ]


class UnitField(forms.TypedChoiceField):
    """One unit, as a key; None when none is chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)

    def offer(self, on: date) -> None:
        """The units of that day."""
        rows = OrgUnit.objects.on(on).order_by("name").values_list("pk", "name")
        self.choices = [("", _("Ikke valgt")), *((str(pk), name) for pk, name in rows)]

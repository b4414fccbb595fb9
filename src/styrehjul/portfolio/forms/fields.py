"""What the portfolio's forms share: fields, and lists to choose from."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.days import quarter_end, quarter_of
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit, Person
from styrehjul.portfolio.domain.record import said
from styrehjul.systems.models import System

UNKNOWN = _("Kendes ikke")
QUARTERS_AHEAD = 14
Choices = list[tuple[str, Any]]


class KeyField(forms.TypedChoiceField):
    """A choice of one row, as its key; None when nothing is chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)


class KeysField(forms.TypedMultipleChoiceField):
    """A choice of several rows, as their keys."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, required=False, **kwargs)

    def to_python(self, value: Any) -> list[str]:
        """Empty ones are no choice."""
        return [one for one in super().to_python(value) if one]


class TextLine(forms.CharField):
    """One line of text that may be left out."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("required", False)
        super().__init__(**kwargs)


def people_choices(on: date, *, empty: Any = UNKNOWN) -> Choices:
    """Everybody who is here that day, by name."""
    rows = Person.objects.on(on).order_by("name").values_list("pk", "name", "title")
    return [("", empty), *((str(pk), f"{name}, {title}" if title else name) for pk, name, title in rows)]


def area_choices(on: date) -> Choices:
    """The fagchefområder; every unit where the municipality has not said which they are."""
    units = OrgUnit.objects.on(on).order_by("name")
    areas = list(units.filter(kind=UnitKind.DEPARTMENT_AREA.value).values_list("pk", "name"))
    found = areas or list(units.values_list("pk", "name"))
    return [("", _("Vælg")), *((str(pk), name) for pk, name in found)]


def system_choices() -> Choices:
    """Every system of the municipality."""
    rows = System.objects.order_by("name").values_list("pk", "name")
    return [(str(pk), name) for pk, name in rows]


def unit_choices(on: date, within: frozenset[int] | None = None) -> Choices:
    """Units that day; `within` keeps those of a local coordinator."""
    units = OrgUnit.objects.on(on).order_by("name")
    rows = units.filter(pk__in=within) if within is not None else units
    return [("", _("Vælg")), *((str(pk), name) for pk, name in rows.values_list("pk", "name"))]


def quarter_choices(on: date, kept: date | None = None, precision: str = "") -> Choices:
    """Ends of the coming quarters, and the day that is set already."""
    year, quarter = on.year, quarter_of(on)
    ends = []
    for _step in range(QUARTERS_AHEAD):
        ends.append((quarter_end(year, quarter), f"{quarter}. kvartal {year}"))
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)
    if kept and kept not in [end for end, _words in ends]:
        ends.insert(0, (kept, said(kept, precision)))
    return [("", UNKNOWN), *((end.isoformat(), words) for end, words in ends)]

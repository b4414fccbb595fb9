"""One person, typed by name or mail address."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from styrehjul.people.models import Person


class PersonField(forms.CharField):
    """One person, typed by name or mail address; the browser suggests those that work with governance.

    A list of all employees would be thousands of lines on a phone, so it is a text field that is looked up.
    """

    def __init__(self, *, on: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("widget", forms.TextInput(attrs={"list": "people", "autocomplete": "off"}))
        super().__init__(**kwargs)
        self.on = on

    def prepare_value(self, value: Any) -> Any:
        """A person shows as the name."""
        return value.name if isinstance(value, Person) else value

    def clean(self, value: Any) -> Any:
        """The one person meant; an error that says what to type when there are none or several."""
        text = super().clean(value)
        if not text:
            return None
        found = find_people(text, self.on)
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(_("Der er flere, der hedder sådan. Skriv e-mailadressen."))
        raise ValidationError(_("Vi kender ingen med det navn eller den e-mailadresse."))


def find_people(text: str, on: date | None) -> list[Person]:
    """People whose address or whole name is `text`; "Anna Friis (anna@kommune.dk)" means the address."""
    if text.endswith(")") and "(" in text:
        text = text[text.rindex("(") + 1 : -1]
    people = Person.objects.on(on) if on else Person.objects.all()
    if "@" in text:
        return list(people.filter(email__iexact=text.strip())[:2])
    return list(people.filter(name__iexact=text.strip())[:2])

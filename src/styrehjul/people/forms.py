"""What administrators type about people, units, posts, roles and accounts, and what a person types to get in."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.choices import choices
from styrehjul.people import labels
from styrehjul.people.domain.roles import Role, UnitKind
from styrehjul.people.models import OrgUnit, Person, UnitGroup
from styrehjul.people.queries import UnitNode, unit_tree
from styrehjul.ui.forms import DayField, Form, HiddenVersion


class PersonField(forms.CharField):
    """One person, typed by name or mail address; the browser suggests. A list of every employee suits no phone."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 200)
        kwargs.setdefault("help_text", _("Skriv navnet eller mailadressen."))
        kwargs.setdefault("widget", forms.TextInput(attrs={"list": "people", "autocomplete": "off"}))
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        return value.name if isinstance(value, Person) else value

    def clean(self, value: Any) -> Any:
        """The one person meant, or an error that says what to type."""
        text = super().clean(value).strip()
        if not text:
            return None
        if text.endswith(")") and "(" in text:
            text = text[text.rindex("(") + 1 : -1]
        field = "email__iexact" if "@" in text else "name__iexact"
        found = list(Person.objects.filter(**{field: text})[:2])
        if len(found) == 1:
            return found[0]
        if found:
            raise ValidationError(_("Der er flere, der hedder sådan. Skriv mailadressen."))
        raise ValidationError(_("Vi kender ingen med det navn eller den mailadresse. Opret personen først."))


def unit_choices(on: date, *, empty: str = "") -> list[tuple[str, str]]:
    """Units for a list to choose from, each set in under the one above it."""
    rows = [(str(node.unit.pk), _set_in(node)) for node in unit_tree(on)]
    return [("", empty or str(_("Ingen"))), *rows]


def _set_in(node: UnitNode) -> str:
    return f"{'– ' * node.depth}{node.unit.name}"


class UnitField(forms.TypedChoiceField):
    """One unit of the tree."""

    def __init__(self, *, on: date | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("coerce", _unit)
        kwargs.setdefault("empty_value", None)
        super().__init__(**kwargs)
        if on is not None:
            self.choices = unit_choices(on)

    def prepare_value(self, value: Any) -> Any:
        return str(value.pk) if isinstance(value, OrgUnit) else value


def _unit(value: str) -> OrgUnit:
    return OrgUnit.objects.get(pk=int(value))


class PersonForm(Form):
    """A person."""

    name = forms.CharField(label=_("Navn"), max_length=160)
    email = forms.EmailField(label=_("Mailadresse"), required=False, help_text=_("Den, personen logger ind med."))
    title = forms.CharField(label=_("Titel"), max_length=160, required=False)
    unit = UnitField(label=_("Enhed"), required=False)
    is_leader = forms.BooleanField(label=_("Er leder"), required=False)
    start = DayField(label=_("Her fra"), required=False, help_text=_("Tom: har altid været her."))
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit_choices(on)  # type: ignore[attr-defined]  # a UnitField


class UnitForm(Form):
    """A unit of the tree."""

    name = forms.CharField(label=_("Navn"), max_length=160)
    short_name = forms.CharField(label=_("Kort navn"), max_length=40, required=False)
    kind = forms.ChoiceField(label=_("Slags"), initial=UnitKind.DEPARTMENT.value)
    parent = UnitField(label=_("Ligger under"), required=False)
    groups = forms.ModelMultipleChoiceField(
        label=_("Hører til"), queryset=UnitGroup.objects.none(), required=False, widget=forms.CheckboxSelectMultiple,
        help_text=_("De områder, som kommissoriet taler om."),
    )  # fmt: skip
    code = forms.ChoiceField(
        label=_("Kaldes i kommissoriet"), required=False, help_text=_("Når kommissoriet nævner netop denne enhed.")
    )
    start = DayField(label=_("Findes fra"), required=False)
    end = DayField(label=_("Findes til og med"), required=False)
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, named: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["kind"].choices = choices(labels.UNIT_KIND)  # type: ignore[attr-defined]  # a ChoiceField
        self.fields["parent"].choices = unit_choices(on)  # type: ignore[attr-defined]  # a UnitField
        self.fields["groups"].queryset = UnitGroup.objects.order_by("name")  # type: ignore[attr-defined]  # as its name
        self.fields["code"].choices = [("", _("Nævnes ikke")), *named]  # type: ignore[attr-defined]  # a ChoiceField


class LastDayForm(Form):
    """When something ends."""

    last_day = DayField(label=_("Sidste dag"))


class PostForm(Form):
    """A post."""

    title = forms.CharField(label=_("Stilling"), max_length=160, help_text=_("Som den hedder i kommissoriet."))
    unit = UnitField(label=_("Enhed"), required=False)
    heads_unit = forms.BooleanField(label=_("Er chef for enheden"), required=False)
    version = HiddenVersion()

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit_choices(on)  # type: ignore[attr-defined]  # a UnitField


class PostHolderForm(Form):
    """Who has a post from a day."""

    person = PersonField(label=_("Person"), required=False)
    start = DayField(label=_("Fra"))


class RoleForm(Form):
    """A role for a person."""

    role = forms.ChoiceField(label=_("Rolle"), choices=choices(labels.ROLE))
    unit = UnitField(label=_("Enhed"), required=False, help_text=_("Kun for en lokal koordinator."))
    start = DayField(label=_("Fra"))
    end = DayField(label=_("Til og med"), required=False)

    def __init__(self, *args: Any, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["unit"].choices = unit_choices(on)  # type: ignore[attr-defined]  # a UnitField

    def clean_role(self) -> Role:
        return Role(self.cleaned_data["role"])


class AccessForm(Form):
    """The first sign-in by a one-time address: a password; and who one is, where nobody has said it."""

    name = forms.CharField(label=_("Dit navn"), max_length=160, widget=forms.TextInput(attrs={"autocomplete": "name"}))
    email = forms.EmailField(label=_("Din mailadresse"), widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    password = forms.CharField(
        label=_("Vælg en adgangskode"), max_length=128, strip=False,
        help_text=_("Mindst 15 tegn, gerne en sætning du kan huske. Du må gerne sætte den ind fra et andet program."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )  # fmt: skip

    def __init__(self, *args: Any, person: Person | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if person is not None:
            del self.fields["email"]
            if person.name != person.email:
                del self.fields["name"]

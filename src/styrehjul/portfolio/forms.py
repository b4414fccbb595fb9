"""What people fill in about projects. A form's `cleaned_data` are the arguments of an action."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel.days import quarter_end, quarter_of
from styrehjul.people.domain.roles import UnitKind
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.queries import coordinated_units
from styrehjul.portfolio.domain.commands import CATEGORIES, ROLES, SUBTYPES
from styrehjul.portfolio.domain.deeds import Deed
from styrehjul.portfolio.domain.life import Category, Light, Subtype
from styrehjul.portfolio.labels import SUBTYPE
from styrehjul.portfolio.models import Project
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText, MoneyField

UNKNOWN = _("Kendes ikke")
QUARTERS_AHEAD = 14
Choices = list[tuple[str, Any]]


class KeyField(forms.TypedChoiceField):
    """A choice of one row, as its key; None when nothing is chosen."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(coerce=int, empty_value=None, **kwargs)


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


def unit_choices(on: date, within: frozenset[int] | None = None) -> Choices:
    """Units that day; `within` keeps those of a local coordinator."""
    units = OrgUnit.objects.on(on).order_by("name")
    rows = units.filter(pk__in=within) if within is not None else units
    return [("", _("Vælg")), *((str(pk), name) for pk, name in rows.values_list("pk", "name"))]


def quarter_choices(on: date, kept: date | None = None) -> Choices:
    """Ends of the coming quarters, and the day that is set already."""
    year, quarter = on.year, quarter_of(on)
    ends = []
    for _step in range(QUARTERS_AHEAD):
        ends.append((quarter_end(year, quarter), f"{quarter}. kvartal {year}"))
        year, quarter = (year + 1, 1) if quarter == 4 else (year, quarter + 1)
    if kept and kept not in [end for end, _words in ends]:
        ends.insert(0, (kept, f"{kept:%d.%m.%Y}"))
    return [("", UNKNOWN), *((end.isoformat(), words) for end, words in ends)]


class ProposalForm(Form):
    """Six questions on one page. Three answers are needed: the title, the area and why."""

    title = forms.CharField(label=_("Hvad skal projektet hedde?"), max_length=200)
    summary = LongText(label=_("Hvad går det ud på?"), required=False, rows=3, help_text=_("En eller to sætninger."))
    lead_area_id = KeyField(label=_("Fagchefområde"), help_text=_("Det område, der har ansvaret."))
    org_unit_id = KeyField(label=_("Enhed"), required=False)
    planned_end = forms.TypedChoiceField(
        label=_("Ønsket færdigt"), required=False, coerce=date.fromisoformat, empty_value=None
    )
    outside_deadline = TextLine(
        label=_("Frist udefra"), max_length=200, help_text=_("For eksempel en lov, der træder i kraft.")
    )
    purpose = LongText(label=_("Hvorfor skal det laves?"), rows=3)
    goal = TextLine(label=_("Hvilket mål bidrager det til?"), max_length=300)
    users = TextLine(label=_("Hvem skal bruge det?"), max_length=300)
    owner_id = KeyField(label=_("Projektejer"), required=False)
    manager_id = KeyField(label=_("Projektleder"), required=False)
    cost_tdkk = MoneyField(
        label=_("Penge i 1.000 kr."),
        required=False,
        max_digits=12,
        decimal_places=1,
        help_text=_("Lad stå tomt, hvis det ikke kendes."),
        error_messages={"invalid": _("Skriv et tal, for eksempel 1.250 for 1,25 mio. kr.")},
    )
    hours = MoneyField(
        label=_("Timer"),
        required=False,
        max_digits=9,
        decimal_places=1,
        min_value=0,
        error_messages={"invalid": _("Skriv et tal, for eksempel 300.")},
    )
    gain = TextLine(label=_("Hvad får vi ud af det?"), max_length=300)
    category = forms.ChoiceField(
        label=_("Kategori"),
        choices=[
            (Category.CROSS.value, _("Tværkommunalt eller eget tværgående")),
            (Category.NATIONAL.value, _("Nationalt eller fælleskommunalt")),
        ],
        initial=Category.CROSS.value,
        widget=forms.RadioSelect,
    )
    subtype = forms.ChoiceField(
        label=_("Undertype"),
        choices=[(kind.value, words) for kind, words in sorted(SUBTYPE.items(), reverse=True)],
        initial=Subtype.OWN_CROSS.value,
        required=False,
        widget=forms.RadioSelect,
    )
    partners = TextLine(
        label=_("Andre kommuner og partnere"), max_length=300, help_text=_("Skal udfyldes for tværkommunale projekter.")
    )
    external_owner = TextLine(
        label=_("Ejer uden for kommunen"),
        max_length=200,
        help_text=_(
            "Skal udfyldes for nationale og fælleskommunale projekter, for eksempel KL, KOMBIT eller et ministerium."
        ),
    )
    version = HiddenVersion()

    QUESTIONS = (
        (_("Hvad?"), ("title", "summary")),
        (_("Hvorfor?"), ("purpose", "goal")),
        (_("Hvor?"), ("lead_area_id", "org_unit_id")),
        (_("Hvem?"), ("users", "owner_id", "manager_id")),
        (_("Hvornår?"), ("planned_end", "outside_deadline")),
        (_("Hvor meget?"), ("cost_tdkk", "hours", "gain")),
    )
    MORE = ("category", "subtype", "partners", "external_owner")

    def __init__(
        self, *args: Any, on: date, project: Project | None = None, decided: bool = False, **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        people = people_choices(on)
        self._choose("owner_id", people)
        self._choose("manager_id", people)
        self._choose("lead_area_id", area_choices(on))
        self._choose("org_unit_id", unit_choices(on))
        self._choose("planned_end", quarter_choices(on, project.planned_end if project else None))
        is_local = project is not None and project.category == Category.LOCAL
        steered = ["owner_id", "manager_id", "planned_end", "category", "subtype"]
        for name in steered if decided or is_local else []:
            # They are changed from the project's page, with their reason or decision.
            del self.fields[name]

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def questions(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Each question with its fields, in the order of the page."""
        asked = [(words, [self[name] for name in names if name in self.fields]) for words, names in self.QUESTIONS]
        return [(words, fields) for words, fields in asked if fields]

    def more(self) -> list[forms.BoundField]:
        """The fields under "Mere"."""
        return [self[name] for name in self.MORE if name in self.fields]

    def more_has_errors(self) -> bool:
        """Whether "Mere" must stand open."""
        return any(field.errors for field in self.more())

    def clean(self) -> dict[str, Any]:
        """A national project names its owner, an inter-municipal one its partners."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("category") == Category.NATIONAL and not data.get("external_owner"):
            self.add_error("external_owner", _("Skriv, hvem der ejer projektet uden for kommunen."))
        is_cross = data.get("category") == Category.CROSS
        if is_cross and data.get("subtype") == Subtype.INTER_MUNICIPAL and not data.get("partners"):
            self.add_error("partners", _("Skriv, hvilke kommuner projektet er sammen med."))
        return data


class LocalForm(Form):
    """A local project in a minute."""

    title = forms.CharField(label=_("Hvad hedder det?"), max_length=200)
    purpose = LongText(label=_("Hvad går det ud på, og hvorfor?"), rows=2, help_text=_("Én sætning er nok."))
    responsible_id = KeyField(label=_("Ansvarlig"))
    unit_id = KeyField(label=_("Enhed"))
    state = forms.ChoiceField(
        label=_("Hvor langt er det?"),
        choices=[("idea", _("Idé")), ("active", _("I gang")), ("closed", _("Færdigt"))],
        initial="active",
        widget=forms.RadioSelect,
    )
    planned_end = forms.TypedChoiceField(
        label=_("Forventet færdigt"), required=False, coerce=date.fromisoformat, empty_value=None
    )
    gain = TextLine(label=_("Hvad får I ud af det?"), max_length=300)

    def __init__(self, *args: Any, on: date, person: Person, every_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = unit_choices(on, None if every_unit else coordinated_units(person, on))
        for name, choices in {
            "responsible_id": people_choices(on, empty=_("Vælg")),
            "unit_id": units,
            "planned_end": quarter_choices(on),
        }.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        self.initial.setdefault("responsible_id", person.pk)
        if len(units) == 2:
            self.initial.setdefault("unit_id", units[1][0])
        elif person.unit_id and str(person.unit_id) in dict(units):
            self.initial.setdefault("unit_id", person.unit_id)


class StatusForm(Form):
    """A light and a sentence, and when it is now expected to end."""

    light = forms.ChoiceField(
        label=_("Hvordan går det?"),
        choices=[
            (Light.GREEN.value, _("Grøn: efter planen")),
            (Light.YELLOW.value, _("Gul: kræver opmærksomhed")),
            (Light.RED.value, _("Rød: kritisk")),
        ],
        widget=forms.RadioSelect,
    )
    sentence = TextLine(
        label=_("Sig det i én sætning"),
        max_length=300,
        help_text=_("Gul og rød skal forklares: hvad er galt, og hvad gøres der?"),
    )
    forecast_end = DayField(label=_("Forventes færdigt"), required=False)


class DeedForm(Form):
    """The little page of one thing to do: its own fields, and why."""

    priority = forms.IntegerField(
        label=_("Prioritet"),
        min_value=1,
        max_value=999,
        help_text=_("1 er den vigtigste. De andre projekter beholder deres."),
    )
    planned_end = DayField(label=_("Ny slutdato"))
    forecast_end = DayField(label=_("Forventes nu færdigt"), required=False)
    revisit_on = DayField(label=_("Tages op igen"), required=False)
    report = LongText(
        label=_("Slutrapport"),
        rows=10,
        help_text=_("Hvad blev leveret, hvordan gik det med tid og penge, hvad er lært, og hvem tager over?"),
    )
    outcome = LongText(label=_("Hvad kom der ud af det?"), rows=3)
    usable_by = TextLine(label=_("Hvem kan bruge det?"), max_length=300)
    to_follow = TextLine(label=_("Hvad skal følges?"), max_length=300)
    kind = forms.ChoiceField(label=_("Rolle"), choices=[(value, words.capitalize()) for value, words in ROLES])
    person_id = KeyField(label=_("Person"))
    category = forms.ChoiceField(
        label=_("Kategori"), choices=[(value, words.capitalize()) for value, words in CATEGORIES]
    )
    subtype = forms.ChoiceField(
        label=_("Undertype"), choices=[("", "–"), *((v, w.capitalize()) for v, w in SUBTYPES)], required=False
    )
    reason = LongText(label=_("Hvorfor?"), rows=3, help_text=_("Begrundelsen står under ændringer siden sidste møde."))

    def __init__(self, *args: Any, deed: Deed, on: date, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kept: Sequence[str] = (*deed.fields, *(("reason",) if deed.reason else ()))
        for name in list(self.fields):
            if name not in kept:
                del self.fields[name]
        if "person_id" in self.fields:
            person = self.fields["person_id"]
            assert isinstance(person, forms.ChoiceField)
            person.choices = people_choices(on, empty=_("Vælg"))

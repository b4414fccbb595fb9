"""The six questions of a proposal, and the short form of a local project."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.bodies.queries import active_bodies
from styrehjul.people.models import Person
from styrehjul.people.queries import coordinated_units
from styrehjul.portfolio.domain.life import Category, ProjectRoleKind, ProjectState, Subtype
from styrehjul.portfolio.domain.record import Mandatory, Precision, Visibility
from styrehjul.portfolio.forms.fields import (
    UNKNOWN,
    Choices,
    KeyField,
    KeysField,
    TextLine,
    area_choices,
    people_choices,
    quarter_choices,
    system_choices,
    unit_choices,
)
from styrehjul.portfolio.labels import MANDATORY, STRATEGIC_LEVEL, SUBTYPE, VISIBILITY
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.roles import holder_of
from styrehjul.strategy.queries import goal_choices
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText, MoneyField


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
    goal_id = KeyField(
        label=_("Hvilket mål bidrager det til?"),
        required=False,
        help_text=_("Målene skrives under Strategi og viden."),
    )
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
    reason = TextLine(
        label=_("Hvorfor er økonomien ændret?"),
        max_length=300,
        help_text=_("Kun hvis du ændrer økonomien: projektet er i gang og måles på den."),
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
    area_ids = KeysField(label=_("Andre områder, det rører ved"), widget=forms.CheckboxSelectMultiple)
    mandatory = forms.ChoiceField(
        label=_("Skal det laves?"),
        choices=[(kind.value, words) for kind, words in MANDATORY.items()],
        initial=Mandatory.NONE.value,
        required=False,
    )
    mandatory_reference = TextLine(label=_("Hvilken lov eller aftale?"), max_length=300)
    mandatory_deadline = DayField(label=_("Senest"), required=False)
    scope = LongText(label=_("Hvad er med?"), required=False, rows=2)
    out_of_scope = LongText(label=_("Hvad er ikke med?"), required=False, rows=2)
    expected_result = LongText(label=_("Hvad er resultatet, når det er færdigt?"), required=False, rows=2)
    strategic_level = forms.ChoiceField(
        label=_("Niveau"),
        choices=[("", "–"), *((level.value, words) for level, words in STRATEGIC_LEVEL.items())],
        required=False,
    )
    short_title = TextLine(label=_("Kort titel"), max_length=40)
    kle = TextLine(label=_("KLE-emne"), max_length=100, help_text=_("For eksempel 85.11.00."))
    case_number = TextLine(label=_("Sagsnummer i ESDH"), max_length=60)
    visibility = forms.ChoiceField(
        label=_("Hvem kan se idéen?"),
        choices=[(kind.value, words) for kind, words in VISIBILITY.items()],
        initial=Visibility.ALL.value,
        required=False,
    )
    steering_body_id = KeyField(label=_("Styres af organet"), required=False)
    steering_group = TextLine(
        label=_("Eller af projektets egen gruppe"), max_length=200, help_text=_("Skriv, hvem der sidder i den.")
    )
    version = HiddenVersion()

    QUESTIONS = (
        (_("Hvad?"), ("title", "summary")),
        (_("Hvorfor?"), ("purpose", "goal_id")),
        (_("Hvor?"), ("lead_area_id", "org_unit_id")),
        (_("Hvem?"), ("users", "owner_id", "manager_id")),
        (_("Hvornår?"), ("planned_end", "outside_deadline")),
        (_("Hvor meget?"), ("cost_tdkk", "reason", "hours", "gain")),
    )
    MORE = (
        "category", "subtype", "partners", "external_owner", "area_ids", "mandatory", "mandatory_reference",
        "mandatory_deadline", "scope", "out_of_scope", "expected_result", "strategic_level", "short_title", "kle",
        "case_number", "visibility", "steering_body_id", "steering_group",
    )  # fmt: skip

    def __init__(
        self,
        *args: Any,
        on: date,
        project: Project | None = None,
        decided: bool = False,
        asks_level: bool = False,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self._asks_level = asks_level
        people = people_choices(on)
        self._choose("owner_id", people)
        self._choose("manager_id", people)
        self._choose("goal_id", [("", UNKNOWN), *goal_choices(on)])
        self._choose("steering_body_id", [("", _("Intet")), *((str(body.pk), body.name) for body in active_bodies(on))])
        self._choose("lead_area_id", area_choices(on))
        self._choose("org_unit_id", unit_choices(on))
        kept = (project.planned_end, project.planned_end_precision) if project else (None, "")
        self._kept_end = kept[0]
        self._choose("planned_end", quarter_choices(on, *kept))
        areas = self.fields["area_ids"]
        assert isinstance(areas, KeysField)
        areas.choices = area_choices(on)[1:]
        if project is not None:
            self._keep_what_stands(project)
        is_local = project is not None and project.category == Category.LOCAL
        steered = ["owner_id", "manager_id", "planned_end", "category", "subtype"]
        if project is not None and project.state != ProjectState.IDEA:
            del self.fields["visibility"]
        self._measured = project is not None and project.baselines.exists()
        self._cost = project.cost_tdkk if project is not None else None
        if not self._measured:
            del self.fields["reason"]
        for name in steered if decided or is_local else []:
            # They are changed from the project's page, with their reason or decision.
            del self.fields[name]

    def _choose(self, name: str, choices: Choices) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def _keep_what_stands(self, project: Project) -> None:
        """What the project has is offered though nobody can choose it any more: who has left, a goal that has ended."""
        first = project.goal_links.select_related("goal").first()
        stands: dict[str, Any] = {
            "lead_area_id": project.lead_area,
            "org_unit_id": project.org_unit,
            "steering_body_id": project.steering_body,
            "goal_id": first.goal if first else None,
        }
        for kind in (ProjectRoleKind.OWNER, ProjectRoleKind.MANAGER):
            role = holder_of(project, kind)
            stands[f"{kind.value}_id"] = role.person if role else None
        for name, row in stands.items():
            self._offer(name, [row] if row is not None else [])
        self._offer("area_ids", [link.area for link in project.area_links.select_related("area")])

    def _offer(self, name: str, rows: list[Any]) -> None:
        """What is not among the choices already."""
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        choices: Choices = list(field.choices)  # type: ignore[arg-type]  # always a list here
        there = {str(key) for key, _words in choices}
        field.choices = [*choices, *((str(row.pk), str(row)) for row in rows if str(row.pk) not in there)]

    def questions(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """Each question with its fields, in the order of the page."""
        asked = [(words, [self[name] for name in names if name in self.fields]) for words, names in self.QUESTIONS]
        if self._asks_level:
            # An effort on a system is told apart by its level.
            asked[0][1].append(self["strategic_level"])
        return [(words, fields) for words, fields in asked if fields]

    def more(self) -> list[forms.BoundField]:
        """The fields under "Mere"."""
        above = {"strategic_level"} if self._asks_level else set()
        return [self[name] for name in self.MORE if name in self.fields and name not in above]

    def more_has_errors(self) -> bool:
        """Whether "Mere" must stand open."""
        return any(field.errors for field in self.more())

    def clean(self) -> dict[str, Any]:
        """A national project names its owner, an inter-municipal one its partners."""
        data: dict[str, Any] = super().clean() or {}
        if data.get("category") == Category.NATIONAL and not data.get("external_owner"):
            self.add_error("external_owner", _("Skriv, hvem der ejer projektet uden for kommunen."))
        if (end := data.get("planned_end")) and end != self._kept_end:
            # It was picked as a quarter, and is shown as one.
            data["planned_end_precision"] = Precision.QUARTER.value
        data["mandatory"] = data.get("mandatory") or Mandatory.NONE.value
        if "visibility" in self.fields:
            data["visibility"] = data.get("visibility") or Visibility.ALL.value
        if data["mandatory"] != Mandatory.NONE and not data.get("mandatory_reference"):
            self.add_error("mandatory_reference", _("Skriv, hvilken lov eller aftale der gør det nødvendigt."))
        if self._measured and data.get("cost_tdkk") != self._cost and not (data.get("reason") or "").strip():
            self.add_error("reason", _("Skriv kort, hvorfor økonomien er ændret."))
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
    area_id = KeyField(
        label=_("Fagchefområde"), required=False, help_text=_("Lad stå, så er det enhedens eget område.")
    )
    state = forms.ChoiceField(
        label=_("Hvor langt er det?"),
        choices=[("idea", _("Idé")), ("active", _("I gang")), ("closed", _("Færdigt"))],
        initial="active",
        widget=forms.RadioSelect,
    )
    planned_end = forms.TypedChoiceField(
        label=_("Forventet færdigt"), required=False, coerce=date.fromisoformat, empty_value=None
    )
    system_id = KeyField(label=_("Hvilket system drejer det sig om?"), required=False)
    gain = TextLine(label=_("Hvad får I ud af det?"), max_length=300)

    def __init__(self, *args: Any, on: date, person: Person, every_unit: bool, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        units = unit_choices(on, None if every_unit else coordinated_units(person, on))
        for name, choices in {
            "responsible_id": people_choices(on, empty=_("Vælg")),
            "unit_id": units,
            "planned_end": quarter_choices(on),
            "area_id": [("", _("Enhedens område")), *area_choices(on)[1:]],
            "system_id": [("", _("Intet bestemt")), *system_choices()],
        }.items():
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = choices
        self.initial.setdefault("responsible_id", person.pk)
        if len(units) == 2:
            self.initial.setdefault("unit_id", units[1][0])
        elif person.unit_id and str(person.unit_id) in dict(units):
            self.initial.setdefault("unit_id", person.unit_id)

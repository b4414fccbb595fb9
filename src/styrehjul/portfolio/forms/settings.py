"""The portfolio's settings as one form, in groups; what is left empty is not used."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from styrehjul.portfolio.domain.risks import own_anchors
from styrehjul.portfolio.domain.settings import RISK_STEPS
from styrehjul.portfolio.models import PortfolioSettings
from styrehjul.ui.forms import Form, HiddenVersion, LongText, MoneyField

YES_NO = (("", _("Ikke valgt")), ("ja", _("Ja")), ("nej", _("Nej")))
# Heading -> (field, label, help). A new setting is a field of the model and a line here.
GROUPS: tuple[tuple[Any, tuple[tuple[str, Any, Any], ...]], ...] = (
    (
        _("Status"),
        (
            (
                "status_max_age_days",
                _("En status er gammel efter (dage)"),
                _("Derefter vises lyset skraveret, tæller ikke som grønt, og projektlederen mindes om det."),
            ),
            (
                "local_reminder_days",
                _("Lokale projekter mindes om status efter (dage)"),
                _("Lokale projekter er ikke med i statusrunderne."),
            ),
            (
                "round_lead_working_days",
                _("En statusrunde slutter før mødet (arbejdsdage)"),
                _("Fristen foreslås, når en runde åbnes."),
            ),
            ("approve_status_by_owner", _("Projektejeren godkender status, før den gælder"), ""),
            ("delay_yellow_months", _("Tid foreslås gul efter (måneder forsinket)"), ""),
            ("delay_red_months", _("Tid foreslås rød efter (måneder forsinket)"), ""),
            ("economy_red_percent", _("Økonomi foreslås rød over (procent over budgettet)"), ""),
            (
                "economy_red_tdkk",
                _("Økonomi foreslås også rød over (1.000 kr. over budgettet)"),
                "",
            ),
            ("task_reminder_days", _("Opgaver mindes der om før fristen (dage)"), ""),
        ),
    ),
    (
        _("Timer og forandringer"),
        (
            ("allocation_unit", _("Ressourcer tælles i"), ""),
            (
                "hours_per_fte_quarter",
                _("Timer i et årsværk pr. kvartal"),
                _("Uden tallet regnes timer og årsværk ikke sammen."),
            ),
            (
                "change_pressure_limit",
                _("Grænse for forandringstryk i et område pr. kvartal"),
                _("Uden grænse vises tallene uden farve."),
            ),
        ),
    ),
    (
        _("Skalaer og større projekter"),
        (
            (
                "risk_steps",
                _("Trin for sandsynlighed og konsekvens"),
                _("Gamle vurderinger beholder deres egen skala."),
            ),
            (
                "likelihood_words",
                _("Hvad trinnene for sandsynlighed betyder"),
                _("Én linje for hvert trin, det laveste først. Tomt: forslaget bruges."),
            ),
            (
                "impact_words",
                _("Hvad trinnene for konsekvens betyder"),
                _("Én linje for hvert trin, det laveste først. Tomt: forslaget bruges."),
            ),
            ("priority_scale", _("Prioritet gives som"), ""),
            ("large_economy_tdkk", _("Større projekt: samlet økonomi fra (1.000 kr.)"), ""),
            ("large_hours", _("Større projekt: timer fra"), ""),
            ("large_areas", _("Større projekt: antal fagchefområder fra"), ""),
            ("large_partners", _("Større projekt: antal partnere uden for kommunen fra"), ""),
            ("large_local_needs_decision", _("Store lokale projekter skal besluttes i et organ"), ""),
        ),
    ),
    (
        _("Lister og filer"),
        (
            ("cross_cutting", _("Tværgående projekter betyder"), ""),
            ("steering_shows_large_first", _("Lister til det besluttende organ viser de større projekter først"), ""),
            ("bubble_effort_line", _("Boblediagram: grænse for indsats"), ""),
            ("bubble_value_line", _("Boblediagram: grænse for værdi"), ""),
            (
                "similarity_percent",
                _("Projekter ligner hinanden fra (procent)"),
                _("Ved indlæsning spørges der så, om det er det samme projekt."),
            ),
            ("max_import_rows", _("Højst så mange projekter i en fil"), ""),
        ),
    ),
)
# A file of more rows is not opened at all.
BETWEEN = {"similarity_percent": (50, 100), "max_import_rows": (1, 50_000)}
_CHOSEN = tuple(name for _words, fields in GROUPS for name, _label, _help in fields)


def _field(name: str, label: Any, words: Any) -> forms.Field:
    field: Any = PortfolioSettings._meta.get_field(name)
    kind = field.get_internal_type()
    suggested = field.get_default()
    more: dict[str, Any] = {"label": label, "help_text": words, "required": False}
    if kind == "BooleanField":
        if not field.null:
            return forms.BooleanField(**more)
        return forms.TypedChoiceField(choices=YES_NO, coerce=lambda text: text == "ja", empty_value=None, **more)
    if suggested not in (None, ""):
        more["help_text"] = _("%(words)s Forslag: %(value)s.") % {"words": words, "value": _words(field, suggested)}
    if name == "risk_steps":
        steps = [(str(step), str(step)) for step in RISK_STEPS]
        return forms.TypedChoiceField(choices=steps, coerce=int, **(more | {"required": True}))
    if field.choices:
        return forms.ChoiceField(choices=field.choices, **(more | {"required": True}))
    more["required"] = not field.null
    if kind == "TextField":
        return LongText(rows=5, **(more | {"required": False}))
    if kind == "DecimalField":
        return MoneyField(max_digits=field.max_digits, decimal_places=1, min_value=0, **more)
    least, most = BETWEEN.get(name, (0, 1_000_000))
    return forms.IntegerField(min_value=least, max_value=most, **more)


def _words(field: Any, value: Any) -> Any:
    return dict(field.choices)[value] if field.choices else value


class SettingsForm(Form):
    """Every setting with its marked suggestion, where there is one."""

    version = HiddenVersion()

    def __init__(self, *args: Any, row: PortfolioSettings, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {**_as_shown(row), "version": row.version if row.pk else 0})
        super().__init__(*args, **kwargs)

    def groups(self) -> list[tuple[Any, list[forms.BoundField]]]:
        """The fields under their headings."""
        return [(words, [self[name] for name, _label, _help in fields]) for words, fields in GROUPS]

    def chosen(self) -> Mapping[str, Any]:
        """What was chosen, without the version it was chosen from."""
        return {name: value for name, value in self.cleaned_data.items() if name != "version"}

    def clean(self) -> dict[str, Any]:
        """Red comes after yellow."""
        data: dict[str, Any] = super().clean() or {}
        yellow, red = data.get("delay_yellow_months"), data.get("delay_red_months")
        if yellow is not None and red is not None and red < yellow:
            self.add_error("delay_red_months", _("Rødt kan ikke komme før gult."))
        for name in ("likelihood_words", "impact_words"):
            told = len(own_anchors(data.get(name) or ""))
            if told and data.get("risk_steps") and told != data["risk_steps"]:
                words = _("Der er %(told)s linjer, men skalaen har %(steps)s trin.")
                self.add_error(name, words % {"told": told, "steps": data["risk_steps"]})
        return data


SettingsForm.base_fields |= {
    name: _field(name, label, words) for _group, fields in GROUPS for name, label, words in fields
}


def _as_shown(row: PortfolioSettings) -> dict[str, Any]:
    found = {name: getattr(row, name) for name in _CHOSEN}
    needs_decision = found["large_local_needs_decision"]
    found["large_local_needs_decision"] = {True: "ja", False: "nej", None: ""}[needs_decision]
    return found

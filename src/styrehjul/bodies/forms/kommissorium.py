"""A form for any table of a kommissorium, made from the same list of keys as the file's reader goes by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, time
from decimal import Decimal, InvalidOperation
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from styrehjul.bodies.domain.drafting import Raw, is_suggestion, plain
from styrehjul.bodies.domain.model import KommissoriumText
from styrehjul.bodies.domain.saying import capital
from styrehjul.bodies.domain.schema import BODY, CADENCE, Key, Kind, Table
from styrehjul.bodies.effect_words import EFFECT_WORDS
from styrehjul.bodies.settings_words import key_words, word_words
from styrehjul.kernel.danish import MONTHS
from styrehjul.ui.forms import DayField, Form, HiddenVersion, LongText, dress

CONFIRM = "bekraeft"
CONTINUED = "  "
# Not on the page: the code that a row is known by, what only Styrehjul's own content uses, and the order of an agenda.
KEPT = frozenset({"noegle", "indhold", "raekkefoelge", "krav", "farve"})
LONG = frozenset(
    {"baggrund", "formaal", "opgaver_indledning", "tekst", "tvivl", "svar", "indledning", "afslutning", "ordlyd"}
)
BODY_CODES = frozenset({"foelger", "overordnet", "organ"})
# What a row is no use without. The rest of its fields stand behind "Mere"; a table that is not here shows them all.
FIRST: dict[str, tuple[str, ...]] = {
    "organ.fast_punkt": ("titel", "hvert_moede", "kvartaler", "ansvarlig"),
}
# Fields behind "Mere" that say when: a row that uses one of them opens it.
_WHEN = frozenset({"maaneder", "moeder", "dato"})
ONE_OF: dict[str, Any] = {
    "organ.plads": _("Udfyld ét af felterne om antal. Uden noget er der præcis én."),
    "organ.frist": _("Udfyld ét af felterne om, hvornår fristen er."),
    "organ.fast_punkt": _("Vælg hvert møde eller kvartaler. Måneder, bestemte møder og en fast dag står under “Mere”."),
    "aktivitet": _("Vælg kvartaler, måneder eller en fast dag - ét af dem."),
    "organ.moeder": _("Udfyld ét af de første fem felter: hvor tit organet mødes."),
}


def code_from(title: str) -> str:
    """ "Status på informationssikkerhed" -> "status_paa_informationssikkerhed"."""
    text = title.lower().replace("æ", "ae").replace("ø", "oe").replace("å", "aa")
    code = re.sub(r"[^a-z0-9]+", "_", text).strip("_")[:48].strip("_")
    return code if code[:1].isalpha() else f"nr_{code}".rstrip("_")


class NumberField(forms.CharField):
    """A number with a comma: "0,8", "1.250.000"."""

    def to_python(self, value: Any) -> Any:
        text = "".join(str(super().to_python(value)).split())
        if not text:
            return None
        if "," in text or text.count(".") > 1 or re.fullmatch(r"\d{1,3}\.\d{3}", text):
            text = text.replace(".", "").replace(",", ".")
        try:
            return Decimal(text)
        except InvalidOperation:
            raise ValidationError(_("Skriv et tal, fx 0,8.")) from None

    def prepare_value(self, value: Any) -> Any:
        return str(value).replace(".", ",") if isinstance(value, Decimal) else value


class TableForm(Form):
    """One row of a table. `raw()` gives the row back with the file's keys, left out where nothing is said."""

    # Not "version": that is a key of the document itself.
    draft_version = HiddenVersion()

    def __init__(self, *args: Any, table: Table, row: Raw, text: KommissoriumText, **kwargs: Any) -> None:
        self.table, self.row, self.text = table, row, text
        self.keys = [key for key in table.keys if key.table is None and not self._is_kept(key)]
        silent = table.defaults()
        initial = {
            key.name: _answer(_shown(plain(row[key.name]), key), silent.get(key.field, False) is None)
            for key in self.keys
            if key.name in row
        }
        kwargs["initial"] = {**self._defaults(), **initial, **kwargs.get("initial", {})}
        super().__init__(*args, **kwargs)
        for key in self.keys:
            self.fields[key.name] = self._field(key)
        if any(is_suggestion(value) for value in row.values()):
            self.fields[CONFIRM] = forms.BooleanField(
                label=_("Forslagene her er nu vores valg"), required=False,
                help_text=_("Felter, der er mærket “forslag”, holder op med at være det. Et felt, du ændrer, gør det i alle tilfælde."),
            )  # fmt: skip
        dress(self)
        if order := FIRST.get(table.name):
            self.order_fields([*order, *(name for name in self.fields if name not in order)])

    def first(self) -> list[forms.BoundField]:
        """What the page shows at once."""
        chosen = FIRST.get(self.table.name)
        return [f for f in self.visible_fields() if chosen is None or f.name in chosen or f.name == CONFIRM]

    def rest(self) -> list[forms.BoundField]:
        """What stands behind "Mere"."""
        shown = {field.name for field in self.first()}
        return [field for field in self.visible_fields() if field.name not in shown]

    def rest_is_open(self) -> bool:
        """Whether something behind "Mere" is wrong, or says when."""
        return any(field.errors or (field.name in _WHEN and field.value()) for field in self.rest())

    def _is_kept(self, key: Key) -> bool:
        if key.name in KEPT:
            return True
        # A code stays with its row for life; on a new one it is made from the name, or chosen where the words are known.
        return key.name == "kode" and (bool(self.row) or key.words is None)

    def _defaults(self) -> dict[str, Any]:
        found = self.table.defaults()
        return {key.name: found[key.field] for key in self.keys if isinstance(found.get(key.field), bool)}

    def _field(self, key: Key) -> forms.Field:
        given: dict[str, Any] = {
            "label": key_words(self.table, key), "required": key.required and key.name != "kode", "help_text": self._help(key),
        }  # fmt: skip
        if (choices := self._choices(key)) is not None:
            if key.kind in (Kind.TEXTS, Kind.INTEGERS, Kind.WORDS):
                return forms.MultipleChoiceField(choices=choices, widget=forms.CheckboxSelectMultiple, **given)
            return forms.ChoiceField(choices=[("", _("Ikke fastsat")), *choices], **given)
        match key.kind:
            case Kind.TEXTS | Kind.WORDS:
                return LongText(rows=6, max_length=50_000, strip=False, **given)
            case Kind.TEXT:
                return (
                    LongText(rows=5, max_length=50_000, **given)
                    if key.name in LONG
                    else forms.CharField(max_length=2000, **given)
                )
            case Kind.INTEGER:
                return forms.IntegerField(**given)
            case Kind.INTEGERS:
                return forms.CharField(max_length=80, **given)
            case Kind.NUMBER:
                return NumberField(max_length=30, **given)
            case Kind.DATE:
                return DayField(**given)
            case Kind.FLAG:
                return forms.BooleanField(**{**given, "required": False})
            case _:
                return forms.CharField(max_length=80, **given)

    def _choices(self, key: Key) -> Sequence[tuple[str, Any]] | None:
        if key.kind is Kind.FLAG and self.table.defaults().get(key.field, False) is None:
            return [("1", _("Ja")), ("0", _("Nej"))]
        if key.name in BODY_CODES and key.kind is Kind.CODE:
            own = self.row.get("kode")
            return [(body.code, body.name) for body in self.text.bodies if body.code != own]
        if key.name in ("en_pr", "omraade") and key.kind is Kind.CODE:
            return [(group.code, capital(group.name)) for group in self.text.groups]
        if key.name == "enhed" and key.kind is Kind.CODE:
            return [(unit.code, unit.name) for unit in self.text.units]
        if key.name in ("virkninger", "kraever_beslutning"):
            return list(EFFECT_WORDS.items())
        if key.name == "kvartaler":
            return [(str(number), _("%(n)d. kvartal") % {"n": number}) for number in range(1, 5)]
        if key.name == "maaneder":
            return [(str(number), capital(name)) for number, name in enumerate(MONTHS, 1)]
        if key.name == "tvivl" and self.table.name != "tvivl":
            return [(mark.code, f"{mark.code} {mark.place}") for mark in self.text.marks]
        if key.words is not None and key.name != "raekkefoelge":
            return [(word, word_words(word)) for word in key.words]
        return None

    def _help(self, key: Key) -> Any:
        words = {
            Kind.TEXTS: _("En på hver linje. En linje med to mellemrum først hører til linjen over."), Kind.INTEGERS: _("Numre med komma imellem, fx 1, 3."),
            Kind.YEAR_DAY: _("Fx 15. marts."), Kind.CLOCK: _("Fx 9.00."),
        }.get(key.kind)  # fmt: skip
        if self._choices(key) is not None:
            words = None
        said = [str(words)] if words else []
        if is_suggestion(self.row.get(key.name)):
            said.append(str(_("Forslag, ikke kommissoriets regel.")))
        return " ".join(said)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for key in self.keys:
            value = data.get(key.name)
            if key.kind is Kind.INTEGERS and isinstance(value, str) and value:
                parts = [part for part in re.split(r"[,;\s]+", value) if part]
                if not all(part.isdecimal() for part in parts):
                    self.add_error(key.name, _("Skriv numre med komma imellem, fx 1, 3."))
        return data

    def raw(self) -> Raw:
        """The row as the file has it. What is not on the page is kept as it was."""
        row = {name: value for name, value in self.row.items() if name in KEPT or name == "kode"}
        confirmed = bool(self.cleaned_data.get(CONFIRM))
        for key in self.keys:
            value = self._written(key, self.cleaned_data.get(key.name))
            if value is None:
                continue
            before = self.row.get(key.name)
            if is_suggestion(before) and _same(plain(before), value) and not confirmed:
                value = {"vaerdi": value, "forslag": True}
            row[key.name] = value
        return {key.name: row[key.name] for key in self.table.keys if key.name in row}

    def _written(self, key: Key, value: Any) -> Any:
        if value in (None, "", []):
            return None
        match key.kind:
            case Kind.FLAG:
                if isinstance(value, str):
                    return value == "1"
                default = self.table.defaults().get(key.field, False)
                return None if bool(value) == bool(default) else bool(value)
            case Kind.INTEGERS:
                parts = value if isinstance(value, list) else re.split(r"[,;\s]+", value)
                return [int(part) for part in parts if part]
            case Kind.TEXTS | Kind.WORDS:
                return value if isinstance(value, list) else _entries(value)
            case Kind.CLOCK:
                return str(value).strip().replace(".", ":")
        return value


def _same(before: Any, after: Any) -> bool:
    if isinstance(before, time):
        before = before.strftime("%H:%M")
    if isinstance(before, str) and isinstance(after, str):
        return before.strip().lstrip("0") == after.strip().lstrip("0")
    return bool(before == after)


def _shown(value: Any, key: Key) -> Any:
    """A raw value as its field shows it."""
    if key.kind in (Kind.TEXTS, Kind.WORDS) and key.name not in (
        "virkninger",
        "kraever_beslutning",
        "tvaergaaende_kategorier",
    ):
        return "\n".join(entry.replace("\n", f"\n{CONTINUED}") for entry in value)
    if key.kind is Kind.INTEGERS:
        numbers = [str(number) for number in value]
        return numbers if key.name in ("kvartaler", "maaneder") else ", ".join(numbers)
    if key.kind is Kind.CLOCK:
        return value.strftime("%H:%M") if isinstance(value, time) else value
    return value


def _entries(typed: str) -> list[str] | None:
    """One entry a line; a line that is set in goes on with the entry above it."""
    entries: list[str] = []
    for line in typed.splitlines():
        if line.startswith(CONTINUED) and entries:
            entries[-1] += f"\n{line.strip()}"
        elif line.strip():
            entries.append(line.strip())
    return entries or None


def _answer(value: Any, tri_state: bool) -> Any:
    """Yes and no as the list of three has them."""
    return ("1" if value else "0") if tri_state and isinstance(value, bool) else value


class NewBodyForm(TableForm):
    """A body: its names, how often it meets, who chairs it; the rest may be copied from a body that is there."""

    chair = forms.CharField(
        label=_("Formandens plads"),
        max_length=200,
        initial=_("Formand"),
        help_text=_("Fx en stilling eller blot Formand."),
    )
    secretary = forms.BooleanField(label=_("Organet har en sekretær"), required=False, initial=True)
    copy = forms.ChoiceField(
        label=_("Kopiér frister, slags punkter og indstillinger fra"), required=False,
        help_text=_("Alt kan rettes bagefter."),
    )  # fmt: skip

    SHORT = ("kort", "navn", "navn_bestemt", "overordnet", "formaal")

    def __init__(self, *args: Any, text: KommissoriumText, **kwargs: Any) -> None:
        super().__init__(*args, table=BODY, row={}, text=text, **kwargs)
        for name in [key.name for key in self.keys if key.name not in self.SHORT]:
            del self.fields[name]
        self.keys = [key for key in self.keys if key.name in self.SHORT]
        self.cadence = TableForm(*args, table=CADENCE, row={}, text=text, prefix="moeder")
        del self.cadence.fields["draft_version"]
        self.fields["copy"].choices = [("", _("Intet")), *((body.code, body.name) for body in text.bodies)]  # type: ignore[attr-defined]  # a ChoiceField
        self.order_fields(["navn", "navn_bestemt", "kort", "overordnet", "formaal", "chair", "secretary", "copy"])

    def is_valid(self) -> bool:
        return all([super().is_valid(), self.cadence.is_valid()])

    def body(self, raw: Raw) -> Raw:
        """The new body as the file has it."""
        data = self.cleaned_data
        row = {"kode": code_from(data["navn"]), **self.raw(), "moeder": self.cadence.raw()}
        source = next((body for body in raw.get("organ", []) if body["kode"] == data.get("copy")), None)
        if source is not None:
            for name in ("indstillinger", "frist", "slags"):
                if name in source:
                    row[name] = source[name]
            formal = [item for item in source.get("fast_punkt", []) if item.get("slags") == "formalitet"]
            kept = (
                {item["noegle"] for item in formal}
                | {"faste_punkter"}
                | {kind["kode"] for kind in source.get("slags", [])}
            )
            if formal:
                row["fast_punkt"] = formal
            if order := [name for name in plain(source.get("raekkefoelge", [])) if name in kept]:
                row["raekkefoelge"] = order
        row["plads"] = [{"noegle": "formand", "titel": data["chair"], "slags": "formand", "praecis": 1}]
        if data["secretary"]:
            row["plads"].append({"noegle": "sekretaer", "titel": "Sekretær", "slags": "sekretaer", "praecis": 1})
        return row


class FileForm(Form):
    """The draft as a file: typed, or uploaded in its place."""

    source = forms.CharField(
        label=_("Kommissoriet som fil"), required=False, max_length=1_000_000, strip=False,
        widget=forms.Textarea(attrs={"rows": 30, "class": "code-input", "spellcheck": "false", "data-keep": True}),
    )  # fmt: skip
    upload = forms.FileField(label=_("Eller vælg en fil"), required=False, help_text=_("En .toml-fil, højst 1 MB."))
    version = HiddenVersion()

    def data_sent(self) -> tuple[bytes, str]:
        """The bytes and the name they go by."""
        found = self.cleaned_data.get("upload")
        if found is not None:
            return found.read(), str(found.name)
        return str(self.cleaned_data["source"]).replace("\r\n", "\n").encode(), "kladde"


class ApplyForm(Form):
    """From when, and by what decision."""

    applies_from = DayField(label=_("Gælder fra"))
    decision = forms.CharField(
        label=_("Beslutningen bag ændringen"), max_length=200, help_text=_("Fx “Direktionen 3. marts 2027, punkt 4”.")
    )
    version = HiddenVersion()


def suggested_start(today: date) -> date:
    """The first day of the next month: a change in the middle of today is hard to explain afterwards."""
    return date(today.year + today.month // 12, today.month % 12 + 1, 1)

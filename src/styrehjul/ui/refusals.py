"""Each refusal's sentence and the way on.

The kernel says no with a code and facts. Here a code gets its words: what is in the way, and what would make it
possible. A package keeps its own words in `refusal_words.py` and hands them over at start with `register`.
"""

from __future__ import annotations

import string
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrehjul.kernel import danish
from styrehjul.kernel.refusal import NotAllowed, Reason, Refused


@dataclass(frozen=True)
class Words:
    """Two format strings over the facts: "Punkt {no} mangler en indstilling." and "Tilføj den, eller flyt punktet."."""

    sentence: str | Promise
    way: str | Promise = ""


UNKNOWN = Words(
    _("Det kan ikke lade sig gøre, som sagen står nu."),
    _("Gå tilbage, og se siden igen: noget er ændret, siden den blev vist."),
)
NO_RIGHT = Words(
    _("Det har du ikke ret til."),
    _("Se på siden Rettigheder, hvem der kan, eller spørg sekretæren."),
)
WORDS: dict[str, Words] = {}
AS_WRITTEN = ("{name}", "{email}", "{title}")


def words(code: str, sentence: str | Promise, way: str | Promise = "") -> None:
    """Give one code its words. The same code with other words is a mistake in our own house, and stops the start."""
    new = Words(sentence, way)
    if code in WORDS and WORDS[code] != new:
        raise ValueError(f"{code} already has other words")
    WORDS[code] = new


def register(mapping: Mapping[str, tuple[str | Promise, str | Promise]]) -> None:
    """Hand over a package's words: `{code: (sentence, way)}`."""
    for code, (text, way_text) in mapping.items():
        words(code, text, way_text)


def has_words(code: str) -> bool:
    """Whether the code has words of its own (a house test asks for all of them)."""
    return code in WORDS


def sentence(what: Refused | NotAllowed | Reason) -> str:
    """What is in the way, in one Danish sentence."""
    template = _words_of(what).sentence
    text = _filled(template, what.facts)
    # A weekday or a body begins a sentence with a large letter; a file's or a person's name stays as it is.
    return text if str(template).startswith(AS_WRITTEN) else text[:1].upper() + text[1:]


def way(what: Refused | NotAllowed | Reason) -> str:
    """What the person can do about it; empty where the sentence says it all."""
    return _filled(_words_of(what).way, what.facts)


def sentences(reasons: Iterable[Reason]) -> list[str]:
    """Every reason as a sentence, each only once."""
    return list(dict.fromkeys(sentence(reason) for reason in reasons))


def ways(reasons: Iterable[Reason]) -> list[str]:
    """Every way on, each only once."""
    return [text for text in dict.fromkeys(way(reason) for reason in reasons) if text]


def in_full(what: Refused | NotAllowed) -> str:
    """All reasons and all ways on as running text, for a command line or an API answer."""
    if isinstance(what, NotAllowed):
        return f"{sentence(what)} {way(what)}".strip()
    return " ".join([*sentences(what.reasons), *ways(what.reasons)])


def _words_of(what: Refused | NotAllowed | Reason) -> Words:
    if isinstance(what, NotAllowed):
        # The policy row that failed may bring its own sentence.
        own = what.facts.get("sentence")
        return Words(own, NO_RIGHT.way) if own else WORDS.get(f"not_allowed.{what.action}", NO_RIGHT)
    return WORDS.get(what.code, UNKNOWN)


class _DanishFormatter(string.Formatter):
    """Format strings whose facts come out the Danish way, and whose missing facts leave no hole of braces."""

    def get_value(self, key: int | str, args: Any, kwargs: Mapping[str, Any]) -> Any:
        return kwargs.get(str(key), "…")

    def format_field(self, value: Any, format_spec: str) -> str:
        return danish_text(value, weekday=format_spec == "ugedag")


def danish_text(value: Any, *, weekday: bool = False) -> str:
    """A fact as it is written in a sentence: dates, moments, numbers and lists."""
    if isinstance(value, datetime):
        return danish.moment_text(value)
    if isinstance(value, date):
        return danish.weekday_text(value, year=True) if weekday else danish.day_text(value)
    if isinstance(value, bool):
        return "ja" if value else "nej"
    if isinstance(value, (int, Decimal)):
        return danish.number_text(value) if value == int(value) else danish.number_text(value, 2)
    if isinstance(value, (list, tuple, set, frozenset)):
        return danish.listing([danish_text(item) for item in value])
    return str(value)


def _filled(text: str | Promise, facts: Mapping[str, Any]) -> str:
    return _DanishFormatter().vformat(str(text), (), facts)


register(
    {
        "stale": (
            _("{changed_by} har ændret teksten, mens du skrev."),
            _("Sammenlign de to tekster, og vælg, hvad der skal gælde. Din tekst er bevaret."),
        ),
        "reason.needed": (
            _("Der mangler en begrundelse."),
            _("Skriv kort hvorfor. Begrundelsen gemmes med ændringen."),
        ),
        "mandate.needed": (
            _("{change} kræver en beslutning i {body}."),
            _("Sæt det på dagsordenen til næste møde."),
        ),
        "key.reused": (
            _("Siden er allerede sendt én gang, men med andet indhold."),
            _("Åbn siden igen, se hvad der er gemt, og send derefter din ændring."),
        ),
        "key.missing": (
            _("Siden kom ikke hel frem, så den er ikke gemt."),
            _("Åbn siden igen, og send din ændring derfra."),
        ),
        "key.damaged": (
            _("Siden kom ikke hel frem, så den er ikke gemt."),
            _("Åbn siden igen, og send din ændring derfra. Din tekst står her."),
        ),
        "busy": (
            _("Systemet er optaget lige nu."),
            _("Din tekst er bevaret. Prøv igen om et øjeblik."),
        ),
        "form.invalid": (
            _("Nogle felter mangler eller er ikke udfyldt rigtigt."),
            _("Ret de markerede felter, og send igen."),
        ),
        "too_many": (
            _("Det er gjort for mange gange på kort tid."),
            _("Vent et øjeblik, og prøv igen."),
        ),
        "second_factor.needed": (
            _("Handlingen kræver, at du bekræfter, at det er dig."),
            _("Bekræft med din kode eller sikkerhedsnøgle, og send igen."),
        ),
        "file.missing": (_("Der er ikke valgt en fil."), _("Vælg en fil, og send igen.")),
        "file.empty": (_("Filen {name} er tom."), _("Vælg en anden fil.")),
        "file.too_large": (
            _("Filen {name} er for stor. Den må højst være {limit}."),
            _("Gør den mindre, eller del den i flere."),
        ),
        "file.wrong_type": (
            _("Filen {name} er ikke, hvad endelsen siger."),
            _("Gem den igen i det program, den er lavet i, og vælg den nye."),
        ),
        "file.type_not_allowed": (
            _("Filer af den type kan ikke lægges op: {name}."),
            _("Gem den som PDF, Word eller Excel, og prøv igen."),
        ),
        "file.broken": (
            _("Filen {name} kan ikke læses. Den er beskadiget."),
            _("Åbn den i det program, den er lavet i, gem den igen, og prøv på ny."),
        ),
        "file.encrypted": (
            _("Filen {name} er beskyttet med adgangskode."),
            _("Fjern adgangskoden, og læg filen op igen."),
        ),
        "file.macro": (
            _("Filen {name} indeholder makroer."),
            _("Gem den uden makroer, og læg den op igen."),
        ),
        "file.active_content": (
            _("Filen {name} indeholder indhold, der kan udføre noget."),
            _("Gem den som en almindelig PDF, og læg den op igen."),
        ),
        "file.external_links": (
            _("Filen {name} henter indhold fra andre steder."),
            _("Bryd kæderne til andre filer, gem, og læg den op igen."),
        ),
        "file.too_many_rows": (
            _("Filen {name} har {rows} rækker. Der kan højst være {limit}."),
            _("Del den i flere filer."),
        ),
        "file.too_many_pages": (
            _("Filen {name} har {pages} sider. Der kan højst være {limit}."),
            _("Del den i flere filer."),
        ),
        "file.too_many_parts": (
            _("Filen {name} er pakket, så den fylder alt for meget, når den åbnes."),
            _("Gem den igen uden de store billeder, eller del den."),
        ),
        "file.image_too_large": (
            _("Billedet {name} er for stort: {width} x {height} punkter."),
            _("Gør billedet mindre, og læg det op igen."),
        ),
        "file.slow": (
            _("Det tog for lang tid at læse filen {name}."),
            _("Gør den mindre, eller gem den som PDF."),
        ),
        "file.virus": (
            _("Filen {name} blev afvist af virusscanneren."),
            _("Slet den, og kontakt it-afdelingen."),
        ),
        "file.encoding": (
            _("Filen {name} er ikke gemt som UTF-8."),
            _("Gem den som UTF-8, og læg den op igen."),
        ),
        "file.no_space": (
            _("Der er ikke plads til filen {name}."),
            _("Kontakt den, der driver Styrehjul."),
        ),
    }
)

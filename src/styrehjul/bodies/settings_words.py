"""The keys and words of a kommissorium as they are called on pages; the file's own words have no æ, ø and å."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from styrehjul.bodies.domain import schema
from styrehjul.bodies.domain.model import BodyRules, KommissoriumText
from styrehjul.bodies.domain.saying import capital, value_text
from styrehjul.bodies.domain.schema import Key, Table
from styrehjul.bodies.effect_words import effect_name

Words = str | Promise

# By the file's key; one that means something else in one table stands there with the table's name.
KEY_WORDS: dict[str, Words] = {
    "noegle": _("Kode"), "kode": _("Kode"), "titel": _("Titel"), "navn": _("Navn"), "slags": _("Slags"),
    "praecis": _("Præcis så mange"), "mindst": _("Mindst så mange"), "hoejst": _("Højst så mange"),
    "aaben": _("Åbent antal"), "en_pr": _("En for hver enhed i"), "stilling": _("Skal have stillingen"),
    "omraade": _("Skal komme fra området"), "enhed": _("Skal komme fra enheden"), "stemmeret": _("Stemmeret"),
    "leder": _("Skal være leder"), "funktion_kraeves": _("Skal have en funktion"),
    "daekningsaftaler": _("Dækningsaftaler er mulige"), "udpeges_af": _("Udpeges af"), "periode": _("Udpeges for"),
    "arbejdsdage_foer": _("Arbejdsdage før mødet"), "kalenderdage_foer": _("Kalenderdage før mødet"),
    "uger_foer": _("Uger før"), "ugedag": _("Ugedag"), "paa_dato": _("Dato skrives på hvert møde"),
    "arbejdsdage_efter": _("Arbejdsdage efter mødet"), "kl": _("Klokken"), "ansvarlig": _("Ansvarlig"),
    "laaser": _("Lukker for"), "kun_udvidet": _("Kun ved udvidet forberedelse"), "forslag": _("Er et forslag"),
    "kvartaler": _("Kvartaler"), "maaneder": _("Måneder"), "moeder": _("Årets møder"), "dato": _("Fast dag på året"),
    "hvert_moede": _("På hvert møde"), "valgfri": _("Valgfrit"), "kan_flyttes": _("Kan flyttes inden for året"),
    "sikkerhed": _("Sikkerhed i læsningen"), "indhold": _("Levende indhold"), "kilde": _("Kilde"),
    "taendt": _("I brug"), "krav": _("Henvisning"), "ordlyd": _("Kommissoriets ord"), "tvivl": _("Tvivl"),
    "pr_aar": _("Møder om året"), "foelger": _("Forbereder møderne i"), "uger_imellem": _("Uger mellem møderne"),
    "efter_behov": _("Møder efter behov"), "fra": _("Første møde"), "uge_i_maaneden": _("Nummer i måneden"),
    "varighed_minutter": _("Mødets længde i minutter"), "starter_kl": _("Møder begynder"), "sted": _("Mødested"),
    "dagsorden_godkendes_af": _("Dagsordenen godkendes af"), "dagsorden_kan_laeses": _("Alle ansatte kan læse dagsordenen"),
    "beslutning_i_kraft": _("Beslutninger træder i kraft"), "referat_godkendes_af": _("Referatet godkendes af"),
    "udvidet_forberedelse": _("Udvidet forberedelse"), "materiale_klar": _("Materialet meldes klar"), "chef_godkender_forslag": _("Forslagsstillerens chef godkender"), "udsend_ved_godkendelse": _("Udsendes, når den er godkendt"),
    "mindst_arbejdsdage_til_naeste_organ": _("Arbejdsdage til det møde, der forberedes"),
    "mindst_dage_mellem_moeder": _("Dage mellem to møder"),
    "beslutningsbehov_arbejdsdage_efter": _("Arbejdsdage efter mødet til sene beslutningsbehov"),
    "beslutningsbehov_dage_aabent": _("Dage, et beslutningsbehov kan stå åbent"),
    "formand_leder": _("Formanden er mødeleder"), "sekretaer_skriver": _("Sekretæren skriver, indkalder og booker"), "beslutningsreferat": _("Referatet er et beslutningsreferat"),
    "ansvarlig_pr_punkt": _("Der aftales en ansvarlig for hvert punkt"), "stedfortraedere": _("Stedfortrædere"),
    "skriftlig_behandling": _("Skriftlig høring mellem møder"), "formandsbeslutning": _("Formandsbeslutninger mellem møder"),
    "beslutningsdygtighed": _("Beslutningsdygtighed"), "afstemning": _("Afstemning"), "kort": _("Kort betegnelse"),
    "navn_bestemt": _("Navn i bestemt form"), "overordnet": _("Overordnet organ"), "farve": _("Farve i hjulet (1-6)"),
    "formaal": _("Formål"), "opgaver_indledning": _("Ord før opgaverne"), "opgaver": _("Opgaver"),
    "sammensaetning": _("Ordene om sammensætning"), "arbejdsform": _("Ordene om arbejdsform"),
    "funktioner": _("Funktioner"), "raekkefoelge": _("Rækkefølge på dagsordenen"), "organ": _("Organ"),
    "emne": _("Emne"), "virkninger": _("Virkninger"), "maade": _("Organet"), "over_beloeb": _("Fra beløb i kroner"),
    "kategori": _("Kun projekter i kategorien"), "kun": _("Kun en del af virkningen"), "tekst": _("Forklaring"),
    "svar": _("Hvordan Styrehjul gør"), "indledning": _("Indledning"), "punkter": _("Punkter"),
    "afslutning": _("Afslutning"), "navn_et": _("Navn på én"), "kraever_beslutning": _("Kræver altid en beslutning"),
    "tvaergaaende_kategorier": _("Tværgående projekter er"), "stoert_projekt_kroner": _("Større fra beløb i kroner"),
    "stoert_projekt_timer": _("Større fra timer"), "ressourcer_i": _("Ressourcer regnes i"),
    "opbevares_aar": _("Opbevares i år"), "aendres_af": _("Kommissoriet ændres af"), "kommune": _("Kommune"),
    "version": _("Version"), "gaeldende_fra": _("Gældende fra"), "baggrund": _("Baggrund"),
    "indstillinger": _("Indstillinger"), "plads": _("Pladser"), "frist": _("Frister"), "fast_punkt": _("Faste punkter"),
    "aktivitet": _("Aktiviteter på hjulet"), "ret": _("Beslutningsret"),
}  # fmt: skip
OWN_WORDS: dict[tuple[str, str], Words] = {
    ("organ.moeder", "maaneder"): _("Måneder med møde"),
    ("organ.moeder", "ugedag"): _("Helst på en"),
    ("organ.moeder", "arbejdsdage_foer"): _("Arbejdsdage før det møde, der forberedes"),
    ("organ.moeder", "uger_foer"): _("Eller uger før"),
    ("ret", "kilde"): _("Stedet i teksten"),
    ("organ.fast_punkt", "slags"): _("Slags punkt"),
    ("tvivl", "tvivl"): _("Hvad der er usikkert"),
    ("tvivl", "sted"): _("Hvor i teksten"),
}
TABLE_WORDS: dict[str, tuple[Words, Words]] = {
    "plads": (_("plads"), _("Pladser")),
    "frist": (_("frist"), _("Frister")),
    "slags": (_("slags punkt"), _("Slags punkter")),
    "fast_punkt": (_("fast punkt"), _("Faste punkter")),
    "organ": (_("organ"), _("Organer")),
    "aktivitet": (_("aktivitet"), _("Aktiviteter på hjulet")),
    "ret": (_("beslutningsret"), _("Beslutningsret")),
    "tvivl": (_("tvivl"), _("Usikre læsninger")),
    "formaal": (_("afsnit om formål"), _("Formål")),
    "omraade": (_("område"), _("Områder, teksten taler om")),
    "enhed": (_("enhed"), _("Enheder, teksten nævner")),
}
# What the file writes without æ, ø and å, or in a few letters.
WORD_WORDS: dict[str, Words] = {
    "naestformand": _("Næstformand"), "observatoer": _("Observatør"), "sekretaer": _("Sekretær"),
    "forberedende_formand": _("Formanden for det forberedende organ"), "loerdag": _("Lørdag"), "soendag": _("Søndag"),
    "punkter_efterlyses": _("Punkter efterlyses"), "punkter_lukket": _("Frist for punkter"),
    "chefmoede": _("Behandling på chefmøde"), "referat_udkast": _("Udkast til referat"),
    "referat_bemaerkninger": _("Bemærkninger til referat"), "droeftelse": _("Drøftelse"),
    "efter_moedet": _("Efter mødet"), "ved_udsendelse": _("Ved udsendelse"), "aendringer": _("Ændringer"),
    "moedet_afsluttet": _("Når mødet er afsluttet"), "referatet_godkendt": _("Når referatet er godkendt"),
    "naeste_moede": _("På næste møde"), "hvert_medlem": _("Hvert medlem"), "fast": _("Fast punkt"),
    "ikke_i_bilaget": _("Ikke i bilaget"), "tvaergaaende": _("Tværgående"), "national": _("Nationale og fælleskommunale"),
    "faste_punkter": _("Faste punkter"),
}  # fmt: skip


def key_words(table: Table, key: Key) -> Words:
    """What a key is called on pages."""
    return OWN_WORDS.get((table.name, key.name)) or KEY_WORDS.get(key.name, capital(key.name.replace("_", " ")))


def word_words(word: str) -> Words:
    """What one of the file's words is called on pages."""
    return WORD_WORDS.get(word, capital(word.replace("_", " ")))


@dataclass(frozen=True)
class SettingRow:
    """One choice as a page lists it; `value` is empty where nothing is chosen."""

    label: Words
    value: str
    suggested: bool
    # What the choice means, as the file's own help says it; empty where the label says as much.
    help: str = ""


def settings_of(rules: BodyRules) -> list[SettingRow]:
    """A body's choices, those that are not made too, in the order of the file."""
    return _rows(schema.BODY_SETTINGS, rules.settings)


def general_settings_of(text: KommissoriumText) -> list[SettingRow]:
    """The choices for the whole organisation."""
    return _rows(schema.SETTINGS, text.settings)


def _rows(table: Table, values: Any) -> list[SettingRow]:
    rows = []
    for key in table.keys:
        value = getattr(values, key.field)
        shown = "" if value is None or value == () else capital(_shown(value, key))
        label = key_words(table, key)
        told = "" if key.doc.rstrip(".").casefold() == str(label).casefold() else key.doc
        rows.append(SettingRow(label, shown, bool(shown) and key.field in values.suggested, told))
    return rows


def _shown(value: Any, key: Key) -> str:
    if key.words is not None and isinstance(value, tuple):
        named = {code: word for word, code in key.words.items()}
        return value_text(tuple(str(word_words(named.get(row, str(row)))) for row in value))
    if isinstance(value, tuple):
        return value_text(tuple(effect_name(row) for row in value))
    return value_text(value)

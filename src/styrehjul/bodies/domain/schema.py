"""The keys of a kommissorium file, once: the reader, the writer and the reference page all go by this table."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import MISSING, dataclass, fields
from enum import StrEnum
from typing import Any

from styrehjul.bodies.domain import model, words

FORMAT = "styrehjul.kommissorium/1"


class Kind(StrEnum):
    """What a value looks like in the file; the words are those of the reference page."""

    TEXT = "tekst"
    TEXTS = "liste af tekster"
    CODE = "kode"
    INTEGER = "helt tal"
    INTEGERS = "liste af hele tal"
    NUMBER = "tal"
    FLAG = "true eller false"
    DATE = "dato"
    YEAR_DAY = "dag og måned"
    CLOCK = "klokkeslæt"
    WORD = "ord"
    WORDS = "liste af ord"
    TABLE = "tabel"
    TABLES = "tabeller"


@dataclass(frozen=True)
class Key:
    """One key: its Danish name in the file, the field it fills, and what it means.

    `words` are the permitted words and what they stand for; with `open_words` other codes pass as they are.
    """

    name: str
    field: str
    kind: Kind
    doc: str
    required: bool = False
    example: str = ""
    words: Mapping[str, Any] | None = None
    open_words: bool = False
    table: Table | None = None


Joined = tuple[dict[str, Any], list[tuple[str, str, str]]]


@dataclass(frozen=True)
class Table:
    """One table: the value it makes and its keys.

    `join` turns several keys into one field and tells what is wrong as (key, code, message); `split` is its opposite.
    `suggests`: every value may be written `{ vaerdi = ..., forslag = true }`.
    """

    name: str
    make: Callable[..., Any]
    keys: tuple[Key, ...]
    doc: str
    join: Callable[[dict[str, Any]], Joined] | None = None
    split: Callable[[Any], dict[str, Any]] | None = None
    suggests: bool = False

    def defaults(self) -> dict[str, Any]:
        """What each field is when its key is left out."""
        values: dict[str, Any] = {}
        for row in fields(self.make):  # type: ignore[arg-type]  # every `make` is a dataclass
            if row.default is not MISSING:
                values[row.name] = row.default
            elif row.default_factory is not MISSING:
                values[row.name] = row.default_factory()
        return values


def one_of(values: dict[str, Any], names: Sequence[str]) -> tuple[str | None, list[str]]:
    """The one of `names` that is given, and the further ones that should not be there."""
    given = [name for name in names if values.get(name) is not None and values.get(name) is not False]
    return (given[0] if given else None), given[1:]


def _too_many(first: str, rest: list[str]) -> list[tuple[str, str, str]]:
    return [
        (name, "key.conflict", f'"{name}" og "{first}" kan ikke stå sammen. Behold den ene, og slet den anden linje.')
        for name in rest
    ]


_SLOTS = {
    "kvartaler": model.SlotKind.QUARTERS,
    "maaneder": model.SlotKind.MONTHS,
    "moeder": model.SlotKind.NTH_MEETINGS,
    "dato": model.SlotKind.DATE,
    "hvert_moede": model.SlotKind.EVERY_MEETING,
}


def _join_slot(values: dict[str, Any]) -> Joined:
    first, rest = one_of(values, tuple(_SLOTS))
    found = {name: values.pop(name, None) for name in _SLOTS}
    slot = None
    if first is not None:
        kind = _SLOTS[first]
        if kind is model.SlotKind.DATE:
            slot = model.Slot(kind, day=found[first])
        elif kind is model.SlotKind.EVERY_MEETING:
            slot = model.Slot(kind)
        else:
            slot = model.Slot(kind, tuple(found[first]))
    values["slot"] = slot
    return values, _too_many(first or "", rest)


def _split_slot(item: model.StandingRule | model.ActivityRule) -> dict[str, Any]:
    slot = item.slot
    if slot is None:
        return {}
    name = next(name for name, kind in _SLOTS.items() if kind is slot.kind)
    if slot.kind is model.SlotKind.DATE:
        return {name: slot.day}
    return {name: True if slot.kind is model.SlotKind.EVERY_MEETING else slot.numbers}


_CADENCES = {
    "pr_aar": model.CadenceKind.PER_YEAR,
    "foelger": model.CadenceKind.FOLLOWS,
    "maaneder": model.CadenceKind.MONTHS,
    "uger_imellem": model.CadenceKind.EVERY_N_WEEKS,
    "efter_behov": model.CadenceKind.AS_NEEDED,
}


CADENCE_FIELDS = {"pr_aar": "number", "foelger": "follows", "maaneder": "months", "uger_imellem": "weeks"}


def _join_cadence(values: dict[str, Any]) -> Joined:
    first, rest = one_of(values, tuple(_CADENCES))
    wrong = _too_many(first or "", rest)
    if first is None:
        wrong.append(
            (
                "",
                "cadence.missing",
                'Det står ikke, hvor tit organet mødes. Skriv fx "pr_aar = 4" eller "efter_behov = true".',
            )
        )
    values["kind"] = _CADENCES.get(first or "efter_behov", model.CadenceKind.AS_NEEDED)
    for name, field in CADENCE_FIELDS.items():
        value = values.pop(name, None)
        if name == first:
            values[field] = value
    values.pop("efter_behov", None)
    return values, wrong


def _split_cadence(cadence: model.Cadence) -> dict[str, Any]:
    name = next(name for name, kind in _CADENCES.items() if kind is cadence.kind)
    field = CADENCE_FIELDS.get(name)
    return {name: getattr(cadence, field) if field else True}


_COUNTS = {
    "praecis": model.SeatCount.EXACTLY,
    "mindst": model.SeatCount.AT_LEAST,
    "hoejst": model.SeatCount.AT_MOST,
    "aaben": model.SeatCount.OPEN,
    "en_pr": model.SeatCount.ONE_PER,
}


def _join_seat(values: dict[str, Any]) -> Joined:
    # "mindst" and "hoejst" belong together: from and to.
    names = [name for name in _COUNTS if name != "hoejst"]
    first, rest = one_of(values, names)
    wrong = _too_many(first or "", rest)
    found = {name: values.pop(name, None) for name in _COUNTS}
    upper = found["hoejst"]
    if upper is not None and first not in (None, "mindst"):
        wrong += _too_many(first or "", ["hoejst"])
    if first is None and upper is not None:
        first = "hoejst"
    rule = _COUNTS[first or "praecis"]
    values["rule"] = rule
    values["number"] = None
    if rule is model.SeatCount.ONE_PER:
        values["group"] = found["en_pr"]
    elif rule is not model.SeatCount.OPEN:
        values["number"] = found[first] if first else 1
        values["most"] = upper if rule is model.SeatCount.AT_LEAST else None
    return values, wrong


def _split_seat(seat: model.SeatRule) -> dict[str, Any]:
    if seat.rule is model.SeatCount.OPEN:
        return {"aaben": True}
    if seat.rule is model.SeatCount.ONE_PER:
        return {"en_pr": seat.group}
    name = next(name for name, rule in _COUNTS.items() if rule is seat.rule)
    values = {name: seat.number}
    if seat.most is not None:
        values["hoejst"] = seat.most
    return values


_DEADLINES = {
    "arbejdsdage_foer": model.DeadlineKind.WORKING_DAYS_BEFORE,
    "kalenderdage_foer": model.DeadlineKind.CALENDAR_DAYS_BEFORE,
    "ugedag": model.DeadlineKind.WEEKDAY_TIME,
    "paa_dato": model.DeadlineKind.ABSOLUTE,
    "arbejdsdage_efter": model.DeadlineKind.WORKING_DAYS_AFTER,
}


def _join_deadline(values: dict[str, Any]) -> Joined:
    first, rest = one_of(values, tuple(_DEADLINES))
    wrong = _too_many(first or "", rest)
    found = {name: values.pop(name, None) for name in _DEADLINES}
    weeks = values.pop("uger_foer", None)
    if first is None:
        wrong.append(("", "deadline.missing", 'Det står ikke, hvornår fristen er. Skriv fx "arbejdsdage_foer = 5".'))
    values["kind"] = _DEADLINES.get(first or "", model.DeadlineKind.ABSOLUTE)
    if first == "ugedag":
        values["weekday"] = found["ugedag"]
        values["weeks_before"] = 1 if weeks is None else weeks
    elif weeks is not None:
        wrong.append(
            ("uger_foer", "key.conflict", '"uger_foer" hører til en ugedag. Tilføj "ugedag", eller slet linjen.')
        )
    if first in ("arbejdsdage_foer", "kalenderdage_foer", "arbejdsdage_efter"):
        values["number"] = found[first]
    return values, wrong


def _split_deadline(rule: model.DeadlineRule) -> dict[str, Any]:
    name = next(name for name, kind in _DEADLINES.items() if kind is rule.kind)
    if rule.kind is model.DeadlineKind.WEEKDAY_TIME:
        return {"uger_foer": rule.weeks_before, "ugedag": rule.weekday}
    return {name: True if rule.kind is model.DeadlineKind.ABSOLUTE else rule.number}


_SLOT_KEYS = (
    Key("kvartaler", "kvartaler", Kind.INTEGERS, "Kvartaler (1-4), punktet eller aktiviteten hører til."),
    Key("maaneder", "maaneder", Kind.INTEGERS, "Måneder (1-12) i stedet for kvartaler."),
    Key("moeder", "moeder", Kind.INTEGERS, "Årets første, andet ... møde i organet i stedet for kvartaler."),
    Key(
        "dato", "dato", Kind.YEAR_DAY, 'En fast dag på året, fx "15. marts". Punktet kommer på første møde fra den dag.'
    ),
    Key("hvert_moede", "hvert_moede", Kind.FLAG, "Punktet står på hvert møde."),
)
_ITEM_KEYS = (
    Key("valgfri", "optional", Kind.FLAG, 'Valgfrit ("Evt."): mangler det, er det ingen afvigelse.'),
    Key("kan_flyttes", "movable", Kind.FLAG, "Kan flyttes inden for året."),
    Key("sikkerhed", "certainty", Kind.NUMBER, "Hvor sikkert teksten er læst, 0-1. Under 1 vises det på skærmen."),
    Key("ansvarlig", "responsible", Kind.WORD, "Hvem der har punktet.", words=words.ROLES),
    Key("indhold", "content", Kind.CODE, "Hvilket levende indhold punktet får; udelades det, bruges nøglen."),
    Key("kilde", "source", Kind.WORD, "Om teksten eller bilaget nævner punktet.", words=words.SOURCES),
    Key("taendt", "enabled", Kind.FLAG, "false: punktet ligger klar, men kommer ikke på, før det tændes."),
    Key("forslag", "suggested", Kind.FLAG, "Punktet er Styrehjuls forslag og ikke kommissoriets regel."),
    Key("krav", "requirement", Kind.TEXT, "Henvisning til et krav eller en sag."),
    Key("ordlyd", "wording", Kind.TEXT, "Ordene i kommissoriet, når titlen er kortere."),
    Key("tvivl", "mark", Kind.TEXT, "Koden på den tvivl, der hører til punktet."),
)

SEAT = Table(
    "organ.plads",
    model.SeatRule,
    (
        Key(
            "noegle",
            "key",
            Kind.CODE,
            "Pladsens kode; må ikke ændres, når pladsen er i brug.",
            True,
            'noegle = "stabschef"',
        ),
        Key("titel", "title", Kind.TEXT, "Pladsens navn, som det står i teksten.", True, 'titel = "Stabschef"'),
        Key(
            "slags",
            "kind",
            Kind.WORD,
            "Hvad indehaveren er i organet; udelades det, er det medlem.",
            words=words.SEAT_KINDS,
        ),
        Key("praecis", "praecis", Kind.INTEGER, "Præcis så mange. Uden tal er der præcis én."),
        Key("mindst", "mindst", Kind.INTEGER, 'Mindst så mange; kan stå sammen med "hoejst".'),
        Key("hoejst", "hoejst", Kind.INTEGER, "Højst så mange."),
        Key("aaben", "aaben", Kind.FLAG, "Antallet er åbent."),
        Key("en_pr", "en_pr", Kind.CODE, "En for hver enhed i området, fx hvert fagchefområde."),
        Key("stilling", "post", Kind.TEXT, "Indehaveren skal have denne stilling."),
        Key("omraade", "area", Kind.CODE, "Indehaveren skal komme fra dette område."),
        Key("enhed", "unit", Kind.CODE, "Indehaveren skal komme fra denne enhed."),
        Key("stemmeret", "vote", Kind.FLAG, "Om pladsen har stemme; udelades det, er det ikke sagt."),
        Key("leder", "leader", Kind.FLAG, "Indehaveren skal være leder."),
        Key("funktion_kraeves", "function_required", Kind.FLAG, "Indehaveren skal have en funktion, fx projektleder."),
        Key("daekningsaftaler", "coverage_agreements", Kind.FLAG, "Én indehaver kan efter aftale dække flere enheder."),
        Key("udpeges_af", "appointed_by", Kind.TEXT, "Hvem der udpeger."),
        Key("periode", "term", Kind.TEXT, "Hvor længe der udpeges for."),
    ),
    "En plads, eller flere ens, i organet.",
    _join_seat,
    _split_seat,
)
DEADLINE = Table(
    "organ.frist",
    model.DeadlineRule,
    (
        Key("kode", "code", Kind.WORD, "Hvilken frist det er. Egne koder må bruges ved siden af disse.", True,
            'kode = "udsendelse"', words.DEADLINE_CODES, True),
        Key("navn", "label", Kind.TEXT, "Fristens navn på skærmen.", True, 'navn = "Udsendelse"'),
        Key("arbejdsdage_foer", "arbejdsdage_foer", Kind.INTEGER, "Så mange arbejdsdage før mødet; mødedagen er dag 0."),
        Key("kalenderdage_foer", "kalenderdage_foer", Kind.INTEGER, "Så mange kalenderdage før mødet."),
        Key("uger_foer", "uger_foer", Kind.INTEGER, 'Sammen med "ugedag": så mange uger før mødets uge. Udelades den, er det ugen før.'),
        Key("ugedag", "ugedag", Kind.WORD, "Ugedagen; er den lukket, gælder arbejdsdagen før.", words=words.WEEKDAYS),
        Key("paa_dato", "paa_dato", Kind.FLAG, "Datoen skrives på hvert møde for sig."),
        Key("arbejdsdage_efter", "arbejdsdage_efter", Kind.INTEGER, "Så mange arbejdsdage efter mødet."),
        Key("kl", "at", Kind.CLOCK, "Klokkeslæt; uden det gælder hele dagen."),
        Key("ansvarlig", "responsible", Kind.WORD, "Hvem fristen gælder.", words=words.ROLES),
        Key("laaser", "locks", Kind.WORD, "Hvad der lukkes, når fristen er gået.", words=words.LOCKS),
        Key("kun_udvidet", "extended_only", Kind.FLAG, "Gælder kun, hvor organet bruger udvidet forberedelse."),
        Key("forslag", "suggested", Kind.FLAG, "Fristen er Styrehjuls forslag og ikke kommissoriets regel."),
    ),
    "En frist, der regnes ud fra mødedagen.",
    _join_deadline,
    _split_deadline,
)  # fmt: skip
STANDING = Table(
    "organ.fast_punkt",
    model.StandingRule,
    (
        Key("noegle", "key", Kind.CODE, "Punktets kode.", True, 'noegle = "justering_projektportefoelje"'),
        Key(
            "titel",
            "title",
            Kind.TEXT,
            "Punktets overskrift på dagsordenen.",
            True,
            'titel = "Justering af projektportefølje"',
        ),
        *_SLOT_KEYS,
        Key(
            "slags",
            "profile",
            Kind.WORD,
            "fast: Styrehjul leverer teksten. formalitet: kræver ingen tekst.",
            words=words.PROFILES,
        ),
        *_ITEM_KEYS,
    ),
    "Et punkt, som organets dagsordener får af sig selv. Uden tidspunkt på året kommer det ikke på.",
    _join_slot,
    _split_slot,
)
ITEM_KIND = Table(
    "organ.slags",
    model.ItemKind,
    (
        Key("kode", "code", Kind.WORD, "beslutning, droeftelse, information eller en egen kode.", True,
            'kode = "beslutning"', words.ITEM_KINDS, True),
        Key("navn", "name", Kind.TEXT, 'Ordene på dagsordenen, fx "til beslutning".', True, 'navn = "til beslutning"'),
        Key("taendt", "enabled", Kind.FLAG, "false: kan tændes, men bruges ikke nu."),
        Key("forslag", "suggested", Kind.FLAG, "Styrehjuls forslag."),
    ),
    "En slags punkt, som organet bruger.",
)  # fmt: skip
CADENCE = Table(
    "organ.moeder",
    model.Cadence,
    (
        Key("pr_aar", "pr_aar", Kind.INTEGER, "Så mange møder om året, jævnt fordelt."),
        Key(
            "foelger",
            "foelger",
            Kind.CODE,
            "Koden på det organ, hvis møder dette organ forbereder: et møde før hvert af dets.",
        ),
        Key("maaneder", "maaneder", Kind.INTEGERS, "Faste måneder (1-12), et møde i hver."),
        Key("uger_imellem", "uger_imellem", Kind.INTEGER, 'Et møde for hver så mange uger, regnet fra "fra".'),
        Key("efter_behov", "efter_behov", Kind.FLAG, "Ingen fast rytme; møder oprettes enkeltvis."),
        Key("fra", "start", Kind.DATE, "Første mødedag, når der mødes med faste ugers mellemrum."),
        Key("arbejdsdage_foer", "lead_working_days", Kind.INTEGER, "Så mange arbejdsdage før det organ, der følges."),
        Key("uger_foer", "lead_weeks", Kind.INTEGER, "Eller så mange uger før."),
        Key("ugedag", "weekday", Kind.WORD, "Ugedagen, der helst bruges.", words=words.WEEKDAYS),
        Key("uge_i_maaneden", "week_in_month", Kind.INTEGER, "2 = den anden af den ugedag i måneden."),
    ),
    "Hvor tit organet mødes, og hvor i perioden mødet lægges. Skriv præcis én af de første fem.",
    _join_cadence,
    _split_cadence,
    suggests=True,
)
BODY_SETTINGS = Table(
    "organ.indstillinger",
    model.BodySettings,
    (
        Key("varighed_minutter", "meeting_minutes", Kind.INTEGER, "Et mødes længde."),
        Key("starter_kl", "start_time", Kind.CLOCK, "Hvornår møderne begynder."),
        Key("sted", "place", Kind.TEXT, "Sædvanligt mødested."),
        Key("dagsorden_godkendes_af", "agenda_approval", Kind.WORD, "Hvem der godkender dagsordenen før udsendelse.",
            words=words.AGENDA_APPROVAL),
        Key("dagsorden_kan_laeses", "agenda_readable", Kind.WORD, "Hvornår alle ansatte kan læse den åbne del.",
            words=words.AGENDA_READABLE),
        Key("beslutning_i_kraft", "decision_takes_force", Kind.WORD, "Hvornår beslutninger træder i kraft.",
            words=words.TAKES_FORCE),
        Key("referat_godkendes_af", "minutes_approval", Kind.WORD, "Hvordan referatet godkendes.",
            words=words.MINUTES_APPROVAL),
        Key("udvidet_forberedelse", "extended_preparation", Kind.FLAG, "Åbner for gennemsynsrunder og flere trin."),
        Key("materiale_klar", "material_ready_act", Kind.FLAG,
            "Ved udvidet forberedelse: det forberedende organs formand siger, at materialet er klar."),
        Key("chef_godkender_forslag", "chief_approves_proposals", Kind.FLAG,
            "Ved udvidet forberedelse: forslagsstillerens egen chef siger ja, før sekretæren modtager punktet."),
        Key("udsend_ved_godkendelse", "dispatch_on_approval", Kind.FLAG, "Dagsordenen sendes af sig selv, når den er godkendt."),
        Key("mindst_arbejdsdage_til_naeste_organ", "min_working_days_to_fed", Kind.INTEGER,
            "Advarsel, når der er færre arbejdsdage til det møde, der forberedes."),
        Key("mindst_dage_mellem_moeder", "min_days_between", Kind.INTEGER, "Advarsel, når to møder i organet ligger tættere."),
        Key("beslutningsbehov_arbejdsdage_efter", "late_need_working_days", Kind.INTEGER,
            "Så mange arbejdsdage efter organets møde kan et beslutningsbehov endnu nå den næste dagsorden."),
        Key("beslutningsbehov_dage_aabent", "need_days_open", Kind.INTEGER,
            "Så mange dage kan et beslutningsbehov stå åbent, før det vises som for sent."),
        Key("formand_leder", "chair_leads", Kind.FLAG, "Formanden er mødeleder."),
        Key("sekretaer_skriver", "secretary_writes", Kind.FLAG, "Sekretæren skriver referat, indkalder og booker lokale."),
        Key("beslutningsreferat", "short_minutes", Kind.FLAG, "Referatet viser kun indstilling og beslutning, ikke sagens tekst."),
        Key("ansvarlig_pr_punkt", "responsible_per_item", Kind.FLAG, "Der aftales en ansvarlig for hvert punkt."),
        Key("stedfortraedere", "deputy_seats", Kind.FLAG, "Medlemmer kan have stedfortrædere."),
        Key("skriftlig_behandling", "written_procedure", Kind.FLAG, "Sager kan behandles skriftligt mellem møder."),
        Key("formandsbeslutning", "chair_decisions", Kind.FLAG, "Formanden kan beslutte mellem møder."),
        Key("beslutningsdygtighed", "quorum", Kind.TEXT, "Reglen i ord; uden den nævnes den ingen steder."),
        Key("afstemning", "voting", Kind.TEXT, "Reglen i ord; uden den noteres ingen stemmer."),
    ),
    "Organets valg, hvor teksten ofte tier.",
    suggests=True,
)  # fmt: skip
BODY = Table(
    "organ",
    model.BodyRules,
    (
        Key("kode", "code", Kind.CODE, "Organets kode, små bogstaver.", True, 'kode = "udvalg"'),
        Key("kort", "short_code", Kind.TEXT, "Kort betegnelse, fx i beslutningsnumre.", True, 'kort = "U"'),
        Key("navn", "name", Kind.TEXT, "Navnet.", True, 'navn = "Udvalg"'),
        Key("navn_bestemt", "name_definite", Kind.TEXT, "Navnet i bestemt form, til sætninger.", True,
            'navn_bestemt = "udvalget"'),
        Key("overordnet", "parent", Kind.CODE, "Koden på organet over dette."),
        Key("farve", "color", Kind.INTEGER, "Plads 1-6 i hjulets farver."),
        Key("formaal", "purpose", Kind.TEXT, "Organets formål."),
        Key("opgaver_indledning", "tasks_lead", Kind.TEXT, "Ordene før opgaverne."),
        Key("opgaver", "tasks", Kind.TEXTS, 'Opgaverne. En linje, der begynder med "- ", er et underpunkt.'),
        Key("sammensaetning", "composition", Kind.TEXTS, "Tekstens ord om, hvem organet består af."),
        Key("arbejdsform", "working_form", Kind.TEXTS, "Tekstens ord om arbejdsform og møder."),
        Key("funktioner", "functions", Kind.TEXTS, "Funktioner, medlemmer kan have; listen er åben."),
        Key("raekkefoelge", "insert_order", Kind.WORDS,
            'Rækkefølgen på dagsordenen: nøgler på formaliteter, "faste_punkter" og slags.', words=words.ORDER_WORDS,
            open_words=True),
        Key("moeder", "cadence", Kind.TABLE, "Hvor tit organet mødes.", True, "[organ.moeder]", table=CADENCE),
        Key("indstillinger", "settings", Kind.TABLE, "Organets valg.", table=BODY_SETTINGS),
        Key("plads", "seats", Kind.TABLES, "Pladserne.", table=SEAT),
        Key("frist", "deadlines", Kind.TABLES, "Fristerne.", table=DEADLINE),
        Key("slags", "item_kinds", Kind.TABLES, "Slags punkter.", table=ITEM_KIND),
        Key("fast_punkt", "standing_items", Kind.TABLES, "De faste punkter.", table=STANDING),
    ),
    "Et organ.",
    suggests=True,
)  # fmt: skip
ACTIVITY = Table(
    "aktivitet",
    model.ActivityRule,
    (
        Key("noegle", "key", Kind.CODE, "Aktivitetens kode.", True, 'noegle = "digitaliseringsseminar"'),
        Key("titel", "title", Kind.TEXT, "Navnet på hjulet.", True, 'titel = "Internt digitaliseringsseminar"'),
        Key("organ", "body", Kind.CODE, "Koden på det organ, der er vært.", True, 'organ = "udvalg"'),
        *(key for key in _SLOT_KEYS if key.name not in ("moeder", "hvert_moede")),
        *_ITEM_KEYS,
    ),
    "Noget på hjulet ved siden af dagsordenerne.",
    _join_slot,
    _split_slot,
)
RIGHT = Table(
    "ret",
    model.DecisionRight,
    (
        Key("organ", "body", Kind.CODE, "Organets kode.", True, 'organ = "udvalg"'),
        Key("emne", "subject", Kind.TEXT, "Hvad retten handler om.", True, 'emne = "Nye projektforslag"'),
        Key("virkninger", "effects", Kind.TEXTS, "Virkningerne, en beslutning kan have."),
        Key("maade", "mode", Kind.WORD, "Om organet beslutter, anbefaler eller orienteres.", words=words.RIGHT_MODES),
        Key("over_beloeb", "above", Kind.NUMBER, "Gælder fra dette beløb i kroner."),
        Key("kategori", "category", Kind.WORD, "Gælder kun projekter i kategorien.", words=words.CATEGORIES),
        Key("kun", "only", Kind.WORD, "Gælder kun en del af virkningen.", words=words.PARTS),
        Key("kilde", "basis", Kind.TEXT, "Stedet i teksten."),
        Key("forslag", "suggested", Kind.FLAG, "Retten er et forslag; teksten siger den ikke."),
        Key("tekst", "text", Kind.TEXT, "En forklaring."),
    ),
    "En række i kompetencetabellen. En ret, der ikke er skrevet, afviser ingenting.",
)
MARK = Table(
    "tvivl",
    model.Mark,
    (
        Key("kode", "code", Kind.TEXT, "Mærket i teksten.", True, 'kode = "?1"'),
        Key("sted", "place", Kind.TEXT, "Hvor i teksten.", True, 'sted = "Afsnit 7"'),
        Key("tvivl", "doubt", Kind.TEXT, "Hvad der er usikkert.", True, 'tvivl = "..."'),
        Key("svar", "answer", Kind.TEXT, "Hvordan Styrehjul gør.", True, 'svar = "..."'),
    ),
    "En usikker læsning af teksten.",
)
SECTION = Table(
    "formaal",
    model.Section,
    (
        Key("titel", "title", Kind.TEXT, "Overskriften.", True, 'titel = "Ledelsesmæssig forankring"'),
        Key("indledning", "lead", Kind.TEXT, "Ordene før punkterne."),
        Key("punkter", "points", Kind.TEXTS, "Punkterne."),
        Key("afslutning", "closing", Kind.TEXT, "Ordene efter punkterne."),
    ),
    "Et afsnit om formål.",
)
GROUP = Table(
    "omraade",
    model.UnitGroup,
    (
        Key("kode", "code", Kind.CODE, "Områdets kode.", True, 'kode = "fagchefomraader"'),
        Key("navn", "name", Kind.TEXT, "Navnet.", True, 'navn = "fagchefområderne"'),
        Key("navn_et", "name_one", Kind.TEXT, 'Navnet på én enhed i området, fx "fagchefområde".'),
    ),
    "En gruppe af organisationens enheder, som teksten taler om. Hvilke enheder det er, holder kommunen selv.",
)
UNIT = Table(
    "enhed",
    model.NamedUnit,
    (
        Key("kode", "code", Kind.CODE, "Enhedens kode.", True, 'kode = "staben"'),
        Key("navn", "name", Kind.TEXT, "Navnet.", True, 'navn = "Staben"'),
    ),
    "En enhed, som teksten nævner ved navn.",
)
SETTINGS = Table(
    "indstillinger",
    model.GeneralSettings,
    (
        Key("kraever_beslutning", "needs_decision", Kind.TEXTS, "Virkninger, der altid kræver et organs beslutning."),
        Key("tvaergaaende_kategorier", "cross_cutting_categories", Kind.WORDS, 'Hvad "tværgående projekter" dækker.',
            words=words.CATEGORIES),
        Key("stoert_projekt_kroner", "large_amount", Kind.NUMBER, "Fra dette beløb er et projekt større."),
        Key("stoert_projekt_timer", "large_hours", Kind.INTEGER, "Fra så mange timer er et projekt større."),
        Key("ressourcer_i", "allocation_unit", Kind.TEXT, "Timer eller årsværk."),
        Key("opbevares_aar", "retention_years", Kind.INTEGER, "Hvor længe der opbevares."),
        Key("aendres_af", "changed_by", Kind.TEXT, "Hvem der kan ændre kommissoriet."),
    ),
    "Valg for hele organisationen, hvor teksten ofte tier.",
    suggests=True,
)  # fmt: skip
DOCUMENT = Table(
    "",
    model.KommissoriumText,
    (
        Key("navn", "name", Kind.TEXT, "Kommissoriets navn.", True, 'navn = "Kommissorium for ..."'),
        Key("kommune", "municipality", Kind.TEXT, "Kommunens navn.", True, 'kommune = "... Kommune"'),
        Key("version", "version", Kind.TEXT, "Versionen, hvis kommissoriet har en."),
        Key(
            "gaeldende_fra",
            "applies_from",
            Kind.DATE,
            "Datoen, kommissoriet gælder fra. Kan udelades, indtil det sættes i kraft.",
        ),
        Key("baggrund", "background", Kind.TEXT, "Baggrunden. En tom linje skiller afsnit."),
        Key("indstillinger", "settings", Kind.TABLE, "Valg for hele organisationen.", table=SETTINGS),
        Key("formaal", "purposes", Kind.TABLES, "Afsnit om formål.", table=SECTION),
        Key("omraade", "groups", Kind.TABLES, "Grupper af enheder.", table=GROUP),
        Key("enhed", "units", Kind.TABLES, "Enheder, der nævnes.", table=UNIT),
        Key("organ", "bodies", Kind.TABLES, "Organerne.", True, "[[organ]]", table=BODY),
        Key("aktivitet", "activities", Kind.TABLES, "Aktiviteter på hjulet.", table=ACTIVITY),
        Key("ret", "rights", Kind.TABLES, "Kompetencetabellen.", table=RIGHT),
        Key("tvivl", "marks", Kind.TABLES, "Usikre læsninger.", table=MARK),
    ),
    "Hele filen.",
)
TABLES: tuple[Table, ...] = (
    DOCUMENT, SETTINGS, SECTION, GROUP, UNIT, BODY, CADENCE, BODY_SETTINGS, SEAT, DEADLINE, ITEM_KIND, STANDING,
    ACTIVITY, RIGHT, MARK,
)  # fmt: skip

"""What would change from one kommissorium to another, in full Danish sentences."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

from styrehjul.bodies.domain import schema
from styrehjul.bodies.domain.model import (
    ActivityRule,
    BodyRules,
    CadenceKind,
    DeadlineRule,
    DecisionRight,
    KommissoriumText,
    SeatCount,
    SeatRule,
    StandingRule,
)
from styrehjul.bodies.domain.saying import (
    WORDS,
    cadence_text,
    capital,
    count_text,
    deadline_text,
    deadline_unit,
    genitive,
    lowered,
    seat_count_text,
    slot_text,
    value_text,
)
from styrehjul.bodies.domain.schema import Kind, Table
from styrehjul.kernel.danish import WEEKDAYS, listing, number_text

ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass(frozen=True)
class Change:
    """One difference: where (`organ.udvalg.plads.naestformand`), what it was and becomes, and the sentence."""

    key: str
    kind: str
    old: str | None
    new: str | None
    text: str


def differences(old: KommissoriumText, new: KommissoriumText) -> list[Change]:
    """Everything that differs; empty when the two say the same.

    A new text without a date says nothing about when it applies, so that alone is no difference.
    """
    if new.applies_from is None:
        new = replace(new, applies_from=old.applies_from)
    return list(_Comparison(old, new).whole())


@dataclass(frozen=True)
class _Owner:
    """Whose field it is, in a sentence: "udvalgets", "pladsen Næstformand i udvalget"."""

    path: str
    of: str


class _Comparison:
    def __init__(self, old: KommissoriumText, new: KommissoriumText) -> None:
        self.old, self.new = old, new

    def whole(self) -> Iterator[Change]:
        yield from self.fields(self.old, self.new, schema.DOCUMENT, _Owner("", "kommissoriets"))
        yield from self.fields(
            self.old.settings, self.new.settings, schema.SETTINGS, _Owner("indstillinger.", "kommissoriets")
        )
        yield from self.rows("formaal", self.old.purposes, self.new.purposes, schema.SECTION, _title, "Afsnittet")
        yield from self.rows("omraade", self.old.groups, self.new.groups, schema.GROUP, _code, "Området")
        yield from self.rows("enhed", self.old.units, self.new.units, schema.UNIT, _code, "Enheden")
        yield from self.bodies()
        yield from self.items("aktivitet", self.old.activities, self.new.activities, schema.ACTIVITY, None)
        yield from self.rights()
        yield from self.rows("tvivl", self.old.marks, self.new.marks, schema.MARK, _code, "Tvivlen")

    # -- bodies

    def bodies(self) -> Iterator[Change]:
        for path, before, after in _pairs("organ", self.old.bodies, self.new.bodies, _code):
            if before is None:
                assert after is not None
                seats = count_text(len(after.seats), "slags plads", "slags pladser")
                meets = cadence_text(after.cadence, self.new)
                yield Change(
                    path, ADDED, None, after.name, f"Et nyt organ kommer til: {after.name} ({meets}, {seats})."
                )
            elif after is None:
                yield Change(
                    path,
                    REMOVED,
                    before.name,
                    None,
                    f"Organet {before.name} udgår med sine pladser, frister og punkter.",
                )
            else:
                yield from self.body(path, before, after)
        yield from _order("organ", self.old.bodies, self.new.bodies, _code, "Organernes rækkefølge")

    def body(self, path: str, old: BodyRules, new: BodyRules) -> Iterator[Change]:
        owner = _Owner(f"{path}.", genitive(new.name_definite))
        yield from self.fields(old, new, schema.BODY, owner)
        yield from self.cadence(f"{path}.moeder", old, new)
        settings = replace(owner, path=f"{path}.indstillinger.")
        yield from self.fields(old.settings, new.settings, schema.BODY_SETTINGS, settings)
        yield from self.seats(f"{path}.plads", old, new)
        yield from self.deadlines(f"{path}.frist", old, new)
        yield from self.rows(f"{path}.slags", old.item_kinds, new.item_kinds, schema.ITEM_KIND, _code, "Slagsen", new)
        yield from self.items(f"{path}.fast_punkt", old.standing_items, new.standing_items, schema.STANDING, new)

    def cadence(self, path: str, old: BodyRules, new: BodyRules) -> Iterator[Change]:
        before, after = cadence_text(old.cadence, self.old), cadence_text(new.cadence, self.new)
        same = replace(old.cadence, suggested=new.cadence.suggested) == new.cadence
        if before != after:
            holds = "holder" if new.cadence.kind is CadenceKind.PER_YEAR else "har"
            text = f"{capital(new.name_definite)} {holds} {after} i stedet for {before}."
            yield Change(path, CHANGED, before, after, text)
        elif not same:
            moved = f"{before}, {_place(old)}", f"{after}, {_place(new)}"
            text = f"{capital(genitive(new.name_definite))} møder lægges anderledes: {_place(new)} i stedet for {_place(old)}."
            yield Change(path, CHANGED, *moved, text)
        yield from _suggestions(path, old.cadence, new.cadence, f"{genitive(new.name_definite)} mødekadence", same)

    def seats(self, path: str, old: BodyRules, new: BodyRules) -> Iterator[Change]:
        for at, before, after in _pairs(path, old.seats, new.seats, _key):
            if before is None:
                assert after is not None
                more = _seats_more(after)
                count = "" if after.rule is SeatCount.EXACTLY else f" ({seat_count_text(after, self.new)})"
                text = f"{capital(new.name_definite)} får {more}: {after.title}{count}."
                yield Change(at, ADDED, None, after.title, text)
            elif after is None:
                text = f"{capital(new.name_definite)} mister pladsen {before.title}."
                yield Change(at, REMOVED, before.title, None, text)
            else:
                yield from self.seat(at, before, after, new)
        yield from _order(path, old.seats, new.seats, _key, f"Rækkefølgen af {genitive(new.name_definite)} pladser")

    def seat(self, path: str, old: SeatRule, new: SeatRule, body: BodyRules) -> Iterator[Change]:
        name = f'Pladsen "{new.title}" i {body.name_definite}'
        before, after = seat_count_text(old, self.old), seat_count_text(new, self.new)
        if (old.rule, old.number, old.most, old.group) != (new.rule, new.number, new.most, new.group):
            yield Change(f"{path}.antal", CHANGED, before, after, f"{name} ændres fra {before} til {after}.")
        yield from self.fields(
            old, new, schema.SEAT, _Owner(f"{path}.", f'pladsen "{new.title}" i {body.name_definite}')
        )

    def deadlines(self, path: str, old: BodyRules, new: BodyRules) -> Iterator[Change]:
        whose = capital(genitive(new.name_definite))
        for at, before, after in _pairs(path, old.deadlines, new.deadlines, _code):
            if before is None:
                assert after is not None
                said = deadline_text(after)
                text = f"{capital(new.name_definite)} får en frist for {lowered(after.label)}: {said}."
                yield Change(at, ADDED, None, said, text)
            elif after is None:
                said = deadline_text(before)
                yield Change(at, REMOVED, said, None, f"{whose} frist for {lowered(before.label)} ({said}) udgår.")
            else:
                yield from self.deadline(at, before, after, new)
        yield from _order(
            path, old.deadlines, new.deadlines, _code, f"Rækkefølgen af {genitive(new.name_definite)} frister"
        )

    def deadline(self, path: str, old: DeadlineRule, new: DeadlineRule, body: BodyRules) -> Iterator[Change]:
        name = f"{genitive(body.name_definite)} frist for {lowered(new.label)}"
        before, after = deadline_text(old), deadline_text(new)
        if before != after:
            alike = old.kind is new.kind and deadline_unit(new) and old.at == new.at and old.at is None
            span = f"{old.number} til {new.number} {deadline_unit(new)}" if alike else f"{before} til {after}"
            yield Change(path, CHANGED, before, after, f"{capital(name)} ændres fra {span}.")
        yield from self.fields(old, new, schema.DEADLINE, _Owner(f"{path}.", name), leave=("at",))
        yield from _suggested(path, old, new, name, before == after)

    # -- items of agendas and of the wheel

    def items(
        self,
        path: str,
        old: tuple[StandingRule, ...] | tuple[ActivityRule, ...],
        new: tuple[StandingRule, ...] | tuple[ActivityRule, ...],
        table: Table,
        body: BodyRules | None,
    ) -> Iterator[Change]:
        noun = "Punktet" if body is not None else "Aktiviteten"
        place = f" i {body.name_definite}" if body is not None else ""
        for at, before, after in _pairs(path, old, new, _key):
            if before is None:
                off = "" if after.enabled else " (slukket)"
                text = f'{noun} "{after.title}"{place} kommer til: {slot_text(after.slot)}{off}.'
                yield Change(at, ADDED, None, after.title, text)
            elif after is None:
                yield Change(at, REMOVED, before.title, None, f'{noun} "{before.title}"{place} udgår.')
            else:
                name = f'{noun} "{after.title}"{place}'
                if before.slot != after.slot:
                    was, is_ = slot_text(before.slot), slot_text(after.slot)
                    yield Change(f"{at}.tid", CHANGED, was, is_, f"{name} flyttes fra {was} til {is_}.")
                if before.enabled != after.enabled:
                    said = "tændes" if after.enabled else "slukkes"
                    yield Change(
                        f"{at}.taendt",
                        CHANGED,
                        value_text(before.enabled),
                        value_text(after.enabled),
                        f"{name} {said}.",
                    )
                yield from self.fields(before, after, table, _Owner(f"{at}.", lowered(name)), leave=("enabled",))
                yield from _suggested(at, before, after, lowered(name), before.slot == after.slot)
        whose = f"{genitive(body.name_definite)} faste punkter" if body is not None else "aktiviteterne"
        yield from _order(path, old, new, _key, f"Rækkefølgen af {whose}")

    def rights(self) -> Iterator[Change]:
        for path, before, after in _pairs("ret", self.old.rights, self.new.rights, _right):
            right = after or before
            assert right is not None
            body = self._definite(right.body)
            verb = WORDS[right.mode]
            if before is None:
                yield Change(path, ADDED, None, right.subject, f'{capital(body)} {verb} fremover om "{right.subject}".')
            elif after is None:
                yield Change(
                    path, REMOVED, right.subject, None, f'Retten "{right.subject}" i {body} er ikke længere fastsat.'
                )
            else:
                name = f'retten "{right.subject}" i {body}'
                yield from self.fields(before, after, schema.RIGHT, _Owner(f"{path}.", name))
                yield from _suggested(path, before, after, name, True)
        yield from _order("ret", self.old.rights, self.new.rights, _right, "Kompetencetabellens rækkefølge")

    def _definite(self, code: str) -> str:
        for text in (self.new, self.old):
            for body in text.bodies:
                if body.code == code:
                    return body.name_definite
        return code

    # -- what all tables share

    def rows(
        self,
        path: str,
        old: tuple[Any, ...],
        new: tuple[Any, ...],
        table: Table,
        identity: Callable[[Any], str],
        noun: str,
        body: BodyRules | None = None,
    ) -> Iterator[Change]:
        place = f" i {body.name_definite}" if body is not None else ""
        for at, before, after in _pairs(path, old, new, identity):
            name = f'{noun} "{_name(after or before)}"{place}'
            if before is None:
                yield Change(at, ADDED, None, _name(after), f"{name} kommer til.")
            elif after is None:
                yield Change(at, REMOVED, _name(before), None, f"{name} udgår.")
            else:
                yield from self.fields(before, after, table, _Owner(f"{at}.", lowered(name)))
                if hasattr(before, "suggested"):
                    yield from _suggested(at, before, after, lowered(name), True)
        yield from _order(path, old, new, identity, f"Rækkefølgen af {NOUNS[path.rpartition('.')[2]]}{place}")

    def fields(self, old: Any, new: Any, table: Table, owner: _Owner, leave: tuple[str, ...] = ()) -> Iterator[Change]:
        """Every plain field that differs. Fields made of several keys are told by their own sentences."""
        for key in table.keys:
            if key.table is not None or not hasattr(new, key.field) or key.field in (*leave, "suggested"):
                continue
            before, after = getattr(old, key.field), getattr(new, key.field)
            if before != after:
                yield self.field(owner, key, before, after)
        if table.suggests and table is not schema.CADENCE:
            yield from _suggestions(owner.path.rstrip("."), old, new, owner.of, None, table)

    def field(self, owner: _Owner, key: schema.Key, before: Any, after: Any) -> Change:
        noun = NOUNS[key.name]
        whose = (
            f"{capital(owner.of)} {noun}"
            if owner.of.endswith(("s", "'")) and '"' not in owner.of
            else f"{capital(noun)} for {owner.of}"
        )
        path = f"{owner.path}{key.name}"
        was = None if before in (None, ()) else self.shown(before, key)
        is_ = None if after in (None, ()) else self.shown(after, key)
        if was is None:
            said = f"{whose} fastsættes: {is_}." if _short(is_) else f"{whose} er skrevet."
            return Change(path, ADDED, None, is_, said)
        if is_ is None:
            return Change(
                path,
                REMOVED,
                was,
                None,
                f"{whose} er ikke længere fastsat."
                if not _short(was)
                else f"{whose} er ikke længere fastsat (før: {was}).",
            )
        if _short(was) and _short(is_):
            return Change(path, CHANGED, was, is_, f"{whose} ændres fra {was} til {is_}.")
        return Change(path, CHANGED, was, is_, f"{whose} er skrevet om.")

    def shown(self, value: Any, key: schema.Key) -> str:
        if key.kind in (Kind.TEXT, Kind.TEXTS):
            return f'"{value}"' if isinstance(value, str) else listing(f'"{row}"' for row in value)
        if key.name in ("omraade", "en_pr"):
            return self.new.group_name(value) if self.new.group_name(value) != value else self.old.group_name(value)
        if key.name == "enhed":
            return self.new.unit_name(value) if self.new.unit_name(value) != value else self.old.unit_name(value)
        if key.name in ("overordnet", "organ", "foelger"):
            return self._definite(value)
        if key.words is not None and not isinstance(value, tuple):
            return _CODE_WORDS.get(value, value_text(value))
        if key.words is not None:
            return listing(_CODE_WORDS.get(row, value_text(row)) for row in value)
        return value_text(value)


_CODE_WORDS: dict[Any, str] = {
    "decision": "til beslutning",
    "discussion": "til drøftelse",
    "information": "til information",
    "standing": "de faste punkter",
    "national": "nationale og fælleskommunale",
    "cross": "tværgående",
    "local": "lokale",
    "end_date": "slutdato",
}

NOUNS: dict[str, str] = {
    "navn": "navn", "kommune": "kommune", "version": "version", "gaeldende_fra": "ikrafttræden", "baggrund": "baggrund",
    "indstillinger": "indstillinger", "formaal": "formål", "omraade": "område", "enhed": "enhed", "organ": "organ",
    "aktivitet": "aktiviteter", "ret": "kompetencer", "tvivl": "tvivl", "kraever_beslutning": "krav om beslutning",
    "tvaergaaende_kategorier": "afgrænsning af tværgående projekter", "stoert_projekt_kroner": "beløbsgrænse for større projekter",
    "stoert_projekt_timer": "timegrænse for større projekter", "ressourcer_i": "enhed for ressourcer",
    "opbevares_aar": "opbevaring i år", "aendres_af": "regel om, hvem der ændrer", "titel": "titel",
    "indledning": "indledning", "punkter": "punkter", "afslutning": "afslutning", "kode": "kode", "navn_et": "navn på én",
    "kort": "korte betegnelse", "navn_bestemt": "navn i bestemt form", "overordnet": "overordnede organ", "farve": "farve",
    "opgaver_indledning": "indledning til opgaverne", "opgaver": "opgaver", "sammensaetning": "ord om sammensætningen",
    "arbejdsform": "arbejdsform", "funktioner": "funktioner", "raekkefoelge": "rækkefølge på dagsordenen", "moeder": "møder",
    "plads": "pladser", "frist": "frister", "slags": "slags", "fast_punkt": "faste punkter", "pr_aar": "antal møder om året",
    "foelger": "rytme", "maaneder": "måneder", "uger_imellem": "uger imellem", "efter_behov": "møder efter behov",
    "fra": "første mødedag", "arbejdsdage_foer": "arbejdsdage før", "uger_foer": "uger før", "ugedag": "ugedag",
    "uge_i_maaneden": "uge i måneden", "varighed_minutter": "mødelængde i minutter", "starter_kl": "starttidspunkt",
    "sted": "mødested", "dagsorden_godkendes_af": "godkendelse af dagsordenen", "dagsorden_kan_laeses": "læseadgang til dagsordener",
    "beslutning_i_kraft": "tidspunkt for beslutningers ikrafttræden", "referat_godkendes_af": "godkendelse af referatet",
    "udvidet_forberedelse": "udvidede forberedelse", "materiale_klar": "melding om, at materialet er klar", "chef_godkender_forslag": "chefens godkendelse af forslag til punkter", "udsend_ved_godkendelse": "udsendelse ved godkendelse",
    "mindst_arbejdsdage_til_naeste_organ": "mindste afstand i arbejdsdage til det møde, der forberedes",
    "mindst_dage_mellem_moeder": "mindste afstand i dage mellem møder",
    "beslutningsbehov_arbejdsdage_efter": "frist i arbejdsdage for beslutningsbehov",
    "beslutningsbehov_dage_aabent": "antal dage, et beslutningsbehov kan stå åbent", "formand_leder": "regel om formanden som mødeleder",
    "sekretaer_skriver": "regel om sekretærens opgaver", "beslutningsreferat": "valg af beslutningsreferat", "ansvarlig_pr_punkt": "regel om ansvarlig for hvert punkt",
    "stedfortraedere": "brug af stedfortrædere", "skriftlig_behandling": "brug af skriftlig høring",
    "formandsbeslutning": "brug af formandsbeslutninger", "beslutningsdygtighed": "regel om beslutningsdygtighed",
    "afstemning": "regel om afstemning", "noegle": "kode", "praecis": "antal", "mindst": "mindste antal", "hoejst": "højeste antal",
    "aaben": "åbne antal", "en_pr": "område", "stilling": "stilling", "stemmeret": "stemmeret", "leder": "krav om leder",
    "funktion_kraeves": "krav om funktion", "daekningsaftaler": "brug af dækningsaftaler", "udpeges_af": "udpegning",
    "periode": "udpegningsperiode", "kalenderdage_foer": "kalenderdage før", "paa_dato": "dato", "arbejdsdage_efter": "arbejdsdage efter",
    "kl": "klokkeslæt", "ansvarlig": "ansvarlige", "laaser": "lukning", "kun_udvidet": "begrænsning til udvidet forberedelse",
    "forslag": "forslag", "kvartaler": "kvartaler", "dato": "dato", "hvert_moede": "plads på hvert møde", "valgfri": "valgfrihed",
    "kan_flyttes": "mulighed for flytning", "sikkerhed": "læsesikkerhed", "indhold": "indhold", "kilde": "kilde", "taendt": "brug",
    "krav": "krav", "ordlyd": "ordlyd", "emne": "emne", "virkninger": "virkninger", "maade": "måde", "over_beloeb": "beløbsgrænse",
    "kategori": "kategori", "kun": "begrænsning", "tekst": "forklaring", "svar": "svar",
}  # fmt: skip


def _short(said: str | None) -> bool:
    return said is None or (len(said) <= 120 and "\n" not in said)


def _seats_more(seat: SeatRule) -> str:
    number = seat.number or 1
    if seat.rule is SeatCount.EXACTLY and number > 1:
        return f"{number_text(number)} pladser mere"
    return "en plads mere"


def _place(body: BodyRules) -> str:
    """Where in its period a meeting is put."""
    cadence = body.cadence
    day = WEEKDAYS[cadence.weekday] if cadence.weekday is not None else "en arbejdsdag"
    return f"{cadence.week_in_month}. {day} i måneden" if cadence.week_in_month is not None else day


def _suggested(path: str, old: Any, new: Any, name: str, same: bool) -> Iterator[Change]:
    """A suggestion that is confirmed (or the other way round)."""
    if old.suggested == new.suggested:
        return
    text = f"{capital(name)} {'er nu et forslag' if new.suggested else 'er nu fastsat og ikke længere et forslag'}."
    yield Change(f"{path}.forslag", CHANGED, value_text(old.suggested), value_text(new.suggested), text)


def _suggestions(
    path: str, old: Any, new: Any, name: str, same: bool | None, table: Table | None = None
) -> Iterator[Change]:
    """Fields that turn from suggestion to choice or back. What came or went altogether has been told already."""
    keys = table.keys if table is not None else schema.CADENCE.keys
    for field in sorted(old.suggested ^ new.suggested):
        key = next((key for key in keys if schema.CADENCE_FIELDS.get(key.field, key.field) == field), None)
        gone = getattr(old, field) in (None, ()) or getattr(new, field) in (None, ())
        if key is None or (gone and getattr(old, field) != getattr(new, field)):
            continue
        state = "er nu et forslag" if field in new.suggested else "er nu fastsat og ikke længere et forslag"
        whose = f"{name} ({NOUNS[key.name]})" if table is None else f"{name} {NOUNS[key.name]}"
        was, is_ = value_text(field in old.suggested), value_text(field in new.suggested)
        yield Change(f"{path}.{key.name}.forslag".lstrip("."), CHANGED, was, is_, f"{capital(whose)} {state}.")


def _pairs(
    path: str, old: tuple[Any, ...], new: tuple[Any, ...], identity: Callable[[Any], str]
) -> Iterator[tuple[str, Any, Any]]:
    before, after = _numbered(old, identity), _numbered(new, identity)
    for name in [*after, *(name for name in before if name not in after)]:
        yield f"{path}.{name}", before.get(name), after.get(name)


def _numbered(rows: tuple[Any, ...], identity: Callable[[Any], str]) -> dict[str, Any]:
    """Rows by their identity; a second one of the same identity gets a number."""
    found: dict[str, Any] = {}
    for row in rows:
        name, number = identity(row), 1
        while (label := name if number == 1 else f"{name}~{number}") in found:
            number += 1
        found[label] = row
    return found


def _order(
    path: str, old: tuple[Any, ...], new: tuple[Any, ...], identity: Callable[[Any], str], name: str
) -> Iterator[Change]:
    before, after = list(_numbered(old, identity)), list(_numbered(new, identity))
    kept = [row for row in before if row in after]
    if kept != [row for row in after if row in before]:
        yield Change(f"{path}.raekkefoelge", CHANGED, None, None, f"{capital(name)} er ændret.")


def _name(row: Any) -> str:
    return str(getattr(row, "name", None) or getattr(row, "title", None) or row.code)


def _code(row: Any) -> str:
    return str(row.code)


def _key(row: Any) -> str:
    return str(row.key)


def _title(row: Any) -> str:
    return str(row.title)


def _right(row: DecisionRight) -> str:
    return f"{row.body}.{row.subject}"

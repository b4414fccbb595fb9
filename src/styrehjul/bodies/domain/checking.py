"""What cannot be right in a kommissorium, and what makes one wonder."""

from __future__ import annotations

import difflib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Set
from itertools import pairwise

from styrehjul.bodies.domain.model import (
    ActivityRule,
    BodyRules,
    CadenceKind,
    DeadlineCode,
    DeadlineKind,
    DeadlineRule,
    KommissoriumText,
    MinutesApproval,
    SeatCount,
    SeatKind,
    SeatRule,
    Slot,
    SlotKind,
    StandingRule,
)
from styrehjul.bodies.domain.problems import Finding, Path
from styrehjul.bodies.domain.words import EFFECTS
from styrehjul.kernel.danish import listing

# In the order in which they come; several may fall on one day, none before the one above it.
LADDER = (
    DeadlineCode.CALL, DeadlineCode.ITEMS_CLOSED, DeadlineCode.MATERIAL, DeadlineCode.MANAGEMENT_MEETING,
    DeadlineCode.REVIEW, DeadlineCode.CHAIR, DeadlineCode.DISPATCH, DeadlineCode.LATE,
)  # fmt: skip
_MAX_DAYS = 366


def problems(text: KommissoriumText, *, besides: Set[Path] = frozenset()) -> list[Finding]:
    """Everything that keeps the kommissorium from being put in force.

    `besides` are places already known to be wrong: what depends on them is not blamed a second time.
    """
    found = [
        *_bodies(text), *_circles(text), *_activities(text), *_rights(text), *_marks(text), *_general(text),
        *_twice(((("omraade", i, "kode"), row.code) for i, row in enumerate(text.groups)), "Området"),
        *_twice(((("enhed", i, "kode"), row.code) for i, row in enumerate(text.units)), "Enheden"),
    ]  # fmt: skip
    return [row for row in found if not _follows_from(row, besides)]


def _follows_from(row: Finding, besides: Set[Path]) -> bool:
    """Whether the finding only says again what is already known to be wrong."""
    if row.code == "seat.no_chair":
        seats = (*row.where, "plads")
        return any(known[: len(seats)] == seats for known in besides)
    return row.where in besides or any(known[: len(row.where)] == row.where for known in besides if len(row.where) > 2)


def _twice(rows: Iterable[tuple[Path, str]], noun: str) -> Iterator[Finding]:
    seen: set[str] = set()
    for where, value in rows:
        if value and value in seen:
            yield Finding(
                where, "code.twice", f'{noun} "{value}" står to gange. Giv den ene en anden kode, eller slet den.'
            )
        seen.add(value)


def _bodies(text: KommissoriumText) -> Iterator[Finding]:
    if not text.bodies:
        yield Finding(("organ",), "body.missing", "Kommissoriet har ingen organer. Tilføj mindst ét afsnit [[organ]].")
    yield from _twice(((("organ", i, "kode"), body.code) for i, body in enumerate(text.bodies)), "Organet")
    yield from _twice(
        ((("organ", i, "kort"), body.short_code) for i, body in enumerate(text.bodies)), "Den korte betegnelse"
    )
    for index, body in enumerate(text.bodies):
        where: Path = ("organ", index)
        if body.color is not None and not 1 <= body.color <= 6:
            yield Finding((*where, "farve"), "value.range", "Farven skal være et tal fra 1 til 6.")
        if body.parent is not None:
            yield from _known_body(text, body.parent, (*where, "overordnet"))
        yield from _cadence(text, body, where)
        yield from _seats(text, body, where)
        yield from _deadlines(body, where)
        yield from _items(text, body, where)
        yield from _settings(body, where)


def _known_body(text: KommissoriumText, code: str, where: Path) -> Iterator[Finding]:
    codes = [body.code for body in text.bodies if body.code]
    if code and code not in codes:
        yield Finding(where, "body.unknown", f'Organet "{code}" findes ikke i filen. {_did_you_mean(code, codes)}')


def _did_you_mean(said: str, known: list[str]) -> str:
    near = difflib.get_close_matches(said, known, n=1, cutoff=0.6)
    if near:
        return f'Mente du "{near[0]}"?'
    return f"Vælg mellem {listing(known)}." if known else "Tilføj det, eller slet linjen."


def _circles(text: KommissoriumText) -> Iterator[Finding]:
    yield from _circle(
        text,
        lambda body: body.cadence.follows,
        ("moeder", "foelger"),
        "body.follows_itself",
        "følger sig selv",
        "Lad ét af organerne have sin egen rytme, fx pr_aar = 4.",
    )
    yield from _circle(
        text,
        lambda body: body.parent,
        ("overordnet",),
        "body.above_itself",
        "er overordnet sig selv",
        "Slet linjen i det øverste organ.",
    )


def _circle(
    text: KommissoriumText, step: Callable[[BodyRules], str | None], key: Path, code: str, words: str, fix: str
) -> Iterator[Finding]:
    by_code = {body.code: body for body in text.bodies if body.code}
    for index, body in enumerate(text.bodies):
        way = [body]
        upper = by_code.get(step(body) or "")
        while upper is not None and upper not in way:
            way.append(upper)
            upper = by_code.get(step(upper) or "")
        if upper is body:
            round_trip = "" if len(way) == 1 else f" ({' -> '.join(row.name for row in [*way, body])})"
            yield Finding(("organ", index, *key), code, f'Organet "{body.name}" {words}{round_trip}. {fix}')


def _cadence(text: KommissoriumText, body: BodyRules, at: Path) -> Iterator[Finding]:
    where = (*at, "moeder")
    cadence = body.cadence
    if cadence.kind is CadenceKind.PER_YEAR and not 1 <= (cadence.number or 0) <= 52:
        yield Finding(
            (*where, "pr_aar"),
            "cadence.range",
            f'"pr_aar" skal være fra 1 til 52, ikke {cadence.number}. '
            'Mødes organet kun efter behov, så skriv "efter_behov = true".',
        )
    if cadence.kind is CadenceKind.FOLLOWS:
        yield from _follows(text, body, where)
    if cadence.kind is CadenceKind.MONTHS:
        yield from _numbers(cadence.months, 12, (*where, "maaneder"), "month.range", "Måneder")
    if cadence.kind is CadenceKind.EVERY_N_WEEKS:
        if not 1 <= (cadence.weeks or 0) <= 52:
            yield Finding((*where, "uger_imellem"), "cadence.range", '"uger_imellem" skal være fra 1 til 52.')
        if cadence.start is None:
            yield Finding(
                where, "cadence.start", 'Med "uger_imellem" skal første mødedag stå: tilføj fx fra = 2027-01-06.'
            )
    if cadence.week_in_month is not None and not 1 <= cadence.week_in_month <= 5:
        yield Finding((*where, "uge_i_maaneden"), "value.range", '"uge_i_maaneden" skal være fra 1 til 5.')
    if cadence.weekday is not None and cadence.weekday > 4:
        yield Finding((*where, "ugedag"), "cadence.weekend", "Møder lægges på arbejdsdage. Vælg mandag til fredag.")


def _follows(text: KommissoriumText, body: BodyRules, where: Path) -> Iterator[Finding]:
    cadence = body.cadence
    yield from _known_body(text, cadence.follows or "", (*where, "foelger"))
    followed = next((row for row in text.bodies if row.code == cadence.follows), None)
    if followed is not None and followed.cadence.kind is CadenceKind.AS_NEEDED and followed is not body:
        yield Finding(
            (*where, "foelger"),
            "cadence.follows_nothing",
            f'"{followed.name}" har ingen fast rytme at følge. Giv det en rytme, eller skriv en anden her.',
        )
    for key, value in (("arbejdsdage_foer", cadence.lead_working_days), ("uger_foer", cadence.lead_weeks)):
        if value is not None and not 1 <= value <= (_MAX_DAYS if key == "arbejdsdage_foer" else 52):
            yield Finding(
                (*where, key), "cadence.lead", f'Mødet skal ligge før det, der forberedes: "{key}" skal være mindst 1.'
            )
    if cadence.lead_working_days is not None and cadence.lead_weeks is not None:
        yield Finding(
            (*where, "uger_foer"),
            "key.conflict",
            '"uger_foer" og "arbejdsdage_foer" kan ikke stå sammen. Slet den ene.',
        )


def _numbers(numbers: tuple[int, ...], top: int, where: Path, code: str, noun: str) -> Iterator[Finding]:
    wrong = [number for number in numbers if not 1 <= number <= top]
    if wrong:
        said = listing(str(number) for number in wrong)
        yield Finding(where, code, f"{noun} går fra 1 til {top}; {said} findes ikke.")
    if not numbers:
        yield Finding(where, code, f"Listen er tom. Skriv et eller flere tal fra 1 til {top}, eller slet linjen.")
    for number, count in Counter(numbers).items():
        if count > 1:
            yield Finding(where, "number.twice", f"{number} står {count} gange. Behold det ene.")


def _seats(text: KommissoriumText, body: BodyRules, at: Path) -> Iterator[Finding]:
    rows = [((*at, "plads", index), seat) for index, seat in enumerate(body.seats)]
    yield from _twice((((*where, "noegle"), seat.key) for where, seat in rows), "Pladsen")
    chairs = [(where, seat) for where, seat in rows if seat.kind is SeatKind.CHAIR]
    meets = body.cadence.kind is not CadenceKind.AS_NEEDED
    if not chairs and meets:
        yield Finding(at, "seat.no_chair", f'"{body.name}" har ingen formand. Giv en plads slags = "formand".')
    for where, seat in chairs[1:]:
        yield Finding(
            (*where, "slags"),
            "seat.two_chairs",
            f'"{body.name}" har to formænd: "{chairs[0][1].title}" og '
            f'"{seat.title}". Behold den ene; en anden kan være naestformand.',
        )
    for where, seat in rows:
        yield from _seat(text, seat, where)


def _seat(text: KommissoriumText, seat: SeatRule, where: Path) -> Iterator[Finding]:
    groups = {group.code for group in text.groups}
    name = f'Pladsen "{seat.title}"'
    if seat.rule is SeatCount.EXACTLY and (seat.number or 0) < 1:
        yield Finding(
            (*where, "praecis"),
            "seat.impossible",
            f"{name} kan ikke besættes med præcis {seat.number}. Skriv mindst 1, eller slet pladsen.",
        )
    if seat.rule is SeatCount.AT_LEAST and (seat.number or 0) < 0:
        yield Finding(
            (*where, "mindst"), "seat.impossible", f'{name}: "mindst" kan ikke være {seat.number}. Skriv 0 eller mere.'
        )
    if seat.rule is SeatCount.AT_LEAST and seat.most is not None and seat.most < (seat.number or 0):
        yield Finding(
            (*where, "hoejst"),
            "seat.impossible",
            f"{name} kan ikke opfyldes: der skal være mindst {seat.number} og "
            f"højst {seat.most}. Lad det højeste tal stå ved hoejst.",
        )
    if seat.rule is SeatCount.AT_MOST and (seat.number or 0) < 1:
        yield Finding(
            (*where, "hoejst"),
            "seat.impossible",
            f"{name} kan aldrig besættes: højst {seat.number}. Skriv mindst 1, eller slet pladsen.",
        )
    if seat.kind is SeatKind.CHAIR and (seat.rule is not SeatCount.EXACTLY or (seat.number or 0) > 1):
        yield Finding(where, "seat.two_chairs", f"{name} er formandens og skal besættes af præcis én. Slet antallet.")
    for key, code in (("en_pr", seat.group), ("omraade", seat.area)):
        if code is not None and code not in groups:
            hint = _did_you_mean(code, sorted(groups)) if groups else "Tilføj det som [[omraade]]."
            yield Finding((*where, key), "group.unknown", f'Området "{code}" findes ikke i filen. {hint}')
    units = sorted(unit.code for unit in text.units)
    if seat.unit is not None and seat.unit not in units:
        hint = _did_you_mean(seat.unit, units) if units else "Tilføj den som [[enhed]]."
        yield Finding((*where, "enhed"), "unit.unknown", f'Enheden "{seat.unit}" findes ikke i filen. {hint}')
    if seat.coverage_agreements and seat.rule is not SeatCount.ONE_PER:
        yield Finding(
            (*where, "daekningsaftaler"),
            "seat.coverage",
            f'{name} har dækningsaftaler, men ikke en plads for hver enhed. Skriv "en_pr", eller slet linjen.',
        )


def _deadlines(body: BodyRules, at: Path) -> Iterator[Finding]:
    rows = [((*at, "frist", index), rule) for index, rule in enumerate(body.deadlines)]
    for where, rule in rows:
        yield from _deadline(rule, where)
    # Dates typed on each meeting may be several of one sort.
    counted = [row for row in rows if row[1].kind is not DeadlineKind.ABSOLUTE]
    yield from _twice((((*where, "kode"), rule.code) for where, rule in counted), "Fristen")


_DEADLINE_KEYS = {
    DeadlineKind.WORKING_DAYS_BEFORE: "arbejdsdage_foer",
    DeadlineKind.CALENDAR_DAYS_BEFORE: "kalenderdage_foer",
    DeadlineKind.WEEKDAY_TIME: "uger_foer",
    DeadlineKind.WORKING_DAYS_AFTER: "arbejdsdage_efter",
}
_AFTER = (DeadlineCode.MINUTES_DRAFT, DeadlineCode.MINUTES_COMMENTS)


def _deadline(rule: DeadlineRule, where: Path) -> Iterator[Finding]:
    key = _DEADLINE_KEYS.get(rule.kind, "paa_dato")
    number = rule.weeks_before if rule.kind is DeadlineKind.WEEKDAY_TIME else rule.number
    if rule.code in LADDER and rule.kind is DeadlineKind.WORKING_DAYS_AFTER:
        yield Finding(
            (*where, key),
            "deadline.after_meeting",
            f'Fristen "{rule.label}" falder efter mødet. Brug "arbejdsdage_foer".',
        )
    elif number is not None and number < 0 and rule.is_before:
        yield Finding(
            (*where, key),
            "deadline.after_meeting",
            f'Fristen "{rule.label}" falder efter mødet, fordi tallet er negativt. Skriv et tal fra 0 og op.',
        )
    elif number is not None and not 0 <= number <= _MAX_DAYS:
        yield Finding((*where, key), "deadline.range", f'"{key}" skal være fra 0 til {_MAX_DAYS}.')
    elif rule.code in _AFTER and rule.is_before and rule.kind is not DeadlineKind.ABSOLUTE:
        yield Finding(
            (*where, key),
            "deadline.before_meeting",
            f'Fristen "{rule.label}" gælder referatet og kan ikke falde før mødet. Brug "arbejdsdage_efter".',
        )


def _items(text: KommissoriumText, body: BodyRules, at: Path) -> Iterator[Finding]:
    rows = [((*at, "fast_punkt", index), item) for index, item in enumerate(body.standing_items)]
    yield from _twice((((*where, "noegle"), item.key) for where, item in rows), "Punktet")
    for where, item in rows:
        yield from _item(text, item, where)
    yield from _twice((((*at, "slags", i, "kode"), kind.code) for i, kind in enumerate(body.item_kinds)), "Slagsen")
    known = {"standing", "decision", "information", "discussion"}
    known |= {item.key for item in body.standing_items} | {kind.code for kind in body.item_kinds}
    for word in body.insert_order:
        if word not in known:
            yield Finding(
                (*at, "raekkefoelge"),
                "order.unknown",
                f'"{word}" i rækkefølgen er hverken et punkt, en slags eller '
                f'"faste_punkter". {_did_you_mean(word, sorted(known - {"standing"}))}',
            )


def _item(text: KommissoriumText, item: StandingRule | ActivityRule, where: Path) -> Iterator[Finding]:
    if not 0 < item.certainty <= 1:
        yield Finding((*where, "sikkerhed"), "value.range", '"sikkerhed" skal være over 0 og højst 1.')
    if item.slot is not None:
        yield from _slot(item.slot, where)
    if item.mark is not None and text.mark(item.mark) is None:
        yield Finding(
            (*where, "tvivl"),
            "mark.unknown",
            f'Tvivlen "{item.mark}" er ikke beskrevet. Tilføj den som [[tvivl]], eller slet linjen.',
        )


def _slot(slot: Slot, where: Path) -> Iterator[Finding]:
    if slot.kind is SlotKind.QUARTERS:
        yield from _numbers(slot.numbers, 4, (*where, "kvartaler"), "quarter.range", "Kvartaler")
    elif slot.kind is SlotKind.MONTHS:
        yield from _numbers(slot.numbers, 12, (*where, "maaneder"), "month.range", "Måneder")
    elif slot.kind is SlotKind.NTH_MEETINGS:
        yield from _numbers(slot.numbers, 52, (*where, "moeder"), "nth.range", "Møder")


_NOT_NEGATIVE = (
    ("varighed_minutter", "meeting_minutes", 1, 1440),
    ("mindst_arbejdsdage_til_naeste_organ", "min_working_days_to_fed", 0, _MAX_DAYS),
    ("mindst_dage_mellem_moeder", "min_days_between", 0, _MAX_DAYS),
    ("beslutningsbehov_arbejdsdage_efter", "late_need_working_days", 0, _MAX_DAYS),
    ("beslutningsbehov_dage_aabent", "need_days_open", 1, _MAX_DAYS),
)


def _settings(body: BodyRules, at: Path) -> Iterator[Finding]:
    for key, field, low, high in _NOT_NEGATIVE:
        value = getattr(body.settings, field)
        if value is not None and not low <= value <= high:
            yield Finding((*at, "indstillinger", key), "value.range", f'"{key}" skal være fra {low} til {high}.')


def _activities(text: KommissoriumText) -> Iterator[Finding]:
    rows: list[tuple[Path, ActivityRule]] = [(("aktivitet", i), row) for i, row in enumerate(text.activities)]
    yield from _twice((((*where, "noegle"), row.key) for where, row in rows), "Aktiviteten")
    for where, row in rows:
        yield from _known_body(text, row.body, (*where, "organ"))
        yield from _item(text, row, where)


def _rights(text: KommissoriumText) -> Iterator[Finding]:
    for index, right in enumerate(text.rights):
        where: Path = ("ret", index)
        yield from _known_body(text, right.body, (*where, "organ"))
        yield from _effects(right.effects, (*where, "virkninger"))
        if right.above is not None and right.above < 0:
            yield Finding((*where, "over_beloeb"), "value.range", "Beløbet kan ikke være negativt.")


def _effects(effects: tuple[str, ...], where: Path) -> Iterator[Finding]:
    for effect in effects:
        if effect not in EFFECTS:
            near = difflib.get_close_matches(effect, sorted(EFFECTS), n=1, cutoff=0.5)
            hint = f'Mente du "{near[0]}"?' if near else f"Vælg mellem {listing(sorted(EFFECTS))}."
            yield Finding(where, "effect.unknown", f'Virkningen "{effect}" kendes ikke. {hint}')


def _marks(text: KommissoriumText) -> Iterator[Finding]:
    yield from _twice(((("tvivl", i, "kode"), row.code) for i, row in enumerate(text.marks)), "Mærket")


def _general(text: KommissoriumText) -> Iterator[Finding]:
    settings = text.settings
    yield from _effects(settings.needs_decision, ("indstillinger", "kraever_beslutning"))
    for key, value in (
        ("stoert_projekt_kroner", settings.large_amount), ("stoert_projekt_timer", settings.large_hours),
        ("opbevares_aar", settings.retention_years),
    ):  # fmt: skip
        if value is not None and value < 0:
            yield Finding(("indstillinger", key), "value.range", f'"{key}" kan ikke være negativ.')


def warnings(text: KommissoriumText) -> list[Finding]:
    """What may be meant, but is worth a second look."""
    found: list[Finding] = []
    if text.applies_from is None:
        found.append(
            Finding(
                (), "applies_from.unset", "Gældende fra er ikke angivet. Datoen gives, når kommissoriet sættes i kraft."
            )
        )
    for index, body in enumerate(text.bodies):
        where: Path = ("organ", index)
        found += _ladder(body, where)
        found += _quarters_without_meetings(text, body, where)
        found += _quiet(body, where)
    return found


def _rank(rule: DeadlineRule) -> int | None:
    """About how many calendar days before the meeting; None where it cannot be compared."""
    if rule.kind is DeadlineKind.WORKING_DAYS_BEFORE:
        return (rule.number or 0) * 7 // 5
    if rule.kind is DeadlineKind.CALENDAR_DAYS_BEFORE:
        return rule.number
    return None


def _ladder(body: BodyRules, at: Path) -> Iterator[Finding]:
    """Deadlines that come in another order than the work does. Only like is compared with like."""
    rows = {rule.code: (index, rule) for index, rule in enumerate(body.deadlines)}
    way = [rows[code] for code in LADDER if code in rows and _rank(rows[code][1]) is not None]
    for (_, earlier), (index, later) in pairwise(way):
        if (_rank(earlier) or 0) < (_rank(later) or 0):
            yield Finding(
                (*at, "frist", index),
                "deadline.order",
                f'{body.name}: fristen "{later.label}" falder før '
                f'"{earlier.label}". Byt om på tallene, hvis det ikke er meningen.',
            )


def meetings_in_quarters(text: KommissoriumText, body: BodyRules) -> dict[int, int] | None:
    """How many meetings each quarter has by the cadence, or None where it follows no fixed rhythm in the year."""
    cadence = body.cadence
    seen: set[str] = set()
    while cadence.kind is CadenceKind.FOLLOWS and cadence.follows not in seen:
        seen.add(cadence.follows or "")
        followed = next((row for row in text.bodies if row.code == cadence.follows), None)
        if followed is None:
            return None
        cadence = followed.cadence
    if cadence.kind is CadenceKind.MONTHS:
        return {quarter: sum((month - 1) // 3 + 1 == quarter for month in cadence.months) for quarter in range(1, 5)}
    if cadence.kind is CadenceKind.PER_YEAR and cadence.number:
        months = [min((slot + 1) * 12 // cadence.number, 12) for slot in range(cadence.number)]
        return {quarter: sum((max(month, 1) - 1) // 3 + 1 == quarter for month in months) for quarter in range(1, 5)}
    return None


def _quarters_without_meetings(text: KommissoriumText, body: BodyRules, at: Path) -> Iterator[Finding]:
    counts = meetings_in_quarters(text, body)
    if counts is None:
        return
    for index, item in enumerate(body.standing_items):
        if item.slot is None or item.slot.kind is not SlotKind.QUARTERS or not item.enabled:
            continue
        empty = [str(quarter) for quarter in item.slot.numbers if not counts.get(quarter)]
        if empty:
            yield Finding(
                (*at, "fast_punkt", index, "kvartaler"),
                "item.no_meeting",
                f'"{item.title}" hører til {listing(empty)}. kvartal, hvor {body.name_definite} ikke har noget møde.',
            )


def _quiet(body: BodyRules, at: Path) -> Iterator[Finding]:
    if body.cadence.kind is CadenceKind.AS_NEEDED:
        return
    if not any(seat.kind is SeatKind.SECRETARY for seat in body.seats):
        yield Finding(at, "seat.no_secretary", f'"{body.name}" har ingen sekretær. Så kan ingen udsende dagsordenen.')
    if body.deadline(DeadlineCode.DISPATCH) is None:
        yield Finding(at, "deadline.no_dispatch", f'"{body.name}" har ingen frist for udsendelse af dagsordenen.')
    keys = {item.key for item in body.standing_items}
    if body.settings.minutes_approval is MinutesApproval.NEXT_MEETING and "godkendelse_referat" not in keys:
        yield Finding(
            at,
            "item.no_minutes",
            f'"{body.name}" godkender referatet på næste møde, men har ikke punktet "godkendelse_referat".',
        )

"""Whether a body is composed as its kommissorium says, on any day. It warns; it never stops anything."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from styrehjul.bodies.domain.model import BodyRules, SeatCount, SeatKind, SeatRule
from styrehjul.kernel.days import ONE_DAY, in_period
from styrehjul.kernel.refusal import Reason


@dataclass(frozen=True)
class HoldingFact:
    """One person in one seat for a time.

    `area` is the unit that a one-per seat's holder represents. `posts` are titles held on the day. `groups` and `units`
    are the codes of the kommissorium's unit groups and named units that the person's unit lies in; `unit_path` the
    organisation's own codes from the person's unit to the top. `term_ends` is the last day of the term of office.
    """

    seat_key: str
    person_id: str
    person_name: str
    start: date
    end: date | None = None
    area: str | None = None
    posts: tuple[str, ...] = ()
    groups: frozenset[str] = frozenset()
    units: frozenset[str] = frozenset()
    unit_path: tuple[str, ...] = ()
    unit_name: str = ""
    is_leader: bool = False
    function: str | None = None
    term_ends: date | None = None


@dataclass(frozen=True)
class AreaFact:
    """A unit that a body should have covered: a fagchefområde, or a top unit of the organisation. Dated."""

    code: str
    name: str
    group: str = ""
    head_name: str | None = None
    start: date | None = None
    end: date | None = None


@dataclass(frozen=True)
class ConsentFact:
    """A head's yes to letting another's representative cover the area; `given_on` None is no answer yet."""

    area: str
    given_on: date | None = None
    refused: bool = False


@dataclass(frozen=True)
class AgreementFact:
    """A coverage agreement: one representative for several areas, dated, with the heads' consents."""

    seat_key: str
    person_id: str
    person_name: str
    areas: tuple[str, ...]
    start: date
    end: date | None = None
    consents: tuple[ConsentFact, ...] = ()
    withdrawn_on: date | None = None

    @property
    def last_day(self) -> date | None:
        """The end agreed, or the day before it was withdrawn, whichever comes first."""
        withdrawn = self.withdrawn_on - ONE_DAY if self.withdrawn_on is not None else None
        return min((day for day in (self.end, withdrawn) if day is not None), default=None)


@dataclass(frozen=True)
class CompositionFacts:
    """All that the check looks at. `names` gives the words of unit groups and named units by their codes."""

    holdings: tuple[HoldingFact, ...] = ()
    areas: tuple[AreaFact, ...] = ()
    agreements: tuple[AgreementFact, ...] = ()
    names: Mapping[str, str] = field(default_factory=dict)

    def holders(self, seat_key: str, on: date) -> list[HoldingFact]:
        """Who holds the seat on the day."""
        return [row for row in self.holdings if row.seat_key == seat_key and in_period(on, row.start, row.end)]

    def areas_of(self, group: str | None, on: date) -> list[AreaFact]:
        """The group's areas that exist on the day."""
        return [row for row in self.areas if row.group == group and in_period(on, row.start, row.end)]

    def name(self, code: str | None) -> str:
        """A group or unit in words."""
        return self.names.get(code or "", code or "")


def findings(body: BodyRules, facts: CompositionFacts, on: date) -> list[Reason]:
    """Every deviation from the body's seat rules on the day, in the order of the seats."""
    found: list[Reason] = []
    for seat in body.seats:
        found += _numbers(seat, facts, on)
        for holder in facts.holders(seat.key, on):
            found += _holder(seat, holder, facts, on)
    found += _agreements(body, facts, on)
    found += _secretaries(body, facts, on)
    return found


def _numbers(seat: SeatRule, facts: CompositionFacts, on: date) -> Iterator[Reason]:
    holders = facts.holders(seat.key, on)
    if seat.rule is SeatCount.ONE_PER:
        yield from _areas(seat, facts, on)
        return
    low, high = required(seat)
    told = {"seat": seat.key, "title": seat.title, "taken": len(holders), "wanted": high if high is not None else low}
    if not holders and low > 0:
        yield Reason("seat_vacant", told | {"since": vacant_since(seat, facts, on)})
    elif len(holders) < low:
        yield Reason("too_few", told | {"wanted": low})
    elif high is not None and len(holders) > high:
        yield Reason("too_many", told | {"wanted": high})


def required(seat: SeatRule) -> tuple[int, int | None]:
    """Fewest and most holders of a seat that is not one per unit; None is no limit."""
    number = seat.number or 0
    return {
        SeatCount.EXACTLY: (number, number),
        SeatCount.AT_LEAST: (number, seat.most),
        SeatCount.AT_MOST: (0, number),
        SeatCount.OPEN: (0, None),
        SeatCount.ONE_PER: (0, None),
    }[seat.rule]


def vacant_since(seat: SeatRule, facts: CompositionFacts, on: date) -> date | None:
    """The first day without a holder, or None where nobody has held it."""
    ended = [row.end for row in facts.holdings if row.seat_key == seat.key and row.end is not None and row.end < on]
    return max(ended) + ONE_DAY if ended else None


def _areas(seat: SeatRule, facts: CompositionFacts, on: date) -> Iterator[Reason]:
    for row in coverage(seat, facts, on):
        told = {"seat": seat.key, "title": seat.title, "area": row.area.code, "area_name": row.area.name}
        if row.state is not CoverageState.COVERED:
            yield Reason("area_uncovered", told | {"since": row.since})
        own = [holder for holder in facts.holders(seat.key, on) if holder.area == row.area.code]
        if len(own) > 1:
            names = tuple(holder.person_name for holder in own)
            yield Reason("too_many", told | {"taken": len(own), "wanted": 1, "persons": names})


def _holder(seat: SeatRule, holder: HoldingFact, facts: CompositionFacts, on: date) -> Iterator[Reason]:
    told = {"seat": seat.key, "title": seat.title, "person": holder.person_name, "person_id": holder.person_id}
    if seat.post is not None and not _has_post(holder, seat.post):
        yield Reason("post_mismatch", told | {"expected": seat.post, "posts": holder.posts})
    if seat.area is not None and seat.area not in holder.groups:
        yield Reason("area_mismatch", told | {"expected": facts.name(seat.area), "unit": holder.unit_name})
    if seat.unit is not None and seat.unit not in holder.units:
        code = "secretary_unit" if seat.kind is SeatKind.SECRETARY else "unit_mismatch"
        yield Reason(code, told | {"expected": facts.name(seat.unit), "unit": holder.unit_name})
    if seat.leader and not holder.is_leader:
        yield Reason("not_leader", told)
    if seat.function_required and not holder.function:
        yield Reason("no_function", told)
    if holder.term_ends is not None and holder.term_ends < on:
        yield Reason("term_ended", told | {"ended": holder.term_ends})


def _has_post(holder: HoldingFact, post: str) -> bool:
    return post.casefold() in {row.casefold() for row in holder.posts}


def _agreements(body: BodyRules, facts: CompositionFacts, on: date) -> Iterator[Reason]:
    areas = {row.code: row for row in facts.areas}
    for seat in body.seats:
        if not seat.coverage_agreements:
            continue
        open_areas = {row.area.code for row in coverage(seat, facts, on) if row.state is not CoverageState.COVERED}
        for agreement in (row for row in facts.agreements if row.seat_key == seat.key):
            told = {"seat": seat.key, "person": agreement.person_name, "person_id": agreement.person_id}
            lacking = lacking_consents(agreement, facts, on)
            if in_period(on, agreement.start, agreement.last_day) and lacking:
                yield Reason("consent_missing", told | _named(lacking, areas))
            left = [code for code in agreement.areas if code in open_areas]
            if agreement.last_day is not None and agreement.last_day < on and left:
                yield Reason("agreement_expired", told | {"ended": agreement.last_day} | _named(left, areas))


def _named(codes: Sequence[str], areas: Mapping[str, AreaFact]) -> dict[str, tuple[str, ...]]:
    known = [areas[code] for code in codes if code in areas]
    return {
        "areas": tuple(codes),
        "area_names": tuple(row.name for row in known),
        "heads": tuple(row.head_name for row in known if row.head_name),
    }


def lacking_consents(agreement: AgreementFact, facts: CompositionFacts, on: date) -> list[str]:
    """The areas whose head has not agreed. The representative's own area needs nobody's consent."""
    own = {
        row.area for row in facts.holders(agreement.seat_key, on) if row.person_id == agreement.person_id and row.area
    }
    given = {
        row.area for row in agreement.consents if row.given_on is not None and row.given_on <= on and not row.refused
    }
    return [code for code in agreement.areas if code not in own and code not in given]


def _secretaries(body: BodyRules, facts: CompositionFacts, on: date) -> Iterator[Reason]:
    members = {
        holder.person_id: seat for seat in body.seats if seat.is_member for holder in facts.holders(seat.key, on)
    }
    for seat in body.seats:
        if seat.kind is not SeatKind.SECRETARY:
            continue
        for holder in facts.holders(seat.key, on):
            if (held := members.get(holder.person_id)) is not None:
                told = {"seat": seat.key, "title": seat.title, "person": holder.person_name, "member_of": held.title}
                yield Reason("secretary_is_member", told | {"person_id": holder.person_id, "body": body.name_definite})


def stand_in_findings(body: BodyRules, stand_in: HoldingFact, facts: CompositionFacts, on: date) -> list[Reason]:
    """Whether a dated stand-in for the secretary meets the rule of the secretary's seat."""
    found: list[Reason] = []
    for seat in body.seats:
        if seat.kind is SeatKind.SECRETARY:
            found += _holder(seat, stand_in, facts, on)
    return found


class CoverageState(StrEnum):
    """How it stands with one area."""

    COVERED = "covered"
    AWAITING_CONSENT = "awaiting_consent"
    UNCOVERED = "uncovered"


COVERAGE_WORDS: Mapping[CoverageState, str] = {
    CoverageState.COVERED: "dækket",
    CoverageState.AWAITING_CONSENT: "afventer samtykke",
    CoverageState.UNCOVERED: "ikke dækket",
}


@dataclass(frozen=True)
class Coverage:
    """One area, who covers it, and since when nobody does. `by_agreement`: the coverage is by agreement, not a seat."""

    area: AreaFact
    state: CoverageState
    persons: tuple[str, ...] = ()
    by_agreement: bool = False
    since: date | None = None


def coverage(seat: SeatRule, facts: CompositionFacts, on: date) -> tuple[Coverage, ...]:
    """Each area of a one-per seat on the day: covered by its own representative or by agreement, or not."""
    return tuple(_covered(seat, area, facts, on) for area in facts.areas_of(seat.group, on))


def _covered(seat: SeatRule, area: AreaFact, facts: CompositionFacts, on: date) -> Coverage:
    own = [row for row in facts.holders(seat.key, on) if row.area == area.code]
    if own:
        return Coverage(area, CoverageState.COVERED, tuple(row.person_name for row in own))
    agreements = [
        row
        for row in facts.agreements
        if seat.coverage_agreements
        and row.seat_key == seat.key
        and area.code in row.areas
        and in_period(on, row.start, row.last_day)
        and _sits(row, facts, on)
    ]
    in_force = [row for row in agreements if not lacking_consents(row, facts, on)]
    if in_force:
        return Coverage(area, CoverageState.COVERED, tuple(row.person_name for row in in_force), by_agreement=True)
    since = _uncovered_since(seat, area, facts, on)
    if agreements:
        names = tuple(row.person_name for row in agreements)
        # An agreement in wait covers nothing but what is the representative's own.
        return Coverage(area, CoverageState.AWAITING_CONSENT, names, by_agreement=True, since=since)
    return Coverage(area, CoverageState.UNCOVERED, since=since)


def _sits(agreement: AgreementFact, facts: CompositionFacts, on: date) -> bool:
    """A person who has left the seat covers no area by agreement."""
    return any(row.person_id == agreement.person_id for row in facts.holders(agreement.seat_key, on))


def _uncovered_since(seat: SeatRule, area: AreaFact, facts: CompositionFacts, on: date) -> date | None:
    """The day after the last cover ended, else the day the area came to be; None when neither is known."""
    ends = [
        row.end for row in facts.holdings if row.seat_key == seat.key and row.area == area.code and row.end is not None
    ]
    for agreement in facts.agreements:
        if agreement.seat_key != seat.key or area.code not in agreement.areas:
            continue
        # It covered until it ended or until its representative left the seat, if it ever was in force.
        left = [row.end for row in facts.holdings if row.person_id == agreement.person_id and row.seat_key == seat.key]
        ended = min((day for day in (agreement.last_day, *left) if day is not None), default=None)
        if ended is not None and ended >= agreement.start and not lacking_consents(agreement, facts, ended):
            ends.append(ended)
    past = [day for day in ends if day < on]
    return max(past) + ONE_DAY if past else area.start


def unit_coverage(
    body: BodyRules, units: Sequence[AreaFact], facts: CompositionFacts, on: date
) -> tuple[Coverage, ...]:
    """Each top unit with the members who come from it. A view, never a rule: nothing is a deviation here."""
    members = [row for seat in body.seats if seat.is_member for row in facts.holders(seat.key, on)]
    rows = []
    for unit in (row for row in units if in_period(on, row.start, row.end)):
        names = tuple(row.person_name for row in members if unit.code in row.unit_path)
        rows.append(Coverage(unit, CoverageState.COVERED if names else CoverageState.UNCOVERED, names))
    return tuple(rows)


@dataclass(frozen=True)
class SeatLine:
    """A seat as the body's page lists it: who holds it, and "1 af 2 besat"."""

    seat: SeatRule
    holders: tuple[HoldingFact, ...]
    taken: int
    wanted: int | None
    vacant_since: date | None

    @property
    def filled_text(self) -> str:
        """ "1 af 2 besat", or only "3" where the number is open."""
        return f"{self.taken} besat" if self.wanted is None else f"{self.taken} af {self.wanted} besat"


def seat_lines(body: BodyRules, facts: CompositionFacts, on: date) -> tuple[SeatLine, ...]:
    """The body's seats on the day, in the kommissorium's order. One-per seats count areas covered."""
    rows = []
    for seat in body.seats:
        holders = tuple(facts.holders(seat.key, on))
        if seat.rule is SeatCount.ONE_PER:
            areas = coverage(seat, facts, on)
            taken = sum(row.state is CoverageState.COVERED for row in areas)
            rows.append(SeatLine(seat, holders, taken, len(areas), None))
            continue
        low, high = required(seat)
        wanted = high if high is not None else (low or None)
        since = vacant_since(seat, facts, on) if not holders and low else None
        rows.append(SeatLine(seat, holders, len(holders), wanted, since))
    return tuple(rows)

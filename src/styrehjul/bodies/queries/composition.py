"""Who sits where on a day, and what deviates from the kommissorium of that day. The number of reads is constant."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from django.db.models import Prefetch
from django.utils import timezone

from styrehjul.bodies.domain.composition import (
    AgreementFact,
    AreaFact,
    CompositionFacts,
    ConsentFact,
    Coverage,
    HoldingFact,
    SeatLine,
    coverage,
    findings,
    lacking_consents,
    seat_lines,
    stand_in_findings,
    unit_coverage,
)
from styrehjul.bodies.domain.model import BodyRules, KommissoriumText, SeatCount, SeatKind, SeatRule
from styrehjul.bodies.domain.wording import sentence_of
from styrehjul.bodies.models import Body, CoverageAgreement, CoverageConsent, Delegation, SeatHolding
from styrehjul.bodies.queries.rules import active_bodies, kommissorium_on
from styrehjul.kernel.days import in_period
from styrehjul.kernel.refusal import Reason
from styrehjul.people.models import OrgUnit, Person, PostHolding
from styrehjul.people.queries import heads_on, road_up


@dataclass(frozen=True)
class SeatView:
    """A seat with its holders of the day, and, where there is one for each area, how it stands with each."""

    line: SeatLine
    holdings: tuple[SeatHolding, ...]
    coming: tuple[SeatHolding, ...]
    areas: tuple[Coverage, ...]

    @property
    def seat(self) -> SeatRule:
        """The seat's rule."""
        return self.line.seat

    @property
    def is_vacant(self) -> bool:
        """Nobody has it, though somebody should."""
        return not self.line.holders and self.line.wanted is not None and self.seat.rule is not SeatCount.AT_MOST


@dataclass(frozen=True)
class AgreementView:
    """A coverage agreement and whether it is in force on the day."""

    agreement: CoverageAgreement
    consents: tuple[CoverageConsent, ...]
    state: str  # awaiting, in_force, refused, coming, ended
    heads: dict[int, Person]


@dataclass(frozen=True)
class BodyComposition:
    """One body on one day."""

    body: Body
    rules: BodyRules
    seats: tuple[SeatView, ...]
    secretaries: tuple[SeatView, ...]
    findings: tuple[Reason, ...]
    units: tuple[Coverage, ...]
    agreements: tuple[AgreementView, ...]
    delegations: tuple[Delegation, ...]
    stand_in_findings: tuple[Reason, ...]

    @property
    def sentences(self) -> list[str]:
        """Every deviation in words, each once."""
        return list(dict.fromkeys(sentence_of(reason) for reason in (*self.findings, *self.stand_in_findings)))

    @property
    def chair(self) -> Person | None:
        """Who chairs the body that day."""
        held = [row for view in self.seats if view.seat.kind is SeatKind.CHAIR for row in view.holdings]
        return held[0].person if held else None

    @property
    def member_count(self) -> int:
        """How many people sit in the body as members."""
        return len({row.person_id for view in self.seats if view.seat.is_member for row in view.holdings})


class _Unit(NamedTuple):
    """A unit with what the composition asks of it; there may be thousands."""

    pk: int
    name: str
    code: str
    parent_id: int | None
    start: date | None
    end: date | None


@dataclass(frozen=True)
class _World:
    """What all bodies share: the tree, who heads it, who has which post."""

    on: date
    text: KommissoriumText
    units: dict[int, _Unit]
    parents: dict[int, int | None]
    groups: dict[int, frozenset[str]]
    heads: dict[int, Person]
    posts: dict[int, tuple[str, ...]]

    def fact(
        self, person: Person, seat_key: str, start: date, end: date | None, area: int | None, function: str
    ) -> HoldingFact:
        road = road_up(self.units.get(person.unit_id or 0), self.parents)
        return HoldingFact(
            seat_key=seat_key,
            person_id=str(person.pk),
            person_name=person.name,
            start=start,
            end=end,
            area=str(area) if area else None,
            posts=self.posts.get(person.pk, ()),
            groups=frozenset(code for pk in road for code in self.groups.get(pk, ())),
            units=frozenset(self.units[pk].code for pk in road if pk in self.units and self.units[pk].code),
            unit_path=tuple(str(pk) for pk in road),
            unit_name=self.units[person.unit_id].name if person.unit_id in self.units else "",
            is_leader=person.is_leader,
            function=function or None,
        )

    def areas(self) -> tuple[AreaFact, ...]:
        return tuple(
            self._area(unit, group) for unit in self.units.values() for group in sorted(self.groups.get(unit.pk, ()))
        )

    def tops(self) -> tuple[AreaFact, ...]:
        """The first units that are more than one: below the municipality and below its executive board."""
        here = [unit for unit in self.units.values() if in_period(self.on, unit.start, unit.end)]
        level = [unit for unit in here if unit.parent_id is None]
        while len(level) == 1:
            below = [unit for unit in here if unit.parent_id == level[0].pk]
            if not below:
                break
            level = below
        return tuple(self._area(unit, "") for unit in level)

    def _area(self, unit: _Unit, group: str) -> AreaFact:
        head = self.heads.get(unit.pk)
        return AreaFact(str(unit.pk), unit.name, group, head.name if head else None, unit.start, unit.end)


def composition_on(on: date, bodies: Iterable[Body] | None = None) -> list[BodyComposition]:
    """Every body that exists that day (or those given), as the kommissorium of that day has it."""
    chosen = list(bodies) if bodies is not None else active_bodies(on)
    world = _world(on)
    known = {rules.code: rules for rules in world.text.bodies}
    keys = [body.pk for body in chosen]
    holdings = _by_body(
        SeatHolding.objects.filter(body__in=keys).select_related("person", "unit").order_by("start", "pk"), keys
    )
    agreements = _by_body(
        CoverageAgreement.objects.filter(body__in=keys)
        .select_related("representative")
        .prefetch_related(
            Prefetch("consents", CoverageConsent.objects.select_related("area", "answered_by").order_by("pk"))
        )
        .order_by("-start", "-pk"),
        keys,
    )
    delegations = _by_body(
        Delegation.objects.filter(body__in=keys, end__gte=on).select_related("person", "set_by").order_by("start"), keys
    )
    return [
        _composed(body, known[body.code], world, holdings[body.pk], agreements[body.pk], delegations[body.pk])
        for body in chosen
        if body.code in known
    ]


def composition_of(body: Body, on: date) -> BodyComposition | None:
    """One body that day; None where that version of the kommissorium does not know it."""
    return next(iter(composition_on(on, [body])), None)


def deviations(on: date) -> list[tuple[Body, list[str]]]:
    """The bodies with something that deviates that day, each with its sentences: for the secretary's front page."""
    return [(row.body, row.sentences) for row in composition_on(on) if row.sentences]


def consents_awaiting(person: Person, on: date) -> list[CoverageConsent]:
    """The areas that the person heads and whose answer an agreement waits for."""
    waiting = [
        row
        for row in CoverageConsent.objects.filter(
            answer="", own_area=False, agreement__withdrawn_at__isnull=True
        ).select_related("agreement__representative", "agreement__body", "area")
        if row.agreement.end is None or row.agreement.end >= on
    ]
    heads = heads_on(on) if waiting else {}
    return [row for row in waiting if row.area_id in heads and heads[row.area_id].pk == person.pk]


def _by_body(rows: Iterable[SeatHolding | CoverageAgreement | Delegation], keys: list[int]) -> dict[int, list]:  # type: ignore[type-arg]  # each caller knows which of the three
    found: dict[int, list] = {key: [] for key in keys}  # type: ignore[type-arg]  # as above
    for row in rows:
        found[row.body_id].append(row)
    return found


def _world(on: date) -> _World:
    rows = OrgUnit.objects.order_by("name").values_list("pk", "name", "code", "parent_id", "start", "end")
    units = {row[0]: _Unit(*row) for row in rows}
    groups: dict[int, set[str]] = {}
    for unit_id, code in OrgUnit.groups.through.objects.values_list("orgunit_id", "unitgroup__code"):
        groups.setdefault(unit_id, set()).add(code)
    posts: dict[int, list[str]] = {}
    for person_id, title in PostHolding.objects.on(on).values_list("person_id", "post__title"):
        posts.setdefault(person_id, []).append(title)
    return _World(
        on=on,
        text=kommissorium_on(on),
        units=units,
        parents={pk: unit.parent_id for pk, unit in units.items()},
        groups={pk: frozenset(codes) for pk, codes in groups.items()},
        heads=heads_on(on),
        posts={pk: tuple(titles) for pk, titles in posts.items()},
    )


def _composed(
    body: Body,
    rules: BodyRules,
    world: _World,
    holdings: list[SeatHolding],
    agreements: list[CoverageAgreement],
    delegations: list[Delegation],
) -> BodyComposition:
    text = world.text
    facts = CompositionFacts(
        holdings=tuple(
            world.fact(row.person, row.seat_key, row.start, row.end, row.unit_id, row.function) for row in holdings
        ),
        areas=world.areas(),
        # An agreement that a head has refused is none.
        agreements=tuple(_agreement_fact(row) for row in agreements if not _is_refused(row)),
        names={group.code: group.name for group in text.groups} | {unit.code: unit.name for unit in text.units},
    )
    views = tuple(_seat_view(line, holdings, facts, world.on) for line in seat_lines(rules, facts, world.on))
    stand_ins = [
        world.fact(row.person, "", row.start, row.end, None, "") for row in delegations if row.kind == "secretary"
    ]
    return BodyComposition(
        body=body,
        rules=rules,
        seats=tuple(view for view in views if view.seat.kind is not SeatKind.SECRETARY),
        secretaries=tuple(view for view in views if view.seat.kind is SeatKind.SECRETARY),
        findings=tuple(findings(rules, facts, world.on)),
        units=unit_coverage(rules, world.tops(), facts, world.on),
        agreements=tuple(_agreement_view(row, facts, world) for row in agreements),
        delegations=tuple(delegations),
        stand_in_findings=tuple(
            reason for stand_in in stand_ins for reason in stand_in_findings(rules, stand_in, facts, world.on)
        ),
    )


def _seat_view(line: SeatLine, holdings: list[SeatHolding], facts: CompositionFacts, on: date) -> SeatView:
    mine = [row for row in holdings if row.seat_key == line.seat.key]
    return SeatView(
        line=line,
        holdings=tuple(row for row in mine if in_period(on, row.start, row.end)),
        coming=tuple(row for row in mine if row.start > on and (row.end is None or row.end >= row.start)),
        areas=coverage(line.seat, facts, on) if line.seat.rule is SeatCount.ONE_PER else (),
    )


def _agreement_fact(row: CoverageAgreement) -> AgreementFact:
    consents = list(row.consents.all())
    return AgreementFact(
        seat_key=row.seat_key,
        person_id=str(row.representative_id),
        person_name=row.representative.name,
        areas=tuple(str(consent.area_id) for consent in consents),
        start=row.start,
        end=row.end,
        consents=tuple(
            ConsentFact(
                str(consent.area_id),
                given_on=timezone.localtime(consent.answered_at).date() if consent.answered_at else None,
                refused=consent.answer == "refused",
            )
            for consent in consents
            if consent.answer
        ),
        withdrawn_on=timezone.localtime(row.withdrawn_at).date() if row.withdrawn_at else None,
    )


def _is_refused(row: CoverageAgreement) -> bool:
    return any(consent.answer == "refused" for consent in row.consents.all())


def _agreement_view(row: CoverageAgreement, facts: CompositionFacts, world: _World) -> AgreementView:
    fact = _agreement_fact(row)
    last = fact.last_day
    if last is not None and last < world.on:
        state = "ended"
    elif _is_refused(row):
        state = "refused"
    elif lacking_consents(fact, facts, world.on):
        state = "awaiting"
    else:
        state = "coming" if row.start > world.on else "in_force"
    consents = tuple(row.consents.all())
    heads = {consent.pk: world.heads[consent.area_id] for consent in consents if consent.area_id in world.heads}
    return AgreementView(row, consents, state, heads)

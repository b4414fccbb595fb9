"""Reads about bodies: the kommissorium of a day, seats of a person, composition, decision rights."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django.db.models import Model, Q

from styrehjul.audit.current import kept
from styrehjul.bodies.domain import rights
from styrehjul.bodies.domain.model import BodyRules, DecisionRight, KommissoriumText, SeatKind
from styrehjul.bodies.domain.reading import read
from styrehjul.bodies.models import Body, Delegation, Kommissorium, KommissoriumDraft, Municipality, SeatHolding
from styrehjul.kernel.days import Calendar
from styrehjul.kernel.refusal import Refused
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.queries import parents_of_units, remembered, road_up

LEADING = frozenset({SeatKind.CHAIR.value})


def municipality() -> Municipality:
    """The municipality of this database; Refused("municipality.none") before `init`."""
    found = kept("municipality", Municipality.objects.first, of=(), seldom=True)
    if found is None:
        raise Refused("municipality.none")
    return found


def calendar() -> Calendar:
    """The municipality's calendar: public holidays and its own closing days."""
    here = kept("municipality", Municipality.objects.first, of=(), seldom=True)
    if here is None or not here.closing_days:
        return Calendar()
    yearly = frozenset(
        (int(text[:2]), int(text[3:5])) for text in here.closing_days.get("yearly", ["06-05", "12-24", "12-31"])
    )
    return Calendar(
        yearly=yearly,
        after_ascension=bool(here.closing_days.get("after_ascension", True)),
        single=frozenset(date.fromisoformat(text) for text in here.closing_days.get("single", [])),
        avoided_weeks=frozenset(here.avoided_weeks),
        avoid_christmas=here.avoid_christmas,
    )


@lru_cache(maxsize=32)
def _parsed(source: str) -> KommissoriumText:
    return read(source.encode(), file="")


def text_of(version: Kommissorium | KommissoriumDraft) -> KommissoriumText:
    """A stored version, or the draft, as plain values. The same source is parsed once per process."""
    return _parsed(version.source)


def newest_version() -> Kommissorium | None:
    """The version that applies last, also when its date is still to come."""
    return Kommissorium.objects.order_by("-applies_from", "-number").first()


def version_on(day: date) -> Kommissorium | None:
    """The version of the kommissorium that applies that day; before the first one, the first."""
    return kept(("version", day), lambda: _version_on(day), of=(), seldom=True)


def _version_on(day: date) -> Kommissorium | None:
    applying = Kommissorium.objects.filter(applies_from__lte=day).order_by("-applies_from", "-number").first()
    return applying or Kommissorium.objects.order_by("applies_from", "number").first()


def kommissorium_on(day: date) -> KommissoriumText:
    """The kommissorium that applies that day; Refused("municipality.none") when there is none at all."""
    version = version_on(day)
    if version is None:
        raise Refused("municipality.none")
    return text_of(version)


def rules_of(body: Body, day: date) -> BodyRules:
    """The rules of one body that day; Refused("body.not_in_kommissorium") when that version does not know it."""
    try:
        return kommissorium_on(day).body(body.code)
    except KeyError:
        raise Refused("body.not_in_kommissorium", body=body.name) from None


def active_bodies(day: date) -> list[Body]:
    """The bodies that exist that day, in the order of the kommissorium."""
    return list(
        kept(
            ("bodies", day),
            lambda: tuple(Body.objects.on(day).select_related("parent__parent").order_by("position", "pk")),
            of=(),
        )
    )


@dataclass(frozen=True)
class Standing:
    """What seats and delegations give one person on one day. Bodies are given by their keys."""

    chairs: frozenset[int]
    secretaries: frozenset[int]
    members: frozenset[int]
    present: frozenset[int]
    leads_for: frozenset[int]
    approves_for: frozenset[int]
    secretary_for: frozenset[int]


def standing_of(person: Person, on: date) -> Standing:
    """The person's seats and delegations that day, asked once per request."""
    found: Standing = remembered(person, "standing", on, lambda: _standing(person, on))
    return found


def _standing(person: Person, on: date) -> Standing:
    held = list(SeatHolding.objects.on(on).filter(person=person).values_list("body_id", "kind"))
    delegated = list(Delegation.objects.on(on).filter(person=person))
    member_kinds = {SeatKind.CHAIR.value, SeatKind.DEPUTY_CHAIR.value, SeatKind.MEMBER.value, SeatKind.CO_OPTED.value}
    return Standing(
        chairs=frozenset(body for body, kind in held if kind == SeatKind.CHAIR.value),
        secretaries=frozenset(body for body, kind in held if kind == SeatKind.SECRETARY.value),
        members=frozenset(body for body, kind in held if kind in member_kinds),
        present=frozenset(body for body, kind in held),
        leads_for=frozenset(d.body_id for d in delegated if d.kind == "chair" and d.may_lead),
        approves_for=frozenset(d.body_id for d in delegated if d.kind == "chair" and d.may_approve),
        secretary_for=frozenset(d.body_id for d in delegated if d.kind == "secretary"),
    )


def holder_of(body: Body, kind: SeatKind, on: date) -> Person | None:
    """The one who holds the body's seat of that kind (chair, secretary) that day, or None."""
    holding = SeatHolding.objects.on(on).filter(body=body, kind=kind.value).select_related("person").first()
    return holding.person if holding else None


def preparing_chair(body: Body, on: date) -> Person | None:
    """The chair of the body that prepares this one's meetings (for the steering group: the programme group's)."""
    text = kommissorium_on(on)
    for rules in text.fed_by(body.code):
        feeder = Body.objects.filter(code=rules.code).first()
        if feeder and (chair := holder_of(feeder, SeatKind.CHAIR, on)):
            return chair
    return None


def fed_bodies(on: date) -> dict[str, str]:
    """Code of a feeding body -> code of the body whose meetings it prepares."""
    text = kommissorium_on(on)
    return {rules.code: rules.cadence.follows for rules in text.bodies if rules.cadence.follows}


@dataclass(frozen=True)
class Right:
    """Who may give a change: `kind` is free, bodies, decision or unset; `bodies` are the codes of those that may."""

    kind: str
    bodies: tuple[str, ...] = ()
    row: DecisionRight | None = None


def right_for(effect: str, on: date, *, category: str = "", amount: Decimal | None = None) -> Right:
    """Who may give `effect` that day by the table of decision rights.

    decision: a body must decide (those in `bodies`); bodies: a right is set, so no other body may, but those
    responsible may do it with a reason; unset: nobody is named, nothing is refused.
    """
    found = rights.right_for(kommissorium_on(on), effect, category=category or None, amount=amount)
    row = found.rows[0] if found.rows else None
    # A local project is its own people's, whatever the table says of the others.
    if found.needed and category != "local":
        return Right("decision", found.bodies, row)
    return Right("bodies" if found.bodies else "unset", found.bodies, row)


def bodies_q(field: str, bodies: frozenset[int]) -> Q:
    """A filter on a body's key; the empty set selects nothing."""
    return Q(**{f"{field}__in": bodies}) if bodies else Q(pk__in=[])


def body_key(obj: Any) -> int | None:
    """The key of the body that an object belongs to: a body itself, a meeting, a treatment, a holding ..."""
    if isinstance(obj, Body):
        return obj.pk
    if (key := getattr(obj, "body_id", None)) is not None:
        return int(key)
    for road in ("meeting", "treatment", "version", "agreement", "seminar", "occurrence"):
        nearer = getattr(obj, road, None)
        # `version` is an agenda's on what hangs on one, and a mere number on everything else.
        if isinstance(nearer, Model):
            return body_key(nearer)
    return None


def area_of(body: Body, seat_key: str, person: Person, on: date) -> OrgUnit | None:
    """The area that a representative sits for: the one of their seat, else the one that their own unit lies in."""
    holding = (
        SeatHolding.objects.on(on).filter(body=body, seat_key=seat_key, person=person, unit__isnull=False)
        .select_related("unit").first()
    )  # fmt: skip
    if holding is not None:
        found: OrgUnit | None = holding.unit
        return found
    group = rules_of(body, on).seat(seat_key).group
    road = road_up(person.unit, parents_of_units())
    areas = {unit.pk: unit for unit in OrgUnit.objects.on(on).filter(groups__code=group or "", pk__in=road)}
    return next((areas[pk] for pk in road if pk in areas), None)

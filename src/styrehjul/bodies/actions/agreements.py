"""Coverage agreements with their consents, and what a chair or a secretary hands over for a time."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.bodies.actions.seats import seat_of
from styrehjul.bodies.models import Body, CoverageAgreement, CoverageConsent, Delegation
from styrehjul.bodies.queries import area_of, standing_of
from styrehjul.kernel.days import ONE_DAY
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import day_of, permit
from styrehjul.people.models import OrgUnit, Person
from styrehjul.people.policy import may
from styrehjul.people.queries import forget, heads_on


@transaction.atomic
def make_agreement(
    body: Body,
    seat_key: str,
    representative: Person,
    areas: Collection[OrgUnit],
    *,
    start: date,
    by: Person | None,
    at: datetime,
    end: date | None = None,
) -> CoverageAgreement:
    """One representative is to cover several areas. It is in force when every head of an area not their own consents."""
    permit(by, "agreement.change", body, at=at)
    seat = seat_of(body, seat_key, start)
    if not seat.coverage_agreements:
        raise Refused("agreement.not_here", seat=seat.title)
    if end is not None and end < start:
        raise Refused("period.backwards", start=start, end=end)
    if len({area.pk for area in areas}) < 2:
        raise Refused("agreement.one_area")
    outside = [area.name for area in areas if not area.groups.filter(code=seat.group or "").exists()]
    if outside:
        raise Refused("agreement.outside", areas=outside)
    agreement = CoverageAgreement(body=body, seat_key=seat_key, representative=representative, start=start, end=end)
    store(agreement, by=by, at=at, action="agreement.make")
    own = area_of(body, seat_key, representative, start)
    for area in areas:
        consent = CoverageConsent(agreement=agreement, area=area, own_area=own is not None and own.pk == area.pk)
        store(consent, by=by, at=at, action="consent.ask")
    return agreement


@transaction.atomic
def answer_consent(
    consent: CoverageConsent, *, given: bool, by: Person, at: datetime, note: str = ""
) -> CoverageConsent:
    """The head of the area consents or refuses with a click of their own; the secretary enters it with a note."""
    if consent.agreement.withdrawn_at is not None:
        raise Refused("agreement.withdrawn")
    if consent.own_area:
        raise Refused("consent.own_area", area=consent.area.name)
    today = day_of(at)
    if not is_head(by, consent.area, today):
        permit(by, "agreement.change", consent.agreement, at=at)
        if not note.strip():
            raise Refused("consent.no_note", area=consent.area.name)
    consent.answer = "given" if given else "refused"
    consent.answered_at, consent.answered_by, consent.note = at, by, note.strip()
    store(consent, by=by, at=at, action="consent.answer")
    return consent


def is_head(person: Person, area: OrgUnit, on: date) -> bool:
    """Whether the person heads the area that day."""
    head = heads_on(on).get(area.pk)
    return head is not None and head.pk == person.pk


@transaction.atomic
def withdraw_agreement(agreement: CoverageAgreement, *, by: Person, at: datetime, reason: str) -> CoverageAgreement:
    """The agreement ends today. Its secretary may, and each head whose area it covers."""
    today = day_of(at)
    if not any(is_head(by, consent.area, today) for consent in agreement.consents.select_related("area")):
        permit(by, "agreement.change", agreement, at=at)
    if agreement.withdrawn_at is not None:
        raise Refused("agreement.withdrawn")
    if not reason.strip():
        raise Refused("reason.needed")
    agreement.withdrawn_at = at
    store(agreement, by=by, at=at, action="agreement.withdraw", reason=reason.strip())
    return agreement


@transaction.atomic
def delegate_chair(
    body: Body,
    person: Person,
    *,
    start: date,
    end: date,
    may_lead: bool,
    may_approve: bool,
    by: Person,
    at: datetime,
) -> Delegation:
    """The chair hands over the lead of meetings, the approval of agendas, or both, for these days."""
    permit(by, "delegation.chair", body, at=at)
    if not (may_lead or may_approve):
        raise Refused("delegation.nothing")
    return _delegate(body, "chair", person, start, end, by=by, at=at, may_lead=may_lead, may_approve=may_approve)


@transaction.atomic
def delegate_secretary(body: Body, person: Person, *, start: date, end: date, by: Person, at: datetime) -> Delegation:
    """Somebody does the secretary's work for these days. One from another unit than the seat asks for shows."""
    permit(by, "delegation.secretary", body, at=at)
    return _delegate(body, "secretary", person, start, end, by=by, at=at, may_lead=False, may_approve=False)


def _delegate(
    body: Body,
    kind: str,
    person: Person,
    start: date,
    end: date,
    *,
    by: Person,
    at: datetime,
    may_lead: bool,
    may_approve: bool,
) -> Delegation:
    if end < start:
        raise Refused("period.backwards", start=start, end=end)
    if end < day_of(at):
        raise Refused("delegation.past", end=end)
    standing = standing_of(person, max(start, day_of(at)))
    if body.pk in (standing.chairs if kind == "chair" else standing.secretaries):
        raise Refused("delegation.self", name=person.name)
    if not person.works_on(start):
        raise Refused("person.gone", name=person.name, start=start)
    delegation = Delegation(
        body=body, kind=kind, person=person, set_by=by, start=start, end=end, may_lead=may_lead,
        may_approve=may_approve,
    )  # fmt: skip
    store(delegation, by=by, at=at, action="delegation.set")
    forget(person)
    return delegation


@transaction.atomic
def end_delegation(delegation: Delegation, *, by: Person, at: datetime) -> Delegation:
    """Take it back from today; one that has not begun is taken away."""
    action = "delegation.chair" if delegation.kind == "chair" else "delegation.secretary"
    if not (delegation.person_id == by.pk or may(by, action, delegation, on=day_of(at))):
        permit(by, action, delegation, at=at)
    today = day_of(at)
    if delegation.end < today:
        raise Refused("delegation.past", end=delegation.end)
    person = delegation.person
    if delegation.start >= today:
        remove(delegation, by=by, at=at, action="delegation.remove")
    else:
        delegation.end = today - ONE_DAY
        store(delegation, by=by, at=at, action="delegation.end")
    forget(person)
    return delegation

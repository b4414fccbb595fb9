"""An item that is treated at a chiefs' meeting first: named, answered, left out by the chair, or taken back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta

from django.db import transaction
from django.utils.crypto import get_random_string

from styrehjul.audit.unit import remove, store
from styrehjul.bodies.models import Body
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, reason_given, refuse, touched
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.matters import PriorOutcome, TreatmentRole
from styrehjul.meetings.domain.states import SHOWN, ItemStatus, TreatmentState
from styrehjul.meetings.mails.matters import ask_outside
from styrehjul.meetings.models import OutsideBody, PriorTreatment, Treatment
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.people.models import Person

LINK_LASTS = timedelta(days=30)


@transaction.atomic
def set_role(treatment: Treatment, *, role: str, decides_here: bool | None, by: Person, at: datetime) -> Treatment:
    """Say what the body is asked to do with the matter, and whether it is settled here; unsaid, the kind says it."""
    needs(by, "agenda.prepare", treatment, at)
    item = fresh(treatment)
    if role not in ("", *TreatmentRole):
        raise Refused("treatment.role_unknown")
    if (item.role, item.decides_here) != (role, decides_here):
        item.role, item.decides_here = role, decides_here
        store(item, by=by, at=at, action="treatment.role")
    return item


@transaction.atomic
def keep_outside_body(
    outside: OutsideBody | None,
    *,
    name: str,
    dates: Sequence[date] = (),
    secretary_name: str = "",
    secretary_email: str = "",
    by: Person | None,
    at: datetime,
) -> OutsideBody:
    """Register a chiefs' meeting, or another group that meets elsewhere, with its dates and who writes for it."""
    needs(by, "outside.change", None, at)
    row = fresh(outside) if outside is not None else OutsideBody()
    if not name.strip():
        raise Refused("outside.no_name")
    row.name, row.dates = " ".join(name.split())[:120], [day.isoformat() for day in sorted(set(dates))]
    row.secretary_name, row.secretary_email = secretary_name.strip()[:120], secretary_email.strip()
    store(row, by=by, at=at, action="outside.change" if outside is not None else "outside.create")
    return row


@transaction.atomic
def name_prior(
    treatment: Treatment,
    *,
    on: date,
    by: Person | None,
    at: datetime,
    outside: OutsideBody | None = None,
    body: Body | None = None,
) -> PriorTreatment:
    """*Behandles først på chefmøde*: where and when. Its secretary gets a link to write what came of it."""
    item = _open_item(treatment, by=by, at=at)
    if (outside is None) == (body is None):
        raise Refused("prior.no_place")
    prior = PriorTreatment(treatment=item, matter=item.matter, outside=outside, body=body, on=on)
    store(prior, by=by, at=at, action="prior.name")
    touched(item, f"{item.title}: behandles først {prior.words}", by=by, at=at)
    if outside is not None and outside.secretary_email:
        return send_prior_link(prior, by=by, at=at)
    return prior


def _open_item(treatment: Treatment, *, by: Person | None, at: datetime) -> Treatment:
    """The item, locked, while its agenda is still being put together."""
    item = fresh(treatment)
    needs(by, "agenda.prepare", item, at)
    if SHOWN[TreatmentState(item.state)] in (ItemStatus.TREATED, ItemStatus.DROPPED):
        raise Refused("prior.too_late")
    if item.meeting is not None:
        facts = meeting_facts(item.meeting, items=(), with_effects=False)
        refuse(guards.lacks_for_editing(facts, prepares=True))
    return item


@transaction.atomic
def send_prior_link(prior: PriorTreatment, *, by: Person | None, at: datetime) -> PriorTreatment:
    """Send the chiefs' meeting's secretary a new link; the former one opens nothing from now on."""
    needs(by, "agenda.prepare", prior.treatment, at)
    row = fresh(prior)
    if row.outside is None or not row.outside.secretary_email:
        raise Refused("prior.no_address", place=row.place)
    if not row.is_open:
        raise Refused("prior.answered")
    row.link_secret, row.link_expires_at = get_random_string(32), at + LINK_LASTS
    store(row, by=by, at=at, action="prior.send_link", private=frozenset({"link_secret"}))
    ask_outside(row, at=at)
    return row


@transaction.atomic
def enter_prior(
    prior: PriorTreatment, *, outcome: str, remarks: str = "", on: date | None = None, by: Person | None, at: datetime
) -> PriorTreatment:
    """Write what came of it: outcome and remarks, and the day where it was another than thought."""
    needs(by, "agenda.prepare", prior.treatment, at)
    return _enter(prior, outcome=outcome, remarks=remarks, on=on, name="", by=by, at=at)


@transaction.atomic
def enter_prior_by_link(
    prior: PriorTreatment, *, outcome: str, remarks: str, name: str, secret: str, at: datetime
) -> PriorTreatment:
    """The same, by the chiefs' meeting's own secretary through the link: it opens this one thing, until it is done."""
    row = fresh(prior)
    if not link_holds(row, secret, at):
        raise Refused("prior.link_over")
    return _enter(row, outcome=outcome, remarks=remarks, on=None, name=name, by=None, at=at)


def link_holds(prior: PriorTreatment, secret: str, at: datetime) -> bool:
    """Whether a link with that secret may still be used."""
    alive = prior.link_expires_at is not None and at < prior.link_expires_at
    return alive and bool(prior.link_secret) and prior.link_secret == secret and prior.is_open


def _enter(
    prior: PriorTreatment, *, outcome: str, remarks: str, on: date | None, name: str, by: Person | None, at: datetime
) -> PriorTreatment:
    row = fresh(prior)
    if outcome not in tuple(PriorOutcome):
        raise Refused("prior.outcome_unknown")
    if SHOWN[TreatmentState(row.treatment.state)] in (ItemStatus.TREATED, ItemStatus.DROPPED):
        raise Refused("prior.too_late")
    row.outcome, row.remarks, row.on = outcome, remarks.strip(), on or row.on
    row.entered_at, row.entered_by, row.entered_by_name = at, by, " ".join(name.split())[:120]
    row.waived_because, row.waived_by = "", None
    store(row, by=by, at=at, action="prior.enter", personal={"navn": name} if name else None)
    touched(row.treatment, f"{row.treatment.title}: udfaldet {row.words}", by=by, at=at)
    return row


@transaction.atomic
def waive_prior(prior: PriorTreatment, *, reason: str, by: Person, at: datetime) -> PriorTreatment:
    """The chair lets the item go on without it, with a reason that stands in the agenda."""
    needs(by, "prior.waive", prior.treatment, at)
    row = fresh(prior)
    if row.outcome:
        raise Refused("prior.answered")
    row.waived_because, row.waived_by = reason_given(reason), by
    store(row, by=by, at=at, action="prior.waive", reason=row.waived_because)
    touched(row.treatment, f"{row.treatment.title}: behandlingen {row.words} er fraveget", by=by, at=at)
    return row


@transaction.atomic
def remove_prior(prior: PriorTreatment, *, by: Person, at: datetime) -> None:
    """It was named by mistake. What was answered stays."""
    row = fresh(prior)
    item = _open_item(row.treatment, by=by, at=at)
    if row.outcome:
        raise Refused("prior.answered")
    touched(item, f"{item.title}: behandles ikke først {row.words}", by=by, at=at)
    remove(row, by=by, at=at, action="prior.remove")

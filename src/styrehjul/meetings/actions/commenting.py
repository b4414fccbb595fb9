"""Minutes that the members approve: laid before them, commented, answered, and approved when nothing is left open."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.domain.model import MinutesApproval, StandingRule
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, moved, needs, refuse, through
from styrehjul.meetings.actions.minutes import keep_approved, keep_file
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.domain import minutes as rules
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.order import kind_of
from styrehjul.meetings.domain.states import (
    MINUTES,
    MinutesEvent,
    MinutesState,
    Outcome,
    Profile,
    TreatmentEvent,
)
from styrehjul.meetings.domain.values import BuiltMinutes
from styrehjul.meetings.mails.minutes import ask_for_correction, tell_answer, tell_commenting, tell_objection
from styrehjul.meetings.models import (
    Annex,
    Correction,
    Matter,
    Meeting,
    MinutesComment,
    MinutesConsent,
    MinutesRound,
    MinutesVersion,
    Treatment,
)
from styrehjul.meetings.queries.contents import minutes_content
from styrehjul.meetings.queries.meetings import next_open_meeting
from styrehjul.meetings.queries.minutes import (
    approving_item,
    comment_deadline,
    members_of,
    round_facts,
    round_of,
    way_of,
)
from styrehjul.meetings.queries.seats import chair_of, day_of, item_kinds, rules_for, secretary_of
from styrehjul.meetings.queries.versions import next_minutes_number
from styrehjul.people.models import Person

APPROVES_MINUTES = "godkendelse_referat"


@transaction.atomic
def send_to_members(meeting: Meeting, *, by: Person, at: datetime) -> MinutesRound:
    """*Send til kommentering*: the members read, comment and, by the body's own way, approve.

    Where each member approves, the chair who sends it has approved it.
    """
    needs(by, "minutes.approve", meeting, at)
    meeting = fresh(meeting)
    way = way_of(meeting)
    refuse(rules.lacks_for_sending(MinutesState(meeting.minutes_state), way))
    found = MinutesRound(
        meeting=meeting,
        number=meeting.minutes_rounds.count() + 1,
        way=way.value,
        sha256=hash_of(minutes_content(meeting, next_minutes_number(meeting))),
        due_at=comment_deadline(meeting, at),
        sent_by=by,
    )
    store(found, by=by, at=at, action="minutes.send_to_members")
    meeting.minutes_state = moved(MINUTES, MinutesState(meeting.minutes_state), MinutesEvent.COMMENT)
    meeting.returned_with = ""
    store(meeting, by=by, at=at, action="minutes.comment")
    if way is MinutesApproval.EACH_MEMBER and any(member.pk == by.pk for member in members_of(meeting, day_of(at))):
        store(MinutesConsent(round=found, person=by), by=by, at=at, action="minutes.consent")
    tell_commenting(found, at=at)
    return found


@transaction.atomic
def comment_minutes(
    meeting: Meeting,
    *,
    text: str,
    by: Person,
    at: datetime,
    treatment: Treatment | None = None,
    objection: bool = False,
) -> MinutesComment:
    """What a member says about an item or the whole. The text of the minutes is not touched by it."""
    meeting = fresh(meeting)
    needs(by, "minutes.comment", meeting, at)
    refuse(rules.lacks_for_comment(MinutesState(meeting.minutes_state), text))
    found = round_of(meeting)
    if found is None or (treatment is not None and treatment.meeting_id != meeting.pk):
        raise Refused("minutes.not_commenting")
    comment = MinutesComment(round=found, treatment=treatment, person=by, text=text.strip(), objection=objection)
    store(comment, by=by, at=at, action="minutes.say")
    if objection:
        tell_objection(comment, at=at)
    return comment


@transaction.atomic
def answer_comment(comment: MinutesComment, *, answer: str, by: Person, at: datetime) -> MinutesComment:
    """The secretary answers. The last answered objection may be what the minutes waited for."""
    needs(by, "minutes.answer", comment.round.meeting, at)
    comment = fresh(comment)
    if not answer.strip():
        raise Refused("minutes.answer_empty")
    if comment.answered_at is not None:
        raise Refused("minutes.already_answered")
    comment.answer, comment.answered_by, comment.answered_at = answer.strip(), by, at
    store(comment, by=by, at=at, action="minutes.answer")
    tell_answer(comment, at=at)
    return comment


@transaction.atomic
def consent_to_minutes(
    meeting: Meeting, *, by: Person, at: datetime, person: Person | None = None, note: str = ""
) -> MinutesConsent:
    """A member's *Godkend*, or what the secretary enters for one who said it otherwise, with how. Twice changes nothing."""
    member = person or by
    meeting = fresh(meeting)
    needs(by, "minutes.consent" if member.pk == by.pk else "minutes.answer", meeting, at)
    found = round_of(meeting)
    if found is None or found.way != MinutesApproval.EACH_MEMBER.value:
        raise Refused("minutes.not_commenting")
    if all(one.pk != member.pk for one in members_of(meeting, day_of(at))):
        raise Refused("minutes.not_a_member", name=member.name)
    if member.pk != by.pk and not note.strip():
        raise Refused("reason.needed")
    given = found.consents.filter(person=member).first()
    if given is not None:
        return given
    entered = by if member.pk != by.pk else None
    consent = MinutesConsent(round=found, person=member, entered_by=entered, note=note.strip()[:300])
    store(consent, by=by, at=at, action="minutes.consent", on_behalf_of=member if entered else None)
    return consent


@transaction.atomic
def complete_minutes(meeting: Meeting, built: BuiltMinutes, *, at: datetime) -> MinutesVersion:
    """What the members' way asked for is there: the minutes are approved. Nobody does it; it follows.

    Refused with what is still missing. Approved with changes at a later meeting, the change becomes a correction.
    """
    meeting = fresh(meeting)
    found = round_of(meeting)
    if found is None:
        raise Refused("minutes.not_commenting")
    facts = round_facts(found, at)
    refuse(rules.lacks_for_completion(facts, at=at))
    version = keep_approved(meeting, built, approval=rules.approved_by_members(facts, at), by=None, at=at)
    found.ended_at = at
    store(found, by=None, at=at, action="minutes.members_approved")
    item = found.adopted_by
    if item is not None and item.outcome == Outcome.APPROVED_WITH_CHANGES.value:
        _as_decided(meeting, item, at=at)
    return version


def _as_decided(meeting: Meeting, item: Treatment, *, at: datetime) -> None:
    """What the later meeting changed stands as a correction, for the chair to approve its words."""
    decision = item.decisions.first()
    if decision is None or item.meeting is None:
        return
    day = day_text(day_of(item.meeting.starts_at))
    correction = Correction(meeting=meeting, text=decision.text, because=f"Vedtaget på mødet {day} ({decision})"[:600])
    store(correction, by=None, at=at, action="correction.propose")
    ask_for_correction(correction, at=at)


@transaction.atomic
def put_minutes_on_next_meeting(meeting: Meeting, draft: BuiltMinutes | None, *, at: datetime) -> Treatment | None:
    """The item *Godkendelse af referat fra ...* on the body's next open agenda, with the draft as an annex.

    None where there is no such meeting yet, or the item stands there already.
    """
    meeting = fresh(meeting)
    found = round_of(meeting)
    if found is None or found.way != MinutesApproval.NEXT_MEETING.value or found.adopted_by_id is not None:
        return None
    to = next_open_meeting(meeting.body, max(at, meeting.starts_at))
    # Taken off that agenda by hand, it waits for the meeting after it.
    if to is None or approving_item(meeting) is not None or to.treatments.filter(minutes_of=meeting).exists():
        return None
    item = _the_item(meeting, fresh(to), at=at)
    if draft is not None and draft.open_pdf:
        file = keep_file(draft, draft.open_pdf, "udkast-til-referat", None, at)
        # The draft is for the body alone until it is approved.
        annex = Annex(treatment=item, title="Udkast til referat", file=file, closed=True)
        store(annex, by=None, at=at, action="annex.add")
    return item


def _the_item(meeting: Meeting, to: Meeting, *, at: datetime) -> Treatment:
    """The body's own item for it where the agenda has one that is free, else a new one at the same place."""
    title = f"Godkendelse af referat fra {day_text(day_of(meeting.starts_at))}"
    summary = f"Referatet fra mødet {day_text(day_of(meeting.starts_at))} har været til kommentering hos medlemmerne."
    free = to.treatments.filter(standing_key=APPROVES_MINUTES, minutes_of=None)
    item = free.exclude(state__in=("withdrawn", "rejected")).first()
    if item is not None:
        item = fresh(item)
        item.title, item.summary, item.minutes_of = title, summary, meeting
        store(item, by=None, at=at, action="treatment.minutes")
        return item
    day = day_of(to.starts_at)
    rule = _rule(to)
    matter = Matter(title=title)
    store(matter, by=None, at=at, action="matter.create")
    item = Treatment(
        matter=matter,
        body=to.body,
        title=title,
        summary=summary,
        kind=kind_of(APPROVES_MINUTES, [code for code, _ in item_kinds(to.body, day)]),
        profile=Profile.PROCEDURAL.value,
        standing_key=rule.key if rule else APPROVES_MINUTES,
        responsible=secretary_of(to) or chair_of(to),
        minutes_of=meeting,
    )
    place(item, to, by=None, at=at)
    through(item, TreatmentEvent.PLACE, by=None, at=at)
    store(item, by=None, at=at, action="treatment.insert")
    return item


def _rule(to: Meeting) -> StandingRule | None:
    known = rules_for(to.body, day_of(to.starts_at))
    return next((rule for rule in known.standing_items if rule.key == APPROVES_MINUTES), None) if known else None


def adopt_minutes(items: list[Treatment], *, by: Person | None, at: datetime) -> list[Meeting]:
    """Called as a meeting ends: the minutes that its items approved. They are kept when no objection stands open."""
    adopted = []
    for item in items:
        if (
            not item.minutes_of_id
            or item.minutes_of is None
            or item.outcome not in {outcome.value for outcome in rules.ADOPTS}
        ):
            continue
        found = round_of(item.minutes_of)
        if found is not None and found.adopted_by_id is None:
            found = fresh(found)
            found.adopted_by = item
            store(found, by=by, at=at, action="minutes.adopt")
            adopted.append(item.minutes_of)
    return adopted

"""The meeting as it is held: started, attendance, what was decided on each item, and its end."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import version_on
from styrehjul.briefings.actions import prepare as prepare_briefing
from styrehjul.briefings.domain.states import STANDING
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings import labels
from styrehjul.meetings.actions.calling import seat_people
from styrehjul.meetings.actions.commenting import adopt_minutes
from styrehjul.meetings.actions.common import fresh, moved, needs, reason_given, refuse, through
from styrehjul.meetings.actions.decisions import confirm, put_in_force, waits
from styrehjul.meetings.actions.needs import put_back, put_back_unanswered, take_forward
from styrehjul.meetings.actions.onward import go_on
from styrehjul.meetings.actions.points import make_effect
from styrehjul.meetings.actions.revising import confirm_revisions
from styrehjul.meetings.actions.upkeep import note_changes
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.matters import HANDS_ON
from styrehjul.meetings.domain.plan_effects import plan_answered
from styrehjul.meetings.domain.states import (
    AGENDA,
    LEFT_AGENDA,
    MINUTES,
    AgendaEvent,
    AgendaState,
    DecisionState,
    MinutesEvent,
    MinutesState,
    Outcome,
    Profile,
    TreatmentEvent,
    TreatmentState,
)
from styrehjul.meetings.domain.strategy_effects import WITHOUT_PROJECT, lacks_for_assessment
from styrehjul.meetings.domain.values import EffectText
from styrehjul.meetings.mails.decisions import tell_confirmed
from styrehjul.meetings.mails.post import title_of
from styrehjul.meetings.models import Decision, Effect, Meeting, RecommendationPoint, Treatment
from styrehjul.meetings.queries.assessing import is_assessment
from styrehjul.meetings.queries.chain import Chain
from styrehjul.meetings.queries.facts import (
    adopts_itself,
    item_facts,
    items_of,
    meeting_facts,
    numbers_of,
    right_reasons,
)
from styrehjul.meetings.queries.seats import day_of, leader_of, recommends_to, secretary_of
from styrehjul.meetings.queries.superseding import superseded_by_number
from styrehjul.people.models import Person
from styrehjul.portfolio.models import Project

E = TreatmentEvent


@transaction.atomic
def start_meeting(meeting: Meeting, *, by: Person, at: datetime, leader: Person | None = None) -> Meeting:
    """*Start mødet*: the agenda is adopted, attendance comes from the answers, the minutes are a draft.

    The one who leads stands in the minutes; naming another for this meeting is recorded.
    """
    needs(by, "meeting.lead", meeting, at)
    meeting = fresh(meeting)
    if leader is not None:
        meeting.meeting_chair = leader
    leads = leader_of(meeting)
    facts = meeting_facts(meeting, items=(), with_effects=False)
    reasons = guards.lacks_for_start(facts, at=at.astimezone())
    refuse(
        reasons
        + ([] if leads or meeting.minutes_state != MinutesState.NONE.value else [Reason("meeting.nobody_leads")])
    )
    day = day_of(meeting.starts_at)
    meeting.minutes_state = moved(MINUTES, MinutesState(meeting.minutes_state), MinutesEvent.START)
    if not adopts_itself(meeting):
        meeting.agenda_state = moved(AGENDA, AgendaState(meeting.agenda_state), AgendaEvent.ADOPT)
    meeting.meeting_chair, meeting.started_at = leads, at
    meeting.minutes_taker = secretary_of(meeting) or by
    meeting.kommissorium = version_on(day)
    store(meeting, by=by, at=at, action="meeting.start")
    seat_people(meeting, by=by, at=at)
    for row in meeting.attendance.filter(status=""):
        row.status = "apology" if row.reply == "declined" else "present"
        store(row, by=by, at=at, action="attendance.note")
    for item in meeting.treatments.filter(state=TreatmentState.SENT.value):
        through(item, E.BEGIN, by=by, at=at)
        store(item, by=by, at=at, action="treatment.begin")
    return meeting


@transaction.atomic
def set_attendance(
    meeting: Meeting, statuses: Mapping[int, str], *, by: Person, at: datetime, shown: Mapping[int, str] | None = None
) -> Meeting:
    """Who is there: person key -> present, apology or absent. Those not named keep what they have.

    `shown` is what stood on the page that was filled in: where somebody else has noted another thing about the same
    person meanwhile, nothing is saved and both are told.
    """
    needs(by, "meeting.lead", meeting, at)
    meeting = fresh(meeting)
    if meeting.minutes_state != MinutesState.DRAFT.value:
        raise Refused(
            "meeting.not_running" if meeting.minutes_state == MinutesState.NONE.value else "meeting.already_ended"
        )
    rows = {row.person_id: row for row in meeting.attendance.select_related("person")}
    before = shown or {}
    refuse([
        Reason("attendance.changed", {"name": rows[key].person.name, "status": rows[key].get_status_display()})
        for key, status in statuses.items()
        if key in rows and key in before and rows[key].status not in (before[key], status)
    ])  # fmt: skip
    for key, status in statuses.items():
        if key not in rows or status not in ("", "present", "apology", "absent"):
            raise Refused("attendance.reply_unknown")
        if rows[key].status != status:
            rows[key].status = status
            store(rows[key], by=by, at=at, action="attendance.note")
    return meeting


@transaction.atomic
def record_decision(
    treatment: Treatment,
    *,
    outcome: Outcome | str,
    by: Person,
    at: datetime,
    text: str = "",
    effects: Sequence[EffectText] | None = None,
    expected_version: int | None = None,
    waits_for_minutes: bool = False,
    supersedes: str = "",
    to_body: Body | None = None,
) -> Decision:
    """What the body made of the item; until the meeting is ended it can be written again.

    *Indstillingen følges* is the outcome alone: its text comes from the at-sentences and their effects go with it.
    Godkendt med ændringer takes the effects that were decided instead (`effects`; none is said as an empty list).
    Oversendt and Anbefalet say to which body (`to_body`; unsaid, the one whose meetings this body prepares).
    """
    needs(by, "decision.record", treatment, at)
    item = fresh(treatment)
    decision = item.decisions.first()
    if decision is not None and expected_version is not None and decision.version != expected_version:
        raise Refused(
            "stale", changed_by=str(decision.history.first().history_user or ""), version=decision.version,
            mine={"text": text}, theirs={"text": decision.text},
        )  # fmt: skip
    made = _allowed_outcome(item, outcome)
    refuse(_lacks_for_recording(item, at))
    if is_assessment(item):
        refuse(lacks_for_assessment(item.title, made, effects))
    points = [point.text for point in item.points.all()]
    onward = _onward(item, made, to_body)
    words = text.strip() or rules.text_for(made, points) or (f"Oversendt til {onward.name_definite}." if onward else "")
    if not words:
        raise Refused("item.no_decision_text", **item_facts(item, item.number, day_of(at), with_effects=False).facts)
    decision = decision or Decision(treatment=item, body=item.body, meeting=_meeting_of(item), outcome=made.value)
    if decision.in_force_at is not None:
        # In force, it is changed beside its first words, never over them.
        raise Refused("decision.in_force", number=decision.number)
    decision.outcome, decision.text, decision.waits_for_minutes = made.value, words, waits_for_minutes
    decision.supersedes = superseded_by_number(item, supersedes) if supersedes.strip() else None
    store(decision, by=by, at=at, action="decision.record")
    _choose_effects(item, decision, made, effects, by=by, at=at)
    through(item, E.TREAT, by=by, at=at)
    item.outcome, item.referred_to = made.value, onward
    store(item, by=by, at=at, action="treatment.treat")
    return decision


def _onward(item: Treatment, outcome: Outcome, to_body: Body | None) -> Body | None:
    """The body that the matter goes on to; Refused where the outcome needs one and nobody named it."""
    if outcome not in HANDS_ON:
        return None
    wanted = to_body or recommends_to(_meeting_of(item))
    if wanted is None or wanted.pk == item.body_id:
        raise Refused("decision.to_body_needed", title=item.title)
    return wanted


def _meeting_of(item: Treatment) -> Meeting:
    if item.meeting is None:
        raise Refused("item.no_meeting", title=item.title)
    return item.meeting


def _allowed_outcome(item: Treatment, outcome: Outcome | str) -> Outcome:
    try:
        made = Outcome(outcome)
    except ValueError:
        raise Refused("item.outcome_unknown", title=item.title) from None
    offered = rules.outcomes_for(
        item.kind, Profile(item.profile), approves_minutes=item.minutes_of_id is not None,
        recommends=recommends_to(_meeting_of(item)) is not None,
    )  # fmt: skip
    if made not in offered:
        words = [str(labels.OUTCOME[one]) for one in offered]
        raise Refused("item.outcome_not_offered", title=item.title, outcome=str(labels.OUTCOME[made]), offered=words)
    return made


def _lacks_for_recording(item: Treatment, at: datetime) -> list[Reason]:
    facts = meeting_facts(_meeting_of(item), items=(), with_effects=False)
    return guards.lacks_for_recording(facts, item_facts(item, item.number, day_of(at), with_effects=False))


def _choose_effects(
    item: Treatment,
    decision: Decision,
    outcome: Outcome,
    effects: Sequence[EffectText] | None,
    *,
    by: Person,
    at: datetime,
) -> None:
    """Which effects go with the decision: the recommended ones, those decided instead, or what the outcome means."""
    for old in Effect.objects.filter(point__treatment=item, made_in_meeting=True, applied_at__isnull=True):
        remove(old, by=by, at=at, action="effect.remove")
    recommended = list(
        Effect.objects.filter(point__treatment=item, made_in_meeting=False)
        .select_related("project")
        .order_by("point__position", "point_id", "position", "pk")
    )
    if outcome in rules.FOLLOWS and effects is None:
        _refuse_wrong_body(item, [EffectText(e.command, e.project_id, e.args) for e in recommended], at)
        return _attach(recommended, decision, by=by, at=at)
    if effects is None and outcome is Outcome.APPROVED_WITH_CHANGES and recommended:
        raise Refused("decision.effects_needed", title=item.title)
    wanted = list(effects) if effects is not None else _instead(outcome, recommended)
    wanted = plan_answered(outcome, [EffectText(e.command, e.project_id, e.args) for e in recommended], wanted)
    _refuse_wrong_body(item, wanted, at)
    # What was recommended exactly so keeps its at-sentence; the rest hangs on the first.
    kept = [effect for effect in recommended if EffectText(effect.command, effect.project_id, effect.args) in wanted]
    new = [w for w in wanted if w not in [EffectText(e.command, e.project_id, e.args) for e in kept]]
    _detach([effect for effect in recommended if effect not in kept], by=by, at=at)
    made = [
        make_effect(_point_for(item, decision, by=by, at=at), text, 100 + index, by=by, at=at, in_meeting=True)
        for index, text in enumerate(new)
    ]
    _attach([*kept, *made], decision, by=by, at=at, anew=True)
    return None


def _instead(outcome: Outcome, recommended: Sequence[Effect]) -> list[EffectText]:
    command = rules.command_instead(outcome, [effect.command for effect in recommended])
    project = next((e.project_id for e in recommended if e.command in rules.APPROVES), None)
    return [EffectText(command, project)] if command else []


def _refuse_wrong_body(item: Treatment, wanted: Sequence[EffectText], at: datetime) -> None:
    # The actions of the plan and the assessment ask themselves by what right they are done.
    wanted = [one for one in wanted if one.command not in WITHOUT_PROJECT]
    projects = Project.objects.in_bulk([w.project_id for w in wanted if w.project_id])
    reasons = []
    for one in wanted:
        project = projects.get(one.project_id or 0)
        if project is None:
            reasons.append(
                Reason(
                    "item.effect_without_project", item_facts(item, item.number, day_of(at), with_effects=False).facts
                )
            )
        else:
            reasons += right_reasons(one.command, project, item.body.code, day_of(at))
    refuse(reasons)


def _point_for(item: Treatment, decision: Decision, *, by: Person, at: datetime) -> RecommendationPoint:
    first = item.points.first()
    if first is None:
        first = RecommendationPoint(treatment=item, text=decision.text[:600])
        store(first, by=by, at=at, action="recommendation.write")
    return first


def _attach(effects: Sequence[Effect], decision: Decision, *, by: Person, at: datetime, anew: bool = False) -> None:
    """The effects belong to the decision. With `anew` what they expect is counted again, for the chain was changed."""
    chain = Chain()
    for effect in effects:
        if anew:
            effect.expected, _ = chain.next(effect.command, effect.project, effect.args)
        if anew or effect.decision_id != decision.pk:
            effect.decision = decision
            store(effect, by=by, at=at, action="effect.attach")


def _detach(effects: Sequence[Effect], *, by: Person, at: datetime) -> None:
    for effect in effects:
        if effect.decision_id is not None:
            effect.decision = None
            store(effect, by=by, at=at, action="effect.detach")


@transaction.atomic
def note_item(treatment: Treatment, *, by: Person, at: datetime) -> Decision:
    """*Taget til efterretning*, in one click."""
    return record_decision(treatment, outcome=Outcome.NOTED, by=by, at=at)


@transaction.atomic
def drop_item(treatment: Treatment, *, reason: str, by: Person, at: datetime) -> Treatment:
    """The item goes out at the meeting, with the reason; its number stays as "udgået"."""
    needs(by, "decision.record", treatment, at)
    item = fresh(treatment)
    said = reason_given(reason)
    if _meeting_of(item).minutes_state != MinutesState.DRAFT.value:
        raise Refused("meeting.not_running")
    through(item, E.DROP, by=by, at=at)
    item.left_because, item.outcome = said, Outcome.DROPPED.value
    store(item, by=by, at=at, action="treatment.drop", reason=said)
    put_back(item, by=by, at=at)
    return item


@transaction.atomic
def end_meeting(
    meeting: Meeting,
    *,
    by: Person,
    at: datetime,
    with_chair: bool = False,
    rest: Mapping[int, Outcome | str] | None = None,
) -> Meeting:
    """*Afslut mødet*: what was decided is confirmed and in force, in the order of the agenda.

    `rest` says what becomes of each item to decide on that has no result (item key -> put off or noted). A standing one
    that it does not name is noted; what somebody brought to be decided must be in it.

    The chair ends it, or the secretary with the chair beside, which is recorded. Information is noted. A decision whose
    project has changed meanwhile stands as a conflict; the meeting's end, the minutes and the others stand. Ended again
    after the minutes came back, nothing is carried out twice.
    """
    needs(by, "meeting.end", meeting, at)
    meeting = fresh(meeting)
    if rest is not None and meeting.minutes_state == MinutesState.DRAFT.value:
        _choose_the_rest(items_of(meeting), rest, by=by, at=at)
    items = items_of(meeting)
    refuse(guards.lacks_for_end(meeting_facts(meeting, items=items, people=True)))
    refuse([
        Reason("assessment.not_answered", {"title": item.title})
        for item in items
        if TreatmentState(item.state) in rules.OPEN and is_assessment(item)
    ])  # fmt: skip
    leads = leader_of(meeting)
    beside = leads if leads is not None and leads != by else None
    if beside is not None and not with_chair:
        raise Refused("meeting.chair_beside", chair=beside.name)
    meeting.minutes_state = moved(MINUTES, MinutesState(meeting.minutes_state), MinutesEvent.END)
    if meeting.agenda_state == AgendaState.SENT.value:
        # Begun while the body adopted its agenda itself, and ended by the straight road.
        meeting.agenda_state = moved(AGENDA, AgendaState.SENT, AgendaEvent.ADOPT)
    meeting.ended_at = meeting.ended_at or at
    store(meeting, by=by, at=at, action="meeting.end", on_behalf_of=beside)
    _note_the_rest(items, by=by, at=at)
    decisions = _in_order(meeting, items)
    lines = []
    for decision in decisions:
        was = decision.state
        confirm(decision, by=by, on_behalf_of=beside, at=at)
        if not waits(decision, meeting):
            put_in_force(decision, by=by, at=at)
        if was == DecisionState.PROVISIONAL.value:
            lines.append(f"{decision.number} {decision.treatment.title}: {decision.text}".strip())
    lines += confirm_revisions(meeting, by=by, on_behalf_of=beside, at=at)
    adopt_minutes(items, by=by, at=at)
    for item in items:
        if item.state not in LEFT_AGENDA:
            go_on(item, meeting, by=by, at=at)
    take_forward(meeting, by=by, at=at)
    note_changes(meeting, by=by, at=at)
    put_back_unanswered(meeting, by=by, at=at)
    if any(item.standing_key in STANDING and item.state not in LEFT_AGENDA for item in items):
        prepare_briefing(
            meeting.body,
            until=day_of(meeting.starts_at),
            meeting=meeting.uuid,
            meeting_name=title_of(meeting),
            meeting_url=meeting.get_absolute_url(),
            by=by,
            at=at,
            asked=False,
        )
    if beside is not None and lines:
        tell_confirmed(meeting, lines, by=by, at=at)
    return meeting


def _choose_the_rest(
    items: Sequence[Treatment], rest: Mapping[int, Outcome | str], *, by: Person, at: datetime
) -> None:
    """Items to decide on that have no result get the one that was chosen; Refused where none was."""
    reasons, numbers = [], numbers_of(items)
    for item in items:
        choices = rules.choices_at_the_end(item.kind, Profile(item.profile))
        if not choices or TreatmentState(item.state) not in rules.OPEN:
            continue
        wanted = str(rest.get(item.pk, rules.silent_choice(item.kind, Profile(item.profile))))
        chosen = next((one for one in choices if one.value == wanted), None)
        if chosen is None:
            reasons.append(
                Reason("item.no_decision", item_facts(item, numbers[item.pk], day_of(at), with_effects=False).facts)
            )
        elif chosen is not rules.default_outcome(item.kind, Profile(item.profile)):
            record_decision(item, outcome=chosen, by=by, at=at)
    refuse(reasons)


def _note_the_rest(items: Sequence[Treatment], *, by: Person, at: datetime) -> None:
    """Items that nobody had to decide on end as noted, or discussed."""
    for item in items:
        if item.state not in (TreatmentState.SENT.value, TreatmentState.IN_PROGRESS.value):
            continue
        if item.state == TreatmentState.SENT.value:
            through(item, E.BEGIN, by=by, at=at)
        through(item, E.TREAT, by=by, at=at)
        default = rules.default_outcome(item.kind, Profile(item.profile))
        item.outcome = (Outcome.ADOPTED if item.minutes_of_id else default).value
        store(item, by=by, at=at, action="treatment.treat")


def _in_order(meeting: Meeting, items: Sequence[Treatment]) -> list[Decision]:
    """The meeting's decisions in the order of the agenda, locked, each with its item."""
    place = {item.pk: index for index, item in enumerate(items)}
    by_key = {item.pk: item for item in items}
    found = list(Decision.objects.select_for_update().filter(meeting=meeting))
    for decision in found:
        decision.meeting, decision.body = meeting, meeting.body
        if decision.treatment_id in by_key:
            decision.treatment = by_key[decision.treatment_id]
    return sorted(found, key=lambda decision: place.get(decision.treatment_id, len(place)))

"""The facts that the guards ask about, gathered from the database."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime

from styrehjul.audit.current import once
from styrehjul.audit.laying import lay_above, lay_below
from styrehjul.bodies.domain.model import AgendaApproval, MinutesApproval
from styrehjul.bodies.queries import kommissorium_on
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.domain.guards import ItemFacts, MeetingFacts, lacks_for_ready, over_time, warns_of
from styrehjul.meetings.domain.matters import TreatmentRole
from styrehjul.meetings.domain.order import numbered
from styrehjul.meetings.domain.states import (
    LEFT_AGENDA,
    UNSENT,
    AgendaState,
    CalendarState,
    MinutesState,
    Profile,
    TreatmentState,
)
from styrehjul.meetings.domain.strategy_effects import WITHOUT_PROJECT
from styrehjul.meetings.models import Effect, Meeting, Treatment
from styrehjul.meetings.queries.chain import moved_on
from styrehjul.meetings.queries.checks import checks_of, lay_checks
from styrehjul.meetings.queries.seats import (
    MEMBER_KINDS,
    chair_of,
    day_of,
    leader_of,
    receivers,
    rules_for,
    secretary_of,
)
from styrehjul.portfolio.domain.commands import COMMANDS, OF_PROPOSALS, arguments
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import bodies_in_words, body_may, lacks_for, right_of

DISPATCH, MATERIAL, ITEMS_CLOSED, CHAIR_DEADLINE = "dispatch", "material", "items_closed", "chair"
_GONE = frozenset(state.value for state in LEFT_AGENDA)


def items_of(meeting: Meeting) -> list[Treatment]:
    """The items of an agenda in their order, with all that the guards ask about them; once in a reading request."""
    return list(once(("items", meeting.pk), lambda: _items_of(meeting)))


def whole_items_of(meeting: Meeting) -> list[Treatment]:
    """The same with the notes and follow-ups: all that is printed of them."""
    items = _items_of(meeting)
    for name in ("memos", "follow_ups"):
        lay_below(items, name)
    return items


def _items_of(meeting: Meeting) -> list[Treatment]:
    items = list(meeting.treatments.select_related("responsible", "matter", "matter__project", "body", "parent"))
    projects = lay_above(lay_below(lay_below(items, "points"), "effects"), "project")
    lay_below(projects, "goal_links")
    priors = lay_below(items, "priors")
    lay_above(priors, "outside")
    lay_above(priors, "body")
    lay_above(lay_below(items, "annexes"), "file")
    lay_below(items, "decisions")
    lay_checks(items, meeting.body, day_of(meeting.starts_at))
    return items


def numbers_of(items: Sequence[Treatment]) -> dict[int, int | None]:
    """Treatment key -> its number: the one that the first dispatch fixed, else counted."""
    counted = numbered([item.state in _GONE for item in items])
    return {item.pk: item.number or number for item, number in zip(items, counted, strict=True)}


def effects_of(treatment: Treatment, *, made_in_meeting: bool | None = None) -> list[Effect]:
    """The item's effects in the order of the at-sentences."""
    found = [effect for point in treatment.points.all() for effect in point.effects.all()]
    return [e for e in found if made_in_meeting is None or e.made_in_meeting is made_in_meeting]


def effect_reasons(effect: Effect, treatment: Treatment, on: date) -> list[Reason]:
    """Why an effect can never be carried out by this body: the right is another's, or its own words are wrong."""
    project = effect.project
    facts = {"title": treatment.title, "item": treatment.pk}
    if effect.command in WITHOUT_PROJECT:
        return []
    if effect.command not in COMMANDS:
        return [Reason("effect.unknown", {**facts, "command": effect.command})]
    reasons = [
        Reason("item.effect_wrong", {**facts, "effect": COMMANDS[effect.command].words, "fault": fault})
        for fault in arguments(effect.command, effect.args)
    ]
    if project is None or reasons:
        return reasons
    if treatment.role == TreatmentRole.RECOMMEND:
        # What is only recommended is another body's to give, and is asked about again there.
        return reasons
    reasons += right_reasons(effect.command, project, treatment.body.code, on)
    reasons += [
        Reason(reason.code, {**facts, **reason.facts, "project": project.title})
        for reason in lacks_for(effect.command, project, effect.args)
    ]
    return reasons


def right_reasons(command: str, project: Project, body: str, on: date) -> list[Reason]:
    """The rule that gives the right to another body, named; nothing where no right is set."""
    right = right_of(project, command, on)
    if body_may(right, body, on):
        return []
    rule = right.row
    facts = {
        "deed": COMMANDS[command].deed,
        "bodies": bodies_in_words(right, on),
        "rule": rule.subject if rule else "",
        "basis": (rule.basis or "") if rule else "",
    }
    return [Reason("effect.wrong_body", facts)]


def item_facts(
    treatment: Treatment, no: int | None, on: date, *, with_effects: bool = True, moved: tuple[str, ...] = ()
) -> ItemFacts:
    """One item as the guards see it."""
    effects = effects_of(treatment, made_in_meeting=False) if with_effects else []
    decision = next(iter(treatment.decisions.all()), None)
    priors = [prior for prior in treatment.priors.all() if prior.is_open]
    return ItemFacts(
        pk=treatment.pk,
        no=no,
        title=treatment.title,
        kind=treatment.kind,
        profile=Profile(treatment.profile),
        state=TreatmentState(treatment.state),
        responsible=treatment.responsible_id is not None,
        summary=bool(treatment.summary.strip()),
        points=sum(1 for point in treatment.points.all() if point.text.strip()),
        economy=bool(treatment.financial_impact.strip()),
        effects=len(effects),
        effects_without_project=sum(
            1 for effect in effects if effect.project_id is None and effect.command not in WITHOUT_PROJECT
        ),
        # Asked only where the effects were counted.
        about_project=with_effects and treatment.matter.project_id is not None,
        refused_effects=tuple(reason for effect in effects for reason in effect_reasons(effect, treatment, on)),
        outcome=treatment.outcome,
        decision_text=decision.text if decision else "",
        priors_open=tuple(prior.words for prior in priors),
        late=came_late(treatment),
        late_because=bool(treatment.late_because.strip()),
        unread=tuple(a.title for a in treatment.annexes.all() if a.accessible is False and not a.scanned),
        scanned=tuple(a.title for a in treatment.annexes.all() if a.scanned),
        moved_on=moved,
        checks=checks_of(treatment, on),
        minutes=treatment.minutes_allotted or 0,
    )


def came_late(treatment: Treatment, at: datetime | None = None) -> bool:
    """Whether the item's material came after its deadline: set ready after it, or with an annex from after it.

    With `at` also when it is set ready only now. A deadline that had passed when the meeting was planned bound nobody.
    """
    due, meeting = treatment.material_due_at, treatment.meeting
    if due is None or meeting is None or meeting.created_at > due or TreatmentState(treatment.state) not in UNSENT:
        return False
    moments = [treatment.set_ready_at, at, *(annex.created_at for annex in treatment.annexes.all())]
    return any(moment is not None and moment > due for moment in moments)


def lacking(treatment: Treatment, on: date | None = None) -> list[Reason]:
    """What the item lacks before it can be set ready, with its number where it has one."""
    day = on or (day_of(treatment.meeting.starts_at) if treatment.meeting else day_of(treatment.updated_at))
    number = numbers_of(items_of(treatment.meeting)).get(treatment.pk) if treatment.meeting else None
    return lacks_for_ready(item_facts(treatment, number, day))


def warnings_of(meeting: Meeting, items: Sequence[Treatment] | None = None) -> list[Reason]:
    """What is worth a second look before the agenda leaves the house, item by item in their order."""
    rows, day = list(items) if items is not None else items_of(meeting), day_of(meeting.starts_at)
    numbers, moved = numbers_of(rows), moved_on(rows)
    facts = [item_facts(row, numbers[row.pk], day, moved=moved.get(row.pk, ())) for row in rows]
    return [reason for row in facts for reason in warns_of(row)] + over_time(facts, length_of(meeting))


def length_of(meeting: Meeting) -> int:
    """The minutes that the meeting has."""
    return int((meeting.ends_at - meeting.starts_at).total_seconds() // 60)


def deadline_of(meeting: Meeting, code: str) -> datetime | None:
    """When the deadline of that code falls; the earliest where a body has several of one sort."""
    found = [deadline.at for deadline in meeting.deadlines.all() if deadline.code == code]
    return min(found, default=None)


def chair_approves(meeting: Meeting) -> bool:
    """Whether the body's chair approves its agendas; a body may leave it to its secretary."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    return rules is None or rules.settings.agenda_approval is not AgendaApproval.NONE


def adopts_itself(meeting: Meeting) -> bool:
    """Whether the body adopts its agenda as an act of its own, not by silence when the meeting starts."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    return bool(rules and rules.settings.extended_preparation)


def secretary_approves(on: date) -> frozenset[str]:
    """Codes of the bodies whose secretary approves the agenda, that day."""
    try:
        bodies = kommissorium_on(on).bodies
    except Refused:
        return frozenset()
    return frozenset(body.code for body in bodies if body.settings.agenda_approval is AgendaApproval.NONE)


def meeting_facts(
    meeting: Meeting, *, items: Iterable[Treatment] | None = None, people: bool = False, with_effects: bool = True
) -> MeetingFacts:
    """A meeting as the guards see it. `people` also looks up who sits, which only some guards need."""
    day = day_of(meeting.starts_at)
    rules = rules_for(meeting.body, day)
    rows = list(items) if items is not None else items_of(meeting)
    numbers = numbers_of(rows)
    chair = secretary = "?"
    members, leader = 1, True
    without, unmarked = tuple[str, ...](), tuple[str, ...]()
    if people:
        seated = receivers(meeting)
        known = chair_of(meeting)
        chair, writer = (known.name if known else ""), secretary_of(meeting)
        secretary = writer.name if writer else ""
        members = sum(1 for s in seated if s.kind in MEMBER_KINDS and s.kind != "chair")
        without = tuple(s.person.name for s in seated if not s.has_address)
        leader = leader_of(meeting) is not None
        unmarked = tuple(a.person.name for a in meeting.attendance.filter(status="").select_related("person"))
    return MeetingFacts(
        calendar=CalendarState(meeting.calendar_state),
        agenda=AgendaState(meeting.agenda_state),
        minutes=MinutesState(meeting.minutes_state),
        starts_at=meeting.starts_at,
        items=tuple(item_facts(row, numbers[row.pk], day, with_effects=with_effects) for row in rows),
        has_place=bool(meeting.place or meeting.link),
        without_address=without,
        chair=chair,
        secretary=secretary,
        members=members,
        dispatch_due=deadline_of(meeting, DISPATCH),
        leader=leader,
        unmarked=unmarked,
        approval_by_chair=chair_approves(meeting),
        voided_by=meeting.approval_voided_by,
        material_awaited=bool(
            rules
            and rules.settings.extended_preparation
            and rules.settings.material_ready_act
            and meeting.material_ready_at is None
        ),
        adoption_awaited=adopts_itself(meeting) and meeting.agenda_state == AgendaState.SENT.value,
        minutes_way=(rules.settings.minutes_approval if rules else None) or MinutesApproval.CHAIR,
    )


__all__ = [
    "CHAIR_DEADLINE",
    "DISPATCH",
    "ITEMS_CLOSED",
    "MATERIAL",
    "OF_PROPOSALS",
    "adopts_itself",
    "chair_approves",
    "deadline_of",
    "effect_reasons",
    "effects_of",
    "item_facts",
    "items_of",
    "lacking",
    "meeting_facts",
    "numbers_of",
    "right_reasons",
    "secretary_approves",
    "warnings_of",
    "whole_items_of",
]  # fmt: skip

"""What stands in the way of each move, always every reason. Empty when nothing does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.decisions import needs_decision
from styrehjul.meetings.domain.minutes import lacks_for_approval_by_chair
from styrehjul.meetings.domain.preparing import Checked, Review
from styrehjul.meetings.domain.states import LEFT_AGENDA, UNSENT, AgendaState, CalendarState, MinutesState, Profile
from styrehjul.meetings.domain.states import TreatmentState as T


@dataclass(frozen=True)
class ItemFacts:
    """An item as the guards see it. `no` is its number on the agenda as it stands now."""

    pk: int
    no: int | None
    title: str
    kind: str
    profile: Profile
    state: T
    responsible: bool = True
    summary: bool = True
    points: int = 1
    economy: bool = True
    effects: int = 0
    effects_without_project: int = 0
    about_project: bool = False
    refused_effects: tuple[Reason, ...] = ()
    outcome: str = ""
    decision_text: str = ""
    # Earlier treatments that the item names and of which nothing is known yet: their places.
    priors_open: tuple[str, ...] = ()
    # Whether its material came after the deadline, and whether it is said why it cannot wait.
    late: bool = False
    late_because: bool = False
    # Annexes that not everybody can read, those that are only pictures, and effects whose project has moved on.
    unread: tuple[str, ...] = ()
    scanned: tuple[str, ...] = ()
    moved_on: tuple[str, ...] = ()
    minutes: int = 0
    # What others were asked to look at, and what they said.
    checks: tuple[Checked, ...] = ()

    @property
    def facts(self) -> dict[str, Any]:
        # How a sentence names the item: by its number where it has one.
        named = f"Punkt {self.no}" if self.no else f'Punktet "{self.title}"'
        return {"no": self.no or "", "title": self.title, "item": self.pk, "named": named}

    @property
    def gone(self) -> bool:
        """Whether the item has left the agenda."""
        return self.state in LEFT_AGENDA


@dataclass(frozen=True)
class MeetingFacts:
    """A meeting as the guards see it."""

    calendar: CalendarState
    agenda: AgendaState
    minutes: MinutesState
    starts_at: datetime
    items: tuple[ItemFacts, ...] = ()
    has_place: bool = True
    without_address: tuple[str, ...] = ()
    chair: str = "X"
    secretary: str = "X"
    members: int = 1
    dispatch_due: datetime | None = None
    leader: bool = True
    unmarked: tuple[str, ...] = ()
    approval_by_chair: bool = True
    voided_by: str = ""
    minutes_way: MinutesApproval = MinutesApproval.CHAIR
    # The preparing body's chair must say that the material is ready, and has not.
    material_awaited: bool = False
    # The body adopts its agenda as an act of its own, and has not.
    adoption_awaited: bool = False


def lacks_for_ready(item: ItemFacts) -> list[Reason]:
    """What an item lacks before it can be set *Klar*. Procedural and standing items lack nothing."""
    if item.profile is not Profile.ORDINARY:
        return []
    decides = needs_decision(item.kind, item.profile)
    checks = [
        (not item.title.strip(), "item.no_title"),
        (not item.responsible, "item.no_responsible"),
        (not item.summary, "item.no_summary"),
        (decides and item.points == 0, "item.no_recommendation"),
        (decides and not item.economy, "item.no_economy"),
        (item.effects_without_project > 0, "item.effect_without_project"),
        (item.late and not item.late_because, "item.late_because"),
    ]
    priors = [Reason("item.prior_missing", {**item.facts, "prior": prior}) for prior in item.priors_open]
    awaited = [
        Reason("item.check_awaited", {**item.facts, "side": one.side, "name": one.name})
        for one in item.checks
        if not one.answer
    ]
    lacking = [Reason(code, item.facts) for wrong, code in checks if wrong]
    return lacking + priors + awaited + list(item.refused_effects)


def warns_of(item: ItemFacts) -> list[Reason]:
    """What is worth a second look, and stops nobody.

    A decision about a project that would leave it where it is, a project that has changed since the recommendation was
    written, and annexes that not everybody can read.
    """
    if item.state not in UNSENT:
        return []
    recommends = needs_decision(item.kind, item.profile) and item.points > 0
    found = [Reason("item.no_effect", item.facts)] if recommends and item.about_project and not item.effects else []
    found += [
        Reason("item.check_remark", {**item.facts, "side": one.side, "name": one.name, "remark": one.remark})
        for one in item.checks
        if one.answer == Review.COMMENT
    ]
    found += [Reason("item.moved_on", {**item.facts, "effect": words}) for words in item.moved_on]
    found += [Reason("item.annex_scanned", {**item.facts, "annex": title}) for title in item.scanned]
    return found + [Reason("item.annex_unread", {**item.facts, "annex": title}) for title in item.unread]


def over_time(items: Sequence[ItemFacts], length: int) -> list[Reason]:
    """The items ask for more minutes than the meeting has. `length` in minutes."""
    wanted = sum(item.minutes for item in items if not item.gone)
    return [Reason("agenda.over_time", {"wanted": wanted, "length": length})] if wanted > length else []


def lacks_for_chair(meeting: MeetingFacts) -> list[Reason]:
    """What keeps the agenda from the chair: each item that is not ready, by name."""
    items = [item for item in meeting.items if not item.gone]
    reasons = over(meeting)
    if meeting.agenda not in (AgendaState.OPEN, AgendaState.CLOSED):
        reasons.append(Reason("agenda.already_with_chair", {"state": meeting.agenda.value}))
    if not items:
        reasons.append(Reason("agenda.empty"))
    if meeting.material_awaited:
        reasons.append(Reason("agenda.material_not_ready"))
    for item in items:
        lacking = lacks_for_ready(item)
        if not lacking and item.state is not T.ON_AGENDA:
            lacking = [Reason("item.not_ready", item.facts)]
        reasons += lacking
    return reasons


def over(meeting: MeetingFacts) -> list[Reason]:
    """The reason that nothing is prepared any more, where there is one."""
    if meeting.calendar is CalendarState.CANCELLED:
        return [Reason("meeting.cancelled")]
    if meeting.minutes is not MinutesState.NONE:
        return [Reason("meeting.begun")]
    return []


def lacks_for_editing(meeting: MeetingFacts, *, prepares: bool) -> list[Reason]:
    """Why an item's text cannot be changed now. Those who prepare may change it until it is sent; it costs the approval."""
    reasons = over(meeting)
    if meeting.agenda in (AgendaState.SENT, AgendaState.ADOPTED):
        reasons.append(Reason("agenda.sent"))
    elif not prepares and meeting.agenda in (AgendaState.TO_CHAIR, AgendaState.APPROVED):
        reasons.append(Reason("agenda.locked"))
    return reasons


def lacks_for_new_items(meeting: MeetingFacts) -> list[Reason]:
    """Why no item can be put on the agenda now."""
    reasons = over(meeting)
    if meeting.agenda in (AgendaState.SENT, AgendaState.ADOPTED):
        reasons.append(Reason("agenda.sent"))
    return reasons


def lacks_for_approval(meeting: MeetingFacts, *, seen: str | None, current: str) -> list[Reason]:
    """Why the chair cannot approve: not sent to the chair, or not the version that was read. `seen` None asks ahead."""
    reasons = over(meeting)
    if meeting.agenda is not AgendaState.TO_CHAIR:
        reasons.append(Reason("agenda.not_with_chair", {"voided": meeting.voided_by}))
    elif seen is not None and seen != current:
        reasons.append(Reason("agenda.changed_since"))
    return reasons


def lacks_for_dispatch(meeting: MeetingFacts, *, at: datetime, late_because: str, receivers: int) -> list[Reason]:
    """Why the agenda cannot be sent."""
    reasons = over(meeting)
    if meeting.agenda in (AgendaState.SENT, AgendaState.ADOPTED):
        return [*reasons, Reason("agenda.already_sent")]
    if meeting.agenda is not AgendaState.APPROVED:
        code = "agenda.not_approved" if meeting.approval_by_chair else "agenda.not_approved_by_secretary"
        if meeting.approval_by_chair and meeting.agenda is AgendaState.TO_CHAIR:
            code = "agenda.with_chair"
        reasons.append(Reason(code, {"voided": meeting.voided_by}))
    if receivers == 0:
        reasons.append(Reason("dispatch.no_receivers"))
    if meeting.dispatch_due and at > meeting.dispatch_due and not late_because.strip():
        reasons.append(Reason("dispatch.late", {"due": meeting.dispatch_due}))
    return reasons


def lacks_for_invitation(meeting: MeetingFacts, *, at: datetime) -> list[Reason]:
    """Why the meeting cannot be called."""
    reasons = over(meeting)
    if meeting.starts_at <= at:
        reasons.append(Reason("meeting.in_past", {"at": meeting.starts_at}))
    if not meeting.has_place:
        reasons.append(Reason("meeting.no_place"))
    if not meeting.chair:
        reasons.append(Reason("meeting.no_chair"))
    if not meeting.secretary:
        reasons.append(Reason("meeting.no_secretary"))
    if meeting.members == 0:
        reasons.append(Reason("meeting.no_members"))
    if meeting.without_address:
        reasons.append(Reason("meeting.without_address", {"names": list(meeting.without_address)}))
    return reasons


def lacks_for_start(meeting: MeetingFacts, *, at: datetime) -> list[Reason]:
    """Why the meeting cannot begin: nothing was sent, the day is not reached, or nobody leads it."""
    if meeting.minutes is not MinutesState.NONE:
        return [Reason("meeting.begun")]
    reasons = over(meeting)
    if meeting.agenda is not AgendaState.SENT:
        reasons.append(Reason("meeting.not_sent"))
    if at.date() < meeting.starts_at.astimezone(at.tzinfo).date():
        reasons.append(Reason("meeting.too_early", {"at": meeting.starts_at}))
    if not meeting.leader:
        reasons.append(Reason("meeting.nobody_leads"))
    return reasons


def lacks_for_end(meeting: MeetingFacts) -> list[Reason]:
    """Why the meeting cannot be ended: each item without a decision, and people whose attendance nobody noted."""
    if meeting.minutes is not MinutesState.DRAFT:
        return [Reason("meeting.not_running" if meeting.minutes is MinutesState.NONE else "meeting.already_ended")]
    reasons = []
    for item in meeting.items:
        if item.gone or item.state in (T.DROPPED, T.CLOSED):
            continue
        if needs_decision(item.kind, item.profile) and item.state is not T.TREATED:
            reasons.append(Reason("item.no_decision", item.facts))
        elif needs_decision(item.kind, item.profile) and not item.decision_text.strip():
            reasons.append(Reason("item.no_decision_text", item.facts))
    if meeting.adoption_awaited:
        reasons.append(Reason("agenda.not_adopted"))
    if meeting.unmarked:
        reasons.append(Reason("meeting.attendance_missing", {"names": list(meeting.unmarked)}))
    return reasons


def lacks_for_minutes(meeting: MeetingFacts) -> list[Reason]:
    """Why the chair cannot approve the minutes."""
    return lacks_for_approval_by_chair(meeting.minutes, meeting.minutes_way)


def lacks_for_recording(meeting: MeetingFacts, item: ItemFacts) -> list[Reason]:
    """Why nothing can be recorded on an item now."""
    if meeting.minutes is MinutesState.NONE:
        return [Reason("meeting.not_running")]
    if meeting.minutes is not MinutesState.DRAFT:
        return [Reason("meeting.already_ended")]
    if item.state not in (T.SENT, T.IN_PROGRESS, T.TREATED):
        return [Reason("item.left_agenda", item.facts)]
    return []


def lacks_for_ad_hoc(meeting: MeetingFacts, *, title: str, agreed: bool) -> list[Reason]:
    """Why no item can come up at the table: no meeting runs, it has no title, or nothing let it in."""
    if meeting.minutes is not MinutesState.DRAFT:
        return [Reason("meeting.not_running" if meeting.minutes is MinutesState.NONE else "meeting.already_ended")]
    reasons = [] if title.strip() else [Reason("item.no_title", {"title": "", "named": "Punktet"})]
    return reasons if agreed else [*reasons, Reason("ad_hoc.not_agreed")]


def lacks_for_order(order: Sequence[int], items: Sequence[ItemFacts]) -> list[Reason]:
    """An order must name exactly the items of the agenda."""
    return (
        [] if sorted(order) == sorted(item.pk for item in items if not item.gone) else [Reason("agenda.order_differs")]
    )

"""A small model of a body's meetings, in plain Python: what stands where, who may do what, and what follows from it.

It knows nothing of the product but its words. It is written from the rules as people read them, so that the product and
the model can only be wrong together where the rule itself was read wrongly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

BEFORE_SENT = ("accepted", "in_work", "returned", "ready", "on_agenda")
LEFT = ("withdrawn", "rejected")
OVER = (*LEFT, "dropped")
FROM_SENT = ("sent", "in_progress", "treated", "closed", "dropped")
UNNUMBERED = ("noted", "discussed")
WITH_CHAIR = ("to_chair", "approved")


@dataclass(eq=False)
class Project:
    """A project as a decision can move it."""

    key: int
    state: str = "proposed"
    priority: int | None = None
    proposer: str = ""


@dataclass(eq=False)
class Effect:
    """What one at-sentence would do to a project, and what it expects to find there."""

    command: str
    project: Project
    priority: int | None = None
    expected: Any = None
    state: str = "pending"
    made: bool = False

    def expect(self) -> None:
        """Expect what stands there now."""
        self.expected = self.project.priority if self.command == "project.set_priority" else self.project.state


@dataclass(eq=False)
class Decision:
    """What was decided on an item."""

    outcome: str
    text: str
    effects: list[Effect]
    state: str = "provisional"
    number: str = ""
    # What it is to be changed to, until the meeting is ended anew.
    revision: tuple[str, str] | None = None


@dataclass(eq=False)
class Item:
    """One item of one agenda, or one that waits for a meeting."""

    key: int
    body: str
    kind: str
    title: str
    meeting: Meeting | None = None
    ordinary: bool = True
    state: str = "in_work"
    responsible: str = ""
    summary: str = ""
    economy: str = ""
    access: str = "open"
    points: list[tuple[str, list[Effect]]] = field(default_factory=list)
    # Key of each annex -> when it came.
    annexes: dict[int, datetime] = field(default_factory=dict)
    late_because: str = ""
    due: datetime | None = None
    ready_at: datetime | None = None
    project: Project | None = None
    number: int | None = None
    outcome: str = ""
    decision: Decision | None = None
    went_on: bool = False
    # Under a written procedure, and so off every agenda.
    written: bool = False
    # Who may not take part in it.
    barred: set[str] = field(default_factory=set)

    @property
    def recommended(self) -> list[Effect]:
        return [effect for _, effects in self.points for effect in effects]

    @property
    def effects(self) -> list[Effect]:
        made = [effect for effect in self.decision.effects if effect.made] if self.decision else []
        return [*self.recommended, *made]

    def late(self, at: datetime | None = None) -> bool:
        """Whether its material came after the deadline, or would if it were set ready `at`."""
        if self.due is None or self.meeting is None or self.meeting.planned_at > self.due:
            return False
        moments = [self.ready_at, at, *self.annexes.values()]
        return any(moment is not None and moment > self.due for moment in moments)

    def ready(self, at: datetime | None = None) -> bool:
        """Whether it lacks nothing."""
        decides = self.kind == "decision"
        if self.late(at) and not self.late_because:
            return False
        return bool(self.summary and self.responsible) and (not decides or bool(self.points and self.economy))

    def content(self) -> tuple[object, ...]:
        """What the chair approves of it."""
        points = tuple((text, tuple((e.command, e.priority) for e in effects)) for text, effects in self.points)
        return (
            self.key, self.title, self.kind, self.summary, self.economy, self.access, self.responsible, points,
            tuple(self.annexes), self.late_because,
        )  # fmt: skip


@dataclass(eq=False)
class Version:
    """What was built for the chair: the product's own sum, and what it stood for in the model."""

    number: int
    sha256: str
    text: str
    stands_for: tuple[object, ...]
    approved_by: str = ""
    dispatched: int = 0


@dataclass(eq=False)
class Change:
    """What one item of a sent agenda is to become, or that it goes out."""

    item: Item
    withdrawn: bool
    summary: str = ""


@dataclass(eq=False)
class ChangeSet:
    """The changes that are being drafted, or that the chair has."""

    state: str = "draft"
    changes: list[Change] = field(default_factory=list)
    built: Version | None = None


@dataclass(eq=False)
class Meeting:
    """One meeting with its three regions."""

    key: int
    body: str
    starts_at: datetime
    planned_at: datetime
    material: datetime | None = None
    calendar: str = "planned"
    agenda: str = "open"
    minutes: str = "none"
    place: str = ""
    items: list[Item] = field(default_factory=list)
    versions: list[Version] = field(default_factory=list)
    change_set: ChangeSet | None = None
    # The time that the secretary has asked the chair for, and who asked.
    wish: tuple[datetime, str] | None = None
    moved: bool = False
    ended: bool = False
    minutes_text: str = ""
    mails: int = 0

    @property
    def day(self) -> date:
        return self.starts_at.date()

    @property
    def takes_items(self) -> bool:
        return self.calendar != "cancelled" and self.minutes == "none" and self.agenda not in ("sent", "adopted")

    @property
    def live(self) -> list[Item]:
        return [item for item in self.items if item.state not in LEFT]

    @property
    def approval(self) -> Version | None:
        found = [version for version in self.versions if version.approved_by]
        return found[-1] if found and self.agenda == "approved" else None

    @property
    def current(self) -> Version | None:
        """The version that stands: what was sent last, else what was built last."""
        sent = [version for version in self.versions if version.dispatched]
        found = sent or self.versions
        return found[-1] if found else None

    def stands_for(self) -> tuple[object, ...]:
        """Head and items in their order: what an approval is an approval of."""
        return (self.starts_at, self.place, *(item.content() for item in self.live))


@dataclass(eq=False)
class Topic:
    """One line on a meeting."""

    key: int
    meeting: Meeting
    text: str
    carried: bool = False


@dataclass(eq=False)
class Need:
    """A question that one body's list has and another body is to answer."""

    key: int
    body: str
    target: str
    question: str
    by: str
    state: str = "open"
    ticked: Meeting | None = None
    item: Item | None = None


@dataclass(eq=False)
class Circulation:
    """A written procedure: what was frozen, until when, and what each of those asked has said ("" is nothing yet)."""

    key: int
    item: Item
    due: datetime
    silence_agrees: bool
    content: str
    answers: dict[int, str]
    state: str = "open"


@dataclass
class World:
    """Everything, and who sits where. `seats` are (body, kind) -> names, loaded once from the cast."""

    seats: dict[tuple[str, str], frozenset[str]]
    now: datetime
    meetings: list[Meeting] = field(default_factory=list)
    items: list[Item] = field(default_factory=list)
    projects: list[Project] = field(default_factory=list)
    decisions: list[Decision] = field(default_factory=list)
    topics: list[Topic] = field(default_factory=list)
    needs: list[Need] = field(default_factory=list)
    circulations: list[Circulation] = field(default_factory=list)
    serials: dict[tuple[str, int], int] = field(default_factory=dict)

    # --- who may -------------------------------------------------------------------------------------------------

    def holds(self, who: str, body: str, *kinds: str) -> bool:
        return any(who in self.seats.get((body, kind), frozenset()) for kind in kinds)

    def secretariat(self, who: str, body: str) -> bool:
        return self.holds(who, body, "secretary", "secretary_stand_in")

    def chairs(self, who: str, body: str) -> bool:
        return self.holds(who, body, "chair")

    def prepares(self, who: str, body: str) -> bool:
        return self.secretariat(who, body) or self.holds(who, body, "chair", "approver", "preparing_chair")

    def approves(self, who: str, body: str) -> bool:
        """The chair or the one the chair handed it to; never whoever does the secretary's work."""
        return self.holds(who, body, "chair", "approver") and not self.secretariat(who, body)

    def runs(self, who: str, body: str) -> bool:
        return self.secretariat(who, body) or self.chairs(who, body)

    def at_table(self, who: str, body: str) -> bool:
        return self.holds(who, body, "table")

    def edits(self, who: str, item: Item) -> bool:
        if who in item.barred and not self.secretariat(who, item.body):
            return False
        return self.prepares(who, item.body) or item.responsible == who

    def reads_agenda(self, who: str, meeting: Meeting) -> bool:
        sent = meeting.agenda in ("sent", "adopted")
        return self.prepares(who, meeting.body) or (self.at_table(who, meeting.body) and sent) or meeting.ended

    def reads_item(self, who: str, item: Item) -> bool:
        sent = item.state in FROM_SENT
        everybody = sent and item.access == "open" and item.meeting is not None and item.meeting.ended
        return self.edits(who, item) or (self.at_table(who, item.body) and sent and who not in item.barred) or everybody

    def reads_minutes(self, who: str, meeting: Meeting) -> bool:
        return self.prepares(who, meeting.body) or meeting.minutes == "approved"

    # --- what follows --------------------------------------------------------------------------------------------

    def changed(self, meeting: Meeting | None) -> None:
        """Any edit of what the chair has, or has approved: back to the secretary, no approval."""
        if meeting is not None and meeting.agenda in WITH_CHAIR:
            meeting.agenda = "closed"

    def next_open(self, body: str, after: datetime) -> Meeting | None:
        coming = [
            m for m in self.meetings
            if m.body == body and m.starts_at > after and m.agenda in ("open", "closed") and m.calendar != "cancelled"
        ]  # fmt: skip
        return min(coming, key=lambda m: m.starts_at, default=None)

    def draw(self, meeting: Meeting) -> str:
        """The next decision number of the body's year."""
        return self.number(meeting.body, meeting.starts_at.year)

    def number(self, body: str, year: int) -> str:
        """The next decision number of that body and year."""
        key = (body, year)
        self.serials[key] = self.serials.get(key, 0) + 1
        return f"{body}-{year}-{self.serials[key]:03d}"

    def carry(self, effects: list[Effect]) -> bool:
        """Do all of them to the projects, or none."""
        kept = {effect.project: (effect.project.state, effect.project.priority) for effect in effects}
        for effect in effects:
            if not self._done(effect):
                for project, (state, priority) in kept.items():
                    project.state, project.priority = state, priority
                for one in effects:
                    one.state = "conflict"
                return False
        for effect in effects:
            effect.state = "applied"
        return True

    @staticmethod
    def _done(effect: Effect) -> bool:
        project = effect.project
        if effect.command == "project.set_priority":
            if effect.expected != project.priority:
                return False
            project.priority = effect.priority
            return True
        if effect.expected != project.state or project.state != "awaiting_decision":
            return False
        project.state = {
            "proposal.approve": "approved", "proposal.reject": "rejected",
            "proposal.postpone": "awaiting_decision", "proposal.return": "proposed",
        }[effect.command]  # fmt: skip
        return True

"""A kommissorium as plain values: what the text says, and nothing that it does not say.

`None` (or an empty tuple) means that the text is silent. What the product suggests in the silence carries `suggested`,
and no screen may present it as a rule of the kommissorium.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from decimal import Decimal
from enum import StrEnum
from typing import TypeVar

_Row = TypeVar("_Row")


class SeatKind(StrEnum):
    """What the holder of a seat is in the body."""

    CHAIR = "chair"
    DEPUTY_CHAIR = "deputy_chair"
    MEMBER = "member"
    OBSERVER = "observer"
    CO_OPTED = "co_opted"
    SECRETARY = "secretary"


class SeatCount(StrEnum):
    """How many holders a seat rule asks for."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    OPEN = "open"
    ONE_PER = "one_per"


class CadenceKind(StrEnum):
    """How often a body meets. `AS_NEEDED` bodies are never rolled (a chefmøde, a working group)."""

    PER_YEAR = "per_year"
    FOLLOWS = "follows"
    MONTHS = "months"
    EVERY_N_WEEKS = "every_n_weeks"
    AS_NEEDED = "as_needed"


class DeadlineKind(StrEnum):
    """How a deadline is counted from its meeting (day 0 is the meeting day)."""

    WORKING_DAYS_BEFORE = "working_days_before"
    CALENDAR_DAYS_BEFORE = "calendar_days_before"
    WEEKDAY_TIME = "weekday_time"
    ABSOLUTE = "absolute"
    WORKING_DAYS_AFTER = "working_days_after"


class DeadlineCode(StrEnum):
    """The deadlines that the product itself acts on. A body may have others with codes of its own."""

    CALL = "call"
    ITEMS_CLOSED = "items_closed"
    MATERIAL = "material"
    MANAGEMENT_MEETING = "management_meeting"
    REVIEW = "review"
    CHAIR = "chair"
    DISPATCH = "dispatch"
    LATE = "late"
    MINUTES_DRAFT = "minutes_draft"
    MINUTES_COMMENTS = "minutes_comments"


class Lock(StrEnum):
    """What a passed deadline closes."""

    ITEMS = "items"
    MATERIAL = "material"
    AGENDA = "agenda"
    CHANGES = "changes"


class Role(StrEnum):
    """Who a deadline or a standing item rests on."""

    SECRETARY = "secretary"
    CHAIR = "chair"
    PREPARING_CHAIR = "preparing_chair"
    RESPONSIBLE = "responsible"
    MEMBERS = "members"


class SlotKind(StrEnum):
    """Which meetings of a year a standing item belongs to."""

    EVERY_MEETING = "every_meeting"
    QUARTERS = "quarters"
    MONTHS = "months"
    NTH_MEETINGS = "nth_meetings"
    DATE = "date"


class Profile(StrEnum):
    """How an item is filled: `standing` gets its text from the product, `procedural` needs none."""

    STANDING = "standing"
    PROCEDURAL = "procedural"


class Source(StrEnum):
    """Whether the text (or its appendix) names the item, or the municipality added it."""

    KOMMISSORIUM = "kommissorium"
    SUPPLEMENT = "supplement"


class RightMode(StrEnum):
    """What a body does with a subject."""

    DECIDES = "decides"
    RECOMMENDS = "recommends"
    INFORMED = "informed"


class AgendaApproval(StrEnum):
    """Who approves an agenda before it is sent; `none` leaves it to the secretary."""

    CHAIR = "chair"
    NONE = "none"


class AgendaReadable(StrEnum):
    """From when every employee may read the open part of an agenda."""

    NEVER = "never"
    AFTER_MEETING = "after_meeting"
    AT_DISPATCH = "at_dispatch"


class TakesForce(StrEnum):
    """When a decision takes force."""

    MEETING_ENDED = "meeting_ended"
    MINUTES_APPROVED = "minutes_approved"


class MinutesApproval(StrEnum):
    """How minutes are approved."""

    CHAIR = "chair"
    TACIT = "tacit"
    NEXT_MEETING = "next_meeting"
    EACH_MEMBER = "each_member"


@dataclass(frozen=True)
class Section:
    """A piece of running text: a heading, a lead-in, points and a closing sentence."""

    title: str
    lead: str | None = None
    points: tuple[str, ...] = ()
    closing: str | None = None


@dataclass(frozen=True)
class UnitGroup:
    """A set of organisation units that the text speaks of ("fagchefområderne"); the municipality keeps its members."""

    code: str
    name: str
    name_one: str | None = None


@dataclass(frozen=True)
class NamedUnit:
    """One organisation unit that the text names ("Staben")."""

    code: str
    name: str


@dataclass(frozen=True)
class Slot:
    """When in the year: `numbers` are quarters, months or meeting numbers; `day` is (month, day) for a fixed date."""

    kind: SlotKind
    numbers: tuple[int, ...] = ()
    day: tuple[int, int] | None = None


@dataclass(frozen=True)
class SeatRule:
    """One seat (or several alike) of a body, and what its holder must be.

    `number` counts for exactly, at_least and at_most; `most` may close an at_least upwards; `group` names the unit
    group of one_per; `area` the unit group a holder must come from; `unit` the unit; `post` the post that the holder
    must have.
    """

    key: str
    title: str
    kind: SeatKind = SeatKind.MEMBER
    rule: SeatCount = SeatCount.EXACTLY
    number: int | None = 1
    most: int | None = None
    group: str | None = None
    post: str | None = None
    area: str | None = None
    unit: str | None = None
    vote: bool | None = None
    leader: bool = False
    function_required: bool = False
    coverage_agreements: bool = False
    appointed_by: str | None = None
    term: str | None = None

    @property
    def is_member(self) -> bool:
        """Observers and the secretary sit at the table, but are not members."""
        return self.kind not in (SeatKind.OBSERVER, SeatKind.SECRETARY)


@dataclass(frozen=True)
class Cadence:
    """How often a body meets, and where in its period a meeting is put.

    per_year: `number` a year. follows: with a lead before each meeting of `follows`, in `lead_working_days` or
    `lead_weeks`. months: `months` (1-12). every_n_weeks: `weeks` counted from `start`. `weekday` is 0 (Monday) to 6;
    `week_in_month` 1-5 picks that weekday's first to fifth in the month. `suggested` names the fields that are the
    product's suggestion and not the text's.
    """

    kind: CadenceKind
    number: int | None = None
    follows: str | None = None
    lead_working_days: int | None = None
    lead_weeks: int | None = None
    months: tuple[int, ...] = ()
    weeks: int | None = None
    start: date | None = None
    weekday: int | None = None
    week_in_month: int | None = None
    suggested: frozenset[str] = frozenset()


@dataclass(frozen=True)
class DeadlineRule:
    """One deadline of a body. `at` None means the whole day.

    `number` counts days (working or calendar); `weeks_before` and `weekday` belong to weekday_time ("mandag kl. 12 ugen
    før" is 1 and 0). absolute has no rule: the date is typed on each meeting.
    """

    code: str
    label: str
    kind: DeadlineKind
    number: int | None = None
    weeks_before: int | None = None
    weekday: int | None = None
    at: time | None = None
    responsible: Role | None = None
    locks: Lock | None = None
    extended_only: bool = False
    suggested: bool = False

    @property
    def is_before(self) -> bool:
        """Whether the deadline lies before its meeting."""
        return self.kind is not DeadlineKind.WORKING_DAYS_AFTER


@dataclass(frozen=True)
class StandingRule:
    """An item that a body's agendas carry by themselves in their slot."""

    key: str
    title: str
    slot: Slot | None
    optional: bool = False
    movable: bool = False
    certainty: Decimal = Decimal(1)
    responsible: Role | None = None
    content: str | None = None
    profile: Profile = Profile.STANDING
    source: Source = Source.KOMMISSORIUM
    enabled: bool = True
    suggested: bool = False
    requirement: str | None = None
    wording: str | None = None
    mark: str | None = None


@dataclass(frozen=True)
class ActivityRule:
    """Something on the wheel beside the agendas: a seminar, dialogue meetings, a control. `body` is the host."""

    key: str
    title: str
    body: str
    slot: Slot | None
    optional: bool = False
    movable: bool = False
    certainty: Decimal = Decimal(1)
    responsible: Role | None = None
    content: str | None = None
    source: Source = Source.KOMMISSORIUM
    enabled: bool = True
    suggested: bool = False
    requirement: str | None = None
    wording: str | None = None
    mark: str | None = None


@dataclass(frozen=True)
class ItemKind:
    """A kind of agenda item: `decision`, `information`, `discussion`, or one of the municipality's own."""

    code: str
    name: str
    enabled: bool = True
    suggested: bool = False


@dataclass(frozen=True)
class BodySettings:
    """What a body has chosen. None = not chosen. `suggested` names the fields whose value is a suggestion only."""

    meeting_minutes: int | None = None
    start_time: time | None = None
    place: str | None = None
    agenda_approval: AgendaApproval | None = None
    agenda_readable: AgendaReadable | None = None
    decision_takes_force: TakesForce | None = None
    minutes_approval: MinutesApproval | None = None
    extended_preparation: bool | None = None
    dispatch_on_approval: bool | None = None
    min_working_days_to_fed: int | None = None
    min_days_between: int | None = None
    late_need_working_days: int | None = None
    need_days_open: int | None = None
    chair_leads: bool | None = None
    secretary_writes: bool | None = None
    short_minutes: bool | None = None
    material_ready_act: bool | None = None
    chief_approves_proposals: bool | None = None
    responsible_per_item: bool | None = None
    deputy_seats: bool | None = None
    written_procedure: bool | None = None
    chair_decisions: bool | None = None
    quorum: str | None = None
    voting: str | None = None
    suggested: frozenset[str] = frozenset()


@dataclass(frozen=True)
class BodyRules:
    """One body: its text, its seats, when it meets, what its agendas carry.

    `functions` is an open list of what members may be (projektleder ...); `color` a place in the wheel's palette (1-6);
    `insert_order` holds keys of procedural items, `standing` and codes of item kinds. In `tasks` a line that begins
    with "- " is a point under the line before it.
    """

    code: str
    short_code: str
    name: str
    name_definite: str
    cadence: Cadence
    parent: str | None = None
    color: int | None = None
    purpose: str | None = None
    tasks_lead: str | None = None
    tasks: tuple[str, ...] = ()
    composition: tuple[str, ...] = ()
    working_form: tuple[str, ...] = ()
    seats: tuple[SeatRule, ...] = ()
    functions: tuple[str, ...] = ()
    deadlines: tuple[DeadlineRule, ...] = ()
    standing_items: tuple[StandingRule, ...] = ()
    item_kinds: tuple[ItemKind, ...] = ()
    insert_order: tuple[str, ...] = ()
    settings: BodySettings = field(default_factory=BodySettings)
    suggested: frozenset[str] = frozenset()

    def seat(self, key: str) -> SeatRule:
        """The seat with that key; KeyError when the body has none."""
        return _by("key", key, self.seats)

    def deadline(self, code: str) -> DeadlineRule | None:
        """The body's deadline of that code, or None."""
        return next((rule for rule in self.deadlines if rule.code == code), None)

    def standing_item(self, key: str) -> StandingRule:
        """The standing item with that key; KeyError when the body has none."""
        return _by("key", key, self.standing_items)


@dataclass(frozen=True)
class DecisionRight:
    """What one body does with a subject, and which effects its decisions may have.

    `above` is an amount in kroner from which the right counts; `category` limits it to one category of projects;
    `only` limits it to part of what the effect does ("end_date"); `basis` is the place in the text.
    """

    body: str
    subject: str
    effects: tuple[str, ...] = ()
    mode: RightMode = RightMode.DECIDES
    above: Decimal | None = None
    category: str | None = None
    only: str | None = None
    basis: str | None = None
    suggested: bool = False
    text: str | None = None


@dataclass(frozen=True)
class Mark:
    """A doubt about the reading of the text, and what the product does about it."""

    code: str
    place: str
    doubt: str
    answer: str


@dataclass(frozen=True)
class GeneralSettings:
    """Choices that count for the whole organisation. None = not chosen; `suggested` as in BodySettings."""

    needs_decision: tuple[str, ...] = ()
    cross_cutting_categories: tuple[str, ...] = ()
    large_amount: Decimal | None = None
    large_hours: int | None = None
    allocation_unit: str | None = None
    retention_years: int | None = None
    changed_by: str | None = None
    suggested: frozenset[str] = frozenset()


@dataclass(frozen=True)
class KommissoriumText:
    """The whole document: texts, bodies, wheel, rights, doubts. Immutable; a change is a new one."""

    name: str
    municipality: str
    version: str | None = None
    applies_from: date | None = None
    background: str | None = None
    purposes: tuple[Section, ...] = ()
    groups: tuple[UnitGroup, ...] = ()
    units: tuple[NamedUnit, ...] = ()
    bodies: tuple[BodyRules, ...] = ()
    activities: tuple[ActivityRule, ...] = ()
    rights: tuple[DecisionRight, ...] = ()
    marks: tuple[Mark, ...] = ()
    settings: GeneralSettings = field(default_factory=GeneralSettings)

    def body(self, code: str) -> BodyRules:
        """The body with that code; KeyError when there is none."""
        return _by("code", code, self.bodies)

    def group_name(self, code: str) -> str:
        """The unit group in words, or the code itself where the text has no such group."""
        return next((group.name for group in self.groups if group.code == code), code)

    def unit_name(self, code: str) -> str:
        """The named unit in words, or the code itself."""
        return next((unit.name for unit in self.units if unit.code == code), code)

    def mark(self, code: str | None) -> Mark | None:
        """The doubt with that code, or None."""
        return next((mark for mark in self.marks if mark.code == code), None)

    def feeds(self, code: str) -> BodyRules | None:
        """The body that this one prepares meetings for, by its cadence."""
        follows = self.body(code).cadence.follows
        return next((body for body in self.bodies if body.code == follows), None)

    def fed_by(self, code: str) -> tuple[BodyRules, ...]:
        """The bodies whose cadence follows this one's."""
        return tuple(body for body in self.bodies if body.cadence.follows == code)


def _by(name: str, value: str, rows: tuple[_Row, ...]) -> _Row:
    for row in rows:
        if getattr(row, name) == value:
            return row
    raise KeyError(value)

"""Who sits at a meeting: the body's seats on its day, who leads it, who gets its papers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from styrehjul.bodies.domain.model import AgendaApproval, BodyRules, SeatKind
from styrehjul.bodies.models import Body, Delegation, SeatHolding
from styrehjul.bodies.queries import holder_of, rules_of
from styrehjul.kernel.danish import ZONE
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.models import Meeting
from styrehjul.people.models import Person

_ORDER = {
    kind.value: place
    for place, kind in enumerate(
        (
            SeatKind.CHAIR,
            SeatKind.DEPUTY_CHAIR,
            SeatKind.MEMBER,
            SeatKind.CO_OPTED,
            SeatKind.OBSERVER,
            SeatKind.SECRETARY,
        )
    )
}
KIND_WORDS: Mapping[str, str] = {
    "chair": "Formand",
    "deputy_chair": "Næstformand",
    "member": "Medlem",
    "co_opted": "Tilforordnet",
    "observer": "Observatør",
    "secretary": "Sekretær",
}
MEMBER_KINDS = frozenset({"chair", "deputy_chair", "member", "co_opted"})


@dataclass(frozen=True)
class Seated:
    """One person at the table, with what they are there and the seat's title."""

    person: Person
    kind: str
    title: str
    unit: str = ""

    @property
    def kind_words(self) -> str:
        return KIND_WORDS.get(self.kind, self.kind)

    @property
    def has_address(self) -> bool:
        return bool(self.person.email)


def day_of(moment: datetime) -> date:
    """The day it is in Denmark at that moment."""
    return moment.astimezone(ZONE).date()


def rules_for(body: Body, day: date) -> BodyRules | None:
    """The body's rules that day, or None where the kommissorium of the day does not know it."""
    try:
        return rules_of(body, day)
    except Refused:
        return None


def seated_on(body: Body, day: date) -> list[Seated]:
    """Everybody with a seat that day, the chair first and the secretary last, each person once."""
    rules = rules_for(body, day)
    titles = {seat.key: seat.title for seat in rules.seats} if rules else {}
    holdings = SeatHolding.objects.on(day).filter(body=body).select_related("person", "unit")
    found: dict[int, Seated] = {}
    for holding in sorted(holdings, key=lambda h: (_ORDER.get(h.kind, 9), h.seat_key, h.pk)):
        title = titles.get(holding.seat_key, "")
        unit = holding.unit.name if holding.unit else ""
        found.setdefault(holding.person_id, Seated(holding.person, holding.kind, title, unit))
    return list(found.values())


def seated_at(meeting: Meeting) -> list[Seated]:
    """Everybody with a seat on the meeting's day."""
    return seated_on(meeting.body, day_of(meeting.starts_at))


def receivers(meeting: Meeting) -> list[Seated]:
    """Who gets the meeting's papers: all at the table who are still here on its day."""
    day = day_of(meeting.starts_at)
    return [seated for seated in seated_at(meeting) if seated.person.works_on(day)]


def chair_of(meeting: Meeting) -> Person | None:
    """The body's chair on the meeting's day."""
    return holder_of(meeting.body, SeatKind.CHAIR, day_of(meeting.starts_at))


def secretary_of(meeting: Meeting, on: date | None = None) -> Person | None:
    """The body's secretary, on the meeting's day or the day asked for."""
    return holder_of(meeting.body, SeatKind.SECRETARY, on or day_of(meeting.starts_at))


def chair_of_body(body: Body, on: date) -> Person | None:
    """The body's chair that day."""
    return holder_of(body, SeatKind.CHAIR, on)


def secretary_of_body(body: Body, on: date) -> Person | None:
    """The body's secretary that day."""
    return holder_of(body, SeatKind.SECRETARY, on)


def leader_of(meeting: Meeting) -> Person | None:
    """Who leads the meeting: the one named, the chair unless they sent apologies, or their stand-in that day."""
    if meeting.meeting_chair:
        return meeting.meeting_chair
    chair = chair_of(meeting)
    away = chair and meeting.attendance.filter(person=chair, reply="declined").exists()
    if chair and not away:
        return chair
    standing_in = Delegation.objects.on(day_of(meeting.starts_at)).filter(
        body=meeting.body, kind="chair", may_lead=True
    )
    handed = standing_in.select_related("person").first()
    return handed.person if handed else None


def approvers_of(meeting: Meeting, on: date) -> list[Person]:
    """Who can approve the agenda that day: the chair, and those the chair has handed approval to.

    Nobody where the body leaves the approval to its secretary: the one who builds it needs no telling.
    """
    rules = rules_for(meeting.body, on)
    if rules is not None and rules.settings.agenda_approval is AgendaApproval.NONE:
        return []
    chair = holder_of(meeting.body, SeatKind.CHAIR, on)
    handed = (
        Delegation.objects.on(on).filter(body=meeting.body, kind="chair", may_approve=True).select_related("person")
    )
    people = [*([chair] if chair else []), *(d.person for d in handed)]
    return list({person.pk: person for person in people}.values())


def recommends_to(meeting: Meeting) -> Body | None:
    """The body that this one's recommendations go to: the one whose meetings it prepares."""
    if meeting.feeds is not None:
        return meeting.feeds.body
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    follows = rules.cadence.follows if rules else None
    return Body.objects.filter(code=follows).first() if follows else None


def capacity_of(person: Person, meeting: Meeting, on: date) -> str:
    """In which capacity a person acts for the body that day, in words for the approval and the audit."""
    body = meeting.body
    for seated in seated_on(body, on):
        if seated.person.pk == person.pk:
            return f"{seated.kind_words} for {body.name_definite}"
    handed = Delegation.objects.on(on).filter(body=body, person=person).first()
    if handed:
        return f"{handed.get_kind_display()} i {body.name_definite}"
    return ""


def kind_words(body: Body, code: str, on: date) -> str:
    """What the body calls a kind of item: "til beslutning"."""
    return dict(item_kinds(body, on, every=True)).get(code, code)


def item_kinds(body: Body, on: date, *, every: bool = False) -> list[tuple[str, str]]:
    """The kinds of item that the body uses that day, as (code, name). `every` counts those switched off too."""
    rules = rules_for(body, on)
    kinds = [(kind.code, kind.name) for kind in rules.item_kinds if every or kind.enabled] if rules else []
    known = [("decision", "til beslutning"), ("information", "til information")]
    if every:
        known.append(("discussion", "til drøftelse"))
    return kinds + [pair for pair in known if pair[0] not in dict(kinds)] if every or not kinds else kinds

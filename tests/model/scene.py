"""Who and what a walk begins with: the cast with its seats, two stand-ins, and a year's first meetings."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta

from styrehjul.audit.unit import run
from styrehjul.bodies.models import Body, Delegation, SeatHolding
from styrehjul.meetings import actions
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.values import BuiltAgenda, BuiltMinutes
from styrehjul.meetings.models import Meeting as MeetingRow
from styrehjul.meetings.queries.contents import minutes_content
from styrehjul.meetings.queries.facts import MATERIAL, deadline_of
from styrehjul.meetings.queries.versions import next_minutes_number
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Person
from tests.making import NORDDJURS, NOW, START, Cast, a_cast, a_kommissorium, a_person
from tests.meetings.turn import quick_build
from tests.model.world import Item, Meeting, World

STANDING = ("godkendelse_dagsorden", "eventuelt")
SG, PG = "SG", "PG"
# The steering group decides in writing too; the programme group does not.
OFF, ON = "skriftlig_behandling = { vaerdi = false, forslag = true }", "skriftlig_behandling = true"
FIRST = (
    (SG, datetime(2027, 6, 9, 9, 0, tzinfo=NOW.tzinfo), "q2"),
    (PG, datetime(2027, 6, 2, 9, 0, tzinfo=NOW.tzinfo), "q2"),
    (SG, datetime(2027, 9, 8, 9, 0, tzinfo=NOW.tzinfo), "q3"),
)
# Days on which somebody works, and one on which nobody does.
WORKING = [date(2027, 6, day) for day in (10, 14, 16, 21, 23, 28)] + [date(2027, 8, day) for day in (9, 11, 18, 25, 30)]
WORKING += [date(2027, 9, day) for day in (1, 6, 13, 20, 29)] + [date(2027, 10, day) for day in (4, 6, 11, 13, 27)]
WORKING += [date(2027, 11, day) for day in (1, 3, 8, 15, 22)] + [date(2027, 12, day) for day in (1, 6, 8, 13)]
CLOSED = [date(2027, 6, 5), date(2027, 12, 24), date(2027, 9, 5)]


@dataclass
class Scene:
    """The people by their first names, and the two bodies by their short codes."""

    cast: Cast
    keys: dict[str, int] = field(default_factory=dict)
    bodies: dict[str, Body] = field(default_factory=dict)
    seats: dict[tuple[str, str], frozenset[str]] = field(default_factory=dict)

    @property
    def names(self) -> list[str]:
        return list(self.keys)

    def a_world(self) -> World:
        return World(seats=self.seats, now=NOW)

    def plan(self, world: World) -> None:
        for body, starts_at, slot in FIRST:
            self.take_in(world, self.plan_one(body, starts_at, slot))

    def plan_one(self, body: str, starts_at: datetime, slot: str) -> MeetingRow:
        return run(
            lambda: actions.plan_meeting(
                body=self.bodies[body], year=starts_at.year, slot=slot, starts_at=starts_at,
                ends_at=starts_at + timedelta(hours=2), items=STANDING, place="Kattegat", by=None, at=NOW,
            )
        )  # fmt: skip

    def take_in(self, world: World, row: MeetingRow) -> Meeting:
        """A planned meeting as the model has it."""
        found = Meeting(row.pk, row.body.short_code, row.starts_at, row.created_at, place=row.place)
        found.material = material_of(row.pk)
        for item in row.treatments.order_by("position", "pk"):
            known = Item(item.pk, found.body, item.kind, item.title, meeting=found, ordinary=False, state="on_agenda")
            known.responsible = self.name_of(item.responsible_id)
            found.items.append(known)
            world.items.append(known)
        world.meetings.append(found)
        return found

    def name_of(self, key: int | None) -> str:
        return next((name for name, pk in self.keys.items() if pk == key), "") if key else ""


def material_of(meeting: int) -> datetime | None:
    """When material is due. How deadlines are counted is tested elsewhere; here they are taken as they stand."""
    return deadline_of(MeetingRow.objects.get(pk=meeting), MATERIAL)


def a_scene() -> Scene:
    """The cast of the house; Tora approves for the chair, and so does Vera, who stands in for the secretary too."""
    cast = a_cast()
    text = NORDDJURS.read_text().replace(OFF, ON, 1)
    a_kommissorium(text.encode(), start=NOW.date() - timedelta(days=30))
    scene = Scene(cast, bodies={SG: cast.steering, PG: cast.programme})
    people = {
        "stine": cast.stine, "peter": cast.peter, "mette": cast.mette, "jonas": cast.jonas, "olga": cast.olga,
        "ada": cast.ada, "head": cast.heads[0], "tora": a_person("Tora Bay", unit=cast.staff),
        "vera": a_person("Vera Dal", unit=cast.digitalisation),
        "pia": a_person("Pia Holt", role=Role.PORTFOLIO_ADMINISTRATOR),
    }  # fmt: skip
    scene.keys = {name: person.pk for name, person in people.items()}
    for person in (people["tora"], people["vera"]):
        _stands_in(cast, person, "chair", may_approve=True)
    _stands_in(cast, people["vera"], "secretary")
    scene.seats = _seats(scene)
    return scene


def _stands_in(cast: Cast, person: Person, kind: str, *, may_approve: bool = False) -> None:
    Delegation.objects.create(
        body=cast.steering, kind=kind, person=person, start=START, end=date(2035, 12, 31), set_by=cast.stine,
        may_lead=False, may_approve=may_approve, created_at=NOW, updated_at=NOW,
    )  # fmt: skip


def _seats(scene: Scene) -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for code, body in scene.bodies.items():
        for holding in SeatHolding.objects.filter(body=body):
            if name := scene.name_of(holding.person_id):
                found.setdefault((code, holding.kind), set()).add(name)
                found.setdefault((code, "table"), set()).add(name)
    found[(SG, "approver")] = {"tora", "vera"}
    found[(SG, "secretary_stand_in")] = {"vera"}
    # The programme group's chair prepares the steering group's meetings.
    found[(SG, "preparing_chair")] = set(found[(PG, "chair")])
    return {key: frozenset(names) for key, names in found.items()}


def build(meeting: MeetingRow, at: datetime) -> BuiltAgenda:
    """The version with its true content and sum; no files."""
    return replace(quick_build(meeting, at), members_pdf=b"", open_pdf=b"", reading_copy=b"")


def build_minutes(meeting: MeetingRow, at: datetime) -> BuiltMinutes:
    """The minutes with their true content and sum; no files."""
    number = next_minutes_number(meeting)
    content = minutes_content(meeting, number)
    return BuiltMinutes(
        meeting_id=meeting.pk, number=number, content=content, sha256=hash_of(content), pdf=b"", open_pdf=b"",
        reasons=(), audit_head="0" * 64, built_at=at,
    )  # fmt: skip


__all__ = ["CLOSED", "PG", "SG", "WORKING", "Scene", "a_scene", "build", "build_minutes", "material_of"]

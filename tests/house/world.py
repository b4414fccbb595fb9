"""The world of the permission matrix: every kind of person, and of every noun the variants that rights tell apart.

Made by the product's own actions. It is Thursday 10 June 2027, the day after the steering group's meeting.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from typing import Any

import time_machine
from django.db import connection, transaction
from django.test import TestCase

from styrehjul.audit.unit import store
from styrehjul.benefits.actions import add_benefit, add_days, add_prerequisite, measure_benefit, share_with
from styrehjul.benefits.actions.groups import make_group
from styrehjul.benefits.actions.trail import propose_budget
from styrehjul.bodies import actions as bodies
from styrehjul.bodies.domain.model import SeatKind
from styrehjul.bodies.models import Body, Delegation, Kommissorium, Municipality, SeatHolding
from styrehjul.bodies.queries import rules_of
from styrehjul.briefings import actions as briefings
from styrehjul.briefings.domain.states import Audience
from styrehjul.knowledge.actions import write_lesson
from styrehjul.meetings import actions
from styrehjul.meetings.domain.agenda import hash_of
from styrehjul.meetings.domain.values import BuiltMinutes
from styrehjul.meetings.models import Circulation, Decision, ItemCheck, Meeting, ReviewAnswer, ReviewRound
from styrehjul.meetings.queries.contents import item_content, minutes_content
from styrehjul.people.actions import change_person, create_unit
from styrehjul.people.domain.roles import Role, UnitKind
from styrehjul.people.models import Person
from styrehjul.plans import actions as plans
from styrehjul.portfolio import actions as portfolio
from styrehjul.portfolio.actions import milestones, resources, tasks
from styrehjul.portfolio.domain.catalogue import EntryFacts
from styrehjul.portfolio.models import NationalProject, Project
from styrehjul.strategy import actions as strategy
from styrehjul.strategy.actions import create_goal
from styrehjul.systems.actions import create_contract, create_system, follow_watches
from styrehjul.systems.models import Watch
from styrehjul.wheel.actions import add_occurrence, seminars
from tests.making import NOW, START, Cast, a_cast, a_person
from tests.meetings.turn import do, quick_build

AT = datetime(2027, 6, 10, 10, 0, tzinfo=NOW.tzinfo)
ON = AT.date()
HELD = datetime(2027, 6, 9, 9, 0, tzinfo=NOW.tzinfo)
LAST = date(2027, 6, 30)


@dataclass
class World:
    """Who is who, by the name of the column, and what there is, by the name of the row."""

    cast: Cast
    people: dict[str, Person | None] = field(default_factory=dict)
    objects: dict[str, Any] = field(default_factory=dict)


@contextmanager
def a_world() -> Iterator[World]:
    """The world, made once for all tests of a module and gone after them."""
    with ground(AT):
        yield _made()


@contextmanager
def ground(at: datetime) -> Iterator[None]:
    """A database in which what is made stands for all tests of a module, at a clock that stands still."""

    class Ground(TestCase):
        """The transactions that the module's tests lie in, as Django's own test cases make them."""

    with time_machine.travel(at, tick=False):
        Ground.setUpClass()
        try:
            yield
        finally:
            Ground.tearDownClass()


@contextmanager
def undone() -> Iterator[None]:
    """What is done here did not happen: a request may change the world for itself alone."""
    block = transaction.atomic()
    block._from_testcase = True  # type: ignore[attr-defined]  # so that an entry may open its durable transaction
    with block:
        yield
        transaction.set_rollback(True)
    connection.run_on_commit = []


def _made() -> World:
    cast = a_cast()
    world = World(cast)
    _people(world)
    _projects(world)
    _steering(world)
    _programme(world)
    _rest(world)
    return world


def _people(world: World) -> None:
    cast = world.cast
    area, other = cast.areas[0], cast.areas[2]
    school = create_unit(name="Auning Skole", kind=UnitKind.INSTITUTION.value, parent=area, by=None, at=AT)
    world.objects["unit:own"], world.objects["unit:foreign"] = school, other
    names = {
        "approver": "Aksel Brink", "leader": "Lea Toft", "stand-in": "Stig Aagaard", "stand-in, later": "Sanne Lyng",
        "responsible": "Rikke Balle", "owner": "Owe Krag", "manager": "Maja Storm", "author": "Frede Holt",
        "to do": "Tove Rask", "employee": "Ellen Munk", "ended": "Ib Gram",
    }  # fmt: skip
    made = {column: a_person(name, unit=cast.digitalisation) for column, name in names.items()}
    coordinator = a_person("Karl Koch", unit=school, role=Role.LOCAL_COORDINATOR, role_unit=area)
    portfolio_administrator = a_person("Pia Porse", unit=cast.digitalisation, role=Role.PORTFOLIO_ADMINISTRATOR)
    june, july = (date(2027, 6, 1), LAST), (date(2027, 7, 1), date(2027, 7, 31))
    sg, chair = cast.steering, cast.stine
    _delegate(bodies.delegate_chair, sg, made["approver"], june, chair, may_lead=False, may_approve=True)
    _delegate(bodies.delegate_chair, sg, made["leader"], june, chair, may_lead=True, may_approve=False)
    _delegate(bodies.delegate_secretary, sg, made["stand-in"], june, cast.peter)
    _delegate(bodies.delegate_secretary, sg, made["stand-in, later"], july, cast.peter)
    # Everything that can be had, and no longer here: rights end with the person.
    bodies.seat_person(sg, _shared_seat(sg), made["ended"], start=START, by=None, at=AT)
    do(_give_roles, made["ended"])
    change_person(made["ended"], end=date(2027, 5, 31), by=None, at=AT)
    world.people = {
        "chair": cast.stine, "approver": made["approver"], "leader": made["leader"], "secretary": cast.peter,
        "stand-in": made["stand-in"], "stand-in, later": made["stand-in, later"], "preparing": cast.mette,
        "member": cast.heads[0], "PG member": cast.jonas, "responsible": made["responsible"], "to do": made["to do"],
        "author": made["author"], "owner": made["owner"], "manager": made["manager"], "coordinator": coordinator,
        "portfolio adm.": portfolio_administrator, "administrator": cast.ada, "employee": made["employee"],
        "ended": made["ended"], "nobody": None,
    }  # fmt: skip


def _give_roles(person: Person) -> None:
    from styrehjul.people.actions import give_role

    for role in (Role.ADMINISTRATOR, Role.PORTFOLIO_ADMINISTRATOR):
        give_role(person, role, start=START, by=None, at=AT)


def _shared_seat(body: Body) -> str:
    """A member's seat that several have."""
    return next(seat.key for seat in rules_of(body, START).seats if seat.kind is SeatKind.MEMBER and seat.number == 2)


def _delegate(work: Any, body: Body, person: Person, days: tuple[date, date], by: Person, **more: Any) -> Delegation:
    made: Delegation = work(body, person, start=days[0], end=days[1], by=by, at=AT, **more)
    return made


def _projects(world: World) -> None:
    areas, o = world.cast.areas, world.objects
    owner, manager = _one(world, "owner"), _one(world, "manager")

    def made(title: str, **fields: Any) -> Project:
        project = do(portfolio.create_project, by=None, at=AT, title=title, lead_area=areas[0], **fields)
        for kind, person in (("owner", owner), ("manager", manager)):
            if fields["category"] != "local" or fields["org_unit"] == o["unit:own"]:
                do(portfolio.set_role, project, kind=kind, person_id=person.pk, by=None, at=AT, reason="aftalt")
        return project

    _catalogue_and_phases(world)
    o["project:proposal"] = do(
        portfolio.propose_project, title="Chatbot til borgerservice", lead_area=areas[0], purpose="Kortere ventetid.",
        by=_one(world, "author"), at=AT,
    )  # fmt: skip
    o["project:national"] = made("Fælles digital post", category="national", state="active")
    o["project:cross"] = made("Byggesager på nettet", category="cross", state="active")
    do(portfolio.place_in_phase, o["project:cross"], phase="Analyse", by=None, at=AT)
    o["project:local, own unit"] = made("Tablets i 3. klasse", category="local", state="active", org_unit=o["unit:own"])
    o["project:local, foreign unit"] = made(
        "Ny telefontid", category="local", state="active", org_unit=o["unit:foreign"]
    )
    _parts(world)
    _status(world)
    _registers(world)
    _briefings(world)


def _catalogue_and_phases(world: World) -> None:
    """The suggested phases, and a catalogue of one project that nobody has looked at."""
    o = world.objects
    o["phases"] = do(portfolio.load_suggestion, by=None, at=AT)
    entry = EntryFacts(1, "Digital fuldmagt", owner="Digitaliseringsstyrelsen")
    do(portfolio.load_catalogue, (entry,), file_name="katalog.csv", file_sha256="0" * 64, by=None, at=AT)
    o["catalogue entry"] = NationalProject.objects.get()


def _status(world: World) -> None:
    """A round that asks, and a status that was given in it."""
    o, cast, manager = world.objects, world.cast, _one(world, "manager")
    o["saved view"] = do(portfolio.save_view, name="Røde", query="lys=red", by=_one(world, "portfolio adm."), at=AT)
    o["round:PG"] = do(portfolio.open_round, cast.programme, deadline=(AT + timedelta(days=7)).date(), by=None, at=AT)
    o["status:cross"] = do(portfolio.report_status, o["project:cross"], light="green", by=manager, at=AT)


def _parts(world: World) -> None:
    """What hangs on one project: a milestone, a task of somebody without a part in it, and hours of a pool."""
    o, cross = world.objects, world.objects["project:cross"]
    o["milestone:cross"] = do(
        milestones.add_milestone, cross, title="Kontrakt", forecast_on=date(2027, 9, 1), by=None, at=AT
    )
    o["task:cross"] = do(
        tasks.add_task, cross, title="Skriv aftalen", responsible_id=_one(world, "to do").pk, by=None, at=AT
    )
    o["pool:projektledere"] = do(
        resources.save_pool, None, name="Projektledere", leader_id=_one(world, "member").pk, by=None, at=AT
    )
    o["allocation:cross"] = do(
        resources.ask_for_hours, cross, pool_id=o["pool:projektledere"].pk, quarter=date(2027, 7, 1), amount=Decimal(40),
        by=None, at=AT,
    )  # fmt: skip


def _strategy(o: dict[str, Any], member: Person) -> None:
    """A strategy with a measured goal that is something to another strategy, and a partnership, all of one person's."""
    goal = o["goal:own"]
    o["strategy:digital"] = do(strategy.create_strategy, title="Digital sammen", start=START, by=None, at=AT)
    other = do(strategy.create_strategy, title="Ældrepolitik", kind="other", start=START, by=None, at=AT)
    relation = {"kind": "needs", "sentence": "Tid til borgerne"}
    o["relation"] = do(strategy.relate, goal, other, **relation, by=None, at=AT)
    made = do(strategy.create_measure, goal, title="Opkald", target_value=Decimal(9), by=None, at=AT)
    o["measure:own"] = made
    o["value"] = do(strategy.enter_value, made, value=Decimal(12), on=START, by=None, at=AT)
    o["partnership:own"] = do(
        strategy.create_partnership, title="Fælles journal", partners="Nabokommunen", purpose="Sammen", start=START,
        contact_id=member.pk, by=None, at=AT,
    )  # fmt: skip


def _registers(world: World) -> None:
    """A goal, a system, a benefit and a lesson, all of one person's."""
    o, cross, member = world.objects, world.objects["project:cross"], _one(world, "member")
    o["goal:own"] = do(create_goal, title="Færre opkald", owner_id=member.pk, start=START, by=None, at=AT)
    _strategy(o, member)
    o["system:own"] = do(create_system, name="Byggesag", owner_id=member.pk, by=None, at=AT)
    terms = {"name": "Drift af Byggesag", "operation": 1000, "valid_to": AT.date() + timedelta(days=90)}
    o["contract"] = do(create_contract, terms=terms, supplier="Nordsoft", systems=[o["system:own"].pk], by=None, at=AT)
    do(follow_watches, at=AT)
    o["watch"] = Watch.objects.get()
    o["benefit:own"] = do(
        add_benefit,
        title="Mindre porto",
        project=cross,
        owner_id=member.pk,
        baseline="1.900 t.kr.",
        target="1.200 t.kr.",
        measurer_id=_one(world, "to do").pk,
        by=None,
        at=AT,
    )
    o["budget row"] = do(
        propose_budget, o["benefit:own"], year=2028, account="6.45.51", amount=Decimal(100), by=None, at=AT
    )
    gone = a_person("Gerda Holst", unit=world.cast.areas[0])
    o["benefit:owner gone"] = do(add_benefit, title="Mindre papir", owner_id=gone.pk, by=None, at=AT)
    change_person(gone, end=date(2027, 5, 31), by=None, at=AT)
    o["benefit:owner gone"].refresh_from_db()
    benefit = o["benefit:own"]
    o["change of benefit"] = do(
        add_prerequisite, benefit, text="Breve sendes samlet", owner_id=_one(world, "to do").pk, by=None, at=AT
    )
    do(measure_benefit, benefit, value="1.700 t.kr.", next_on=date(2028, 3, 1), by=member, at=AT)
    do(add_days, benefit, [date(2028, 6, 1)], by=None, at=AT)
    do(share_with, benefit, o["project:local, own unit"], by=None, at=AT)
    o["shared ceiling"] = do(make_group, name="Konto til porto", unit="1.000 kr.", ceiling=Decimal(900), by=None, at=AT)
    o["benefit:local"] = do(
        add_benefit, title="Mere leg", project=o["project:local, own unit"], owner_id=member.pk, by=None, at=AT
    )
    o["lesson:own"] = do(write_lesson, text="Begynd tidligt", contact=member, learned_on=AT.date(), by=None, at=AT)


def _activity(world: World) -> None:
    """Somebody's own activity in the draft of a plan, of a year that no page is asked for."""
    plan = do(plans.make_draft, 2029, by=None, at=AT)
    line = do(plans.add_activity, plan, title="Forundersøgelse", hours=None, owner=_one(world, "to do"), by=None, at=AT)
    world.objects["activity:own"] = line.activity


def _seminar(world: World) -> None:
    """A seminar of each body with a task; that of the programme group is somebody's own."""
    o = world.objects
    extra = do(add_occurrence, world.cast.steering, title="Temadag", on=date(2027, 10, 6), by=None, at=AT)
    for code, occurrence, responsible in (
        ("PG", o["occurrence:PG"], _one(world, "to do")),
        ("SG", extra, None),
    ):
        made = do(seminars.plan_seminar, occurrence, starts_at=time(9), ends_at=time(15), by=None, at=AT)
        o[f"seminar:{code}"] = made
        o[f"seminar task:{code}"] = do(
            seminars.add_task, made, title="Bestil frokost", due=AT.date(), responsible=responsible, by=None, at=AT
        )


def _briefings(world: World) -> None:
    """A draft, one that is sent, and one that is sent and restricted to those who got it and the body."""
    o, body, told = world.objects, world.cast.steering, _one(world, "to do")
    do(briefings.add_receiver, Audience.BOARD, told, by=None, at=AT)
    for row, restricted in (("sent", False), ("restricted", True)):
        made = do(briefings.prepare, body, until=AT.date(), by=None, at=AT)
        do(
            briefings.write, made, title=row, summary="Kort fortalt.", sections=(), restricted=restricted, by=None,
            at=AT,
        )  # fmt: skip
        o[f"briefing:{row}"] = do(briefings.send, made, audiences=[Audience.BOARD], by=None, at=AT)
    o["briefing:draft"] = do(briefings.prepare, body, until=AT.date(), by=None, at=AT)


def _one(world: World, column: str) -> Person:
    person = world.people[column]
    assert person is not None
    return person


def a_planned(world: World, body: Body, starts: datetime, *, slot: str = "", feeds: Meeting | None = None) -> Meeting:
    """A meeting with an item to decide that has its responsible, two to inform about, and one of each kind of access."""
    meeting = do(
        actions.plan_meeting, body=body, year=starts.year, slot=slot, extra=not slot, starts_at=starts,
        ends_at=starts + timedelta(hours=2), place="Kattegat", items=("godkendelse_dagsorden",), feeds=feeds, by=None, at=NOW,
    )  # fmt: skip
    for title, access in (
        ("Fælles adgang", "open"),
        ("Opsigelse af kontrakt", "closed"),
        ("Navngivet sag", "closed_title_hidden"),
    ):
        item = do(
            actions.add_item, meeting, title=title, kind="information", responsible=_one(world, "responsible"),
            fields={"summary": f"Kort om {title}.", "access": access, "financial_impact": "Ingen"}, by=world.cast.peter, at=NOW,
        )  # fmt: skip
        assert item.access == access
    return meeting


def sent(world: World, meeting: Meeting, chair: Person, at: datetime) -> Meeting:
    """Its items are ready, the chair has approved it, and it has gone out."""
    peter = world.cast.peter
    for item in meeting.treatments.filter(profile="ordinary"):
        do(actions.make_ready, item, by=peter, at=at)
    built = quick_build(Meeting.objects.get(pk=meeting.pk), at)
    assert built.reasons == (), built.reasons
    do(actions.send_to_chair, meeting, built, by=peter, at=at)
    fresh = Meeting.objects.get(pk=meeting.pk)
    do(actions.approve_agenda, fresh, sha256=built.sha256, by=chair, at=at)
    do(actions.dispatch, fresh, by=peter, at=at, late_because="Aftalt med formanden.")
    return Meeting.objects.get(pk=meeting.pk)


def ended(world: World, meeting: Meeting, chair: Person) -> Meeting:
    """It was held: everything was noted, and the chair ended it."""
    peter = world.cast.peter
    do(actions.start_meeting, meeting, by=peter, at=meeting.starts_at)
    for item in meeting.treatments.filter(profile="ordinary"):
        do(
            actions.record_decision,
            item,
            outcome="noted",
            text="Taget til efterretning.",
            by=peter,
            at=meeting.starts_at,
        )
    do(actions.end_meeting, Meeting.objects.get(pk=meeting.pk), by=chair, at=meeting.ends_at)
    return Meeting.objects.get(pk=meeting.pk)


def minuted(meeting: Meeting, chair: Person) -> Meeting:
    """The chair has approved its minutes (their files are not printed here)."""
    content = minutes_content(meeting, 1)
    built = BuiltMinutes(
        meeting_id=meeting.pk, number=1, content=content, sha256=hash_of(content), pdf=b"%PDF-1.7 r", open_pdf=b"%PDF-1.7 o",
        reasons=(), audit_head="0" * 64, built_at=AT,
    )  # fmt: skip
    do(actions.approve_minutes, meeting, built, by=chair, at=AT)
    return Meeting.objects.get(pk=meeting.pk)


def _day(month: int, day: int) -> datetime:
    return datetime(2027, month, day, 9, 0, tzinfo=NOW.tzinfo)


def _steering(world: World) -> None:
    sg, stine, o = world.cast.steering, world.cast.stine, world.objects
    o["SG meeting:draft"] = a_planned(world, sg, _day(9, 15), slot="q3")
    early = _day(5, 25)
    o["SG meeting:sent"] = sent(world, a_planned(world, sg, _day(6, 24)), stine, AT)
    o["SG meeting:ended"] = ended(world, sent(world, a_planned(world, sg, HELD, slot="q2"), stine, early), stine)
    o["SG meeting:minutes approved"] = minuted(
        ended(world, sent(world, a_planned(world, sg, _day(6, 2)), stine, NOW), stine), stine
    )
    running = sent(world, a_planned(world, sg, _day(6, 10)), stine, early)
    do(actions.start_meeting, running, by=world.cast.peter, at=running.starts_at)
    o["SG meeting:running"] = Meeting.objects.get(pk=running.pk)
    # Where the members approve: the same minutes, laid before them.
    lying = ended(world, sent(world, a_planned(world, sg, _day(6, 4)), stine, NOW), stine)
    Meeting.objects.filter(pk=lying.pk).update(minutes_state="commenting")
    o["SG meeting:commenting"] = Meeting.objects.get(pk=lying.pk)
    for row in ("draft", "sent", "ended", "minutes approved"):
        _items(world, "SG", o[f"SG meeting:{row}"], row)
    item = running.treatments.get(title="Fælles adgang")
    o["SG decision:provisional"] = do(
        actions.record_decision, item, outcome="noted", text="Taget til efterretning.", by=world.cast.peter, at=AT
    )
    do(actions.hand_over_lead, running, world.cast.heads[0], by=world.cast.peter, at=AT)
    o["SG meeting:running"] = Meeting.objects.get(pk=running.pk)
    o["SG item:running, open"] = running.treatments.get(title="Fælles adgang")
    decided = Decision.objects.filter(meeting=o["SG meeting:ended"])
    o["SG decision:in force, open"] = decided.get(treatment__title="Fælles adgang")
    o["SG decision:in force, closed"] = decided.get(treatment__title="Opsigelse af kontrakt")
    o["SG decision:in force, title hidden"] = decided.get(treatment__title="Navngivet sag")


def _items(world: World, short: str, meeting: Meeting, row: str) -> None:
    for item in meeting.treatments.filter(profile="ordinary"):
        kind = {"open": "open", "closed": "closed", "closed_title_hidden": "title hidden"}[item.access]
        world.objects[f"{short} item:{row}, {kind}"] = item


def _programme(world: World) -> None:
    pg, mette, o = world.cast.programme, world.cast.mette, world.objects
    o["PG meeting:draft"] = a_planned(world, pg, _day(8, 25), slot="q3", feeds=o["SG meeting:draft"])
    o["PG meeting:ended"] = ended(world, sent(world, a_planned(world, pg, _day(6, 3)), mette, NOW), mette)
    for row in ("draft", "ended"):
        _items(world, "PG", o[f"PG meeting:{row}"], row)
    o["PG decision:in force, open"] = Decision.objects.get(
        meeting=o["PG meeting:ended"], treatment__title="Fælles adgang"
    )


def _rest(world: World) -> None:
    cast, o = world.cast, world.objects
    o["body:SG"], o["body:PG"] = cast.steering, cast.programme
    o["seat holding:SG"] = SeatHolding.objects.filter(body=cast.steering, kind="member").order_by("pk")[0]
    o["seat holding:PG"] = SeatHolding.objects.filter(body=cast.programme, kind="member").order_by("pk")[0]
    o["agreement:PG"] = do(
        bodies.make_agreement, cast.programme, _area_seat(cast.programme), cast.jonas, [cast.areas[0], cast.areas[1]],
        start=START, by=cast.peter, at=AT,
    )  # fmt: skip
    o["occurrence:PG"] = do(
        add_occurrence, cast.programme, title="Dialogmøde med skolerne", on=date(2027, 9, 22), by=cast.peter, at=AT
    )
    _seminar(world)
    _activity(world)
    open_item = o["SG item:ended, open"]
    for row, person in (("own", _one(world, "to do")), ("another's", cast.olga)):
        o[f"follow-up:{row}"] = do(
            actions.add_follow_up,
            open_item,
            text="Skriv til leverandøren",
            responsible=person,
            due=LAST,
            by=cast.peter,
            at=AT,
        )
    o["topic:PG"] = do(
        actions.add_topic, o["PG meeting:draft"], kind="current", text="Nye vejledninger", by=cast.jonas, at=AT
    )
    _between_meetings(world)
    o["person:employee"] = world.people["employee"]
    o["kommissorium"], o["municipality"] = Kommissorium.objects.get(), Municipality.objects.get()


def _between_meetings(world: World) -> None:
    """A need for a decision, a chiefs' meeting named on an item, and an item that is answered in writing."""
    cast, o = world.cast, world.objects
    o["need:PG"] = do(
        actions.raise_need, cast.programme, question="Skal vi have fælles print?", target=cast.steering, by=cast.jonas, at=AT
    )  # fmt: skip
    o["need:SG"] = do(
        actions.raise_need, cast.steering, question="Hvem betaler driften?", target=cast.programme, project=o["project:cross"],
        by=_one(world, "manager"), at=AT,
    )  # fmt: skip
    chiefs = do(actions.keep_outside_body, None, name="Chefmøde", dates=[date(2027, 9, 1)], by=cast.peter, at=AT)
    item = o["SG item:draft, open"]
    o["prior:SG"] = do(actions.name_prior, item, outside=chiefs, on=date(2027, 9, 1), by=cast.peter, at=AT)
    o["circulation:SG"] = Circulation(
        treatment=item, content=item_content(item), sha256="0" * 64, opened_by=cast.peter, opened_at=AT,
        due_at=AT + timedelta(days=7),
    )  # fmt: skip
    do(store, o["circulation:SG"], by=cast.peter, at=AT, action="circulation.open")
    o["review:SG"] = ReviewRound(
        treatment=item, number=1, content=item_content(item), sha256="0" * 64, sent_by=cast.peter, sent_at=AT,
        due_at=AT + timedelta(days=7),
    )  # fmt: skip
    do(store, o["review:SG"], by=cast.peter, at=AT, action="review.send")
    reader = ReviewAnswer(round=o["review:SG"], person=_one(world, "owner"))
    do(store, reader, by=cast.peter, at=AT, action="review.ask")
    o["check:SG"] = ItemCheck(
        treatment=item, kind="technical", person=_one(world, "owner"), asked_by=cast.peter, asked_at=AT,
        content=item_content(item),
    )  # fmt: skip
    do(store, o["check:SG"], by=cast.peter, at=AT, action="check.ask")


def _area_seat(body: Body) -> str:
    from styrehjul.bodies.domain.model import SeatCount

    return next(seat.key for seat in rules_of(body, START).seats if seat.rule is SeatCount.ONE_PER)

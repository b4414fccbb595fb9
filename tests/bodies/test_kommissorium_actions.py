"""A kommissorium comes into force, is changed, and the old version stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from styrehjul.audit.models import Event
from styrehjul.bodies.actions import (
    apply_draft,
    apply_kommissorium,
    begin_draft,
    change_draft,
    discard_draft,
    edit_kommissorium,
    seat_person,
)
from styrehjul.bodies.domain.kommissorium import KommissoriumErrors, write
from styrehjul.bodies.domain.model import Cadence, CadenceKind, SeatKind
from styrehjul.bodies.hooks import AFTER_KOMMISSORIUM
from styrehjul.bodies.models import Body, Kommissorium, KommissoriumDraft, SeatHolding
from styrehjul.bodies.queries import active_bodies, kommissorium_on, newest_version, text_of
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Post, UnitGroup
from tests import making

pytestmark = pytest.mark.django_db
LATER = date(2028, 1, 1)


def test_bodies_posts_and_unit_groups_follow_the_text() -> None:
    making.a_municipality()
    assert [body.code for body in active_bodies(making.TODAY)] == ["styregruppe", "programgruppe"]
    assert set(Post.objects.values_list("title", flat=True)) == {
        "Chef for Borgerservice, IT og Digitalisering", "Stabschef", "Leder af Digitalisering",
    }  # fmt: skip
    assert set(UnitGroup.objects.values_list("code", flat=True)) == {
        "velfaerdsomraadet", "faellesforvaltningsomraadet", "fagchefomraader",
    }  # fmt: skip


def test_the_same_again_is_nothing_new() -> None:
    making.a_municipality()
    events = Event.objects.count()
    first = newest_version()
    assert making.a_kommissorium(start=LATER) == first
    assert (Kommissorium.objects.count(), Event.objects.count()) == (1, events)


def test_a_date_before_the_version_in_force_is_refused() -> None:
    making.a_municipality()
    with pytest.raises(Refused) as stop:
        making.a_kommissorium(making.EXAMPLE, start=date(2026, 12, 31))
    assert stop.value.code == "kommissorium.before"
    assert Kommissorium.objects.count() == 1


def test_without_any_date_it_is_refused_and_nothing_is_made() -> None:
    with pytest.raises(Refused) as stop:
        apply_kommissorium(making.NORDDJURS.read_bytes(), file="norddjurs.toml", by=None, at=making.NOW)
    assert stop.value.code == "kommissorium.no_date"
    assert not Body.objects.exists()


def test_faults_of_the_file_come_with_their_lines() -> None:
    data = making.NORDDJURS.read_bytes().replace(b"pr_aar = 4", b"pr_aarr = 4", 1)
    with pytest.raises(KommissoriumErrors) as errors:
        apply_kommissorium(data, file="n.toml", applies_from=making.START, by=None, at=making.NOW)
    line = data[: data.index(b"pr_aarr")].count(b"\n") + 1
    assert f"n.toml:{line}" in {problem.path for problem in errors.value.errors}


def test_a_body_that_is_no_more_ends_and_the_old_version_still_knows_it() -> None:
    making.a_cast()
    making.a_kommissorium(making.EXAMPLE, start=LATER)
    assert {body.code for body in active_bodies(date(2027, 12, 31))} == {"styregruppe", "programgruppe"}
    codes = {body.code for body in active_bodies(LATER)}
    assert codes == {body.code for body in kommissorium_on(LATER).bodies}
    gone = {"styregruppe", "programgruppe"} - codes
    for body in Body.objects.filter(code__in=gone):
        assert body.end == date(2027, 12, 31)
        assert not SeatHolding.objects.on(LATER).filter(body=body).exists()


def test_holders_follow_a_seat_whose_kind_changes_and_end_with_a_seat_that_goes() -> None:
    cast = making.a_cast()
    text = kommissorium_on(making.TODAY)
    steering = text.body("styregruppe")
    seats = tuple(
        replace(seat, kind=SeatKind.OBSERVER) if seat.key == "stabschef" else seat
        for seat in steering.seats
        if seat.key != "chef_faellesforvaltning"
    )
    bodies = tuple(replace(body, seats=seats) if body.code == "styregruppe" else body for body in text.bodies)
    edit_kommissorium(replace(text, bodies=bodies), applies_from=LATER, decision="x", by=None, at=making.NOW)
    staff = cast.steering.holdings.filter(seat_key="stabschef").order_by("start")
    assert [(held.kind, held.start, held.end) for held in staff] == [
        ("member", making.START, date(2027, 12, 31)), ("observer", LATER, None),
    ]  # fmt: skip
    assert cast.steering.holdings.get(seat_key="chef_faellesforvaltning").end == date(2027, 12, 31)


def test_packages_above_are_told_in_the_same_transaction() -> None:
    told: list[int] = []
    AFTER_KOMMISSORIUM.append(lambda version, by, at: told.append(version.number))
    try:
        making.a_municipality()
    finally:
        AFTER_KOMMISSORIUM.pop()
    assert told == [1]


def test_only_an_administrator_changes_it() -> None:
    cast = making.a_cast()
    for person in (cast.stine, cast.peter, cast.olga):
        with pytest.raises(NotAllowed):
            begin_draft(by=person, at=making.NOW)
        with pytest.raises(NotAllowed):
            apply_kommissorium(making.EXAMPLE.read_bytes(), file="e.toml", applies_from=LATER, by=person, at=making.NOW)


class TestDraft:
    def test_becomes_the_next_version_with_its_decision(self) -> None:
        cast = making.a_cast()
        draft = begin_draft(by=cast.ada, at=making.NOW)
        text = text_of(draft)
        group = replace(
            text.bodies[0], code="raad", short_code="R", name="Råd", name_definite="rådet", seats=(text.bodies[0].seats[0],),
            cadence=Cadence(CadenceKind.MONTHS, months=(1, 2, 3)), standing_items=(), deadlines=(), purpose=None, insert_order=(),
        )  # fmt: skip
        changed = write(replace(text, bodies=(*text.bodies, group))).encode()
        draft = change_draft(draft, changed, by=cast.ada, at=making.NOW)
        version = apply_draft(draft, applies_from=LATER, decision="Direktionen 3. maj", by=cast.ada, at=making.NOW)
        assert (version.number, version.decision) == (2, "Direktionen 3. maj")
        assert [body.code for body in active_bodies(making.TODAY)] == ["styregruppe", "programgruppe"]
        assert [body.code for body in active_bodies(LATER)] == ["styregruppe", "programgruppe", "raad"]
        assert not KommissoriumDraft.objects.exists()

    def test_unreadable_text_leaves_it_as_it_was(self) -> None:
        cast = making.a_cast()
        draft = begin_draft(by=cast.ada, at=making.NOW)
        with pytest.raises(KommissoriumErrors):
            change_draft(draft, b"navn =", by=cast.ada, at=making.NOW)
        draft.refresh_from_db()
        assert draft.version == 1

    def test_two_administrators_do_not_overwrite_one_another(self) -> None:
        cast = making.a_cast()
        other = making.a_person(role=Role.ADMINISTRATOR)
        draft = begin_draft(by=cast.ada, at=making.NOW)
        assert begin_draft(by=other, at=making.NOW).pk == draft.pk
        text = text_of(draft)
        change_draft(draft, write(replace(text, version="2")).encode(), by=other, at=making.NOW, expected_version=1)
        with pytest.raises(Refused) as stop:
            change_draft(
                draft, write(replace(text, version="3")).encode(), by=cast.ada, at=making.NOW, expected_version=1
            )
        assert stop.value.code == "stale"

    def test_needs_a_decision_and_a_difference(self) -> None:
        cast = making.a_cast()
        draft = begin_draft(by=cast.ada, at=making.NOW)
        for decision, code in (("", "kommissorium.no_decision"), ("Direktionen", "draft.same")):
            with pytest.raises(Refused) as stop:
                apply_draft(draft, applies_from=LATER, decision=decision, by=cast.ada, at=making.NOW)
            assert stop.value.code == code

    def test_is_overtaken_by_another_version(self) -> None:
        cast = making.a_cast()
        draft = begin_draft(by=cast.ada, at=making.NOW)
        making.a_kommissorium(making.EXAMPLE, start=date(2027, 7, 1))
        with pytest.raises(Refused) as stop:
            apply_draft(draft, applies_from=LATER, decision="x", by=cast.ada, at=making.NOW)
        assert stop.value.code == "draft.overtaken"
        discard_draft(draft, by=cast.ada, at=making.NOW)
        assert not KommissoriumDraft.objects.exists()


def test_a_seat_of_a_later_version_cannot_be_taken_before_it() -> None:
    cast = making.a_cast()
    with pytest.raises(Refused) as stop:
        seat_person(cast.steering, "findes_ikke", cast.olga, start=making.TODAY, by=None, at=making.NOW)
    assert stop.value.code == "seat.unknown"

"""Composition as the pages and the secretary's front page tell it, on any day."""

from __future__ import annotations

from datetime import date

import pytest

from styrehjul.bodies.actions import change_holding, end_holding, make_agreement, seat_person
from styrehjul.bodies.queries import composition_of, composition_on, next_for
from styrehjul.bodies.queries.seats import seats_of
from styrehjul.kernel.refusal import NotAllowed, Refused
from tests import making

pytestmark = pytest.mark.django_db
NOW, TODAY = making.NOW, making.TODAY


@pytest.fixture
def cast() -> making.Cast:
    return making.a_cast()


def replaced(cast: making.Cast, key: str, **person: object) -> list[str]:
    """What deviates when somebody else takes the steering group's seat from today."""
    held = cast.steering.holdings.filter(seat_key=key).first()
    assert held is not None
    end_holding(held, last_day=date(2027, 5, 18), by=None, at=NOW)
    new = making.a_person("Ny Person", **person)  # type: ignore[arg-type]  # as the test gives it
    seat_person(cast.steering, key, new, start=TODAY, by=None, at=NOW)
    found = composition_of(cast.steering, TODAY)
    assert found is not None
    return found.sentences


def test_norddjurs_with_every_seat_taken_deviates_in_nothing(cast: making.Cast) -> None:
    assert [row.sentences for row in composition_on(TODAY)] == [[], []]


def test_r02_another_post_than_the_seats(cast: making.Cast) -> None:
    sentences = replaced(cast, "formand", unit=cast.digitalisation, is_leader=True)
    assert any("Chef for Borgerservice, IT og Digitalisering" in line for line in sentences)


def test_r05_another_area_names_the_one_expected(cast: making.Cast) -> None:
    sentences = replaced(cast, "chef_faellesforvaltning", unit=cast.areas[0], is_leader=True)
    assert any("fællesforvaltningsområdet" in line for line in sentences)


def test_r07_not_a_leader(cast: making.Cast) -> None:
    assert any("leder" in line for line in replaced(cast, "chef_velfaerd", unit=cast.areas[0], is_leader=False))


def test_r07_coverage_shows_every_top_unit(cast: making.Cast) -> None:
    found = composition_of(cast.steering, TODAY)
    assert found is not None
    covered = {row.area.name: row.persons for row in found.units}
    assert set(covered) == {"Staben", "Borgerservice, IT og Digitalisering", *(area.name for area in cast.areas)}
    assert covered[cast.areas[0].name] == (cast.heads[0].name,)


def test_r08_a_secretary_from_another_unit(cast: making.Cast) -> None:
    assert any("Digitalisering" in line for line in replaced(cast, "sekretaer", unit=cast.staff))


def test_r08_the_secretary_is_not_counted_among_the_members(cast: making.Cast) -> None:
    found = composition_of(cast.steering, TODAY)
    assert found is not None
    assert found.member_count == 6
    assert [view.seat.key for view in found.secretaries] == ["sekretaer"]


def test_r14_a_member_without_a_function_is_marked(cast: making.Cast) -> None:
    held = cast.programme.holdings.get(seat_key="repraesentant_staben")
    change_holding(held, start=held.start, end=None, function="", by=None, at=NOW)
    found = composition_of(cast.programme, TODAY)
    assert found is not None
    assert any("funktion" in line for line in found.sentences)


def test_r17_the_composition_of_a_past_day(cast: making.Cast) -> None:
    held = cast.steering.holdings.get(seat_key="stabschef")
    end_holding(held, last_day=date(2027, 3, 31), by=None, at=NOW)
    new = making.a_person("Ny Stabschef", is_leader=True)
    seat_person(cast.steering, "stabschef", new, start=date(2027, 4, 1), by=None, at=NOW)
    for day, person in ((date(2027, 3, 31), held.person), (date(2027, 4, 1), new)):
        found = composition_of(cast.steering, day)
        assert found is not None
        view = next(view for view in found.seats if view.seat.key == "stabschef")
        assert [row.person for row in view.holdings] == [person]


def test_the_secretary_is_told_and_nobody_else(cast: making.Cast) -> None:
    end_holding(cast.steering.holdings.get(seat_key="stabschef"), last_day=date(2027, 5, 10), by=None, at=NOW)
    told = next_for(cast.peter, TODAY)
    assert any("11. maj 2027" in todo.text for todo in told)
    assert next_for(cast.stine, TODAY) == []


def test_the_head_is_asked_until_the_answer(cast: making.Cast) -> None:
    end_holding(cast.programme.holdings.get(unit=cast.areas[1]), last_day=date(2027, 5, 1), by=None, at=NOW)
    make_agreement(
        cast.programme, "repraesentant_fagchefomraade", cast.jonas, cast.areas[:2], start=TODAY, by=cast.peter, at=NOW
    )
    assert len(next_for(cast.heads[1], TODAY)) == 1
    assert next_for(cast.heads[0], TODAY) == []


@pytest.mark.parametrize(
    ("areas", "seat", "code"),
    [(1, "repraesentant_fagchefomraade", "agreement.one_area"), (2, "repraesentant_staben", "agreement.not_here")],
)
def test_agreements_are_refused_where_they_make_no_sense(cast: making.Cast, areas: int, seat: str, code: str) -> None:
    with pytest.raises(Refused) as stop:
        make_agreement(cast.programme, seat, cast.jonas, cast.areas[:areas], start=TODAY, by=cast.peter, at=NOW)
    assert stop.value.code == code


def test_members_make_no_agreements_and_fill_no_seats(cast: making.Cast) -> None:
    with pytest.raises(NotAllowed):
        make_agreement(
            cast.programme,
            "repraesentant_fagchefomraade",
            cast.jonas,
            cast.areas[:2],
            start=TODAY,
            by=cast.jonas,
            at=NOW,
        )
    with pytest.raises(NotAllowed):
        seat_person(cast.programme, "formand", cast.olga, start=TODAY, by=cast.mette, at=NOW)


def test_a_person_shows_seats_in_the_words_of_their_time(cast: making.Cast) -> None:
    titles = [(row["holding"].body.code, row["title"]) for row in seats_of(cast.mette, TODAY)]
    assert sorted(titles) == [
        ("programgruppe", "Leder af Digitalisering"), ("styregruppe", "Leder af Digitalisering"),
    ]  # fmt: skip


def test_a_municipality_with_other_bodies_is_read_the_same_way() -> None:
    making.a_municipality(making.EXAMPLE)
    found = composition_on(TODAY)
    assert len(found) >= 3
    assert all(row.sentences for row in found if row.seats)

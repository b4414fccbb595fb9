"""Meetings' rules without a database."""

from __future__ import annotations

import json
from datetime import datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.domain import agenda, decisions, guards, order
from styrehjul.meetings.domain.states import (
    AGENDA,
    CALENDAR,
    MINUTES,
    SHOWN,
    TREATMENT,
    AgendaEvent,
    AgendaState,
    CalendarState,
    MinutesState,
    Outcome,
    Profile,
    TreatmentState,
)
from styrehjul.ui import refusals
from tests.making import NOW

START = datetime(2027, 6, 9, 9, 0, tzinfo=NOW.tzinfo)


def item(**changes: object) -> guards.ItemFacts:
    facts: dict[str, object] = {
        "pk": 1, "no": 4, "title": "Nyt", "kind": "decision", "profile": Profile.ORDINARY,
        "state": TreatmentState.ON_AGENDA,
    }  # fmt: skip
    return guards.ItemFacts(**(facts | changes))  # type: ignore[arg-type]  # the facts of one test


def meeting(**changes: object) -> guards.MeetingFacts:
    facts: dict[str, object] = {
        "calendar": CalendarState.INVITED, "agenda": AgendaState.OPEN, "minutes": MinutesState.NONE, "starts_at": START,
        "items": (item(),),
    }  # fmt: skip
    return guards.MeetingFacts(**(facts | changes))  # type: ignore[arg-type]  # as above


def codes(reasons: list[Reason]) -> list[str]:
    return [reason.code for reason in reasons]


def test_an_item_is_told_everything_that_it_lacks_at_once() -> None:
    bare = item(title=" ", responsible=False, summary=False, points=0, economy=False, effects_without_project=1)
    assert codes(guards.lacks_for_ready(bare)) == [
        "item.no_title", "item.no_responsible", "item.no_summary", "item.no_recommendation", "item.no_economy",
        "item.effect_without_project",
    ]  # fmt: skip


@pytest.mark.parametrize("kind", ["information", "discussion"])
def test_information_needs_no_recommendation(kind: str) -> None:
    assert guards.lacks_for_ready(item(kind=kind, points=0, economy=False)) == []


@pytest.mark.parametrize("profile", [Profile.PROCEDURAL, Profile.STANDING])
def test_procedural_and_standing_items_need_nothing(profile: Profile) -> None:
    assert guards.lacks_for_ready(item(profile=profile, responsible=False, summary=False, points=0)) == []


def test_the_agenda_goes_to_the_chair_only_when_each_item_is_there() -> None:
    assert guards.lacks_for_chair(meeting()) == []
    assert codes(guards.lacks_for_chair(meeting(items=()))) == ["agenda.empty"]
    assert codes(guards.lacks_for_chair(meeting(items=(item(state=TreatmentState.WITHDRAWN),)))) == ["agenda.empty"]
    assert codes(guards.lacks_for_chair(meeting(items=(item(state=TreatmentState.IN_WORK),)))) == ["item.not_ready"]
    assert codes(guards.lacks_for_chair(meeting(agenda=AgendaState.APPROVED))) == ["agenda.already_with_chair"]
    # Ready, and then somebody emptied it.
    assert codes(guards.lacks_for_chair(meeting(items=(item(economy=False),)))) == ["item.no_economy"]


def test_a_dispatch_says_all_that_is_in_its_way() -> None:
    found = guards.lacks_for_dispatch(
        meeting(agenda=AgendaState.CLOSED, dispatch_due=NOW), at=START, late_because=" ", receivers=0
    )
    assert codes(found) == ["agenda.not_approved", "dispatch.no_receivers", "dispatch.late"]
    late = meeting(agenda=AgendaState.APPROVED, dispatch_due=NOW)
    assert guards.lacks_for_dispatch(late, at=START, late_because="Sygdom", receivers=6) == []
    assert guards.lacks_for_dispatch(late, at=NOW, late_because="", receivers=6) == []


def test_a_running_meeting_is_not_prepared_any_more() -> None:
    running = meeting(minutes=MinutesState.DRAFT, agenda=AgendaState.ADOPTED)
    assert "meeting.begun" in codes(guards.lacks_for_editing(running, prepares=True))
    assert "meeting.begun" in codes(guards.lacks_for_new_items(running))
    assert codes(guards.lacks_for_new_items(meeting(calendar=CalendarState.CANCELLED))) == ["meeting.cancelled"]


def test_every_move_of_every_machine_has_its_words() -> None:
    for machine in (CALENDAR, AGENDA, MINUTES, TREATMENT):
        for event in {event for _, event in machine.moves}:
            assert refusals.has_words(f"{machine.name}.{event.value}"), f"{machine.name}.{event.value}"
    assert set(SHOWN) == set(TreatmentState)


def test_the_secretary_has_no_way_from_the_chair_to_sent() -> None:
    with pytest.raises(Refused):
        AGENDA.after(AgendaState.TO_CHAIR, AgendaEvent.DISPATCH)
    leads_to_sent = {state for (state, _), after in AGENDA.moves.items() if after is AgendaState.SENT}
    assert leads_to_sent == {AgendaState.APPROVED}


def test_the_suggested_order_and_a_kommissoriums_own() -> None:
    p, s, o = Profile.PROCEDURAL, Profile.STANDING, Profile.ORDINARY
    rows = [
        (p, "eventuelt", "information"), (o, "", "information"), (o, "", "decision"), (s, "justering", "decision"),
        (p, "godkendelse_dagsorden", "decision"),
    ]  # fmt: skip
    by_rank = sorted(rows, key=lambda row: order.rank(row[0], row[1], row[2], ()))
    assert [row[1] or row[2] for row in by_rank] == [
        "godkendelse_dagsorden", "justering", "decision", "information", "eventuelt",
    ]  # fmt: skip
    own = ("decision", "eventuelt", "standing")
    assert order.rank(o, "", "decision", own) < order.rank(p, "eventuelt", "information", own)
    assert order.rank(s, "justering", "decision", own) == 2
    assert order.rank(o, "", "egen_slags", own) > order.rank(s, "x", "y", own)


@given(st.lists(st.integers(0, 6), max_size=12))
def test_items_put_in_one_by_one_come_out_by_rank_and_age(ranks: list[int]) -> None:
    placed: list[tuple[int, int]] = []
    for age, rank in enumerate(ranks):
        placed.insert(order.place_for(rank, [r for r, _ in placed]), (rank, age))
    assert placed == sorted(placed)


@given(st.lists(st.integers(1, 5000), max_size=8, unique=True), st.integers(0, 8))
def test_a_position_lies_between_its_neighbours_or_there_is_no_room(positions: list[int], index: int) -> None:
    positions.sort()
    index = min(index, len(positions))
    found = order.position_at(index, positions)
    if found is not None:
        placed = [*positions[:index], found, *positions[index:]]
        assert all(a < b for a, b in pairwise(placed))


def test_numbers_run_over_items_that_left() -> None:
    assert order.numbered([False, True, False]) == [1, None, 2]
    assert order.decision_number("SG", 2027, 14) == "SG-2027-014"
    assert order.decision_number("SG", 2027, 1014) == "SG-2027-1014"


@given(st.dictionaries(st.text(max_size=8), st.one_of(st.text(max_size=20), st.integers(), st.booleans()), max_size=6))
def test_the_same_content_has_the_same_hash_whatever_order_it_was_put_together_in(content: dict[str, object]) -> None:
    backwards = dict(reversed(list(content.items())))
    assert agenda.hash_of(agenda.canonical(content)) == agenda.hash_of(agenda.canonical(backwards))
    assert json.loads(agenda.canonical(content)) == agenda.nfc(content)


def test_two_ways_to_write_an_a_with_a_ring_are_one_content() -> None:
    assert agenda.canonical({"t": "a\u030a\r\n"}) == agenda.canonical({"t": "å\n"})


def version(*items: tuple[str, str], head: str = "a") -> str:
    rows = [{"uuid": uuid, "number": n, "title": uuid, "summary": text} for n, (uuid, text) in enumerate(items, 1)]
    return agenda.canonical({"head": {"place": head}, "items": rows})


def test_what_differs_between_two_versions_is_told_in_words() -> None:
    old = version(("a", "1"), ("b", "2"), ("c", "3"))
    assert agenda.changed_items(old, old) == []
    assert agenda.changed_items(old, version(("a", "1"), ("b", "x"), ("c", "3"))) == ["Punkt 2: resuméet"]
    assert agenda.changed_items(old, version(("b", "2"), ("a", "1"), ("c", "3"))) == ["Punkternes rækkefølge"]
    assert agenda.changed_items(old, version(("a", "1"), ("c", "3"), ("d", "4"), head="b")) == [
        "Mødets tid, sted eller navn", 'Nyt punkt: "d"', 'Punktet er udgået: "b"',
    ]  # fmt: skip


def test_the_words_of_a_followed_recommendation() -> None:
    assert decisions.followed_text([]) == "Godkendt."
    assert decisions.followed_text(["projektet godkendes."]) == "Indstillingen følges: at projektet godkendes."
    assert decisions.followed_text(["a", "at b,", " c "]) == "Indstillingen følges: at a, at b, og at c."
    assert decisions.text_for(Outcome.RETURNED, ["a"]) == ""


@pytest.mark.parametrize("kind", ["decision", "information", "discussion", "egen_slags"])
@pytest.mark.parametrize("profile", Profile)
def test_what_an_item_ends_as_by_itself_is_one_of_its_outcomes(kind: str, profile: Profile) -> None:
    assert decisions.default_outcome(kind, profile) in decisions.outcomes_for(
        kind, profile
    ) or decisions.needs_decision(kind, profile)


def test_a_kind_of_its_own_is_decided_upon_as_a_decision_is() -> None:
    assert decisions.needs_decision("egen_slags", Profile.ORDINARY)
    assert not decisions.needs_decision("decision", Profile.STANDING)


def test_another_answer_to_a_proposal_has_its_own_command() -> None:
    assert decisions.command_instead(Outcome.NOT_APPROVED, ["proposal.approve", "project.start"]) == "proposal.reject"
    assert decisions.command_instead(Outcome.NOT_APPROVED, ["project.stop"]) == ""

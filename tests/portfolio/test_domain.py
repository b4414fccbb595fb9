"""The rules of projects that need no database."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio.domain.changes import ChangeKind, alters
from styrehjul.portfolio.domain.commands import ASKS, COMMANDS, arguments, effect_words, leaves, typed
from styrehjul.portfolio.domain.deeds import DEEDS
from styrehjul.portfolio.domain.guards import ApprovalFacts, is_status_old, lacks_for_approval
from styrehjul.portfolio.domain.life import LOCAL_PROJECT, OVER, PROJECT, Category, ProjectState
from styrehjul.portfolio.domain.periods import WIDTH, bar, years_shown
from styrehjul.portfolio.permissions import ROWS

ON = date(2027, 5, 19)
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


class TestCommands:
    def test_every_command_asks_a_row_of_the_policy_table(self) -> None:
        rows = {row.action for row in ROWS}
        assert set(ASKS) == set(COMMANDS)
        assert set(ASKS.values()) <= rows
        assert {deed.asks for deed in DEEDS.values()} <= rows

    @pytest.mark.parametrize(
        ("command", "args", "words"),
        [
            ("proposal.approve", {}, "projektforslaget godkendes"),
            ("proposal.approve", {"priority": 3}, "projektforslaget godkendes og projektet får prioritet 3"),
            ("proposal.postpone", {"revisit_on": "2027-09-01"},
             "projektforslaget udsættes og tages op igen 1. september 2027"),
            ("project.set_priority", {"priority": "3"}, "projektet får prioritet 3"),
            ("project.set_end_date", {"planned_end": "2027-12-31"}, "projektets slutdato bliver 31. december 2027"),
            ("project.change_category", {"category": "cross"},
             "projektets kategori bliver tværkommunal eller egen tværgående"),
            ("project.set_role", {"kind": "owner", "person_id": 7}, "projektet får en ny projektejer"),
            ("project.resume", {"forecast_end": "2028-01-31"}, "projektet genoptages og forventes færdigt 31. januar 2028"),
            ("project.pause", {}, "projektet sættes på pause"),
        ],
    )  # fmt: skip
    def test_words_after_at(self, command: str, args: dict[str, object], words: str) -> None:
        assert effect_words(command, args) == words

    def test_a_chain_knows_what_each_step_leaves(self) -> None:
        facts = leaves("proposal.approve", {"state": "awaiting_decision", "priority": None}, {"priority": 2})
        assert facts == {"state": "approved", "priority": 2}
        assert leaves("project.start", facts, {})["state"] == "active"
        with pytest.raises(Refused, match=r"project\.start"):
            leaves("project.start", {"state": "proposed"}, {})

    def test_a_category_takes_its_subtype_along(self) -> None:
        facts = {"category": "cross", "subtype": "own_cross"}
        assert leaves("project.change_category", facts, {"category": "national"}) == {
            "category": "national",
            "subtype": "",
        }
        assert (
            leaves("project.set_role", {"owner": 1, "manager": 2}, {"kind": "manager", "person_id": "9"})["manager"]
            == 9
        )

    @pytest.mark.parametrize(
        ("args", "faults"),
        [
            ({}, ["Prioritet mangler"]),
            ({"priority": "0"}, ["Prioritet: 0 kan ikke bruges"]),
            ({"priority": 1, "farve": "rød"}, ["farve kendes ikke"]),
        ],
    )
    def test_faults_are_told_in_words(self, args: dict[str, object], faults: list[str]) -> None:
        assert arguments("project.set_priority", args) == faults
        with pytest.raises(Refused, match=r"effect\.arguments"):
            typed("project.set_priority", args)

    def test_an_unknown_command_is_refused(self) -> None:
        with pytest.raises(Refused, match=r"effect\.unknown"):
            typed("project.explode", {})


class TestLife:
    def test_what_is_over_stays_over_unless_it_is_reopened(self) -> None:
        for (state, event), after in PROJECT.moves.items():
            if state in OVER:
                assert (event.value, after) == ("reopen", ProjectState.ACTIVE)

    def test_local_projects_may_what_others_may_and_more(self) -> None:
        assert set(PROJECT.moves) < set(LOCAL_PROJECT.moves)

    def test_nothing_is_asked_of_a_local_one(self) -> None:
        facts = ApprovalFacts("local", has_owner=False, has_manager=False, purpose="", planned_end=None, has_goal=False)
        assert lacks_for_approval(facts) == []

    @pytest.mark.parametrize(
        ("state", "heard", "is_old"),
        [
            ("active", date(2027, 2, 1), True), ("active", date(2027, 5, 1), False), ("active", None, True),
            ("paused", None, False), ("closed", None, False),
        ],
    )  # fmt: skip
    def test_only_running_projects_grow_silent(self, state: str, heard: date | None, is_old: bool) -> None:
        assert is_status_old(state, heard, ON, 92) is is_old

    def test_a_pause_alters_what_a_start_decided_and_no_priority(self) -> None:
        assert alters(ChangeKind.PAUSED, ChangeKind.STARTED)
        assert alters(ChangeKind.PRIORITY, ChangeKind.PRIORITY)
        assert not alters(ChangeKind.PRIORITY, ChangeKind.STARTED)

    def test_a_local_project_needs_no_body_to_end(self) -> None:
        slugs = {slug for slug, deed in DEEDS.items() if deed.fits(Category.LOCAL, "active")}
        assert "afslut-lokalt" in slugs
        assert "meld-faerdig" not in slugs


class TestBar:
    @given(st.none() | DAYS, st.none() | DAYS, DAYS)
    def test_it_never_leaves_its_frame(self, start: date | None, end: date | None, on: date) -> None:
        if start and end and end < start:
            start, end = end, start
        found = bar(start, end, on)
        if found is None:
            first, last = years_shown(on)
            known = start or end
            outside = (end and end.year < first) or (start and start.year > last) or known is None
            assert outside or end == date(first, 1, 1)
            return
        x, width, done = float(found.x), float(found.width), float(found.done)
        assert 0 <= x <= WIDTH
        assert 0 <= done <= width + 0.1
        assert x + width <= WIDTH + 2.1

    def test_the_passed_part_ends_today(self) -> None:
        found = bar(date(2027, 1, 1), date(2027, 12, 31), ON)
        assert found is not None
        assert float(found.x) + float(found.done) == pytest.approx(float(found.today), abs=0.2)
        assert found.words == "jan 2027 til dec 2027"

    def test_a_proposal_has_no_passed_part(self) -> None:
        found = bar(date(2026, 6, 1), None, ON, moves=False)
        assert found is not None
        assert (found.done, found.words) == ("0.0", "jun 2026 til ukendt afslutning")

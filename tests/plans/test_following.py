"""The year is followed on the live plan: where each line is, what differs, what was moved and by whom, and the versions."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.plans import actions
from styrehjul.plans.domain.following import Deviation, Followed, compared, deviations, start_words
from styrehjul.plans.models import PlanLine, PlanVersion
from styrehjul.plans.queries.following import live
from styrehjul.plans.queries.plans import lines_of
from styrehjul.portfolio import actions as projects
from styrehjul.portfolio.models import Allocation, Pool, Project, ProjectChange
from tests.plans.test_approval_effects import K2, K3, K4, a_plan, approve, hours_of, pool  # noqa: F401 - fixture
from tests.plans.test_plan_page import send
from tests.plans.test_runs import text_of
from tests.portfolio.town import AT, Town, a_decision, a_town, an_active, sign_in

ADDRESS = "/indsatsplan/2028/"
MAY = datetime(2028, 5, 2, 9, 0, tzinfo=UTC)
ON = date(2028, 5, 2)


def one(**fields: Any) -> Followed:
    said: dict[str, Any] = {"start": 2, "hours": Decimal(100)}
    said |= {"approved_start": said["start"], "approved_hours": said["hours"], "chosen": True, "running": False}
    return Followed(**(said | fields))


class TestWhereALineIs:
    @pytest.mark.parametrize(
        ("line", "found"),
        [
            (one(state="approved"), []),
            (one(state="approved", start=1, approved_start=1), [Deviation.NOT_BEGUN]),
            (one(state="approved", start=3), [Deviation.MOVED]),
            (one(state="stopped", start=1, approved_start=1), [Deviation.STOPPED]),
            (one(state="paused"), [Deviation.PAUSED]),
            (one(state="closed", done_on=ON), [Deviation.CLOSED]),
            (one(state="active", begun_on=date(2028, 2, 1)), [Deviation.EARLY]),
            (one(state="active", begun_on=date(2027, 2, 1), running=True, start=1, approved_start=1), []),
            (one(state="active", begun_on=ON, hours=Decimal(80)), [Deviation.HOURS]),
            (one(state="active", chosen=False, start=None, approved_start=None), [Deviation.UNPLANNED]),
            (one(state="proposed", chosen=False, start=None, approved_start=None), []),
            (one(start=1, approved_start=1), [Deviation.NOT_BEGUN]),
            (one(start=1, approved_start=1, begun_on=date(2028, 1, 5)), []),
        ],
    )
    def test_what_differs_from_what_was_approved(self, line: Followed, found: list[Deviation]) -> None:
        assert deviations(line, 2028, ON) == found

    @pytest.mark.parametrize(
        ("line", "words"),
        [
            (one(state="approved"), "begynder i dette kvartal"),
            (one(state="approved", start=3), "begynder i næste kvartal"),
            (one(state="approved", start=4), "begynder om 2 kvartaler"),
            (one(state="approved", start=1), "skulle være begyndt"),
            (one(state="active"), "begyndt"),
            (one(state="closed"), ""),
            (one(state="approved", start=None), ""),
        ],
    )
    def test_the_planned_start_against_today(self, line: Followed, words: str) -> None:
        assert start_words(line, 2028, ON) == words


def test_two_versions_line_by_line() -> None:
    def row(key: str, **fields: Any) -> dict[str, Any]:
        said = {"line": key, "title": key, "chosen": True, "start": 1, "hours": "100", "money": None, "quarters": 2}
        return {**said, "score": "4", "lock": "free", "reason": "", "lock_reason": "", **fields}

    before = [row("A"), row("B"), row("C", chosen=False, start=None), row("D")]
    after = [row("C", reason="haster"), row("A", start=3), row("B", chosen=False, start=None)]
    found = compared(before, after, {"free": "Frit"})
    assert [(change.title, change.what) for change in found] == [
        ("C", "in"),
        ("B", "out"),
        ("D", "out"),
        ("A", "other"),
    ]
    assert found[0].reason == "haster"
    assert found[3].words == (("Plads", "1", "2"), ("Begynder", "1. kv.", "3. kv."))
    assert compared(before, before, {}) == []


@pytest.fixture(autouse=True)
def clock(settings: Any, tmp_path: Path) -> Iterator[None]:
    settings.MEDIA_ROOT = tmp_path
    settings.DEMO = True
    with time_machine.travel(AT, tick=True):
        yield


@pytest.fixture
def town(db: None) -> Town:
    return a_town()


@pytest.fixture
def plan(town: Town, pool: Pool) -> PlanVersion:  # noqa: F811
    an_active(town, title="Alarmer")
    return approve(a_plan(town, Vagtplan=1, Booking=2), town)


def line_of(plan: PlanVersion, title: str) -> PlanLine:
    return next(line for line in lines_of(plan) if line.title == title)


@pytest.fixture
def in_may(plan: PlanVersion, town: Town, client: Client) -> Iterator[Client]:
    with time_machine.travel(MAY, tick=True):
        sign_in(client, town.anna)
        yield client


class TestThePage:
    def test_each_line_with_where_it_is_and_what_differs(self, plan: PlanVersion, in_may: Client) -> None:
        shown = text_of(in_may.get(ADDRESS))
        assert "Gældende fra 19. maj 2027, version 1" in shown
        assert "2 af 3 går, som planen siger; 1 gør ikke." in shown
        assert "skulle være begyndt" in shown
        assert "Ikke begyndt" in shown
        assert "begynder i dette kvartal" in shown
        assert "SG-2027-014" in shown
        assert "Lav ny version" in shown

    def test_a_project_that_was_stopped_and_one_beside_the_plan_are_told(
        self, plan: PlanVersion, in_may: Client, town: Town
    ) -> None:
        projects.stop_project(
            Project.objects.get(title="Alarmer"),
            spent_tdkk=Decimal(0),
            spent_hours=Decimal(0),
            reused="Intet",
            by=None,
            at=MAY,
            mandate=a_decision(),
        )
        an_active(town, title="Sensorer")
        shown = live(plan, ON)
        assert [(row.title, [words for words, _bad in row.deviations]) for row in shown.off] == [
            ("Alarmer", ["Stoppet"]), ("Vagtplan", ["Ikke begyndt"]),
        ]  # fmt: skip
        assert [project.title for project in shown.beside] == ["Sensorer"]

    def test_it_asks_as_often_for_three_more_lines(self, plan: PlanVersion, in_may: Client, town: Town) -> None:
        in_may.get(ADDRESS)
        with CaptureQueriesContext(connection) as few:
            in_may.get(ADDRESS)
        for title in ("A", "B", "C"):
            line = PlanLine(plan=plan, project=an_active(town, title=title), chosen=True, start=1)
            store(line, by=None, at=MAY, action="plan_line.add")
        in_may.get(ADDRESS)
        with CaptureQueriesContext(connection) as many:
            in_may.get(ADDRESS)
        assert len(few) == len(many)

    def test_everybody_reads_it_and_nobody_else_moves(self, plan: PlanVersion, client: Client, town: Town) -> None:
        with time_machine.travel(MAY, tick=True):
            sign_in(client, town.olga)
            shown = text_of(client.get(ADDRESS))
            assert "Vagtplan" in shown
            assert "Flyt" not in shown
            assert client.get(f"/indsatsplan/linje/{line_of(plan, 'Booking').uuid}/flyt/").status_code == 403


class TestMoving:
    def test_a_line_moves_with_a_reason_and_the_project_follows(self, plan: PlanVersion, in_may: Client) -> None:
        row = line_of(plan, "Booking")
        fields = {"start": "3", "hours": "240", "reason": "Leverandøren er forsinket", "version": row.version}
        shown = text_of(send(in_may, f"/indsatsplan/linje/{row.uuid}/flyt/", **fields))
        assert "Flyttet 2. kv. → 3. kv." in shown
        assert "Timer ændret 200 → 240" in shown
        assert "uden beslutning, oplyst af Anna Friis 2. maj 2028: Leverandøren er forsinket" in shown
        project = Project.objects.get(title="Booking")
        assert (project.planned_start, project.priority) == (date(2028, 9, 30), 1)
        assert [row[:2] for row in hours_of("Booking")] == [(K3, 120), (K4, 120)]
        assert Allocation.objects.get(project=project, quarter=K2).released_on == ON
        told = ProjectChange.objects.filter(project=project, decision_ref="")
        assert {(change.kind, change.reason) for change in told} >= {
            ("start_date", "Leverandøren er forsinket"), ("hours", "Leverandøren er forsinket"),
        }  # fmt: skip

    @pytest.mark.parametrize(
        ("fields", "code"),
        [
            ({"reason": " "}, "reason.needed"),
            ({"start": 2, "hours": Decimal(200)}, "plan.nothing_moved"),
            ({"start": 5}, "plan.quarter"),
            ({"hours": Decimal(-1)}, "plan.negative"),
        ],
    )
    def test_what_is_no_move_is_refused(self, plan: PlanVersion, town: Town, fields: dict[str, Any], code: str) -> None:
        said: dict[str, Any] = {
            "start": 3,
            "hours": Decimal(200),
            "reason": "Forsinket",
            "by": town.anna,
            "at": MAY,
        } | fields
        with pytest.raises(Refused) as refused:
            actions.move_line(line_of(plan, "Booking"), **said)
        assert refused.value.code == code

    def test_what_has_begun_keeps_its_start_and_may_get_other_hours(self, plan: PlanVersion, town: Town) -> None:
        row = line_of(plan, "Alarmer")
        with pytest.raises(Refused) as refused:
            actions.move_line(row, start=2, hours=row.hours, reason="Senere", by=town.anna, at=MAY)
        assert refused.value.code == "plan.line_begun"
        assert actions.move_line(row, start=1, hours=Decimal(80), reason="Større", by=town.anna, at=MAY).hours == 80

    def test_only_in_the_live_plan_and_only_by_who_may(self, plan: PlanVersion, town: Town) -> None:
        draft = actions.make_draft(2028, by=town.anna, at=MAY)
        with pytest.raises(Refused) as refused:
            actions.move_line(
                line_of(draft, "Booking"), start=3, hours=None, reason="Senere", by=town.anna, at=MAY
            )  # fmt: skip
        assert refused.value.code == "plan.not_live"
        with pytest.raises(NotAllowed):
            actions.move_line(line_of(plan, "Booking"), start=3, hours=None, reason="Senere", by=town.olga, at=MAY)

    def test_two_who_move_the_same_line_are_told(self, plan: PlanVersion, in_may: Client, town: Town) -> None:
        row = line_of(plan, "Booking")
        actions.move_line(line_of(plan, "Booking"), start=4, hours=row.hours, reason="Nu", by=town.anna, at=MAY)
        fields = {"start": "3", "hours": "200", "reason": "Senere", "version": row.version}
        assert send(in_may, f"/indsatsplan/linje/{row.uuid}/flyt/", **fields).status_code == 409
        row.refresh_from_db()
        assert row.start == 4


class TestActivities:
    def test_who_stands_for_it_tells_that_it_is_begun_and_done(self, town: Town, client: Client) -> None:
        draft = a_plan(town, Vagtplan=2)
        row = actions.add_activity(draft, title="Seminar", hours=None, owner=town.olga, by=town.anna, at=AT)
        actions.change_line(row, chosen=True, start=1, by=town.anna, at=AT)
        plan = approve(draft, town)
        assert row.activity is not None
        with time_machine.travel(MAY, tick=True):
            sign_in(client, town.olga)
            assert [words for words, _bad in live(plan, ON).off[0].deviations] == ["Ikke begyndt"]
            address = f"/indsatsplan/aktivitet/{row.activity.uuid}/"
            assert "Begyndt 2. maj 2028" in text_of(send(client, f"{address}begyndt/"))
            assert "Gjort 2. maj 2028" in text_of(send(client, f"{address}gjort/"))
            assert send(client, f"{address}gjort/").status_code == 409
            assert "Begyndt 2. maj 2028" in text_of(send(client, f"{address}fortryd/"))
            assert send(client, f"{address}bagvendt/").status_code == 404
            sign_in(client, town.lis)
            assert send(client, f"{address}gjort/").status_code == 403


class TestVersions:
    def test_a_new_version_says_why_and_is_compared_with_the_old(
        self, plan: PlanVersion, in_may: Client, town: Town
    ) -> None:
        send(in_may, f"{ADDRESS}udkast/")
        draft = PlanVersion.objects.get(number=2)
        actions.change_line(line_of(draft, "Booking"), chosen=False, reason="Ingen penge", by=town.anna, at=MAY)
        with pytest.raises(Refused) as refused:
            actions.submit_plan(draft, by=town.anna, at=MAY)
        assert refused.value.code == "plan.why_needed"
        shown = text_of(in_may.get(f"{ADDRESS}versioner/sammenlign/"))
        assert "Version 2 mod version 1" in shown
        assert "Går ud 1 Booking" in shown
        assert "Ingen penge" in shown
        actions.submit_plan(draft, why="Byrådet har sparet", by=town.anna, at=MAY)
        draft.refresh_from_db()
        actions.approve_plan(draft, sha256=draft.sha256, by=town.stine, at=MAY, mandate=a_decision(ref="SG-2028-003"))
        listed = text_of(in_may.get(f"{ADDRESS}versioner/"))
        assert "Version 2 Byrådet har sparet Gældende 2. maj 2028 SG-2028-003" in listed
        assert "Afløst 19. maj 2027 SG-2027-014" in listed

    def test_a_draft_is_not_compared_for_those_who_do_not_prepare(
        self, plan: PlanVersion, client: Client, town: Town
    ) -> None:
        actions.make_draft(2028, by=town.anna, at=MAY)
        with time_machine.travel(MAY, tick=True):
            sign_in(client, town.olga)
            assert "Version 2" not in text_of(client.get(f"{ADDRESS}versioner/"))
            assert "De to er ens" in text_of(client.get(f"{ADDRESS}versioner/sammenlign/?fra=1&til=2"))
            assert client.get(f"{ADDRESS}versioner/2.pdf").status_code == 404
            assert client.get("/indsatsplan/2029/versioner/").status_code == 404

    def test_the_plan_on_paper(self, plan: PlanVersion, in_may: Client, town: Town) -> None:
        row = line_of(plan, "Booking")
        actions.move_line(row, start=3, hours=row.hours, reason="Forsinket", by=town.anna, at=MAY - timedelta(hours=1))
        made = in_may.get(f"{ADDRESS}versioner/1.pdf")
        assert made["Content-Type"] == "application/pdf"
        assert made.content.startswith(b"%PDF")

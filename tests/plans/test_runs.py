"""A calculation from the page to the worker and back: asked for once, stopped, kept, looked closer at, compared."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.audit.models import Event
from styrehjul.audit.unit import run as in_one_unit
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.plans import progress, tasks
from styrehjul.plans.actions import ask_for_run, ask_for_study, finish_run, start_run, stop_run
from styrehjul.plans.domain.problem_file import canonical
from styrehjul.plans.domain.studies import RunKind
from styrehjul.plans.models import PlanRun
from styrehjul.plans.queries.runs import solution_of
from tests import making
from tests.making import NOW, Cast
from tests.plans.examples import KNAPSACK, YEAR

pytestmark = pytest.mark.django_db
LIST = "/indsatsplan/beregninger/"


@pytest.fixture(autouse=True)
def own_folder(settings: Any, tmp_path: Path) -> None:
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(NOW, tick=True):
        yield


@pytest.fixture
def cast() -> Cast:
    return making.a_cast()


@pytest.fixture
def peter(cast: Cast) -> Client:
    return making.signed_in(cast.peter)


def asked(cast: Cast, document: dict[str, Any] = YEAR) -> PlanRun:
    return ask_for_run(document, by=cast.peter, at=NOW)


def done(cast: Cast, document: dict[str, Any] = YEAR) -> PlanRun:
    run = asked(cast, document)
    tasks.carry_out(run)
    run.refresh_from_db()
    return run


def text_of(response: Any) -> str:
    """The page's words, without the markup and the head."""
    page = re.sub(r"(?s)<(script|style|head)\b.*?</\1>", " ", response.content.decode())
    return " ".join(re.sub(r"<[^>]+>", " ", page).split())


class TestAsking:
    def test_the_same_problem_is_calculated_once(self, cast: Cast) -> None:
        assert asked(cast).pk == asked(cast).pk != asked(cast, KNAPSACK).pk

    def test_what_cannot_be_read_is_refused_with_its_places(self, cast: Cast) -> None:
        with pytest.raises(Refused) as refused:
            asked(cast, {**YEAR, "pools": [{"id": "PL"}]})
        assert refused.value.code == "plan.not_read"
        assert "/pools/0/capacity" in refused.value.facts["faults"]

    def test_an_outsider_may_neither_ask_nor_see(self, cast: Cast) -> None:
        with pytest.raises(NotAllowed):
            ask_for_run(YEAR, by=cast.olga, at=NOW)
        run = done(cast)
        for address in (LIST, run.get_absolute_url(), f"{LIST}sammenlign/"):
            assert making.signed_in(cast.olga).get(address).status_code == 403

    def test_it_is_told_to_the_chain(self, cast: Cast) -> None:
        run = in_one_unit(lambda: asked(cast))
        assert Event.objects.filter(action="plan_run.ask", object_uuid=str(run.uuid)).count() == 1


class TestTheWorker:
    def test_takes_a_calculation_once_and_keeps_its_answer_with_the_hash(self, cast: Cast) -> None:
        run = asked(cast)
        taken = tasks.next_run()
        assert taken is not None
        assert taken.pk == run.pk
        assert tasks.next_run() is None
        tasks.carry_out(taken)
        run.refresh_from_db()
        answer = solution_of(run)
        assert (answer["objective"], answer["input_sha256"]) == (125, run.sha256)
        assert progress.told(run.uuid).best is None or progress.told(run.uuid).best is not None

    def test_one_that_was_lost_is_taken_again(self, cast: Cast) -> None:
        run = asked(cast)
        assert start_run(run, at=NOW)
        assert not start_run(run, at=NOW + timedelta(seconds=60))
        assert start_run(run, at=NOW + timedelta(minutes=10))

    def test_an_answer_is_written_once(self, cast: Cast) -> None:
        run = done(cast)
        finish_run(run, {"format": "noget andet"}, at=NOW)
        run.refresh_from_db()
        assert solution_of(run)["objective"] == 125

    def test_the_stop_button_is_seen(self, cast: Cast) -> None:
        run = asked(cast)
        button = tasks._stop_button(run)
        assert not button()
        stop_run(run, by=cast.peter, at=NOW)
        assert tasks._stop_button(run)()

    def test_what_is_over_cannot_be_stopped(self, cast: Cast) -> None:
        with pytest.raises(Refused) as refused:
            stop_run(done(cast), by=cast.peter, at=NOW)
        assert refused.value.code == "plan.run_over"


class TestPages:
    def test_from_file_to_answer(self, cast: Cast, peter: Client) -> None:
        file = SimpleUploadedFile("plan.json", canonical(YEAR))
        waiting = peter.post(LIST, {"_key": str(uuid4()), "file": file}, follow=True)
        assert "Beregningen venter på sin tur." in text_of(waiting)
        run = PlanRun.objects.get()
        tasks.carry_out(run)
        shown = text_of(peter.get(run.get_absolute_url()))
        assert "4 af 6 kom med. Planen er 125 point værd." in shown
        assert "Det er den bedste sammensætning (bevist)." in shown
        assert "CHAT kom ikke med: den forudsætter, at ARKIV er færdig først." in shown
        assert "280 timer" in shown

    def test_a_broken_file_is_refused_in_words(self, peter: Client) -> None:
        file = SimpleUploadedFile("plan.json", b"{")
        answer = peter.post(LIST, {"_key": str(uuid4()), "file": file})
        assert answer.status_code == 409
        assert "filen er ikke JSON" in text_of(answer)

    def test_progress_is_told_and_stopped(self, cast: Cast, peter: Client) -> None:
        run = asked(cast)
        start_run(run, at=NOW)
        progress.Teller(run.uuid).tell(progress.Told(best=125, bound=130, gap="0.039"))  # type: ignore[arg-type]
        part = peter.get(run.get_absolute_url(), headers={"HX-Request": "true"})
        assert "Den bedste plan indtil nu er 125 point værd, højst 3,9 % fra det bedste, der findes." in text_of(part)
        stopped = peter.post(f"{run.get_absolute_url()}stop/", {"_key": str(uuid4())}, follow=True)
        assert "Beregningen stopper og gør svaret færdigt." in text_of(stopped)
        tasks.carry_out(run)
        leading_on = peter.get(run.get_absolute_url(), headers={"HX-Request": "true"})
        assert leading_on["HX-Redirect"] == run.get_absolute_url()

    def test_a_plan_that_cannot_be_made_says_what_is_in_the_way(self, cast: Cast, peter: Client) -> None:
        pools = [{"id": "PL", "name": "projektlederne", "unit": "timer", "capacity": 300}]
        items = [{"id": "X", "value": 5, "must": True, "demand": {"PL": 340}}]
        run = done(cast, {"format": "styrehjul.plan/1", "pools": pools, "items": items})
        shown = text_of(peter.get(run.get_absolute_url()))
        assert "Projektlederne mangler 40 timer." in shown
        assert "Hvor sikkert er det?" not in shown

    def test_a_page_shows_what_is_stored_and_asks_the_same_for_any_number(self, cast: Cast, peter: Client) -> None:
        done(cast)
        peter.get(LIST)
        with CaptureQueriesContext(connection) as one:
            peter.get(LIST)
        done(cast, KNAPSACK)
        done(cast, {"format": "styrehjul.plan/1", "items": []})
        peter.get(LIST)
        with CaptureQueriesContext(connection) as three:
            peter.get(LIST)
        assert len(one) == len(three)


class TestLookingCloser:
    def test_more_capacity(self, cast: Cast, peter: Client) -> None:
        run = done(cast)
        led = peter.post(f"{run.get_absolute_url()}naermere/", {"_key": str(uuid4()), "sp": "more"})
        study = PlanRun.objects.get(kind=RunKind.MORE)  # left to the worker with the answer
        assert led["Location"] == study.get_absolute_url()
        tasks.carry_out(study)
        assert "370 timer mere af projektlederne giver plads til CHAT (23 point)." in text_of(
            peter.get(run.get_absolute_url())
        )
        shown = text_of(peter.get(study.get_absolute_url()))
        assert "Projektlederne 370 timer plads til CHAT (23 point) 60 timer: plads til CHAT (23 point)" in shown
        assert "It-arkitekterne 370 timer intet –" in shown

    def test_how_sure(self, cast: Cast, peter: Client) -> None:
        study = ask_for_study(done(cast), RunKind.FLIPS, by=cast.peter, at=NOW)
        tasks.carry_out(study)
        shown = text_of(peter.get(study.get_absolute_url()))
        assert "FKDS" not in shown  # bound: there was no choice
        assert "Sensorer Med Kerne 7" in shown
        assert "BOLIG Ikke med Ude 57" in shown

    def test_the_frontier(self, cast: Cast, peter: Client) -> None:
        run = done(cast)
        study = ask_for_study(run, RunKind.FRONTIER, by=cast.peter, at=NOW, pool="PL")
        tasks.carry_out(study)
        page = peter.get(study.get_absolute_url())
        assert "100 % (i dag) 125 125" in text_of(page)
        assert "30 % rækker ikke til det bundne" in text_of(page)
        assert page.content.decode().count('class="point"') == 11

    def test_each_question_once(self, cast: Cast) -> None:
        run = done(cast)
        first, again = (ask_for_study(run, RunKind.MORE, by=cast.peter, at=NOW) for _ in range(2))
        assert first.pk == again.pk

    def test_not_before_there_is_a_plan(self, cast: Cast) -> None:
        with pytest.raises(Refused) as refused:
            ask_for_study(asked(cast), RunKind.MORE, by=cast.peter, at=NOW)
        assert refused.value.code == "plan.no_plan_to_study"

    def test_side_by_side(self, cast: Cast, peter: Client) -> None:
        more = {
            **YEAR,
            "name": "Med en projektleder mere",
            "pools": [{**YEAR["pools"][0], "capacity": 360}, *YEAR["pools"][1:]],
        }
        first, second = done(cast), done(cast, more)
        shown = text_of(peter.get(f"{LIST}sammenlign/?b={first.uuid}&b={second.uuid}"))
        assert "CHAT – 3. kvartal" in shown or re.search(r"CHAT – \d\. kvartal", shown)
        assert "Planen er 148 point værd." in shown
        assert "Vælg to eller flere" in text_of(peter.get(f"{LIST}sammenlign/?b={first.uuid}&b=intet"))

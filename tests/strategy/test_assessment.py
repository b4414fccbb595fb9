"""The yearly assessment: brought to its item, answered there, kept once a year."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.test import Client

from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import actions
from styrehjul.meetings.actions.assessing import answer_assessment
from styrehjul.meetings.content import for_item
from styrehjul.meetings.domain.states import Outcome
from styrehjul.meetings.models import FollowUp, Treatment
from styrehjul.strategy.actions import (
    GoalDetails,
    create_goal,
    create_measure,
    create_strategy,
    enter_value,
    record_assessment,
    relate,
)
from styrehjul.strategy.models import StrategyAssessment
from tests.making import a_user
from tests.meetings.pages import text_of
from tests.meetings.turn import MEETING_AT, NOW, Turn, a_turn, do

pytestmark = pytest.mark.django_db
KEY = "vurdering_strategisk_retning"


@pytest.fixture
def turn() -> Iterator[Turn]:
    with time_machine.travel(MEETING_AT, tick=False):
        yield a_turn()


def running(turn: Turn) -> Treatment:
    item = do(actions.add_standing_item, turn.meeting, KEY, by=turn.cast.peter, at=NOW)
    turn.ready().to_chair().approved()
    turn.dispatched()
    turn.started()
    do(actions.record_decision, turn.item, outcome=Outcome.APPROVED, by=turn.cast.peter, at=MEETING_AT)
    item.refresh_from_db()
    return item


def answer(item: Treatment, turn: Turn, **more: Any) -> Any:
    values = {"needed": True, "what": "Et mål om kunstig intelligens", **more}
    return do(answer_assessment, item, by=turn.cast.peter, at=MEETING_AT, **values)


def test_the_item_brings_goals_values_conflicts_and_last_years_answer(turn: Turn) -> None:
    digital = do(create_strategy, title="Digital Norddjurs", start=date(2026, 1, 1), by=None, at=NOW)
    other = do(create_strategy, title="Ældrepolitik", kind="other", start=date(2026, 1, 1), by=None, at=NOW)
    details = GoalDetails(number="1", strategy_id=digital.pk)
    goal = do(create_goal, title="Klart sprog", start=date(2026, 1, 1), details=details, by=None, at=NOW)
    values: dict[str, Any] = {"title": "Forståede breve", "unit": "%", "target_value": Decimal(90)}
    measure = do(create_measure, goal, by=None, at=NOW, **values)
    do(enter_value, measure, value=Decimal(64), on=date(2027, 3, 1), by=None, at=NOW)
    do(relate, goal, other, kind="conflicts", sentence="Breve på papir ønskes", by=None, at=NOW)
    StrategyAssessment.objects.create(
        year=2026, needed=False, what="Den er ny", on=date(2026, 9, 1), created_at=NOW, updated_at=NOW
    )
    item = do(actions.add_standing_item, turn.meeting, KEY, by=turn.cast.peter, at=NOW)
    told = str(for_item(item, at=NOW)["blocks"])
    for words in ("Digital Norddjurs", "64 % den 1. marts 2027", "Breve på papir ønskes", "Nej. Den er ny"):
        assert words in told


def test_it_cannot_be_treated_without_both(turn: Turn) -> None:
    item = running(turn)
    for work in (
        lambda: do(actions.note_item, item, by=turn.cast.peter, at=MEETING_AT),
        lambda: do(actions.record_decision, item, outcome="adopted", text="Ja", by=turn.cast.peter, at=MEETING_AT),
        turn.ended,
    ):
        with pytest.raises(Refused) as refused:
            work()
        assert refused.value.code == "assessment.not_answered"
    for lacking in ({"needed": None}, {"what": " "}):
        with pytest.raises(Refused) as refused:
            answer(item, turn, **lacking)
        assert refused.value.code == "assessment.lacks_answer"
    assert not StrategyAssessment.objects.exists()


def test_the_answer_is_kept_when_the_meeting_ends_and_never_written_again(turn: Turn) -> None:
    item = running(turn)
    answer(item, turn, what="Noget andet")
    answer(item, turn, follow_up="Skriv et mål", responsible=turn.cast.olga, due=date(2027, 9, 1))
    assert not StrategyAssessment.objects.exists(), "not before the meeting ends"
    turn.ended()
    kept = StrategyAssessment.objects.get()
    decision = item.decisions.get()
    assert (kept.year, kept.needed, kept.what) == (2027, True, "Et mål om kunstig intelligens")
    assert decision.number
    assert kept.decision == decision.number
    assert FollowUp.objects.get(decision=decision).responsible == turn.cast.olga
    with pytest.raises(Refused) as refused:
        record_assessment(year=2028, needed=False, what="Nej", on=date(2028, 9, 1), by=None, at=NOW)
    assert refused.value.code == "mandate.needed", "only a decision writes it"


def test_one_year_has_one_answer(turn: Turn) -> None:
    item = running(turn)
    StrategyAssessment.objects.create(
        year=2027, needed=False, what="Svaret før", on=date(2027, 3, 1), created_at=NOW, updated_at=NOW
    )
    with pytest.raises(Refused) as refused:
        answer(item, turn)
    assert refused.value.code == "assessment.once"
    assert StrategyAssessment.objects.get().what == "Svaret før"


def test_put_off_it_waits_and_no_year_is_answered(turn: Turn) -> None:
    item = running(turn)
    do(actions.record_decision, item, outcome=Outcome.POSTPONED, by=turn.cast.peter, at=MEETING_AT)
    ended = turn.ended()
    assert ended.ended_at
    assert not StrategyAssessment.objects.exists()


def test_on_the_page_of_the_meeting_the_secretary_answers_it(turn: Turn) -> None:
    running(turn)
    client = Client()
    client.force_login(a_user(turn.cast.peter))
    hold = client.get(f"/moeder/{turn.meeting.pk}/afhold/").content.decode()
    path = hold.split('/vurdering/"')[0].rsplit('"', 1)[1] + "/vurdering/"
    assert "Skal den strategiske retning opdateres i 2027?" in text_of(client.get(path))
    bare = client.post(path, {"_key": str(uuid4()), "what": "Noget"})
    assert (bare.status_code, "Vælg ja eller nej, og skriv hvad." in text_of(bare)) == (409, True)
    sent = client.post(path, {"_key": str(uuid4()), "what": "Retningen holder", "needed": "nej"})
    assert sent.status_code == 302
    assert "Behov for at opdatere den strategiske retning: nej. Retningen holder" in text_of(
        client.get(f"/moeder/{turn.meeting.pk}/afhold/")
    )
    turn.ended()
    assert "2027 : nej. Retningen holder" in text_of(client.get("/strategi/")).replace("2027:", "2027 :")

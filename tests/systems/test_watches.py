"""Days that must not be missed: shown in time, moved with a trace, handled once, and never closed by being missed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pytest
import time_machine

from styrehjul.audit.models import Event
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.systems import tasks
from styrehjul.systems.actions import change_system, create_contract, follow_watches, handle_watch
from styrehjul.systems.domain.watching import AHEAD, Due, contract_days, follow
from styrehjul.systems.domain.words import WatchKind
from styrehjul.systems.models import Contract, System, Watch
from styrehjul.systems.queries import next_for
from tests.meetings.pages import queries, text_of
from tests.portfolio.test_registers import send, signed
from tests.portfolio.test_systems import a_system
from tests.portfolio.town import AT, Town, a_town

ON = AT.date()
NOTICE, END = WatchKind.NOTICE, WatchKind.CONTRACT_END


def test_a_day_is_shown_from_its_time_moved_with_a_trace_and_never_closed_by_being_missed() -> None:
    on = date(2027, 1, 1)
    near, far, past = (
        Due(NOTICE, "contract", key, day)
        for key, day in ((1, date(2027, 7, 1)), (2, date(2027, 7, 2)), (3, date(2026, 12, 31)))
    )
    found = follow([near, far, past], {}, AHEAD, on)
    assert found.new == ((near, on),)
    assert follow([near, past], {near: "open", past: "open"}, AHEAD, on).moved == ()
    moved = follow([far], {Due(NOTICE, "contract", 2, date(2027, 3, 1)): "open", near: "handled"}, AHEAD, on)
    assert moved.moved == ((Due(NOTICE, "contract", 2, date(2027, 3, 1)), date(2027, 7, 2)),)
    assert follow([near], {near: "moved"}, AHEAD, on).again == (near,)
    assert follow([near], {near: "handled"}, AHEAD, on) == follow([], {}, AHEAD, on)
    assert follow([near], {}, {**AHEAD, NOTICE: None}, on).new == ()


def test_a_contracts_days() -> None:
    told: dict[str, Any] = {
        "end": date(2028, 5, 31),
        "continuous": False,
        "notice_on": date(2027, 11, 30),
        "year": 2027,
        "quarter": 3,
    }
    assert contract_days(**told, under_way=False) == [
        (END, date(2028, 5, 31)), (NOTICE, date(2027, 11, 30)), (WatchKind.PROCUREMENT, date(2027, 7, 1)),
    ]  # fmt: skip
    assert [kind for kind, _on in contract_days(**{**told, "continuous": True}, under_way=True)] == [NOTICE]
    assert contract_days(**{**told, "quarter": 9}, under_way=False)[2][1] == date(2027, 1, 1)


@pytest.fixture
def town() -> Iterator[Town]:
    with time_machine.travel(AT, tick=False):
        yield a_town()


def a_contract(system: System, end: date) -> Contract:
    return create_contract(
        terms={"name": "Drift", "valid_to": end, "notice_months": 3}, systems=[system.pk], by=None, at=AT
    )


@pytest.mark.django_db
def test_the_owner_is_asked_before_the_day_and_answers_once(town: Town) -> None:
    system = a_system("Journal", owner_id=town.jonas.pk)
    contract = a_contract(system, ON + timedelta(days=200))
    change_system(
        system,
        name="Journal",
        owner_id=town.jonas.pk,
        facts={"support_ends_on": ON + timedelta(days=100)},
        by=None,
        at=AT,
    )
    assert follow_watches(at=AT) == 3
    events = Event.objects.count()
    assert follow_watches(at=AT) == 0
    assert Event.objects.count() == events
    assert [todo.title for todo in next_for(town.jonas, ON)] == [
        "Leverandøren holder op med at vedligeholde systemet: Journal", "Sidste dag for opsigelse: Drift",
        "Kontrakten udløber: Drift",
    ]  # fmt: skip
    assert next_for(town.olga, ON) == []
    jonas = signed(town.jonas)
    assert "Sidste dag for opsigelse: Drift" in text_of(jonas.get("/opgaver/"))
    watch = Watch.objects.get(kind="notice")
    address = f"/systemer/datoer/{watch.pk}/"
    assert 'name="note"' not in signed(town.olga).get(address).content.decode()
    assert send(jonas, address, note="Forlænget med to år").status_code == 302
    page = text_of(signed(town.olga).get(address))
    assert ("Taget hånd om" in page, "Forlænget med to år" in page, "Jonas" in page) == (True, True, True)
    with pytest.raises(Refused) as stop:
        handle_watch(watch, by=None, at=AT)
    assert stop.value.code == "watch.closed"
    with pytest.raises(NotAllowed):
        handle_watch(Watch.objects.get(kind="contract_end"), by=town.olga, at=AT)
    Contract.objects.filter(pk=contract.pk).update(valid_to=ON + timedelta(days=400))
    assert follow_watches(at=AT) == 2, "the end has moved and stands anew; what was handled stays handled"
    old = Watch.objects.get(kind="contract_end", state="moved")
    assert "Datoen er flyttet til" in old.note
    later = AT + timedelta(days=150)
    assert follow_watches(at=later) == 1, "the new day for notice has come near"
    assert [row.kind for row in Watch.objects.filter(state="open").order_by("on")] == [
        "support_end",
        "notice",
        "contract_end",
    ]


@pytest.mark.django_db
def test_the_list_of_days_costs_the_same_and_the_months_are_chosen(town: Town) -> None:
    a_contract(a_system("Et"), ON + timedelta(days=100))
    follow_watches(at=AT)
    olga = signed(town.olga)
    first = queries(olga, "/systemer/datoer/")
    for n in range(3):
        a_contract(a_system(f"S{n}"), ON + timedelta(days=100 + n))
    follow_watches(at=AT)
    assert queries(olga, "/systemer/datoer/") == first
    anna = signed(town.anna)
    assert "Forslag: 18" in text_of(anna.get("/systemer/datoer/indstillinger/"))
    answer = send(anna, "/systemer/datoer/indstillinger/", contract_end="", notice="12")
    assert answer.status_code == 302, text_of(answer)
    a_contract(a_system("Ny"), ON + timedelta(days=30 * 13))
    assert follow_watches(at=AT) == 1
    assert set(Watch.objects.filter(contract__systems__name="Ny").values_list("kind", flat=True)) == {"notice"}
    assert olga.get("/systemer/datoer/indstillinger/").status_code == 403


@pytest.mark.django_db(transaction=True)
def test_the_worker_follows_the_days_once_a_day() -> None:
    tasks._followed.clear()
    with time_machine.travel(AT, tick=False):
        a_contract(a_system("Et"), ON + timedelta(days=30))
        assert tasks.run_once() == 1
        a_contract(a_system("To"), ON + timedelta(days=30))
        assert tasks.run_once() == 0
    with time_machine.travel(AT + timedelta(days=1), tick=False):
        assert tasks.run_once() == 1
    tasks._followed.clear()

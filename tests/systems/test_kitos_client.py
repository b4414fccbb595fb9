"""What Kitos answers, and what it means when it does not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from styrehjul.kernel.refusal import Refused
from styrehjul.systems.kitos.client import Client, Limits, checked_base
from styrehjul.systems.kitos.fetch import fetch
from tests import kitos_server as fake

USAGES = "/api/v2/it-system-usages"


@pytest.fixture
def kitos() -> Iterator[fake.Kitos]:
    with fake.serving(fake.Kitos(3)) as served:
        yield served


def a_client(
    kitos: fake.Kitos, *, password: str = fake.PASSWORD, slept: list[float] | None = None, **limits: Any
) -> Client:
    return Client(
        kitos.url, fake.EMAIL, password, limits=Limits(**{"pause": 0, "read": 0.5, **limits}),
        sleep=(slept if slept is not None else []).append, jitter=lambda: 0,
    )  # fmt: skip


@pytest.mark.parametrize("count", [0, 249, 250, 251, 500])
def test_every_row_of_every_page_is_read_once(kitos: fake.Kitos, count: int) -> None:
    kitos.usages = [fake.a_usage(n) for n in range(count)]
    answer = a_client(kitos).rows(USAGES)
    assert len(answer.rows) == count
    assert answer.pages == count // 250 + 1


def test_rows_that_move_while_paging_come_once_and_the_newest_wins(kitos: fake.Kitos) -> None:
    kitos.usages = [fake.a_usage(n) for n in range(260)]
    kitos.usages.append(fake.a_usage(5, lastModified="2026-11-01T00:00:00Z", general={"systemVersion": "ny"}))
    kitos.shift = {1: 240}
    rows = a_client(kitos).rows(USAGES).rows
    assert len(rows) == 260
    assert next(r for r in rows if r["uuid"] == fake.an_id("usage", 5))["general"]["systemVersion"] == "ny"


def test_a_token_that_lapses_is_renewed_once_and_no_more(kitos: fake.Kitos) -> None:
    kitos.token_lasts = 5
    told = fetch(a_client(kitos), fake.CVR)
    assert len(told.rows["usages"]) == 3
    assert kitos.signed_in == 2
    kitos.token_lasts = 2
    with pytest.raises(Refused) as stop:
        fetch(a_client(kitos), fake.CVR)
    assert stop.value.code == "kitos.lapsed"


def test_a_wrong_password_is_never_tried_again(kitos: fake.Kitos) -> None:
    with pytest.raises(Refused) as stop:
        a_client(kitos, password="forkert").rows(USAGES)
    assert stop.value.code == "kitos.sign_in"
    assert kitos.asked == ["/api/authorize/GetToken"]
    assert "forkert" not in str(stop.value.facts)


@pytest.mark.parametrize(
    "answer", [fake.status(500), fake.status(502), fake.status(503), fake.status(429), fake.cut, fake.slow]
)
def test_a_passing_fault_is_waited_out(kitos: fake.Kitos, answer: Any) -> None:
    kitos.fail(USAGES, answer)
    slept: list[float] = []
    assert len(a_client(kitos, slept=slept).rows(USAGES).rows) == 3
    assert slept == [1]


def test_three_waits_and_then_a_stop_that_says_where(kitos: fake.Kitos) -> None:
    kitos.fail(USAGES, fake.status(500), times=4)
    slept: list[float] = []
    with pytest.raises(Refused) as stop:
        a_client(kitos, slept=slept).rows(USAGES)
    assert stop.value.code == "kitos.away"
    assert (stop.value.facts["address"], stop.value.facts["status"]) == (USAGES, 500)
    assert slept == [1, 4, 15]


def test_kitos_says_how_long_to_wait_and_is_obeyed_to_two_minutes(kitos: fake.Kitos) -> None:
    kitos.fail(USAGES, fake.status(429, Retry_After="7"))
    kitos.fail(USAGES, fake.status(429, Retry_After="9000"))
    slept: list[float] = []
    a_client(kitos, slept=slept).rows(USAGES)
    assert slept == [7, 120]


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (fake.status(403), "kitos.forbidden"),
        (fake.status(404), "kitos.shape"),
        (fake.html, "kitos.shape"),
        (fake.raw({"uuid": "x"}), "kitos.shape"),
        (fake.raw(["x"]), "kitos.shape"),
        (fake.raw([{"name": "uden uuid"}]), "kitos.shape"),
        (fake.raw([{"uuid": "../../andet", "name": "x"}]), "kitos.shape"),
        (fake.status(302, Location="https://example.com/"), "kitos.elsewhere"),
    ],
)
def test_an_answer_of_another_form_stops_at_once(kitos: fake.Kitos, answer: Any, code: str) -> None:
    kitos.fail(USAGES, answer)
    slept: list[float] = []
    with pytest.raises(Refused) as stop:
        a_client(kitos, slept=slept).rows(USAGES)
    assert stop.value.code == code
    assert slept == []


def test_a_list_without_an_end_and_an_answer_without_a_bound_are_stopped(kitos: fake.Kitos) -> None:
    kitos.usages = [fake.a_usage(n) for n in range(600)]
    kitos.shift = {1: 0}
    with pytest.raises(Refused) as stop:
        a_client(kitos).rows(USAGES)
    assert stop.value.facts["because"] == "den samme side kommer igen"
    with pytest.raises(Refused) as stop:
        a_client(kitos, pages=2).rows(USAGES)
    assert stop.value.code == "kitos.shape"
    with pytest.raises(Refused) as stop:
        a_client(kitos, body=5000).rows(USAGES)
    assert stop.value.code == "kitos.too_large"


def test_a_run_has_its_own_end(kitos: fake.Kitos) -> None:
    kitos.fail(USAGES, fake.status(429, Retry_After="100"))
    with pytest.raises(Refused) as stop:
        a_client(kitos, run=30).rows(USAGES)
    assert stop.value.code == "kitos.too_long"


@pytest.mark.parametrize(
    "base",
    [
        "http://kitos.dk",
        "ftp://kitos.dk",
        "https://",
        "https://x:y@kitos.dk",
        "https://kitos.dk?a=b",
        "kitos.dk",
        "https://a:b:c",
    ],
)
def test_the_address_is_https(base: str) -> None:
    with pytest.raises(Refused):
        checked_base(base)
    assert checked_base("https://kitos.dk/") == "https://kitos.dk"


def test_our_organisation_is_the_one_with_our_cvr(kitos: fake.Kitos) -> None:
    kitos.organizations.append({"uuid": fake.OTHERS, "name": "Anden Kommune", "cvr": f"{fake.CVR}9"})
    assert fetch(a_client(kitos), fake.CVR).organisation["name"] == "Eksempel Kommune"
    kitos.organizations.append({"uuid": fake.OTHERS, "name": "Dublet", "cvr": fake.CVR})
    with pytest.raises(Refused) as stop:
        fetch(a_client(kitos), fake.CVR)
    assert (stop.value.code, stop.value.facts["count"]) == ("kitos.organisation", 2)
    with pytest.raises(Refused):
        fetch(a_client(kitos), "11111111")


def test_another_municipalitys_systems_stay_out_whatever_kitos_tells(kitos: fake.Kitos) -> None:
    kitos.leaks = [fake.a_usage(77, organizationContext={"uuid": fake.OTHERS, "name": "Anden Kommune"})]
    told = fetch(a_client(kitos), fake.CVR)
    assert len(told.rows["usages"]) == 3
    assert [fault.because for fault in told.faults if fault.place == "organizationContext"] == [
        "hører til en anden organisation"
    ]


def test_cpr_numbers_are_gone_before_anybody_sees_them(kitos: fake.Kitos) -> None:
    kitos.usages[0]["general"]["notes"] = "Spørg 010170-1234 om det"
    kitos.usages[0]["gdpr"]["personnummer"] = "0101701234"
    told = fetch(a_client(kitos), fake.CVR)
    assert "1234" not in str([told.rows["usages"], told.faults]).replace("12345678", "")
    assert told.rows["usages"][0]["general"]["notes"] == "Spørg (fjernet) om det"
    assert told.users == {fake.ANNA: ("Anna Eksempel", "anna@example.dk")}
    assert any("general.notes" in fault.place for fault in told.faults)


def test_a_later_run_asks_for_what_has_changed_and_for_what_is_gone(kitos: fake.Kitos) -> None:
    first = fetch(a_client(kitos), fake.CVR)
    kitos.asked.clear()
    kitos.usages.append(fake.a_usage(4, lastModified="2026-11-02T00:00:00Z"))
    kitos.systems.append(fake.a_system(4, lastModified="2020-01-01T00:00:00Z"))
    kitos.delete(2)
    later = fetch(
        a_client(kitos),
        fake.CVR,
        cursors=first.cursors,
        full=False,
        known_systems={fake.an_id("system", n) for n in (1, 2, 3)},
    )
    assert not later.full
    # The changed one, and those within the overlap of the newest that was known.
    assert fake.an_id("usage", 4) in {row["uuid"] for row in later.rows["usages"]}
    assert fake.an_id("system", 4) in {row["uuid"] for row in later.rows["systems"]}, "asked for by itself"
    assert ("ItSystemUsage", fake.an_id("usage", 2)) in later.deleted
    assert any("changedSinceGtEq=2026-09-02T11%3A40%3A10Z" in path for path in kitos.asked)

"""A run of Kitos: whole or not at all, the same twice is nothing, and nobody's work is lost when Kitos loses a system."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.test import override_settings

from styrehjul.audit.models import Event
from styrehjul.imports import kitos_worker
from styrehjul.imports.actions.kitos import (
    ask_kitos,
    carry_out_kitos,
    change_kitos_settings,
    fail_kitos,
    see_gone,
    settle_kitos,
    start_kitos,
    tie_object,
)
from styrehjul.imports.models import KitosObject, KitosRun
from styrehjul.imports.reading.kitos import gone_objects, kitos_settings, known_catalogue, waiting_objects
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import give_role
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Person
from styrehjul.systems.actions import create_system
from styrehjul.systems.kitos.client import Client, Limits
from styrehjul.systems.kitos.fetch import Told, fetch
from styrehjul.systems.models import System
from tests import kitos_server as fake
from tests.making import a_person, a_unit

pytestmark = pytest.mark.django_db
AT = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)


@pytest.fixture
def kitos() -> Iterator[fake.Kitos]:
    with fake.serving(fake.Kitos(5)) as served:
        change_kitos_settings(
            address=served.url,
            email=fake.EMAIL,
            cvr=fake.CVR,
            nightly=True,
            every_minutes=30,
            removal_percent=20,
            by=None,
            at=AT,
        )
        yield served


def told(kitos: fake.Kitos, *, full: bool = True) -> Told:
    client = Client(kitos.url, fake.EMAIL, fake.PASSWORD, limits=Limits(pause=0, read=2, waits=()))
    cursors = kitos_settings().cursors
    return fetch(client, fake.CVR, cursors=cursors, full=full, known_systems=known_catalogue())


def a_run(kitos: fake.Kitos, *, full: bool = True, at: datetime = AT, first: bool = True) -> KitosRun:
    run = ask_kitos(full=full, by=None, at=at)
    assert start_kitos(run, at=at)
    carry_out_kitos(run, told(kitos, full=full), at=at, by_operator=first)
    run.refresh_from_db()
    return run


def counts(run: KitosRun) -> dict[str, int]:
    return {name: number for name, number in run.counts["usage"].items() if number}


def test_the_first_run_is_seen_before_anything_is_written(kitos: fake.Kitos) -> None:
    run = a_run(kitos, first=False)
    assert (run.state, run.asks, counts(run)) == ("asks", "first", {"new": 5})
    assert (System.objects.count(), KitosObject.objects.count(), kitos_settings().cursors) == (0, 0, {})
    settle_kitos(run, accept=True, by=_admin(), at=AT)
    run.refresh_from_db()
    assert start_kitos(run, at=AT)
    carry_out_kitos(run, told(kitos), at=AT)
    assert System.objects.count() == 5


def _admin() -> Person:
    person = a_person("Ulla Administrator")
    give_role(person, Role.ADMINISTRATOR, start=AT.date(), by=None, at=AT)
    return person


def test_systems_units_and_owners_come_in_and_the_same_again_is_nothing(kitos: fake.Kitos) -> None:
    unit = a_unit("Sundhed og Omsorg")
    anna = a_person("Anna Eksempel")
    kitos.users[0]["email"] = anna.email.upper()
    run = a_run(kitos)
    assert (run.state, counts(run)) == ("done", {"new": 5})
    system = System.objects.get(name="Eksempel System 0001")
    assert (system.responsible_unit_id, system.owner_id) == (unit.pk, anna.pk)
    before, objects = Event.objects.count(), list(KitosObject.objects.order_by("pk").values())
    again = a_run(kitos)
    assert counts(again) == {"unchanged": 5}
    assert list(KitosObject.objects.order_by("pk").values()) == objects
    assert set(System.objects.values_list("version", flat=True)) == {1}
    assert set(Event.objects.order_by("pk").values_list("action", flat=True)[before:]) <= {
        "kitos.ask",
        "kitos.start",
        "kitos.done",
    }


def test_a_later_run_brings_what_is_new_changed_and_gone(kitos: fake.Kitos) -> None:
    a_run(kitos)
    owner = a_person("Ejer Jensen")
    System.objects.filter(name="Eksempel System 0002").update(owner=owner)
    kitos.usages[0] = fake.a_usage(1, lastModified="2026-11-02T00:00:00Z", general={"systemVersion": "2027.1"})
    kitos.systems.append(fake.a_system(6, lastModified="2020-01-01T00:00:00Z"))
    kitos.usages.append(fake.a_usage(6, lastModified="2026-11-02T00:00:00Z"))
    kitos.delete(2)
    run = a_run(kitos, full=False, at=AT + timedelta(hours=1))
    assert counts(run) == {"new": 1, "changed": 1, "removed": 1, "unchanged": 3}
    assert run.report["changed"] == [
        {"name": "Eksempel System 0001", "fields": [{"field": "version", "old": "2026.3", "new": "2027.1"}]}
    ]
    gone = gone_objects().get()
    assert gone.system is not None
    assert (gone.system.name, gone.system.owner_id) == ("Eksempel System 0002", owner.pk), "what is ours stays"
    see_gone(gone, by=_admin(), at=AT)
    assert not gone_objects().exists()
    kitos.usages.append(fake.a_usage(2, lastModified="2026-11-03T00:00:00Z"))
    back = a_run(kitos, full=False, at=AT + timedelta(hours=2))
    assert back.counts["usage"]["back"] == 1
    assert KitosObject.objects.get(pk=gone.pk).gone_at is None
    assert System.objects.count() == 6


def test_two_full_runs_without_a_system_and_it_is_missing(kitos: fake.Kitos) -> None:
    a_run(kitos)
    del kitos.usages[4]
    assert counts(a_run(kitos)) == {"missed": 1, "unchanged": 4}
    assert not gone_objects().exists()
    assert counts(a_run(kitos)) == {"removed": 1, "unchanged": 4}
    assert gone_objects().get().gone_because == "missing"


def test_an_empty_register_never_empties_ours_without_a_person(kitos: fake.Kitos) -> None:
    a_run(kitos)
    usages, kitos.usages = kitos.usages, []
    run = a_run(kitos)
    assert (run.state, run.asks) == ("asks", "empty")
    assert ask_kitos(full=True, by=None, at=AT).pk == run.pk, "one at a time: that one waits for its answer"
    settle_kitos(run, accept=False, by=_admin(), at=AT)
    assert not gone_objects().exists()
    assert not KitosObject.objects.filter(missed__gt=0).exists()
    kitos.usages = usages
    assert counts(a_run(kitos)) == {"unchanged": 5}
    kitos.usages = []
    run = a_run(kitos)
    settle_kitos(run, accept=True, by=_admin(), at=AT)
    assert start_kitos(run, at=AT)
    carry_out_kitos(run, told(kitos), at=AT)
    assert gone_objects().count() == 5
    with pytest.raises(Refused):
        settle_kitos(run, accept=True, by=_admin(), at=AT)


def test_a_failure_on_the_way_leaves_register_and_cursor_alone(kitos: fake.Kitos) -> None:
    a_run(kitos)
    cursors = kitos_settings().cursors
    for path in (
        "it-systems",
        "it-system-usages",
        "it-contracts",
        "data-processing",
        "organization-units",
        "deleted-entities",
    ):
        for answer in (fake.status(500), fake.html, fake.cut):
            kitos.usages[0]["general"]["systemVersion"] = path
            kitos.fail(path, answer)
            run = ask_kitos(full=True, by=None, at=AT)
            start_kitos(run, at=AT)
            with pytest.raises(Refused):
                told(kitos)
            fail_kitos(run, message="x", at=AT)
    assert kitos_settings().cursors == cursors
    assert set(System.objects.values_list("version", flat=True)) == {1}


def test_a_run_whose_worker_died_is_begun_anew(kitos: fake.Kitos) -> None:
    run = ask_kitos(full=True, by=None, at=AT)
    assert start_kitos(run, at=AT)
    assert not start_kitos(run, at=AT + timedelta(minutes=5))
    assert start_kitos(run, at=AT + timedelta(hours=1))
    run.refresh_from_db()
    assert run.message.startswith("En tidligere hentning blev afbrudt")


def test_a_field_that_cannot_be_read_stays_as_it_was(kitos: fake.Kitos) -> None:
    a_run(kitos)
    kitos.usages[0] = fake.a_usage(1, general={"systemVersion": {"odd": True}, "localCallName": "Nyt kald"})
    run = a_run(kitos)
    said = KitosObject.objects.get(kind="usage", uuid=fake.an_id("usage", 1)).said
    assert (said["version"], said["short_name"]) == ("2026.3", "Nyt kald")
    assert [fault["place"] for fault in run.report["faults"]] == [
        "/api/v2/organizations/0c2b6d0e-5f0a-4c5e-9b1f-1a3f0e7d1007/users, side 0, nr. 1.cprNumber",
        "u.general.systemVersion",
    ]


def test_a_system_that_somebody_wrote_in_is_asked_about(kitos: fake.Kitos) -> None:
    mine = create_system(name="eksempel system 0001", by=None, at=AT)
    other = create_system(name="Eksempel System 0002", by=None, at=AT)
    run = a_run(kitos)
    assert sorted(run.report["same"]) == ["Eksempel System 0002", "eksempel system 0001"]
    first, second = waiting_objects()
    assert tie_object(first, same=True, by=_admin(), at=AT).pk == mine.pk
    apart = tie_object(second, same=False, by=_admin(), at=AT)
    assert apart.pk != other.pk
    assert apart.name == "Eksempel System 0002 (EOJ)"
    a_run(kitos)
    apart.refresh_from_db()
    assert apart.name == "Eksempel System 0002 (EOJ)"
    assert System.objects.count() == 6


def test_two_systems_of_one_name_are_both_there(kitos: fake.Kitos) -> None:
    kitos.usages[1]["systemContext"]["name"] = "Eksempel System 0001"
    a_run(kitos)
    assert sorted(System.objects.values_list("name", flat=True))[:2] == [
        "Eksempel System 0001",
        "Eksempel System 0001 (EOJ)",
    ]
    assert counts(a_run(kitos)) == {"unchanged": 5}


@override_settings(KITOS_PASSWORD=fake.PASSWORD)
@pytest.mark.django_db(transaction=True)
def test_the_worker_asks_at_night_and_tells_what_stopped_it(kitos: fake.Kitos) -> None:
    with time_machine.travel(datetime(2026, 11, 24, 2, 30, tzinfo=UTC), tick=True):
        for _round in range(100):
            kitos_worker.run_once()
            if KitosRun.objects.filter(state="asks").exists():
                break
            kitos_worker._talks and kitos_worker._talks[0].thread.join(10)  # type: ignore[union-attr]
        run = KitosRun.objects.get()
        assert (run.state, run.by_id, run.full) == ("asks", None, True)
        settle_kitos(run, accept=True, by=_admin(), at=AT)
        kitos.fail("it-contracts", fake.html)
        kitos_worker.run_once()
        kitos_worker._talks[0].thread.join(10)  # type: ignore[union-attr]
        kitos_worker.run_once()
        run.refresh_from_db()
        assert run.state == "failed"
        assert "Svaret har ikke den ventede form: svaret er en webside" in run.message

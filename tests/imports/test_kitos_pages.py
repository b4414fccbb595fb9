"""Kitos on its page and by the command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import pytest
from django.core.management import call_command
from django.test import Client, override_settings

from styrehjul.imports import kitos_worker
from styrehjul.imports.models import KitosObject, KitosRun
from styrehjul.imports.reading.kitos import kitos_settings
from styrehjul.management.base import CommandRefused
from styrehjul.management.commands.import_ import Command
from styrehjul.people.domain.roles import Role
from styrehjul.systems.models import System
from tests import kitos_server as fake
from tests.making import a_municipality, a_person, signed_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def kitos() -> Iterator[fake.Kitos]:
    with fake.serving(fake.Kitos(4)) as served, override_settings(KITOS_PASSWORD=fake.PASSWORD):
        yield served


@pytest.fixture
def admin() -> Client:
    a_municipality()
    return signed_in(a_person("Ulla Administrator", role=Role.ADMINISTRATOR))


def connect(client: Client, kitos: fake.Kitos, **fields: Any) -> Any:
    values = {
        "address": kitos.url,
        "email": fake.EMAIL,
        "cvr": fake.CVR,
        "nightly": "on",
        "removal_percent": "20",
        **fields,
    }
    return client.post("/systemer/kitos/forbindelse/", values, follow=True)


def work() -> None:
    for _round in range(10):
        kitos_worker.run_once()
        for talk in kitos_worker._talks:
            assert talk.thread is not None
            talk.thread.join(20)
        if not KitosRun.objects.filter(state__in=("waiting", "running")).exists():
            return


def test_from_nothing_to_a_register_on_the_page(kitos: fake.Kitos, admin: Client) -> None:
    assert "Kitos er ikke forbundet" in admin.get("/systemer/kitos/").content.decode()
    assert connect(admin, kitos, cvr="1234").status_code == 422
    page = connect(admin, kitos)
    assert "Prøv forbindelsen" in page.content.decode()
    page = admin.post("/systemer/kitos/forbindelse/proev/", follow=True)
    assert "Forbindelsen virker: Eksempel Kommune har 4 systemer i Kitos." in page.content.decode()
    page = admin.post("/systemer/kitos/hent/", follow=True)
    assert "Hentningen venter på sin tur." in page.content.decode()
    work()
    run = KitosRun.objects.get()
    address = f"/systemer/kitos/hentning/{run.uuid}/"
    assert "Kitos: se listen, før den skrives" in admin.get("/").content.decode()
    page = admin.get(address)
    assert "Det er første gang" in page.content.decode()
    assert "Systemer: 4 nye" in page.content.decode()
    assert System.objects.count() == 0
    admin.post(f"{address}svar/", {"svar": "ja"}, follow=True)
    work()
    assert System.objects.count() == 4
    assert "Systemer: 4 nye" in admin.get("/systemer/kitos/").content.decode()
    kitos.delete(2)
    admin.post("/systemer/kitos/hent/")
    work()
    assert "1 system er taget ud af Kitos" in admin.get("/").content.decode()
    gone = KitosObject.objects.get(kind="usage", gone_at__isnull=False)
    admin.post(f"/systemer/kitos/{gone.pk}/set/")
    assert "er taget ud af Kitos" not in admin.get("/").content.decode()


def test_a_connection_that_fails_says_what_to_do(kitos: fake.Kitos, admin: Client) -> None:
    connect(admin, kitos, email="en.anden@example.dk")
    page = admin.post("/systemer/kitos/forbindelse/proev/", follow=True).content.decode()
    assert "Kitos kender ikke e-mailen eller adgangskoden" in page
    kitos.fail("organizations", fake.html)
    connect(admin, kitos, version=str(kitos_settings().version))
    page = admin.post("/systemer/kitos/forbindelse/proev/", follow=True).content.decode()
    assert "Svaret har ikke den ventede form: svaret er en webside" in page


def test_nobody_else_comes_in(kitos: fake.Kitos, admin: Client) -> None:
    connect(admin, kitos)
    other = signed_in(a_person("En Medarbejder"))
    for address in ("", "forbindelse/"):
        assert other.get(f"/systemer/kitos/{address}").status_code == 403
    for address in ("hent/", "forbindelse/proev/"):
        assert other.post(f"/systemer/kitos/{address}").status_code == 403
    keeper = signed_in(a_person("Grethe Nielsen", role=Role.PORTFOLIO_ADMINISTRATOR))
    assert keeper.get("/systemer/kitos/").status_code == 200
    assert keeper.get("/systemer/kitos/forbindelse/").status_code == 403


def test_the_command_reads_it_all_and_says_so(
    kitos: fake.Kitos, admin: Client, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(CommandRefused):
        call_command(Command(), "kitos")
    connect(admin, kitos)
    call_command(Command(), "kitos", "--dry-run")
    assert "Systemer: 4 nye" in capsys.readouterr().out
    assert System.objects.count() == 0
    call_command(Command(), "kitos")
    assert System.objects.count() == 4
    kitos.delete(3)
    capsys.readouterr()
    call_command(Command(), "kitos", "--changes", "--json")
    document = json.loads(capsys.readouterr().out)
    assert (document["format"], document["written"]) == ("styrehjul.kitos/1", True)
    assert document["removed"] == [{"name": "Eksempel System 0003", "because": "deleted"}]
    kitos.usages = []
    with pytest.raises(CommandRefused):
        call_command(Command(), "kitos")
    assert KitosRun.objects.filter(state="asks").count() == 1

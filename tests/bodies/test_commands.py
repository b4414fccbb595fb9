"""The commands about the municipality, its kommissorium, administrators and the log: documents and exit statuses."""

from __future__ import annotations

import io
import json
import re
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from styrehjul.audit.models import Event
from styrehjul.bodies.models import Kommissorium, Municipality
from styrehjul.bodies.queries import municipality
from styrehjul.people import actions
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import Person, RoleHolding
from tests import making

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now", "ready", "open_connection")]


@pytest.fixture
def ready(monkeypatch: pytest.MonkeyPatch) -> None:
    """The test's own database is up to date; a command would look for its file."""
    monkeypatch.setattr("styrehjul.management.database.is_there", lambda: True)
    monkeypatch.setattr("styrehjul.management.database.bring_up_to_date", list)


@pytest.fixture
def open_connection(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command closes its connections at the end; here the test's transaction lives in one."""
    monkeypatch.setattr("django.db.connections.close_all", lambda: None)


def call(*words: str) -> tuple[int, str, str]:
    """Exit status, standard output and standard error of ./styrehjul <words>."""
    out, error, status = io.StringIO(), io.StringIO(), 0
    command = import_module(f"styrehjul.management.commands.{words[0]}").Command(stdout=out)
    with redirect_stdout(out), redirect_stderr(error):
        try:
            command.run_from_argv(["styrehjul", *words])
        except SystemExit as stop:
            status = int(stop.code or 0)
    return status, out.getvalue(), error.getvalue()


def document(*words: str) -> tuple[int, dict[str, Any]]:
    status, out, _error = call(*words)
    return status, json.loads(out)


class TestInit:
    def test_makes_an_empty_municipality_and_one_address(self) -> None:
        status, out, _error = call(
            "init", "--kommissorium", str(making.NORDDJURS), "--from", "2027-01-01", "--in-use-from", "2027-06-01",
            "--name", "Prøve Kommune", "--admin", "ada@proeve.example",
        )  # fmt: skip
        assert status == 0
        assert re.fullmatch(r"http://127\.0\.0\.1:8000/start/adgang/[\w-]{43}/", out.strip())
        here = municipality()
        assert (here.name, here.in_use_from) == ("Prøve Kommune", date(2027, 6, 1))
        token = out.strip().split("/")[-2]
        user = actions.use_address(token, password="en lang sætning om hjul", at=making.NOW)
        assert RoleHolding.objects.get(person=user.person).role == Role.ADMINISTRATOR.value

    def test_in_use_from_is_today_when_nothing_is_said(self) -> None:
        assert call("init", "--kommissorium", str(making.NORDDJURS), "--from", "2027-01-01")[0] == 0
        assert (municipality().in_use_from, municipality().name) == (making.TODAY, "Norddjurs Kommune")
        assert not Person.objects.exists()

    def test_is_refused_where_a_municipality_is(self) -> None:
        making.a_municipality()
        status, _out, error = call("init", "--kommissorium", str(making.NORDDJURS), "--from", "2027-01-01")
        assert (status, "allerede en kommune" in error) == (1, True)

    @pytest.mark.parametrize("more", [[], ["--from", "2027-01-01", "--admin", "ikke en adresse"]])
    def test_what_is_refused_leaves_nothing_behind(self, more: list[str]) -> None:
        assert call("init", "--kommissorium", str(making.NORDDJURS), *more)[0] == 1
        assert not Municipality.objects.exists()
        assert not Event.objects.exists()

    def test_a_file_that_is_not_there_is_wrong_use(self) -> None:
        assert call("init", "--kommissorium", "findes-ikke.toml")[0] == 2
        assert call("init")[0] == 2


class TestKommissorium:
    def test_check_counts_bodies_and_seats(self) -> None:
        status, found = document("kommissorium", "check", str(making.NORDDJURS), "--json")
        assert status == 0
        assert found["format"] == "styrehjul.kommissorium-check/1"
        assert (found["bodies"], found["seats"], found["applies_from"]) == (2, 10, None)
        assert {row["code"] for row in found["warnings"]} >= {"applies_from.unset"}

    def test_check_names_file_line_and_key(self, tmp_path: Path) -> None:
        file = tmp_path / "fejl.toml"
        file.write_bytes(making.NORDDJURS.read_bytes().replace(b"pr_aar = 4", b"pr_aarr = 4", 1))
        line = file.read_text(encoding="utf-8").split("pr_aarr")[0].count("\n") + 1
        status, found = document("kommissorium", "check", str(file), "--json")
        assert (status, found["format"]) == (1, "styrehjul.error/1")
        assert f"{file}:{line}" in {row["path"] for row in found["error"]}
        assert "pr_aarr" in str(found["error"])

    def test_show_is_accepted_and_equal(self, tmp_path: Path) -> None:
        making.a_municipality()
        status, out, _error = call("kommissorium", "show")
        assert status == 0
        file = tmp_path / "vist.toml"
        file.write_text(out, encoding="utf-8")
        assert call("kommissorium", "check", str(file))[0] == 0
        assert document("kommissorium", "diff", str(file), "--json")[1]["changes"] == []
        status, out, error = call("kommissorium", "apply", str(file))
        assert (status, "Ingen forskel" in out) == (0, True), error
        assert Kommissorium.objects.count() == 1

    def test_diff_says_in_words_what_would_change(self, tmp_path: Path) -> None:
        making.a_municipality()
        file = tmp_path / "ny.toml"
        seat = b'[[organ.plads]]\nnoegle = "kommunaldirektoer"\ntitel = "Kommunaldirekt\xc3\xb8r"\n\n[[organ.plads]]\n'
        file.write_bytes(making.NORDDJURS.read_bytes().replace(b"[[organ.plads]]\n", seat, 1))
        status, found = document("kommissorium", "diff", str(file), "--json")
        assert status == 0
        assert found["from"] == {
            "name": "Kommissorium for den tværgående digitaliseringsorganisation", "version": None,
            "applies_from": "2027-01-01",
        }  # fmt: skip
        assert [row["kind"] for row in found["changes"]] == ["added"]
        assert "plads mere" in found["changes"][0]["text"]

    def test_apply_puts_in_force_from_the_date(self) -> None:
        making.a_municipality()
        words = ("kommissorium", "apply", str(making.EXAMPLE), "--decision", "Byrådet 1. juni")
        status, found = document(*words, "--from", "2028-01-01", "--json")
        assert (status, bool(found["changes"])) == (0, True)
        version = Kommissorium.objects.get(number=2)
        assert (version.applies_from, version.decision) == (date(2028, 1, 1), "Byrådet 1. juni")
        assert document(*words, "--from", "2028-02-01", "--json") == (0, found | {
            "changes": [], "from": found["from"] | {
                "name": version.name, "version": document("kommissorium", "check", str(making.EXAMPLE), "--json")[1]["version"],
                "applies_from": "2028-01-01",
            },
        })  # fmt: skip

    def test_a_date_before_is_refused_with_its_sentence(self) -> None:
        making.a_municipality()
        status, _out, error = call("kommissorium", "apply", str(making.EXAMPLE), "--from", "2026-01-01")
        assert status == 1
        assert "1. januar 2027" in error

    def test_wrong_use(self) -> None:
        assert call("kommissorium")[0] == 2
        assert call("kommissorium", "vend")[0] == 2
        assert call("kommissorium", "apply", str(making.NORDDJURS), "--from", "i morgen")[0] == 2


class TestAdmin:
    def test_a_new_address_for_an_administrator(self) -> None:
        cast = making.a_cast(areas=1)
        making.a_user(cast.ada)
        status, out, _error = call("admin", cast.ada.email)
        assert (status, "/start/adgang/" in out) == (0, True)
        assert Event.objects.filter(action="account.address", object_uuid=str(cast.ada.uuid)).exists()

    def test_not_for_others_while_somebody_can_sign_in(self) -> None:
        cast = making.a_cast(areas=1)
        making.a_user(cast.ada)
        status, _out, error = call("admin", cast.olga.email)
        assert (status, "er ikke administrator" in error) == (1, True)
        assert not RoleHolding.objects.filter(person=cast.olga).exists()

    def test_where_nobody_can_sign_in_the_person_becomes_one(self) -> None:
        making.a_municipality()
        assert call("admin", "ny@norddjurs.example")[0] == 0
        assert RoleHolding.objects.get().person.email == "ny@norddjurs.example"


class TestAudit:
    def test_a_whole_chain(self) -> None:
        making.a_municipality()
        status, found = document("audit", "verify", "--json")
        assert status == 0
        assert found["events"] == Event.objects.count()
        assert found["anchor_found"] is None
        assert document("audit", "verify", "--anchor", found["head"], "--json")[1]["anchor_found"] is True
        status, error = document("audit", "verify", "--anchor", "0" * 64, "--json")
        assert (status, error["error"][0]["code"]) == (1, "audit.anchor")

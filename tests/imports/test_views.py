"""From file to register on the pages, and by the command: the same code and the same answers."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from styrehjul.documents.models import StoredFile
from styrehjul.management.commands.import_ import Command
from styrehjul.people.actions import give_role
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OrgUnit
from styrehjul.portfolio import actions
from styrehjul.portfolio.models import Project
from tests.imports.sheets import NATIONAL, a_csv, a_workbook
from tests.portfolio.town import AT, START, Town, a_town, sign_in
from tests.sending import FormClient

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


@pytest.fixture
def anna(client: Client, town: Town, settings: Any) -> Client:
    settings.DEMO = True
    sign_in(client, town.anna)
    return client


def send(client: Client, data: bytes, name: str = "projekter.csv", slug: str = "projekter") -> Any:
    return client.post(
        f"/start/import/{slug}/", {"_key": str(uuid4()), "file": SimpleUploadedFile(name, data)}, follow=True
    )


def text_of(response: Any) -> str:
    return " ".join(response.content.decode().split())


class TestPages:
    def test_upload_preview_confirm(self, anna: Client) -> None:
        shown = send(anna, NATIONAL.read_bytes(), "national.csv")
        assert "84 rækker: 84 oprettes." in text_of(shown)
        assert not Project.objects.exists()
        address = shown.redirect_chain[-1][0]
        done = anna.post(address, {"_key": str(uuid4()), "shown": shown.context["shown"]}, follow=True)
        assert (Project.objects.count(), done.redirect_chain[-1][0][:22]) == (84, "/start/import/koersel/")
        assert "Fortryd indlæsningen" in done.content.decode()
        assert "Intet nyt i filen" in text_of(anna.get(address))

    def test_errors_stand_with_their_cells_and_rows_may_be_left_out(self, anna: Client) -> None:
        data = a_workbook(Ark1=[["Navn", "Slut"], ["Godt", "2027"], ["Dårligt", "efterår"]])
        shown = send(anna, data, "liste.xlsx")
        page = text_of(shown)
        assert "<strong>Ark1!B3</strong> “efterår” er ikke en dato." in page
        assert "Læs ind</button>" not in page
        address = shown.redirect_chain[-1][0]
        again = anna.get(f"{address}?spring=3&category=lokal")
        assert "1 oprettes og 1 sprunget over af dig" in text_of(again)
        sent = {"_key": str(uuid4()), "shown": again.context["shown"], "spring": "3", "category": "lokal"}
        anna.post(address, sent)
        assert list(Project.objects.values_list("title", "category")) == [("Godt", "local")]

    def test_one_row_is_a_row_and_what_is_done_is_said_as_done(self, anna: Client) -> None:
        shown = send(anna, a_csv([["Navn"], ["Aula"]]))
        assert "1 række: 1 oprettes." in text_of(shown)
        address = shown.redirect_chain[-1][0]
        done = anna.post(
            address, {"_key": str(uuid4()), "shown": shown.context["shown"], "category": "lokal"}, follow=True
        )
        assert "1 række: 1 oprettet." in text_of(done)

    def test_nothing_is_written_when_the_portfolio_has_moved_meanwhile(self, anna: Client, town: Town) -> None:
        shown = send(anna, a_csv([["Navn", "Område"], ["Aula", "Skoler"]]))
        actions.propose_project(title="Aula", lead_area=town.schools, purpose="x", by=town.mette, at=AT)
        answer = anna.post(shown.redirect_chain[-1][0], {"_key": str(uuid4()), "shown": shown.context["shown"]})
        assert (answer.status_code, Project.objects.count()) == (409, 1)
        assert "Noget er ændret, siden du så listen" in text_of(answer)

    def test_a_cpr_number_is_stopped_at_the_door_and_not_kept(self, anna: Client) -> None:
        answer = send(anna, a_csv([["Navn"], ["Sag om 010170-1234"]]))
        assert answer.status_code == 409
        assert "A2 ser ud til at indeholde et CPR-nummer" in text_of(answer)
        assert "010170" not in text_of(answer)
        assert not StoredFile.objects.exists()

    def test_a_file_that_is_not_what_its_name_says(self, anna: Client) -> None:
        answer = send(anna, b"%PDF-1.7 not a sheet", "liste.xlsx")
        assert answer.status_code == 409
        assert not StoredFile.objects.exists()

    def test_unicode_text_from_excel_and_a_coded_name_are_read(self, anna: Client) -> None:
        shown = send(anna, "Navn;Område\r\nBørneplan;Skoler\r\n".encode("utf-16"), "B%C3%B8rn%20og%20unge.csv")
        assert shown.context["plan"].counts["create"] == 1
        assert "Børn og unge.csv" in text_of(shown)
        assert StoredFile.objects.get().name == "Børn og unge.csv"

    def test_only_for_those_who_may_and_only_ones_own_file(self, anna: Client, town: Town) -> None:
        assert anna.get("/start/import/organisation/").status_code == 403
        assert anna.get("/start/import/hunde/").status_code == 404
        address = send(anna, a_csv([["Navn"], ["Et"]])).redirect_chain[-1][0]
        other = FormClient()
        give_role(town.olga, Role.PORTFOLIO_ADMINISTRATOR, start=START, by=None, at=AT)
        sign_in(other, town.olga)
        assert other.get(address).status_code == 404
        nobody = FormClient()
        sign_in(nobody, town.mette)
        assert nobody.get("/start/import/projekter/").status_code == 403
        assert "Du kan ikke læse filer ind" in text_of(nobody.get("/start/import/"))


class TestCommand:
    def call(self, capsys: Any, *arguments: str) -> tuple[int, Any, str]:
        status = 0
        try:
            Command().run_from_argv(["styrehjul", "import", *arguments])
        except SystemExit as stop:
            status = int(stop.code or 0)
        out, err = capsys.readouterr()
        return status, json.loads(out) if out.startswith("{") else out, err

    @pytest.fixture(autouse=True)
    def same_connection(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """The command closes its connections when it leaves; the test's own must stay."""
        from django.db import connections

        monkeypatch.setattr(connections, "close_all", lambda: None)

    def test_the_document_counts_every_row(self, town: Town, capsys: Any) -> None:
        status, document, _err = self.call(capsys, "projects", str(NATIONAL), "--dry-run", "--json")
        assert (status, document["format"], document["dry_run"], document["written"]) == (
            0, "styrehjul.import/1", True, False,
        )  # fmt: skip
        assert (document["rows"], sum(document["counts"].values()), document["counts"]["create"]) == (84, 84, 84)
        assert document["lines"][0]["changes"][1:5] == [
            {"field": "category", "old": None, "new": "national"},
            {"field": "external_owner", "old": None, "new": "FM, EVM, JM, SKM, MFVM, BM, KL og Danske Regioner"},
            {"field": "programme", "old": None, "new": "Fællesoffentlig digitaliseringsstrategi 2016-2020"},
            {"field": "planned_start", "old": None, "new": "2016-01-01"},
        ]
        assert not Project.objects.exists()
        status, document, _err = self.call(capsys, "projects", str(NATIONAL), "--json")
        assert (document["written"], Project.objects.count()) == (True, 84)
        status, document, _err = self.call(capsys, "projects", str(NATIONAL), "--json")
        assert (document["written"], document["counts"]["unchanged"], Project.objects.count()) == (False, 84, 84)

    def test_errors_give_the_document_and_status_1(self, town: Town, capsys: Any, tmp_path: Path) -> None:
        file = tmp_path / "fejl.csv"
        file.write_bytes(a_csv([["Navn", "Slut"], ["Godt", ""], ["Dårligt", "efterår"]]))
        status, document, err = self.call(capsys, "projects", str(file), "--json")
        assert (status, document["format"], document["written"]) == (1, "styrehjul.import/1", False)
        assert document["lines"][1]["errors"][0]["path"] == "B3"
        assert "B3: “efterår” er ikke en dato." in err
        status, document, _err = self.call(capsys, "projects", str(file), "--json", "--skip", "3")
        assert (status, document["counts"]["skipped"], Project.objects.count()) == (0, 1, 1)

    def test_a_cpr_number_is_an_error_document_without_the_number(
        self, town: Town, capsys: Any, tmp_path: Path
    ) -> None:
        file = tmp_path / "cpr.csv"
        file.write_bytes(a_csv([["Navn"], ["010170-1234"]]))
        status, document, err = self.call(capsys, "projects", str(file), "--json")
        assert (status, document["format"], document["error"][0]["path"]) == (1, "styrehjul.error/1", "A2")
        assert "0101" not in json.dumps(document) + err

    def test_values_for_the_whole_file_and_wrong_use(self, town: Town, capsys: Any, tmp_path: Path) -> None:
        file = tmp_path / "et.csv"
        file.write_bytes(a_csv([["Navn"], ["Et"]]))
        assert (
            self.call(capsys, "projects", str(file), "--set", "område=Skoler", "--set", "kategori=tværgående")[0] == 0
        )
        assert Project.objects.get().lead_area == town.schools
        assert self.call(capsys, "projects", str(file), "--set", "farve=rød")[0] == 2
        assert self.call(capsys, "projects", str(file), "--skip", "fra 3")[0] == 2
        assert self.call(capsys, "projects", str(tmp_path / "ingen.csv"))[0] == 2
        assert self.call(capsys, "hunde", str(file))[0] == 2

    def test_organisation_from_the_command(self, town: Town, capsys: Any, tmp_path: Path) -> None:
        file = tmp_path / "org.xlsx"
        file.write_bytes(a_workbook(Enheder=[["Enhed", "Overordnet", "Type"], ["Jura", "", "Afdeling"]]))
        assert self.call(capsys, "organisation", str(file))[0] == 0
        assert OrgUnit.objects.filter(name="Jura", kind="department").exists()

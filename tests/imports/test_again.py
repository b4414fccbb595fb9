"""The same list again: what both sides have changed, the list's own marks, the way back, and large files."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from styrehjul.audit.unit import run
from styrehjul.imports import tasks
from styrehjul.imports.actions import carry_out, save_profile, undo_run
from styrehjul.imports.domain.lines import Plan
from styrehjul.imports.models import ImportProfile, ImportRun
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio import actions
from styrehjul.portfolio.exports import portfolio_file
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.lists import rows_on
from tests.imports.sheets import a_csv
from tests.portfolio.town import AT, Town, a_proposal, a_town, an_active, sign_in
from tests.sending import FormClient

pytestmark = pytest.mark.django_db
ON = AT.date()
LATER = AT + timedelta(hours=2)


@pytest.fixture(autouse=True)
def clock() -> Iterator[None]:
    with time_machine.travel(LATER, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def asked(data: bytes, **more: Any) -> Asked:
    return Asked("projects", "liste.csv", data, **more)


def planned(data: bytes, **more: Any) -> Plan:
    return plan_of(asked(data, **more), ON)


def read_in(data: bytes, at: Any = AT, by: Any = None, **more: Any) -> Plan:
    return run(lambda: carry_out(asked(data, **more), by=by, at=at))


def fates(plan: Plan) -> list[str]:
    return [line.fate.value for line in plan.lines]


def a_list(gain: str = "Ro", cost: str = "100") -> bytes:
    return a_csv([["Navn", "Område", "Gevinst", "Økonomi (1.000 kr.)"], ["Aula", "Skoler", gain, cost]])


class TestBothSides:
    def test_what_only_the_file_has_changed_is_written(self, town: Town) -> None:
        read_in(a_list())
        assert fates(read_in(a_list(gain="Færre opkald"), LATER)) == ["update"]
        assert Project.objects.get().gain == "Færre opkald"

    def test_an_old_file_never_undoes_what_was_written_here(self, town: Town) -> None:
        read_in(a_list())
        actions.change_project(Project.objects.get(), by=town.anna, at=LATER, gain="Tid til børnene")
        assert fates(read_in(a_list(), LATER)) == ["unchanged"]
        assert Project.objects.get().gain == "Tid til børnene"

    def test_both_have_changed_the_same_field(self, town: Town) -> None:
        read_in(a_list())
        actions.change_project(Project.objects.get(), by=town.anna, at=LATER, gain="Tid til børnene")
        data = a_list(gain="Færre opkald", cost="250")
        plan = planned(data)
        assert fates(plan) == ["conflict"]
        assert "“Færre opkald”, her “Tid til børnene”" in plan.errors[0].message
        with pytest.raises(Refused, match=r"import\.not_ready"):
            read_in(data, LATER)
        ours = read_in(data, LATER, decided={2: "ours"})
        assert fates(ours) == ["update"]
        project = Project.objects.get()
        assert (project.gain, project.cost_tdkk) == ("Tid til børnene", Decimal(250))
        # It was settled: the same file is no conflict any more.
        assert fates(planned(data)) == ["unchanged"]

    def test_the_files_word_when_the_person_says_so(self, town: Town) -> None:
        read_in(a_list())
        actions.change_project(Project.objects.get(), by=town.anna, at=LATER, gain="Tid til børnene")
        read_in(a_list(gain="Færre opkald"), LATER, decided={2: "file"})
        assert Project.objects.get().gain == "Færre opkald"

    def test_an_export_remembers_what_it_was_written_from(self, town: Town) -> None:
        project = an_active(town, title="Aula", gain="Ro")
        file = portfolio_file("csv", rows_on([project], ON), ON, at=LATER).content
        after = LATER + timedelta(minutes=5)
        actions.change_project(project, by=town.anna, at=after, gain="Tid til børnene", users="Lærere")
        theirs = file.decode("utf-8-sig").replace(";Ro;", ";Færre opkald;")
        plan = planned(theirs.encode())
        assert fates(plan) == ["conflict"]
        assert [change.name for change in plan.lines[0].changes] == ["gain"]
        assert fates(planned(file)) == ["unchanged"]


class TestWhoIsWho:
    def test_a_nearly_equal_name_is_asked_about_and_decided(self, town: Town) -> None:
        project = a_proposal(town, title="Digital byggesagsbehandling", lead_area=town.schools)
        data = a_csv([["Navn", "Område"], ["Digital byggesagsbehandlng", "Skoler"]])
        plan = planned(data)
        assert (fates(plan), plan.lines[0].same) == (["possible_duplicate"], project.number)
        assert fates(planned(data, decided={2: "new"})) == ["create"]
        same = planned(data, decided={2: project.number})
        assert (fates(same), same.lines[0].record) == (["update"], project.pk)

    def test_phase_one_and_phase_two_are_two_projects(self, town: Town) -> None:
        a_proposal(town, title="Fælles sprog fase 1", lead_area=town.schools)
        assert fates(planned(a_csv([["Navn", "Område"], ["Fælles sprog fase 2", "Skoler"]]))) == ["create"]

    def test_the_lists_own_numbers_follow_a_project_that_was_renamed(self, town: Town) -> None:
        profile = save_profile(
            name="Digitaliseringslisten", columns={"Lb": "", "Navn": "title", "Område": "lead_area"}, key_column="Lb",
            by=town.anna, at=AT,
        )  # fmt: skip
        first = {"key_column": "Lb", "profile": profile.pk, "columns": profile.columns}
        read_in(a_csv([["Lb", "Navn", "Område"], ["17", "Aula", "Skoler"]]), **first)
        renamed = a_csv([["Lb", "Navn", "Område"], ["17", "Aula i dagtilbud", "Skoler"]])
        assert fates(planned(renamed)) == ["create"]
        assert fates(read_in(renamed, LATER, **first)) == ["update"]
        assert Project.objects.get().title == "Aula i dagtilbud"

    def test_those_that_are_not_in_the_file_are_listed_and_left(self, town: Town) -> None:
        project = a_proposal(town, title="Byg")
        plan = read_in(a_list())
        assert plan.absent == (project.number,)
        assert Project.objects.count() == 2


class TestTheWayBack:
    def test_all_of_it_is_undone(self, town: Town) -> None:
        there = a_proposal(town, title="Byg", lead_area=town.care, gain="Ro")
        before = (Project.objects.count(), there.title, there.gain)
        data = a_csv([["Navn", "Område", "Gevinst", "Projektleder"], ["Byg", "Sundhed og Omsorg", "Fart", "Lis Krogh"], ["Aula", "Skoler", "", "Mette Lund"]])  # fmt: skip
        read_in(data, LATER)
        made = Project.objects.get(title="Aula").number
        assert there.roles.get(kind="manager", end=None).person == town.lis
        undo_run(ImportRun.objects.get(), by=town.anna, at=LATER + timedelta(minutes=1))
        there.refresh_from_db()
        assert (Project.objects.count(), there.title, there.gain) == before
        assert there.roles.get(kind="manager", end=None).person == town.mette
        # The number that was given is never given again.
        assert a_proposal(town, title="Nyt").number > made
        with pytest.raises(Refused, match=r"import\.nothing_to_undo"):
            undo_run(ImportRun.objects.get(), by=town.anna, at=LATER)

    def test_not_when_a_row_was_edited_and_it_says_which(self, town: Town) -> None:
        read_in(a_list())
        actions.change_project(Project.objects.get(), by=town.anna, at=LATER, gain="x")
        with pytest.raises(Refused) as caught:
            undo_run(ImportRun.objects.get(), by=town.anna, at=LATER)
        assert (caught.value.code, caught.value.facts) == ("import.edited", {"row": 2, "project": "Aula"})
        assert Project.objects.count() == 1

    def test_the_next_file_meets_nothing_of_what_was_undone(self, town: Town) -> None:
        read_in(a_list())
        undo_run(ImportRun.objects.get(), by=town.anna, at=LATER)
        assert fates(read_in(a_list(), LATER)) == ["create"]


class TestPages:
    @pytest.fixture
    def anna(self, client: Client, town: Town, settings: Any) -> Client:
        settings.DEMO = True
        sign_in(client, town.anna)
        return client

    def send(self, client: Client, data: bytes) -> str:
        sent = {"_key": str(uuid4()), "file": SimpleUploadedFile("liste.csv", data)}
        answer = client.post("/start/import/projekter/", sent, follow=True)
        return str(answer.redirect_chain[-1][0])

    def test_a_list_without_known_headings_leads_to_its_columns(self, anna: Client) -> None:
        address = self.send(anna, a_csv([["Emne", "Hvem"], ["Aula", "Mette Lund"]]))
        assert address.endswith("/kolonner/")
        page = anna.get(address).content.decode()
        assert "Hvilken kolonne er projektets navn?" in page
        preview = anna.get(f"{address.removesuffix('kolonner/')}?k.Emne=title&k.Hvem=manager")
        assert preview.context["plan"].counts["create"] == 1

    def test_two_columns_with_one_heading_are_asked_about(self, anna: Client) -> None:
        rows = [["Navn", "Budget", "Note", "Budget", "Note"], ["Aula", "100", "a", "250", "b"]]
        address = self.send(anna, a_csv(rows))
        assert address.endswith("/kolonner/")
        assert "Vælg nedenfor, hvad hver af dem er: Budget." in anna.get(address).content.decode()
        preview = address.removesuffix("kolonner/")
        assert anna.get(preview).status_code == 302
        chosen = anna.get(
            preview, {"k.Navn": "title", "k.Budget": "-", "k.Budget (2)": "cost_tdkk", "e.Budget (2)": "tkr"}
        )
        changes = {change.name: change.new for change in chosen.context["plan"].lines[0].changes}
        assert changes["cost_tdkk"] == "250"

    def test_columns_are_kept_under_a_name_and_known_the_next_time(self, anna: Client) -> None:
        rows = [["Emne", "Hvem", "Hvornår"], ["Aula", "Mette Lund", "2027"]]
        address = self.send(anna, a_csv(rows)).removesuffix("kolonner/")
        chosen = {"k.Emne": "title", "k.Hvem": "manager", "k.Hvornår": "planned_end"}
        kept = anna.post(f"{address}profil/", {"_key": str(uuid4()), "navn": "Skolernes liste", **chosen}, follow=True)
        assert "Kolonnerne er læst som “Skolernes liste”" in " ".join(kept.content.decode().split())
        assert ImportProfile.objects.get().columns == {"Emne": "title", "Hvem": "manager", "Hvornår": "planned_end"}
        again = self.send(anna, a_csv([*rows, ["Byg", "Jonas Bak", "2028"]])).removesuffix("kolonner/")
        assert anna.get(again).context["plan"].counts["create"] == 2

    def test_saved_columns_are_deleted_until_a_file_was_read_by_them(self, anna: Client, town: Town) -> None:
        unused = save_profile(name="Fejl", columns={"Navn": "title"}, by=town.anna, at=AT)
        used = save_profile(name="Skolernes liste", columns={"Navn": "title"}, by=town.anna, at=AT)
        read_in(a_csv([["Navn"], ["Aula"]]), columns=used.columns, profile=used.pk)
        page = anna.get("/start/import/").content.decode()
        assert "“Skolernes liste” er brugt til en indlæsning." in page
        assert "Slet Fejl" in page
        assert "Slet Skolernes liste" not in page
        sign_in(other := FormClient(), town.lis)
        assert other.post("/start/import/", {"_key": str(uuid4()), "slet": unused.pk}).status_code == 403
        anna.post("/start/import/", {"_key": str(uuid4()), "slet": unused.pk})
        assert [profile.name for profile in ImportProfile.objects.all()] == ["Skolernes liste"]
        assert anna.post("/start/import/", {"_key": str(uuid4()), "slet": used.pk}).status_code == 409

    def test_the_owner_outside_is_said_once_for_the_national_ones(self, anna: Client) -> None:
        rows = [["Navn", "Kategori"], ["MitID", "National"], ["Hjørnet", "Lokal"], ["Vand", "Tværkommunal"]]
        address = self.send(anna, a_csv(rows))
        assert "Ejer uden for kommunen, for de nationale projekter" in anna.get(address).content.decode()
        said = anna.get(address, {"external_owner": "KL", "partners": "Randers, Syddjurs"})
        told = [(line.values["external_owner"], line.values["partners"]) for line in said.context["plan"].lines]
        assert told == [("KL", ""), ("", ""), ("", "Randers, Syddjurs")]
        assert 'name="external_owner" maxlength="200" value="KL"' in said.content.decode()

    def test_a_conflict_is_settled_on_the_page(self, anna: Client, town: Town) -> None:
        read_in(a_list())
        actions.change_project(Project.objects.get(), by=town.anna, at=LATER, gain="Tid")
        address = self.send(anna, a_list(gain="Færre opkald"))
        assert "Behold det, der står her" in anna.get(address).content.decode()
        settled = anna.get(f"{address}?afgoer.2=file")
        sent = {"_key": str(uuid4()), "shown": settled.context["shown"], "afgoer.2": "file"}
        anna.post(address, sent)
        assert Project.objects.get().gain == "Færre opkald"

    def test_a_large_file_is_left_to_the_worker_and_can_be_followed(
        self, anna: Client, monkeypatch: pytest.MonkeyPatch, transactional_db: None
    ) -> None:
        monkeypatch.setattr("styrehjul.imports.views.preview.AT_ONCE", 1)
        address = self.send(anna, a_csv([["Navn"], ["Et"], ["To"], ["Tre"]]))
        shown = anna.get(address).context["shown"]
        led = anna.post(address, {"_key": str(uuid4()), "shown": shown})
        assert (led.status_code, Project.objects.count()) == (302, 0)
        waiting = anna.get(led["Location"])
        assert "Filen venter på sin tur" in waiting.content.decode()
        assert tasks.run_once() == 1
        assert tasks.run_once() == 0
        done = anna.get(led["Location"])
        assert (Project.objects.count(), "Filen er læst ind" in done.content.decode()) == (3, True)
        anna.post(f"{led['Location']}fortryd/", {"_key": str(uuid4())})
        assert Project.objects.count() == 0

    def test_the_way_back_is_closed_with_its_reason_for_those_without_the_right_and_when_a_row_was_edited(
        self, anna: Client, town: Town
    ) -> None:
        address = self.send(anna, a_list())
        anna.post(address, {"_key": str(uuid4()), "shown": anna.get(address).context["shown"]})
        page = f"/start/import/koersel/{ImportRun.objects.get().uuid}/"
        assert f'action="{page}fortryd/"' in anna.get(page).content.decode()
        sign_in(other := FormClient(), town.lis)
        closed = other.get(page).content.decode()
        assert f'action="{page}fortryd/"' not in closed
        assert "aria-disabled" in closed
        actions.change_project(Project.objects.get(), by=town.anna, at=LATER, gain="x")
        told = anna.get(page).content.decode()
        assert f'action="{page}fortryd/"' not in told
        assert "Række 2, Aula, er ændret siden indlæsningen." in told

    def test_what_has_moved_meanwhile_stops_the_worker_whole(
        self, anna: Client, town: Town, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr("styrehjul.imports.views.preview.AT_ONCE", 0)
        address = self.send(anna, a_list())
        led = anna.post(address, {"_key": str(uuid4()), "shown": anna.get(address).context["shown"]})
        a_proposal(town, title="Aula", lead_area=town.schools)
        assert tasks.run_once() == 1
        assert Project.objects.count() == 1
        assert "Noget er ændret" in anna.get(led["Location"]).content.decode()


def test_days_of_a_project_that_is_over(town: Town) -> None:
    read_in(a_csv([["Navn", "Tilstand", "Slut"], ["Aula", "Afsluttet", "2020"]]))
    project = Project.objects.get()
    assert (project.state, project.actual_end) == ("closed", date(2020, 12, 31))

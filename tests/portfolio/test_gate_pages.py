"""The pages of the catalogue, of phases and of gates: who sees what, and that each form does what it says."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.phases import CriterionText
from styrehjul.portfolio.models import GatePassage, NationalProject, PhaseModel, Project, ProjectDocument
from styrehjul.portfolio.queries.phases import phases_of
from tests.making import signed_in
from tests.portfolio.test_catalogue import ENTRIES
from tests.portfolio.test_phases import four_phases, in_analysis
from tests.portfolio.town import AT, Town, a_town, an_active

pytestmark = pytest.mark.django_db
PAPER = b"Et nyt bord giver plads til to."


@pytest.fixture(autouse=True)
def clock(settings: Any) -> Iterator[None]:
    """The town's own day; signed in without a second factor, as in the demo."""
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield


@pytest.fixture
def town() -> Town:
    return a_town()


def as_(person: Any) -> Client:
    return signed_in(person)


def text(response: Any) -> str:
    shown: str = response.content.decode()
    return shown


class TestCatalogue:
    def test_one_click_fetches_it_and_the_list_says_what_stands_where(self, town: Town) -> None:
        anna = as_(town.anna)
        assert "Kataloget er ikke hentet endnu" in text(anna.get("/projekter/katalog/"))
        assert anna.post("/projekter/katalog/hent/").status_code == 302
        shown = text(anna.get("/projekter/katalog/?stand=not_assessed&q=fuldmagt"))
        assert NationalProject.objects.count() == 84
        assert "Digital fuldmagtsløsning" in shown
        assert "Mere sammenhængende digitale brugerrejser" not in shown
        assert as_(town.mette).post("/projekter/katalog/hent/").status_code == 403

    def test_an_entry_is_taken_in_from_its_page(self, town: Town) -> None:
        actions.load_catalogue(ENTRIES, file_name="k.csv", file_sha256="0", by=town.anna, at=AT)
        row = NationalProject.objects.get(number=1)
        anna = as_(town.anna)
        assert "Tag ind i porteføljen" in text(anna.get(row.get_absolute_url()))
        assert "Tag ind i porteføljen" not in text(as_(town.mette).get(row.get_absolute_url()))
        form = {
            "mandatory": "law", "reason": "Loven", "lead_area": town.care.pk, "manager_id": town.mette.pk,
            "version": row.version,
        }  # fmt: skip
        address = f"{row.get_absolute_url()}tag-ind/"
        assert anna.post(address, form | {"lead_area": ""}).status_code == 422
        done = anna.post(address, form)
        project = Project.objects.get(catalogue_entry=row)
        assert (done.status_code, done["Location"], project.state) == (302, project.get_absolute_url(), "approved")
        card = text(anna.get(project.get_absolute_url()))
        assert "Frist udefra" in card
        assert row.get_absolute_url() in card
        assert anna.post(address, form).status_code == 409

    def test_set_aside_and_taken_up_again(self, town: Town) -> None:
        actions.load_catalogue(ENTRIES, file_name="k.csv", file_sha256="0", by=town.anna, at=AT)
        row = NationalProject.objects.get(number=2)
        anna = as_(town.anna)
        aside = {"reason": "Har vi allerede", "review_on": "2099-01-01", "version": row.version}
        assert anna.post(f"{row.get_absolute_url()}ikke-relevant/", aside).status_code == 302
        assert "Ses på igen" in text(anna.get(row.get_absolute_url()))
        row.refresh_from_db()
        again = {"reason": "Ny lov", "version": row.version}
        assert anna.post(f"{row.get_absolute_url()}vurder-igen/", again).status_code == 302
        row.refresh_from_db()
        assert row.state == "under_assessment"

    def test_a_file_is_looked_at_first_and_a_wrong_one_writes_nothing(self, town: Town) -> None:
        anna = as_(town.anna)
        good = b"nr;navn;ejer\n1;Login;KL\n"
        looked = anna.post("/projekter/katalog/indlaes/", {"file": named(good), "look": "1"})
        assert "1 nye, 0 ændrede" in text(looked)
        assert not NationalProject.objects.exists()
        assert anna.post("/projekter/katalog/indlaes/", {"file": named(good), "load": "1"}).status_code == 302
        assert NationalProject.objects.get().name == "Login"
        wrong = anna.post("/projekter/katalog/indlaes/", {"file": named(b"nr;navn;ejer\nx;A;KL\n"), "load": "1"})
        assert (wrong.status_code, NationalProject.objects.count()) == (409, 1)

    def test_set_is_pressed_on_the_card(self, town: Town) -> None:
        actions.load_catalogue(ENTRIES, file_name="k.csv", file_sha256="0", by=town.anna, at=AT)
        project = actions.adopt_entry(
            NationalProject.objects.get(number=1), reason="Lov", mandatory="law", lead_area=town.care,
            manager_id=town.mette.pk, by=town.anna, at=AT,
        )  # fmt: skip
        newer = (replace(ENTRIES[0], owner="DIGST"), *ENTRIES[1:])
        actions.load_catalogue(newer, file_name="k2.csv", file_sha256="1", by=town.anna, at=AT)
        mette = as_(town.mette)
        assert "Ændret i kataloget" in text(mette.get(project.get_absolute_url()))
        assert mette.post(f"{project.get_absolute_url()}katalog/set/").status_code == 302
        assert "Ændret i kataloget" not in text(mette.get(project.get_absolute_url()))

    def test_the_list_asks_the_same_for_one_and_for_three(self, town: Town) -> None:
        anna = as_(town.anna)

        def asked() -> int:
            with CaptureQueriesContext(connection) as found:
                anna.get("/projekter/katalog/")
            return len(found)

        actions.load_catalogue(ENTRIES[:1], file_name="k.csv", file_sha256="0", by=town.anna, at=AT)
        anna.get("/projekter/katalog/")
        one = asked()
        actions.load_catalogue(ENTRIES, file_name="k.csv", file_sha256="1", by=town.anna, at=AT)
        # Whatever is kept on the page is worked out anew after a change.
        anna.get("/projekter/katalog/")
        assert asked() == one


def named(data: bytes, name: str = "katalog.csv") -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


class TestPhases:
    def test_the_suggestion_is_taken_copied_changed_and_taken_into_use(self, town: Town) -> None:
        anna = as_(town.anna)
        assert anna.post("/projekter/faser/", {"suggestion": "1"}).status_code == 302
        model = PhaseModel.objects.get(name="Kommunens projektmodel")
        copied = anna.post(f"{model.get_absolute_url()}ny-udgave/")
        draft = PhaseModel.objects.get(code=model.code, edition=2)
        assert copied["Location"] == draft.get_absolute_url()
        added = anna.post(draft.get_absolute_url(), {"add": "1", "name": "Pilot"})
        phase = phases_of(draft.pk)[-1]
        assert added["Location"].endswith(f"/{phase.pk}/")
        form = {
            "name": "Pilot", "description": "", "gate_name": "Fra pilot", "passer": "body", "blocks": "on",
            "version": phase.version, "d0_name": "Evaluering", "d0_for": "Styregruppen", "d0_demand": "required",
            "d1_demand": "required", "c0_text": "Virker det?", "c0_kind": "yes_no", "c0_blocking": "on", "c1_kind": "yes_no",
        }  # fmt: skip
        assert anna.post(added["Location"], form).status_code == 302
        phase = phases_of(draft.pk)[-1]
        assert (phase.gate.name, phase.gate.passer, phase.gate.criteria.get().blocking) == ("Fra pilot", "body", True)
        assert phase.documents.get().name == "Evaluering"
        assert anna.post(f"{added['Location']}op/").status_code == 302
        assert anna.post(f"{draft.get_absolute_url()}tag-i-brug/").status_code == 302
        model.refresh_from_db()
        assert model.state == "retired"
        assert as_(town.mette).get("/projekter/faser/").status_code == 403

    def test_running_projects_are_moved_by_the_page(self, town: Town) -> None:
        project = in_analysis(town)
        model = project.phase_model
        assert model is not None
        draft = actions.new_edition(model, by=town.anna, at=AT)
        actions.remove_phase(phases_of(draft.pk)[1], by=town.anna, at=AT)
        actions.take_into_use(draft, by=town.anna, at=AT)
        anna = as_(town.anna)
        address = f"{model.get_absolute_url()}flyt/"
        assert "Fra Analyse til" in text(anna.get(address))
        assert anna.post(address, {"phase_analyse": "", "reason": "Ny model"}).status_code == 422
        assert anna.post(address, {"phase_analyse": "udvikling", "reason": "Ny model"}).status_code == 302
        project.refresh_from_db()
        assert (project.phase_model, project.phase) == (draft, "udvikling")


class TestGate:
    def test_the_card_shows_the_line_and_the_way_to_the_gate(self, town: Town) -> None:
        project = in_analysis(town)
        card = text(as_(town.jonas).get(project.get_absolute_url()))
        assert 'aria-current="step">Analyse' in card
        assert "Efter idé: Passeret" in card
        assert "Business case" in card
        assert 'href="faseovergang/"' in card

    def test_the_manager_fills_the_sheet_and_the_owner_passes(self, town: Town) -> None:
        project = in_analysis(town, criteria=(CriterionText("Prøvet?", blocking=True),))
        key = phases_of(project.phase_model_id)[1].gate.criteria.get().pk
        address = f"{project.get_absolute_url()}faseovergang/"
        mette, jonas = as_(town.mette), as_(town.jonas)
        assert "Passér faseovergangen" not in text(mette.get(address))
        stopped = jonas.post(address, {"pass": "1", "outcome": "passed", "reason": "Nu"})
        assert stopped.status_code == 409
        assert "Prøvet?" in text(stopped)
        filled = mette.post(address, {"fill": "1", f"a{key}": "yes", f"t{key}": "I to teams"})
        assert filled.status_code == 302
        passing = {"pass": "1", "outcome": "passed_with_conditions", "conditions": "Find drift", "due": "2099-01-01"}
        assert jonas.post(address, passing).status_code == 422
        assert jonas.post(address, passing | {"reason": "Næsten"}).status_code == 302
        project.refresh_from_db()
        assert project.phase == "udvikling"
        assert GatePassage.objects.latest("pk").conditions.get().text == "Find drift"
        assert as_(town.olga).post(address, passing | {"reason": "Mig"}).status_code in (403, 409)

    def test_on_and_back_by_their_pages(self, town: Town) -> None:
        project = in_analysis(town)
        jonas = as_(town.jonas)
        base = f"{project.get_absolute_url()}fase/"
        assert "Gå videre til Udvikling" in text(jonas.get(f"{base}videre/"))
        assert jonas.post(f"{base}videre/", {"reason": "Købt færdigt"}).status_code == 302
        assert jonas.post(f"{base}tilbage/", {"phase": "ide", "reason": "Forfra"}).status_code == 302
        project.refresh_from_db()
        assert project.phase == "ide"
        assert jonas.get(f"{base}angiv/").status_code == 404
        assert as_(town.olga).get(f"{base}videre/").status_code == 403

    def test_a_document_comes_in_and_is_read_by_all(self, town: Town) -> None:
        project = in_analysis(town)
        mette = as_(town.mette)
        page = f"{project.get_absolute_url()}dokument/?navn=Business+case"
        assert 'value="Business case"' in text(mette.get(page))
        sent = mette.post(page, {"name": "Business case", "file": named(PAPER, "case.txt"), "note": "Første bud"})
        assert sent.status_code == 302
        row = ProjectDocument.objects.get()
        assert (row.edition, row.note) == (1, "Første bud")
        read = as_(town.olga).get(f"{project.get_absolute_url()}dokumenter/{row.pk}/fil/")
        assert (read.status_code, b"".join(read) if read.streaming else read.content) == (200, PAPER)
        bad = mette.post(page, {"name": "X", "file": named(b"MZ", "x.exe")})
        assert (bad.status_code, ProjectDocument.objects.count()) == (409, 1)

    def test_without_a_list_of_phases_the_card_is_silent(self, town: Town) -> None:
        project = an_active(town)
        assert "Projektets faser" not in text(as_(town.jonas).get(project.get_absolute_url()))
        four_phases(town)
        assert "Projektets faser" not in text(as_(town.jonas).get(project.get_absolute_url()))


def test_r57_a_national_project_demands_an_outside_owner_and_a_local_responsible(town: Town) -> None:
    """Given Anna, who administers the portfolio: neither a proposal nor an entry of the catalogue gets in without."""
    actions.load_catalogue(ENTRIES, file_name="k.csv", file_sha256="0", by=town.anna, at=AT)
    row = NationalProject.objects.get(number=1)
    anna = as_(town.anna)
    proposal = {"title": "Login", "purpose": "Ét login", "lead_area": town.care.pk, "category": "national"}
    assert anna.post("/projekter/nyt/", proposal).status_code == 422
    address = f"{row.get_absolute_url()}tag-ind/"
    form = {"mandatory": "law", "reason": "Loven", "lead_area": town.care.pk, "version": row.version}
    assert anna.post(address, form).status_code == 422
    assert not Project.objects.exists()
    assert anna.post(address, form | {"manager_id": town.mette.pk}).status_code == 302
    project = Project.objects.get()
    assert project.external_owner == "Digitaliseringsstyrelsen"
    card = text(anna.get(project.get_absolute_url()))
    assert "Mette Lund" in card
    assert project.title in text(anna.get("/projekter/?kategori=national"))
    assert project.title not in text(anna.get("/projekter/?kategori=cross"))

"""The three categories as people meet them: R57, R58, R59 and R61."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from styrehjul.portfolio.actions.phases import load_suggestion, set_phase_defaults
from styrehjul.portfolio.models import PhaseModel, Project
from tests.imports.sheets import a_workbook
from tests.portfolio.pages import text_of, titles
from tests.portfolio.town import AT, Town, a_town, an_active, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def town(settings: Any) -> Iterator[Town]:
    settings.DEMO = True
    with time_machine.travel(AT, tick=False):
        yield a_town()


def as_(town: Town, name: str) -> Client:
    client = Client()
    sign_in(client, getattr(town, name))
    return client


def sent(client: Client, url: str, **values: Any) -> Any:
    return client.post(url, {**values, "_key": str(uuid4())})


def a_sheet(client: Client, *rows: list[Any]) -> Any:
    """Read a workbook in as a person does: the file, the preview, the button."""
    file = SimpleUploadedFile("liste.xlsx", a_workbook(Ark1=rows))
    shown = client.post("/start/import/projekter/", {"file": file, "_key": str(uuid4())}, follow=True)
    address = shown.redirect_chain[-1][0]
    return shown, lambda: sent(client, address, shown=shown.context["shown"])


PROPOSAL = {"title": "Nyt login", "purpose": "Ét login", "mandatory": "none", "category": "national"}


def test_r57_a_national_proposal_names_who_owns_it_outside_and_waits_for_who_answers_for_it_here(town: Town) -> None:
    olga = as_(town, "olga")
    form = {**PROPOSAL, "lead_area_id": town.care.pk}
    refused = sent(olga, "/projekter/nyt/", **form)
    assert refused.status_code == 422
    assert list(refused.context["form"].errors) == ["external_owner"], "and nothing else is wrong with it"
    assert sent(olga, "/projekter/nyt/", **form, external_owner="KL").status_code == 302
    project = Project.objects.get()
    assert "Projektet mangler en projektleder." in text_of(olga.get(project.get_absolute_url()))
    assert titles(olga, "kategori=national") == ["Nyt login"]
    assert titles(olga, "kategori=cross") == []


def test_r57_a_file_asks_once_for_the_owner_outside(town: Town) -> None:
    anna = as_(town, "anna")
    shown, _read_in = a_sheet(anna, ["Navn", "Kategori", "Projektleder"], ["MitID", "National", "Mette Lund"])
    assert "Ejer uden for kommunen, for de nationale projekter" in text_of(shown)


def test_r58_both_kinds_are_found_and_an_effort_of_its_own_goes_without_phases(town: Town) -> None:
    load_suggestion(by=town.anna, at=AT)
    without = PhaseModel.objects.get(name="Uden faser")
    set_phase_defaults({("cross", False): without.code}, by=town.anna, at=AT)
    effort = an_active(town, title="Færre blanketter")
    an_active(town, title="Fælles vagtcentral", subtype="inter_municipal", partners="Randers Kommune")
    anna = as_(town, "anna")
    assert titles(anna, "undertype=own_cross") == ["Færre blanketter"]
    assert titles(anna, "undertype=inter_municipal") == ["Fælles vagtcentral"]
    assert set(titles(anna, "kategori=cross")) == {"Færre blanketter", "Fælles vagtcentral"}
    assert effort.phase_model == without
    card = text_of(anna.get(effort.get_absolute_url()))
    assert "faseovergang/" not in card
    assert "Tværkommunale og egne tværgående" in card


def test_r59_a_list_of_local_projects_is_read_in_and_each_stands_under_its_unit(town: Town) -> None:
    anna = as_(town, "anna")
    header = ["Projektnavn", "Enhed", "Status"]
    rows = [["Tablets i indskolingen", "Auning Skole", "I gang"], ["Udlån på mobilen", "Bibliotek", "Idé"]]
    shown, read_in = a_sheet(anna, header, *rows)
    assert "2 rækker: 2 oprettes." in text_of(shown)
    assert not Project.objects.exists()
    assert read_in().status_code == 302
    assert set(Project.objects.values_list("category", flat=True)) == {"local"}
    page = anna.get("/projekter/omraader/")
    found = {unit.name: titles(anna, unit.url.partition("?")[2]) for unit in page.context["tables"][1]["table"].areas if unit.total}  # fmt: skip
    assert found == {"Auning Skole": ["Tablets i indskolingen"], "Bibliotek": ["Udlån på mobilen"]}
    card = text_of(anna.get(Project.objects.get(title="Tablets i indskolingen").get_absolute_url()))
    assert "/timer/ny/" not in card
    assert "Ny baseline" not in card


def test_r61_a_coordinator_registers_with_three_answers_changes_it_later_and_leaves_others_alone(town: Town) -> None:
    lis = as_(town, "lis")
    form = lis.get("/projekter/lokalt/").context["form"]
    asked = {name for name in form.fields if form.fields[name].required and form[name].value() in (None, "")}
    # Who answers for it, and where, is there already.
    assert asked <= {"title", "purpose", "unit_id"}
    answers = {"title": "Skema", "purpose": "Ro", "responsible_id": town.lis.pk, "unit_id": town.school.pk, "state": "active"}  # fmt: skip
    assert sent(lis, "/projekter/lokalt/", **answers).status_code == 302
    project = Project.objects.get()
    url = f"{project.get_absolute_url()}ret/"
    given = lis.get(url).context["form"]
    same = {name: given[name].value() for name in given.fields if given[name].value() not in (None, "", [])}
    assert sent(lis, url, **{**same, "title": "Fælles skema"}).status_code == 302
    assert Project.objects.get().title == "Fælles skema"
    assert sent(lis, "/projekter/lokalt/", **{**answers, "unit_id": town.library.pk}).status_code == 422
    other = as_(town, "anna")
    assert (
        sent(
            other,
            "/projekter/lokalt/",
            **{**answers, "title": "Bøger", "unit_id": town.library.pk, "responsible_id": town.olga.pk},
        ).status_code
        == 302
    )
    theirs = Project.objects.get(title="Bøger")
    assert lis.get(theirs.get_absolute_url()).status_code == 200
    assert lis.get(f"{theirs.get_absolute_url()}ret/").status_code == 403
    assert sent(lis, f"{theirs.get_absolute_url()}ret/", title="Mine bøger", purpose="x").status_code == 403
    theirs.refresh_from_db()
    assert theirs.title == "Bøger"

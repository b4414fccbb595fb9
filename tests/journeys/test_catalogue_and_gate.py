"""A national project from the catalogue to its first gate, as the portfolio administrator does it in the browser."""

from __future__ import annotations

import pytest

from styrehjul.audit.chain import verify
from styrehjul.people.actions import give_role
from styrehjul.people.domain.roles import Role
from styrehjul.portfolio.models import GatePassage, NationalProject, Project
from tests.browsing import too_wide
from tests.journeys.scene import Town
from tests.making import NOW, START
from tests.meetings.turn import do

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("script", [True, False], ids=["with-script", "without-script"])
def test_from_the_catalogue_to_the_first_gate(town: Town, script: bool) -> None:
    """Ada fetches the phases and the catalogue, takes a project in that an agreement binds, and lets it out of its idea.

    Given a municipality with neither. She presses one button for the phases and one for the catalogue, answers why, who
    and what binds on one page, and finds the project approved, in the phase Idé. On the gate's page she answers what it
    asks and lets the project pass on a condition, which is a task of its manager. Nothing needs a script.
    """
    town.script = script
    do(give_role, town.person("Ada"), Role.PORTFOLIO_ADMINISTRATOR, start=START, by=None, at=NOW)
    town.opens("Ada", "/projekter/faser/")
    page = town.clicks_on("Ada", "Brug forslaget")
    assert "Kommunens projektmodel" in page.inner_text("main")
    town.opens("Ada", "/projekter/katalog/")
    page = town.clicks_on("Ada", "Hent det medfølgende katalog")
    assert NationalProject.objects.count() == 84
    assert too_wide(page) == 0
    town.clicks_on("Ada", "Videreudvikling af borger.dk (initiativ 4)", role="link")
    page = town.clicks_on("Ada", "Tag ind i porteføljen", role="link")
    page.get_by_label("Ja, af en aftale. Projektet står som godkendt.").check()
    page.get_by_label("Hvilken lov, aftale eller beslutning?").fill("Økonomiaftalen")
    page.get_by_label("Hvorfor?").fill("Alle kommuner er med.")
    page.get_by_label("Fagchefområde, der har ansvaret").select_option(label="Ældre og Omsorg")
    page.get_by_label("Hvem har ansvaret her?").select_option(label="Mette Lund")
    page = town.clicks_on("Ada", "Tag ind i porteføljen")
    shown = page.inner_text("main")
    assert "Godkendt" in shown
    assert "Fra kataloget" in shown
    assert page.locator("[aria-current=step]").inner_text() == "Idé"
    page = town.clicks_on("Ada", "Fra idé til analyse", role="link")
    for answer in page.get_by_label("Svar").all():
        answer.select_option(label="Ja")
    page = town.clicks_on("Ada", "Gem arket")
    page.get_by_label("Passeret på betingelser").check()
    page.get_by_role("textbox", name="Betingelser").fill("Find en systemejer")
    page.get_by_role("textbox", name="Hvorfor?").fill("Formålet er klart.")
    page = town.clicks_on("Ada", "Notér")
    assert page.locator("[aria-current=step]").inner_text() == "Analyse"
    assert "Betingelse: Find en systemejer" in page.inner_text("main")
    project = Project.objects.get()
    assert project.tasks.get().responsible == town.person("Mette")
    assert GatePassage.objects.get().outcome == "passed_with_conditions"
    assert verify().bad_seq is None

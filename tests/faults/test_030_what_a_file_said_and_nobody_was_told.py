"""A file's phases, and its names that nobody has, were passed over without a word in the preview."""

from __future__ import annotations

from typing import Any

import pytest

from styrehjul.imports.domain.lines import Fate
from styrehjul.imports.reading import plan_of
from styrehjul.portfolio.actions.phases import load_suggestion
from styrehjul.portfolio.exports import portfolio_file
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries.lists import rows_on
from tests.imports.sheets import a_csv
from tests.imports.test_projects import ON, asked, read_in
from tests.portfolio.town import AT, a_town

pytestmark = pytest.mark.django_db
HEADERS = ["Navn", "Kategori", "Projektfase", "Projektleder"]


def planned(*rows: list[str]) -> Any:
    return plan_of(asked(a_csv([HEADERS, *rows])), ON)


def test_a_phase_in_a_file_moves_no_project_and_the_preview_says_so() -> None:
    town = a_town()
    load_suggestion(by=town.anna, at=AT)
    first = ["Aula", "Tværgående", "Gennemførelse", ""]
    new = planned(first)
    assert ("Projektfase", "Gennemførelse") in [(change.field, change.new) for change in new.lines[0].changes]
    read_in(a_csv([HEADERS, first]))
    project = Project.objects.get()
    same = planned(first)
    assert (same.lines[0].fate, same.lines[0].note, same.remarks) == (Fate.UNCHANGED, "", ())
    other = planned(["Aula", "Tværgående", "Realisering", ""])
    assert other.lines[0].fate is Fate.UNCHANGED
    assert other.lines[0].note == "Fasen flyttes ikke: filen siger Realisering, projektet er i Gennemførelse"
    assert other.remarks == (
        "Én række siger en anden fase, end projektet står i. Fasen skiftes ved faseovergangen på projektets side, ikke "
        "af en fil.",
    )
    assert project.phase == "gennemfoerelse"


def test_our_own_file_tells_the_phase_by_its_name_and_comes_back_without_a_remark() -> None:
    town = a_town()
    load_suggestion(by=town.anna, at=AT)
    read_in(a_csv([HEADERS, ["Aula", "Tværgående", "Gennemførelse", ""]]))
    made = portfolio_file("csv", rows_on([Project.objects.get()], ON), ON, at=AT).content
    assert "Gennemførelse" in made.decode("utf-8-sig")
    assert "gennemfoerelse" not in made.decode("utf-8-sig")
    again = plan_of(asked(made, "projekter.csv"), ON)
    assert ([line.fate for line in again.lines], again.remarks) == ([Fate.UNCHANGED], ())


def test_a_name_that_nobody_has_is_told_of_before_it_is_kept_as_text() -> None:
    a_town()
    plan = planned(["Aula", "Lokal", "", "Bent Fabricius"], ["Byg", "Lokal", "", "Mette Lund"])
    assert [line.note for line in plan.lines] == ["Projektleder “Bent Fabricius” kendes ikke og gemmes som tekst", ""]
    assert plan.remarks[-1].startswith("I én række er der et navn, som ingen i organisationen har.")

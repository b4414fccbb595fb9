"""A list as large as one may be: every row is looked at, the one fault is named, and somebody is told how far it is."""

from __future__ import annotations

from datetime import date
from functools import partial

import pytest

from styrehjul.audit.unit import run
from styrehjul.imports.actions import carry_out
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.kernel.refusal import Refused
from styrehjul.portfolio.models import Project
from tests.imports.sheets import a_csv, a_workbook
from tests.portfolio.town import AT, a_town

pytestmark = pytest.mark.django_db
ON = AT.date()
HEADINGS = ["Projektnavn", "Kategori", "Fagchefområde", "Slut"]


def the_list(rows: int, *, wrong: int = 0) -> list[list[object]]:
    """Headings in row 1, so row 2 is the first project. Each name is unlike the others."""
    names = ("Digital post", "Omsorgsjournal", "Byggesager", "Fakturaer", "Vagtplaner")
    told: list[list[object]] = [list(HEADINGS)]
    for n in range(2, rows + 2):
        end: object = "31. februar 2027" if n == wrong else date(2027, 1 + n % 12, 28)
        told.append([f"{names[n % 5]} {n}", "Lokal", "Skoler", end])
    return told


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_one_wrong_date_in_row_4711_of_5000_is_named_and_nothing_is_written(form: str) -> None:
    a_town()
    rows = the_list(5_000, wrong=4_711)
    file = a_workbook(Ark1=rows) if form == "xlsx" else a_csv(rows)
    asked = Asked("projects", f"liste.{form}", file)
    plan = plan_of(asked, ON)
    (error,) = plan.errors
    assert error.path.endswith("D4711")
    assert "31. februar 2027" in error.message
    assert plan.counts["create"] == 4_999
    before = Project.objects.count()
    with pytest.raises(Refused):
        run(partial(carry_out, asked, by=None, at=AT))
    assert Project.objects.count() == before


def test_one_row_too_many_is_refused_before_anything_is_read_further() -> None:
    a_town()
    with pytest.raises(Refused) as refused:
        plan_of(Asked("projects", "liste.csv", a_csv(the_list(5_001))), ON)
    assert (refused.value.code, refused.value.facts) == ("import.too_many", {"rows": 5_001, "limit": 5_000})


def test_whoever_waits_is_told_how_far_it_is() -> None:
    a_town()
    told: list[tuple[int, int]] = []
    asked = Asked("projects", "liste.csv", a_csv(the_list(600)))
    run(partial(carry_out, asked, by=None, at=AT, progress=lambda done, of: told.append((done, of))))
    assert len(told) >= 2
    assert {of for _done, of in told} == {600}
    assert [done for done, _of in told] == sorted(done for done, _of in told)
    assert Project.objects.count() == 600

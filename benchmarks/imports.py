"""A list of 5,000 projects read in: what the page that shows it costs beside a bare reading, and the writing of it."""

from __future__ import annotations

import io
import resource
import sys
from datetime import date
from functools import partial

from openpyxl import Workbook, load_workbook

from benchmarks import data
from benchmarks.jobs import Job
from styrehjul.audit import unit
from styrehjul.imports.actions import carry_out
from styrehjul.imports.reading import Asked, plan_of
from styrehjul.people.domain.roles import Role
from styrehjul.people.models import OrgUnit, Person, RoleHolding

ROWS, MOST_MEMORY = 5_000, 512
HEADINGS = (
    "Projektnavn", "Kategori", "Fagchefområde", "Projektleder", "Status", "Start", "Slut", "Budget (1.000 kr.)",
    "Formål", "Bemærkning",
)  # fmt: skip


def sheet(rows: int) -> bytes:
    """A list as a municipality keeps it."""
    units = list(OrgUnit.objects.filter(kind="department_area").order_by("pk").values_list("name", flat=True)[:40])
    people = list(Person.objects.order_by("pk").values_list("name", flat=True)[:200])
    book = Workbook(write_only=True)
    page = book.create_sheet("Projekter")
    page.append(HEADINGS)
    for n in range(rows):
        page.append(
            [
                f"{_NOUNS[n % len(_NOUNS)]} {n:05} hos {units[n % len(units)]}", "Lokal" if n % 3 else "Tværgående",
                units[n % len(units)], people[n % len(people)], "Grøn", date(2026, 1 + n % 12, 1),
                date(2028, 1 + n % 12, 28), 100 + n % 900, "Borgerne skal kunne klare det selv.", f"Række {n}",
            ]
        )  # fmt: skip
    told = io.BytesIO()
    book.save(told)
    return told.getvalue()


_NOUNS = ("Digital post", "Omsorgsjournal", "Byggesager", "Fakturaer", "Vagtplaner", "Skoleskema", "Borgerservice")


def _cpu() -> float:
    """Seconds of this process and of those that it has started and seen end: a strange file is read in one of its own."""
    return sum(
        used.ru_utime + used.ru_stime
        for used in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )


def jobs() -> list[Job]:
    """The bare reading, the preview beside it, the writing, and the memory of the whole process."""
    file, by = sheet(ROWS), Person.objects.get(name="Person 0000")
    data.put(RoleHolding(person=by, role=Role.PORTFOLIO_ADMINISTRATOR.value, start=date(2017, 1, 1), **data.stamps))
    began = _cpu()
    for row in load_workbook(io.BytesIO(file), read_only=True).worksheets[0].iter_rows(values_only=True):
        assert row
    bare = _cpu() - began
    asked = Asked("projects", "liste.xlsx", file)
    began = _cpu()
    plan = plan_of(asked, data.NOW.date())
    preview = _cpu() - began
    assert len(plan.writes) == ROWS, plan.errors[:3]
    told: list[int] = []
    began = _cpu()
    unit.run(
        partial(carry_out, asked, by=by, at=data.NOW, shown=plan.mark(), progress=lambda done, _of: told.append(done))
    )
    commit = _cpu() - began
    assert told, "nobody was told how far it had come"
    most = max(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    memory = most / (1024 * 1024 if sys.platform == "darwin" else 1024)
    return [
        Job(f"import vist, {ROWS} rækker", 3 * bare, preview, f"CPU; den bare læsning {bare:.2f} s"),
        Job(f"import udført, {ROWS} rækker", 10.0, commit, f"CPU; sagt {len(told)} gange, hvor langt den var"),
        Job("hukommelse, hele processen (MB)", MOST_MEMORY, memory, "med data og målinger"),
    ]

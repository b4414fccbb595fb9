"""The sheets beside *Projekter*: what hangs on the projects of a file, one row each, with the project's id first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from styrehjul.documents.sheets import Value
from styrehjul.kernel.days import quarter_of
from styrehjul.portfolio.models import (
    Allocation,
    Dependency,
    EconomyLine,
    Milestone,
    Project,
    ProjectTask,
    Risk,
    Stakeholder,
    StatusReport,
)

Sheet = tuple[str, Sequence[str], Iterator[list[Value]]]


@dataclass(frozen=True)
class Part:
    """One sheet: its rows by a query, and each column as a path to its value; "x!" is the value in words."""

    name: str
    model: Any
    columns: tuple[tuple[str, str], ...]


PARTS = (
    Part("Milepæle", Milestone, (
        ("Milepæl", "title"), ("Type", "kind!"), ("Lovet", "baseline_on"), ("Forventet", "forecast_on"),
        ("Nået", "actual_on"), ("Flyttet fordi", "moved_because"), ("Ansvarlig", "owner"),
    )),
    Part("Status", StatusReport, (
        ("Dato", "on"), ("Lys", "light!"), ("Tekst", "sentence"), ("Forventet slut", "forecast_end"), ("Givet af", "by"),
        ("Behov for beslutning", "need_question"),
    )),
    Part("Risici", Risk, (
        ("Årsag", "cause"), ("Hændelse", "event"), ("Konsekvens", "consequence"), ("Skala", "scale"),
        ("Sandsynlighed", "likelihood"), ("Konsekvens, tal", "impact"), ("Håndtering", "response!"),
        ("Handlinger", "actions"), ("Ejer", "owner"), ("Tilstand", "state!"), ("Ses på igen", "review_on"),
    )),
    Part("Økonomi", EconomyLine, (
        ("År", "year"), ("Art", "kind!"), ("Tekst", "text"), ("Budget (1.000 kr.)", "budget"),
        ("Forventet (1.000 kr.)", "forecast"), ("Forbrugt (1.000 kr.)", "spent"), ("Finansiering", "source"),
        ("Varig", "permanent"), ("Prisniveau", "price_level"),
    )),
    Part("Ressourcer", Allocation, (
        ("Pulje", "pool"), ("Person", "person"), ("Kvartal", "quarter?"), ("Mængde", "amount"), ("Enhed", "unit!"),
        ("Tilsagn", "kind!"), ("Beslutning", "decision_ref"), ("Begrundelse", "reason"), ("Frigivet", "released_on"),
    )),
    Part("Opgaver", ProjectTask, (
        ("Opgave", "title"), ("Ansvarlig", "responsible"), ("Frist", "due"), ("Tilstand", "state!"),
        ("Fra", "source_words"), ("Udført", "done_on"),
    )),
    Part("Afhængigheder", Dependency, (
        ("Type", "kind!"), ("Projekt", "on_project"), ("System", "on_system"), ("Udefra", "outside"), ("Frist", "due"),
        ("Bemærkning", "note"),
    )),
    Part("Interessenter", Stakeholder, (
        ("Navn", "name"), ("Interesse", "interest"), ("Indflydelse", "influence"), ("Holdning", "attitude!"),
        ("Inddrages", "involved"),
    )),
)  # fmt: skip
BENEFITS = (
    ("Gevinst", "benefits__title"), ("Ejer", "benefits__owner__name"), ("I dag", "benefits__baseline"),
    ("Ønsket", "benefits__target"), ("Måles", "benefits__measure_on"),
)  # fmt: skip
FIRST = ("Styrehjul-id", "Projektnavn")


def part_sheets(projects: Sequence[Project], columns: Sequence[str]) -> Iterator[Sheet]:
    """Every sheet beside the first, read one by one as the workbook is written."""
    titles = {project.pk: (project.number, project.title) for project in projects}
    for part in PARTS:
        yield part.name, (*FIRST, *(words for words, _path in part.columns)), _rows(part, titles)
    yield "Gevinster", (*FIRST, *(words for words, _path in BENEFITS)), _benefits(titles)
    yield "Vejledning", ("Kolonne", "Hvad den er"), _guide(columns)


def _rows(part: Part, titles: dict[int, tuple[str, str]]) -> Iterator[list[Value]]:
    links = {path.rstrip("!?") for _words, path in part.columns if _is_link(part.model, path.rstrip("!?"))}
    found = part.model.objects.select_related(*links).order_by("project_id", "pk")
    if len(titles) < 500:
        found = found.filter(project_id__in=titles)
    for row in found.iterator(chunk_size=2000) if not links else found:
        if row.project_id in titles:
            yield [*titles[row.project_id], *(_value(row, path) for _words, path in part.columns)]


def _is_link(model: Any, name: str) -> bool:
    return bool(model._meta.get_field(name).is_relation)


def _value(row: Any, path: str) -> Value:
    if path.endswith("!"):
        return str(getattr(row, f"get_{path[:-1]}_display")())
    if path.endswith("?"):
        day = getattr(row, path[:-1])
        return f"{quarter_of(day)}. kvartal {day.year}"
    found = getattr(row, path)
    if isinstance(found, bool):
        return "ja" if found else ""
    return str(found) if hasattr(found, "_meta") else found


def _benefits(titles: dict[int, tuple[str, str]]) -> Iterator[list[Value]]:
    """Benefits are kept a floor above; they are read by their way back to the project."""
    found = Project.objects.filter(benefits__isnull=False).order_by("pk", "benefits__pk")
    for key, *values in found.values_list("pk", *(path for _words, path in BENEFITS)):
        if key in titles:
            yield [*titles[key], *values]


_GUIDE = {
    "Styrehjul-id": "Projektets nummer. Lad det stå: det er det, vi kender projektet på, når filen læses ind igen.",
    "Kategori": "National/fælleskommunal, Tværgående eller Lokal.",
    "Undertype": "Kun for tværgående: Tværkommunalt eller Eget tværgående.",
    "Tilstand": "For eksempel Idé, Forslag, Godkendt, I gang, På pause, Afsluttet. Det, der kræver en beslutning, flyttes ikke af en fil.",
    "Status": "Efter planen, Opmærksomhed eller Kritisk; også grøn, gul og rød.",
    "Start": "Dag-måned-år, en måned, et kvartal (3. kvartal 2027) eller et år.",
    "Slut": "Som Start.",
    "Økonomi (1.000 kr.)": "Hele tusinde kroner, med komma før decimaler.",
    "Partnere": "Flere skilles med komma.",
    "Mål": "Titlerne på strategiens mål; flere skilles med semikolon.",
    "Projektfase": "Kun til læsning.",
    "Stort projekt": "Kun til læsning.",
    "Forventet slut": "Kun til læsning: den kommer fra status.",
    "Faktisk start": "Kun til læsning.",
    "Faktisk slut": "Kun til læsning.",
    "Styrehjul-udtræk": "Hvornår filen blev hentet. Lad det stå: så ser vi, om noget er ændret begge steder.",
}


def _guide(columns: Sequence[str]) -> Iterator[list[Value]]:
    yield [
        "",
        "Ret i arket Projekter, og læs filen ind igen. En tom celle ændrer intet; skriv [tom] for at tømme et felt.",
    ]
    for name in columns:
        words = "Oplysning, der er fulgt med fra en fil." if name.startswith("Øvrigt: ") else _GUIDE.get(name, "Tekst.")
        yield [name, words]

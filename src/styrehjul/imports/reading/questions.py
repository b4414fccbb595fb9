"""What only a person can tell of a file: whose a name is, and whether two projects are one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches

from styrehjul.imports.domain import fields
from styrehjul.imports.domain.cells import plain
from styrehjul.imports.domain.lines import Plan
from styrehjul.imports.domain.rows import AS_TEXT
from styrehjul.people.models import OrgUnit, Person

MOST_QUESTIONS = 60
MOST_OFFERED = 300


@dataclass(frozen=True)
class Question:
    """A name in the file that nobody can be guessed from, and who or what it may be."""

    name: str
    label: str
    text: str
    rows: int
    options: tuple[tuple[str, str], ...]


def questions_of(plan: Plan, on: date) -> list[Question]:
    """Every name that must be chosen for, once for the whole file."""
    asked: dict[tuple[str, str], list[str]] = {}
    for line in plan.lines:
        for field, text in line.asks:
            asked.setdefault((field, plain(text)), []).append(text)
    if not asked:
        return []
    units = list(OrgUnit.objects.on(on).select_related("parent").order_by("name"))
    people = list(Person.objects.on(on).select_related("unit").order_by("name"))
    return [
        Question(
            f"navn.{field}|{word}", f"{fields.FIELD_WORDS[field]}: “{texts[0]}”", texts[0], len(texts),
            (*(_units(word, units) if field in fields.UNITS else _people(word, people)), (AS_TEXT, "Behold som tekst")),
        )
        for (field, word), texts in list(asked.items())[:MOST_QUESTIONS]
    ]  # fmt: skip


def _units(word: str, units: list[OrgUnit]) -> list[tuple[str, str]]:
    """Those that are nearly the same word first, then the rest."""
    names = {plain(unit.name): unit for unit in units}
    near = [names[found] for found in get_close_matches(word, list(names), n=5, cutoff=0.5)]
    same = [unit for unit in units if plain(unit.name) == word or plain(unit.short_name) == word]
    ordered = list(dict.fromkeys([*same, *near, *units[:MOST_OFFERED]]))
    return [(str(unit.pk), f"{unit.name} ({unit.parent.name})" if unit.parent else unit.name) for unit in ordered]


def _people(word: str, people: list[Person]) -> list[tuple[str, str]]:
    same = [person for person in people if plain(person.name) == word or plain(person.email) == word]
    return [(str(person.pk), f"{person.name}, {person.unit.name if person.unit else person.email}") for person in same]

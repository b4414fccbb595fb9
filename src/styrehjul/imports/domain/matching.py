"""A file of projects against the portfolio: what each row would do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import SequenceMatcher
from typing import Any

from styrehjul.imports.domain import fields
from styrehjul.imports.domain.cells import plain, text_of
from styrehjul.imports.domain.columns import Synonyms
from styrehjul.imports.domain.fields import CATEGORY_OF, CATEGORY_SHOWN, CHOICES, FIELD_WORDS, STATE_SHOWN
from styrehjul.imports.domain.lines import CellError, Fate, FieldChange, Line, place, plain_value, without
from styrehjul.imports.domain.rows import NOTES, Existing, Known, Row, Said, Sheet, kind_of, perhaps, read, shown

SYNONYMS: Synonyms = fields.SYNONYMS
# More empty rows on end than this are the end of a sheet, not a gap in a list.
MOST_EMPTY = 50
MOST_TITLES = 20_000
_MISSING = object()
PHASE_STAYS = "Fasen flyttes ikke"

__all__ = ["CATEGORY_SHOWN", "FIELD_WORDS", "PHASE_STAYS", "STATE_SHOWN", "SYNONYMS", "Existing", "Known", "Said", "Sheet", "perhaps", "propose"]  # fmt: skip


def propose(
    sheet: Sheet, known: Known, *, given: Mapping[str, str], skipped: frozenset[int], said: Said | None = None
) -> tuple[Line, ...]:
    """The fate of every row, in the order of the file. `given` are values for the whole file, by field."""
    said = said or Said(given=given)
    matcher = _Matcher(known)
    section, last = "", 0
    lines: list[Line] = []
    for number, cells in sheet.rows:
        lines += [_ignored(sheet, row, "empty") for row in range(last + 1, number)[:MOST_EMPTY] if last]
        last = number
        kind, heading = kind_of(sheet, number, cells)
        if kind:
            section = _section(heading, section) if kind == "section" else section
            lines.append(_ignored(sheet, number, kind, heading))
            continue
        row = Row(sheet, number, cells, said)
        if number in skipped:
            lines.append(Line(sheet.name, number, Fate.SKIPPED, row.key))
            continue
        read(row, known, section)
        lines.append(matcher.fate_of(row))
    return without(lines, skipped)


def _ignored(sheet: Sheet, number: int, kind: str, text: str = "") -> Line:
    note = f"{NOTES[kind]}: {text[:80]}" if kind == "section" and text else NOTES[kind]
    return Line(sheet.name, number, Fate.IGNORED, "", note=note)


def _section(heading: str, before: str) -> str:
    """The category that a heading names; a heading of something else leaves it as it was."""
    return CATEGORY_OF.get(plain(heading), before)


class _Matcher:
    """Finds what each row is already, and remembers what the file has said so far."""

    def __init__(self, known: Known) -> None:
        self.known = known
        self.by_number = {project.number: project for project in known.projects}
        self.by_pk = {project.pk: project for project in known.projects}
        self.by_title: dict[str, list[Existing]] = {}
        self.by_word: dict[str, list[Existing]] = {}
        for project in known.projects:
            title = plain(project.title)
            self.by_title.setdefault(title, []).append(project)
            for word in set(title.split()):
                self.by_word.setdefault(word, []).append(project)
        self.seen: dict[tuple[Any, ...], int] = {}

    def fate_of(self, row: Row) -> Line:
        """Create, update, unchanged, duplicate, possible duplicate, conflict, needs a decision, or error."""
        key = row.values["number"] or row.values["title"]
        if row.values["number"] and row.values["number"] not in self.by_number:
            row.wrong("number", "unknown_number", f"Der er intet projekt med nummeret {row.values['number']}.")
        if row.errors:
            return self._line(row, Fate.ERROR, key, errors=row.in_order(), asks=tuple(row.asks))
        identity = (row.values["number"],) if row.values["number"] else self._identity(row)
        if identity in self.seen:
            return self._line(row, Fate.DUPLICATE, key, note=f"Samme projekt som række {self.seen[identity]}")
        self.seen[identity] = row.number
        found, doubtful = self._existing(row)
        if doubtful:
            row.wrong(
                "title", "possible_duplicate",
                f"Et projekt med samme eller næsten samme navn er der allerede: {doubtful.number}, {doubtful.title}. Er det "
                "samme projekt, så skriv nummeret i en kolonne “Nummer”; ellers giv projektet et andet navn, eller lad "
                "rækken ude.",
            )  # fmt: skip
            return self._line(
                row, Fate.POSSIBLE_DUPLICATE, key, errors=row.in_order(), record=doubtful.pk, same=doubtful.number
            )
        if found is None:
            row.values["category"] = row.values["category"] or "local"
            changes, _conflicts = self._told(row, None)
            if said := row.values["phase"]:
                changes = (*changes, self._change("phase", CHOICES["phase"], None, said))
            return self._line(row, Fate.CREATE, key, changes=changes, values=row.values)
        return self._changed(row, found, key)

    def _line(self, row: Row, fate: Fate, key: str, **more: Any) -> Line:
        hidden = "Skjult i regnearket" if row.number in row.sheet.hidden else ""
        note = ". ".join(text for text in (str(more.pop("note", "")), *row.notes, hidden) if text)
        return Line(row.sheet.name, row.number, fate, key, note=note, own_key=self._own_key(row), **more)

    def _own_key(self, row: Row) -> str:
        at = next((at for at, name in enumerate(row.sheet.columns.headers) if name == row.said.key_column), None)
        found = row.cells[at] if row.said.key_column and at is not None and at < len(row.cells) else ""
        return text_of(found)[:200]

    def _changed(self, row: Row, found: Existing, key: str) -> Line:
        changes, conflicts = self._told(row, found)
        decided = row.said.decided.get(row.number, "")
        if conflicts and decided == "file":
            changes, conflicts = (*changes, *conflicts), ()
        elif conflicts and decided == "ours":
            for change in conflicts:
                row.values[change.name] = found.values.get(change.name)
            conflicts = ()
        if conflicts:
            for change in conflicts:
                row.wrong(
                    change.name, "conflict",
                    f"{change.field} er ændret begge steder: i filen “{change.new or 'tom'}”, her “{change.old or 'tom'}”.",
                )  # fmt: skip
            return self._line(row, Fate.CONFLICT, key, changes=tuple(conflicts), errors=row.in_order(), record=found.pk)
        fate = Fate.UPDATE if changes else Fate.UNCHANGED
        row.notes += _other_phase(row, found)
        return self._line(row, fate, key, changes=tuple(changes), values=row.values, record=found.pk)

    def _identity(self, row: Row) -> tuple[Any, ...]:
        """The row's own mark in its list; title and area or unit; without either, title and category."""
        if own := self._own_key(row):
            return "key", own
        title = plain(row.values["title"])
        for name in fields.UNITS:
            if row.values[name]:
                return title, name, row.values[name]
        return title, "category", row.values["category"]

    def _existing(self, row: Row) -> tuple[Existing | None, Existing | None]:
        """The project that the row is, or the one it may be."""
        if row.values["number"]:
            return self.by_number[row.values["number"]], None
        decided = row.said.decided.get(row.number, "")
        if decided in self.by_number:
            return self.by_number[decided], None
        if (own := self._own_key(row)) and (pk := self.known.keys.get(own)) in self.by_pk:
            return self.by_pk[pk], None
        same = self.by_title.get(plain(row.values["title"]), [])
        name = next((name for name in fields.UNITS if row.values[name]), "")
        # A row that names no category would become a local project: it is never taken for one of another kind.
        category = row.values["category"] or "local"
        for project in same:
            if project.values.get(name) == row.values[name] if name else project.category == category:
                return project, None
        if decided == "new":
            return None, None
        # The same name in two units is two projects; in another area than the file says it may be the same one.
        doubtful = [project for project in same if name != "org_unit"]
        return None, doubtful[0] if doubtful else self._alike(row, name)

    def _alike(self, row: Row, place_name: str) -> Existing | None:
        """A project whose title is nearly the same, with the same numbers in it."""
        title = plain(row.values["title"])
        words = sorted(set(title.split()), key=lambda word: len(self.by_word.get(word, ())))
        near: dict[int, Existing] = {}
        least = self.known.alike
        for word in words[:3]:
            near |= {project.pk: project for project in self.by_word.get(word, ())[:200]}
        for project in near.values():
            other = plain(project.title)
            if other == title or _numbers(other) != _numbers(title):
                continue
            if place_name and project.values.get(place_name) not in (None, row.values[place_name]):
                continue
            match = SequenceMatcher(None, title, other)
            if all(ratio() >= least for ratio in (match.real_quick_ratio, match.quick_ratio, match.ratio)):
                return project
        return None

    def _told(self, row: Row, found: Existing | None) -> tuple[tuple[FieldChange, ...], tuple[FieldChange, ...]]:
        """What the row says that is not so already, and what was changed on both sides since they last agreed.

        An empty cell says nothing; "[tom]" clears. What the file said already last time says nothing new either.
        """
        changes: list[FieldChange] = []
        conflicts: list[FieldChange] = []
        base = self._base(row, found) if found else {}
        before = self.known.bases.get(("", found.pk), {}) if found else {}
        row.values["told"] = {**before, **_as_told(row)}
        for name, words in FIELD_WORDS.items():
            new = row.values.get(name)
            if (new in (None, "") and name not in row.cleared) or (name == "light" and found is None and new == "none"):
                continue
            old = found.values.get(name) if found else None
            if found is not None and not differs(old, new):
                continue
            agreed = base.get(name, _MISSING)
            if agreed is not _MISSING and not differs(agreed, new):
                row.values[name] = old
                continue
            both = agreed is not _MISSING and differs(agreed, old)
            (conflicts if both else changes).append(self._change(name, words, old, new))
        changes += self._extra(row, found)
        return tuple(changes), tuple(conflicts)

    def _base(self, row: Row, found: Existing) -> Mapping[str, Any]:
        """What both sides said last: at the export that the row comes from, else at the last import."""
        moment = row.own("exported")
        return self.known.bases.get((moment, found.pk)) or self.known.bases.get(("", found.pk), {})

    def _extra(self, row: Row, found: Existing | None) -> list[FieldChange]:
        """Columns kept beside the project that say something else than before."""
        if found is None:
            return []
        return [
            FieldChange(name, found.extra.get(name, ""), text, f"extra:{name}", found.extra.get(name), text)
            for name, text in row.values["extra"].items()
            if differs(found.extra.get(name, ""), text)
        ]

    def _change(self, name: str, words: str, old: Any, new: Any) -> FieldChange:
        told = shown(name, old, self.known), shown(name, new, self.known)
        named = name in (*fields.UNITS, *fields.PEOPLE)
        was, becomes = (plain_value(text) for text in (told if named else (old, new)))
        return FieldChange(words, *told, name=name, was=was, becomes=becomes)


def _other_phase(row: Row, found: Existing) -> list[str]:
    """What the row is told where its phase is another than the project's: a phase is left through its gate."""
    said = row.values.get("phase") or ""
    if not said or plain(said) in {plain(found.phase), plain(found.values.get("phase") or "")}:
        return []
    return [f"{PHASE_STAYS}: filen siger {said}" + (f", projektet er i {found.phase}" if found.phase else "")]


def _as_told(row: Row) -> dict[str, Any]:
    """What the file itself says of each field: what the next file is compared with."""
    return {
        name: plain_value(value)
        for name in FIELD_WORDS
        if (value := row.values.get(name)) not in (None, "") or name in row.cleared
    }


def _numbers(title: str) -> list[str]:
    """The words with a figure in them: "fase 1" and "fase 2" are two projects."""
    return sorted(word for word in title.split() if any(sign.isdigit() for sign in word) or len(word) == 1)


def differs(old: Any, new: Any) -> bool:
    """Whether two values say something else; how they are spaced or stored does not count."""
    if isinstance(old, str) and isinstance(new, str):
        return text_of(old) != text_of(new)
    if old in (None, "") and new in (None, ""):
        return False
    if type(old) is type(new):
        return bool(old != new)
    # What was kept as text is compared with what it was made from.
    return str(plain_value(old)) != str(plain_value(new)) and not _same_number(old, new)


def _same_number(old: Any, new: Any) -> bool:
    try:
        return float(old) == float(new)
    except (TypeError, ValueError):
        return False


def faults(lines: Sequence[Line]) -> list[CellError]:
    """Every fault of the lines."""
    return [error for line in lines for error in line.errors]


__all__ += ["differs", "faults", "place"]

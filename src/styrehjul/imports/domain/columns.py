"""Which column is what: headings are known by the words that people use for them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from styrehjul.imports.domain.cells import plain

Synonyms = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Columns:
    """Field -> the column's place. `extra` are the columns nobody knows, which are kept beside the record."""

    of: Mapping[str, int]
    headers: tuple[str, ...]
    extra: tuple[tuple[str, int], ...]

    def place(self, field: str) -> int:
        """The column's place, or the first one for a field that has none."""
        return self.of.get(field, 0)


def match_columns(headers: Sequence[str], synonyms: Synonyms) -> Columns:
    """Find each field's column: the heading that says it exactly, else one that begins with it.

    The first column wins where two say the same; the other is kept as extra.
    """
    words = [plain(header) for header in headers]
    found: dict[str, int] = {}
    for exact in (True, False):
        for field, names in synonyms.items():
            if field in found:
                continue
            taken = set(found.values())
            for name in names:
                place = _find(words, plain(name), taken, exact=exact)
                if place is not None:
                    found[field] = place
                    break
    taken = set(found.values())
    extra = tuple((_named(headers, place), place) for place, word in enumerate(words) if place not in taken and word)
    return Columns(found, tuple(headers), extra)


def _find(words: Sequence[str], name: str, taken: set[int], *, exact: bool) -> int | None:
    for place, word in enumerate(words):
        if place in taken or not word:
            continue
        if word == name or (not exact and word.startswith(f"{name} ")):
            return place
    return None


def _named(headers: Sequence[str], place: int) -> str:
    """A heading that stands twice gets its number, so that neither column is lost."""
    before = sum(1 for header in headers[:place] if plain(header) == plain(headers[place]))
    return f"{headers[place]} ({before + 1})" if before else headers[place]


def field_named(word: str, synonyms: Synonyms) -> str | None:
    """The field that a person means by a word."""
    wanted = plain(word)
    for field, names in synonyms.items():
        if wanted == plain(field) or wanted in {plain(name) for name in names}:
            return field
    return None


def known_words(synonyms: Synonyms) -> tuple[str, ...]:
    """Every heading that is known, to find the row where the headings stand."""
    return tuple(name for names in synonyms.values() for name in names)

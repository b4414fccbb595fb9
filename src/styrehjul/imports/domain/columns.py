"""Which column is what: headings are known by the words that people use for them."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from styrehjul.imports.domain.cells import plain

SURE, NEARLY, BY_CONTENT = 100, 80, 60
Synonyms = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True)
class Columns:
    """Field -> the column's place. `extra` are the columns nobody knows, which are kept beside the record."""

    of: Mapping[str, int]
    headers: tuple[str, ...]
    extra: tuple[tuple[str, int], ...]
    # Field -> how sure the guess is, of 100.
    sure: Mapping[str, int] = field(default_factory=dict)

    def place(self, field: str) -> int:
        """The column's place, or the first one for a field that has none."""
        return self.of.get(field, 0)


def match_columns(headers: Sequence[str], synonyms: Synonyms, *, exactly: Collection[str] = ()) -> Columns:
    """Find each field's column: the heading that says it exactly, else one that begins with it.

    The first column wins where two say the same; the other is kept as extra.
    A field of `exactly` is never guessed from the beginning of a heading.
    """
    words = [plain(header) for header in headers]
    found: dict[str, int] = {}
    sure: dict[str, int] = {}
    for exact in (True, False):
        for name_of, names in synonyms.items():
            if name_of in found or (not exact and name_of in exactly):
                continue
            taken = set(found.values())
            for name in names:
                place = _find(words, plain(name), taken, exact=exact)
                if place is not None:
                    found[name_of] = place
                    sure[name_of] = SURE if exact else NEARLY
                    break
    taken = set(found.values())
    extra = tuple((_named(headers, place), place) for place, word in enumerate(words) if place not in taken and word)
    return Columns(found, tuple(headers), extra, sure)


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


def named_apart(headers: Sequence[str], filled: Sequence[bool]) -> tuple[str, ...]:
    """Every heading with a name of its own: the second of two alike gets "(2)", a column without one its letter."""
    names = list(headers)
    for place, header in enumerate(headers):
        if plain(header):
            names[place] = _named(headers, place)
        elif place < len(filled) and filled[place]:
            names[place] = f"Kolonne {letters_of(place)}"
    return tuple(names)


def alike(headers: Sequence[str], taken: Sequence[int], chosen: Mapping[str, str]) -> tuple[str, ...]:
    """Headings that stand more than once, where one of the columns would be taken for a field and nobody has chosen."""
    places: dict[str, list[int]] = {}
    for place, header in enumerate(headers):
        if plain(header):
            places.setdefault(plain(header), []).append(place)
    named = named_apart(headers, [True] * len(headers))
    return tuple(
        headers[found[0]]
        for found in places.values()
        if len(found) > 1 and set(found) & set(taken) and not any(named[place] in chosen for place in found)
    )


def letters_of(place: int) -> str:
    """0 is "A", 26 is "AA"."""
    text = ""
    while place >= 0:
        text = chr(ord("A") + place % 26) + text
        place = place // 26 - 1
    return text


def as_chosen(headers: Sequence[str], guess: Columns, chosen: Mapping[str, str]) -> Columns:
    """The guess with what a person has said of some headings: a field, "" to keep it beside the record, "-" to leave it out."""
    places = {header: place for place, header in enumerate(headers) if header}
    of = {name: place for name, place in guess.of.items() if headers[place] not in chosen}
    sure = {name: guess.sure.get(name, SURE) for name in of}
    for header, name in chosen.items():
        if name and name != "-" and header in places:
            of[name] = places[header]
            sure[name] = SURE
    taken = set(of.values())
    left_out = {header for header, name in chosen.items() if name == "-"}
    extra = tuple(
        (header, place)
        for place, header in enumerate(headers)
        if place not in taken and header and header not in left_out and plain(header)
    )
    return Columns(of, tuple(headers), extra, sure)


def field_named(word: str, synonyms: Synonyms) -> str | None:
    """The field that a person means by a word."""
    wanted = plain(word)
    for name_of, names in synonyms.items():
        if wanted == plain(name_of) or wanted in {plain(name) for name in names}:
            return name_of
    return None


def known_words(synonyms: Synonyms) -> tuple[str, ...]:
    """Every heading that is known, to find the row where the headings stand."""
    return tuple(name for names in synonyms.values() for name in names)

"""What a column holds, told by its cells where its heading does not tell it, or tells it wrongly."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace

from styrehjul.imports.domain.cells import Cell, light_of, plain, text_of
from styrehjul.imports.domain.columns import BY_CONTENT, Columns
from styrehjul.imports.domain.fields import CATEGORY_OF, STATE_OF, SUBTYPE_OF

LOOKED_AT = 400
Cells = Sequence[Sequence[Cell]]


def by_content(columns: Columns, rows: Cells, units: Collection[str]) -> Columns:
    """The guess by headings, mended by what stands under them."""
    looked = rows[:LOOKED_AT]
    of, sure = dict(columns.of), dict(columns.sure)
    if "number" in of and not _share(looked, of["number"], lambda text: text.startswith("P-")):
        del of["number"]  # their own running numbers, which say nothing here
    _mend_status(of, sure, looked)
    if "state" in of and not _share(looked, of["state"], lambda text: plain(text) in STATE_OF, whole=True):
        # Phases by their own names.
        place = of.pop("state")
        if "phase" not in of and "fase" in plain(columns.headers[place]).split():
            of["phase"] = place
    tests: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("category", lambda text: plain(text) in CATEGORY_OF),
        ("subtype", lambda text: plain(text) in SUBTYPE_OF),
        ("state", lambda text: plain(text) in STATE_OF),
        ("light", lambda text: light_of(text) is not None),
        ("lead_area", lambda text: plain(text) in units),
    )
    for name, test in tests:
        if name in of:
            continue
        for _header, place in columns.extra:
            if place not in of.values() and _count(looked, place) > 1 and _share(looked, place, test) >= 0.8:
                of[name], sure[name] = place, BY_CONTENT
                break
    return _with(columns, of, sure)


def _mend_status(of: dict[str, int], sure: dict[str, int], rows: Cells) -> None:
    """ "Status" is a light, a state or a text, as its cells say."""
    if "light" not in of:
        return
    place = of["light"]
    lights = _share(rows, place, lambda text: light_of(text) is not None)
    states = _share(rows, place, lambda text: plain(text) in STATE_OF)
    if states > lights and states >= 0.5 and "state" not in of:
        of["state"], sure["state"] = of.pop("light"), BY_CONTENT
    elif not lights and _count(rows, place):
        del of["light"]


def _share(rows: Cells, place: int, test: Callable[[str], bool], *, whole: bool = False) -> float:
    """How many of the column's cells pass, of 1; with `whole` an empty column passes."""
    texts = [text for cells in rows if place < len(cells) and (text := text_of(cells[place]))]
    return sum(1 for text in texts if test(text)) / len(texts) if texts else float(whole)


def _count(rows: Cells, place: int) -> int:
    return sum(1 for cells in rows if place < len(cells) and cells[place] != "")


def _with(columns: Columns, of: dict[str, int], sure: dict[str, int]) -> Columns:
    taken = set(of.values())
    extra = tuple(
        (header, place) for place, header in enumerate(columns.headers) if place not in taken and plain(header)
    )
    return replace(columns, of=of, extra=extra, sure={name: sure.get(name, BY_CONTENT) for name in of})

"""Where an item is put on an agenda when nobody has said where, and what numbers items and decisions get."""

from __future__ import annotations

from collections.abc import Sequence

from styrehjul.meetings.domain.states import Profile

STANDING = "standing"
# The suggested order; the kommissorium may name another. None of the words is a body's.
SUGGESTED = ("godkendelse_dagsorden", "godkendelse_referat", STANDING, "decision", "discussion", "information")

# Standing items by what they hold: a body decides on the first ones and hears the others.
_DECIDES = frozenset({
    "justering_projektportefoelje", "nye_projektforslag", "afsluttende_projekter", "vurdering_strategisk_retning",
    "godkendelse_dagsorden", "godkendelse_referat", "godkendelse_indsatsplan", "fastlaeggelse_beslutningsbehov",
})  # fmt: skip
_DISCUSSES = frozenset({"droeftelse_generelle_problemstillinger", "orientering_aktuelle_emner"})
# Room between two positions, so that an item is put between others without touching them.
GAP = 1000


def kind_of(key: str, enabled: Sequence[str]) -> str:
    """The kind of item that a standing or procedural item is, among those that the body uses."""
    wanted = "decision" if key in _DECIDES else "discussion" if key in _DISCUSSES else "information"
    return next((kind for kind in (wanted, "information", *enabled) if kind in enabled), wanted)


def position_at(index: int, positions: Sequence[int]) -> int | None:
    """A position for an item at `index` among items at `positions`; None when there is no room left between them."""
    before = positions[index - 1] if index > 0 else 0
    if index >= len(positions):
        return before + GAP
    between = (before + positions[index]) // 2
    return between if before < between < positions[index] else None


def rank(profile: Profile, key: str, kind: str, wanted: Sequence[str]) -> int:
    """The item's place among the groups of the insert order; procedural items that nobody placed come last."""
    order = tuple(wanted) or SUGGESTED
    words = {Profile.PROCEDURAL: (key,), Profile.STANDING: (key, STANDING), Profile.ORDINARY: (kind,)}[profile]
    for word in words:
        if word and word in order:
            return order.index(word)
    return len(order) + (1 if profile is Profile.PROCEDURAL else 0)


def place_for(new: int, ranks: Sequence[int]) -> int:
    """The index at which an item of rank `new` is inserted: after the last one that does not rank behind it.

    An agenda that was reordered by hand keeps that order; the new item still comes after its own kind.
    """
    for index in range(len(ranks), 0, -1):
        if ranks[index - 1] <= new:
            return index
    return 0


def decision_number(short_code: str, year: int, serial: int) -> str:
    """ "SG-2027-014"."""
    return f"{short_code}-{year}-{serial:03}"


def numbered(left: Sequence[bool]) -> list[int | None]:
    """1..n for the items in their order; an item that has left the agenda has no number."""
    numbers: list[int | None] = []
    count = 0
    for gone in left:
        count += not gone
        numbers.append(None if gone else count)
    return numbers

"""Where an item is put on an agenda when nobody has said where, and what numbers items and decisions get."""

from __future__ import annotations

from collections.abc import Sequence

from styrehjul.meetings.domain.states import Profile

STANDING = "standing"
# The suggested order; the kommissorium may name another. None of the words is a body's.
SUGGESTED = ("godkendelse_af_dagsorden", "godkendelse_af_referat", STANDING, "decision", "discussion", "information")


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
    """"SG-2027-014"."""
    return f"{short_code}-{year}-{serial:03}"


def numbered(left: Sequence[bool]) -> list[int | None]:
    """1..n for the items in their order; an item that has left the agenda has no number."""
    numbers: list[int | None] = []
    count = 0
    for gone in left:
        count += not gone
        numbers.append(None if gone else count)
    return numbers

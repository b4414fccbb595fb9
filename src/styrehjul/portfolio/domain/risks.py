"""Risks on a scale of 3, 4 or 5 steps: what each step means, and how grave a score is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

# Suggested anchors (forslag): what each step means, so that two people mean the same by "3".
LIKELIHOOD: Mapping[int, tuple[str, ...]] = {
    3: ("Usandsynligt", "Muligt", "Sandsynligt"),
    4: ("Usandsynligt", "Mindre sandsynligt", "Sandsynligt", "Meget sandsynligt"),
    5: (
        "Meget usandsynligt: under 5 %",
        "Usandsynligt: 5-20 %",
        "Muligt: 20-50 %",
        "Sandsynligt: 50-80 %",
        "Næsten sikkert: over 80 %",
    ),
}
IMPACT: Mapping[int, tuple[str, ...]] = {
    3: ("Lille: klares i projektet", "Mærkbar: planen må ændres", "Alvorlig: målet er i fare"),
    4: (
        "Lille: klares i projektet",
        "Mærkbar: en milepæl flytter sig",
        "Stor: tid eller økonomi må ændres",
        "Alvorlig: målet er i fare",
    ),
    5: (
        "Ubetydelig: mærkes ikke uden for projektet",
        "Lille: klares i projektet",
        "Mærkbar: en milepæl flytter sig",
        "Stor: tid, økonomi eller omfang må ændres",
        "Alvorlig: projektet når ikke sit mål",
    ),
}


class Grade(StrEnum):
    """How much attention a score asks for."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


GRADE_WORDS = {Grade.LOW: "lav", Grade.MIDDLE: "middel", Grade.HIGH: "høj"}
# The status lights draw the grades: a shape and a colour for each, never a colour alone.
GRADE_LIGHT = {Grade.LOW: "green", Grade.MIDDLE: "yellow", Grade.HIGH: "red"}


def grade_of(likelihood: int, impact: int, scale: int) -> Grade:
    """The product against the scale's highest: from half of it the risk is high, from a fifth it is middle."""
    share = likelihood * impact / (scale * scale)
    if share >= 0.5:
        return Grade.HIGH
    return Grade.MIDDLE if share >= 0.2 else Grade.LOW


def own_anchors(text: str) -> list[str]:
    """The municipality's own words for the steps, one line each."""
    return [words for line in text.splitlines() if (words := " ".join(line.split()))]


def steps(anchors: Mapping[int, Sequence[str]], scale: int, own: str = "") -> list[tuple[int, str]]:
    """The steps of a scale with their words, from 1 up; the municipality's own where there is one for each step."""
    said = own_anchors(own)
    return [(place, words) for place, words in enumerate(said if len(said) == scale else anchors[scale], start=1)]


@dataclass(frozen=True)
class Dot:
    """One field of the matrix in drawing units: where it stands, its grade, and how many risks lie in it."""

    x: int
    y: int
    grade: str
    number: str


CELL = 36


def matrix(scores: Sequence[tuple[int, int]], scale: int) -> list[Dot]:
    """The fields of the matrix: likelihood to the right, impact upwards. Scores on another scale are not given here."""
    counted: dict[tuple[int, int], int] = {}
    for score in scores:
        counted[score] = counted.get(score, 0) + 1
    return [
        Dot(
            (across - 1) * CELL,
            (scale - up) * CELL,
            grade_of(across, up, scale).value,
            str(counted.get((across, up), "")),
        )
        for up in range(scale, 0, -1)
        for across in range(1, scale + 1)
    ]

"""A model that finds nothing proves nothing: each planted mistake is found by the walk that is run every day."""

from __future__ import annotations

import pytest

from tests.model.checks import Broken
from tests.model.defects import DEFECTS, Defect, planted
from tests.model.playing import play
from tests.model.scene import a_scene

pytestmark = pytest.mark.django_db
# Walks that come past the places of the most mistakes early; each is tried until one of them finds it.
SEEDS = (3, 5, 11, 7, 2, 23, 42, 8, 13, 17, 19, 29, 31, 37, 41, 43)
STEPS = 250
# The ones whose harm would be greatest, and that are found soonest.
EVERY_DAY = (
    "an edit leaves the approval standing", "the sum that the chair read is not compared", "the secretary may approve",
)  # fmt: skip


def found(defect: Defect) -> str:
    """What the walk said when it stumbled; "" when it never did."""
    scene = a_scene()
    with planted(defect):
        for seed in SEEDS:
            try:
                play([seed], STEPS, scene=scene, often=defect.often)
            except Broken as broken:
                return str(broken)
    return ""


@pytest.mark.parametrize("name", EVERY_DAY)
def test_a_planted_mistake_is_found(name: str) -> None:
    assert found(next(defect for defect in DEFECTS if defect.name == name))


@pytest.mark.long
@pytest.mark.parametrize("defect", DEFECTS, ids=lambda defect: defect.name)
def test_every_planted_mistake_is_found(defect: Defect) -> None:
    assert found(defect)

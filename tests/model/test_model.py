"""A random walk through a year of meetings, compared step by step with a model of what they should be.

A seed is drawn anew each time and printed with the steps that led there; MODEL_SEED runs that walk again.
"""

from __future__ import annotations

import os
import random

import pytest
from django.db import connection

from tests.model.playing import EPISODE, play

pytestmark = pytest.mark.django_db
ALL = os.environ.get("STYREHJUL_TEST_ALL", "") not in ("", "0")


def seeds(number: int) -> list[int]:
    """The seed that was asked for, or new ones."""
    if named := os.environ.get("MODEL_SEED"):
        return [int(named)]
    chooser = random.SystemRandom()
    return [chooser.randrange(1, 10**9) for _ in range(number)]


def test_product_and_model_agree_after_every_step() -> None:
    """The rules are the same on every database: on the second a quarter of the steps find what hangs on it."""
    steps = 2000 if connection.vendor == "sqlite" else 500
    play(seeds(steps // EPISODE if ALL else 2), EPISODE)


@pytest.mark.long
def test_product_and_model_agree_for_twenty_thousand_steps() -> None:
    play(seeds(20_000 // EPISODE), EPISODE)

"""Walks one after the other in the same database: each begins where the cast was made, and is undone afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

from django.db import transaction

from tests.model.scene import Scene, a_scene
from tests.model.walk import Walk

EPISODE = 250


def play(seeds: Sequence[int], steps: int, *, scene: Scene | None = None, often: tuple[str, ...] = ()) -> Counter[str]:
    """What was done how often. Raises Broken with the seed and the last steps."""
    made = scene or a_scene()
    done: Counter[str] = Counter()
    for seed in seeds:
        with undone():
            walk = Walk(made, seed, often=often)
            walk.walk(steps)
            done += walk.counted
    return done


@contextmanager
def undone() -> Iterator[None]:
    """Everything inside is rolled back. An action may still open its own durable transaction, as under a test."""
    outer = transaction.atomic()
    outer._from_testcase = True  # type: ignore[attr-defined]  # as Django's own test case marks its transaction
    with outer:
        yield
        transaction.set_rollback(True)

"""Several people at the same moment: each in a thread and a connection of its own, let go by one barrier."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.db import connection

from styrehjul.audit.unit import run
from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings.actions import agenda, changing, decisions, items, meetings, minutes, running
from styrehjul.meetings.actions import common as actions_common

WAIT = 60


@dataclass
class Came:
    """What came of one of them."""

    result: Any = None
    codes: tuple[str, ...] = ()
    fault: BaseException | None = None

    @property
    def won(self) -> bool:
        return not self.codes and self.fault is None


def together(*works: Callable[[], Any], entry: Callable[[Callable[[], Any]], Any] = run) -> list[Came]:
    """Carry them all out at once, each as a view would, and tell what came of each. A fault of any is raised."""
    barrier = threading.Barrier(len(works))
    came = [Came() for _ in works]

    def one(index: int, work: Callable[[], Any]) -> None:
        try:
            connection.ensure_connection()
            barrier.wait(WAIT)
            came[index].result = entry(work)
        except NotAllowed as refused:
            came[index].codes = (f"not allowed: {refused}",)
        except Refused as refused:
            came[index].codes = tuple(reason.code for reason in refused.reasons)
        except BaseException as fault:  # told by the one who waits
            came[index].fault = fault
        finally:
            connection.close()

    threads = [threading.Thread(target=one, args=pair) for pair in enumerate(works)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(WAIT)
        assert not thread.is_alive(), "somebody waits for ever"
    for one_of_them in came:
        if one_of_them.fault is not None:
            raise one_of_them.fault
    return came


def winners(came: list[Came]) -> int:
    return sum(1 for one in came if one.won)


@contextmanager
def without_locks() -> Iterator[None]:
    """The same product, where an action trusts what its page read instead of locking and reading again."""
    with pytest.MonkeyPatch.context() as patch:
        for place in (actions_common, agenda, changing, decisions, items, meetings, minutes, running):
            patch.setattr(place, "fresh", lambda noun, expected_version=None: noun)
        yield

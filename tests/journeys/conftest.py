"""The stage of every journey: a server, a browser, a clock that can be moved, and a town."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
import time_machine

from tests.journeys.scene import Town, a_town
from tests.making import NOW


@pytest.fixture
def server(live_server: Any, settings: Any) -> str:
    """The address of Django's own server, which mails point at as well."""
    if not (settings.BUILD / "frontend").is_dir():
        pytest.skip("the front-end files are not built")
    settings.PUBLIC_URL = live_server.url
    address: str = live_server.url
    return address


@pytest.fixture
def clock() -> Iterator[Any]:
    """Wednesday 19 May 2027 at ten, and it ticks: the server's threads read the same clock."""
    with time_machine.travel(NOW) as traveller:
        yield traveller


@pytest.fixture
def town(browser: Any, server: str, clock: Any) -> Iterator[Town]:
    """A town, and at the end: nothing was said in any console, and no report of the content policy came."""
    made = a_town(browser, server, clock)
    yield made
    made.close()
    assert made.said == []

"""What every test stands on: its own data folder, the real settings, Danish time, no network but this machine.

The settings are read from the environment like everywhere else, so the environment is all that is set here, before
Django looks at it.
"""

from __future__ import annotations

import gc
import os
import shutil
import tempfile
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import django
import pytest

_DATA = Path(tempfile.mkdtemp(prefix="styrehjul-test-"))
for _name in [name for name in os.environ if name.startswith("STYREHJUL_")]:
    # A developer's own settings must not decide whether a test passes.
    if _name not in {"STYREHJUL_LONG", "STYREHJUL_TEST_ALL", "STYREHJUL_CHROMIUM", "STYREHJUL_PICTURES"}:
        del os.environ[_name]
os.environ["DJANGO_SETTINGS_MODULE"] = "styrehjul.config.settings"
os.environ["STYREHJUL_DATA"] = str(_DATA)
os.environ["STYREHJUL_DEBUG"] = "1"  # static files straight from their folders; pytest-django turns DEBUG itself off
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's loop runs in the thread that makes the data
django.setup()  # here and not by pytest-django, which would read the settings before the lines above

NOW = datetime(2027, 5, 19, 10, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--long", action="store_true", help="run the long model runs too")
    parser.addoption("--only-database", action="store_true", help="leave out what never asks the database")


def pytest_configure(config: pytest.Config) -> None:
    from hypothesis import settings as hypothesis_settings

    # The same examples each time, so that a red run is red for the next person too; --long looks further.
    hypothesis_settings.register_profile("house", derandomize=True, deadline=None, max_examples=60, database=None)
    hypothesis_settings.register_profile("long", deadline=None, max_examples=2000, database=None)
    hypothesis_settings.load_profile("long" if _is_long(config) else "house")


def pytest_collection_finish() -> None:
    """Thousands of tests live to the end: searching them again and again for garbage is an eighth of the run."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 1000)


def pytest_unconfigure() -> None:
    shutil.rmtree(_DATA, ignore_errors=True)


def _is_long(config: pytest.Config) -> bool:
    return bool(config.getoption("--long") or os.environ.get("STYREHJUL_LONG"))


# What takes a minute or more, the longest first: begun last, it lets the other of two workers stand idle.
LONGEST = (
    "tests/journeys/test_every_page.py", "tests/journeys/test_a_year.py", "tests/house/test_addresses.py", "tests/model/",
    "tests/home/", "tests/races/",
)  # fmt: skip


@pytest.hookimpl(trylast=True)  # after the order was shuffled
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Long runs only when asked for; on the second database only what depends on which database it is; longest first."""
    items.sort(key=lambda item: [not item.nodeid.startswith(name) for name in LONGEST])
    chosen = [
        item
        for item in items
        if (_is_long(config) or not item.get_closest_marker("long"))
        and (not config.getoption("--only-database") or _asks_the_database(item))
    ]
    kept = set(chosen)
    if left := [item for item in items if item not in kept]:
        config.hook.pytest_deselected(items=left)
        items[:] = chosen


def _asks_the_database(item: pytest.Item) -> bool:
    fixtures = set(getattr(item, "fixturenames", ()))
    return bool(
        item.get_closest_marker("django_db") or fixtures & {"db", "transactional_db", "live_server", "django_db_setup"}
    )


@pytest.fixture(autouse=True, scope="session")
def quick_passwords() -> None:
    """Argon2id costs what it should cost an attacker; a thousand test sign-ins need not pay it."""
    from django.conf import settings

    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher", *settings.PASSWORD_HASHERS]


@pytest.fixture(autouse=True, scope="session")
def no_second_factor() -> None:
    """Signing in is not what most tests are about; those that are, set MFA_REQUIRED themselves."""
    from django.conf import settings

    settings.MFA_REQUIRED = False


@pytest.fixture(autouse=True, scope="session")
def emptying_of_what_is_never_emptied() -> Iterator[None]:
    """Between tests with real transactions every row goes; the triggers that forbid it step aside for that alone.

    The shared cache goes too: a failed sign-in in one test must not count in the next.
    """
    from django.db import connection

    operations = type(connection.ops)
    as_shipped = operations.sql_flush

    def sql_flush(self: Any, *args: Any, **options: Any) -> list[str]:
        triggers: list[tuple[str, str]] = []
        with self.connection.cursor() as cursor:
            if "styrehjul_cache" not in self.connection.introspection.table_names(cursor):
                return as_shipped(self, *args, **options)
            if self.connection.vendor == "sqlite":  # PostgreSQL empties by TRUNCATE, which fires no row trigger
                cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
                triggers = cursor.fetchall()
        return [
            *(f"DROP TRIGGER {name}" for name, _ in triggers),
            *as_shipped(self, *args, **options),
            "DELETE FROM styrehjul_cache",
            *(sql for _, sql in triggers),
        ]

    operations.sql_flush = sql_flush  # type: ignore[method-assign]  # for the time of the tests
    yield
    operations.sql_flush = as_shipped  # type: ignore[method-assign]  # as it was


@pytest.fixture
def now() -> Iterator[datetime]:
    """Wednesday 19 May 2027 at ten in Danish time, and the clock stands still."""
    import time_machine

    with time_machine.travel(NOW, tick=False):
        yield NOW


@pytest.fixture
def data_folder() -> Path:
    """Where this run keeps its files."""
    return _DATA


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Chromium, started once for all journeys; each takes its own window."""
    from tests.browsing import a_browser

    with a_browser() as started:
        yield started


@pytest.fixture
def client() -> Any:
    """A browser whose forms carry their key."""
    from tests.sending import FormClient

    return FormClient()

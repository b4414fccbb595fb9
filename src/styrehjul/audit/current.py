"""What has not changed since it was last read need not be read again.

Every write ends in the audit chain, in the transaction of the write itself. The chain's head tells which event wrote
last in each table (`ChainHead.tables`), so it is the version of all data, table by table. A reading request asks for it
once. While something is worked out, the tables that its statements read are noted (`audit.tables`); an answer of plain
values holds, for every request of this process, as long as none of those has been written. Nobody lists by hand what an
answer depends on. An answer with rows in it that could still fetch more by themselves holds until the next write of
anything. Requests that write, commands and tests without a request read afresh; only the frame of the page that answers
a form is read as any page is (`reading`), when its work is over.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from threading import Lock
from typing import Any, TypeVar

from django.db.models import Model
from django.http import HttpRequest, HttpResponse

from styrehjul.audit.models import ChainHead
from styrehjul.audit.settled import is_settled
from styrehjul.audit.tables import noting_reads, tables_of

T = TypeVar("T")
MOST = 4000
# What the worker does to mail is told outside the chain, and the clock tells nobody: what came of them is kept so long.
SECONDS = 60.0
# Nothing is written past the door, so the rest could be kept for ever. It is not, should somebody do it all the same.
LONG = 600.0
CLOCK = "clock"
# Who asks is never part of the answer, only of its name.
SESSIONS = "django_session"
# Written outside the chain too, or never: an answer from here holds no longer than the head itself.
OUTSIDE = frozenset({"styrehjul_outboxmessage", CLOCK})


@dataclass
class Reading:
    """One reading request: the chain's head as it was when it began, and the tables read since, one set per level."""

    head: str
    tables: dict[str, str]
    levels: list[set[str]] = field(default_factory=list)
    # What this request alone has asked, with the tables that it came from.
    answers: dict[Hashable, tuple[Any, set[str]]] = field(default_factory=dict)

    def version(self, table: str) -> str:
        """The event that wrote last in the table, the head where that cannot be told."""
        if table in OUTSIDE or not table.startswith("styrehjul_"):
            return self.head
        return self.tables.get(table) or self.tables.get("", self.head)


@dataclass(frozen=True)
class _Kept:
    head: str
    versions: dict[str, str]
    settled: bool
    at: float
    value: Any

    def holds(self, now: Reading) -> bool:
        if time.monotonic() - self.at >= (LONG if OUTSIDE.isdisjoint(self.versions) else SECONDS):
            return False
        if self.head == now.head:
            return True
        return self.settled and all(now.version(table) == at for table, at in self.versions.items())


class Shown(dict[str, Any]):
    """Values for a page that were worked out together, with what has been drawn of them and nothing else (`{% keep %}`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drawn: dict[Hashable, Any] = {}


@dataclass
class Work:
    """One piece of work that writes: the tables it has written in, and what seldom changes as it read it."""

    written: set[str]
    answers: dict[Hashable, tuple[Any, set[str]]] = field(default_factory=dict)


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)
_work: ContextVar[Work | None] = ContextVar("work", default=None)
_kept: OrderedDict[Hashable, _Kept] = OrderedDict()
_lock = Lock()


def kept(name: Hashable, make: Callable[[], T], *, of: Iterable[Model] | None = None, seldom: bool = False) -> T:
    """`make()`, or what it gave when its tables were as they are now. The name holds everything else it depends on.

    What `make` takes from outside itself may come from anything that the request has read before: those tables count
    too. With `of` it takes nothing but the name and these rows. What comes back is shared between requests: it is read
    and never changed.

    A piece of work that writes reads everything anew, but what changes `seldom`: it goes by what it read first, until
    it has itself written where that came from.
    """
    now = _reading.get()
    if now is None:
        return _read_first(name, make) if seldom else make()
    found = _kept.get(name)
    if found is not None and found.holds(now):
        now.levels[-1].update(found.versions)
        value: T = found.value
        return value
    outside = set().union(*now.levels) if of is None else set().union(*(tables_of(row) for row in of))
    with noting_reads() as inside:
        now.levels.append(inside)
        try:
            value = make()
        finally:
            now.levels.pop()
            now.levels[-1].update(inside)
    tables = (inside | outside) - {SESSIONS}
    now.levels[-1].update(tables)
    versions = {table: now.version(table) for table in tables}
    with _lock:
        _kept[name] = _Kept(now.head, versions, is_settled(value), time.monotonic(), value)
        _kept.move_to_end(name)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return value


def _read_first(name: Hashable, make: Callable[[], T]) -> T:
    work = _work.get()
    if work is None:
        return make()
    found = work.answers.get(name)
    if found is None or not found[1].isdisjoint(work.written):
        with noting_reads() as inside:
            found = work.answers[name] = (make(), inside)
    value: T = found[0]
    return value


@contextmanager
def working(written: set[str]) -> Iterator[None]:
    """One piece of work; `written` is filled with the tables that it writes in."""
    token = _work.set(Work(written))
    try:
        yield
    finally:
        _work.reset(token)


def once(name: Hashable, make: Callable[[], T]) -> T:
    """`make()` once in a reading request: for rows, which the next request is to fetch for itself."""
    now = _reading.get()
    if now is None:
        return make()
    if name not in now.answers:
        with noting_reads() as inside:
            now.levels.append(inside)
            try:
                now.answers[name] = (make(), inside)
            finally:
                now.levels.pop()
                now.levels[-1].update(inside)
    value, tables = now.answers[name]
    now.levels[-1].update(tables)
    found: T = value
    return found


def note_clock() -> None:
    """What is being worked out depends on the hour too."""
    now = _reading.get()
    if now is not None:
        now.levels[-1].add(CLOCK)


def head_now() -> str:
    """The chain's head as it was when this reading request began; empty where nothing is being read."""
    now = _reading.get()
    return now.head if now is not None else ""


def is_reading() -> bool:
    """Whether what is asked for is kept from one request to the next."""
    return _reading.get() is not None


def forget_all() -> None:
    """As a process that has just started: for measuring."""
    with _lock:
        _kept.clear()


@contextmanager
def reading() -> Iterator[None]:
    """Ask for the head of the chain once, and take what still holds: for a request that reads, or a part of a page.

    In the middle of work that writes, and where it is done already, nothing is changed.
    """
    head = None
    if _reading.get() is None and _work.get() is None:
        head = ChainHead.objects.filter(pk=1).values_list("hash", "tables").first()
    if head is None:
        yield
        return
    with noting_reads() as read:
        token = _reading.set(Reading(*head, levels=[read]))
        try:
            yield
        finally:
            _reading.reset(token)


class CurrentDataMiddleware:
    """A request that only reads asks for the head of the chain once."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        with reading():
            return self.get_response(request)

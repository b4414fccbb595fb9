"""What has not changed since it was last read need not be read again.

Every write ends in the audit chain, in the transaction of the write itself. The chain's head tells which event wrote
last in each table (`ChainHead.tables`), so it is the version of all data, table by table. A reading request asks for it
once. While something is worked out, the tables that its statements read are noted (`audit.tables`); an answer of plain
values holds, for every request of this process, as long as none of those has been written. Nobody lists by hand what an
answer depends on. An answer with rows in it that could still fetch more by themselves holds until the next write of
anything. Requests that write, commands and tests without a request always read afresh.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable, Iterable
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
# What the worker does to mail is told outside the chain: nothing is kept longer than this.
SECONDS = 60.0
# Who asks is never part of the answer, only of its name.
SESSIONS = "django_session"
# Written outside the chain too: an answer from here holds no longer than the head itself.
OUTSIDE = frozenset({"styrehjul_outboxmessage"})


@dataclass
class Reading:
    """One reading request: the chain's head as it was when it began, and the tables read since, one set per level."""

    head: str
    tables: dict[str, str]
    levels: list[set[str]] = field(default_factory=list)

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
        if time.monotonic() - self.at >= SECONDS:
            return False
        if self.head == now.head:
            return True
        return self.settled and all(now.version(table) == at for table, at in self.versions.items())


class Shown(dict[str, Any]):
    """Values for a page that were worked out together, with what has been drawn of them and nothing else (`{% keep %}`)."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.drawn: dict[Hashable, Any] = {}


_reading: ContextVar[Reading | None] = ContextVar("reading", default=None)
_kept: OrderedDict[Hashable, _Kept] = OrderedDict()
_lock = Lock()


def kept(name: Hashable, make: Callable[[], T], *, of: Iterable[Model] | None = None) -> T:
    """`make()`, or what it gave when its tables were as they are now. The name holds everything else it depends on.

    What `make` takes from outside itself may come from anything that the request has read before: those tables count
    too. With `of` it takes nothing but the name and these rows. What comes back is shared between requests: it is read
    and never changed.
    """
    now = _reading.get()
    if now is None:
        return make()
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


def is_reading() -> bool:
    """Whether what is asked for is kept from one request to the next."""
    return _reading.get() is not None


def forget_all() -> None:
    """As a process that has just started: for measuring."""
    with _lock:
        _kept.clear()


class CurrentDataMiddleware:
    """Ask for the head of the chain once per reading request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        head = ChainHead.objects.filter(pk=1).values_list("hash", "tables").first()
        if head is None:
            return self.get_response(request)
        with noting_reads() as read:
            token = _reading.set(Reading(*head, levels=[read]))
            try:
                return self.get_response(request)
            finally:
                _reading.reset(token)

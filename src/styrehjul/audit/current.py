"""What has not changed since it was last read need not be read again.

Every write ends in the audit chain, so the chain's head is the version of all data. A reading request asks for it once;
what was worked out under the same head, by any request of this process, still holds. Requests that write, commands and
tests without a request always read afresh.
"""

from __future__ import annotations

import time
from collections import OrderedDict
from collections.abc import Callable, Hashable
from contextvars import ContextVar
from threading import Lock
from typing import Any, TypeVar

from django.http import HttpRequest, HttpResponse

from styrehjul.audit.models import ChainHead

T = TypeVar("T")
MOST = 4000
# What the worker does to mail is told outside the chain: nothing is kept longer than this.
SECONDS = 60.0

_head: ContextVar[str] = ContextVar("head", default="")
_kept: OrderedDict[Hashable, tuple[str, float, Any]] = OrderedDict()
_lock = Lock()


def kept(name: Hashable, make: Callable[[], T]) -> T:
    """`make()`, or what it gave under the same head of the chain. The name holds everything that it depends on.

    What comes back is shared between requests: it is read and never changed.
    """
    head = _head.get()
    if not head:
        return make()
    found = _kept.get(name)
    if found is not None and found[0] == head and time.monotonic() - found[1] < SECONDS:
        value: T = found[2]
        return value
    value = make()
    with _lock:
        _kept[name] = (head, time.monotonic(), value)
        _kept.move_to_end(name)
        while len(_kept) > MOST:
            _kept.popitem(last=False)
    return value


class CurrentDataMiddleware:
    """Ask for the head of the chain once per reading request."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in ("GET", "HEAD"):
            return self.get_response(request)
        head = ChainHead.objects.filter(pk=1).values_list("hash", flat=True).first()
        token = _head.set(head or "")
        try:
            return self.get_response(request)
        finally:
            _head.reset(token)

"""Talk with Kitos: sign in, ask page by page, wait and ask again, and stop with a reason when no answer can be used."""

from __future__ import annotations

import http.client
import json
import random
import re
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from http import HTTPStatus
from typing import Any, cast

from styrehjul.kernel.refusal import Refused
from styrehjul.systems.kitos.scrub import scrubbed

LOCAL = frozenset({"localhost", "127.0.0.1", "::1"})
SIGN_IN = "/api/authorize/GetToken"
AGAIN = frozenset({429, 500, 502, 503, 504})
_CHUNK = 1 << 16


@dataclass(frozen=True)
class Limits:
    """How long and how much we wait for, in seconds and bytes."""

    connect: float = 5
    read: float = 60
    run: float = 30 * 60
    body: int = 50 << 20
    pause: float = 0.1
    pages: int = 400
    page_size: int = 250
    waits: tuple[float, ...] = (1, 4, 15)
    retry_after: float = 120


@dataclass(frozen=True)
class Answer:
    """One list as it was told, and the places where something was left out of it."""

    rows: list[dict[str, Any]]
    removed: tuple[str, ...] = ()
    pages: int = 0


class _Passing(Exception):  # noqa: N818 - what may be otherwise in a moment
    """An answer that may be better the next time."""

    def __init__(self, cause: str, *, status: int = 0, wait: float | None = None) -> None:
        super().__init__(cause)
        self.cause, self.status, self.wait = cause, status, wait


class _Lapsed(Exception):  # noqa: N818 - the pass is out, which is no fault
    """The token is no longer taken."""


class Client:
    """One run's talk with one Kitos. The password and the token live as long as the run, and are written nowhere."""

    def __init__(
        self,
        base: str,
        email: str,
        password: str,
        *,
        limits: Limits = Limits(),
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        jitter: Callable[[], float] = random.random,
    ) -> None:
        self.base, self.limits = checked_base(base), limits
        self._email, self._password, self._token = email, password, ""
        self._sleep, self._clock, self._jitter = sleep, clock, jitter
        self._started, self._renewed = clock(), False
        self.requests = 0
        local = urllib.parse.urlsplit(self.base).hostname in LOCAL
        handlers: list[urllib.request.BaseHandler] = [_Http(limits.connect), _Https(limits.connect), _Stay()]
        if local:
            handlers.append(urllib.request.ProxyHandler({}))
        self._opener = urllib.request.build_opener(*handlers)

    def sign_in(self) -> None:
        """Get a token. A wrong password is never tried again: that would lock the account."""
        said = {"email": self._email, "password": self._password}
        try:
            found = self._patiently(SIGN_IN, lambda: self._ask(SIGN_IN, said=said))
        except _Lapsed:
            raise Refused("kitos.sign_in", address=SIGN_IN, status=401) from None
        answer = found.get("response", found) if isinstance(found, dict) else {}
        token = answer.get("token") if isinstance(answer, dict) else None
        if not isinstance(token, str) or not token or any(ord(sign) < 33 or ord(sign) > 126 for sign in token):
            raise Refused("kitos.shape", address=SIGN_IN, page=0, because="svaret rummer intet adgangstegn")
        self._token = token

    def one(self, path: str) -> dict[str, Any]:
        """A single object."""
        found, _removed = scrubbed(self._get(path, {}), path)
        if not isinstance(found, dict):
            raise Refused("kitos.shape", address=path, page=0, because="der er ikke ét objekt")
        return found

    def rows(self, path: str, query: Mapping[str, str] | None = None, *, key: str = "uuid") -> Answer:
        """A whole list, page by page, until a page is not full. Rows that shifted meanwhile are merged by `key`."""
        found: dict[str, dict[str, Any]] = {}
        removed: list[str] = []
        size, before = self.limits.page_size, None
        for number in range(self.limits.pages):
            raw = self._get(path, {**(query or {}), "page": str(number), "pageSize": str(size)})
            page = _array(raw, path, number)
            keys = [_key(row, key, path, number) for row in page]
            if before is not None and page and keys == before:
                raise Refused("kitos.shape", address=path, page=number, because="den samme side kommer igen")
            before = keys
            for place, row in enumerate(page):
                clean, places = scrubbed(row, f"{path}, side {number}, nr. {place + 1}")
                removed += places
                _merge(found, keys[place], clean)
            if len(page) < size:
                return Answer(list(found.values()), tuple(removed), number + 1)
        raise Refused("kitos.shape", address=path, page=self.limits.pages, because="listen har ingen ende")

    def _get(self, path: str, query: Mapping[str, str]) -> Any:
        address = f"{path}?{urllib.parse.urlencode(query)}" if query else path
        if not self._token:
            self.sign_in()
        try:
            return self._patiently(path, lambda: self._ask(address), page=query.get("page", ""))
        except _Lapsed:
            if self._renewed:
                raise Refused("kitos.lapsed", address=path, status=401) from None
        self._renewed = True
        self.sign_in()
        try:
            return self._patiently(path, lambda: self._ask(address), page=query.get("page", ""))
        except _Lapsed:
            raise Refused("kitos.lapsed", address=path, status=401) from None

    def _patiently(self, path: str, ask: Callable[[], Any], *, page: str = "") -> Any:
        waits = self.limits.waits
        for attempt in range(len(waits) + 1):
            try:
                return ask()
            except _Passing as passing:
                if attempt == len(waits):
                    raise Refused(
                        "kitos.away",
                        address=path,
                        page=page or "0",
                        status=passing.status or "intet",
                        because=passing.cause,
                    ) from None
                wait = waits[attempt] + self._jitter()
                if passing.wait is not None:
                    wait = min(max(passing.wait, 0), self.limits.retry_after)
                self._rest(wait, path)
        raise AssertionError("unreachable")

    def _rest(self, seconds: float, path: str) -> None:
        if self._clock() - self._started + seconds > self.limits.run:
            raise Refused("kitos.too_long", address=path, minutes=int(self.limits.run // 60))
        if seconds > 0:
            self._sleep(seconds)

    def _ask(self, address: str, said: Mapping[str, str] | None = None) -> Any:
        path = address.partition("?")[0]
        self._rest(self.limits.pause, path)
        self.requests += 1
        headers = {"Accept": "application/json", "User-Agent": "Styrehjul"}
        data = None
        if said is not None:
            data, headers["Content-Type"] = json.dumps(said).encode(), "application/json"
        else:
            headers["Authorization"] = f"Bearer {self._token}"
        request = urllib.request.Request(self.base + address, data, headers)  # noqa: S310 - http(s) alone, checked
        try:
            with self._opener.open(request, timeout=self.limits.read) as answer:
                return self._read(cast("http.client.HTTPResponse", answer), path)
        except urllib.error.HTTPError as error:
            with error:
                raise self._no(error, path) from None
        except (http.client.HTTPException, OSError) as error:
            # URLError is an OSError, and so is a timeout. The text of the error may hold the address: it is not kept.
            cause = "svarede for langsomt" if _is_timeout(error) else "forbindelsen blev afbrudt"
            raise _Passing(cause) from None

    def _no(self, error: urllib.error.HTTPError, path: str) -> Exception:
        status = error.code
        if status in AGAIN:
            return _Passing(f"svarede {status}", status=status, wait=_retry_after(error.headers.get("Retry-After")))
        if status == HTTPStatus.UNAUTHORIZED:
            return _Lapsed()
        if status == HTTPStatus.FORBIDDEN:
            return Refused("kitos.forbidden", address=path, status=status)
        if 300 <= status < 400:
            return Refused("kitos.elsewhere", address=path, status=status)
        if path == SIGN_IN and status == HTTPStatus.BAD_REQUEST:
            return _Lapsed()
        return Refused("kitos.shape", address=path, page=0, because=f"Kitos svarede {status}")

    def _read(self, answer: http.client.HTTPResponse, path: str) -> Any:
        parts, size, until = [], 0, self._clock() + self.limits.read
        while part := answer.read1(_CHUNK):
            parts.append(part)
            size += len(part)
            if size > self.limits.body:
                raise Refused("kitos.too_large", address=path, limit=self.limits.body >> 20)
            if self._clock() > until:
                raise _Passing("svarede for langsomt")
        told = answer.headers.get("Content-Length", "")
        if told.isdecimal() and int(told) != size:
            raise _Passing("svaret blev afbrudt undervejs", status=answer.status)
        body = b"".join(parts)
        kind = answer.headers.get_content_type()
        if kind in ("text/html", "application/xhtml+xml") or body.lstrip()[:1] == b"<":
            raise Refused("kitos.shape", address=path, page=0, because="svaret er en webside")
        try:
            return json.loads(body.decode("utf-8-sig"), parse_constant=lambda _word: None)
        except (ValueError, RecursionError):
            raise _Passing("svaret blev afbrudt undervejs", status=answer.status) from None


def checked_base(base: str) -> str:
    """The address without a slash at its end; Refused where it is not https (localhost excepted) or holds more."""
    try:
        parts = urllib.parse.urlsplit(base.strip())
        host, _port = parts.hostname, parts.port
    except ValueError:
        raise Refused("kitos.address") from None
    secure = parts.scheme == "https" or (parts.scheme == "http" and host in LOCAL)
    if not secure or not host or parts.username or parts.password or parts.query or parts.fragment:
        raise Refused("kitos.address")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


def _array(raw: Any, path: str, page: int) -> list[dict[str, Any]]:
    if not isinstance(raw, list):
        raise Refused("kitos.shape", address=path, page=page, because="der er ingen liste")
    for place, row in enumerate(raw):
        if not isinstance(row, dict):
            raise Refused("kitos.shape", address=path, page=page, because=f"nr. {place + 1} er ikke et objekt")
    return raw


def _key(row: Mapping[str, Any], key: str, path: str, page: int) -> str:
    value = row.get(key)
    if not isinstance(value, str) or not is_uuid(value):
        raise Refused("kitos.shape", address=path, page=page, because=f"et element mangler {key}")
    return value.casefold()


def is_uuid(value: str) -> bool:
    """Whether the text is a uuid as Kitos writes them."""
    return re.fullmatch(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}", value) is not None


def _merge(found: dict[str, dict[str, Any]], key: str, row: dict[str, Any]) -> None:
    """The same object twice, because rows moved between two pages: the one changed last wins."""
    before = found.get(key)
    if before is None or str(row.get("lastModified") or "") >= str(before.get("lastModified") or ""):
        found[key] = row


def _retry_after(told: str | None) -> float | None:
    """Seconds, or a day and a time; None where it says neither."""
    if not told:
        return None
    if told.strip().isdecimal():
        return float(told.strip()[:6])
    try:
        return parsedate_to_datetime(told).timestamp() - time.time()
    except (TypeError, ValueError):
        return None


def _is_timeout(error: BaseException) -> bool:
    return isinstance(error, TimeoutError) or isinstance(getattr(error, "reason", None), TimeoutError)


class _Stay(urllib.request.HTTPRedirectHandler):
    """Kitos answers where it is asked: what leads elsewhere would be given the token there."""

    def redirect_request(self, *args: Any, **kwargs: Any) -> None:
        return None


class _Reached:
    """A connection has its own, shorter time to come about."""

    connect_within: float = 5
    timeout: Any
    sock: Any

    def connect(self) -> None:
        reading, self.timeout = self.timeout, self.connect_within
        super().connect()  # type: ignore[misc]  # mixed into the connections below
        self.timeout = reading
        self.sock.settimeout(reading)


class _HttpConnection(_Reached, http.client.HTTPConnection):
    pass


class _HttpsConnection(_Reached, http.client.HTTPSConnection):
    pass


class _Http(urllib.request.HTTPHandler):
    def __init__(self, within: float) -> None:
        super().__init__()
        self._kind: Any = type("Connection", (_HttpConnection,), {"connect_within": within})

    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(self._kind, req)


class _Https(urllib.request.HTTPSHandler):
    def __init__(self, within: float) -> None:
        super().__init__()
        self._kind: Any = type("Connection", (_HttpsConnection,), {"connect_within": within})

    def https_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(self._kind, req)

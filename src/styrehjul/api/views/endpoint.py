"""What every address of the API shares: who asks, how often, and a refusal as problem details (RFC 9457)."""

from __future__ import annotations

import json
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import wraps
from threading import Lock
from typing import Any
from uuid import UUID

from django.core.exceptions import RequestDataTooBig, ValidationError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import CsrfViewMiddleware
from django.views.decorators.csrf import csrf_exempt

from styrehjul.api.actions import token_hash
from styrehjul.api.domain.fields import Wrong
from styrehjul.api.queries import token_of
from styrehjul.audit.unit import Key
from styrehjul.kernel.refusal import NotAllowed, Reason, Refused
from styrehjul.people.entry import now, today
from styrehjul.people.models import Person
from styrehjul.ui import refusals

PROBLEM = "application/problem+json"
STATUS = {
    "busy": 503, "key.reused": 422, "stale": 412, "api.unreadable": 400, "api.signed_out": 401, "api.read_only": 403,
    "api.not_found": 404, "api.stale": 412, "api.if_match": 428, "api.key": 428, "api.invalid": 422, "api.too_many": 429,
    "api.method": 405, "api.too_big": 413, "api.limit": 422, "api.filter": 422,
}  # fmt: skip
# So many requests a minute of one key, and so many tries with a wrong one from one address, in each process.
MOST_REQUESTS, MOST_WRONG = 600, 30
_counts: dict[str, tuple[int, int]] = {}
_lock = Lock()


@dataclass(frozen=True)
class Caller:
    """Who asks, and whether the key that they came with may write."""

    person: Person
    may_write: bool


class Invalid(Refused):
    """A body with faults, each at its place."""

    def __init__(self, wrong: Sequence[Wrong]) -> None:
        super().__init__("api.invalid")
        self.wrong = list(wrong)


Endpoint = Callable[..., HttpResponse]


def endpoint(action: str) -> Callable[[Endpoint], Endpoint]:
    """Mark a view of the API with its row of the policy table. The view is given the caller."""

    def mark(view: Endpoint) -> Endpoint:
        @wraps(view)
        def inner(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            try:
                caller = caller_of(request)
                if request.method not in ("GET", "HEAD", "OPTIONS") and not caller.may_write:
                    raise Refused("api.read_only")
                return view(request, caller, *args, **kwargs)
            except ValidationError as fault:
                wrong = [Wrong(f"/{name}", "value", " ".join(said)) for name, said in fault.message_dict.items()]
                return problem(Invalid(wrong))
            except Refused as refused:
                return problem(refused)
            except NotAllowed as refused:
                return problem(Refused("api.not_found") if refused.hidden else refused)

        marked: Any = csrf_exempt(inner)
        marked.policy_action = action
        marked.is_public = False
        found: Endpoint = marked
        return found

    return mark


def caller_of(request: HttpRequest) -> Caller:
    """The person behind the key, else behind the session. Refused("api.signed_out") for nobody."""
    given = request.headers.get("Authorization", "")
    scheme, _, text = given.partition(" ")
    if given:
        address = str(request.META.get("REMOTE_ADDR", ""))
        token = token_of(token_hash(text.strip())) if scheme.casefold() == "bearer" and text.strip() else None
        if token is None or not token.works(now()) or not token.person.works_on(today()):
            _count(f"wrong {address}", MOST_WRONG)
            raise Refused("api.signed_out")
        _count(f"key {token.uuid}", MOST_REQUESTS)
        return Caller(token.person, token.may_write)
    user: Any = request.user
    if not user.is_authenticated or not user.person.works_on(today()):
        raise Refused("api.signed_out")
    if CsrfViewMiddleware(lambda _request: HttpResponse()).process_view(request, inner_view, (), {}) is not None:
        raise Refused("api.signed_out")
    return Caller(user.person, may_write=True)


def inner_view(request: HttpRequest) -> HttpResponse:
    """Stands for the view where only the form's secret is asked: it is exempt from nothing."""
    return HttpResponse()


def _count(name: str, most: int) -> None:
    minute = int(time.time() // 60)
    with _lock:
        if len(_counts) > 10_000:
            _counts.clear()
        at, count = _counts.get(name, (minute, 0))
        count = count + 1 if at == minute else 1
        _counts[name] = (minute, count)
    if count > most:
        raise Refused("api.too_many")


def problem(refused: Refused | NotAllowed) -> HttpResponse:
    """The refusal as problem details."""
    code = refused.code if isinstance(refused, Refused) else "not_allowed"
    status = STATUS.get(code, 409) if isinstance(refused, Refused) else 403
    body: dict[str, Any] = {
        "type": "about:blank",
        "title": refusals.sentence(refused),
        "status": status,
        "code": code,
        "detail": refusals.way(refused),
        "facts": {name: _plain(value) for name, value in refused.facts.items()},
    }
    if isinstance(refused, Invalid):
        body["error"] = [asdict(wrong) for wrong in refused.wrong[:50]]
    elif isinstance(refused, Refused) and len(refused.reasons) > 1:
        body["error"] = [_reason(reason) for reason in refused.reasons[:50]]
    answer = answered(body, status=status, content_type=PROBLEM)
    if status == 401:
        answer["WWW-Authenticate"] = 'Bearer realm="Styrehjul"'
    if status in (429, 503):
        answer["Retry-After"] = str(60 - int(time.time()) % 60) if status == 429 else "2"
    return answer


def _reason(reason: Reason) -> dict[str, str]:
    return {"path": "", "code": reason.code, "message": refusals.sentence(reason)}


def _plain(value: Any) -> Any:
    if value is None or isinstance(value, (bool, int, str)):
        return value
    return [_plain(one) for one in value] if isinstance(value, (list, tuple)) else str(value)


def answered(body: Mapping[str, Any], *, status: int = 200, content_type: str = "application/json") -> HttpResponse:
    """A JSON answer."""
    return in_json(as_json(body), status=status, content_type=content_type)


def as_json(body: Mapping[str, Any]) -> str:
    """JSON as short as it can be written."""
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"))


def in_json(text: str, *, status: int = 200, content_type: str = "application/json") -> HttpResponse:
    """An answer of what is JSON already."""
    return HttpResponse(text, status=status, content_type=content_type)


def body_of(request: HttpRequest) -> Any:
    """The body as JSON. Refused("api.unreadable") for anything else, "api.too_big" for more than is read."""
    try:
        text = request.body.decode()
        body = json.loads(text, object_pairs_hook=_once)
        # Half a character, written \ud800, is one that no file, page or database takes.
        json.dumps(body, ensure_ascii=False).encode()
    except RequestDataTooBig:
        raise Refused("api.too_big") from None
    except (ValueError, RecursionError):
        raise Refused("api.unreadable") from None
    return body


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object whose keys stand once each: of two alike nobody knows which was meant."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def key_of(request: HttpRequest, caller: Caller, body: Any) -> Key:
    """The Idempotency-Key with what it was sent with: the same again gives the first answer."""
    try:
        key = UUID(request.headers.get("Idempotency-Key", ""))
    except ValueError:
        raise Refused("api.key") from None
    sent = {"body": body, "if_match": request.headers.get("If-Match", "")}
    return Key(key, str(caller.person.uuid), f"{request.method} {request.path}"[:200], sent, now())


def etag(version: int) -> str:
    """A project's version as its ETag."""
    return f'"{version}"'


def matches(header: str, tag: str) -> bool:
    """Whether one of the header's tags is this one; "*" is any."""
    tags = [part.strip().removeprefix("W/") for part in header.split(",")]
    return "*" in tags or tag in tags

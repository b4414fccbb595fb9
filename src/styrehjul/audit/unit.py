"""The entry of every write: one durable transaction, its events chained last, the same form only once."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.db import OperationalError, transaction

from styrehjul.audit.chain import Happening, canonical, chain, digest
from styrehjul.audit.current import working
from styrehjul.audit.models import IdempotencyKey
from styrehjul.audit.nouns import Noun, stamp
from styrehjul.audit.tables import noting_writes
from styrehjul.kernel.refusal import Refused

T = TypeVar("T")
_gathered: ContextVar[list[Happening] | None] = ContextVar("gathered", default=None)
TRIES = 4
# So many rows in one statement.
MANY = 500


@dataclass(frozen=True)
class Key:
    """The identity of one sent form: its hidden key, who sent it, where to, and what it held."""

    key: UUID
    person_id: str
    route: str
    body: dict[str, Any]
    at: datetime


class Repeated(Exception):  # noqa: N818 - not an error: the work was done the first time
    """The same form came again. `answer` is what the first one was answered with."""

    def __init__(self, answer: str) -> None:
        super().__init__(answer)
        self.answer = answer


def run(work: Callable[[], T], *, key: Key | None = None, answer: Callable[[T], str] = lambda result: "") -> T:
    """Carry out `work` in one durable transaction and chain its events as the last statement.

    Tried again when the database is locked by somebody else; Refused("busy") when it stays so. Raises Repeated for
    a form that was carried out before, Refused("key.reused") when its key comes back with other content.
    """
    for attempt in range(TRIES):
        try:
            return _once(work, key, answer)
        except OperationalError as error:
            if "locked" not in str(error) and "deadlock" not in str(error):
                raise
            if attempt == TRIES - 1:
                raise Refused("busy") from error
            time.sleep(random.uniform(0.05, 0.25))  # noqa: S311 - spreads retries, keeps no secret
    raise AssertionError("unreachable")


def _once(work: Callable[[], T], key: Key | None, answer: Callable[[T], str]) -> T:
    token = _gathered.set([])
    try:
        with transaction.atomic(durable=True), noting_writes() as written, working(written):
            if key is not None:
                _refuse_repetition(key)
            result = work()
            if key is not None:
                IdempotencyKey.objects.create(
                    key=key.key,
                    person_id=key.person_id,
                    route=key.route,
                    body_hash=digest(canonical(key.body)),
                    answer=answer(result),
                    at=key.at,
                )
            chain(_gathered.get() or [], written)
            return result
    finally:
        _gathered.reset(token)


@contextmanager
def savepoint() -> Iterator[None]:
    """A part of the work that may fall alone: when it raises, its rows and its events are gone and the rest stands."""
    gathered = _gathered.get()
    kept = len(gathered) if gathered is not None else 0
    try:
        with transaction.atomic():
            yield
    except BaseException:
        if gathered is not None:
            # What was undone did not happen: the chain must not tell of it.
            del gathered[kept:]
        raise


def _refuse_repetition(key: Key) -> None:
    known = IdempotencyKey.objects.filter(pk=key.key).first()
    if known is None:
        return
    same = (known.person_id, known.route, known.body_hash) == (key.person_id, key.route, digest(canonical(key.body)))
    if not same:
        raise Refused("key.reused")
    raise Repeated(known.answer)


def record(
    action: str,
    noun: Any = None,
    *,
    by: Any,
    at: datetime,
    changes: dict[str, Any] | None = None,
    personal: dict[str, Any] | None = None,
    on_behalf_of: Any = None,
) -> None:
    """Tell the chain that something happened. `by` and `on_behalf_of` are persons, or None for the system itself.

    Names and other words about people belong in `personal`, which can be erased; `changes` is for ever.
    """
    happening = Happening(
        at=at,
        action=action,
        actor_id=str(by.uuid) if by else "",
        on_behalf_of=str(on_behalf_of.uuid) if on_behalf_of else "",
        object_type=type(noun)._meta.model_name or "" if noun is not None else "",
        object_uuid=str(getattr(noun, "uuid", "")) if noun is not None else "",
        object_version=getattr(noun, "version", None),
        changes=changes or {},
        personal=personal,
    )
    gathered = _gathered.get()
    if gathered is None:
        with transaction.atomic():
            chain([happening])
    else:
        gathered.append(happening)


def store(
    noun: Noun,
    *,
    by: Any,
    at: datetime,
    action: str,
    reason: str = "",
    on_behalf_of: Any = None,
    personal: dict[str, Any] | None = None,
    private: frozenset[str] = frozenset(),
) -> None:
    """Save a noun with its history row and its event. The only way that nouns are written.

    The event's changes are the columns that differ from the row in the database; those named in `private` are
    told as changed without their content.
    """
    adding = noun._state.adding
    before = {} if adding else _columns(type(noun)._base_manager.get(pk=noun.pk))
    if not adding:
        noun.version += 1
    stamp(noun, at)
    noun._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    noun._history_date = at  # type: ignore[attr-defined]  # as above
    noun._change_reason = reason  # type: ignore[attr-defined]  # as above
    # What it pointed to before needs not be looked for anew.
    stands = {
        f.name
        for f in noun._meta.concrete_fields
        if f.is_relation and f.attname in before and before[f.attname] == getattr(noun, f.attname)
    }
    noun.full_clean(exclude=stands, validate_unique=False, validate_constraints=False)
    noun.save(force_insert=adding)
    after = _columns(noun)
    changes = {
        name: "(ændret)" if name in private else ([None, value] if adding else [before.get(name), value])
        for name, value in after.items()
        if before.get(name) != value and not (adding and value in (None, "", [], {}))
    }
    if reason:
        changes["begrundelse"] = reason
    record(action, noun, by=by, at=at, changes=changes, personal=personal, on_behalf_of=on_behalf_of)


def store_new(nouns: Sequence[Noun], *, by: Any, at: datetime, action: str) -> None:
    """Save many new nouns of one kind at once, each with its history row and its event, as `store` would one by one.

    The keys that they point to are not looked up again: the caller has read those rows.
    """
    if not nouns:
        return
    kind = type(nouns[0])
    links = [field.name for field in kind._meta.concrete_fields if field.is_relation]
    for noun in nouns:
        stamp(noun, at)
        noun.clean_fields(exclude=links)
        noun._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
        noun._history_date = at  # type: ignore[attr-defined]  # as above
    for start in range(0, len(nouns), MANY):
        part = nouns[start : start + MANY]
        kind._base_manager.bulk_create(part)
        kind.history.bulk_history_create(part)  # type: ignore[attr-defined]  # every noun has it
    for noun in nouns:
        changes = {name: [None, value] for name, value in _columns(noun).items() if value not in (None, "", [], {})}
        record(action, noun, by=by, at=at, changes=changes)


def remove(noun: Noun, *, by: Any, at: datetime, action: str, reason: str = "") -> None:
    """Take away what never took force: a sentence of a draft, an annex before dispatch. Its history stays."""
    record(action, noun, by=by, at=at, changes={"removed": [str(noun), None]})
    noun._history_user = by  # type: ignore[attr-defined]  # read by django-simple-history
    noun._history_date = at  # type: ignore[attr-defined]  # as above
    noun._change_reason = reason  # type: ignore[attr-defined]  # as above
    noun.delete()


def _columns(noun: Noun) -> dict[str, Any]:
    kept_apart = {"id", "uuid", "version", "created_at", "updated_at"}
    return {f.attname: getattr(noun, f.attname) for f in noun._meta.concrete_fields if f.attname not in kept_apart}

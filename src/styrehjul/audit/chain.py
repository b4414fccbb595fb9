"""The hash chain: how an event becomes a link, and how the whole chain is verified."""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import Decimal
from enum import Enum
from typing import Any
from uuid import UUID

from styrehjul.audit.models import ChainHead, Event, PersonalPart

ROOT = "0" * 64


@dataclass(frozen=True)
class Happening:
    """An event before it has its place in the chain."""

    at: datetime
    action: str
    actor_id: str = ""
    on_behalf_of: str = ""
    object_type: str = ""
    object_uuid: str = ""
    object_version: int | None = None
    changes: dict[str, Any] = field(default_factory=dict)
    personal: dict[str, Any] | None = None


def plain(value: Any) -> Any:
    """`value` as canonical JSON can hold it: no floats, decimals as text, moments as RFC 3339 in UTC."""
    match value:
        case None | bool() | int() | str():
            return str(value.value) if isinstance(value, Enum) else value
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        case date() | Decimal() | UUID() | float():
            return str(value)
        case dict():
            return {str(key): plain(item) for key, item in value.items()}
        case list() | tuple() | set() | frozenset():
            return [plain(item) for item in value]
        case _:
            return str(value)


def canonical(value: Any) -> str:
    """UTF-8 JSON with sorted keys and no spaces."""
    return json.dumps(plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest(text: str) -> str:
    """SHA-256 in hex."""
    return hashlib.sha256(text.encode()).hexdigest()


def link_hash(event: Event) -> str:
    """The hash that the event must carry, from its own columns and the previous hash."""
    body = {
        "seq": event.seq,
        "at": event.at,
        "actor_id": event.actor_id,
        "on_behalf_of": event.on_behalf_of,
        "action": event.action,
        "object_type": event.object_type,
        "object_uuid": event.object_uuid,
        "object_version": event.object_version,
        "changes": event.changes,
        "personal_digest": event.personal_digest,
    }
    return digest(event.prev_hash + canonical(body))


def chain(happenings: list[Happening], written: set[str] | None = None) -> None:
    """Add the happenings to the chain in their order. The head is locked until the transaction ends.

    `written` are the tables that the transaction has written in; where nobody noted them it may be any.
    """
    if not happenings:
        return
    head, _ = ChainHead.objects.select_for_update().get_or_create(pk=1, defaults={"seq": 0, "hash": ROOT})
    events, parts = [], []
    for happening in happenings:
        seq = head.seq + 1
        personal_digest = ""
        if happening.personal:
            salt = secrets.token_hex(16)
            personal_digest = digest(salt + canonical(happening.personal))
            parts.append(PersonalPart(event_seq=seq, salt=salt, content=plain(happening.personal)))
        event = Event(
            seq=seq,
            at=happening.at,
            actor_id=happening.actor_id,
            on_behalf_of=happening.on_behalf_of,
            action=happening.action,
            object_type=happening.object_type,
            object_uuid=happening.object_uuid,
            object_version=happening.object_version,
            changes=plain(happening.changes),
            personal_digest=personal_digest,
            prev_hash=head.hash,
        )
        event.hash = link_hash(event)
        events.append(event)
        head.seq, head.hash = seq, event.hash
    Event.objects.bulk_create(events)
    PersonalPart.objects.bulk_create(parts)
    mark = head.hash[:16]
    if written is None or "" not in head.tables:
        head.tables = {"": mark}
    else:
        head.tables |= dict.fromkeys((*written, ChainHead._meta.db_table), mark)
    head.save()


@dataclass(frozen=True)
class Verdict:
    """What `verify` found. `bad_seq` is the first bad row, `anchor_found` None when no anchor was asked for."""

    events: int
    head: str
    anchor_found: bool | None = None
    bad_seq: int | None = None
    because: str = ""


def verify(anchor: str | None = None) -> Verdict:
    """Walk the chain from its first link. Stops at the first row that does not hold."""
    previous, count, found = ROOT, 0, None if anchor is None else False
    for event in _events():
        expected = count + 1
        if event.seq != expected:
            return Verdict(count, previous, found, expected, "mangler")
        if event.prev_hash != previous or event.hash != link_hash(event):
            return Verdict(count, previous, found, event.seq, "er ændret")
        part = PersonalPart.objects.filter(pk=event.seq).first() if event.personal_digest else None
        if part and part.content is not None and digest(part.salt + canonical(part.content)) != event.personal_digest:
            return Verdict(count, previous, found, event.seq, "har fået sin personlige del ændret")
        previous, count = event.hash, expected
        if anchor is not None and event.hash == anchor:
            found = True
    head = ChainHead.objects.filter(pk=1).first()
    if head and (head.seq, head.hash) != (count, previous):
        return Verdict(count, previous, found, count + 1, "mangler i slutningen af kæden")
    return Verdict(count, previous, found)


def head_hash() -> str:
    """The hash of the last event: what is printed in an agenda as the chain's anchor."""
    head = ChainHead.objects.filter(pk=1).first()
    return head.hash if head else ROOT


def _events() -> Iterator[Event]:
    return Event.objects.order_by("seq").iterator(chunk_size=2000)

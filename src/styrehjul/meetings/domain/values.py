"""What goes in and out of the meetings' actions as plain values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from styrehjul.kernel.refusal import Reason


@dataclass(frozen=True)
class EffectText:
    """An effect as a form says it: what happens, to which project, with what."""

    command: str
    project_id: int | None = None
    args: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class PointText:
    """One at-sentence without its "at", and the effects that hang on it."""

    text: str
    effects: tuple[EffectText, ...] = ()


@dataclass(frozen=True)
class MemoText:
    """A *notat*: a titled text that is printed after the item."""

    title: str
    text: str = ""


@dataclass(frozen=True)
class BuiltAgenda:
    """An agenda built outside any transaction: its canonical content, the hash of it, and the files made from it.

    `frozen` holds the live content of each standing item (treatment key -> {"as_of", "blocks"}) as it was built in.
    `reasons` stand in the way of sending it to the chair; `remarks` are only to be known.
    """

    meeting_id: int
    number: int
    content: str
    sha256: str
    members_pdf: bytes
    open_pdf: bytes
    reading_copy: bytes
    frozen: Mapping[int, Any]
    reasons: tuple[Reason, ...]
    remarks: tuple[Reason, ...]
    audit_head: str
    built_at: datetime


@dataclass(frozen=True)
class BuiltMinutes:
    """Minutes built outside any transaction, as `BuiltAgenda`."""

    meeting_id: int
    number: int
    content: str
    sha256: str
    pdf: bytes
    open_pdf: bytes
    reasons: tuple[Reason, ...]
    audit_head: str
    built_at: datetime

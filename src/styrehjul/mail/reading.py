"""The demo's mail folder, read: what was sent, to whom, with what."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.parser import BytesHeaderParser
from email.policy import default
from email.utils import parsedate_to_datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from icalendar import Calendar

from styrehjul.kernel.danish import ZONE

_NAME = re.compile(r"[0-9A-Za-z-]+\.eml")


@dataclass(frozen=True)
class CalendarPart:
    """The invitation in a mail, as a calendar would read it."""

    method: str
    summary: str
    starts_at: datetime
    ends_at: datetime | None
    location: str
    organizer: str
    attendees: tuple[str, ...]
    uid: str
    sequence: int
    cancelled: bool


@dataclass(frozen=True)
class AttachedPart:
    """A file in a mail; `number` is how the download page asks for it."""

    number: int
    name: str
    content_type: str
    size: int


@dataclass(frozen=True)
class ReadMail:
    """One mail of the folder."""

    file: str
    sent_at: datetime | None
    sender: str
    to: str
    reply_to: str
    subject: str
    message_id: str
    text: str
    calendar: CalendarPart | None
    attachments: tuple[AttachedPart, ...]


def newest_first(folder: Path, *, to: str = "", limit: int = 100) -> list[ReadMail]:
    """The mails of the folder; `to` keeps those whose recipient or subject has the word in it."""
    named = (path for path in folder.glob("*.eml") if _NAME.fullmatch(path.name))
    headed = sorted((_header(path) for path in named), reverse=True)
    wanted = [name for _, name, said in headed if to.casefold() in said]
    return [_read(folder / name) for name in wanted[:limit]]


def one(folder: Path, name: str) -> ReadMail | None:
    """The mail of that name, or None."""
    path = _path(folder, name)
    return _read(path) if path else None


def attachment(folder: Path, name: str, number: int) -> tuple[AttachedPart, bytes] | None:
    """An attached file with its bytes, or None."""
    path = _path(folder, name)
    if path is None:
        return None
    parts = list(_parsed(path).iter_attachments())
    if not 0 <= number < len(parts):
        return None
    return _attached(number, parts[number]), _content(parts[number])


def _path(folder: Path, name: str) -> Path | None:
    path = folder / name
    return path if _NAME.fullmatch(name) and path.is_file() else None


def _parsed(path: Path) -> EmailMessage:
    mail = message_from_bytes(path.read_bytes(), policy=default)
    assert isinstance(mail, EmailMessage)  # the default policy makes nothing else
    return mail


# A mail never changes once it is written, and is the same for everybody who looks.
@lru_cache(maxsize=4096)
def _header(path: Path) -> tuple[float, str, str]:
    """When the mail says it was sent (a demo writes two years in one minute), its file, and what it is found by."""
    with path.open("rb") as file:
        head = BytesHeaderParser(policy=default).parse(file)
    said = str(head["Date"] or "")
    return (
        parsedate_to_datetime(said).timestamp() if said else 0.0,
        path.name,
        f"{head['To']} {head['Subject']}".casefold(),
    )


@lru_cache(maxsize=512)
def _read(path: Path) -> ReadMail:
    mail = _parsed(path)
    body = mail.get_body(preferencelist=("plain", "html"))
    return ReadMail(
        file=path.name,
        sent_at=parsedate_to_datetime(str(mail["Date"])).astimezone(ZONE) if mail["Date"] else None,
        sender=str(mail["From"] or ""),
        to=str(mail["To"] or ""),
        reply_to=str(mail["Reply-To"] or ""),
        subject=str(mail["Subject"] or ""),
        message_id=str(mail["Message-ID"] or ""),
        text=str(body.get_content()) if isinstance(body, EmailMessage) else "",
        calendar=_calendar(mail),
        attachments=tuple(_attached(number, part) for number, part in enumerate(mail.iter_attachments())),
    )


def _attached(number: int, part: EmailMessage) -> AttachedPart:
    name = part.get_filename() or f"bilag-{number + 1}"
    return AttachedPart(number, name, part.get_content_type(), len(_content(part)))


def _content(part: EmailMessage) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""


def _calendar(mail: EmailMessage) -> CalendarPart | None:
    for part in mail.walk():
        if part.get_content_type() == "text/calendar":
            calendar = Calendar.from_ical(_content(part))
            event: Any = calendar.walk("VEVENT")[0]
            ends = event.get("dtend")
            attendees = event.get("attendee", [])
            return CalendarPart(
                method=str(calendar.get("method", "")),
                summary=str(event.get("summary", "")),
                starts_at=event["dtstart"].dt.astimezone(ZONE),
                ends_at=ends.dt.astimezone(ZONE) if ends else None,
                location=str(event.get("location", "")),
                organizer=_person(event.get("organizer")),
                attendees=tuple(_person(a) for a in (attendees if isinstance(attendees, list) else [attendees])),
                uid=str(event.get("uid", "")),
                sequence=int(event.get("sequence", 0)),
                cancelled=str(event.get("status", "")) == "CANCELLED" or str(calendar.get("method", "")) == "CANCEL",
            )
    return None


def _person(address: object) -> str:
    """ "Stine Holm (stine@...)"."""
    if address is None:
        return ""
    mailbox = str(address).partition(":")[2] or str(address)
    name = str(getattr(address, "params", {}).get("CN", ""))
    return f"{name} ({mailbox})" if name else mailbox

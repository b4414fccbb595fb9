"""The mailbox that calendar answers come to, read over IMAP.

Reading leaves no trace there: the folder is opened read-only and nothing is marked, moved or deleted, so that people
may use the same mailbox. How far it has been read is remembered here.
"""

from __future__ import annotations

import hashlib
import imaplib
import logging
import re
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from email.utils import parseaddr

from django.conf import settings
from django.db import OperationalError

from styrehjul.kernel.refusal import Refused
from styrehjul.mail.models import InboxMark

logger = logging.getLogger("styrehjul.mail")
MOST_AT_ONCE = 50
# A calendar answer is a few kilobytes; somebody's holiday pictures are not read.
MOST_BYTES = 1024 * 1024
# The first time a mailbox is opened, no further back than this.
LOOK_BACK = timedelta(days=30)
TIMEOUT = 30
_RESULT = re.compile(r"\bdkim\s*=\s*(\w+)([^;]*)", re.IGNORECASE)
_DOMAIN = re.compile(r"header\.(?:d\s*=\s*|i\s*=\s*\S*@)([\w.-]+)", re.IGNORECASE)
# English whatever the language of the machine: IMAP knows no other months.
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


@dataclass(frozen=True)
class Incoming:
    """A mail with a calendar in it: from whom, whether that could be confirmed, and the calendar as it came.

    `source` is the mail's fingerprint, so that the same mail read twice is known.
    """

    sender: str
    trusted: bool
    calendar: bytes
    source: str


def fetch(handle: Callable[[Incoming], object], at: datetime) -> int:
    """Give each new calendar mail to `handle` once and return how many mails were read.

    A mail that cannot be handled is left behind and told in the log; a database that is busy is asked again next time.
    """
    if settings.DEMO or not settings.IMAP_HOST:
        return 0
    try:
        with _opened_folder() as (box, validity):
            return _read(box, _mark(validity), handle, at)
    except (imaplib.IMAP4.error, OSError, ssl.SSLError) as error:
        logger.warning("inbox_away", extra={"error": type(error).__name__})
        return 0


def _read(box: imaplib.IMAP4, mark: InboxMark, handle: Callable[[Incoming], object], at: datetime) -> int:
    read = 0
    for uid in _new_uids(box, mark, at)[:MOST_AT_ONCE]:
        raw = _mail(box, uid)
        incoming = opened(raw, settings.IMAP_AUTHSERV) if raw is not None else None
        if incoming is not None:
            try:
                handle(incoming)
            except (OperationalError, Refused) as busy:
                if isinstance(busy, Refused) and busy.code != "busy":
                    logger.exception("inbox_mail_failed", extra={"uid": uid})
                else:
                    raise
            except Exception:
                logger.exception("inbox_mail_failed", extra={"uid": uid})
        mark.last_uid = uid
        mark.save()
        read += 1
    return read


@contextmanager
def _opened_folder() -> Iterator[tuple[imaplib.IMAP4, int]]:
    """The folder, read-only, and the number of its present life."""
    box: imaplib.IMAP4
    if settings.IMAP_SECURITY == "tls":
        box = imaplib.IMAP4_SSL(
            settings.IMAP_HOST, settings.IMAP_PORT, ssl_context=ssl.create_default_context(), timeout=TIMEOUT
        )
    else:
        box = imaplib.IMAP4(settings.IMAP_HOST, settings.IMAP_PORT, timeout=TIMEOUT)
    try:
        if settings.IMAP_SECURITY == "starttls":
            box.starttls(ssl.create_default_context())
        box.login(settings.IMAP_USER, settings.IMAP_PASSWORD)
        answer, _ = box.select(f'"{settings.IMAP_FOLDER}"', readonly=True)
        if answer != "OK":
            raise imaplib.IMAP4.error("the folder cannot be opened")
        yield box, _number(box.response("UIDVALIDITY")[1])
    finally:
        try:
            box.logout()
        except (imaplib.IMAP4.error, OSError):
            with suppress(OSError):
                box.shutdown()


def _mark(validity: int) -> InboxMark:
    folder = f"{settings.IMAP_USER}@{settings.IMAP_HOST}/{settings.IMAP_FOLDER}"[:320]
    mark = InboxMark.objects.filter(folder=folder).first() or InboxMark(folder=folder, validity=validity)
    if mark.validity != validity:
        mark.validity, mark.last_uid = validity, 0
    return mark


def _new_uids(box: imaplib.IMAP4, mark: InboxMark, at: datetime) -> list[int]:
    wanted = f"UID {mark.last_uid + 1}:*"
    if mark.last_uid == 0:
        day = at - LOOK_BACK
        wanted = f"SINCE {day.day:02}-{_MONTHS[day.month - 1]}-{day.year}"
    answer, found = box.uid("SEARCH", wanted)
    if answer != "OK" or not found or not found[0]:
        return []
    # "n:*" always names the last mail, also when its number is lower.
    return sorted(uid for uid in map(int, found[0].split()) if uid > mark.last_uid)


def _mail(box: imaplib.IMAP4, uid: int) -> bytes | None:
    """The mail, or None where it is too large or gone meanwhile."""
    answer, size = box.uid("FETCH", str(uid), "(RFC822.SIZE)")
    if answer != "OK" or _number(size, before=rb"RFC822\.SIZE ") > MOST_BYTES:
        return None
    answer, found = box.uid("FETCH", str(uid), "(BODY.PEEK[])")
    parts = [part[1] for part in found or [] if isinstance(part, tuple)] if answer == "OK" else []
    return parts[0] if parts else None


def _number(found: object, before: bytes = b"") -> int:
    match = re.search(before + rb"(\d+)", b" ".join(x for x in found or [] if isinstance(x, bytes)))  # type: ignore[attr-defined]  # imaplib says Any
    return int(match.group(1)) if match else 0


def opened(raw: bytes, authserv: str = "") -> Incoming | None:
    """What matters of a mail; None where there is no calendar in it or nobody to ascribe it to."""
    mail = message_from_bytes(raw, policy=default)
    sender = parseaddr(_header(mail, "From"))[1].casefold()
    calendar = next((part for part in mail.walk() if part.get_content_type() == "text/calendar"), None)
    data = calendar.get_payload(decode=True) if calendar is not None else None
    if not sender or not isinstance(data, bytes):
        return None
    charset = (calendar.get_content_charset() if calendar is not None else None) or "utf-8"
    if charset.lower() not in ("utf-8", "us-ascii"):
        with suppress(LookupError):
            data = data.decode(charset, "replace").encode()
    return Incoming(sender, sender_holds(mail, sender, authserv), data, hashlib.sha256(raw).hexdigest())


def sender_holds(mail: EmailMessage, sender: str, authserv: str = "") -> bool:
    """Whether the municipality's own mail server lets the sender's domain stand.

    With `authserv` (the name the server signs its findings with) a mail from outside must carry a valid signature of
    the sender's domain; one without findings never left the house. Without it only a signature that failed counts.
    """
    found = [str(value) for value in mail.get_all("Authentication-Results", [])]
    if authserv:
        found = [value for value in found if value.partition(";")[0].split()[:1] == [authserv]]
    if not found:
        return True
    # The topmost is the last server's: ours. Those below came with the mail.
    results = _RESULT.findall(found[0])
    domain = sender.rpartition("@")[2]
    for result, rest in results:
        signed_by = [name.casefold() for name in _DOMAIN.findall(rest)]
        if result.casefold() == "pass" and any(domain == name or domain.endswith(f".{name}") for name in signed_by):
            return True
    return not authserv and all(result.casefold() != "fail" for result, _ in results)


def _header(mail: EmailMessage, name: str) -> str:
    try:
        return str(mail[name] or "")
    except (ValueError, IndexError, AttributeError):
        # The library trips over some of what strangers write; such a header is as good as none.
        return ""

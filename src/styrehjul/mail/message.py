"""A row of the outbox as the mail that leaves the house.

multipart/mixed{ multipart/alternative{ plain, html, calendar last }, attachments }: in this order Outlook shows the
answer buttons and everybody else shows the text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from email.header import Header
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, Policy
from email.utils import format_datetime, parseaddr

from django.conf import settings

from styrehjul.kernel.danish import ZONE
from styrehjul.mail.models import OutboxMessage

# Seven bits pass every mail server there is.
POLICY = SMTP.clone(cte_type="7bit")


@dataclass(frozen=True)
class Attached:
    """A file that goes with a mail."""

    name: str
    content_type: str
    data: bytes


class _Subject(str):
    """A subject with Danish letters, written whole as encoded words.

    Left to itself the library encodes word by word, and the reader's mail program leaves out the space between two
    such words: "Robotstøttetbogføring".
    """

    # With a name, the policy takes it for a header that knows how to write itself.
    name = "Subject"

    def fold(self, *, policy: Policy) -> str:
        written = Header(str(self), "utf-8", header_name=self.name).encode(linesep=policy.linesep)
        return f"{self.name}: {written}{policy.linesep}"


def build(row: OutboxMessage, files: Sequence[Attached] = ()) -> EmailMessage:
    """The whole mail. The same row gives the same headers, also when it is sent again."""
    mail = EmailMessage(policy=POLICY)
    mail["Message-ID"] = row.message_id
    mail["Date"] = format_datetime(row.created_at.astimezone(ZONE))
    mail["From"] = _address(row.sender or settings.DEFAULT_FROM_EMAIL)
    mail["To"] = _address(row.recipient, row.recipient_name)
    if row.reply_to:
        mail["Reply-To"] = _address(row.reply_to)
    mail["Subject"] = row.subject if row.subject.isascii() else _Subject(row.subject)
    # Holiday answers to a system would come back as mail that nobody reads.
    mail["Auto-Submitted"] = "auto-generated"
    mail["X-Auto-Response-Suppress"] = "OOF, AutoReply"
    mail.set_content(row.text_body)
    if row.html_body:
        mail.add_alternative(row.html_body, subtype="html")
    if row.calendar:
        mail.add_alternative(row.calendar, subtype="calendar", params={"method": row.calendar_method})
        # The same frame with and without files: some gateways find the invitation only inside it.
        mail.make_mixed()
    for file in files:
        kind, _, subtype = file.content_type.partition(";")[0].partition("/")
        mail.add_attachment(file.data, maintype=kind, subtype=subtype or "octet-stream", filename=file.name)
    return mail


def sender_address(row: OutboxMessage) -> str:
    """The address that the mail server is told the mail is from."""
    return parseaddr(row.sender or settings.DEFAULT_FROM_EMAIL)[1]


def _address(written: str, name: str = "") -> Address:
    shown, address = parseaddr(written)
    return Address(name or shown, addr_spec=address)

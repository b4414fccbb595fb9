"""A mail server to test against: it takes mail for real, and misbehaves for the recipients it is told to."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller


@dataclass
class Sink:
    """What came in, as (recipients, mail), and how to answer: by recipient, to RCPT or to the end of the text."""

    to_rcpt: dict[str, str] = field(default_factory=dict)
    to_data: dict[str, str] = field(default_factory=dict)
    drops_after_data: set[str] = field(default_factory=set)
    received: list[tuple[list[str], EmailMessage]] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    hangs: str = ""
    port: int = 0

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:
        self.asked.append(address)
        if self.hangs == "rcpt":
            await asyncio.sleep(1)
        if address in self.to_rcpt:
            return self.to_rcpt[address]
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:
        (recipient,) = envelope.rcpt_tos
        if self.hangs == "data":
            await asyncio.sleep(1)
        if recipient in self.to_data:
            return self.to_data[recipient]
        mail = message_from_bytes(envelope.content, policy=default)
        assert isinstance(mail, EmailMessage)
        self.received.append((list(envelope.rcpt_tos), mail))
        if recipient in self.drops_after_data:
            # The mail is in, and the answer never comes.
            server.transport.abort()
        return "250 2.0.0 Modtaget som nr. 7"

    def recipients(self) -> list[str]:
        return [recipient for recipients, _ in self.received for recipient in recipients]


def a_free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


@contextmanager
def listening() -> Iterator[Sink]:
    """A sink on a port of this machine."""
    sink = Sink(port=a_free_port())
    controller = Controller(sink, hostname="127.0.0.1", port=sink.port)
    controller.start()
    try:
        yield sink
    finally:
        controller.stop()

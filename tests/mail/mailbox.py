"""A mailbox to test against: it speaks the little of IMAP that is asked of it, over a real connection."""

from __future__ import annotations

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests.mail.sink import a_free_port

PASSWORD = "hemmelig"


@dataclass
class Mailbox:
    """The mails by their UID, and every command that came. `hangs_up` ends the connection at that command."""

    mails: dict[int, bytes] = field(default_factory=dict)
    validity: int = 7
    asked: list[str] = field(default_factory=list)
    hangs_up: str = ""
    port: int = 0

    def add(self, raw: bytes) -> int:
        uid = max(self.mails, default=0) + 1
        self.mails[uid] = raw
        return uid

    def commands(self) -> list[str]:
        """The first words of what was asked, without the tags."""
        return [line.split(" ", 1)[1].split("(")[0].strip() for line in self.asked]


def _answer(box: Mailbox, line: str) -> tuple[bytes, str]:
    """What comes before the tagged answer, and the answer itself."""
    command = line.upper()
    if command.startswith("CAPABILITY"):
        return b"* CAPABILITY IMAP4rev1\r\n", "OK done"
    if command.startswith("LOGIN"):
        return b"", "OK done" if PASSWORD in line else "NO wrong"
    if command.startswith("EXAMINE"):
        head = f"* {len(box.mails)} EXISTS\r\n* OK [UIDVALIDITY {box.validity}] UIDs valid\r\n"
        return head.encode(), "OK [READ-ONLY] done" if "INBOX" in command else "NO no such folder"
    if command.startswith("UID SEARCH"):
        least = re.search(r"UID (\d+):\*", command.removeprefix("UID SEARCH"))
        found = [uid for uid in box.mails if uid >= (int(least.group(1)) if least else 0)]
        found = found or ([max(box.mails)] if box.mails and least else [])
        return f"* SEARCH {' '.join(map(str, found))}\r\n".encode(), "OK done"
    if fetched := re.match(r"UID FETCH (\d+) \((.+)\)", command):
        uid = int(fetched.group(1))
        raw = box.mails.get(uid, b"")
        if "SIZE" in command:
            return f"* 1 FETCH (UID {uid} RFC822.SIZE {len(raw)})\r\n".encode(), "OK done"
        return f"* 1 FETCH (UID {uid} BODY[] {{{len(raw)}}}\r\n".encode() + raw + b")\r\n", "OK done"
    if command.startswith("LOGOUT"):
        return b"* BYE\r\n", "OK done"
    return b"", "BAD what is that"


def _serve(box: Mailbox, client: socket.socket) -> None:
    with client, client.makefile("rwb") as stream:
        stream.write(b"* OK ready\r\n")
        stream.flush()
        for raw in stream:
            line = raw.decode().strip()
            box.asked.append(line)
            tag, _, rest = line.partition(" ")
            if box.hangs_up and rest.upper().startswith(box.hangs_up):
                return
            before, answer = _answer(box, rest)
            stream.write(before + f"{tag} {answer}\r\n".encode())
            stream.flush()
            if rest.upper().startswith("LOGOUT"):
                return


@contextmanager
def standing() -> Iterator[Mailbox]:
    """A mailbox on a port of this machine."""
    box = Mailbox(port=a_free_port())
    server = socket.create_server(("127.0.0.1", box.port))

    def accept() -> None:
        while True:
            try:
                client, _ = server.accept()
            except OSError:
                return
            _serve(box, client)

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield box
    finally:
        # Closing alone leaves a waiting accept() waiting.
        server.shutdown(socket.SHUT_RDWR)
        server.close()
        thread.join(timeout=5)

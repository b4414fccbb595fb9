"""Foreign files are read in a process of their own, with little memory and little time.

A 600 kB spreadsheet can ask for more than a gigabyte. Here it gets 512 MB and ten seconds, and when it wants more,
only the child dies. The child has none of our settings or secrets: it gets bytes and gives back bytes.

A message, both ways, is the length of a JSON text, the text, and then the blobs whose sizes the text gives.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from styrehjul.kernel.refusal import Refused

MEMORY = 512 * 1024 * 1024
SECONDS = 10
SOURCE = Path(__file__).resolve().parents[2]
Json = dict[str, Any]
Blobs = list[bytes]


def run(
    job: str, facts: Json, blobs: Sequence[bytes] = (), *, memory: int = MEMORY, seconds: float = SECONDS
) -> tuple[Json, Blobs]:
    """Do one of the jobs of `documents.foreign` in a child; what it refuses is raised here.

    Raises Refused("file.slow") when the memory or the time did not suffice.
    """
    command = [sys.executable, "-m", "styrehjul.documents.foreign", job, str(memory), str(int(seconds) + 1)]
    environment = {"PYTHONPATH": str(SOURCE), "PYTHONUTF8": "1", "PATH": os.environ.get("PATH", "")}
    try:
        done = subprocess.run(  # noqa: S603 - our own module and job
            command, input=packed(facts, blobs), capture_output=True, timeout=seconds, env=environment, check=False
        )
    except subprocess.TimeoutExpired:
        raise Refused("file.slow") from None
    if done.returncode != 0:
        raise Refused("file.slow")
    answer, found = unpacked(done.stdout)
    if code := answer.get("refused"):
        raise Refused(code, **answer["facts"])
    return answer, found


def packed(facts: Json, blobs: Sequence[bytes]) -> bytes:
    """Facts and blobs as one message."""
    text = json.dumps({"facts": facts, "sizes": [len(blob) for blob in blobs]}, ensure_ascii=False).encode()
    return b"".join((struct.pack(">I", len(text)), text, *blobs))


def unpacked(message: bytes) -> tuple[Json, Blobs]:
    """The facts and blobs of a message."""
    (length,) = struct.unpack_from(">I", message)
    at = 4 + length
    head = json.loads(message[4:at])
    blobs = []
    for size in head["sizes"]:
        blobs.append(message[at : at + size])
        at += size
    return head["facts"], blobs

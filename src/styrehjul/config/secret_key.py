"""The key that signs sessions and links: given, or drawn once and kept in the data folder."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

FILE = "secret-key"


def secret_key(data: Path) -> str:
    """The kept key; drawn on the first start.

    Without a data folder there is nothing to sign for yet, so nothing is written: a command that only looks at a file
    must not leave a folder behind.
    """
    file = data / FILE
    try:
        return file.read_text(encoding="ascii").strip()
    except FileNotFoundError:
        key = secrets.token_urlsafe(48)
    if not data.is_dir():
        return key
    # Written beside and linked into place: two processes that start at once end with the same, whole key.
    draft = data / f".{FILE}.{os.getpid()}.{secrets.token_hex(4)}"
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as out:
            out.write(key + "\n")
            out.flush()
            os.fsync(out.fileno())
        os.link(draft, file)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    except PermissionError:
        return key  # a reader of somebody else's folder; the server itself checks that it can write
    finally:
        draft.unlink(missing_ok=True)
    return key

"""Keeping files: on the disk first, whole and synced, then the row. At worst a file without a row, never the reverse."""

from __future__ import annotations

import errno
import hashlib
import os
import shutil
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

from django.conf import settings
from django.http import HttpResponse
from django.utils.http import content_disposition_header

from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused

LEAST_FREE = 300 * 1024 * 1024
# A file without a row may belong to an action that has not committed yet.
ORPHAN_AFTER = timedelta(hours=24)


def store_bytes(
    data: bytes, *, name: str, content_type: str, kind: str, at: datetime, created_by_id: str = ""
) -> StoredFile:
    """Keep the bytes for good and write their row in the caller's transaction.

    The file is written under another name, synced, renamed, and its folder synced, before the row exists; a power
    loss leaves a file that nobody knows, which `sweep_orphans` takes later. Raises Refused: file.empty,
    file.low_space, file.no_space.
    """
    if not data:
        raise Refused("file.empty", name=name)
    identity = uuid4()
    write_file(path_of(identity), data, name=name)
    return StoredFile.objects.create(
        uuid=identity,
        name=name,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        content_type=content_type,
        kind=kind,
        created_at=at,
        created_by_id=created_by_id,
    )


def read_bytes(file: StoredFile | UUID | str) -> bytes:
    """The bytes, proved by their checksum. Raises Refused("file.gone") or Refused("file.altered")."""
    row = file if isinstance(file, StoredFile) else StoredFile.objects.get(uuid=file)
    try:
        data = path_of(row.uuid).read_bytes()
    except FileNotFoundError:
        raise Refused("file.gone", name=row.name) from None
    if hashlib.sha256(data).hexdigest() != row.sha256:
        raise Refused("file.altered", name=row.name)
    return data


def path_of(identity: UUID) -> Path:
    """Where a file lies: uploads / the first two hex digits / its identity."""
    return Path(settings.MEDIA_ROOT) / identity.hex[:2] / str(identity)


def write_file(path: Path, data: bytes, *, name: str = "") -> None:
    """Write a file so that it is either there whole, also after a power loss, or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if shutil.disk_usage(path.parent).free < LEAST_FREE:
        raise Refused("file.low_space", name=name)
    temporary = path.with_name(f".{path.name}.part")
    try:
        with open(temporary, "xb", opener=_private) as opened:
            opened.write(data)
            opened.flush()
            os.fsync(opened.fileno())
        temporary.rename(path)
        _sync_folder(path.parent)
        _sync_folder(path.parent.parent)
    except OSError as error:
        temporary.unlink(missing_ok=True)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            raise Refused("file.no_space", name=name) from error
        raise


def sweep_orphans(at: datetime) -> int:
    """Remove files that have had no row for a day: what a power loss or a rolled back action left behind."""
    root = Path(settings.MEDIA_ROOT)
    removed = 0
    for path in root.glob("??/*"):
        old = datetime.fromtimestamp(path.stat().st_mtime, tz=at.tzinfo) < at - ORPHAN_AFTER
        if old and not _has_row(path.name):
            path.unlink(missing_ok=True)
            removed += 1
    return removed


def _has_row(name: str) -> bool:
    try:
        return StoredFile.objects.filter(uuid=UUID(name)).exists()
    except ValueError:
        return False


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _sync_folder(folder: Path) -> None:
    opened = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)


def download(data: bytes, *, name: str, content_type: str) -> HttpResponse:
    """An answer that saves a file and never shows it on our own address, whatever it holds."""
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name) or "attachment"
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response

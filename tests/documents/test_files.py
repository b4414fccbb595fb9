"""Files on the disk and their rows."""

from __future__ import annotations

import errno
import os
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from pytest_django.fixtures import Settings

from styrehjul.documents import files
from styrehjul.documents.models import StoredFile
from styrehjul.kernel.refusal import Refused


@pytest.fixture(autouse=True)
def own_folder(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    return tmp_path / "uploads"


def a_file(now: datetime, data: bytes = b"indhold") -> StoredFile:
    return files.store_bytes(data, name="Møde 1.pdf", content_type="application/pdf", kind="agenda", at=now)


@pytest.mark.django_db
def test_a_file_lies_under_its_own_identity_and_reads_back(now: datetime, own_folder: Path) -> None:
    row = a_file(now)

    assert files.read_bytes(row) == files.read_bytes(row.uuid) == b"indhold"
    assert [path.relative_to(own_folder) for path in own_folder.rglob("*") if path.is_file()] == [
        Path(row.uuid.hex[:2]) / str(row.uuid)
    ]
    assert (row.size, row.name, row.kind) == (7, "Møde 1.pdf", "agenda")
    assert files.path_of(row.uuid).stat().st_mode & 0o077 == 0


@pytest.mark.django_db
def test_the_file_is_whole_and_synced_before_its_row(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    steps: list[str] = []
    sync, rename, create = os.fsync, Path.rename, StoredFile.objects.create

    def noted_create(**values: Any) -> StoredFile:
        steps.append("row")
        return create(**values)

    def noted_sync(number: int) -> None:
        steps.append("sync")
        sync(number)

    def noted_rename(own: Path, to: Path) -> Path:
        steps.append("rename")
        return rename(own, to)

    monkeypatch.setattr(os, "fsync", noted_sync)
    monkeypatch.setattr(Path, "rename", noted_rename)
    monkeypatch.setattr(StoredFile.objects, "create", noted_create)
    a_file(now)

    assert steps == ["sync", "rename", "sync", "sync", "row"]


@pytest.mark.django_db
def test_what_is_gone_or_altered_is_said(now: datetime) -> None:
    row = a_file(now)
    files.path_of(row.uuid).write_bytes(b"noget andet")
    with pytest.raises(Refused) as altered:
        files.read_bytes(row)
    files.path_of(row.uuid).unlink()
    with pytest.raises(Refused) as gone:
        files.read_bytes(row)

    assert (altered.value.code, gone.value.code) == ("file.altered", "file.gone")


@pytest.mark.django_db
def test_a_full_disk_leaves_neither_file_nor_row(
    now: datetime, own_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(number: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refused) as refusal:
        a_file(now)

    assert refusal.value.code == "file.no_space"
    assert not [path for path in own_folder.rglob("*") if path.is_file()]
    assert not StoredFile.objects.exists()


@pytest.mark.django_db
def test_an_almost_full_disk_takes_no_uploads(now: datetime, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "LEAST_FREE", 1 << 62)
    with pytest.raises(Refused) as refusal:
        a_file(now)

    assert refusal.value.code == "file.low_space"


@pytest.mark.django_db
def test_only_old_files_without_a_row_are_swept(now: datetime, own_folder: Path) -> None:
    kept = a_file(now)
    with transaction.atomic():
        orphan = a_file(now, b"rullet tilbage")
        transaction.set_rollback(True)
    long_ago = (now - timedelta(hours=25)).timestamp()
    os.utime(files.path_of(kept.uuid), (long_ago, long_ago))

    os.utime(files.path_of(orphan.uuid), (now.timestamp(), now.timestamp()))
    assert files.sweep_orphans(now) == 0
    os.utime(files.path_of(orphan.uuid), (long_ago, long_ago))
    assert files.sweep_orphans(now) == 1
    assert files.read_bytes(kept) == b"indhold"
    assert not files.path_of(orphan.uuid).exists()


def test_a_download_is_saved_and_never_shown() -> None:
    answer = files.download(b"<script>", name='Møde "1".html', content_type="text/html")

    assert answer["Content-Disposition"].startswith("attachment; filename*=utf-8''M%C3%B8de")
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Content-Security-Policy"] == "sandbox; default-src 'none'"

"""What leaves the house of an agenda or of minutes: files inside the PDF, copies in Word, packages for the records.

Everything is made from a version's content in one edition (`open_edition` for those who may not read closed items), so
that what the edition leaves out is in none of the files.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from django.conf import settings

from styrehjul.documents import values
from styrehjul.documents.files import read_bytes
from styrehjul.documents.models import StoredFile
from styrehjul.documents.sheet import ATTACHED_LIMIT
from styrehjul.meetings.domain.oparl import oparl_json
from styrehjul.meetings.domain.sbsys import sbsys_xml
from styrehjul.meetings.models import Meeting

Json = dict[str, Any]
MANIFEST = "styrehjul.record-package/1"
NAMES = {"agenda": "dagsorden", "minutes": "referat"}
TITLES = {"agenda": "Dagsorden", "minutes": "Referat"}
# Every member of a zip has the same date, so that the same version gives the same package.
ZIP_DATE = (2020, 1, 1, 0, 0, 0)


@dataclass(frozen=True)
class Enclosed:
    """An annex of a version that is a file."""

    number: str
    title: str
    name: str
    file: StoredFile
    closed: bool


def enclosed(content: Json) -> list[Enclosed]:
    """The files of the annexes that this content names, in order. Found by their checksum: the bytes that were approved."""
    wanted = [(item, annex) for item in content["items"] for annex in item["annexes"] if annex["sha256"]]
    sums = {annex["sha256"] for _item, annex in wanted}
    kept = {file.sha256: file for file in StoredFile.objects.filter(sha256__in=sums).order_by("-pk")} if sums else {}
    return [
        Enclosed(
            f"{item['number']}.{annex['number']}",
            annex["title"],
            _annex_name(item, annex),
            kept[annex["sha256"]],
            annex["closed"],
        )
        for item, annex in wanted
        if annex["sha256"] in kept
    ]


def _annex_name(item: Any, annex: Any) -> str:
    return f"bilag-{item['number']}.{annex['number']}-{annex['name']}"


def attachments(meeting: Meeting, content: Json, kind: str, *, public: bool) -> tuple[values.Attachment, ...]:
    """What lies inside the PDF: the document as JSON and as XML, and the annexes; too many of them are only listed."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, indent=1).encode()
    page = page_of(meeting)
    files = enclosed(content)
    small = sum(file.file.size for file in files) <= ATTACHED_LIMIT
    return (
        values.Attachment(f"{NAMES[kind]}.json", text, "Det samme som data"),
        values.Attachment(
            f"{NAMES[kind]}.xml", _xml(meeting, content, kind, "", public=public), "Det samme i den form, som SBSYS udveksler", "application/xml"
        ),
        *(
            values.Attachment(
                file.name, read_bytes(file.file) if small else b"", f"Bilag {file.number}: {file.title}", file.file.content_type,
                "supplement", url="" if small else page, inside=small,
            )
            for file in files
        ),
    )  # fmt: skip


def page_of(meeting: Meeting) -> str:
    """The meeting's page as an address that can be sent."""
    return f"{settings.PUBLIC_URL.rstrip('/')}{meeting.get_absolute_url()}"


def _xml(meeting: Meeting, content: Json, kind: str, folder: str, *, public: bool) -> bytes:
    number = content["head"]["version"]
    return sbsys_xml(
        content,
        kind=TITLES[kind],
        document=f"{meeting.uuid}-{NAMES[kind]}-{number}",
        public=public,
        address=lambda item, annex: annex["link"] or f"{folder}{_annex_name(item, annex)}",
    )


@dataclass(frozen=True)
class Package:
    """What is handed to the records system about one document: the bytes of a zip, and their checksum."""

    name: str
    data: bytes

    @property
    def sha256(self) -> str:
        """Of the zip itself."""
        return hashlib.sha256(self.data).hexdigest()


def package(
    meeting: Meeting, content: Json, *, kind: str, edition: str, sha256: str, pdf: bytes, record_number: str = ""
) -> Package:
    """The PDF/A, the annexes, the data as JSON and XML, and a manifest with a checksum of each."""
    name, head = NAMES[kind], content["head"]
    day = head["starts_at"][:10]
    folder = "bilag/"
    files = [
        (f"{name}.pdf", "application/pdf", f"{TITLES[kind]} (PDF/A-3a)", pdf),
        (
            f"{name}.json", "application/json", f"{TITLES[kind]} som data (OParl)",
            oparl_json(
                content, kind=kind, url=page_of(meeting),
                address=lambda item, annex: annex["link"] or f"{folder}{_annex_name(item, annex)}",
            ),
        ),
        (f"{name}.xml", "application/xml", f"{TITLES[kind]} som data (SBSYS)", _xml(meeting, content, kind, folder, public=edition == "open")),
        *(
            (f"{folder}{file.name}", file.file.content_type, f"Bilag {file.number}: {file.title}", read_bytes(file.file))
            for file in enclosed(content)
        ),
    ]  # fmt: skip
    manifest = {
        "format": MANIFEST,
        "document": kind,
        "title": f"{TITLES[kind]}, {head['body']}, {day}",
        "subject": ", ".join(f"{item['number']}. {item['title']}" for item in content["items"])[:500],
        "date": day,
        "meeting": head["meeting"],
        "body": head["body"],
        "body_code": head["body_code"],
        "version": head["version"],
        "edition": edition,
        "content_sha256": sha256,
        "record_number": record_number or None,
        "files": [
            {
                "name": path,
                "content_type": content_type,
                "title": title,
                "size": len(data),
                "sha256": hashlib.sha256(data).hexdigest(),
            }
            for path, content_type, title, data in files
        ],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1).encode()
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as container:
        for path, data in _once([*((path, data) for path, _t, _d, data in files), ("manifest.json", text)]):
            container.writestr(zipfile.ZipInfo(path, ZIP_DATE), data, zipfile.ZIP_DEFLATED)
    whose = "aaben" if edition == "open" else "medlemmer"
    return Package(f"{head['body_code']}-{day}-{name}-{head['version']}-{whose}.zip", made.getvalue())


def _once(files: Sequence[tuple[str, bytes]]) -> Iterator[tuple[str, bytes]]:
    """Each path once: an annex's name begins with its number, so two are never alike but by mistake."""
    seen: set[str] = set()
    for path, data in files:
        if path not in seen:
            seen.add(path)
            yield path, data

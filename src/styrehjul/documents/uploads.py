"""What may be uploaded. The ending, the first bytes and the inside of a file must tell the same story."""

from __future__ import annotations

import io
import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import unquote

from defusedxml import ElementTree

from styrehjul.documents import child
from styrehjul.kernel.refusal import Refused

MEGABYTE = 1024 * 1024
FILE_LIMIT = 25 * MEGABYTE
REQUEST_LIMIT = 50 * MEGABYTE
UNPACKED_LIMIT = 200 * MEGABYTE
MEMBER_LIMIT = 2_000
RATIO_LIMIT = 100
NAME_LIMIT = 255

# Left-to-right and right-to-left marks and overrides: they can make "regning.exe" read as something else.
_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ARCHIVES = (
    ".zip",
    ".7z",
    ".rar",
    ".gz",
    ".tgz",
    ".bz2",
    ".xz",
    ".tar",
    ".docx",
    ".xlsx",
    ".pptx",
    ".odt",
    ".ods",
    ".odp",
)
# Old Word pictures (.emz) are gzip, so gzip is known by its name alone.
_ARCHIVE_STARTS = (b"PK\x03\x04", b"7z\xbc\xaf", b"Rar!", b"\xfd7zXZ")
_MARKUP = (b"<!doctype", b"<html", b"<svg", b"<?xml", b"<script", b"<body", b"<head")
# Letters of Danish and blanks as browsers and mail code them in a name.
_CODED = re.compile("%(?:[c-fC-F][0-9a-fA-F]%[89abAB][0-9a-fA-F]|20)")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_BAD_ZIP = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, NotImplementedError, OSError, EOFError, RuntimeError, ValueError,
)  # fmt: skip
_OFFICE = "application/vnd.openxmlformats-officedocument."
_OPEN = "application/vnd.oasis.opendocument."


@dataclass(frozen=True)
class Accepted:
    """A file that may be kept. `data` is what to keep: pictures are made anew without their metadata."""

    content_type: str
    name: str
    data: bytes


def inspect(name: str, data: bytes) -> Accepted:
    """Whether the file may be kept, under which name and type.

    Raises Refused: file.name, file.empty, file.too_large, file.type_not_allowed, file.wrong_type, file.too_many_parts, file.archive_names,
    file.macro, file.nested, file.encrypted, file.image_too_large or file.slow.
    """
    name = clean_name(name)
    if not data:
        raise Refused("file.empty", name=name)
    if len(data) > FILE_LIMIT:
        raise Refused("file.too_large", name=name, limit=f"{FILE_LIMIT // MEGABYTE} MB")
    look = _KINDS.get(name.rpartition(".")[2].casefold()) if "." in name else None
    if look is None:
        raise Refused("file.type_not_allowed", name=name)
    try:
        content_type, kept = look(data)
    except Refused as refusal:
        raise Refused(refusal.code, **({"name": name} | refusal.facts)) from refusal
    return Accepted(content_type, name, kept)


def read_aloud(accepted: Accepted) -> bool | None:
    """Whether a PDF can be read aloud to everybody; None where that is not known. A warning's ground, never a refusal's."""
    return how_read(accepted)[0]


def how_read(accepted: Accepted) -> tuple[bool | None, bool]:
    """`read_aloud`, and whether its pages are only pictures."""
    if accepted.content_type != "application/pdf":
        return None, False
    try:
        answer, _ = child.run("annex", {}, [accepted.data])
    except Refused:
        return None, False
    return bool(answer["readable"]), not answer["text"]


def clean_name(name: str) -> str:
    """The file's own name, without folders, in NFC. Raises Refused("file.name") for one nobody should see."""
    name = _decoded_name(name)
    name = unicodedata.normalize("NFC", name.replace("\\", "/").rpartition("/")[2]).strip()
    hidden = any(c in _DIRECTION or unicodedata.category(c) in ("Cc", "Cs", "Cn") for c in name)
    if not name.strip(". ") or len(name) > NAME_LIMIT or hidden:
        raise Refused("file.name", limit=NAME_LIMIT)
    return name


def _decoded_name(name: str) -> str:
    """A name that came percent-coded ("B%C3%B8rn.csv") as it reads; "50%" and what is no text stay as they are."""
    if not _CODED.search(name):
        return name
    try:
        return unquote(name, errors="strict")
    except UnicodeDecodeError:
        return name


def check_container(data: bytes) -> list[str]:
    """The names in a zip container that keeps the limits, counted from its headers and again while unpacking.

    Must come before any library gets to parse it.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            members = container.infolist()
            if len(members) > MEMBER_LIMIT:
                raise Refused("file.too_many_parts")
            for member in members:
                _check_member(member)
            declared = sum(member.file_size for member in members)
            packed = max(1, len(data))
            if declared > UNPACKED_LIMIT or declared > RATIO_LIMIT * packed:
                raise Refused("file.too_many_parts")
            _unpack_and_count(container, members, min(UNPACKED_LIMIT, RATIO_LIMIT * packed))
            return [member.filename for member in members]
    except _BAD_ZIP:
        raise Refused("file.wrong_type") from None


def _check_member(member: zipfile.ZipInfo) -> None:
    name = member.filename
    if member.flag_bits & 0x1:
        raise Refused("file.encrypted")
    parts = name.replace("\\", "/").split("/")
    if name.startswith(("/", "\\")) or ".." in parts or ":" in parts[0] or "\0" in name:
        raise Refused("file.archive_names")
    if stat.S_ISLNK(member.external_attr >> 16):
        raise Refused("file.archive_names")
    if parts[-1].casefold() == "vbaproject.bin":
        raise Refused("file.macro")
    if parts[-1].casefold().endswith(_ARCHIVES):
        raise Refused("file.nested", inner=name)


def _unpack_and_count(container: zipfile.ZipFile, members: list[zipfile.ZipInfo], limit: int) -> None:
    """Headers lie: read every member through and count."""
    total = 0
    for member in members:
        with container.open(member) as opened:
            start = opened.read(8)
            if start.startswith(_ARCHIVE_STARTS):
                raise Refused("file.nested", inner=member.filename)
            total += len(start)
            while part := opened.read(1 << 16):
                total += len(part)
                if total > limit:
                    raise Refused("file.too_many_parts")


def _pdf(data: bytes) -> tuple[str, bytes]:
    if not data[:1024].lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"%PDF-"):
        raise Refused("file.wrong_type")
    answer, _ = child.run("pdf", {}, [data])
    # An encrypted one may be kept: it is a proper PDF, and the reading copy says that it cannot be shown there.
    if answer["files"][0].get("problem") == "broken":
        raise Refused("file.wrong_type")
    return "application/pdf", data


def check_office(data: bytes, kind: str) -> None:
    """That the container holds a document of this kind, by what it says of its own parts.

    The main part has no fixed name: Word on the web calls it document2.xml.
    """
    names = _container_names(data)
    if "[Content_Types].xml" not in names:
        raise Refused("file.wrong_type")
    with zipfile.ZipFile(io.BytesIO(data)) as container:
        types = _part_types(container.read("[Content_Types].xml"))
    if any("macroenabled" in found.casefold() for found in types.values()):
        raise Refused("file.macro")
    main = [part.removeprefix("/") for part, found in types.items() if found == f"{_OFFICE}{kind}.main+xml"]
    if not main or main[0] not in names:
        raise Refused("file.wrong_type")


def _office(kind: str) -> Callable[[bytes], tuple[str, bytes]]:
    def look(data: bytes) -> tuple[str, bytes]:
        check_office(data, kind)
        return f"{_OFFICE}{kind}", data

    return look


def _part_types(xml: bytes) -> dict[str, str]:
    """Which type each named part has, as [Content_Types].xml says."""
    try:
        root = ElementTree.fromstring(xml)
    except (ElementTree.ParseError, ValueError):
        raise Refused("file.wrong_type") from None
    return {str(n.get("PartName")): str(n.get("ContentType")) for n in root if n.get("PartName")}


def _open_document(kind: str) -> Callable[[bytes], tuple[str, bytes]]:
    def look(data: bytes) -> tuple[str, bytes]:
        names = _container_names(data)
        if not {"mimetype", "content.xml"} <= set(names):
            raise Refused("file.wrong_type")
        if any(name.startswith(("Basic/", "Scripts/")) for name in names):
            raise Refused("file.macro")
        with zipfile.ZipFile(io.BytesIO(data)) as container:
            if container.read("mimetype").strip() != f"{_OPEN}{kind}".encode():
                raise Refused("file.wrong_type")
        return f"{_OPEN}{kind}", data

    return look


def _container_names(data: bytes) -> list[str]:
    if not data.startswith(b"PK\x03\x04"):
        raise Refused("file.wrong_type")
    return check_container(data)


def _picture(kind: str, content_type: str, start: Callable[[bytes], bool]) -> Callable[[bytes], tuple[str, bytes]]:
    def look(data: bytes) -> tuple[str, bytes]:
        if not start(data):
            raise Refused("file.wrong_type")
        _, blobs = child.run("picture", {"format": kind}, [data])
        return content_type, blobs[0]

    return look


def _from_utf16(data: bytes) -> bytes:
    try:
        return b"\xef\xbb\xbf" + data.decode("utf-16").encode()
    except UnicodeError:
        raise Refused("file.wrong_type") from None


def _text(content_type: str) -> Callable[[bytes], tuple[str, bytes]]:
    def look(data: bytes) -> tuple[str, bytes]:
        if data.startswith(_UTF16):
            # "Unicode-tekst" as Excel saves it: kept as UTF-8 with its mark, which every reader of text knows.
            data = _from_utf16(data)
        start = data[:512].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
        foreign = start.startswith((b"%pdf-", b"\x89png", b"gif8", b"\xff\xd8\xff", b"pk\x03\x04"))
        unreadable = any(byte < 32 and byte not in (9, 10, 13) for byte in data)
        if start.startswith(_MARKUP) or foreign or unreadable:
            raise Refused("file.wrong_type")
        return content_type, data

    return look


_jpeg = _picture("JPEG", "image/jpeg", lambda data: data.startswith(b"\xff\xd8\xff"))
_KINDS: dict[str, Callable[[bytes], tuple[str, bytes]]] = {
    "pdf": _pdf,
    "docx": _office("wordprocessingml.document"),
    "xlsx": _office("spreadsheetml.sheet"),
    "pptx": _office("presentationml.presentation"),
    "odt": _open_document("text"),
    "ods": _open_document("spreadsheet"),
    "odp": _open_document("presentation"),
    "png": _picture("PNG", "image/png", lambda data: data.startswith(b"\x89PNG\r\n\x1a\n")),
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "webp": _picture("WEBP", "image/webp", lambda data: data[:4] == b"RIFF" and data[8:12] == b"WEBP"),
    "csv": _text("text/csv"),
    "txt": _text("text/plain"),
}
ACCEPTED_ENDINGS = tuple(f".{ending}" for ending in _KINDS)

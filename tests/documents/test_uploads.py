"""What may be uploaded: the ending, the first bytes and the inside must agree."""

from __future__ import annotations

import io
import struct
import zipfile
from collections.abc import Callable
from contextlib import suppress

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook
from PIL import Image

from styrehjul.documents import uploads
from styrehjul.documents.pdf import agenda_pdf
from styrehjul.kernel.refusal import Refused
from tests.documents.making import a_picture, an_agenda


def a_docx() -> bytes:
    made = io.BytesIO()
    document = Document()
    document.add_paragraph("Kontraktudkast")
    document.save(made)
    return made.getvalue()


def an_xlsx() -> bytes:
    made = io.BytesIO()
    book = Workbook()
    book.active.append(["Navn"])
    book.save(made)
    return made.getvalue()


def a_zip(*members: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as container:
        for name, data in members:
            container.writestr(name, data)
    return made.getvalue()


def with_member(data: bytes, name: str, content: bytes) -> bytes:
    made = io.BytesIO(data)
    with zipfile.ZipFile(made, "a") as container:
        container.writestr(name, content)
    return made.getvalue()


def an_open_document(kind: str) -> bytes:
    return a_zip(("mimetype", f"application/vnd.oasis.opendocument.{kind}".encode()), ("content.xml", b"<a/>"))


def refused(name: str, data: bytes) -> str:
    with pytest.raises(Refused) as refusal:
        uploads.inspect(name, data)
    return refusal.value.code


GOOD: list[tuple[str, Callable[[], bytes], str]] = [
    ("bilag.pdf", lambda: agenda_pdf(an_agenda()), "application/pdf"),
    ("BILAG.PDF", lambda: agenda_pdf(an_agenda()), "application/pdf"),
    ("kontrakt.docx", a_docx, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("tal.xlsx", an_xlsx, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("brev.odt", lambda: an_open_document("text"), "application/vnd.oasis.opendocument.text"),
    ("billede.png", a_picture, "image/png"),
    ("billede.jpg", lambda: a_picture("JPEG"), "image/jpeg"),
    ("billede.webp", lambda: a_picture("WEBP"), "image/webp"),
    ("tal.csv", lambda: "Navn;Beløb\r\nÅse;1\r\n".encode("cp1252"), "text/csv"),
    ("noter.txt", lambda: "Møde æøå".encode(), "text/plain"),
]


@pytest.mark.parametrize(("name", "made", "content_type"), GOOD)
def test_what_is_what_it_says_is_accepted(name: str, made: Callable[[], bytes], content_type: str) -> None:
    accepted = uploads.inspect(name, made())

    assert (accepted.content_type, accepted.name) == (content_type, name)


ENDINGS = ("pdf", "docx", "xlsx", "odt", "png", "jpg", "webp")


@pytest.mark.parametrize(
    ("ending", "made"),
    [(ending, made) for name, made, _ in GOOD for ending in ENDINGS if not name.casefold().endswith(ending)],
)
def test_another_ending_is_found_out(ending: str, made: Callable[[], bytes]) -> None:
    assert refused(f"bilag.{ending}", made()) == "file.wrong_type"


@pytest.mark.parametrize(
    "data",
    [
        b"<!DOCTYPE html><script>alert(1)</script>", b"\xef\xbb\xbf  <HTML>", b"<svg onload=alert(1)>", b'<?xml version="1.0"?>',
        agenda_pdf(an_agenda()), a_docx(), a_picture(), b"GIF89a", b"Navn\0Navn", b"\x1b[31m",
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["tal.csv", "noter.txt"])
def test_markup_and_programs_are_no_text(name: str, data: bytes) -> None:
    assert refused(name, data) == "file.wrong_type"


@pytest.mark.parametrize(
    "name", ["a.svg", "a.exe", "a.zip", "a.docm", "a.xlsm", "a.html", "a.doc", "a", "a.pdf.js", "pdf"]
)
def test_other_kinds_are_refused_by_name(name: str) -> None:
    assert refused(name, b"%PDF-1.7") == "file.type_not_allowed"


def test_a_broken_pdf_is_not_a_pdf() -> None:
    assert refused("a.pdf", b"%PDF-1.7\nnothing at all") == "file.wrong_type"


def test_size_is_looked_at_first() -> None:
    assert refused("a.pdf", b"") == "file.empty"
    assert refused("a.pdf", b"%PDF-" + bytes(uploads.FILE_LIMIT)) == "file.too_large"


@pytest.mark.parametrize(
    ("member", "content", "code"),
    [
        ("word/vbaProject.bin", b"x", "file.macro"),
        ("word/VBAPROJECT.BIN", b"x", "file.macro"),
        ("word/embeddings/ark.xlsx", b"x", "file.nested"),
        ("word/media/billede.png", b"PK\x03\x04 et arkiv i forklaedning", "file.nested"),
        ("../../etc/cron.d/a", b"x", "file.archive_names"),
        ("/etc/passwd", b"x", "file.archive_names"),
        ("C:/Windows/a.dll", b"x", "file.archive_names"),
        ("word\\..\\..\\a", b"x", "file.archive_names"),
        ("nuller.xml", bytes(190 * 1024 * 1024), "file.too_many_parts"),
    ],
)
def test_a_word_file_with_something_else_inside_is_refused(member: str, content: bytes, code: str) -> None:
    made = io.BytesIO(a_docx())
    with zipfile.ZipFile(made, "a", zipfile.ZIP_DEFLATED) as container:
        container.writestr(member, content)

    assert refused("kontrakt.docx", made.getvalue()) == code


def test_too_many_members_and_links_and_passwords_are_refused() -> None:
    many = a_zip(*((f"{number}.xml", b"") for number in range(uploads.MEMBER_LIMIT + 1)))
    link = zipfile.ZipInfo("link")
    link.external_attr = 0o120777 << 16
    linked = io.BytesIO()
    with zipfile.ZipFile(linked, "w") as container:
        container.writestr(link, b"/etc/passwd")
    locked = bytearray(a_zip(("a.xml", b"hemmelig")))
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = locked.index(mark) + offset
        locked[at : at + 2] = struct.pack("<H", 1)

    assert refused("a.docx", many) == "file.too_many_parts"
    assert refused("a.docx", linked.getvalue()) == "file.archive_names"
    assert refused("a.docx", bytes(locked)) == "file.encrypted"


def test_a_header_that_lies_about_its_size_is_counted_out() -> None:
    true = a_zip(("stor.xml", bytes(30 * 1024 * 1024)))
    lying = bytearray(true)
    for mark, offset in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        at = lying.index(mark) + offset
        lying[at : at + 4] = struct.pack("<I", 10)

    assert refused("a.docx", bytes(lying)) in ("file.too_many_parts", "file.wrong_type")


def test_a_word_file_that_is_really_macro_enabled_is_refused() -> None:
    with zipfile.ZipFile(io.BytesIO(a_docx())) as container:
        members = [(name, container.read(name)) for name in container.namelist()]
    renamed = [
        (
            name,
            data.replace(
                b"openxmlformats-officedocument.wordprocessingml.document.main", b"ms-word.document.macroEnabled.main"
            ),
        )
        for name, data in members
    ]

    assert refused("a.docx", a_zip(*renamed)) == "file.macro"


def test_word_on_the_web_has_another_name_for_the_text() -> None:
    with zipfile.ZipFile(io.BytesIO(a_docx())) as container:
        members = [(name, container.read(name)) for name in container.namelist()]
    renamed = [
        (
            name.replace("word/document.xml", "word/document2.xml"),
            data.replace(b"/word/document.xml", b"/word/document2.xml"),
        )
        for name, data in members
    ]

    assert uploads.inspect("a.docx", a_zip(*renamed)).content_type.endswith("wordprocessingml.document")


def test_an_entity_bomb_in_a_word_file_is_refused() -> None:
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><Types>&b;</Types>'

    assert refused("a.docx", a_zip(("[Content_Types].xml", bomb), ("word/document.xml", b"<a/>"))) == "file.wrong_type"


def test_a_picture_keeps_nothing_but_its_points() -> None:
    made = io.BytesIO()
    exif = Image.Exif()
    exif[0x010E] = "Grenaa rådhus"
    exif[0x0112] = 6  # turned
    Image.new("RGB", (40, 20), (200, 10, 10)).save(made, "JPEG", exif=exif, comment=b"hemmelig")
    accepted = uploads.inspect("foto.jpg", made.getvalue())

    with Image.open(io.BytesIO(accepted.data)) as kept:
        assert kept.size == (20, 40)
        assert not kept.getexif()
        assert b"hemmelig" not in accepted.data
        assert b"Grenaa" not in accepted.data


def test_a_transparent_picture_stays_transparent() -> None:
    made = io.BytesIO()
    Image.new("RGBA", (4, 4), (1, 2, 3, 0)).save(made, "PNG")

    with Image.open(io.BytesIO(uploads.inspect("logo.png", made.getvalue()).data)) as kept:
        assert kept.getpixel((0, 0)) == (1, 2, 3, 0)


def test_a_picture_of_forty_one_megapixels_is_refused() -> None:
    made = io.BytesIO()
    Image.new("1", (8200, 5000)).save(made, "PNG")

    assert refused("kort.png", made.getvalue()) == "file.image_too_large"


@pytest.mark.parametrize("name", ["", "...", "a\u202efdp.exe.pdf", "a\nb.pdf", "a\0.pdf", f"{'a' * 252}.pdf", "mappe/"])
def test_a_name_nobody_should_see_is_refused(name: str) -> None:
    assert refused(name, b"%PDF-") == "file.name"


def test_a_name_is_kept_without_its_folders_and_in_one_form() -> None:
    assert uploads.clean_name("C:\\Brugere\\peter\\Møde.pdf") == "Møde.pdf"
    assert uploads.clean_name("a\u030arsplan.pdf") == "årsplan.pdf"


@given(st.binary(max_size=200), st.sampled_from(["a.pdf", "a.docx", "a.png", "a.csv"]))
def test_no_bytes_are_a_fault_of_ours(data: bytes, name: str) -> None:
    if name in ("a.pdf", "a.png") and data.startswith((b"%PDF-", b"\x89PNG")):
        return
    with suppress(Refused):
        assert uploads.inspect(name, data).data

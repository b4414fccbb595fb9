"""The demo's post: a folder instead of a mail server, and a page that shows it."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from styrehjul.documents import files
from styrehjul.documents.calendar import Method
from styrehjul.mail import reading
from styrehjul.mail.letter import Letter, as_html, as_text
from styrehjul.mail.models import OutboxMessage
from styrehjul.mail.tasks import run_once
from tests.mail.making import a_message, an_invitation

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def folder(settings: Settings, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path / "uploads"
    settings.EMAIL_FILE_PATH = tmp_path / "mail"
    settings.DEMO = True
    # The demo never sends, whatever server is set.
    settings.EMAIL_HOST = "127.0.0.1"
    settings.EMAIL_PORT = 9
    return tmp_path / "mail"


def post(now: datetime) -> str:
    """An invitation and an agenda in the folder; the name of the invitation's file."""
    file = files.store_bytes(b"%PDF-1.7", name="Møde <b>.pdf", content_type="application/pdf", kind="agenda", at=now)
    an_invitation(now, bundle=False)
    a_message(
        now + timedelta(minutes=1),
        text_body="Læs <script>alert(1)</script> https://x.example/1",
        attachments=[file.uuid],
    )
    assert run_once(now + timedelta(minutes=1)) == 2
    return next(mail.file for mail in reading.newest_first(Path(_folder())) if mail.calendar)


def _folder() -> str:
    from django.conf import settings

    return str(settings.EMAIL_FILE_PATH)


def test_a_mail_in_the_folder_is_a_mail(now: datetime, folder: Path) -> None:
    name = post(now)
    mail = reading.one(folder, name)

    assert OutboxMessage.objects.filter(state="sent").count() == 2
    assert mail is not None
    assert mail.calendar is not None
    assert (mail.calendar.method, mail.calendar.summary) == ("REQUEST", "Styregruppen, 2. møde 2027")
    assert mail.calendar.starts_at == now + timedelta(days=21)
    assert mail.calendar.attendees == ("Stine Holm (stine@norddjurs.example)",)
    assert not mail.calendar.cancelled


def test_a_cancellation_reads_as_one(now: datetime, folder: Path) -> None:
    an_invitation(now, method=Method.CANCEL)
    run_once(now)
    (mail,) = reading.newest_first(folder)

    assert mail.calendar is not None
    assert mail.calendar.cancelled


def test_the_pages_show_text_files_and_calendar(client: Client, now: datetime) -> None:
    name = post(now)
    listed = client.get("/demo/post/")
    invited = client.get(f"/demo/post/{name}/")
    other = next(mail for mail in reading.newest_first(Path(_folder())) if mail.attachments)
    shown = client.get(f"/demo/post/{other.file}/").content.decode()
    saved = client.get(f"/demo/post/{other.file}/fil/0/")

    assert listed.content.decode().count("data-title=") == 8
    assert "Indkaldelse til kalenderen" in invited.content.decode()
    assert "onsdag 9. juni 2027" in invited.content.decode()
    assert "&lt;script&gt;alert(1)" in shown
    assert "<script>alert(1)" not in shown
    assert 'href="https://x.example/1"' in shown
    assert "Møde &lt;b&gt;.pdf" in shown
    assert saved.content == b"%PDF-1.7"
    assert saved["Content-Disposition"].startswith("attachment")
    assert client.get(f"/demo/post/{name}/kilde/")["Content-Type"] == "message/rfc822"


def test_the_list_can_be_narrowed(client: Client, now: datetime) -> None:
    post(now)

    assert client.get("/demo/post/", {"q": "indkaldelse"}).content.decode().count("<tr>") == 2
    assert "Her er ingen mails" in client.get("/demo/post/", {"q": "findes ikke"}).content.decode()


@pytest.mark.parametrize("name", ["..%2Fuploads%2Fa.eml", "%2e%2e.eml", "findes-ikke.eml", "a.txt", "x%00.eml"])
def test_only_mails_of_the_folder_are_shown(name: str, client: Client, now: datetime) -> None:
    post(now)

    assert client.get(f"/demo/post/{name}/").status_code == 404
    assert client.get(f"/demo/post/{name}/fil/0/").status_code == 404
    assert client.get(f"/demo/post/{name}/kilde/").status_code == 404


def test_outside_the_demo_there_is_no_such_page(client: Client, now: datetime, settings: Settings) -> None:
    name = post(now)
    settings.DEMO = False

    for address in ("/demo/post/", f"/demo/post/{name}/", f"/demo/post/{name}/fil/0/", f"/demo/post/{name}/kilde/"):
        assert client.get(address).status_code == 404


def test_a_second_writing_of_the_same_mail_is_no_second_mail(now: datetime, folder: Path) -> None:
    row = a_message(now)
    run_once(now)
    OutboxMessage.objects.filter(pk=row.pk).update(state="pending", sent_at=None)
    run_once(now)

    assert len(list(folder.glob("*.eml"))) == 1


def test_a_letter_says_the_same_as_text_and_as_html() -> None:
    letter = Letter(
        heading="Dagsorden til styregruppen",
        paragraphs=("Kære Stine", "Her er <dagsordenen>."),
        facts=(("Tid", "onsdag 9. juni 2027 kl. 9–11"), ("Sted", "Kattegat")),
        points_heading="Punkter",
        points=("1 Godkendelse af dagsorden", "2 Nyt projektforslag"),
        action=("Læs dagsordenen", "https://styrehjul.example/moeder/1/"),
        foot="Du får mailen, fordi du er medlem.",
    )
    text, html = as_text(letter), as_html(letter)

    for said in ("Kære Stine", "Kattegat", "2 Nyt projektforslag", "Du får mailen, fordi du er medlem."):
        assert said in text
        assert said in html
    assert "Tid: onsdag 9. juni 2027 kl. 9–11" in text
    assert "Læs dagsordenen:\nhttps://styrehjul.example/moeder/1/" in text
    assert "&lt;dagsordenen&gt;" in html
    assert 'href="https://styrehjul.example/moeder/1/"' in html
    assert "<img" not in html
    assert "src=" not in html

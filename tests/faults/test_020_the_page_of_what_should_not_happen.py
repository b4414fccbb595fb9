"""The page for an error of ours stood in bare letters while its template lay unused; and nothing had tried it for real."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.http import HttpRequest, HttpResponse
from django.urls import path

from styrehjul.config import urls as own
from tests.making import a_cast, signed_in

ROOT = Path(__file__).resolve().parents[2]


def falls(request: HttpRequest) -> HttpResponse:
    raise RuntimeError("hemmelig sti /srv/data")


urlpatterns = [path("falder/", falls, name="falls"), *own.urlpatterns]
handler500 = own.handler500


@pytest.mark.django_db
@pytest.mark.urls(__name__)
@pytest.mark.usefixtures("now")
def test_a_fault_of_ours_is_told_with_a_number_and_nothing_from_inside(caplog: pytest.LogCaptureFixture) -> None:
    client = signed_in(a_cast().stine)
    client.raise_request_exception = False
    answer = client.get("/falder/")
    page = answer.content.decode()
    assert answer.status_code == 500
    number = re.search(r"<strong>([0-9A-F]{8})</strong>", page)
    assert number is not None
    assert [record for record in caplog.records if getattr(record, "number", "") == number.group(1) and record.exc_info]
    for inside in ("hemmelig", "RuntimeError", "Traceback", "falls", "Stine"):
        assert inside not in page
    assert "<h1" in page
    assert "styrehjul.css" in page


DOWN = """
import django
django.setup()
from django.conf import settings
from django.test import Client
settings.ALLOWED_HOSTS.append("testserver")
for cookies in ({}, {settings.SESSION_COOKIE_NAME: "x" * 32}):
    client = Client(raise_request_exception=False)
    client.cookies.load(cookies)
    answer = client.get("/projekter/", secure=settings.HTTPS)
    print(answer.status_code, answer.content.decode())
"""


def test_it_comes_also_when_the_database_does_not_answer(tmp_path: Path) -> None:
    """The file of the database holds something else: every question to it fails."""
    (tmp_path / "styrehjul.sqlite3").write_bytes(b"this is no database, and never was one" * 200)
    environment = {name: value for name, value in os.environ.items() if not name.startswith("STYREHJUL_")}
    environment |= {
        "PYTHONPATH": str(ROOT / "src"), "STYREHJUL_DATA": str(tmp_path), "STYREHJUL_DEBUG": "1",
        "DJANGO_SETTINGS_MODULE": "styrehjul.config.settings",
    }  # fmt: skip
    environment.pop("DATABASE_URL", None)
    said = subprocess.run(
        [sys.executable, "-c", DOWN.replace("settings.ALLOWED", "settings.DEBUG = False\nsettings.ALLOWED")],
        env=environment, capture_output=True, text=True, check=True, cwd=tmp_path,
    ).stdout  # fmt: skip
    pages = re.split(r"^(?=\d{3} )", said, flags=re.MULTILINE)[1:]
    assert len(pages) == 2
    for page in pages:
        assert page.startswith("500 ")
        assert re.search(r"<strong>[0-9A-F]{8}</strong>", page)
        assert "no database" not in page
        assert "DatabaseError" not in page

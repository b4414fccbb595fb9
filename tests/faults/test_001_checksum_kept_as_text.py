"""The page that refuses an approval handed the version's checksum back as a text that the chair had written."""

from __future__ import annotations

from django.test import RequestFactory

from styrehjul.ui.middleware import kept_texts


def test_a_checksum_is_not_kept_as_somebodys_text() -> None:
    written = "Borgerne forstår ikke de breve, som kommunen sender."
    request = RequestFactory().post("/", {"sha256": "0f" * 32, "comment": written, "_key": "k" * 50})
    assert kept_texts(request) == [("comment", written)]

"""What holds for every template: it compiles, breaks no policy of the browser's, and keeps the promises of the forms."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings
from django.template.loader import get_template

FOLDER: Path = settings.PACKAGE / "templates"
PAGES = sorted(path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*.html"))
MARKUP = re.compile(r"{%\s*comment.*?{%\s*endcomment\s*%}|{#.*?#}", re.DOTALL)
MAIL = "mail/letter.html"  # a mail, where the reader's program takes no style sheet


def source(name: str) -> str:
    return MARKUP.sub("", (FOLDER / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_every_template_compiles(name: str) -> None:
    get_template(name)


@pytest.mark.parametrize("name", [name for name in PAGES if name != MAIL])
def test_nothing_stands_in_a_page_that_the_browser_is_told_to_refuse(name: str) -> None:
    text = source(name)
    assert not re.search(r"\sstyle\s*=", text)
    assert "<style" not in text
    assert not re.search(r"\son[a-z]+\s*=\s*[\"']", text)
    assert "hx-on" not in text
    assert "js:" not in text
    for script in re.findall(r"<script\b[^>]*>", text):
        assert "src=" in script or 'type="application/json"' in script


@pytest.mark.parametrize("name", PAGES)
def test_nothing_a_person_wrote_is_taken_as_markup(name: str) -> None:
    text = source(name)
    for hole in ("|safe", "autoescape off", "safeseq"):
        assert hole not in text


@pytest.mark.parametrize("name", PAGES)
def test_every_form_that_acts_carries_its_key(name: str) -> None:
    text = source(name)
    for form in re.findall(r"<form\b(.*?)</form>", text, re.DOTALL):
        if re.search(r'method="post"', form):
            assert "{% form_key %}" in form or "{% csrf_token %}" in form or "{% slot body %}" in form


@pytest.mark.parametrize("name", [name for name in PAGES if not name.startswith("allauth/")])
def test_every_cell_says_what_it_is_about_on_a_phone(name: str) -> None:
    text = source(name)
    for table in re.findall(r"<table\b.*?</table>", text, re.DOTALL):
        if "responsive-headers" in table[: table.index(">") + 1]:
            assert re.findall(r"<td(?![^>]*data-title)[^>]*>", table) == []


@pytest.mark.parametrize("name", [name for name in PAGES if name.startswith(("account/", "mfa/"))])
def test_account_pages_speak_through_the_catalogue(name: str) -> None:
    """Words stand inside a translation tag, so that the English catalogue reaches them."""
    bare = re.sub(r"{%.*?%}|{{.*?}}|<script.*?</script>|<[^>]+>", " ", re.sub(r"{% blocktranslate.*?endblocktranslate %}", " ", source(name), flags=re.DOTALL), flags=re.DOTALL)  # fmt: skip
    assert re.findall(r"[A-Za-zÆØÅæøå]{3,}", bare) == []

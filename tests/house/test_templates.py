"""What every template keeps: a form is sent once and by its own page, a cell says what it is on a phone."""

from __future__ import annotations

import re

from tests.house.repository import texts

TEMPLATES = "src/styrehjul/templates/"
# The sign-in's own pages: their forms belong to the library, which knows no key of ours.
OF_THE_SIGN_IN = tuple(f"{TEMPLATES}{folder}/" for folder in ("account", "mfa", "allauth"))
# A letter is read in a mail program; a plan for print has no phone.
LETTERS = (f"{TEMPLATES}mail/letter.html",)
# Three narrow columns that stay a table on a phone, and the gallery's picture of it.
NARROW = 'class="plain"'
FORM = re.compile(r"<form\b.*?</form>", re.DOTALL | re.IGNORECASE)


def templates() -> list[tuple[str, str]]:
    return [
        (name, re.sub(r"{#.*?#}|{% comment %}.*?{% endcomment %}", "", text, flags=re.DOTALL))
        for name, text in texts(".html", under=TEMPLATES)
    ]


def test_every_form_that_acts_carries_its_token_and_its_key() -> None:
    found, seen = [], 0
    for name, text in templates():
        for form in FORM.findall(text):
            head = form[: form.index(">") + 1].lower()
            if not re.search(r'method="?post', head):
                continue
            seen += 1
            wanted = "csrf_token" if name.startswith(OF_THE_SIGN_IN) else "form_key"
            if wanted not in form:
                found.append(f"{name}: {head}")
    assert found == []
    assert seen > 40


def test_no_form_of_ours_writes_its_token_by_hand() -> None:
    """The key and the token come together; a form with the token alone could be carried out twice."""
    found = [
        name
        for name, text in templates()
        # The page shell hands htmx the token for what it sends beside forms.
        if "csrf_token" in text and not name.startswith((*OF_THE_SIGN_IN, f"{TEMPLATES}base.html"))
    ]
    assert found == []


def test_every_cell_of_a_table_says_which_column_it_is() -> None:
    """On a phone a row becomes a card: a cell without its column's name is a number in the air."""
    found = []
    for name, text in templates():
        if name in LETTERS or name.startswith(f"{TEMPLATES}allauth/") or name.endswith("/gallery.html"):
            continue
        found += [
            f"{name}: {cell}"
            for cell in re.findall(r"<td\b[^>]*>", text)
            if "data-title" not in cell and "colspan" not in cell
        ]
    assert found == []


def test_every_table_goes_through_the_one_that_folds_on_a_phone() -> None:
    found = [
        f"{name}: {table}"
        for name, text in templates()
        for table in re.findall(r"<table\b[^>]*>", text)
        if name not in LETTERS
        and NARROW not in table
        and "table--responsive-headers" not in table
        and "table--responsive-scroll" not in text
    ]
    assert found == []

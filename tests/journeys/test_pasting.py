"""What is pasted from Word into a text field reads well, and nothing of it is run."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.scene import Town, a_waiting_item

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
FIELD = "textarea[name=case_presentation]"
PASTE = """([selector, html, plain]) => {
    const field = document.querySelector(selector), data = new DataTransfer();
    data.setData("text/html", html);
    data.setData("text/plain", plain);
    field.focus();
    field.select();
    const event = new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true});
    const left = field.dispatchEvent(event);
    return [left, field.value];
}"""
WORD = """<html><head><style>p{color:red}</style></head><body>
<h1>Baggrund</h1><p class=MsoNormal>Breve <b>oversættes</b>&nbsp;nu.<script>window.caught = 1</script></p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·&nbsp;&nbsp; </span>Mål</p>
<p class=MsoListParagraph style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o&nbsp;&nbsp; </span>Færre breve</p>
<table><tr><td><p>Institution</p></td><td>Breve|svar</td></tr><tr><td>Velkomst</td><td>1.240</td></tr></table>
<ol><li>Først<ul><li>Under</li></ul></li><li>Så</li></ol>
<p><img src=x onerror="window.caught = 2">Slut <a href="javascript:window.caught=3">her</a></p></body></html>"""
READ = """# Baggrund

Breve oversættes nu.

- Mål
  - Færre breve

| Institution | Breve\\|svar |
| Velkomst | 1.240 |

1. Først
  - Under
2. Så

Slut her"""


def test_a_text_from_word_becomes_what_the_field_reads(town: Town) -> None:
    turn = a_waiting_item(town)
    page: Any = town.opens("Peter", f"{turn.item.get_absolute_url()}ret/")

    _left, value = page.evaluate(PASTE, [FIELD, WORD, "almindelig tekst"])

    assert value == READ
    assert page.evaluate("window.caught") is None
    # Plain words are the browser's own business.
    left, _value = page.evaluate(PASTE, [FIELD, "<p>Bare ord</p>", "Bare ord"])
    assert left is True


def test_the_field_saves_what_was_pasted_and_the_page_shows_a_table(town: Town) -> None:
    turn = a_waiting_item(town)
    page: Any = town.opens("Peter", f"{turn.item.get_absolute_url()}ret/")
    page.evaluate(PASTE, [FIELD, WORD, ""])
    with page.expect_navigation():
        page.click("main .form-actions button[value=save]")

    page.goto(f"{page.url.split('?')[0]}?laes=1")
    assert page.inner_text("main table th:nth-child(2)").casefold() == "breve|svar"
    assert page.evaluate("window.caught") is None

"""Text that a first attempt could not save was lost when an annex was added next: the browser thought it was saved."""

from __future__ import annotations

from typing import Any

import pytest

from tests.journeys.conftest import clock as clock
from tests.journeys.conftest import server as server
from tests.journeys.conftest import town as town
from tests.journeys.scene import Town, a_waiting_item

pytestmark = [pytest.mark.journey, pytest.mark.django_db(transaction=True)]
WRITTEN = "Aftalen udløber til sommer."


def test_what_was_typed_is_saved_with_the_annex(town: Town) -> None:
    """Given a form that was refused, when an annex is added, then the typed text is saved with it."""
    turn = a_waiting_item(town)
    page = town.opens("Peter", f"{turn.item.get_absolute_url()}ret/")
    responsible = page.input_value("[name=responsible]")
    typed(page, "summary", WRITTEN)
    page.fill("[name=responsible]", "ingen af navnet")
    with page.expect_navigation():
        page.get_by_role("button", name="Klar", exact=True).click()
    page.locator(".error-summary").wait_for()
    page.locator("summary", has_text="Tilføj bilag").click()
    page.fill("[name=bilag-title]", "Oversigt")
    page.fill("[name=bilag-link]", "https://norddjurs.example/oversigt")
    adds(page)
    # The name is still wrong: nothing is saved and nothing is lost.
    assert page.input_value("[name=summary]") == WRITTEN
    assert page.input_value("[name=bilag-link]") == "https://norddjurs.example/oversigt"
    page.fill("[name=responsible]", responsible)
    adds(page)
    assert page.locator("#bilag a", has_text="Oversigt").count() == 1
    assert page.input_value("[name=summary]") == WRITTEN
    turn.item.refresh_from_db()
    assert turn.item.summary == WRITTEN


def adds(page: Any) -> None:
    with page.expect_navigation():
        page.get_by_role("button", name="Læg bilaget på").click()


def typed(page: Any, name: str, text: str) -> None:
    field = page.locator(f"[name={name}]")
    field.fill("")
    field.press_sequentially(text)

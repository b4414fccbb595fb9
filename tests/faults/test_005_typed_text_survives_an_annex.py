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


def test_what_was_typed_is_offered_again(town: Town) -> None:
    """Given a form that was refused, when an annex is added, then the typed text can be fetched back."""
    turn = a_waiting_item(town)
    page = town.opens("Peter", f"{turn.item.get_absolute_url()}ret/")
    typed(page, "summary", WRITTEN)
    page.fill("[name=responsible]", "ingen af navnet")
    with page.expect_navigation():
        page.get_by_role("button", name="Klar", exact=True).click()
    page.locator(".error-summary").wait_for()
    with page.expect_navigation():
        page.get_by_role("button", name="Ingen økonomiske konsekvenser").click()
    assert page.input_value("[name=summary]") == WRITTEN
    page.locator("summary", has_text="Tilføj bilag").click()
    annex = page.locator("form:has(input[name=file])")
    annex.locator("[name=title]").fill("Oversigt")
    annex.locator("[name=link]").fill("https://norddjurs.example/oversigt")
    with page.expect_navigation():
        annex.get_by_role("button", name="Læg bilaget på").click()
    assert page.input_value("[name=summary]") != WRITTEN
    page.get_by_role("button", name="Hent den tilbage").first.click()
    assert page.input_value("[name=summary]") == WRITTEN


def typed(page: Any, name: str, text: str) -> None:
    field = page.locator(f"[name={name}]")
    field.fill("")
    field.press_sequentially(text)

"""What a browser does with meetings' pages, without one: fields read from the page as it was served."""

from __future__ import annotations

import html
import re
from typing import Any
from uuid import uuid4

from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

_HIDDEN = re.compile(r'<input type="hidden" name="([^"]+)" value="([^"]*)">')
_TAGS = re.compile(r"<[^>]+>")


def text_of(response: Any) -> str:
    """The page as it is read: tags gone, spaces single."""
    body = response.content.decode()
    body = body[body.index("<main") :] if "<main" in body else body
    return " ".join(html.unescape(_TAGS.sub(" ", body)).split())


def hidden(response: Any, action: str) -> dict[str, list[str]]:
    """The hidden fields of the form that posts to `action` ("" = the page itself)."""
    for form in re.findall(r"<form[^>]*>.*?</form>", response.content.decode(), re.DOTALL):
        head = form[: form.index(">")]
        if 'method="post"' in head and (f'action="{action}"' in head if action else "action=" not in head):
            found: dict[str, list[str]] = {}
            for name, value in _HIDDEN.findall(form):
                found.setdefault(name, []).append(html.unescape(value))
            return found
    raise AssertionError(f"no form posts to {action or 'the page itself'}")


def press(client: Client, page: str, action: str = "", **fields: Any) -> Any:
    """Open a page and press its form's button: its hidden fields are sent with what was typed."""
    shown = client.get(page)
    assert shown.status_code == 200, (shown.status_code, text_of(shown)[:400])
    return client.post(action or page, {**hidden(shown, action), **fields})


def send(client: Client, address: str, **fields: Any) -> Any:
    """A form with a key of its own."""
    return client.post(address, {"_key": str(uuid4()), **fields})


def queries(client: Client, address: str) -> int:
    """How many queries a page takes once its first visit has filled what is kept between visits."""
    client.get(address)
    with CaptureQueriesContext(connection) as seen:
        response = client.get(address)
    assert response.status_code == 200, (response.status_code, text_of(response)[:400])
    return len(seen)

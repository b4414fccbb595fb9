"""Whoever wrote a topic before the agenda was sent out came to "Siden findes ikke": it led to an item not yet to be read."""

from __future__ import annotations

import re

import pytest

from tests.making import a_cast, signed_in
from tests.meetings.pages import send, text_of
from tests.meetings.turn import a_meeting

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


@pytest.mark.parametrize("who", ["jonas", "peter"])
def test_one_comes_back_to_the_page_that_the_topic_was_written_on(who: str) -> None:
    cast = a_cast()
    meeting = a_meeting(cast, body=cast.programme, items=("orientering_aktuelle_emner",))
    client, m = signed_in(getattr(cast, who)), meeting.get_absolute_url()
    form = next(part for part in client.get(m).content.decode().split("<form") if f'action="{m}emner/"' in part)
    hidden = re.findall(r'<input type="hidden" name="(\w+)" value="([^"]*)"', form)
    fields = {name: value for name, value in hidden if name in {"kind", "item", "on_meeting"}}
    answer = send(client, f"{m}emner/", **fields, text="Ny lov om digital post")
    assert answer["Location"] == m
    assert "Ny lov om digital post" in text_of(client.get(answer["Location"]))
    # Nor does the item's own form lead where its writer may not read.
    fields.pop("on_meeting")
    answer = send(client, f"{m}emner/", **fields, text="Endnu et emne")
    assert client.get(answer["Location"]).status_code == 200

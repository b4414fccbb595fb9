"""What people stumbled over on the meetings' pages and in their mails, said once and plainly."""

from __future__ import annotations

import re

import pytest

from styrehjul.mail.models import OutboxMessage
from tests.meetings.turn import Turn, a_turn

pytestmark = pytest.mark.django_db


@pytest.fixture
def turn() -> Turn:
    return a_turn()


def test_the_agendas_mail_numbers_each_item_once(turn: Turn) -> None:
    turn.ready().to_chair().approved().dispatched()
    mail = OutboxMessage.objects.filter(kind="agenda").first()
    assert mail is not None
    assert re.findall(r"^(.*Eventuelt)$", mail.text_body, re.MULTILINE) == ["5. Eventuelt"]
    assert '<li value="5">Eventuelt</li>' in mail.html_body
    assert "<ul>" not in mail.html_body

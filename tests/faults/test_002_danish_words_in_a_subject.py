"""Two words with Danish letters in a row lost the space between them in the subject of a mail: "Robotstøttetbogføring"."""

from __future__ import annotations

from datetime import datetime
from email import message_from_bytes
from email.policy import default

import pytest

from styrehjul.mail.message import build
from tests.mail.making import a_message


@pytest.mark.django_db
@pytest.mark.parametrize(
    "subject",
    [
        "Punkt til Styregruppe, onsdag 10. juni: Nyt projektforslag: Robotstøttet bogføring af fakturaer",
        "Ændringer på årshjulet i børn, ældre og økonomi på tværs af områderne og så videre længe endnu",
        "Besluttet: Én løsning på øvrige områder",
        "Dagsorden: Styregruppe, onsdag 9. december",
    ],
)
def test_a_subject_is_read_as_it_was_written(now: datetime, subject: str) -> None:
    mail = build(a_message(now, subject=subject))
    read = message_from_bytes(mail.as_bytes(), policy=default)

    assert str(read["Subject"]) == subject
    assert max(map(len, mail.as_bytes().splitlines())) < 100

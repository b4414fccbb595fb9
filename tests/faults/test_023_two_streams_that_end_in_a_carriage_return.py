"""Fault 023: minutes were refused as unfit to be kept, about one time in thirty thousand, for no reason.

The validator takes a stream that ends in a carriage return for one of the wrong length. One such stream was known of
and looked at again; of two in one file the validator names neither, and the file was refused.
"""

from __future__ import annotations

import re

from styrehjul.documents import values
from styrehjul.documents.guard import check_pdf
from styrehjul.documents.pdf import agenda_pdf
from tests.documents.making import an_agenda

# A compressed stream ends in a sum of its bytes: 13, the carriage return, when they add up to 12 more than 256s.
FILES = (b"aaJ" + b" " * 256, b"aaJ" + b"@" * 256)


def an_agenda_with_two_such_streams() -> bytes:
    files = (values.Attachment(f"{number}.txt", data, "Tal") for number, data in enumerate(FILES))
    return agenda_pdf(an_agenda(attachments=tuple(files)))


def test_an_agenda_with_two_such_streams_may_go() -> None:
    data = an_agenda_with_two_such_streams()

    assert data.count(b"\r\nendstream") > 1
    assert check_pdf(data) == []


def test_a_wrong_length_beside_them_is_still_found() -> None:
    data = an_agenda_with_two_such_streams()
    written = re.search(rb"<</Length (\d{4})/Filter/FlateDecode>>", data)
    assert written is not None
    wrong = b"%04d" % (int(written[1]) - 7)

    reasons = check_pdf(data[: written.start(1)] + wrong + data[written.end(1) :])
    assert "pdf.archive" in {reason.code for reason in reasons}

"""R23: the agenda goes out before the meeting with its indstillinger and notater, and is read as one file."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from styrehjul.documents.files import store_bytes
from styrehjul.documents.pdf import meeting_plan_pdf, page_count
from styrehjul.mail.models import OutboxMessage
from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import MemoText
from styrehjul.meetings.queries.seats import receivers
from tests.documents.making import a_plan
from tests.documents.reading import text_of as pdf_text
from tests.making import NOW, signed_in
from tests.meetings.pages import text_of
from tests.meetings.turn import Turn, a_turn, do

pytestmark = pytest.mark.django_db


def annex(turn: Turn, title: str, data: bytes, name: str, kind: str) -> None:
    kept = store_bytes(data, name=name, content_type=kind, kind="upload", at=NOW, created_by_id="")
    do(actions.add_annex, turn.item, title=title, file=kept, by=turn.cast.peter, at=NOW)


def outline_of(pdf: bytes) -> list[tuple[str, int, list[tuple[str, int]]]]:
    """The bookmarks with their pages, and those below each."""
    with pikepdf.open(io.BytesIO(pdf)) as opened, opened.open_outline() as outline:
        pages = {page.obj.objgen: index for index, page in enumerate(opened.pages, 1)}

        def page_of(item: Any) -> int:
            to = item.destination if item.destination is not None else item.action.D
            if isinstance(to, (pikepdf.String, pikepdf.Name)):
                to = pikepdf.NameTree(opened.Root.Names.Dests)[str(to)]
                to = to.D if isinstance(to, pikepdf.Dictionary) else to
            return pages[to[0].objgen]

        return [
            (str(item.title), page_of(item), [(str(child.title), page_of(child)) for child in item.children])
            for item in outline.root
        ]


def everything(pdf: bytes) -> str:
    return " ".join(" ".join(pdf_text(pdf, page).split()) for page in range(1, page_count(pdf) + 1))


def test_r23_the_agenda_is_sent_with_indstillinger_and_notater_and_read_as_one_file(now: object) -> None:
    turn = a_turn()
    memo = MemoText("Drift efter projektet", "Driften overgår til Digitalisering fra januar.")
    do(actions.edit_item, turn.item, by=turn.cast.peter, at=NOW, expected_version=None, fields={}, memos=[memo])
    annex(turn, "Mødeplan", meeting_plan_pdf(a_plan()), "plan.pdf", "application/pdf")
    annex(turn, "Overslag", b"PK\x03\x04", "overslag.xlsx", "application/vnd.ms-excel")
    turn.ready().to_chair(printed=True).approved()
    turn.dispatched()
    # Each member gets it before the meeting, whatever seat they have.
    reached = {mail.recipient for mail in OutboxMessage.objects.filter(kind="agenda")}
    assert reached == {one.person.email for one in receivers(turn.fresh)}
    member = signed_in(turn.cast.heads[0])
    number = turn.meeting.treatments.get(pk=turn.item.pk).number
    # On the page: the indstilling, and the notat after it on the same page.
    page = text_of(member.get(f"{turn.item.get_absolute_url()}?laes=1"))
    assert page.index("Det indstilles, at") < page.index("Notat: Drift efter projektet") < page.index("Driften overgår")
    # Each annex is a link with what it is and how large.
    assert "Mødeplan PDF, " in page
    assert "Overslag XLSX, 1 kB" in page
    # In the PDF too.
    agenda = member.get(f"/moeder/{turn.meeting.pk}/dagsorden.pdf").content
    printed = everything(agenda)
    item = printed[printed.rindex(f"{number}{turn.item.title}") :]
    assert item.index("Det indstilles, at") < item.index("Drift efter projektet") < item.index("Driften overgår")
    # Samlet materiale: bookmarks for every item and annex, each on its page, and one numbering.
    copy = member.get(f"/moeder/{turn.meeting.pk}/samlet/").content
    first, *annexes = outline_of(copy)
    items = [(title, at) for title, at, *_ in first[2]]
    for other in turn.meeting.treatments.order_by("position"):
        matching = [at for title, at in items if other.title in title and title.startswith(f"{other.number}")]
        assert len(matching) == 1, (other.title, items)
        assert other.title.split()[-1] in pdf_text(copy, matching[0])
    assert [title for title, *_ in annexes] == [f"Bilag {number}.1 Mødeplan", f"Bilag {number}.2 Overslag"]
    assert "Mødeplan 2027" in pdf_text(copy, annexes[0][1])
    assert "overslag.xlsx" in pdf_text(copy, annexes[1][1])
    total = page_count(copy)
    for at in range(1, total + 1):
        assert f"samlet side {at} af {total}" in " ".join(pdf_text(copy, at).split())

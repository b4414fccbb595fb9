"""What differs between two versions, for whom: in words, per item, and never more than the reader may read."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.test import Client

from styrehjul.meetings import actions
from styrehjul.meetings.domain.difference import GONE, NEW, difference
from styrehjul.meetings.models import Treatment
from tests.making import signed_in
from tests.meetings.test_changes import LATER, a_sent_turn, approve, ask, correct
from tests.meetings.turn import Turn, do

pytestmark = pytest.mark.django_db


def an_item(**fields: Any) -> dict[str, Any]:
    item = {
        "uuid": "a", "number": 1, "title": "Punkt", "kind_words": "til beslutning", "responsible": "Mette", "minutes": 0,
        "access": "open", "summary": "Et kort resumé af sagen.", "case_presentation": "", "financial_impact": "",
        "next_steps": "", "late_because": "", "recommendation": [], "memos": [], "annexes": [], "history": [],
        "content": None,
    }  # fmt: skip
    return item | fields


def compare(old: list[dict[str, Any]], new: list[dict[str, Any]], hidden: frozenset[str] = frozenset()) -> Any:
    return difference({"items": old}, {"items": new}, hidden=hidden)


def test_the_words_that_went_and_came() -> None:
    found = compare([an_item()], [an_item(summary="Et nyt resumé af sagen.")])
    (section,) = found.items[0].sections
    (line,) = section.lines
    assert [(piece.text, piece.kind) for piece in line if piece.kind != "same"] == [("kort ", GONE), ("nyt ", NEW)]
    assert "".join(piece.text for piece in line if piece.kind != GONE) == "Et nyt resumé af sagen."


def test_the_same_is_no_difference_and_a_new_number_alone_neither() -> None:
    assert compare([an_item()], [an_item()]).is_empty
    assert compare([an_item()], [an_item(number=2)]).is_empty


def test_a_file_under_the_same_name_is_told_as_another_file() -> None:
    annex = {"title": "Overslag", "name": "o.pdf", "link": "", "closed": False, "sha256": "1"}
    found = compare([an_item(annexes=[annex])], [an_item(annexes=[annex | {"sha256": "2"}])])
    text = "".join(piece.text for line in found.items[0].sections[0].lines if line for piece in line)
    assert "filen er en anden end før" in text


def test_new_gone_withdrawn_and_order() -> None:
    one, two, three = an_item(), an_item(uuid="b", number=2), an_item(uuid="c", number=3)
    found = compare([one, two], [two | {"withdrawn": "Ikke klar"}, three])
    assert [(item.uuid, item.what, item.because) for item in found.items] == [
        ("b", "withdrawn", "Ikke klar"), ("c", "new", ""), ("a", "gone", ""),
    ]  # fmt: skip
    assert compare([one, two], [two, one]).order


def test_of_a_hidden_item_nothing_but_that_it_changed() -> None:
    found = compare([an_item()], [an_item(summary="Hemmeligt")], frozenset({"a"}))
    assert [(item.what, item.sections) for item in found.items] == [("hidden", ())]


def test_long_texts_are_compared_in_no_time() -> None:
    old = "\n".join(f"Linje {n} med nogle ord om sagen" for n in range(3000))
    found = compare([an_item(case_presentation=old)], [an_item(case_presentation=old.replace("ord", "tal"))])
    assert found.items


@pytest.fixture
def sent(now: object) -> Turn:
    return a_sent_turn()


def page(client: Client, turn: Turn, query: str = "?fra=1&til=2") -> Any:
    return client.get(f"/moeder/{turn.meeting.pk}/versioner/{query}")


def test_a_member_reads_the_difference_and_only_versions_that_were_sent(sent: Turn) -> None:
    correct(sent, "Et helt andet resumé")
    ask(sent)
    member = signed_in(sent.cast.heads[0])
    assert page(member, sent).status_code == 404, "the chair has not approved it"
    approve(sent)
    answer = page(member, sent)
    assert answer.status_code == 200
    text = answer.content.decode()
    assert "Rettelse til punkt" in text
    assert "helt andet" in text
    assert "Eventuelt" not in text
    listed = page(member, sent, "").content.decode()
    assert "Version 2" in listed
    assert "fra=1&amp;til=2" in listed


def test_a_draft_between_is_for_those_who_prepare(sent: Turn) -> None:
    correct(sent, "Første forsøg")
    ask(sent)
    correct(sent, "Andet forsøg")
    ask(sent)
    approve(sent)
    member, secretary = signed_in(sent.cast.heads[0]), signed_in(sent.cast.peter)
    assert page(member, sent, "?fra=1&til=2").status_code == 404
    assert page(secretary, sent, "?fra=1&til=2").status_code == 200
    text = page(member, sent, "?fra=1&til=3").content.decode()
    assert "Andet" in text
    assert "Første" not in text
    for query in ("?fra=1", "?fra=1&til=x", "?fra=1&til=9"):
        assert page(member, sent, query).status_code == 404


def test_what_is_closed_stands_in_nobody_elses_difference(sent: Turn, monkeypatch: pytest.MonkeyPatch) -> None:
    """The steering group's agenda as every employee may read it after dispatch, with a closed item and a closed annex."""
    Treatment.objects.filter(pk=sent.item.pk).update(access="closed", summary="Navnet Hansen")
    other = sent.meeting.treatments.get(standing_key="eventuelt")
    correct(sent, "Navnet Jensen")
    do(
        actions.draft_annex, sent.meeting, item=other, title="Fortrolig liste", link="https://norddjurs.example/f",
        closed=True, by=sent.cast.peter, at=LATER,
    )  # fmt: skip
    ask(sent)
    approve(sent)
    member = page(signed_in(sent.cast.heads[0]), sent).content.decode()
    assert "Jensen" in member
    assert "Fortrolig liste" in member
    assert page(signed_in(sent.cast.olga), sent).status_code == 404
    from styrehjul.meetings.queries import reading

    monkeypatch.setattr(reading, "_is_over", lambda meeting: True)
    answer = page(signed_in(sent.cast.olga), sent)
    text = answer.content.decode()
    assert answer.status_code == 200
    for word in ("Hansen", "Jensen", "Fortrolig liste"):
        assert word not in text
    assert "Lukket punkt, ændret" in text


def test_the_change_list_in_the_version_keeps_closed_things_out_of_the_open_edition(sent: Turn) -> None:
    from styrehjul.meetings.queries.contents import open_edition

    do(
        actions.draft_annex, sent.meeting, item=sent.item, title="Fortrolig liste", link="https://norddjurs.example/f",
        closed=True, by=sent.cast.peter, at=LATER,
    )  # fmt: skip
    ask(sent)
    content = json.loads(approve(sent).version.content)
    assert content["changes"][0]["what"] == "Fortrolig liste"
    assert "Fortrolig" not in json.dumps(open_edition(content))

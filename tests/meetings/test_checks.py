"""What others look at while an item is prepared: three sides beside each other, and the proposer's own chief first."""

from __future__ import annotations

from datetime import date

import pytest

from styrehjul.kernel.refusal import NotAllowed, Refused
from styrehjul.meetings import actions
from styrehjul.meetings.models import ItemCheck, Treatment
from styrehjul.meetings.queries import why_not
from styrehjul.meetings.queries.checks import chief_of
from styrehjul.people.models import Person
from tests.making import NORDDJURS, NOW, Cast, a_cast, a_kommissorium, a_person, signed_in
from tests.meetings.pages import press, text_of
from tests.meetings.test_extended import OFF, fresh, mails, proposed, switch
from tests.meetings.turn import Turn, a_turn, do

pytestmark = pytest.mark.django_db


def with_chief(start: date = date(2027, 5, 1)) -> None:
    said = "udvidet_forberedelse = true\nchef_godkender_forslag = true"
    a_kommissorium(NORDDJURS.read_text().replace(OFF, said).encode(), start=start)


@pytest.fixture
def turn(now: object) -> Turn:
    cast = a_cast()
    switch(on=True, start=date(2027, 5, 1))
    found = a_turn(cast=cast)
    do(
        actions.edit_item, found.item, by=cast.olga, at=NOW, expected_version=None,
        fields={"financial_impact": "Ingen"},
    )  # fmt: skip
    return found


def codes(turn: Turn) -> list[str]:
    return [reason.code for reason in why_not("make_ready", fresh(turn.item), turn.cast.olga, NOW)]


def test_an_item_waits_for_each_side_that_was_asked_and_a_remark_stops_nobody(turn: Turn) -> None:
    olga, (head, other) = turn.cast.olga, turn.cast.heads[:2]
    asked = do(
        actions.ask_for_checks, turn.item, {"technical": head, "data_protection": other}, by=olga, at=NOW
    )  # fmt: skip
    assert sorted(mails("check")) == sorted([head.name, other.name])
    assert codes(turn) == ["item.check_awaited", "item.check_awaited"]
    health = text_of(signed_in(turn.cast.peter).get(f"{turn.meeting.get_absolute_url()}forbered/"))
    assert f"svar fra {head.name} (teknik)" in health
    with pytest.raises(Refused, match=r"item\.check_awaited"):
        do(actions.make_ready, turn.item, by=olga, at=NOW)
    first, second = asked
    with pytest.raises(NotAllowed):
        do(actions.answer_check, first, answer="ok", by=turn.cast.ada, at=NOW)
    with pytest.raises(Refused, match=r"check\.over"):
        do(actions.answer_check, first, answer="ok", by=other, at=NOW)
    with pytest.raises(Refused, match=r"check\.remark_empty"):
        do(actions.answer_check, first, answer="comment", remark=" ", by=head, at=NOW)
    do(actions.answer_check, first, answer="comment", remark="Kræver ny firewall", by=head, at=NOW)
    assert mails("check_remark") == [olga.name]
    do(actions.answer_check, second, answer="ok", by=other, at=NOW)
    assert do(actions.make_ready, turn.item, by=olga, at=NOW).state == "on_agenda"
    with pytest.raises(Refused, match=r"check\.over"):
        do(actions.answer_check, first, answer="ok", by=head, at=NOW)
    page = text_of(signed_in(turn.cast.peter).get(f"{turn.meeting.get_absolute_url()}forbered/"))
    assert f"Teknik, {head.name}: Kræver ny firewall" in page
    # What was asked is seen, and does not keep the agenda from the chair.
    turn.to_chair()


def test_asked_twice_is_one_question_and_asked_no_more_the_item_waits_no_longer(turn: Turn) -> None:
    olga, head = turn.cast.olga, turn.cast.heads[0]
    (check,) = do(actions.ask_for_checks, turn.item, {"contract": head}, by=olga, at=NOW)
    assert do(actions.ask_for_checks, turn.item, {"contract": head}, by=olga, at=NOW) == []
    assert mails("check") == [head.name]
    do(actions.withdraw_check, check, by=olga, at=NOW)
    assert codes(turn) == []
    with pytest.raises((Refused, NotAllowed)):
        do(actions.answer_check, check, answer="ok", by=head, at=NOW)
    (again,) = do(actions.ask_for_checks, turn.item, {"contract": turn.cast.heads[1]}, by=olga, at=NOW)
    assert (again.pk, again.awaited) == (check.pk, True)
    assert ItemCheck.objects.count() == 1
    with pytest.raises(Refused, match=r"check\.nobody"):
        do(actions.ask_for_checks, turn.item, {}, by=olga, at=NOW)


def test_switched_off_nobody_is_waited_for(turn: Turn) -> None:
    do(actions.ask_for_checks, turn.item, {"technical": turn.cast.heads[0]}, by=turn.cast.olga, at=NOW)
    switch(on=False, start=date(2027, 5, 19))
    assert codes(turn) == []
    with pytest.raises(Refused, match=r"preparing\.not_extended"):
        do(actions.ask_for_checks, turn.item, {"contract": turn.cast.heads[0]}, by=turn.cast.olga, at=NOW)


def test_on_the_pages_asking_is_one_form_and_answering_another(turn: Turn) -> None:
    head = turn.cast.heads[0]
    asker, checker = signed_in(turn.cast.olga), signed_in(head)
    own = f"{turn.item.get_absolute_url()}?laes=1"
    assert "Bed om kontrol" in text_of(asker.get(own))
    form = f"{turn.item.get_absolute_url()}kontrol/"
    empty = asker.get(form)
    assert all(side in text_of(empty) for side in ("Teknik", "Kontrakt", "Databeskyttelse"))
    assert press(asker, form, technical=head.name, contract="", data_protection="").status_code == 302
    check = turn.item.checks.get()
    page = f"/kontrol/{check.pk}/"
    assert f"Se på: {turn.item.title}" in text_of(checker.get("/"))
    assert signed_in(a_person("Uden Adgang")).get(page).status_code == 404
    assert "Punkt 1 mangler" not in text_of(asker.get(own))
    assert "har ikke svaret på kontrollen endnu" in text_of(asker.get(own))
    assert press(checker, page, answer="comment", remark="").status_code == 409
    assert press(checker, page, answer="comment", remark="Kræver ny firewall").status_code == 302
    shown = text_of(asker.get(own))
    assert f"Teknik: {head.name}" in shown
    assert "Kræver ny firewall" in shown
    assert f"Se på: {turn.item.title}" not in text_of(checker.get("/"))


def employees_proposal(cast: Cast) -> Treatment:
    """A member of the programme group, who is nobody's chief, proposes an item to it."""
    member = Person.objects.get(unit=cast.areas[1], is_leader=False)
    assert chief_of(member, NOW.date()) == cast.heads[1]
    return do(
        actions.propose_item, cast.programme, title="Fælles support", kind="decision", by=member, at=NOW,
        why_now="Aftalen udløber",
    )  # fmt: skip


def test_the_proposers_own_chief_says_yes_before_the_secretary_takes_it_in(now: object) -> None:
    cast = a_cast()
    with_chief()
    item, chief = employees_proposal(cast), cast.heads[1]
    check = item.checks.get()
    assert (check.person, check.kind, mails("check")) == (chief, "chief", [chief.name])
    with pytest.raises(Refused, match=r"check\.chief_awaited"):
        do(actions.receive_item, item, by=cast.peter, at=NOW)
    assert f"venter på {chief.name}" in text_of(signed_in(cast.peter).get(f"/sager/foreslaaet/{item.pk}/modtag/"))
    asked = signed_in(chief)
    assert "Godkend forslag til punkt: Fælles support" in text_of(asked.get("/"))
    assert "Aftalen udløber" in text_of(asked.get(f"/kontrol/{check.pk}/"))
    assert press(asked, f"/kontrol/{check.pk}/", answer="ok", remark="").status_code == 302
    assert do(actions.receive_item, item, by=cast.peter, at=NOW).state == "in_work"


def test_a_chief_who_says_no_ends_it_with_the_reason(now: object) -> None:
    cast = a_cast()
    with_chief()
    item = employees_proposal(cast)
    check = item.checks.get()
    do(actions.answer_check, check, answer="comment", remark="Vi har ikke råd", by=check.person, at=NOW)
    ended = Treatment.objects.get(pk=item.pk)
    assert ended.state == "rejected"
    assert ended.left_because == f"Ikke godkendt af {check.person.name}: Vi har ikke råd"
    assert ended.proposed_by is not None
    assert mails("item_proposal") == [ended.proposed_by.name]
    with pytest.raises(Refused, match=r"check\.over"):
        do(actions.answer_check, check, answer="ok", by=check.person, at=NOW)


def test_a_chief_who_proposes_asks_nobody_below(now: object) -> None:
    cast = a_cast()
    with_chief()
    turn = a_turn(cast=cast)
    assert chief_of(cast.heads[0], NOW.date()) is None
    item = proposed(turn)
    assert not item.checks.exists()
    assert do(actions.receive_item, item, to=turn.meeting, by=cast.peter, at=NOW).state == "in_work"


def test_where_the_body_does_not_ask_for_it_no_chief_is_asked(turn: Turn) -> None:
    assert not proposed(turn).checks.exists()

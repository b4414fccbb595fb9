"""What would change, in the words that a secretary would use."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from styrehjul.bodies.domain import model as m
from styrehjul.bodies.domain import schema
from styrehjul.bodies.domain.differences import NOUNS, Change, differences
from tests.bodies.kommissorier import shipped


@pytest.fixture(scope="module")
def norddjurs() -> m.KommissoriumText:
    return shipped("norddjurs")


def with_body(text: m.KommissoriumText, code: str, **changes: Any) -> m.KommissoriumText:
    return replace(text, bodies=tuple(replace(row, **changes) if row.code == code else row for row in text.bodies))


def only(changes: list[Change]) -> Change:
    assert len(changes) == 1, [change.text for change in changes]
    return changes[0]


def test_a_seat_more(norddjurs: m.KommissoriumText) -> None:
    body = norddjurs.body("styregruppe")
    new = with_body(norddjurs, "styregruppe", seats=(*body.seats, m.SeatRule("it_chef", "It-chef")))
    change = only(differences(norddjurs, new))
    assert change.text == "Styregruppen får en plads mere: It-chef."
    assert (change.key, change.kind, change.old, change.new) == (
        "organ.styregruppe.plads.it_chef", "added", None, "It-chef",
    )  # fmt: skip


def test_a_seat_less_and_a_number_changed(norddjurs: m.KommissoriumText) -> None:
    body = norddjurs.body("styregruppe")
    seats = tuple(
        replace(seat, number=3) if seat.key == "chef_velfaerd" else seat
        for seat in body.seats
        if seat.key != "stabschef"
    )
    said = [change.text for change in differences(norddjurs, with_body(norddjurs, "styregruppe", seats=seats))]
    assert said == [
        'Pladsen "Chef fra velfærdsområdet" i styregruppen ændres fra præcis 2 til præcis 3.',
        "Styregruppen mister pladsen Stabschef.",
    ]


def test_a_deadline_moved_and_confirmed(norddjurs: m.KommissoriumText) -> None:
    body = norddjurs.body("programgruppe")
    rules = tuple(replace(row, number=5) if row.code == "dispatch" else row for row in body.deadlines)
    new = with_body(norddjurs, "programgruppe", deadlines=rules)
    change = only(differences(norddjurs, new))
    assert change.text == "Programgruppens frist for udsendelse ændres fra 3 til 5 arbejdsdage før mødet."
    assert (change.old, change.new) == ("3 arbejdsdage før mødet", "5 arbejdsdage før mødet")
    confirmed = tuple(replace(row, suggested=False) if row.code == "dispatch" else row for row in rules)
    change = only(differences(new, with_body(new, "programgruppe", deadlines=confirmed)))
    assert change.text == "Programgruppens frist for udsendelse er nu fastsat og ikke længere et forslag."


def test_more_meetings_a_year(norddjurs: m.KommissoriumText) -> None:
    cadence = replace(norddjurs.body("styregruppe").cadence, number=6)
    change = only(differences(norddjurs, with_body(norddjurs, "styregruppe", cadence=cadence)))
    assert change.text == "Styregruppen holder 6 møder om året i stedet for 4 møder om året."


def test_another_lead_and_another_weekday(norddjurs: m.KommissoriumText) -> None:
    cadence = replace(norddjurs.body("programgruppe").cadence, lead_working_days=15)
    change = only(differences(norddjurs, with_body(norddjurs, "programgruppe", cadence=cadence)))
    assert "15 arbejdsdage før hvert af styregruppens møder i stedet for møde 20 arbejdsdage" in change.text
    cadence = replace(norddjurs.body("styregruppe").cadence, weekday=1)
    change = only(differences(norddjurs, with_body(norddjurs, "styregruppe", cadence=cadence)))
    assert "2. tirsdag i måneden i stedet for 2. onsdag i måneden" in change.text


def test_an_item_added_moved_and_switched_on(norddjurs: m.KommissoriumText) -> None:
    body = norddjurs.body("styregruppe")
    status = m.StandingRule("status_sikkerhed", "Status på informationssikkerhed", m.Slot(m.SlotKind.QUARTERS, (2, 4)))
    items = []
    for item in body.standing_items:
        if item.key == "vurdering_strategisk_retning":
            item = replace(item, slot=m.Slot(m.SlotKind.QUARTERS, (4,)))
        if item.key == "moedeplan":
            item = replace(item, enabled=True)
        items.append(item)
    new = with_body(norddjurs, "styregruppe", standing_items=(*items, status))
    assert [change.text for change in differences(norddjurs, new)] == [
        'Punktet "Vurdering af behov for opdatering af den strategiske retning" i styregruppen flyttes fra 3. kvartal til 4. kvartal.',
        'Punktet "Mødeplan for det kommende år" i styregruppen tændes.',
        'Punktet "Status på informationssikkerhed" i styregruppen kommer til: 2. og 4. kvartal.',
    ]


def test_settings_and_rights(norddjurs: m.KommissoriumText) -> None:
    settings = replace(norddjurs.body("styregruppe").settings, agenda_readable=m.AgendaReadable.NEVER)
    change = only(differences(norddjurs, with_body(norddjurs, "styregruppe", settings=settings)))
    assert change.text == "Styregruppens læseadgang til dagsordener ændres fra efter mødet til aldrig."
    new = replace(norddjurs, rights=norddjurs.rights[1:])
    assert (
        only(differences(norddjurs, new)).text == 'Retten "Nye projektforslag" i styregruppen er ikke længere fastsat.'
    )
    rows = (replace(norddjurs.rights[0], above=Decimal(250_000)), *norddjurs.rights[1:])
    change = only(differences(norddjurs, replace(norddjurs, rights=rows)))
    assert change.text == 'Beløbsgrænse for retten "Nye projektforslag" i styregruppen fastsættes: 250.000.'


def test_a_body_comes_and_goes(norddjurs: m.KommissoriumText) -> None:
    forum = m.BodyRules("forum", "F", "Forum", "forummet", m.Cadence(m.CadenceKind.MONTHS, months=tuple(range(1, 13))))
    new = replace(norddjurs, bodies=(*norddjurs.bodies, forum))
    assert only(differences(norddjurs, new)).text.startswith("Et nyt organ kommer til: Forum (møde i januar, februar")
    assert only(differences(new, norddjurs)).text.startswith("Organet Forum udgår")


def test_order_alone_is_told(norddjurs: m.KommissoriumText) -> None:
    turned = with_body(norddjurs, "styregruppe", seats=norddjurs.body("styregruppe").seats[::-1])
    assert only(differences(norddjurs, turned)).text == "Rækkefølgen af styregruppens pladser er ændret."


def test_a_file_without_a_date_is_not_a_difference(norddjurs: m.KommissoriumText) -> None:
    in_force = replace(norddjurs, applies_from=date(2027, 1, 1))
    assert differences(in_force, norddjurs) == []
    assert only(differences(norddjurs, in_force)).text == "Kommissoriets ikrafttræden fastsættes: 1. januar 2027."


def test_every_key_has_a_word() -> None:
    assert {key.name for table in schema.TABLES for key in table.keys} <= set(NOUNS)


def test_words_of_groups_units_bodies_and_many_seats(norddjurs: m.KommissoriumText) -> None:
    body = norddjurs.body("programgruppe")
    seats = tuple(
        replace(seat, unit="digitalisering") if seat.key == "repraesentant_staben" else seat for seat in body.seats
    )
    new = with_body(norddjurs, "programgruppe", seats=(*seats, m.SeatRule("brugere", "Bruger", number=3)), parent=None)
    assert [change.text for change in differences(norddjurs, new)] == [
        "Programgruppens overordnede organ er ikke længere fastsat (før: styregruppen).",
        'Enhed for pladsen "Repræsentant fra Staben" i programgruppen ændres fra Staben til Digitalisering.',
        "Programgruppen får 3 pladser mere: Bruger.",
    ]
    group = norddjurs.body("styregruppe")
    welfare = tuple(
        replace(seat, area="fagchefomraader") if seat.area == "velfaerdsomraadet" else seat for seat in group.seats
    )
    change = only(differences(norddjurs, with_body(norddjurs, "styregruppe", seats=welfare)))
    assert change.text.endswith("ændres fra velfærdsområdet til fagchefområderne.")
    open_seats = tuple(
        replace(seat, rule=m.SeatCount.OPEN, number=None) if seat.key == "chef_velfaerd" else seat
        for seat in group.seats
    )
    change = only(differences(norddjurs, with_body(norddjurs, "styregruppe", seats=open_seats)))
    assert change.text.endswith("ændres fra præcis 2 til åbent antal.")


def test_two_rights_of_one_name_and_an_unknown_body_are_still_told(norddjurs: m.KommissoriumText) -> None:
    twice = replace(norddjurs, rights=(*norddjurs.rights, norddjurs.rights[0]))
    assert only(differences(norddjurs, twice)).key == "ret.styregruppe.Nye projektforslag~2"
    strange = replace(norddjurs, rights=(*norddjurs.rights, m.DecisionRight("raad", "Alt")))
    assert only(differences(norddjurs, strange)).text == 'Raad beslutter fremover om "Alt".'


def test_what_the_text_knows_by_code(norddjurs: m.KommissoriumText) -> None:
    assert norddjurs.body("styregruppe").standing_item("orientering_direktion").title == "Orientering til direktionen"
    assert norddjurs.unit_name("staben") == "Staben"
    assert [body.code for body in norddjurs.fed_by("styregruppe")] == ["programgruppe"]
    with pytest.raises(KeyError):
        norddjurs.body("raad")

"""The composition check: each deviation on its day, and none where there is none."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from styrehjul.bodies.domain.composition import (
    AgreementFact,
    AreaFact,
    CompositionFacts,
    ConsentFact,
    CoverageState,
    HoldingFact,
    coverage,
    findings,
    seat_lines,
    stand_in_findings,
    unit_coverage,
)
from styrehjul.bodies.domain.model import BodyRules, SeatCount, SeatKind, SeatRule
from styrehjul.bodies.domain.wording import SENTENCES, sentence_of
from tests.bodies.kommissorier import shipped

TODAY = date(2027, 5, 18)
YEAR = date(2027, 1, 1)
NAMES = {
    "velfaerdsomraadet": "velfærdsområdet", "faellesforvaltningsomraadet": "fællesforvaltningsområdet",
    "digitalisering": "Digitalisering", "staben": "Staben",
}  # fmt: skip
AREAS = tuple(
    AreaFact(code, name, "fagchefomraader", head, YEAR)
    for code, name, head in (
        ("dagtilbud", "Dagtilbud", "Ida Krogh"), ("skole", "Skole", "Bo Lund"), ("aeldre", "Ældre", "Eva Juhl"),
    )
)  # fmt: skip


def holding(seat: str, name: str, **facts: Any) -> HoldingFact:
    return HoldingFact(seat, facts.pop("person_id", name), name, facts.pop("start", YEAR), **facts)


def group_facts() -> CompositionFacts:
    """The steering group, filled as it should be."""
    welfare = frozenset({"velfaerdsomraadet"})
    return CompositionFacts(
        (
            holding("formand", "Stine", posts=("chef for borgerservice, IT og digitalisering",), is_leader=True),
            holding("stabschef", "Anders", posts=("Stabschef",), is_leader=True, unit_path=("stab",)),
            holding("chef_velfaerd", "Vera", groups=welfare, is_leader=True, unit_path=("skole", "velfaerd")),
            holding("chef_velfaerd", "Villy", groups=welfare, is_leader=True, unit_path=("aeldre", "velfaerd")),
            holding(
                "chef_faellesforvaltning", "Frida", groups=frozenset({"faellesforvaltningsomraadet"}), is_leader=True
            ),
            holding("leder_digitalisering", "Lone", posts=("Leder af Digitalisering",), is_leader=True),
            holding("sekretaer", "Peter", units=frozenset({"digitalisering"})),
        ),
        names=NAMES,
    )


def programme_facts(*more: HoldingFact, agreements: tuple[AgreementFact, ...] = ()) -> CompositionFacts:
    """The programme group with Jonas for the schools and nobody for the other areas."""
    return CompositionFacts(
        (
            holding("formand", "Lone", posts=("Leder af Digitalisering",)),
            holding("repraesentant_staben", "Sanne", units=frozenset({"staben"}), function="koordinator"),
            holding("repraesentant_fagchefomraade", "Jonas", area="skole", function="superbruger"),
            holding("sekretaer", "Peter", units=frozenset({"digitalisering"})),
            *more,
        ),
        AREAS,
        agreements,
        NAMES,
    )


def agreement(**changes: Any) -> AgreementFact:
    consents = tuple(ConsentFact(code, YEAR) for code in changes.pop("consents", ("dagtilbud", "aeldre")))
    areas = changes.pop("areas", ("skole", "dagtilbud", "aeldre"))
    row = AgreementFact("repraesentant_fagchefomraade", "Jonas", "Jonas", areas, YEAR, date(2027, 12, 31), consents)
    return replace(row, **changes)


@pytest.fixture(scope="module")
def group() -> BodyRules:
    return shipped("norddjurs").body("styregruppe")


@pytest.fixture(scope="module")
def programme() -> BodyRules:
    return shipped("norddjurs").body("programgruppe")


def without(facts: CompositionFacts, name: str) -> CompositionFacts:
    return replace(facts, holdings=tuple(row for row in facts.holdings if row.person_name != name))


def ended(facts: CompositionFacts, name: str, end: date) -> CompositionFacts:
    rows = tuple(replace(row, end=end) if row.person_name == name else row for row in facts.holdings)
    return replace(facts, holdings=rows)


def changed(facts: CompositionFacts, name: str, **changes: Any) -> CompositionFacts:
    rows = tuple(replace(row, **changes) if row.person_name == name else row for row in facts.holdings)
    return replace(facts, holdings=rows)


def said(body: BodyRules, facts: CompositionFacts, on: date = TODAY) -> dict[str, str]:
    return {reason.code: sentence_of(reason) for reason in findings(body, facts, on)}


def test_a_full_steering_group_has_nothing_to_tell(group: BodyRules) -> None:
    assert findings(group, group_facts(), TODAY) == []


def test_a_vacant_seat_names_the_day_it_became_so(group: BodyRules) -> None:
    facts = ended(group_facts(), "Anders", date(2027, 2, 28))
    assert said(group, facts) == {"seat_vacant": 'Pladsen "Stabschef" er ubesat siden 1. marts 2027.'}
    assert findings(group, facts, date(2027, 2, 28)) == []
    assert said(group, without(group_facts(), "Anders"))["seat_vacant"] == 'Pladsen "Stabschef" er ubesat.'


def test_one_of_two_and_three_of_two(group: BodyRules) -> None:
    facts = ended(group_facts(), "Villy", date(2027, 3, 31))
    assert said(group, facts) == {"too_few": "Chef fra velfærdsområdet: 1 af 2 besat."}
    lines = {line.seat.key: line.filled_text for line in seat_lines(group, facts, TODAY)}
    assert lines["chef_velfaerd"] == "1 af 2 besat"
    third = holding("chef_velfaerd", "Valde", groups=frozenset({"velfaerdsomraadet"}), is_leader=True)
    facts = replace(group_facts(), holdings=(*group_facts().holdings, third))
    assert said(group, facts)["too_many"].startswith("Chef fra velfærdsområdet: 3 af 2 besat.")
    both_gone = without(without(group_facts(), "Vera"), "Villy")
    assert said(group, both_gone) == {"seat_vacant": "Chef fra velfærdsområdet: ingen af 2 pladser er besat."}


def test_another_post_another_area_no_leader(group: BodyRules) -> None:
    facts = changed(group_facts(), "Stine", posts=("Jurist",))
    assert said(group, facts) == {
        "post_mismatch": 'Stine har pladsen "Chef for Borgerservice, IT og Digitalisering", der hører til stillingen '
        "Chef for Borgerservice, IT og Digitalisering, men er Jurist."
    }
    facts = changed(group_facts(), "Frida", groups=frozenset(), unit_name="Teknik")
    assert "skulle komme fra fællesforvaltningsområdet, men kommer fra Teknik" in said(group, facts)["area_mismatch"]
    assert said(group, changed(group_facts(), "Vera", is_leader=False)) == {
        "not_leader": 'Vera har pladsen "Chef fra velfærdsområdet", men er ikke leder.'
    }


def test_the_secretary_is_an_employee_of_the_unit_and_no_member(group: BodyRules) -> None:
    facts = changed(group_facts(), "Peter", units=frozenset({"staben"}), unit_name="Staben")
    assert said(group, facts) == {
        "secretary_unit": "Peter er sekretær og skal være medarbejder i Digitalisering, men kommer fra Staben."
    }
    facts = changed(group_facts(), "Peter", person_id="Lone", person_name="Lone", units=frozenset({"digitalisering"}))
    assert list(said(group, facts)) == ["secretary_is_member"]
    stand_in = holding("sekretaer", "Olga", unit_name="Skole")
    assert [row.code for row in stand_in_findings(group, stand_in, group_facts(), TODAY)] == ["secretary_unit"]
    assert stand_in_findings(group, replace(stand_in, units=frozenset({"digitalisering"})), group_facts(), TODAY) == []


def test_the_same_secretary_in_both_bodies_and_a_person_in_two_are_fine(group: BodyRules, programme: BodyRules) -> None:
    assert "Lone" in {row.person_name for row in group_facts().holders("leder_digitalisering", TODAY)}
    assert set(said(programme, programme_facts())) == {"area_uncovered"}


def test_a_term_that_has_run_out(group: BodyRules) -> None:
    facts = changed(group_facts(), "Vera", term_ends=date(2027, 5, 17))
    assert "sluttede 17. maj 2027" in said(group, facts)["term_ended"]
    assert findings(group, changed(group_facts(), "Vera", term_ends=TODAY), TODAY) == []


def test_a_member_without_a_function_and_one_from_elsewhere(programme: BodyRules) -> None:
    facts = changed(programme_facts(), "Sanne", function=None, units=frozenset(), unit_name="Skole")
    codes = {row.code for row in findings(programme, facts, TODAY)}
    assert codes == {"no_function", "unit_mismatch", "area_uncovered"}


def uncovered(programme: BodyRules, facts: CompositionFacts, on: date) -> list[str]:
    seat = programme.seat("repraesentant_fagchefomraade")
    return [row.area.name for row in coverage(seat, facts, on) if row.state is not CoverageState.COVERED]


def test_an_area_without_a_representative(programme: BodyRules) -> None:
    facts = programme_facts()
    assert uncovered(programme, facts, TODAY) == ["Dagtilbud", "Ældre"]
    left = holding(
        "repraesentant_fagchefomraade", "Dorte", area="dagtilbud", function="koordinator", end=date(2027, 2, 28)
    )
    facts = programme_facts(left)
    told = [sentence_of(row) for row in findings(programme, facts, TODAY)]
    assert told == [
        "Dagtilbud er ikke repræsenteret siden 1. marts 2027.",
        "Ældre er ikke repræsenteret siden 1. januar 2027.",
    ]
    assert uncovered(programme, facts, date(2027, 2, 28)) == ["Ældre"]
    lines = {line.seat.key: line.filled_text for line in seat_lines(programme, facts, TODAY)}
    assert lines["repraesentant_fagchefomraade"] == "1 af 3 besat"


def test_an_area_counts_from_its_first_day_to_its_last(programme: BodyRules) -> None:
    areas = (*AREAS, AreaFact("ny", "Ny", "fagchefomraader", start=date(2027, 6, 1), end=date(2027, 6, 30)))
    facts = replace(programme_facts(), areas=areas)
    days = {
        on: "Ny" in uncovered(programme, facts, on)
        for on in (TODAY, date(2027, 6, 1), date(2027, 6, 30), date(2027, 7, 1))
    }
    assert list(days.values()) == [False, True, True, False]


def test_an_agreement_covers_to_its_last_day(programme: BodyRules) -> None:
    facts = programme_facts(agreements=(agreement(),))
    assert findings(programme, facts, TODAY) == []
    assert uncovered(programme, facts, date(2027, 12, 31)) == []
    assert uncovered(programme, facts, date(2028, 1, 1)) == ["Dagtilbud", "Ældre"]
    told = said(programme, facts, date(2028, 1, 1))
    assert told["agreement_expired"].startswith("Jonas' dækningsaftale for Dagtilbud og Ældre udløb 31. december 2027.")
    assert told["area_uncovered"] == "Ældre er ikke repræsenteret siden 1. januar 2028."


def test_an_agreement_waits_for_every_head(programme: BodyRules) -> None:
    facts = programme_facts(agreements=(agreement(consents=("dagtilbud",)),))
    rows = {row.area.code: row for row in coverage(programme.seat("repraesentant_fagchefomraade"), facts, TODAY)}
    assert rows["skole"].state is CoverageState.COVERED
    assert rows["aeldre"].state is CoverageState.AWAITING_CONSENT
    assert rows["aeldre"].persons == ("Jonas",)
    told = said(programme, facts)
    assert told["consent_missing"].startswith("Jonas' dækningsaftale mangler samtykke fra Eva Juhl (Ældre).")
    assert "area_uncovered" in told


def test_a_refusal_is_no_consent_and_consent_counts_from_its_day(programme: BodyRules) -> None:
    late = (ConsentFact("dagtilbud", YEAR), ConsentFact("aeldre", date(2027, 5, 19)))
    facts = programme_facts(agreements=(replace(agreement(), consents=late),))
    assert uncovered(programme, facts, TODAY) == ["Dagtilbud", "Ældre"]
    assert uncovered(programme, facts, date(2027, 5, 19)) == []
    no = (ConsentFact("dagtilbud", YEAR), ConsentFact("aeldre", YEAR, refused=True))
    facts = programme_facts(agreements=(replace(agreement(), consents=no),))
    assert "consent_missing" in said(programme, facts)


def test_a_withdrawn_agreement_and_one_whose_person_left(programme: BodyRules) -> None:
    facts = programme_facts(agreements=(agreement(withdrawn_on=date(2027, 4, 1)),))
    assert uncovered(programme, facts, date(2027, 3, 31)) == []
    assert uncovered(programme, facts, date(2027, 4, 1)) == ["Dagtilbud", "Ældre"]
    assert said(programme, facts)["area_uncovered"] == "Ældre er ikke repræsenteret siden 1. april 2027."
    facts = ended(programme_facts(agreements=(agreement(),)), "Jonas", date(2027, 4, 30))
    assert uncovered(programme, facts, TODAY) == ["Dagtilbud", "Skole", "Ældre"]
    assert "Ældre er ikke repræsenteret siden 1. maj 2027." in [
        sentence_of(row) for row in findings(programme, facts, TODAY)
    ]


def test_two_for_one_area_are_too_many(programme: BodyRules) -> None:
    second = holding("repraesentant_fagchefomraade", "Jytte", area="skole", function="koordinator")
    told = said(programme, programme_facts(second))
    assert told["too_many"] == "Skole har 2 repræsentanter (Jonas og Jytte), men skal have én."


def test_the_steering_group_knows_no_agreements(group: BodyRules) -> None:
    row = AgreementFact("chef_velfaerd", "Vera", "Vera", ("skole",), YEAR)
    assert findings(group, replace(group_facts(), agreements=(row,)), TODAY) == []


def test_the_coverage_view_lists_every_top_unit(group: BodyRules) -> None:
    units = (AreaFact("velfaerd", "Velfærd"), AreaFact("stab", "Stab"), AreaFact("teknik", "Teknik"))
    rows = unit_coverage(group, units, group_facts(), TODAY)
    assert [(row.area.name, row.persons, row.state) for row in rows] == [
        ("Velfærd", ("Vera", "Villy"), CoverageState.COVERED),
        ("Stab", ("Anders",), CoverageState.COVERED),
        ("Teknik", (), CoverageState.UNCOVERED),
    ]
    gone = ended(group_facts(), "Anders", TODAY - timedelta(days=1))
    assert unit_coverage(group, units, gone, TODAY)[1].state is CoverageState.UNCOVERED


@given(
    st.sampled_from(SeatCount).filter(lambda rule: rule is not SeatCount.ONE_PER),
    st.integers(1, 4),
    st.none() | st.integers(0, 3),
    st.integers(0, 8),
)
def test_the_number_of_holders_is_told_exactly_when_it_is_wrong(
    rule: SeatCount, number: int, over: int | None, taken: int
) -> None:
    most = number + over if over is not None and rule is SeatCount.AT_LEAST else None
    seat = SeatRule("s", "Medlem", SeatKind.MEMBER, rule, number, most)
    body = replace(shipped("norddjurs").body("programgruppe"), seats=(seat,))
    facts = CompositionFacts(tuple(holding("s", f"P{place}") for place in range(taken)))
    codes = [row.code for row in findings(body, facts, TODAY)]
    low, high = {
        SeatCount.EXACTLY: (number, number), SeatCount.AT_LEAST: (number, most or 99),
        SeatCount.AT_MOST: (0, number), SeatCount.OPEN: (0, 99),
    }[rule]  # fmt: skip
    expected = (
        [] if low <= taken <= high else ["too_many"] if taken > high else ["too_few"] if taken else ["seat_vacant"]
    )
    assert codes == expected


def test_every_finding_has_its_sentence() -> None:
    codes = {
        "seat_vacant", "too_many", "too_few", "area_uncovered", "consent_missing", "agreement_expired", "not_leader",
        "secretary_is_member", "secretary_unit", "term_ended", "post_mismatch", "area_mismatch", "no_function",
        "unit_mismatch", "meeting.not_working_day", "meeting.in_past", "meeting.after_fed", "meeting.close_to_fed",
        "meeting.close_to_own", "meeting.avoided_week", "deadline.passed",
    }  # fmt: skip
    assert set(SENTENCES) == codes

"""Values of a kommissorium in words."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from typing import Any

import pytest

from styrehjul.bodies.domain.model import (
    Cadence,
    CadenceKind,
    DeadlineKind,
    DeadlineRule,
    SeatCount,
    SeatKind,
    SeatRule,
    Slot,
    SlotKind,
)
from styrehjul.bodies.domain.saying import (
    cadence_text,
    deadline_text,
    genitive,
    lowered,
    seat_count_text,
    slot_text,
    value_text,
)
from tests.bodies.kommissorier import shipped


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (True, "ja"), (False, "nej"), (1234, "1.234"), (Decimal("0.8"), "0,8"), (Decimal("500000.00"), "500.000"),
        (date(2027, 6, 9), "9. juni 2027"), (time(9), "kl. 9"), (time(12, 30), "kl. 12.30"), ((), "ingen"),
        (("a", "b", "c"), "a, b og c"), (SeatKind.DEPUTY_CHAIR, "næstformand"),
    ],
)  # fmt: skip
def test_values(value: Any, words: str) -> None:
    assert value_text(value) == words


def test_cadences() -> None:
    text = shipped("norddjurs")
    assert cadence_text(text.body("styregruppe").cadence) == "4 møder om året"
    assert (
        cadence_text(text.body("programgruppe").cadence, text) == "møde 20 arbejdsdage før hvert af styregruppens møder"
    )
    assert (
        cadence_text(Cadence(CadenceKind.FOLLOWS, follows="styregruppe"), text)
        == "møde før hvert af styregruppens møder"
    )
    assert (
        cadence_text(Cadence(CadenceKind.FOLLOWS, follows="raad", lead_weeks=1), text)
        == "møde 1 uge før hvert af raads møder"
    )
    assert cadence_text(Cadence(CadenceKind.MONTHS, months=(1, 5))) == "møde i januar og maj"
    assert cadence_text(Cadence(CadenceKind.EVERY_N_WEEKS, weeks=1)) == "møde hver uge"
    assert cadence_text(Cadence(CadenceKind.AS_NEEDED)) == "møder efter behov"
    assert cadence_text(Cadence(CadenceKind.PER_YEAR, number=1)) == "1 møde om året"


def test_slots_seats_and_deadlines() -> None:
    assert slot_text(None) == "uden tidspunkt"
    assert slot_text(Slot(SlotKind.QUARTERS, (1, 2, 3, 4))) == "hvert kvartal"
    assert slot_text(Slot(SlotKind.NTH_MEETINGS, (1, 3))) == "1. og 3. møde"
    assert slot_text(Slot(SlotKind.DATE, day=(3, 15))) == "15. marts"
    assert slot_text(Slot(SlotKind.MONTHS, (2,))) == "februar"
    assert slot_text(Slot(SlotKind.EVERY_MEETING)) == "hvert møde"
    text = shipped("norddjurs")
    area = text.body("programgruppe").seat("repraesentant_fagchefomraade")
    assert seat_count_text(area, text) == "en for hver enhed i fagchefområderne"
    assert seat_count_text(SeatRule("a", "A", rule=SeatCount.AT_LEAST, number=1, most=3)) == "mindst 1 og højst 3"
    assert seat_count_text(SeatRule("a", "A", rule=SeatCount.AT_MOST, number=2)) == "højst 2"
    weekly = DeadlineRule("a", "A", DeadlineKind.WEEKDAY_TIME, weeks_before=1, weekday=0, at=time(12))
    assert deadline_text(weekly) == "mandag kl. 12 ugen før"
    assert deadline_text(DeadlineRule("a", "A", DeadlineKind.WORKING_DAYS_BEFORE, 1)) == "1 arbejdsdag før mødet"
    assert deadline_text(DeadlineRule("a", "A", DeadlineKind.ABSOLUTE, at=time(10))) == "en dato på hvert møde kl. 10"


def test_names_in_sentences() -> None:
    assert (genitive("styregruppen"), genitive("Jonas"), genitive("Max")) == ("styregruppens", "Jonas'", "Max'")
    assert (lowered("Udsendelse"), lowered("IT-chef")) == ("udsendelse", "IT-chef")

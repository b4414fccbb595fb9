"""Kommissorier for tests: the shipped ones, a small one to bend, and Hypothesis's endless others."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date, time
from decimal import Decimal
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from styrehjul.bodies.domain import model as m
from styrehjul.bodies.domain.reading import read
from styrehjul.bodies.domain.words import EFFECTS

ROOT = Path(__file__).parents[2]
SHIPPED = ("norddjurs", "eksempel")


def path_of(name: str) -> Path:
    return ROOT / "kommissorier" / f"{name}.toml"


def shipped(name: str) -> m.KommissoriumText:
    return read(path_of(name).read_bytes(), file=f"{name}.toml")


SMALL = """\
format = "styrehjul.kommissorium/1"
navn = "Lille kommissorium"
kommune = "Lilleby Kommune"
gaeldende_fra = 2027-01-01

[[omraade]]
kode = "fag"
navn = "fagområderne"

[[organ]]
kode = "udvalg"
kort = "U"
navn = "Udvalg"
navn_bestemt = "udvalget"

[organ.moeder]
pr_aar = 4

[[organ.plads]]
noegle = "formand"
titel = "Formand"
slags = "formand"

[[organ.plads]]
noegle = "medlem"
titel = "Medlem"
praecis = 2

[[organ.frist]]
kode = "udsendelse"
navn = "Udsendelse"
arbejdsdage_foer = 5

[[organ.fast_punkt]]
noegle = "status"
titel = "Status"
kvartaler = [1, 3]
"""


def small(old: str = "", new: str = "", *, more: str = "") -> bytes:
    """The small file with one passage replaced, or with more after it."""
    assert old in SMALL
    return (SMALL.replace(old, new, 1) + more).encode()


TEXTS = (
    st.text(
        st.one_of(st.sampled_from("\"\\\næøå\t\r§#[]{}='\x01"), st.characters(codec="utf-8", exclude_characters="\0")),
        min_size=1,
        max_size=40,
    )
    .map(str.strip)
    .filter(bool)
)
CODES = st.from_regex(r"x[a-z0-9_]{0,8}", fullmatch=True)
DAYS = st.integers(0, 60)
ROLES = st.none() | st.sampled_from(m.Role)


def some(values: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | values


def numbers(top: int) -> st.SearchStrategy[tuple[int, ...]]:
    return st.lists(st.integers(1, top), min_size=1, max_size=4, unique=True).map(tuple)


def texts(top: int = 3) -> st.SearchStrategy[tuple[str, ...]]:
    return st.lists(TEXTS, max_size=top).map(tuple)


SLOTS = st.one_of(
    st.builds(m.Slot, st.just(m.SlotKind.EVERY_MEETING)),
    st.builds(m.Slot, st.just(m.SlotKind.QUARTERS), numbers(4)),
    st.builds(m.Slot, st.just(m.SlotKind.MONTHS), numbers(12)),
    st.builds(m.Slot, st.just(m.SlotKind.NTH_MEETINGS), numbers(12)),
    st.dates(date(2024, 1, 1), date(2024, 12, 31)).map(lambda day: m.Slot(m.SlotKind.DATE, day=(day.month, day.day))),
)
CERTAINTIES = st.decimals(Decimal("0.01"), Decimal(1), places=2)
ITEM = {
    "title": TEXTS, "optional": st.booleans(), "movable": st.booleans(), "certainty": CERTAINTIES,
    "responsible": ROLES, "content": some(CODES), "source": st.sampled_from(m.Source), "enabled": st.booleans(),
    "suggested": st.booleans(), "requirement": some(TEXTS), "wording": some(TEXTS),
}  # fmt: skip


@st.composite
def seats(draw: st.DrawFn) -> tuple[m.SeatRule, ...]:
    rows = [m.SeatRule("chair", draw(TEXTS), m.SeatKind.CHAIR, post=draw(some(TEXTS)))]
    for key in draw(st.lists(CODES, max_size=3, unique=True)):
        rule = draw(st.sampled_from(m.SeatCount))
        number = draw(st.integers(1, 9))
        one_per = rule is m.SeatCount.ONE_PER
        rows.append(
            m.SeatRule(
                key,
                draw(TEXTS),
                draw(st.sampled_from([kind for kind in m.SeatKind if kind is not m.SeatKind.CHAIR])),
                rule,
                None if one_per or rule is m.SeatCount.OPEN else number,
                draw(some(st.just(number + 1))) if rule is m.SeatCount.AT_LEAST else None,
                "fag" if one_per else None,
                area=draw(some(st.just("fag"))),
                unit=draw(some(st.just("stab"))),
                vote=draw(some(st.booleans())),
                leader=draw(st.booleans()),
                function_required=draw(st.booleans()),
                coverage_agreements=one_per and draw(st.booleans()),
                appointed_by=draw(some(TEXTS)),
                term=draw(some(TEXTS)),
            )
        )
    return tuple(rows)


@st.composite
def deadlines(draw: st.DrawFn) -> tuple[m.DeadlineRule, ...]:
    rows = []
    codes = st.one_of(CODES, st.sampled_from([m.DeadlineCode.DISPATCH.value, m.DeadlineCode.MATERIAL.value]))
    for code in draw(st.lists(codes, max_size=4, unique=True)):
        kinds = [
            kind for kind in m.DeadlineKind if code.startswith("x") or kind is not m.DeadlineKind.WORKING_DAYS_AFTER
        ]
        kind = draw(st.sampled_from(kinds))
        by_weekday, counted = kind is m.DeadlineKind.WEEKDAY_TIME, kind not in (
            m.DeadlineKind.WEEKDAY_TIME, m.DeadlineKind.ABSOLUTE
        )  # fmt: skip
        rows.append(
            m.DeadlineRule(
                code,
                draw(TEXTS),
                kind,
                draw(DAYS) if counted else None,
                draw(st.integers(0, 8)) if by_weekday else None,
                draw(st.integers(0, 6)) if by_weekday else None,
                draw(some(st.builds(time, st.integers(0, 23), st.integers(0, 59)))),
                draw(ROLES),
                draw(some(st.sampled_from(m.Lock))),
                draw(st.booleans()),
                draw(st.booleans()),
            )
        )
    return tuple(rows)


@st.composite
def cadences(draw: st.DrawFn, follows: str | None) -> m.Cadence:
    placing: dict[str, Any] = {"weekday": draw(some(st.integers(0, 4))), "week_in_month": draw(some(st.integers(1, 5)))}
    kinds = [kind for kind in m.CadenceKind if kind is not m.CadenceKind.FOLLOWS or follows]
    kind = draw(st.sampled_from(kinds))
    own: dict[str, Any] = {}
    if kind is m.CadenceKind.PER_YEAR:
        own = {"number": draw(st.integers(1, 24))}
    elif kind is m.CadenceKind.FOLLOWS:
        lead = draw(st.sampled_from(["lead_working_days", "lead_weeks"]))
        own = {"follows": follows, lead: draw(st.integers(1, 8 if lead == "lead_weeks" else 30))}
    elif kind is m.CadenceKind.MONTHS:
        own = {"months": draw(numbers(12))}
    elif kind is m.CadenceKind.EVERY_N_WEEKS:
        own = {"weeks": draw(st.integers(1, 8)), "start": draw(st.dates(date(2024, 1, 1), date(2027, 12, 31)))}
    made = m.Cadence(kind, **own, **placing)
    return replace(made, suggested=draw(suggestions(made)))


def suggestions(row: Any) -> st.SearchStrategy[frozenset[str]]:
    """Some of the fields that have a value at all."""
    plain = (str, int, bool, time, tuple, Decimal)
    given = [
        field.name
        for field in fields(row)
        if field.name not in ("suggested", "kind") and isinstance(getattr(row, field.name), plain)
        and not _of_rows(getattr(row, field.name)) and getattr(row, field.name) != ()
    ]  # fmt: skip
    return st.sets(st.sampled_from(given)).map(frozenset) if given else st.just(frozenset())


def _of_rows(value: Any) -> bool:
    return isinstance(value, tuple) and any(not isinstance(row, str | int) for row in value)


@st.composite
def body_settings(draw: st.DrawFn) -> m.BodySettings:
    flags = ("extended_preparation", "material_ready_act", "chief_approves_proposals", "dispatch_on_approval", "chair_leads", "secretary_writes", "short_minutes", "responsible_per_item",
             "deputy_seats", "written_procedure", "chair_decisions")  # fmt: skip
    row = m.BodySettings(
        meeting_minutes=draw(some(st.integers(1, 480))),
        start_time=draw(some(st.builds(time, st.integers(6, 20), st.integers(0, 59)))),
        place=draw(some(TEXTS)),
        agenda_approval=draw(some(st.sampled_from(m.AgendaApproval))),
        agenda_readable=draw(some(st.sampled_from(m.AgendaReadable))),
        decision_takes_force=draw(some(st.sampled_from(m.TakesForce))),
        minutes_approval=draw(some(st.sampled_from(m.MinutesApproval))),
        min_working_days_to_fed=draw(some(DAYS)),
        min_days_between=draw(some(DAYS)),
        late_need_working_days=draw(some(DAYS)),
        need_days_open=draw(some(st.integers(1, 90))),
        quorum=draw(some(TEXTS)),
        voting=draw(some(TEXTS)),
        **{flag: draw(some(st.booleans())) for flag in flags},
    )
    return replace(row, suggested=draw(suggestions(row)))


@st.composite
def bodies(draw: st.DrawFn, code: str, others: list[str]) -> m.BodyRules:
    items = tuple(
        draw(st.builds(m.StandingRule, key=st.just(key), slot=some(SLOTS), profile=st.sampled_from(m.Profile),
                       mark=some(st.just("?1")), **ITEM))
        for key in draw(st.lists(CODES, max_size=3, unique=True))
    )  # fmt: skip
    kinds = draw(st.lists(st.sampled_from(["decision", "discussion", "information", "xegen"]), unique=True, max_size=3))
    order = draw(st.permutations(["standing", *kinds, *(item.key for item in items)])) if draw(st.booleans()) else []
    row = m.BodyRules(
        code=code,
        short_code=code.upper(),
        name=draw(TEXTS),
        name_definite=draw(TEXTS),
        cadence=draw(cadences(others[-1] if others else None)),
        parent=draw(some(st.sampled_from(others))) if others else None,
        color=draw(some(st.integers(1, 6))),
        purpose=draw(some(TEXTS)),
        tasks_lead=draw(some(TEXTS)),
        tasks=draw(texts()),
        composition=draw(texts()),
        working_form=draw(texts()),
        seats=draw(seats()),
        functions=draw(texts()),
        deadlines=draw(deadlines()),
        standing_items=items,
        item_kinds=tuple(m.ItemKind(kind, draw(TEXTS), draw(st.booleans()), draw(st.booleans())) for kind in kinds),
        insert_order=tuple(order),
        settings=draw(body_settings()),
    )
    return replace(row, suggested=draw(suggestions(row)))


@st.composite
def kommissorier(draw: st.DrawFn) -> m.KommissoriumText:
    """Any kommissorium that nothing is wrong with."""
    codes = draw(st.lists(CODES, min_size=1, max_size=3, unique=True))
    rows: list[m.BodyRules] = []
    for code in codes:
        # What is followed must have a rhythm; a body without one is followed by none.
        rhythmic = [row.code for row in rows if row.cadence.kind is not m.CadenceKind.AS_NEEDED]
        rows.append(draw(bodies(code, rhythmic)))
    activity_slots = SLOTS.filter(lambda slot: slot.kind not in (m.SlotKind.NTH_MEETINGS, m.SlotKind.EVERY_MEETING))
    settings = m.GeneralSettings(
        needs_decision=tuple(draw(st.lists(st.sampled_from(sorted(EFFECTS)), max_size=3, unique=True))),
        cross_cutting_categories=tuple(
            draw(st.lists(st.sampled_from(["national", "cross", "local"]), max_size=2, unique=True))
        ),
        large_amount=draw(some(st.decimals(0, 10**9, places=2))),
        large_hours=draw(some(st.integers(0, 10_000))),
        allocation_unit=draw(some(TEXTS)),
        retention_years=draw(some(st.integers(0, 50))),
        changed_by=draw(some(TEXTS)),
    )
    return m.KommissoriumText(
        name=draw(TEXTS),
        municipality=draw(TEXTS),
        version=draw(some(TEXTS)),
        applies_from=draw(some(st.dates(date(2018, 1, 1), date(2040, 12, 31)))),
        background=draw(some(TEXTS)),
        purposes=tuple(m.Section(draw(TEXTS), draw(some(TEXTS)), draw(texts()), draw(some(TEXTS))) for _ in range(draw(st.integers(0, 2)))),
        groups=(m.UnitGroup("fag", draw(TEXTS), draw(some(TEXTS))),),
        units=(m.NamedUnit("stab", draw(TEXTS)),),
        bodies=tuple(rows),
        activities=tuple(
            draw(st.builds(m.ActivityRule, key=st.just(key), body=st.sampled_from(codes), slot=some(activity_slots),
                           mark=some(st.just("?1")), **ITEM))
            for key in draw(st.lists(CODES, max_size=2, unique=True))
        ),
        rights=tuple(
            draw(
                st.lists(
                    st.builds(
                        m.DecisionRight, body=st.sampled_from(codes), subject=TEXTS,
                        effects=st.lists(st.sampled_from(sorted(EFFECTS)), max_size=3).map(tuple),
                        mode=st.sampled_from(m.RightMode), above=some(st.decimals(0, 10**9, places=2)),
                        category=some(st.sampled_from(["national", "cross", "local"])), only=some(st.just("end_date")),
                        basis=some(TEXTS), suggested=st.booleans(), text=some(TEXTS),
                    ),
                    max_size=3,
                )
            )
        ),
        marks=(m.Mark("?1", draw(TEXTS), draw(TEXTS), draw(TEXTS)),),
        settings=replace(settings, suggested=draw(suggestions(settings))),
    )  # fmt: skip

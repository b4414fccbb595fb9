"""The demo's benefits that are counted: what was promised and what came, a shared ceiling, and money taken home."""

from __future__ import annotations

from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

from styrehjul.benefits.actions import accept_benefit, add_benefit, add_prerequisite, measure_benefit
from styrehjul.benefits.actions.curves import set_curve
from styrehjul.benefits.actions.groups import make_group, put_in_group
from styrehjul.benefits.actions.trail import move_budget, propose_budget
from styrehjul.benefits.models import Benefit
from styrehjul.home.demo.foundation import Demo, do
from styrehjul.portfolio.models import Milestone, Project

POST, ROBOT = "Digital post, ny afsenderløsning", "Robotstøttet bogføring af fakturaer"
RECORDS, JOURNAL = "Sags- og dokumentoverblik, fornyelse", "Overgang til ny omsorgsjournal"
# Key, project, title, owner, number today, number wanted, lowest, highest, days from today, what else.
COUNTED: tuple[tuple[str, str, str, str, str, str, str, str, int, dict[str, str]], ...] = (
    (
        "vikar", ROBOT, "Færre vikarer i bogholderiet", "susanne", "1.100 t.kr.", "500 t.kr.", "420", "750", -270,
        {"measure_name": "Udgift til vikarer", "receiver": "own_budget"},
    ),
    (
        "timer", ROBOT, "Færre timer til at taste fakturaer", "susanne", "4.200 timer", "2.400 timer", "2.100 timer",
        "3.000 timer", -180, {"measure_name": "Timer til bogføring", "receiver": "own_capacity"},
    ),
    (
        "print", RECORDS, "Mindre print i sagsbehandlingen", "lars", "800 t.kr.", "450 t.kr.", "", "", 150,
        {"measure_name": "Porto og tryk", "receiver": "own_budget"},
    ),
    (
        "arkiv", RECORDS, "Færre kuverter og mindre papir", "lars", "250 t.kr.", "100 t.kr.", "", "", 90,
        {"measure_name": "Papir og kuverter", "receiver": "own_budget"},
    ),
    (
        "pakke", POST, "Færre indkøb af kuverter", "stine", "300 t.kr.", "200 t.kr.", "150", "260", 60,
        {"measure_name": "Papir og kuverter", "receiver": "own_budget"},
    ),
    (
        "licens", JOURNAL, "Dyrere licenser til den nye journal", "birgit", "900 t.kr.", "1.150 t.kr.", "", "", 210,
        {"kind": "negative", "loser": "Sundhed og Omsorg"},
    ),
    (
        "opgrad", JOURNAL, "Ingen opgradering af den gamle journal", "birgit", "600 t.kr.", "0 t.kr.", "", "", 210,
        {"kind": "avoided_cost"},
    ),
)  # fmt: skip


def counted(demo: Demo, now: datetime) -> None:
    """Benefits in kroner and hours, with what they were promised as, measured as, and taken home as."""
    at = now - timedelta(days=38)
    rows = {key: _add(demo, at, *line) for key, *line in COUNTED}
    rows["porto"] = Benefit.objects.get(title="Mindre porto og tryk")
    later = at + timedelta(days=2)
    for key in ("vikar", "timer"):
        do(accept_benefit, rows[key], by=demo.people["susanne"], at=later)
    _courses(demo, rows, later)
    _measured(demo, rows, later + timedelta(days=1))
    _shared(rows, later + timedelta(days=2))
    _taken_home(demo, rows, later + timedelta(days=3))
    _changes(demo, rows, later)


def _add(demo: Demo, at: datetime, *line: Any) -> Benefit:
    project, title, owner, today, wanted, low, high, days, more = line
    return do(
        add_benefit, project=Project.objects.get(title=project), title=title, owner_id=demo.people[owner].pk,
        baseline=today, target=wanted, target_low=low, target_high=high, measure_on=demo.today + timedelta(days=days),
        by=None, at=at, **more,
    )  # fmt: skip


def _courses(demo: Demo, rows: dict[str, Benefit], at: datetime) -> None:
    """The temporary staff went three months later than promised, and fewer of them; postage follows its milestone."""
    do(
        set_curve, rows["vikar"], start_on=demo.today - timedelta(days=180), ramp="50/100", rate=Decimal(500),
        rate_low=Decimal(350), rate_high=Decimal(560), by=None, at=at,
    )  # fmt: skip
    ready = Milestone.objects.filter(project__title=POST, kind="go_live").order_by("pk").first()
    if ready is not None:
        do(
            set_curve, rows["porto"], anchor_id=ready.pk, ramp="25/50/75/100", rate=Decimal(700), rate_low=Decimal(400),
            rate_high=Decimal(850), by=None, at=at,
        )  # fmt: skip


def _measured(demo: Demo, rows: dict[str, Benefit], at: datetime) -> None:
    for key, value, next_in in (("vikar", "225 t.kr.", 30), ("timer", "760 timer", 30)):
        do(
            measure_benefit, rows[key], value=value, on=demo.today - timedelta(days=60),
            covers_from=demo.today - timedelta(days=150), covers_to=demo.today - timedelta(days=60),
            next_on=demo.today + timedelta(days=next_in), comment="Et kvartal, opgjort af Økonomi",
            by=demo.people["susanne"], at=at,
        )  # fmt: skip


def _shared(rows: dict[str, Benefit], at: datetime) -> None:
    group = do(
        make_group, name="Konto til porto og tryk", unit="1.000 kr.", ceiling=Decimal(900), ceiling_low=Decimal(850),
        ceiling_high=Decimal(950), account="6.45.51 Porto og tryk", rule="order", by=None, at=at,
    )  # fmt: skip
    for place, key in enumerate(("porto", "print"), 1):
        do(put_in_group, group, rows[key], place=place, by=None, at=at)


def _taken_home(demo: Demo, rows: dict[str, Benefit], at: datetime) -> None:
    """One amount is verified, one is on its way, and two seem to be of the same account."""
    year, susanne = demo.today.year, demo.people["susanne"]
    row = do(
        propose_budget, rows["vikar"], year=year + 1, account="6.45.50 Vikarer", amount=Decimal(300), permanent=True,
        reference="Budgetforslag fra Økonomi", by=susanne, at=at,
    )  # fmt: skip
    for step, said in (("decided", "Direktionens budgetnotat"), ("in_budget", f"Budget {year + 1}, side 14")):
        do(move_budget, row, to=step, reference=said, by=susanne, at=at)
    for key, owner in (("arkiv", "lars"), ("pakke", "stine")):
        do(
            propose_budget, rows[key], year=year + 1, account="6.45.52 Papir og kuverter", amount=Decimal(90),
            by=demo.people[owner], at=at,
        )  # fmt: skip


def _changes(demo: Demo, rows: dict[str, Benefit], at: datetime) -> None:
    for key, text, owner, days in (
        ("vikar", "Bogholderiet planlægger uden vikarer i spidsbelastning", "susanne", -100),
        ("timer", "Fakturaer kommer elektronisk fra alle leverandører", "susanne", -60),
        ("porto", "Breve skrives i fagsystemet og sendes samlet", "stine", 90),
        ("print", "Dagsordener læses på skærm i alle udvalg", "", 120),
    ):
        do(
            add_prerequisite, rows[key], text=text, owner_id=demo.people[owner].pk if owner else None,
            due=demo.today + timedelta(days=days), by=None, at=at,
        )  # fmt: skip

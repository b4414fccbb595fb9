"""The demo's strategies, how its goals are measured, its partnerships, and the yearly assessment."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.meetings.actions.assessing import answer_assessment
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.assessing import is_assessment
from styrehjul.portfolio.actions.partnerships import join_partnership
from styrehjul.portfolio.models import Project
from styrehjul.strategy.actions import (
    GoalDetails,
    create_goal,
    create_measure,
    create_partnership,
    create_strategy,
    enter_value,
    relate,
)
from styrehjul.strategy.models import Goal, Strategy

TOGETHER = "Digitale løsninger, der hænger sammen på tværs"
CITIZENS = "Borgere forstår og kan bruge de digitale tilbud"
TIME = "Frigjort tid til kerneopgaven"
SAFE = "Sikker digital drift"
# Number, title, text, owner, the number of the goal it is part of.
GOALS = (
    ("1", TOGETHER, "Medarbejderen finder oplysningen ét sted, uanset hvem der har skrevet den.", "lars", ""),
    ("2", CITIZENS, "Ni af ti kan gøre det, de kom for, første gang.", "stine", ""),
    ("3", TIME, "Det, maskiner kan, laver mennesker ikke.", "birgit", ""),
    ("4", SAFE, "Systemerne er oppe, og kun de rette har adgang.", "klaus", ""),
    ("5", "Data bruges, hvor beslutningerne træffes", "Ledere og medarbejdere har tallene, når de skal bruge dem.", "lars", ""),
    ("2.1", "Breve og beskeder er til at forstå", "Klart sprog i alt, der sendes digitalt.", "stine", "2"),
    ("2.2", "Hjælp til dem, der ikke er digitale", "Der er altid et menneske at spørge.", "stine", "2"),
    ("3.1", "Mindre dobbelt dokumentation i ældreplejen", "Det skrives én gang.", "birgit", "3"),
)  # fmt: skip
# Number of the goal, what, unit, first number, number wanted, who is asked, what was found, days until the next.
MEASURES = (
    ("1", "Systemer, der deler oplysninger", "", "11", "30", "lars", ("14", "17", "19"), 60),
    ("2", "Henvendelser, der klares digitalt første gang", "%", "61", "90", "stine", ("64", "66", "71"), 6),
    ("3", "Timer frigjort om året", "timer", "0", "12000", "birgit", ("1400", "3200", "4100"), 45),
    ("4", "Nedbrud i arbejdstiden om året", "", "23", "8", "klaus", ("19", "21", "15"), 75),
    ("3.1", "Tid til dokumentation pr. vagt", "minutter", "55", "35", "birgit", ("54", "51"), 100),
)


def found(demo: Demo, at: datetime) -> None:
    """The strategy in force and the one before it, two of the municipality's others, and the goals in their places."""
    year = demo.start.year
    people = demo.people
    before = do(
        create_strategy, title=f"Digital sammen {year - 4}-{year - 1}", start=date(year - 4, 1, 1),
        end=date(year - 1, 12, 31), owner_id=people["stine"].pk, text="Fra papir til selvbetjening.", by=None, at=at,
    )  # fmt: skip
    now = do(
        create_strategy, title=f"Digitaliseringsstrategi {year}-{year + 3}", start=date(year, 1, 1),
        end=date(year + 3, 12, 31), owner_id=people["stine"].pk, contact_id=people["lars"].pk, replaces_id=before.pk,
        text="Teknologien skal være til at forstå, hænge sammen og give tid tilbage til borgerne.", by=None, at=at,
    )  # fmt: skip
    do(
        create_strategy, title="Ældrepolitik: et godt liv hele livet", kind="other", start=date(year, 1, 1),
        owner_id=people["birgit"].pk, text="Tid og nærvær i plejen.", by=None, at=at,
    )  # fmt: skip
    do(
        create_strategy, title="Den fælleskommunale digitaliseringsstrategi", kind="joint", start=date(year - 1, 1, 1),
        contact_id=people["lars"].pk, by=None, at=at,
    )  # fmt: skip
    numbers: dict[str, Goal] = {}
    for number, title, text, owner, parent in GOALS:
        details = GoalDetails(number=number, strategy_id=now.pk, parent_id=numbers[parent].pk if parent else None,
                              not_measured=number == "2.2")  # fmt: skip
        numbers[number] = demo.goals[title] = do(
            create_goal, title=title, text=text, owner_id=people[owner].pk, start=demo.start,
            end=date(year + 4, 12, 31), details=details, by=None, at=at,
        )  # fmt: skip


def fill(demo: Demo, now: datetime) -> None:
    """What was measured, what the goals are to the others, and the partnerships."""
    by_number = {number: demo.goals[title] for number, title, *_rest in GOALS}
    for number, title, unit, first, wanted, owner, values, days in MEASURES:
        measure = do(
            create_measure, by_number[number], title=title, unit=unit, start_value=Decimal(first), start_on=demo.start,
            target_value=Decimal(wanted), target_on=date(demo.start.year + 3, 12, 31),
            direction="down" if Decimal(wanted) < Decimal(first) else "up", owner_id=demo.people[owner].pk,
            cadence="half_year", next_on=demo.today + timedelta(days=days), source="", by=None, at=now,
        )  # fmt: skip
        span = (demo.today - demo.start).days
        for index, value in enumerate(values, 1):
            on = demo.start + timedelta(days=span * index // (len(values) + 1))
            do(enter_value, measure, value=Decimal(value), on=on, by=demo.people[owner], at=now)
    elderly = Strategy.objects.get(title__startswith="Ældrepolitik")
    for number, kind, sentence in (
        ("3", "supports", "Frigjort tid bliver til tid hos borgeren."),
        ("2", "conflicts", "En del ældre ønsker breve på papir og et menneske i telefonen."),
    ):
        do(
            relate, by_number[number], elderly, kind=kind, sentence=sentence, contact_id=demo.people["birgit"].pk,
            by=None, at=now,
        )  # fmt: skip
    _partnerships(demo, now)


def _partnerships(demo: Demo, now: datetime) -> None:
    shared = do(
        create_partnership, title="Fælles omsorgsløsning", partners="To nabokommuner",
        purpose="Købe, indføre og udvikle omsorgsjournalen sammen.", contribution="Projektleder og to superbrugere.",
        gain="Lavere pris og fælles support.", contact_id=demo.people["birgit"].pk, start=demo.start,
        end=date(demo.today.year + 1, 6, 30), by=None, at=now,
    )  # fmt: skip
    project = Project.objects.get(title="Overgang til ny omsorgsjournal")
    do(join_partnership, project, shared.pk, by=None, at=now)
    do(
        create_partnership, title="Velfærdsteknologi i praksis", partners="Professionshøjskolen",
        purpose="Afprøve velfærdsteknologi sammen med studerende.", contact_id=demo.people["lars"].pk,
        start=demo.start, end=demo.today - timedelta(days=20), by=None, at=now,
    )  # fmt: skip


def assess(demo: Demo, meeting: Meeting, at: datetime) -> None:
    """The year's answer, where the meeting has the item: last year no, this year yes."""
    for item in meeting.treatments.filter(profile="standing").select_related("meeting", "body").order_by("pk"):
        if not is_assessment(item):
            continue
        year = meeting.year
        if year <= demo.start.year:
            answer = {"needed": False, "what": "Strategien er ny, og målene følges. Der samles erfaringer et år mere."}
        else:
            answer = {
                "needed": True, "what": "Et mål om ansvarlig brug af kunstig intelligens mangler.",
                "follow_up": "Forslag til mål om kunstig intelligens", "responsible": demo.people["lars"],
                "due": at.date() + timedelta(days=60),
            }  # fmt: skip
        do(answer_assessment, item, by=demo.people["peter"], at=at, **answer)

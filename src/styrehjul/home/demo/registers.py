"""The demo's goals, systems, benefits and lessons, and what its projects are tied to."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from styrehjul.benefits.actions import accept_benefit, add_benefit, measure_benefit
from styrehjul.home.demo import contracts, strategy
from styrehjul.home.demo.foundation import Demo, do
from styrehjul.home.demo.systems import OTHERS
from styrehjul.knowledge.actions import write_lesson
from styrehjul.portfolio.actions import change_project, link_goal, link_system, tell_system_owners
from styrehjul.portfolio.actions import write_report as write
from styrehjul.portfolio.models import ClosingReport, Project
from styrehjul.systems.actions import create_system

SYSTEMS = (
    ("Omsorgsjournal", "birgit", "omsorg"),
    ("ESDH", "lars", "borgerservice"),
    ("MitID Erhverv", "stine", "borgerservice"),
    ("Byggesag", "michael", "plan"),
    ("Økonomisystem", "susanne", "oekonomi"),
    ("Vejkort", "dorte", "ejendomme"),
    ("Afsenderløsning til digital post", "stine", "borgerservice"),
)
# Project, system, what it does to it.
TIES = (
    ("Overgang til ny omsorgsjournal", "Omsorgsjournal", "replaces"),
    ("Fælles indgang for byggesager", "Byggesag", "changes"),
    ("Fælles indgang for byggesager", "ESDH", "integrates"),
    ("Digital post, ny afsenderløsning", "Afsenderløsning til digital post", "introduces"),
    ("Sags- og dokumentoverblik, fornyelse", "ESDH", "changes"),
    ("Robotstøttet bogføring af fakturaer", "Økonomisystem", "integrates"),
    ("Fælles kortgrundlag til drift af veje", "Vejkort", "replaces"),
)
# Project, further goal, weight, sentence.
SHARED = (
    ("Overgang til ny omsorgsjournal", "Frigjort tid til kerneopgaven", 3, "mindre dobbelt dokumentation"),
    ("Fælles indgang for byggesager", "Borgere forstår og kan bruge de digitale tilbud", 3, "én sag at følge"),
    ("Robotstøttet bogføring af fakturaer", "Frigjort tid til kerneopgaven", 2, "færre tastninger"),
    ("MitID Erhverv, udrulning", "Sikker digital drift", 3, "kun de rette har adgang"),
    ("Digital post, ny afsenderløsning", "Breve og beskeder er til at forstå", 2, "nye skabeloner"),
    ("Overgang til ny omsorgsjournal", "Mindre dobbelt dokumentation i ældreplejen", 3, "det skrives én gang"),
)
# Project, title, owner, number today, number wanted, days until it is measured.
BENEFITS = (
    ("Overgang til ny omsorgsjournal", "Mindre tid til dokumentation", "birgit", "55 minutter", "35 minutter", 400),
    (
        "MitID Erhverv, udrulning",
        "Færre opkald ved skift af medarbejdere",
        "stine",
        "120 om måneden",
        "40 om måneden",
        20,
    ),
    ("MitID Erhverv, udrulning", "Hurtigere adgang for nye medarbejdere", "klaus", "4 dage", "1 dag", 90),
    ("Fælles indgang for byggesager", "Færre opringninger om sagens gang", "michael", "80 om ugen", "60 om ugen", 250),
    ("Digital post, ny afsenderløsning", "Mindre porto og tryk", "stine", "1.900 t.kr.", "1.200 t.kr.", 300),
    ("Robotstøttet bogføring af fakturaer", "Frigjort tid i bogføringen", "susanne", "", "1.800 t.kr.", -12),
    ("Sags- og dokumentoverblik, fornyelse", "Mindre tid til at finde sagen", "", "25 minutter", "15 minutter", 0),
)


def found(demo: Demo, at: datetime) -> None:
    """The goals of the council's period and the systems that projects touch."""
    strategy.found(demo, at)
    for name, owner, unit in (*SYSTEMS, *OTHERS):
        demo.systems[name] = do(
            create_system, name=name, owner_id=demo.people[owner].pk if owner else None,
            responsible_unit_id=demo.units[unit].pk, by=None, at=at,
        )  # fmt: skip


def benefits(demo: Demo, at: datetime) -> None:
    """What the running projects have promised; what is being closed is taken over by its owners."""
    for title, what, owner, today, wanted, days in BENEFITS:
        project = Project.objects.get(title=title)
        row = do(
            add_benefit, project=project, title=what, owner_id=demo.people[owner].pk if owner else None, baseline=today,
            target=wanted, measure_on=demo.today + timedelta(days=days) if days else None, by=None, at=at,
        )  # fmt: skip
        if title.startswith(("MitID", "Robot")):
            do(accept_benefit, row, by=demo.people[owner], at=at + timedelta(days=2))
        if title.startswith("Robot"):
            do(
                measure_benefit, row, value="600 t.kr.", next_on=demo.today - timedelta(days=12), by=demo.people[owner],
                comment="Første kvartal", at=at + timedelta(days=3),
            )  # fmt: skip


def write_report(demo: Demo, project: Project, at: datetime) -> None:
    """The closing report of the project that is being closed, with nothing missing."""
    anna = demo.people["anna"]
    report = ClosingReport.objects.get(project=project)
    do(
        write, report, by=anna, at=at, spent_tdkk=Decimal(310), spent_hours=Decimal(640),
        time_and_money="To plejecentre ventede på nye telefoner.",
        handover="IT-drift ejer løsningen. Servicedesk svarer på spørgsmål.",
        lessons="Begynd med de steder, hvor medarbejderne deler en enhed: der tager det længst.",
        products="Vejledning på én side og en film på to minutter", usable_by="Alle institutioner",
        recommendation="Projektet anbefales afsluttet.",
    )  # fmt: skip
    do(tell_system_owners, project, by=anna, at=at)


def tie(demo: Demo, at: datetime) -> None:
    """Systems, further goals, and what is and is not part of the largest project; and a lesson somebody shared."""
    for title, system, role in TIES:
        do(link_system, Project.objects.get(title=title), demo.systems[system], role=role, by=None, at=at)
    for title, goal, weight, sentence in SHARED:
        project = Project.objects.get(title=title)
        do(link_goal, project, demo.goals[goal].pk, weight=weight, sentence=sentence, by=None, at=at)
    contracts.fill(demo, at)
    journal = Project.objects.get(title="Overgang til ny omsorgsjournal")
    do(
        change_project, journal, by=None, at=at, scope="Hjemmepleje, plejecentre og genoptræning.",
        out_of_scope="Socialpsykiatrien, som har sit eget system.", short_title="Omsorgsjournal",
        expected_result="Én journal, som alle i omsorgen skriver i.", kle="27.36.00", mandatory="agreement",
        mandatory_reference="Aftalen om den nuværende journal udløber",
        mandatory_deadline=date(demo.today.year + 1, 12, 31),
    )  # fmt: skip
    do(
        write_lesson, text="Lad borgerne afprøve teksten, før den kommer på hjemmesiden. Fem er nok til at finde det meste.",
        product="Skabelon til afprøvning med fem borgere", contact=demo.people["kim"], area=demo.units["borgerservice"],
        learned_on=at.date(), by=demo.people["kim"], at=at,
    )  # fmt: skip

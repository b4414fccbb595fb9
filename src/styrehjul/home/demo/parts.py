"""What the demo's projects are made of: milestones, tasks, risks, what waits for what, money, hours and impacts."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.portfolio.actions import (
    change_project,
    change_settings,
    dependencies,
    economy,
    impacts,
    milestones,
    resources,
    risks,
    stakeholders,
    tasks,
)
from styrehjul.portfolio.domain.quarters import quarter_day, shifted
from styrehjul.portfolio.models import Milestone, Pool, Project

JOURNAL, POST, LOGIN = (
    "Overgang til ny omsorgsjournal",
    "Digital post, ny afsenderløsning",
    "Ét login til alle fagsystemer",
)
BUILDING, RECORDS, ROBOT = (
    "Fælles indgang for byggesager",
    "Sags- og dokumentoverblik, fornyelse",
    "Robotstøttet bogføring af fakturaer",
)
# Project, milestone, kind, days from today, and why it moved so many days where it did.
MILESTONES = (
    (JOURNAL, "Kontrakt underskrevet", "delivery", -140, "", 0),
    (JOURNAL, "Første plejecenter i drift", "go_live", 38, "Snitfladen til økonomisystemet kom tre uger for sent", 21),
    (JOURNAL, "Alle enheder i drift", "go_live", 210, "", 0),
    (JOURNAL, "Den gamle journal lukkes", "external", 260, "", 0),
    (BUILDING, "Udbud offentliggjort", "delivery", -20, "", 0),
    (BUILDING, "Leverandør valgt", "delivery", 75, "", 0),
    (BUILDING, "Borgerne kan følge deres sag", "go_live", 240, "", 0),
    (POST, "Prøve med tre fagsystemer", "delivery", -5, "Leverandøren er forsinket", 21),
    (POST, "Alle fjorten systemer sender ad samme vej", "go_live", 120, "", 0),
    (LOGIN, "Alle fjorten systemer er med", "delivery", 64, "", 0),
    (RECORDS, "Ny søgning i prøvedrift", "delivery", 50, "", 0),
    (RECORDS, "Ny brugerflade for alle", "go_live", 150, "", 0),
    (ROBOT, "Robotten bogfører den første faktura", "go_live", -90, "", 0),
    (ROBOT, "Gevinsten begynder", "benefit_start", 40, "", 0),
)
# Project, task, responsible, days from today, where it came from.
TASKS = (
    (JOURNAL, "Forny databehandleraftalen med leverandøren", "mette", -4, "decision"),
    (JOURNAL, "Book undervisning af 40 superbrugere", "rasmus", 12, ""),
    (JOURNAL, "Aftal beredskab for ibrugtagningen", "birgit", 20, "meeting"),
    (BUILDING, "Saml krav fra byggesagsbehandlerne", "niels", 6, ""),
    (POST, "Få ny tidsplan fra leverandøren", "anna", -2, "meeting"),
    (LOGIN, "Afklar licenser til de sidste fem systemer", "jakob", 15, ""),
    (RECORDS, "Find en it-arkitekt til 3. kvartal", "mette", 9, "risk"),
)
# Project, cause, event, consequence, likelihood, impact, response, what is done, and the score before where it was another.
RISKS = (
    (JOURNAL, "Snitfladen er ny for begge leverandører", "Data fra den gamle journal kan ikke flyttes samlet", "Plejecentrene må skrive to steder i en periode", 3, 4, "reduce", "Prøveflytning af ét plejecenter i god tid", (4, 4)),
    (JOURNAL, "Superbrugerne frigøres ikke fra vagtplanen", "Undervisningen bliver ikke nået", "Ibrugtagningen udsættes", 3, 3, "avoid", "Vikarer er aftalt med Sundhed og Omsorg", None),
    (POST, "Leverandøren mangler udviklere", "Leverancen bliver yderligere forsinket", "De gamle skabeloner skal holdes i live", 4, 3, "transfer", "Bod efter kontrakten", None),
    (RECORDS, "Der er én it-arkitekt til tre projekter", "Arkitekten er optaget i 3. kvartal", "Prøvedriften flytter et kvartal", 4, 4, "reduce", "Styregruppen prioriterer timerne", None),
    (BUILDING, "", "Få bud på udbuddet", "Prisen bliver højere", 2, 3, "accept", "", None),
)  # fmt: skip
# Project, kind, the other project, days from today when it must be there.
WAITS = (
    (POST, "needs_finished", LOGIN, 30, "Afsenderne logger ind gennem den fælles brugerstyring"),
    (BUILDING, "needs_started", RECORDS, 160, "Byggesagerne gemmes i det nye overblik"),
    (ROBOT, "shares_resource", RECORDS, None, "Samme it-arkitekt"),
)
# Project, year from this one, kind, what, budget, forecast, spent, goes on.
MONEY = (
    (JOURNAL, -1, "anlaeg", "Anskaffelse", "1800", "1850", "1850", False),
    (JOURNAL, 0, "anlaeg", "Flytning og undervisning", "1600", "2050", "900", False),
    (JOURNAL, 0, "drift", "Licenser", "400", "420", "210", True),
    (JOURNAL, 1, "drift", "Licenser", "800", "810", None, True),
    (BUILDING, 0, "anlaeg", "Udbud og opsætning", "900", "900", "120", False),
    (BUILDING, 1, "drift", "Abonnement", "350", "350", None, True),
    (ROBOT, 0, "service", "Frigjort tid", "-900", "-700", "-300", True),
)
# Project, area, quarters from this one, intensity, people, whether something is taken into use.
TOUCHES = (
    (JOURNAL, "omsorg", 0, 3, 3, 640, True),
    (POST, "omsorg", 1, 2, 2, 300, True),
    (POST, "borgerservice", 0, 2, 2, 45, True),
    (RECORDS, "borgerservice", 1, 2, 2, 60, True),
    (LOGIN, "borgerservice", 0, 1, 1, 80, False),
    (BUILDING, "plan", 1, 3, 2, 35, True),
    (ROBOT, "oekonomi", 0, 1, 1, 18, False),
)
# Pool, its leader, what it has in a quarter, what absence and operations take.
POOLS = (("Projektledere i Digitalisering", "lars", 1500, 420), ("It-arkitekter", "klaus", 420, 120))
# Pool, project, quarters from this one, hours, promised because.
HOURS = (
    (0, JOURNAL, 0, 400, "Prioritet 1"), (0, BUILDING, 0, 250, "Udbuddet er i gang"), (0, POST, 1, 300, ""),
    (0, RECORDS, 1, 350, ""), (1, RECORDS, 1, 220, "Aftalt på kvartalsmødet"), (1, JOURNAL, 1, 130, "Snitflader"),
    (1, POST, 1, 60, ""),
)  # fmt: skip


def fill(demo: Demo, now: datetime) -> None:
    """Six projects filled as their managers would; the rest have little, as in life."""
    at = now - timedelta(days=45)
    do(
        change_settings,
        change_pressure_limit=4,
        large_economy_tdkk=Decimal(2000),
        large_partners=2,
        task_reminder_days=5,
        by=None,
        at=at,
    )
    known = {project.title: project for project in Project.objects.all()}
    do(_plans, demo, known, now)
    do(_work, demo, known, at, demo.today)
    do(_risks, demo, known, now)
    do(_money, demo, known, at)
    do(_hours, demo, known, at)


def _plans(demo: Demo, known: dict[str, Project], now: datetime) -> None:
    first = now - timedelta(days=160)
    for title, words, kind, days, because, moved in MILESTONES:
        day = demo.today + timedelta(days=days)
        promised = day - timedelta(days=moved)
        row = milestones.add_milestone(
            known[title], title=words, kind=kind, forecast_on=promised, by=None, at=first
        )  # fmt: skip
        if moved:
            _moved(row, day, because, now - timedelta(days=30))
        if days < -10:
            milestones.change_milestone(
                row, actual_on=day, by=None, at=now - timedelta(days=-days - 1)
            )  # fmt: skip
    for title, kind, other, due, note in WAITS:
        dependencies.add_dependency(
            known[title], kind=kind, on_project_id=known[other].pk, note=note,
            due=demo.today + timedelta(days=due) if due else None, by=None, at=first,
        )  # fmt: skip
    dependencies.add_dependency(
        known[LOGIN], kind="external", outside="Ny version af den fælles brugerstyring", by=None, at=first
    )


def _moved(row: Milestone, to: date, because: str, at: datetime) -> None:
    milestones.change_milestone(row, forecast_on=to, why=because, by=None, at=at)


def _work(demo: Demo, known: dict[str, Project], at: datetime, today: date) -> None:
    for title, words, who, days, source in TASKS:
        tasks.add_task(
            known[title], title=words, responsible_id=demo.people[who].pk, due=today + timedelta(days=days),
            source=source, by=None, at=at,
        )  # fmt: skip
    for name, interest, influence, attitude, how in (
        ("Plejecentrenes ledere", "En ibrugtagning uden for ferien", 3, "neutral", "Med i ibrugtagningsgruppen"),
        ("Ældrerådet", "At borgeren selv kan læse med", 2, "for", "Orienteres hvert halve år"),
        ("Leverandøren af den gamle journal", "En ordnet overgang", 2, "neutral", "Månedligt møde"),
    ):
        stakeholders.add_stakeholder(
            known[JOURNAL], name=name, interest=interest, influence=influence, attitude=attitude, involved=how,
            by=None, at=at,
        )  # fmt: skip


def _risks(demo: Demo, known: dict[str, Project], now: datetime) -> None:
    for title, cause, event, consequence, likelihood, impact, response, doing, before in RISKS:
        first = before or (likelihood, impact)
        row = risks.add_risk(
            known[title], cause=cause, event=event, consequence=consequence, likelihood=first[0], impact=first[1],
            response=response, actions=doing, review_on=demo.today + timedelta(days=30), by=None,
            at=now - timedelta(days=120),
        )  # fmt: skip
        if before:
            risks.change_risk(row, likelihood=likelihood, impact=impact, by=None, at=now - timedelta(days=28))
    risks.add_risk(
        known[BUILDING], sign="+", event="Nabokommunen vil være med", consequence="Prisen deles", likelihood=3,
        impact=3, by=None, at=now - timedelta(days=50),
    )  # fmt: skip


def _money(demo: Demo, known: dict[str, Project], at: datetime) -> None:
    for title, years, kind, text, budget, forecast, spent, goes_on in MONEY:
        economy.add_economy_line(
            known[title], year=demo.today.year + years, kind=kind, text=text, budget=Decimal(budget),
            forecast=Decimal(forecast), spent=Decimal(spent) if spent else None, permanent=goes_on,
            price_level=demo.today.year, by=None, at=at,
        )  # fmt: skip
    now = quarter_day(demo.today)
    for title, area, first, length, intensity, staff, live in TOUCHES:
        impacts.add_impact(
            known[title], area_id=demo.units[area].pk, from_quarter=shifted(now, first),
            to_quarter=shifted(now, first + length - 1), intensity=intensity, staff=staff, go_live=live, by=None, at=at,
        )  # fmt: skip
    known[JOURNAL].refresh_from_db()
    change_project(
        known[JOURNAL], steering_group="Birgit, Lars og lederen af hjemmeplejen", by=None, at=at + timedelta(minutes=1)
    )


def _hours(demo: Demo, known: dict[str, Project], at: datetime) -> None:
    now = quarter_day(demo.today)
    pools: list[Pool] = []
    for name, leader, gross, absence in POOLS:
        # The year's plan has named the first of them already.
        pool = Pool.objects.filter(name=name).first() or resources.save_pool(
            None, name=name, leader_id=demo.people[leader].pk, by=None, at=at
        )
        for step in range(5):
            resources.set_capacity(
                pool, quarter=shifted(now, step), gross=Decimal(gross), absence=Decimal(absence), by=None, at=at
            )  # fmt: skip
        pools.append(pool)
    for pool_place, title, step, hours, because in HOURS:
        row = resources.ask_for_hours(
            known[title], pool_id=pools[pool_place].pk, quarter=shifted(now, step), amount=Decimal(hours),
            by=demo.people["karen"], at=at,
        )  # fmt: skip
        if because:
            resources.confirm_allocation(row, reason=because, by=pools[pool_place].leader, at=at + timedelta(days=2))

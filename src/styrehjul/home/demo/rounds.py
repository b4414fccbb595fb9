"""Two rounds of status: one that is over, and one whose deadline has just passed with some still missing."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.meetings.actions.from_status import next_meeting_day
from styrehjul.portfolio import actions
from styrehjul.portfolio.domain.life import Light
from styrehjul.portfolio.models import Project, StatusAsk, StatusRound
from styrehjul.portfolio.queries.rounds import asked_projects

# Who is in trouble, and what is done about it: what the plan says, and each thing that status is given on.
TROUBLED = "Overgang til ny omsorgsjournal"
DOUBTED = "Fælles indgang for byggesager"


def choose(demo: Demo, at: datetime) -> None:
    """What the municipality has chosen about its status."""
    do(
        actions.change_settings,
        status_max_age_days=92,
        round_lead_working_days=5,
        local_reminder_days=180,
        by=demo.people["karen"],
        at=at,
    )


def held(demo: Demo, now: datetime) -> None:
    """The last round: most said that nothing had changed; a few were never heard."""
    if not asked_projects().exists():
        return
    opened = now - timedelta(days=45)
    found = do(
        actions.open_round,
        demo.programme,
        deadline=_weekday((opened + timedelta(days=14)).date()),
        by=demo.people["lars"],
        at=opened,
    )
    _answer(found, opened, every=5)
    do(actions.close_round, found, by=demo.people["lars"], at=opened + timedelta(days=16))


def under_way(demo: Demo, now: datetime) -> None:
    """The round to the next meeting: its deadline was the day before yesterday."""
    if not asked_projects().exists():
        return
    opened = now - timedelta(days=12)
    found = do(
        actions.open_round,
        demo.programme,
        deadline=_weekday((now - timedelta(days=2)).date()),
        meeting_on=next_meeting_day(demo.programme, demo.today),
        message="Skriv gerne, hvis I mangler folk i næste kvartal.",
        by=demo.people["peter"],
        at=opened,
    )
    _trouble(demo, now - timedelta(days=4))
    _answer(found, opened, every=3)
    doubted = Project.objects.filter(title=DOUBTED, state="active").first()
    if doubted:
        do(
            actions.give_second_opinion,
            doubted,
            light="yellow",
            sentence="Udbuddet venter på en afklaring, som ingen har sat dato på",
            by=demo.people["karen"],
            at=now - timedelta(days=3),
        )


def _weekday(day: date) -> date:
    """Nobody's deadline is on a Saturday or a Sunday."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def _answer(found: StatusRound, opened: datetime, *, every: int) -> None:
    """All but each `every`th answer that it goes as before, on different days."""
    asks = StatusAsk.objects.filter(round=found, report=None, person__isnull=False, project__light=Light.GREEN.value)
    for number, ask in enumerate(asks.select_related("project", "person").order_by("pk")):
        if number % every != every - 1 and ask.person is not None:
            at = opened + timedelta(days=1 + number % 8)
            do(actions.report_unchanged, Project.objects.get(pk=ask.project_id), by=ask.person, at=at)


def _trouble(demo: Demo, at: datetime) -> None:
    project = Project.objects.filter(title=TROUBLED, state="active").first()
    if project is None:
        return
    later = (project.planned_end or at.date()) + timedelta(days=60)
    do(
        actions.report_status,
        project,
        light="red",
        sentence="Økonomien overskrides med 12 pct.",
        forecast_end=later,
        forecast_cost_tdkk=project.cost_tdkk * 112 / 100 if project.cost_tdkk else None,
        track="new_plan",
        track_by=at.date() + timedelta(days=40),
        need_question="Skal rammen til omsorgsjournalen hæves?",
        need_by=at.date() + timedelta(days=45),
        marks=[
            {"key": "tid", "light": "yellow", "text": "Oplæringen på to plejecentre er rykket to måneder"},
            {"key": "oekonomi", "light": "red", "text": "Flere licenser end beregnet"},
            {"key": "kvalitet", "light": "green"},
            {"key": "ressourcer", "light": "yellow", "text": "Superbrugerne mangler timer i sommerferien"},
            {"key": "gevinster", "light": "green"},
        ],
        happened="Hjemmeplejen i Grenaa er gået over.",
        next_steps="Ny plan til styregruppen.",
        by=demo.people["rasmus"],
        at=at,
    )

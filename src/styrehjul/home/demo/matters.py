"""What happens to matters between and before the demo's meetings: chiefs' meetings, and needs for decisions with age."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import count

from styrehjul.home.demo.foundation import Demo, do
from styrehjul.kernel.danish import ZONE
from styrehjul.meetings import actions
from styrehjul.meetings.domain.values import PointText
from styrehjul.meetings.models import DecisionNeed, Meeting, OutsideBody, Treatment

# Answered on the way: raised on one of the programme group's meetings, decided by the steering group after it.
PAST = (
    (
        "Skal institutionerne have fælles adgang til netværket?",
        "line",
        "der indføres fælles adgang for alle institutioner",
    ),
    ("Skal vi have én aftale om print i hele kommunen?", "charlotte", "der indgås én aftale om print"),
    (
        "Hvem ejer vejledningerne på intranettet?",
        "jonas",
        "Digitalisering ejer vejledningerne, og områderne holder dem ved lige",
    ),
)
# Open today: days since they were raised, days until an answer is wanted, question, by whom.
OPEN = (
    (118, None, "Skal medarbejdere uden fast computer have en fælles login-løsning?", "line"),
    (41, 30, "Skal omsorgsjournalens nye version tages i brug i to omgange?", "rasmus"),
    (9, 60, "Skal kommunen være med i det fælleskommunale udbud af byggesagssystem?", "niels"),
)
OUTCOMES = ("recommended", "recommended_with_remarks", "recommended", "discussed")
REMARKS = {"recommended_with_remarks": "Husk at tage områdernes superbrugere med fra begyndelsen."}
_turn = count()


def chiefs_meeting(demo: Demo, *, meetings_at: datetime) -> OutsideBody:
    """The chiefs' meeting with a year of dates, every other Wednesday, and the secretary who writes what came of it."""
    first = demo.today - timedelta(days=demo.today.weekday()) + timedelta(days=2)
    dates = [first + timedelta(weeks=2 * number) for number in range(-26, 26)]
    return do(
        actions.keep_outside_body, None, name="Chefmøde", dates=dates, secretary_name="Sif Rode",
        secretary_email="", by=demo.people["peter"], at=datetime.combine(demo.start, meetings_at.time(), tzinfo=ZONE),
    )  # fmt: skip


def at_chiefs_meeting(demo: Demo, item: Treatment, chiefs: OutsideBody, at: datetime) -> None:
    """The item is treated at the last chiefs' meeting before its deadline; the secretary writes what came of it."""
    days = [date.fromisoformat(day) for day in chiefs.dates]
    on = max((day for day in days if day <= at.date()), default=at.date())
    peter = demo.people["peter"]
    prior = do(actions.name_prior, item, outside=chiefs, on=on, by=peter, at=at - timedelta(days=3))
    outcome = OUTCOMES[next(_turn) % len(OUTCOMES)]
    do(actions.enter_prior, prior, outcome=outcome, remarks=REMARKS.get(outcome, ""), by=peter, at=at)


def raise_and_tick(demo: Demo, meeting: Meeting, at: datetime) -> None:
    """A member raises a need, and the secretary ticks it: it goes on when the meeting is ended."""
    raised = DecisionNeed.objects.count()
    if raised >= len(PAST) or meeting.feeds is None or meeting.feeds.starts_at.date() >= demo.today:
        return
    question, who, _point = PAST[raised]
    need = do(
        actions.raise_need, demo.programme, question=question, target=demo.steering, meeting=meeting,
        by=demo.people[who], at=at,
    )  # fmt: skip
    do(actions.tick_need, need, meeting, by=demo.people["peter"], at=at + timedelta(days=1))


def make_needs_ready(demo: Demo, meeting: Meeting, at: datetime) -> None:
    """The items that came from needs are written and set ready."""
    said = {question: point for question, _who, point in PAST}
    for item in Treatment.objects.filter(meeting=meeting, needs__isnull=False).distinct():
        points = [PointText(said.get(item.title, "forslaget følges"))]
        by = item.responsible or demo.people["peter"]
        fields = {"financial_impact": "Ingen."}
        do(actions.edit_item, item, by=by, at=at, expected_version=None, fields=fields, points=points)
        do(actions.make_ready, item, by=by, at=at)


def open_needs(demo: Demo, now: datetime) -> None:
    """What waits for an answer today, one of it for too long."""
    for ago, within, question, who in OPEN:
        at = now - timedelta(days=ago)
        wanted = demo.today + timedelta(days=within) if within else None
        do(
            actions.raise_need, demo.programme, question=question, target=demo.steering, wanted_by=wanted,
            by=demo.people[who], at=at,
        )  # fmt: skip

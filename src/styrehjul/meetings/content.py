"""What a standing item says by itself: live until the agenda is built, then frozen with its day.

A provider reads the packages below and answers with a block tree. One that fails marks its own item and never stops
the rest; a key that no provider knows gives its own plain words.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from typing import Any

from styrehjul.benefits.queries import overdue as benefits_overdue
from styrehjul.bodies.models import Body
from styrehjul.kernel.danish import day_text, weekday_text
from styrehjul.meetings.assessing_content import assessment_blocks
from styrehjul.meetings.domain.states import CalendarState, DecisionState, Profile, TreatmentState
from styrehjul.meetings.domain.strategy_effects import ASSESSMENT
from styrehjul.meetings.models import Decision, FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.meetings import portfolio_cut, previous_meeting
from styrehjul.meetings.queries.needs import need_words, waiting
from styrehjul.meetings.queries.seats import day_of, rules_for
from styrehjul.portfolio.benefit_hooks import benefits_of
from styrehjul.portfolio.domain.closing import BenefitFact
from styrehjul.portfolio.domain.guards import is_status_old
from styrehjul.portfolio.domain.life import RUNNING, Light, ProjectRoleKind, ProjectState
from styrehjul.portfolio.models import Project, ProjectRole
from styrehjul.portfolio.queries import changes_since, closing_projects, lines_of, report_of
from styrehjul.portfolio.queries.catalogue import not_assessed
from styrehjul.portfolio.queries.tasks import overdue_tasks

logger = logging.getLogger("styrehjul.meetings")
Tree = list[dict[str, Any]]
Frozen = dict[str, Any]
QUARTER = timedelta(days=92)
MOST_NATIONAL = 8
FAILED = "Indholdet kunne ikke hentes. Skriv det på punktet, eller byg dagsordenen igen."


def content_of_meeting(meeting: Meeting, *, at: datetime) -> dict[int, Frozen]:
    """The live content of every standing item on the agenda: treatment key -> {"as_of", "blocks"}."""
    standing = meeting.treatments.filter(profile=Profile.STANDING.value).exclude(state__in=("withdrawn", "rejected"))
    return {item.pk: for_item(item, at=at) for item in standing.select_related("meeting__body", "meeting__feeds__body")}


def live_content(item: Treatment, *, at: datetime) -> dict[int, Frozen]:
    """The live content of one item, by its key; nothing for items that people write themselves."""
    return {item.pk: for_item(item, at=at)} if item.profile == Profile.STANDING.value and item.meeting else {}


def for_item(item: Treatment, *, at: datetime) -> Frozen:
    """The item's content as of now. Never fails: an item whose content cannot be fetched says so."""
    as_of = day_of(at).isoformat()
    try:
        assert item.meeting is not None
        provider = PROVIDERS.get(_key(item))
        blocks = provider(item.meeting, at) if provider else _own_words(item)
    except Exception:
        # One failing provider must not keep a whole agenda from its members.
        logger.exception("content_failed", extra={"item": item.pk})
        return {"as_of": as_of, "blocks": _text(FAILED), "failed": True}
    return {"as_of": as_of, "blocks": blocks}


def _key(item: Treatment) -> str:
    rules = rules_for(item.body, day_of(item.meeting.starts_at)) if item.meeting else None
    rule = next((r for r in rules.standing_items if r.key == item.standing_key), None) if rules else None
    return (rule.content or rule.key) if rule else item.standing_key


def treats_portfolio(item: Treatment) -> bool:
    """Whether it is the standing item on which the portfolio is adjusted."""
    return item.profile == Profile.STANDING.value and PROVIDERS.get(_key(item)) is _portfolio


def _own_words(item: Treatment) -> Tree:
    rules = rules_for(item.body, day_of(item.meeting.starts_at)) if item.meeting else None
    rule = next((r for r in rules.standing_items if r.key == item.standing_key), None) if rules else None
    wording = (rule.wording or "").strip() if rule else ""
    return _text(wording if wording and wording != item.title else f"{item.title}.")


def _text(*paragraphs: str) -> Tree:
    return [{"t": "p", "text": text} for text in paragraphs if text]


def _heading(text: str) -> Tree:
    return [{"t": "h", "text": text, "level": 1}]


def _list(rows: Iterable[tuple[str, str]]) -> Tree:
    """A list whose lines lead somewhere: (text, address within the product)."""
    items = [{"text": text, "url": url} if url else {"text": text} for text, url in rows]
    return [{"t": "ul", "items": items}] if items else []


def since_last(meeting: Meeting, at: datetime) -> datetime:
    """When the body last met: what has happened after it is new to this meeting. A quarter back where it has not met."""
    last = previous_meeting(meeting)
    return (last.ended_at or last.starts_at) if last else min(meeting.starts_at, at) - QUARTER


def heard_until(meeting: Meeting, at: datetime) -> datetime:
    """The portfolio's changes after this are new to the meeting: from when the last one's agenda was sent out."""
    last = previous_meeting(meeting)
    return portfolio_cut(last) if last else since_last(meeting, at)


def _portfolio(meeting: Meeting, at: datetime) -> Tree:
    since = heard_until(meeting, at)
    lines = lines_of(changes_since(since, at))
    said = f"Ændringer siden {day_text(day_of(since))}."
    if not lines:
        blocks = _text(f"{said} Der er ingen ændringer.")
    else:
        rows = [[line.project.title, f"{line.what}: {line.words}".strip(": "), _grounds(line)] for line in lines]
        blocks = [*_text(said), {"t": "table", "header": ["Projekt", "Ændring", "Grundlag"], "rows": rows}]
    running = [state.value for state in RUNNING]
    # "red" comes before "yellow": what is critical is read first.
    lit = Project.objects.filter(state__in=running, light__in=[Light.RED.value, Light.YELLOW.value]).order_by(
        "light", "title"
    )
    rows_lit = [(f"{p.title}: {p.get_light_display()}. {p.status_sentence}".strip(), p.get_absolute_url()) for p in lit]
    # What the body itself agreed on comes back by itself until it is done.
    late = _overdue(day_of(at), meeting.body)
    blocks += _heading("Projekter, der kræver opmærksomhed") + _list(rows_lit) if rows_lit else []
    return blocks + (_heading("Opfølgninger over fristen") + _list(late) if late else [])


def _grounds(line: Any) -> str:
    if line.decision_ref:
        return str(line.decision_ref)
    if line.undecided:
        because = f": {line.reason}" if line.reason else ""
        return f"Uden beslutning, oplyst af {line.told_by}{because}"
    return str(line.reason or "")


def _proposals(meeting: Meeting, at: datetime) -> Tree:
    waiting = Project.objects.filter(state=ProjectState.AWAITING_DECISION.value).select_related("lead_area", "contact")
    rows = [
        (f"{p.title} ({p.number}). {p.lead_area}, foreslået af {p.contact}", p.get_absolute_url())
        for p in waiting.order_by("created_at", "pk")
    ]
    return _text("Forslag, der står til beslutning:") + _list(rows) if rows else _text("Ingen nye forslag.")


def _closing(meeting: Meeting, at: datetime) -> Tree:
    blocks: Tree = []
    for project in closing_projects():
        blocks += _list([(f"{project.title} ({project.number}). {project.lead_area}", project.get_absolute_url())])
        report = report_of(project)
        blocks += _text(report.delivered if report else "")
        blocks += _list([(_taken_over(benefit), benefit.url) for benefit in benefits_of(project)])
    return blocks or _text("Ingen projekter er meldt færdige.")


def _taken_over(benefit: BenefitFact) -> str:
    """ "Gevinst: Kortere ventetid. Overtages af Jonas Beck, måles 1. september 2027"."""
    if benefit.declined:
        said = f"{benefit.owner} har sagt nej: {benefit.declined}"
    elif not benefit.owner:
        said = "mangler en modtager"
    else:
        said = f"overtages af {benefit.owner}" + ("" if benefit.is_accepted else ", som ikke har sagt ja endnu")
    measured = f", måles {day_text(benefit.measure_on)}" if benefit.measure_on and benefit.owner else ""
    return f"Gevinst: {benefit.title}, {said}{measured}"


def _briefing(meeting: Meeting, at: datetime) -> Tree:
    here = Decision.objects.filter(meeting=meeting, treatment__access="open").exclude(number="")
    decided = here.select_related("treatment").order_by("serial")
    if not decided:
        since = since_last(meeting, at)
        decided = Decision.objects.filter(
            body=meeting.body, in_force_at__gte=since, state=DecisionState.IN_FORCE.value, treatment__access="open"
        ).exclude(number="").select_related("treatment").order_by("in_force_at", "serial")  # fmt: skip
    rows = [(f"{d.number}: {d.treatment.title}. {d.text}", d.treatment.get_absolute_url()) for d in decided]
    said = "Orienteringen udarbejdes ud fra mødets beslutninger."
    return _text(said) + (_heading("Beslutninger") + _list(rows) if rows else [])


def _topics(kind: str, none: str) -> Callable[[Meeting, datetime], Tree]:
    def collect(meeting: Meeting, at: datetime) -> Tree:
        found = meeting.topics.filter(kind=kind).select_related("by", "area").order_by("created_at", "pk")
        rows = [(f"{t.text} ({', '.join(filter(None, (t.by.name, str(t.area or ''))))})", "") for t in found]
        return _list(rows) or _text(none)

    return collect


def _needs(meeting: Meeting, at: datetime) -> Tree:
    """The open needs with their age, and what is on its way to the body whose meeting this one prepares."""
    rows = [
        (f"{need.question} ({need_words(need, day_of(at))})", need.get_absolute_url()) for need in waiting(meeting.body)
    ]
    said = _text("Åbne beslutningsbehov:") + _list(rows) if rows else _text("Der er ingen åbne beslutningsbehov.")
    return said + _not_measured(day_of(at)) + on_the_way(meeting)


def _not_measured(on: date) -> Tree:
    """Benefits whose owner has not answered on the measuring day, by the municipality's patience."""
    rows = [
        (
            f"{row.title} ({row.owner or 'uden ejer'}, skulle være målt {day_text(row.measure_on)})",
            row.get_absolute_url(),
        )
        for row in benefits_overdue(on)
        if row.measure_on
    ]
    return _heading("Gevinster, der ikke er målt til tiden") + _list(rows) if rows else []


def on_the_way(meeting: Meeting) -> Tree:
    """What stands on the agenda of the meeting that this one prepares."""
    to = meeting.feeds
    if to is None or to.calendar_state == CalendarState.CANCELLED.value:
        return _text("Mødet forbereder ikke et andet møde.")
    gone = [TreatmentState.WITHDRAWN.value, TreatmentState.REJECTED.value, TreatmentState.DROPPED.value]
    coming = to.treatments.filter(profile=Profile.ORDINARY.value).exclude(state__in=gone).select_related("responsible")
    rows = [
        (f"{i.title} ({i.responsible or 'mangler ansvarlig'})", i.get_absolute_url())
        for i in coming.filter(access="open")
    ]
    day = weekday_text(day_of(to.starts_at))
    said = f"På vej til {to.body.name_definite} {day}:"
    return (
        _text(said) + _list(rows)
        if rows
        else _text(f"Der er endnu ingen punkter på vej til {to.body.name_definite} {day}.")
    )


def _upkeep(meeting: Meeting, at: datetime) -> Tree:
    on = day_of(at)
    running = [state.value for state in RUNNING]
    projects = list(Project.objects.filter(state__in=running).order_by("title"))
    led = set(
        ProjectRole.objects.on(on).filter(kind=ProjectRoleKind.MANAGER.value).values_list("project_id", flat=True)
    )
    without = [(p.title, p.get_absolute_url()) for p in projects if p.pk not in led]
    stale = [
        (
            f"{p.title}: {'senest ' + day_text(p.status_on) if p.status_on else 'ingen status endnu'}",
            p.get_absolute_url(),
        )
        for p in projects
        if is_status_old(p.state, p.status_on or p.actual_start, on, QUARTER.days)
    ]
    parts = (
        ("Projekter uden projektleder", without),
        ("Projekter med gammel status", stale),
        ("Opfølgninger over fristen", _overdue(on)),
        ("Opgaver i projekter over fristen", _late_tasks(on)),
        ("Nationale og fælleskommunale projekter, der ikke er vurderet", _not_assessed()),
    )
    blocks: Tree = []
    for title, rows in parts:
        blocks += _heading(title) + _list(rows) if rows else []
    return blocks or _text(
        "Alle projekter har en projektleder og en ny status, og ingen opfølgninger eller opgaver er over fristen."
    )


def _not_assessed() -> list[tuple[str, str]]:
    """What the catalogue has that nobody here has looked at; the rest stands on its page."""
    found = not_assessed()
    rows = [
        (f"{entry.name} ({entry.owner})" if entry.owner else entry.name, entry.get_absolute_url()) for entry in found
    ]
    if len(rows) <= MOST_NATIONAL:
        return rows
    more = f"og {len(rows) - MOST_NATIONAL} flere i kataloget"
    return [*rows[:MOST_NATIONAL], (more, "/projekter/katalog/?stand=not_assessed")]


def _overdue(on: date, body: Body | None = None) -> list[tuple[str, str]]:
    """What should have been done by now and is not, with who and by when; one body's own, or everybody's."""
    late = FollowUp.objects.filter(state="open", due__lt=on).order_by("due", "pk")
    rows = (late.filter(body=body) if body else late).select_related("responsible", "treatment", "decision__treatment")
    return [(f"{f.text} ({f.responsible}, frist {day_text(f.due)})", "") for f in rows if f.due and _told_openly(f)]


def _late_tasks(on: date) -> list[tuple[str, str]]:
    """The projects' own tasks that should have been done by now."""
    return [
        (f"{t.title}, {t.project.title} ({t.responsible}, frist {day_text(t.due)})", t.project.get_absolute_url())
        for t in overdue_tasks(on)
        if t.due
    ]


def _told_openly(task: FollowUp) -> bool:
    """Whether neither its item nor its decision was closed."""
    items = [task.treatment, task.decision.treatment if task.decision else None]
    return all(item is None or item.access == "open" for item in items)


def _plan(meeting: Meeting, at: datetime) -> Tree:
    year = day_of(meeting.starts_at).year + 1
    coming = (
        Meeting.objects.filter(year=year).exclude(calendar_state=CalendarState.CANCELLED.value).select_related("body")
    )
    rows = [[weekday_text(day_of(m.starts_at)), m.body.name, m.place] for m in coming.order_by("starts_at")]
    if not rows:
        return _text(f"Møderne i {year} er ikke planlagt endnu.")
    return [{"t": "table", "header": ["Dato", "Organ", "Sted"], "rows": rows}]


PROVIDERS: dict[str, Callable[[Meeting, datetime], Tree]] = {
    "justering_projektportefoelje": _portfolio,
    "nye_projektforslag": _proposals,
    "afsluttende_projekter": _closing,
    "orientering_direktion": _briefing,
    "orientering_chefforum": _briefing,
    "orientering_aktuelle_emner": _topics("current", "Der er ikke skrevet emner endnu."),
    "droeftelse_generelle_problemstillinger": _topics("general", "Der er ikke skrevet problemstillinger endnu."),
    "fastlaeggelse_beslutningsbehov": _needs,
    "opdatering_portefoelje_ansvar_opgaver": _upkeep,
    "moedeplan": _plan,
    ASSESSMENT: assessment_blocks,
}

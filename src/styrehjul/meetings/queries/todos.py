"""What meetings ask of a person: items to write, agendas to send, read and dispatch, minutes, follow-ups, proposals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from django.db.models import Count, Q
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.bodies.domain.saying import genitive
from styrehjul.bodies.models import Body
from styrehjul.bodies.queries import standing_of
from styrehjul.kernel.danish import ZONE, day_text, weekday_text
from styrehjul.meetings.domain.answers import RoomState
from styrehjul.meetings.domain.states import (
    LEFT_AGENDA,
    Access,
    AgendaState,
    CalendarState,
    MinutesState,
    Profile,
    TreatmentState,
)
from styrehjul.meetings.models import FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.facts import CHAIR_DEADLINE, DISPATCH, ITEMS_CLOSED, deadline_of, secretary_approves
from styrehjul.meetings.queries.filing import filing_todos
from styrehjul.meetings.queries.meetings import TAKES_ITEMS
from styrehjul.meetings.queries.minutes import way_of
from styrehjul.meetings.queries.minutes_todos import minutes_todos
from styrehjul.meetings.queries.needs import late_todos, written_todos
from styrehjul.meetings.queries.posting import stuck_mails
from styrehjul.meetings.queries.seats import day_of
from styrehjul.meetings.queries.todos_changes import change_todos
from styrehjul.meetings.queries.todos_preparing import preparing_todos
from styrehjul.people.models import Person
from styrehjul.people.queries import remembered
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import body_may, right_of
from styrehjul.ui.todo import Press, ToDo, level_for

WRITING = tuple(
    state.value
    for state in (TreatmentState.ACCEPTED, TreatmentState.IN_WORK, TreatmentState.IN_REVIEW, TreatmentState.RETURNED)
)
# A meeting further off than this asks nothing of anybody yet.
AHEAD = timedelta(days=60)
_GONE = [state.value for state in LEFT_AGENDA]


def next_for(person: Person, on: date) -> list[ToDo]:
    """Everything that meetings ask of this person that day. The number of queries does not follow the number of things."""
    standing = standing_of(person, on)
    writes = standing.secretaries | standing.secretary_for
    approves = (standing.chairs | standing.approves_for) - writes
    # Each part is kept for itself: an item that is written asks nothing anew about follow-ups and proposals.
    return [
        *remembered(person, "todo_items", on, lambda: list(_items(person, on))),
        *remembered(person, "todo_follow_ups", on, lambda: list(_follow_ups(person, on))),
        *remembered(person, "todo_minutes", on, lambda: list(minutes_todos(person, on))),
        *remembered(person, "todo_meetings", on, lambda: list(_steps(writes, approves, on))),
        *remembered(person, "todo_proposals", on, lambda: list(_proposals(person, writes, on)) if writes else []),
        *remembered(person, "todo_filing", on, lambda: list(filing_todos(writes, on))),
        *remembered(person, "todo_mails", on, lambda: list(_mails(writes, on)) if writes else []),
        *remembered(person, "todo_written", on, lambda: list(written_todos(person, on))),
        *remembered(person, "todo_filing", on, lambda: list(filing_todos(writes, on))),
        *remembered(person, "todo_changes", on, lambda: list(change_todos(person, writes, approves, on))),
        *remembered(person, "todo_preparing", on, lambda: list(preparing_todos(person, writes, on))),
        *remembered(person, "todo_late", on, lambda: list(late_todos(standing, on))),
    ]


def _steps(writes: frozenset[int], approves: frozenset[int], on: date) -> Iterator[ToDo]:
    """The next step of each meeting that the person prepares or approves."""
    if not writes and not approves:
        return
    leaves_it = secretary_approves(on)
    for meeting in _meetings(writes | approves, on):
        if meeting.body_id in writes:
            yield from _for_secretary(meeting, on, to_chair=meeting.body.code not in leaves_it)
        if meeting.body_id in approves:
            yield from _for_chair(meeting, on)


def _items(person: Person, on: date) -> Iterator[ToDo]:
    """Items that the person is to write."""
    own = Treatment.objects.filter(responsible=person, state__in=WRITING, profile=Profile.ORDINARY.value)
    for item in own.select_related("meeting__body").order_by("material_due_at", "pk"):
        due = day_of(item.material_due_at) if item.material_due_at else None
        told = f"{item.meeting.body.name} {weekday_text(day_of(item.meeting.starts_at))}" if item.meeting else ""
        back = _("Sendt retur: %(why)s") % {"why": item.returned_because} if item.returned_because else ""
        yield ToDo(
            title=_("Skriv punktet: %(title)s") % {"title": item.title},
            url=item.get_absolute_url(),
            text=". ".join(filter(None, (back.rstrip("."), told))),
            level=level_for(due, on),
            due=due,
        )


def _follow_ups(person: Person, on: date) -> Iterator[ToDo]:
    own = FollowUp.objects.filter(responsible=person, state="open").select_related("body", "treatment")
    for task in own.order_by("due", "pk"):
        yield ToDo(
            title=task.text,
            # A closed item is not there for everybody who has something to do because of it; the list always is.
            url=task.treatment.get_absolute_url()
            if task.treatment and task.treatment.access == Access.OPEN.value
            else "/opfoelgninger/?hvis=mine",
            text=_("Opfølgning fra %(body)s") % {"body": task.body.name_definite},
            level=level_for(task.due, on),
            due=task.due,
        )


def _meetings(bodies: frozenset[int], on: date) -> Sequence[Meeting]:
    """Meetings that are being prepared, held or written up, with how many items are ready."""
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    ordinary = Q(treatments__profile=Profile.ORDINARY.value) & ~Q(treatments__state__in=_GONE)
    unready = ordinary & Q(treatments__state__in=(*WRITING, TreatmentState.READY.value))
    found = Meeting.objects.filter(body__in=bodies, before_use=False, starts_at__lte=start + AHEAD)
    found = found.exclude(calendar_state=CalendarState.CANCELLED.value).exclude(
        minutes_state=MinutesState.APPROVED.value
    )
    counted = found.annotate(unready=Count("treatments", filter=unready, distinct=True))
    return list(counted.select_related("body").prefetch_related("deadlines").order_by("starts_at"))


def _todo(title: str, meeting: Meeting, on: date, due: datetime | None, path: str = "", text: str = "") -> ToDo:
    day = day_of(due) if due else None
    told = f"{meeting.body.name} {weekday_text(day_of(meeting.starts_at))}"
    return ToDo(
        title=title,
        url=f"{meeting.get_absolute_url()}{path}",
        text=f"{told}. {text}" if text else told,
        level=level_for(day, on),
        due=day,
    )


def _for_secretary(meeting: Meeting, on: date, *, to_chair: bool) -> Iterator[ToDo]:
    today = day_of(meeting.starts_at) <= on
    match AgendaState(meeting.agenda_state):
        case AgendaState.OPEN | AgendaState.CLOSED:
            unready = getattr(meeting, "unready", 0)
            text = _("%(number)s punkter er ikke klar.") % {"number": unready} if unready > 1 else ""
            text = _("1 punkt er ikke klar.") if unready == 1 else text
            label = _("Send dagsordenen til formanden") if to_chair else _("Gør dagsordenen færdig")
            yield _todo(label, meeting, on, deadline_of(meeting, CHAIR_DEADLINE), text=text)
        case AgendaState.APPROVED:
            yield _todo(_("Udsend dagsordenen"), meeting, on, deadline_of(meeting, DISPATCH))
        case AgendaState.SENT if today:
            yield _todo(_("Start mødet"), meeting, on, meeting.starts_at)
    if meeting.minutes_state == MinutesState.DRAFT.value:
        yield _todo(_("Afslut mødet"), meeting, on, meeting.starts_at, "afhold/")
    unplaced = meeting.calendar_state == CalendarState.PLANNED.value and not meeting.place and not meeting.link
    if unplaced and day_of(meeting.starts_at) >= on:
        yield _todo(_("Find et lokale, og indkald"), meeting, on, None)
    elif meeting.place and not meeting.link and day_of(meeting.starts_at) >= on:
        yield from _room(meeting, on)


_ROOM_WORDS = {
    RoomState.WANTED.value: gettext_lazy("Book lokalet"),
    RoomState.AWAITING.value: gettext_lazy("Lokalet har ikke svaret endnu"),
    RoomState.DECLINED.value: gettext_lazy("Lokalet er optaget: find et andet"),
    RoomState.NO_ANSWER.value: gettext_lazy("Lokalet svarer ikke: book det på anden vis"),
}


def _room(meeting: Meeting, on: date) -> Iterator[ToDo]:
    """A room that nobody has confirmed; loud when it said no, or nothing."""
    words = _ROOM_WORDS.get(meeting.room_state)
    if words is not None:
        todo = _todo(str(words), meeting, on, None, "lokale/", text=meeting.place)
        loud = meeting.room_state in (RoomState.DECLINED.value, RoomState.NO_ANSWER.value)
        yield replace(todo, level="red") if loud else todo


def _mails(bodies: frozenset[int], on: date) -> Iterator[ToDo]:
    """Mails that did not arrive, or of which nobody knows whether they did."""
    for meeting, n in stuck_mails(bodies).items():
        title = ngettext("%(n)d mail er ikke leveret", "%(n)d mails er ikke leveret", n) % {"n": n}
        yield replace(_todo(title, meeting, on, None, "#om"), level="red")


def _for_chair(meeting: Meeting, on: date) -> Iterator[ToDo]:
    if meeting.agenda_state == AgendaState.TO_CHAIR.value:
        due = deadline_of(meeting, CHAIR_DEADLINE) or deadline_of(meeting, DISPATCH)
        yield _todo(_("Læs og godkend dagsordenen"), meeting, on, due, "godkend/")
    if meeting.minutes_state == MinutesState.WITH_CHAIR.value:
        due = deadline_of(meeting, "minutes_draft")
        alone = way_of(meeting) is MinutesApproval.CHAIR
        yield _todo(
            _("Godkend referatet") if alone else _("Send referatet til kommentering"), meeting, on, due, "referat/"
        )


@dataclass(frozen=True)
class _Coming:
    """A meeting that still takes items."""

    pk: int
    body: Body
    day: date
    closes: date | None


def _coming(bodies: frozenset[int], on: date) -> tuple[_Coming, ...]:
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    found = (
        Meeting.objects.filter(body__in=bodies, starts_at__gte=start, agenda_state__in=TAKES_ITEMS, before_use=False)
        .exclude(calendar_state=CalendarState.CANCELLED.value)
        .select_related("body__parent__parent")
        .prefetch_related("deadlines")
        .order_by("starts_at")
    )
    return tuple(
        _Coming(meeting.pk, meeting.body, day_of(meeting.starts_at), day_of(closes) if closes else None)
        for meeting in found
        for closes in [deadline_of(meeting, ITEMS_CLOSED)]
    )


def _proposals(person: Person, bodies: frozenset[int], on: date) -> Iterator[ToDo]:
    """Proposals that stand on no agenda, for the secretary of a body that may decide on them."""
    waiting = list(
        Project.objects.filter(state=ProjectState.PROPOSED.value)
        .select_related("lead_area")
        .order_by("created_at", "pk")
    )
    if not waiting:
        return
    coming = remembered(person, "coming", on, lambda: _coming(bodies, on))
    # Asked once for each category: the table of rights knows projects by no more than that.
    deciding: dict[str, Body | None] = {}
    for project in waiting:
        if project.category not in deciding:
            bodies_coming = {meeting.body.pk: meeting.body for meeting in coming}.values()
            deciding[project.category] = next((body for body in bodies_coming if _decides(body, project, on)), None)
        decides = deciding[project.category]
        meeting = next((m for m in coming if decides is not None and m.body.pk == decides.pk), None)
        if meeting is None:
            continue
        day = meeting.day
        due = meeting.closes if meeting.closes and meeting.closes >= on else day
        body = genitive(meeting.body.name_definite)
        yield ToDo(
            title=_("Nyt projektforslag: %(title)s") % {"title": project.title},
            url=project.get_absolute_url(),
            text=_("Sæt det på %(body)s møde %(day)s.") % {"body": body, "day": weekday_text(day)},
            press=Press(
                _("Sæt på %(body)s møde %(day)s") % {"body": body, "day": day_text(day, year=False)},
                f"{project.get_absolute_url()}saet-paa-moede/",
                (("meeting", str(meeting.pk)),),
            ),
            level=level_for(due, on),
            due=due,
        )


def _decides(body: Body, project: Project, on: date) -> bool:
    """Whether the body may approve the proposal by the table of rights; the body named itself comes before one above."""
    right = right_of(project, "proposal.approve", on)
    return body.code in right.bodies if right.bodies else body_may(right, body.code, on)

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
    Access,
    AgendaState,
    CalendarState,
    MinutesState,
    Profile,
    TreatmentState,
)
from styrehjul.meetings.models import Attendance, FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.facts import CHAIR_DEADLINE, DISPATCH, ITEMS_CLOSED, deadline_of, secretary_approves
from styrehjul.meetings.queries.filing import filing_todos
from styrehjul.meetings.queries.meetings import TAKES_ITEMS
from styrehjul.meetings.queries.minutes import way_of
from styrehjul.meetings.queries.minutes_todos import minutes_todos
from styrehjul.meetings.queries.needs import late_todos, written_todos
from styrehjul.meetings.queries.posting import stuck_mails
from styrehjul.meetings.queries.seats import day_of
from styrehjul.meetings.queries.todos_changes import change_todos
from styrehjul.meetings.queries.todos_preparing import check_todos, proposed_to, proposed_todo, reading_todos
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


def next_for(person: Person, on: date) -> list[ToDo]:
    """Everything that meetings ask of this person that day. The number of queries does not follow the number of things."""
    standing = standing_of(person, on)
    writes = standing.secretaries | standing.secretary_for
    approves = (standing.chairs | standing.approves_for) - writes
    reads = standing.members - writes - approves
    # Each part is kept for itself: an item that is written asks nothing anew about follow-ups and proposals.
    return [
        *remembered(person, "todo_items", on, lambda: list(_items(person, writes, on))),
        *remembered(person, "todo_follow_ups", on, lambda: list(_follow_ups(person, on))),
        *remembered(person, "todo_invited", on, lambda: list(_invitations(person, writes, on))),
        *remembered(person, "todo_read", on, lambda: list(_to_read(person, reads, on)) if reads else []),
        *remembered(person, "todo_minutes", on, lambda: list(minutes_todos(person, on))),
        *_with_unready(person, remembered(person, "todo_meetings", on, lambda: list(_steps(writes, approves, on))), on),
        *remembered(person, "todo_proposals", on, lambda: list(_proposals(person, writes, on)) if writes else []),
        *remembered(person, "todo_mails", on, lambda: list(_mails(writes, on)) if writes else []),
        *remembered(person, "todo_written", on, lambda: list(written_todos(person, on))),
        *remembered(person, "todo_filing", on, lambda: list(filing_todos(writes, on))),
        *remembered(person, "todo_changes", on, lambda: list(change_todos(person, writes, approves, on))),
        *remembered(person, "todo_reading", on, lambda: list(reading_todos(person, on))),
        *remembered(person, "todo_checks", on, lambda: list(check_todos(person, on))),
        *remembered(person, "todo_late", on, lambda: list(late_todos(standing, on))),
    ]


Told = tuple[ToDo, int | None]


def _steps(writes: frozenset[int], approves: frozenset[int], on: date) -> Iterator[Told]:
    """The next step of each meeting that the person prepares or approves; with the meeting whose items are to be ready."""
    if not writes and not approves:
        return
    leaves_it = secretary_approves(on)
    for meeting in _meetings(writes | approves, on):
        if meeting.body_id in writes:
            yield from _for_secretary(meeting, on, to_chair=meeting.body.code not in leaves_it)
        if meeting.body_id in approves:
            yield from ((todo, None) for todo in _for_chair(meeting, on))


def _with_unready(person: Person, told: Sequence[Told], on: date) -> list[ToDo]:
    """The steps with how many items are not ready: counted apart, since items change oftener than meetings."""
    asked = tuple(key for _todo, key in told if key is not None)
    unready = remembered(person, f"unready {asked}", on, lambda: _unready(asked)) if asked else {}
    return [_telling(todo, unready.get(key, 0)) for todo, key in told]


def _unready(meetings: Sequence[int]) -> dict[int, int]:
    """Meeting -> how many of its items are still being written, or not yet on its agenda."""
    found = Treatment.objects.filter(
        meeting__in=meetings, profile=Profile.ORDINARY.value, state__in=(*WRITING, TreatmentState.READY.value)
    )
    return dict(found.order_by().values_list("meeting").annotate(Count("pk")))


def _telling(todo: ToDo, unready: int) -> ToDo:
    if not unready:
        return todo
    text = _("%(number)s punkter er ikke klar.") % {"number": unready} if unready > 1 else _("1 punkt er ikke klar.")
    return replace(todo, text=f"{todo.text}. {text}")


def _items(person: Person, writes: frozenset[int], on: date) -> Iterator[ToDo]:
    """Items that the person is to write, and those proposed to a body that the person is secretary of."""
    asked = Q(responsible=person, state__in=WRITING, profile=Profile.ORDINARY.value)
    if writes:
        asked |= proposed_to(writes)
    for item in Treatment.objects.filter(asked).select_related("meeting__body", "body").order_by("pk"):
        if item.state == TreatmentState.PROPOSED.value:
            yield proposed_todo(item)
            continue
        if item.meeting is not None and day_of(item.meeting.starts_at) < on:
            # Its meeting is over: what becomes of it is the secretary's to say.
            continue
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
    own = FollowUp.objects.filter(responsible=person, state="open")
    # Without any, the items that they would be about need not be looked at.
    if not remembered(person, "own_follow_ups", on, lambda: frozenset(own.values_list("pk", flat=True))):
        return
    for task in own.select_related("body", "treatment").order_by("due", "pk"):
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


def _invitations(person: Person, writes: frozenset[int], on: date) -> Iterator[ToDo]:
    """Meetings that the person is called to and has not answered; whoever writes the agenda is there anyhow."""
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    unanswered = Attendance.objects.filter(
        person=person, reply="", meeting__calendar_state=CalendarState.INVITED.value,
        meeting__minutes_state=MinutesState.NONE.value, meeting__starts_at__range=(start, start + AHEAD),
    )  # fmt: skip
    unanswered = unanswered.exclude(called_address="").exclude(meeting__body__in=writes)
    for row in unanswered.select_related("meeting__body").order_by("meeting__starts_at"):
        yield _todo(_("Svar på indkaldelsen"), row.meeting, on, row.meeting.starts_at, "#deltagere")


def _to_read(person: Person, bodies: frozenset[int], on: date) -> Iterator[ToDo]:
    """Agendas sent to the bodies that the person is a member of and that they have not said they have read."""
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    found = Meeting.objects.filter(
        body__in=bodies, agenda_state=AgendaState.SENT.value, minutes_state=MinutesState.NONE.value,
        before_use=False, starts_at__gte=start,
    )  # fmt: skip
    found = found.exclude(calendar_state=CalendarState.CANCELLED.value).exclude(read_marks__person=person)
    for meeting in found.select_related("body").order_by("starts_at", "pk"):
        yield _todo(_("Læs dagsordenen"), meeting, on, meeting.starts_at, "#dagsorden")


def _meetings(bodies: frozenset[int], on: date) -> Sequence[Meeting]:
    """Meetings that are being prepared, held or written up."""
    start = datetime.combine(on, time.min, tzinfo=ZONE)
    found = Meeting.objects.filter(body__in=bodies, before_use=False, starts_at__lte=start + AHEAD)
    found = found.exclude(calendar_state=CalendarState.CANCELLED.value).exclude(
        minutes_state=MinutesState.APPROVED.value
    )
    return list(found.select_related("body").prefetch_related("deadlines").order_by("starts_at"))


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


def _for_secretary(meeting: Meeting, on: date, *, to_chair: bool) -> Iterator[Told]:
    if _missed(meeting, on):
        yield _todo(_("Mødet blev ikke holdt: flyt eller aflys det"), meeting, on, meeting.starts_at), None
        return
    match AgendaState(meeting.agenda_state):
        case AgendaState.OPEN | AgendaState.CLOSED:
            label = _("Send dagsordenen til formanden") if to_chair else _("Gør dagsordenen færdig")
            yield _todo(label, meeting, on, deadline_of(meeting, CHAIR_DEADLINE)), meeting.pk
    yield from ((todo, None) for todo in _after_preparing(meeting, on))


def _missed(meeting: Meeting, on: date) -> bool:
    """Whether its day has gone by without an agenda being sent: preparing it makes no sense any more."""
    unsent = meeting.agenda_state not in (AgendaState.SENT.value, AgendaState.ADOPTED.value)
    return unsent and meeting.minutes_state == MinutesState.NONE.value and day_of(meeting.starts_at) < on


def _after_preparing(meeting: Meeting, on: date) -> Iterator[ToDo]:
    """What is left to do when the agenda is approved; and a place to meet, however far it is."""
    today = day_of(meeting.starts_at) <= on
    match AgendaState(meeting.agenda_state):
        case AgendaState.APPROVED:
            yield _todo(_("Udsend dagsordenen"), meeting, on, deadline_of(meeting, DISPATCH))
        case AgendaState.SENT if today:
            yield _todo(_("Start mødet"), meeting, on, meeting.starts_at)
    if meeting.minutes_state == MinutesState.DRAFT.value:
        yield _todo(_("Afslut mødet"), meeting, on, meeting.starts_at, "afhold/")
    elif meeting.minutes_state == MinutesState.WITH_CHAIR.value:
        # Nothing the secretary can do about it but ask, so it is told of first when it is late.
        due = deadline_of(meeting, "minutes_draft")
        if due and day_of(due) < on:
            yield _todo(_("Referatet venter på formanden"), meeting, on, due, "referat/")
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
    if meeting.agenda_state == AgendaState.TO_CHAIR.value and not _missed(meeting, on):
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

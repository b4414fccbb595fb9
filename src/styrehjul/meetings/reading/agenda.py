"""The agenda as a list of lines, for those who prepare it, those it was sent to, and everybody else."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import listing, weekday_text
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.guards import lacks_for_ready
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.contents import words_of
from styrehjul.meetings.queries.facts import chair_approves, effects_of, item_facts, items_of, numbers_of
from styrehjul.meetings.queries.seats import item_kinds
from styrehjul.meetings.reading.words import capital, day_of, item_badge, not_readable
from styrehjul.people.models import Person
from styrehjul.people.policy import may, visible_to

_BEFORE_SENT = frozenset(
    {s.T.DRAFT, s.T.PROPOSED, s.T.ACCEPTED, s.T.IN_WORK, s.T.IN_REVIEW, s.T.RETURNED, s.T.READY, s.T.ON_AGENDA}
)
HIDDEN_TITLE = "Lukket punkt"


@dataclass(frozen=True)
class Line:
    """One item as the agenda shows it. `url` is empty where the reader may not open it."""

    pk: int
    number: str
    title: str
    url: str
    note: str
    kind: str
    decides: bool
    responsible: str
    badge: str
    level: str
    movable: bool
    ready: bool
    # What is new about it since the reader read the agenda, and the reader's own note.
    news: str = ""
    own_note: str = ""
    annexes: int = 0


@dataclass(frozen=True)
class Agenda:
    """The agenda with its own line at the right, or why it cannot be read."""

    items: tuple[Line, ...]
    aside: str
    hidden_because: str = ""

    @property
    def ready_count(self) -> int:
        """How many items lack nothing."""
        return sum(1 for item in self.items if item.ready)


def agenda_for(meeting: Meeting, person: Person, on: date, items: Sequence[Treatment] | None = None) -> Agenda:
    """The agenda as `person` may see it that day. The same number of queries whatever it holds."""
    rows = list(items) if items is not None else items_of(meeting)
    prepares = may(person, "agenda.prepare", meeting, on=on)
    sees = prepares or may(person, "agenda.see", meeting, on=on)
    open_to = frozenset(row.pk for row in rows if may(person, "treatment.see", row, on=on))
    numbers = numbers_of(rows)
    kinds = dict(item_kinds(meeting.body, day_of(meeting.starts_at), every=True))
    gone = {state.value for state in s.LEFT_AGENDA}
    lines = tuple(
        line_of(row, numbers[row.pk], kinds, prepares=prepares, readable=row.pk in open_to)
        for row in rows
        if row.state not in gone and (sees or row.pk in open_to)
    )
    return Agenda(lines, _aside(meeting, prepares), "" if sees or lines else _why_hidden(meeting))


def visible_items(meeting: Meeting, person: Person, on: date) -> frozenset[int]:
    """Keys of the items that the person may open."""
    found = meeting.treatments.filter(visible_to(person, "treatment.see", on=on)).values_list("pk", flat=True)
    return frozenset(found.order_by())


def line_of(item: Treatment, number: int | None, kinds: Mapping[str, str], *, prepares: bool, readable: bool) -> Line:
    """One line. A closed item that the reader may not open keeps its number and, unless it is hidden, its title."""
    state = s.TreatmentState(item.state)
    lacking = lacks_for_ready(item_facts(item, number, item.updated_at.date(), with_effects=False))
    badge, level = item_badge(state, lacking if prepares else [])
    if not prepares and state in _BEFORE_SENT | {s.T.SENT} and not readable:
        badge, level = "", ""
    if not prepares and state is s.T.SENT:
        badge, level = "", ""
    hidden = not readable and item.access == s.Access.CLOSED_TITLE_HIDDEN
    return Line(
        pk=item.pk,
        number=str(number or ""),
        title=_(HIDDEN_TITLE) if hidden else item.title,
        url=f"/moeder/{item.meeting_id}/punkter/{item.pk}/" if readable else "",
        note=_note(item, state) if readable else ("" if hidden else not_readable(item)),
        kind=capital(kinds.get(item.kind, item.kind)) if not hidden else "",
        decides=item.kind == "decision",
        responsible=item.responsible.name if item.responsible and readable else "",
        badge=badge,
        level=level,
        movable=state in _BEFORE_SENT,
        annexes=sum(not annex.closed for annex in item.annexes.all()) if readable else 0,
        ready=not lacking and s.SHOWN[state] in (s.ItemStatus.READY, s.ItemStatus.TREATED),
    )


def _note(item: Treatment, state: s.TreatmentState) -> str:
    """What stands under the title: where it comes from, what it will do, or when the material is due."""
    parts = []
    if item.access != s.Access.OPEN:
        parts.append(_("Lukket punkt"))
    if item.profile == s.Profile.STANDING:
        parts.append(_("Årshjul"))
    if item.left_because:
        parts.append(item.left_because)
    elif state is s.T.RETURNED and item.returned_because:
        parts.append(_("Sendt retur: %(why)s") % {"why": item.returned_because})
    if item.late_because:
        parts.append(_("Materialet er modtaget efter fristen"))
    effects = [words_of(effect) for effect in effects_of(item, made_in_meeting=False)]
    if effects:
        shown = listing(effects[:3]) + (" …" if len(effects) > 3 else "")
        parts.append(_("Virkning: %(effects)s") % {"effects": shown})
    elif item.material_due_at and s.SHOWN[state] is s.ItemStatus.DRAFT:
        parts.append(_("Frist %(day)s") % {"day": weekday_text(day_of(item.material_due_at))})
    return " · ".join(parts)


def void_warning(agenda_state: str) -> str:
    """What a change would cost now, where the agenda has left its makers; "" while it is still theirs."""
    if agenda_state == s.A.APPROVED:
        return _(
            "Formanden har godkendt dagsordenen. Retter du noget, bortfalder godkendelsen, og formanden får besked."
        )
    if agenda_state == s.A.TO_CHAIR:
        return _("Dagsordenen ligger hos formanden. Retter du noget, trækkes den tilbage, og formanden får besked.")
    return ""


def _aside(meeting: Meeting, prepares: bool) -> str:
    match s.AgendaState(meeting.agenda_state):
        case s.A.TO_CHAIR:
            return _("Hos formanden") if chair_approves(meeting) else _("Til godkendelse")
        case s.A.APPROVED:
            return _("Godkendt, ikke udsendt")
        case s.A.SENT:
            return _("Udsendt")
        case s.A.ADOPTED:
            return _("Godkendt på mødet")
    return _("Udkast") if prepares else ""


def _why_hidden(meeting: Meeting) -> str:
    if meeting.calendar_state == s.C.CANCELLED:
        return _("Mødet er aflyst.")
    if meeting.ended_at or meeting.agenda_state in (s.A.SENT, s.A.ADOPTED):
        return _("Den kan læses af organets medlemmer. Beslutninger og referat kan læses af alle, når de foreligger.")
    return _("Medlemmerne kan læse den, når den er udsendt.")

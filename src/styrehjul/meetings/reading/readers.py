"""A sent agenda for one reader: what is new since they read it, their own notes, and what they can do about it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.audit.current import kept
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.changes import ChangeSetState, MoveState
from styrehjul.meetings.domain.difference import news, read
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.meetings.queries.changes import open_changes
from styrehjul.meetings.queries.readers import notes_of, read_before, sent_versions
from styrehjul.meetings.reading.agenda import Agenda
from styrehjul.meetings.reading.difference import WHAT
from styrehjul.people.models import Person
from styrehjul.people.policy import may

SENT = (s.A.SENT, s.A.ADOPTED)


@dataclass(frozen=True)
class Button:
    """A link to a page, the first of them as the one to press."""

    text: str
    url: str
    kind: str = "secondary"


@dataclass(frozen=True)
class ForReader:
    """What stands under a sent agenda for this reader."""

    text: str = ""
    difference_url: str = ""
    read_url: str = ""
    notes_url: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Known:
    """What the reader knows of what was sent: the version sent last, the one they know, and what changed between them."""

    last: int
    before: int
    said: bool
    changed: Mapping[str, str]

    @property
    def behind(self) -> bool:
        return bool(self.before) and self.before != self.last


def _known(meeting: Meeting, person: Person) -> Known:
    sent = sent_versions(meeting)
    last = sent[-1].version if sent else None
    before, said = read_before(meeting, person, sent)
    changed: Mapping[str, str] = {}
    if last is not None and before is not None and before.pk != last.pk:
        changed = news(read(before.content), read(last.content))
    return Known(last.number if last else 0, before.number if before else 0, said, changed)


def for_reader(
    meeting: Meeting, person: Person, on: date, agenda: Agenda, items: Sequence[Treatment]
) -> tuple[Agenda, ForReader | None]:
    """The agenda with what is new to the reader and what they have noted; None before it is sent."""
    if meeting.agenda_state not in SENT or not may(person, "agenda.see", meeting, on=on):
        return agenda, None
    known = kept(("known", meeting.pk, person.pk), lambda: _known(meeting, person), of=(meeting, person))
    readable = [item for item in items if any(line.pk == item.pk and line.url for line in agenda.items)]
    own = notes_of(person, readable)
    keys = {item.pk: str(item.uuid) for item in items}
    lines = tuple(
        replace(
            line,
            news=str(WHAT[known.changed[keys[line.pk]]]) if keys[line.pk] in known.changed else "",
            own_note=own.get(line.pk, ""),
        )
        for line in agenda.items
    )
    page = {"pk": meeting.pk}
    text = url = mark = ""
    if known.behind:
        text = ngettext(
            "%(n)d punkt er ændret, siden du læste version %(v)d.",
            "%(n)d punkter er ændret, siden du læste version %(v)d.",
            len(known.changed),
        ) % {"n": len(known.changed), "v": known.before}
        url = f"{reverse('meetings:versions', kwargs=page)}?fra={known.before}&til={known.last}"
    elif known.said and known.last:
        text = _("Du har læst version %(n)d.") % {"n": known.last}
    if known.last and (known.behind or not known.said):
        mark = reverse("meetings:mark_read", kwargs=page)
    notes = reverse("meetings:notes", kwargs=page) if readable else ""
    return replace(agenda, items=lines), ForReader(text, url, mark, notes, _buttons(meeting, person, on))


def _buttons(meeting: Meeting, person: Person, on: date) -> tuple[Button, ...]:
    """The way to the changes, for those who draft and those who approve them, until the meeting begins."""
    if meeting.agenda_state != s.A.SENT or meeting.calendar_state == s.C.CANCELLED:
        return ()
    return (*_move_button(meeting, person, on), *_change_buttons(meeting, person, on))


def _move_button(meeting: Meeting, person: Person, on: date) -> tuple[Button, ...]:
    """The way to a wish to move the meeting, for the one who confirms it and the one who asked."""
    wish = meeting.move_requests.filter(state=MoveState.ASKED.value).first()
    if wish is None:
        return ()
    url = reverse("meetings:answer_move", kwargs={"pk": meeting.pk})
    if may(person, "meeting.confirm_move", meeting, on=on):
        return (Button(_("Svar på ønsket om at flytte mødet"), url, "primary"),)
    return (Button(_("Flytningen venter på formanden"), url),) if may(person, "meeting.move", meeting, on=on) else ()


def _change_buttons(meeting: Meeting, person: Person, on: date) -> tuple[Button, ...]:
    drafts = may(person, "changes.draft", meeting, on=on)
    approves = may(person, "changes.approve", meeting, on=on)
    if not (drafts or approves):
        return ()
    change_set = open_changes(meeting)
    keys = {"pk": meeting.pk}
    if change_set is not None and change_set.state == ChangeSetState.WITH_CHAIR and approves:
        return (Button(_("Læs og godkend ændringer"), reverse("meetings:approve_changes", kwargs=keys), "primary"),)
    if not drafts:
        return ()
    label = _("Fortsæt med ændringerne") if change_set is not None else _("Ret i den udsendte dagsorden")
    return (Button(label, reverse("meetings:changes", kwargs=keys)),)


@dataclass(frozen=True)
class Neighbour:
    """An item of the same agenda, to go on to."""

    text: str
    url: str
    here: bool = False


@dataclass(frozen=True)
class ItemForReader:
    """What stands around an item for this reader: what is new, the own note, and the way to the other items."""

    news: str
    news_url: str
    note: str
    note_url: str
    before: Neighbour | None
    after: Neighbour | None
    all: tuple[Neighbour, ...]


def item_for_reader(
    item: Treatment, person: Person, seen: frozenset[int], items: Sequence[Treatment], numbers: Mapping[int, int | None]
) -> ItemForReader:
    """The item as this reader has it. `seen` are the items of the agenda that they may open."""
    meeting = item.meeting
    assert meeting is not None  # the page of an item is found by its meeting
    rows = [
        Neighbour(f"{numbers[other.pk]}. {other.title}", f"{other.get_absolute_url()}?laes=1", other.pk == item.pk)
        for other in items
        if other.pk in seen and numbers.get(other.pk) is not None
    ]
    place = next((index for index, row in enumerate(rows) if row.here), None)
    news_words, url = _item_news(item, meeting, person)
    return ItemForReader(
        news=news_words,
        news_url=url,
        note=notes_of(person, [item]).get(item.pk, ""),
        note_url=reverse("meetings:note", kwargs={"pk": meeting.pk, "item": item.pk}),
        before=rows[place - 1] if place else None,
        after=rows[place + 1] if place is not None and place + 1 < len(rows) else None,
        all=tuple(rows) if len(rows) > 1 else (),
    )


def _item_news(item: Treatment, meeting: Meeting, person: Person) -> tuple[str, str]:
    if meeting.agenda_state not in SENT:
        return "", ""
    sent = sent_versions(meeting)
    before, _said = read_before(meeting, person, sent)
    if not sent or before is None or before.pk == sent[-1].version_id:
        return "", ""
    last = sent[-1].version
    what = news(read(before.content), read(last.content)).get(str(item.uuid), "")
    page = reverse("meetings:versions", kwargs={"pk": meeting.pk})
    words = _("%(what)s, siden du læste version %(n)d") % {"what": WHAT[what], "n": before.number} if what else ""
    return words, f"{page}?fra={before.number}&til={last.number}#punkt-{item.number}" if what else ""

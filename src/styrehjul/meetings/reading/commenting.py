"""What the members say about the minutes, how far their approval is, and what was put right afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import gettext as _

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.kernel.danish import day_text, moment_text, weekday_text
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings.domain.minutes import lacks_for_completion
from styrehjul.meetings.domain.states import MinutesState
from styrehjul.meetings.models import Correction, Meeting, MinutesComment
from styrehjul.meetings.queries.minutes import (
    approving_item,
    corrections_of,
    last_round,
    members_of,
    round_facts,
    round_of,
    waiting_corrections,
)
from styrehjul.meetings.queries.seats import MEMBER_KINDS, receivers
from styrehjul.meetings.reading.words import day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import may


@dataclass(frozen=True)
class CommentLine:
    """One comment with its answer. `answerable` where the reader is to answer it."""

    pk: int
    who: str
    text: str
    objection: bool
    answer: str
    answered: str
    answerable: bool


@dataclass(frozen=True)
class MembersPart:
    """How far the members are, and what this reader can do about it."""

    title: str
    text: str
    waiting: tuple[Reason, ...]
    comments: bool
    consents: bool
    given: tuple[str, ...]
    enter: tuple[tuple[int, str], ...]
    item: tuple[str, str] | None
    returns: bool


@dataclass(frozen=True)
class CorrectionLine:
    """One correction as the page shows it."""

    pk: int
    title: str
    text: str
    because: str
    told: str
    decidable: bool = False


_WORDS = {
    MinutesApproval.TACIT: "Referatet er godkendt, når fristen er gået og alle indsigelser er besvaret.",
    MinutesApproval.NEXT_MEETING: "Referatet godkendes på det næste møde.",
    MinutesApproval.EACH_MEMBER: "Referatet er godkendt, når hvert medlem har godkendt det.",
}


def sees_comments(meeting: Meeting, person: Person, on: date) -> bool:
    """Comments are between the body and its secretary, also after the minutes are approved."""
    return any(may(person, action, meeting, on=on) for action in ("topic.add", "agenda.prepare"))


def comments_of(meeting: Meeting, person: Person, on: date) -> dict[int | None, list[CommentLine]]:
    """Treatment key, or None for the whole -> the comments of the last round. Nothing for those outside the body."""
    found = last_round(meeting)
    if found is None or not sees_comments(meeting, person, on):
        return {}
    answers = meeting.minutes_state == MinutesState.COMMENTING and may(person, "minutes.answer", meeting, on=on)
    lines: dict[int | None, list[CommentLine]] = {}
    for row in found.comments.select_related("person", "answered_by"):
        lines.setdefault(row.treatment_id, []).append(_line(row, answers))
    return lines


def _line(row: MinutesComment, answers: bool) -> CommentLine:
    answered = ""
    if row.answered_by and row.answered_at:
        answered = _("Svar fra %(who)s %(day)s") % {
            "who": row.answered_by.name,
            "day": day_text(day_of(row.answered_at)),
        }
    return CommentLine(
        row.pk, row.person.name, row.text, row.objection, row.answer, answered, answers and row.answered_at is None
    )


def members_part(meeting: Meeting, person: Person, at: datetime) -> MembersPart | None:
    """The members' round as it lies now; None where the minutes do not lie with them."""
    found = round_of(meeting) if meeting.minutes_state == MinutesState.COMMENTING else None
    on = day_of(at)
    if found is None or not sees_comments(meeting, person, on):
        return None
    facts = round_facts(found, at)
    each = facts.way is MinutesApproval.EACH_MEMBER
    consents = list(found.consents.select_related("person", "entered_by").order_by("pk")) if each else []
    given = {consent.person_id for consent in consents}
    members = members_of(meeting, on) if each else []
    answers = may(person, "minutes.answer", meeting, on=on)
    item = approving_item(meeting) if facts.way is MinutesApproval.NEXT_MEETING else None
    place = None
    if item is not None and item.meeting is not None:
        place = (weekday_text(day_of(item.meeting.starts_at), year=True), item.get_absolute_url())
    return MembersPart(
        title=_("Til kommentering til og med %(day)s") % {"day": weekday_text(day_of(found.due_at))},
        text=_(_WORDS[facts.way]),
        waiting=tuple(lacks_for_completion(facts, at=at)),
        comments=may(person, "minutes.comment", meeting, on=on),
        consents=any(member.pk == person.pk for member in members) and person.pk not in given,
        given=tuple(
            _given(consent.person, consent.entered_by, consent.note, consent.created_at) for consent in consents
        ),
        enter=tuple((m.pk, m.name) for m in members if m.pk not in given and m.pk != person.pk) if answers else (),
        item=place,
        returns=may(person, "minutes.approve", meeting, on=on),
    )


def _given(person: Person, entered_by: Person | None, note: str, at: datetime) -> str:
    told = _(", indført af %(who)s: %(note)s") % {"who": entered_by.name, "note": note} if entered_by else ""
    return f"{person.name} {day_text(day_of(at))}{told}"


def is_member(meeting: Meeting, person: Person) -> bool:
    """Whether the person sat at the meeting as a member."""
    return any(seated.person.pk == person.pk and seated.kind in MEMBER_KINDS for seated in receivers(meeting))


def corrections(
    meeting: Meeting, numbers: dict[int, int | None], readable: Sequence[int]
) -> dict[int | None, list[CorrectionLine]]:
    """Treatment key, or None for the whole -> approved corrections; of a closed item only for those who may read it."""
    lines: dict[int | None, list[CorrectionLine]] = {}
    for row in corrections_of(meeting):
        if row.treatment_id is None or row.treatment_id in readable:
            lines.setdefault(row.treatment_id, []).append(correction_line(row, numbers))
    return lines


def waiting(
    meeting: Meeting, numbers: dict[int, int | None], person: Person, on: date, readable: Sequence[int]
) -> list[CorrectionLine]:
    """Corrections that wait for the chair, for those who prepare; with the chair's buttons where they are."""
    if not may(person, "minutes.correct", meeting, on=on) and not may(person, "minutes.approve", meeting, on=on):
        return []
    decides = may(person, "minutes.approve", meeting, on=on)
    rows = [row for row in waiting_corrections(meeting) if row.treatment_id is None or row.treatment_id in readable]
    return [correction_line(row, numbers, decidable=decides) for row in rows]


def correction_line(row: Correction, numbers: dict[int, int | None], *, decidable: bool = False) -> CorrectionLine:
    """ "Rettelse 1 til punkt 4", with who wrote it and who approved it."""
    about = _("hele referatet")
    if row.treatment_id:
        about = _("punkt %(n)s") % {"n": numbers.get(row.treatment_id) or ""}
    title = _("Rettelse til %(about)s") % {"about": about}
    if row.number:
        title = _("Rettelse %(n)d til %(about)s") % {"n": row.number, "about": about}
    parts = [_("Skrevet af %(who)s") % {"who": row.made_by.name}] if row.made_by else []
    if row.number and row.approved_by and row.decided_at:
        facts = {"who": row.approved_by.name, "at": moment_text(row.decided_at)}
        parts.append(_("godkendt af %(who)s %(at)s") % facts)
    return CorrectionLine(row.pk, title, row.text, row.because, ", ".join(parts), decidable)

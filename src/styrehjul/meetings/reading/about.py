"""What stands beside the agenda: who comes, where, what the meeting is tied to, what was sent and whether it arrived."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.audit.current import kept
from styrehjul.bodies.queries import calendar, right_for, rules_of, version_on
from styrehjul.briefings.queries.receiving import of_meeting
from styrehjul.kernel.danish import clock, day_text, weekday_text
from styrehjul.kernel.refusal import Refused
from styrehjul.mail.domain import State
from styrehjul.mail.labels import STATE as MAIL_STATE
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Attendance, Meeting, MinutesVersion
from styrehjul.meetings.queries.facts import chair_approves
from styrehjul.meetings.queries.leading import leaders_in_words
from styrehjul.meetings.queries.posting import STUCK, mails_of
from styrehjul.meetings.queries.seats import KIND_WORDS, Seated, receivers
from styrehjul.meetings.queries.versions import approval_of
from styrehjul.meetings.reading.agenda import Agenda
from styrehjul.meetings.reading.steps import Standing, approval_words
from styrehjul.meetings.reading.words import capital, day_of, hours, short_title
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.life import ProjectState
from styrehjul.portfolio.queries import waiting_proposals

REPLIES = {"accepted": "deltager", "declined": "afbud", "tentative": "måske", "": "har ikke svaret"}
MOST_PROBLEMS = 20
STATUSES = {"present": "til stede", "apology": "afbud", "absent": "fraværende"}


@dataclass(frozen=True)
class PersonLine:
    """One person at the table: what they are, and what they answered or whether they came."""

    pk: int
    name: str
    text: str


@dataclass(frozen=True)
class AtTable:
    """Who comes to a meeting, in plain words: kept until seats, answers or the meeting change, whatever else does."""

    people: tuple[PersonLine, ...]
    seated: frozenset[int]
    nobody_leads: bool
    # Person -> what they have answered, as a sentence to themselves.
    replies: Mapping[int, str]


@dataclass(frozen=True)
class MeetingLink:
    """A meeting that this one prepares, or is prepared by; `warning` when their days do not fit."""

    url: str
    text: str
    warning: str = ""


@dataclass(frozen=True)
class MailProblem:
    """One mail that did not arrive, or of which nobody knows; `url` is where it is settled.

    `why` is what the mail server answered, in its own words.
    """

    text: str
    state: str
    url: str
    why: str = ""
    held: bool = False


@dataclass(frozen=True)
class MailStatus:
    """What became of a meeting's mails, in one sentence; `problems` names those that did not arrive."""

    text: str
    level: str
    problems: tuple[MailProblem, ...] = ()
    left: int = 0


@dataclass(frozen=True)
class Notice:
    """A message at the top of the page."""

    level: str
    title: str
    text: str


def at_table(meeting: Meeting, *, answers: bool) -> AtTable:
    """Everybody at the table in the order of the seats; after the meeting those who were called then.

    Who has answered what is told to the body and those who prepare (`answers`), not to every employee.
    """
    return kept(("at_table", meeting.pk, answers), lambda: _at_table(meeting, answers), of=(meeting,))


def _at_table(meeting: Meeting, answers: bool) -> AtTable:
    seated = receivers(meeting)
    noted = {a.person_id: a for a in meeting.attendance.select_related("person")}
    replies = {key: own_reply_words(found) for key, found in noted.items()}
    led = not _nobody_leads(meeting, seated, noted)
    lines = [
        _person(one.person, one.kind, one.title, noted.pop(one.person.pk, None), meeting, answers) for one in seated
    ]
    lines += [_person(a.person, a.seat_kind, a.seat_title, a, meeting, answers) for a in noted.values()]
    return AtTable(tuple(lines), frozenset(one.person.pk for one in seated), not led, replies)


def _person(
    person: Person, kind: str, title: str, noted: Attendance | None, meeting: Meeting, answers: bool
) -> PersonLine:
    seat = KIND_WORDS.get(kind, "")
    came = STATUSES.get(noted.status, "") if noted else ""
    called = meeting.calendar_state == s.C.INVITED or bool(noted and noted.reply)
    answer = came or (_answer(noted) if called and not meeting.before_use else "")
    # The seat's own title says more than "Medlem"; for chair and secretary the word is the role.
    role = title if title and kind in ("member", "observer", "co_opted") else seat
    return PersonLine(person.pk, person.name, " · ".join(part for part in (role, answer if answers else "") if part))


def _answer(noted: Attendance | None) -> str:
    """What somebody has answered; an answer to a time that the meeting was moved from is told as that."""
    if noted is None or noted.reply or not noted.former_reply:
        return REPLIES[noted.reply if noted else ""]
    return _("svar på tidligere tidspunkt: %(answer)s") % {"answer": REPLIES[noted.former_reply]}


def own_reply_words(found: Attendance | None) -> str:
    """What the one who has that place at a meeting has answered, as a sentence to them."""
    match found.reply if found else "":
        case "accepted":
            return _("Du har svaret, at du deltager.")
        case "declined":
            return _("Du har sendt afbud.")
        case "tentative":
            return _("Du har svaret måske.")
    if found and found.former_reply:
        return _("Mødet er flyttet, siden du svarede. Svar igen.")
    return _("Du har ikke svaret endnu.")


def reply_note(found: Attendance | None) -> str:
    """What the secretary is told beside an answer: an answer to another time, and the person's own words."""
    if found is None:
        return ""
    former = _answer(found) if found.former_reply and not found.reply else ""
    words = _("“%(words)s”") % {"words": found.reply_comment} if found.reply_comment else ""
    return " · ".join(part for part in (former, words) if part)


def _nobody_leads(meeting: Meeting, seated: Sequence[Seated], noted: Mapping[int, Attendance]) -> bool:
    """Whether the chair has sent apologies and nobody is named to lead."""
    if meeting.meeting_chair_id or meeting.minutes_state != s.M.NONE:
        return False
    chair = next((one.person for one in seated if one.kind == "chair"), None)
    if chair is None or chair.pk not in noted or noted[chair.pk].reply != "declined":
        return False
    handed = meeting.body.delegations.filter(kind="chair", may_lead=True)
    return not handed.filter(start__lte=day_of(meeting.starts_at), end__gte=day_of(meeting.starts_at)).exists()


def facts(meeting: Meeting, *, insider: bool) -> list[tuple[str, str]]:
    """When, where, and who leads and writes, where that is known; the link to take part by is for the body alone."""
    # "kl." never stands alone at the end of a line.
    when = f"{weekday_text(day_of(meeting.starts_at))} {hours(meeting)}".replace("kl. ", "kl.\u00a0")
    rows = [(_("Tid"), when), (_("Sted"), meeting.place)]
    if meeting.place and not meeting.before_use and meeting.minutes_state == s.M.NONE:
        booked = (str(meeting.get_room_state_display()).lower(), meeting.room_reference if insider else "")
        rows.append((_("Lokale"), " · ".join(part for part in booked if part)))
    if meeting.link and insider:
        rows.append((_("Video"), meeting.link))
    if meeting.meeting_chair:
        rows.append((_("Mødeleder"), leaders_in_words(meeting)))
    if meeting.minutes_taker:
        rows.append((_("Referent"), meeting.minutes_taker.name))
    return rows


def feeders(meeting: Meeting) -> tuple[MeetingLink, ...]:
    """The meetings that prepare this one."""
    rows = meeting.fed_by.select_related("body").order_by("starts_at")
    return kept(("feeders", meeting.pk), lambda: tuple(link_to(other, meeting) for other in rows), of=(meeting,))


def link_to(other: Meeting, own: Meeting) -> MeetingLink:
    """The other meeting with a warning when the one that prepares does not come first, or too late to help."""
    first, second = (own, other) if own.feeds_id == other.pk else (other, own)
    return MeetingLink(other.get_absolute_url(), short_title(other), _order_warning(first, second))


def _order_warning(first: Meeting, second: Meeting) -> str:
    if s.C.CANCELLED in (first.calendar_state, second.calendar_state):
        return _("Mødet er aflyst.")
    if first.starts_at >= second.starts_at:
        return _("Det forberedende møde ligger ikke før det møde, det forbereder.")
    try:
        wanted = rules_of(first.body, day_of(first.starts_at)).settings.min_working_days_to_fed
    except Refused:
        return ""
    between = calendar().working_days_between(day_of(first.starts_at), day_of(second.starts_at))
    if wanted and between < wanted:
        return _("Der er %(n)d arbejdsdage mellem møderne, forslaget er mindst %(wanted)d.") % {
            "n": between,
            "wanted": wanted,
        }
    return ""


def kommissorium_of(meeting: Meeting) -> dict[str, str] | None:
    """The version of the kommissorium that applied on the meeting's day."""
    version = meeting.kommissorium or version_on(day_of(meeting.starts_at))
    if version is None:
        return None
    text = _("gældende fra %(day)s") % {"day": day_text(version.applies_from)}
    return {"text": capital(text), "url": reverse("bodies:version", kwargs={"number": version.number})}


def briefing_of(meeting: Meeting, person: Person, on: date) -> dict[str, str] | None:
    """What was told upwards of the meeting, for those who may read it: the draft, or when it was sent."""
    found = of_meeting(meeting.uuid)
    if found is None or not may(person, "briefing.see", found, on=on):
        return None
    text = _("sendt %(day)s") % {"day": day_text(day_of(found.sent_at))} if found.sent_at else _("kladden venter")
    return {"text": capital(text), "url": found.get_absolute_url()}


def mail_status(meeting: Meeting) -> MailStatus | None:
    """ "2 af 9 ikke leveret"; None where nothing was sent."""
    rows = list(
        mails_of(meeting)
        .order_by("created_at", "pk")
        .values_list("state", "recipient_name", "recipient", "subject", "pk", "last_error")
    )
    if not rows:
        return None
    wrong = [row for row in rows if row[0] in STUCK]
    waiting = sum(1 for row in rows if row[0] in ("pending", "sending"))
    if wrong:
        text = _("%(n)d af %(all)d ikke leveret") % {"n": len(wrong), "all": len(rows)}
        lines = tuple(
            MailProblem(
                text=f"{name or address}: {subject}",
                state=str(MAIL_STATE[State(state)]).lower(),
                url=reverse("meetings:settle_mail", kwargs={"pk": meeting.pk, "message": key}),
                why=error,
                held=state == State.HELD.value,
            )
            for state, name, address, subject, key, error in wrong[:MOST_PROBLEMS]
        )
        return MailStatus(text, "red", lines, left=len(wrong) - len(lines))
    if waiting:
        return MailStatus(_("%(n)d af %(all)d venter på at blive sendt") % {"n": waiting, "all": len(rows)}, "wait")
    sent = ngettext("%(n)d mail sendt", "%(n)d mails sendt", len(rows)) % {"n": len(rows)}
    return MailStatus(sent, "green")


def notices(meeting: Meeting, *, prepares: bool) -> list[Notice]:
    """What must be said before anything else."""
    found = []
    if meeting.before_use:
        found.append(Notice("info", _("Holdt før Styrehjul"), _("Referatet er lagt ind som PDF.")))
    if prepares and meeting.approval_voided_by and meeting.agenda_state in (s.A.OPEN, s.A.CLOSED):
        found.append(
            Notice(
                "warning",
                _("Godkendelsen er bortfaldet"),
                _("Ændret: %(what)s.") % {"what": meeting.approval_voided_by},
            )
        )
    if prepares and meeting.returned_with and meeting.agenda_state in (s.A.OPEN, s.A.CLOSED):
        found.append(Notice("warning", _("Formanden har sendt dagsordenen retur"), meeting.returned_with))
    if meeting.late_dispatch_because:
        found.append(Notice("info", _("Dagsordenen er udsendt efter fristen"), meeting.late_dispatch_because))
    return found


def documents(meeting: Meeting, person: Person, on: date) -> list[dict[str, Any]]:
    """What can be read or fetched: the agenda as it was sent, the minutes, and the versions behind them."""
    name = ("documents", meeting.pk, person.pk, on)
    return kept(name, lambda: _documents(meeting, person, on), of=(meeting, person))


def _documents(meeting: Meeting, person: Person, on: date) -> list[dict[str, Any]]:
    keys = {"pk": meeting.pk}
    rows: list[dict[str, Any]] = []
    dispatch = meeting.dispatches.select_related("version").defer("version__content").order_by("-number").first()
    if dispatch and may(person, "agenda.see", meeting, on=on):
        sent = _("udsendt %(day)s kl. %(at)s, version %(n)d") % {
            "day": day_text(day_of(dispatch.at)), "at": clock(dispatch.at), "n": dispatch.version.number,
        }  # fmt: skip
        rows.append(
            {
                "title": _("Dagsorden (PDF)"),
                "url": reverse("meetings:agenda_pdf", kwargs=keys),
                "text": sent,
                "download": True,
            }
        )
        word = {"title": _("Dagsorden (Word)"), "url": reverse("meetings:agenda_word", kwargs=keys)}
        rows.append({**word, "text": _("kopi at arbejde videre i"), "download": True})
        if dispatch.version.reading_copy_id and may(person, "topic.add", meeting, on=on):
            copy = {"title": _("Samlet materiale (PDF)"), "url": reverse("meetings:reading_copy", kwargs=keys)}
            rows.append({**copy, "text": _("læsekopi med alle bilag"), "download": True})
    rows += _minutes_rows(meeting, person, on)
    if may(person, "agenda.prepare", meeting, on=on) and meeting.versions.exists():
        approval = approval_of(meeting)
        text = approval_words(approval) if approval else ""
        rows.append(
            {"title": _("Versioner og godkendelser"), "url": reverse("meetings:versions", kwargs=keys), "text": text}
        )
    if (dispatch or meeting.minutes_state == s.M.APPROVED) and may(person, "filing.enter", meeting, on=on):
        filed = meeting.filings.count()
        text = _("pakker til ESDH, %(n)d journaliseret") % {"n": filed} if filed else _("pakker til ESDH")
        rows.append({"title": _("Journalisering"), "url": reverse("meetings:filing", kwargs=keys), "text": text})
    return rows


def _minutes_rows(meeting: Meeting, person: Person, on: date) -> list[dict[str, Any]]:
    if meeting.minutes_state == s.M.NONE and not meeting.before_use:
        return []
    if not may(person, "minutes.see", meeting, on=on):
        return []
    keys = {"pk": meeting.pk}
    rows: list[dict[str, Any]] = []
    approved = MinutesVersion.objects.filter(meeting=meeting).order_by("-number").first()
    if meeting.minutes_state != s.M.NONE:
        when = (
            _("godkendt %(day)s") % {"day": day_text(day_of(approved.approved_at))}
            if approved
            else _("ikke godkendt endnu")
        )
        rows.append({"title": _("Referat"), "url": reverse("meetings:minutes", kwargs=keys), "text": when})
    if approved and (approved.pdf_id or approved.open_pdf_id):
        rows.append(
            {
                "title": _("Referat (PDF)"),
                "url": reverse("meetings:minutes_pdf", kwargs=keys),
                "text": "",
                "download": True,
            }
        )
    if approved and not meeting.before_use:
        word = {"title": _("Referat (Word)"), "url": reverse("meetings:minutes_word", kwargs=keys)}
        rows.append({**word, "text": _("kopi at arbejde videre i"), "download": True})
    return rows


def counted(meeting: Meeting, agenda: Agenda, receivers: int, *, prepares: bool) -> Standing:
    """How far the agenda is, for the words of the steps; the counts are for those who prepare it."""
    return Standing(
        items=len(agenda.items) if prepares else 0,
        ready=agenda.ready_count,
        waiting=_waiting(meeting) if prepares else 0,
        receivers=receivers,
        chair_approves=chair_approves(meeting),
        waiting_url=f"/projekter/?vis=tabel&tilstand={ProjectState.PROPOSED.value}",
    )


def _waiting(meeting: Meeting) -> int:
    """Proposals that nobody has put on a meeting, where the body is one that decides upon them."""
    if meeting.agenda_state not in (s.A.OPEN, s.A.CLOSED) or meeting.minutes_state != s.M.NONE:
        return 0
    deciding = right_for("proposal.approve", day_of(meeting.starts_at)).bodies
    if deciding and meeting.body.code not in deciding:
        return 0
    return sum(1 for project in waiting_proposals() if project.state == ProjectState.PROPOSED)

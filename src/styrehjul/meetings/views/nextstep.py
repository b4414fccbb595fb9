"""The one button of a meeting: what leads on from here, for this person, with every reason when it cannot be used."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.bodies.domain.model import MinutesApproval
from styrehjul.kernel.danish import weekday_text
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting
from styrehjul.meetings.queries.facts import chair_approves, deadline_of, warnings_of
from styrehjul.meetings.queries.minutes import way_of
from styrehjul.meetings.queries.seats import MEMBER_KINDS, Seated, receivers
from styrehjul.meetings.queries.versions import approval_of
from styrehjul.meetings.reading.steps import approval_words
from styrehjul.meetings.reading.words import day_of, gathered
from styrehjul.meetings.views.common import can, now, reasons_for
from styrehjul.people.models import Person


@dataclass(frozen=True)
class NextStep:
    """A button that posts, or a link, or only a sentence (without a label); `late` asks why it comes after its deadline."""

    label: str
    url: str
    link: bool = False
    reasons: Sequence[Any] = ()
    # Worth a second look before the button is pressed; they stop nobody.
    warnings: Sequence[Any] = ()
    way: str = ""
    text: str = ""
    hidden: Sequence[tuple[str, str]] = ()
    recipients: Sequence[Seated] = field(default_factory=tuple)
    late: bool = False
    leaders: Sequence[Seated] = field(default_factory=tuple)
    more: tuple[str, str] | None = None
    # Where the secretary may take the agenda back from the chair.
    recall_url: str = ""


def next_step(meeting: Meeting, person: Person) -> NextStep | None:
    """What leads on. None where there is nothing for anybody, or nothing that this person needs to know."""
    if meeting.calendar_state == s.C.CANCELLED or meeting.before_use:
        return None
    match s.MinutesState(meeting.minutes_state):
        case s.M.DRAFT:
            return _running(meeting, person)
        case s.M.WITH_CHAIR:
            return _minutes(meeting, person)
        case s.M.COMMENTING:
            return _commenting(meeting, person)
        case s.M.APPROVED:
            return None
    match s.AgendaState(meeting.agenda_state):
        case s.A.OPEN | s.A.CLOSED:
            return _send_to_chair(meeting, person)
        case s.A.TO_CHAIR:
            return _approve(meeting, person)
        case s.A.APPROVED:
            return _dispatch(meeting, person)
    return _start(meeting, person)


def _url(name: str, meeting: Meeting) -> str:
    return reverse(f"meetings:{name}", kwargs={"pk": meeting.pk})


def _send_to_chair(meeting: Meeting, person: Person) -> NextStep | None:
    if not can(person, "agenda.send_to_chair", meeting):
        return None
    label = _("Send til formanden") if chair_approves(meeting) else _("Lav dagsordenen færdig")
    reasons = gathered(reasons_for("send_to_chair", meeting, person))
    # One way on for all of them says it better than the same one per item.
    way = _("Gør punkterne klar, eller flyt dem til næste møde.") if len(reasons) > 1 else ""
    return NextStep(label, _url("send_to_chair", meeting), reasons=reasons, way=way, warnings=warnings_of(meeting))


def _approve(meeting: Meeting, person: Person) -> NextStep | None:
    if can(person, "agenda.approve", meeting):
        return NextStep(_("Læs og godkend"), _url("approve", meeting), link=True)
    if can(person, "agenda.dispatch", meeting):
        more = (_("Se, hvad formanden læser"), _url("versions", meeting))
        reasons = reasons_for("dispatch", meeting, person)
        return NextStep(_("Udsend"), "", reasons=reasons, more=more, recall_url=_url("recall", meeting))
    return None


def _dispatch(meeting: Meeting, person: Person) -> NextStep | None:
    approval = approval_of(meeting)
    text = approval_words(approval) + "." if approval else ""
    if not can(person, "agenda.dispatch", meeting):
        return NextStep("", "", text=text) if can(person, "agenda.prepare", meeting) else None
    due = deadline_of(meeting, "dispatch")
    return NextStep(
        _("Udsend"),
        _url("dispatch", meeting),
        reasons=reasons_for("dispatch", meeting, person),
        warnings=warnings_of(meeting),
        text=text,
        recipients=receivers(meeting),
        late=due is not None and now() > due,
        more=(_("Se, hvad der udsendes"), _url("dispatch", meeting)),
        recall_url=_url("recall", meeting),
    )


def _start(meeting: Meeting, person: Person) -> NextStep | None:
    if not can(person, "meeting.lead", meeting):
        return None
    reasons = reasons_for("start", meeting, person)
    others = [reason for reason in reasons if reason.code != "meeting.nobody_leads"]
    # Where the chair is away and nobody is named, the one who leads is named by the same click.
    leaders = [one for one in receivers(meeting) if one.kind in MEMBER_KINDS] if len(others) < len(reasons) else []
    return NextStep(_("Start mødet"), _url("start", meeting), reasons=others, leaders=leaders)


def _running(meeting: Meeting, person: Person) -> NextStep | None:
    if can(person, "meeting.lead", meeting):
        return NextStep(_("Fortsæt mødet"), _url("hold", meeting), link=True)
    return NextStep("", "", text=_("Mødet er i gang."))


def _commenting(meeting: Meeting, person: Person) -> NextStep | None:
    if not (can(person, "minutes.comment", meeting) or can(person, "agenda.prepare", meeting)):
        return None
    each = way_of(meeting) is MinutesApproval.EACH_MEMBER
    label = _("Læs og godkend referatet") if each else _("Læs og kommentér referatet")
    label = _("Se bemærkninger til referatet") if can(person, "minutes.answer", meeting) else label
    return NextStep(label, _url("minutes", meeting), link=True)


def _minutes(meeting: Meeting, person: Person) -> NextStep | None:
    if can(person, "minutes.approve", meeting):
        alone = way_of(meeting) is MinutesApproval.CHAIR
        label = _("Læs og godkend referatet") if alone else _("Læs referatet, og send det til kommentering")
        return NextStep(label, _url("minutes", meeting), link=True)
    if can(person, "agenda.prepare", meeting):
        due = deadline_of(meeting, "minutes_draft")
        until = _(" senest %(day)s") % {"day": weekday_text(day_of(due))} if due else ""
        return NextStep("", "", text=_("Referatet ligger hos formanden%(until)s.") % {"until": until})
    return None

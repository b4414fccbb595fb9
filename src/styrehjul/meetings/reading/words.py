"""Short words of meetings' pages: dates, states as badges, what an item lacks first."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrehjul.kernel.danish import ZONE, clock, day_text, weekday_text
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting

Words = str | Promise

LACKING: dict[str, Words] = {
    "item.no_title": gettext_lazy("Mangler titel"),
    "item.no_responsible": gettext_lazy("Mangler ansvarlig"),
    "item.no_summary": gettext_lazy("Mangler resumé"),
    "item.no_recommendation": gettext_lazy("Mangler indstilling"),
    "item.no_economy": gettext_lazy("Mangler økonomi"),
    "item.effect_without_project": gettext_lazy("Mangler projekt"),
    "effect.wrong_body": gettext_lazy("Kan ikke besluttes her"),
}
STATUS_LEVEL = {
    s.ItemStatus.DRAFT: "info",
    s.ItemStatus.IN_REVIEW: "warning",
    s.ItemStatus.READY: "success",
    s.ItemStatus.TREATED: "success",
    s.ItemStatus.DROPPED: "",
}


def day_of(moment: datetime) -> date:
    """The day it is in Denmark at that moment."""
    return moment.astimezone(ZONE).date()


def capital(text: str) -> str:
    """The first letter large, the rest as it is."""
    return text[:1].upper() + text[1:]


def hours(meeting: Meeting) -> str:
    """ "kl. 9–11"."""
    return f"kl. {clock(meeting.starts_at)}–{clock(meeting.ends_at)}"


def title_of(meeting: Meeting) -> str:
    """ "Styregruppen, onsdag 9. juni 2027"."""
    return f"{capital(meeting.body.name_definite)}, {weekday_text(day_of(meeting.starts_at), year=True)}"


def short_title(meeting: Meeting) -> str:
    """ "Styregruppen 9. juni 2027"."""
    return f"{capital(meeting.body.name_definite)} {day_text(day_of(meeting.starts_at))}"


def place_words(meeting: Meeting) -> str:
    """The room with its booking where that is known; the link where there is no room; else nothing."""
    if not meeting.place:
        return _("videomøde") if meeting.link else ""
    state = {"confirmed": _("bekræftet"), "declined": _("afvist"), "awaiting": _("afventer svar")}.get(meeting.room_state)
    return f"{meeting.place} ({state})" if state else meeting.place


def headline(meeting: Meeting) -> tuple[str, str]:
    """The meeting's state in one word or two, and the badge's level."""
    if meeting.calendar_state == s.C.CANCELLED:
        return _("Aflyst"), "error"
    if meeting.before_use:
        return _("Holdt før Styrehjul"), ""
    match s.MinutesState(meeting.minutes_state):
        case s.M.APPROVED:
            return _("Referat godkendt"), "success"
        case s.M.WITH_CHAIR:
            return _("Referat under udarbejdelse"), "warning"
        case s.M.DRAFT:
            return _("I gang"), "warning"
    match s.AgendaState(meeting.agenda_state):
        case s.A.SENT | s.A.ADOPTED:
            return _("Udsendt"), "success"
        case s.A.APPROVED:
            return _("Godkendt"), "success"
        case s.A.TO_CHAIR:
            return _("Til godkendelse"), "warning"
    if meeting.calendar_state == s.C.INVITED:
        return _("Dagsorden forberedes"), "info"
    return _("Planlagt"), "info"


def item_badge(state: s.TreatmentState, lacking: list[Reason]) -> tuple[str, str]:
    """One of the five states, or the first thing that is lacking, with the badge's level."""
    status = s.SHOWN[state]
    if lacking and status in (s.ItemStatus.DRAFT, s.ItemStatus.IN_REVIEW, s.ItemStatus.READY):
        return str(LACKING.get(lacking[0].code, _("Virkning skal rettes"))), "error"
    return str(labels.ITEM_STATUS[status]), STATUS_LEVEL[status]


def file_size(size: int) -> str:
    """ "1,2 MB", "340 kB"."""
    return f"{size / 1_048_576:.1f} MB".replace(".", ",") if size >= 1_048_576 else f"{max(1, round(size / 1024))} kB"

"""Short words of meetings' pages: dates, states as badges, what an item lacks first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from styrehjul.kernel.danish import ZONE, clock, day_text, listing, weekday_text
from styrehjul.kernel.refusal import Reason
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting, Treatment
from styrehjul.ui import refusals

Words = str | Promise

LACKING: dict[str, Words] = {
    "item.no_title": gettext_lazy("Mangler titel"),
    "item.no_responsible": gettext_lazy("Mangler ansvarlig"),
    "item.no_summary": gettext_lazy("Mangler resumé"),
    "item.no_recommendation": gettext_lazy("Mangler indstilling"),
    "item.no_economy": gettext_lazy("Mangler økonomi"),
    "item.effect_without_project": gettext_lazy("Mangler projekt"),
    "effect.wrong_body": gettext_lazy("Kan ikke besluttes her"),
    "item.prior_missing": gettext_lazy("Mangler chefmøde"),
    "item.late_because": gettext_lazy("Kom efter fristen"),
    "item.check_awaited": gettext_lazy("Afventer kontrol"),
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
    state = {"confirmed": _("bekræftet"), "declined": _("afvist"), "awaiting": _("afventer svar")}.get(
        meeting.room_state
    )
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
        case s.M.COMMENTING:
            return _("Referat til kommentering"), "warning"
        case s.M.DRAFT if meeting.ended_at:
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
    if state is s.T.IN_PROGRESS:
        # The meeting has begun; what becomes of the item is not known yet.
        return "", ""
    if lacking and status in (s.ItemStatus.DRAFT, s.ItemStatus.IN_REVIEW, s.ItemStatus.READY):
        return str(LACKING.get(lacking[0].code, _("Virkning skal rettes"))), "error"
    return str(labels.ITEM_STATUS[status]), STATUS_LEVEL[status]


_MISSING: dict[str, Words] = {
    "item.no_title": gettext_lazy("en titel"),
    "item.no_responsible": gettext_lazy("en ansvarlig"),
    "item.no_summary": gettext_lazy("et resumé"),
    "item.no_recommendation": gettext_lazy("en indstilling"),
    "item.no_economy": gettext_lazy("de økonomiske konsekvenser"),
    "item.late_because": gettext_lazy("en begrundelse for, at materialet kom efter fristen"),
}


def gathered(reasons: Sequence[Reason]) -> list[Reason | str]:
    """All reasons, said once per item: "Punkt 6 mangler en ansvarlig og et resumé."; a single one keeps its way on."""
    if len(reasons) < 2:
        return list(reasons)
    missing: dict[str, list[str]] = {}
    idle: list[str] = []
    rest: list[Reason | str] = []
    for reason in reasons:
        number = str(reason.facts.get("no") or "")
        if number and reason.code in _MISSING:
            missing.setdefault(number, []).append(str(_MISSING[reason.code]))
        elif number and reason.code == "item.not_ready":
            idle.append(number)
        else:
            rest.append(reason)
    lines: list[Reason | str] = [
        _("Punkt %(n)s mangler %(what)s.") % {"n": number, "what": listing(parts)} for number, parts in missing.items()
    ]
    if idle:
        lines.append(_("Punkt %(n)s er ikke klar.") % {"n": listing(idle)})
    return lines + rest


def short_lack(reason: Reason) -> str:
    """What an item lacks in one or two words, for a table; the whole sentence where there is no short one."""
    if reason.code == "item.check_awaited":
        return _("svar fra %(name)s (%(side)s)") % {"name": reason.facts["name"], "side": reason.facts["side"].lower()}
    return str(_MISSING[reason.code]) if reason.code in _MISSING else refusals.sentence(reason)


# What is worth a second look, said on the item itself: it needs no number there.
WARNED: dict[str, Words] = {
    "item.no_effect": gettext_lazy("Beslutningen flytter ikke projektet, for indstillingen har ingen virkning."),
    "item.moved_on": gettext_lazy("Projektet er ændret, siden indstillingen blev skrevet: {effect}."),
    "item.annex_scanned": gettext_lazy('Bilaget "{annex}" er skannet: siderne er billeder uden tekst.'),
    "item.check_remark": gettext_lazy("{side}, {name}: {remark}"),
    "item.annex_unread": gettext_lazy('Bilaget "{annex}" kan ikke læses op for alle.'),
}


def short_warning(reason: Reason) -> str:
    """A warning beside the item that it is about."""
    return str(WARNED[reason.code]).format(**reason.facts)


def short_sum(sha256: str) -> str:
    """A checksum as people compare it: "7f3a 91c2"."""
    return f"{sha256[:4]} {sha256[4:8]}"


def file_size(size: int) -> str:
    """ "1,2 MB", "340 kB"."""
    return f"{size / 1_048_576:.1f} MB".replace(".", ",") if size >= 1_048_576 else f"{max(1, round(size / 1024))} kB"


def not_readable(item: Treatment) -> str:
    """What stands beside a title that the reader may not open."""
    return _("Lukket punkt") if item.access != s.Access.OPEN else _("Punktet kan ikke læses af dig")

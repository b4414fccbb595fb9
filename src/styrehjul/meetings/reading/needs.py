"""Needs for decisions as lines: in the list, on the standing item that determines them, on an item and a project."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import matters as m
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import DecisionNeed, Meeting, Treatment
from styrehjul.meetings.queries.needs import CONTENT, late, need_words, needs, waiting
from styrehjul.meetings.queries.seats import rules_for
from styrehjul.meetings.reading.words import capital, day_of, short_title
from styrehjul.people.models import Person
from styrehjul.people.policy import may, visible_to
from styrehjul.portfolio.models import Project

LEVEL = {m.NeedState.OPEN: "info", m.NeedState.TAKEN_FORWARD: "warning", m.NeedState.DECIDED: "success"}


@dataclass(frozen=True)
class NeedRow:
    """One need in the list."""

    url: str
    question: str
    asked: str
    age: str
    target: str
    wanted: str
    state: str
    level: str
    is_late: bool
    item: str
    item_url: str


def age_words(need: DecisionNeed, on: date) -> str:
    """ "34 dage"; of one that was answered how long it took."""
    days = ((need.ended_on or on) - need.raised_on).days
    return _("i dag") if days < 1 and need.ended_on is None else ngettext("%(n)d dag", "%(n)d dage", days) % {"n": days}


def state_words(need: DecisionNeed, on: date) -> tuple[str, str]:
    """The state in words with the badge's level; late and unanswered is red."""
    state = m.NeedState(need.state)
    if late(need, on):
        return _("Over fristen"), "error"
    return str(labels.NEED[state]), LEVEL.get(state, "")


def row(need: DecisionNeed, person: Person, on: date) -> NeedRow:
    """One line of the list."""
    words, level = state_words(need, on)
    text, url = _item(need)
    return NeedRow(
        url=need.get_absolute_url(),
        question=need.question,
        asked=_("%(who)s, %(day)s") % {"who": need.raised_by.name, "day": day_text(need.raised_on)},
        age=age_words(need, on),
        target=capital(need.target.name_definite),
        wanted=day_text(need.wanted_by) if need.wanted_by else "",
        state=words,
        level=level,
        is_late=level == "error",
        item=text,
        item_url=url,
    )


def _item(need: DecisionNeed) -> tuple[str, str]:
    """Where it stands now: its decision, its item, or that it waits for a meeting."""
    if need.decision is not None:
        return need.decision.number or _("Beslutningen"), f"/beslutninger/{need.decision_id}/"
    if need.treatment is None:
        return (_("Sendes videre, når mødet afsluttes"), "") if need.ticked_at_id else ("", "")
    if need.treatment.meeting is not None:
        return short_title(need.treatment.meeting), need.treatment.get_absolute_url()
    return _("Venter på et møde i %(body)s") % {"body": need.treatment.body.name_definite}, ""


@dataclass(frozen=True)
class NeedLine:
    """One need on the standing item: what it asks, how old it is, and the tick that sends it on."""

    pk: int
    text: str
    line: str
    url: str
    is_late: bool
    ticked: bool
    tick_url: str
    target: str


def standing_item(meeting: Meeting, items: Sequence[Treatment] | None = None) -> Treatment | None:
    """The meeting's item on which needs are determined."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    keys = [r.key for r in rules.standing_items if (r.content or r.key) == CONTENT] if rules else []
    if not keys:
        return None
    gone = {state.value for state in s.LEFT_AGENDA}
    rows = items if items is not None else meeting.treatments.filter(standing_key__in=keys)
    return next((one for one in rows if one.standing_key in keys and one.state not in gone), None)


def on_meeting(
    meeting: Meeting, person: Person, on: date, items: Sequence[Treatment] | None = None
) -> dict[str, Any] | None:
    """The open needs of the meeting's body with what can be done about them; None where it has no such item."""
    item = standing_item(meeting, items)
    if item is None or meeting.before_use or not may(person, "need.raise", meeting.body, on=on):
        return None
    return _panel(meeting, item, person, on)


def on_item(item: Treatment, person: Person, on: date) -> dict[str, Any] | None:
    """The same, on the item's own page; None for every other item."""
    meeting = item.meeting
    if meeting is None or item.profile != s.Profile.STANDING:
        return None
    found = standing_item(meeting)
    if found is None or found.pk != item.pk or not may(person, "need.raise", meeting.body, on=on):
        return None
    return _panel(meeting, item, person, on)


def _panel(meeting: Meeting, item: Treatment, person: Person, on: date) -> dict[str, Any]:
    running = meeting.minutes_state in (s.M.NONE, s.M.DRAFT) and meeting.calendar_state != s.C.CANCELLED
    ticks = running and may(person, "need.tick", meeting.body, on=on)
    lines = [
        NeedLine(
            pk=need.pk,
            text=need.question,
            line=need_words(need, on),
            url=need.get_absolute_url(),
            is_late=late(need, on),
            ticked=need.ticked_at_id == meeting.pk,
            tick_url=reverse("meetings:tick_need", kwargs={"pk": meeting.pk, "need": need.pk})
            if ticks and need.state == m.NeedState.OPEN
            else "",
            target=need.target.name_definite,
        )
        for need in waiting(meeting.body)
    ]
    new = f"{reverse('meetings:new_need')}?organ={meeting.body.code}&moede={meeting.pk}"
    return {"item": item.pk, "title": item.title, "lines": lines, "new_url": new if running else ""}


def of_item(item: Treatment, person: Person, on: date) -> list[dict[str, str]]:
    """The needs that the item is to answer, or has answered."""
    found = needs().filter(treatment=item).filter(visible_to(person, "need.see", on=on)).distinct()
    return [{"url": need.get_absolute_url(), "text": need.question, "line": _told(need)} for need in found]


def _told(need: DecisionNeed) -> str:
    parts = [_("rejst af %(who)s %(day)s") % {"who": need.raised_by.name, "day": day_text(need.raised_on)}]
    if need.taken_from:
        parts.append(_("sendt videre fra %(meeting)s") % {"meeting": short_title(need.taken_from)})
    return ", ".join(parts)


def of_project(project: Project, person: Person, on: date) -> list[NeedRow]:
    """The project's needs that the person may see."""
    found = needs().filter(project=project).filter(visible_to(person, "need.see", on=on)).distinct()
    return [row(need, person, on) for need in found]

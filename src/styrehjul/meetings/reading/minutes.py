"""What was decided, item by item: while the meeting runs, and as the minutes afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import clock, moment_text, weekday_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.preparing import AdHoc
from styrehjul.meetings.models import Decision, Effect, FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.contents import decisions_of, words_of
from styrehjul.meetings.queries.facts import effects_of, numbers_of
from styrehjul.meetings.queries.leading import leaders_in_words
from styrehjul.meetings.queries.seats import KIND_WORDS, item_kinds, recommends_to
from styrehjul.meetings.queries.versions import minutes_of
from styrehjul.meetings.reading.agenda import HIDDEN_TITLE, visible_items
from styrehjul.meetings.reading.item import (
    LEAD_IN,
    DecisionView,
    PointLine,
    decision_view,
    follow_words,
    points_of,
)
from styrehjul.meetings.reading.topics import kinds_of as topic_kinds
from styrehjul.meetings.reading.words import capital, day_of, not_readable, place_words, short_sum
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.commands import COMMANDS


@dataclass(frozen=True)
class MinutesItem:
    """One item of the minutes."""

    number: str
    title: str
    line: str
    lead_in: str
    points: tuple[PointLine, ...]
    decision: DecisionView | None
    closed_note: str
    pk: int = 0
    # What was changed in the portfolio while the meeting ran, on the item that looks it over.
    held: tuple[Any, ...] = ()


def items(meeting: Meeting, rows: Sequence[Treatment], person: Person, on: date) -> list[MinutesItem]:
    """The items as the person may read them; a closed one keeps its number for everybody."""
    numbers = numbers_of(rows)
    decided = decisions_of(meeting)
    follow_ups = follow_ups_of(meeting)
    readable = visible_items(meeting, person, on)
    kinds = dict(item_kinds(meeting.body, day_of(meeting.starts_at), every=True))
    return [
        _item(row, numbers[row.pk], kinds, decided.get(row.pk), follow_ups.get(row.pk, []), row.pk in readable)
        for row in rows
        if numbers[row.pk] is not None
    ]


def _item(
    row: Treatment,
    number: int | None,
    kinds: dict[str, str],
    decision: Decision | None,
    follow_ups: Sequence[FollowUp],
    readable: bool,
) -> MinutesItem:
    if not readable:
        hidden = row.access == s.Access.CLOSED_TITLE_HIDDEN
        return MinutesItem(
            str(number or ""), _(HIDDEN_TITLE) if hidden else row.title, "", "", (), None, not_readable(row), row.pk
        )
    who = row.responsible.name if row.responsible else ""
    parts = [capital(kinds.get(row.kind, row.kind)), who, ad_hoc_words(row), row.left_because]
    return MinutesItem(
        number=str(number or ""),
        title=row.title,
        line=" · ".join(part for part in parts if part),
        lead_in=_(LEAD_IN),
        points=points_of(row),
        decision=decision_view(row, decision, follow_ups),
        closed_note=str(labels.ACCESS[s.Access(row.access)]) if row.access != s.Access.OPEN else "",
        pk=row.pk,
        held=tuple((row.frozen_content or {}).get("held", ())),
    )


def ad_hoc_words(row: Treatment) -> str:
    """What let an item in at the table; nothing for those of the agenda."""
    return _("Kom på under mødet: %(why)s") % {"why": labels.AD_HOC[AdHoc(row.ad_hoc)]} if row.ad_hoc else ""


def follow_ups_of(meeting: Meeting) -> dict[int, list[FollowUp]]:
    """Treatment key -> what was agreed to be done, in one query."""
    found: dict[int, list[FollowUp]] = {}
    rows = FollowUp.objects.filter(treatment__meeting=meeting).exclude(state="dropped")
    for row in rows.select_related("responsible").order_by("pk"):
        found.setdefault(row.treatment_id or 0, []).append(row)
    return found


def facts(meeting: Meeting) -> list[tuple[str, str]]:
    """The head of the minutes: when, where, who was there, who led and who wrote."""
    rows = list(meeting.attendance.select_related("person").order_by("pk"))
    start = meeting.started_at or meeting.starts_at
    end = meeting.ended_at or meeting.ends_at
    when = f"{weekday_text(day_of(start), year=True)} kl. {clock(start)}–{clock(end)}"

    def those(status: str) -> str:
        return ", ".join(f"{row.person.name} ({_seat(row)})" for row in rows if row.status == status)

    found = [
        (_("Tid"), when),
        (_("Sted"), place_words(meeting).split(" (")[0]),
        (_("Til stede"), those("present")),
        (_("Afbud"), those("apology")),
        (_("Fraværende"), those("absent")),
        (_("Mødeleder"), leaders_in_words(meeting)),
        (_("Referent"), meeting.minutes_taker.name if meeting.minutes_taker else ""),
        (_("Indsigelser mod dagsordenen"), meeting.agenda_objections),
    ]
    return [(label, text) for label, text in found if text]


def _seat(row: Any) -> str:
    word = KIND_WORDS.get(row.seat_kind, "")
    return (row.seat_title or word) if row.seat_kind in ("member", "co_opted", "observer") else word.lower()


def status_line(meeting: Meeting) -> str:
    """The first line: what this is, and how far it is."""
    version = meeting.minutes_versions.select_related("approved_by").order_by("number").first()
    if version is not None and meeting.minutes_state == s.M.APPROVED:
        at = moment_text(version.approved_at)
        if version.approval and not version.approved_by:
            return _("Referat. %(how)s") % {"how": version.approval}
        if version.approved_by:
            return _("Referat, godkendt af %(who)s %(at)s.") % {"who": version.approved_by.name, "at": at}
        return _("Referat, godkendt %(at)s.") % {"at": at}
    if meeting.minutes_state == s.M.WITH_CHAIR:
        return _("Udkast til referat. Det ligger hos formanden og er ikke godkendt endnu.")
    if meeting.minutes_state == s.M.COMMENTING:
        return _("Udkast til referat. Det er til kommentering hos medlemmerne og er ikke godkendt endnu.")
    if meeting.ended_at:
        return _("Udkast til referat. Sekretæren retter det.")
    return _("Udkast til referat. Mødet er i gang.")


def checksum_of(meeting: Meeting) -> dict[str, Any] | None:
    """Which edition of the minutes this is: its number and its checksum, in short and whole."""
    version = minutes_of(meeting)
    if version is None or meeting.before_use:
        return None
    return {"number": version.number, "sha256": version.sha256, "short_sum": short_sum(version.sha256)}


@dataclass(frozen=True)
class ChangedEffect:
    """One recommended effect that an amended decision may keep, leave out or carry with other arguments."""

    pk: int
    command: str
    words: str
    project: str
    kept: bool
    args: tuple[dict[str, str], ...]


@dataclass(frozen=True)
class RunningItem:
    """One item while the meeting runs."""

    pk: int
    number: str
    title: str
    url: str
    line: str
    lead_in: str
    points: tuple[PointLine, ...]
    has_text: bool
    version: int
    outcome: str
    outcome_label: str
    outcomes: tuple[tuple[str, str], ...]
    text: str
    recorded_text: str
    text_hint: str
    done: bool
    dropped: bool
    badge: str
    level: str
    follow_button: bool
    summary_text: str
    changed_effects: tuple[ChangedEffect, ...]
    follow_ups: tuple[str, ...]
    topic_kind: str
    hands_on: bool = False
    referred_to: int | None = None


INPUTS = {"day": "date", "number": "number", "text": "text", "amount": "text"}


def running(meeting: Meeting, rows: Sequence[Treatment]) -> list[RunningItem]:
    """The agenda as it is worked through."""
    numbers = numbers_of(rows)
    decided = decisions_of(meeting)
    follow_ups = follow_ups_of(meeting)
    kinds = dict(item_kinds(meeting.body, day_of(meeting.starts_at), every=True))
    topics = topic_kinds(meeting, rows)
    onward = recommends_to(meeting) is not None
    return [
        _running(
            row,
            numbers[row.pk],
            kinds,
            decided.get(row.pk),
            follow_ups.get(row.pk, []),
            topics.get(row.pk, ""),
            recommends=onward,
        )
        for row in rows
        if numbers[row.pk] is not None
    ]


def _running(
    row: Treatment,
    number: int | None,
    kinds: dict[str, str],
    decision: Decision | None,
    follow_ups: Sequence[FollowUp],
    topic_kind: str,
    *,
    recommends: bool,
) -> RunningItem:
    profile, state = s.Profile(row.profile), s.T(row.state)
    offered = rules.outcomes_for(
        row.kind, profile, approves_minutes=row.minutes_of_id is not None, recommends=recommends
    )
    needed = rules.needs_decision(row.kind, profile)
    points = [point.text for point in row.points.all() if point.text.strip()]
    dropped = state is s.T.DROPPED
    done = state is s.T.TREATED or dropped
    follows = needed and s.Outcome.APPROVED in offered
    default = rules.default_outcome(row.kind, profile)
    outcome = row.outcome or (s.Outcome.APPROVED.value if follows else default.value)
    minutes = _("%(n)d minutter") % {"n": row.minutes_allotted} if row.minutes_allotted else ""
    who = row.responsible.name if row.responsible else ""
    parts = [capital(kinds.get(row.kind, row.kind)), who, minutes, ad_hoc_words(row)]
    badge, level = _badge(row, needed=needed, done=done, dropped=dropped)
    return RunningItem(
        pk=row.pk,
        number=str(number or ""),
        title=row.title,
        url=f"{row.get_absolute_url()}?laes=1",
        line=" · ".join(part for part in parts if part),
        lead_in=_(LEAD_IN),
        points=points_of(row),
        has_text=bool(row.summary or row.case_presentation or row.frozen_content),
        version=decision.version if decision else 0,
        outcome=outcome,
        outcome_label=str(labels.OUTCOME[s.Outcome(outcome)]),
        outcomes=tuple((one.value, str(labels.OUTCOME[one])) for one in offered),
        text=decision.text if decision else (rules.text_for(s.Outcome.APPROVED, points) if follows else ""),
        recorded_text=decision.text if decision else "",
        text_hint=_hint(needed, default),
        done=done,
        dropped=dropped,
        badge=badge,
        level=level,
        follow_button=follows and not done,
        summary_text=_("Ret beslutningen")
        if done
        else (_("Andet resultat eller egen tekst") if needed else _("Skriv til punktet")),
        changed_effects=_changed(row, decision) if follows else (),
        follow_ups=tuple(follow_words(follow) for follow in follow_ups),
        topic_kind=topic_kind,
        hands_on=s.Outcome.REFERRED in offered,
        referred_to=row.referred_to_id,
    )


def _hint(needed: bool, default: s.Outcome) -> str:
    if needed:
        return _("Udfyldt efter indstillingen. Ret teksten, hvis mødet beslutter noget andet.")
    words = str(labels.OUTCOME[default]).lower()
    return _("Skrives intet, noteres punktet som %(outcome)s, når mødet afsluttes.") % {"outcome": words}


def _badge(row: Treatment, *, needed: bool, done: bool, dropped: bool) -> tuple[str, str]:
    if dropped:
        return _("Udgået"), ""
    if done and row.outcome:
        return str(labels.OUTCOME[s.Outcome(row.outcome)]), "success"
    return (_("Mangler beslutning"), "warning") if needed else ("", "")


def _changed(row: Treatment, decision: Decision | None) -> tuple[ChangedEffect, ...]:
    recommended = effects_of(row, made_in_meeting=False)
    chosen = {effect.pk for effect in decision.effects.all()} if decision else {effect.pk for effect in recommended}
    made = [effect for effect in (decision.effects.all() if decision else ()) if effect.made_in_meeting]
    return tuple(_changed_effect(effect, effect.pk in chosen) for effect in [*recommended, *made])


def _changed_effect(effect: Effect, kept: bool) -> ChangedEffect:
    row = COMMANDS.get(effect.command)
    args = tuple(
        {
            "name": arg.name,
            "label": arg.words,
            "input": INPUTS[arg.kind.value],
            "value": str(effect.args.get(arg.name, "")),
        }
        for arg in (row.args if row else ())
        if arg.kind.value in INPUTS and effect.args.get(arg.name) not in (None, "")
    )
    project = effect.project.title if effect.project else ""
    return ChangedEffect(effect.pk, effect.command, capital(words_of(effect)), project, kept, args)

"""One item as its page, the running meeting and the minutes show it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.guards import warns_of
from styrehjul.meetings.models import Annex, Decision, DecisionRevision, Effect, FollowUp, Meeting, Treatment
from styrehjul.meetings.queries.chain import expected_of
from styrehjul.meetings.queries.contents import words_of
from styrehjul.meetings.queries.facts import item_facts
from styrehjul.meetings.reading.ways import way_to
from styrehjul.meetings.reading.words import capital, day_of, file_size, short_warning
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.ui import blocks, refusals

LEAD_IN = "Det indstilles, at"
Tree = list[dict[str, Any]]


@dataclass(frozen=True)
class EffectLine:
    """What a sentence will do if it is followed."""

    pk: int
    words: str
    project: str
    project_url: str
    state: str = ""
    # Whether the sentence says the same in its own words already.
    same: bool = False


@dataclass(frozen=True)
class PointLine:
    """One at-sentence with its effects."""

    text: str
    effects: tuple[EffectLine, ...]


@dataclass(frozen=True)
class AnnexLine:
    """One annex: where it is read, and how it is taken away by those who may."""

    title: str
    url: str
    download: bool
    text: str
    remove_url: str = ""


@dataclass(frozen=True)
class FollowLine:
    """Who does what by when, and how far it is."""

    pk: int
    text: str
    is_open: bool

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True)
class ChangeLine:
    """What a decision was changed to after its meeting, beside the first text."""

    outcome: str
    text: Tree
    because: str
    told: str
    effects: tuple[EffectLine, ...]


@dataclass(frozen=True)
class DecisionView:
    """What was decided, with what it does and what follows."""

    outcome: str
    text: Tree
    number: str
    url: str
    state: str
    effects: tuple[EffectLine, ...]
    follow_ups: tuple[FollowLine, ...]
    changes: tuple[ChangeLine, ...] = ()


def effect_line(effect: Effect, *, told: bool = False) -> EffectLine:
    """An effect in words; `told` adds what became of it."""
    state = str(labels.EFFECT[s.EffectState(effect.state)]).lower() if told else ""
    project = effect.project
    return EffectLine(
        effect.pk, capital(words_of(effect)), project.title if project else "",
        project.get_absolute_url() if project else "", state,
    )  # fmt: skip


def points_of(item: Treatment) -> tuple[PointLine, ...]:
    """The recommendation as it was written, without what the meeting itself added."""
    return tuple(
        PointLine(point.text, tuple(_of_point(point.text, e) for e in point.effects.all() if not e.made_in_meeting))
        for point in item.points.all()
        if point.text.strip()
    )


def _of_point(text: str, effect: Effect) -> EffectLine:
    line = effect_line(effect)
    return replace(line, same=line.words.casefold() == text.strip().rstrip(".").casefold())


def annexes_of(item: Treatment, *, closed_too: bool, removable: bool = False) -> tuple[AnnexLine, ...]:
    """The annexes that the reader may open."""
    return tuple(_annex(item, annex, removable) for annex in item.annexes.all() if closed_too or not annex.closed)


def _annex(item: Treatment, annex: Annex, removable: bool) -> AnnexLine:
    parts = [_file_words(annex.file.name, annex.file.size)] if annex.file else [_("link")]
    if annex.closed:
        parts.append(_("lukket bilag"))
    if removable and annex.accessible is False:
        parts.append(_("kan ikke læses op for alle"))
    return AnnexLine(
        title=annex.title,
        url=way_to("annex", item, annex=annex.pk) if annex.file else annex.link,
        download=annex.file is not None,
        text=", ".join(parts),
        remove_url=way_to("remove_annex", item, annex=annex.pk) if removable else "",
    )


def _file_words(name: str, size: int) -> str:
    """ "PDF, 340 kB": what opens, and how much there is to fetch on a phone."""
    kind = name.rpartition(".")[2].upper()
    return f"{kind}, {file_size(size)}" if 1 < len(kind) < 6 else file_size(size)


def follow_words(follow: FollowUp) -> str:
    """ "Plan for udrulning: Mette Lund, 1. september 2027"."""
    due = day_text(follow.due) if follow.due else _("uden frist")
    return f"{follow.text}: {follow.responsible.name}, {due}"


def follow_line(follow: FollowUp) -> FollowLine:
    """A follow-up in words; one that is done says so."""
    done = _(" (udført)") if follow.state == "done" else ""
    return FollowLine(follow.pk, follow_words(follow) + done, follow.state == "open")


def decision_view(
    item: Treatment, decision: Decision | None, follow_ups: Sequence[FollowUp] = ()
) -> DecisionView | None:
    """The decision on an item, or None where nothing is said yet."""
    if not item.outcome and decision is None:
        return None
    changes = changes_of(decision) if decision else ()
    outcome, text = item.outcome or (decision.outcome if decision else ""), decision.text if decision else ""
    if decision and changes:
        # The first decision stays readable; what it was changed to stands beside it.
        first = confirmed_revisions(decision)[0]
        outcome, text = first.former_outcome, first.former_text
    state = s.DecisionState(decision.state) if decision else None
    words = str(labels.OUTCOME[s.Outcome(outcome)]) if outcome else ""
    said = decision is not None and text.casefold().startswith(words.casefold())
    return DecisionView(
        # A text that begins with the outcome says it already.
        outcome="" if said else words,
        text=blocks.parse(text) if decision else [],
        number=decision.number if decision else "",
        url=f"/beslutninger/{decision.pk}/" if decision and decision.number else "",
        state=str(labels.DECISION[state]).lower() if state is s.DecisionState.PROVISIONAL else "",
        effects=tuple(effect_line(e, told=True) for e in decision.effects.all() if not e.revision_id)
        if decision
        else (),
        changes=changes,
        follow_ups=tuple(follow_line(follow) for follow in follow_ups if follow.state != "dropped"),
    )


def confirmed_revisions(decision: Decision) -> list[DecisionRevision]:
    """The changes that count, by their numbers."""
    return sorted((r for r in decision.revisions.all() if r.confirmed_at), key=lambda revision: revision.number)


def changes_of(decision: Decision) -> tuple[ChangeLine, ...]:
    """What the decision was changed to after its meeting, each change with why and what it does."""
    return tuple(
        ChangeLine(
            outcome=str(labels.OUTCOME[s.Outcome(row.outcome)]) if row.outcome != row.former_outcome else "",
            text=blocks.parse(row.text),
            because=row.because,
            told=day_text(day_of(row.confirmed_at)) if row.confirmed_at else "",
            effects=tuple(effect_line(e, told=True) for e in decision.effects.all() if e.revision_id == row.pk),
        )
        for row in confirmed_revisions(decision)
    )


def content_of(item: Treatment, live: Mapping[int, Any] | None = None) -> tuple[Tree, str]:
    """A standing item's content, frozen or live, and of which day it is."""
    content = item.frozen_content or (live or {}).get(item.pk) or {}
    as_of = content.get("as_of", "")
    words = _("Pr. %(day)s.") % {"day": day_text(date.fromisoformat(as_of[:10]))} if as_of else ""
    return content.get("blocks", []), words


def sees_closed_annexes(item: Treatment, person: Person, on: date) -> bool:
    """Closed annexes are for the body and those who prepare; an employee reads the open ones only."""
    meeting: Meeting | None = item.meeting
    if item.responsible_id == person.pk:
        return True
    return meeting is not None and (
        may(person, "agenda.prepare", meeting, on=on) or may(person, "topic.add", meeting, on=on)
    )


def lead_of(item: Treatment, number: int | None, kind: str) -> str:
    """ "Punkt 5 · til beslutning · Styregruppen 9. juni 2027"."""
    parts = [_("Punkt %(n)d") % {"n": number} if number else "", kind]
    if item.meeting:
        parts.append(f"{capital(item.body.name_definite)} {day_text(day_of(item.meeting.starts_at))}")
    return " · ".join(part for part in parts if part)


def body_of(item: Treatment) -> dict[str, Any]:
    """The item's texts as block trees, as the template reads them."""
    return {
        "summary": blocks.parse(item.summary),
        "case": blocks.parse(item.case_presentation),
        "economy": blocks.parse(item.financial_impact),
        "next_steps": blocks.parse(item.next_steps),
        "memos": [{"title": memo.title, "text": blocks.parse(memo.text)} for memo in item.memos.all()],
        "points": points_of(item),
        "lead_in": _(LEAD_IN),
        "late_because": item.late_because,
        "minutes_url": f"/moeder/{item.minutes_of_id}/referat/" if item.minutes_of_id else "",
    }


def last_edits(item: Treatment) -> list[tuple[str, datetime]]:
    """Who has touched the item, and each when last; the latest first, three at most."""
    found: dict[str, datetime] = {}
    touched = item.history.exclude(history_user=None).values_list("history_user__name", "history_date")
    for name, at in touched[:50]:
        found.setdefault(name, at)
    return list(found.items())[:3]


def warnings_of(found: Treatment) -> list[tuple[str, str]]:
    """What is worth a second look before the item is sent, with what can be done about it."""
    day = day_of(found.meeting.starts_at if found.meeting else found.updated_at)
    changed = [(effect, facts) for effect, facts in expected_of(found) if effect.expected and effect.expected != facts]
    moved = tuple(f"{words_of(effect)} ({effect.project.title})" for effect, _facts in changed if effect.project)
    facts = item_facts(found, None, day, moved=moved)
    return [(short_warning(reason), refusals.way(reason)) for reason in warns_of(facts)]

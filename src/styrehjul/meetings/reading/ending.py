"""What the end of a meeting will do, said before it is ended: what is decided, carried out, followed up, left open."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from styrehjul.meetings import labels
from styrehjul.meetings.domain import decisions as rules
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.domain.plan_effects import APPROVE
from styrehjul.meetings.models import Effect, Meeting, Treatment
from styrehjul.meetings.queries.contents import decisions_of, words_of
from styrehjul.meetings.queries.facts import numbers_of
from styrehjul.meetings.reading.item import follow_words
from styrehjul.meetings.reading.minutes import follow_ups_of
from styrehjul.meetings.reading.plans import plan_on
from styrehjul.meetings.reading.words import capital, day_of


@dataclass(frozen=True)
class OpenItem:
    """An item to decide on that has no result: one of these is chosen before the meeting ends."""

    pk: int
    words: str
    choices: tuple[tuple[str, str], ...]
    chosen: str


@dataclass(frozen=True)
class Ending:
    """What happens when the meeting is ended now."""

    decisions: tuple[str, ...]
    effects: tuple[str, ...]
    follow_ups: tuple[str, ...]
    open: tuple[OpenItem, ...]
    noted: str


def ending(meeting: Meeting, rows: Sequence[Treatment], typed: Mapping[int, str] | None = None) -> Ending:
    """The end of the meeting as it would be now; `typed` are the results chosen on a page that was refused."""
    numbers, decided, follows = numbers_of(rows), decisions_of(meeting), follow_ups_of(meeting)
    decisions, effects, follow_ups, left, noted = [], [], [], [], []
    for row in rows:
        if numbers[row.pk] is None:
            continue
        named = f"{numbers[row.pk]}. {row.title}"
        follow_ups += [follow_words(follow) for follow in follows.get(row.pk, [])]
        state, profile = s.T(row.state), s.Profile(row.profile)
        decision = decided.get(row.pk)
        if state is s.T.TREATED and row.outcome:
            decisions.append(f"{named}: {labels.OUTCOME[s.Outcome(row.outcome)]}")
            for effect in decision.effects.all() if decision else ():
                project = f": {effect.project.title}" if effect.project else ""
                effects.append(f"{capital(words_of(effect))}{project}{_of_plan(effect, day_of(meeting.starts_at))}")
        elif state not in rules.OPEN:
            continue
        elif choices := rules.choices_at_the_end(row.kind, profile):
            chosen = (typed or {}).get(row.pk, rules.silent_choice(row.kind, profile))
            offered = tuple((one.value, str(labels.OUTCOME[one])) for one in choices)
            left.append(OpenItem(row.pk, named, offered, chosen))
        elif rules.default_outcome(row.kind, profile) is s.Outcome.NOTED:
            noted.append(str(numbers[row.pk]))
    return Ending(
        tuple(decisions), tuple(effects), tuple(follow_ups), tuple(left),
        _("Punkt %(numbers)s noteres som taget til efterretning.") % {"numbers": ", ".join(noted)} if noted else "",
    )  # fmt: skip


def _of_plan(effect: Effect, on: date) -> str:
    """ ": 7 projekter får ny prioritet ..." after the approval of a plan."""
    if effect.command != APPROVE:
        return ""
    plan = plan_on([effect], on)
    return f": {plan.broken or plan.summary}" if plan else ""

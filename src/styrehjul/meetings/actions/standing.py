"""Items that an agenda carries by itself: procedural ones and those of the wheel, ready when they are inserted."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import store
from styrehjul.bodies.domain.model import BodyRules, Role, StandingRule
from styrehjul.bodies.queries import preparing_chair
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings.actions.common import fresh, needs, refuse, through, touched
from styrehjul.meetings.actions.placing import place
from styrehjul.meetings.domain import guards
from styrehjul.meetings.domain.order import kind_of
from styrehjul.meetings.domain.states import Profile, TreatmentEvent
from styrehjul.meetings.models import Matter, Meeting, Treatment
from styrehjul.meetings.queries.facts import meeting_facts
from styrehjul.meetings.queries.seats import chair_of, day_of, item_kinds, rules_for, secretary_of
from styrehjul.people.models import Person


@transaction.atomic
def add_standing_item(meeting: Meeting, key: str, *, by: Person | None, at: datetime) -> Treatment:
    """Put one of the body's standing or procedural items on the agenda; it is there once."""
    needs(by, "agenda.prepare", meeting, at)
    meeting = fresh(meeting)
    refuse(guards.lacks_for_new_items(meeting_facts(meeting, with_effects=False)))
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    if rules is None:
        raise Refused("body.not_in_kommissorium", body=meeting.body.name)
    if meeting.treatments.filter(standing_key=key).exclude(state__in=("withdrawn", "rejected")).exists():
        raise Refused("item.already_standing", title=_rule(rules, key).title)
    item = insert(meeting, _rule(rules, key), rules, by=by, at=at)
    touched(item, f'Nyt punkt: "{item.title}"', by=by, at=at)
    return item


def insert(meeting: Meeting, rule: StandingRule, rules: BodyRules, *, by: Person | None, at: datetime) -> Treatment:
    """Make the item and place it, without asking who or when: planning a meeting does this for each of its items."""
    matter = Matter(title=rule.title[:200])
    store(matter, by=by, at=at, action="matter.create")
    enabled = [code for code, _ in item_kinds(meeting.body, day_of(meeting.starts_at))]
    item = Treatment(
        matter=matter,
        body=meeting.body,
        title=rule.title[:200],
        kind=kind_of(rule.content or rule.key, enabled),
        profile=Profile(rule.profile.value).value,
        standing_key=rule.key,
        responsible=_responsible(meeting, rule),
    )
    place(item, meeting, by=by, at=at, rules=rules)
    through(item, TreatmentEvent.PLACE, by=by, at=at)
    store(item, by=by, at=at, action="treatment.insert")
    return item


def _rule(rules: BodyRules, key: str) -> StandingRule:
    try:
        return rules.standing_item(key)
    except KeyError:
        raise Refused("item.standing_unknown", key=key, body=rules.name) from None


def _responsible(meeting: Meeting, rule: StandingRule) -> Person | None:
    match rule.responsible:
        case Role.CHAIR:
            return chair_of(meeting)
        case Role.PREPARING_CHAIR:
            return preparing_chair(meeting.body, day_of(meeting.starts_at)) or chair_of(meeting)
        case _:
            return secretary_of(meeting)

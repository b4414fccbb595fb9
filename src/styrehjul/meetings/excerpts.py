"""Decisions as they are taken out of the minutes (*protokoludskrift*): whose and when, recommended, decided, followed up."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.audit.chain import head_hash
from styrehjul.bodies.queries import municipality
from styrehjul.documents import values
from styrehjul.documents.excerpts import excerpt_pdf
from styrehjul.kernel.danish import day_text
from styrehjul.meetings import labels
from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Decision, MinutesVersion
from styrehjul.meetings.queries.contents import recommendation_of, words_of
from styrehjul.meetings.queries.presence import presence_of, presence_words
from styrehjul.meetings.queries.seats import day_of, kind_words

Json = dict[str, Any]
FORMAT = "styrehjul.decision-excerpt/1"
MOST = 100


def excerpts_pdf(decisions: Sequence[Decision], *, at: datetime) -> bytes:
    """One PDF of these decisions, with the same as data inside. Whoever asks must be allowed to see each of them."""
    approved, present = _approved(decisions), presence_of([decision.treatment for decision in decisions])
    rows = [
        (
            decision,
            excerpt_of(decision, approved, [presence_words(row) for row in present.get(decision.treatment_id, ())]),
        )
        for decision in decisions
    ]
    data = {"format": FORMAT, "made_at": at.isoformat(), "decisions": [_data(*row) for row in rows]}
    text = json.dumps(data, ensure_ascii=False, indent=1, sort_keys=True).encode()
    return excerpt_pdf(
        values.ExcerptDoc(
            municipality=municipality().name,
            excerpts=tuple(excerpt for _decision, excerpt in rows),
            audit_head=head_hash(),
            built_at=at,
            attachments=(values.Attachment("udskrift.json", text, _("Det samme som data")),),
        )
    )


def _approved(decisions: Sequence[Decision]) -> dict[int, datetime]:
    """Meeting key -> when its minutes were approved."""
    keys = {decision.meeting_id for decision in decisions if decision.meeting_id}
    found = MinutesVersion.objects.filter(meeting__in=keys).order_by("-number")
    return dict(found.values_list("meeting_id", "approved_at"))


def excerpt_of(decision: Decision, approved: Mapping[int, datetime], movements: Sequence[str] = ()) -> values.Excerpt:
    """The decision as it is printed; `approved` says of each meeting when its minutes were, `movements` who came and left."""
    item, meeting = decision.treatment, decision.meeting
    day = day_of(decision.taken_at)
    text, code, later = _as_decided(decision)
    outcome = str(labels.OUTCOME[s.Outcome(code)])
    said = text.casefold().startswith(outcome.casefold())
    return values.Excerpt(
        body=decision.body.name,
        meeting="" if meeting else _("mellem møderne"),
        starts_at=decision.taken_at,
        place=(meeting.place or meeting.link) if meeting else "",
        status=_status(decision),
        minutes=_minutes(decision, approved),
        item=values.MinutesItem(
            number=str(item.number or ""),
            title=item.title,
            kind="" if item.profile == s.Profile.PROCEDURAL.value else kind_words(item.body, item.kind, day),
            responsible=item.responsible.name if item.responsible else "",
            recommendation=tuple(
                values.AtSentence(point["text"], tuple(effect["words"] for effect in point["effects"]))
                for point in recommendation_of(item)
            ),
            outcome="" if said else outcome,
            decision_number=decision.number,
            decision=values.text_blocks("\n\n".join([text, *later])),
            movements=tuple(movements),
            effects=tuple(_effect(effect) for effect in decision.effects.all()),
            follow_ups=tuple(
                values.FollowUpLine(row.text, row.responsible.name, row.due)
                for row in decision.follow_ups.all()
                if row.state != "dropped"
            ),
        ),
    )


def _as_decided(decision: Decision) -> tuple[str, str, list[str]]:
    """The first words and outcome, and what came after: each change with its reason, and the decision that it revokes."""
    changes = sorted((row for row in decision.revisions.all() if row.confirmed_at), key=lambda row: row.number)
    later = [_("Ændret efter mødet: %(text)s") % {"text": f"{row.text}\n\n{_because(row.because)}"} for row in changes]
    if decision.supersedes:
        later.append(_("Ophæver beslutning %(number)s.") % {"number": decision.supersedes.number})
    first = changes[0] if changes else None
    return (first.former_text, first.former_outcome, later) if first else (decision.text, decision.outcome, later)


def _because(reason: str) -> str:
    return _("Begrundelse: %(reason)s") % {"reason": reason}


def _effect(effect: Any) -> str:
    words = words_of(effect)
    state = str(labels.EFFECT[s.EffectState(effect.state)]).lower()
    about = f" ({effect.project.number})" if effect.project else ""
    return f"{words[:1].upper()}{words[1:]}{about}: {state}"


def _status(decision: Decision) -> str:
    label = str(labels.DECISION[s.DecisionState(decision.state)])
    if decision.state == s.DecisionState.IN_FORCE.value and decision.in_force_at:
        return _("%(state)s fra %(day)s") % {"state": label, "day": day_text(day_of(decision.in_force_at))}
    return label


def _minutes(decision: Decision, approved: Mapping[int, datetime]) -> str:
    if decision.meeting_id is None:
        return ""
    if decision.meeting_id not in approved:
        return _("Er ikke godkendt endnu")
    return _("Godkendt %(day)s") % {"day": day_text(day_of(approved[decision.meeting_id]))}


def _data(decision: Decision, excerpt: values.Excerpt) -> Json:
    item = excerpt.item
    return {
        "uuid": str(decision.uuid),
        "number": decision.number,
        "body": decision.body.name,
        "body_code": decision.body.code,
        "meeting": str(decision.meeting.uuid) if decision.meeting else None,
        "taken_at": decision.taken_at.isoformat(),
        "state": decision.state,
        "in_force_at": decision.in_force_at.isoformat() if decision.in_force_at else None,
        "item": {"uuid": str(decision.treatment.uuid), "number": item.number, "title": item.title},
        "recommendation": [{"text": point.text, "effects": list(point.effects)} for point in item.recommendation],
        "outcome": decision.outcome,
        "text": decision.text,
        "effects": list(item.effects),
        "follow_ups": [
            {"text": row.what, "who": row.who, "due": row.due.isoformat() if row.due else None}
            for row in item.follow_ups
        ],
    }

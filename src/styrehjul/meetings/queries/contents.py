"""An agenda and its minutes as plain JSON: exactly what is hashed, approved, printed and sent."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from typing import Any

from styrehjul.bodies.queries import municipality, version_on
from styrehjul.kernel.danish import day_text
from styrehjul.kernel.refusal import Refused
from styrehjul.meetings import labels
from styrehjul.meetings.domain.agenda import canonical, hash_of
from styrehjul.meetings.domain.matters import PriorOutcome
from styrehjul.meetings.domain.plan_effects import OF_PLANS, plan_words
from styrehjul.meetings.domain.preparing import AdHoc
from styrehjul.meetings.domain.states import Access, Outcome, TreatmentState
from styrehjul.meetings.domain.strategy_effects import RECORD, assessment_words
from styrehjul.meetings.models import Annex, Decision, Effect, ItemPresence, Meeting, PriorTreatment, Treatment
from styrehjul.meetings.queries.facts import numbers_of, whole_items_of
from styrehjul.meetings.queries.leading import leaders_in_words
from styrehjul.meetings.queries.presence import presence_of, presence_words
from styrehjul.meetings.queries.seats import KIND_WORDS, day_of, kind_words, rules_for
from styrehjul.portfolio.domain.commands import COMMANDS, effect_words

Json = dict[str, Any]
Frozen = Mapping[int, Any]


def agenda_content(meeting: Meeting, number: int, frozen: Frozen | None = None, changes: Sequence[Json] = ()) -> str:
    """The agenda as canonical JSON: head, items in order with their texts, annexes by checksum, access marks.

    After dispatch also the `changes` that this version has over the one sent before it.

    `frozen` gives the live content of standing items by treatment; without it, what was frozen at the last building.
    The same database gives the same text, so its hash shows whether anything was changed.
    """
    items = whole_items_of(meeting)
    numbers = numbers_of(items)
    shown = [item for item in items if numbers[item.pk] is not None]
    content = {
        "head": head_of(meeting, number),
        "items": [_on_agenda(item, numbers[item.pk] or 0, frozen) for item in shown],
    }
    return canonical(content | {"changes": list(changes)} if changes else content)


def _on_agenda(item: Treatment, number: int, frozen: Frozen | None) -> Json:
    """The item; one that went out after dispatch keeps its number and title, and says why it went."""
    whole = _item(item, number, frozen)
    if item.state != TreatmentState.DROPPED.value:
        return whole
    return _emptied(whole) | {"withdrawn": item.left_because}


def agenda_hash(meeting: Meeting, number: int) -> str:
    """The hash of the agenda as it stands in the database now."""
    return hash_of(agenda_content(meeting, number))


def head_of(meeting: Meeting, number: int) -> Json:
    """Whose meeting, when and where, and which version this is."""
    version = version_on(day_of(meeting.starts_at))
    return {
        "meeting": str(meeting.uuid),
        "municipality": municipality().name,
        "body": meeting.body.name,
        "body_code": meeting.body.code,
        "starts_at": _moment(meeting.starts_at),
        "ends_at": _moment(meeting.ends_at),
        "place": meeting.place or meeting.link,
        "version": number,
        "kommissorium": version.number if version else 0,
    }


def _item(item: Treatment, number: int, frozen: Frozen | None) -> Json:
    content = item.frozen_content if frozen is None else frozen.get(item.pk)
    return {
        "uuid": str(item.uuid),
        "number": number,
        "title": item.title,
        "kind": item.kind,
        "kind_words": kind_words(item.body, item.kind, _day(item)),
        "profile": item.profile,
        "responsible": item.responsible.name if item.responsible else "",
        "minutes": item.minutes_allotted or 0,
        "access": item.access,
        "summary": item.summary,
        "case_presentation": item.case_presentation,
        "financial_impact": item.financial_impact,
        "next_steps": item.next_steps,
        "late_because": item.late_because,
        "recommendation": recommendation_of(item),
        "memos": [{"title": memo.title, "text": memo.text} for memo in item.memos.all()],
        "annexes": [_annex(annex, index) for index, annex in enumerate(item.annexes.all(), 1)],
        "history": course_of(item),
        "content": content,
    }


def item_content(item: Treatment) -> str:
    """One item as canonical JSON, frozen as it stands: what is sent out to be answered in writing."""
    annexes = [annex.pk for annex in item.annexes.all()]
    return canonical({"body": item.body.name, "item": _item(item, 0, None), "annex_keys": annexes})


def _day(item: Treatment) -> date:
    return day_of(item.meeting.starts_at if item.meeting else item.updated_at)


def recommendation_of(item: Treatment) -> list[Json]:
    """The at-sentences with their effects in words and as data, as they were recommended."""
    return [
        {"text": point.text, "effects": [effect_json(e) for e in point.effects.all() if not e.made_in_meeting]}
        for point in item.points.all()
        if point.text.strip()
    ]


def effect_json(effect: Effect) -> Json:
    """An effect as data and in words."""
    return {
        "command": effect.command,
        "project": effect.project.number if effect.project else "",
        "args": dict(sorted(effect.args.items())),
        "words": words_of(effect),
    }


def words_of(effect: Effect) -> str:
    """ "projektet får prioritet 3", with the project's title where the item has several."""
    if effect.command == RECORD:
        return assessment_words(effect.args)
    if effect.command in OF_PLANS:
        return plan_words(effect.command, effect.args)
    if effect.command not in COMMANDS:
        return effect.command
    try:
        return effect_words(effect.command, effect.args)
    except Refused:
        # An argument that nobody can read: the guards say so, the words are the command's alone.
        return COMMANDS[effect.command].words


def _annex(annex: Annex, index: int) -> Json:
    return {
        "number": index,
        "title": annex.title,
        "sha256": annex.file.sha256 if annex.file else "",
        "name": annex.file.name if annex.file else "",
        "link": annex.link,
        "closed": annex.closed,
    }


def course_of(item: Treatment) -> list[str]:
    """*Sagens gang*: what other meetings made of the matter before this one, in words."""
    lines = [(prior.on, prior_words(prior)) for prior in priors_of(item)]
    earlier = Treatment.objects.filter(matter_id=item.matter_id, state__in=("treated", "closed")).exclude(pk=item.pk)
    earlier = earlier.filter(meeting__isnull=False).select_related("meeting__body").order_by("meeting__starts_at")
    before = item.meeting.starts_at if item.meeting else None
    for other in earlier:
        if other.meeting is None or (before and other.meeting.starts_at >= before):
            continue
        outcome = str(labels.OUTCOME.get(Outcome(other.outcome), "")) if other.outcome else ""
        day = day_of(other.meeting.starts_at)
        lines.append((day, f"{other.meeting.body.name} {day_text(day)}: {outcome}".strip(": ")))
    return [text for _, text in sorted(lines, key=lambda line: line[0])]


def priors_of(item: Treatment) -> list[PriorTreatment]:
    """The matter's treatments elsewhere, up to the item's own meeting. One query."""
    found = PriorTreatment.objects.filter(matter_id=item.matter_id).select_related("outside", "body", "waived_by")
    if item.meeting is not None:
        found = found.filter(on__lte=day_of(item.meeting.starts_at))
    if item.access == Access.OPEN.value:
        # What was said of it behind closed doors stays there.
        found = found.filter(treatment__access=Access.OPEN.value)
    return list(found.order_by("on", "pk"))


def prior_words(prior: PriorTreatment) -> str:
    """ "Behandlet på chefmøde 3. juni 2027: anbefalet. Husk den fælles drift." """
    if prior.outcome:
        outcome = str(labels.PRIOR_OUTCOME[PriorOutcome(prior.outcome)]).lower()
        return f"Behandlet {prior.words}: {outcome}. {prior.remarks}".strip()
    if prior.waived_because:
        return f"Behandlingen {prior.words} er fraveget af formanden: {prior.waived_because}"
    return f"Behandles først {prior.words}"


def minutes_content(meeting: Meeting, number: int) -> str:
    """The minutes as canonical JSON: who was there, and under each item what was decided."""
    items = whole_items_of(meeting)
    numbers = numbers_of(items)
    decisions = decisions_of(meeting)
    noted = presence_of(items)
    content = {
        "head": head_of(meeting, number)
        | ({"short": True} if is_short(meeting) else {})
        | {
            "started_at": _moment(meeting.started_at),
            "ended_at": _moment(meeting.ended_at),
            "meeting_chair": leaders_in_words(meeting),
            "minutes_taker": meeting.minutes_taker.name if meeting.minutes_taker else "",
            **({"agenda_objections": meeting.agenda_objections} if meeting.agenda_objections else {}),
            "attendance": [
                {"name": a.person.name, "seat": a.seat_title or KIND_WORDS.get(a.seat_kind, ""), "status": a.status}
                for a in meeting.attendance.select_related("person").order_by("pk")
            ],
        },
        "items": [
            _item(item, numbers[item.pk] or 0, None)
            | {"result": _result(item, decisions.get(item.pk))}
            | _ad_hoc(item)
            | _presence(noted.get(item.pk, ()))
            for item in items
            if numbers[item.pk] is not None
        ],
    }
    return canonical(content)


def _ad_hoc(item: Treatment) -> Json:
    """What let an item in at the table; nothing for the items of the agenda."""
    return {"ad_hoc": f"Kom på under mødet: {labels.AD_HOC[AdHoc(item.ad_hoc)]}."} if item.ad_hoc else {}


def _presence(rows: Sequence[ItemPresence]) -> Json:
    """Comings and goings at one item; nothing where everybody sat through it."""
    return {"presence": [presence_words(row) for row in rows]} if rows else {}


def is_short(meeting: Meeting) -> bool:
    """Whether the body's minutes are *beslutningsreferater*: the recommendation and the decision, without the case."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    return bool(rules and rules.settings.short_minutes)


def decisions_of(meeting: Meeting) -> dict[int, Decision]:
    """Treatment key -> its decision."""
    found = meeting.decisions.select_related("supersedes").prefetch_related(
        "effects__project", "follow_ups__responsible", "revisions"
    )
    return {decision.treatment_id: decision for decision in found}


def _changed(decision: Decision) -> Json:
    """The first words of a decision that was changed after its meeting, what it was changed to, and what it revokes."""
    rows = sorted((r for r in decision.revisions.all() if r.confirmed_at), key=lambda row: row.number)
    found: Json = {"revokes": decision.supersedes.number} if decision.supersedes else {}
    if rows:
        found["text"] = rows[0].former_text
        found["changes"] = [{"text": row.text, "because": row.because} for row in rows]
    return found


def _result(item: Treatment, decision: Decision | None) -> Json:
    follow_ups = [f for f in item.follow_ups.all() if f.state != "dropped"]
    return {
        "outcome": item.outcome,
        "outcome_words": str(labels.OUTCOME[Outcome(item.outcome)]) if item.outcome else "",
        "number": decision.number if decision else "",
        "text": decision.text if decision else "",
        **(_changed(decision) if decision else {}),
        "state": decision.state if decision else "",
        "effects": [
            {
                "words": words_of(effect),
                "state": effect.state,
                "because": effect.conflict_because or effect.dropped_because,
            }
            for effect in (decision.effects.all() if decision else ())
        ],
        "follow_ups": [
            {"text": f.text, "who": f.responsible.name, "due": f.due.isoformat() if f.due else ""} for f in follow_ups
        ],
        "left_because": item.left_because,
    }


def is_open(item: Mapping[str, Any]) -> bool:
    """Whether an item of a version may be read by everybody."""
    return bool(item["access"] == Access.OPEN.value)


def open_edition(content: Json) -> Json:
    """The version as everybody may read it: a closed item keeps its number, and its title where it is not hidden."""
    shown = content | {"items": [opened(item) for item in content["items"]]}
    if "changes" in content:
        readable = frozenset(item["uuid"] for item in content["items"] if is_open(item))
        shown["changes"] = opened_changes(content, readable, closed_too=False)
    if "corrections" in content:
        # A correction of a closed item is told by its number alone.
        hidden = {"text": "", "because": "", "made_by": ""}
        shown["corrections"] = [row if is_open(row) else row | hidden for row in content["corrections"]]
    return shown


def opened_changes(content: Json, readable: frozenset[str], *, closed_too: bool) -> list[Json]:
    """The changes of a version for a reader of these items; of others only that they changed.

    Without `closed_too` a closed annex of an open item is not told of at all.
    """
    items = {item["uuid"]: item for item in content["items"]}
    found = []
    for change in content.get("changes", ()):
        if change["item"] not in readable:
            found.append(change | {"title": _open_title(items[change["item"]]), "what": "", "reason": ""})
        elif closed_too or not change.get("closed"):
            found.append(change)
    return found


def _open_title(item: Json) -> str:
    return "Lukket punkt" if item["access"] == Access.CLOSED_TITLE_HIDDEN.value else str(item["title"])


def opened(item: Json) -> Json:
    """An item of a version as everybody may read it."""
    if is_open(item):
        return item | {"annexes": [a for a in item["annexes"] if not a["closed"]]}
    return _emptied(item) | {"title": _open_title(item)} | ({"withdrawn": ""} if "withdrawn" in item else {})


def _emptied(item: Json) -> Json:
    empty: Json = {
        "uuid": item["uuid"], "number": item["number"], "title": item["title"], "kind": item["kind"],
        "kind_words": item["kind_words"], "profile": item["profile"], "access": item["access"], "responsible": "",
        "minutes": 0, "summary": "", "case_presentation": "", "financial_impact": "", "next_steps": "",
        "late_because": "", "recommendation": [], "memos": [], "annexes": [], "history": [], "content": None,
    }  # fmt: skip
    if "result" in item:
        empty["result"] = {
            "outcome": "", "outcome_words": "", "number": "", "text": "", "state": "", "effects": [], "follow_ups": [],
            "left_because": "",
        }  # fmt: skip
    return empty


def _moment(moment: datetime | None) -> str:
    # In UTC, whatever zone the value came in: the same moment must always give the same text.
    return moment.astimezone(UTC).isoformat(timespec="minutes") if moment else ""


__all__ = [
    "agenda_content", "agenda_hash", "course_of", "decisions_of", "effect_json", "head_of", "is_open",
    "minutes_content", "open_edition", "opened", "opened_changes", "recommendation_of", "words_of",
]  # fmt: skip

"""Topics under a body's standing items: one line each, before and during the meeting."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.meetings.domain import states as s
from styrehjul.meetings.models import Meeting, Topic, Treatment
from styrehjul.meetings.queries.seats import rules_for
from styrehjul.meetings.reading.words import day_of, short_title

# The contents of standing items that are made of topics, and the kind of topic that belongs to each.
KIND_OF_CONTENT = {
    "orientering_aktuelle_emner": "current",
    "droeftelse_generelle_problemstillinger": "general",
}
KIND_WORDS = {"current": "Nyt emne", "general": "Ny problemstilling"}


@dataclass(frozen=True)
class TopicLine:
    """One topic: by whom, from which area, and whether it goes on to the next meeting."""

    text: str
    line: str
    back_url: str
    carry_url: str
    make_url: str = ""
    became: tuple[tuple[str, str], ...] = ()


def kinds_of(meeting: Meeting, items: Sequence[Treatment]) -> dict[int, str]:
    """Treatment key -> the kind of topic that belongs to it, for the standing items that are made of topics."""
    rules = rules_for(meeting.body, day_of(meeting.starts_at))
    contents = {rule.key: rule.content or rule.key for rule in rules.standing_items} if rules else {}
    gone = {state.value for state in s.LEFT_AGENDA}
    found = {}
    for item in items:
        kind = KIND_OF_CONTENT.get(contents.get(item.standing_key, item.standing_key), "")
        if kind and item.profile == s.Profile.STANDING and item.state not in gone:
            found[item.pk] = kind
    return found


def topics_of(meeting: Meeting) -> dict[str, list[TopicLine]]:
    """Kind -> the meeting's topics in the order they were written. Two queries."""
    by_kind: dict[str, list[TopicLine]] = {"current": [], "general": []}
    rows = Topic.objects.filter(meeting=meeting).select_related(
        "by", "area", "carried_from__meeting__body", "follow_up__responsible", "project", "need", "risk__project"
    )
    for topic in rows.prefetch_related("carried_to__meeting__body").order_by("pk"):
        by_kind.setdefault(topic.kind, []).append(_line(meeting, topic))
    return by_kind


def _line(meeting: Meeting, topic: Topic) -> TopicLine:
    carried = bool(topic.carried_to.all())
    parts = [topic.by.name, topic.area.name if topic.area else ""]
    if topic.carried_from:
        parts.append(_("fra %(meeting)s") % {"meeting": short_title(topic.carried_from.meeting)})
    if carried:
        parts.append(_("gjort til emne til næste møde"))
    keys = {"pk": meeting.pk, "topic": topic.pk}
    open_ = not (carried or topic.done)
    return TopicLine(
        text=topic.text,
        line=" · ".join(part for part in parts if part),
        back_url=topic.carried_from.meeting.get_absolute_url() if topic.carried_from else "",
        carry_url=reverse("meetings:carry_topic", kwargs=keys) if open_ else "",
        make_url=reverse("meetings:topic_becomes", kwargs=keys) if open_ else "",
        became=_became(topic),
    )


def _became(topic: Topic) -> tuple[tuple[str, str], ...]:
    """What the topic became, with where it is."""
    found = [
        (_("Emne på %(meeting)s") % {"meeting": short_title(new.meeting)}, new.meeting.get_absolute_url())
        for new in topic.carried_to.all()
    ]
    if topic.follow_up:
        who = {"text": topic.follow_up.text, "who": topic.follow_up.responsible.name}
        found.append((_("Opgave: %(text)s (%(who)s)") % who, "/opfoelgninger/"))
    if topic.project:
        found.append(
            (_("Projektforslag: %(title)s") % {"title": topic.project.title}, topic.project.get_absolute_url())
        )
    if topic.need:
        found.append((_("Beslutningsbehov: %(text)s") % {"text": topic.need.question}, topic.need.get_absolute_url()))
    if topic.risk:
        facts = {"text": topic.risk.event, "project": topic.risk.project.title}
        found.append((_("Risiko: %(text)s (%(project)s)") % facts, f"{topic.risk.project.get_absolute_url()}#risici"))
    return tuple(found)

"""What the item's form starts from, and what it becomes: stored values to fields and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from styrehjul.kernel.danish import listing
from styrehjul.kernel.refusal import Reason, Refused
from styrehjul.meetings.domain.values import EffectText, MemoText, PointText
from styrehjul.meetings.forms.points import EffectChoice, EffectDraft, MemoDraft, PointDraft, choices_for
from styrehjul.meetings.models import Treatment
from styrehjul.meetings.queries.facts import right_reasons
from styrehjul.meetings.queries.seats import item_kinds
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.people.models import Person
from styrehjul.portfolio.domain.commands import COMMANDS, OF_PROJECTS, OF_PROPOSALS, ArgKind, effect_words
from styrehjul.portfolio.domain.life import OVER, PROJECT, ProjectState
from styrehjul.portfolio.models import Project
from styrehjul.portfolio.queries import right_of
from styrehjul.portfolio.queries.capacity import pool_choices
from styrehjul.portfolio.queries.rights import can_be_asked
from styrehjul.strategy.queries import goal_choices
from styrehjul.ui import refusals

TEXTS = (
    "title",
    "kind",
    "summary",
    "case_presentation",
    "financial_impact",
    "next_steps",
    "minutes_allotted",
    "access",
    "late_because",
)
SUGGESTED = 400


@dataclass(frozen=True)
class PointRow:
    """One at-sentence of the form with its list of effects."""

    draft: PointDraft
    choices: tuple[EffectChoice, ...]

    @property
    def words(self) -> str:
        """What the sentence will do, in one line."""
        return listing(_effect_words(effect) for effect in self.draft.effects)


def _effect_words(effect: EffectDraft) -> str:
    try:
        return effect_words(effect.command, effect.args)
    except Refused:
        # An argument is still missing; the command alone says enough.
        return COMMANDS[effect.command].words.lower()


def kinds_of(item: Treatment) -> list[tuple[str, str]]:
    """The kinds that the body uses, and the item's own where it was switched off since."""
    on = day_of(item.meeting.starts_at if item.meeting else item.updated_at)
    kinds = [(code, capital(name)) for code, name in item_kinds(item.body, on)]
    if item.kind not in dict(kinds):
        every = dict(item_kinds(item.body, on, every=True))
        kinds.append((item.kind, capital(every.get(item.kind, item.kind))))
    return kinds


def initial_of(item: Treatment) -> dict[str, Any]:
    """The form's fields as they stand."""
    return {name: getattr(item, name) for name in TEXTS} | {"version": item.version, "responsible": item.responsible}


def fields_from(data: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of the action; the responsible is another verb's."""
    return {name: data[name] for name in TEXTS if name != "access" or data[name]}


def points_of(item: Treatment) -> list[PointDraft]:
    """The stored at-sentences as the form holds them; one empty one to begin with."""
    found = [
        PointDraft(
            point.text,
            next((e.project_id for e in point.effects.all() if e.project_id), item.matter.project_id),
            tuple(
                EffectDraft(e.command, e.project_id, e.args)
                for e in point.effects.all()
                if not e.made_in_meeting and e.command in COMMANDS
            ),
        )
        for point in item.points.all()
        if point.text.strip()
    ]
    return found or [PointDraft(project_id=item.matter.project_id)]


def memos_of(item: Treatment) -> list[MemoDraft]:
    """The stored notes as the form holds them."""
    return [MemoDraft(memo.title, memo.text) for memo in item.memos.all()]


def point_texts(points: Iterable[PointDraft]) -> list[PointText]:
    """The sentences as the action takes them; empty ones are left out."""
    return [
        PointText(
            point.text, tuple(EffectText(e.command, e.project_id or point.project_id, e.args) for e in point.effects)
        )
        for point in points
        if not point.is_empty
    ]


def memo_texts(memos: Iterable[MemoDraft]) -> list[MemoText]:
    """The notes as the action takes them."""
    return [MemoText(memo.title, memo.text) for memo in memos if memo.title or memo.text]


def point_rows(points: Sequence[PointDraft], item: Treatment, on: date) -> list[PointRow]:
    """Each sentence with the effects that its project can have, and why one may not be decided here."""
    keys = {point.project_id for point in points if point.project_id}
    known = {project.pk: project for project in Project.objects.filter(pk__in=keys)}
    notes = {key: _notes(project, item, on) for key, project in known.items()}
    names, lists = _names(points), {ArgKind.GOAL: goal_choices(on), ArgKind.POOL: pool_choices()}
    return [
        PointRow(
            point,
            tuple(
                choices_for(
                    point,
                    commands_for(known.get(point.project_id or 0)),
                    notes.get(point.project_id or 0, {}),
                    names,
                    lists,
                )
            ),
        )
        for point in points
    ]


def commands_for(project: Project | None) -> list[str]:
    """The effects that a project can have: from where it is now, or from where an effect before has brought it."""
    if project is None:
        return [*OF_PROPOSALS, *OF_PROJECTS]
    now = ProjectState(project.state)
    if now in (ProjectState.IDEA, ProjectState.PROPOSED):
        now = ProjectState.AWAITING_DECISION
    events = [row.event for row in COMMANDS.values() if row.event is not None]
    reachable = {now} | {PROJECT.after(now, event) for event in events if PROJECT.can(now, event)}
    # From one that has ended nothing more follows in the same meeting, but to open it again.
    reachable -= OVER - {now}
    return [
        name
        for name, row in COMMANDS.items()
        if can_be_asked(project, name)
        and (row.event is None or any(PROJECT.can(state, row.event) for state in reachable))
    ]


def _notes(project: Project, item: Treatment, on: date) -> dict[str, tuple[str, str]]:
    """Per effect: that nobody is named for it, or the rule that gives it to another body."""
    found = {}
    for command in commands_for(project):
        barred = right_reasons(command, project, item.body.code, on)
        unset = right_of(project, command, on).kind == "unset"
        found[command] = ("Kompetencen er ikke fastsat." if unset else "", _in_words(barred))
    return found


def _in_words(reasons: Sequence[Reason]) -> str:
    return " ".join(refusals.sentences(reasons))


def _names(points: Sequence[PointDraft]) -> dict[int, str]:
    keys = set()
    for point in points:
        for effect in point.effects:
            people = (arg.name for arg in COMMANDS[effect.command].args if arg.kind == "person")
            keys |= {int(effect.args[name]) for name in people if str(effect.args.get(name, "")).isdecimal()}
    if not keys:
        return {}
    return {person.pk: person_text(person) for person in Person.objects.filter(pk__in=keys)}


def projects() -> QuerySet[Project]:
    """The projects that an effect can be about: those that are not over, by title."""
    shown = Project.objects.filter(visibility="all")
    return shown.exclude(state__in=[state.value for state in OVER]).order_by("title", "pk")


def person_text(person: Person | None) -> str:
    """A person as the field holds them: the address settles it where two have the same name."""
    if person is None:
        return ""
    return f"{person.name} ({person.email})" if person.email else person.name


def suggested_people(on: date) -> list[str]:
    """Those whom the field suggests: who has a seat, a post or a part in a project."""
    near = Q(seat_holdings__isnull=False) | Q(post_holdings__isnull=False) | Q(project_roles__isnull=False)
    found = Person.objects.on(on).filter(near).order_by("name", "pk").distinct()[:SUGGESTED]
    return [person_text(person) for person in found]

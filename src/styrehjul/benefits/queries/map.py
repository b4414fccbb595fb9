"""The benefit map from the records: of one project, of one goal, or of all; the drawing and the table that says the same."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from styrehjul.benefits.domain.map import Drawing, Node, place
from styrehjul.benefits.models import Benefit, Prerequisite
from styrehjul.benefits.queries.facts import Known, known
from styrehjul.benefits.queries.facts import shown as visible
from styrehjul.kernel.danish import sort_key
from styrehjul.portfolio.domain.life import OVER
from styrehjul.portfolio.domain.record import Visibility
from styrehjul.portfolio.models import Project
from styrehjul.strategy.models import Goal

MOST = 60


@dataclass(frozen=True)
class MapRow:
    """One way through the map, from project to goal, as a line of the table."""

    project: str
    project_url: str
    change: str
    owner: str
    benefit: str
    benefit_url: str
    goals: str
    gaps: str


@dataclass(frozen=True)
class Map:
    """The drawing, its table and what is missing."""

    drawing: Drawing
    rows: list[MapRow]
    gaps: list[tuple[str, str, str]]
    left_out: int
    count: int


def map_of(*, project: Project | None = None, goal: Goal | None = None) -> Map:
    """Benefits that still stand, with their projects, changes and goals. Six queries."""
    found = visible().exclude(state="dropped").order_by("number")
    if project is not None:
        found = found.filter(Q(project=project) | Q(project_links__project=project))
    if goal is not None:
        found = found.filter(Q(goal_links__goal=goal) | Q(goal_links=None, project__goal_links__goal=goal))
    mine = Benefit.objects.filter(pk__in=found.values("pk")).prefetch_related("prerequisites__owner")
    benefits = known(mine.order_by("number"))
    shown = benefits[:MOST]
    nodes: dict[str, Node] = {}
    edges: list[tuple[str, str]] = []
    rows: list[MapRow] = []
    for one in shown:
        _one(one, nodes, edges, rows)
    gaps = _gaps(benefits, project, goal)
    for key, words, url in gaps:
        layer = key.partition(":")[0]
        if layer in ("goal", "project") and key not in nodes and len(nodes) < 3 * MOST:
            nodes[key] = Node(key, layer, words, url, _("ingen gevinst"))
    drawing = place(list(nodes.values()), edges)
    said = [(words, _said(key), url) for key, words, url in gaps]
    return Map(drawing, rows, said, len(benefits) - len(shown), len(shown))


def _one(one: Known, nodes: dict[str, Node], edges: list[tuple[str, str]], rows: list[MapRow]) -> None:
    row, projects = one.row, list(one.projects)
    changes, goals = list(row.prerequisites.all()), one.goals
    me = f"benefit:{row.pk}"
    nodes[me] = Node(me, "benefit", row.title, row.get_absolute_url(), "" if changes else _("ingen forandring"))
    for project in projects:
        nodes.setdefault(
            f"project:{project.pk}", Node(f"project:{project.pk}", "project", project.title, project.get_absolute_url())
        )
    for change in changes:
        key = f"change:{change.pk}"
        nodes[key] = Node(
            key, "change", change.text, row.get_absolute_url(), "" if change.owner_id else _("ingen ejer")
        )
        edges.append((key, me))
        edges.extend((f"project:{project.pk}", key) for project in projects)
    if not changes:
        edges.extend((f"project:{project.pk}", me) for project in projects)
    for goal, title in goals.items():
        key = f"goal:{goal}"
        nodes.setdefault(key, Node(key, "goal", title, f"/gevinster/kort/?maal={goal}"))
        edges.append((me, key))
    ways: list[Prerequisite | None] = [*changes] or [None]
    for step in ways:
        lacks = [] if step else [_("ingen forandring")]
        lacks += [_("forandringen har ingen ejer")] if step and not step.owner_id else []
        lacks += [] if goals else [_("intet mål")]
        rows.append(
            MapRow(
                project=", ".join(project.title for project in projects),
                project_url=projects[0].get_absolute_url() if len(projects) == 1 else "",
                change=step.text if step else "",
                owner=step.owner.name if step and step.owner else "",
                benefit=row.title,
                benefit_url=row.get_absolute_url(),
                goals=", ".join(goals.values()),
                gaps=", ".join(lacks),
            )
        )


def _gaps(benefits: Sequence[Known], project: Project | None, goal: Goal | None) -> list[tuple[str, str, str]]:
    """What is missing: (record, its words, where it is mended)."""
    found: list[tuple[str, str, str]] = []
    for row in (one.row for one in benefits):
        changes = list(row.prerequisites.all())
        if not changes:
            found.append((f"benefit:{row.pk}", row.title, row.get_absolute_url()))
        found.extend((f"change:{one.pk}", one.text, row.get_absolute_url()) for one in changes if not one.owner_id)
    if project is not None:
        if not benefits:
            found.append((f"project:{project.pk}", project.title, project.get_absolute_url()))
        return found
    if goal is None:
        reached = {key for one in benefits for key in one.goals}
        goals = Goal.objects.exclude(pk__in=reached).filter(end=None).order_by("title", "pk")
        found.extend((f"goal:{one.pk}", one.title, one.get_absolute_url()) for one in goals[:MOST])
        over = [state.value for state in OVER]
        without = Project.objects.filter(category="cross", benefits=None, benefit_links=None).exclude(
            state__in=[*over, "idea"]
        )
        found.extend(
            (f"project:{one.pk}", one.title, one.get_absolute_url()) for one in without.order_by("number")[:MOST]
        )
    return found


def _said(key: str) -> str:
    return {
        "benefit": _("Gevinst uden forandring: hvad skal gøres anderledes, for at den kommer?"),
        "change": _("Forandring uden ejer"),
        "goal": _("Mål uden gevinst"),
        "project": _("Projekt uden gevinst"),
    }[key.partition(":")[0]]


def choices() -> dict[str, Any]:
    """The goals and projects that a map can be of. Two queries."""
    some = Project.objects.filter(Q(benefits__isnull=False) | Q(benefit_links__isnull=False)).values("pk")
    projects = Project.objects.filter(pk__in=some, visibility=Visibility.ALL.value).values_list("number", "title")
    return {
        "goals": sorted(Goal.objects.values_list("pk", "title"), key=lambda row: (sort_key(row[1]), row[0])),
        "projects": sorted(projects, key=lambda row: (sort_key(row[1]), row[0])),
    }

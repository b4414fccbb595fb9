"""Pages over several packages: overview, own tasks, search, and what is not part of the product yet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from styrehjul.audit.current import Shown, kept
from styrehjul.bodies.models import Municipality
from styrehjul.home import queries
from styrehjul.home.todos import todos_for
from styrehjul.kernel.danish import ZONE, day_text, weekday_text
from styrehjul.kernel.days import quarter_of
from styrehjul.people.entry import page, person_of, today
from styrehjul.people.models import Person
from styrehjul.people.queries import coordinated_units, remembered
from styrehjul.portfolio import labels as portfolio_labels
from styrehjul.portfolio.domain.life import Category, Light
from styrehjul.portfolio.queries import ChangeLine
from styrehjul.portfolio.queries import overview as portfolio_overview
from styrehjul.wheel import queries as wheel

SHOWN_TODOS = 6
SIGNS = {"new": "+", "priority": "↑", "decided": "✓", "closed": "✓", "finished": "✓"}


@page("page.see")
def overview(request: HttpRequest) -> HttpResponse:
    """The front page: the wheel, what is next for you, the next meeting, and what moved."""
    if kept("municipality", Municipality.objects.first, of=()) is None:
        return redirect("/start/")
    person, on = person_of(request), today()
    todos = todos_for(person, on)
    lead = f"{weekday_text(on, year=True)} · {quarter_of(on)}. kvartal"
    context = {
        "lead": lead[:1].upper() + lead[1:],
        "todos": todos[:SHOWN_TODOS],
        "all_todos": _("Alle opgaver (%(n)d)") % {"n": len(todos)},
        "may_register": remembered(person, "may_register", on, lambda: _coordinates(person, on)),
        "next": remembered(person, "next_meeting", on, lambda: queries.next_meeting(person, on)),
        "wheel_panel": _wheel_panel(on),
        "portfolio_panel": kept(("portfolio_panel", on), lambda: _portfolio_panel(on), of=()),
        "changes_panel": kept(("changes_panel", on), lambda: _changes_panel(on), of=()),
        "decisions_panel": kept("decisions_panel", lambda: Shown(decisions=queries.latest_decisions()), of=()),
    }
    return render(request, "home/overview.html", context)


def _coordinates(person: Person, on: date) -> bool:
    """Whether local projects are this person's to register: then the door to it stands on the front page."""
    return bool(coordinated_units(person, on))


def _wheel_panel(on: date) -> Shown:
    """The wheel is drawn anew when a meeting has got or lost a standing item, not when one is written on."""
    treated = wheel.treated_in(on.year)

    def make() -> Shown:
        year = wheel.year_of(on.year, on, treated)
        return Shown(year=year, year_url=f"/aarshjul/{on.year}/", **wheel_context(year))

    return kept(("wheel_panel", on, treated), make, of=())


def _portfolio_panel(on: date) -> Shown:
    rows = portfolio_rows(on)
    return Shown(portfolio=rows, project_count=_("%(n)d projekter") % {"n": sum(row["total"] for row in rows)})


def _changes_panel(on: date) -> Shown:
    since, meeting = queries.since_last_meeting(on)
    changes, count = queries.latest_changes(since)
    return Shown(
        changes=[change_row(line) for line in changes],
        changes_title=_changes_title(meeting),
        changes_url=f"/projekter/aendringer/?siden={since.astimezone(ZONE).date().isoformat()}",
        changes_all=_("Alle %(n)d ændringer") % {"n": count} if count else "",
    )


def wheel_context(year: wheel.Year) -> dict[str, Any]:
    """What the wheel's drawing needs beside the year itself."""
    on = today()
    return {
        "wheel": wheel.wheel_of(year, on),
        "middle": wheel.middle_of(year, on),
        "words": "; ".join(count.sentence for count in year.counts) + ".",
    }


# Beside the lights themselves: one that was green too long ago to count as green.
OLD = "old"


def portfolio_rows(on: date) -> list[dict[str, Any]]:
    """One row per category: how many projects, and how many with each light."""
    counted = portfolio_overview(on)
    return [
        {
            "label": portfolio_labels.CATEGORY[category],
            "url": f"/projekter/?kategori={category.value}",
            "total": sum(counted.get((category.value, light), 0) for light in (*Light, OLD)),
            "lights": _lights(category, counted),
        }
        for category in Category
    ]


def _lights(category: Category, counted: Mapping[tuple[str, str], int]) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = [
        {
            "level": light.value,
            "label": portfolio_labels.LIGHT[light],
            "count": counted.get((category.value, light.value), 0),
            "old": False,
        }
        for light in Light
    ]
    if old := counted.get((category.value, OLD), 0):
        rows.insert(1, {"level": Light.GREEN.value, "label": _("Grøn, men ikke opdateret"), "count": old, "old": True})
    return rows


def change_row(line: ChangeLine) -> dict[str, Any]:
    """One change of the portfolio in words: what, on which project, by which decision or told by whom."""
    if line.decision_ref:
        origin = _("besluttet, %(ref)s") % {"ref": line.decision_ref}
    elif line.undecided:
        origin = _("uden beslutning, oplyst af %(name)s") % {"name": line.told_by}
    else:
        origin = line.told_by
    return {
        "sign": SIGNS.get(line.change.kind, "•"),
        "what": line.what,
        "title": line.project.title,
        "url": line.project.get_absolute_url(),
        "text": " · ".join(part for part in (line.words, origin) if part),
    }


def _changes_title(meeting: Any) -> str:
    if meeting is None:
        return _("De seneste tre måneder")
    return _("Siden %(body)s møde %(day)s") % {
        "body": f"{meeting.body.name_definite}s",
        "day": day_text(meeting.starts_at.astimezone(ZONE).date(), year=False),
    }


@page("todo.see")
def todos(request: HttpRequest) -> HttpResponse:
    """Everything that waits for the signed-in person."""
    found = todos_for(person_of(request), today())
    late = sum(todo.level == "red" for todo in found)
    lead = _("%(late)d over fristen") % {"late": late} if late else ""
    return render(request, "home/todos.html", {"todos": found, "lead": lead})


@page("page.see")
def search(request: HttpRequest) -> HttpResponse:
    """Results grouped by kind; what the person may not see is neither shown nor counted."""
    words = request.GET.get("q", "").strip()[:200]
    groups = queries.search(words, person_of(request), today())
    empty = _("Intet fundet for “%(words)s”") % {"words": words} if words else _("Hvad leder du efter?")
    lead = _("Resultater for “%(words)s”") % {"words": words} if groups else ""
    return render(request, "home/search.html", {"groups": groups, "empty_title": empty, "lead": lead})


@page(public=True)
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the product is, and where the municipality's own statement stands."""
    return render(request, "home/accessibility.html")

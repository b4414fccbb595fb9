"""Everything on a project's own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from styrehjul.kernel.danish import listing
from styrehjul.kernel.refusal import Reason
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.domain.commands import COMMANDS
from styrehjul.portfolio.domain.deeds import DEEDS, Deed
from styrehjul.portfolio.domain.life import BEFORE_DECISION, ProjectState
from styrehjul.portfolio.models import Project, ProjectRole
from styrehjul.portfolio.queries.changes import ChangeLine, lines_of
from styrehjul.portfolio.queries.lists import Row, portfolio_on, row_of
from styrehjul.portfolio.queries.records import end_of
from styrehjul.portfolio.queries.rights import bodies_in_words, lacks_for_approval, right_of
from styrehjul.portfolio.queries.roles import holders_of


@dataclass(frozen=True)
class Way:
    """A button on the card. `reasons` say why it cannot be used, and what would make it possible."""

    deed: Deed
    url: str
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True)
class Card:
    """A project as it is, or as it was at the end of a day; what was can be read only."""

    project: Project
    record: Any
    row: Row
    people: list[tuple[Person, str]]
    changes: list[ChangeLine]
    ways: list[Way]
    lacking: list[Reason]
    may_change: bool
    as_of: date | None = None


def project_by_number(number: str) -> Project | None:
    """The project with that number, with all that its page names."""
    return (
        Project.objects.filter(number=number)
        .select_related("lead_area", "org_unit", "contact", "steering_body")
        .first()
    )


def card_of(project: Project, person: Person, on: date, *, as_of: date | None = None) -> Card | None:
    """The card for this person; None when the project was not there yet on `as_of`."""
    record: Any = project
    changes = project.changes.select_related("by", "project")
    if as_of is not None:
        was = portfolio_on(as_of).filter(id=project.pk).select_related("lead_area", "org_unit", "contact")
        record = was.first()
        changes = changes.filter(at__lte=end_of(as_of))
        if record is None:
            return None
    live = as_of is None
    return Card(
        project=project,
        record=record,
        row=row_of(record, as_of or on),
        people=people_of(holders_of(project, as_of or on), record),
        changes=lines_of(changes),
        ways=ways_for(project, person, on) if live else [],
        lacking=lacks_for_approval(project) if live and project.state in _UNDECIDED else [],
        may_change=live and may(person, "project.change", project, on=on),
        as_of=as_of,
    )


def people_of(roles: list[ProjectRole], record: Any) -> list[tuple[Person, str]]:
    """Everybody once, with all that they are to the project: "Projektleder, kontakt"."""
    found: dict[Person, list[str]] = {}
    for role in roles:
        found.setdefault(role.person, []).append(str(role.get_kind_display()))
    if record.contact:
        found.setdefault(record.contact, []).append(_("Kontakt"))
    return [(person, _sentence(listing(words))) for person, words in found.items()]


def _sentence(text: str) -> str:
    """Only the first word begins with a capital."""
    return text[:1] + text[1:].lower()


_UNDECIDED = frozenset(state.value for state in BEFORE_DECISION)


def ways_for(project: Project, person: Person, on: date) -> list[Way]:
    """What the person can do now. What only a body may decide is shown with that reason, never hidden from them."""
    found = [deed for deed in DEEDS.values() if deed.fits(project.category, project.state)]
    return [way for deed in found if (way := _way(deed, project, person, on)) is not None]


def _way(deed: Deed, project: Project, person: Person, on: date) -> Way | None:
    if not may(person, deed.asks, project, on=on):
        return None
    url = f"{project.get_absolute_url()}{deed.slug}/"
    if deed.slug == "traek" and project.state == ProjectState.AWAITING_DECISION:
        return Way(deed, url, (Reason("project.on_agenda"),))
    right = right_of(project, deed.command, on) if deed.command else None
    if right is None or right.kind != "decision":
        return Way(deed, url)
    if deed.command.startswith("proposal."):
        # The proposal's own panel leads to the meeting; two buttons that cannot be used would only repeat it.
        return None
    change = COMMANDS[deed.command].deed
    return Way(deed, url, (Reason("mandate.needed", {"change": change, "body": bodies_in_words(right, on)}),))

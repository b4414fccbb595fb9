"""How one decision stands to others: what it revokes, what revoked it, how it was changed, and by whose right."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from django.utils.translation import gettext as _

from styrehjul.meetings.models import Decision, Effect
from styrehjul.meetings.queries.minutes import corrections_of
from styrehjul.meetings.reading.commenting import CorrectionLine, correction_line
from styrehjul.meetings.reading.words import capital, day_of
from styrehjul.people.models import Person
from styrehjul.people.policy import may
from styrehjul.portfolio.queries import bodies_in_words, right_of


@dataclass(frozen=True)
class Relation:
    """A link to another decision; without an address where the reader may not open it."""

    text: str
    url: str


def relations(found: Decision, person: Person, on: date) -> list[Relation]:
    """ "Ophæver SG-2026-014", "Ophævet af SG-2027-003"."""
    rows = []
    if found.supersedes:
        rows.append(_relation(_("Ophæver %(number)s"), found.supersedes, person, on))
    later = found.superseded_by.filter(in_force_at__isnull=False).select_related("body", "treatment").first()
    if later is not None:
        rows.append(_relation(_("Ophævet af %(number)s"), later, person, on))
    return rows


def _relation(words: str, other: Decision, person: Person, on: date) -> Relation:
    readable = may(person, "decision.see", other, on=on)
    url = reverse("meetings:decision", kwargs={"pk": other.pk}) if readable else ""
    return Relation(words % {"number": other.number}, url)


def corrections_about(found: Decision) -> list[CorrectionLine]:
    """Approved corrections of the minutes that concern the decision's item."""
    if found.meeting is None:
        return []
    numbers = {found.treatment_id: found.treatment.number}
    rows = [row for row in corrections_of(found.meeting) if row.treatment_id == found.treatment_id]
    return [correction_line(row, numbers) for row in rows]


def right_words(effect: Effect, found: Decision) -> str:
    """Whose right it was: the row of the table of rights, or that nobody is named."""
    if effect.project is None:
        return ""
    on = day_of(found.taken_at)
    right = right_of(effect.project, effect.command, on)
    if right.kind == "unset" or not right.bodies:
        return _("Kompetencen er ikke fastsat.")
    rule = f": {right.row.subject}" if right.row else ""
    return _("Kompetence: %(who)s%(rule)s.") % {"who": capital(bodies_in_words(right, on)), "rule": rule}

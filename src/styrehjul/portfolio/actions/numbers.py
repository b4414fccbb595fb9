"""The number of a project: drawn once, never reused."""

from __future__ import annotations

from datetime import datetime

from django.db.models.functions import Length

from styrehjul.bodies.models import Municipality
from styrehjul.kernel.danish import ZONE
from styrehjul.portfolio.models import Project


def draw_number(at: datetime) -> str:
    """The next "P-2027-014" of the year.

    Drawn after the municipality's row is locked: two people who send a proposal at once must not share one.
    """
    Municipality.objects.select_for_update().first()
    prefix = f"P-{at.astimezone(ZONE).year}-"
    last = Project.objects.filter(number__startswith=prefix).order_by(Length("number").desc(), "-number").first()
    serial = int(last.number.removeprefix(prefix)) + 1 if last else 1
    return f"{prefix}{serial:03d}"

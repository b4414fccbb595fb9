"""Which saved way of reading a list belongs to a file."""

from __future__ import annotations

from styrehjul.imports.models import ImportProfile
from styrehjul.imports.reading.files import Asked, first_table, project_sheet
from styrehjul.kernel.refusal import Refused

# So many headings must be the same before a list is taken for one that is known.
LEAST_ALIKE = 3


def profile_for(asked: Asked, chosen: str) -> ImportProfile | None:
    """The one that was chosen; else the one whose headings the file has all of. "ingen" is none."""
    if chosen == "ingen":
        return None
    if chosen.isdecimal() and len(chosen) < 10:
        return ImportProfile.objects.filter(pk=int(chosen), kind=asked.kind).first()
    profiles = list(ImportProfile.objects.filter(kind=asked.kind).order_by("name"))
    if not profiles:
        return None
    try:
        headers = set(project_sheet(asked, first_table(asked), needs_title=False).columns.headers)
    except Refused:
        return None
    fitting = [
        profile for profile in profiles if len(profile.columns) >= LEAST_ALIKE and set(profile.columns) <= headers
    ]
    return max(fitting, key=lambda profile: len(profile.columns), default=None)

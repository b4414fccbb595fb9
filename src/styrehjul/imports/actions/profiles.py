"""How one kind of list is to be read is kept under a name, and forgotten again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from styrehjul.audit.unit import remove, store
from styrehjul.imports.models import ImportProfile, ImportRun
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person


@transaction.atomic
def save_profile(
    *,
    name: str,
    columns: Mapping[str, str],
    by: Person | None,
    at: datetime,
    units: Mapping[str, str] | None = None,
    key_column: str = "",
) -> ImportProfile:
    """Keep a mapping of columns under its name; the same name again is put right."""
    permit(by, "import.projects", at=at)
    name = " ".join(name.split())
    if not name:
        raise Refused("import.profile_name")
    profile = ImportProfile.objects.filter(name=name).first() or ImportProfile(name=name)
    profile.columns, profile.units, profile.key_column = dict(columns), dict(units or {}), key_column
    store(profile, by=by, at=at, action="import.save_profile")
    return profile


def is_used(profile: ImportProfile) -> bool:
    """Whether a file was read in by it: then it is the story of that import, and stays."""
    return ImportRun.objects.filter(profile=profile).exists()


@transaction.atomic
def drop_profile(profile: ImportProfile, *, by: Person | None, at: datetime) -> None:
    """Forget a mapping that no import was made with."""
    permit(by, "import.projects", at=at)
    if is_used(profile):
        raise Refused("import.profile_used", name=profile.name)
    remove(profile, by=by, at=at, action="import.drop_profile")

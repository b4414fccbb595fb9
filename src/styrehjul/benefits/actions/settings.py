"""The benefits' settings, changed by the one who keeps the portfolio."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.benefits.domain.days import months_of
from styrehjul.benefits.models import BenefitSettings
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person

_NOT_CHOSEN = frozenset({"id", "uuid", "version", "created_at", "updated_at", "only"})


@transaction.atomic
def change_settings(
    *, by: Person | None, at: datetime, expected_version: int | None = None, **chosen: Any
) -> BenefitSettings:
    """Write what is chosen. The first choice makes the row, with the marked suggestions in all that is not chosen."""
    permit(by, "benefit.settings", at=at)
    row = BenefitSettings.objects.select_for_update().first() or BenefitSettings()
    if row.pk:
        same_version(row, expected_version)
    known = {field.name for field in BenefitSettings._meta.concrete_fields} - _NOT_CHOSEN
    for name, value in chosen.items():
        if name not in known:
            raise Refused("project.unknown_field", field=name)
        setattr(row, name, value)
    try:
        months = months_of(row.measuring_months)
    except ValueError:
        raise Refused("benefit.months") from None
    row.measuring_months = ", ".join(str(month) for month in months)
    store(row, by=by, at=at, action="benefit.settings")
    return row

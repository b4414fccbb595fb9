"""The portfolio's settings, changed by the one who keeps the portfolio."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person
from styrehjul.portfolio.actions.large import mark_all_by_rule
from styrehjul.portfolio.domain.risks import own_anchors
from styrehjul.portfolio.models import PortfolioSettings

LARGE = frozenset({"large_economy_tdkk", "large_hours", "large_areas", "large_partners"})
_NOT_CHOSEN = frozenset({"id", "uuid", "version", "created_at", "updated_at", "only"})


@transaction.atomic
def change_settings(
    *, by: Person | None, at: datetime, expected_version: int | None = None, **chosen: Any
) -> PortfolioSettings:
    """Write what is chosen. The first choice makes the row, with the marked suggestions in all that is not chosen."""
    permit(by, "project.settings", at=at)
    row = PortfolioSettings.objects.select_for_update().first() or PortfolioSettings()
    if row.pk:
        same_version(row, expected_version)
    known = {field.name for field in PortfolioSettings._meta.concrete_fields} - _NOT_CHOSEN
    resized = any(getattr(row, name) != chosen[name] for name in LARGE & chosen.keys())
    for name, value in chosen.items():
        if name not in known:
            raise Refused("project.unknown_field", field=name)
        setattr(row, name, value)
    yellow, red = row.delay_yellow_months, row.delay_red_months
    if yellow is not None and red is not None and red < yellow:
        raise Refused("settings.red_before_yellow")
    for text in (row.likelihood_words, row.impact_words):
        if (told := len(own_anchors(text))) not in (0, row.risk_steps):
            raise Refused("settings.anchors", steps=row.risk_steps, told=told)
    store(row, by=by, at=at, action="project.settings")
    if resized:
        mark_all_by_rule(by=by, at=at)
    return row

"""The municipality itself and how far it has come with the first steps."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.bodies.models import Municipality
from styrehjul.kernel.refusal import Refused
from styrehjul.people.actions import permit
from styrehjul.people.models import Person

STEPS = ("kommissorium", "organisation", "pladser", "moeder", "mail")
CHANGEABLE = frozenset({"name", "in_use_from", "closing_days", "avoided_weeks", "avoid_christmas", "mail_from"})
CLOSING_DAYS = {"yearly": ["06-05", "12-24", "12-31"], "after_ascension": True, "single": []}
AVOIDED_WEEKS = [7, 8, 28, 29, 30, 31, 42]


@transaction.atomic
def create_municipality(*, name: str, in_use_from: date, by: Person | None, at: datetime) -> Municipality:
    """An empty municipality with the suggested closing days. There is only one in a database."""
    if Municipality.objects.exists():
        raise Refused("municipality.there", name=Municipality.objects.get().name)
    here = Municipality(
        name=name.strip(), in_use_from=in_use_from, closing_days=CLOSING_DAYS, avoided_weeks=AVOIDED_WEEKS
    )
    store(here, by=by, at=at, action="municipality.create")
    return here


@transaction.atomic
def change_municipality(
    here: Municipality, *, by: Person | None, at: datetime, expected_version: int | None = None, **fields: Any
) -> Municipality:
    """Its name, the day it took Styrehjul into use, its closing days and the weeks without meetings."""
    permit(by, "municipality.change", here, at=at)
    same_version(here, expected_version)
    if unknown := set(fields) - CHANGEABLE:
        raise TypeError(f"a municipality has no {', '.join(sorted(unknown))} to change")
    for field, value in fields.items():
        setattr(here, field, value)
    store(here, by=by, at=at, action="municipality.change")
    return here


@transaction.atomic
def remember_step(here: Municipality, step: str, *, state: str, by: Person | None, at: datetime) -> Municipality:
    """One of the five first steps is done or skipped, or open again (state "")."""
    permit(by, "setup.do", here, at=at)
    if step not in STEPS or state not in ("done", "skipped", ""):
        raise Refused("setup.step", step=step)
    if here.setup.get(step, "") != state:
        here.setup = {
            **{key: value for key, value in here.setup.items() if key != step},
            **({step: state} if state else {}),
        }
        store(here, by=by, at=at, action="municipality.step")
    return here

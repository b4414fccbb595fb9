"""What can be done to lessons."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction

from styrehjul.audit.nouns import same_version
from styrehjul.audit.unit import store
from styrehjul.kernel.refusal import Refused
from styrehjul.knowledge.models import Lesson
from styrehjul.people.actions import permit
from styrehjul.people.models import OrgUnit, Person


@transaction.atomic
def write_lesson(
    *,
    text: str,
    learned_on: date,
    contact: Person,
    area: OrgUnit | None = None,
    product: str = "",
    project_number: str = "",
    by: Person | None,
    at: datetime,
) -> Lesson:
    """Share what was learned, and whom to ask."""
    permit(by, "lesson.write", at=at)
    if not text.strip():
        raise Refused("lesson.lacks_text")
    lesson = Lesson(
        text=text.strip(), contact=contact, area=area, product=product.strip(), project_number=project_number,
        learned_on=learned_on,
    )  # fmt: skip
    store(lesson, by=by, at=at, action="lesson.write")
    return lesson


@transaction.atomic
def change_lesson(
    lesson: Lesson,
    *,
    text: str,
    product: str = "",
    expected_version: int | None = None,
    by: Person | None,
    at: datetime,
) -> Lesson:
    """Put the words of a lesson right."""
    lesson.refresh_from_db(from_queryset=Lesson.objects.select_for_update())
    same_version(lesson, expected_version)
    permit(by, "lesson.change", lesson, at=at)
    if not text.strip():
        raise Refused("lesson.lacks_text")
    lesson.text, lesson.product = text.strip(), product.strip()
    store(lesson, by=by, at=at, action="lesson.change")
    return lesson

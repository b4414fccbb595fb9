"""A seminar's task could be finished by its holder alone: its body was sought in the number of its version."""

from __future__ import annotations

from datetime import date, time

import pytest

from styrehjul.kernel.refusal import NotAllowed
from styrehjul.wheel.actions import add_occurrence, seminars
from styrehjul.wheel.models import SeminarTask
from tests.making import NOW, a_cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("now")]


def test_the_secretary_and_the_hosts_chair_finish_what_somebody_else_holds() -> None:
    cast = a_cast()
    seminar = seminars.plan_seminar(
        add_occurrence(cast.programme, title="Temadag", on=date(2027, 9, 16), by=cast.peter, at=NOW),
        starts_at=time(9), ends_at=time(15), by=cast.peter, at=NOW,
    )  # fmt: skip
    task = seminars.add_task(
        seminar, title="Bestil frokost", due=date(2027, 9, 1), responsible=cast.olga, by=cast.peter, at=NOW
    )
    with pytest.raises(NotAllowed):
        seminars.finish_task(task, by=cast.heads[0], at=NOW)
    seminars.finish_task(task, by=cast.peter, at=NOW)
    assert SeminarTask.objects.get(pk=task.pk).done_at == NOW
    seminars.finish_task(task, by=cast.mette, at=NOW)
    assert SeminarTask.objects.get(pk=task.pk).done_at is None

"""Once a day, and only what is old."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

import pytest
import time_machine
from django.contrib.sessions.models import Session

from styrehjul.audit.models import IdempotencyKey
from styrehjul.management.housekeeping import run_once
from tests.making import NOW, a_person


def a_key(at: datetime) -> IdempotencyKey:
    return IdempotencyKey.objects.create(key=uuid4(), person_id="", route="/", body_hash="", at=at)


def test_form_keys_are_kept_seven_days_and_sessions_until_they_end(db: None) -> None:
    old, kept = a_key(NOW - timedelta(days=8)), a_key(NOW - timedelta(days=6))
    Session.objects.create(session_key="ended", session_data="", expire_date=NOW - timedelta(hours=1))
    Session.objects.create(session_key="runs", session_data="", expire_date=NOW + timedelta(hours=1))
    with time_machine.travel(NOW, tick=False):
        assert run_once() == 1
    assert set(IdempotencyKey.objects.all()) == {kept}
    assert old not in IdempotencyKey.objects.all()
    assert [session.pk for session in Session.objects.all()] == ["runs"]


def test_the_chains_head_goes_to_the_log_once_a_day(db: None, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("INFO", "styrehjul.security")
    a_person("Stine")
    for moment in (NOW, NOW + timedelta(hours=5), NOW + timedelta(days=1)):
        with time_machine.travel(moment, tick=False):
            run_once()
    assert [record.getMessage() for record in caplog.records] == ["audit_head", "audit_head"]

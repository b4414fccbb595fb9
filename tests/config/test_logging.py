"""The log: one JSON line per event, whatever it is told."""

from __future__ import annotations

import json
import logging
import sys

from django.test import RequestFactory

from styrehjul.config.logging import JsonLines


def line_of(**extra: object) -> str:
    record = logging.makeLogRecord(
        {"name": "styrehjul.test", "levelname": "INFO", "msg": "meeting_dispatched", **extra}
    )
    return JsonLines().format(record)


def test_an_event_is_one_line_with_its_ids_and_its_time_in_utc() -> None:
    told = json.loads(line_of(meeting="abc", number=3))
    assert (told["event"], told["meeting"], told["number"]) == ("meeting_dispatched", "abc", 3)
    assert told["at"].endswith("+00:00")


def test_a_line_feed_in_a_value_cannot_forge_a_second_line() -> None:
    assert "\n" not in line_of(page='x\n{"event": "forged"}')


def test_of_a_request_only_method_and_path_are_told() -> None:
    told = json.loads(
        line_of(request=RequestFactory().post("/sager/1/?q=navn", {"text": "fortroligt"}), status_code=500)
    )
    assert (told["method"], told["path"], told["status"]) == ("POST", "/sager/1/", 500)
    assert "fortroligt" not in json.dumps(told)
    assert "navn" not in json.dumps(told)


def test_an_exception_keeps_its_trace_on_the_same_line() -> None:
    try:
        raise ValueError("what went wrong")
    except ValueError:
        line = line_of(exc_info=sys.exc_info())
    assert "ValueError: what went wrong" in json.loads(line)["trace"]
    assert "\n" not in line

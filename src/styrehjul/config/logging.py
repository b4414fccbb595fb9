"""The log: one JSON line per event on standard error, times in UTC, ids and no names."""

from __future__ import annotations

import json
import logging
from datetime import UTC, datetime
from typing import Any

_STANDARD = frozenset(logging.makeLogRecord({}).__dict__) | {"message", "asctime", "taskName"}
# What Django hangs on its records; the request holds a person's text, so of it only the path and method are kept.
_LEFT_OUT = frozenset({"request", "status_code", "exc_info", "server_time", "sql", "params", "alias", "duration"})


class JsonLines(logging.Formatter):
    """`{"at", "level", "logger", "event", ...extra}`; json escapes control characters, so a line stays one line."""

    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        for key, value in record.__dict__.items():
            if key not in _STANDARD and key not in _LEFT_OUT:
                line[key] = value if isinstance(value, str | int | float | bool | None) else str(value)
        request = getattr(record, "request", None)
        if request is not None:
            line |= {"method": getattr(request, "method", None), "path": getattr(request, "path", None)}
        if (status := getattr(record, "status_code", None)) is not None:
            line["status"] = status
        # Of a page that failed, `config.errors` tells the trace, with the number that the person was given.
        if record.exc_info and record.name != "django.request":
            line["trace"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False, default=str)


def logging_config(level: str) -> dict[str, Any]:
    """For settings.LOGGING, and for the server's own lines."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"json": {"()": "styrehjul.config.logging.JsonLines"}},
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "json", "stream": "ext://sys.stderr"}},
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "styrehjul": {"level": level},
            # 4xx are answers, not faults; a permission refused is audited where it matters.
            "django.request": {"level": "ERROR"},
            # Anybody can ask for another host, and scanners do all day.
            "django.security.DisallowedHost": {"level": "CRITICAL"},
            "django": {"level": "WARNING", "handlers": [], "propagate": True},
            "django.server": {"level": "WARNING", "handlers": [], "propagate": True},
            "_granian": {"level": "WARNING"},
        },
    }
